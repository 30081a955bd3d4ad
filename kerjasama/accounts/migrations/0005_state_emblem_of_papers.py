
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_personal_mark'),
    ]

    operations = [
        migrations.AddField(
            model_name='government',
            name='state_emblem_png',
            field=models.TextField(blank=True, editable=False, verbose_name='lambang negara (PNG)'),
        ),
        migrations.AddField(
            model_name='government',
            name='state_emblem_svg',
            field=models.TextField(blank=True, editable=False, verbose_name='lambang negara (SVG)'),
        ),
        migrations.AddField(
            model_name='historicalgovernment',
            name='state_emblem_png',
            field=models.TextField(blank=True, editable=False, verbose_name='lambang negara (PNG)'),
        ),
        migrations.AddField(
            model_name='historicalgovernment',
            name='state_emblem_svg',
            field=models.TextField(blank=True, editable=False, verbose_name='lambang negara (SVG)'),
        ),
    ]
