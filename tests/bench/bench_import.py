"""How long anybody else waits while an import of 9,000 naskah is written and undone: run with `make bench`."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections, transaction

from kerjasama.accounts.models import User
from kerjasama.core.text import roman_month
from kerjasama.importing.services import deciding, uploading, writing
from kerjasama.importing.services.reading import read_batch
from kerjasama.workflow.audit import verify
from proposals.services.drafting import _next_code
from tests.importing.files import HEADS, csv
from tests.support.wanasari import set_up

ROWS = 9_000
#: A person would press again after this; the database itself gives up after five.
MOST_SECONDS = 2.5


def register() -> SimpleUploadedFile:
    rows = [
        (n, f"Pengelolaan sampah {n}", f"PT Maju Sentosa {n % 40}", f"075/{n}/PKS/{roman_month(n % 12 + 1)}/2020",
         f"13/{n % 12 + 1:02d}/2020", f"13/{n % 12 + 1:02d}/2020", f"13/{n % 12 + 1:02d}/2025")
        for n in range(1, ROWS + 1)
    ]  # fmt: skip
    return SimpleUploadedFile("register.csv", csv([HEADS, *rows], sign=";"))


@contextmanager
def somebody_else(user: User) -> Iterator[list[float]]:
    """Another person who opens a proposal and acts, again and again meanwhile; how long each time took."""
    took: list[float] = []
    over = threading.Event()

    def act() -> None:
        try:
            while not over.is_set():
                began = time.perf_counter()
                with transaction.atomic():
                    _next_code("KSDD", 2026)
                    user.save()
                took.append(time.perf_counter() - began)
                time.sleep(0.05)
        finally:
            connections.close_all()

    thread = threading.Thread(target=act)
    thread.start()
    try:
        yield took
    finally:
        over.set()
        thread.join(60)


def measured(what: str, doing: Callable[[], object], other: User) -> float:
    began = time.perf_counter()
    with somebody_else(other) as took:
        doing()
    whole = time.perf_counter() - began
    usual = statistics.median(took)
    print(
        f"\n{ROWS} naskah {what}: {whole:.1f} detik; {len(took)} tindakan orang lain, biasanya {usual:.2f} detik, terlama {max(took):.2f} detik"
    )
    return max(took)


def test_nobody_waits_long_for_an_import(fresh_db: str, task_queue: None) -> None:
    people = set_up()
    dewi = people["dewi"]
    batch, _ = uploading.take(register(), by=dewi)
    assert read_batch(batch.pk, 1) == "READY" and batch.rows.filter(included=True).count() == ROWS
    deciding.confirm(batch, expect=1, by=dewi)
    longest = measured("ditulis", lambda: writing.write_batch(batch.pk, dewi.pk), people["galih"])
    deciding.undo(batch, by=dewi)
    again = measured("dibatalkan", lambda: writing.undo_batch(batch.pk, dewi.pk), people["galih"])
    batch.refresh_from_db()
    assert (batch.state, verify().problem) == ("UNDONE", "")
    assert max(longest, again) < MOST_SECONDS
