
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agreements', '0010_old_naskah_in_the_register'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalImportBatch',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('file_name', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(verbose_name='ukuran (bita)')),
                ('place', models.CharField(db_index=True, max_length=64, verbose_name='letak')),
                ('state', models.CharField(choices=[('READING', 'Sedang dibaca'), ('FAILED', 'Tidak terbaca'), ('READY', 'Menunggu keputusan'), ('CONFIRMED', 'Tertulis dalam register'), ('UNDONE', 'Dibatalkan'), ('DISCARDED', 'Dibuang')], default='READING', max_length=10, verbose_name='keadaan')),
                ('reading', models.PositiveIntegerField(default=1, verbose_name='pembacaan ke')),
                ('choices', models.JSONField(blank=True, default=dict, verbose_name='pilihan')),
                ('found', models.JSONField(blank=True, default=dict, verbose_name='yang ditemukan')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='sudah dibaca')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='seluruhnya')),
                ('failure', models.TextField(blank=True, verbose_name='sebab tidak terbaca')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='ditulis pada')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('confirmed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditulis oleh')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='pengunggah')),
                ('undone_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh')),
            ],
            options={
                'verbose_name': 'historical impor register',
                'verbose_name_plural': 'historical impor register',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('file_name', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='SHA-256')),
                ('size', models.PositiveBigIntegerField(verbose_name='ukuran (bita)')),
                ('place', models.CharField(max_length=64, unique=True, verbose_name='letak')),
                ('state', models.CharField(choices=[('READING', 'Sedang dibaca'), ('FAILED', 'Tidak terbaca'), ('READY', 'Menunggu keputusan'), ('CONFIRMED', 'Tertulis dalam register'), ('UNDONE', 'Dibatalkan'), ('DISCARDED', 'Dibuang')], default='READING', max_length=10, verbose_name='keadaan')),
                ('reading', models.PositiveIntegerField(default=1, verbose_name='pembacaan ke')),
                ('choices', models.JSONField(blank=True, default=dict, verbose_name='pilihan')),
                ('found', models.JSONField(blank=True, default=dict, verbose_name='yang ditemukan')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='sudah dibaca')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='seluruhnya')),
                ('failure', models.TextField(blank=True, verbose_name='sebab tidak terbaca')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='ditulis pada')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditulis oleh')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='pengunggah')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh')),
            ],
            options={
                'verbose_name': 'impor register',
                'verbose_name_plural': 'impor register',
                'ordering': ['-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='baris')),
                ('verdict', models.CharField(choices=[('NEW', 'Baru'), ('CHANGED', 'Berubah'), ('SAME', 'Sama'), ('HERE', 'Sudah ada dalam sistem'), ('WARNING', 'Perlu dilihat'), ('ERROR', 'Salah')], max_length=8, verbose_name='putusan')),
                ('relation', models.CharField(choices=[('NEW', 'Baru'), ('CHANGED', 'Berubah'), ('SAME', 'Sama'), ('HERE', 'Sudah ada dalam sistem'), ('WARNING', 'Perlu dilihat'), ('ERROR', 'Salah')], max_length=8, verbose_name='terhadap register')),
                ('included', models.BooleanField(default=True, verbose_name='ikut ditulis')),
                ('title', models.CharField(blank=True, max_length=500, verbose_name='judul')),
                ('looked_for', models.TextField(blank=True, verbose_name='dicari menurut')),
                ('facts', models.JSONField(default=dict, verbose_name='isian')),
                ('cells', models.JSONField(default=list, verbose_name='sel')),
                ('errors', models.JSONField(default=list, verbose_name='salah')),
                ('warnings', models.JSONField(default=list, verbose_name='perhatikan')),
                ('notes', models.JSONField(default=list, verbose_name='keterangan')),
                ('unknown', models.JSONField(default=list, verbose_name='belum diketahui')),
                ('changes', models.JSONField(default=list, verbose_name='perubahan')),
                ('fingerprint', models.CharField(max_length=32, verbose_name='sidik baris')),
                ('edition', models.PositiveIntegerField(default=0, verbose_name='penulisan ke')),
                ('before', models.JSONField(blank=True, null=True, verbose_name='isian sebelumnya')),
                ('written', models.BooleanField(default=False, verbose_name='tertulis')),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.agreement', verbose_name='naskah dalam sistem')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='importing.importbatch', verbose_name='impor')),
                ('old', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='import_rows', to='agreements.oldnaskah', verbose_name='naskah lama')),
            ],
            options={
                'verbose_name': 'baris impor',
                'verbose_name_plural': 'baris impor',
                'ordering': ['number'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RememberedColumns',
            fields=[
                ('signature', models.CharField(max_length=32, primary_key=True, serialize=False, verbose_name='sidik judul kolom')),
                ('mapping', models.TextField(verbose_name='pemetaan')),
                ('kept_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='disimpan pada')),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disimpan oleh')),
            ],
            options={
                'verbose_name': 'pemetaan kolom',
                'verbose_name_plural': 'pemetaan kolom',
                'default_permissions': (),
            },
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='importbatch_written_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'UNDONE'), _negated=True), models.Q(('confirmed_at__isnull', False), ('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='importbatch_undone_after_written'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'CONFIRMED'), _negated=True), models.Q(('confirmed_at__isnull', False), ('undone_at__isnull', True)), _connector='OR'), name='importbatch_written_when'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['READING', 'READY', 'CONFIRMED'])), fields=('sha256',), name='importbatch_file_once'),
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(fields=['batch', 'verdict', 'number'], name='importrow_verdict'),
        ),
        migrations.AddConstraint(
            model_name='importrow',
            constraint=models.UniqueConstraint(fields=('batch', 'number'), name='importrow_once'),
        ),
        migrations.AddConstraint(
            model_name='importrow',
            constraint=models.CheckConstraint(condition=models.Q(('included', False), models.Q(('verdict__in', ['ERROR', 'SAME', 'HERE']), _negated=True), _connector='OR'), name='importrow_not_for_writing'),
        ),
        migrations.AddConstraint(
            model_name='importrow',
            constraint=models.CheckConstraint(condition=models.Q(('written', False), ('old__isnull', False), _connector='OR'), name='importrow_written_as_naskah'),
        ),
    ]
