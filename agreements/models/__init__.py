from agreements.models.agreement import Agreement
from agreements.models.dispute import Dispute
from agreements.models.draft import DraftVersion
from agreements.models.entry import RegisterEntry, RegisterWord
from agreements.models.library import LibraryClause
from agreements.models.old import OldFact, OldNaskah
from agreements.models.original import OriginalMove
from agreements.models.paraf import Paraf
from agreements.models.party import AgreementParty
from agreements.models.power import PowerOfAttorney
from agreements.models.remark import PartnerRemark
from agreements.models.result import CooperationResult

__all__ = [
    "Agreement",
    "AgreementParty",
    "CooperationResult",
    "Dispute",
    "DraftVersion",
    "LibraryClause",
    "OldFact",
    "OldNaskah",
    "OriginalMove",
    "Paraf",
    "PartnerRemark",
    "PowerOfAttorney",
    "RegisterEntry",
    "RegisterWord",
]
