
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_mail_by_choice'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalPersonalMark',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('specimen', models.TextField(blank=True, editable=False, max_length=8000, verbose_name='spesimen paraf')),
                ('set_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='dibuat pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='pengguna')),
            ],
            options={
                'verbose_name': 'historical paraf dan PIN',
                'verbose_name_plural': 'historical paraf dan PIN',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='PersonalMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pin', models.CharField(editable=False, max_length=128, verbose_name='sidik PIN')),
                ('specimen', models.TextField(blank=True, editable=False, max_length=8000, verbose_name='spesimen paraf')),
                ('set_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='dibuat pada')),
                ('failures', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='salah berturut-turut')),
                ('locked_until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='terkunci sampai')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mark', to=settings.AUTH_USER_MODEL, verbose_name='pengguna')),
            ],
            options={
                'verbose_name': 'paraf dan PIN',
                'verbose_name_plural': 'paraf dan PIN',
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('specimen', ''), ('specimen__regex', '^M[ML0-9. ]+$'), _connector='OR'), name='mark_specimen_is_a_path'), models.CheckConstraint(condition=models.Q(('pin__contains', '$')), name='mark_pin_is_hashed')],
            },
        ),
    ]
