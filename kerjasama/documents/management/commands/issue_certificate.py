import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import seats
from kerjasama.core.errors import Refusal
from kerjasama.documents.signing import keys

DAYS = 730


class Command(BaseCommand):
    help = (
        "Issue a local certificate for a signer (not certified in the sense of PP 71/2019 art. 60). Two passphrases are read from "
        "the terminal, or from standard input one a line: that of the regional CA, then the signer's own, typed by himself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--days", type=int, default=DAYS, help=f"how long it is valid ({DAYS})")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"Tidak ada pengguna aktif bernama {options['username']}.")
        held = seats(user)
        ca_secret = ask("Frasa sandi CA daerah")
        secret = ask("Frasa sandi penanda tangan", again=True)
        try:
            made = keys.issue(
                user.username, user.full_name, held[0].label if held else "", secret=secret, ca_secret=ca_secret, days=options["days"]
            )  # fmt: skip
        except Refusal as refusal:
            raise CommandError(" ".join(filter(None, (refusal.message, refusal.detail)))) from None
        until = f"{made.not_valid_after_utc:%Y-%m-%d}"
        self.stdout.write(f"Sertifikat {keys.serial_of(made)} untuk {user.full_name} berlaku sampai {until}.")
        self.stdout.write("Tidak tersertifikasi: tidak diterbitkan PSrE Indonesia (PP 71/2019 Pasal 60).")


def ask(label: str, *, again: bool = False) -> str:
    """A secret from the terminal, or the next line of standard input. Never from the arguments of the command."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass(f"{label}: ")
    if again and getpass.getpass(f"{label}, sekali lagi: ") != typed:
        raise CommandError("Kedua frasa sandi tidak sama.")
    return typed
