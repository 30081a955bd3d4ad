import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    replaces = [
        ('core', '0001_initial'),
        ('core', '0002_holiday_called_off'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Parameter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('key', models.SlugField(max_length=60, unique=True, verbose_name='kunci')),
                ('value', models.JSONField(verbose_name='nilai')),
                ('legal_basis', models.TextField(blank=True, verbose_name='dasar hukum')),
                ('verified', models.BooleanField(default=False, verbose_name='dasar hukum sudah diperiksa')),
            ],
            options={
                'verbose_name': 'parameter',
                'verbose_name_plural': 'parameter',
                'ordering': ['key'],
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalHoliday',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('date', models.DateField(db_index=True, verbose_name='tanggal')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('kind', models.CharField(choices=[('NATIONAL', 'Libur nasional'), ('COLLECTIVE_LEAVE', 'Cuti bersama'), ('LOCAL', 'Libur daerah')], default='NATIONAL', max_length=20, verbose_name='jenis')),
                ('active', models.BooleanField(default=True, help_text='Hilangkan tandanya bila hari libur ini dicabut.', verbose_name='berlaku')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical hari libur',
                'verbose_name_plural': 'historical hari libur',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalParameter',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('key', models.SlugField(max_length=60, verbose_name='kunci')),
                ('value', models.JSONField(verbose_name='nilai')),
                ('legal_basis', models.TextField(blank=True, verbose_name='dasar hukum')),
                ('verified', models.BooleanField(default=False, verbose_name='dasar hukum sudah diperiksa')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical parameter',
                'verbose_name_plural': 'historical parameter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Holiday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('date', models.DateField(unique=True, verbose_name='tanggal')),
                ('name', models.CharField(max_length=200, verbose_name='nama')),
                ('kind', models.CharField(choices=[('NATIONAL', 'Libur nasional'), ('COLLECTIVE_LEAVE', 'Cuti bersama'), ('LOCAL', 'Libur daerah')], default='NATIONAL', max_length=20, verbose_name='jenis')),
                ('active', models.BooleanField(default=True, help_text='Hilangkan tandanya bila hari libur ini dicabut.', verbose_name='berlaku')),
            ],
            options={
                'verbose_name': 'hari libur',
                'verbose_name_plural': 'hari libur',
                'ordering': ['date'],
                'default_permissions': ('add', 'change', 'view'),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL'])), name='holiday_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='FormDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120, verbose_name='formulir')),
                ('data', models.JSONField(default=dict, verbose_name='isian')),
                ('saved_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='disimpan pada')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='pengguna')),
            ],
            options={
                'verbose_name': 'isian sementara',
                'verbose_name_plural': 'isian sementara',
                'constraints': [models.UniqueConstraint(fields=('user', 'key'), name='formdraft_one_per_form')],
            },
        ),
    ]
