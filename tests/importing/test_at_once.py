"""Two people at the same moment with old registers: one naskah, one batch, and the other hears why."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from agreements.models import OldNaskah, RegisterEntry
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.importing.models import ImportBatch
from kerjasama.importing.services import deciding, uploading, writing
from kerjasama.importing.services.reading import read_batch
from kerjasama.workflow.audit import verify
from proposals.services.drafting import _next_code
from tests.importing.files import csv
from tests.support.wanasari import set_up
from tests.workflow.test_at_once import at_once

pytestmark = pytest.mark.slow
HEADS = ("No", "Tentang", "Mitra", "Nomor", "Tanggal TTD")


@pytest.fixture
def people(fresh_db: str) -> dict[str, User]:
    return set_up()


def sheet(first: int) -> SimpleUploadedFile:
    """The same naskah under another running number: other bytes."""
    rows = [(first + n, f"Naskah {n}", "PT Maju Sentosa", f"075/{n}/PKS/I/2016", "15/01/2016") for n in range(5)]
    return SimpleUploadedFile("register.csv", csv([HEADS, *rows], sign=";"))


def sent(by: User, first: int) -> ImportBatch:
    batch, _ = uploading.take(sheet(first), by=by)
    batch.refresh_from_db()
    return batch


def test_a_batch_confirmed_twice_at_once_is_written_once(people: dict[str, User]) -> None:
    batch = sent(people["dewi"], 1)
    found = at_once(*(lambda: deciding.confirm(batch, expect=1, by=people["dewi"]) for _ in range(2)))
    assert [one.state for one in found] == ["CONFIRMED", "CONFIRMED"]
    assert (OldNaskah.objects.count(), RegisterEntry.objects.count(), OldNaskah.history.count()) == (5, 5, 5)
    assert verify().problem == ""


def test_two_files_with_the_same_naskah_at_once_enter_it_once(people: dict[str, User]) -> None:
    batches = [sent(people["dewi"], 1), sent(people["ratna"], 100)]
    found = at_once(*(lambda batch=batch: deciding.confirm(batch, expect=1, by=people["dewi"]) for batch in batches))
    assert [one.failure.startswith("Register berubah") for one in found if one.state == "READY"] == [True]
    assert OldNaskah.objects.count() == 5
    assert sorted(ImportBatch.objects.values_list("state", flat=True)) == ["CONFIRMED", "READY"]


def test_the_same_file_sent_twice_at_once_is_one_batch(people: dict[str, User]) -> None:
    found = at_once(*(lambda: uploading.take(sheet(1), by=people["dewi"]) for _ in range(2)))
    assert len({batch.pk for batch, _ in found}) == 1 == ImportBatch.objects.count()
    assert sorted(fresh for _, fresh in found) == [False, True]


def awaited(people: dict[str, User]) -> ImportBatch:
    """Read, and asked to be written, by a worker that has not come yet."""
    batch = sent(people["dewi"], 1)
    read_batch(batch.pk, 1)
    return deciding.confirm(batch, expect=1, by=people["dewi"])


def test_others_act_while_an_import_is_written_and_see_how_far_it_is(
    people: dict[str, User], task_queue: None, monkeypatch: Any
) -> None:
    """With its rows written and its transaction open neither the chain nor the code of a proposal is waited for."""
    batch, seen, opened = awaited(people), [], writing.room.write_fresh

    def code() -> str:
        with transaction.atomic():
            return _next_code("KSDD", 2026)

    def written(*args: Any, **named: Any) -> Any:
        made = opened(*args, **named)
        seen.extend(at_once(people["galih"].save, code))
        return made

    monkeypatch.setattr(writing.room, "write_fresh", written)
    monkeypatch.setattr(writing, "CHUNK", 3)
    told = watch(monkeypatch, batch)
    assert (batch.state, OldNaskah.objects.count()) == ("WRITING", 0)
    assert writing.write_batch(batch.pk, people["dewi"].pk) == "CONFIRMED"
    assert seen == [None, "KSDD-2026-001"] * 2
    assert told == [("WRITING", 3, 5), ("WRITING", 5, 5)]
    assert verify().problem == ""


def watch(monkeypatch: Any, batch: ImportBatch) -> list[tuple[str, int, int]]:
    """What everybody sees of a batch each time its progress is told."""
    told: list[tuple[str, int, int]] = []
    opened = writing.progress_of

    @contextmanager
    def watched(batch_id: int) -> Iterator[writing.Tell]:
        with opened(batch_id) as tell:

            def both(done: int, total: int) -> None:
                tell(done, total)
                told.extend(at_once(lambda: ImportBatch.objects.values_list("state", "done", "total").get(pk=batch.pk)))

            yield both

    monkeypatch.setattr(writing, "progress_of", watched)
    return told


def test_pressed_twice_and_written_by_two_workers_it_is_written_once(people: dict[str, User], task_queue: None) -> None:
    batch = awaited(people)
    assert deciding.confirm(batch, expect=1, by=people["ratna"]).state == "WRITING"
    assert at_once(*(lambda: writing.write_batch(batch.pk, people["dewi"].pk) for _ in range(2))) == ["CONFIRMED"] * 2
    assert (OldNaskah.objects.count(), OldNaskah.history.count()) == (5, 5)
    batch = deciding.undo(batch, by=people["dewi"])
    assert deciding.undo(batch, by=people["dewi"]).state == "UNDOING"
    assert at_once(*(lambda: writing.undo_batch(batch.pk, people["dewi"].pk) for _ in range(2))) == ["UNDONE"] * 2
    assert (OldNaskah.history.count(), RegisterEntry.objects.count()) == (10, 0)
    assert verify().problem == ""


def test_a_worker_that_was_stopped_is_followed_by_another(people: dict[str, User], task_queue: None) -> None:
    batch = awaited(people)
    with time_machine.travel(clock.now() + deciding.LONG + timedelta(minutes=1)):
        assert deciding.waits_long(batch)
        batch = deciding.confirm(batch, expect=1, by=people["ratna"])
        assert not deciding.waits_long(batch)
    assert writing.write_batch(batch.pk, people["ratna"].pk) == "CONFIRMED"
    assert writing.write_batch(batch.pk, people["dewi"].pk) == "CONFIRMED"
    assert OldNaskah.objects.count() == 5
