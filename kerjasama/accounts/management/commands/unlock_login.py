from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from kerjasama.accounts import lockout
from kerjasama.accounts.selectors import by_login


class Command(BaseCommand):
    help = "Buka kunci masuk seorang pengguna setelah terlalu banyak kata sandi salah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="nama pengguna atau surel")

    def handle(self, *, username: str, **options: object) -> None:
        user = by_login(username)
        if user is None:
            raise CommandError(f"Tidak ada pengguna {username}.")
        lockout.unlock(user.username)
        self.stdout.write(f"Kunci masuk {user.username} sudah dibuka.")
