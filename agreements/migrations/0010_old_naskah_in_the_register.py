import datetime

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import agreements.models.old
import kerjasama.core.clock


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_views'),
        ('agreements', '0009_other_results'),
        ('proposals', '0002_affairs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalOldNaskah',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('title', models.CharField(blank=True, max_length=500, verbose_name='judul')),
                ('kind', models.CharField(blank=True, choices=[('KSDD', 'Kerja Sama Daerah dengan Daerah Lain'), ('KSDPK', 'Kerja Sama Daerah dengan Pihak Ketiga'), ('KSDPL', 'Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri'), ('KSDLL', 'Kerja Sama Daerah dengan Lembaga di Luar Negeri'), ('SINERGI', 'Sinergi dengan Pemerintah Pusat')], max_length=8, verbose_name='jenis')),
                ('instrument', models.CharField(blank=True, choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk')),
                ('parties', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_parties], verbose_name='para pihak')),
                ('loose_numbers', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_texts], verbose_name='nomor lain')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='tanggal tanda tangan')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai berlaku')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='berakhir')),
                ('open_ended', models.BooleanField(default=False, verbose_name='tanpa tanggal akhir')),
                ('stopped', models.BooleanField(default=False, verbose_name='dihentikan sebelum waktunya')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='dihentikan pada')),
                ('told', models.JSONField(blank=True, default=dict, verbose_name='seperti tertulis')),
                ('hints', models.JSONField(blank=True, default=dict, verbose_name='petunjuk tanggal')),
                ('remarks', models.TextField(blank=True, max_length=4000, verbose_name='keterangan')),
                ('link', models.CharField(blank=True, max_length=500, verbose_name='tautan')),
                ('doubts', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_texts], verbose_name='perlu dilihat')),
                ('unknown', models.JSONField(blank=True, default=list, editable=False, verbose_name='belum diketahui')),
                ('source', models.JSONField(blank=True, default=dict, editable=False, verbose_name='asal')),
                ('batch_number', models.PositiveBigIntegerField(blank=True, db_index=True, editable=False, null=True, verbose_name='nomor impor')),
                ('fingerprint', models.CharField(blank=True, db_index=True, editable=False, max_length=32, verbose_name='sidik baris')),
                ('edition', models.PositiveIntegerField(default=1, editable=False, verbose_name='penulisan ke')),
                ('corrected_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dilengkapi pada')),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditarik pada')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical naskah lama',
                'verbose_name_plural': 'historical naskah lama',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='OldNaskah',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('title', models.CharField(blank=True, max_length=500, verbose_name='judul')),
                ('kind', models.CharField(blank=True, choices=[('KSDD', 'Kerja Sama Daerah dengan Daerah Lain'), ('KSDPK', 'Kerja Sama Daerah dengan Pihak Ketiga'), ('KSDPL', 'Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri'), ('KSDLL', 'Kerja Sama Daerah dengan Lembaga di Luar Negeri'), ('SINERGI', 'Sinergi dengan Pemerintah Pusat')], max_length=8, verbose_name='jenis')),
                ('instrument', models.CharField(blank=True, choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk')),
                ('parties', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_parties], verbose_name='para pihak')),
                ('loose_numbers', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_texts], verbose_name='nomor lain')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='tanggal tanda tangan')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='mulai berlaku')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='berakhir')),
                ('open_ended', models.BooleanField(default=False, verbose_name='tanpa tanggal akhir')),
                ('stopped', models.BooleanField(default=False, verbose_name='dihentikan sebelum waktunya')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='dihentikan pada')),
                ('told', models.JSONField(blank=True, default=dict, verbose_name='seperti tertulis')),
                ('hints', models.JSONField(blank=True, default=dict, verbose_name='petunjuk tanggal')),
                ('remarks', models.TextField(blank=True, max_length=4000, verbose_name='keterangan')),
                ('link', models.CharField(blank=True, max_length=500, verbose_name='tautan')),
                ('doubts', models.JSONField(blank=True, default=list, validators=[agreements.models.old.check_texts], verbose_name='perlu dilihat')),
                ('unknown', models.JSONField(blank=True, default=list, editable=False, verbose_name='belum diketahui')),
                ('source', models.JSONField(blank=True, default=dict, editable=False, verbose_name='asal')),
                ('batch_number', models.PositiveBigIntegerField(blank=True, db_index=True, editable=False, null=True, verbose_name='nomor impor')),
                ('fingerprint', models.CharField(blank=True, db_index=True, editable=False, max_length=32, verbose_name='sidik baris')),
                ('edition', models.PositiveIntegerField(default=1, editable=False, verbose_name='penulisan ke')),
                ('corrected_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='dilengkapi pada')),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ditarik pada')),
            ],
            options={
                'verbose_name': 'naskah lama',
                'verbose_name_plural': 'naskah lama',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.AlterModelOptions(
            name='registerentry',
            options={'default_permissions': (), 'ordering': ['-signed_key', '-pk'], 'verbose_name': 'entri register', 'verbose_name_plural': 'entri register'},
        ),
        migrations.RemoveIndex(
            model_name='registerentry',
            name='registerentry_newest',
        ),
        migrations.RemoveIndex(
            model_name='registerentry',
            name='registerentry_ending',
        ),
        migrations.RemoveIndex(
            model_name='registerentry',
            name='registerentry_state',
        ),
        migrations.AddField(
            model_name='registerentry',
            name='loose_numbers',
            field=models.JSONField(db_default=[], default=list, verbose_name='nomor lain'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='open_ended',
            field=models.BooleanField(db_default=False, default=False, verbose_name='tanpa tanggal akhir'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='agreement',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entry', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='ends_on',
            field=models.DateField(blank=True, null=True, verbose_name='berakhir'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='instrument',
            field=models.CharField(blank=True, choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='kind',
            field=models.CharField(blank=True, choices=[('KSDD', 'Kerja Sama Daerah dengan Daerah Lain'), ('KSDPK', 'Kerja Sama Daerah dengan Pihak Ketiga'), ('KSDPL', 'Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri'), ('KSDLL', 'Kerja Sama Daerah dengan Lembaga di Luar Negeri'), ('SINERGI', 'Sinergi dengan Pemerintah Pusat')], max_length=8, verbose_name='jenis'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='proposal',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='usulan'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='signed_on',
            field=models.DateField(blank=True, null=True, verbose_name='ditandatangani'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='starts_on',
            field=models.DateField(blank=True, null=True, verbose_name='mulai'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='state',
            field=models.CharField(choices=[('SIGNED', 'Ditandatangani'), ('IN_FORCE', 'Berlaku'), ('ENDED', 'Berakhir'), ('UNKNOWN', 'Tidak diketahui')], max_length=8, verbose_name='keadaan'),
        ),
        # The words are computed from the title: they step aside while it grows.
        migrations.RemoveIndex(
            model_name='registerentry',
            name='registerentry_words',
        ),
        migrations.RemoveField(
            model_name='registerentry',
            name='words',
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='title',
            field=models.CharField(max_length=500, verbose_name='judul'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='words',
            field=models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', config='indonesian', weight='A'), '||', django.contrib.postgres.search.SearchVector('title', config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='indonesian', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='simple', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('numbers', config='simple', weight='C'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('more', config='simple', weight='D'), django.contrib.postgres.search.SearchConfig('indonesian')), output_field=django.contrib.postgres.search.SearchVectorField(), verbose_name='kata'),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=django.contrib.postgres.indexes.GinIndex(fields=['words'], name='registerentry_words'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='pelaksana'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.orgunit', verbose_name='perangkat daerah'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='perangkat daerah'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='old',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entry', to='agreements.oldnaskah', verbose_name='naskah lama'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreement__isnull', False), ('old__isnull', True)), models.Q(('agreement__isnull', True), ('old__isnull', False)), _connector='OR'), name='registerentry_of_one_naskah'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.CheckConstraint(condition=models.Q(('agreement__isnull', True), models.Q(('proposal__isnull', False), ('signed_on__isnull', False), ('unit__isnull', False), ('ends_on__isnull', False), ('starts_on__isnull', False), models.Q(('kind', ''), _negated=True), models.Q(('instrument', ''), _negated=True), models.Q(('state', 'UNKNOWN'), _negated=True)), _connector='OR'), name='registerentry_of_ours_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('parties', []), _negated=True), models.Q(('loose_numbers', []), _negated=True), _connector='OR'), name='oldnaskah_is_known_by_something'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='oldnaskah_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('signed_on__isnull', True), ('ends_on__gte', models.F('signed_on')), _connector='OR'), name='oldnaskah_ends_after_signing'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('open_ended', False), ('ends_on__isnull', True), _connector='OR'), name='oldnaskah_open_or_ending'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('stopped', True), _connector='OR'), name='oldnaskah_stopped_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['', 'KSDD', 'KSDPK', 'KSDPL', 'KSDLL', 'SINERGI'])), name='oldnaskah_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('instrument__in', ['', 'KB', 'PKS', 'NK', 'LOI', 'MOU', 'RKT', 'ADD'])), name='oldnaskah_instrument_known'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True), models.Q(('fingerprint', ''), _negated=True)), fields=('fingerprint',), name='oldnaskah_once'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='ends_key',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('ends_on'), models.Value(datetime.date(9999, 12, 31))), output_field=models.DateField()),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='signed_key',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('signed_on'), models.Value(datetime.date(1, 1, 1))), output_field=models.DateField()),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=models.Index(fields=['-signed_key', '-id'], name='registerentry_newest'),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=models.Index(fields=['ends_key', 'id'], name='registerentry_ending'),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=models.Index(fields=['state', '-signed_key', '-id'], name='registerentry_state'),
        ),
    ]
