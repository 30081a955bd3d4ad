"""What the signatures in a PDF are worth, whoever made them.

Two questions are kept apart. Is the signature sound: right over its bytes, its certificate valid when it signed, nothing
changed afterwards but what a later signature may change (pyHanko's `bottom_line`)? And whom do we trust: does the chain
end at an Indonesian PSrE whose root is in ESIGN_TRUST? A certificate of our own CA is sound and never trusted in that
sense (PP 71/2019 art. 60). The first is asked with the chain that the signature itself brings.
"""

import io
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from asn1crypto import cms, pem
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import MultivaluedAttributeError, NonexistentAttributeError, find_unique_cms_attribute
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from kerjasama.core import clock, upload_pdf
from kerjasama.documents.signing import keys
from kerjasama.documents.signing.apart import apart

logger = logging.getLogger(__name__)
#: A file with more signatures is no naskah; looking at it would only cost time.
MOST = 40
#: An official's certificate signs for good; those of some countries name only a digital signature.
USES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


class Conclusion(StrEnum):
    """What is to be said of a file as a whole."""

    VALID = "VALID"  # every signature sound, every chain ends at a trusted PSrE
    UNTRUSTED = "UNTRUSTED"  # every signature sound, at least one by an issuer that is no trusted PSrE
    CHANGED = "CHANGED"  # a signature holds over its own bytes, and something was changed after it
    INVALID = "INVALID"  # a signature does not hold
    NO_SIGNATURE = "NO_SIGNATURE"
    UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature. `whole`: it covers the file to its end; `changed`: something it does not allow came after it."""

    field: str
    signer: str
    issuer: str
    serial: str
    level: str
    signed_at: datetime | None
    not_before: datetime
    not_after: datetime
    intact: bool
    sound: bool
    trusted: bool
    whole: bool
    changed: bool
    ours: bool
    revoked_at: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A file and its signatures, in the order in which they were made."""

    conclusion: Conclusion
    signatures: tuple[SignatureFacts, ...] = ()

    @property
    def sound(self) -> bool:
        """Every signature holds and nothing was changed afterwards; false for a file without any."""
        return self.conclusion in {Conclusion.VALID, Conclusion.UNTRUSTED}


def judge(pdf: bytes) -> Report:
    """Look at every signature of a file; whatever the file is, the answer is a report."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            return Report(Conclusion.UNREADABLE)
        found = list(reader.embedded_regular_signatures)
        if not found:
            return Report(Conclusion.NO_SIGNATURE)
        if len(found) > MOST:
            return Report(Conclusion.UNREADABLE)
        lasting = "/DSS" in reader.root
        facts = tuple(_facts(one, last=one is found[-1], lasting=lasting) for one in found)
    # A hostile file can break a reader in ways nobody has listed; none of them makes it genuine.
    except Exception as problem:  # noqa: BLE001
        logger.warning("A file broke the reader of signatures: %s", type(problem).__name__)
        return Report(Conclusion.UNREADABLE)
    return Report(_conclusion(facts), facts)


def judge_of_stranger(pdf: bytes) -> Report:
    """`judge` for a file that anybody may bring: first opened apart, so that one that swells costs this process nothing."""
    return judge(pdf) if upload_pdf.opens(pdf) else Report(Conclusion.UNREADABLE)


def _conclusion(facts: Sequence[SignatureFacts]) -> Conclusion:
    if all(one.sound for one in facts):
        return Conclusion.VALID if all(one.trusted for one in facts) else Conclusion.UNTRUSTED
    return Conclusion.CHANGED if all(one.intact for one in facts if not one.sound) else Conclusion.INVALID


def _facts(one: EmbeddedPdfSignature, *, last: bool, lasting: bool) -> SignatureFacts:
    own = one.signer_cert
    others = [cert.chosen for cert in one.signed_data["certificates"] if cert.name == "certificate"]
    moment = one.self_reported_timestamp or clock.now()
    status = _status(one, [_top(own, others)], others, moment)
    whole = one.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    sound = bool(status and status.bottom_line)
    intact = bool(status and status.intact and status.valid and _nothing_hides(one) and _is_whole(_top(own, others)))
    sound = sound and intact
    trusted, ours = (sound and _ends_at(roots, one, others, moment) for roots in (_trusted_roots(), _our_roots()))
    serial = f"{own.serial_number:X}"
    # Behind the last signature nothing may follow but what keeps it verifiable for long (DSS, time stamp).
    if (
        last
        and sound
        and not whole
        and status is not None
        and status.modification_level != ModificationLevel.LTA_UPDATES
    ):
        sound = False
    return SignatureFacts(
        field=str(one.field_name), signer=_common_name(own.subject), issuer=_common_name(own.issuer), serial=serial,
        level=_level(one, lasting), signed_at=one.self_reported_timestamp, not_before=own.not_valid_before,
        not_after=own.not_valid_after, intact=intact, sound=sound, trusted=trusted, whole=whole,
        changed=intact and not sound, ours=ours, revoked_at=keys.revoked().get(serial, {}).get("at", ""),
    )  # fmt: skip


def _status(one: EmbeddedPdfSignature, roots: list[Any], others: list[Any], moment: datetime) -> Any:
    stamps = _stamp_certificates(one)
    context = ValidationContext(trust_roots=roots, other_certs=others, moment=moment, allow_fetching=False)
    stamp_context = ValidationContext(
        trust_roots=[_top(cert, stamps) for cert in stamps] or roots, other_certs=stamps, moment=moment, allow_fetching=False
    )  # fmt: skip
    try:
        return apart(validate_pdf_signature, one, context, stamp_context, key_usage_settings=USES)
    except (SignatureValidationError, PdfError, ValueError):
        return None


def _ends_at(roots: list[Any], one: EmbeddedPdfSignature, others: list[Any], moment: datetime) -> bool:
    status = _status(one, roots, others, moment) if roots else None
    return bool(status and status.trusted)


def _nothing_hides(one: EmbeddedPdfSignature) -> bool:
    """The room behind a signature is empty: no signature covers its own place in the file."""
    content = bytes(one.pkcs7_content)
    return not content[len(cms.ContentInfo.load(content).dump()) :].strip(b"\0")


def _is_whole(top: Any) -> bool:
    """A root that the signature brings itself is right over its own bytes; nobody else vouches for it here."""
    if not top.self_issued:
        return True
    root = x509.load_der_x509_certificate(top.dump())
    try:
        root.verify_directly_issued_by(root)
    except (InvalidSignature, TypeError, ValueError):
        return False
    return True


def _stamp_certificates(one: EmbeddedPdfSignature) -> list[Any]:
    token = _time_stamp(one)
    if token is None:
        return []
    return [cert.chosen for cert in token["content"]["certificates"] if cert.name == "certificate"]


def _time_stamp(one: EmbeddedPdfSignature) -> Any:
    """The time stamp token on a signature, or None."""
    try:
        return find_unique_cms_attribute(one.signer_info["unsigned_attrs"], "signature_time_stamp_token")
    except (NonexistentAttributeError, MultivaluedAttributeError):
        return None


def _top(own: Any, others: Iterable[Any]) -> Any:
    """The highest certificate that the signature brings itself, from its own upwards."""
    found, seen = own, {own.sha256}
    while found.self_issued is False:
        above = next((c for c in others if c.subject == found.issuer and c.sha256 not in seen), None)
        if above is None:
            break
        found = above
        seen.add(found.sha256)
    return found


def _trusted_roots() -> list[Any]:
    """Roots of Indonesian PSrE: the PEM files of ESIGN_TRUST."""
    place = getattr(settings, "ESIGN_TRUST", "")
    roots = []
    for path in sorted(Path(place).glob("*.pem")) if place else ():
        roots += [asn1.Certificate.load(der) for _, _, der in pem.unarmor(path.read_bytes(), multiple=True)]
    return roots


def _our_roots() -> list[Any]:
    authority = keys.authority_certificate()
    return [asn1.Certificate.load(authority.public_bytes(Encoding.DER))] if authority else []


def _level(one: EmbeddedPdfSignature, lasting: bool) -> str:
    stamped = _time_stamp(one) is not None
    if lasting and stamped:
        return "B-LT"
    return "B-T" if stamped else "B-B"


def _common_name(name: Any) -> str:
    value = name.native.get("common_name", name.human_friendly)
    return str(value[0] if isinstance(value, list) else value)
