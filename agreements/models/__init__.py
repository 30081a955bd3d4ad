from agreements.models.agreement import Agreement, AgreementParty
from agreements.models.draft import DraftVersion
from agreements.models.paraf import Paraf

__all__ = ["Agreement", "AgreementParty", "DraftVersion", "Paraf"]
