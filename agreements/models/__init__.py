from agreements.models.agreement import Agreement, AgreementParty
from agreements.models.draft import DraftVersion
from agreements.models.paraf import Paraf
from agreements.models.power import PowerOfAttorney
from agreements.models.result import CooperationResult

__all__ = ["Agreement", "AgreementParty", "CooperationResult", "DraftVersion", "Paraf", "PowerOfAttorney"]
