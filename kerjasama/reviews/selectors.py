"""What has been asked and answered about a subject, in a bounded number of queries."""

from collections.abc import Iterable
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.reviews.models import (
    AgendaItem,
    Attendance,
    Clearance,
    ClearanceNote,
    Condition,
    Exchange,
    Meeting,
    Member,
    Opinion,
    Recusal,
    Substitute,
    Team,
    about,
)
from kerjasama.reviews.models.clearance import OPEN, RUNNING, Authority, ClearanceStatus
from kerjasama.reviews.models.tkksd import RANK

ITEM_RELATIONS = ("meeting__team", "meeting__called_by", "concluded_by")


def team_on(day: date) -> Team | None:
    """The team in force on a date, or None."""
    return Team.objects.filter(period__contains=day).first()


def sitting(team: Team, day: date) -> list[Member]:
    """Who sits in a team on a date, by rank, then by the order of the decree."""
    members = Member.objects.filter(_in_force(day), team=team).select_related("user", "unit")
    return sorted(members, key=lambda member: (RANK[member.seat], member.pk))


def membership(user: User, on: date | None = None) -> Member | None:
    """The seat a person fills in the team in force on a date (today when not given), or None.

    A substitute fills the seat of the member he stands in for; that member does not, while it lasts.
    """
    if not getattr(user, "is_active", False) or user.pk is None:
        return None
    day = on or clock.today()
    sitting = Member.objects.filter(_in_force(day), team__period__contains=day).select_related("team", "unit", "user")
    replaced = Substitute.objects.filter(period__contains=day)
    own = sitting.filter(user=user).exclude(pk__in=replaced.values("member")).first()
    return own or sitting.filter(pk__in=replaced.filter(user=user).values("member")).first()


def seats_of(user: User) -> models.QuerySet[Member]:
    """Every seat whose invitations and opinions are this person's: his own, then and now, and one he fills today."""
    filled = Substitute.objects.filter(user=user, period__contains=clock.today()).values("member")
    return Member.objects.filter(Q(user=user) | Q(pk__in=filled))


def substitute_of(member: Member, on: date | None = None) -> Substitute | None:
    """Who fills the seat of a member on a date (today when not given), or None when he does so himself."""
    return member.substitutes.filter(period__contains=on or clock.today()).select_related("user").first()


def recused(subject: models.Model) -> dict[int, Recusal]:
    """Who stands aside from a subject now, by member, with the record that says so; one query."""
    newest = Recusal.objects.filter(**about(subject)).order_by("member_id", "-given_at", "-pk").distinct("member_id")
    return {row.member_id: row for row in newest.select_related("member__user") if row.stands_aside}


def current_item(subject: models.Model) -> AgendaItem | None:
    """The newest agenda item of a subject, concluded or not, with its meeting."""
    return _items(subject).select_related(*ITEM_RELATIONS).first()


def current_items(kind: type[models.Model], pks: Iterable[int]) -> dict[int, AgendaItem]:
    """The newest agenda item of each of many subjects of one kind, by their keys; one query for a list page.

    Each carries `conditions_open`, how many of its conditions are not ticked off yet.
    """
    found = AgendaItem.objects.filter(subject_type=ContentType.objects.get_for_model(kind), object_id__in=list(pks))
    newest = found.order_by("object_id", "-pk").distinct("object_id").values("pk")
    unsettled = models.Count("conditions", filter=Q(conditions__settled_on__isnull=True))
    return {
        item.object_id: item for item in AgendaItem.objects.filter(pk__in=newest).annotate(conditions_open=unsettled)
    }


def concluded_item(subject: models.Model) -> AgendaItem | None:
    """The newest concluded agenda item of a subject, or None."""
    return _items(subject).exclude(conclusion="").select_related(*ITEM_RELATIONS).first()


def latest_conclusion(subject: models.Model) -> str:
    """What the team concluded last about a subject (a code of Conclusion), "" while it has not."""
    return _items(subject).exclude(conclusion="").values_list("conclusion", flat=True).first() or ""


def members_of(item: AgendaItem) -> list[Member]:
    """Everyone invited to the meeting of an agenda item, by rank."""
    return invited(item.meeting)


def invited(meeting: Meeting) -> list[Member]:
    """Everyone invited to a meeting, by rank."""
    found = Member.objects.filter(attendances__meeting=meeting).select_related("user", "unit")
    return sorted(found, key=lambda member: (RANK[member.seat], member.pk))


def attendances(item: AgendaItem) -> list[Attendance]:
    """The list of attendance of the meeting of an agenda item, by rank."""
    return attendance_of(item.meeting)


def attendance_of(meeting: Meeting) -> list[Attendance]:
    """The list of attendance of a meeting, by rank."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("member__user", "member__unit")
    return sorted(rows, key=lambda row: (RANK[row.member.seat], row.member_id))


def items(subject: models.Model) -> list[AgendaItem]:
    """All agenda items of a subject, newest first: every time the team was called."""
    return list(_items(subject).select_related(*ITEM_RELATIONS))


def open_conditions(subject: models.Model) -> list[Condition]:
    """Conditions of the newest conclusion that are not ticked off yet, in their order."""
    item = _items(subject).exclude(conclusion="").values("pk")[:1]
    found = Condition.objects.filter(item_id=models.Subquery(item), settled_on__isnull=True)
    return list(found.select_related("owner_unit").order_by("pk"))


def opinions(subject: models.Model) -> list[Opinion]:
    """The newest opinion of each member about a subject, by rank, without those who stand aside; two queries."""
    newest = Opinion.objects.filter(**about(subject)).order_by("member_id", "-given_at", "-pk")
    stood = Recusal.objects.filter(**about(subject), member=OuterRef("member")).order_by("-given_at", "-pk")
    found = newest.annotate(aside=models.Subquery(stood.values("stands_aside")[:1])).distinct("member_id")
    joined = found.select_related("member__user", "member__unit", "spoken_by").prefetch_related("conditions")
    counted = [opinion for opinion in joined if not opinion.aside]
    return sorted(counted, key=lambda opinion: (RANK[opinion.member.seat], opinion.member_id))


def awaiting_opinion(user: User) -> list[AgendaItem]:
    """Open agenda items on which this member has not given an opinion, soonest meeting first.

    Two queries, and one for each kind of subject among them.
    """
    member = membership(user)
    if member is None:
        return []
    given = Opinion.objects.filter(
        member=member, subject_type=OuterRef("subject_type"), object_id=OuterRef("object_id")
    )
    found = AgendaItem.objects.filter(
        ~Exists(given), conclusion="", called_off_on__isnull=True, meeting__attendances__member=member
    )
    ordered = found.select_related("meeting").order_by("meeting__held_on", "meeting__held_at", "pk")
    return list(ordered.prefetch_related("subject"))


def current_clearance(subject: models.Model, authority: str = Authority.DPRD) -> Clearance | None:
    """The newest request to an authority about a subject, or None."""
    return clearances(subject, authority).first()


def clearances(subject: models.Model, authority: str = Authority.DPRD) -> models.QuerySet[Clearance]:
    """All requests to an authority about a subject, newest first."""
    return Clearance.objects.filter(**about(subject), authority=authority).order_by("-number_in_row")


def open_notes(subject: models.Model, authority: str = Authority.DPRD) -> list[ClearanceNote]:
    """Notes of the newest request that nobody has followed up, in their order; none once it was revoked."""
    newest = clearances(subject, authority).values("pk")[:1]
    found = ClearanceNote.objects.filter(clearance_id=models.Subquery(newest), followed_up_on__isnull=True)
    return list(found.exclude(clearance__status=ClearanceStatus.REVOKED).order_by("pk"))


def past_due(day: date, authority: str = Authority.DPRD) -> list[Clearance]:
    """Requests without an answer whose last day lies before a date and which are not marked yet."""
    found = Clearance.objects.filter(authority=authority, status__in=sorted(RUNNING), due_on__lt=day)
    return list(found.order_by("due_on", "pk").prefetch_related("subject"))


def current_clearances(
    kind: type[models.Model], pks: Iterable[int], authority: str = Authority.DPRD
) -> dict[int, Clearance]:
    """The newest request for each of many subjects of one kind, by their keys; one query for a list page."""
    found = Clearance.objects.filter(
        subject_type=ContentType.objects.get_for_model(kind), object_id__in=list(pks), authority=authority
    )
    newest = found.order_by("object_id", "-number_in_row").distinct("object_id")
    return {clearance.object_id: clearance for clearance in newest}


def answered(
    kind: type[models.Model], pks: Iterable[int] | models.QuerySet, authority: str = Authority.DPRD
) -> models.QuerySet[Clearance]:
    """Requests about subjects of one kind that no longer wait for the authority, the newest answer first."""
    found = Clearance.objects.filter(
        subject_type=ContentType.objects.get_for_model(kind), object_id__in=pks, authority=authority
    )
    closed = found.exclude(status__in=sorted(OPEN))
    return closed.order_by(models.F("decided_on").desc(nulls_last=True), "-pk")


def exchanges(subject: models.Model) -> models.QuerySet[Exchange]:
    """All letters between us and the government about a subject, oldest first."""
    return Exchange.objects.filter(**about(subject)).order_by("pk")


def open_exchange(subject: models.Model, authority: str, purpose: str) -> Exchange | None:
    """The letter of a purpose that still waits for its answer, or None."""
    return exchanges(subject).filter(authority=authority, purpose=purpose, reply="").first()


def answered_exchange(subject: models.Model, authority: str, purpose: str, text_hash: str = "") -> Exchange | None:
    """The newest answer of a purpose, on that exact text when one is named; None while there is none."""
    found = exchanges(subject).filter(authority=authority, purpose=purpose).exclude(reply__in=["", "WITHDRAWN"])
    return (found.filter(text_hash=text_hash) if text_hash else found).last()


def _items(subject: models.Model) -> models.QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(**about(subject)).order_by("-pk")


def _in_force(day: date) -> Q:
    return Q(since__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gte=day))
