import csv
from pathlib import Path

from django.db import migrations

CSV = Path(__file__).resolve().parent.parent / "data" / "countries.csv"


def load_countries(apps, schema_editor):
    Country = apps.get_model("parties", "Country")
    with CSV.open(encoding="utf-8", newline="") as lines:
        Country.objects.bulk_create(Country(**row) for row in csv.DictReader(lines))


class Migration(migrations.Migration):
    replaces = [("parties", "0006_load_countries")]
    dependencies = [("parties", "0002_load_regions")]
    operations = [migrations.RunPython(load_countries, migrations.RunPython.noop)]
