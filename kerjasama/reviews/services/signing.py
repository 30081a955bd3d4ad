"""Papers of the TKKSD confirmed one after the other: by whom, in which order, when (docs/decisions/0011)."""

from collections.abc import Sequence

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock, text
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from kerjasama.notifications.services import tell
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Meeting, Member, Signature
from kerjasama.reviews.models.meeting import Presence
from kerjasama.reviews.models.tkksd import TeamSeat
from kerjasama.reviews.services.keeping import keep, keep_new, lock

ASKED = "Menunggu konfirmasi dokumen TKKSD"
#: The secretary wrote it and goes first; the chair closes the row.
MINUTES_ORDER = (TeamSeat.SECRETARY, TeamSeat.DEPUTY, TeamSeat.CHAIR)


@transaction.atomic
def ask_for_attendance(document: Document, meeting: Meeting, *, by: User) -> list[Signature]:
    """Those of secretary, deputy and chair who came themselves attest the list of attendance, in that order.

    It is about the whole meeting, so it does not matter who stood aside from one case of it.
    """
    came = [row.member for row in selectors.attendance_of(meeting) if row.state == Presence.SELF]
    return _ask(document, [member for member in came if member.seat in MINUTES_ORDER], by)


@transaction.atomic
def ask_for_minutes(document: Document, item: AgendaItem, *, by: User) -> list[Signature]:
    """Those of secretary, deputy and chair who came themselves and did not stand aside, in that order."""
    aside = selectors.recused(item.subject)
    came = [row.member for row in selectors.attendances(item) if row.state == Presence.SELF]
    return _ask(document, [m for m in came if m.seat in MINUTES_ORDER and m.pk not in aside], by)


@transaction.atomic
def ask_for_recommendation(document: Document, item: AgendaItem, *, by: User) -> list[Signature]:
    """The secretary, then the chair; the deputy in the place of a chair who stood aside."""
    aside = selectors.recused(item.subject)
    free = {member.seat: member for member in reversed(selectors.members_of(item)) if member.pk not in aside}
    head = free.get(TeamSeat.CHAIR) or free.get(TeamSeat.DEPUTY)
    return _ask(document, [m for m in (free.get(TeamSeat.SECRETARY), head) if m is not None], by)


@transaction.atomic
def confirm(document: Document, *, by: User) -> Signature:
    """Confirm a paper in one's turn. After the last one it is printed anew with all names and times, under its number.

    Raises NotYours when the turn is another's, NotYet when the paper is not printed, no longer stands, or is complete.
    """
    rows = list(
        document.tkksd_signatures.select_for_update(of=("self",)).select_related("member__user").order_by("order")
    )
    waiting = next((row for row in rows if row.signed_at is None), None)
    if waiting is None:
        raise NotYet("Tidak ada konfirmasi yang ditunggu pada dokumen ini.")
    if waiting.member not in selectors.seats_of(by):
        raise NotYours(
            f"Giliran konfirmasi ada pada {waiting.member.user.full_name}, {waiting.member.get_seat_display()} TKKSD.",
            detail="Dokumen dikonfirmasi berurutan; pemberitahuan dikirim ketika giliran Anda tiba.",
        )
    if not document.is_ready:
        raise NotYet("Dokumen ini belum selesai dibuat atau tidak berlaku lagi. Muat ulang halaman.")
    lock(waiting)
    waiting.signed_at, waiting.signed_by = clock.now(), by
    keep(waiting, by=by, reason="Dokumen TKKSD dikonfirmasi")
    if rows[-1].pk == waiting.pk:
        _print_complete(document, [*rows[:-1], waiting], by)
    else:
        _tell(rows[rows.index(waiting) + 1])
    return waiting


def _ask(document: Document, members: Sequence[Member], by: User) -> list[Signature]:
    in_order = sorted(members, key=lambda member: MINUTES_ORDER.index(member.seat))
    rows = [Signature(document=document, order=n, member=member) for n, member in enumerate(in_order, start=1)]
    kept = keep_new(Signature, rows, by=by, reason=ASKED)
    if kept:
        _tell(kept[0])
    return kept


def _print_complete(document: Document, rows: Sequence[Signature], by: User) -> None:
    said = [
        {
            "name": row.signed_by.full_name,
            "seat": f"{row.member.get_seat_display()} TKKSD"
            + ("" if row.signed_by_id == row.member.user_id else f", menggantikan {row.member.user.full_name}"),
            "at": f"{text.date_long(clock.local_date(row.signed_at))} pukul {text.time_wib(row.signed_at)}",
        }
        for row in rows
    ]
    facts = {name: value for name, value in document.facts().items() if name not in ("verify_url", "short_code")}
    fresh = documents.issue(
        document.subject, document.kind, template=document.template, context={**facts, "confirmations": said}, by=by,
        title=document.title, dated=document.dated, number=document.number, public=document.public,
    )  # fmt: skip
    documents.supersede(document, fresh, by=by)


def _tell(row: Signature) -> None:
    document = row.document
    holder = selectors.substitute_of(row.member)
    tell(
        [holder.user if holder else row.member.user],
        key=f"tkksd-signature:{document.pk}:{row.order}",
        title=f"Giliran Anda mengonfirmasi: {document}",
        body=f"{getattr(document.subject, 'title', document.subject)}\nBaca dokumennya, lalu konfirmasi di ruang kerja TKKSD.",
        url="/admin/",
    )
