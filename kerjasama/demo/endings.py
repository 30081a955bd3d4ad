"""How far a case goes: one plan for each place at which a case of the demo stands today, up to the naskah."""

from collections.abc import Callable

from kerjasama.demo import council, doings, words
from kerjasama.demo.plans import (
    ACCEPTED,
    AGREE,
    OPEN,
    Plan,
    Step,
    answered,
    asked_dprd,
    case,
    cleared,
    decided,
    letter_drafted,
    lettered,
    met,
    prepared,
    struck,
)
from kerjasama.demo.story import Story

Ending = Callable[[Story], Plan]
DRAFTED_PARTS = ("background", "aims", "location", "affair")
NOTED = {**AGREE, "bpkad": ("AGREE_WITH_NOTES", words.OPINION_NOTE)}
AGAINST = {**AGREE, "bappeda": ("DISAGREE", words.OPINION_AGAINST), "bpkad": ("DISAGREE", words.OPINION_AGAINST)}


def sent(story: Story) -> Plan:
    """Verified and signed: our letter is out, or our answer given."""
    sign = "sign_willingness" if story.incoming else "sign_offer"
    return [*prepared(story, 3), *letter_drafted(story), case(2, sign, "aditya")]


def discussed(story: Story) -> Plan:
    """Willing on both sides: the TKKSD may discuss."""
    return [*prepared(story, 4), *letter_drafted(story), *answered(story, 9)]


def recommended(story: Story) -> Plan:
    discussion = words.DISCUSSIONS[story.plan_row % len(words.DISCUSSIONS)]
    verdicts = NOTED if story.plan_row % 2 else AGREE
    return [*discussed(story), *met(verdicts=verdicts, discussion=discussion, wait=2, ahead=4), ACCEPTED]


def at_dprd(story: Story) -> Plan:
    return [*recommended(story), *asked_dprd()]


def approved(story: Story) -> Plan:
    """The DPRD requirement is met."""
    if not story.needs_dprd:
        return [*recommended(story), *cleared(story)]
    return [*at_dprd(story), *council.discussed(story), decided(10, "APPROVED")]


def refused(story: Story) -> Plan:
    return [*sent(story), lettered(11, "record_refusal", "TOL", reason=words.PARTNER_REFUSES)]


def not_recommended(story: Story) -> Plan:
    return [*discussed(story), *met("NOT_RECOMMENDED", verdicts=AGAINST, discussion=words.DOUBT, wait=2)]


def repaired(story: Story) -> Plan:
    """Recommended with two conditions, one of them met."""
    return [
        *discussed(story), *met("WITH_REPAIR", words.CONDITIONS, ("dinkes",), verdicts=NOTED, discussion=words.REPAIR, wait=1),
        Step(3, lambda walk: doings.settle_conditions(walk, words.MET, 1)),
    ]  # fmt: skip


def expired(story: Story) -> Plan:
    """Thirty days without an answer, and one: the clock says so."""
    return [*sent(story), struck(31, calendar=True)]


ENDINGS: dict[str, Ending] = {
    "draft": lambda story: [OPEN, Step(1, lambda walk: doings.fill_in(walk, DRAFTED_PARTS))],
    "intake": lambda story: [OPEN],
    "preparation": lambda story: prepared(story)[:2],
    "returned": lambda story: [*prepared(story), case(2, "return_for_repair", "staf", reason=words.INCOMPLETE)],
    "verification": prepared,
    "letter drafting": lambda story: [*prepared(story), case(1, "verify", "staf")],
    "letter signing": lambda story: [*prepared(story), *letter_drafted(story)],
    "waiting": sent,
    "waiting, data wanted": lambda story: [*sent(story), lettered(9, "record_data_request", "DATA", words.PARTNER_ASKS)],
    "offered again": lambda story: [
        *expired(story), case(2, "offer_again", "staf", reason=words.OFFER_AGAIN), case(1, "prepare_offer", "pemeriksa"),
        case(1, "sign_offer", "aditya"),
    ],
    "expired": expired,
    "refused": refused,
    "declined": lambda story: [
        *prepared(story), *letter_drafted(story, "REFUSED", words.WE_DECLINE), case(1, "sign_refusal", "aditya"),
    ],
    "withdrawn": lambda story: [*prepared(story), case(4, "withdraw", "opd", reason=words.WITHDRAWN)],
    "withdrawn late": lambda story: [*discussed(story), case(6, "withdraw", "ratna", reason=words.WITHDRAWN_LATE)],
    "tkksd": discussed,
    "tkksd ahead": lambda story: [
        *discussed(story), Step(1, lambda walk: doings.call_meeting(walk, 7)),
        Step(1, lambda walk: doings.give_opinions(walk, {"hukum": ("AGREE", "")})), Step(0, doings.speak_up),
    ],
    "tkksd held": not_recommended,
    "tkksd conditions": repaired,
    "not recommended": lambda story: [
        *not_recommended(story), case(2, "close_not_recommended", "ratna", reason=words.NOT_RECOMMENDED),
    ],
    "dprd assessment": recommended,
    "dprd letter": lambda story: [*recommended(story), case(1, "prepare_dprd_letter", "ratna")],
    "dprd sent": lambda story: at_dprd(story)[:-1],
    "dprd pending": lambda story: [*at_dprd(story), *council.discussed(story), *council.asked_and_answered()],
    "dprd overdue": lambda story: [*at_dprd(story), struck(46)],
    "dprd rejected": lambda story: [*at_dprd(story), *council.discussed(story), decided(14, "REJECTED", reason=words.DPRD_REJECTS)],
    "dprd returned": lambda story: [*at_dprd(story), *council.discussed(story), decided(7, "RETURNED", reason=words.DPRD_RETURNS)],
    "notes open": lambda story: [*at_dprd(story), *council.discussed(story), decided(12, "APPROVED_WITH_NOTES", words.DPRD_NOTES)],
    "cleared": approved,
}  # fmt: skip
