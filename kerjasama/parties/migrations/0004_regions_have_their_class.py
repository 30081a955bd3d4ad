from django.db import migrations


def name_regions(apps, schema_editor):
    """Partners that are regions have one class only; of the others nothing is guessed."""
    apps.get_model("parties", "Partner").objects.filter(kind="REGION", legal_class="").update(legal_class="REGION")


class Migration(migrations.Migration):
    dependencies = [("parties", "0003_legal_class_and_borders")]

    operations = [migrations.RunPython(name_regions, migrations.RunPython.noop)]
