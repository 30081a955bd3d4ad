"""The paraf under a letter, repeated by the database: in order, on the very file, and complete before the signature."""

import json
from collections.abc import Mapping

from kerjasama.documents.letter_kinds import LetterStage

_GIVEN = """
CREATE OR REPLACE FUNCTION documents_guard_letter_paraf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.document_id, NEW."order", NEW.office) IS DISTINCT FROM (OLD.document_id, OLD."order", OLD.office)
     OR OLD.state = 'VOID' AND NEW.state <> 'VOID' OR OLD.state = 'GIVEN' AND NEW.state = 'PENDING'
     OR OLD.state <> 'PENDING' AND (NEW.given_by_id, NEW.given_at, NEW.bound_sha256, NEW.seat_title)
        IS DISTINCT FROM (OLD.given_by_id, OLD.given_at, OLD.bound_sha256, OLD.seat_title) THEN
    RAISE EXCEPTION 'Paraf surat yang sudah tercatat tidak dapat diubah, hanya dapat batal bersama suratnya'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'PENDING' AND NEW.state = 'GIVEN' THEN
    PERFORM 1 FROM documents_letterparaf p WHERE p.document_id = NEW.document_id AND p."order" < NEW."order" AND p.state <> 'GIVEN';
    IF FOUND THEN
      RAISE EXCEPTION 'Paraf surat dibubuhkan menurut urutan jabatan' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM 1 FROM documents_document d JOIN documents_storedfile f ON f.id = d.file_id
      WHERE d.id = NEW.document_id AND d.status = 'READY' AND f.sha256 = NEW.bound_sha256;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Paraf surat mengikat berkas surat itu sendiri' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS documents_letter_paraf ON documents_letterparaf;
CREATE TRIGGER documents_letter_paraf BEFORE UPDATE ON documents_letterparaf
  FOR EACH ROW EXECUTE FUNCTION documents_guard_letter_paraf();
"""

_SIGNED = """
CREATE OR REPLACE FUNCTION documents_guard_letter() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place jsonb;
BEGIN
  place := TG_ARGV[1]::jsonb -> OLD.stage;
  IF place IS NULL OR NEW.stage = OLD.stage THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM workflow_routeedge r WHERE r.subject_label = TG_ARGV[0] AND r.route_key = NEW.route_key
    AND r.route_version = NEW.route_version AND r.source = OLD.stage AND r.target = NEW.stage AND place -> 'signs' ? r.act;
  IF NOT FOUND THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM documents_letterparaf p JOIN documents_document d ON d.id = p.document_id
    JOIN django_content_type c ON c.id = d.subject_type_id
    WHERE c.app_label || '.' || c.model = TG_ARGV[0] AND d.object_id = NEW.id AND d.kind = place ->> 'kind' AND p.state = 'PENDING';
  IF FOUND THEN
    RAISE EXCEPTION 'Surat tidak dapat ditandatangani: paraf belum lengkap' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS documents_letter ON {table};
CREATE TRIGGER documents_letter BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION documents_guard_letter('{label}', '{places}');
"""

DATABASE_GUARDS = (("documents_letterparaf", _GIVEN),)


def letter_guard(label: str, stages: Mapping[str, LetterStage]) -> tuple[str, str]:
    """The guard of a room over the letters of one of its models ("proposals.proposal"): table and statement."""
    table = label.replace(".", "_")
    places = {str(stage): {"kind": place.kind, "signs": list(place.signs)} for stage, place in stages.items()}
    filled = _SIGNED.replace("{table}", table).replace("{label}", label).replace("{places}", json.dumps(places))
    return table, filled
