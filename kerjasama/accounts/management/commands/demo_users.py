import json
from argparse import ArgumentParser
from dataclasses import asdict

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kerjasama.accounts.selectors import demo_accounts


class Command(BaseCommand):
    help = "Tampilkan akun demo: nama pengguna, kata sandi, jabatan. Hanya dalam mode demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, **options: object) -> None:
        if not getattr(settings, "DEMO_MODE", False):
            raise CommandError("Mode demo tidak aktif.")
        accounts = demo_accounts()
        if options["json"]:
            rows = [asdict(account) for account in accounts]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for account in accounts:
            self.stdout.write(f"{account.username}\t{account.password}\t{', '.join(account.titles)}")
