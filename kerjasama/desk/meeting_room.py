"""One meeting of the TKKSD as a page shows it, and what may be done about it now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock, text
from kerjasama.desk import meeting_forms as forms
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.reviews import quorum
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem, Meeting, Signature
from kerjasama.reviews.models.meeting import Presence
from kerjasama.workflow.services import lacks_of, seat_for_act
from proposals.models import Proposal
from proposals.services import meetings

OPEN = Q(items__conclusion="", items__called_off_on__isnull=True)


@dataclass(frozen=True)
class MeetingAct:
    """Something the secretary does about a meeting: its page, its form, the one service behind it."""

    slug: str
    label: str
    hint: str
    form: type[forms.MeetingForm]
    door: Callable[..., Any]
    button: str
    may: Callable[[Meeting], bool]


def _begun(meeting: Meeting) -> bool:
    return meeting.attendances.exclude(state=Presence.INVITED).exists()


def _ahead(meeting: Meeting) -> bool:
    return not meeting.is_cancelled and not _begun(meeting) and not meeting.items.exclude(conclusion="").exists()


def _left_open(meeting: Meeting) -> bool:
    return not meeting.is_cancelled and any(item.is_open for item in meeting.items.all())


ACTS = {
    act.slug: act
    for act in (
        MeetingAct(
            "hadir", "Catat daftar hadir", "Kuorum dihitung sendiri untuk setiap acara. Daftar hadir disimpan juga bila kuorum tidak terpenuhi.",
            forms.AttendanceForm, meetings.attend, "Simpan daftar hadir", lambda m: _left_open(m) and forms.opens_today(m),
        ),
        MeetingAct(
            "tambah-acara", "Tambah usulan pada acara", "Undangan diperbarui dan dikirim kembali kepada semua anggota.",
            forms.MoreCasesForm, meetings.add_cases, "Tambahkan dan kirim undangan", lambda m: _ahead(m) and m.held_on >= clock.today(),
        ),
        MeetingAct(
            "jadwal", "Ubah jadwal", "Undangan baru dan berkas kalender dikirim kepada semua anggota.",
            forms.MoveForm, meetings.reschedule, "Ubah jadwal dan kirim undangan", _ahead,
        ),
        MeetingAct(
            "lanjutan", "Lanjutkan pada hari lain", "Acara yang belum disimpulkan dibawa ke rapat lanjutan dengan daftar hadir sendiri.",
            forms.CarryOnForm, meetings.carry_on, "Undang rapat lanjutan", lambda m: _left_open(m) and _begun(m),
        ),
        MeetingAct(
            "batal", "Batalkan rapat", "Usulannya menunggu rapat berikutnya. Anggota menerima pembatalan pada kalendernya.",
            forms.CancelForm, meetings.cancel, "Batalkan rapat", _ahead,
        ),
    )
}  # fmt: skip


def may_keep(user: User) -> bool:
    """Whether this person calls and keeps the meetings."""
    return holds(user, *meetings.SECRETARIES)


def acts_on(meeting: Meeting, user: User) -> list[MeetingAct]:
    """What this person may do about a meeting now."""
    return [act for act in ACTS.values() if act.may(meeting)] if may_keep(user) else []


def listed(user: User) -> QuerySet[Meeting]:
    """Meetings a person may see, with how many cases each has and how many are open."""
    counted = {"cases": Count("items", distinct=True), "left": Count("items", filter=OPEN, distinct=True)}
    seen = Meeting.visible_to(user).annotate(**counted)
    told = Count("attendances", filter=~Q(attendances__state=Presence.INVITED), distinct=True)
    return seen.annotate(told=told).order_by("-held_on", "-held_at", "-pk")


def state_of(meeting: Meeting) -> tuple[str, str]:
    """Where a listed meeting stands, in words, and the tone of its tag."""
    if meeting.is_cancelled:
        return "Dibatalkan", "none"
    if meeting.held_on > clock.today():
        return "Akan datang", "wait"
    if not meeting.left:
        return "Selesai", "ok"
    return ("Belum disimpulkan", "late") if meeting.told else ("Menunggu daftar hadir", "wait")


def page(meeting: Meeting, user: User) -> dict[str, Any]:
    """What the page of a meeting shows to a person: only cases he may see by name."""
    seen = {case.pk: case for case in Proposal.visible_to(user).filter(pk__in=meeting.items.values("object_id"))}
    rows = reviews.attendance_of(meeting)
    items = list(meeting.items.order_by("pk").prefetch_related("subject"))
    papers = documents.for_subjects([meeting, *seen.values()])
    mine = _papers_of(meeting, papers, items)
    return {
        "meeting": meeting,
        "facts": _facts(meeting),
        "agenda": [_line(item, seen.get(item.object_id), rows, user) for item in items],
        "attendance": rows,
        "papers": [_paper(paper, user) for paper in mine],
        "acts": acts_on(meeting, user),
    }


def _facts(meeting: Meeting) -> list[tuple[str, str]]:
    rule = meeting.get_quorum_rule_display().lower()
    facts = [
        ("Waktu", f"{text.day_name(meeting.held_on)}, {text.date_long(meeting.held_on)} pukul {meeting.held_at:%H.%M}"),
        ("Tempat", meeting.place),
        ("Acara", meeting.agenda),
        ("Tim", f"Keputusan Kepala Daerah Nomor {meeting.team.decree_number}"),
        ("Kuorum", f"{meeting.quorum_needed} dari {meeting.fixed_count} anggota tetap ({rule})"),
        ("Lanjutan dari", str(meeting.continues or "")),
        ("Dilanjutkan pada", text.joined([str(m) for m in meeting.continued_by.order_by("pk")])),
        ("Dibatalkan", meeting.cancel_reason),
    ]
    return [(name, value) for name, value in facts if value]


def _line(item: AgendaItem, case: Proposal | None, rows: list[Any], user: User) -> dict[str, Any]:
    counted = quorum.of_item(item, rows)
    if item.conclusion:
        state, tone = item.get_conclusion_display(), "late" if item.conclusion == "NOT_RECOMMENDED" else "ok"
    elif item.called_off_on:
        state, tone = "Tidak dibahas pada rapat ini", "none"
    else:
        state, tone = "Belum disimpulkan", "wait"
    due = case is not None and result_lacks(item, case, user, counted) == []
    return {
        "title": case.title if case else "Usulan dengan akses terbatas",
        "code": case.code if case else "",
        "url": case.get_absolute_url() if case else "",
        "state": state,
        "tone": tone,
        "quorum": counted if counted.recorded else None,
        "discussion": item.discussion if case else "",
        "conditions": list(item.conditions.select_related("owner_unit", "report_paper")) if case else [],
        "result_url": reverse("admin:reviews_meeting_result", args=[item.meeting_id, case.code]) if due else "",
    }


def result_lacks(
    item: AgendaItem, case: Proposal, user: User, counted: quorum.Quorum | None = None
) -> list[str] | None:
    """What still stands against recording the result of a case here; None when it is not this person's act."""
    arrow = Proposal.arrow("record_meeting")
    seat = seat_for_act(case, arrow, user)
    if seat is None:
        return None
    if not item.is_open:
        return ["Acara ini sudah disimpulkan atau tidak dibahas pada rapat ini."]
    found = counted or quorum.of_item(item, reviews.attendances(item))
    if not found.recorded:
        return ["Catat daftar hadir rapat lebih dahulu."]
    if not found.is_met:
        return [f"Kuorum belum terpenuhi: {found.sentence}."]
    return [lack.sentence for lack in lacks_of(case, arrow, seat)]


def _papers_of(meeting: Meeting, papers: list[Document], items: list[AgendaItem]) -> list[Document]:
    """Invitation and list of attendance, and the minutes and recommendations of what was concluded here."""
    concluded = {item.object_id for item in items if item.conclusion}
    own = {"INVITATION", "ATTENDANCE"}
    standing = [p for p in papers if p.status not in (Document.Status.SUPERSEDED, Document.Status.ANNULLED)]
    return [
        p
        for p in standing
        if p.kind in own
        or (p.kind in {"MINUTES", "RECOMMENDATION"} and p.object_id in concluded and p.dated >= meeting.held_on)
    ]


def _paper(paper: Document, user: User) -> dict[str, Any]:
    rows = list(paper.tkksd_signatures.select_related("member__user", "signed_by"))
    waiting = next((row for row in rows if row.signed_at is None), None)
    return {
        "paper": paper,
        "confirmations": rows,
        "mine": waiting is not None and paper.is_ready and waiting.member in reviews.seats_of(user),
    }


def to_confirm(user: User) -> list[Signature]:
    """Papers whose next confirmation is this person's, the oldest first."""
    mine = Signature.objects.filter(signed_at__isnull=True, member__in=reviews.seats_of(user), document__status="READY")
    earlier = Signature.objects.filter(signed_at__isnull=True).values_list("document_id", "order")
    first: dict[int, int] = {}
    for document, order in earlier:
        first[document] = min(order, first.get(document, order))
    rows = mine.select_related("document", "member").order_by("document_id")
    return [row for row in rows if first[row.document_id] == row.order]


def confirmation(row: Signature) -> dict[str, str]:
    """A paper to confirm, with the page of its meeting where it is done."""
    meeting = _meeting_of(row.document)
    return {
        "title": str(row.document),
        "url": meeting.get_absolute_url() if meeting else "",
        "detail": str(meeting) if meeting else "",
    }


def _meeting_of(paper: Document) -> Meeting | None:
    """The meeting a paper is about; minutes and recommendations are papers of the case that it concluded."""
    if isinstance(paper.subject, Meeting):
        return paper.subject
    item = reviews.concluded_item(paper.subject)
    return item.meeting if item else None
