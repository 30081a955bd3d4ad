"""Two people at the same moment with old registers: one naskah, one batch, and the other hears why."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import OldNaskah, RegisterEntry
from kerjasama.accounts.models import User
from kerjasama.core.errors import Stale
from kerjasama.importing.models import ImportBatch
from kerjasama.importing.services import uploading, writing
from kerjasama.workflow.audit import verify
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
    found = at_once(*(lambda: writing.confirm(batch, expect=1, by=people["dewi"]) for _ in range(2)))
    assert [one.state for one in found] == ["CONFIRMED", "CONFIRMED"]
    assert (OldNaskah.objects.count(), RegisterEntry.objects.count(), OldNaskah.history.count()) == (5, 5, 5)
    assert verify().problem == ""


def test_two_files_with_the_same_naskah_at_once_enter_it_once(people: dict[str, User]) -> None:
    batches = [sent(people["dewi"], 1), sent(people["ratna"], 100)]
    found = at_once(*(lambda batch=batch: writing.confirm(batch, expect=1, by=people["dewi"]) for batch in batches))
    assert sorted(type(one) for one in found if isinstance(one, Stale)) == [Stale]
    assert OldNaskah.objects.count() == 5
    assert sorted(ImportBatch.objects.values_list("state", flat=True)) == ["CONFIRMED", "READY"]


def test_the_same_file_sent_twice_at_once_is_one_batch(people: dict[str, User]) -> None:
    found = at_once(*(lambda: uploading.take(sheet(1), by=people["dewi"]) for _ in range(2)))
    assert len({batch.pk for batch, _ in found}) == 1 == ImportBatch.objects.count()
    assert sorted(fresh for _, fresh in found) == [False, True]
