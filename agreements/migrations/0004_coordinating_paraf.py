
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_specimen_of_a_paraf'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='paraf_coordination',
            field=models.JSONField(default=list, editable=False, verbose_name='paraf koordinasi'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='paraf_coordination',
            field=models.JSONField(default=list, editable=False, verbose_name='paraf koordinasi'),
        ),
        migrations.AddField(
            model_name='historicalparaf',
            name='kind',
            field=models.CharField(choices=[('HIERARCHY', 'Paraf hierarki'), ('COORDINATION', 'Paraf koordinasi')], default='HIERARCHY', max_length=12, verbose_name='jenis'),
        ),
        migrations.AddField(
            model_name='paraf',
            name='kind',
            field=models.CharField(choices=[('HIERARCHY', 'Paraf hierarki'), ('COORDINATION', 'Paraf koordinasi')], default='HIERARCHY', max_length=12, verbose_name='jenis'),
        ),
        migrations.AddConstraint(
            model_name='paraf',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['HIERARCHY', 'COORDINATION'])), name='paraf_kind_known'),
        ),
    ]
