"""What must hold before an act on a proposal: small questions, each with its sentence and article."""

from proposals.guards.closing import kb_is_signed, nothing_signed
from proposals.guards.content import (
    has_affair,
    has_budget_facts,
    has_declarations,
    has_partner,
    has_terms_of_reference,
    stands_in_plan,
)
from proposals.guards.dprd import (
    dprd_awaits_receipt,
    dprd_has_received,
    dprd_is_needed,
    dprd_is_not_needed,
    dprd_is_overdue,
    has_open_note,
    requirement_of,
    silence_is_consent,
)
from proposals.guards.letters import answer_is_overdue, answer_is_refusal, answer_is_willing, letter_is_ready
from proposals.guards.mandatory import (
    has_externality,
    has_mapping,
    has_no_secretariat,
    parties_border,
    was_evaluated,
    was_guided,
)
from proposals.guards.tkksd import has_meeting, has_open_condition, is_not_recommended, is_recommended, no_meeting_ahead

__all__ = [
    "has_externality",
    "has_mapping",
    "has_no_secretariat",
    "parties_border",
    "was_evaluated",
    "was_guided",
    "answer_is_overdue",
    "answer_is_refusal",
    "answer_is_willing",
    "dprd_awaits_receipt",
    "dprd_has_received",
    "dprd_is_needed",
    "dprd_is_not_needed",
    "dprd_is_overdue",
    "has_affair",
    "has_budget_facts",
    "has_declarations",
    "has_meeting",
    "has_open_condition",
    "has_open_note",
    "has_partner",
    "has_terms_of_reference",
    "is_not_recommended",
    "is_recommended",
    "kb_is_signed",
    "letter_is_ready",
    "no_meeting_ahead",
    "nothing_signed",
    "requirement_of",
    "silence_is_consent",
    "stands_in_plan",
]
