"""A recorded mistake is set right by two people; what was recorded of it never changes."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock

GUARD = """
CREATE OR REPLACE FUNCTION documents_guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'PROPOSED'
     OR (NEW.subject_type_id, NEW.object_id, NEW.target_type_id, NEW.target_id, NEW.field, NEW.label, NEW.old, NEW.new,
         NEW.old_shown, NEW.new_shown, NEW.file_id, NEW.public, NEW.reason, NEW.proposed_by_id, NEW.proposed_at)
     IS DISTINCT FROM
        (OLD.subject_type_id, OLD.object_id, OLD.target_type_id, OLD.target_id, OLD.field, OLD.label, OLD.old, OLD.new,
         OLD.old_shown, OLD.new_shown, OLD.file_id, OLD.public, OLD.reason, OLD.proposed_by_id, OLD.proposed_at) THEN
    RAISE EXCEPTION 'Koreksi yang sudah tercatat tidak dapat diubah' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER documents_keep BEFORE DELETE ON documents_correction
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER documents_freeze BEFORE UPDATE ON documents_correction
  FOR EACH ROW EXECUTE FUNCTION documents_guard_correction();
"""

RELEASE = """
DROP TRIGGER documents_freeze ON documents_correction;
DROP TRIGGER documents_keep ON documents_correction;
DROP FUNCTION documents_guard_correction();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('documents', '0003_hold_files_of_unsent_forms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalCorrection',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('history_change_reason', models.TextField(null=True)),
                ('object_id', models.PositiveBigIntegerField(verbose_name='nomor perkara')),
                ('target_id', models.PositiveBigIntegerField(verbose_name='nomor catatan')),
                ('result_id', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='nomor catatan sesudahnya')),
                ('field', models.CharField(max_length=40, verbose_name='isian')),
                ('label', models.CharField(max_length=360, verbose_name='sebutan')),
                ('old', models.CharField(max_length=300, verbose_name='semula')),
                ('new', models.CharField(max_length=300, verbose_name='menjadi')),
                ('old_shown', models.CharField(max_length=300, verbose_name='semula, seperti ditulis')),
                ('new_shown', models.CharField(max_length=300, verbose_name='menjadi, seperti ditulis')),
                ('public', models.BooleanField(default=False, verbose_name='tampil pada pemeriksaan umum')),
                ('reason', models.TextField(verbose_name='alasan')),
                ('state', models.CharField(choices=[('PROPOSED', 'Menunggu konfirmasi'), ('CONFIRMED', 'Dikoreksi'), ('DECLINED', 'Ditolak')], default='PROPOSED', max_length=10, verbose_name='keadaan')),
                ('proposed_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='diusulkan pada')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='diputuskan pada')),
                ('note', models.TextField(blank=True, verbose_name='alasan penolakan')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('file', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.storedfile', verbose_name='berkas yang benar')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('settled_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh')),
                ('subject_type', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='contenttypes.contenttype', verbose_name='jenis perkara')),
                ('target_type', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='contenttypes.contenttype', verbose_name='jenis catatan')),
            ],
            options={
                'verbose_name': 'historical koreksi',
                'verbose_name_plural': 'historical koreksi',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='dibuat pada')),
                ('updated_at', models.DateTimeField(default=kerjasama.core.clock.now, editable=False, verbose_name='diubah pada')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='nomor perkara')),
                ('target_id', models.PositiveBigIntegerField(verbose_name='nomor catatan')),
                ('result_id', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='nomor catatan sesudahnya')),
                ('field', models.CharField(max_length=40, verbose_name='isian')),
                ('label', models.CharField(max_length=360, verbose_name='sebutan')),
                ('old', models.CharField(max_length=300, verbose_name='semula')),
                ('new', models.CharField(max_length=300, verbose_name='menjadi')),
                ('old_shown', models.CharField(max_length=300, verbose_name='semula, seperti ditulis')),
                ('new_shown', models.CharField(max_length=300, verbose_name='menjadi, seperti ditulis')),
                ('public', models.BooleanField(default=False, verbose_name='tampil pada pemeriksaan umum')),
                ('reason', models.TextField(verbose_name='alasan')),
                ('state', models.CharField(choices=[('PROPOSED', 'Menunggu konfirmasi'), ('CONFIRMED', 'Dikoreksi'), ('DECLINED', 'Ditolak')], default='PROPOSED', max_length=10, verbose_name='keadaan')),
                ('proposed_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='diusulkan pada')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='diputuskan pada')),
                ('note', models.TextField(blank=True, verbose_name='alasan penolakan')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='berkas yang benar')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputuskan oleh')),
                ('subject_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='jenis perkara')),
                ('target_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='jenis catatan')),
            ],
            options={
                'verbose_name': 'koreksi',
                'verbose_name_plural': 'koreksi',
                'ordering': ['-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['subject_type', 'object_id'], name='correction_of_subject')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True), ('state', 'PROPOSED')), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), ('state__in', ['CONFIRMED', 'DECLINED'])), _connector='OR'), name='correction_settled_by_someone'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'CONFIRMED'), _negated=True), models.Q(('result_id__isnull', False), models.Q(('settled_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='correction_confirmed_by_second_person'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'DECLINED'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='correction_declined_says_why'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='correction_says_why'), models.CheckConstraint(condition=models.Q(('old', models.F('new')), _negated=True), name='correction_changes_something'), models.UniqueConstraint(condition=models.Q(('state', 'PROPOSED')), fields=('target_type', 'target_id', 'field'), name='correction_one_open_for_a_fact')],
            },
        ),
        migrations.RunSQL(GUARD, RELEASE),
    ]
