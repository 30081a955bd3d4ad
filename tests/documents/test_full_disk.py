"""The disk is full at the first byte, when it is flushed, or when the file gets its name: nothing half written, and all said.

Each writer of the house is in WRITERS; the last test finds any that is not.
"""

import ast
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import forget
from kerjasama.counter import quarantine
from kerjasama.counter.models import QuarantinedFile, RequestDraft
from kerjasama.documents import bundle_writing, bundles, holding, printing, services, storage
from kerjasama.documents.models import Bundle, Document, HeldUpload, IssuedNumber, NumberSeries, StoredFile
from kerjasama.importing.models import ImportBatch
from kerjasama.importing.services import uploading
from tests.documents.conftest import MONDAY
from tests.factories.accounts import GovernmentFactory, HoldingFactory
from tests.factories.documents import pdf_bytes, upload
from tests.importing.files import HEADS, ROW, csv

pytestmark = pytest.mark.django_db
STEPS = ("open", "fsync", "replace")
FULL = "Berkas tidak tersimpan karena ruang penyimpanan penuh."
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=STEPS)
def full_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, files: Path) -> Callable[[], None]:
    """Called, it fills the disk; it fails at one step of writing."""

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fill() -> None:
        target: Any = os if request.param == "fsync" else Path
        opened = Path.open
        failing = (
            full
            if request.param != "open"
            else lambda path, mode="r", *a, **k: full() if "x" in mode else opened(path, mode, *a, **k)
        )
        monkeypatch.setattr(target, request.param, failing)

    files.mkdir(parents=True, exist_ok=True)
    return fill


def on_disk(files: Path) -> list[str]:
    return sorted(str(path.relative_to(files)) for path in files.rglob("*") if path.is_file())


def test_an_upload(full_disk: Callable[[], None], files: Path, subject: Any, writer: Any) -> None:
    full_disk()
    with pytest.raises(storage.StorageFailed) as refused:
        services.attach_upload(subject, "THEIR_LETTER", "Surat mitra", upload(), by=writer)
    assert (refused.value.status, refused.value.message) == (507, FULL)
    assert (on_disk(files), StoredFile.objects.count(), Document.objects.count()) == ([], 0, 0)


def test_a_form_on_its_way_keeps_the_file_it_had(
    full_disk: Callable[[], None], files: Path, writer: Any, django_capture_on_commit_callbacks: Any
) -> None:
    first = holding.hold(upload(pdf_bytes(mark="pertama")), key="surat:1", by=writer)
    full_disk()
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(storage.StorageFailed):
        holding.hold(upload(pdf_bytes(mark="kedua")), key="surat:1", by=writer)
    assert (list(HeldUpload.objects.all()), on_disk(files)) == ([first], [f"{holding.FOLDER}/{first.place}"])


def test_a_file_of_a_stranger(full_disk: Callable[[], None], files: Path) -> None:
    draft = RequestDraft.objects.create()
    full_disk()
    with pytest.raises(storage.StorageFailed, match="ruang penyimpanan penuh"):
        quarantine.keep(upload(), facts={"kind": "LETTER", "title": "Surat"}, present=[], draft=draft)
    assert (on_disk(files), QuarantinedFile.objects.count()) == ([], 0)


def test_a_register_that_is_uploaded(full_disk: Callable[[], None], files: Path, writer: Any) -> None:
    HoldingFactory(user=writer, office=Office.BAGIAN)
    forget(writer)
    full_disk()
    with pytest.raises(storage.StorageFailed, match="ruang penyimpanan penuh"):
        uploading.take(SimpleUploadedFile("register.csv", csv([HEADS, ROW])), by=writer)
    assert (on_disk(files), ImportBatch.objects.count()) == ([], 0)


def test_a_printing_is_kept_as_failed_with_its_number_and_comes_out_once_there_is_room(
    full_disk: Callable[[], None],
    files: Path,
    subject: Any,
    writer: Any,
    press: list[Any],
    task_queue: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    GovernmentFactory()
    paper = services.issue(
        subject, "OFFER", template="surat_permohonan", context={}, by=writer, title="Surat", dated=MONDAY.date(), series="SURAT"
    )  # fmt: skip
    full_disk()
    printed = printing.render(paper.pk)
    assert (printed.status, printed.failure, printed.number) == ("FAILED", f"StorageFailed: {FULL}", paper.number)
    assert (on_disk(files), StoredFile.objects.count()) == ([], 0)
    assert (IssuedNumber.objects.get().text, NumberSeries.objects.get().last) == (paper.number, 1)
    monkeypatch.undo()
    storage.root().mkdir(exist_ok=True)
    services.retry(printed, by=writer)
    assert printed.number == paper.number


def test_a_number_of_an_act_that_finds_the_disk_full_is_not_burnt(
    full_disk: Callable[[], None], files: Path, subject: Any, writer: Any, press: list[Any], task_queue: None
) -> None:
    """A paper is numbered and a scan is kept in one transaction: the next paper gets the same number."""
    GovernmentFactory()

    def both() -> None:
        with transaction.atomic():
            services.issue(
                subject, "OFFER", template="surat_permohonan", context={}, by=writer, title="Surat", dated=MONDAY.date(), series="SURAT"
            )  # fmt: skip
            services.attach_upload(subject, "THEIR_LETTER", "Surat mitra", upload(), by=writer)

    full_disk()
    with pytest.raises(storage.StorageFailed):
        both()
    assert (
        IssuedNumber.objects.count(),
        NumberSeries.objects.filter(last__gt=0).count(),
        Document.objects.count(),
    ) == (0, 0, 0)
    assert on_disk(files) == []


@pytest.mark.parametrize("form", [Bundle.Form.PDF, Bundle.Form.ZIP])
def test_a_bundle_half_written_is_thrown_away_and_said_to_have_failed(
    form: str, files: Path, subject: Any, writer: Any, task_queue: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = services.attach_upload(subject, "THEIR_LETTER", "Surat mitra", upload(), by=writer)
    asked = bundles.ask("uji", form, cover={}, documents=[paper], file_name="berkas", by=writer)

    def half(_: Bundle, target: Path) -> None:
        target.write_bytes(b"setengah")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(bundle_writing, "write", half)
    made = bundles.make(asked.pk)
    assert (made.state, made.failure) == ("FAILED", "OSError: [Errno 28] No space left on device")
    assert on_disk(files) == [paper.file.path]


def test_a_bundle_that_finds_no_room_for_its_folder_does_not_wait_for_ever(
    files: Path, subject: Any, writer: Any, task_queue: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = services.attach_upload(subject, "THEIR_LETTER", "Surat mitra", upload(), by=writer)
    asked = bundles.ask("uji", Bundle.Form.ZIP, cover={}, documents=[paper], file_name="berkas", by=writer)

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    assert bundles.make(asked.pk).state == "FAILED"


#: Who writes bytes to the disk, and the test above (or elsewhere) that fills it under his hands.
WRITERS = {
    "kerjasama/documents/services.py": {"keep"},  # test_an_upload; and every door that goes through it
    "kerjasama/documents/printing.py": {"keep"},  # test_a_printing_…
    "kerjasama/documents/holding.py": {"put"},  # test_a_form_on_its_way_…
    "kerjasama/counter/quarantine.py": {"put"},  # test_a_file_of_a_stranger
    "kerjasama/importing/files.py": {"put"},  # test_a_register_that_is_uploaded
    "kerjasama/documents/storage.py": {"write", "put"},  # tests/documents/test_storage.py
    "kerjasama/documents/bundle_writing.py": {"save", "ZipFile"},  # test_a_bundle_…
}


def test_nobody_else_writes_files() -> None:
    found = {}
    for room in ("kerjasama", "agreements", "proposals", "monitoring"):
        for path in (ROOT / room).rglob("*.py"):
            tree = ast.parse(path.read_text())
            calls = {
                node.func.attr for node in ast.walk(tree)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "storage" and node.func.attr in {"keep", "put"}
            }  # fmt: skip
            if calls:
                found[str(path.relative_to(ROOT))] = calls
    assert found == {path: calls for path, calls in WRITERS.items() if calls <= {"keep", "put"}}
