"""The hash chain: sound after a walk, and every way of changing what happened is seen.

One walk is committed to a database of its own; then somebody who owns the tables takes the guards off and writes.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, models, transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from kerjasama.demo.walk import Walk
from kerjasama.documents import rendering
from kerjasama.workflow.audit import Verdict, verify
from kerjasama.workflow.chain import chained_at_once
from kerjasama.workflow.dbguards import append_only_models, chained_models
from kerjasama.workflow.models import AuditEntry, StageEvent
from tests.support import databases
from tests.support.press import small_paper
from tests.support.sql import refusal, run
from tests.support.wanasari import new_walk, set_up

pytestmark = pytest.mark.slow


@contextmanager
def guards_off() -> Iterator[None]:
    """The product's own code as the owner of the tables, with all triggers disabled; taken back afterwards."""
    application, connections["default"] = connections["default"], connections["owner"]
    try:
        with transaction.atomic():
            for model in append_only_models():
                run(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER USER')
            yield
            transaction.set_rollback(True)
    finally:
        connections["default"] = application


def seen_after(tampering: Callable[[], Any], head: str = "") -> Verdict:
    """What the check says after a change, which is then taken back."""
    with transaction.atomic():
        tampering()
        verdict = verify(head)
        transaction.set_rollback(True)
    return verdict


def link_of(place: str) -> AuditEntry:
    """The first, the middle or the last link of the chain."""
    links = AuditEntry.objects.order_by("seq")
    return links[{"first": 0, "middle": links.count() // 2, "last": links.count() - 1}[place]]


def model_of(table: str) -> type[models.Model]:
    return next(model for model in chained_models() if model._meta.db_table == table)


def other(value: Any) -> Any:
    """A value of the same sort that is another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | Decimal):
        return value + 1000
    if isinstance(value, datetime | date):
        return value + timedelta(days=1)
    if isinstance(value, memoryview | bytes):
        # The last byte may be any of 256, so it is turned and not replaced by a fixed one.
        return bytes(value)[:-1] + bytes([bytes(value)[-1] ^ 1]) if bytes(value) else b"?"
    if isinstance(value, dict):
        return json.dumps({**value, "added": 1})
    if isinstance(value, list):
        return json.dumps([*value, "added"])
    return f"{value or ''}!"


def changed_value(column: models.Field, value: Any) -> Any:
    """Another value of a column; what was empty is filled as its type allows."""
    if value is None:
        kind = column.get_internal_type()
        if kind in ("DateField", "DateTimeField"):
            return datetime(2020, 1, 1)
        if "Range" in kind:
            return "[2020-01-01,2020-01-02)"
        if kind in ("CharField", "TextField"):
            return "!"
        if kind == "JSONField":
            return "{}"
        return kind == "BooleanField" or 1
    if hasattr(value, "lower") and hasattr(value, "upper_inc"):
        return "[2020-01-01,2020-01-02)"
    text = str(other(value))
    if isinstance(value, str) and getattr(column, "max_length", None) and len(text) > column.max_length:
        return "?" if value != "?" else "!"
    return other(value)


def change(model: type[models.Model], key: Any, column: models.Field, value: Any) -> None:
    table, pk = model._meta.db_table, model._meta.pk.column
    run(f'UPDATE "{table}" SET "{column.column}" = %s WHERE "{pk}" = %s', value, key)


@pytest.fixture(scope="module")
def _committed(
    template_database: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Walk]:
    """One case from its opening to the closed evaluation, with a return and a void paraf, in a database of its own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    shared, name = connection.settings_dict["NAME"], f"{databases.PREFIX}_run_{os.getpid()}_{worker}_chain"
    media = override_settings(MEDIA_ROOT=tmp_path_factory.getbasetemp() / "media")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, media:
        patch.setattr(rendering, "render_pdf", small_paper)
        databases.recreate(name, template_database)
        yield walked_through()
        databases.drop(name)
        databases.use(shared)


def walked_through() -> Walk:
    walk = new_walk(set_up())
    walk.to_verification().act("return_for_repair", "dewi", reason="Lengkapi lokasi.").act("submit", "dlh")
    walk.to_answer().to_tkksd().to_assessment().to_instruments().open_naskah().to_paraf().paraf("ratna")
    walk.sub_act("return_from_paraf", "bambang", reason="Perbaiki Pasal 3.")
    return walk.to_paraf().paraf().to_signing().to_force().open_report().send_report().evaluate().close_report()


@pytest.fixture
def story(_committed: Walk, django_db_blocker: DjangoDbBlocker) -> Iterator[Walk]:
    with django_db_blocker.unblock():
        yield _committed


def test_the_chain_is_sound_and_holds_every_row(story: Walk) -> None:
    verdict = verify()
    assert (verdict.problem, verdict.sound) == ("", True)
    rows = sum(model._default_manager.count() for model in chained_models())
    assert verdict.entries == rows == AuditEntry.objects.count() > 200
    assert verdict.head == bytes(link_of("last").hash).hex()


def test_every_change_of_what_happened_is_seen(story: Walk) -> None:
    """One database for all of it: making one is dearer than the changes, each of which is taken back."""
    with guards_off():
        unseen = [told for told, tampering in changes() if seen_after(tampering).sound]
        assert unseen == []
        assert verify().sound, "all changes were taken back"


def changes() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Each column of the first, middle and last row and link, and one row of every table: changed, gone, added, swapped."""
    for place in ("first", "middle", "last"):
        entry = link_of(place)
        model = model_of(entry.table_name)
        yield from each_column(f"{place} row", model, entry.row_id)
        yield from each_column(f"{place} link", AuditEntry, entry.seq)
        yield f"{place} row gone", lambda m=model, e=entry: delete(m, e.row_id)
        yield f"{place} link gone", lambda e=entry: delete(AuditEntry, e.seq)
    for model in (StageEvent, *chained_models()):
        row = model._default_manager.order_by("pk").first()
        if row is None:
            continue
        table = model._meta.db_table
        yield from each_column(table, model, row.pk) if model is StageEvent else last_column(model, row.pk)
        yield f"{table} row gone", lambda m=model, k=row.pk: delete(m, k)
        yield f"{table} row added", lambda m=model, k=row.pk: add(m, k)
    yield "two rows swapped", swap_rows
    yield "two links swapped", swap_links
    yield "a whole history emptied", lambda: run("DELETE FROM proposals_historicalproposal")
    yield "the middle cut out", lambda: run("DELETE FROM workflow_auditentry WHERE seq BETWEEN 20 AND 40")
    yield "a link about no table", link_to_nothing


def each_column(what: str, model: type[models.Model], key: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    row = model._default_manager.get(pk=key)
    for column in model._meta.concrete_fields:
        fresh = changed_value(column, getattr(row, column.attname))
        yield f"{what}: {column.column}", lambda m=model, c=column, v=fresh: change(m, key, c, v)


def last_column(model: type[models.Model], key: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    """One column of the row's content stands for all: the check compares whole rows."""
    columns = [c for c in model._meta.concrete_fields if not c.column.startswith("history_")]
    row = model._default_manager.get(pk=key)
    column = columns[-1]
    fresh = changed_value(column, getattr(row, column.attname))
    yield f"{model._meta.db_table}: {column.column}", lambda: change(model, key, column, fresh)


def delete(model: type[models.Model], key: Any) -> None:
    run(f'DELETE FROM "{model._meta.db_table}" WHERE "{model._meta.pk.column}" = %s', key)


def add(model: type[models.Model], key: Any) -> None:
    """A copy of a row under a new key, put in without the trigger that would chain it."""
    names = [c.column for c in model._meta.concrete_fields]
    pk = model._meta.pk.column
    values = ", ".join("999999" if n == pk else "999" if n == "seq" else f'"{n}"' for n in names)
    columns = ", ".join(f'"{n}"' for n in names)
    run(
        f'INSERT INTO "{model._meta.db_table}" ({columns}) SELECT {values} FROM "{model._meta.db_table}" WHERE "{pk}" = %s',
        key,
    )


def swap_rows() -> None:
    first, second = StageEvent.objects.order_by("pk").values_list("pk", flat=True)[2:4]
    for old, new in ((first, -1), (second, first), (-1, second)):
        run("UPDATE workflow_stageevent SET id = %s WHERE id = %s", new, old)


def swap_links() -> None:
    for old, new in ((30, -1), (31, 30), (-1, 31)):
        run("UPDATE workflow_auditentry SET seq = %s WHERE seq = %s", new, old)


def link_to_nothing() -> None:
    """A properly linked entry that speaks of a table nobody checks."""
    last = link_of("last")
    write_link(last.seq + 1, bytes(last.hash), "nowhere", 1, {})


def write_link(seq: int, prev: bytes, table: str, row_id: int, row: dict[str, Any]) -> bytes:
    """A link as the trigger writes it."""
    moment = datetime(2026, 3, 2, 3, 4, 5, 678_900).astimezone()
    run("SET LOCAL timezone = 'UTC'")
    body = run(
        "SELECT jsonb_build_object('seq', %s, 'at', %s::timestamptz, 'table', %s::text, 'row_id', %s, 'row', %s::jsonb)::text",
        seq, moment, table, row_id, json.dumps(row),
    )[0][0]  # fmt: skip
    seal = hashlib.sha256(prev + body.encode()).digest()
    columns = "seq, at, table_name, row_id, payload, prev, hash"
    run(
        f"INSERT INTO workflow_auditentry ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s)",
        seq,
        moment,
        table,
        row_id,
        body,
        prev,
        seal,
    )
    return seal


def test_what_only_a_published_head_shows(story: Walk) -> None:
    """A tail cut off with its rows, or a chain written anew from the middle, is sound in itself."""
    verdict = verify()
    head = f"{verdict.entries}:{verdict.head}"
    assert verify(head).sound
    with guards_off():
        assert seen_after(cut_tail).sound
        assert "ekor rantai dipotong" in seen_after(cut_tail, head).problem
        assert seen_after(write_anew).sound
        assert not seen_after(write_anew, head).sound


def test_an_older_head_still_holds_when_the_chain_has_grown(story: Walk) -> None:
    verdict = verify()
    story.people["dewi"].full_name = "Dewi Anggraini, S.H."
    story.people["dewi"].save()
    grown = verify(f"{verdict.entries}:{verdict.head}")
    assert (grown.sound, grown.entries) == (True, verdict.entries + 1)


def cut_tail() -> None:
    """The last ten links and the rows they speak of."""
    for entry in AuditEntry.objects.order_by("-seq")[:10]:
        delete(model_of(entry.table_name), entry.row_id)
        delete(AuditEntry, entry.seq)


def write_anew() -> None:
    """A reason is changed, and every link from there on is computed again."""
    run("UPDATE workflow_stageevent SET reason = 'lain' WHERE act = 'return_for_repair'")
    previous = b""
    for entry in list(AuditEntry.objects.order_by("seq")):
        said = json.loads(entry.payload)
        if entry.table_name == "workflow_stageevent" and said["row"]["act"] == "return_for_repair":
            said["row"]["reason"] = "lain"
        body = json.dumps(said, ensure_ascii=False)
        seal = hashlib.sha256(previous + body.encode()).digest()
        run(
            "UPDATE workflow_auditentry SET payload = %s, prev = %s, hash = %s WHERE seq = %s",
            body,
            previous,
            seal,
            entry.seq,
        )
        previous = seal


def test_the_owner_too_must_first_take_the_guards_off(story: Walk) -> None:
    for model in (AuditEntry, StageEvent, story.proposal.history.model):
        table, pk = model._meta.db_table, model._meta.pk.column
        for statement in (f'UPDATE "{table}" SET "{pk}" = "{pk}"', f'DELETE FROM "{table}"', f'TRUNCATE "{table}"'):
            with pytest.raises(DatabaseError, match="hanya dapat ditambah"), connections["owner"].cursor() as cursor:
                cursor.execute(statement)


def command(*options: str) -> tuple[int, str, str]:
    """`audit_verify`: exit code, output, errors."""
    out, err = StringIO(), StringIO()
    try:
        call_command("audit_verify", *options, stdout=out, stderr=err)
    except SystemExit as left:
        return int(left.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_the_command_says_so_by_its_exit_code_and_in_json(story: Walk) -> None:
    verdict = verify()
    assert command() == (
        0,
        f"Rantai audit utuh: {verdict.entries} mata rantai, kepala {verdict.entries}:{verdict.head}\n",
        "",
    )
    code, told, _ = command("--json")
    assert (code, json.loads(told)) == (
        0,
        {"sound": True, "entries": verdict.entries, "head": verdict.head, "problem": ""},
    )
    assert command("--head", f"{verdict.entries}:{verdict.head}")[0] == 0
    assert command("--head", f"{verdict.entries + 1}:{verdict.head}")[0] == 1
    with guards_off():
        run("UPDATE workflow_stageevent SET reason = 'lain' WHERE act = 'return_for_repair'")
        code, _, told = command()
        assert (code, "RUSAK" in told, "workflow_stageevent" in told) == (1, True, True)
        code, told, _ = command("--json")
        assert (code, json.loads(told)["sound"], "workflow_stageevent" in json.loads(told)["problem"]) == (
            1,
            False,
            True,
        )
        transaction.set_rollback(True)


def test_rows_are_chained_in_the_transaction_that_wrote_them(story: Walk) -> None:
    """What is rolled back leaves no link and no gap; what is committed is chained when it is."""
    dewi, before = story.people["dewi"], AuditEntry.objects.count()
    with transaction.atomic():
        dewi.save()
        transaction.set_rollback(True)
    assert AuditEntry.objects.count() == before
    with transaction.atomic():
        dewi.save()
        assert AuditEntry.objects.count() == before, "chained at the commit, so that nobody waits for the chain"
    assert AuditEntry.objects.count() == before + 1
    assert verify().sound


def chained(before: int) -> int:
    return AuditEntry.objects.count() - before


def test_many_rows_are_chained_together_when_the_transaction_ends(story: Walk) -> None:
    dewi, before = story.people["dewi"], AuditEntry.objects.count()
    table = type(dewi).history.model
    with transaction.atomic():
        dewi.save()
        with chained_at_once(table):
            for _ in range(3):
                dewi.save()
        # Written behind the block and still of it: it lasts as long as the transaction.
        dewi.save()
        with chained_at_once(table):
            dewi.save()
        assert chained(before) == 0
    assert (chained(before), run("SELECT count(*) FROM workflow_chainblock")) == (6, [(0,)])
    assert run("SELECT bool_and(payload::jsonb::text = payload) FROM workflow_auditentry") == [(True,)]
    assert verify().sound


def test_no_row_slips_through_between_a_block_and_its_trigger(story: Walk) -> None:
    """Rolled back, or chained before the end: what is written after it is chained by itself again."""
    dewi, before = story.people["dewi"], AuditEntry.objects.count()
    table = type(dewi).history.model
    with transaction.atomic():
        with chained_at_once(table):
            dewi.save()
        transaction.set_rollback(True)
    assert chained(before) == 0
    with transaction.atomic():
        with transaction.atomic():
            with chained_at_once(table):
                dewi.save()
            transaction.set_rollback(True)
        dewi.save()
    assert chained(before) == 1
    with transaction.atomic():
        with chained_at_once(table):
            dewi.save()
        run("SET CONSTRAINTS ALL IMMEDIATE")
        assert chained(before) == 2
        dewi.save()
        assert chained(before) == 3
    assert (chained(before), verify().sound) == (3, True)


def test_a_block_is_begun_for_what_is_chained_only_and_written_by_nobody(story: Walk) -> None:
    for place in ("proposals_proposal", "workflow_auditentry", "nowhere"):
        assert "tidak dirantai" in refusal("SELECT workflow_begin_block(%s)", place)
    # Whoever could name another place to begin at, or take the block away, could write what is never chained.
    for statement in (
        "INSERT INTO workflow_chainblock VALUES ('workflow_stageevent', 1000000)", "UPDATE workflow_chainblock SET behind = 1000000",
        "DELETE FROM workflow_chainblock", "TRUNCATE workflow_chainblock",
    ):  # fmt: skip
        assert "permission denied" in refusal(statement)
