"""What was frozen and what was sent stays so: repeated by the database."""

_CONTENT = """
DROP TRIGGER IF EXISTS statutory_content_keep ON statutory_reportcontent;
CREATE TRIGGER statutory_content_keep BEFORE UPDATE OR DELETE ON statutory_reportcontent
  FOR EACH ROW EXECUTE FUNCTION workflow_refuse_change();
"""

#: What is owed for a period, and until when, is settled when it is opened.
_REPORT = """
DROP TRIGGER IF EXISTS statutory_report_keep ON statutory_statutoryreport;
CREATE TRIGGER statutory_report_keep BEFORE UPDATE ON statutory_statutoryreport
  FOR EACH ROW EXECUTE FUNCTION workflow_refuse_change();
"""

#: A sent edition: only its receipt may be added, once, with the counters of the act that adds it.
_EDITION = """
CREATE OR REPLACE FUNCTION statutory_guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE beside text[] := ARRAY['act_count', 'updated_at'];
BEGIN
  IF OLD.stage = 'SENT' THEN
    IF OLD.received_on IS NULL THEN
      beside := beside || ARRAY['received_on', 'receipt_number'];
    END IF;
    IF to_jsonb(OLD) - beside IS DISTINCT FROM to_jsonb(NEW) - beside THEN
      RAISE EXCEPTION 'Laporan yang sudah dikirim tidak dapat diubah' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF OLD.content_id IS NOT NULL AND NEW.stage <> 'DRAFT' AND
      (NEW.content_id, NEW.letter_id, NEW.workbook_id, NEW.letter_number, NEW.dated, NEW.addressee, NEW.restricted, NEW.analysis, NEW.follow_up)
      IS DISTINCT FROM
      (OLD.content_id, OLD.letter_id, OLD.workbook_id, OLD.letter_number, OLD.dated, OLD.addressee, OLD.restricted, OLD.analysis, OLD.follow_up) THEN
    RAISE EXCEPTION 'Laporan yang sudah terbit tidak dapat diubah, hanya dikembalikan' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.report_id, NEW.number) IS DISTINCT FROM (OLD.report_id, OLD.number) THEN
    RAISE EXCEPTION 'Edisi tetap pada laporannya' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS statutory_edition ON statutory_reportedition;
CREATE TRIGGER statutory_edition BEFORE UPDATE ON statutory_reportedition
  FOR EACH ROW EXECUTE FUNCTION statutory_guard_edition();
"""

DATABASE_GUARDS = (
    ("statutory_statutoryreport", _REPORT),
    ("statutory_reportcontent", _CONTENT),
    ("statutory_reportedition", _EDITION),
)
