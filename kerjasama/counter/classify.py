"""Which kind of cooperation a request would be, from who asks: the same derivation as when the Bagian opens a case itself."""

from proposals.choosing import Advice, advise


def answers_of(legal_class: str, planned: str = "") -> dict[str, str]:
    """What a request that came in answers: it is always the other side that begins, by its own letter."""
    return {"partner": legal_class, "begins": "THEY", **({"planned": planned} if planned else {})}


def classify(legal_class: str, planned: str = "") -> Advice:
    """Another region leads to KSDD sukarela, every third party to KSDPK on its own initiative.

    `planned` is the type of a KSDPK (PP 28/2018 art. 15). Wajib is never derived here: it begins with a mapping by all
    regions (art. 5), not with one letter. Raises ValueError for a class nobody may apply with.
    """
    advice = advise(answers_of(legal_class, planned))
    if advice is None or advice.refused:
        raise ValueError(legal_class)
    return advice
