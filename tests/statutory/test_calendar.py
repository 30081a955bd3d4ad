"""Which reports are owed, to whom and until when; a region that has nothing to tell is asked for nothing."""

from datetime import date

import pytest

from kerjasama.accounts.models import Government, User
from kerjasama.core import clock, parameters
from kerjasama.core.levels import RegionLevel
from kerjasama.demo.statutory import Carrier
from kerjasama.statutory.kinds import KINDS
from kerjasama.statutory.models import StatutoryReport
from kerjasama.statutory.routes import ROUTES, key_of
from kerjasama.statutory.services import opening
from kerjasama.statutory.stages import Kind
from monitoring.schedule import Period, period_of

FIRST, SECOND, YEAR = (
    Period(2026, 1, date(2026, 1, 1), date(2026, 6, 30)), Period(2026, 2, date(2026, 7, 1), date(2026, 12, 31)),
    Period(2026, 0, date(2026, 1, 1), date(2026, 12, 31)),
)  # fmt: skip


def test_every_kind_has_its_line_and_its_route() -> None:
    assert set(KINDS) == set(Kind.values)
    assert {route.key for route in ROUTES} == {key_of(kind) for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "level", "period", "due"),
    [
        ("DOMESTIC", "REGENCY", FIRST, date(2026, 7, 15)),
        ("DOMESTIC", "CITY", SECOND, date(2027, 1, 15)),
        ("DOMESTIC", "PROVINCE", SECOND, date(2027, 1, 15)),
        ("FOREIGN", "REGENCY", YEAR, date(2027, 1, 7)),
        ("FOREIGN", "CITY", YEAR, date(2027, 1, 7)),
        ("FOREIGN", "PROVINCE", YEAR, date(2027, 1, 14)),
        ("RECAP", "REGENCY", YEAR, date(2027, 1, 31)),
        ("LKPJ", "REGENCY", YEAR, date(2027, 2, 14)),
    ],
)
def test_due_as_the_law_or_the_parameter_says(db: None, kind: str, level: str, period: Period, due: date) -> None:
    assert KINDS[kind].due_on(period, level) == due


def test_the_law_moves_for_no_parameter(db: None) -> None:
    for key in ("statutory_domestic_days", "statutory_recap_days", "statutory_lkpj_days"):
        parameters.change(key, 60, reason="Uji")
    assert KINDS["FOREIGN"].due_on(YEAR, "REGENCY") == date(2027, 1, 7)
    assert KINDS["DOMESTIC"].due_on(FIRST, "REGENCY") == date(2026, 8, 29)


@pytest.mark.parametrize(
    ("kind", "level", "name", "copies"),
    [
        (
            "DOMESTIC",
            "REGENCY",
            "Gubernur",
            "Menteri Dalam Negeri u.p. Direktur Jenderal Bina Administrasi Kewilayahan",
        ),
        ("DOMESTIC", "CITY", "Gubernur", "Menteri Dalam Negeri u.p. Direktur Jenderal Bina Administrasi Kewilayahan"),
        ("DOMESTIC", "PROVINCE", "Menteri Dalam Negeri", "Sekretaris Daerah"),
        ("FOREIGN", "REGENCY", "Gubernur", "Menteri Dalam Negeri u.p. Sekretaris Jenderal"),
        ("FOREIGN", "PROVINCE", "Menteri Dalam Negeri", "Menteri Luar Negeri"),
        ("RECAP", "PROVINCE", "Kepala Daerah", "Sekretaris Daerah"),
        ("LKPJ", "CITY", "Sekretaris Daerah selaku koordinator penyusunan LKPJ", "Kepala Bappeda"),
    ],
)
def test_to_whom_by_level(kind: str, level: str, name: str, copies: str) -> None:
    addressee = KINDS[kind].addressee(RegionLevel(level))
    assert (addressee.name, addressee.copies[0]) == (name, copies)


def test_a_region_that_begins_owes_the_last_period_only(db: None) -> None:
    assert KINDS["DOMESTIC"].owed_since(None, date(2026, 8, 3)) == [FIRST]
    assert KINDS["RECAP"].owed_since(None, date(2026, 8, 3)) == [period_of(date(2025, 1, 1), "YEAR")]


def test_every_period_since_the_newest_is_caught_up(db: None) -> None:
    found = KINDS["DOMESTIC"].owed_since(date(2025, 6, 30), date(2027, 1, 1))
    assert [(period.year, period.half) for period in found] == [(2025, 2), (2026, 1), (2026, 2)]
    assert KINDS["DOMESTIC"].owed_since(date(2026, 6, 30), date(2026, 12, 31)) == []


def test_a_region_may_report_each_year(db: None) -> None:
    parameters.change("statutory_frequency", "YEAR", reason="Uji")
    assert KINDS["DOMESTIC"].last_ended(date(2027, 1, 1)) == YEAR


def test_a_region_with_nothing_to_tell_is_asked_for_nothing(people: dict[str, User], carrier: Carrier) -> None:
    assert carrier.do(date(2027, 1, 2), lambda: opening.open_owed(clock.today())) == []
    assert StatutoryReport.objects.count() == 0


def test_a_province_reports_to_the_minister(people: dict[str, User], carrier: Carrier) -> None:
    government = Government.current()
    government.level, government.name, government.head_title = RegionLevel.PROVINCE, "Provinsi Wanasari", "Gubernur"
    government.save()
    dewi, day = people["dewi"], date(2027, 1, 4)
    edition = carrier.do(day, lambda: opening.open_report("FOREIGN", YEAR, by=dewi))
    assert edition.report.due_on == date(2027, 1, 14)
    carrier.whole(edition, day)
    assert edition.addressee == "Menteri Dalam Negeri"
    assert edition.letter.context["to"] == ["Yth. Menteri Dalam Negeri", "u.p. Sekretaris Jenderal", "di Jakarta"]
    assert edition.letter.context["copies"] == ["Menteri Luar Negeri", "Sekretaris Daerah"]
