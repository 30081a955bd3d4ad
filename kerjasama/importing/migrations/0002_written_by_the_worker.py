from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('importing', '0001_import_batches'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='importbatch',
            name='importbatch_written_when',
        ),
        migrations.RemoveConstraint(
            model_name='importbatch',
            name='importbatch_file_once',
        ),
        migrations.AlterField(
            model_name='historicalimportbatch',
            name='done',
            field=models.PositiveIntegerField(default=0, verbose_name='sudah dikerjakan'),
        ),
        migrations.AlterField(
            model_name='historicalimportbatch',
            name='failure',
            field=models.TextField(blank=True, verbose_name='sebab gagal'),
        ),
        migrations.AlterField(
            model_name='historicalimportbatch',
            name='state',
            field=models.CharField(choices=[('READING', 'Sedang dibaca'), ('FAILED', 'Tidak terbaca'), ('READY', 'Menunggu keputusan'), ('WRITING', 'Sedang ditulis'), ('CONFIRMED', 'Tertulis dalam register'), ('UNDOING', 'Sedang dibatalkan'), ('UNDONE', 'Dibatalkan'), ('DISCARDED', 'Dibuang')], default='READING', max_length=10, verbose_name='keadaan'),
        ),
        migrations.AlterField(
            model_name='importbatch',
            name='done',
            field=models.PositiveIntegerField(default=0, verbose_name='sudah dikerjakan'),
        ),
        migrations.AlterField(
            model_name='importbatch',
            name='failure',
            field=models.TextField(blank=True, verbose_name='sebab gagal'),
        ),
        migrations.AlterField(
            model_name='importbatch',
            name='state',
            field=models.CharField(choices=[('READING', 'Sedang dibaca'), ('FAILED', 'Tidak terbaca'), ('READY', 'Menunggu keputusan'), ('WRITING', 'Sedang ditulis'), ('CONFIRMED', 'Tertulis dalam register'), ('UNDOING', 'Sedang dibatalkan'), ('UNDONE', 'Dibatalkan'), ('DISCARDED', 'Dibuang')], default='READING', max_length=10, verbose_name='keadaan'),
        ),
        migrations.AddField(
            model_name='importrow',
            name='told',
            field=models.JSONField(blank=True, null=True, verbose_name='menurut barisnya'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['CONFIRMED', 'UNDOING']), _negated=True), models.Q(('confirmed_at__isnull', False), ('undone_at__isnull', True)), _connector='OR'), name='importbatch_written_when'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['READING', 'READY', 'WRITING', 'CONFIRMED', 'UNDOING'])), fields=('sha256',), name='importbatch_file_once'),
        ),
    ]
