"""Which backend this region signs with (ESIGN_BACKEND)."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kerjasama.documents.signing.bsre import NAMES_V1, NAMES_V2, BsreV1, BsreV2
from kerjasama.documents.signing.local import LocalBackend
from kerjasama.documents.signing.port import SigningBackend
from kerjasama.documents.signing.wire import Service


def current() -> SigningBackend:
    """The backend of the settings. Raises ImproperlyConfigured for one that is unknown or lacks its address."""
    try:
        return BACKENDS[settings.ESIGN_BACKEND]()
    except (KeyError, ValueError) as problem:
        raise ImproperlyConfigured(f"ESIGN_BACKEND {settings.ESIGN_BACKEND!r} is not ready: {problem}") from problem


def _service() -> Service:
    return Service(
        settings.BSRE_URL,
        settings.BSRE_USERNAME,
        settings.BSRE_PASSWORD,
        settings.BSRE_CA_BUNDLE,
        settings.BSRE_TIMEOUT,
    )


BACKENDS: dict[str, Callable[[], SigningBackend]] = {
    "local": LocalBackend,
    "bsre_v1": lambda: BsreV1(_service(), NAMES_V1 | settings.BSRE_NAMES),
    "bsre_v2": lambda: BsreV2(_service(), NAMES_V2 | settings.BSRE_NAMES),
}
