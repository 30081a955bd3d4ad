"""Which kind of cooperation follows from plain answers, and by which article."""

import pytest

from kerjasama.parties.classes import STANDINGS, LegalClass
from kerjasama.workflow.statute import CATEGORIES
from proposals.choosing import advise, questions_for


@pytest.mark.parametrize(
    ("answers", "kind", "category", "initiative", "direction"),
    [
        ({"partner": "REGION"}, "KSDD", "VOLUNTARY", "REGION", "OUTGOING"),
        ({"partner": "REGION", "border": "yes", "external": "no"}, "KSDD", "VOLUNTARY", "REGION", "OUTGOING"),
        ({"partner": "REGION", "border": "no", "external": "yes"}, "KSDD", "VOLUNTARY", "REGION", "OUTGOING"),
        ({"partner": "REGION", "border": "yes", "external": "yes"}, "KSDD", "MANDATORY", "REGION", "OUTGOING"),
        ({"partner": "REGION", "begins": "THEY"}, "KSDD", "VOLUNTARY", "REGION", "INCOMING"),
        ({"partner": "LIMITED_COMPANY", "planned": "INVESTMENT"}, "KSDPK", "INVESTMENT", "REGION", "OUTGOING"),
        ({"partner": "FOREIGN_INVESTED", "begins": "THEY"}, "KSDPK", "PUBLIC_SERVICE", "THIRD_PARTY", "INCOMING"),
        ({"partner": "SOCIETY_REGISTERED"}, "KSDPK", "PUBLIC_SERVICE", "REGION", "OUTGOING"),
        ({"partner": "MINISTRY"}, "SINERGI", "SYNERGY", "REGION", "OUTGOING"),
        ({"partner": "VERTICAL", "begins": "THEY"}, "SINERGI", "SYNERGY", "REGION", "INCOMING"),
        ({"partner": "FORCES"}, "SINERGI", "SYNERGY", "REGION", "OUTGOING"),
        ({"partner": "STATE_UNIVERSITY"}, "SINERGI", "SYNERGY", "REGION", "OUTGOING"),
        ({"partner": "FOREIGN_REGION"}, "KSDPL", "SISTER", "REGION", "OUTGOING"),
        ({"partner": "FOREIGN_REGION", "sister": "FOREIGN_OTHER", "begins": "THEY"}, "KSDPL", "FOREIGN_OTHER", "PARTNER", "INCOMING"),
        ({"partner": "INTERNATIONAL_BODY"}, "KSDLL", "FORWARDED_BODY", "REGION", "OUTGOING"),
        ({"partner": "FOREIGN_NONPROFIT", "begins": "THEY_VIA_CENTRE"}, "KSDLL", "FORWARDED_NONPROFIT", "VIA_CENTRE", "INCOMING"),
        ({"partner": "FOREIGN_OTHER"}, "KSDLL", "CENTRAL_APPROVAL", "REGION", "OUTGOING"),
    ],
)  # fmt: skip
def test_the_kind_follows_from_the_answers(answers, kind, category, initiative, direction) -> None:
    advice = advise(answers)
    assert (advice.kind, advice.category, advice.initiative, advice.direction) == (
        kind,
        category,
        initiative,
        direction,
    )
    assert not advice.refused
    assert advice.sentences
    assert all(advice.bases)
    assert category in CATEGORIES[kind]


@pytest.mark.parametrize(
    ("answers", "basis"),
    [
        ({"partner": "PARTNERSHIP"}, "PP 28/2018 Pasal 14 huruf b"),
        ({"partner": "POLITICAL_PARTY"}, "PP 28/2018 Pasal 36 ayat (2)"),
        ({"partner": "VILLAGE"}, "UU 6/2014 Pasal 91"),
        ({"partner": "FOREIGN_OTHER", "begins": "THEY"}, "PP 28/2018 Pasal 28 ayat (2)"),
        ({"partner": "REGION", "begins": "THEY_VIA_CENTRE"}, "PP 28/2018 Pasal 28"),
    ],
)
def test_some_are_refused_with_the_article(answers, basis) -> None:
    advice = advise(answers)
    assert (advice.refused, advice.bases) == (True, (basis,))
    assert advice.sentences[0].endswith(".")


def test_nothing_is_said_before_the_partner_is_known() -> None:
    assert (advise({}), questions_for("")) == (None, ())


def test_every_class_of_partner_has_a_standing() -> None:
    assert set(STANDINGS) == set(LegalClass)
