import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kerjasama.documents import checking


class Command(BaseCommand):
    help = (
        "Read every stored file again and compare it with its hash. Exit 0: all there and unchanged; "
        "1: something is missing or changed. --sweep removes bytes that no row speaks of."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
        parser.add_argument("--sweep", action="store_true", help="remove bytes without a row")

    def handle(self, *args: Any, **options: Any) -> None:
        removed = checking.sweep() if options["sweep"] else 0
        findings = checking.verify()
        if options["json"]:
            self.stdout.write(json.dumps({**findings.as_json(), "swept": removed}))
        else:
            self._say(findings, removed)
        if not findings.sound:
            sys.exit(1)

    def _say(self, findings: checking.Findings, removed: int | None) -> None:
        self.stdout.write(f"{findings.checked} berkas diperiksa.")
        for sha256 in findings.missing:
            self.stdout.write(f"HILANG {sha256}")
        for sha256 in findings.changed:
            self.stdout.write(f"BERUBAH {sha256}")
        if removed is None:
            self.stdout.write("Sisa berkas belum dibersihkan karena ada berkas yang sedang disimpan; ulangi nanti.")
        elif removed:
            self.stdout.write(f"{removed} sisa berkas dibersihkan.")
        if findings.loose:
            self.stdout.write(f"{len(findings.loose)} sisa berkas tanpa catatan (bersihkan dengan --sweep).")
        self.stdout.write("Utuh." if findings.sound else "TIDAK UTUH.")
