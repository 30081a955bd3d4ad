import hashlib
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kerjasama.documents.public_facts import facts_of
from kerjasama.documents.signing import comparing
from kerjasama.documents.signing.judging import Conclusion, Report, SignatureFacts, judge_of_stranger

SAID = {
    Conclusion.VALID: "Semua tanda tangan sah dan diterbitkan PSrE yang dipercaya.",
    Conclusion.UNTRUSTED: "Semua tanda tangan utuh; paling sedikit satu tidak diterbitkan PSrE Indonesia yang dipercaya.",
    Conclusion.CHANGED: "BERUBAH: berkas diubah sesudah ditandatangani.",
    Conclusion.INVALID: "TIDAK SAH: paling sedikit satu tanda tangan tidak cocok dengan isinya.",
    Conclusion.NO_SIGNATURE: "Berkas ini tidak memuat tanda tangan elektronik.",
    Conclusion.UNREADABLE: "Berkas ini tidak dapat dibaca sebagai PDF bertanda tangan.",
}


class Command(BaseCommand):
    help = (
        "Judge a PDF: its signatures, what they cover, and whether it is a paper of ours. Exit 0: all hold, or unsigned and known to us; "
        "1: changed, invalid or unreadable; 2: unsigned and unknown."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = Path(options["file"]).read_bytes()
        except OSError as problem:
            raise CommandError(f"Berkas tidak dapat dibaca: {problem.strerror}.") from None
        report = judge_of_stranger(content)
        paper = _paper(content, report)
        found = {
            "sha256": hashlib.sha256(content).hexdigest(), "conclusion": str(report.conclusion), "paper": paper,
            "signatures": [_facts(one) for one in report.signatures],
        }  # fmt: skip
        self.stdout.write(json.dumps(found, ensure_ascii=False) if options["json"] else _told(found))
        status = _status(report, paper)
        if status:
            sys.exit(status)


def _paper(content: bytes, report: Report) -> dict[str, Any] | None:
    """What we know of the file: only what the public page shows of a published paper, else that it is ours."""
    held = comparing.known(content, report)
    if held is None:
        return None
    facts = facts_of(held.document)
    shown = {"title": facts.title, "number": held.document.number, "state": facts.code} if facts else {}
    return {"present": held.present, "published": facts is not None, **shown}


def _facts(one: SignatureFacts) -> dict[str, Any]:
    return {
        "field": one.field, "signer": comparing.without_numbers(one.signer), "issuer": one.issuer, "serial": one.serial, "level": one.level,
        "signed_at": one.signed_at.isoformat() if one.signed_at else None, "intact": one.intact, "sound": one.sound, "trusted": one.trusted,
        "covers_whole_file": one.whole, "changed_after": one.changed, "regional_certificate": one.ours, "revoked_at": one.revoked_at,
    }  # fmt: skip


def _told(found: dict[str, Any]) -> str:
    lines = [f"SHA-256 {found['sha256']}", SAID[Conclusion(found["conclusion"])]]
    for number, one in enumerate(found["signatures"], start=1):
        state = "utuh" if one["sound"] else "berubah sesudahnya" if one["changed_after"] else "tidak sah"
        kind = (
            "PSrE dipercaya"
            if one["trusted"]
            else "sertifikat daerah"
            if one["regional_certificate"]
            else "penerbit tidak dikenal"
        )
        cover = "seluruh berkas" if one["covers_whole_file"] else "berkas sampai tanda tangan berikutnya"
        lines.append(
            f"{number}. {one['field']}: {one['signer']}; {state}; {one['level']}, {kind}; mencakup {cover}; {one['signed_at']}"
        )
        if one["revoked_at"]:
            lines.append(f"   Sertifikatnya dicabut sejak {one['revoked_at']}.")
    paper = found["paper"]
    if paper is None:
        lines.append("Bukan berkas yang dikenal sistem ini.")
    else:
        which = "berkas yang terdaftar" if paper["present"] else "bukan berkas yang terdaftar sekarang"
        lines.append(
            " ".join(
                filter(
                    None,
                    [
                        "Dikenal:",
                        paper.get("title", "dokumen yang belum diterbitkan"),
                        paper.get("number"),
                        f"({which},",
                        f"{paper.get('state', 'belum terbit')})",
                    ],
                )
            )
        )
    return "\n".join(lines)


def _status(report: Report, paper: dict[str, Any] | None) -> int:
    if report.conclusion is Conclusion.NO_SIGNATURE:
        return 0 if paper else 2
    return 0 if report.sound else 1
