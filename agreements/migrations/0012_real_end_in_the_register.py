import datetime

from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    """The register orders by the day on which a naskah really ended; a generated column is made anew for that."""

    dependencies = [
        ('agreements', '0011_from_paper'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='registerentry', name='registerentry_ending'),
        migrations.RemoveField(model_name='registerentry', name='ends_key'),
        migrations.AddField(
            model_name='registerentry',
            name='ends_key',
            field=models.GeneratedField(db_persist=True, expression=Coalesce(models.F('ended_on'), models.F('ends_on'), models.Value(datetime.date(9999, 12, 31))), output_field=models.DateField()),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=models.Index(fields=['ends_key', 'id'], name='registerentry_ending'),
        ),
    ]
