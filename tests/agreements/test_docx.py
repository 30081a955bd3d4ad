"""A naskah out to Word and back: nothing is lost on the way, and what the lawyers changed arrives as they meant it."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.content import Clause
from agreements.docx_in import Comment, read
from agreements.docx_out import as_docx
from agreements.services.exchange import with_keys
from kerjasama.core.errors import UploadRefused
from tests.factories.accounts import GovernmentFactory
from tests.support import word

pytestmark = pytest.mark.django_db
CLAUSES = (
    Clause("aims", "MAKSUD DAN TUJUAN", ("Maksud kerja sama.", "Tujuan:\na. bersih; dan\nb. sehat.")),
    Clause("financing", "PEMBIAYAAN", ("Biaya menurut Pasal 5 ayat (1) Undang-Undang Nomor 1 Tahun 2022.",)),
    Clause("closing", "PENUTUP", ("Dibuat dalam rangkap.",)),
)


@pytest.fixture
def government() -> None:
    GovernmentFactory()


def naskah() -> Any:
    parties = [SimpleNamespace(name=n) for n in ("Pemerintah Kabupaten Wanasari", "Pemerintah Kabupaten Tirtamarga")]
    return SimpleNamespace(
        pk=7, get_instrument_display=lambda: "Kesepakatan Bersama", parties=SimpleNamespace(order_by=lambda _: parties)
    )


def version(*clauses: Clause, title: str = "Pengelolaan Sampah Regional", **more: Any) -> Any:
    return SimpleNamespace(
        number=3, title=title, content=clauses or CLAUSES, translation=more.get("second", {}), tables=more.get("tables", []),
        written_at=datetime(2026, 3, 2, 9, tzinfo=UTC), text_hash="a" * 64,
    )  # fmt: skip


def sent(**more: Any) -> bytes:
    return as_docx(naskah(), version(**more))


def plain(clauses: list[Clause]) -> list[tuple[str, tuple[str, ...]]]:
    return [(clause.title, clause.paragraphs) for clause in clauses]


ORIGINAL = plain(list(CLAUSES))


def test_what_goes_out_comes_back(government: None) -> None:
    found = read(sent(tables=[{"title": "Rencana Kerja", "lines": ["Pasal 1", "2026: kegiatan"]}]))
    assert (found.title, plain(found.clauses), found.comments, found.tracked) == (
        "Pengelolaan Sampah Regional", ORIGINAL, [], 0,
    )  # fmt: skip


word_like = (
    st.text(st.sampled_from("abcde fgh,AB1"), min_size=1, max_size=25).map(str.strip).filter(lambda s: s.strip())
)
lines = word_like.map(lambda s: " ".join(s.split())).filter(lambda s: s and not s[0].isdigit())
texts = st.lists(
    st.tuples(lines.map(str.upper), st.lists(lines, min_size=1, max_size=3).map(tuple)), min_size=1, max_size=5
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(texts)
def test_any_text_survives_the_way_there_and_back(government: None, pasal: list[Any]) -> None:
    clauses = [Clause(f"k{n}", title, paragraphs) for n, (title, paragraphs) in enumerate(pasal)]
    assert plain(read(as_docx(naskah(), version(*clauses))).clauses) == plain(clauses)


def test_signs_no_file_may_hold_and_a_very_long_name_still_go_out(government: None) -> None:
    clause = Clause("object", "OB\x0bJEK", ("Satu\x01dua\ufffe tiga.",))
    found = read(as_docx(naskah(), version(clause, title="Kerja " * 41 + "\x0b")))
    assert (plain(found.clauses), found.title) == ([("OB JEK", ("Satu dua tiga.",))], ("Kerja " * 41).strip())
    assert len(word.opened(as_docx(naskah(), version(clause, title="K" * 300))).core_properties.title) == 255


def test_no_person_is_named_in_the_file(government: None) -> None:
    facts = word.opened(sent()).core_properties
    assert (facts.author, facts.last_modified_by) == ("Pemerintah Kabupaten Wanasari",) * 2


def test_tracked_changes_are_read_as_accepted(government: None) -> None:
    file = word.opened(sent())
    word.tracked_insert(word.paragraph_with(file, "Dibuat dalam rangkap."), " Bermeterai cukup.")
    word.tracked_delete(word.paragraph_with(file, "Maksud kerja sama."))
    found = read(word.saved(file))
    assert plain(found.clauses)[0] == ("MAKSUD DAN TUJUAN", ("Tujuan:\na. bersih; dan\nb. sehat.",))
    assert plain(found.clauses)[2] == ("PENUTUP", ("Dibuat dalam rangkap. Bermeterai cukup.",))
    assert found.tracked == 2


def test_comments_come_with_their_place(government: None) -> None:
    file = word.opened(sent())
    runs = word.paragraph_with(file, "Biaya menurut").runs
    file.add_comment(runs, text="Sebutkan APBD masing-masing.", author="Bagian Hukum Tirtamarga", initials="BH")
    assert read(word.saved(file)).comments == [
        Comment("Bagian Hukum Tirtamarga", "Sebutkan APBD masing-masing.", CLAUSES[1].paragraphs[0], 2)
    ]


def test_a_file_typed_anew_is_understood() -> None:
    found = read(
        word.typed(
            "KESEPAKATAN BERSAMA", "TENTANG", "Pengelolaan Sampah Regional", "Pada hari ini …",
            "PASAL 1", "MAKSUD DAN TUJUAN", "(1) Maksud kerja sama.", "(2)\tTujuan:", "a) bersih; dan", "b) sehat.",
            "Pasal 2 PEMBIAYAAN", "Biaya menurut", "Pasal 5 ayat (1) Undang-Undang Nomor 1 Tahun 2022.",
            "Demikian Kesepakatan Bersama ini dibuat dalam rangkap dua.", "PIHAK KESATU", "Pasal 9", "BUKAN PASAL",
        )
    )  # fmt: skip
    assert (found.title, plain(found.clauses)) == (
        "Pengelolaan Sampah Regional",
        [
            ORIGINAL[0],
            ("PEMBIAYAAN", ("Biaya menurut\nPasal 5 ayat (1) Undang-Undang Nomor 1 Tahun 2022.",)),
        ],
    )


def test_a_closing_pasal_may_say_demikian() -> None:
    found = read(
        word.typed("Pasal 1", "PENUTUP", "Demikian naskah ini dibuat.", "Demikianlah naskah ini ditandatangani.")
    )
    assert plain(found.clauses) == [("PENUTUP", ("Demikian naskah ini dibuat.",))]


def test_numbers_that_word_counts_are_read() -> None:
    content = word.numbered(
        [
            ("", 0), ("MAKSUD", -1), ("Satu.", 1), ("Dua:", 1), ("besar; dan", 2), ("kecil.", 2), ("", 0), ("PENUTUP", -1),
            ("Satu lagi.", 1), ("Rincian", 3),
        ],
        [("decimal", "Pasal %1"), ("decimal", "(%2)"), ("lowerLetter", "%3."), ("bullet", "•")],
    )  # fmt: skip
    assert plain(read(content).clauses) == [
        ("MAKSUD", ("Satu.", "Dua:\na. besar; dan\nb. kecil.")), ("PENUTUP", ("Satu lagi.\n- Rincian",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "shape", "read_as"),
    [
        ("lowerRoman", "%1.", "iv."),
        ("upperRoman", "%1.", "IV."),
        ("upperLetter", "%1)", "D)"),
        ("decimal", "%1.", "4."),
    ],
)
def test_every_way_of_counting(form: str, shape: str, read_as: str) -> None:
    content = word.numbered([("Pasal 1", -1), ("JUDUL", -1), ("Isi", -1), *[("x", 0)] * 4], [(form, shape)])
    last = read(content).clauses[0].paragraphs[0].splitlines()[-1]
    assert last == f"{read_as} x"


def test_the_second_language_is_read_beside_the_first(government: None) -> None:
    second = {
        "language": "Inggris", "code": "en", "title": "Regional Waste Management", "prevailing": "Keduanya.",
        "clauses": [{"key": c.key, "title": f"PART {n}", "paragraphs": [f"Words {n}."]} for n, c in enumerate(CLAUSES)],
    }  # fmt: skip
    found = read(sent(second=second))
    assert (plain(found.clauses), found.second_title) == (ORIGINAL, "Regional Waste Management")
    assert plain(found.second) == [(f"PART {n}", (f"Words {n}.",)) for n in range(3)]


def test_what_is_not_read_is_named(government: None) -> None:
    file = word.opened(sent())
    file.add_table(rows=1, cols=2)
    assert read(word.saved(file)).ignored == ["tabel"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 bukan apa-apa", word.typed("Surat biasa tanpa pasal.")])
def test_a_file_without_a_pasal_is_refused(content: bytes) -> None:
    with pytest.raises(UploadRefused):
        read(content)


def test_a_pasal_keeps_the_key_the_law_knows_it_by() -> None:
    came = [
        Clause("", "PENUTUP", ("Dibuat dalam rangkap.",)),
        Clause("", "PENDANAAN", CLAUSES[1].paragraphs),
        Clause("", "BAHASA YANG DIPAKAI", ("Bahasa Indonesia.",)),
    ]
    assert [clause.key for clause in with_keys(came, CLAUSES)] == ["closing", "financing", "bahasa_yang_dipakai"]
