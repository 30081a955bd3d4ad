"""No table is forgotten: each is guarded, chained and granted as its kind demands; a new model fails here until it is."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from kerjasama.workflow import dbguards
from kerjasama.workflow.models import AuditEntry, RouteEdge, RouteGate, StagedModel, StageEvent
from tests.support.sql import refusal, run

ROOMS = {
    "core",
    "accounts",
    "parties",
    "workflow",
    "documents",
    "notifications",
    "reviews",
    "proposals",
    "agreements",
    "monitoring",
    "counter",
    "importing",
    "statutory",
    "desk",
    "setup",
    "demo",
}

#: Tables without a history of their own, and why that is right. Anything not named here must keep every version.
WITHOUT_HISTORY = {
    "core.FormDraft": "typed and not yet sent: no legal weight",
    "accounts.User_groups": "no groups are used: offices decide",
    "accounts.User_user_permissions": "no permissions are used: offices decide",
    "workflow.StageEvent": "is the ledger itself, append-only and chained",
    "workflow.AuditEntry": "is the chain itself, append-only",
    "workflow.RouteGate": "written from the code; the application may only read it",
    "workflow.RouteEdge": "written from the code; the application may only read it",
    "documents.NumberSeries": "a counter; each number it gave is an IssuedNumber with history",
    "documents.FileAccess": "an access log, append-only",
    "documents.Bundle": "papers put together for reading, made again at any time; each of them is a Document",
    "documents.HeldUpload": "came with a form that is not sent: no record yet, removed by the clock; sent, its bytes are a Document",
    "notifications.Notification": "a message about an act that the ledger keeps",
    "parties.Region": "the list of the ministry, loaded by a command",
    "proposals.Affair": "the list of the law, loaded by a migration",
    "proposals.CaseStanding": "derived from the acts",
    "proposals.Proposal_named_readers": "the list of readers of a secret case",
    "counter.RequestDraft": "typed and not yet confirmed: no legal weight, removed by the clock",
    "counter.QuarantinedFile": "no record yet: what was sent stands on the request with its hashes; an accepted one is a Document",
    "accounts.SavedView": "how one person likes to see a list: no legal weight",
    "agreements.RegisterEntry": "derived from its naskah, of this system or old, written anew after each change of it",
    "importing.ImportRow": "a row of a file as it was read; what it wrote stands in the history of the naskah, and the batch has its own",
    "importing.RememberedColumns": "how a person has mapped the columns of a file: no legal weight",
    "agreements.RegisterWord": "words of the register, to compare a misspelt one with",
    "statutory.ReportContent": "never changed: the database refuses it; its hash stands in the ledger",
    "agreements.DraftVersion": "never changed: the database refuses it; its hash stands in the ledger",
}


def ours() -> list[type[models.Model]]:
    """Every table of our rooms, join tables too, history tables not."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ROOMS and model._meta.managed and not model.__name__.startswith("Historical")
    ]


def history_tables() -> set[str]:
    return {model.history.model._meta.db_table for model in ours() if hasattr(model, "history")}


def test_every_table_keeps_its_versions_or_is_named_with_its_reason() -> None:
    assert {model._meta.label for model in ours() if not hasattr(model, "history")} == set(WITHOUT_HISTORY)


def test_every_history_table_and_the_ledger_enter_the_chain() -> None:
    chained = {model._meta.db_table for model in dbguards.chained_models()}
    assert chained == history_tables() | {StageEvent._meta.db_table}
    assert len(chained) > 25


@pytest.mark.django_db
def test_every_history_table_of_the_database_is_chained() -> None:
    """Seen from the database: whatever is named like a history must have the trigger, model or not."""
    tables = run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '%%\\_historical%%'")
    assert {name for (name,) in tables} == history_tables()


@pytest.mark.django_db
def test_every_trigger_of_the_code_stands_in_the_database() -> None:
    found = run(
        "SELECT tgname, relname, tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal"
    )
    standing = {(name, table) for name, table, enabled in found if enabled == "O"}
    wanted = {(trigger.name, trigger.table) for trigger in dbguards.triggers()}
    assert wanted - standing == set()
    assert {(name, table) for name, table in standing if name.startswith("workflow_")} == wanted


@pytest.mark.django_db
def test_every_trigger_does_what_the_code_says() -> None:
    """Timing, events, rows or statement, deferral and arguments: as installed, not as remembered."""
    found = run(
        "SELECT tgname, relname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal"
    )
    standing = {(name, table): text for name, table, text in found}
    for trigger in dbguards.triggers():
        assert plain(standing[trigger.name, trigger.table]) == plain(trigger.statement), trigger


def plain(statement: str) -> tuple[str, ...]:
    """The words of a statement: order of events, quotes, default granularity and the schema make no difference."""
    text = statement.replace('"', "").replace("public.", "").replace("DELETE OR UPDATE", "UPDATE OR DELETE")
    return tuple(text.replace("FOR EACH STATEMENT ", "").split())


@pytest.mark.django_db
def test_the_rooms_own_guards_stand() -> None:
    names = {name for (name,) in run("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")}
    assert {
        "agreements_signature",
        "agreements_version_keep",
        "reviews_keep_opinion",
        "reviews_keep_committeemeeting",
        "reviews_keep_question",
        "reviews_undying_question",
        "documents_keep",
        "documents_freeze",
        "documents_letter",
        "documents_letter_paraf",
        "statutory_report_keep",
        "statutory_content_keep",
        "statutory_edition",
    } <= names


@pytest.mark.django_db
def test_the_table_of_edges_equals_the_routes() -> None:
    fields = ("subject_label", "route_key", "route_version", "act", "source", "target")
    rows = list(RouteEdge.objects.values_list(*fields))
    assert len(rows) == len(set(rows))
    assert set(rows) == dbguards.edges()
    gates = set(RouteGate.objects.values_list("subject_label", "route_key", "route_version", "instrument"))
    assert gates == dbguards.gates()


def test_every_subject_with_stages_is_guarded() -> None:
    staged = {model for model in apps.get_models() if issubclass(model, StagedModel)}
    assert set(dbguards.staged_models()) == staged
    guarded = {(t.table, t.name) for t in dbguards.triggers()}
    for model in staged:
        for name in ("workflow_stage", "workflow_birth", "workflow_birth_event", "workflow_delete"):
            assert (model._meta.db_table, name) in guarded


@pytest.mark.django_db
@pytest.mark.parametrize("model", dbguards.append_only_models(), ids=lambda model: model._meta.db_table)
def test_what_only_grows_is_neither_changed_nor_deleted_nor_emptied(model: type[models.Model]) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    assert "permission denied" in refusal(f'UPDATE "{table}" SET "{key}" = "{key}"')
    assert "permission denied" in refusal(f'DELETE FROM "{table}"')
    assert "permission denied" in refusal(f'TRUNCATE "{table}"')


def test_what_keeps_its_versions_may_not_be_deleted() -> None:
    kept = {
        model for model in ours() if hasattr(model, "history") and not getattr(model, "DRAFT_MAY_BE_DELETED", False)
    }
    assert set(dbguards.undeletable_models()) == kept


@pytest.mark.django_db
@pytest.mark.parametrize("model", dbguards.undeletable_models(), ids=lambda model: model._meta.db_table)
def test_what_has_legal_weight_is_never_deleted(model: type[models.Model]) -> None:
    assert "permission denied" in refusal(f'DELETE FROM "{model._meta.db_table}"')
    assert "permission denied" in refusal(f'TRUNCATE "{model._meta.db_table}" CASCADE')


def test_only_drafts_may_be_deleted() -> None:
    may = {
        m._meta.label
        for m in apps.get_models()
        if getattr(m, "DRAFT_MAY_BE_DELETED", False) and "Historical" not in m.__name__
    }
    assert may == {
        "proposals.Proposal", "proposals.Party", "proposals.BudgetLine", "proposals.Mapping",
        "proposals.Exploration", "proposals.CooperationPlan", "proposals.Forwarding",
        "proposals.PlanRow",
        "proposals.Contact",
        "proposals.FeasibilityStudy",
    }  # fmt: skip


@pytest.mark.django_db
def test_the_application_owns_nothing_and_is_no_superuser() -> None:
    role = settings.DATABASES["default"]["USER"]
    assert run("SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = %s", role) == [
        (False, False, False)
    ]
    assert run("SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE rolname = %s", role) == []
    assert run("SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE rolname = %s", role) == []
    assert run("SELECT has_table_privilege(%s, %s, 'INSERT')", role, AuditEntry._meta.db_table) == [(False,)]
