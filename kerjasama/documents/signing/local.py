"""The local backend: the region's own certificate for each signer, PAdES B-B, or B-T where a TSA is configured.

Its label is always *tanda tangan elektronik tidak tersertifikasi* (PP 71/2019 art. 60): for trying, and for internal papers.
"""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError as LibraryRefusal
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kerjasama.documents.signing import chain, fields, keys
from kerjasama.documents.signing.apart import apart
from kerjasama.documents.signing.port import (
    BadDocument,
    NotRegistered,
    NotUsable,
    SignerStatus,
    SignRequest,
    SignResult,
    Unavailable,
)  # fmt: skip
from kerjasama.documents.signing.stamp import UNCERTIFIED, stamp_pdf

TSA_SECONDS = 20


class LocalBackend:
    """Signs with the key that the signer's own passphrase opens."""

    code = "local"
    label = UNCERTIFIED
    certified = False
    makes_field = False
    asks_nik = False

    def check_signer(self, ref: str) -> SignerStatus:
        """The state of the certificate, seen without the passphrase."""
        return keys.status(ref)

    def sign(self, request: SignRequest) -> SignResult:
        """Fill the signer's field. Raises NotRegistered, NotUsable, WrongPassphrase, BadDocument, Unavailable."""
        refuse_unusable(self.check_signer(request.signer.ref))
        signer = _signer(request.signer.ref, request.secret.take())
        signed = _signed(request, signer)
        facts = chain.answered(request.pdf, signed)
        return result(self, signed, facts)


def refuse_unusable(state: SignerStatus) -> None:
    """Only an active certificate signs; pyHanko itself would sign with an expired one."""
    if state is SignerStatus.NOT_REGISTERED:
        raise NotRegistered
    if state is not SignerStatus.ISSUE:
        raise NotUsable(state)


def result(backend: Any, signed: bytes, facts: Any, provider_tx: str = "") -> SignResult:
    """What a signed file says of its newest signature, in the words of the port."""
    return SignResult(
        pdf=signed, backend=backend.code, certified=backend.certified, subject=facts.signer, issuer=facts.issuer, serial=facts.serial,
        level=facts.level, signed_at=facts.signed_at, not_before=facts.not_before, not_after=facts.not_after, provider_tx=provider_tx,
    )  # fmt: skip


def _signer(ref: str, secret: str) -> SimpleSigner:
    key, certificate, others = keys.opened(ref, secret)
    store = SimpleCertificateStore()
    store.register_multiple([_asn1(other) for other in others])
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=_asn1(certificate), signing_key=asn1_keys.PrivateKeyInfo.load(plain), cert_registry=store
    )


def _asn1(certificate: Any) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _signed(request: SignRequest, signer: SimpleSigner) -> bytes:
    place = request.placement
    facts = PdfSignatureMetadata(
        field_name=place.field, subfilter=SigSeedSubFilter.PADES, reason=request.reason, location=request.location, name=request.signer.name
    )  # fmt: skip
    made = None
    if place.field not in fields.field_names(request.pdf):
        made = SigFieldSpec(place.field, on_page=place.page - 1, box=place.box)
    url = settings.ESIGN_TSA_URL
    stamper = HTTPTimeStamper(url, timeout=TSA_SECONDS) if url else None
    out = io.BytesIO()
    try:
        with _style(request) as style:
            pdf_signer = PdfSigner(facts, signer, timestamper=stamper, stamp_style=style, new_field_spec=made)
            apart(pdf_signer.sign_pdf, IncrementalPdfFileWriter(io.BytesIO(request.pdf)), output=out)
    except TimestampRequestError as problem:
        raise Unavailable("Layanan stempel waktu tidak dapat dihubungi.") from problem
    except (LibraryRefusal, PdfError, ValueError) as problem:
        raise BadDocument("Berkas ini tidak dapat ditandatangani pada tempat yang disiapkan.") from problem
    return out.getvalue()


@contextmanager
def _style(request: SignRequest) -> Iterator[StaticStampStyle | None]:
    """The stamp as we printed it: the library's own would bring a font that is not embedded. None where it is invisible."""
    if not request.placement.box:
        yield None
        return
    printed = stamp_pdf(request.signer.name, request.signer.title, request.verify_url)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(printed)
        file.flush()
        yield StaticStampStyle.from_pdf_file(file.name, border_width=0, background_opacity=1)
