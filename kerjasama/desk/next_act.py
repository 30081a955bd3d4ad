"""What a subject waits for, in words: the act its stage asks for now. A list asks once for all its rows."""

from collections.abc import Iterable

from agreements.models import Agreement
from agreements.renewals import is_told_abroad
from agreements.stages import Renewal
from agreements.stages import Stage as NaskahStage
from kerjasama.core import parameters
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem
from kerjasama.workflow.arrows import Arrow, Motion
from kerjasama.workflow.models import StagedModel
from monitoring.models import Report
from monitoring.stages import Stage as ReportStage
from proposals.guards import requirement_of
from proposals.models import Proposal
from proposals.stages import Stage

#: Stages whose work is done on pages of their own, before the act that ends them.
WRITING = {
    (Proposal, Stage.MAPPING): "Petakan urusan",
    (Proposal, Stage.PREPARATION): "Lengkapi dan kirim usulan",
    (Proposal, Stage.EXPLORATION): "Susun kajian penjajakan",
    (Proposal, Stage.PLAN): "Susun rencana kerja sama",
    (Proposal, Stage.INTENT): "Buka naskah",
    (Agreement, NaskahStage.DRAFTING): "Susun naskah",
    (Agreement, NaskahStage.IN_FORCE): "Putuskan perpanjangan",
    (Report, ReportStage.OPEN): "Isi laporan monev",
}
AFTER_CONCLUSION = {
    "RECOMMENDED": "accept_recommendation",
    "WITH_REPAIR": "accept_recommendation",
    "NOT_RECOMMENDED": "close_not_recommended",
}
#: What stands in its place on a route where the asking side is owed an answer.
ANSWERED_INSTEAD = "prepare_refusal"


def next_acts(subjects: Iterable[StagedModel]) -> dict[StagedModel, str]:
    """The label of the act each subject waits for; two queries for any number of subjects."""
    held = list(subjects)
    at_tkksd = [s.pk for s in held if isinstance(s, Proposal) and s.stage == Stage.TKKSD_REVIEW]
    items = reviews.current_items(Proposal, at_tkksd) if at_tkksd else {}
    with parameters.snapshot():
        return {subject: _label(subject, items.get(subject.pk)) for subject in held}


def _extending(agreement: Agreement) -> str:
    """What a proposed extension waits for: an adendum; abroad the notice to the Menteri, then the signed extension."""
    if not is_told_abroad(agreement):
        return "Buka adendum perpanjangan"
    return agreement.arrow("record_extension" if agreement.extension_notified_on else "notify_extension").label


def _label(subject: StagedModel, item: AgendaItem | None) -> str:
    if isinstance(subject, Agreement) and subject.stage == NaskahStage.IN_FORCE and subject.renewal == Renewal.EXTEND:
        return _extending(subject)
    writing = WRITING.get((type(subject), subject.stage))
    if writing:
        return writing
    chosen = _chosen(subject, item) if isinstance(subject, Proposal) else ""
    arrow = subject.arrow(chosen) if chosen else _first_way_onward(subject)
    return arrow.label if arrow else subject.stage_label()


def _chosen(proposal: Proposal, item: AgendaItem | None) -> str:
    """Where a stage has several ways onward, the one that the facts of the case ask for."""
    if proposal.stage == Stage.TKKSD_REVIEW:
        return _standing(proposal, _at_tkksd(item))
    if proposal.stage == Stage.DPRD_ASSESSMENT:
        return "establish_not_required" if requirement_of(proposal).required is False else "prepare_dprd_letter"
    if proposal.stage == Stage.DPRD_PENDING:
        return "decide_dprd" if proposal.due_on else "receive_request"
    return "open_naskah" if proposal.stage in (Stage.INSTRUMENTS, Stage.CLEARED) else ""


def _standing(proposal: Proposal, act: str) -> str:
    """The act, or what stands in its place on this route."""
    return act if proposal.arrow(act).ends(proposal.route, proposal.stage) else ANSWERED_INSTEAD


def _at_tkksd(item: AgendaItem | None) -> str:
    if item is None or item.called_off_on:
        return "call_meeting"
    if not item.conclusion:
        return "record_meeting"
    return "settle_condition" if item.conditions_open else AFTER_CONCLUSION[item.conclusion]


def _first_way_onward(subject: StagedModel) -> Arrow | None:
    """The first forward act of the office in turn; beside the route, its first act that is no refusal."""
    open_here = [
        a
        for a in subject.arrows()
        if a.ends(subject.route, subject.stage) and subject.turn_office in a.in_charge(subject.route)
    ]
    onward = [a for a in open_here if a.motion is Motion.FORWARD]
    loud = [a for a in onward if not a.quiet]
    return next(iter([*loud, *onward, *[a for a in open_here if not a.danger and not a.quiet]]), None)
