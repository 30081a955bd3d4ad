"""Everything kept of one case as one dossier: for Inspektorat, BPK and the archive."""

from collections.abc import Iterable
from typing import Any

from agreements import selectors as naskah
from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock, text
from kerjasama.documents import access, corrections
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Correction, Document
from kerjasama.documents.papers.common import letterhead
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StagedModel, StageEvent
from kerjasama.workflow.phases import PHASES
from kerjasama.workflow.selectors import events_of
from kerjasama.workflow.sentences import lower_first, told
from monitoring.models import Report
from proposals.models import Proposal
from proposals.models.visibility import EVERY_RESTRICTED


def may_take(user: User) -> bool:
    """Whether somebody holds an office that is answerable for whole cases; whether he sees this one is asked apart."""
    return holds(user, *EVERY_RESTRICTED)


def subjects_of(proposal: Proposal, user: User) -> tuple[list[StagedModel], list[Agreement], list[Report]]:
    """The case, its naskah and their reports, in the order they came: all of them together, and the last two apart."""
    agreements = naskah.of_case(proposal)
    reports = list(Report.visible_to(user).filter(agreement__in=agreements).order_by("pk"))
    return [proposal, *agreements, *reports], agreements, reports


def papers_of(proposal: Proposal, subjects: Iterable[StagedModel], fixed: Iterable[Correction]) -> list[Document]:
    """The papers of a case, of everything under it and of the meetings that dealt with it; newest first.

    Each bears its corrections among those `fixed`.
    """
    papers = documents.for_subjects([*subjects, *dict.fromkeys(item.meeting for item in reviews.items(proposal))])
    carried = corrections.of_papers(papers, fixed)
    for paper in papers:
        paper.corrections = carried.get(paper.pk, [])
    return papers


def dossier(proposal: Proposal, user: User) -> tuple[dict[str, Any], list[Document]]:
    """What stands on the cover, and every paper that this person may open, in the order of the stages.

    Papers that were annulled or replaced are in it and say so; those still being printed are counted on the cover.
    """
    subjects, agreements, reports = subjects_of(proposal, user)
    events = list(events_of(subjects).select_related("subject_type"))
    fixed = corrections.of_subjects([proposal, *agreements])
    seen = access.readable(user, papers_of(proposal, subjects, fixed))
    ready = [paper for paper in seen if paper.file_id is not None]
    ordered = _by_stage(proposal, ready, subjects, events)
    names = {(type(s)._meta.model_name, s.pk): _name(s) for s in subjects}
    return _cover(proposal, len(seen) - len(ready), [_act(e, names) for e in reversed(events)]), ordered


def _cover(proposal: Proposal, unfinished: int, acts: list[dict[str, str]]) -> dict[str, Any]:
    """Plain values, frozen with the bundle."""
    rows = [
        ("Kode", proposal.code),
        ("Mitra", text.joined([partner.name for partner in proposal.counterparts])),
        ("Pemrakarsa", proposal.lead_unit.name),
        ("Kedudukan", proposal.standing.label),
        ("Jangka waktu", proposal.term_text),
        ("Lokasi", proposal.location),
        ("Ruang lingkup", proposal.scope),
    ]
    if unfinished:
        rows.append(("Belum termasuk", f"{text.counted(unfinished)} dokumen yang masih dibuat"))
    return {
        "kop": dict(letterhead("SETDA")),
        "heading": "Berkas Lengkap Kerja Sama",
        "lead": proposal.title,
        "facts": [(name, value) for name, value in rows if value],
        "acts": acts,
    }


def _by_stage(
    proposal: Proposal, papers: list[Document], subjects: list[StagedModel], events: list[StageEvent]
) -> list[Document]:
    """Statutory phase first, then as they came. A paper no act names stands with the one that came before it."""
    routes = {(type(s)._meta.model_name, s.pk): s.route for s in subjects}
    order = {phase.code: place for place, phase in enumerate(PHASES[proposal.route.phases])}
    phase_of: dict[int, int] = {}
    for event in reversed(events):
        route = routes[event.subject_type.model, event.object_id]
        place = route.place(event.source) or route.place(event.target)
        for pk in event.data.get("documents", []) if place else []:
            phase_of.setdefault(pk, order.get(place.phase, 0))
    keys, here = {}, 0
    for paper in sorted(papers, key=lambda paper: paper.pk):
        here = phase_of.get(paper.pk, here)
        keys[paper.pk] = (here, paper.pk)
    return sorted(papers, key=lambda paper: keys[paper.pk])


def _act(event: StageEvent, names: dict[tuple[str, int], str]) -> dict[str, str]:
    """One act as a line: who, in what seat, what, when it happened and when it was recorded."""
    recorded = event.recorded_at.astimezone(clock.zone())
    return {
        "recorded": f"{text.date_digits(recorded.date())} {recorded:%H:%M}",
        "occurred": text.date_digits(event.occurred_on),
        "about": names[event.subject_type.model, event.object_id],
        "act": told(event.label),
        "actor": event.actor.full_name,
        "seat": event.seat_title or str(Office(event.office).label),
        "principal": event.principal_name,
        "reason": event.reason,
    }


def _name(subject: StagedModel) -> str:
    if isinstance(subject, Agreement):
        return subject.get_instrument_display()
    return f"monev {lower_first(subject.period_label)}" if isinstance(subject, Report) else "usulan"
