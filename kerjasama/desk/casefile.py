"""The case page, assembled: what each room knows of one case, as plain rows for the components."""

from typing import Any


from agreements import selectors as naskah
from agreements.content import missing
from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from agreements.views.pages import chain_of
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import buttons, tracker
from kerjasama.documents import selectors as documents
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.selectors import events_of
from monitoring.models import Report
from proposals.guards import requirement_of
from proposals.models import Proposal

TIMELINE = 25
TONES = {"READY": ("Tersedia", "ok"), "QUEUED": ("Sedang dibuat", "wait"), "FAILED": ("Gagal dibuat", "bad"),
         "ANNULLED": ("Dibatalkan", "bad"), "SUPERSEDED": ("Diganti", "")}  # fmt: skip


def case_context(proposal: Proposal, user: User, *, whole: bool, tab: str) -> dict[str, Any]:
    """Everything the page of a case shows to a person."""
    agreements = naskah.of_case(proposal)
    reports = list(Report.visible_to(user).filter(agreement__in=agreements).order_by("pk"))
    subjects: list[StagedModel] = [proposal, *agreements, *reports]
    events = list(events_of(subjects).select_related("subject_type"))
    papers = documents.for_subjects(subjects)
    shown = [e for e in events if _in_tab(e, tab)]
    turns = [turn(subject, user) for subject in _open_subjects(proposal, agreements, reports)]
    return {
        "proposal": proposal,
        "standing": proposal.standing,
        "phases": tracker.phases(proposal, subjects, events),
        "turns": turns,
        "idle": not turns,
        "case_acts": buttons.naskah_to_open(proposal, user),
        "naskah": [_naskah(agreement, user) for agreement in agreements],
        "reports": reports,
        "checks": checks(proposal, agreements),
        "docs": [_paper(paper) for paper in papers],
        "events": [_event(e, {p.pk: p for p in papers}) for e in (shown if whole else shown[:TIMELINE])],
        "more": 0 if whole else max(0, len(shown) - TIMELINE),
        "tabs": _tabs(proposal, tab),
        "rows": _summary(proposal),
        "terms": _terms(proposal),
        "opinions": reviews.opinions(proposal),
        "meeting": reviews.current_item(proposal),
        "work_calendar": WorkCalendar.load(),
        "may_delete": proposal.act_count == 1 and proposal.author_id == user.pk,
    }


def _open_subjects(proposal: Proposal, agreements: list[Agreement], reports: list[Report]) -> list[StagedModel]:
    """What waits for somebody now, the newest first."""
    waiting = [s for s in (proposal, *agreements) if s.turn_office and not s.closed]
    return [*reversed(waiting), *[r for r in reports if not r.closed]]


def turn(subject: StagedModel, user: User) -> dict[str, Any]:
    """Whose turn it is on a subject, until when, and what this person can do about it."""
    people = people_in(subject.turn_office, subject.turn_unit_id)
    office = Office(subject.turn_office).label
    if subject.turn_unit_id:
        office = str(subject.turn_unit)
    person = people[0].full_name if len(people) == 1 else ""
    return {
        "subject": subject,
        "heading": str(subject) if not isinstance(subject, Proposal) else "",
        "mine": buttons.subject_turn(subject, user),
        "person": person,
        "office": office if people else f"{office} (belum ada pemangku jabatan)",
        "since": subject.stage_since,
        "due_on": subject.due_on,
        "text": _sentence(subject),
        "chain": chain_of(subject, user) if isinstance(subject, Agreement) and subject.stage == NaskahStage.PARAF else [],
        "acts": buttons.buttons(subject, user),
    }


def _sentence(subject: StagedModel) -> str:
    onward = subject.route.after(subject.stage)
    labels = dict(type(subject)._meta.get_field("stage").flatchoices)
    then = f" Sesudah itu: {str(labels[onward]).lower()}." if onward else ""
    return f"Tahap ini: {subject.stage_label().lower()}.{then}"


def _naskah(agreement: Agreement, user: User) -> dict[str, Any]:
    parties = list(agreement.parties.all())
    return {
        "agreement": agreement,
        "label": agreement.get_instrument_display(),
        "numbers": "; ".join(p.number for p in parties if p.number) or "belum bernomor",
        "tone": {"IN_FORCE": "ok", "CANCELLED": "bad", "ENDED": ""}.get(agreement.stage, "wait"),
        "chain": chain_of(agreement, user) if agreement.locked_version_id else [],
        "acts": [] if agreement.turn_office else [*buttons.report_to_open(agreement, user), *buttons.buttons(agreement, user)],
    }


def checks(proposal: Proposal, agreements: list[Agreement]) -> list[dict[str, str]]:
    """What must hold before the newest naskah is signed: computed, never typed."""
    need = requirement_of(proposal)
    notes = reviews.open_notes(proposal)
    willing = proposal.letters.filter(kind="ANSWER", answer="WILLING", annulled=False)
    told = [_check(willing.exists() and proposal.tkksd_since is not None, "Surat kesediaan", "PP 28/2018 Pasal 6 ayat (1) huruf b")]
    concluded = reviews.latest_conclusion(proposal)
    recommended = concluded in {"RECOMMENDED", "WITH_REPAIR"} and not reviews.open_conditions(proposal)
    told.append(_check(recommended, "Rekomendasi TKKSD, semua syarat dipenuhi", "Keputusan pembentukan TKKSD"))
    if proposal.dprd_outcome == "NOT_REQUIRED":
        told.append({"state": "na", "text": "Persetujuan DPRD tidak diperlukan", "detail": proposal.budget_reference})
    else:
        told.append(_check(bool(proposal.dprd_outcome), "Persetujuan DPRD", need.sentence))
    if notes:
        told.append(_check(False, f"{len(notes)} catatan DPRD belum ditindaklanjuti", ""))
    live = [a for a in agreements if a.stage != NaskahStage.CANCELLED]
    if live:
        newest = live[-1]
        version = newest.versions.first()
        absent = missing(newest.instrument, version.content, blocking=True) if version else []
        told.append(_check(not absent, "Naskah memuat pasal wajib", ", ".join(r.label for r in absent)))
        rows = [p for p in newest.parafs.all() if p.version_id == newest.locked_version_id]
        waiting = [Office(p.office).label for p in rows if p.state == "PENDING"]
        told.append(_check(bool(rows) and not waiting, "Paraf lengkap pada teks yang sama", f"menunggu {', '.join(waiting)}" if waiting else ""))
    return told


def _check(holds: bool, sentence: str, detail: str) -> dict[str, str]:
    return {"state": "ok" if holds else "no", "text": sentence, "detail": "" if holds else detail}


def _paper(paper: Any) -> dict[str, Any]:
    label, tone = TONES[paper.status]
    meta = [f"Nomor {paper.number}" if paper.number else "", text.date_short(paper.dated) if paper.dated else ""]
    ready = paper.file_id is not None
    return {
        "title": paper.title, "url": f"{paper.get_absolute_url()}?lihat=1" if ready else "", "extension": "pdf",
        "meta": [part for part in meta if part], "state": label, "tone": tone,
        "download_url": paper.get_absolute_url() if ready else "",
    }  # fmt: skip


DECISIONS = frozenset({"verify", "sign_offer", "record_willing", "record_refusal", "sign_willingness", "sign_refusal", "record_meeting",
                       "decide_dprd", "establish_not_required", "deem_approved", "approve_text", "give_paraf", "sign", "close"})  # fmt: skip


def _in_tab(event: Any, tab: str) -> bool:
    if tab == "keputusan":
        return event.act in DECISIONS
    if tab == "dokumen":
        return bool(event.data.get("documents"))
    return bool(event.reason) if tab == "catatan" else True


def _tabs(proposal: Proposal, tab: str) -> list[dict[str, Any]]:
    here = proposal.get_absolute_url()
    names = [("", "Semua"), ("keputusan", "Keputusan"), ("dokumen", "Dokumen"), ("catatan", "Catatan")]
    return [{"label": label, "url": f"{here}?linimasa={key}#linimasa" if key else f"{here}#linimasa", "current": key == tab} for key, label in names]


def _event(event: Any, papers: dict[int, Any]) -> dict[str, Any]:
    meta = [event.seat_title or Office(event.office).label]
    if event.principal_name:
        meta.append(f"mewakili {event.principal_name}")
    if event.occurred_on != event.recorded_at.date():
        meta.append(f"terjadi {text.date_short(event.occurred_on)}")
    if event.data.get("text_hash"):
        meta.append(f"sidik {event.data['text_hash'][:8]}…")
    paper = next((papers[pk] for pk in event.data.get("documents", []) if pk in papers and papers[pk].file_id), None)
    key = event.act in DECISIONS
    return {
        "actor": event.actor.full_name, "text": f"{event.label[:1].lower()}{event.label[1:]}", "when": event.recorded_at, "meta": meta,
        "icon": "stamp" if event.act == "give_paraf" else "signature" if event.act.startswith("sign") else "file-text" if paper else "history",
        "tone": "key" if key else "wait" if event.reason else "", "say": event.reason,
        "link_url": f"{paper.get_absolute_url()}?lihat=1" if paper else "", "link_label": paper.title if paper else "",
    }  # fmt: skip


def _summary(proposal: Proposal) -> list[dict[str, Any]]:
    partners = ", ".join(p.name for p in proposal.counterparts)
    rows = [
        ("Mitra", partners),
        ("Arah", proposal.get_direction_display()),
        ("Urusan", str(proposal.affair or "Belum dipilih")),
        ("Jangka waktu", proposal.term_text or "Belum diisi"),
        ("Nilai", text.rupiah(proposal.amount) if proposal.amount is not None else "Belum diisi"),
        ("Perencanaan", proposal.get_plan_standing_display() or "Belum diisi"),
        ("Persetujuan DPRD", proposal.get_dprd_outcome_display() or requirement_of(proposal).sentence),
        ("Penyusun", proposal.author.full_name),
        ("Klasifikasi", proposal.get_classification_display()),
    ]
    return [{"name": name, "value": value} for name, value in rows]


def _terms(proposal: Proposal) -> list[dict[str, Any]]:
    names = ("background", "aims", "location", "scope", "benefits", "impact", "financing")
    return [{"name": proposal._meta.get_field(n).verbose_name.capitalize(), "value": getattr(proposal, n) or "Belum diisi"} for n in names]
