"""An extension rests on an evaluation of the last year, not on one from long ago."""

from datetime import timedelta

import pytest

from agreements import amending_guards
from agreements.amending import Changes
from agreements.evaluated import evaluated_since, evaluation_lacks
from agreements.models import Agreement
from kerjasama.core import parameters
from kerjasama.core.calendar import months_later
from kerjasama.core.errors import NotYet
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from tests.monitoring.test_reports import at, in_force, monev

__all__ = ["in_force", "monev"]


def propose(walk: Walk) -> None:
    walk.sub_act("propose_extension", "opd", reason="Masih diperlukan.")


def test_an_evaluation_of_the_first_year_extends_nothing_in_the_fifth(monev: Walk) -> None:
    monev.send_report().evaluate(verdict="CONTINUE").close_report()
    first = monev.report.ends_on
    monev.agreement = Agreement.objects.get(pk=monev.agreement.pk)
    monev.day = monev.agreement.ends_on - timedelta(days=60)
    with pytest.raises(NotYet) as refusal:
        propose(monev)
    assert f"menilai periode yang berakhir {first.day} Juni {first.year}." in refusal.value.detail
    monev.open_report().send_report().evaluate(verdict="CONTINUE").close_report()
    monev.agreement = Agreement.objects.get(pk=monev.agreement.pk)
    propose(monev)
    assert monev.agreement.renewal == "EXTEND"


def test_how_old_it_may_be_is_a_year_and_the_days_to_report_it(monev: Walk) -> None:
    naskah, day = monev.agreement, monev.agreement.ends_on - timedelta(days=60)
    oldest = months_later(day - timedelta(days=15), -12)
    assert evaluated_since(day) == oldest
    naskah.verdict = "WIDEN"
    lacks = {}
    for naskah.verdict_on in (oldest, oldest - timedelta(days=1)):
        lacks[naskah.verdict_on] = bool(evaluation_lacks(naskah, day))
    assert list(lacks.values()) == [False, True]
    parameters.change("evaluation_valid_months", 24, reason="Uji")
    assert evaluation_lacks(naskah, day) == ""


def test_its_age_counts_on_the_day_of_the_proposal_its_conclusion_until_the_signing(monev: Walk) -> None:
    parent, day = monev.agreement, monev.agreement.ends_on - timedelta(days=60)
    oldest = months_later(day - timedelta(days=15), -12)
    Agreement.objects.filter(pk=parent.pk).update(verdict="CONTINUE", verdict_on=oldest)
    parent.refresh_from_db()
    monev.day = day
    propose(monev)
    doings.amend(monev, Changes((), parent.ends_on + timedelta(days=365)))
    adendum = Agreement.objects.get(pk=monev.agreement.pk)
    with at(monev, day + timedelta(days=30)):
        assert amending_guards.extension_is_evaluated.lacks(adendum, None) == ()
        adendum.parent.verdict = "STOP"
        assert len(amending_guards.extension_is_evaluated.lacks(adendum, None)) == 1
