"""The whole dossier of a case: what is in it, in which order, that its hashes hold, and who may have it."""

import io
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from kerjasama.desk import wholecase
from kerjasama.documents import services as documents
from kerjasama.documents.models import Bundle, Document, FileAccess
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
pytestmark = pytest.mark.usefixtures("quick_press")


def with_report(people: dict[str, User]) -> Walk:  # noqa: F811
    """A case whose KB is in force, with an open report and one letter that was taken back."""
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    walk.whole_naskah("KB").open_report()
    documents.annul(Document.objects.get(kind="RECOMMENDATION"), reason="Salah ketua tim.", by=people["dewi"])
    return walk


signed = walked(with_report)


@pytest.fixture
def case(signed: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(signed, people)


def client_of(case: Walk, username: str) -> Client:
    client = Client()
    client.force_login(case.people[username])
    return client


def page(case: Walk, rest: str = "") -> str:
    return f"/usulan/{case.proposal.code}/berkas/{rest}"


def taken(case: Walk, form: str, username: str = "inspektur") -> bytes:
    client = client_of(case, username)
    made = client.post(page(case, f"{form}/"))
    assert "Siap diunduh" in client.get(made["Location"]).content.decode()
    return b"".join(client.get(made["Location"].replace("keadaan", "unduh")).streaming_content)


def test_the_zip_holds_every_paper_in_the_order_of_the_stages_and_sha256sum_accepts_it(
    case: Walk, tmp_path: Path
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(taken(case, "zip")))
    archive.extractall(tmp_path)
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    papers = wholecase.dossier(case.proposal, case.people["inspektur"])[1]
    names = [name for name in archive.namelist() if name[:2] != "00" and name != "SHA256SUMS"]
    assert checked.returncode == 0, checked.stdout
    assert len(checked.stdout.splitlines()) == len(archive.namelist()) - 1
    assert len(names) == len(papers) == Document.objects.filter(file__isnull=False).count()
    assert names == sorted(names)
    kinds = [paper.kind for paper in papers]
    assert kinds.index("KAK") < kinds.index("MINUTES") < kinds.index("PARAF_SHEET")
    assert sum("dibatalkan" in name for name in names) == 1
    assert "Salah ketua tim." in archive.read("00-daftar-isi.html").decode()
    acts = archive.read("00-riwayat-tindakan.csv").decode("utf-8-sig").splitlines()
    assert acts[0] == "Dicatat pada;Terjadi pada;Perkara;Tindakan;Pelaku;Jabatan;Mewakili;Alasan"
    assert any("membubuhkan paraf" in line for line in acts)
    assert set(FileAccess.objects.values_list("document_id", flat=True)) == {paper.pk for paper in papers}


def test_the_pdf_has_a_bookmark_for_each_paper_and_says_which_no_longer_count(case: Walk) -> None:
    with pikepdf.open(io.BytesIO(taken(case, "pdf"))) as pdf, pdf.open_outline() as outline:
        marks = [item.title for item in outline.root]
    papers = wholecase.dossier(case.proposal, case.people["inspektur"])[1]
    assert len(marks) == 1 + sum(paper.file.extension == "pdf" for paper in papers)
    assert [mark for mark in marks if mark.startswith("[Dibatalkan]")] == [
        next(f"[Dibatalkan] {p.title}, Nomor {p.number}" for p in papers if p.status == "ANNULLED")
    ]


@pytest.mark.parametrize(
    ("username", "status"),
    [("dewi", 200), ("ratna", 200), ("aditya", 200), ("inspektur", 200), ("hukum", 403), ("dlh", 403), ("dishub", 404), ("setwan", 404)],
)  # fmt: skip
def test_only_offices_answerable_for_whole_cases_have_it(case: Walk, username: str, status: int) -> None:
    client = client_of(case, username)
    assert client.get(page(case)).status_code == status
    assert client.post(page(case, "zip/")).status_code == (302 if status == 200 else status)
    shown = client.get(case.proposal.get_absolute_url())
    assert ("Unduh berkas lengkap" in shown.content.decode()) is (status == 200)


def test_a_dossier_belongs_to_the_one_who_asked(case: Walk) -> None:
    client_of(case, "dewi").post(page(case, "zip/"))
    bundle = Bundle.objects.get()
    given = client_of(case, "dewi").get(page(case, f"{bundle.pk}/unduh/"))
    assert (given.status_code, b"".join(given.streaming_content)[:2]) == (200, b"PK")
    assert client_of(case, "ratna").get(page(case, f"{bundle.pk}/unduh/")).status_code == 404
    assert client_of(case, "dewi").post(page(case, "rar/")).status_code == 404


def test_the_list_of_contents_asks_the_same_number_of_questions_for_many_papers(case: Walk) -> None:
    client = client_of(case, "inspektur")
    client.get(page(case))
    with CaptureQueriesContext(connection) as before:
        client.get(page(case))
    file = Document.objects.filter(file__isnull=False).first().file
    for number in range(10):
        documents.attach(case.proposal, "THEIR_LETTER", f"Surat {number}", file, by=case.people["dewi"])
    with CaptureQueriesContext(connection) as after:
        assert "Surat 9" in client.get(page(case)).content.decode()
    assert len(after) == len(before)
