"""The priority of a row as plain arithmetic: parts from 1 to 5, weights of the region, a total out of 100."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kerjasama.core import parameters
from kerjasama.workflow.sentences import lower_first

LOWEST, HIGHEST = 1, 5
SCALE = [(5, "5, sangat kuat"), (4, "4, kuat"), (3, "3, cukup"), (2, "2, lemah"), (1, "1, sangat lemah")]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One part of the score, with the parameter that holds its weight."""

    key: str
    label: str
    hint: str

    @property
    def parameter(self) -> str:
        return f"plan_weight_{self.key}"


CRITERIA = (
    Criterion("alignment", "Keselarasan dengan RPJMD dan RKPD", "Mendukung sasaran dan program prioritas."),
    Criterion("service", "Kebutuhan layanan masyarakat", "Mendukung urusan wajib dan pelayanan dasar."),
    Criterion("benefit", "Manfaat dibandingkan dengan biaya", "Lebih efisien daripada dikerjakan sendiri."),
    Criterion("externality", "Dampak lintas daerah", "Masalahnya tidak selesai bila dikerjakan satu daerah saja."),
    Criterion("readiness", "Kesiapan mitra dan dokumen", "Mitra sudah dihubungi, data dan lokasi tersedia."),
    Criterion("funding", "Kepastian pendanaan", "Sumber dan tahun anggarannya jelas."),
)


def weights() -> dict[str, int]:
    """The weight of each criterion as the region has set it, in points."""
    return {criterion.key: int(parameters.value(criterion.parameter)) for criterion in CRITERIA}


def total(parts: Mapping[str, int], weight: Mapping[str, int]) -> Decimal:
    """Sum of part times weight over the highest possible sum, out of 100 with two digits; 0 without weights."""
    highest = sum(weight.values()) * HIGHEST
    if not highest:
        return Decimal("0.00")
    gained = sum(int(parts[key]) * points for key, points in weight.items())
    return (Decimal(gained) * 100 / highest).quantize(Decimal("0.01"), ROUND_HALF_UP)


def formula(weight: Mapping[str, int]) -> str:
    """The formula in words, with the weights in force."""
    named = {criterion.key: lower_first(criterion.label) for criterion in CRITERIA}
    terms = " + ".join(f"{points} × {named[key]}" for key, points in weight.items())
    return f"Skor = ({terms}) ÷ {sum(weight.values()) * HIGHEST} × 100. Setiap nilai 1 sampai {HIGHEST}."


def place(score: Decimal, ranked: list[Decimal]) -> int:
    """The rank (from 1) at which a score enters a list of scores in rank order: before the first lower one."""
    return next((n for n, other in enumerate(ranked, start=1) if other < score), len(ranked) + 1)


def shown(score: Decimal | None) -> str:
    """82,50; "" while nothing was scored."""
    return "" if score is None else f"{score:.2f}".replace(".", ",")
