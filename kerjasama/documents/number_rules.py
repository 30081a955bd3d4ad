"""Per type of paper: is the number ours or the central agenda's, in which pattern, beginning where."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kerjasama.accounts.models import Government
from kerjasama.core import parameters, text
from kerjasama.core.errors import BadInput
from kerjasama.core.parameter_spec import number_pattern_is_known
from kerjasama.documents.models import IssuedNumber, NumberRule, NumberSeries

#: The types that papers of the house draw numbers for; a room that adds one is shown under its code until named here.
LABELS = {
    "SURAT": "Surat dinas",
    "BA": "Berita acara",
    "ND": "Nota dinas dan rekomendasi",
    "KB": "Kesepakatan bersama",
    "PKS": "Perjanjian kerja sama",
    "NK": "Nota kesepakatan sinergi",
    "ADD": "Adendum",
}
DIGITS = 3
#: What each slot of a pattern may hold in a number that was typed.
SLOTS = {
    "klasifikasi": r"[0-9A-Za-z.\-]+",
    "urut": r"\d{1,6}",
    "jenis": r"[0-9A-Za-z.\-]+",
    "unit": r"[0-9A-Za-z.\-]+",
    "bulan_romawi": "(?:" + "|".join(sorted(text.ROMAN_MONTHS, key=len, reverse=True)) + ")",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule in force for one type; `pattern` is never empty."""

    code: str
    label: str
    source: str
    pattern: str
    start_year: int | None = None
    start_number: int | None = None
    own_pattern: bool = False

    @property
    def is_external(self) -> bool:
        return self.source == NumberRule.Source.EXTERNAL

    def example(self, on: date) -> str:
        """The number this rule would give first on that day, as a person reads it."""
        first = self.start_number if self.start_number and self.start_year == on.year else 1
        return written(self.pattern, code=self.code, sequence=first, on=on)


def rule_of(code: str) -> Rule:
    """The rule for one type of paper; the pattern of the region where it has none of its own. One or two queries."""
    return _rule(code, NumberRule.objects.filter(code=code).first())


def rules() -> list[Rule]:
    """The rules of every known type, named ones first; two queries."""
    stored = {row.code: row for row in NumberRule.objects.all()}
    drawn = set(NumberSeries.objects.exclude(code="").values_list("code", flat=True))
    codes = [*LABELS, *sorted((drawn | set(stored)) - set(LABELS))]
    return [_rule(code, stored.get(code)) for code in codes]


def written(
    pattern: str, *, code: str, sequence: int, on: date, unit_code: str = "", classification: str | None = None
) -> str:
    """A number by its pattern; unit and classification are those of the government when not given."""
    government = Government.current() if classification is None or not unit_code else None
    return pattern.format(
        klasifikasi=classification if classification is not None else government.classification_code,
        urut=f"{sequence:0{DIGITS}d}",
        jenis=code,
        unit=unit_code or government.unit_code,
        bulan_romawi=text.roman_month(on.month),
        tahun=on.year,
    )


def pattern_problem(pattern: str, number: str, on: date) -> str:
    """The sentence against a typed number that does not follow the pattern in the year of `on`; empty when it does."""
    parts = re.split(r"\{([a-z_]+)\}", pattern)
    slots = SLOTS | {"tahun": str(on.year)}
    expected = "".join(slots[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))
    if re.fullmatch(expected, number):
        return ""
    return f"Nomor ini tidak mengikuti pola {pattern} untuk tahun {on.year}."


@transaction.atomic
def change(code: str, values: dict[str, Any], *, by: Any, reason: str) -> NumberRule:
    """Set the rule of a type. `values`: source, pattern ("" for the region's), start_year, start_number.

    Raises BadInput for an unusable pattern, a start that is half or too late, or no reason.
    """
    row = NumberRule.objects.select_for_update().filter(code=code).first() or NumberRule(code=code)
    before = (row.start_year, row.start_number)
    for name, value in values.items():
        setattr(row, name, value)
    if row.source == NumberRule.Source.EXTERNAL:
        row.start_year = row.start_number = None
    _refuse_if(
        pattern=_pattern_sentence(row.pattern),
        start_number=_start_problem(row) if before != (row.start_year, row.start_number) else "",
        reason="" if reason.strip() else "Tulis alasannya.",
    )
    row._history_user, row._change_reason = by, reason.strip()
    row.save()
    return row


def run_key(rule: Rule, unit_code: str) -> tuple[str, str]:
    """Code and unit of the run a rule draws from: what the pattern does not show is shared.

    Otherwise two papers would carry the same number.
    """
    return (rule.code if "{jenis}" in rule.pattern else ""), (unit_code if "{unit}" in rule.pattern else "")


def first_of(rule: Rule, year: int) -> int:
    """The first number of a run that begins in that year; types that share a run begin at the highest start."""
    sharing = [rule] if "{jenis}" in rule.pattern else [r for r in rules() if "{jenis}" not in r.pattern]
    starts = [r.start_number for r in sharing if r.start_year == year and r.start_number and not r.is_external]
    return max(starts, default=1)


def _rule(code: str, row: NumberRule | None) -> Rule:
    own = row.pattern if row else ""
    return Rule(
        code=code,
        label=LABELS.get(code, code),
        source=row.source if row else NumberRule.Source.OURS,
        pattern=own or str(parameters.value("number_pattern")),
        start_year=row.start_year if row else None,
        start_number=row.start_number if row else None,
        own_pattern=bool(own),
    )


def _pattern_sentence(pattern: str) -> str:
    if not pattern:
        return ""
    try:
        number_pattern_is_known(pattern)
    except ValidationError as problem:
        return " ".join(problem.messages)
    return ""


def _start_problem(row: NumberRule) -> str:
    if (row.start_year is None) != (row.start_number is None):
        return "Isi tahun dan nomor pertamanya, atau kosongkan keduanya."
    if row.start_year is None:
        return ""
    code, _ = run_key(_rule(row.code, row), "-")
    drawn = IssuedNumber.objects.filter(series__code=code, series__year=row.start_year)
    if drawn.exists():
        return f"Nomor tahun {row.start_year} sudah ada yang diambil; urutannya tidak dapat digeser lagi."
    return ""


def _refuse_if(**answers: str) -> None:
    errors = {field: [problem] for field, problem in answers.items() if problem}
    if errors:
        raise BadInput("Aturan nomor belum dapat disimpan. Perbaiki isian yang ditandai.", errors=errors)
