"""The one door: every act on a subject goes through `perform`, and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat, seat_for
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale
from kerjasama.core.text import date_long
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.guards import Lack
from kerjasama.workflow.models import StagedModel, StageEvent
from kerjasama.workflow.routes import DayKind, Deadline

LOOK_AGAIN = "Buka kembali halaman usulan untuk melihat tahap dan tindakan yang tersedia."
Subject = TypeVar("Subject", bound=StagedModel)


@dataclass
class Act:
    """An act on its way through the door: who, in which seat, when, why, with which facts.

    `data` is what the person gave; `record` is what the ledger keeps (JSON only).
    """

    name: str
    by: User
    seat: Seat
    reason: str
    occurred_on: date
    at: datetime
    data: dict[str, Any]
    record: dict[str, Any] = field(default_factory=dict)


Record = Callable[[Any, Act], None]
Notice = Callable[[Any, StageEvent], None]


NumberType = str | Callable[[Any], str]


def one_paper(subject: Any) -> int:
    """Most records make one paper of a type."""
    return 1


def numbered(*types: NumberType, papers: Callable[[Any], int] = one_paper) -> Callable[[Record], Record]:
    """Mark a record whose papers take numbers of these types (or of a type asked of the subject).

    The form of its act then asks for the numbers that the region's central agenda gives; `papers` says how
    many of each type the record makes for a subject.
    """

    def mark(record: Record) -> Record:
        record.number_types = tuple((kind, papers) for kind in types)  # type: ignore[attr-defined]
        return record

    return mark


@dataclass(frozen=True)
class Effects:
    """What follows an act, as tables: records before the ledger row, notices after the save.

    Both run inside the transaction of the act; anything slow is enqueued there as a task.
    """

    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    notices: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)
    always: tuple[Notice, ...] = ()

    def number_types(self, act: str, subject: Any) -> dict[str, int]:
        """The types of number that the papers of an act take, with how many of each."""
        wanted: dict[str, int] = {}
        for record in self.records.get(act, ()):
            for kind, papers in getattr(record, "number_types", ()):
                code = kind if isinstance(kind, str) else kind(subject)
                wanted[code] = wanted.get(code, 0) + papers(subject)
        return wanted


NO_EFFECTS = Effects()


@dataclass(frozen=True, slots=True)
class Offer:
    """An act a person may do now, or could do when what it lacks is there."""

    arrow: Arrow
    seat: Seat
    lacks: tuple[Lack, ...]

    @property
    def ready(self) -> bool:
        return not self.lacks


def seat_for_act(subject: StagedModel, arrow: Arrow, user: User) -> Seat | None:
    """The seat in which a person may do an act on a subject, whatever its stage; None when it is not theirs.

    Who holds two of the offices in charge acts in the one whose turn it is.
    """
    offices = sorted(arrow.in_charge(subject.route), key=lambda office: office != subject.turn_office)
    for office in offices:
        for unit in (subject.unit_in_charge(office), *subject.further_units(office, arrow.act)):
            seat = seat_for(user, (office,), unit)
            if seat:
                return seat
    return None


def lacks_of(subject: StagedModel, arrow: Arrow, seat: Seat | None) -> tuple[Lack, ...]:
    """Everything that still stands against an act, in the order of its guards."""
    return tuple(lack for guard in arrow.guards for lack in guard.lacks(subject, seat))


def offers(subject: StagedModel, user: User) -> list[Offer]:
    """The acts to show a person on a subject: theirs, from where it stands, with what is lacking."""
    shown = []
    for arrow in type(subject).arrows():
        if arrow.quiet or not arrow.ends(subject.route, subject.stage):
            continue
        seat = seat_for_act(subject, arrow, user)
        if seat and not any(g.hides and g.lacks(subject, seat) for g in arrow.guards):
            shown.append(Offer(arrow, seat, lacks_of(subject, arrow, seat)))
    return shown


def check(subject: StagedModel, arrow: Arrow, user: User) -> Seat:
    """The seat for an act that may be done now.

    Raises NotYours (403) when it is another office's act, NotYet (409) when it is not possible from here.
    """
    seat = seat_for_act(subject, arrow, user)
    if seat is None:
        offices = ", ".join(Office(o).label for o in arrow.in_charge(subject.route)) or "tidak ada pejabat"
        raise NotYours(f"“{arrow.label}” adalah tindakan {offices}. Anda tidak memegang jabatan itu pada hari ini.")
    if not arrow.ends(subject.route, subject.stage):
        advice = getattr(subject.route.place(subject.stage), "advice", "") or LOOK_AGAIN
        raise NotYet(f"“{arrow.label}” tidak dapat dilakukan pada tahap {subject.stage_label()}. {advice}")
    lacks = lacks_of(subject, arrow, seat)
    if lacks:
        sentences = [f"{lack.sentence} ({lack.basis})" if lack.basis else lack.sentence for lack in lacks]
        raise NotYet(f"“{arrow.label}” belum dapat dilakukan.", detail="\n".join(sentences))
    return seat


@transaction.atomic
def perform(
    subject: Subject,
    act: str,
    *,
    by: User,
    effects: Effects,
    reason: str = "",
    occurred_on: date | None = None,
    expect: int | None = None,
    **data: Any,
) -> StageEvent:
    """Do an act: lock, check, move, record, save, tell - in one transaction.

    `expect` is the act count the person saw; a different one now raises Stale (409). `occurred_on` may be
    earlier than today, never later, and not before its stage began unless the act `predates` it.
    Raises NotYours, NotYet, Stale or BadInput; then nothing has happened.
    """
    held = type(subject)._default_manager.select_for_update(of=("self",)).get(pk=subject.pk)
    arrow = type(held).arrow(act)
    if expect is not None and expect != held.act_count:
        raise Stale(
            "Keadaan sudah berubah sejak Anda membuka halaman ini. Tidak ada yang disimpan. "
            "Muat ulang halaman, periksa perubahannya, lalu ulangi bila masih perlu."
        )
    seat = check(held, arrow, by)
    step = _open_act(held, arrow, by, seat, reason, occurred_on, data)
    source = held.stage
    getattr(held, act)(step)
    _refuse_unknown_end(held, arrow, source)
    if held.stage != source:
        enter_stage(held, step.occurred_on)
    for record in effects.records.get(act, ()):
        record(held, step)
    held.turn_office = held.turn(held.stage)
    held.turn_unit_id = held.unit_in_charge(held.turn_office) if held.turn_office else None
    held.act_count += 1
    event = _write_event(held, arrow.label, source, step)
    held._history_user = by
    held._change_reason = arrow.label
    held.save()
    for notice in (*effects.notices.get(act, ()), *effects.always):
        notice(held, event)
    _carry_back(held, subject)
    return event


@transaction.atomic
def begin(
    subject: Subject,
    *,
    by: User,
    seat: Seat,
    route_key: str,
    label: str,
    effects: Effects = NO_EFFECTS,
    due_on: date | None = None,
) -> StageEvent:
    """Open a new subject at the first stage of the newest version of its route, with its first ledger row.

    `due_on` is given where a schedule and not the route sets the first deadline.
    """
    today = clock.today()
    route = type(subject).ROUTES.newest(route_key, today)
    subject.route_key, subject.route_version = route.key, route.version
    place_at(subject, route.first)
    enter_stage(subject, today)
    subject.due_on = due_on or subject.due_on
    subject.turn_office = subject.turn(subject.stage)
    subject.turn_unit_id = subject.unit_in_charge(subject.turn_office)
    subject.act_count = 1
    subject._history_user = by
    subject._change_reason = label
    subject.save()
    step = Act("begin", by, seat, "", today, clock.now(), {})
    event = _write_event(subject, label, "", step)
    for notice in (*effects.notices.get("begin", ()), *effects.always):
        notice(subject, event)
    return event


def place_at(subject: StagedModel, stage: str) -> None:
    """Put an unsaved subject at a stage; a saved one moves by its acts only."""
    if subject.pk is not None:
        raise NotYet("Tahap hanya berubah melalui tindakan yang tercatat.")
    subject.__dict__["stage"] = str(stage)


def enter_stage(subject: StagedModel, on: date) -> None:
    """Freeze when a stage began and until when it may last."""
    subject.stage_since = on
    place = subject.route.place(subject.stage)
    deadline = getattr(place, "deadline", None)
    starts_now = deadline is not None and not deadline.starts_on_receipt
    subject.due_on = due_date(deadline, on) if starts_now else None


def due_date(deadline: Deadline, start: date) -> date:
    """The last day of a deadline that starts on a date; the day after is day 1 (hari kerja or kalender)."""
    days = deadline.fixed or int(parameters.value(deadline.parameter))
    if deadline.kind is DayKind.CALENDAR:
        return start + timedelta(days=days)
    return WorkCalendar.load().add(start, days)


def _open_act(
    subject: StagedModel,
    arrow: Arrow,
    by: User,
    seat: Seat,
    reason: str,
    occurred_on: date | None,
    data: dict[str, Any],
) -> Act:
    today = clock.today()
    if arrow.asks_reason and not reason.strip():
        raise BadInput("Alasan wajib diisi.", errors={"reason": ["Tulis alasannya agar semua pihak memahaminya."]})
    if occurred_on and occurred_on > today:
        raise BadInput(
            "Tanggal kejadian salah.", errors={"occurred_on": ["Tanggal kejadian tidak boleh sesudah hari ini."]}
        )
    if occurred_on and occurred_on < subject.stage_since and not arrow.predates:
        began = f"Tahap {subject.stage_label()} dimulai pada {date_long(subject.stage_since)}."
        raise BadInput(
            "Tanggal kejadian salah.",
            errors={"occurred_on": [f"{began} Tanggal kejadian tidak boleh mendahuluinya."]},
        )
    return Act(arrow.act, by, seat, reason.strip(), occurred_on or today, clock.now(), data)


def _refuse_unknown_end(subject: StagedModel, arrow: Arrow, source: str) -> None:
    if subject.stage not in arrow.ends(subject.route, source):
        raise NotYet(f"“{arrow.label}” tidak mengarah ke tahap {subject.stage_label()} pada rute ini.")


def _write_event(subject: StagedModel, label: str, source: str, act: Act) -> StageEvent:
    return StageEvent.objects.create(
        subject_type=ContentType.objects.get_for_model(type(subject)),
        object_id=subject.pk,
        seq=subject.act_count,
        act=act.name,
        label=label,
        source=source,
        target=subject.stage,
        actor=act.by,
        office=act.seat.office,
        seat_title=act.seat.title,
        capacity=act.seat.capacity,
        principal_name=act.seat.principal_name or "",
        occurred_on=act.occurred_on,
        recorded_at=act.at,
        reason=act.reason,
        data=act.record,
    )


def _carry_back(held: StagedModel, given: StagedModel) -> None:
    """Let the caller's own copy show what has happened."""
    if given is not held:
        given.refresh_from_db()
