"""What a file that somebody holds has to do with a paper of ours: the same, an earlier one, changed, or another."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from kerjasama.documents import storage
from kerjasama.documents.models import Document, ElectronicSignature, StoredFile
from kerjasama.documents.signing.judging import Report, judge_of_stranger


class Verdict(StrEnum):
    """What is said of the file, plainly."""

    SAME = "SAME"
    EARLIER = "EARLIER"  # ours, from before all had signed
    ADDED = "ADDED"  # ours, with a further signature that we do not know; all hold
    CHANGED = "CHANGED"  # ours, changed after it was signed or printed
    DIFFERENT = "DIFFERENT"


@dataclass(frozen=True, slots=True)
class Known:
    """What we know of a file: the paper it belongs to, and whether it is that paper's present file."""

    document: Document
    present: bool


def present_file(document: Document) -> StoredFile | None:
    """The file that counts: with the newest signature, else as it was printed or received."""
    last = document.signatures.select_related("file").order_by("-order").first()
    return last.file if last else document.file


def compare(document: Document, content: bytes) -> Verdict:
    """What a file has to do with this paper: hashes first, its signatures when they do not tell."""
    sha256 = hashlib.sha256(content).hexdigest()
    present, printed = present_file(document), document.file
    if present is None or printed is None:
        return Verdict.DIFFERENT
    if sha256 == present.sha256:
        return Verdict.SAME
    if sha256 == printed.sha256 or document.signatures.filter(file__sha256=sha256).exists():
        return Verdict.EARLIER
    report = judge_of_stranger(content)
    if content.startswith(storage.read(printed.sha256) or b"\0"):
        return Verdict.ADDED if report.sound else Verdict.CHANGED
    ours = set(document.signatures.values_list("serial", "signed_at"))
    bears_ours = any((one.serial, one.signed_at) in ours for one in report.signatures)
    return Verdict.CHANGED if bears_ours else Verdict.DIFFERENT


def known(content: bytes, report: Report) -> Known | None:
    """The paper of ours that a file is, or whose signatures it bears; None when we do not know it."""
    sha256 = hashlib.sha256(content).hexdigest()
    row = ElectronicSignature.objects.filter(file__sha256=sha256).select_related("document").first()
    document = row.document if row else Document.objects.filter(file__sha256=sha256).order_by("pk").first()
    if document is not None:
        present = present_file(document)
        return Known(document, present is not None and present.sha256 == sha256)
    for one in report.signatures:
        row = (
            ElectronicSignature.objects.filter(serial=one.serial, signed_at=one.signed_at)
            .select_related("document")
            .first()
        )
        if row is not None:
            return Known(row.document, present=False)
    return None


def without_numbers(name: str) -> str:
    """A name from a certificate, without the long numbers that some issuers put there (NIK, NIP)."""
    return re.sub(r"\d{9,}", "…", name)
