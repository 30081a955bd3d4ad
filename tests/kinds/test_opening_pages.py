"""The first step in the browser's terms: who the partner is, then what is planned; the kind follows."""

import pytest
from django.test import Client

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.parties.models import Partner
from proposals.models import Proposal

WHO = "/usulan/baru/"


@pytest.fixture
def dewi(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["dewi"])
    return client


def body(**changes: object) -> dict[str, object]:
    partner = Partner.objects.order_by("pk").first()
    typed = {
        "border": "no", "external": "no", "partner_1": partner.pk, "title": "Pengelolaan Sampah Regional",
        "lead_unit": OrgUnit.objects.get(code="DLH").pk, "other_kind": "", "other_reason": "",
    }  # fmt: skip
    return {**typed, **changes}


def test_the_first_half_derives_the_kind_with_its_article(dewi) -> None:
    page = dewi.get(WHO, {"partner": "VERTICAL", "begins": "WE"})
    told = page.content.decode()
    assert page.status_code == 200
    assert "dukungan program" in told
    assert "PP 28/2018 Pasal 46 ayat (1)" in told


def test_a_cv_is_refused_and_cannot_go_on(dewi) -> None:
    page = dewi.get(WHO, {"partner": "PARTNERSHIP", "begins": "WE", "jenis": "1"})
    assert "tidak berbadan hukum" in page.content.decode()
    assert page.context["onward_url"] == ""
    answer = dewi.post(f"{WHO}?partner=PARTNERSHIP&begins=WE", body())
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)


def test_a_case_is_opened_with_the_answers_it_followed_from(dewi) -> None:
    answer = dewi.post(f"{WHO}?partner=REGION&begins=THEY", body())
    proposal = Proposal.objects.get()
    assert answer["Location"] == f"/usulan/{proposal.code}/isi/kak/"
    assert (proposal.kind, proposal.category, proposal.direction) == ("KSDD", "VOLUNTARY", "INCOMING")
    assert proposal.choice["answers"] == {"partner": "REGION", "begins": "THEY", "border": "no", "external": "no"}
    assert proposal.choice_reason == ""


def test_another_kind_needs_a_reason_that_is_kept(dewi) -> None:
    address = f"{WHO}?partner=REGION&begins=WE"
    refused = dewi.post(address, body(other_kind="KSDD:MANDATORY"))
    assert refused.status_code == 422
    assert refused.context["form"].errors == {"other_reason": ["Tulis alasan memilih jenis lain."]}
    dewi.post(address, body(other_kind="KSDD:MANDATORY", other_reason="Ditetapkan dalam rapat gubernur."))
    proposal = Proposal.objects.get()
    assert (proposal.category, proposal.choice_reason, proposal.choice["category"]) == (
        "MANDATORY",
        "Ditetapkan dalam rapat gubernur.",
        "VOLUNTARY",
    )


def test_several_parties_are_chosen_once_each(dewi) -> None:
    first, second, *_ = Partner.objects.order_by("pk")
    address = f"{WHO}?partner=REGION&begins=WE"
    refused = dewi.post(address, body(partner_2=first.pk))
    assert refused.context["form"].errors == {"partner_2": ["Mitra ini sudah dipilih."]}
    dewi.post(address, body(partner_2=second.pk))
    parties = Proposal.objects.get().parties.order_by("order")
    assert [party.partner for party in parties] == [None, first, second]


def test_a_unit_opens_what_it_began_itself_only(people) -> None:
    client = Client()
    client.force_login(people["dlh"])
    page = client.get(WHO)
    assert [value for value, _ in page.context["form"].fields["begins"].choices] == ["WE"]
    assert client.post(f"{WHO}?partner=REGION&begins=THEY", body()).status_code == 422


def test_others_may_not_open(people) -> None:
    client = Client()
    client.force_login(people["setwan"])
    assert (client.get(WHO).status_code, client.post(WHO, body()).status_code) == (403, 403)
