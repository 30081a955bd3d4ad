"""The traffic light of a cooperation: each part with its own light and rule, and the whole is the worst of them.

Pure; what is not known is left out and never counts as good or bad.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from monitoring.pace import whole
from monitoring.stages import Light

GOOD_SCORE, FAIR_SCORE = Decimal("3.5"), Decimal("2.5")
GOOD_PERCENT, FAIR_PERCENT = 80, 50
MANY_LATE = 3
#: Against what indicators and activities are held, in words.
BY_INDICATORS = "rata-rata capaian terhadap yang seharusnya pada akhir periode, menurut garis lurus dari nilai awal ke target setiap tahun dan target akhir"
BY_ACTIVITIES = "kemajuan semua kegiatan terhadap yang seharusnya pada akhir periode, menurut bulan-bulan rencananya"
WORST = (Light.RED, Light.YELLOW, Light.GREEN)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the light is taken from: its name, what it came to, its light, the rule in words, and the figures behind it line by line."""

    name: str
    shown: str
    light: str
    rule: str
    lines: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {name: str(value) for name, value in asdict(self).items() if name != "lines"} | {
            "lines": list(self.lines)
        }


@dataclass(frozen=True, slots=True)
class Measured:
    """What the indicators or the activities of a report reached of what they should have by the end of its period."""

    percent: int | None
    shown: str = ""
    lines: tuple[str, ...] = ()


def mean(figures: Iterable[int]) -> int | None:
    """The mean in whole percent; None of nothing."""
    held = list(figures)
    return whole(Decimal(sum(held)) / len(held)) if held else None


def reached(indicators: Iterable[Mapping[str, Any]]) -> Measured:
    """The mean of what the measured indicators of a report reached, each of what it should have."""
    rows = [row for row in indicators if "percent" in row]
    share = mean(row["percent"] for row in rows if row.get("percent") is not None)
    return Measured(share, f"{share}% dari yang seharusnya", tuple(_of_indicator(row) for row in rows))


def done(progress: Iterable[Mapping[str, Any]]) -> Measured:
    """The progress of the activities of a report against what should be done by the end of its period.

    One that is ahead does not make up for one that lags; one that is not to have begun yet is left out.
    """
    rows = list(progress)
    told = [(row["percent"], _due(row)) for row in rows if row.get("percent") is not None and _due(row)]
    lines = tuple(_of_activity(row) for row in rows)
    if not told:
        return Measured(None, lines=lines)
    came, due = mean(min(pair) for pair in told) or 0, mean(due for _, due in told) or 0
    share = whole(Decimal(100 * sum(min(pair) for pair in told)) / sum(due for _, due in told))
    return Measured(share, f"{share}% dari yang seharusnya ({came}% dari {due}%)", lines)


def _due(row: Mapping[str, Any]) -> int:
    # A report that was sent before anything was asked of its period is judged as it was then: by the year.
    return int(row.get("expected", 100))


def _of_indicator(row: Mapping[str, Any]) -> str:
    if row.get("percent") is None:
        return f"{row['name']}: tidak dinilai, {row.get('why') or 'capaiannya belum diisi'}"
    of = row.get("expected") or row.get("target", "")
    return f"{row['name']}: {row.get('realised', '')} dari {of} yang seharusnya, {row['percent']}%"


def _of_activity(row: Mapping[str, Any]) -> str:
    if row.get("percent") is None:
        return f"{row['text']}: tidak dinilai, kemajuannya belum diisi"
    due = _due(row)
    return (
        f"{row['text']}: {row['percent']}%, belum waktunya dinilai"
        if not due
        else f"{row['text']}: {row['percent']}% dari {due}% yang seharusnya"
    )


def parts_of(
    *, average: Decimal, indicators: Measured, progress: Measured, late_findings: int, days_late: int
) -> tuple[Part, ...]:
    """Every part of the light; `days_late` of the report, 0 when it came in time."""
    scored = f"hijau mulai {_comma(GOOD_SCORE)}, kuning mulai {_comma(FAIR_SCORE)}, merah di bawahnya"
    shared = f"hijau mulai {GOOD_PERCENT}%, kuning mulai {FAIR_PERCENT}%, merah di bawahnya"
    measured = (
        ("Capaian indikator", indicators, f"{BY_INDICATORS}; {shared}"), ("Kemajuan kegiatan", progress, f"{BY_ACTIVITIES}; {shared}"),
    )  # fmt: skip
    found = [Part("Nilai evaluasi", f"{_comma(average)} dari 5", _by(average, GOOD_SCORE, FAIR_SCORE), scored)]
    for name, held, rule in measured:
        if held.percent is not None:
            found.append(Part(name, held.shown, _by(held.percent, GOOD_PERCENT, FAIR_PERCENT), rule, held.lines))
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
