"""The traffic light of a cooperation: each part with its own light and rule, and the whole is the worst of them.

Pure; what is not known is left out and never counts as good or bad.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from monitoring.stages import Better, Light

GOOD_SCORE, FAIR_SCORE = Decimal("3.5"), Decimal("2.5")
GOOD_PERCENT, FAIR_PERCENT = 80, 50
MANY_LATE = 3
WORST = (Light.RED, Light.YELLOW, Light.GREEN)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the light is taken from: its name, what it came to, its light, and the rule in words."""

    name: str
    shown: str
    light: str
    rule: str

    def as_json(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}


def percent(realised: Decimal, target: Decimal, better: str) -> int:
    """How much of a target is reached, in whole percent from 0 to 100; an indicator that is to fall is met at or below its target."""
    if better == Better.LESS:
        reached = Decimal(100) if realised <= target else Decimal(100) * target / realised
    elif target == 0:
        reached = Decimal(100) if realised >= 0 else Decimal(0)
    else:
        reached = Decimal(100) * realised / target
    return int(max(Decimal(0), min(reached, Decimal(100))).quantize(Decimal(1), ROUND_HALF_UP))


def mean(figures: Iterable[int]) -> int | None:
    """The mean in whole percent; None of nothing."""
    held = list(figures)
    return int((Decimal(sum(held)) / len(held)).quantize(Decimal(1), ROUND_HALF_UP)) if held else None


def reached(indicators: Iterable[Mapping[str, Any]]) -> int | None:
    """The mean of what the measured indicators of a report reached."""
    return mean(row["percent"] for row in indicators if row.get("percent") is not None)


def done(progress: Iterable[Mapping[str, Any]]) -> int | None:
    """The mean progress of the activities of a report."""
    return mean(row["percent"] for row in progress if row.get("percent") is not None)


def parts_of(
    *, average: Decimal, indicators: int | None, progress: int | None, late_findings: int, days_late: int
) -> tuple[Part, ...]:
    """Every part of the light. Percent from 0 to 100 or None; `days_late` of the report, 0 when it came in time."""
    scored = f"hijau mulai {_comma(GOOD_SCORE)}, kuning mulai {_comma(FAIR_SCORE)}, merah di bawahnya"
    shared = f"hijau mulai {GOOD_PERCENT}%, kuning mulai {FAIR_PERCENT}%, merah di bawahnya"
    found = [Part("Nilai evaluasi", f"{_comma(average)} dari 5", _by(average, GOOD_SCORE, FAIR_SCORE), scored)]
    for name, figure in (("Capaian indikator", indicators), ("Kemajuan kegiatan", progress)):
        if figure is not None:
            found.append(Part(name, f"{figure}%", _by(figure, GOOD_PERCENT, FAIR_PERCENT), shared))
    late = Light.GREEN if not late_findings else Light.RED if late_findings >= MANY_LATE else Light.YELLOW
    found.append(
        Part(
            "Temuan lewat tenggat",
            str(late_findings),
            late,
            f"hijau bila tidak ada, merah mulai {MANY_LATE}, selain itu kuning",
        )
    )
    told = "tepat waktu" if days_late <= 0 else f"terlambat {days_late} hari"
    found.append(
        Part(
            "Pelaporan",
            told,
            Light.YELLOW if days_late > 0 else Light.GREEN,
            "hijau bila tepat waktu, kuning bila terlambat",
        )
    )
    return tuple(found)


def worst(parts: Iterable[Part]) -> str:
    """The light of the whole: the worst of its parts."""
    lights = {part.light for part in parts}
    return next(str(light) for light in WORST if light in lights)


def _by(figure: Any, good: Any, fair: Any) -> str:
    return Light.GREEN if figure >= good else Light.YELLOW if figure >= fair else Light.RED


def _comma(figure: Decimal) -> str:
    return f"{figure.normalize():f}".replace(".", ",")
