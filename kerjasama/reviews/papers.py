"""The papers of the TKKSD from its own records; what only the asker knows, the asker gives."""

from collections.abc import Iterable
from typing import Any

from kerjasama.documents import papers
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


def invitation_context(item: AgendaItem, *, signer: Signer, copies: Iterable[str] = ()) -> dict[str, Any]:
    """The undangan to everyone called, by rank. Template undangan_tkksd."""
    meeting = item.meeting
    return papers.invitation(
        recipients=[member.title or member.user.full_name for member in selectors.members_of(item)],
        number_of_meeting=number_of(meeting),
        held_on=meeting.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        agenda=meeting.agenda,
        signer=signer,
        copies=copies,
        **_subject(item),
    )


def minutes_context(item: AgendaItem) -> dict[str, Any]:
    """The berita acara of a concluded item, with its list of attendance. Template berita_acara_tkksd."""
    meeting, rows = item.meeting, selectors.attendances(item)
    signing = [row.member for row in rows if row.state == Presence.SELF and row.member.seat in SIGNING_SEATS]
    return papers.minutes(
        meeting_number=number_of(meeting),
        held_on=meeting.held_on,
        held_at=meeting.held_at,
        place=meeting.place,
        team_decree=meeting.team.decree_number,
        agenda=meeting.agenda,
        attendance=[_attended(row) for row in rows],
        quorum_needed=meeting.quorum_needed,
        present=sum(row.is_present for row in rows),
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
