"""What a case of the demo is about: enough to fill every field of it, and the reports that follow."""

from dataclasses import dataclass
from decimal import Decimal

from kerjasama.parties.models import Partner


@dataclass(frozen=True, slots=True)
class Telling:
    """What the unit reports of one period of a naskah."""

    activities: str = "Kegiatan bersama dilaksanakan sesuai dengan rencana kerja."
    outputs: str = "Tiga kegiatan bersama terlaksana."
    outcomes: str = "Layanan bagi warga perbatasan lebih cepat."
    problems: str = "Koordinasi jadwal antarpihak."
    follow_up: str = "Jadwal triwulanan disepakati bersama."
    indicators: tuple[tuple[str, str, str], ...] = (("Kegiatan bersama", "4", "3"),)


@dataclass(frozen=True)
class Story:
    """One case: title, unit, partner, the eight parts of its KAK, and its burdens."""

    title: str
    affair: str
    unit: str
    partner: Partner
    direction: str = "OUTGOING"
    kind: str = "KSDD"
    category: str = "VOLUNTARY"
    initiative: str = "REGION"
    background: str = ""
    aims: str = ""
    scope: str = ""
    location: str = "Kecamatan perbatasan"
    benefits: str = ""
    impact: str = ""
    financing: str = ""
    years: int = 5
    amount: Decimal = Decimal(1_200_000_000)
    community: bool = False
    region: bool = True
    unbudgeted: bool = False
    also: tuple[Partner, ...] = ()
    plan_row: int = 3
    assets: bool = False
    telling: Telling = Telling()
    # Signed by each party at its own desk, so that its originals are on their way.
    circulated: bool = False

    @property
    def incoming(self) -> bool:
        return self.direction == "INCOMING"

    @property
    def needs_dprd(self) -> bool:
        """As the facts say under the policy a region begins with."""
        return self.unbudgeted or self.community
