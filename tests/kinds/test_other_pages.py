"""The pages that only a third party's case and a Nota Kesepakatan have: what they keep, and what they refuse."""

from datetime import timedelta

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import plans
from kerjasama.demo import synergy as together
from kerjasama.demo import third_party as plan
from proposals.models import FeasibilityStudy
from tests.support.facts import scan
from tests.support.partners import synergy, third_party

pytestmark = pytest.mark.usefixtures("quick_press")


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def study(**changed: object) -> dict[str, object]:
    yesterday = clock.today() - timedelta(days=1)
    return {
        "author": "REGION", "made_by": "Tim kajian", "dated": f"{yesterday:%d-%m-%Y}", "conclusion": "FEASIBLE", "conditions": "",
        "summary": "Layak.", "burdens_community": "True", "burdens_region": "True", "budgeted": "True", "budget_evidence": "RKA 1.05",
        "uses_assets": "False", "file": scan("studi"),
    } | changed  # fmt: skip


def test_the_study_becomes_the_facts_of_the_dprd_question(people: dict[str, User]) -> None:
    walk = third_party(people)
    walk.go(plan.region_prepared(walk.story)[:3])
    address = f"/usulan/{walk.proposal.code}/isi/studi-kelayakan/"
    answer = as_(people["dlh"]).post(address, study())
    assert answer.status_code == 302
    walk.proposal.refresh_from_db()
    facts = ("burdens_community", "burdens_region", "unbudgeted", "uses_assets", "budget_reference")
    assert [getattr(walk.proposal, name) for name in facts] == [True, True, False, False, "RKA 1.05"]
    kept = as_(people["dlh"]).get(address).content.decode()
    assert "Studi Kelayakan sudah tersimpan" in kept and "Tim kajian" in kept


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"file": ""}, "Unggah berkas studi kelayakan."),
        ({"conclusion": "CONDITIONAL"}, "Tulis syarat kelayakannya."),
        ({"dated": "01-01-2090"}, "Tanggal studi tidak boleh sesudah hari ini."),
        ({"uses_assets": ""}, "Pilih jawaban untuk “Apakah memakai barang milik daerah?”"),
    ],
)
def test_a_study_that_lacks_something_is_refused_and_nothing_typed_is_lost(
    people: dict[str, User], changed: dict[str, str], sentence: str
) -> None:
    walk = third_party(people)
    walk.go(plan.region_prepared(walk.story)[:3])
    answer = as_(people["dlh"]).post(f"/usulan/{walk.proposal.code}/isi/studi-kelayakan/", study(**changed))
    page = answer.content.decode()
    assert (answer.status_code, sentence in page, "Tim kajian" in page) == (422, True, True)
    assert not FeasibilityStudy.objects.exists()


def test_the_study_is_seen_by_nobody_of_another_unit(people: dict[str, User]) -> None:
    walk = third_party(people)
    walk.go(plan.region_prepared(walk.story)[:3])
    address = f"/usulan/{walk.proposal.code}/isi/studi-kelayakan/"
    assert as_(people["dishub"]).get(address).status_code == 404
    assert as_(people["hukum"]).get(address).status_code == 403


def test_half_a_contact_is_asked_for_the_other_half(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.open()
    answer = as_(people["dewi"]).post(f"/usulan/{walk.proposal.code}/isi/narahubung/", {"name_1": "Anita"})
    assert (answer.status_code, answer.content.decode().count("Lengkapi data narahubung ini.") >= 3) == (422, True)
    assert not walk.proposal.contacts.exists()


def test_a_legality_paper_names_what_is_wrong(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.open()
    address = f"/usulan/{walk.proposal.code}/tindakan/catat-legalitas/"
    page = as_(people["dewi"]).get(address).content.decode()
    assert "Nomor Induk Berusaha (NIB)" in page
    wrong = {
        "kind": "BUSINESS_NUMBER",
        "number": "912",
        "dated": "02-01-2026",
        "expires_on": "01-01-2026",
        "expect": walk.proposal.act_count,
    }
    answer = as_(people["dewi"]).post(address, wrong)
    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Masa berlaku mendahului tanggal dokumen." in told and "Unggah berkas untuk “Pindaian dokumen”" in told


def test_criteria_ask_for_a_reason_each(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.go([*plan.partner_prepared(walk.story), plans.case(1, "verify", "staf")])
    address = f"/usulan/{walk.proposal.code}/tindakan/nilai-kriteria/"
    with clock.at(walk.timepiece.moment(walk.day)):
        answer = as_(people["ratna"]).post(address, {"met_ABLE": "True", "expect": walk.proposal.act_count})
    assert (answer.status_code, answer.content.decode().count("Isi “Pertimbangan dan buktinya”") >= 3) == (422, True)
    assert as_(people["dewi"]).get(address).status_code == 403


@pytest.fixture
def editor(people: dict[str, User]) -> tuple[Client, str, dict[str, str]]:
    """The editor of a Nota Kesepakatan with one row, as the Bagian has it before it."""
    walk = synergy(people)
    walk.go(together.agreed(walk.story)).go([plans.naskah_opened(1, "NK")])
    newest = walk.agreement.versions.first()
    fields = {"title": newest.title, "note": "", "expect": str(walk.agreement.act_count)}
    for n, clause in enumerate(newest.content, start=1):
        fields |= {
            f"judul_{n}": clause.title,
            f"isi_{n}": "\n\n".join(clause.paragraphs),
            f"kunci_{n}": clause.key,
            f"urut_{n}": str(n),
        }
    row = {
        "activity": "Pengukuran", "output": "Peta", "target": "1", "location": "Wanakerta", "time": "2027", "responsible": "1",
        "amount_1": "1.000.000", "source_1": "APBD", "account_1": "", "amount_2": "", "source_2": "", "account_2": "",
    }  # fmt: skip
    fields |= {f"rk_1_{name}": value for name, value in row.items()}
    return as_(people["dewi"]), f"/naskah/{walk.agreement.pk}/sunting/", fields


def test_rows_are_added_and_removed_and_kept_with_the_text(editor: tuple[Client, str, dict[str, str]]) -> None:
    client, address, fields = editor
    added = client.post(address, fields | {"tambah_rk": "1"}).content.decode()
    assert 'name="rk_2_activity"' in added and 'value="Pengukuran"' in added and "Rp1.000.000" in added
    removed = client.post(address, fields | {"hapus_rk": "1"}).content.decode()
    assert "Belum ada baris." in removed
    kept = client.post(address, fields)
    assert kept.status_code == 302
    assert "1. Pengukuran. Keluaran: Peta" in client.get(kept.url).content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rk_1_source_1": "APBN"}, "Dana tidak berpindah antarpihak"),
        ({"rk_1_amount_1": "banyak"}, "“banyak” tidak terbaca"),
        ({"rk_1_target": ""}, "Baris 1: isi target."),
    ],
)
def test_a_wrong_row_is_told_and_stays_on_the_page(
    editor: tuple[Client, str, dict[str, str]], changed: dict[str, str], sentence: str
) -> None:
    client, address, fields = editor
    answer = client.post(address, fields | changed)
    page = answer.content.decode()
    assert (answer.status_code, sentence in page, 'value="Pengukuran"' in page) == (422, True, True)
