from proposals.models.affair import Affair
from proposals.models.foreign import CooperationPlan, Exploration, Forwarding, ObjectClass
from proposals.models.letter import Letter
from proposals.models.mandatory import Coordination, JointSecretariat, Mapping, Oversight
from proposals.models.proposal import BudgetLine, Party, Proposal
from proposals.models.standing import CaseStanding

__all__ = [
    "Affair",
    "BudgetLine",
    "CaseStanding",
    "CooperationPlan",
    "Coordination",
    "Exploration",
    "Forwarding",
    "JointSecretariat",
    "Letter",
    "Mapping",
    "ObjectClass",
    "Oversight",
    "Party",
    "Proposal",
]
