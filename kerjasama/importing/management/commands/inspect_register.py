import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kerjasama.core import clock
from kerjasama.core.errors import Refusal
from kerjasama.importing import telling
from kerjasama.importing.reading.book import Choices, survey
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.sheets import open_source


class Command(BaseCommand):
    help = "Tell what the importer would read from a register (XLSX, XLS, ODS, CSV, TSV). Reads the file only; no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--sheet", type=int, help="the sheet, counted from 1; else the one with most lines")
        parser.add_argument("--us", default="", help='our government, such as "Pemerintah Kabupaten Wanasari"')
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        us = Us.named(options["us"]) if options.get("us") else None
        sheet = options["sheet"] - 1 if options.get("sheet") else None
        try:
            source = open_source(path.read_bytes(), path.name)
            report = survey(source, clock.today(), us, Choices(sheet=sheet))
            self._write(report, bool(options.get("json")))
        except OSError as problem:
            raise CommandError(f"Berkas tidak dapat dibaca: {problem.strerror}.") from None
        except Refusal as refused:
            raise CommandError(f"{refused.message} {refused.detail}".strip()) from None

    def _write(self, report: Any, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(telling.as_json(report), ensure_ascii=False))
            return
        for line in telling.told(report):
            self.stdout.write(line)
