"""Numbers of our papers: drawn without a gap, or typed from the central agenda and kept once."""

from datetime import date

from django.db import IntegrityError, transaction

from kerjasama.accounts.models import Government
from kerjasama.core import parameters, text
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents.models import IssuedNumber, NumberSeries

DIGITS = 3


@transaction.atomic
def draw(series: str, *, on: date, unit_code: str, classification: str | None = None) -> IssuedNumber:
    """The next number of a series in the year of `on`, without a gap, in the caller's transaction.

    A pattern that does not show {jenis} or {unit} lets all types or units share one run, or two
    papers would carry the same number. `classification` is that of the government when not given.
    Raises NotYet when the number was already typed from the central agenda.
    """
    pattern = str(parameters.value("number_pattern"))
    run = _locked_series(series if "{jenis}" in pattern else "", unit_code if "{unit}" in pattern else "", on.year)
    run.last += 1
    number = pattern.format(
        klasifikasi=Government.current().classification_code if classification is None else classification,
        urut=f"{run.last:0{DIGITS}d}",
        jenis=series,
        unit=unit_code,
        bulan_romawi=text.roman_month(on.month),
        tahun=on.year,
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


def _locked_series(code: str, unit_code: str, year: int) -> NumberSeries:
    key = {"code": code, "unit_code": unit_code, "year": year}
    NumberSeries.objects.bulk_create([NumberSeries(**key)], ignore_conflicts=True)
    return NumberSeries.objects.select_for_update().get(**key)


def _taken(sentence: str) -> BadInput:
    return BadInput(sentence, errors={"number": [f"{sentence} Periksa buku agenda, lalu ketik nomor lain."]})
