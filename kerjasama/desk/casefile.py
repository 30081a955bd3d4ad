"""The case page, assembled: what each room knows of one case, as plain rows for the components."""

from datetime import datetime
from typing import Any

from agreements.models import Agreement
from agreements.stages import SIGNED, Trait
from agreements.stages import Stage as NaskahStage
from agreements.views.pages import chain_of
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.counter.models import OnlineRequest
from kerjasama.desk import (
    abroad,
    buttons,
    conditions,
    facts,
    inquiries,
    particulars,
    remarks,
    reminders,
    timeline,
    tracker,
    wholecase,
)
from kerjasama.desk.next_act import next_acts
from kerjasama.documents import corrections, letter_parafs
from kerjasama.documents.letter_marking import chain_of as chain_of_letter
from kerjasama.documents.models import Correction
from kerjasama.reviews import ruler
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.selectors import events_of
from kerjasama.workflow.sentences import lower_first, told
from monitoring.models import Report
from proposals.models import Proposal

STANDING_TONES = {"RUNNING": "wait", "IN_FORCE": "ok", "CLOSED": ""}
TONES = {"READY": ("Tersedia", "ok"), "QUEUED": ("Sedang dibuat", "wait"), "FAILED": ("Gagal dibuat", "bad"),
         "ANNULLED": ("Dibatalkan", "bad"), "SUPERSEDED": ("Diganti", "")}  # fmt: skip


def case_context(proposal: Proposal, user: User, *, whole: bool, tab: str) -> dict[str, Any]:
    """Everything the page of a case shows to a person."""
    subjects, agreements, reports = wholecase.subjects_of(proposal, user)
    events = list(events_of(subjects).select_related("subject_type"))
    fixed = corrections.of_subjects([proposal, *agreements])
    papers = wholecase.papers_of(proposal, subjects, fixed)
    waiting = _open_subjects(proposal, agreements, reports)
    reminded, acts = reminders.last_reminders(waiting), next_acts(waiting)
    return {
        "proposal": proposal,
        "standing": proposal.standing,
        "standing_tone": STANDING_TONES[proposal.standing.state],
        "partners": ", ".join(p.name for p in proposal.counterparts),
        "phases": tracker.phases(proposal, subjects, events),
        "turns": [turn(subject, user, acts[subject], reminded.get(subject)) for subject in waiting],
        "idle": None if waiting else idle(proposal),
        "case_acts": [] if proposal.turn_office else buttons.naskah_to_open(proposal, user),
        "other_acts": [] if proposal.turn_office else buttons.without_turn(proposal, user),
        "corrections": fixed,
        "naskah": [_naskah(agreement, user, fixed) for agreement in agreements],
        "whole_naskah": agreements,
        "reports": reports,
        "conditions": conditions.conditions(proposal, agreements),
        "documents": papers,
        "timeline": timeline.timeline(
            proposal.get_absolute_url(),
            events,
            {p.pk: p for p in papers},
            _names(agreements, reports),
            tab=tab,
            whole=whole,
        ),
        "rows": [*facts.summary(proposal), *_from_outside(proposal, user)],
        "terms": abroad.terms(proposal) or facts.terms(proposal),
        "laws": facts.laws(proposal),
        "particulars": particulars.cards(proposal),
        "lines": list(proposal.budget_lines.all()),
        **_consulted(proposal),
        "questions": inquiries.shown(proposal, user),
        **abroad.context(proposal, agreements),
        "work_calendar": WorkCalendar.load(),
        "may_take_whole": wholecase.may_take(user),
        "may_delete": proposal.act_count == 1 and proposal.author_id == user.pk,
    }


def _consulted(proposal: Proposal) -> dict[str, Any]:
    """What the TKKSD and the DPRD have said."""
    item, clearance = reviews.current_item(proposal), reviews.current_clearance(proposal)
    return {
        "opinions": reviews.opinions(proposal),
        "meeting": item,
        "recused": list(reviews.recused(proposal).values()),
        "remark_count": _remarks(proposal),
        "tkksd_conditions": list(item.conditions.select_related("owner_unit", "report_paper")) if item else [],
        "clearance": clearance,
        "clearance_rows": facts.of_clearance(clearance) if clearance else [],
        "ruler": ruler.day_ruler(clearance, clock.today()) if clearance else None,
        "dprd_notes": list(clearance.notes.all()) if clearance else [],
        "dprd_meetings": list(clearance.committee_meetings.select_related("minutes")) if clearance else [],
        "who_follows_up": f"Bagian Kerja Sama atau {proposal.lead_unit.name}",
    }


def _remarks(proposal: Proposal) -> dict[str, Any]:
    """How many comments of the TKKSD there are, and how many wait for an answer."""
    rows = remarks.of_case(proposal)
    return {"all": len(rows), "open": sum(row.is_open for row in rows), "url": remarks.url_of(proposal)}


def _from_outside(proposal: Proposal, user: User) -> list[dict[str, str]]:
    """Where the case came in online, for those who look after the counter."""
    found = OnlineRequest.visible_to(user).filter(proposal=proposal)
    return [{"name": "Permohonan daring", "value": o.number, "url": o.get_absolute_url()} for o in found]


def _open_subjects(proposal: Proposal, agreements: list[Agreement], reports: list[Report]) -> list[StagedModel]:
    """What waits for somebody now, the newest first."""
    waiting = [s for s in (proposal, *agreements) if s.turn_office and not s.closed]
    return [*reversed(waiting), *[r for r in reports if not r.closed]]


def idle(proposal: Proposal) -> dict[str, str]:
    """What to say when nothing waits for anybody."""
    if proposal.standing.state == "IN_FORCE":
        return {"tone": "ok", "icon": "check-circle", "title": "Kerja sama berlaku",
                "text": "Tidak ada tindakan yang ditunggu. Laporan monev dibuka pada akhir setiap periode."}  # fmt: skip
    if proposal.standing.state == "CLOSED":
        return {"tone": "", "icon": "archive", "title": proposal.standing.label,
                "text": "Usulan ini ditutup. Semua dokumen dan riwayatnya tetap tersimpan."}  # fmt: skip
    return {
        "tone": "",
        "icon": "info",
        "title": proposal.standing.label,
        "text": "Tidak ada tindakan yang ditunggu saat ini.",
    }


def turn(subject: StagedModel, user: User, act: str, reminded: datetime | None = None) -> dict[str, Any]:
    """Whose turn it is on a subject, until when, and what this person can do about it."""
    people = people_in(subject.turn_office, subject.turn_unit_id)
    office = Office(subject.turn_office).label
    if subject.turn_unit_id:
        office = subject.turn_unit.name
    person = people[0].full_name if len(people) == 1 else ""
    mine = buttons.subject_turn(subject, user)
    return {
        "key": f"{subject._meta.model_name}-{subject.pk}",
        "heading": str(subject) if not isinstance(subject, Proposal) else "",
        "mine": mine,
        "person": person,
        "office": office if people else f"{office} (jabatan kosong)",
        "since": subject.stage_since,
        "due_on": subject.due_on,
        "text": _sentence(subject, act, "Anda" if mine else person or office) if people else _vacant(office),
        "chain": _chain(subject, user),
        "acts": _acts(subject, user, person or office, reminded),
        "footnote": reminders.told(reminded),
    }


def _chain(subject: StagedModel, user: User) -> list[dict[str, Any]]:
    """The paraf that are given and waited for: on a naskah, or on the letter that waits for the Kepala Daerah."""
    if isinstance(subject, Agreement) and subject.stage == NaskahStage.PARAF:
        return chain_of(subject, user)
    return chain_of_letter(subject, user) if isinstance(subject, (Proposal, Agreement)) else []


def _vacant(office: str) -> str:
    return f"Menunggu jabatan yang kosong: {office}. Administrator mengetahuinya; usulan berlanjut setelah ada pejabat, Plt., atau Plh."


def _acts(subject: StagedModel, user: User, whom: str, reminded: datetime | None) -> list[dict[str, Any]]:
    opening = buttons.naskah_to_open(subject, user) if isinstance(subject, Proposal) else []
    acts = buttons.buttons(subject, user)
    if opening:
        acts = [act | {"primary": False} for act in acts]  # one primary button a page
    return [*opening, *acts, *buttons.reminder(subject, user, whom, reminded)]


def _sentence(subject: StagedModel, act: str, who: str) -> str:
    onward = subject.stage if letter_parafs.is_awaited(subject) else subject.route.after(subject.stage)
    then = f" Sesudah itu: {lower_first(subject.label_of(onward))}." if onward else ""
    return f"{who} perlu {told(act)}.{then}"


def _names(agreements: list[Agreement], reports: list[Report]) -> timeline.Names:
    """Which naskah or report an act in the timeline was about."""
    naskah = {("agreement", a.pk): a.get_instrument_display() for a in agreements}
    return naskah | {("report", r.pk): f"monev {lower_first(r.period_label)}" for r in reports}


def _naskah(agreement: Agreement, user: User, fixed: list[Correction]) -> dict[str, Any]:
    drawn_above = agreement.stage == NaskahStage.PARAF and agreement.turn_office
    return {
        "agreement": agreement,
        "key": f"naskah-{agreement.pk}",
        "label": agreement.get_instrument_display(),
        "has_text_in_force": agreement.stage in SIGNED and Trait.AMENDS not in agreement.route.traits,
        "is_watched": agreement.stage in SIGNED and Trait.UNREPORTED not in agreement.route.traits,
        "facts": facts.of_naskah(agreement, fixed),
        "tone": {"IN_FORCE": "ok", "CANCELLED": "bad", "ENDED": ""}.get(agreement.stage, "wait"),
        "chain": chain_of(agreement, user) if _has_chain(agreement) and not drawn_above else [],
        "acts": [
            *buttons.report_to_open(agreement, user),
            *buttons.amendment_to_open(agreement, user),
            *([] if agreement.turn_office else buttons.buttons(agreement, user)),
        ],
    }


def _has_chain(agreement: Agreement) -> bool:
    """Whether the paraf have begun: abroad a text is locked long before, for the talks with the government."""
    begun = agreement.closed or agreement.route.reached(agreement.stage, NaskahStage.PARAF)
    return bool(agreement.locked_version_id) and begun


def _paper(paper: Any) -> dict[str, Any]:
    label, tone = TONES[paper.status]
    meta = [f"Nomor {paper.number}" if paper.number else "", text.date_short(paper.dated) if paper.dated else ""]
    ready = paper.file_id is not None
    return {
        "title": paper.title, "url": f"{paper.get_absolute_url()}?lihat=1" if ready else "", "extension": "pdf",
        "meta": [part for part in meta if part], "state": label, "tone": tone,
        "download_url": paper.get_absolute_url() if ready else "",
    }  # fmt: skip
