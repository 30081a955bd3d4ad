"""Verify the audit chain: exit code 0 when it is sound, 1 when not."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kerjasama.workflow.audit import verify


class Command(BaseCommand):
    help = "Memeriksa rantai audit: setiap mata rantai, setiap baris yang disebutnya, dan tidak ada baris di luarnya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluaran JSON")
        parser.add_argument("--head", default="", help="kepala rantai yang pernah diumumkan, urutan:sidik")

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify(options["head"])
        if options["json"]:
            facts = {
                "sound": verdict.sound,
                "entries": verdict.entries,
                "head": verdict.head,
                "problem": verdict.problem,
            }
            self.stdout.write(json.dumps(facts, ensure_ascii=False))
        elif verdict.sound:
            self.stdout.write(
                f"Rantai audit utuh: {verdict.entries} mata rantai, kepala {verdict.entries}:{verdict.head}"
            )
        else:
            self.stderr.write(f"Rantai audit RUSAK: {verdict.problem}")
        if not verdict.sound:
            raise SystemExit(1)
