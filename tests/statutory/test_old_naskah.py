"""Naskah of before this system in a statutory report: by their own dates, and nothing invented."""

from datetime import date
from typing import Any

import pytest
import time_machine

from agreements.models import OldNaskah
from agreements.services import old as room
from kerjasama.accounts.models import User
from kerjasama.statutory import sheets
from kerjasama.statutory.collecting import collect
from kerjasama.statutory.kinds import KINDS
from kerjasama.statutory.models import Kind
from monitoring.schedule import Period

PARTNER = {
    "name": "PT Maju Sentosa",
    "number": "01/MS/I/2016",
    "signatory": "Sari",
    "office": "Direktur",
    "ours": False,
}
HALF = Period(2026, 1, date(2026, 1, 1), date(2026, 6, 30))
SECOND = Period(2026, 2, date(2026, 7, 1), date(2026, 12, 31))


def entered(by: User, title: str, **facts: Any) -> None:
    known = {
        "title": title,
        "kind": "KSDPK",
        "instrument": "PKS",
        "parties": [PARTNER],
        "signed_on": date(2016, 1, 15),
        **facts,
    }
    room.write(OldNaskah(), known, reason="arsip", by=by)


@pytest.mark.django_db
def test_they_stand_where_their_dates_put_them_at_the_end_of_the_period(people: dict[str, User]) -> None:
    with time_machine.travel(date(2026, 11, 23), tick=False):
        dewi = people["dewi"]
        entered(dewi, "Berlaku", starts_on=date(2016, 1, 15), ends_on=date(2030, 1, 14))
        entered(dewi, "Berakhir dalam periode", starts_on=date(2016, 1, 15), ends_on=date(2026, 3, 1))
        entered(dewi, "Berakhir sebelumnya", starts_on=date(2016, 1, 15), ends_on=date(2021, 1, 14))
        entered(dewi, "Tanpa akhir")
        entered(dewi, "Tanpa tanggal", signed_on=None)
        told = collect(KINDS[Kind.RECAP], HALF, date(2026, 11, 23))["naskah"]
    assert [(row["title"], row["state"], row["unit"], row["ends_on"]) for row in told] == [
        ("Berlaku", "Berlaku", "", "2030-01-14"), ("Berakhir dalam periode", "Berakhir", "", "2026-03-01"), ("Tanpa akhir", "Tidak diketahui", "", ""),
        ("Tanpa tanggal", "Tidak diketahui", "", ""),
    ]  # fmt: skip


def told_of(by: User, half: Period) -> dict[str, Any]:
    return collect(KINDS[Kind.RECAP], half, date(2026, 11, 23))


@pytest.mark.django_db
def test_one_that_was_stopped_counts_as_ended_in_the_period_of_its_day_only(people: dict[str, User]) -> None:
    with time_machine.travel(date(2026, 11, 23), tick=False):
        dewi = people["dewi"]
        run = {"starts_on": date(2016, 1, 15), "ends_on": date(2030, 1, 14)}
        entered(dewi, "Pada hari yang tidak diketahui", stopped=True, **run)
        entered(dewi, "Pada semester kedua", stopped=True, ended_on=date(2026, 8, 3), **run)
        entered(dewi, "Berakhir pada hari terakhir periode", starts_on=date(2016, 1, 15), ends_on=date(2026, 6, 30))
        first, second = told_of(dewi, HALF), told_of(dewi, SECOND)
    assert [(row["title"], row["state"], row["ended_on"], row["end_ground"]) for row in first["naskah"]] == [
        ("Pada semester kedua", "Berlaku", "", ""),
        ("Berakhir pada hari terakhir periode", "Berakhir", "2026-06-30", "Jangka waktu berakhir"),
    ]
    assert [(row["title"], row["state"], row["ended_on"], row["end_ground"]) for row in second["naskah"]] == [
        ("Pada semester kedua", "Berakhir", "2026-08-03", "Dihentikan sebelum waktunya")
    ]
    counted = [sheets.of(data | {"changes": [], "compared_with": None})[0].rows[0][4] for data in (first, second)]
    assert counted == ["1", "1"]


@pytest.mark.django_db
def test_a_report_says_how_many_it_leaves_out_and_why(people: dict[str, User]) -> None:
    with time_machine.travel(date(2026, 11, 23), tick=False):
        dewi = people["dewi"]
        entered(dewi, "Jenis tidak diketahui", kind="")
        entered(dewi, "Jenis tidak diketahui, berakhir dahulu", kind="", ends_on=date(2021, 1, 1))
        entered(dewi, "Dihentikan entah kapan", stopped=True)
        data = told_of(dewi, HALF) | {"changes": [], "compared_with": None}
    assert data["naskah"] == []
    assert [row["count"] for row in data["left_out"]] == [1, 1]
    last = sheets.of(data)[-1]
    assert (last.slug, [row[1] for row in last.rows]) == ("tidak-dimuat", ["1", "1"])
    assert "jenis kerja samanya belum diketahui" in last.rows[0][0] and "hari yang tidak diketahui" in last.rows[1][0]
    assert sheets.figures(data)["left_out"] == 2
