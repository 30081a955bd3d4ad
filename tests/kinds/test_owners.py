"""The owner of a CV may stand for it as a person once the Bagian Hukum has let him through (scenario 15)."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.desk.facts import summary
from kerjasama.parties import services
from kerjasama.parties.models import Partner
from kerjasama.parties.selectors import partners_of_class
from proposals.choosing import advise
from proposals.models import Proposal
from proposals.services import drafting

REASON = "Usaha tidak berbadan hukum; pemilik bertanggung jawab penuh dan cakap menjadi pihak."


@pytest.fixture
def owner(people: dict[str, User]) -> Partner:
    values = {"kind": "PERSON", "legal_class": "PERSON", "name": "Sukarno Wibowo", "owns": "CV Tirta Jaya"}
    return services.create_partner(values, by=people["dewi"])


def open_case(people: dict[str, User], partner: Partner) -> Proposal:
    return drafting.open_proposal(
        by=people["dewi"], title="Pengangkutan Sampah Pasar", direction="INCOMING", lead_unit=OrgUnit.objects.get(code="DLH"),
        partners=[partner], kind="KSDPK", category="PUBLIC_SERVICE", initiative="THIRD_PARTY",
    )  # fmt: skip


def test_scenario_15_a_cv_is_refused_and_its_owner_waits_for_the_bagian_hukum(
    people: dict[str, User], owner: Partner
) -> None:
    assert advise({"partner": "PARTNERSHIP", "begins": "THEY"}).refused
    assert owner not in partners_of_class("PERSON")
    with pytest.raises(BadInput) as refusal:
        open_case(people, owner)
    assert "CV Tirta Jaya, yang tidak berbadan hukum: tunggu telaah Bagian Hukum" in refusal.value.message


@pytest.mark.parametrize("username", ["dewi", "ratna", "dlh", "admin"])
def test_scenario_15_nobody_but_the_bagian_hukum_lets_him_through(
    people: dict[str, User], owner: Partner, username: str
) -> None:
    with pytest.raises(NotYours):
        services.clear_owner(owner.pk, reason=REASON, by=people[username])


def test_scenario_15_the_override_has_a_reason_that_is_kept_and_shown_on_the_case(
    people: dict[str, User], owner: Partner
) -> None:
    with pytest.raises(BadInput) as refusal:
        services.clear_owner(owner.pk, reason="  ", by=people["hukum"])
    assert refusal.value.errors == {"reason": ["Tulis hasil telaahnya."]}
    cleared = services.clear_owner(owner.pk, reason=REASON, by=people["hukum"])
    assert (cleared.owner_reason, cleared.owner_cleared_by) == (REASON, people["hukum"])
    assert cleared in partners_of_class("PERSON")
    proposal = open_case(people, cleared)
    shown = {row["name"]: row["value"] for row in summary(proposal)}["Perseorangan pemilik usaha"]
    assert shown.startswith("CV Tirta Jaya. Telaah Bagian Hukum ") and shown.endswith(REASON)
    with pytest.raises(NotYet):
        services.clear_owner(owner.pk, reason=REASON, by=people["hukum"])


def test_another_business_is_reviewed_anew(people: dict[str, User], owner: Partner) -> None:
    cleared = services.clear_owner(owner.pk, reason=REASON, by=people["hukum"])
    same = services.update_partner(owner.pk, {"address": "Jalan Baru"}, seen=cleared.updated_at, by=people["dewi"])
    assert not same.awaits_clearance
    other = services.update_partner(owner.pk, {"owns": "Firma Lain"}, seen=same.updated_at, by=people["dewi"])
    assert (other.awaits_clearance, other.owner_reason, other.owner_cleared_by) == (True, "", None)


def test_the_database_wants_a_reason_and_a_person(people: dict[str, User], owner: Partner) -> None:
    with pytest.raises(IntegrityError, match="partner_owner_cleared_with_reason"), transaction.atomic():
        Partner.objects.filter(pk=owner.pk).update(owner_cleared_on="2026-03-02")
    with pytest.raises(IntegrityError, match="partner_owner_is_a_person"), transaction.atomic():
        Partner.objects.filter(pk=owner.pk).update(legal_class="LIMITED_COMPANY")


def page(people: dict[str, User], username: str, owner: Partner, **typed: Any) -> Any:
    client = Client()
    client.force_login(people[username])
    address = f"/mitra/{owner.pk}/telaah-pemilik/"
    return client.post(address, typed) if typed else client.get(address)


def test_the_page_is_for_the_bagian_hukum(people: dict[str, User], owner: Partner) -> None:
    assert [page(people, name, owner).status_code for name in ("hukum", "dewi", "setwan")] == [200, 403, 404]
    assert page(people, "hukum", owner, reason="").status_code == 422
    answer = page(people, "hukum", owner, reason=REASON)
    assert (answer.status_code, answer["Location"]) == (302, f"/mitra/{owner.pk}/")
    assert page(people, "hukum", owner).status_code == 409
