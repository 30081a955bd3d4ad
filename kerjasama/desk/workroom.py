"""The workroom of the TKKSD: what a member is asked about, what to read first, what the member thinks."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import transaction
from django.db.models import BooleanField, Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.core import text
from kerjasama.core.errors import NotYet, Refusal
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem, Opinion, about
from kerjasama.workflow.services import check
from proposals import selectors as proposals
from proposals.guards import requirement_of
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
    mine = Opinion.objects.filter(
        member__user=user, subject_type=OuterRef("subject_type"), object_id=OuterRef("object_id")
    )
    invited = AgendaItem.objects.filter(
        subject_type=kind, object_id__in=seen.order_by().values("pk"), called_off_on__isnull=True,
        pk__in=AgendaItem.objects.filter(meeting__attendances__member__user=user).values("pk"),
    ).annotate(mine=Subquery(mine.order_by("-given_at", "-pk").values("verdict")[:1]))  # fmt: skip
    open_to_him = Q(
        mine=None, conclusion="", object_id__in=Proposal.objects.filter(stage=Stage.TKKSD_REVIEW).values("pk")
    )
    sits = reviews.membership(user) is not None
    waits = Case(When(open_to_him, then=Value(sits)), default=Value(False), output_field=BooleanField())
    soon = Case(When(waits=True, then=F("meeting__held_on")))
    rows = invited.annotate(waits=waits).annotate(soon=soon).select_related("meeting").order_by(*ORDER)
    return rows.prefetch_related(GenericPrefetch("subject", [proposals.with_parties(Proposal.objects.all())]))


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
    return Opinion.objects.filter(**subject, member__user=user).order_by("-given_at", "-pk").first()


def closed_because(item: AgendaItem, user: User) -> str:
    """Why no opinion can be given any more, or not by this person; empty while the door would let him pass."""
    if item.conclusion:
        return f"Rapat telah menyimpulkan: {item.get_conclusion_display().lower()}. Pendapat tidak dapat ditambah lagi."
    try:
        check(item.subject, Proposal.arrow("give_opinion"), user)
    except Refusal as refusal:
        return f"{refusal.message} {refusal.detail}".strip()
    if reviews.membership(user) is None:
        return "Anda tidak tercatat dalam TKKSD yang berlaku hari ini. Hubungi Bagian Kerja Sama."
    return ""


def brief(item: AgendaItem) -> dict[str, Any]:
    """What a member reads before he speaks: purpose, partner, value, meeting, papers."""
    case, meeting = item.subject, item.meeting
    papers = documents.of_subject(case).filter(status=Document.Status.READY, file__isnull=False)
    facts = [
        ("Mitra", text.joined([partner.name for partner in case.counterparts])),
        ("Pemrakarsa", case.lead_unit.name),
        ("Perkiraan nilai", text.rupiah(case.amount) if case.amount is not None else "Belum diisi"),
        ("Jangka waktu", case.term_text),
        ("Pembiayaan", case.financing),
        ("Persetujuan DPRD", requirement_of(case).sentence),
        (
            "Rapat",
            f"{text.day_name(meeting.held_on)}, {text.date_long(meeting.held_on)} pukul {meeting.held_at:%H.%M}, {meeting.place}",
        ),
    ]
    links = [{"label": d.title, "url": d.inline_url} for d in papers]
    return {"case": case, "facts": [(name, value) for name, value in facts if value], "links": links}


@transaction.atomic
def say(item: AgendaItem, user: User, *, verdict: str, note: str, seen: int) -> bool:
    """Give an opinion through the one door. False when it says what is already recorded.

    `seen` is the key of the person's newest opinion when the page was drawn (0 without one). Raises what the
    door raises, and NotYet when another opinion of the same person came in between.
    """
    Proposal.objects.select_for_update().get(pk=item.object_id)
    newest = own_opinion(item, user)
    if newest is not None and (newest.verdict, newest.note) == (verdict, note.strip()):
        return False
    if newest is not None and newest.pk != seen:
        raise NotYet(
            f"Pendapat Anda “{newest.get_verdict_display()}” sudah tercatat pada {text.time_wib(newest.given_at)} dari jendela lain. "
            "Isian di bawah belum disimpan; simpan lagi bila hendak menggantinya."
        )
    act(item.subject, "give_opinion", by=user, verdict=verdict, note=note)
    return True
