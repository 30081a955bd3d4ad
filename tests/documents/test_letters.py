"""What the papers say, read back from the printed PDF."""

import io
import json
import re
import subprocess
from datetime import date

import pikepdf
import pytest

from kerjasama.core.errors import BadInput
from kerjasama.documents import papers
from kerjasama.documents.papers.common import capital_name, signature
from kerjasama.documents.papers.emblem import NEUTRAL_EMBLEM
from kerjasama.documents.rendering import render_html, render_pdf
from kerjasama.documents.templatetags.paper import Block, Point, blocks
from tests.documents import foreign_samples, samples
from tests.documents.sentences import KEY_SENTENCES


def words_of(code: str, context: dict) -> str:
    """The words of the printed paper, spaces and line ends made one space, and a number broken behind a stroke made whole."""
    pdf = render_pdf(code, context)
    raw = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"(?<=[0-9A-Z]/) (?=[0-9A-Z])", "", re.sub(r"\s+", " ", raw))


def pages_of(code: str, context: dict) -> int:
    return len(pikepdf.open(io.BytesIO(render_pdf(code, context))).pages)


@pytest.mark.parametrize("code", samples.SAMPLES)
def test_paper_says_what_it_must(code: str) -> None:
    words = words_of(code, samples.SAMPLES[code]())
    assert [sentence for sentence in KEY_SENTENCES[code] if sentence not in words] == []


@pytest.mark.parametrize("code", samples.SAMPLES)
def test_context_is_plain_json(code: str) -> None:
    context = samples.SAMPLES[code]()
    assert json.loads(json.dumps(context)) == context


def test_draft_shows_no_number_day_place_or_qr() -> None:
    words = words_of("perjanjian_kerja_sama", samples.naskah(draft=True))
    for given_later in ("100.3.7/045/PKS", "600.4.15/031", "(27-11-2026)", "7K4D-92QF", "Paraf PIHAK"):
        assert given_later not in words
    assert words.count("NOMOR: ...") == 2


def test_three_parties() -> None:
    made = samples.naskah("KB", parties=(samples.THIRD, samples.OURS, samples.THEIRS), originals=3)
    assert [[side["label"] for side in row] for row in made["signature_rows"]] == [
        ["PIHAK KEDUA", "PIHAK KESATU"],
        ["PIHAK KETIGA"],
    ]
    words = words_of("kesepakatan_bersama", made)
    assert (
        "PEMERINTAH KABUPATEN WANASARI, PEMERINTAH KABUPATEN TIRTAMARGA, DAN PEMERINTAH KOTA BANJARARUM TENTANG"
        in words
    )
    assert "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA secara bersama-sama selanjutnya disebut PARA PIHAK" in words
    assert "dalam rangkap 3 (tiga) asli, yang masing-masing" in words
    assert "PIHAK KETIGA, WALI KOTA BANJARARUM Drs. HASAN MULYANA" in words


def test_nine_parties_keep_all_signatures() -> None:
    many = tuple(
        samples.side(n, f"PIHAK {n}", f"Pemerintah Kabupaten {n}", f"{n}/2026", f"Nama {n}", f"Bupati {n}", "Jalan A")
        for n in range(1, 10)
    )
    words = words_of("kesepakatan_bersama", samples.naskah("KB", parties=many, originals=9))
    assert [n for n in range(1, 10) if f"NAMA {n}" not in words.rpartition("Demikian")[2]] == []


def test_a_naskah_needs_two_parties_and_a_known_form() -> None:
    with pytest.raises(ValueError, match="two parties"):
        samples.naskah(parties=(samples.OURS,))
    with pytest.raises(ValueError, match="instrument"):
        samples.naskah("TREATY")


GARUDA = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'
STATE_KOP = samples.KOP | {"lambang": GARUDA}


@pytest.mark.parametrize(
    "signer",
    [
        samples.SEKDA,
        samples.SEKDA | {"capacity_line": "", "office": "SEKDA"},
        samples.HEAD_OF_UNIT | {"office": "OPD"},
        samples.BUPATI | {"office": "SEKDA"},
    ],
)
def test_scenario_18_the_state_emblem_over_the_signature_of_another_is_refused(signer: dict) -> None:
    with pytest.raises(BadInput, match="Kop berlambang negara hanya untuk surat"):
        foreign_samples.letter(signer, STATE_KOP)


@pytest.mark.parametrize(
    "signer",
    [
        samples.BUPATI,
        samples.BUPATI | {"office": "KDH", "title": "Penjabat Bupati", "capacity_line": "Pj. Bupati Wanasari"},
        samples.SEKDA | {"office": "SEKDA", "capacity_line": "a.n. Bupati Wanasari"},
    ],
)
def test_scenario_18_the_head_of_region_signs_under_the_state_emblem_and_no_address(signer: dict) -> None:
    context = foreign_samples.letter(signer, STATE_KOP) | samples.ADDED
    html = render_html("surat_pemerintah", context)
    assert html.count('alt="Lambang Negara"') == 1
    assert ("Lambang Kabupaten" in html, "Jalan Pemuda" in html) == (False, False)


def test_scenario_18_the_sekda_signs_under_the_regional_emblem_with_the_address() -> None:
    html = render_html("undangan_tkksd", samples.invitation())
    assert html.count('alt="Lambang Kabupaten Wanasari"') == 1
    assert ("Lambang Negara" in html, "Jalan Pemuda" in html) == (False, True)


def test_emblems_of_all_parties_or_of_none() -> None:
    own = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    kop = samples.KOP | {"regional": own}
    assert samples.naskah(kop=kop)["emblems"] == []
    assert samples.naskah(kop=kop, parties=(samples.OURS, samples.THEIRS | {"lambang": "<svg/>"}))["emblems"] == [
        own,
        "<svg/>",
    ]
    assert samples.naskah()["emblems"] == [NEUTRAL_EMBLEM, NEUTRAL_EMBLEM]


HOSTILE = '<script>alert(1)</script> {{ kop.government }} {% debug %} <img src="file:///etc/passwd"> &amp;'


def test_hostile_text_is_printed_as_typed() -> None:
    for code, context in (
        (
            "surat_permohonan",
            samples.offer(title=HOSTILE, background=HOSTILE, contact=HOSTILE, kak=[(HOSTILE, HOSTILE)]),
        ),
        ("surat_penolakan", papers.refusal(**samples.answer_facts(statement=HOSTILE)) | samples.ADDED),
        (
            "perjanjian_kerja_sama",
            samples.naskah(title=HOSTILE, premises=[HOSTILE], clauses=[{"title": "OBJEK", "paragraphs": [HOSTILE]}]),
        ),
    ):
        # A line may end inside it, so spaces do not count.
        assert HOSTILE.replace(" ", "") in words_of(code, context).replace(" ", "")
        page = render_html(code, context)
        assert "<script" not in page
        assert 'src="file:' not in page


def test_long_texts_run_over_pages_and_lose_nothing() -> None:
    paragraphs = [
        f"Alinea ke-{n} memuat uraian yang panjang sekali. " + "Kata demi kata ditulis di sini. " * 12
        for n in range(1, 41)
    ]
    listed = "\n".join(f"{n}. butir ke-{n} dengan uraian " + "panjang " * 30 for n in range(1, 60))
    cases = (
        ("surat_permohonan", samples.offer(kak=[("Latar belakang", "\n".join(paragraphs)), ("Ruang lingkup", listed)])),
        ("berita_acara_tkksd", samples.minutes() | {"discussion": "\n".join(paragraphs)}),
        ("permohonan_dprd", samples.dprd_request() | {"purpose": "\n".join(paragraphs), "scope": listed}),
        (
            "perjanjian_kerja_sama",
            samples.naskah(clauses=[{"title": "OBJEK", "paragraphs": ["\n".join(paragraphs), listed]}]),
        ),
    )
    for code, context in cases:
        words = words_of(code, context)
        assert [n for n in range(1, 41) if f"Alinea ke-{n} memuat" not in words] == []
        if code != "berita_acara_tkksd":
            assert [n for n in range(1, 60) if f"butir ke-{n} dengan" not in words] == []
        assert pages_of(code, context) > 4


def test_the_sum_of_a_table_over_two_pages_is_printed_once() -> None:
    lines = [{"year": 2000 + n, "amount": "1000.00"} for n in range(80)]
    assert words_of("permohonan_dprd", samples.dprd_request() | {"budget": lines}).count("Jumlah Rp") == 1


def test_nothing_is_printed_outside_the_margins() -> None:
    lengthy = "x" * 300
    context = samples.offer(kak=[("Lokasi", lengthy), ("Lingkup", f"a. {lengthy}")])
    pdf = render_pdf("surat_permohonan", context)
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    edges = [
        (float(left), float(right))
        for left, right in re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', boxes)
    ]
    assert min(left for left, _ in edges) > 80
    assert max(right for _, right in edges) < 595 - 50


def test_signature_of_an_acting_official() -> None:
    acting = {
        "name": "Dr. Nurlaila Hasanah, M.M.",
        "title": "Bupati Wanasari",
        "capacity_line": "Plt. Bupati Wanasari",
        "nip": "",
    }
    expected = {
        "lines": ["Plt. BUPATI WANASARI"],
        "title": "Plt. Bupati Wanasari",
        "name": "Dr. NURLAILA HASANAH, M.M.",
        "nip": "",
    }
    assert signature(acting) == expected
    assert signature(acting | {"capacity_line": "Plt."}) == expected
    for_another = signature(acting | {"title": "Sekretaris Daerah", "capacity_line": "a.n. Bupati Wanasari"})
    assert for_another["lines"] == ["a.n. BUPATI WANASARI", "SEKRETARIS DAERAH"]


def test_names_in_capitals_keep_degrees() -> None:
    assert capital_name("R. Aditya Wirakusuma, S.H., M.Si.") == "R. ADITYA WIRAKUSUMA, S.H., M.Si."
    assert capital_name("drg. Siti Maemunah") == "drg. SITI MAEMUNAH"
    assert capital_name("") == ""


def test_typed_lines_become_paragraphs_and_lists() -> None:
    assert blocks("Tujuan:\n1. satu;\n2) dua; dan\n- tiga.\n\nPenutup") == [
        Block("Tujuan:"),
        Block(points=[Point("1.", "satu;"), Point("2)", "dua; dan"), Point("–", "tiga.")]),
        Block("Penutup"),
    ]


def test_one_guest_is_named_in_the_letter() -> None:
    made = papers.invitation(
        recipients=["Kepala Bappeda"],
        number_of_meeting="1/2026",
        held_on=date(2026, 1, 8),
        held_at="09.00 WIB",
        place="Aula",
        agenda="Pembahasan",
        title="Uji",
        case_code="KSDD-2026-001",
        signer=samples.SEKDA,
        copies=[],
        kop=samples.SETDA,
    )
    assert (made["to"], made["attachment_line"]) == (["Yth. Kepala Bappeda", "di tempat"], "-")
    assert "Tembusan" not in words_of("undangan_tkksd", made)


@pytest.mark.django_db
def test_letterhead_of_each_rank() -> None:
    ours = papers.letterhead("KDH")
    assert (ours["government"], ours["office"], ours["region"]) == (
        "Pemerintah Kabupaten Wanasari",
        "Bupati Wanasari",
        "Kabupaten Wanasari",
    )
    assert papers.letterhead("SETDA")["office"] == "Sekretariat Daerah"
    assert papers.letterhead("OPD", "Dinas Kesehatan")["office"] == "Dinas Kesehatan"
    assert papers.letterhead("OPD", "Bagian Kerja Sama")["office"] == "Sekretariat Daerah"
    with pytest.raises(ValueError, match="rank"):
        papers.letterhead("CAMAT")
