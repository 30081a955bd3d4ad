from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django_fsm
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock
import monitoring.lifecycle


class Migration(migrations.Migration):

    replaces = [
        ('monitoring', '0001_initial'),
        ('monitoring', '0002_office_of_partners'),
        ('monitoring', '0003_nine_parts_of_a_foreign_report'),
        ('monitoring', '0004_office_of_dprd_members'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0001_foundation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('agreements', '0001_foundation'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalReport',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('stage', django_fsm.FSMField(db_index=True, max_length=32, protected=True, verbose_name='tahap')),
                ('route_key', models.CharField(editable=False, max_length=48, verbose_name='rute')),
                ('route_version', models.PositiveSmallIntegerField(editable=False, verbose_name='versi rute')),
                ('act_count', models.PositiveIntegerField(default=0, editable=False, verbose_name='jumlah tindakan')),
                ('stage_since', models.DateField(editable=False, verbose_name='sejak')),
                ('due_on', models.DateField(blank=True, editable=False, null=True, verbose_name='tenggat')),
                ('turn_office', models.CharField(blank=True, choices=[('OPD', 'Perangkat daerah'), ('BAGIAN', 'Bagian Kerja Sama'), ('KABAG', 'Kepala Bagian Kerja Sama'), ('HUKUM', 'Bagian Hukum'), ('BPKAD', 'BPKAD'), ('BAPPEDA', 'Bappeda'), ('ASISTEN', 'Asisten Sekretaris Daerah'), ('SEKDA', 'Sekretaris Daerah'), ('KDH', 'Kepala Daerah'), ('TKKSD', 'Anggota TKKSD'), ('SETWAN', 'Sekretariat DPRD'), ('DPRD_MEMBER', 'Pimpinan/Anggota DPRD'), ('INSPEKTORAT', 'Inspektorat'), ('ADMIN', 'Administrator'), ('SYSTEM', 'Sistem'), ('PARTNER', 'Mitra')], editable=False, max_length=16, verbose_name='giliran')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('half', models.PositiveSmallIntegerField(default=0, help_text='0 untuk laporan setahun penuh', verbose_name='semester')),
                ('starts_on', models.DateField(verbose_name='awal periode')),
                ('ends_on', models.DateField(verbose_name='akhir periode')),
                ('activities', models.TextField(blank=True, max_length=8000, verbose_name='pelaksanaan kegiatan')),
                ('outputs', models.TextField(blank=True, max_length=8000, verbose_name='keluaran')),
                ('outcomes', models.TextField(blank=True, max_length=8000, verbose_name='hasil dan manfaat')),
                ('problems', models.TextField(blank=True, max_length=8000, verbose_name='permasalahan')),
                ('follow_up', models.TextField(blank=True, max_length=8000, verbose_name='tindak lanjut')),
                ('cost_sources', models.TextField(blank=True, max_length=4000, verbose_name='pembiayaan menurut sumber')),
                ('documentation', models.TextField(blank=True, max_length=4000, verbose_name='dokumentasi')),
                ('recommendation', models.TextField(blank=True, max_length=4000, verbose_name='usul keberlanjutan')),
                ('indicators', models.JSONField(blank=True, default=list, verbose_name='indikator')),
                ('budget_planned', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='anggaran')),
                ('budget_realised', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='realisasi anggaran')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('agreement', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('turn_unit', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.orgunit', verbose_name='giliran unit')),
            ],
            options={
                'verbose_name': 'historical laporan monev',
                'verbose_name_plural': 'historical laporan monev',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('stage', django_fsm.FSMField(db_index=True, max_length=32, protected=True, verbose_name='tahap')),
                ('route_key', models.CharField(editable=False, max_length=48, verbose_name='rute')),
                ('route_version', models.PositiveSmallIntegerField(editable=False, verbose_name='versi rute')),
                ('act_count', models.PositiveIntegerField(default=0, editable=False, verbose_name='jumlah tindakan')),
                ('stage_since', models.DateField(editable=False, verbose_name='sejak')),
                ('due_on', models.DateField(blank=True, editable=False, null=True, verbose_name='tenggat')),
                ('turn_office', models.CharField(blank=True, choices=[('OPD', 'Perangkat daerah'), ('BAGIAN', 'Bagian Kerja Sama'), ('KABAG', 'Kepala Bagian Kerja Sama'), ('HUKUM', 'Bagian Hukum'), ('BPKAD', 'BPKAD'), ('BAPPEDA', 'Bappeda'), ('ASISTEN', 'Asisten Sekretaris Daerah'), ('SEKDA', 'Sekretaris Daerah'), ('KDH', 'Kepala Daerah'), ('TKKSD', 'Anggota TKKSD'), ('SETWAN', 'Sekretariat DPRD'), ('DPRD_MEMBER', 'Pimpinan/Anggota DPRD'), ('INSPEKTORAT', 'Inspektorat'), ('ADMIN', 'Administrator'), ('SYSTEM', 'Sistem'), ('PARTNER', 'Mitra')], editable=False, max_length=16, verbose_name='giliran')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('half', models.PositiveSmallIntegerField(default=0, help_text='0 untuk laporan setahun penuh', verbose_name='semester')),
                ('starts_on', models.DateField(verbose_name='awal periode')),
                ('ends_on', models.DateField(verbose_name='akhir periode')),
                ('activities', models.TextField(blank=True, max_length=8000, verbose_name='pelaksanaan kegiatan')),
                ('outputs', models.TextField(blank=True, max_length=8000, verbose_name='keluaran')),
                ('outcomes', models.TextField(blank=True, max_length=8000, verbose_name='hasil dan manfaat')),
                ('problems', models.TextField(blank=True, max_length=8000, verbose_name='permasalahan')),
                ('follow_up', models.TextField(blank=True, max_length=8000, verbose_name='tindak lanjut')),
                ('cost_sources', models.TextField(blank=True, max_length=4000, verbose_name='pembiayaan menurut sumber')),
                ('documentation', models.TextField(blank=True, max_length=4000, verbose_name='dokumentasi')),
                ('recommendation', models.TextField(blank=True, max_length=4000, verbose_name='usul keberlanjutan')),
                ('indicators', models.JSONField(blank=True, default=list, verbose_name='indikator')),
                ('budget_planned', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='anggaran')),
                ('budget_realised', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='realisasi anggaran')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='agreements.agreement', verbose_name='naskah')),
                ('turn_unit', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='giliran unit')),
            ],
            options={
                'verbose_name': 'laporan monev',
                'verbose_name_plural': 'laporan monev',
                'ordering': ['-year', '-half', '-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['turn_office', 'turn_unit', 'due_on'], name='report_turn')],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'year', 'half'), name='report_once_per_period'), models.CheckConstraint(condition=models.Q(('half__in', [0, 1, 2])), name='report_half_known'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='report_period_in_order'), models.CheckConstraint(condition=models.Q(('stage', 'OPEN'), models.Q(('budget_realised__isnull', False), models.Q(('activities', ''), _negated=True)), _connector='OR'), name='report_sent_is_filled')],
            },
            bases=(monitoring.lifecycle.ReportLifecycle, django_fsm.ConcurrentTransitionMixin, models.Model),
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('scores', models.JSONField(verbose_name='nilai')),
                ('notes', models.JSONField(default=dict, verbose_name='catatan')),
                ('average', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='rata-rata')),
                ('verdict', models.CharField(choices=[('CONTINUE', 'Dilanjutkan'), ('WIDEN', 'Diperluas'), ('REPAIR', 'Diperbaiki'), ('STOP', 'Dihentikan')], max_length=10, verbose_name='rekomendasi')),
                ('summary', models.TextField(max_length=8000, verbose_name='kesimpulan')),
                ('evaluated_on', models.DateField(verbose_name='dinilai pada')),
                ('evaluated_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='penilai')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='evaluation', to='monitoring.report', verbose_name='laporan')),
            ],
            options={
                'verbose_name': 'evaluasi',
                'verbose_name_plural': 'evaluasi',
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('average__gte', 1), ('average__lte', 5)), name='evaluation_average_in_range')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('text', models.CharField(max_length=500, verbose_name='temuan')),
                ('owner', models.CharField(max_length=160, verbose_name='penanggung jawab')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='tenggat')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='dicabut')),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='monitoring.evaluation', verbose_name='evaluasi')),
            ],
            options={
                'verbose_name': 'temuan',
                'verbose_name_plural': 'temuan',
                'ordering': ['pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='HistoricalFinding',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('text', models.CharField(max_length=500, verbose_name='temuan')),
                ('owner', models.CharField(max_length=160, verbose_name='penanggung jawab')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='tenggat')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='dicabut')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('evaluation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.evaluation', verbose_name='evaluasi')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical temuan',
                'verbose_name_plural': 'historical temuan',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalEvaluation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('scores', models.JSONField(verbose_name='nilai')),
                ('notes', models.JSONField(default=dict, verbose_name='catatan')),
                ('average', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='rata-rata')),
                ('verdict', models.CharField(choices=[('CONTINUE', 'Dilanjutkan'), ('WIDEN', 'Diperluas'), ('REPAIR', 'Diperbaiki'), ('STOP', 'Dihentikan')], max_length=10, verbose_name='rekomendasi')),
                ('summary', models.TextField(max_length=8000, verbose_name='kesimpulan')),
                ('evaluated_on', models.DateField(verbose_name='dinilai pada')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('evaluated_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='penilai')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.report', verbose_name='laporan')),
            ],
            options={
                'verbose_name': 'historical evaluasi',
                'verbose_name_plural': 'historical evaluasi',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
