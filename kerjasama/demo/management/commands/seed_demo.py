import time

from django.core.management.base import BaseCommand, CommandError

from kerjasama.demo.seeding import CannotSeed, seed
from kerjasama.documents.models import Document
from proposals.models import Proposal


class Command(BaseCommand):
    help = "Isi basis data kosong dengan daerah peragaan Kabupaten Wanasari. Tidak pernah pada lingkungan produksi."

    def handle(self, **options: object) -> None:
        began = time.monotonic()
        try:
            seed(lambda line: self._say(began, line))
        except CannotSeed as problem:
            raise CommandError(str(problem)) from problem
        waiting = Document.objects.filter(status=Document.Status.QUEUED).count()
        self._say(began, f"{Proposal.objects.count()} usulan; {waiting} dokumen lain dicetak pekerja di latar belakang")

    def _say(self, began: float, line: str) -> None:
        self.stdout.write(f"    {time.monotonic() - began:5.1f} detik  {line}")
        self.stdout.flush()
