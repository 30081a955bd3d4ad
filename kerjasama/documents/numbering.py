"""Numbers of our papers: drawn without a gap, or typed from the central agenda and kept once."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction

from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents import number_rules
from kerjasama.documents.models import IssuedNumber, NumberSeries
from kerjasama.documents.number_rules import Rule


@transaction.atomic
def draw(series: str, *, on: date, unit_code: str, classification: str | None = None) -> IssuedNumber:
    """The next number of a series in the year of `on`, without a gap, in the caller's transaction.

    A pattern that does not show {jenis} or {unit} lets all types or units share one run, or two
    papers would carry the same number. `classification` is that of the government when not given.
    Raises NotYet when the number was already typed from the central agenda.
    """
    rule = number_rules.rule_of(series)
    run = _locked_series(rule, unit_code, on.year)
    run.last += 1
    number = number_rules.written(
        rule.pattern, code=series, sequence=run.last, on=on, unit_code=unit_code, classification=classification
    )
    try:
        with transaction.atomic():
            issued = IssuedNumber.objects.create(series=run, sequence=run.last, text=number)
    except IntegrityError as twice:
        raise NotYet(
            f"Nomor {number} sudah dipakai.",
            detail="Minta administrator memeriksa pola nomor dan nomor yang pernah diketik, lalu ulangi.",
        ) from twice
    run.save(update_fields=["last"])
    return issued


def obtain(
    series: str, *, on: date, unit_code: str, typed: str = "", classification: str | None = None
) -> IssuedNumber:
    """The number of a paper, however its type gets it: drawn when it is ours, else `typed` from the central agenda.

    Raises BadInput at the field `agenda_<type>` when the agenda's number is missing, does not follow the pattern
    or was used before; NotYet as `draw` does.
    """
    rule = number_rules.rule_of(series)
    if not rule.is_external:
        return draw(series, on=on, unit_code=unit_code, classification=classification)
    return take_external(rule, " ".join(typed.split()), on=on)


@transaction.atomic
def take_external(rule: Rule, number: str, *, on: date) -> IssuedNumber:
    """Keep a number that the central agenda gave: once, and only in its pattern. Raises BadInput."""
    if not number:
        raise _refused(rule, f"Isi nomor {rule.label.lower()} dari agenda pusat.")
    problem = number_rules.pattern_problem(rule.pattern, number, on)
    if problem:
        raise _refused(rule, problem)
    try:
        with transaction.atomic():
            return IssuedNumber.objects.create(text=number)
    except IntegrityError as twice:
        raise _refused(rule, f"Nomor {number} sudah pernah dipakai. Periksa buku agenda.") from twice


def field_of(code: str, place: int = 1) -> str:
    """Name of the form field in which the central agenda's number of the nth paper of a type is typed."""
    return f"agenda_{code.lower()}" if place == 1 else f"agenda_{code.lower()}_{place}"


def next_typed(numbers: Mapping[str, list[str]] | None, code: str) -> str:
    """The next number of a type that was typed for an act; each is taken once. Empty when none is left."""
    left = (numbers or {}).get(code)
    return left.pop(0) if left else ""


@transaction.atomic
def keep_typed(number: str, *, same: tuple[int, int]) -> IssuedNumber:
    """A number given by the central agenda, or drawn before for a paper of the same case.

    `same` is (content type id, object id) of the subject. Raises BadInput when the number was
    cancelled or belongs to another case: a number is used once.
    """
    issued = IssuedNumber.objects.select_for_update(of=("self",)).filter(text=number).order_by("pk").first()
    if issued is None:
        return IssuedNumber.objects.create(text=number)
    if issued.state == IssuedNumber.State.CANCELLED:
        raise _taken(f"Nomor {number} sudah dibatalkan dan tidak dipakai lagi.")
    others = issued.documents.exclude(subject_type_id=same[0], object_id=same[1])
    if others.exists():
        raise _taken(f"Nomor {number} sudah dipakai pada berkas lain.")
    return issued


@transaction.atomic
def cancel(issued: IssuedNumber, *, reason: str, by: object) -> None:
    """Mark a number as cancelled. It stays in the register and is never given out again."""
    held = IssuedNumber.objects.select_for_update().get(pk=issued.pk)
    held.state, held.reason = IssuedNumber.State.CANCELLED, reason
    held._history_user, held._change_reason = by, reason
    held.save(update_fields=["state", "reason"])


def _locked_series(rule: Rule, unit_code: str, year: int) -> NumberSeries:
    code, unit = number_rules.run_key(rule, unit_code)
    key = {"code": code, "unit_code": unit, "year": year}
    held = NumberSeries.objects.select_for_update().filter(**key).first()
    if held is None:
        # A run that changes over in mid-year goes on after the last number of the old book.
        fresh = NumberSeries(**key, last=number_rules.first_of(rule, year) - 1)
        NumberSeries.objects.bulk_create([fresh], ignore_conflicts=True)
        held = NumberSeries.objects.select_for_update().get(**key)
    return held


def _refused(rule: Rule, sentence: str) -> BadInput:
    return BadInput(sentence, errors={field_of(rule.code): [sentence]})


def _taken(sentence: str) -> BadInput:
    return BadInput(sentence, errors={"number": [f"{sentence} Periksa buku agenda, lalu ketik nomor lain."]})
