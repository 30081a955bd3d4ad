"""Let the database itself refuse what would change a paper after it was made."""

from django.db import migrations

REFUSE = """
CREATE OR REPLACE FUNCTION documents_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Catatan pada % tidak dapat diubah atau dihapus', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION documents_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.subject_type_id, NEW.object_id, NEW.kind, NEW.number, NEW.dated, NEW.template, NEW.template_version,
      NEW.context, NEW.data_hash, NEW.token, NEW.short_code, NEW.created_by_id, NEW.issued_number_id)
     IS DISTINCT FROM
     (OLD.subject_type_id, OLD.object_id, OLD.kind, OLD.number, OLD.dated, OLD.template, OLD.template_version,
      OLD.context, OLD.data_hash, OLD.token, OLD.short_code, OLD.created_by_id, OLD.issued_number_id)
     OR (OLD.file_id IS NOT NULL AND NEW.file_id IS DISTINCT FROM OLD.file_id) THEN
    RAISE EXCEPTION 'Isi dokumen yang sudah dibuat tidak dapat diubah' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status IN ('ANNULLED', 'SUPERSEDED') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'Dokumen yang dibatalkan atau diganti tidak berlaku lagi' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION documents_guard_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.series_id, NEW.sequence, NEW.text) IS DISTINCT FROM (OLD.series_id, OLD.sequence, OLD.text)
     OR (OLD.state = 'CANCELLED' AND NEW.state <> 'CANCELLED') THEN
    RAISE EXCEPTION 'Nomor yang sudah terbit tidak dapat diubah' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER documents_keep BEFORE UPDATE OR DELETE ON documents_storedfile
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER documents_keep BEFORE UPDATE OR DELETE ON documents_fileaccess
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER documents_keep BEFORE DELETE ON documents_document
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER documents_keep BEFORE DELETE ON documents_issuednumber
  FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER documents_freeze BEFORE UPDATE ON documents_document
  FOR EACH ROW EXECUTE FUNCTION documents_guard_document();
CREATE TRIGGER documents_freeze BEFORE UPDATE ON documents_issuednumber
  FOR EACH ROW EXECUTE FUNCTION documents_guard_number();
"""

RELEASE = """
DROP TRIGGER documents_freeze ON documents_issuednumber;
DROP TRIGGER documents_freeze ON documents_document;
DROP TRIGGER documents_keep ON documents_issuednumber;
DROP TRIGGER documents_keep ON documents_document;
DROP TRIGGER documents_keep ON documents_fileaccess;
DROP TRIGGER documents_keep ON documents_storedfile;
DROP FUNCTION documents_guard_number();
DROP FUNCTION documents_guard_document();
DROP FUNCTION documents_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_foundation")]

    operations = [migrations.RunSQL(REFUSE, RELEASE)]
