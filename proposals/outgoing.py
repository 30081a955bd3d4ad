"""Where our letters wait for the Kepala Daerah on the way of a case, and of the yearly plan."""

from kerjasama.documents.letter_kinds import LetterStage
from proposals.plan_stages import PlanStage
from proposals.stages import Stage

OUTGOING: dict[str, LetterStage] = {
    Stage.OFFER_SIGNING: LetterStage("OFFER", ("sign_offer",), "return_offer"),
    Stage.ANSWER_SIGNING: LetterStage("ANSWER", ("sign_willingness", "sign_refusal"), "return_answer"),
    Stage.DPRD_LETTER: LetterStage("DPRD_REQUEST", ("sign_dprd_letter",), "return_dprd_letter"),
    Stage.INTENT_LETTER: LetterStage("INTENT_REQUEST", ("sign_intent_letter",), "return_intent_letter"),
    Stage.SUBMISSION_LETTER: LetterStage("PLAN_SUBMISSION", ("sign_submission",), "return_submission"),
    Stage.DIRECT_LETTER: LetterStage("PLAN_DIRECT", ("sign_direct_letter",), "return_direct_letter"),
}
PLAN_OUTGOING: dict[str, LetterStage] = {
    PlanStage.SUBMITTED: LetterStage("PLAN_DRAFT", ("adopt",), "return_list"),
}
