
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0001_foundation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalLibraryClause',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('instrument', models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan')], max_length=8, verbose_name='bentuk naskah')),
                ('key', models.SlugField(max_length=40, verbose_name='kunci')),
                ('title', models.CharField(max_length=160, verbose_name='judul pasal')),
                ('text', models.TextField(max_length=12000, verbose_name='isi')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='kapan dipakai')),
                ('active', models.BooleanField(default=True, verbose_name='dipakai')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical pasal pustaka',
                'verbose_name_plural': 'historical pustaka pasal',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPartnerRemark',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('part', models.CharField(blank=True, max_length=80, verbose_name='kunci pasal')),
                ('part_label', models.CharField(max_length=250, verbose_name='bagian')),
                ('author', models.CharField(max_length=160, verbose_name='penulis pada mitra')),
                ('quoted', models.TextField(blank=True, verbose_name='bunyi yang dikomentari')),
                ('text', models.TextField(max_length=4000, verbose_name='masukan')),
                ('received_on', models.DateField(verbose_name='diterima pada')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='berkas asal')),
                ('answer', models.CharField(blank=True, choices=[('ACCEPTED', 'Diterima'), ('DECLINED', 'Tidak diterima')], max_length=8, verbose_name='jawaban')),
                ('answer_reason', models.TextField(blank=True, max_length=4000, verbose_name='alasan')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='dijawab pada')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('agreement', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah')),
                ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dijawab oleh')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
                ('version', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.draftversion', verbose_name='atas versi')),
            ],
            options={
                'verbose_name': 'historical masukan mitra',
                'verbose_name_plural': 'historical masukan mitra',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='LibraryClause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('instrument', models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan')], max_length=8, verbose_name='bentuk naskah')),
                ('key', models.SlugField(max_length=40, verbose_name='kunci')),
                ('title', models.CharField(max_length=160, verbose_name='judul pasal')),
                ('text', models.TextField(max_length=12000, verbose_name='isi')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='kapan dipakai')),
                ('active', models.BooleanField(default=True, verbose_name='dipakai')),
            ],
            options={
                'verbose_name': 'pasal pustaka',
                'verbose_name_plural': 'pustaka pasal',
                'ordering': ['instrument', 'title', 'pk'],
                'default_permissions': ('add', 'change', 'view'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('active', True)), fields=('instrument', 'title'), name='libraryclause_title_once'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('text', ''), _negated=True), models.Q(('key', ''), _negated=True)), name='libraryclause_says_something')],
            },
        ),
        migrations.CreateModel(
            name='PartnerRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('part', models.CharField(blank=True, max_length=80, verbose_name='kunci pasal')),
                ('part_label', models.CharField(max_length=250, verbose_name='bagian')),
                ('author', models.CharField(max_length=160, verbose_name='penulis pada mitra')),
                ('quoted', models.TextField(blank=True, verbose_name='bunyi yang dikomentari')),
                ('text', models.TextField(max_length=4000, verbose_name='masukan')),
                ('received_on', models.DateField(verbose_name='diterima pada')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='berkas asal')),
                ('answer', models.CharField(blank=True, choices=[('ACCEPTED', 'Diterima'), ('DECLINED', 'Tidak diterima')], max_length=8, verbose_name='jawaban')),
                ('answer_reason', models.TextField(blank=True, max_length=4000, verbose_name='alasan')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='dijawab pada')),
                ('agreement', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='partner_remarks', to='agreements.agreement', verbose_name='naskah')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dijawab oleh')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
                ('version', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.draftversion', verbose_name='atas versi')),
            ],
            options={
                'verbose_name': 'masukan mitra',
                'verbose_name_plural': 'masukan mitra',
                'ordering': ['pk'],
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('author', ''), _negated=True), models.Q(('part_label', ''), _negated=True)), name='partnerremark_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answer_reason', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answer__in', ['ACCEPTED', 'DECLINED']), ('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer_reason', ''), _negated=True)), _connector='OR'), name='partnerremark_answer_complete')],
            },
        ),
    ]
