"""What must be true of the database whatever people do: asked of its tables, past every line of the product."""

from kerjasama.workflow.models import StagedModel
from proposals.models import Proposal
from tests.support.sql import run, settle

# Every version of a row in its history where the stage or the number of acts is another than before, against the ledger.
_ONE_EVENT_ONE_ROW = """
WITH kept AS (
  SELECT h.id, h.stage, h.act_count, h.history_user_id, h.history_id,
         lag(h.stage) OVER w AS stage_before, coalesce(lag(h.act_count) OVER w, 0) AS count_before
  FROM "{history}" h WHERE h.history_type <> '-' WINDOW w AS (PARTITION BY h.id ORDER BY h.history_id)
), moved AS (
  SELECT * FROM kept WHERE stage IS DISTINCT FROM stage_before OR act_count <> count_before
), told AS (
  SELECT e.* FROM workflow_stageevent e JOIN django_content_type c ON c.id = e.subject_type_id
  WHERE c.app_label = %s AND c.model = %s
)
SELECT m.id, m.act_count, m.stage, t.object_id, t.seq, t.act FROM moved m
FULL JOIN told t ON t.object_id = m.id AND t.seq = m.act_count AND t.target = m.stage AND t.source = coalesce(m.stage_before, '')
  AND t.actor_id = m.history_user_id AND m.act_count = m.count_before + 1
WHERE m.id IS NULL OR t.id IS NULL
"""
_STANDS_AS_TOLD = """
SELECT s.id, s.stage, s.act_count FROM "{table}" s
LEFT JOIN LATERAL (
  SELECT count(*) AS acts, max(e.seq) AS newest, (array_agg(e.target ORDER BY e.seq DESC))[1] AS target
  FROM workflow_stageevent e JOIN django_content_type c ON c.id = e.subject_type_id
  WHERE c.app_label = %s AND c.model = %s AND e.object_id = s.id
) told ON true
WHERE (told.acts, told.newest, told.target) IS DISTINCT FROM (s.act_count::bigint, s.act_count, s.stage)
"""
_LOOSE = """
SELECT t."{key}" FROM "{table}" t
LEFT JOIN workflow_auditentry a ON a.table_name = '{table}' AND a.row_id = t."{key}" WHERE a.seq IS NULL
"""
_SIGNED_WITHOUT_PARAF = """
SELECT a.id FROM agreements_agreement a
WHERE a.stage = ANY(%s) AND (
  a.text_hash = '' OR a.text_hash <> (SELECT v.text_hash FROM agreements_draftversion v WHERE v.id = a.locked_version_id)
  OR jsonb_array_length(a.paraf_chain) = 0
  OR a.paraf_chain IS DISTINCT FROM (
    SELECT jsonb_agg(p.office ORDER BY p."order") FROM agreements_paraf p
    WHERE p.agreement_id = a.id AND p.state = 'GIVEN' AND p.kind = 'HIERARCHY' AND p.version_id = a.locked_version_id
      AND p.text_hash = a.text_hash)
  OR EXISTS (SELECT 1 FROM agreements_paraf p WHERE p.agreement_id = a.id AND p.state = 'PENDING')
  OR (SELECT count(DISTINCT p.given_by_id) + count(*) FILTER (WHERE p.also_as <> '' AND p.capacity <> 'DEFINITIVE')
      FROM agreements_paraf p WHERE p.agreement_id = a.id AND p.state = 'GIVEN')
     <> jsonb_array_length(a.paraf_chain) + jsonb_array_length(a.paraf_coordination))
"""
# A letter of intent comes before the DPRD by law (PM 25/2020 art. 13-17); everything else abroad waits for it.
_SIGNED_WITHOUT_DPRD = """
SELECT a.id FROM agreements_agreement a JOIN proposals_proposal p ON p.id = a.proposal_id
WHERE a.stage = ANY(%s) AND a.instrument <> 'LOI' AND p.route_key NOT LIKE '%%.BEBAS' AND (p.route_key LIKE '%%.FIRST' OR a.instrument <> 'KB') AND NOT (
  p.dprd_outcome = 'NOT_REQUIRED' AND p.id = ANY(%s)
  OR p.dprd_outcome IN ('APPROVED', 'APPROVED_WITH_NOTES', 'DEEMED') AND p.dprd_outcome = (
    SELECT c.status FROM reviews_clearance c JOIN django_content_type t ON t.id = c.subject_type_id
    WHERE t.model = 'proposal' AND c.object_id = p.id AND c.authority = 'DPRD' ORDER BY c.number_in_row DESC LIMIT 1))
"""
# Both consultations on record no later than the letter of intent (PP 28/2018 art. 28(4)).
_UNCONSULTED = """
SELECT a.id FROM agreements_agreement a WHERE a.stage = ANY(%s) AND a.instrument = 'LOI' AND 2 <> (
  SELECT count(DISTINCT e.authority) FROM reviews_exchange e JOIN django_content_type t ON t.id = e.subject_type_id
  WHERE t.model = 'proposal' AND e.object_id = a.proposal_id AND e.purpose = 'INTENT' AND e.authority IN ('MINISTER', 'FOREIGN_MINISTER')
    AND e.reply NOT IN ('', 'WITHDRAWN') AND e.answered_on <= a.signed_on)
"""
# The Surat Konfirmasi is on the very text that was signed (PP 28/2018 art. 33(3)-(4)).
_UNCONFIRMED = """
SELECT a.id FROM agreements_agreement a WHERE a.stage = ANY(%s) AND a.instrument = 'MOU' AND NOT EXISTS (
  SELECT 1 FROM reviews_exchange e JOIN django_content_type t ON t.id = e.subject_type_id
  WHERE t.model = 'agreement' AND e.object_id = a.id AND e.purpose = 'CONFIRMATION' AND e.reply = 'CONFIRMED' AND e.text_hash = a.text_hash)
"""
# UU 23/2014 art. 366(2), PP 28/2018 art. 19(2): by the keys of the clauses in the locked version.
_WITHOUT_CLAUSES = """
SELECT a.id FROM agreements_agreement a JOIN agreements_draftversion v ON v.id = a.locked_version_id
WHERE a.stage = ANY(%s) AND a.route_key = 'KSDPK.PKS' AND 4 <> (
  SELECT count(DISTINCT c ->> 'key') FROM jsonb_array_elements(v.clauses) c
  WHERE c ->> 'key' IN ('rights', 'term', 'disputes', 'sanctions'))
"""
_GAPS = """
SELECT s.id FROM documents_numberseries s LEFT JOIN documents_issuednumber n ON n.series_id = s.id
GROUP BY s.id HAVING count(n.id) <> s.last OR coalesce(max(n.sequence), 0) <> s.last OR coalesce(min(n.sequence), 1) <> 1
  OR count(DISTINCT n.sequence) <> s.last
"""


def one_event_and_one_row(model: type[StagedModel]) -> list[tuple]:
    """Stage changes without exactly one event and one history row of the same person, or the reverse; meant to be empty."""
    name = (model._meta.app_label, model._meta.model_name)
    history = model.history.model._meta.db_table
    return [
        *run(_ONE_EVENT_ONE_ROW.format(history=history), *name),
        *run(_STANDS_AS_TOLD.format(table=model._meta.db_table), *name),
    ]


def outside_the_chain(model: type[StagedModel]) -> list[tuple]:
    """Events and history rows of a kind of subject that the audit chain does not hold; meant to be empty."""
    settle()
    return [
        *run(_LOOSE.format(table="workflow_stageevent", key="id")),
        *run(_LOOSE.format(table=model.history.model._meta.db_table, key="history_id")),
    ]


def signed_without_paraf(signed: list[str]) -> list[tuple]:
    """Signed naskah that lack a paraf of the frozen chain on their exact text, by one person each but for combined offices."""
    return run(_SIGNED_WITHOUT_PARAF, signed)


def signed_without_dprd(signed: list[str], found_free: list[int]) -> list[tuple]:
    """Signed naskah behind the gate of their own route without an answer of the DPRD or a finding that none is needed."""
    return run(_SIGNED_WITHOUT_DPRD, signed, found_free)


def signed_unconsulted(signed: list[str]) -> list[tuple]:
    """Letters of intent signed without both consultations."""
    return run(_UNCONSULTED, signed)


def signed_unconfirmed(signed: list[str]) -> list[tuple]:
    """Naskah abroad signed without the Surat Konfirmasi on their text."""
    return run(_UNCONFIRMED, signed)


def signed_without_clauses(signed: list[str]) -> list[tuple]:
    """PKS with a third party that lack one of their four clauses."""
    return run(_WITHOUT_CLAUSES, signed)


def gaps() -> list[tuple]:
    """Number series with a hole, a number twice, or a number nobody drew."""
    return run(_GAPS)


def dprd_is_needed(proposal: Proposal, policy: str) -> bool:
    """Section 5 of the statute once more, by hand: M, D and U."""
    if proposal.unbudgeted:
        return True
    if not proposal.burdens_community:
        return False
    return bool(proposal.burdens_region) or policy == "conservative"
