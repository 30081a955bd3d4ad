import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kerjasama.workflow.models


class Migration(migrations.Migration):

    replaces = [
        ('workflow', '0001_initial'),
        ('workflow', '0002_route_gates'),
        ('workflow', '0003_office_of_partners'),
        ('workflow', '0004_office_of_dprd_members'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='urutan')),
                ('at', models.DateTimeField(verbose_name='pada')),
                ('table_name', models.CharField(max_length=63, verbose_name='tabel')),
                ('row_id', models.BigIntegerField(verbose_name='nomor baris')),
                ('payload', models.TextField(verbose_name='isi')),
                ('prev', models.BinaryField(verbose_name='sidik sebelumnya')),
                ('hash', models.BinaryField(verbose_name='sidik')),
            ],
            options={
                'verbose_name': 'mata rantai audit',
                'verbose_name_plural': 'rantai audit',
                'ordering': ['seq'],
                'constraints': [models.UniqueConstraint(fields=('table_name', 'row_id'), name='auditentry_once_per_row'), models.UniqueConstraint(fields=('hash',), name='auditentry_hash_unique')],
            },
        ),
        migrations.CreateModel(
            name='RouteEdge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_label', models.CharField(max_length=64, verbose_name='jenis')),
                ('route_key', models.CharField(max_length=48, verbose_name='rute')),
                ('route_version', models.PositiveSmallIntegerField(verbose_name='versi')),
                ('act', models.CharField(max_length=48, verbose_name='tindakan')),
                ('source', models.CharField(blank=True, max_length=32, verbose_name='dari')),
                ('target', models.CharField(max_length=32, verbose_name='ke')),
            ],
            options={
                'verbose_name': 'lintasan rute',
                'verbose_name_plural': 'lintasan rute',
                'constraints': [models.UniqueConstraint(fields=('subject_label', 'route_key', 'route_version', 'act', 'source', 'target'), name='routeedge_once')],
            },
        ),
        migrations.CreateModel(
            name='RouteGate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_label', models.CharField(max_length=64, verbose_name='jenis')),
                ('route_key', models.CharField(max_length=48, verbose_name='rute')),
                ('route_version', models.PositiveSmallIntegerField(verbose_name='versi')),
                ('instrument', models.CharField(max_length=16, verbose_name='naskah')),
            ],
            options={
                'verbose_name': 'gerbang rute',
                'verbose_name_plural': 'gerbang rute',
                'constraints': [models.UniqueConstraint(fields=('subject_label', 'route_key', 'route_version', 'instrument'), name='routegate_once')],
            },
        ),
        migrations.CreateModel(
            name='StageEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='nomor objek')),
                ('seq', models.PositiveIntegerField(verbose_name='urutan')),
                ('act', models.CharField(max_length=48, verbose_name='tindakan')),
                ('label', models.CharField(max_length=160, verbose_name='uraian')),
                ('source', models.CharField(blank=True, max_length=32, verbose_name='dari tahap')),
                ('target', models.CharField(max_length=32, verbose_name='ke tahap')),
                ('office', models.CharField(choices=[('OPD', 'Perangkat daerah'), ('BAGIAN', 'Bagian Kerja Sama'), ('KABAG', 'Kepala Bagian Kerja Sama'), ('HUKUM', 'Bagian Hukum'), ('BPKAD', 'BPKAD'), ('BAPPEDA', 'Bappeda'), ('ASISTEN', 'Asisten Sekretaris Daerah'), ('SEKDA', 'Sekretaris Daerah'), ('KDH', 'Kepala Daerah'), ('TKKSD', 'Anggota TKKSD'), ('SETWAN', 'Sekretariat DPRD'), ('DPRD_MEMBER', 'Pimpinan/Anggota DPRD'), ('INSPEKTORAT', 'Inspektorat'), ('ADMIN', 'Administrator'), ('SYSTEM', 'Sistem'), ('PARTNER', 'Mitra')], max_length=16, verbose_name='jabatan')),
                ('seat_title', models.CharField(blank=True, max_length=160, verbose_name='sebutan jabatan')),
                ('capacity', models.CharField(blank=True, max_length=16, verbose_name='kedudukan')),
                ('principal_name', models.CharField(blank=True, max_length=160, verbose_name='pejabat yang diwakili')),
                ('occurred_on', models.DateField(verbose_name='terjadi pada')),
                ('recorded_at', models.DateTimeField(verbose_name='dicatat pada')),
                ('reason', models.TextField(blank=True, verbose_name='alasan')),
                ('data', models.JSONField(blank=True, default=dict, verbose_name='rincian')),
                ('txid', models.BigIntegerField(db_default=kerjasama.workflow.models.CurrentTransaction(), editable=False, verbose_name='nomor transaksi')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='pelaku')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='jenis')),
            ],
            options={
                'verbose_name': 'peristiwa',
                'verbose_name_plural': 'peristiwa',
                'ordering': ['subject_type', 'object_id', 'seq'],
                'indexes': [models.Index(fields=['recorded_at'], name='stageevent_recorded')],
                'constraints': [models.UniqueConstraint(fields=('subject_type', 'object_id', 'seq'), name='stageevent_one_per_seq')],
            },
        ),
    ]
