"""Which running work keeps the old value of a parameter, and which takes the new one (rulings 8).

One function for each way a change applies; each answers with what keeps its value. A case is named by its code
only: who changes a parameter need not be one of those who may read the case.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from kerjasama.accounts.models import Invitation
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, text
from kerjasama.core.parameter_reach import Reach
from kerjasama.core.parameter_registry import PARAMETERS
from kerjasama.core.parameter_spec import Applies
from kerjasama.counter.models import OnlineRequest
from kerjasama.documents import letter_parafs
from kerjasama.documents.models import Document, IssuedNumber
from kerjasama.reviews.models import AgendaItem
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.stages import OVER
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.selectors import under_deadline
from monitoring.models import Report
from monitoring.stages import Stage as ReportStage
from proposals.models import CaseStanding, PlanRow, PlanYear, Proposal

#: Where a naskah stands whose text is locked and not signed yet.
LOCKED = (NaskahStage.PARAF, NaskahStage.SIGNING_PREPARATION, NaskahStage.SIGNING)
OPEN_NASKAH = (NaskahStage.DRAFTING, NaskahStage.LEGAL_REVIEW, *LOCKED)
RELATIONS: dict[type[StagedModel], tuple[str, ...]] = {
    Proposal: (),
    Agreement: ("proposal",),
    Report: ("agreement__proposal",),
    OnlineRequest: (),
    PlanRow: (),
    ReportEdition: ("report",),
}
#: Whose letters wait for the Kepala Daerah.
LETTER_ROOMS: dict[type[StagedModel], tuple[str, ...]] = {
    Proposal: (), PlanYear: (), Agreement: ("proposal",), ReportEdition: ("report",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One piece of running work with the value it keeps."""

    code: str
    what: str
    stage: str
    keeps: str
    since: date | None


def kept(key: str) -> list[KeptRow]:
    """The running work that keeps its value when this parameter changes, by code. Raises KeyError."""
    rows = KEEPERS.get(PARAMETERS[key].applies, _nothing)(key)
    return sorted(rows, key=lambda row: (row.code, row.what))


def reach(key: str) -> Reach:
    """The counts and sentences for the page of a parameter. Raises KeyError."""
    applies = PARAMETERS[key].applies
    if applies in COUNTED:
        count, sentence = COUNTED[applies]
        return Reach(kept=count(), kept_text=sentence, touched_text="Tidak ada kasus berjalan yang berubah karenanya.")
    rows = kept(key)
    kept_text, touched_text = SENTENCES[applies]
    keeping = set() if applies is Applies.AT_ONCE else {row.code for row in rows}
    touched = _running().exclude(code__in=keeping).count()
    return Reach(
        kept=len(rows), kept_text=kept_text, kept_url=reverse("desk:reach", args=[key]) if rows else "",
        touched=touched if touched_text else 0, touched_text=touched_text or "Hanya kasus yang dibuka sesudah perubahan.",
    )  # fmt: skip


def _running():
    return Proposal.objects.filter(standing__state=CaseStanding.State.RUNNING)


def _nothing(key: str) -> list[KeptRow]:
    return []


def _deadlines(key: str) -> list[KeptRow]:
    return [
        KeptRow(
            subject.case_code,
            _kind(model),
            subject.stage_label(),
            f"tenggat {text.date_short(subject.due_on)}",
            subject.stage_since,
        )
        for model, relations in RELATIONS.items()
        for subject in under_deadline(model, key).select_related(*relations)
    ]


def _routes(key: str) -> list[KeptRow]:
    return [
        KeptRow(case.code, _kind(Proposal), case.stage_label(), case.route.label, case.stage_since)
        for case in _running()
    ]


def _meetings(key: str) -> list[KeptRow]:
    about_cases = {"subject_type__app_label": "proposals", "subject_type__model": "proposal"}
    items = AgendaItem.objects.filter(conclusion="", called_off_on=None, **about_cases).select_related("meeting")
    codes = dict(Proposal.objects.filter(pk__in=[item.object_id for item in items]).values_list("pk", "code"))
    return [_meeting(codes[item.object_id], item) for item in items]


def _meeting(code: str, item: AgendaItem) -> KeptRow:
    meeting, since = item.meeting, item.created_at.astimezone(clock.zone()).date()
    keeps = f"kuorum {meeting.quorum_needed} anggota"
    return KeptRow(code, "Rapat TKKSD", f"rapat {text.date_short(meeting.held_on)}", keeps, since)


#: How the frozen order of a naskah reads, by the parameter it came from.
CHAINS: dict[str, Callable[[Agreement], str]] = {
    "paraf_chain": lambda naskah: " → ".join(str(Office(office).label) for office in naskah.paraf_chain),
    "paraf_coordination": lambda naskah: ", ".join(str(Office(office).label) for office in naskah.paraf_coordination) or "tanpa paraf koordinasi",
}  # fmt: skip


def _chains(key: str) -> list[KeptRow]:
    return [
        _naskah(naskah, CHAINS[key](naskah))
        for naskah in Agreement.objects.filter(stage__in=LOCKED).select_related("proposal")
    ]


def _letters(key: str) -> list[KeptRow]:
    """Letters that wait for the Kepala Daerah, with the chain they were issued with."""
    return [
        KeptRow(
            subject.case_code, _kind(model), subject.stage_label(), letter_parafs.chain_line(subject), subject.stage_since
        )
        for model, relations in LETTER_ROOMS.items()
        for subject in model.objects.filter(stage__in=list(model.LETTER_STAGES)).select_related(*relations)
    ]  # fmt: skip


def _terms(key: str) -> list[KeptRow]:
    found = Agreement.objects.filter(stage__in=OPEN_NASKAH).select_related("proposal")
    return [_naskah(naskah, f"jangka waktu {naskah.term_years} tahun") for naskah in found]


def _reports(key: str) -> list[KeptRow]:
    found = Report.objects.filter(stage=ReportStage.OPEN).select_related("agreement__proposal")
    return [_report(report) for report in found]


def _editions(key: str) -> list[KeptRow]:
    """Statutory reports that are being written, with the day until which they are owed."""
    found = ReportEdition.objects.exclude(stage__in=OVER).select_related("report")
    return [
        KeptRow(
            one.case_code, _kind(ReportEdition), one.stage_label(), f"tenggat {text.date_short(one.report.due_on)}", one.stage_since
        )
        for one in found
    ]  # fmt: skip


def _report(report: Report) -> KeptRow:
    keeps = f"tenggat {text.date_short(report.due_on)}" if report.due_on else "tanpa tenggat"
    return KeptRow(report.case_code, _kind(Report), report.stage_label(), keeps, report.stage_since)


def _naskah(naskah: Agreement, keeps: str) -> KeptRow:
    return KeptRow(
        naskah.case_code, str(naskah.get_instrument_display()), naskah.stage_label(), keeps, naskah.stage_since
    )


def _kind(model: type[StagedModel]) -> str:
    return text.sentence_case(str(model._meta.verbose_name))


def _open_invitations() -> int:
    return Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=clock.now()).count()


KEEPERS: dict[Applies, Callable[[str], list[KeptRow]]] = {
    Applies.NEXT_STAGE: _deadlines,
    Applies.NEXT_CASE: _routes,
    Applies.NEXT_MEETING: _meetings,
    Applies.NEXT_TEXT: _chains,
    Applies.NEXT_LETTER: _letters,
    Applies.NEXT_DRAFT: _terms,
    Applies.NEXT_SCHEDULE: _reports,
    Applies.NEXT_REPORT: _editions,
}
#: What keeps its value, and what takes the new one; an empty second sentence: nothing that runs now.
SENTENCES: dict[Applies, tuple[str, str]] = {
    Applies.AT_ONCE: ("Tidak ada yang memakai nilai lama.", "kasus berjalan langsung memakai nilai baru."),
    Applies.NEXT_STAGE: ("tahap yang sudah dimulai tetap pada tenggatnya.", "kasus berjalan memakai nilai baru bila memasuki tahap ini."),
    Applies.NEXT_CASE: ("kasus berjalan tetap pada rutenya.", ""),
    Applies.NEXT_MEETING: ("rapat yang sudah dipanggil tetap pada kuorumnya.", "kasus berjalan memakai nilai baru pada rapat berikutnya."),
    Applies.NEXT_TEXT: ("naskah yang sudah dikunci tetap pada urutan parafnya.", "kasus berjalan memakai nilai baru bila naskahnya dikunci."),
    Applies.NEXT_LETTER: ("surat yang sudah diterbitkan tetap pada urutan parafnya.", "kasus berjalan memakai nilai baru pada surat berikutnya."),
    Applies.NEXT_DRAFT: ("naskah yang sudah dibuka tetap pada ketentuannya.", "kasus berjalan memakai nilai baru pada naskah berikutnya."),
    Applies.NEXT_SCHEDULE: ("laporan yang sudah dibuka tetap pada masa dan tenggatnya.", "kasus berjalan memakai nilai baru pada laporan berikutnya."),
    Applies.NEXT_REPORT: ("laporan yang sudah dibuka tetap pada periode dan tenggatnya.", ""),
}  # fmt: skip
#: What is no case: counted only.
COUNTED: dict[Applies, tuple[Callable[[], int], str]] = {
    Applies.NEXT_PAPER: (
        Document.objects.exclude(template="").count,
        "dokumen yang sudah dibuat tetap seperti adanya.",
    ),
    Applies.NEXT_NUMBER: (IssuedNumber.objects.count, "nomor yang sudah diberikan tidak berubah."),
    Applies.NEXT_SCORE: (
        PlanRow.objects.exclude(score=None).count,
        "baris rencana yang sudah dinilai tetap pada skornya.",
    ),
    Applies.NEXT_INVITATION: (_open_invitations, "undangan yang sudah dikirim tetap pada masa berlakunya."),
}
