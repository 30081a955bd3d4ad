"""Two versions laid side by side: pasal by pasal, word by word, in a way that a person can read."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.comparing import changed, compare
from agreements.content import Clause
from kerjasama.core.word_diff import Piece, woven

AIMS = Clause("aims", "MAKSUD DAN TUJUAN", ("Maksud kerja sama.", "Tujuan kerja sama."))
MONEY = Clause("financing", "PEMBIAYAAN", ("Pendanaan dibebankan pada APBD tahun anggaran 2026.",))
END = Clause("closing", "PENUTUP", ("Demikian dibuat.",))


def version(*clauses: Clause, title: str = "Sampah Regional", **more: Any) -> Any:
    return SimpleNamespace(
        title=title, content=clauses, tables=more.get("tables", []), translation=more.get("second", {})
    )


def told(old: Any, new: Any) -> list[tuple[str, str, str]]:
    return [(s.heading, s.state, s.was) for s in changed(compare(old, new))]


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join({"=": "{}", "-": "[-{}-]", "+": "[+{}+]"}[p.op].format(p.text) for p in pieces)


def test_a_changed_word_is_shown_within_its_sentence() -> None:
    after = Clause("financing", "PEMBIAYAAN", ("Pendanaan dibebankan pada APBD mulai tahun anggaran 2027.",))
    (section,) = changed(compare(version(AIMS, MONEY), version(AIMS, after)))
    assert (section.heading, section.state) == ("Pasal 2", "CHANGED")
    assert [marked(p) for p in section.paragraphs] == [
        "Pendanaan dibebankan pada APBD [+mulai +]tahun anggaran [-2026-][+2027+]."
    ]


def test_nothing_changed() -> None:
    assert told(version(AIMS, MONEY), version(AIMS, MONEY)) == []


def test_a_new_pasal_and_one_that_is_gone_stand_in_their_places() -> None:
    fresh = Clause("sanctions", "SANKSI", ("Pihak yang lalai ditegur.",))
    assert told(version(AIMS, MONEY, END), version(AIMS, fresh, END)) == [
        ("Pasal 2", "REMOVED", "Pasal 2"), ("Pasal 2", "ADDED", ""),
    ]  # fmt: skip


def test_a_moved_pasal_is_one_and_those_that_gave_way_are_none() -> None:
    assert told(version(AIMS, MONEY, END), version(MONEY, AIMS, END)) in (
        [("Pasal 1", "MOVED", "Pasal 2")], [("Pasal 2", "MOVED", "Pasal 1")],
    )  # fmt: skip


def test_a_renamed_pasal_is_known_by_its_words() -> None:
    renamed = Clause("pendanaan", "PENDANAAN", MONEY.paragraphs)
    (section,) = changed(compare(version(AIMS, MONEY), version(AIMS, renamed)))
    assert (section.state, marked(section.title)) == ("CHANGED", "[-PEMBIAYAAN-][+PENDANAAN+]")


def test_two_pasal_of_one_key_are_paired_one_by_one() -> None:
    twin = Clause("aims", "MAKSUD LAIN", ("Lain.",))
    assert told(version(AIMS, twin), version(AIMS, twin)) == []


def test_title_annex_and_second_language_are_compared_too() -> None:
    second = {
        "title": "Waste",
        "clauses": [{"key": "aims", "title": "AIMS", "paragraphs": ["A"]}],
        "prevailing": "Inggris",
    }
    old = version(AIMS, tables=[{"title": "Rencana Kerja", "lines": ["2026"]}], second=second)
    new = version(
        AIMS, title="Sampah", tables=[{"title": "Rencana Kerja", "lines": ["2027"]}],
        second={**second, "clauses": [{"key": "aims", "title": "AIMS", "paragraphs": ["B"]}]},
    )  # fmt: skip
    assert told(old, new) == [
        ("Judul", "CHANGED", ""), ("Rencana Kerja", "CHANGED", ""),
        ("Pasal 1, bahasa kedua", "CHANGED", "Pasal 1, bahasa kedua"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("", "", ""), ("", "Baru.", "[+Baru.+]"), ("Lama.", "", "[-Lama.-]"), ("Sama.", "Sama.", "Sama."),
        ("Kucing tidur siang", "Perahu berlayar malam hari", "[-Kucing tidur siang-][+Perahu berlayar malam hari+]"),
    ],
)  # fmt: skip
def test_what_is_not_alike_is_not_woven(old: str, new: str, read: str) -> None:
    assert marked(woven(old, new)) == read


words = st.text(st.sampled_from("ab .\n"), max_size=30)


@given(words, words)
def test_each_side_can_be_read_back(old: str, new: str) -> None:
    pieces = woven(old, new)
    assert "".join(p.text for p in pieces if p.op != "+") == old
    assert "".join(p.text for p in pieces if p.op != "-") == new


clauses = st.lists(
    st.builds(Clause, st.sampled_from("abcd"), words, st.lists(words, max_size=3).map(tuple)), max_size=6
).map(tuple)


@given(clauses, clauses)
def test_no_pasal_is_lost_and_none_shown_twice(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> None:
    sections = [s for s in compare(version(*old), version(*new)) if s.heading.startswith("Pasal")]
    assert sorted(s.heading for s in sections if s.state != "REMOVED") == sorted(
        f"Pasal {n}" for n in range(1, len(new) + 1)
    )
    assert sorted(s.was for s in sections if s.was) == sorted(f"Pasal {n}" for n in range(1, len(old) + 1))
