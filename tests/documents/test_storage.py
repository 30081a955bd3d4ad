import errno
import hashlib
import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from kerjasama.documents import checking, services, storage
from kerjasama.documents.models import Document, StoredFile
from tests.documents.conftest import MONDAY
from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.documents import StoredFileFactory, pdf_bytes

CONTENT = b"isi berkas"
HASH = hashlib.sha256(CONTENT).hexdigest()


def everything_in(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if path.is_file())


def store(content=CONTENT):
    return services.store_bytes(content, name="a.pdf", content_type="application/pdf", by=None)


def run(*options):
    """Exit code and output of the command."""
    out = StringIO()
    try:
        call_command("verify_files", *options, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


@pytest.mark.django_db
def test_bytes_lie_under_their_hash_and_are_read_only(files):
    file = store()
    assert (file.sha256, file.path, everything_in(files)) == (HASH, f"{HASH[:2]}/{HASH}", [f"{HASH[:2]}/{HASH}"])
    assert stat.S_IMODE((files / file.path).stat().st_mode) == 0o440
    assert storage.read(HASH) == CONTENT


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_no_row_and_no_half_file(files, monkeypatch, step):
    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(storage.StorageFailed) as caught:
        store()
    assert (caught.value.status, caught.value.message) == (
        507, "Berkas tidak tersimpan karena ruang penyimpanan penuh.",
    )  # fmt: skip
    assert (everything_in(files), StoredFile.objects.count()) == ([], 0)
    monkeypatch.undo()


@pytest.mark.django_db
def test_a_place_that_cannot_be_written_says_so(settings, tmp_path):
    (tmp_path / "berkas").write_text("no folder")
    settings.MEDIA_ROOT = tmp_path / "berkas"
    with pytest.raises(storage.StorageFailed, match="tidak dapat ditulisi"):
        store()


@pytest.mark.django_db
def test_damaged_bytes_are_not_read_and_are_healed_by_the_same_upload(files):
    file = store()
    path = files / file.path
    path.chmod(0o640)
    path.write_bytes(b"lain")
    assert storage.read(HASH) is None
    store()
    assert storage.read(HASH) == CONTENT


@pytest.mark.django_db
def test_every_file_is_read_again(files):
    sound, gone, changed = store(b"satu"), store(b"dua"), store(b"tiga")
    assert run() == (0, "3 berkas diperiksa.\nUtuh.\n")
    (files / gone.path).unlink()
    (files / changed.path).chmod(0o640)
    (files / changed.path).write_bytes(b"empat")
    code, said = run()
    assert (code, said.splitlines()) == (
        1, ["3 berkas diperiksa.", f"HILANG {gone.sha256}", f"BERUBAH {changed.sha256}", "TIDAK UTUH."],
    )  # fmt: skip
    code, said = run("--json")
    found = {"sound": False, "checked": 3, "missing": [gone.sha256], "changed": [changed.sha256], "loose": []}
    assert (code, json.loads(said)) == (1, found | {"swept": 0})
    assert storage.read(sound.sha256) == b"satu"


@pytest.mark.django_db
def test_sweeping_takes_what_no_row_speaks_of(files):
    kept = store()
    with pytest.raises(RuntimeError), transaction.atomic():
        store(b"dibatalkan")
        raise RuntimeError
    (files / storage.TEMPORARY / "lama").write_bytes(b"x")
    os.utime(files / storage.TEMPORARY / "lama", (1, 1))
    (files / storage.TEMPORARY / "baru").write_bytes(b"x")
    assert run() == (
        0, "1 berkas diperiksa.\n1 sisa berkas tanpa catatan (bersihkan dengan --sweep).\nUtuh.\n",
    )  # fmt: skip
    assert run("--sweep") == (0, "1 berkas diperiksa.\n2 sisa berkas dibersihkan.\nUtuh.\n")
    assert everything_in(files) == [f"{storage.TEMPORARY}/baru", kept.path]


def test_nobody_sweeps_while_a_file_is_being_stored(fresh_db, files):
    def sweep():
        try:
            return checking.sweep()
        finally:
            connection.close()

    with transaction.atomic(), ThreadPoolExecutor(1) as other:
        store()
        assert other.submit(sweep).result() is None
    assert (checking.sweep(), storage.read(HASH)) == (0, CONTENT)


def test_many_hands_store_the_same_bytes_once(fresh_db, files):
    def work(turn):
        try:
            return store().pk
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as hands:
        assert len(set(hands.map(work, range(18)))) == 1
    assert everything_in(files) == [f"{HASH[:2]}/{HASH}"]


def test_a_killed_worker_leaves_a_paper_that_a_command_takes_up(fresh_db, files, press, task_queue):
    """And two workers that print the same paper at once keep one file."""
    subject, writer = OrgUnitFactory(), UserFactory()
    papers = [
        services.issue(
            subject, "OFFER", template="surat_permohonan", context={"n": n}, by=writer, title="Surat",
            dated=MONDAY.date(),
        )
        for n in range(3)
    ]  # fmt: skip

    def work(pk):
        try:
            return services.render(pk).status
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        assert list(hands.map(work, [papers[0].pk, papers[0].pk])) == ["READY", "READY"]
    assert Document.objects.get(pk=papers[0].pk).history.count() == 2
    out = StringIO()
    call_command("render_waiting", "--older-than", "0", stdout=out)
    assert out.getvalue() == "2 dari 2 dokumen yang menunggu selesai dibuat.\n"
    assert set(Document.objects.values_list("status", flat=True)) == {"READY"}


@pytest.mark.django_db
def test_a_row_whose_bytes_never_came_is_missing(files):
    row = StoredFileFactory(content=pdf_bytes())
    assert checking.verify().missing == [row.sha256]
