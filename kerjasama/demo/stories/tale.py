"""The shape of a tale: what several cases of one unit have in common."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kerjasama.demo.story import Story, Telling
from kerjasama.parties.models import Partner


@dataclass(frozen=True)
class Tale:
    """An object of cooperation with its texts, and the titles of the cases about it.

    In every text {mitra} stands for the other region, as "Kabupaten Tirtamarga".
    """

    unit: str
    affair: str
    titles: tuple[str, ...]
    background: str
    aims: str
    location: str
    scope: str
    benefits: str
    impact: str
    financing: str
    amount: int
    years: int = 5
    telling: Telling = field(default_factory=Telling)

    def told(self, number: int, partner: Partner, **facts: Any) -> Story:
        """The story of one case; `number` chooses its title and makes its amount its own. Amounts in million rupiah."""
        place = partner.name.removeprefix("Pemerintah ")
        parts = ("background", "aims", "location", "scope", "benefits", "impact", "financing")
        texts = {name: getattr(self, name).replace("{mitra}", place) for name in parts}
        amount = Decimal(self.amount * (20 + number * 3) // 20) * 1_000_000
        chosen: dict[str, Any] = {
            "title": self.titles[number].replace("{mitra}", place), "affair": self.affair, "unit": self.unit, "partner": partner,
            "years": self.years, "amount": amount, "telling": self.telling, "plan_row": 2 + (number * 5 + len(self.titles[0])) % 11,
            **texts, **facts,
        }  # fmt: skip
        return Story(**chosen)
