"""What the law asks of a signature, repeated by the database."""

_SIGNATURE = """
CREATE OR REPLACE FUNCTION agreements_guard_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given int; marked int; outcome text; key text; version int; place text; asked int;
BEGIN
  IF NOT (OLD.stage = 'SIGNING' AND NEW.stage IN ('SCANNING', 'VALIDATION')) THEN
    RETURN NEW;
  END IF;
  SELECT count(*) FILTER (WHERE p.state = 'GIVEN' AND p.text_hash = NEW.text_hash AND p.version_id = NEW.locked_version_id),
         count(*) FILTER (WHERE p.state <> 'VOID')
    INTO given, marked FROM agreements_paraf p WHERE p.agreement_id = NEW.id;
  IF given = 0 OR given <> marked OR given <> jsonb_array_length(NEW.paraf_chain) + jsonb_array_length(NEW.paraf_coordination) THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: paraf belum lengkap pada teks ini' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT p.dprd_outcome, p.route_key, p.route_version, p.stage INTO outcome, key, version, place
    FROM proposals_proposal p WHERE p.id = NEW.proposal_id;
  IF outcome = '' AND EXISTS (SELECT 1 FROM workflow_routegate g WHERE g.subject_label = 'proposals.proposal'
      AND g.route_key = key AND g.route_version = version AND g.instrument = NEW.instrument) THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: persetujuan DPRD belum terpenuhi' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.instrument = 'LOI' THEN
    SELECT count(DISTINCT e.authority) INTO asked FROM reviews_exchange e JOIN django_content_type c ON c.id = e.subject_type_id
      WHERE c.app_label = 'proposals' AND c.model = 'proposal' AND e.object_id = NEW.proposal_id AND e.purpose = 'INTENT'
        AND e.authority IN ('MINISTER', 'FOREIGN_MINISTER') AND e.reply NOT IN ('', 'WITHDRAWN') AND e.answered_on <= NEW.signed_on;
    IF asked < 2 THEN
      RAISE EXCEPTION 'LoI tidak dapat ditandatangani: konsultasi dengan Menteri Dalam Negeri dan Menteri Luar Negeri belum ada'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.instrument = 'MOU' AND NOT EXISTS (SELECT 1 FROM reviews_exchange e JOIN django_content_type c ON c.id = e.subject_type_id
      WHERE c.app_label = 'agreements' AND c.model = 'agreement' AND e.object_id = NEW.id AND e.purpose = 'CONFIRMATION'
        AND e.reply = 'CONFIRMED' AND e.text_hash = NEW.text_hash) THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: Surat Konfirmasi atas teks ini belum ada' USING ERRCODE = 'restrict_violation';
  END IF;
  IF place IN ('WITHDRAWN', 'TAKEN_OVER') THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: usulannya sudah ditutup' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS agreements_signature ON agreements_agreement;
CREATE TRIGGER agreements_signature BEFORE UPDATE ON agreements_agreement
  FOR EACH ROW EXECUTE FUNCTION agreements_guard_signature();
"""

_VERSIONS = """
DROP TRIGGER IF EXISTS agreements_version_keep ON agreements_draftversion;
CREATE TRIGGER agreements_version_keep BEFORE UPDATE OR DELETE ON agreements_draftversion
  FOR EACH ROW EXECUTE FUNCTION workflow_refuse_change();
"""

DATABASE_GUARDS = (("workflow_routegate", _SIGNATURE), ("agreements_draftversion", _VERSIONS))
