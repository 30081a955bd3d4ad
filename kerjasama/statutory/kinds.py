"""The reports a region owes, as a table: which cooperation, how often, until when, to whom, on which basis."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kerjasama.accounts.models import Government
from kerjasama.core import parameters
from kerjasama.core.levels import RegionLevel
from kerjasama.parties.selectors import governor
from kerjasama.statutory.routes import key_of
from kerjasama.statutory.stages import Kind
from kerjasama.workflow.statute import CooperationKind
from monitoring.schedule import Period, period_of, periods_between

AT_HOME = (CooperationKind.KSDD, CooperationKind.KSDPK, CooperationKind.SINERGI)
ABROAD = (CooperationKind.KSDPL, CooperationKind.KSDLL)
YEAR, SEMESTER = "YEAR", "SEMESTER"


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a report goes: a short name, how its address is written, and who has a copy."""

    name: str
    address: Callable[[], tuple[str, ...]]
    copies: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of its address today; none for our own head of region."""
        return self.address()


def _always(*lines: str) -> Callable[[], tuple[str, ...]]:
    return lambda: lines


MINISTER = ("Yth. Menteri Dalam Negeri",)
TERRITORY = "u.p. Direktur Jenderal Bina Administrasi Kewilayahan"
SECRETARY = "u.p. Sekretaris Jenderal"
HEAD = Addressee("Kepala Daerah", _always(), ("Sekretaris Daerah", "Asisten yang membidangi kerja sama"))
_COMPILER = "Sekretaris Daerah selaku koordinator penyusunan LKPJ"
COMPILERS = Addressee(_COMPILER, _always(f"Yth. {_COMPILER}"), ("Kepala Bappeda", "Inspektur Daerah"))


def _to_governor(copy: str) -> Addressee:
    return Addressee("Gubernur", governor, (f"Menteri Dalam Negeri {copy}", "Sekretaris Daerah"))


def _to_minister(part: str, *more: str) -> Addressee:
    return Addressee("Menteri Dalam Negeri", _always(*MINISTER, part, "di Jakarta"), (*more, "Sekretaris Daerah"))


def _both(addressee: Addressee) -> dict[str, Addressee]:
    return dict.fromkeys(RegionLevel.values, addressee)


def _upward(part: str, *more: str) -> dict[str, Addressee]:
    """Bupati and wali kota to the Gubernur, a Gubernur to the Menteri (statute 9)."""
    below = _to_governor(part)
    return {RegionLevel.PROVINCE: _to_minister(part, *more), RegionLevel.REGENCY: below, RegionLevel.CITY: below}


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of report. `frequency` names a parameter where the region chooses; `due` one that counts days after the period.

    `law_days`: the days of January by level, where the law itself names them.
    """

    kind: Kind
    code: str
    about: tuple[CooperationKind, ...]
    addressees: dict[str, Addressee]
    frequency: str = YEAR
    due: str = ""
    law_days: tuple[tuple[str, int], ...] = ()

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def route_key(self) -> str:
        return key_of(self.kind)

    def rhythm(self) -> str:
        """SEMESTER or YEAR, today."""
        return str(parameters.value(self.frequency)) if self.frequency not in (YEAR, SEMESTER) else self.frequency

    def due_on(self, period: Period, level: str) -> date:
        """The last day for the report of a period: by the law, or so many days after its end (hari kalender)."""
        if self.law_days:
            return period.ends_on + timedelta(days=dict(self.law_days)[level])
        return period.ends_on + timedelta(days=int(parameters.value(self.due)))

    def addressee(self, level: str) -> Addressee:
        """To whom it goes from a region of this level."""
        return self.addressees[level]

    def last_ended(self, today: date) -> Period:
        """The newest period that is over."""
        return period_of(period_of(today, self.rhythm()).starts_on - timedelta(days=1), self.rhythm())

    def owed_since(self, newest: date | None, today: date) -> list[Period]:
        """The periods that are over and come after the newest one held (`newest`: its last day), oldest first.

        Where none is held yet only the last one: a region that has just begun does not owe the years before.
        """
        last = self.last_ended(today)
        first = last.starts_on if newest is None else newest + timedelta(days=1)
        return [period for period in periods_between(first, last.ends_on, self.rhythm()) if period.ends_on < today]


KINDS: dict[str, ReportKind] = {
    row.kind: row
    for row in (
        ReportKind(
            Kind.DOMESTIC, "LKD", AT_HOME, _upward(TERRITORY), frequency="statutory_frequency", due="statutory_domestic_days"
        ),
        # Permendagri 25/2020 art. 35-36: the first week of January, a Gubernur the second.
        ReportKind(
            Kind.FOREIGN, "LKLN", ABROAD, _upward(SECRETARY, "Menteri Luar Negeri"),
            law_days=((RegionLevel.PROVINCE, 14), (RegionLevel.REGENCY, 7), (RegionLevel.CITY, 7)),
        ),
        ReportKind(Kind.RECAP, "REKAP", tuple(CooperationKind), _both(HEAD), due="statutory_recap_days"),
        ReportKind(Kind.LKPJ, "LKPJ", tuple(CooperationKind), _both(COMPILERS), due="statutory_lkpj_days"),
    )
}  # fmt: skip


def level_of_region() -> str:
    """The level of the government that runs this installation."""
    return str(Government.current().level)
