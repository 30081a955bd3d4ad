"""What the law asks of a signature, repeated by the database."""

_SIGNATURE = """
CREATE OR REPLACE FUNCTION agreements_guard_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE outcome text; key text;
BEGIN
  IF NOT (OLD.stage = 'SIGNING' AND NEW.stage = 'SCANNING') THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM agreements_paraf p WHERE p.agreement_id = NEW.id AND p.state = 'GIVEN' AND p.text_hash = NEW.text_hash)
     OR EXISTS (SELECT 1 FROM agreements_paraf p WHERE p.agreement_id = NEW.id AND p.state = 'PENDING')
     OR EXISTS (SELECT 1 FROM agreements_paraf p WHERE p.agreement_id = NEW.id AND p.state = 'GIVEN' AND p.text_hash <> NEW.text_hash) THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: paraf belum lengkap pada teks ini' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT p.dprd_outcome, p.route_key INTO outcome, key FROM proposals_proposal p WHERE p.id = NEW.proposal_id;
  IF outcome = '' AND (NEW.instrument <> 'KB' OR key LIKE '%.FIRST') THEN
    RAISE EXCEPTION 'Naskah tidak dapat ditandatangani: persetujuan DPRD belum terpenuhi' USING ERRCODE = 'restrict_violation';
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

DATABASE_GUARDS = (("agreements_paraf", _SIGNATURE), ("agreements_draftversion", _VERSIONS))
