"""Which kind of cooperation a request would be, from who asks."""

from dataclasses import dataclass

from kerjasama.counter.stages import Applicant
from kerjasama.workflow.statute import CooperationKind, KsddCategory


@dataclass(frozen=True, slots=True)
class Classified:
    """Kind, category and initiative of the case to be opened, and the article."""

    kind: str
    category: str
    initiative: str
    basis: str


def classify(applicant: str) -> Classified:
    """Another region leads to KSDD sukarela; every third party to KSDPK on its own initiative.

    Wajib is never derived here: it begins with a mapping by all regions (PP 28/2018 art. 5), not with one letter.
    """
    if applicant == Applicant.REGION:
        return Classified(CooperationKind.KSDD, KsddCategory.VOLUNTARY, "", "PP 28/2018 Pasal 3 ayat (3)")
    return Classified(CooperationKind.KSDPK, "", "THIRD_PARTY", "PP 28/2018 Pasal 14 dan Pasal 18")
