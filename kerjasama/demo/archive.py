"""Naskah of before this system that the Bagian has found in its cabinets: some whole, some with what nobody knows any more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from agreements.models import OldNaskah
from agreements.services import old as room
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.demo.timepiece import Timepiece

#: So many days ago the cabinets were gone through (hari kalender).
AGO = 140
OURS = {
    "name": "Pemerintah Kabupaten Wanasari",
    "number": "",
    "signatory": "",
    "office": "Bupati Wanasari",
    "ours": True,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One naskah as the cabinet has it: title, partner with its number, kind, form, unit, and as many of its days as are known."""

    title: str
    partner: str
    number: str
    kind: str
    instrument: str
    unit: str
    signed: date | None = None
    years: int = 0

    def facts(self) -> dict[str, Any]:
        """What is known, for the register."""
        ends = (
            self.signed.replace(year=self.signed.year + self.years) - timedelta(days=1)
            if self.signed and self.years
            else None
        )
        theirs = {"name": self.partner, "number": self.number, "signatory": "", "office": "", "ours": False}
        unit = OrgUnit.objects.filter(code=self.unit).values_list("pk", flat=True).first()
        return {
            "title": self.title, "kind": self.kind, "instrument": self.instrument, "parties": [OURS, theirs], "unit_id": unit,
            "signed_on": self.signed, "starts_on": self.signed, "ends_on": ends,
        }  # fmt: skip


CABINET = (
    Found("Pengelolaan Terminal Tipe C Perbatasan", "Pemerintah Kabupaten Tirtamarga", "551.21/07/KB/2016", "KSDD", "KB", "DISHUB", date(2016, 5, 12), 5),
    Found("Penyediaan Air Curah Daerah Perbatasan", "Pemerintah Kota Purwaloka", "690/112/PKS/2017", "KSDD", "PKS", "DLH", date(2017, 3, 6), 20),
    Found("Pemungutan Retribusi Parkir Pasar Wanasari", "PT Parkir Tertib Nusantara", "012/PTN/PKS/IX/2019", "KSDPK", "PKS", "DISHUB", date(2019, 9, 2)),
    Found("Pelatihan Tenaga Pendidik", "Universitas Tirtamarga", "", "KSDPK", "", "", None),
)  # fmt: skip


def tick(today: date, people: dict[str, User], timepiece: Timepiece) -> tuple[date, Callable[[date], None]]:
    """The day on which they are entered, and how."""

    def enter(day: date) -> None:
        forget(people["dewi"])
        with clock.at(timepiece.moment(day)):
            for found in CABINET:
                room.write(
                    OldNaskah(), found.facts(), reason="Ditemukan pada arsip Bagian Kerja Sama", by=people["dewi"]
                )

    return today - timedelta(days=AGO), enter
