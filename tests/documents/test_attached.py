"""The data inside each paper: what the page says, nothing personal, the same bytes each time, and no trap for our own door."""

import io
import json
import re
import subprocess

import pikepdf
import pytest

from kerjasama.core import pdf_probe, uploads
from kerjasama.core.errors import UploadRefused
from kerjasama.documents import attached, press
from kerjasama.documents.papers.names import NAMES
from kerjasama.documents.rendering import TEMPLATE_VERSIONS, render_pdf
from kerjasama.documents.signing import fields
from kerjasama.documents.signing.port import Placement
from tests.documents import samples
from tests.factories.documents import upload

PERSONAL = re.compile(r"\d{16,18}|@|telepon|surel|\bNI[KP]\b|Jalan ", re.IGNORECASE)


def data_in(pdf: bytes) -> dict:
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        (name,) = paper.attachments
        held = paper.attachments[name].get_file()
        assert (name, held.mime_type, str(paper.Root.AF[0].AFRelationship), len(paper.Root.AF)) == (
            "data.json",
            "application/json",
            "/Data",
            1,
        )
        return json.loads(held.read_bytes())


def told(code: str) -> dict:
    return json.loads(attached.data_of(code, 1, samples.SAMPLES[code]()))


def test_a_letter_carries_what_its_page_says() -> None:
    assert data_in(render_pdf("surat_kesediaan", samples.willingness())) == {
        "schema": "kerjasama/dokumen/1",
        "kind": "Surat kesediaan kerja sama daerah",
        "template": {"code": "surat_kesediaan", "version": TEMPLATE_VERSIONS["surat_kesediaan"]},
        "number": "100.3.7/2114/KS/XI/2026",
        "dated": "2026-11-23",
        "about": "Kesediaan Kerja Sama Daerah",
        "title": samples.TITLE,
        "partner": samples.PARTNER,
        "from": {"government": "Pemerintah Kabupaten Wanasari", "office": "Bupati Wanasari"},
        "to": "Bupati Tirtamarga",
        "signer": {"office": "Bupati Wanasari", "name": "R. ADITYA WIRAKUSUMA, S.H., M.Si."},
        "verification": {"address": samples.ADDED["verify_url"], "code": "7K4D-92QF"},
    }


def test_a_naskah_carries_its_parties_its_text_and_its_annex() -> None:
    data = told("nota_kesepakatan")
    naskah = data["naskah"]
    assert [side["number"] for side in naskah["parties"]] == ["100.3.7/045/PKS/KS/XI/2026", "HP.01/12/2026"]
    assert [clause["title"] for clause in naskah["clauses"]] == [clause["title"] for clause in samples.CLAUSES]
    assert naskah["clauses"][0]["paragraphs"] == samples.CLAUSES[0]["paragraphs"]
    assert (naskah["text_hash"], naskah["signed_on"], len(data["annex"]["rows"])) == (samples.HASH, "2026-11-27", 14)
    assert data["annex"]["rows"][0]["costs"] == [
        {"party": "PIHAK KESATU", "amount": "240000000.00", "source": "APBD DPA Dinas Pekerjaan Umum dan Penataan Ruang"},
        {"party": "PIHAK KEDUA", "amount": "180000000.00", "source": "APBN DIPA Kantor Pertanahan"},
    ]  # fmt: skip
    assert "translation" in told("naskah_dua_bahasa")["naskah"]
    assert told("keputusan_kdh")["annex"]["columns"] == ["Objek", "Perangkat daerah", "Perkiraan biaya", "Skor"]


def test_a_draft_gives_away_nothing_that_its_page_leaves_blank() -> None:
    data = told("kesepakatan_bersama")
    assert data["draft"]
    assert not {"number", "dated", "verification"} & set(data)
    assert not [side for side in data["naskah"]["parties"] if "number" in side]
    assert not {"signed_on", "place_of_signing", "originals"} & set(data["naskah"])


@pytest.mark.parametrize("code", samples.SAMPLES)
def test_nothing_personal_and_nothing_the_page_does_not_say(code: str) -> None:
    context = samples.SAMPLES[code]()
    data = told(code)
    assert PERSONAL.search(json.dumps(data, ensure_ascii=False)) is None
    assert data["kind"] == NAMES[code]
    raw = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=render_pdf(code, context), capture_output=True, check=True
    )
    page = re.sub(r"\s+", "", raw.stdout.decode()).lower()
    said = [data.get("number"), data.get("to"), data.get("verification", {}).get("code"), data.get("case_code")]
    said += [data.get("signer", {}).get("name"), *(side["name"] for side in data.get("naskah", {}).get("parties", []))]
    assert [words for words in said if words and re.sub(r"\s+", "", words).lower() not in page] == []


def test_a_page_without_a_date_carries_nothing_and_is_a_2u() -> None:
    undated = samples.willingness() | {"dated": ""}
    with pikepdf.open(io.BytesIO(render_pdf("surat_kesediaan", undated))) as paper:
        assert ("/AF" in paper.Root, len(paper.attachments)) == (False, 0)
        assert re.search(r'pdfaid:part(?:="|>)2', paper.Root.Metadata.read_bytes().decode())


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["surat_permohonan", "nota_kesepakatan", "keputusan_kdh"])
def test_our_own_paper_passes_the_door_also_with_fields_to_sign_in(code: str) -> None:
    pdf = render_pdf(code, samples.SAMPLES[code]())
    for content in (pdf, fields.with_fields(pdf, [Placement("PIHAK-1", 1, (300, 90, 476, 158))])):
        assert uploads.inspect(upload(content)).pages == len(pikepdf.open(io.BytesIO(content)).pages)


def carrying(change: object) -> bytes:
    """A paper of ours, changed by hand."""
    with pikepdf.open(io.BytesIO(render_pdf("surat_kesediaan", samples.willingness()))) as paper:
        change(paper)
        held = io.BytesIO()
        paper.save(held)
        return held.getvalue()


def content_of(paper: pikepdf.Pdf) -> pikepdf.Stream:
    return paper.Root.Names.EmbeddedFiles.Names[1].EF.F


def another_file(paper: pikepdf.Pdf) -> None:
    paper.attachments["jahat.exe"] = b"MZ"


def another_name(paper: pikepdf.Pdf) -> None:
    paper.Root.Names.EmbeddedFiles.Names[0] = pikepdf.String("data.exe")


def other_bytes(paper: pikepdf.Pdf) -> None:
    content_of(paper).write(b"MZ\x90\x00")


def other_keys(paper: pikepdf.Pdf) -> None:
    content_of(paper).write(json.dumps({"schema": pdf_probe.OUR_SCHEMA, "script": "alert(1)"}).encode())


def other_schema(paper: pikepdf.Pdf) -> None:
    content_of(paper).write(b'{"schema": "lain"}')


def other_type(paper: pikepdf.Pdf) -> None:
    content_of(paper).Subtype = pikepdf.Name("/application/x-msdownload")


def loose_file(paper: pikepdf.Pdf) -> None:
    hidden = pikepdf.Stream(paper, b"MZ", Type=pikepdf.Name.EmbeddedFile)
    paper.Root.Simpanan = paper.make_indirect(hidden)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [another_file, another_name, other_bytes, other_keys, other_schema, other_type, loose_file]
)
def test_any_other_file_inside_is_refused(change: object) -> None:
    assert uploads.inspect(upload(carrying(lambda paper: None))).pages == 1
    with pytest.raises(UploadRefused, match="memuat berkas lain di dalamnya"):
        uploads.inspect(upload(carrying(change)))


def test_the_door_knows_what_the_press_writes() -> None:
    assert (pdf_probe.OUR_NAME, pdf_probe.OUR_SCHEMA) == (press.DATA_NAME, attached.SCHEMA)
    keys = {key for code in samples.SAMPLES for key in told(code)} | set(told("kesepakatan_bersama"))
    assert keys == pdf_probe.OUR_KEYS


def test_every_template_has_a_name() -> None:
    assert set(NAMES) == set(TEMPLATE_VERSIONS)
