"""What follows an act on a proposal, as a table."""

from kerjasama.documents import corrections, letter_acts
from kerjasama.notifications.notices import tell_turn
from kerjasama.workflow.services import Effects
from proposals.effects import consultation as c
from proposals.effects import cut_over as p
from proposals.effects import letters as l  # noqa: E741 - the table below reads like the statute's own
from proposals.effects import tkksd as t
from proposals.effects.corrected import copies_follow_correction
from proposals.effects.foreign import FOREIGN, FOREIGN_TOLD, close_exchanges
from proposals.effects.mandatory import MANDATORY, MANDATORY_TOLD
from proposals.effects.news import invite, tell_concerned, tell_dprd, tell_owners, tell_secretary, tell_void
from proposals.effects.plan import row_follows_case
from proposals.effects.standing import own_standing
from proposals.effects.third_party import THIRD_PARTY, THIRD_PARTY_TOLD, answer_as_found, conclude_as_found
from proposals.outgoing import OUTGOING
from proposals.stages import Answer, LetterKind

_TOLD = (
    "return_for_repair", "enter_from_paper", "enter_exploration_from_paper", "enter_plan_from_paper", "enter_dprd_from_paper",
    "return_offer", "record_willing", "record_refusal", "record_data_request", "expire_offer",
    "sign_willingness", "sign_refusal", "return_answer", "record_meeting", "close_not_recommended",
    "establish_not_required", "return_dprd_letter", "refer_to_committee", "decide_dprd", "mark_overdue", "deem_approved", "revoke_request",
    "apply_again", "withdraw", *MANDATORY_TOLD, *FOREIGN_TOLD, *THIRD_PARTY_TOLD,
)  # fmt: skip

EFFECTS = Effects(
    records={
        "register_request": (l.keep_theirs(LetterKind.REQUEST, "", "Surat Permohonan dari Mitra"),),
        "enter_from_paper": (p.keep_papers,),
        "enter_exploration_from_paper": (p.keep_papers,),
        "enter_plan_from_paper": (p.keep_plan, p.keep_papers),
        "enter_dprd_from_paper": (p.keep_papers,),
        "submit": (l.issue_terms_of_reference,),
        "prepare_offer": (l.issue_offer,),
        "sign_offer": (l.publish_signed("OFFER"),),
        "return_offer": (l.annul("OFFER"),),
        "record_willing": (l.keep_theirs(LetterKind.ANSWER, Answer.WILLING, "Surat Kesediaan Mitra"), t.note_arrival),
        "record_data_request": (
            l.keep_theirs(LetterKind.ANSWER, Answer.DATA_WANTED, "Surat Permintaan Data dari Mitra"),
        ),
        "record_refusal": (l.keep_theirs(LetterKind.ANSWER, Answer.REFUSED, "Surat Penolakan Mitra"),),
        "prepare_answer": (answer_as_found, l.issue_answer),
        "sign_willingness": (l.publish_signed("ANSWER"), t.note_arrival),
        "sign_refusal": (l.publish_signed("ANSWER"),),
        "return_answer": (l.annul("ANSWER"),),
        "call_meeting": (t.call_meeting,),
        "give_opinion": (t.give_opinion,),
        "record_meeting": (conclude_as_found, t.record_meeting),
        "recuse": (t.recuse,),
        "lift_recusal": (t.lift_recusal,),
        "report_condition": (t.report_condition,),
        "settle_condition": (t.settle_condition,),
        "prepare_dprd_letter": (l.issue_dprd_letter,),
        "return_dprd_letter": (l.annul("DPRD_REQUEST"),),
        "sign_dprd_letter": (l.publish_signed("DPRD_REQUEST"), c.ask_dprd),
        "receive_request": (c.receive,),
        "refer_to_committee": (c.to_committee,),
        "record_committee_meeting": (c.record_committee,),
        "decide_dprd": (c.decide,),
        "mark_overdue": (c.mark_overdue,),
        "deem_approved": (c.deem,),
        "revoke_request": (c.revoke, l.annul("DPRD_REQUEST")),
        "follow_up_note": (c.follow_up,),
        "withdraw": (c.revoke, t.call_off, close_exchanges, letter_acts.stop_waiting),
        "give_letter_paraf": (letter_acts.give,),
        "propose_correction": (corrections.propose,),
        "confirm_correction": (corrections.confirm, copies_follow_correction),
        "decline_correction": (corrections.decline,),
        **MANDATORY,
        **FOREIGN,
        **THIRD_PARTY,
    },
    notices={"call_meeting": (invite,), "recuse": (tell_secretary,), "report_condition": (tell_secretary,)}
    | {name: (tell_concerned,) for name in _TOLD}
    | {place.back: (tell_void,) for place in OUTGOING.values()}
    | {name: (tell_concerned, tell_dprd) for name in ("revoke_request", "withdraw", "deem_approved")}
    | {"record_meeting": (tell_concerned, tell_owners)},
    always=(own_standing, row_follows_case, tell_turn),
)
