"""The dossier as one PDF and as ZIP: what is in it, in which order, who may take it, what becomes of it."""

import hashlib
import io
import zipfile
from datetime import timedelta

import pikepdf
import pytest

from kerjasama.core import clock
from kerjasama.demo.paper import small_pdf
from kerjasama.desk import dossier
from kerjasama.documents import bundles, storage
from kerjasama.documents import services as documents
from kerjasama.documents.models import Bundle, Document, FileAccess
from tests.desk.test_dprd_pages import client_of, page, received
from tests.factories.reviews import QuestionFactory
from tests.support.wanasari import new_walk

pytestmark = pytest.mark.usefixtures("quick_press")
__all__ = ["client_of"]


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_one_pdf_holds_the_cover_and_every_paper_with_bookmarks(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    QuestionFactory(about=walk.proposal, asked_by=people["setwan"], answered=True)
    started = client.post(page(walk, "berkas/pdf/"))
    bundle = Bundle.objects.get()
    file = client.get(page(walk, f"berkas/{bundle.pk}/unduh/"))
    papers = dossier.readable(walk.proposal)
    with pikepdf.open(io.BytesIO(body(file))) as pdf:
        pages = len(pdf.pages)
        with pdf.open_outline() as outline:
            marks = [item.title for item in outline.root]
    covers = pages - sum(d.file.pages for d in papers)
    assert started["Location"] == page(walk, f"berkas/{bundle.pk}/keadaan/")
    assert (bundle.state, bundle.failure, covers >= 1) == ("READY", "", True)
    assert marks == [
        "Sampul dan daftar isi",
        *(f"{d.title}, Nomor {d.number}" if d.number else d.title for d in papers),
    ]
    assert marks[1].startswith("Surat Permohonan Persetujuan DPRD")
    assert file["Content-Disposition"] == f'attachment; filename="berkas-dprd-{walk.proposal.code.lower()}.pdf"'
    assert set(FileAccess.objects.values_list("document_id", flat=True)) == {d.pk for d in papers}


def test_the_zip_holds_each_paper_an_index_and_true_hashes(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    client.post(page(walk, "berkas/zip/"))
    bundle = Bundle.objects.get()
    archive = zipfile.ZipFile(io.BytesIO(body(client.get(page(walk, f"berkas/{bundle.pk}/unduh/")))))
    names = [n for n in archive.namelist() if n[:2] != "00" and n != "SHA256SUMS"]
    sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
    assert sums == {
        name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != "SHA256SUMS"
    }
    assert len(names) == len(dossier.readable(walk.proposal))
    assert names[0] == "01-surat-permohonan-persetujuan-dprd.pdf"
    index = archive.read("00-daftar-isi.html").decode()
    assert all(name in index and sums[name] in index for name in names)


def test_papers_that_are_not_for_the_dprd_stay_out(people) -> None:
    walk = received(people)
    documents.attach(
        walk.proposal, "TKKSD_QUESTION", "Lampiran rahasia",
        documents.store_bytes(small_pdf("rahasia"), name="r.pdf", content_type="application/pdf", by=people["dewi"]), by=people["dewi"],
    )  # fmt: skip
    assert {"INVITATION", "TKKSD_QUESTION"} <= set(Document.objects.values_list("kind", flat=True))
    assert {d.kind for d in dossier.readable(walk.proposal)} == {
        "DPRD_REQUEST", "KAK", "MINUTES", "RECOMMENDATION", "THEIR_LETTER",
    }  # fmt: skip


def test_the_same_papers_are_put_together_once_and_new_ones_again(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    for _ in range(2):
        client.post(page(walk, "berkas/zip/"))
    assert Bundle.objects.count() == 1
    QuestionFactory(about=walk.proposal, asked_by=people["setwan"])
    client.post(page(walk, "berkas/zip/"))
    assert Bundle.objects.count() == 2


def test_a_missing_paper_is_said_and_can_be_tried_again(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    lost = storage.root() / storage.path_of(dossier.readable(walk.proposal)[0].file.sha256)
    kept = lost.read_bytes()
    lost.unlink()
    client.post(page(walk, "berkas/zip/"))
    failed = Bundle.objects.get()
    assert (failed.state, "tidak ditemukan" in failed.failure) == ("FAILED", True)
    assert "gagal disusun" in client.get(page(walk, f"berkas/{failed.pk}/keadaan/")).content.decode()
    storage.keep(kept)
    client.post(page(walk, "berkas/zip/"))
    assert list(Bundle.objects.order_by("pk").values_list("state", flat=True)) == ["FAILED", "READY"]


def test_others_and_other_cases_get_nothing(people, client_of) -> None:
    walk, second = received(people), received(people)
    client_of("setwan").post(page(walk, "berkas/zip/"))
    bundle = Bundle.objects.get()
    assert client_of("dewi").get(page(walk, f"berkas/{bundle.pk}/unduh/")).status_code == 403
    assert client_of("dewi").post(page(walk, "berkas/zip/")).status_code == 403
    assert client_of("setwan").get(page(second, f"berkas/{bundle.pk}/unduh/")).status_code == 404
    assert client_of("setwan").get(page(walk, "berkas/pdf/")).status_code == 405
    assert client_of("setwan").post(page(walk, "berkas/rar/")).status_code == 404
    assert client_of("setwan").post(page(new_walk(people).to_verification(), "berkas/zip/")).status_code == 404


def test_what_is_old_is_thrown_away_with_its_bytes(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    client.post(page(walk, "berkas/zip/"))
    bundle = Bundle.objects.get()
    path = bundles.file_of(bundle)
    assert (bundles.clear(bundle.asked_at), path.is_file()) == (0, True)
    assert (bundles.clear(clock.now() + timedelta(seconds=1)), path.is_file()) == (1, False)
    assert client.get(page(walk, f"berkas/{bundle.pk}/keadaan/")).status_code == 404
