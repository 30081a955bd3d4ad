from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from kerjasama.core import clock
from kerjasama.core.holidays import load_year


class Command(BaseCommand):
    help = "Muat hari libur nasional dan cuti bersama; hari yang sudah ada tidak diubah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        year = clock.today().year
        parser.add_argument("--from-year", type=int, default=year - 2)
        parser.add_argument("--to-year", type=int, default=year + 1)

    @transaction.atomic
    def handle(self, *, from_year: int, to_year: int, **options: object) -> None:
        if not 1990 <= from_year <= to_year <= 2100:
            raise CommandError("Isi tahun awal dan akhir antara 1990 dan 2100, awal tidak sesudah akhir.")
        for year in range(from_year, to_year + 1):
            loaded = load_year(year)
            self.stdout.write(f"{year}: {loaded.added} hari ditambahkan")
            if not loaded.has_collective_leave:
                self.stdout.write(f"{year}: cuti bersama belum dikenal; lengkapi di admin setelah SKB 3 Menteri terbit")
