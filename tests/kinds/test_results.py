"""What a cooperation yields, of whatever kind: booked where the law wants it, also when it comes after the end."""

from datetime import timedelta
from typing import Any

import pytest

from agreements.models import Agreement
from agreements.power_forms import ResultForm
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.demo.walk import Walk
from tests.kinds.test_ending_scenarios import abroad_in_force, at_home, pks, sister, strike
from tests.support.facts import scan

__all__ = ["abroad_in_force", "at_home", "pks", "sister"]
MONEY = {
    "kind": "MONEY", "description": "Bagi hasil pengolahan", "amount": 12_500_000, "deposit_number": "STS-12", "account": "1.000.1",
}  # fmt: skip
GOODS = {"kind": "GOODS", "description": "Mobil pemadam", "amount": 900_000_000, "asset_number": "KIB-B 7"}


def refused(walk: Walk, **facts: Any) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        walk.sub_act("record_result", "opd", **facts)
    return list(refusal.value.errors)


def test_a_region_shares_its_yield_too_and_what_is_owed_comes_after_the_end(pks: Walk) -> None:
    """KSDD: the same by analogy; a naskah that has ended ends no claim."""
    assert pks.agreement.route.cite("PP 28/2018 Pasal 20").startswith("PP 12/2019 Pasal 31 ayat (4) huruf c")
    pks.sub_act("record_result", "opd", **MONEY)
    strike(pks, pks.agreement.ends_on + timedelta(days=40))
    assert pks.agreement.stage == "ENDED"
    pks.sub_act("record_result", "staf", **(MONEY | {"deposit_number": "STS-13"}))
    assert [(row.deposit_number, row.after_end) for row in pks.agreement.results.order_by("pk")] == [
        ("STS-12", False), ("STS-13", True),
    ]  # fmt: skip
    with pytest.raises(NotYours):
        pks.sub_act("record_result", "ratna", **MONEY)


def test_what_comes_from_abroad_comes_as_a_grant(sister: Walk, people: dict[str, User]) -> None:
    grant = {"grant_reference": "Perjanjian Hibah 12/2026, 4 Mei 2026"}
    assert refused(sister, **MONEY) == refused(sister, **GOODS) == ["grant_reference"]
    sister.sub_act("record_result", "opd", **MONEY, **grant)
    assert refused(sister, **GOODS, **grant) == ["kind"], (
        "the naskah brought no grant: whose the car is was never settled"
    )
    sister.sub_act("record_grant_coordination", "staf", number="R/5", file=scan("R/5"), summary="Menjadi aset daerah.")
    sister.sub_act("record_result", "opd", **GOODS, **grant)
    sister.sub_act("record_result", "opd", kind="OTHER", description="Pelatihan perawat", amount=0)
    assert [row.kind for row in sister.agreement.results.order_by("pk")] == ["MONEY", "GOODS", "OTHER"]


def test_only_abroad_is_the_grant_asked_for(pks: Walk, sister: Walk) -> None:
    forms = [ResultForm(subject=walk.agreement, arrow=Agreement.arrow("record_result")) for walk in (pks, sister)]
    assert ["grant_reference" in form.fields for form in forms] == [False, True]
