import csv
from pathlib import Path

from django.db import migrations

LEVELS = {
    "provinsi": ("PROVINCE", "Gubernur"),
    "kabupaten": ("REGENCY", "Bupati"),
    "kota": ("CITY", "Wali Kota"),
}
CSV = Path(__file__).resolve().parent.parent / "data" / "regions.csv"


def load_regions(apps, schema_editor):
    Region = apps.get_model("parties", "Region")
    with CSV.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["province_code"] != "")
    Region.objects.bulk_create(
        Region(
            code=row["code"],
            name=row["name"],
            level=LEVELS[row["level"]][0],
            head_title=LEVELS[row["level"]][1],
            province_id=row["province_code"] or None,
            autonomous=row["province_code"] != "31",
        )
        for row in rows
    )


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_foundation")]
    operations = [migrations.RunPython(load_regions, migrations.RunPython.noop)]
