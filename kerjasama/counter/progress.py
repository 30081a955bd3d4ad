"""What a partner may read of his request and his case: its own short list of fields, and nothing beside it.

No opinions, no reasons of ours, no names of staff, no other case. Whoever adds a field here adds it to the test.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType

from agreements.models import Agreement
from kerjasama.accounts.offices import Office
from kerjasama.core import text
from kerjasama.counter.guards import completion_due
from kerjasama.counter.models import OnlineRequest, QuarantinedFile
from kerjasama.counter.stages import PaperStatus
from kerjasama.counter.stages import Stage as RequestStage
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.parties.models import Partner
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.selectors import events_of, last_event
from kerjasama.workflow.sentences import lower_first
from kerjasama.workflow.statute import ShortStage
from proposals.models import CaseStanding, Letter, Proposal
from proposals.stages import LetterKind, Stage

STATES = {"done": "Selesai", "now": "Berjalan", "todo": "Berikutnya", "skip": "Tidak diperlukan", "back": "Berhenti"}
#: Our letters that are addressed to a partner, once signed.
ADDRESSED = ("OFFER", "ANSWER")
OURS = "Bagian Kerja Sama pemerintah daerah"
TURNS = {
    Office.OPD: "Perangkat daerah yang membidangi",
    Office.KDH: "Kepala Daerah",
    Office.SETWAN: "DPRD",
    Office.PARTNER: "Anda",
}
SAID = {
    RequestStage.RECEIVED: "Permohonan Anda sedang diperiksa kelengkapannya.",
    RequestStage.INCOMPLETE: "Lengkapi permohonan sesuai yang diminta, lalu tekan “Kirim kelengkapan”.",
    RequestStage.REJECTED: "Permohonan ini tidak diproses. Permohonan baru dapat diajukan kapan saja.",
    RequestStage.PLANNED: "Permohonan dimasukkan ke penyusunan rencana kerja sama tahunan. Kerja sama dimulai sesudah daftar itu ditetapkan.",
    RequestStage.LAPSED: "Permohonan gugur karena kelengkapannya tidak kami terima sampai batas waktu.",
}
TOLD = {"ask_completion", "reject"}


@dataclass(frozen=True, slots=True)
class PublicStage:
    """One of the seven short stages."""

    number: int
    label: str
    state: str
    state_label: str
    date: date | None


@dataclass(frozen=True, slots=True)
class PublicPaper:
    """A paper of the partner, or one addressed to him; `letter` opens ours."""

    title: str
    number: str
    dated: date | None
    state: str
    letter: int | None = None


@dataclass(frozen=True, slots=True)
class PublicCase:
    """Everything a partner sees."""

    number: str
    code: str
    title: str
    partner: str
    stages: tuple[PublicStage, ...]
    closed: bool
    turn: str
    said: str
    asked: str
    asked_until: date | None
    papers: tuple[PublicPaper, ...]


def of_request(request: OnlineRequest) -> PublicCase:
    """A request, and the case it has become."""
    papers = tuple(_theirs(paper) for paper in request.papers.all())
    if request.proposal is not None:
        case = of_case(request.proposal, request.partner)
        return PublicCase(
            request.number, case.code, case.title, request.name, case.stages, case.closed, case.turn, case.said, case.asked,
            None, (*papers, *case.papers),
        )  # fmt: skip
    event = last_event(request, *TOLD)
    told = event.reason if event and event.target == request.stage else ""
    until = completion_due(request) if request.stage == RequestStage.INCOMPLETE else None
    received = request.stage_since if request.stage == RequestStage.RECEIVED else None
    state = "back" if request.closed else "now"
    first = PublicStage(1, ShortStage.REQUEST.label, state, STATES[state], received)
    rest = (PublicStage(n, str(label), "todo", STATES["todo"], None) for n, label in ShortStage.choices[1:])
    return PublicCase(
        request.number, "", request.title, request.name, (first, *rest), request.closed,
        "" if request.closed else TURNS.get(request.turn_office, OURS), SAID[RequestStage(request.stage)], told, until, papers,
    )  # fmt: skip


def of_case(proposal: Proposal, partner: Partner) -> PublicCase:
    """A case as one of its other parties sees it."""
    standing = proposal.standing
    closed = standing.state == CaseStanding.State.CLOSED
    waits = standing.stage == Stage.WILLINGNESS and partner in proposal.awaited_partners
    turn, said = _turn(standing, waits)
    return PublicCase(
        "", proposal.code, proposal.title, partner.name, stages(proposal), closed, turn, said, "",
        standing.due_on if waits else None, tuple(_ours(proposal, partner)),
    )  # fmt: skip


def stages(proposal: Proposal) -> tuple[PublicStage, ...]:
    """The seven short stages with the day each was first entered, over the case and its naskah."""
    subjects = [proposal, *Agreement.objects.filter(proposal=proposal)]
    entered = _entered(subjects, events_of(subjects).select_related("subject_type"))
    standing = proposal.standing
    return tuple(
        _stage(number, str(label), proposal, standing, entered.get(number)) for number, label in ShortStage.choices
    )


def _stage(number: int, label: str, proposal: Proposal, standing: CaseStanding, entered: date | None) -> PublicStage:
    state = "done" if entered else "todo"
    if number == standing.short:
        state = "back" if standing.state == CaseStanding.State.CLOSED else "now"
    if number == ShortStage.DPRD and proposal.dprd_outcome == "NOT_REQUIRED":
        state, entered = "skip", None
    return PublicStage(number, label, state, STATES[state], entered if state != "todo" else None)


def _entered(subjects: Iterable[Any], events: Iterable[StageEvent]) -> dict[int, date]:
    routes = {(ContentType.objects.get_for_model(type(s)).pk, s.pk): s.route for s in subjects}
    found: dict[int, date] = {}
    for event in events:
        place = routes[event.subject_type_id, event.object_id].place(event.target)
        if place is not None:
            known = found.get(int(place.short))
            found[int(place.short)] = min(known, event.occurred_on) if known else event.occurred_on
    return found


def _turn(standing: CaseStanding, waits: bool) -> tuple[str, str]:
    """Whose turn it is in general words, and one sentence; `waits`: for the answer of just this partner."""
    if standing.state == CaseStanding.State.CLOSED:
        return "", "Proses ini telah ditutup tanpa naskah kerja sama. Penjelasan resmi disampaikan dengan surat."
    if standing.state == CaseStanding.State.IN_FORCE:
        return "", "Kerja sama ini berlaku."
    if waits:
        until = f" sampai {text.date_long(standing.due_on)}" if standing.due_on else ""
        return "Anda", f"Jawaban Anda atas surat permohonan kami ditunggu{until}."
    if standing.stage == Stage.WILLINGNESS:
        return "Pihak lain", "Jawaban Anda sudah tercatat; jawaban pihak lain ditunggu."
    label = ShortStage(standing.short).label
    return TURNS.get(standing.office, OURS), f"Sedang berjalan: {lower_first(label)}."


def _theirs(paper: QuarantinedFile) -> PublicPaper:
    state = {PaperStatus.QUARANTINED: "Diterima, belum diperiksa", PaperStatus.ACCEPTED: "Menjadi dokumen usulan"}
    return PublicPaper(paper.title, paper.number, paper.dated, state.get(PaperStatus(paper.status), "Perlu diganti"))


def _ours(proposal: Proposal, partner: Partner) -> list[PublicPaper]:
    return [
        PublicPaper(letter.title, letter.number, letter.dated, "Dari pemerintah daerah", letter.pk)
        for letter in signed_letters(proposal, partner)
    ]


def signed_letters(proposal: Proposal, partner: Partner) -> list[Document]:
    """Our letters to just this partner that are signed and stand, oldest first; never a draft, never another's."""
    sent = proposal.letters.filter(partner=partner, ours=True, annulled=False, signed_on__isnull=False)
    found = documents.of_subject(proposal).filter(
        pk__in=sent.values("document_id"), kind__in=ADDRESSED, public=True, status=Document.Status.READY
    )
    return list(found.order_by("pk"))


def cases_of(partner: Partner) -> list[Proposal]:
    """The cases a partner may know of: he asked, or our letter to him is signed. Nothing that is still ours alone."""
    asked = Letter.objects.filter(partner=partner, kind=LetterKind.REQUEST, annulled=False)
    known = asked.filter(ours=False) | asked.filter(ours=True, signed_on__isnull=False)
    found = Proposal.objects.filter(pk__in=known.values("proposal"), parties__partner=partner)
    return list(found.exclude(classification="SECRET").select_related("standing").order_by("-pk"))
