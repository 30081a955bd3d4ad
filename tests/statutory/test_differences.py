"""What changed between two contents: new, gone, and field by field."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kerjasama.statutory import contents, differences, sheets
from kerjasama.statutory.fields import NASKAH


def row(key: str, **facts: Any) -> dict[str, Any]:
    plain = {
        "key": key, "title": f"Naskah {key}", "kind": "KSDD", "category": "sukarela", "instrument": "Kesepakatan Bersama", "parties": "A: 1\nB: 2",
        "signed_on": "2026-03-02", "starts_on": "2026-03-02", "ends_on": "2031-03-01", "unit": "DLH", "state": "Berlaku", "has_report": False,
        "report": "Belum ada laporan", "results": "Tidak tercatat",
    }  # fmt: skip
    return plain | facts


def content(*rows: dict[str, Any], **facts: Any) -> dict[str, Any]:
    plain = {
        "starts_on": "2026-01-01", "ends_on": "2026-06-30", "as_of": "2026-07-01", "naskah": list(rows), "process": [], "overdue": [],
        "changes": [], "compared_with": None,
    }  # fmt: skip
    return plain | facts


def test_the_first_report_of_all_compares_with_nothing() -> None:
    assert differences.changes(None, content(row("1"))) == []


#: What the facts of a monev report say after it came in; those it left empty are not filled in.
NOW = {"planned": "–", "realised": "Rp1.500.000"}


def test_new_gone_and_changed_with_old_and_new() -> None:
    before = content(row("1"), row("2"))
    after = content(
        row("2", state="Berakhir", realised="1500000.00", has_report=True, report="Semester I 2026"), row("3")
    )
    assert differences.changes(before, after) == [
        {"sort": "CHANGED", "part": "Naskah", "key": "2", "title": "Naskah 2 (Kesepakatan Bersama)", "facts": [
            {"label": "Keadaan", "old": "Berlaku", "new": "Berakhir"},
            {"label": "Laporan monev", "old": "Belum ada laporan", "new": "Semester I 2026"},
            *({"label": field.label, "old": "Belum ada laporan", "new": NOW.get(field.key, "Belum diisi")} for field in NASKAH if field.reported),
        ]},
        {"sort": "NEW", "part": "Naskah", "key": "3", "title": "Naskah 3 (Kesepakatan Bersama)", "facts": []},
        {"sort": "GONE", "part": "Naskah", "key": "1", "title": "Naskah 1 (Kesepakatan Bersama)", "facts": []},
    ]  # fmt: skip


def test_the_counts_in_words() -> None:
    changed = differences.changes(content(row("1")), content(row("2"), row("3")))
    assert differences.counts(changed) == {"NEW": 2, "GONE": 1, "CHANGED": 0}
    assert differences.told(changed) == "2 baru, 1 tidak lagi dimuat"
    assert differences.told([]) == "Tidak ada perubahan"


keys = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(keys, keys)
def test_every_row_is_told_once(old: list[str], new: list[str]) -> None:
    found = differences.changes(content(*map(row, old)), content(*map(row, new)))
    told = {(change["sort"], change["key"]) for change in found}
    assert len(told) == len(found)
    assert told == {("NEW", key) for key in set(new) - set(old)} | {("GONE", key) for key in set(old) - set(new)}


@given(keys)
def test_the_same_rows_have_not_changed_on_another_day(rows: list[str]) -> None:
    before, after = content(*map(row, rows)), content(*map(row, rows), as_of="2026-09-09")
    assert differences.changes(before, after) == []
    assert contents.seal_of(before) == contents.seal_of(after)


def test_another_fact_is_another_mark() -> None:
    assert contents.seal_of(content(row("1"))) != contents.seal_of(content(row("1", state="Berakhir")))


def test_the_tables_count_and_sum() -> None:
    told = content(
        row("1", has_report=True, planned="1000.00", realised="500.00", report="Semester I 2026"), row("2", kind="KSDPK", money="70.00"),
        row("3", state="Berakhir", signed_on="2021-03-02"),
    )  # fmt: skip
    summary = sheets.of(told)[0]
    assert summary.rows == [
        ["KSDD", "2", "1", "1", "1", "0", "1", "Rp1.000", "Rp500", "–"],
        ["KSDPK", "1", "1", "1", "0", "0", "0", "–", "–", "Rp70"],
    ]
    assert summary.totals == ["Jumlah", "3", "2", "2", "1", "0", "1", "Rp1.000", "Rp500", "Rp70"]
    assert sheets.figures(told) == {"naskah": 3, "reported": 1, "process": 0, "overdue": 0, "left_out": 0}


def test_what_is_unknown_says_so() -> None:
    carried, troubles = sheets.of(content(row("1")))[2:4]
    assert carried.rows == [
        [
            "Naskah 1 (Kesepakatan Bersama)",
            "Belum diisi",
            "Belum ada laporan",
            "Belum ada laporan",
            "Belum ada laporan",
            "Tidak tercatat",
        ]
    ]
    assert troubles.rows == [
        [
            "Naskah 1 (Kesepakatan Bersama)",
            "Belum ada laporan",
            "Belum ada laporan",
            "Belum ada laporan",
            "Belum ada laporan",
        ]
    ]


def test_the_table_of_changes_stands_last_and_only_where_something_is_compared() -> None:
    named = {"name": "Laporan Semester II 2025", "number": "1", "dated": "", "sha256": ""}
    changes = differences.changes(content(row("1")), content(row("2")))
    assert [sheet.slug for sheet in sheets.of(content(row("2")))][-1] == "terlambat"
    last = sheets.of(content(row("2"), compared_with=named, changes=changes))[-1]
    assert (last.slug, last.rows) == (
        "perubahan",
        [
            ["Naskah", "Naskah 2 (Kesepakatan Bersama)", "Baru", "–", "–", "–"],
            ["Naskah", "Naskah 1 (Kesepakatan Bersama)", "Tidak lagi dimuat", "–", "–", "–"],
        ],
    )
