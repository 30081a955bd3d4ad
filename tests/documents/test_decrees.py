"""The Keputusan of the head of region, read back from the printed PDF."""

import io
import subprocess

import pikepdf
import pytest

from kerjasama.documents import papers
from kerjasama.documents.rendering import render_pdf
from tests.documents import samples
from tests.documents.test_letters import words_of

LONG = 36


def test_a_long_list_repeats_its_head_on_every_page_and_counts_once() -> None:
    pdf = render_pdf("keputusan_kdh", samples.decree(LONG))
    words, pages = read(pdf), len(pikepdf.open(io.BytesIO(pdf)).pages)
    assert pages > 2
    assert words.count("Perangkat daerah") == pages - 1
    assert words.count(f"Jumlah: {LONG} rencana") == 1
    assert [n for n in range(1, LONG + 1) if f"Rencana ke-{n} " not in words] == []


def read(pdf: bytes) -> str:
    """The words as poppler reads them."""
    told = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return " ".join(told.split())


def test_the_list_lies_across_and_the_decree_stands() -> None:
    boxes = [page.MediaBox for page in pikepdf.open(io.BytesIO(render_pdf("keputusan_kdh", samples.decree()))).pages]
    assert [(round(float(box[2])), round(float(box[3]))) for box in boxes] == [(595, 842), (842, 595)]


def test_a_draft_has_no_number_and_no_day() -> None:
    words = words_of("keputusan_kdh", samples.decree(draft=True) | {"number": ""})
    assert "RANCANGAN" in words
    assert "23 November 2026" not in words and "NOMOR ...." in words


def test_a_row_fits_its_columns() -> None:
    with pytest.raises(ValueError, match="one text for each column"):
        samples.decree(rows=1, totals=["kurang"])


def test_rulings_are_counted_in_words() -> None:
    made = papers.decree(
        about="X", considering=[], recalling=[], rulings=["satu", "dua", "tiga"], annex_title="X", columns=[{"label": "A"}], rows=[],
        signer=samples.BUPATI, kop=samples.KOP,
    )  # fmt: skip
    assert [ruling["label"] for ruling in made["rulings"]] == ["KESATU", "KEDUA", "KETIGA"]
