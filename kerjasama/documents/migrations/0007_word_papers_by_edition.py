"""A region words its papers by editions; none of them changes or goes away."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock

KEEP = """
CREATE TRIGGER documents_keep BEFORE UPDATE OR DELETE ON documents_templateedition
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
"""
RELEASE = "DROP TRIGGER documents_keep ON documents_templateedition;"


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_paraf_on_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalTemplateEdition',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('template', models.CharField(max_length=80, verbose_name='templat')),
                ('number', models.PositiveIntegerField(verbose_name='edisi')),
                ('words', models.JSONField(blank=True, default=dict, verbose_name='bunyi')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditetapkan oleh')),
            ],
            options={
                'verbose_name': 'historical edisi templat',
                'verbose_name_plural': 'historical edisi templat',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='TemplateEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('template', models.CharField(max_length=80, verbose_name='templat')),
                ('number', models.PositiveIntegerField(verbose_name='edisi')),
                ('words', models.JSONField(blank=True, default=dict, verbose_name='bunyi')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditetapkan oleh')),
            ],
            options={
                'verbose_name': 'edisi templat',
                'verbose_name_plural': 'edisi templat',
                'ordering': ['template', '-number'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('template', 'number'), name='templateedition_number_once'), models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='templateedition_counts_from_one'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('template', ''), _negated=True)), name='templateedition_says_why')],
            },
        ),
        migrations.RunSQL(KEEP, RELEASE),
    ]
