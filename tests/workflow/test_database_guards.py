"""The database itself refuses what did not come through the door (rulings 15)."""

import pytest
from django.db import DatabaseError, transaction

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from kerjasama.workflow.models import AuditEntry, RouteEdge, StageEvent
from proposals.models import Proposal
from proposals.services import drafting
from tests.support.sql import forge_event, refusal, run, settle
from tests.support.wanasari import new_walk

NO_EVENT = "tanpa peristiwa yang tercatat"
NO_EDGE = "tidak mengenal lintasan"


@pytest.fixture
def case(walk: Walk) -> Proposal:
    """A case that waits for verification."""
    proposal = walk.to_verification().proposal
    settle()
    return proposal


def test_a_stage_moved_by_sql_is_refused(case: Proposal) -> None:
    assert NO_EVENT in refusal("UPDATE proposals_proposal SET stage = 'OFFER_DRAFTING' WHERE id = %s", case.pk)
    both = "UPDATE proposals_proposal SET stage = 'OFFER_DRAFTING', act_count = act_count + 1 WHERE id = %s"
    assert NO_EVENT in refusal(both, case.pk)


def test_a_stage_moved_by_a_queryset_is_refused(case: Proposal) -> None:
    with pytest.raises(DatabaseError, match=NO_EVENT), transaction.atomic():
        Proposal.objects.filter(pk=case.pk).update(stage="INSTRUMENTS")
    with pytest.raises(DatabaseError, match=NO_EVENT), transaction.atomic():
        case.__dict__["stage"] = "OFFER_DRAFTING"
        Proposal.objects.bulk_update([case], ["stage"])


def test_a_stage_moved_by_save_is_refused(case: Proposal) -> None:
    with pytest.raises(AttributeError):
        case.stage = "OFFER_DRAFTING"
    case.__dict__["stage"] = "OFFER_DRAFTING"
    with pytest.raises(DatabaseError), transaction.atomic():
        case.save()
    case.refresh_from_db()
    assert case.stage == "VERIFICATION"


def test_the_act_of_the_method_alone_moves_nothing(case: Proposal, people: dict[str, User]) -> None:
    case.verify(None)
    with pytest.raises(DatabaseError, match=NO_EVENT), transaction.atomic():
        case.save()
    case.refresh_from_db()
    assert (case.stage, case.events.filter(act="verify").count()) == ("VERIFICATION", 0)


def test_acts_cannot_be_counted_up_or_down(case: Proposal) -> None:
    assert NO_EVENT in refusal("UPDATE proposals_proposal SET act_count = act_count + 1 WHERE id = %s", case.pk)
    assert NO_EVENT in refusal("UPDATE proposals_proposal SET act_count = 1 WHERE id = %s", case.pk)


@pytest.mark.parametrize("target", ["INSTRUMENTS", "TKKSD_REVIEW", "DPRD_PENDING", "WITHDRAWN_TOO"])
def test_a_forged_event_without_an_edge_is_refused(case: Proposal, people: dict[str, User], target: str) -> None:
    with transaction.atomic():
        forge_event(case, "verify", target, people["dewi"])
        skip = "UPDATE proposals_proposal SET stage = %s, act_count = act_count + 1 WHERE id = %s"
        assert NO_EDGE in refusal(skip, target, case.pk)


def test_an_event_of_another_act_opens_no_edge(case: Proposal, people: dict[str, User]) -> None:
    forge_event(case, "sign_offer", "OFFER_DRAFTING", people["aditya"])
    step = "UPDATE proposals_proposal SET stage = 'OFFER_DRAFTING', act_count = act_count + 1 WHERE id = %s"
    assert NO_EDGE in refusal(step, case.pk)


@pytest.mark.parametrize("changes", [{"seq": 9}, {"source": "PREPARATION"}, {"object_id": 999_999}])
def test_an_event_that_does_not_fit_opens_no_edge(case: Proposal, people: dict[str, User], changes: dict) -> None:
    forge_event(case, "verify", "OFFER_DRAFTING", people["dewi"], **changes)
    step = "UPDATE proposals_proposal SET stage = 'OFFER_DRAFTING', act_count = act_count + 1 WHERE id = %s"
    assert NO_EVENT in refusal(step, case.pk)


def test_an_event_of_another_transaction_opens_no_edge(case: Proposal, people: dict[str, User]) -> None:
    """The number of the transaction is the database's own: nobody writes it."""
    forged = forge_event(case, "verify", "OFFER_DRAFTING", people["dewi"], txid=7)
    assert run("SELECT txid = txid_current() FROM workflow_stageevent WHERE id = %s", forged.pk) == [(True,)]


@pytest.mark.parametrize(("column", "value"), [("route_key", "KSDD.OUT.BETWEEN"), ("route_version", 2)])
def test_a_running_case_keeps_its_route(case: Proposal, column: str, value: object) -> None:
    assert "rute awalnya" in refusal(f"UPDATE proposals_proposal SET {column} = %s WHERE id = %s", value, case.pk)


def copy_of(case: Proposal, **changes: object) -> Proposal:
    fresh = Proposal.objects.get(pk=case.pk)
    fresh.pk, fresh.code = None, "KSDD-2026-999"
    fresh.__dict__.update(changes)
    fresh._state.adding = True
    return fresh


@pytest.mark.parametrize("stage", ["VERIFICATION", "INSTRUMENTS", "NOWHERE"])
def test_no_case_is_born_in_the_middle_of_its_route(case: Proposal, stage: str) -> None:
    with pytest.raises(DatabaseError, match="mulai pada tahap pertama"), transaction.atomic():
        copy_of(case, stage=stage, act_count=1).save()


def test_no_case_is_born_with_acts(case: Proposal) -> None:
    with pytest.raises(DatabaseError, match="mulai pada tahap pertama"), transaction.atomic():
        copy_of(case, stage="PREPARATION", act_count=5).save()


def test_no_case_is_born_without_its_first_event(case: Proposal) -> None:
    with pytest.raises(DatabaseError, match="tanpa peristiwa pertama"), transaction.atomic():
        copy_of(case, stage="PREPARATION", act_count=1).save()
        settle()


def test_a_case_with_an_act_is_not_deleted(case: Proposal) -> None:
    run("DELETE FROM proposals_party WHERE proposal_id = %s", case.pk)
    run("DELETE FROM proposals_budgetline WHERE proposal_id = %s", case.pk)
    run("DELETE FROM proposals_casestanding WHERE proposal_id = %s", case.pk)
    assert "hanya dapat dibatalkan" in refusal("DELETE FROM proposals_proposal WHERE id = %s", case.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        Proposal.objects.filter(pk=case.pk).delete()


def test_a_draft_is_deleted_by_its_author_and_its_traces_stay(people: dict[str, User]) -> None:
    draft = new_walk(people).open().proposal
    key = draft.pk
    drafting.delete_draft(draft, by=people["dlh"])
    settle()
    assert not Proposal.objects.filter(pk=key).exists()
    assert StageEvent.objects.filter(subject_type__model="proposal", object_id=key).count() == 1
    history = Proposal.history.filter(id=key).order_by("history_id")
    assert [row.history_type for row in history][0 :: len(history) - 1] == ["+", "-"]


def test_the_table_of_edges_is_not_the_applications_to_write(case: Proposal) -> None:
    table = RouteEdge._meta.db_table
    assert "permission denied" in refusal(f"UPDATE {table} SET target = 'IN_FORCE'")
    assert "permission denied" in refusal(f"DELETE FROM {table}")
    columns = "subject_label, route_key, route_version, act, source, target"
    row = "('proposals.proposal', 'KSDD.OUT.FIRST', 1, 'verify', 'VERIFICATION', 'INSTRUMENTS')"
    assert "permission denied" in refusal(f"INSERT INTO {table} ({columns}) VALUES {row}")


def test_the_chain_is_written_by_the_trigger_only(case: Proposal) -> None:
    table = AuditEntry._meta.db_table
    columns = "seq, at, table_name, row_id, payload, prev, hash"
    values = "(99999, now(), 'x', 1, '{}', '', '\\x00')"
    assert "permission denied" in refusal(f"INSERT INTO {table} ({columns}) VALUES {values}")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE proposals_proposal DISABLE TRIGGER USER",
        "DROP TRIGGER workflow_stage ON proposals_proposal",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION workflow_guard_stage() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END $$",
        "SET ROLE kerjasama_owner",
    ],
)
def test_the_application_cannot_put_the_guards_aside(case: Proposal, statement: str) -> None:
    told = refusal(statement)
    assert any(words in told for words in ("must be owner", "permission denied", "no privileges")), told


def test_the_application_grants_itself_nothing(case: Proposal) -> None:
    """PostgreSQL only warns that nothing was granted."""
    run("GRANT ALL ON workflow_stageevent, workflow_auditentry TO PUBLIC")
    for table in ("workflow_stageevent", "workflow_auditentry"):
        assert "permission denied" in refusal(f"DELETE FROM {table}")
