from kerjasama.accounts.models.government import Government
from kerjasama.accounts.models.handover import Handover
from kerjasama.accounts.models.invitation import Invitation
from kerjasama.accounts.models.mark import PersonalMark
from kerjasama.accounts.models.seats import Delegation, Holding
from kerjasama.accounts.models.units import OrgUnit
from kerjasama.accounts.models.user import User
from kerjasama.accounts.models.view import SavedView

__all__ = [
    "Delegation",
    "Government",
    "Handover",
    "Holding",
    "Invitation",
    "OrgUnit",
    "PersonalMark",
    "SavedView",
    "User",
]
