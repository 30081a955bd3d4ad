"""The press: same bytes, right font, nothing fetched, a file other readers open."""

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from kerjasama.documents import press, rendering
from tests.documents import samples

#: One shared page for the checks that ask nothing of the wording.
LETTER = "surat_kesediaan"
SECOND_PROCESS = """
import hashlib, django
django.setup()
from kerjasama.documents.rendering import render_pdf
from tests.documents import samples
print(*(hashlib.sha256(render_pdf(code, make())).hexdigest() for code, make in samples.SAMPLES.items()))
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return rendering.render_pdf(LETTER, samples.willingness())


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def fonts_in(data: bytes) -> set[str]:
    """Base names of the fonts; every one of them must carry its own file."""
    names = set()
    paper = opened(data)
    for item in paper.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.FontDescriptor:
            assert any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            names.add(str(item.FontName).partition("+")[2] or str(item.FontName))
    return names


def test_same_facts_give_the_same_bytes_in_another_process() -> None:
    here = [hashlib.sha256(rendering.render_pdf(code, make())).hexdigest() for code, make in samples.SAMPLES.items()]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "UTC"}
    there = subprocess.run(
        [sys.executable, "-c", SECOND_PROCESS], capture_output=True, text=True, check=True, env=environment
    )
    assert there.stdout.split() == here


def test_other_facts_give_another_identifier() -> None:
    first = samples.willingness()
    second = first | {"short_code": "AAAA-BBBB"}
    assert rendering.identifier_of(LETTER, first) != rendering.identifier_of(LETTER, second)
    assert rendering.identifier_of(LETTER, first) == rendering.identifier_of(LETTER, dict(reversed(first.items())))


def test_letter_font_is_embedded(pdf: bytes) -> None:
    assert fonts_in(pdf) == {"URW-Bookman-Light", "URW-Bookman-Semi-Bold"}


def test_missing_letter_font_stops_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "LETTER_FONT", "No Such Face")
    with pytest.raises(press.MissingFont, match="fonts-urw-base35"):
        rendering.render_pdf(LETTER, samples.willingness())


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://kemendagri.example/x.css",
        "ftp://a.example/b",
        "FILE:///etc/hosts",
        "/etc/passwd",
        "//a.example/b",
        "",
    ],
)
def test_fetcher_refuses_everything_outside(address: str) -> None:
    with pytest.raises(press.ForbiddenAddress):
        press.DataOnlyFetcher().fetch(address)


def test_fetcher_serves_data_addresses() -> None:
    held = base64.b64encode(b"isi").decode()
    assert press.DataOnlyFetcher().fetch(f"data:text/plain;base64,{held}").read() == b"isi"


def test_emblem_cannot_pull_a_file_in() -> None:
    picture = '<image href="file:///etc/passwd" width="9" height="9"/>'
    hostile = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{picture}</svg>'
    letter = samples.willingness()
    letter["kop"] = letter["kop"] | {"lambang": hostile}
    assert len(opened(rendering.render_pdf(LETTER, letter)).pages) == 1


def test_unknown_template_is_refused() -> None:
    for code in ("surat_cinta", "../base", "_base"):
        with pytest.raises(rendering.UnknownTemplate):
            rendering.render_pdf(code, {})


def test_every_template_has_a_version_and_a_sample() -> None:
    assert set(samples.SAMPLES) == set(rendering.TEMPLATE_VERSIONS)


@pytest.mark.parametrize("code", samples.SAMPLES)
def test_file_is_sound_tagged_archive_pdf(code: str, tmp_path: Path) -> None:
    data = rendering.render_pdf(code, samples.SAMPLES[code]())
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
    paper = opened(data)
    metadata = paper.Root.Metadata.read_bytes().decode()
    assert re.findall(r'pdfaid:(part|conformance)(?:="|>)(\w)', metadata) == [("part", "3"), ("conformance", "U")]
    assert str(paper.Root.Lang) == "id"
    assert bool(paper.Root.MarkInfo.Marked)
    assert "/StructTreeRoot" in paper.Root
    assert str(paper.Root.OutputIntents[0].S) == "/GTS_PDFA1"
    assert not {"/JavaScript", "/OpenAction", "/AA"} & set(paper.Root.keys())
    assert str(paper.docinfo.Title) != ""


def test_dates_come_from_the_paper_not_from_the_clock(pdf: bytes) -> None:
    assert str(opened(pdf).docinfo.CreationDate).startswith("D:20261123")


def test_title_names_the_paper(pdf: bytes) -> None:
    assert str(opened(pdf).docinfo.Title) == "Kesediaan Kerja Sama Daerah Nomor 100.3.7/2114/KS/XI/2026"


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("F4", (609, 935))])
def test_paper_size(paper: str, size: tuple[int, int]) -> None:
    printed = opened(rendering.render_pdf("surat_permohonan", samples.offer(paper=paper)))
    box = printed.pages[0].MediaBox
    assert (round(float(box[2])), round(float(box[3]))) == size


def test_figures_have_alternative_text(pdf: bytes) -> None:
    paper = opened(pdf)
    figures = [
        item for item in paper.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.Figure
    ]
    assert figures
    assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_web_process_does_not_load_the_press() -> None:
    code = "import django, sys; django.setup(); import kerjasama.documents.rendering, kerjasama.documents.papers; "
    found = subprocess.run(
        [sys.executable, "-c", code + "print('weasyprint' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"


def test_a_long_agreement_is_quick() -> None:
    clauses = [{"title": f"BAGIAN {n}", "paragraphs": ["Isi ayat yang cukup panjang. " * 12] * 3} for n in range(1, 25)]
    began = time.perf_counter()
    data = rendering.render_pdf("perjanjian_kerja_sama", samples.naskah(clauses=clauses))
    assert time.perf_counter() - began < 20
    assert len(opened(data).pages) > 10
