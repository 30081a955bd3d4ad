"""Acceptance scenarios of synergy with the central government."""

import pytest

from agreements import work_plan
from agreements.services import drafting as naskah
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.demo import doings, plans
from kerjasama.demo import synergy as plan
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from kerjasama.documents.rendering import render_html
from tests.support.partners import synergy

pytestmark = pytest.mark.usefixtures("quick_press")


@pytest.fixture
def drafting(people: dict[str, User]) -> Walk:
    """A Nota Kesepakatan that is being written."""
    walk = synergy(people)
    return walk.go(plan.agreed(walk.story)).go([plans.naskah_opened(1, "NK")])


def keep(walk: Walk, rows: list[work_plan.Row]) -> None:
    newest = walk.agreement.versions.first()
    annex = work_plan.as_annex(rows, work_plan.sides_of(walk.agreement.parties.order_by("order")))
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement,
            title=newest.title,
            clauses=list(newest.content),
            note="",
            by=walk.who("staf"),
            annexes=[annex],
        )
    )


def test_scenario_13_a_row_that_moves_money_between_the_parties_is_refused(drafting: Walk) -> None:
    rows = plan.rows(drafting)
    ours = str(drafting.agreement.parties.get(partner__isnull=True).order)
    rows[0]["costs"][ours]["source"] = "APBN"
    with pytest.raises(BadInput) as told:
        keep(drafting, rows)
    assert told.value.errors[""] == [
        "Baris 1: bagian Pemerintah Kabupaten Wanasari dibiayai APBN, yaitu anggaran pihak lain. Dana tidak berpindah antarpihak dalam sinergi; "
        "masing-masing memakai anggarannya sendiri (PP 28/2018 Pasal 46 ayat (2) dan (3))."
    ]
    assert drafting.agreement.versions.count() == 1


def test_the_note_waits_for_its_rencana_kerja(drafting: Walk) -> None:
    with pytest.raises(NotYet) as told:
        drafting.sub_act("send_to_legal", "staf", partner_note="Rapat")
    assert told.value.detail == "Rencana Kerja belum diisi. (PP 28/2018 Pasal 46 ayat (3) dan (4))"


def test_rows_that_lack_something_are_told_row_by_row(drafting: Walk) -> None:
    rows = plan.rows(drafting)
    rows[1] |= {"output": " ", "responsible": 9}
    rows[2]["costs"] = {order: {"amount": "", "source": "", "account": ""} for order in rows[2]["costs"]}
    sides = work_plan.sides_of(drafting.agreement.parties.order_by("order"))
    assert work_plan.problems(rows, sides) == [
        "Baris 2: isi keluaran.",
        "Baris 2: pilih pihak yang bertanggung jawab.",
        "Baris 3: isi anggaran sedikitnya satu pihak.",
    ]


def test_each_party_has_its_own_sum(drafting: Walk) -> None:
    sides = work_plan.sides_of(drafting.agreement.parties.order_by("order"))
    sums = work_plan.totals(plan.rows(drafting), sides)
    assert {name: int(sums[order]) for order, name, _ in sides} == {
        "Pemerintah Kabupaten Wanasari": 345_000_000,
        "Kantor Pertanahan Kabupaten Wanasari": 275_000_000,
    }


def test_the_paraf_binds_the_rencana_kerja(drafting: Walk) -> None:
    plan.write_plan(drafting)
    before = drafting.agreement.versions.first().text_hash
    rows = plan.rows(drafting)
    rows[0]["target"] = "121 bidang"
    keep(drafting, rows)
    after = drafting.agreement.versions.first()
    assert after.text_hash != before
    assert after.tables[0]["lines"][0].count("121 bidang") == 1


def test_the_paper_carries_the_table_and_no_article_of_other_kinds(drafting: Walk) -> None:
    plan.write_plan(drafting)
    drafting.go(plans.text_locked())
    paper = Document.objects.filter(kind="NASKAH_LOCKED", object_id=drafting.agreement.pk).latest("pk")
    page = " ".join(render_html(paper.template, paper.context).split())
    assert paper.template == "nota_kesepakatan"
    assert "Rencana Kerja" in page and "345.000.000" in page and "275.000.000" in page
    assert "Pasal 46 Peraturan Pemerintah Nomor 28 Tahun 2018" in page
    assert "Pasal 370" not in page and "daerah lain" not in page


def test_letters_of_synergy_cite_its_own_article(people: dict[str, User]) -> None:
    walk = synergy(people)
    walk.go(plan.agreed(walk.story))
    offer = Document.objects.get(kind="OFFER", object_id=walk.proposal.pk)
    page = " ".join(render_html(offer.template, offer.context).split())
    assert "Pasal 46 Peraturan Pemerintah Nomor 28 Tahun 2018" in page
    assert "daerah dengan daerah lain" not in page.lower() and "Pasal 363" not in page
    assert "Yth. Kepala Kantor Pertanahan Kabupaten Wanasari" in page


def test_no_pks_is_opened_under_a_note(people: dict[str, User]) -> None:
    walk = synergy(people)
    walk.go(plan.agreed(walk.story)).go(plan.note_in_force())
    with pytest.raises(NotYet, match="tidak dibuat dalam kerja sama jenis ini"):
        doings.open_naskah(walk, "PKS")
