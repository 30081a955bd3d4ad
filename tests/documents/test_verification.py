import re

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kerjasama.accounts.models import OrgUnit
from kerjasama.core import parameters
from kerjasama.documents import services
from kerjasama.documents.public_facts import facts_of
from tests.documents.conftest import MONDAY
from tests.factories.documents import DocumentFactory, StoredFileFactory, pdf_bytes

pytestmark = pytest.mark.django_db
ON = MONDAY.date()
NIP = "197203141997032004"
PERSONAL = re.compile(r"\b\d{16}\b|\b\d{18}\b|08\d{8,}|[\w.]+@(?!wanasari)[\w.]+")
NASKAH = {
    "instrument_name": "Perjanjian Kerja Sama",
    "parties": [
        {"name": "Pemerintah Kabupaten Wanasari", "number": "100.3.7/001/PKS/KS/XI/2026", "signatory_name": "R. ADITYA",
         "office": "Bupati Wanasari", "block": {"nip": NIP}},
        {"name": "Pemerintah Kabupaten Tirtamarga", "number": "415/77/2026", "signatory_name": "", "office": "Bupati"},
    ],
    "signer": {"name": "Sekda", "nip": NIP},
    "contact": "0812345678901, orang@contoh.example",
}  # fmt: skip


@pytest.fixture(autouse=True)
def counted_anew():
    cache.clear()


@pytest.fixture
def naskah(subject, writer, files):
    """A published paper of ours with parties, signatories and things nobody outside may read."""
    content = pdf_bytes(pages=12)
    file = services.store_bytes(content, name="a.pdf", content_type="application/pdf", pages=12, by=writer)
    return DocumentFactory(
        subject=subject, file=file, kind="PKS", title="PKS tentang Sampah", number="100.3.7/001/PKS/KS/XI/2026",
        dated=ON, public=True, short_code="7K4D-92QF", template="perjanjian_kerja_sama", data_hash="0" * 64,
        context=NASKAH,
    )  # fmt: skip


@pytest.fixture
def status(monkeypatch):
    """Let the subject answer for itself, as the agreements do."""

    def say(answer):
        monkeypatch.setattr(OrgUnit, "public_status", lambda self: answer, raising=False)

    return say


def look(client, paper, **options):
    return client.get(reverse("documents:verify", args=[paper.token]), **options)


def test_a_published_paper_shows_its_facts(client, naskah, monday):
    response = look(client, naskah)
    body = response.content.decode()
    shown = [
        "Dokumen asli dan masih berlaku", "Diperiksa Senin, 23 November 2026 pukul 09.48 WIB", "7K4D-92QF",
        "PKS tentang Sampah", "Perjanjian Kerja Sama", "Pemerintah Kabupaten Tirtamarga", "415/77/2026",
        "23 November 2026", "12 halaman", naskah.file.sha256, "R. ADITYA", "Bupati Wanasari", "js/verify.js",
    ]  # fmt: skip
    assert [words for words in shown if words not in body] == []
    assert (response["Cache-Control"], response["X-Robots-Tag"], response["Referrer-Policy"]) == (
        "no-store", "noindex", "same-origin",
    )  # fmt: skip


def test_nothing_personal_leaves_the_house(client, naskah):
    body = look(client, naskah).content.decode()
    text = re.sub(r"[0-9a-f]{64}", "", re.sub(r"<svg.*?</svg>", "", body, flags=re.S))
    assert PERSONAL.findall(re.sub(r'value="[^"]*"', "", text)) == []


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ({"code": "IN_FORCE", "label": "x", "since": ON}, "Dokumen asli dan masih berlaku"),
        ({"code": "ENDED", "label": "x", "since": ON}, "Dokumen asli, sudah berakhir"),
        ({"code": "CHANGED"}, "Dokumen asli, sudah diganti"),
        ("REVOKED", "Dokumen sudah dicabut"),
        ("SOMETHING_NEW", "Dokumen sudah dicabut"),
    ],
)
def test_the_verdict_is_what_the_case_says(client, naskah, status, answer, verdict):
    status(answer)
    assert f"<h1>{verdict}</h1>" in look(client, naskah).content.decode()


def test_an_annulled_paper_is_revoked_whatever_the_case_says(client, naskah, status, writer):
    status("IN_FORCE")
    services.annul(naskah, reason="keliru", by=writer)
    body = look(client, naskah).content.decode()
    assert ("<h1>Dokumen sudah dicabut</h1>" in body, "Jangan gunakan" in body, "keliru" in body) == (True, True, False)


def test_a_replaced_paper_leads_to_the_next_when_that_is_public(client, naskah, subject, writer):
    newer = DocumentFactory(subject=subject)
    services.supersede(naskah, newer, by=writer)
    assert newer.token not in look(client, naskah).content.decode()
    services.publish(newer, by=writer)
    body = look(client, naskah).content.decode()
    assert ("<h1>Dokumen asli, sudah diganti</h1>" in body, newer.token in body) == (True, True)


def without_secrets(response):
    """The page without what differs for each asking."""
    return re.sub(r'(value|hx-headers)=["\'][^"\']*["\'][^>]*', "", response.content.decode())


def test_what_is_not_published_answers_like_an_unknown_code(client, subject):
    hidden = DocumentFactory(subject=subject, title="Rahasia")
    unfinished = DocumentFactory(
        subject=subject, public=True, status="QUEUED", file=None, template="kak", data_hash="0" * 64
    )
    unknown = client.get(reverse("documents:verify", args=["tidak-ada"]))
    answers = [look(client, paper) for paper in (hidden, unfinished)]
    assert [answer.status_code for answer in (unknown, *answers)] == [404, 404, 404]
    assert {without_secrets(answer) for answer in answers} == {without_secrets(unknown)}
    assert "Rahasia" not in without_secrets(unknown)


def test_the_three_printed_things_lead_to_the_verdict(client, naskah):
    typed = {"number": "100.3.7/001/pks/ks/xi/2026 ", "year": "2026", "short_code": "7k4d92qf"}
    response = client.post(reverse("documents:verify_form"), typed)
    assert (response.status_code, response["Location"]) == (302, f"/periksa/{naskah.token}/")


@pytest.mark.parametrize("wrong", [{"number": "x"}, {"year": "2025"}, {"short_code": "7K4D-92QG"}])
def test_two_of_three_are_not_enough(client, naskah, wrong):
    typed = {"number": naskah.number, "year": "2026", "short_code": "7K4D-92QF"} | wrong
    response = client.post(reverse("documents:verify_form"), typed)
    assert (response.status_code, "Dokumen tidak dikenali" in response.content.decode()) == (404, True)


def test_what_is_typed_wrongly_is_asked_again(client):
    response = client.post(reverse("documents:verify_form"), {"number": "", "year": "x", "short_code": "7K"})
    body = response.content.decode()
    assert response.status_code == 422
    for sentence in ("Isi “Nomor naskah”", "Tulis tahun dengan empat angka", "delapan huruf dan angka, misalnya"):
        assert sentence in body


def test_the_form_is_there_for_everyone(client):
    assert client.get("/periksa/").status_code == 200


@pytest.mark.parametrize(
    ("content", "sentence", "code"),
    [
        (pdf_bytes(pages=12), "sama persis", 200),
        (pdf_bytes(pages=12) + b"\n", "berbeda dari dokumen", 200),
        (None, "Pilih berkas PDF", 422),
    ],
    ids=["same", "different", "none"],
)
def test_a_file_is_compared_on_the_server_and_not_kept(client, naskah, files, content, sentence, code):
    before = sorted(files.rglob("*"))
    sent = {} if content is None else {"berkas": SimpleUploadedFile("x.pdf", content)}
    response = client.post(reverse("documents:verify", args=[naskah.token]), sent)
    assert (response.status_code, sentence in response.content.decode()) == (code, True)
    assert sorted(files.rglob("*")) == before


def test_a_file_beyond_the_limit_is_not_read(client, naskah):
    parameters.change("upload_max_mb", 1, reason="uji")
    sent = {"berkas": SimpleUploadedFile("x.pdf", b"0" * (2**20 + 1))}
    response = client.post(reverse("documents:verify", args=[naskah.token]), sent)
    assert (response.status_code, "terlalu besar" in response.content.decode()) == (422, True)


def test_one_address_cannot_try_codes_for_ever(client, monday):
    typed = {"number": "1/2", "year": "2026", "short_code": "7K4D-92QF"}
    codes = [client.post("/periksa/", typed, REMOTE_ADDR="198.51.100.7").status_code for _ in range(12)]
    assert codes == [404] * 10 + [429] * 2
    assert client.post("/periksa/", typed, REMOTE_ADDR="198.51.100.8").status_code == 404
    monday.shift(60)
    assert client.post("/periksa/", typed, REMOTE_ADDR="198.51.100.7").status_code == 404


def test_one_address_cannot_guess_tokens_for_ever(client, naskah, monday):
    for _ in range(60):
        client.get("/periksa/tidak-ada/")
    response = look(client, naskah)
    assert (response.status_code, response["Retry-After"]) == (429, "60")


def test_a_letter_names_both_sides_without_a_list_of_parties(subject):
    letter = DocumentFactory(
        subject=subject, public=True, template="surat_permohonan", data_hash="0" * 64, file=StoredFileFactory(),
        context={"kop": {"government": "Pemerintah Kabupaten Wanasari"}, "to": ["Yth. Bupati Tirtamarga", "di tempat"],
                 "about": "Permohonan Kerja Sama Daerah"},
    )  # fmt: skip
    facts = facts_of(letter)
    assert (facts.parties, facts.kind, facts.numbers, facts.signatories) == (
        ["Pemerintah Kabupaten Wanasari", "Bupati Tirtamarga"], "Permohonan Kerja Sama Daerah", ["045/12/2026"], [],
    )  # fmt: skip


def test_a_scan_names_the_parties_that_its_case_names(subject, status):
    scan = DocumentFactory(subject=subject, public=True)
    assert facts_of(scan).parties == []
    status({"code": "IN_FORCE", "since": ON, "parties": ["Kabupaten Wanasari", "Kabupaten Tirtamarga", None]})
    facts = facts_of(scan)
    assert (facts.parties, facts.since) == (["Kabupaten Wanasari", "Kabupaten Tirtamarga"], ON)


def test_a_naskah_is_called_by_its_full_name(subject):
    frozen = NASKAH | {"heading": "Perjanjian Kerja Sama tentang Sampah"}
    paper = DocumentFactory(subject=subject, public=True, template="kak", data_hash="0" * 64, context=frozen)
    assert facts_of(paper).title == "Perjanjian Kerja Sama tentang Sampah"


def test_who_signs_a_draft_is_not_said(subject):
    frozen = NASKAH | {"draft": True}
    draft = DocumentFactory(subject=subject, public=True, template="kak", data_hash="0" * 64, context=frozen)
    assert facts_of(draft).signatories == []
