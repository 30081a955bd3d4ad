import django.db.models.deletion
import django_fsm
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock
import kerjasama.statutory.lifecycle


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0006_saved_views'),
        ('documents', '0007_word_papers_by_edition'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('data', models.JSONField(verbose_name='isi')),
                ('sha256', models.CharField(max_length=64, verbose_name='sidik isi')),
                ('frozen_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='dibekukan pada')),
            ],
            options={
                'verbose_name': 'isi beku laporan',
                'verbose_name_plural': 'isi beku laporan',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='HistoricalStatutoryReport',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('kind', models.CharField(choices=[('DOMESTIC', 'Laporan pelaksanaan kerja sama daerah'), ('FOREIGN', 'Laporan pelaksanaan kerja sama luar negeri'), ('RECAP', 'Rekapitulasi kerja sama daerah'), ('LKPJ', 'Bahan LKPJ tentang kerja sama daerah')], max_length=10, verbose_name='jenis laporan')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('half', models.PositiveSmallIntegerField(default=0, help_text='0 untuk laporan setahun penuh', verbose_name='semester')),
                ('starts_on', models.DateField(verbose_name='awal periode')),
                ('ends_on', models.DateField(verbose_name='akhir periode')),
                ('due_on', models.DateField(verbose_name='tenggat')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical laporan wajib',
                'verbose_name_plural': 'historical laporan wajib',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ReportEdition',
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
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='edisi')),
                ('why', models.TextField(blank=True, editable=False, max_length=4000, verbose_name='sebab perbaikan')),
                ('analysis', models.TextField(blank=True, max_length=8000, verbose_name='analisis')),
                ('follow_up', models.TextField(blank=True, max_length=8000, verbose_name='rencana tindak lanjut')),
                ('restricted', models.BooleanField(default=False, editable=False, verbose_name='memuat kerja sama terbatas')),
                ('addressee', models.CharField(blank=True, editable=False, max_length=160, verbose_name='kepada')),
                ('letter_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor')),
                ('dated', models.DateField(blank=True, editable=False, null=True, verbose_name='tanggal')),
                ('sent_on', models.DateField(blank=True, editable=False, null=True, verbose_name='dikirim pada')),
                ('way', models.CharField(blank=True, choices=[('HANDED', 'Diserahkan langsung'), ('COURIER', 'Kurir atau pos tercatat'), ('ELECTRONIC', 'SRIKANDI atau tata naskah elektronik'), ('MAIL', 'Surel dinas')], editable=False, max_length=10, verbose_name='cara pengiriman')),
                ('dispatch_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor pengiriman')),
                ('received_on', models.DateField(blank=True, editable=False, null=True, verbose_name='diterima pada')),
                ('receipt_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor tanda terima')),
                ('content', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='statutory.reportcontent', verbose_name='isi beku')),
                ('letter', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='surat laporan')),
                ('turn_unit', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='giliran unit')),
                ('workbook', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='lembar kerja')),
            ],
            options={
                'verbose_name': 'edisi laporan wajib',
                'verbose_name_plural': 'edisi laporan wajib',
                'ordering': ['-report__ends_on', 'report__kind', '-number'],
                'default_permissions': ('view',),
            },
            bases=(kerjasama.statutory.lifecycle.EditionLifecycle, django_fsm.ConcurrentTransitionMixin, models.Model),
        ),
        migrations.AddField(
            model_name='reportcontent',
            name='compared_with',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='statutory.reportedition', verbose_name='dibandingkan dengan'),
        ),
        migrations.AddField(
            model_name='reportcontent',
            name='edition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contents', to='statutory.reportedition', verbose_name='edisi'),
        ),
        migrations.CreateModel(
            name='StatutoryReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('kind', models.CharField(choices=[('DOMESTIC', 'Laporan pelaksanaan kerja sama daerah'), ('FOREIGN', 'Laporan pelaksanaan kerja sama luar negeri'), ('RECAP', 'Rekapitulasi kerja sama daerah'), ('LKPJ', 'Bahan LKPJ tentang kerja sama daerah')], max_length=10, verbose_name='jenis laporan')),
                ('year', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('half', models.PositiveSmallIntegerField(default=0, help_text='0 untuk laporan setahun penuh', verbose_name='semester')),
                ('starts_on', models.DateField(verbose_name='awal periode')),
                ('ends_on', models.DateField(verbose_name='akhir periode')),
                ('due_on', models.DateField(verbose_name='tenggat')),
            ],
            options={
                'verbose_name': 'laporan wajib',
                'verbose_name_plural': 'laporan wajib',
                'ordering': ['-ends_on', 'kind'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('kind', 'year', 'half'), name='statutoryreport_once_per_period'), models.CheckConstraint(condition=models.Q(('kind__in', ['DOMESTIC', 'FOREIGN', 'RECAP', 'LKPJ'])), name='statutoryreport_kind_known'), models.CheckConstraint(condition=models.Q(('half__in', [0, 1, 2])), name='statutoryreport_half_known'), models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('ends_on')), ('ends_on__gte', models.F('starts_on'))), name='statutoryreport_days_in_order')],
            },
        ),
        migrations.AddField(
            model_name='reportedition',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='statutory.statutoryreport', verbose_name='laporan'),
        ),
        migrations.CreateModel(
            name='HistoricalReportEdition',
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
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='edisi')),
                ('why', models.TextField(blank=True, editable=False, max_length=4000, verbose_name='sebab perbaikan')),
                ('analysis', models.TextField(blank=True, max_length=8000, verbose_name='analisis')),
                ('follow_up', models.TextField(blank=True, max_length=8000, verbose_name='rencana tindak lanjut')),
                ('restricted', models.BooleanField(default=False, editable=False, verbose_name='memuat kerja sama terbatas')),
                ('addressee', models.CharField(blank=True, editable=False, max_length=160, verbose_name='kepada')),
                ('letter_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor')),
                ('dated', models.DateField(blank=True, editable=False, null=True, verbose_name='tanggal')),
                ('sent_on', models.DateField(blank=True, editable=False, null=True, verbose_name='dikirim pada')),
                ('way', models.CharField(blank=True, choices=[('HANDED', 'Diserahkan langsung'), ('COURIER', 'Kurir atau pos tercatat'), ('ELECTRONIC', 'SRIKANDI atau tata naskah elektronik'), ('MAIL', 'Surel dinas')], editable=False, max_length=10, verbose_name='cara pengiriman')),
                ('dispatch_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor pengiriman')),
                ('received_on', models.DateField(blank=True, editable=False, null=True, verbose_name='diterima pada')),
                ('receipt_number', models.CharField(blank=True, editable=False, max_length=120, verbose_name='nomor tanda terima')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('letter', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.document', verbose_name='surat laporan')),
                ('turn_unit', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.orgunit', verbose_name='giliran unit')),
                ('workbook', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.document', verbose_name='lembar kerja')),
                ('content', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='statutory.reportcontent', verbose_name='isi beku')),
                ('report', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='statutory.statutoryreport', verbose_name='laporan')),
            ],
            options={
                'verbose_name': 'historical edisi laporan wajib',
                'verbose_name_plural': 'historical edisi laporan wajib',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='reportcontent',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='reportcontent_sha256_is_hex'),
        ),
        migrations.AddIndex(
            model_name='reportedition',
            index=models.Index(fields=['turn_office', 'due_on'], name='reportedition_turn'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.UniqueConstraint(fields=('report', 'number'), name='reportedition_once'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.UniqueConstraint(condition=models.Q(('stage__in', ('SENT', 'CANCELLED')), _negated=True), fields=('report',), name='reportedition_one_open'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='reportedition_number_from_one'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('why', ''), _negated=True), _connector='OR'), name='reportedition_further_says_why'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 1), models.Q(('stage', 'CANCELLED'), _negated=True), _connector='OR'), name='reportedition_first_is_owed'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['', 'HANDED', 'COURIER', 'ELECTRONIC', 'MAIL'])), name='reportedition_way_known'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('dated__isnull', False), ('letter__isnull', False), ('stage__in', ('LETTER', 'SENDING', 'SENT')), ('workbook__isnull', False), models.Q(('letter_number', ''), _negated=True), models.Q(('addressee', ''), _negated=True)), models.Q(models.Q(('stage__in', ('LETTER', 'SENDING', 'SENT')), _negated=True), ('content__isnull', True), ('dated__isnull', True), ('letter__isnull', True), ('letter_number', ''), ('workbook__isnull', True)), _connector='OR'), name='reportedition_frozen_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_on__gte', models.F('dated')), ('sent_on__isnull', False), ('stage', 'SENT'), models.Q(('way', ''), _negated=True)), models.Q(models.Q(('stage', 'SENT'), _negated=True), ('sent_on__isnull', True), ('way', '')), _connector='OR'), name='reportedition_sent_has_day_and_way'),
        ),
        migrations.AddConstraint(
            model_name='reportedition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('receipt_number', ''), ('received_on__isnull', True)), models.Q(('received_on__gte', models.F('sent_on')), ('received_on__isnull', False), models.Q(('receipt_number', ''), _negated=True)), _connector='OR'), name='reportedition_receipt_has_number'),
        ),
    ]
