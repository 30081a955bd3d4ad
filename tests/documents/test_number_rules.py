"""Ours is drawn, the central agenda's is typed; both once, both in the pattern."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from agreements.models import Agreement
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.demo import plans
from kerjasama.demo.walk import Walk
from kerjasama.documents import number_rules, numbering
from kerjasama.documents.models import Document, IssuedNumber, NumberRule
from kerjasama.parties.models import Partner
from tests.factories.accounts import GovernmentFactory, UserFactory
from tests.support.press import quick_press  # noqa: F401 - fixture
from tests.support.wanasari import new_walk, people, walk  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)


def rule(code, source="OURS", pattern="", start_year=None, start_number=None, reason="Buku agenda pusat"):
    values = {"source": source, "pattern": pattern, "start_year": start_year, "start_number": start_number}
    return number_rules.change(code, values, by=UserFactory(), reason=reason)


def draw(code="SURAT", on=ON):
    return numbering.obtain(code, on=on, unit_code="KS").text


def test_a_type_may_have_a_pattern_of_its_own():
    GovernmentFactory()
    rule("BA", pattern="{urut}/BA-TKKSD/{tahun}")
    assert [draw("BA"), draw("BA"), draw("SURAT")] == [
        "001/BA-TKKSD/2026",
        "002/BA-TKKSD/2026",
        "100.3.7/001/SURAT/KS/XI/2026",
    ]


def test_an_office_that_changes_over_in_mid_year_goes_on_after_its_book():
    rule("SURAT", start_year=2026, start_number=146)
    assert [draw(), draw(), draw(on=date(2027, 1, 4))] == [
        "100.3.7/146/SURAT/KS/XI/2026",
        "100.3.7/147/SURAT/KS/XI/2026",
        "100.3.7/001/SURAT/KS/I/2027",
    ]
    with pytest.raises(BadInput) as refused:
        rule("SURAT", start_year=2026, start_number=200)
    assert list(refused.value.errors) == ["start_number"]


def test_types_that_share_a_run_begin_at_the_highest_start():
    shared = "{urut}/{unit}/{tahun}"
    rule("SURAT", pattern=shared, start_year=2026, start_number=10)
    rule("BA", pattern=shared, start_year=2026, start_number=25)
    assert [draw("SURAT"), draw("BA")] == ["025/KS/2026", "026/KS/2026"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"pattern": "{urut}/{apa}/{tahun}"}, "pattern"),
        ({"pattern": "{urut}"}, "pattern"),
        ({"start_year": 2026}, "start_number"),
        ({"reason": " "}, "reason"),
    ],
)
def test_an_unusable_rule_is_refused(values, field):
    with pytest.raises(BadInput) as refused:
        rule("SURAT", **values)
    assert list(refused.value.errors) == [field]
    assert NumberRule.objects.count() == 0


def test_the_database_repeats_it():
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberRule.objects.create(code="X", source="EXTERNAL", start_year=2026, start_number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberRule.objects.create(code="X", source="LAIN")


@pytest.mark.parametrize(
    ("number", "accepted"),
    [
        ("100.3.7/045/SURAT/KS/XI/2026", True),
        ("000.4/7/S/SETDA/II/2026", True),
        ("100.3.7/045/SURAT/KS/XI/2025", False),
        ("100.3.7/045/SURAT/KS/XIII/2026", False),
        ("045/SURAT/2026", False),
        ("", False),
    ],
)
def test_the_agendas_number_is_held_against_the_pattern(number, accepted):
    rule("SURAT", source="EXTERNAL")
    if accepted:
        issued = numbering.obtain("SURAT", on=ON, unit_code="KS", typed=number)
        assert (issued.text, issued.series, issued.sequence) == (number, None, None)
        return
    with pytest.raises(BadInput) as refused:
        numbering.obtain("SURAT", on=ON, unit_code="KS", typed=number)
    assert list(refused.value.errors) == ["agenda_surat"]
    assert IssuedNumber.objects.count() == 0


def test_the_agendas_number_is_used_once():
    rule("SURAT", source="EXTERNAL")
    numbering.obtain("SURAT", on=ON, unit_code="KS", typed="100.3.7/045/SURAT/KS/XI/2026")
    with pytest.raises(BadInput, match="sudah pernah dipakai"):
        numbering.obtain("SURAT", on=ON, unit_code="KS", typed="100.3.7/045/SURAT/KS/XI/2026")


def client_of(walk: Walk, username: str) -> Client:  # noqa: F811
    client = Client()
    client.force_login(walk.people[username])
    return client


def year_now() -> int:
    return clock.today().year


def test_the_page_of_a_letter_asks_for_the_agendas_number(walk: Walk, quick_press: None) -> None:  # noqa: F811
    walk.to_verification().act("verify", "dewi")
    client, address = client_of(walk, "dewi"), f"/usulan/{walk.proposal.code}/tindakan/buat-permohonan/"
    assert client.get(address).context["form"].agenda_fields == []
    rule("SURAT", source="EXTERNAL")
    form = client.get(address).context["form"]
    assert [field.name for field in form.agenda_fields] == ["agenda_surat"]
    expect = {"expect": form["expect"].value()}
    for wrong in ("", "045/2026", f"100.3.7/045/SURAT/KS/XI/{year_now() - 1}"):
        answer = client.post(address, expect | {"agenda_surat": wrong})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["agenda_surat"])
    walk.proposal.refresh_from_db()
    assert (walk.proposal.stage, IssuedNumber.objects.count()) == ("OFFER_DRAFTING", 0)
    number = f"100.3.7/045/SURAT/KS/XI/{year_now()}"
    assert client.post(address, expect | {"agenda_surat": number}).status_code == 302
    letter = Document.objects.get(kind="OFFER")
    assert (letter.number, letter.issued_number.sequence, letter.context["number"]) == (number, None, number)
    assert walk.proposal.letters.get().number == number


def test_one_letter_to_each_party_asks_for_one_number_each(people: dict, quick_press: None) -> None:  # noqa: F811
    others = list(Partner.objects.order_by("pk")[:3])
    walk = new_walk(people, partner=others[0], also=tuple(others[1:])).to_verification().act("verify", "dewi")  # noqa: F811
    rule("SURAT", source="EXTERNAL")
    client, address = client_of(walk, "dewi"), f"/usulan/{walk.proposal.code}/tindakan/buat-permohonan/"
    form = client.get(address).context["form"]
    names = [field.name for field in form.agenda_fields]
    assert names == ["agenda_surat", "agenda_surat_2", "agenda_surat_3"]
    numbers = [f"100.3.7/{n}/SURAT/KS/XI/{year_now()}" for n in (45, 46, 47)]
    typed = dict(zip(names, numbers, strict=True)) | {"expect": form["expect"].value()}
    assert client.post(address, typed | {"agenda_surat_3": numbers[0]}).status_code == 422
    assert IssuedNumber.objects.count() == 0
    assert client.post(address, typed).status_code == 302
    assert sorted(Document.objects.filter(kind="OFFER").values_list("number", flat=True)) == numbers


def test_the_result_of_a_meeting_asks_for_both_of_its_numbers(walk: Walk, quick_press: None) -> None:  # noqa: F811
    walk.to_verification().to_answer().to_tkksd()
    rule("BA", source="EXTERNAL")
    rule("ND", source="EXTERNAL")
    walk.go(met_call())
    page = client_of(walk, "ratna").get(f"/usulan/{walk.proposal.code}/tindakan/catat-hasil-rapat/")
    body = page.content.decode()
    assert [field.name for field in page.context["form"].agenda_fields] == ["agenda_ba", "agenda_nd"]
    assert 'name="agenda_ba"' in body and 'name="agenda_nd"' in body


def met_call() -> list:
    return plans.met(wait=1)[:1]


def test_a_naskah_takes_the_agendas_number_once_and_keeps_it(walk: Walk, quick_press: None) -> None:  # noqa: F811
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah("KB").to_paraf().paraf()
    rule("KB", source="EXTERNAL")
    client, address = client_of(walk, "dewi"), f"/naskah/{walk.agreement.pk}/tindakan/siapkan-penandatanganan/"
    form = client.get(address).context["form"]
    typed = {name: field.initial for name, field in form.fields.items()} | {
        "expect": form["expect"].value(), "planned_on": f"{clock.today():%d-%m-%Y}", "planned_place": "Wanasari", "number_2": "B/7/KB/2026",
    }  # fmt: skip
    assert "diambil otomatis" not in client.get(address).content.decode()
    assert client.post(address, typed | {"agenda_kb": ""}).status_code == 422
    number = f"100.3.7/9/KB/KS/XI/{year_now()}"
    assert client.post(address, typed | {"agenda_kb": number}).status_code == 302
    agreement = Agreement.objects.get(pk=walk.agreement.pk)
    assert agreement.parties.get(partner__isnull=True).number == number
    assert IssuedNumber.objects.filter(text=number, sequence=None).count() == 1
