import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    replaces = [
        ('parties', '0001_initial'),
        ('parties', '0003_legal_class_and_borders'),
        ('parties', '0004_regions_have_their_class'),
        ('parties', '0005_partners_abroad'),
        ('parties', '0007_owners_of_businesses'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Country',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('code', models.CharField(max_length=2, unique=True, verbose_name='kode')),
                ('name', models.CharField(max_length=100, verbose_name='nama')),
                ('diplomatic', models.CharField(choices=[('YES', 'Ada'), ('NO', 'Tidak ada'), ('UNKNOWN', 'Belum diketahui')], default='UNKNOWN', max_length=7, verbose_name='hubungan diplomatik')),
            ],
            options={
                'verbose_name': 'negara',
                'verbose_name_plural': 'negara',
                'ordering': ['name'],
                'default_permissions': ('add', 'change', 'view'),
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z]{2}$')), name='country_code_two_letters')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCountry',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('code', models.CharField(db_index=True, max_length=2, verbose_name='kode')),
                ('name', models.CharField(max_length=100, verbose_name='nama')),
                ('diplomatic', models.CharField(choices=[('YES', 'Ada'), ('NO', 'Tidak ada'), ('UNKNOWN', 'Belum diketahui')], default='UNKNOWN', max_length=7, verbose_name='hubungan diplomatik')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical negara',
                'verbose_name_plural': 'historical negara',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('code', models.CharField(max_length=5, primary_key=True, serialize=False, verbose_name='kode')),
                ('name', models.CharField(max_length=120, verbose_name='nama')),
                ('level', models.CharField(choices=[('PROVINCE', 'Provinsi'), ('REGENCY', 'Kabupaten'), ('CITY', 'Kota')], max_length=10, verbose_name='tingkat')),
                ('autonomous', models.BooleanField(default=True, verbose_name='daerah otonom')),
                ('head_title', models.CharField(max_length=40, verbose_name='sebutan kepala daerah')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='parties.region', verbose_name='provinsi')),
            ],
            options={
                'verbose_name': 'daerah',
                'verbose_name_plural': 'daerah',
                'ordering': ['name'],
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('kind', models.CharField(choices=[('REGION', 'Pemerintah daerah'), ('PERSON', 'Perseorangan'), ('COMPANY', 'Badan usaha berbadan hukum'), ('SOCIETY', 'Organisasi kemasyarakatan'), ('CENTRAL', 'Kementerian atau lembaga'), ('FOREIGN_REGION', 'Pemerintah daerah di luar negeri'), ('FOREIGN_BODY', 'Lembaga di luar negeri')], default='REGION', max_length=20, verbose_name='jenis')),
                ('legal_class', models.CharField(blank=True, choices=[('REGION', 'Pemerintah daerah lain (provinsi, kabupaten, kota)'), ('STATE_COMPANY', 'Badan usaha milik negara (BUMN)'), ('REGIONAL_COMPANY', 'Badan usaha milik daerah (BUMD)'), ('LIMITED_COMPANY', 'Perseroan terbatas (PT)'), ('FOREIGN_INVESTED', 'PT penanaman modal asing yang berbadan hukum Indonesia'), ('COOPERATIVE', 'Koperasi'), ('PARTNERSHIP', 'CV, firma, atau usaha dagang'), ('PERSON', 'Perseorangan'), ('FOUNDATION', 'Yayasan atau perguruan tinggi swasta'), ('SOCIETY', 'Organisasi kemasyarakatan berbadan hukum'), ('SOCIETY_REGISTERED', 'Organisasi kemasyarakatan terdaftar, tidak berbadan hukum'), ('MINISTRY', 'Kementerian atau lembaga pemerintah'), ('VERTICAL', 'Instansi vertikal, misalnya kantor pertanahan'), ('FORCES', 'TNI atau Polri'), ('CENTRAL_BANK', 'Bank Indonesia'), ('STATE_UNIVERSITY', 'Perguruan tinggi negeri (satker, BLU, atau badan hukum)'), ('STATUTORY_BODY', 'Badan hukum publik, misalnya BPJS'), ('FOREIGN_REGION', 'Pemerintah daerah di luar negeri'), ('INTERNATIONAL_BODY', 'Organisasi internasional antarpemerintah'), ('DEVELOPMENT_PARTNER', 'Mitra pembangunan luar negeri (lembaga di bawah pemerintah asing)'), ('FOREIGN_NONPROFIT', 'Yayasan atau lembaga nirlaba berbadan hukum asing'), ('FOREIGN_OTHER', 'Lembaga asing lain, misalnya sekolah atau universitas'), ('FOREIGN_COMPANY', 'Perusahaan asing tanpa badan hukum Indonesia'), ('VILLAGE', 'Desa'), ('POLITICAL_PARTY', 'Partai politik')], max_length=20, verbose_name='bentuk')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('address', models.TextField(blank=True, max_length=500, verbose_name='alamat')),
                ('head_name', models.CharField(blank=True, max_length=150, verbose_name='nama kepala daerah atau pimpinan')),
                ('head_title', models.CharField(blank=True, max_length=100, verbose_name='sebutan jabatan pimpinan')),
                ('contact_name', models.CharField(blank=True, max_length=150, verbose_name='narahubung')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='surel narahubung')),
                ('contact_phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^\\+?[\\d \\-()]{6,30}$', 'Nomor telepon hanya memuat angka, spasi, dan tanda hubung.')], verbose_name='telepon narahubung')),
                ('foreign_level', models.CharField(blank=True, choices=[('PROVINCE', 'Setingkat provinsi'), ('LOCAL', 'Setingkat kabupaten atau kota')], max_length=8, verbose_name='tingkat')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='data demo')),
                ('owns', models.CharField(blank=True, max_length=200, verbose_name='usaha yang dimiliki')),
                ('owner_cleared_on', models.DateField(blank=True, editable=False, null=True, verbose_name='ditelaah pada')),
                ('owner_reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='hasil telaah Bagian Hukum')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='parties.country', verbose_name='negara')),
                ('owner_cleared_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditelaah oleh')),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='parties.region', verbose_name='daerah')),
            ],
            options={
                'verbose_name': 'mitra',
                'verbose_name_plural': 'mitra',
                'ordering': ['name', 'id'],
                'default_permissions': ('add', 'change', 'view'),
                'constraints': [models.CheckConstraint(condition=models.Q(('owns', ''), ('legal_class', 'PERSON'), _connector='OR'), name='partner_owner_is_a_person'), models.CheckConstraint(condition=models.Q(models.Q(('owner_cleared_by__isnull', True), ('owner_cleared_on__isnull', True), ('owner_reason', '')), models.Q(('owner_cleared_by__isnull', False), ('owner_cleared_on__isnull', False), models.Q(('owner_reason', ''), _negated=True), models.Q(('owns', ''), _negated=True)), _connector='OR'), name='partner_owner_cleared_with_reason'), models.UniqueConstraint(condition=models.Q(('kind', 'REGION')), fields=('region',), name='partner_region_once'), models.CheckConstraint(condition=models.Q(('kind', 'REGION'), ('region__isnull', True), _connector='OR'), name='partner_region_only_for_regions')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalPermit',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('kind', models.CharField(choices=[('PRINCIPLE', 'Izin prinsip'), ('OPERATIONAL', 'Izin operasional')], max_length=12, verbose_name='jenis izin')),
                ('number', models.CharField(max_length=120, verbose_name='nomor')),
                ('issuer', models.CharField(max_length=160, verbose_name='penerbit')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(verbose_name='berlaku sampai')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='nomor dokumen')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='parties.partner', verbose_name='mitra')),
            ],
            options={
                'verbose_name': 'historical izin lembaga asing',
                'verbose_name_plural': 'historical izin lembaga asing',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalBorder',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('one', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='parties.partner', verbose_name='daerah pertama')),
                ('other', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='parties.partner', verbose_name='daerah kedua')),
            ],
            options={
                'verbose_name': 'historical batas daerah',
                'verbose_name_plural': 'historical batas daerah',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPartner',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('kind', models.CharField(choices=[('REGION', 'Pemerintah daerah'), ('PERSON', 'Perseorangan'), ('COMPANY', 'Badan usaha berbadan hukum'), ('SOCIETY', 'Organisasi kemasyarakatan'), ('CENTRAL', 'Kementerian atau lembaga'), ('FOREIGN_REGION', 'Pemerintah daerah di luar negeri'), ('FOREIGN_BODY', 'Lembaga di luar negeri')], default='REGION', max_length=20, verbose_name='jenis')),
                ('legal_class', models.CharField(blank=True, choices=[('REGION', 'Pemerintah daerah lain (provinsi, kabupaten, kota)'), ('STATE_COMPANY', 'Badan usaha milik negara (BUMN)'), ('REGIONAL_COMPANY', 'Badan usaha milik daerah (BUMD)'), ('LIMITED_COMPANY', 'Perseroan terbatas (PT)'), ('FOREIGN_INVESTED', 'PT penanaman modal asing yang berbadan hukum Indonesia'), ('COOPERATIVE', 'Koperasi'), ('PARTNERSHIP', 'CV, firma, atau usaha dagang'), ('PERSON', 'Perseorangan'), ('FOUNDATION', 'Yayasan atau perguruan tinggi swasta'), ('SOCIETY', 'Organisasi kemasyarakatan berbadan hukum'), ('SOCIETY_REGISTERED', 'Organisasi kemasyarakatan terdaftar, tidak berbadan hukum'), ('MINISTRY', 'Kementerian atau lembaga pemerintah'), ('VERTICAL', 'Instansi vertikal, misalnya kantor pertanahan'), ('FORCES', 'TNI atau Polri'), ('CENTRAL_BANK', 'Bank Indonesia'), ('STATE_UNIVERSITY', 'Perguruan tinggi negeri (satker, BLU, atau badan hukum)'), ('STATUTORY_BODY', 'Badan hukum publik, misalnya BPJS'), ('FOREIGN_REGION', 'Pemerintah daerah di luar negeri'), ('INTERNATIONAL_BODY', 'Organisasi internasional antarpemerintah'), ('DEVELOPMENT_PARTNER', 'Mitra pembangunan luar negeri (lembaga di bawah pemerintah asing)'), ('FOREIGN_NONPROFIT', 'Yayasan atau lembaga nirlaba berbadan hukum asing'), ('FOREIGN_OTHER', 'Lembaga asing lain, misalnya sekolah atau universitas'), ('FOREIGN_COMPANY', 'Perusahaan asing tanpa badan hukum Indonesia'), ('VILLAGE', 'Desa'), ('POLITICAL_PARTY', 'Partai politik')], max_length=20, verbose_name='bentuk')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('address', models.TextField(blank=True, max_length=500, verbose_name='alamat')),
                ('head_name', models.CharField(blank=True, max_length=150, verbose_name='nama kepala daerah atau pimpinan')),
                ('head_title', models.CharField(blank=True, max_length=100, verbose_name='sebutan jabatan pimpinan')),
                ('contact_name', models.CharField(blank=True, max_length=150, verbose_name='narahubung')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='surel narahubung')),
                ('contact_phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^\\+?[\\d \\-()]{6,30}$', 'Nomor telepon hanya memuat angka, spasi, dan tanda hubung.')], verbose_name='telepon narahubung')),
                ('foreign_level', models.CharField(blank=True, choices=[('PROVINCE', 'Setingkat provinsi'), ('LOCAL', 'Setingkat kabupaten atau kota')], max_length=8, verbose_name='tingkat')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='data demo')),
                ('owns', models.CharField(blank=True, max_length=200, verbose_name='usaha yang dimiliki')),
                ('owner_cleared_on', models.DateField(blank=True, editable=False, null=True, verbose_name='ditelaah pada')),
                ('owner_reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='hasil telaah Bagian Hukum')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('country', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='parties.country', verbose_name='negara')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner_cleared_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditelaah oleh')),
                ('region', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='parties.region', verbose_name='daerah')),
            ],
            options={
                'verbose_name': 'historical mitra',
                'verbose_name_plural': 'historical mitra',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Border',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('one', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.partner', verbose_name='daerah pertama')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.partner', verbose_name='daerah kedua')),
            ],
            options={
                'verbose_name': 'batas daerah',
                'verbose_name_plural': 'batas daerah',
                'ordering': ['id'],
                'default_permissions': ('add', 'view'),
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='border_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('one__isnull', True), ('one__lt', models.F('other')), _connector='OR'), name='border_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Permit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('kind', models.CharField(choices=[('PRINCIPLE', 'Izin prinsip'), ('OPERATIONAL', 'Izin operasional')], max_length=12, verbose_name='jenis izin')),
                ('number', models.CharField(max_length=120, verbose_name='nomor')),
                ('issuer', models.CharField(max_length=160, verbose_name='penerbit')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_to', models.DateField(verbose_name='berlaku sampai')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='nomor dokumen')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permits', to='parties.partner', verbose_name='mitra')),
            ],
            options={
                'verbose_name': 'izin lembaga asing',
                'verbose_name_plural': 'izin lembaga asing',
                'ordering': ['partner', 'kind', '-valid_to'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('partner', 'kind', 'number'), name='permit_once'), models.CheckConstraint(condition=models.Q(('valid_to__gt', models.F('valid_from')), models.Q(('number', ''), _negated=True)), name='permit_has_term')],
            },
        ),
    ]
