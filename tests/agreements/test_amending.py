"""What an adendum does to a text, pasal by pasal."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.amending import GONE, Change, Changes, Op, applied, changes_of, clauses_after, composed, numbered
from agreements.content import Clause

TEXT = numbered(Clause(key, key.upper(), (f"Bunyi {key}.",)) for key in ("aims", "object", "term"))
NEW = Clause("x", "PEMBIAYAAN", ("Baru.",))


def told(text) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.number, row.clause.title, row.clause.paragraphs) for row in text]


def test_a_pasal_reads_anew_and_keeps_its_key() -> None:
    after = applied(TEXT, Changes((Change(Op.REPLACE, "2", NEW),)))
    assert told(after) == [
        ("1", "AIMS", ("Bunyi aims.",)),
        ("2", "PEMBIAYAAN", ("Baru.",)),
        ("3", "TERM", ("Bunyi term.",)),
    ]
    assert after[1].clause.key == "object"


def test_what_is_put_in_between_takes_letters_and_what_is_gone_keeps_its_number() -> None:
    rows = (
        Change(Op.INSERT, "2", NEW),
        Change(Op.INSERT, "2", Clause("y", "LAGI", ("Dua.",))),
        Change(Op.REMOVE, "1", Clause("", "", ())),
    )
    after = applied(TEXT, Changes(rows))
    assert [(row.number, row.clause.title, row.gone) for row in after] == [
        ("1", "AIMS", True), ("2", "OBJECT", False), ("2A", "PEMBIAYAAN", False), ("2B", "LAGI", False), ("3", "TERM", False),
    ]  # fmt: skip
    assert [clause.title for clause in clauses_after(after)] == ["OBJECT", "PEMBIAYAAN", "LAGI", "TERM"]
    assert after[0].clause.paragraphs == (GONE,)


def test_adenda_follow_one_another() -> None:
    first = applied(TEXT, Changes((Change(Op.INSERT, "2", NEW),)))
    second = applied(
        first, Changes((Change(Op.REPLACE, "2A", Clause("z", "PENDANAAN", ("Lain.",))), Change(Op.INSERT, "2A", NEW)))
    )
    assert [(row.number, row.clause.title) for row in second] == [
        ("1", "AIMS"), ("2", "OBJECT"), ("2A", "PENDANAAN"), ("2B", "PEMBIAYAAN"), ("3", "TERM"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change", [Change(Op.REPLACE, "9", NEW), Change(Op.INSERT, "0", NEW), Change(Op.REMOVE, "2A", NEW)]
)
def test_a_pasal_that_is_not_there_cannot_change(change: Change) -> None:
    with pytest.raises(ValueError, match=change.at):
        applied(TEXT, Changes((change,)))


def test_what_is_gone_does_not_change_again() -> None:
    gone = applied(TEXT, Changes((Change(Op.REMOVE, "2", NEW),)))
    with pytest.raises(ValueError, match="2"):
        applied(gone, Changes((Change(Op.REPLACE, "2", NEW),)))


def test_it_is_kept_and_read_back() -> None:
    changes = Changes((Change(Op.REPLACE, "2", NEW), Change(Op.REMOVE, "3", Clause("", "", ()))), date(2031, 12, 31))
    assert changes_of([{"key": "other"}, changes.as_annex()]) == changes
    assert changes_of([]) == Changes()


def test_the_words_of_an_adendum() -> None:
    rows = (Change(Op.REMOVE, "3", Clause("", "", ())), Change(Op.INSERT, "2", NEW), Change(Op.REPLACE, "1", NEW))
    cited = "Perjanjian Kerja Sama Nomor 075/1/PKS/2026 tentang Air Minum"
    clauses = composed("Perjanjian Kerja Sama", cited, TEXT, Changes(rows, date(2031, 12, 31)))
    assert [clause.title for clause in clauses] == ["KETENTUAN YANG DIUBAH", "KETENTUAN LAIN", "PENUTUP"]
    assert clauses[0].paragraphs == (
        f"Ketentuan dalam {cited} diubah sebagai berikut:",
        "Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\nPasal 1\nPEMBIAYAAN\nBaru.",
        "Sesudah Pasal 2 disisipkan 1 (satu) pasal, yaitu Pasal 2A, yang berbunyi sebagai berikut:\nPasal 2A\nPEMBIAYAAN\nBaru.",
        "Ketentuan Pasal 3 dihapus.",
        "Jangka waktu Perjanjian Kerja Sama diubah sehingga berlaku sampai dengan tanggal 31 Desember 2031.",
    )


OPS = st.tuples(st.sampled_from(list(Op)), st.integers(min_value=1, max_value=6))


@settings(max_examples=200, deadline=None)
@given(st.lists(OPS, max_size=12))
def test_numbers_are_never_given_twice_and_nothing_else_moves(steps: list[tuple[Op, int]]) -> None:
    text = numbered(Clause(str(n), f"JUDUL {n}", (f"Bunyi {n}.",)) for n in range(1, 7))
    for op, at in steps:
        before = text
        try:
            text = applied(text, Changes((Change(op, str(at), NEW),)))
        except ValueError:
            continue
        numbers = [row.number for row in text]
        assert len(set(numbers)) == len(numbers)
        touched = {str(at)} | (set(numbers) - {row.number for row in before})
        assert [row for row in text if row.number not in touched] == [
            row for row in before if row.number not in touched
        ]
