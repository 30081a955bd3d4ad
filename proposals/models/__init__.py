from proposals.models.affair import Affair
from proposals.models.letter import Letter
from proposals.models.mandatory import Coordination, JointSecretariat, Mapping, Oversight
from proposals.models.plan import PlanRow, PlanYear
from proposals.models.proposal import BudgetLine, Party, Proposal
from proposals.models.standing import CaseStanding

__all__ = [
    "Affair",
    "BudgetLine",
    "CaseStanding",
    "Coordination",
    "JointSecretariat",
    "Letter",
    "Mapping",
    "Oversight",
    "Party",
    "PlanRow",
    "PlanYear",
    "Proposal",
]
