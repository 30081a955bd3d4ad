"""The workroom of the TKKSD: what a member is asked about, what to read first, what the member thinks."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import transaction
from django.db.models import BooleanField, Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput, NotYet, Refusal
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem, Opinion, Recusal, about
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.workflow.services import check
from proposals import selectors as proposals
from proposals.models import Proposal
from proposals.services.acts import act
from proposals.stages import Stage

#: Waiting ones by the day of their meeting, then the others from the newest back.
ORDER = ("-waits", "soon", "-meeting__held_on", "-meeting__held_at", "pk")


def queue(user: User) -> QuerySet[AgendaItem]:
    """The agenda items a member was invited to, of cases he may see: those that wait for him first.

    Each row carries `mine` (the code of his newest opinion, or None) and `waits`. A fixed number of queries for a list.
    """
    kind = ContentType.objects.get_for_model(Proposal)
    seen = Proposal.visible_to(user)
    seats = reviews.seats_of(user).values("pk")
    here = {"member__in": seats, "subject_type": OuterRef("subject_type"), "object_id": OuterRef("object_id")}
    mine = Opinion.objects.filter(**here).order_by("-given_at", "-pk")
    stood = Recusal.objects.filter(**here).order_by("-given_at", "-pk")
    invited = AgendaItem.objects.filter(
        subject_type=kind, object_id__in=seen.order_by().values("pk"), called_off_on__isnull=True,
        pk__in=AgendaItem.objects.filter(meeting__attendances__member__in=seats).values("pk"),
    ).annotate(mine=Subquery(mine.values("verdict")[:1]), aside=Subquery(stood.values("stands_aside")[:1]))  # fmt: skip
    at_tkksd = Proposal.objects.filter(stage=Stage.TKKSD_REVIEW).values("pk")
    open_to_him = Q(mine=None, conclusion="", object_id__in=at_tkksd) & (Q(aside=None) | Q(aside=False))
    sits = reviews.membership(user) is not None
    waits = Case(When(open_to_him, then=Value(sits)), default=Value(False), output_field=BooleanField())
    soon = Case(When(waits=True, then=F("meeting__held_on")))
    rows = invited.annotate(waits=waits).annotate(soon=soon).select_related("meeting").order_by(*ORDER)
    return rows.prefetch_related(GenericPrefetch("subject", [proposals.with_parties(Proposal.objects.all())]))


def waiting(user: User) -> list[AgendaItem]:
    """The items that wait for a member; one small query for whom nothing is undecided."""
    undecided = AgendaItem.objects.filter(
        conclusion="", called_off_on__isnull=True, meeting__attendances__member__in=reviews.seats_of(user).values("pk")
    )
    return list(queue(user).filter(waits=True)) if undecided.exists() else []


def following(user: User, done: AgendaItem | None = None) -> AgendaItem | None:
    """The item that waits next for a member, or None when he has said everything."""
    rows = queue(user).filter(waits=True)
    return (rows.exclude(pk=done.pk) if done else rows).first()


def url_of(item: AgendaItem) -> str:
    """Where a member gives an opinion on an item."""
    return reverse("admin:reviews_agendaitem_change", args=[item.pk])


def own_opinion(item: AgendaItem, user: User) -> Opinion | None:
    """The newest opinion of a person on the subject of an item."""
    subject = about(item.subject)
    given = Opinion.objects.filter(**subject, member__in=reviews.seats_of(user)).prefetch_related("conditions")
    return given.order_by("-given_at", "-pk").first()


def own_recusal(item: AgendaItem, user: User) -> Recusal | None:
    """The record by which a person stands aside from the subject of an item now, or None."""
    member = reviews.membership(user)
    return reviews.recused(item.subject).get(member.pk) if member else None


def sits(user: User) -> bool:
    """Whether a person fills a seat of the team in force today."""
    return reviews.membership(user) is not None


def closed_because(item: AgendaItem, user: User) -> str:
    """Why no opinion can be given any more, or not by this person; empty while the door would let him pass."""
    if item.conclusion:
        return f"Rapat telah menyimpulkan: {item.get_conclusion_display().lower()}. Pendapat tidak dapat ditambah lagi."
    try:
        check(item.subject, Proposal.arrow("give_opinion"), user)
    except Refusal as refusal:
        return f"{refusal.message} {refusal.detail}".strip()
    member = reviews.membership(user)
    if member is None:
        return "Anda tidak tercatat dalam TKKSD yang berlaku hari ini. Hubungi Bagian Kerja Sama."
    recusal = reviews.recused(item.subject).get(member.pk)
    if recusal is not None:
        since = text.date_long(clock.local_date(recusal.given_at))
        return f"Anda mengundurkan diri dari pembahasan usulan ini sejak {since}: {recusal.reason}"
    return ""


@transaction.atomic
def say(item: AgendaItem, user: User, *, verdict: str, note: str, seen: int, conditions: Sequence[str] = ()) -> bool:
    """Give an opinion through the one door. False when it says what is already recorded.

    `seen` is the key of the person's newest opinion when the page was drawn (0 without one). Raises what the
    door raises, and NotYet when another opinion of the same person came in between.
    """
    Proposal.objects.select_for_update().get(pk=item.object_id)
    newest = own_opinion(item, user)
    if newest is not None and _same(newest, verdict, note, conditions) and own_recusal(item, user) is None:
        return False
    if newest is not None and newest.pk != seen:
        raise NotYet(
            f"Pendapat Anda “{newest.get_verdict_display()}” sudah tercatat pada {text.time_wib(newest.given_at)} dari jendela lain. "
            "Isian di bawah belum disimpan; simpan lagi bila hendak menggantinya."
        )
    act(item.subject, "give_opinion", by=user, verdict=verdict, note=note, conditions=list(conditions))
    return True


@transaction.atomic
def agree_to(items: Sequence[AgendaItem], user: User) -> int:
    """Agree to several cases at once: all, or none with every refusal named. Says how many were new.

    Raises BadInput without a case, NotYet with the refused ones.
    """
    if not items:
        raise BadInput("Pilih sedikitnya satu usulan.")
    shut = [f"{item.subject.code}: {why}" for item in items if (why := closed_because(item, user))]
    if shut:
        raise NotYet(
            f"{len(shut)} dari {len(items)} usulan tidak dapat diberi pendapat. Tidak ada yang disimpan.",
            detail="\n".join(shut),
        )
    return sum(say(item, user, verdict=Verdict.AGREE, note="", seen=_key(own_opinion(item, user))) for item in items)


def _same(opinion: Opinion, verdict: str, note: str, conditions: Sequence[str]) -> bool:
    stands = [condition.text for condition in opinion.conditions.all()]
    return (opinion.verdict, opinion.note, stands) == (verdict, note.strip(), list(conditions))


def _key(opinion: Opinion | None) -> int:
    return opinion.pk if opinion else 0
