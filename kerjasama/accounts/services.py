"""Give and take offices. Nothing is deleted: a period ends, or is annulled when it was a mistake."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts import permissions, problems
from kerjasama.accounts.models import Delegation, Holding, OrgUnit, User
from kerjasama.accounts.offices import ADMIN_SITE_OFFICES, SINGLE_SEAT
from kerjasama.core.errors import BadInput

REFUSED = "Penugasan belum dapat disimpan. Perbaiki isian yang ditandai."


def choose_mail(user: User, mode: str) -> None:
    """Let a person choose how the news reach him by e-mail; kept in the history of the account."""
    user.mail_mode = mode
    user._change_reason = "Pilihan surel pemberitahuan"
    user.save(update_fields=["mail_mode"])


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
    holding = build_holding(user, office, starts_on=starts_on, ends_on=ends_on, unit=unit, title=title, basis=basis)
    store(holding, by=by, reason=basis)
    return holding


def build_holding(
    user: User,
    office: str,
    *,
    starts_on: date,
    ends_on: date | None = None,
    unit: OrgUnit | None = None,
    title: str = "",
    basis: str = "",
) -> Holding:
    """A checked holding that is not stored yet. Raises BadInput as `assign` does."""
    _refuse_if(
        office=problems.office_problem(office, unit),
        user=problems.person_problem(user),
        ends_on=problems.period_problem(starts_on, ends_on),
    )
    holding = Holding(
        user=user,
        office=office,
        unit=unit,
        title=title,
        basis=basis,
        period=_period(starts_on, ends_on),
    )
    _check(holding)
    return holding


def end(record: Holding | Delegation, *, last_day: date, reason: str, by: User | None = None) -> Holding | Delegation:
    """Let a holding or a delegation run out after `last_day`. Raises BadInput without a reason."""
    check_shortening(record, last_day=last_day, reason=reason)
    record.period = _period(record.starts_on, last_day)
    store(record, by=by, reason=reason)
    return record


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
    delegation = build_delegation(
        office,
        person,
        capacity,
        starts_on=starts_on,
        ends_on=ends_on,
        basis=basis,
        unit=unit,
        principal=principal,
        title=title,
    )
    store(delegation, by=by, reason=basis)
    return delegation


def build_delegation(
    office: str,
    person: User,
    capacity: str,
    *,
    starts_on: date,
    ends_on: date | None,
    basis: str,
    unit: OrgUnit | None = None,
    principal: User | None = None,
    title: str = "",
) -> Delegation:
    """A checked delegation that is not stored yet. Raises BadInput as `delegate` does."""
    seat = _definitive_holding(office, unit, principal, starts_on)
    found = seat.user if seat else None
    _refuse_if(
        office=problems.delegation_problem(office, unit),
        capacity=problems.capacity_problem(capacity, found),
        principal=problems.principal_problem(office, person, principal, found),
        delegate=problems.person_problem(person),
        basis="" if basis.strip() else "Tulis nomor dan tanggal surat perintahnya.",
        ends_on=problems.period_problem(starts_on, ends_on, must_end=True),
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
    _check(delegation)
    return delegation


def annul(record: Holding | Delegation, *, reason: str, by: User | None = None) -> None:
    """Mark a record entered by mistake as never in force; the history keeps what it said."""
    _refuse_if(reason="" if reason.strip() else "Tulis alasan pembatalannya.")
    record.period = DateRange(empty=True)
    store(record, by=by, reason=reason)


def check_shortening(record: Holding | Delegation, *, last_day: date, reason: str) -> None:
    """Raise BadInput when this record cannot run out after `last_day`."""
    _refuse_if(
        ends_on=problems.shortening_problem(record, last_day),
        reason="" if reason.strip() else "Tulis alasannya.",
    )


def store(record: Holding | Delegation, *, by: User | None = None, reason: str = "") -> None:
    """Save a checked record with who and why in its history. Raises BadInput when it came too late."""
    if by is not None:
        record._history_user = by
    record._change_reason = reason or None
    person = record.user if isinstance(record, Holding) else record.delegate
    try:
        with transaction.atomic():
            record.save()
            _open_admin(person, record.office)
    except IntegrityError as problem:
        # Two administrators at once: the constraint decides, the second hears why.
        raise BadInput(REFUSED, errors={"office": ["Jabatan ini baru saja diisi oleh catatan lain."]}) from problem
    permissions.forget(person)


def _check(record: Holding | Delegation) -> None:
    try:
        record.full_clean()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem


def _open_admin(person: User, office: str) -> None:
    # The admin site lets in staff only; what they see there follows from their offices.
    if office in ADMIN_SITE_OFFICES and not person.is_staff:
        person.is_staff = True
        person.save(update_fields=["is_staff"])


def _definitive_holding(office: str, unit: OrgUnit | None, principal: User | None, on: date) -> Holding | None:
    found = Holding.objects.filter(office=office, unit=unit, period__contains=on)
    if office not in SINGLE_SEAT:
        found = found.filter(user=principal)
    return found.select_related("user").first()


def _period(starts_on: date, ends_on: date | None) -> DateRange:
    return DateRange(starts_on, None if ends_on is None else ends_on + timedelta(days=1))


def _refuse_if(**answers: str) -> None:
    errors = {field: [problem] for field, problem in answers.items() if problem}
    if errors:
        raise BadInput(REFUSED, errors=errors)
