"""Everything a clock would start, once, idempotent."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kerjasama.desk.clockwork import run_due


class Command(BaseCommand):
    help = "Menjalankan yang jatuh tempo hari ini: permohonan kedaluwarsa, tenggat DPRD lewat, naskah berakhir, laporan monev, laporan wajib."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        done = run_due()
        if options["json"]:
            self.stdout.write(json.dumps(done.as_json(), ensure_ascii=False))
            return
        reminded = done.ending_reminders + done.old_ending_reminders
        self.stdout.write(
            f"Kedaluwarsa {done.expired_offers}, lewat tenggat DPRD {done.overdue_requests}, "
            f"berakhir {done.ended_agreements}, pengingat berakhir {reminded}, tugas perpanjangan {done.renewal_tasks}, "
            f"laporan dibuka {done.opened_reports}, laporan wajib dibuka {done.statutory_reports}, peringatan izin {done.permit_alarms}."
        )
        for line in done.refused:
            self.stderr.write(line)
