
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0002_partner_remarks_and_library'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalparaf',
            name='specimen',
            field=models.TextField(blank=True, editable=False, max_length=8000, verbose_name='spesimen'),
        ),
        migrations.AddField(
            model_name='paraf',
            name='specimen',
            field=models.TextField(blank=True, editable=False, max_length=8000, verbose_name='spesimen'),
        ),
    ]
