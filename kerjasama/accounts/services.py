"""Give and take offices. Nothing is deleted: a period ends, or is annulled when it was a mistake."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts import permissions
from kerjasama.accounts.models import Delegation, Holding, OrgUnit, User
from kerjasama.accounts.offices import (
    NOT_DELEGABLE,
    SINGLE_SEAT,
    UNIT_BOUND,
    Capacity,
    Office,
)
from kerjasama.core.errors import BadInput

REFUSED = "Penugasan belum dapat disimpan. Perbaiki isian yang ditandai."


def assign(
    user: User,
    office: str,
    *,
    starts_on: date,
    ends_on: date | None = None,
    unit: OrgUnit | None = None,
    title: str = "",
    basis: str = "",
    by: User | None = None,
) -> Holding:
    """Let `user` hold `office` from `starts_on` to `ends_on` (inclusive; open when None).

    Raises BadInput when the period is wrong, a unit is missing or a single seat is taken.
    """
    _refuse_if(
        office=_office_problem(office, unit),
        user=_person_problem(user),
        ends_on=_period_problem(starts_on, ends_on),
    )
    holding = Holding(
        user=user,
        office=office,
        unit=unit,
        title=title,
        basis=basis,
        period=_period(starts_on, ends_on),
    )
    _store(holding, by=by, reason=basis)
    permissions.forget(user)
    return holding


def end_holding(
    holding: Holding, *, last_day: date, reason: str, by: User | None = None
) -> Holding:
    """Let a holding run out after `last_day`. Raises BadInput without a reason."""
    _shorten(holding, last_day=last_day, reason=reason, by=by)
    permissions.forget(holding.user)
    return holding


def delegate(
    office: str,
    person: User,
    capacity: str,
    *,
    starts_on: date,
    ends_on: date,
    basis: str,
    unit: OrgUnit | None = None,
    principal: User | None = None,
    title: str = "",
    by: User | None = None,
) -> Delegation:
    """Let `person` act in `office` as Plt., Plh. or Pj. from a day to a day, both inclusive.

    In a single seat the principal is found; elsewhere it must be named. Raises BadInput.
    """
    seat = _definitive_holding(office, unit, principal, starts_on)
    found = seat.user if seat else None
    _refuse_if(
        office=_delegation_problem(office, unit),
        capacity=_capacity_problem(capacity, found),
        principal=_principal_problem(office, person, principal, found),
        delegate=_person_problem(person),
        basis="" if basis.strip() else "Tulis nomor dan tanggal surat perintahnya.",
        ends_on=_period_problem(starts_on, ends_on, must_end=True),
    )
    delegation = Delegation(
        office=office,
        unit=unit,
        delegate=person,
        capacity=capacity,
        principal=found,
        title=title or (seat.shown_title if seat else ""),
        basis=basis.strip(),
        period=_period(starts_on, ends_on),
    )
    _store(delegation, by=by, reason=basis)
    permissions.forget(person)
    return delegation


def revoke(
    delegation: Delegation, *, last_day: date, reason: str, by: User | None = None
) -> Delegation:
    """Let a delegation run out after `last_day`. Raises BadInput without a reason."""
    _shorten(delegation, last_day=last_day, reason=reason, by=by)
    permissions.forget(delegation.delegate)
    return delegation


def annul(record: Holding | Delegation, *, reason: str, by: User | None = None) -> None:
    """Mark a record entered by mistake as never in force; the history keeps what it said."""
    _refuse_if(reason="" if reason.strip() else "Tulis alasan pembatalannya.")
    record.period = DateRange(empty=True)
    _store(record, by=by, reason=reason)


def _shorten(
    record: Holding | Delegation, *, last_day: date, reason: str, by: User | None
) -> None:
    starts_on, present = record.starts_on, record.ends_on
    problem = ""
    if record.is_annulled:
        problem = "Catatan ini sudah dibatalkan."
    elif last_day < starts_on:
        problem = "Hari terakhir tidak boleh sebelum hari pertama. Bila keliru dicatat, batalkan."
    elif present is not None and last_day > present:
        problem = "Masa berlaku hanya dapat diperpendek. Untuk memperpanjang, buat catatan baru."
    _refuse_if(ends_on=problem, reason="" if reason.strip() else "Tulis alasannya.")
    record.period = _period(starts_on, last_day)
    _store(record, by=by, reason=reason)


def _store(record: Holding | Delegation, *, by: User | None, reason: str) -> None:
    if by is not None:
        record._history_user = by
    record._change_reason = reason or None
    try:
        record.full_clean()
        with transaction.atomic():
            record.save()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    except IntegrityError as problem:
        # Two administrators at once: the constraint decides, the second hears why.
        raise BadInput(
            REFUSED, errors={"office": ["Jabatan ini baru saja diisi oleh catatan lain."]}
        ) from problem


def _definitive_holding(
    office: str, unit: OrgUnit | None, principal: User | None, on: date
) -> Holding | None:
    found = Holding.objects.filter(office=office, unit=unit, period__contains=on)
    if office not in SINGLE_SEAT:
        found = found.filter(user=principal)
    return found.select_related("user").first()


def _period(starts_on: date, ends_on: date | None) -> DateRange:
    return DateRange(starts_on, None if ends_on is None else ends_on + timedelta(days=1))


def _refuse_if(**problems: str) -> None:
    errors = {field: [problem] for field, problem in problems.items() if problem}
    if errors:
        raise BadInput(REFUSED, errors=errors)


def _office_problem(office: str, unit: OrgUnit | None) -> str:
    if office == Office.SYSTEM:
        return "Jabatan sistem tidak dapat dipangku orang."
    if office in UNIT_BOUND and unit is None:
        return "Pilih perangkat daerahnya."
    return ""


def _delegation_problem(office: str, unit: OrgUnit | None) -> str:
    if office in NOT_DELEGABLE:
        return f"{Office(office).label} tidak dapat ditugaskan sebagai Plt., Plh., atau Pj."
    return _office_problem(office, unit)


def _person_problem(user: User) -> str:
    if user.is_system or not user.is_active:
        return "Akun ini tidak aktif dan tidak dapat memangku jabatan."
    return ""


def _capacity_problem(capacity: str, principal: User | None) -> str:
    if capacity not in (Capacity.PLT, Capacity.PLH, Capacity.PJ):
        return "Pilih Plt., Plh., atau Pj."
    if capacity == Capacity.PLH and principal is None:
        return "Plh. memerlukan pejabat definitif yang berhalangan. Bila jabatan kosong, pilih Plt."
    return ""


def _principal_problem(
    office: str, person: User, named: User | None, found: User | None
) -> str:
    if named is not None and found != named:
        return "Orang ini tidak memangku jabatan itu pada hari pertama penugasan."
    if found == person:
        return "Pejabat definitif tidak dapat menggantikan dirinya sendiri."
    if office not in SINGLE_SEAT and named is None:
        return "Jabatan ini dipangku beberapa orang. Pilih siapa yang digantikan."
    return ""


def _period_problem(starts_on: date, ends_on: date | None, *, must_end: bool = False) -> str:
    if ends_on is None:
        return "Isi hari terakhir penugasan." if must_end else ""
    return "Hari terakhir tidak boleh sebelum hari pertama." if ends_on < starts_on else ""
