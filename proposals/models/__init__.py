from proposals.models.affair import Affair
from proposals.models.foreign import CooperationPlan, Exploration, Forwarding, ObjectClass
from proposals.models.letter import Letter
from proposals.models.mandatory import Coordination, JointSecretariat, Mapping, Oversight
from proposals.models.plan import PlanRow, PlanYear
from proposals.models.proposal import BudgetLine, Party, Proposal
from proposals.models.standing import CaseStanding
from proposals.models.third_party import (
    Contact,
    CriterionFinding,
    FeasibilityStudy,
    LegalPaper,
    SkippedStep,
    SpecialRule,
)

__all__ = [
    "Affair",
    "BudgetLine",
    "CaseStanding",
    "CooperationPlan",
    "Coordination",
    "Exploration",
    "Forwarding",
    "Contact",
    "Coordination",
    "CriterionFinding",
    "FeasibilityStudy",
    "JointSecretariat",
    "LegalPaper",
    "Letter",
    "Mapping",
    "ObjectClass",
    "Oversight",
    "Party",
    "PlanRow",
    "PlanYear",
    "Proposal",
    "SkippedStep",
    "SpecialRule",
]
