from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from kerjasama.accounts import inviting, links, permissions
from kerjasama.accounts.inviting import NewOffice
from kerjasama.accounts.models import Holding, Invitation
from kerjasama.accounts.offices import Office
from kerjasama.core import clock
from kerjasama.core.errors import BadInput


class Command(BaseCommand):
    help = "Buat administrator pertama dan tampilkan tautan undangannya; kata sandi dibuat oleh orangnya sendiri."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="surel administrator")
        parser.add_argument("nama", help="nama lengkap, dalam tanda kutip")
        parser.add_argument("--dasar", default="Penunjukan administrator aplikasi", help="dasar penunjukan")
        parser.add_argument("--tambahan", action="store_true", help="izinkan walaupun sudah ada administrator aktif")

    def handle(self, *, email: str, nama: str, dasar: str, tambahan: bool, **options: object) -> None:
        if permissions.people_in(Office.ADMIN) and not tambahan:
            raise CommandError("Sudah ada administrator aktif; ia dapat mengundang yang lain. Paksa dengan --tambahan.")
        try:
            validate_email(email)
            address = self._invited(email, nama, dasar)
        except BadInput as refusal:
            lines = [line for found in refusal.errors.values() for line in found]
            raise CommandError("\n".join([refusal.message, *lines])) from refusal
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        self.stdout.write(f"Buka tautan ini satu kali untuk membuat kata sandi:\n{address}")

    @transaction.atomic
    def _invited(self, email: str, name: str, basis: str) -> str:
        by = permissions.system_user()
        waiting = Invitation.objects.filter(email__iexact=email, accepted_at=None, revoked_at=None).first()
        if waiting is not None and Holding.objects.filter(user=waiting.user_id, office=Office.ADMIN).exists():
            # The link was lost before it was used: the next one takes its place.
            return links.draw(inviting.send_again(waiting, by=by, mail=False))
        office = NewOffice(office=Office.ADMIN, starts_on=clock.today(), title="Administrator Aplikasi", basis=basis)
        return links.draw(inviting.invite(full_name=name, email=email, offices=[office], by=by, mail=False))
