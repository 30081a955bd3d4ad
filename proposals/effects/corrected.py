"""What on a case bears the number or the date of a received paper, and follows when that paper is corrected."""

from typing import Any

from kerjasama.documents.copies import corrected_paper, follow
from kerjasama.documents.models import Document
from kerjasama.reviews.models import Clearance
from kerjasama.reviews.models import about as subject_of
from kerjasama.reviews.models.clearance import Authority
from proposals.models import Coordination, FeasibilityStudy, LegalPaper, Letter, Oversight

#: Model, its column of the number, its column of the date; an empty name: it has none.
COPIES = (
    (Letter, "number", "dated"),
    (LegalPaper, "number", "dated"),
    (Coordination, "number", "held_on"),
    (Oversight, "number", "dated"),
    (FeasibilityStudy, "", "dated"),
)
DECISION = "DPRD_DECISION"


def copies_follow_correction(proposal: Any, act: Any) -> None:
    """Letters, legality papers, minutes and the decision of the DPRD say what their corrected paper says.

    Raises BadInput when that does not fit the other dates on record.
    """
    found = corrected_paper(act)
    if found is None:
        return
    row, paper = found
    for model, number, dated in COPIES:
        told = {"number": {number: paper.number} if number else {}, "dated": {dated: paper.dated}}.get(row.field, {})
        copies = model.objects.filter(proposal=proposal, document_id=row.target_id)
        follow(copies, row, act, document_id=paper.pk, **told)
    if row.target.kind == DECISION:
        _decision_follows(proposal, act, row, paper)


def _decision_follows(proposal: Any, act: Any, row: Any, paper: Document) -> None:
    """The answer on record is found by the number and the day that its paper bore before."""
    was = row.target
    answers = Clearance.objects.filter(
        **subject_of(proposal), authority=Authority.DPRD, decision_number=was.number, decided_on=was.dated
    )
    for answer in answers:
        paused = {"stopped_on": paper.dated} if answer.stopped_on else {}
        follow([answer], row, act, decision_number=paper.number, decided_on=paper.dated, **paused)
