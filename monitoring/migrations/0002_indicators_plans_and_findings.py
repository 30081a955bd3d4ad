from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


def light_of_older_ones(apps, schema_editor):
    """Evaluations from before have a light from their average alone, and say so by having no parts."""
    evaluation = apps.get_model("monitoring", "Evaluation")
    evaluation.objects.filter(average__gte="3.5").update(light="GREEN")
    evaluation.objects.filter(average__gte="2.5", average__lt="3.5").update(light="YELLOW")
    evaluation.objects.filter(average__lt="2.5").update(light="RED")


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_views'),
        ('agreements', '0009_other_results'),
        ('monitoring', '0001_foundation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('order', models.PositiveSmallIntegerField(verbose_name='urutan')),
                ('text', models.CharField(max_length=300, verbose_name='kegiatan')),
                ('responsible', models.CharField(max_length=160, verbose_name='pelaksana')),
                ('first_month', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='bulan mulai')),
                ('last_month', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='bulan selesai')),
                ('budget', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=18, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='anggaran')),
                ('source', models.CharField(choices=[('APBD', 'APBD'), ('APBN', 'APBN'), ('PARTNER', 'Mitra'), ('OTHER', 'Sumber lain')], default='APBD', max_length=8, verbose_name='sumber')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='dicabut')),
            ],
            options={
                'verbose_name': 'kegiatan',
                'verbose_name_plural': 'kegiatan',
                'ordering': ['order', 'pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='HistoricalActivity',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('order', models.PositiveSmallIntegerField(verbose_name='urutan')),
                ('text', models.CharField(max_length=300, verbose_name='kegiatan')),
                ('responsible', models.CharField(max_length=160, verbose_name='pelaksana')),
                ('first_month', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='bulan mulai')),
                ('last_month', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='bulan selesai')),
                ('budget', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=18, validators=[django.core.validators.MinValueValidator(Decimal('0'), 'Nilai tidak boleh negatif.')], verbose_name='anggaran')),
                ('source', models.CharField(choices=[('APBD', 'APBD'), ('APBN', 'APBN'), ('PARTNER', 'Mitra'), ('OTHER', 'Sumber lain')], default='APBD', max_length=8, verbose_name='sumber')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='dicabut')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical kegiatan',
                'verbose_name_plural': 'historical kegiatan',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalIndicator',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('order', models.PositiveSmallIntegerField(verbose_name='urutan')),
                ('name', models.CharField(max_length=200, verbose_name='indikator')),
                ('measure', models.CharField(max_length=40, verbose_name='satuan')),
                ('better', models.CharField(choices=[('MORE', 'Makin besar makin baik'), ('LESS', 'Makin kecil makin baik')], default='MORE', max_length=4, verbose_name='arah')),
                ('clause', models.CharField(blank=True, max_length=8, verbose_name='pasal')),
                ('baseline', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='nilai awal')),
                ('target', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='target akhir')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='tidak dipakai lagi')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical indikator',
                'verbose_name_plural': 'historical indikator',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPartnerReport',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('told_on', models.DateField(verbose_name='tanggal laporan')),
                ('number', models.CharField(blank=True, max_length=120, verbose_name='nomor surat')),
                ('activities', models.TextField(max_length=8000, verbose_name='pelaksanaan oleh mitra')),
                ('contribution', models.TextField(blank=True, max_length=4000, verbose_name='kontribusi mitra')),
                ('problems', models.TextField(blank=True, max_length=4000, verbose_name='permasalahan menurut mitra')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='berkas')),
                ('online', models.BooleanField(default=False, verbose_name='lewat akun mitra')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical laporan mitra',
                'verbose_name_plural': 'historical laporan mitra',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalWorkPlan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='disepakati pada')),
                ('agreed_by', models.CharField(blank=True, max_length=250, verbose_name='dasar kesepakatan')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical rencana kerja',
                'verbose_name_plural': 'historical rencana kerja',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalYearTarget',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('value', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='target')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical target tahunan',
                'verbose_name_plural': 'historical target tahunan',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('order', models.PositiveSmallIntegerField(verbose_name='urutan')),
                ('name', models.CharField(max_length=200, verbose_name='indikator')),
                ('measure', models.CharField(max_length=40, verbose_name='satuan')),
                ('better', models.CharField(choices=[('MORE', 'Makin besar makin baik'), ('LESS', 'Makin kecil makin baik')], default='MORE', max_length=4, verbose_name='arah')),
                ('clause', models.CharField(blank=True, max_length=8, verbose_name='pasal')),
                ('baseline', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='nilai awal')),
                ('target', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='target akhir')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='tidak dipakai lagi')),
            ],
            options={
                'verbose_name': 'indikator',
                'verbose_name_plural': 'indikator',
                'ordering': ['order', 'pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='PartnerReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('told_on', models.DateField(verbose_name='tanggal laporan')),
                ('number', models.CharField(blank=True, max_length=120, verbose_name='nomor surat')),
                ('activities', models.TextField(max_length=8000, verbose_name='pelaksanaan oleh mitra')),
                ('contribution', models.TextField(blank=True, max_length=4000, verbose_name='kontribusi mitra')),
                ('problems', models.TextField(blank=True, max_length=4000, verbose_name='permasalahan menurut mitra')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='berkas')),
                ('online', models.BooleanField(default=False, verbose_name='lewat akun mitra')),
            ],
            options={
                'verbose_name': 'laporan mitra',
                'verbose_name_plural': 'laporan mitra',
                'ordering': ['pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='WorkPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='disepakati pada')),
                ('agreed_by', models.CharField(blank=True, max_length=250, verbose_name='dasar kesepakatan')),
            ],
            options={
                'verbose_name': 'rencana kerja',
                'verbose_name_plural': 'rencana kerja',
                'ordering': ['-year'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='YearTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('value', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='target')),
            ],
            options={
                'verbose_name': 'target tahunan',
                'verbose_name_plural': 'target tahunan',
                'ordering': ['indicator__order'],
                'default_permissions': ('view',),
            },
        ),
        migrations.AddField(
            model_name='evaluation',
            name='light',
            field=models.CharField(choices=[('GREEN', 'Hijau'), ('YELLOW', 'Kuning'), ('RED', 'Merah')], default='', max_length=6, verbose_name='lampu'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='evaluation',
            name='parts',
            field=models.JSONField(blank=True, default=list, verbose_name='dasar lampu'),
        ),
        migrations.AddField(
            model_name='finding',
            name='answer',
            field=models.TextField(blank=True, max_length=4000, verbose_name='tindak lanjut'),
        ),
        migrations.AddField(
            model_name='finding',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditindaklanjuti oleh'),
        ),
        migrations.AddField(
            model_name='finding',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='ditindaklanjuti pada'),
        ),
        migrations.AddField(
            model_name='finding',
            name='document_id',
            field=models.BigIntegerField(editable=False, null=True, verbose_name='bukti'),
        ),
        migrations.AddField(
            model_name='finding',
            name='judged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diperiksa oleh'),
        ),
        migrations.AddField(
            model_name='finding',
            name='judged_on',
            field=models.DateField(blank=True, null=True, verbose_name='diperiksa pada'),
        ),
        migrations.AddField(
            model_name='finding',
            name='judgement',
            field=models.TextField(blank=True, max_length=4000, verbose_name='hasil pemeriksaan'),
        ),
        migrations.AddField(
            model_name='finding',
            name='state',
            field=models.CharField(choices=[('OPEN', 'Belum ditindaklanjuti'), ('ANSWERED', 'Menunggu pemeriksaan'), ('DONE', 'Selesai')], default='OPEN', max_length=8, verbose_name='keadaan'),
        ),
        migrations.AddField(
            model_name='finding',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='perangkat daerah'),
        ),
        migrations.AddField(
            model_name='historicalevaluation',
            name='light',
            field=models.CharField(choices=[('GREEN', 'Hijau'), ('YELLOW', 'Kuning'), ('RED', 'Merah')], default='', max_length=6, verbose_name='lampu'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='historicalevaluation',
            name='parts',
            field=models.JSONField(blank=True, default=list, verbose_name='dasar lampu'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='answer',
            field=models.TextField(blank=True, max_length=4000, verbose_name='tindak lanjut'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditindaklanjuti oleh'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='ditindaklanjuti pada'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='document_id',
            field=models.BigIntegerField(editable=False, null=True, verbose_name='bukti'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='judged_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diperiksa oleh'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='judged_on',
            field=models.DateField(blank=True, null=True, verbose_name='diperiksa pada'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='judgement',
            field=models.TextField(blank=True, max_length=4000, verbose_name='hasil pemeriksaan'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='state',
            field=models.CharField(choices=[('OPEN', 'Belum ditindaklanjuti'), ('ANSWERED', 'Menunggu pemeriksaan'), ('DONE', 'Selesai')], default='OPEN', max_length=8, verbose_name='keadaan'),
        ),
        migrations.AddField(
            model_name='historicalfinding',
            name='unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.orgunit', verbose_name='perangkat daerah'),
        ),
        migrations.AddField(
            model_name='historicalreport',
            name='progress',
            field=models.JSONField(blank=True, default=list, verbose_name='kemajuan kegiatan'),
        ),
        migrations.AddField(
            model_name='report',
            name='progress',
            field=models.JSONField(blank=True, default=list, verbose_name='kemajuan kegiatan'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(fields=['state', 'due_on'], name='finding_open'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'OPEN'), models.Q(models.Q(('answer', ''), _negated=True), ('answered_by__isnull', False), ('answered_on__isnull', False)), _connector='OR'), name='finding_answered_is_told'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'DONE'), _negated=True), models.Q(('judged_by__isnull', False), ('judged_on__isnull', False)), _connector='OR'), name='finding_done_was_judged'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalindicator',
            name='agreement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='historicalindicator',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalpartnerreport',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalpartnerreport',
            name='party',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreementparty', verbose_name='pihak'),
        ),
        migrations.AddField(
            model_name='historicalpartnerreport',
            name='report',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.report', verbose_name='laporan'),
        ),
        migrations.AddField(
            model_name='historicalpartnerreport',
            name='told_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
        ),
        migrations.AddField(
            model_name='historicalworkplan',
            name='agreement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='historicalworkplan',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalyeartarget',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='indicator',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='historicalyeartarget',
            name='indicator',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.indicator', verbose_name='indikator'),
        ),
        migrations.AddField(
            model_name='partnerreport',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.agreementparty', verbose_name='pihak'),
        ),
        migrations.AddField(
            model_name='partnerreport',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partner_reports', to='monitoring.report', verbose_name='laporan'),
        ),
        migrations.AddField(
            model_name='partnerreport',
            name='told_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh'),
        ),
        migrations.AddField(
            model_name='workplan',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='work_plans', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='historicalyeartarget',
            name='plan',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.workplan', verbose_name='rencana kerja'),
        ),
        migrations.AddField(
            model_name='historicalactivity',
            name='plan',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='monitoring.workplan', verbose_name='rencana kerja'),
        ),
        migrations.AddField(
            model_name='activity',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='monitoring.workplan', verbose_name='rencana kerja'),
        ),
        migrations.AddField(
            model_name='yeartarget',
            name='indicator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='year_targets', to='monitoring.indicator', verbose_name='indikator'),
        ),
        migrations.AddField(
            model_name='yeartarget',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='monitoring.workplan', verbose_name='rencana kerja'),
        ),
        migrations.AddConstraint(
            model_name='indicator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('measure', ''), _negated=True)), name='indicator_is_named'),
        ),
        migrations.AddConstraint(
            model_name='indicator',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn', False)), fields=('agreement', 'name'), name='indicator_once_in_a_naskah'),
        ),
        migrations.AddConstraint(
            model_name='partnerreport',
            constraint=models.UniqueConstraint(fields=('report', 'party'), name='partnerreport_once_a_period'),
        ),
        migrations.AddConstraint(
            model_name='partnerreport',
            constraint=models.CheckConstraint(condition=models.Q(('activities', ''), _negated=True), name='partnerreport_says_something'),
        ),
        migrations.AddConstraint(
            model_name='workplan',
            constraint=models.UniqueConstraint(fields=('agreement', 'year'), name='workplan_one_a_year'),
        ),
        migrations.AddConstraint(
            model_name='workplan',
            constraint=models.CheckConstraint(condition=models.Q(('year__gte', 2000), ('year__lte', 2100)), name='workplan_year_is_sane'),
        ),
        migrations.AddConstraint(
            model_name='workplan',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_on__isnull', True), models.Q(('agreed_by', ''), _negated=True), _connector='OR'), name='workplan_agreed_says_how'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('first_month__gte', 1), ('last_month__gte', models.F('first_month')), ('last_month__lte', 12)), name='activity_months_in_order'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('budget__gte', 0)), name='activity_budget_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='yeartarget',
            constraint=models.UniqueConstraint(fields=('plan', 'indicator'), name='yeartarget_once'),
        ),
        migrations.RunPython(light_of_older_ones, migrations.RunPython.noop),
    ]
