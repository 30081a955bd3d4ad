"""Kata penyambung, read back from the printed pages."""

import io
import re
import subprocess

import pikepdf
import pytest

from kerjasama.core import parameters
from kerjasama.documents import press, rendering
from kerjasama.documents.catchwords import rules
from kerjasama.documents.rendering import render_pdf
from tests.documents import samples
from tests.factories.core import ParameterFactory

LONG = "\n".join(f"Alinea ke-{n} memuat uraian. " + "Kata demi kata ditulis di sini. " * 12 for n in range(1, 14))
LISTED = "\n".join(f"{n}. butir ke-{n} dengan uraian " + "panjang " * 12 for n in range(1, 14))
MARGIN = re.compile(r"^(.*) \.\.\.$")


def pages_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page, without those of the foot."""
    raw = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    pages = [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in raw.split("\f")[:-1]]
    return [
        [line for line in page if not re.search(r"Keaslian|atau di http|Halaman \d|dan kode ", line)] for page in pages
    ]


def catchwords(pdf: bytes) -> list[str]:
    """The word under each page; "" where there is none."""
    found = [MARGIN.match(page[-1]) for page in pages_of(pdf)]
    return [match[1] if match else "" for match in found]


def printed(code: str, context: dict) -> bytes:
    return render_pdf(code, context | {"catchwords": True})


def offer(*kak: tuple[str, str]) -> bytes:
    return printed("surat_permohonan", samples.offer(kak=list(kak)))


def test_each_page_names_the_first_word_of_the_next_and_the_last_names_none() -> None:
    pdf = printed("berita_acara_tkksd", samples.minutes() | {"discussion": LONG})
    pages, words = pages_of(pdf), catchwords(pdf)
    for word, following in zip(words[:-2], pages[1:-1], strict=True):
        assert word
        assert following[0].startswith(word)
    # The daftar hadir is a lampiran of its own, and nothing follows it.
    assert (pages[-1][0], words[-2:]) == ("Lampiran Berita Acara Rapat Tim Koordinasi", ["", ""])


def test_the_mark_of_an_item_and_the_letter_of_a_part_take_the_next_word_along() -> None:
    words = catchwords(offer(("Latar belakang", LONG), ("Ruang lingkup", LISTED)))
    assert (words[0], words[-1]) == ("", "")
    assert all(words[1:-1])
    assert [word for word in words if re.fullmatch(r"(\d+\.|[A-Z]\.) \S+", word)] != []
    assert [word for word in words if re.fullmatch(r"(\d+\.|[A-Z]\.)", word)] == []


def test_a_table_that_goes_on_is_named_by_its_heading() -> None:
    words = catchwords(printed("keputusan_kdh", samples.decree(60)))
    assert (words[0], set(words[1:-1]), words[-1]) == ("", {"No."}, "")


def test_a_closing_sentence_and_a_signature_are_named_by_their_first_word() -> None:
    pdf = printed("permohonan_dprd", samples.dprd_request())
    assert catchwords(pdf) == ["Rencana", ""]
    pages = pages_of(offer(("Latar belakang", LONG)))
    assert [page[-1] for page in pages[1:-1]] == [f"{page[0].split()[0]} ..." for page in pages[2:]]


def test_hostile_words_stay_words() -> None:
    hostile = '";}</style><script>{{x}}@page{'
    words = catchwords(offer(("Latar belakang", "\n".join([f"{hostile} " + "panjang " * 90] * 9))))
    assert {word for word in words if word not in {"", "panjang"}} <= {hostile}
    sheet = rules({1: hostile}, render_pages())
    assert not set('<>";}') & set(sheet[sheet.index('"') + 1 : sheet.rindex('"')])


def render_pages() -> list:
    html = rendering.render_html("surat_kesediaan", samples.willingness())
    return press._laid_out(html, {}, catchwords=True).pages


def test_a_short_letter_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = []
    bare = press.HTML.render
    monkeypatch.setattr(press.HTML, "render", lambda self, **given: rounds.append(1) or bare(self, **given))
    printed("surat_kesediaan", samples.willingness())
    printed("surat_permohonan", samples.offer())  # two pages, the second a lampiran
    assert len(rounds) == 2
    printed("permohonan_dprd", samples.dprd_request())
    assert len(rounds) == 4


def test_the_words_move_nothing_and_the_paper_stays_an_archive_paper() -> None:
    context = samples.dprd_request()
    plain, worded = render_pdf("permohonan_dprd", context), printed("permohonan_dprd", context)
    assert catchwords(plain) == ["", ""]
    assert [page[:-1] if MARGIN.match(page[-1]) else page for page in pages_of(worded)] == pages_of(plain)
    assert printed("permohonan_dprd", context) == worded
    with pikepdf.open(io.BytesIO(worded)) as paper:
        assert re.search(r'pdfaid:part(?:="|>)3', paper.Root.Metadata.read_bytes().decode())
        assert "/StructTreeRoot" in paper.Root


@pytest.mark.django_db
def test_the_parameter_switches_it_and_a_naskah_never_bears_it() -> None:
    assert [code for code in rendering.TEMPLATE_VERSIONS if not rendering.bears_catchwords(code)] == [
        code for code in rendering.TEMPLATE_VERSIONS if code in rendering.WITHOUT_CATCHWORDS
    ]
    ParameterFactory(key="catchwords", value=False)
    assert parameters.value("catchwords") is False
    assert [code for code in rendering.TEMPLATE_VERSIONS if rendering.bears_catchwords(code)] == []
