"""Naskah of before this system in a statutory report: by their own dates, and nothing invented."""

from datetime import date
from typing import Any

import pytest
import time_machine

from agreements.models import OldNaskah
from agreements.services import old as room
from kerjasama.accounts.models import User
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
