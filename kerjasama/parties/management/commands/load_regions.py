import csv
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from kerjasama.parties.models import Region, region_values

LIST = Path(__file__).resolve().parents[2] / "data" / "regions.csv"
FIELDS = ["name", "level", "province", "autonomous", "head_title"]


class Command(BaseCommand):
    help = "Muat atau perbarui daftar daerah dari kode wilayah resmi; tidak ada yang dihapus."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=LIST, help="CSV code,name,level,province_code")

    @transaction.atomic
    def handle(self, *, file: Path, **options: object) -> None:
        with file.open(encoding="utf-8", newline="") as lines:
            regions = [Region(**region_values(*row.values())) for row in csv.DictReader(lines)]
        # A member points at its province, so provinces are written first.
        regions.sort(key=lambda region: region.province_id is not None)
        before = Region.objects.count()
        Region.objects.bulk_create(regions, update_conflicts=True, unique_fields=["code"], update_fields=FIELDS)
        added = Region.objects.count() - before
        self.stdout.write(f"{len(regions)} daerah dibaca, {added} baru.")
