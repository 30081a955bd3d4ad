from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0010_old_naskah_in_the_register'),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='from_paper_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='masuk dari proses kertas'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='from_paper_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='masuk dari proses kertas'),
        ),
        migrations.AddField(
            model_name='historicalparaf',
            name='on_paper',
            field=models.BooleanField(default=False, editable=False, verbose_name='di atas kertas'),
        ),
        migrations.AddField(
            model_name='paraf',
            name='on_paper',
            field=models.BooleanField(default=False, editable=False, verbose_name='di atas kertas'),
        ),
    ]
