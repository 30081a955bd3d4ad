"""Statements straight to the database, past every line of Python: what somebody with the application's password could try."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.workflow.models import StagedModel, StageEvent


def run(statement: str, *values: object) -> list[tuple]:
    """Run a statement as the application; its rows, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def refusal(statement: str, *values: object) -> str:
    """The sentence with which the database refuses a statement; fails when it does not."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        run(statement, *values)
        settle()
    return str(refused.value)


def settle() -> None:
    """Do now what the database keeps for the commit: first events and the audit chain."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("SET CONSTRAINTS ALL DEFERRED")


def forge_event(subject: StagedModel, act: str, target: str, by: User, **changes: object) -> StageEvent:
    """A ledger row written by hand, as if an act had happened."""
    facts = {
        "subject_type": ContentType.objects.get_for_model(type(subject)), "object_id": subject.pk,
        "seq": subject.act_count + 1, "act": act, "label": act, "source": subject.stage, "target": target, "actor": by,
        "office": "KABAG", "occurred_on": clock.today(), "recorded_at": clock.now(),
    }  # fmt: skip
    return StageEvent.objects.create(**{**facts, **changes})


def footprint() -> tuple[int, ...]:
    """What a refused act must leave as it was: ledger, chain (so all histories), papers, numbers, files, messages."""
    settle()
    tables = ("workflow_stageevent", "workflow_auditentry", "documents_document", "documents_issuednumber",
              "documents_storedfile", "agreements_draftversion", "notifications_notification")  # fmt: skip
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    return run(f"SELECT {counts}, (SELECT coalesce(sum(last), 0) FROM documents_numberseries)")[0]
