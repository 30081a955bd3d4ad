from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kerjasama.core.errors import Refusal
from kerjasama.documents.signing import keys


class Command(BaseCommand):
    help = "Revoke the local certificate of a signer: from now on it signs nothing more. Earlier signatures stand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reason", required=True, help="why, for the record")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            serial = keys.revoke(options["username"], options["reason"])
        except Refusal:
            raise CommandError(f"Tidak ada sertifikat untuk {options['username']}.") from None
        self.stdout.write(f"Sertifikat {serial} dicabut.")
