"""The papers of the TKKSD from its own records; what only the asker knows, the asker gives."""

from collections.abc import Iterable
from typing import Any

from kerjasama.documents import papers
from kerjasama.documents.models import Document
from kerjasama.documents.papers import Signer
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Meeting, Member
from kerjasama.reviews.models.meeting import Presence
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.models.tkksd import FIXED_SEATS, TeamSeat

Finding = tuple[str, str]
PRESENCE = {Presence.SELF: "hadir", Presence.REPRESENTED: "diwakili"}
#: Who signs the minutes, when they came themselves.
SIGNING_SEATS = FIXED_SEATS - {TeamSeat.FIXED}


def invitation_context(
    meeting: Meeting, *, signer: Signer, renews: Document | None = None, copies: Iterable[str] = ()
) -> dict[str, Any]:
    """The undangan to everyone called, by rank, with every case on the agenda. Template undangan_tkksd.

    `renews` is the invitation that this one stands in place of.
    """
    items = [item for item in meeting.items.order_by("pk").prefetch_related("subject") if item.is_open]
    cases = [listed(item) for item in items]
    first = cases[0] if cases else {"title": "", "case_code": ""}
    return papers.invitation(
        recipients=[member.title or member.user.full_name for member in selectors.invited(meeting)],
        number_of_meeting=number_of(meeting),
        held_on=meeting.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        agenda=meeting.agenda,
        signer=signer,
        copies=copies,
        cases=cases if len(cases) > 1 else (),
        renews=(renews.number, renews.dated) if renews and renews.dated else None,
        continues=number_of(meeting.continues) if meeting.continues else "",
        **first,
    )


def listed(item: AgendaItem) -> dict[str, str]:
    """A case as a paper for many readers names it: the title of a case with few readers stays out of it."""
    subject = item.subject
    return {
        "title": str(getattr(subject, "listed_title", "") or getattr(subject, "title", subject)),
        "case_code": str(getattr(subject, "case_code", "")),
    }


def attendance_context(meeting: Meeting) -> dict[str, Any]:
    """The list of attendance of a meeting as it was recorded. Template daftar_hadir_tkksd."""
    return papers.attendance_list(
        meeting_number=number_of(meeting),
        held_on=meeting.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        agenda=meeting.agenda,
        attendance=[_attended(row) for row in selectors.attendance_of(meeting)],
        quorum_needed=meeting.quorum_needed,
    )


def minutes_context(item: AgendaItem) -> dict[str, Any]:
    """The berita acara of a concluded item, with its list of attendance. Template berita_acara_tkksd."""
    meeting, rows = item.meeting, selectors.attendances(item)
    signing = [row.member for row in rows if row.state == Presence.SELF and row.member.seat in SIGNING_SEATS]
    aside = selectors.recused(item.subject)
    return papers.minutes(
        meeting_number=number_of(meeting),
        held_on=meeting.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        team_decree=meeting.team.decree_number,
        agenda=meeting.agenda,
        attendance=[_attended(row) for row in rows],
        quorum_needed=item.counted_needed or meeting.quorum_needed,
        present=sum(row.is_present for row in rows),
        fixed=item.counted_fixed,
        fixed_present=item.counted_present,
        recused=[(row.member.user.full_name, aside[row.member_id].reason) for row in rows if row.member_id in aside],
        discussion=item.discussion,
        conclusion=item.get_conclusion_display().lower(),
        conditions=_conditions(item),
        signers=[(member.user.full_name, _seat(member)) for member in signing],
        **_subject(item),
    )


def recommendation_context(
    item: AgendaItem, *, partner_name: str, unit_name: str, findings: Iterable[Finding], signer: Signer
) -> dict[str, Any]:
    """The rekomendasi of the chair to the head of region on a concluded item. Template rekomendasi_tkksd.

    The opinions of the members are added to the findings.
    """
    return papers.recommendation(
        partner_name=partner_name,
        unit_name=unit_name,
        meeting_number=number_of(item.meeting),
        held_on=item.meeting.held_on,
        findings=[*findings, opinions_finding(item)],
        conclusion=item.get_conclusion_display().lower(),
        conditions=_conditions(item),
        signer=signer,
        **_subject(item),
    )


def opinions_finding(item: AgendaItem) -> Finding:
    """What the members thought, as one finding: counts, then each note with its author."""
    found = selectors.opinions(item.subject)
    counts = {verdict: sum(opinion.verdict == verdict for opinion in found) for verdict in Verdict}
    said = ", ".join(f"{count} {verdict.label.lower()}" for verdict, count in counts.items() if count)
    lines = [f"{said}." if said else "Belum ada pendapat tertulis."]
    lines += [f"{o.member.user.full_name}, {_seat(o.member)}: {o.note}" for o in found if o.note]
    aside = selectors.recused(item.subject)
    lines += [f"{row.member.user.full_name} mengundurkan diri dari pembahasan: {row.reason}" for row in aside.values()]
    return "Pendapat anggota", "\n".join(lines)


def number_of(meeting: Meeting) -> str:
    """The number of a meeting as papers cite it: "3/2026"."""
    return f"{meeting.number}/{meeting.year}"


def _subject(item: AgendaItem) -> dict[str, str]:
    subject = item.subject
    return {
        "title": str(getattr(subject, "title", subject)),
        "case_code": str(getattr(subject, "case_code", "")),
    }


def _seat(member: Member) -> str:
    seat = str(member.get_seat_display())
    return f"{seat} ({member.title})" if member.title else seat


def _attended(row: Attendance) -> tuple[str, str, str, str]:
    state = PRESENCE.get(row.state, "tidak hadir")
    return row.member.user.full_name, _seat(row.member), state, row.represented_by


def _conditions(item: AgendaItem) -> list[tuple[str, str, Any]]:
    conditions = item.conditions.select_related("owner_unit").order_by("pk")
    return [(condition.text, condition.shown_owner, condition.due_on) for condition in conditions]
