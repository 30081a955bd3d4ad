"""Mandatory cooperation of three neighbours in a real browser: mapping, technical coordination, signed KB, secretariat."""

from typing import Any

import pytest
from playwright.sync_api import expect

from kerjasama.core import clock
from kerjasama.demo import doings, plans
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from tests.journeys.test_browser import check_ledger, check_verification, person, sign_naskah
from tests.support.browsing import Person, day
from tests.support.live import taken_up
from tests.support.site import Site
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person"]

TITLE = "Pengelolaan Sungai Cimandala dari Hulu ke Hilir"
PARTNERS = ("Pemerintah Kabupaten Tirtamarga", "Pemerintah Kota Purwaloka")
MAPPING = {
    "potential": "Sungai Cimandala mengaliri ketiga daerah.", "characteristics": "Permukiman padat di sepanjang bantaran.",
    "needs": "Satu rencana induk sungai dengan pembagian biaya.", "externality": "Limbah di hulu mencemari air baku di hilir.",
}  # fmt: skip


def open_and_map(person: Person) -> None:
    """Two neighbours are chosen, the kind follows; the mapping waits until the borders are told."""
    page = person.page
    person.sign_in("dlh").begin("REGION", PARTNERS[0], border="yes", external="yes")
    page.get_by_text("Lebih dari dua pihak", exact=True).click()
    page.select_option("[name=partner_2]", label=PARTNERS[1])
    expect(page.get_by_text("Daerahnya berbatasan, urusannya berdampak lintas daerah")).to_be_visible()
    person.fill({"title": TITLE}).press("Buat usulan")
    person.code = Proposal.objects.get().code
    page.select_option("[name=affair]", label="Lingkungan hidup")
    person.fill(MAPPING).press("Simpan dan lanjutkan")
    person.open_case()
    assert page.get_by_role("link", name="Ajukan pemetaan", exact=True).count() == 0, (
        "nobody has said who borders on whom"
    )
    page.goto(f"{person.base}/usulan/{person.code}/isi/pemetaan/")
    for partner in PARTNERS:
        page.get_by_role("checkbox", name=f"{partner}").first.check()
    person.press("Simpan dan lanjutkan")
    person.act("Ajukan pemetaan")


def coordinate(person: Person) -> None:
    """The minutes of the wrong level are refused and nothing typed is lost; those of the right one are kept."""
    page = person.page
    minutes: dict[str, Any] = {
        "level": "NATIONAL", "number": "100.3.7/14/BA-KT/2026", "place": "Kantor Gubernur", "convened_by": "Gubernur Jaya Mandala",
        "agreed_objects": "Pengendalian limbah\nPenataan bantaran\nPeringatan dini banjir", "file": person.scan("Berita acara"), "agreed": True,
    }  # fmt: skip
    person.sign_in("dewi").open_case()
    page.get_by_role("link", name="Catat koordinasi teknis", exact=True).first.click()
    person.fill(minutes).press("Catat koordinasi teknis")
    expect(page.get_by_role("main")).to_contain_text("Koordinasi teknis ini dilakukan di tingkat provinsi")
    assert page.locator("[name=place]").input_value() == "Kantor Gubernur"
    person.fill({"level": "PROVINCE", "file": minutes["file"]}).press("Catat koordinasi teknis").done()
    assert person.stage() == "TKKSD_REVIEW"


def form_secretariat(person: Person) -> None:
    """The joint secretariat, with its three conditions."""
    decree = {
        "occurred_on": day(clock.today()), "decree_number": "188.4/31/KB/2026", "seat": "Wanasari", "continuous": True, "objects_count": "3",
        "term_years": "5", "file": person.scan("Keputusan bersama"),
    }  # fmt: skip
    person.sign_in("dewi").act("Catat Sekretariat Kerja Sama", **decree)
    expect(person.page.get_by_role("main")).to_contain_text("188.4/31/KB/2026")


def test_three_neighbours_from_the_mapping_to_the_signed_kb_and_its_secretariat(person: Person, site: Site) -> None:
    open_and_map(person)
    partners = [Partner.objects.get(name=name) for name in PARTNERS]
    live = taken_up(site, story(title=TITLE, category="MANDATORY", partner=partners[0], also=(partners[1],)))
    live.go([plans.Step(0, doings.fill_in), plans.case(0, "submit", "opd"), plans.case(0, "verify", "staf")])
    coordinate(person)
    live.go([*plans.met(), plans.ACCEPTED, *plans.cleared(live.story)])
    sign_naskah(person, "KB", "Kesepakatan Bersama")
    form_secretariat(person)
    agreed = person.paper("Kesepakatan Bersama")
    for label in ("PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA"):
        assert label in agreed
    assert "075/11/KB/2026" in agreed and "075/12/KB/2026" in agreed
    check_verification(person, site)
    check_ledger()
