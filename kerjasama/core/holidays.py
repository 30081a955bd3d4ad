"""Fill the holiday table from the package of public holidays; people correct it afterwards."""

from dataclasses import dataclass
from datetime import date

import holidays

from kerjasama.core.models import Holiday

REASON = "Dimuat dari daftar hari libur"


@dataclass(frozen=True)
class Loaded:
    """What one year brought: rows added, and whether cuti bersama is known for it."""

    year: int
    added: int
    has_collective_leave: bool


def load_year(year: int) -> Loaded:
    """Add the holidays of a year that are missing; what people changed or called off is left alone.

    National days come from the category "public", cuti bersama (SKB 3 Menteri) from "government".
    """
    national = _days(year, "public")
    leave = {day: name for day, name in _days(year, "government").items() if day not in national}
    known = set(Holiday.objects.filter(date__year=year).values_list("date", flat=True))
    added = [
        Holiday(date=day, name=name, kind=kind)
        for days, kind in (
            (national, Holiday.Kind.NATIONAL),
            (leave, Holiday.Kind.COLLECTIVE_LEAVE),
        )
        for day, name in days.items()
        if day not in known
    ]
    for holiday in added:
        holiday._change_reason = REASON
        holiday.save()
    return Loaded(year, len(added), bool(leave))


def _days(year: int, category: str) -> dict[date, str]:
    return dict(holidays.country_holidays("ID", years=year, categories=(category,), language="id"))
