
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_state_emblem_of_papers'),
        ('agreements', '0005_choose_how_to_sign'),
        ('proposals', '0002_affairs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalOriginalMove',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='naskah asli ke')),
                ('carriage', models.CharField(choices=[('HANDED', 'Diserahkan langsung'), ('COURIER', 'Kurir atau ekspedisi'), ('POST', 'Pos tercatat')], max_length=8, verbose_name='cara pengiriman')),
                ('sent_on', models.DateField(verbose_name='dikirim pada')),
                ('tracking', models.CharField(blank=True, max_length=120, verbose_name='nomor resi atau surat pengantar')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='diterima pada')),
                ('received_by', models.CharField(blank=True, max_length=160, verbose_name='penerima')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='tanda terima')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical perpindahan naskah asli',
                'verbose_name_plural': 'historical perpindahan naskah asli',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='OriginalMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('number', models.PositiveSmallIntegerField(verbose_name='naskah asli ke')),
                ('carriage', models.CharField(choices=[('HANDED', 'Diserahkan langsung'), ('COURIER', 'Kurir atau ekspedisi'), ('POST', 'Pos tercatat')], max_length=8, verbose_name='cara pengiriman')),
                ('sent_on', models.DateField(verbose_name='dikirim pada')),
                ('tracking', models.CharField(blank=True, max_length=120, verbose_name='nomor resi atau surat pengantar')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='diterima pada')),
                ('received_by', models.CharField(blank=True, max_length=160, verbose_name='penerima')),
                ('document_id', models.BigIntegerField(editable=False, null=True, verbose_name='tanda terima')),
            ],
            options={
                'verbose_name': 'perpindahan naskah asli',
                'verbose_name_plural': 'perpindahan naskah asli',
                'ordering': ['agreement', 'number', 'pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='exchanged_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='naskah asli dipertukarkan pada'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='mode',
            field=models.CharField(blank=True, choices=[('CEREMONY', 'Seremonial'), ('DESK', 'Dari meja ke meja'), ('HYBRID', 'Gabungan')], editable=False, max_length=8, verbose_name='tata cara penandatanganan'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='exchanged_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='naskah asli dipertukarkan pada'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='mode',
            field=models.CharField(blank=True, choices=[('CEREMONY', 'Seremonial'), ('DESK', 'Dari meja ke meja'), ('HYBRID', 'Gabungan')], editable=False, max_length=8, verbose_name='tata cara penandatanganan'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('mode__in', ['', 'CEREMONY', 'DESK', 'HYBRID'])), name='agreement_mode_known'),
        ),
        migrations.AddField(
            model_name='historicaloriginalmove',
            name='agreement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='historicaloriginalmove',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicaloriginalmove',
            name='to_party',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreementparty', verbose_name='kepada'),
        ),
        migrations.AddField(
            model_name='originalmove',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='agreements.agreement', verbose_name='naskah'),
        ),
        migrations.AddField(
            model_name='originalmove',
            name='to_party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.agreementparty', verbose_name='kepada'),
        ),
        migrations.AddConstraint(
            model_name='originalmove',
            constraint=models.UniqueConstraint(condition=models.Q(('received_on__isnull', True)), fields=('agreement', 'number'), name='originalmove_one_under_way'),
        ),
        migrations.AddConstraint(
            model_name='originalmove',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='originalmove_number_from_one'),
        ),
        migrations.AddConstraint(
            model_name='originalmove',
            constraint=models.CheckConstraint(condition=models.Q(('carriage__in', ['HANDED', 'COURIER', 'POST'])), name='originalmove_carriage_known'),
        ),
        migrations.AddConstraint(
            model_name='originalmove',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('received_by', ''), ('received_on__isnull', True)), models.Q(('received_on__gte', models.F('sent_on')), models.Q(('received_by', ''), _negated=True)), _connector='OR'), name='originalmove_receipt_has_facts'),
        ),
    ]
