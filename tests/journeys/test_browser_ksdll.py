"""Foreign institutions in a real browser, each class of partner on its own way to the signed naskah: B, and A on both tracks."""

import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from agreements.models import Agreement
from agreements.stages import Instrument
from kerjasama.core import clock
from kerjasama.demo import abroad, plans
from kerjasama.parties.models import Partner
from kerjasama.workflow.audit import verify
from proposals.models import Proposal
from proposals.services import drafting
from tests.journeys.test_browser_ksdpl import PLAN, STUDY, TITLE, came, person, sign, to_legal
from tests.support.abroad import abroad_story
from tests.support.browsing import Person, day
from tests.support.live import Live, taken_up
from tests.support.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person"]

SCHOOL, NONPROFIT, BODY = "Riverbend Institute of Technology", "Stichting Schoon Water", "Asian Rivers Programme"
MINISTRY = "Kementerian Pembinaan Perairan"
EQUALITY = ("equal_status", "complementary", "people")


def parent() -> dict[str, Any]:
    """The cooperation of the centre that is passed on, and our object in it."""
    today = clock.today()
    return {
        "number": "14/KPP/LN/2024", "dated": day(today - timedelta(days=400)), "ends_on": day(today + timedelta(days=1500)),
        "object_class": "CAPABILITY", "no_office_abroad": True, "no_interference": True, "plan_standing": "IN_PLAN", "plan_reference": "RKPD 2026, program 4",
    }  # fmt: skip


def begin(person: Person, legal_class: str, partner: str, **who: str) -> None:
    """A new case, with its initiative on record."""
    person.begin(legal_class, partner, **who)
    unit = person.page.locator("[name=lead_unit]")
    if unit.input_value() == "":
        unit.select_option(label="Dinas Lingkungan Hidup")
    person.fill({"title": TITLE}).press("Buat usulan")
    person.code = Proposal.objects.get().code
    assert person.code.startswith("KSDLL-")
    person.act("Catat prakarsa", **came(person, "14/PRAKARSA"))


def forward(person: Person, **papers: Any) -> None:
    """The cooperation of the centre is named in its section."""
    page = person.page
    page.goto(f"{person.base}/usulan/{person.code}/isi/penerusan/")
    page.select_option("[name=ministry]", label=MINISTRY)
    page.select_option("[name=affair]", label="Lingkungan hidup")
    person.fill(parent() | papers).press("Simpan dan lanjutkan")
    expect(page).not_to_have_url(re.compile("/penerusan/"))  # the files are sent beside the page


def write_kak(live: Live) -> None:
    """The terms of reference, which every kind but the other foreign ones writes as well."""
    story = live.story
    terms = {
        name: getattr(story, name)
        for name in ("background", "aims", "location", "scope", "benefits", "impact", "financing")
    }
    live.proposal = drafting.write(
        live.proposal, {**terms, "term_text": "5 (lima) tahun", "term_years": 5}, by=live.who("opd")
    )


def write_plan(person: Person) -> None:
    """The seven parts of the plan, handed in."""
    person.page.goto(f"{person.base}/usulan/{person.code}/isi/rencana/")
    person.fill(PLAN).press("Simpan dan lanjutkan")
    person.act("Ajukan rencana kerja sama")


def live_of(site: Site, sort: str) -> Live:
    """What this journey has in common with the one of KSDPL is done by the services."""
    return taken_up(site, abroad_story(sort))


def verified(person: Person) -> None:
    """The Menteri lets the naskah be written."""
    person.sign_in("dewi").act(
        "Catat pertimbangan Menteri", **came(person, "301/SJ"), result="PROCEED", summary="Susun rancangan naskah."
    )


def to_confirmation(live: Live) -> None:
    """The locked text goes to the Gubernur, to the Menteri, and through the talks."""
    live.agreement = Agreement.objects.latest("pk")
    live.go(abroad.in_talks()[-4:]).go(abroad.confirmed()[:1])


def confirm_and_sign(person: Person, live: Live) -> None:
    """Surat Konfirmasi on this text, approval of the Menteri, the signing in person; then the original goes to the Menteri."""
    person.sign_in("dewi").act("Catat Surat Konfirmasi", **came(person, "77/KONF"), same=True)
    person.act("Catat persetujuan Menteri", **came(person, "302/SJ"))
    sign(person)
    live.go(abroad.kept())
    assert person.stage() == "IN_FORCE"
    assert verify().problem == ""


def test_b_comes_through_the_menteri_and_is_signed_with_his_approval(person: Person, site: Site) -> None:
    page = person.page
    person.sign_in("dewi")
    page.goto(f"{site.url}/usulan/baru/?partner=FOREIGN_OTHER&begins=THEY")
    expect(page.get_by_role("heading", name="Tidak dapat diusulkan dengan cara ini")).to_be_visible()
    begin(person, "FOREIGN_OTHER", SCHOOL, begins="THEY_VIA_CENTRE")
    person.sign_in("dlh")
    page.goto(f"{site.url}/usulan/{person.code}/isi/penjajakan/")
    page.select_option("[name=affair]", label="Lingkungan hidup")
    assert page.locator("[name=equal_status]").count() == 0, "only a region abroad must be our equal"
    person.fill({name: value for name, value in STUDY.items() if name not in EQUALITY}).press("Simpan dan lanjutkan")
    person.act("Ajukan kajian penjajakan")
    person.sign_in("aditya").act("Lanjutkan sesudah penjajakan")

    live = live_of(site, "KSDLL_B")
    live.go(
        [*abroad.consulted(), *abroad.intended(), *abroad.planned(), *abroad.cleared_by_dprd(), *abroad.submitted()]
    )
    verified(person)
    to_legal(person, "Naskah Kerja Sama", grant="NONE")
    to_confirmation(live)
    confirm_and_sign(person, live)
    memorandum = person.paper("Naskah Kerja Sama")
    assert SCHOOL in memorandum and "dalam rangkap 4 (empat) asli" in memorandum


def test_a_with_a_nonprofit_is_signed_while_both_its_permits_hold(person: Person, site: Site) -> None:
    page, today = person.page, clock.today()
    begin(person.sign_in("dlh"), "FOREIGN_NONPROFIT", NONPROFIT)
    forward(person)
    write_plan(person)
    live = live_of(site, "NONPROFIT")
    live.go([*plans.met(), plans.ACCEPTED, *abroad.cleared_by_dprd(), *abroad.submitted()])
    verified(person)

    assert page.get_by_role("link", name="Nyatakan izin lengkap", exact=True).count() == 0
    expect(page.get_by_role("main")).to_contain_text(f"Izin prinsip {NONPROFIT} tidak ada atau tidak berlaku")
    for kind in ("PRINCIPLE", "OPERATIONAL"):
        permit = {
            "kind": kind,
            "issuer": "Kementerian Luar Negeri",
            "valid_from": day(today),
            "valid_to": day(today + timedelta(days=700)),
        }
        person.act("Catat izin lembaga asing", number=f"{kind[:2]}/12/2026", file=person.scan(f"Izin {kind}"), **permit)
    person.act("Nyatakan izin lengkap")
    to_legal(person, "Naskah Kerja Sama", grant="NONE")
    to_confirmation(live)
    confirm_and_sign(person, live)
    person.open_case().press("Buka Rencana Kerja Tahunan")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Agreement.objects.latest("pk").instrument == Instrument.RKT


def test_a_with_an_international_body_is_signed_under_its_technical_partner(person: Person, site: Site) -> None:
    page = person.page
    begin(person.sign_in("dlh"), "INTERNATIONAL_BODY", BODY)
    forward(person, technical=True, burdens_region=True, willingness=person.scan("Kesediaan mitra"))
    live = live_of(site, "BODY")
    write_kak(live)
    page.goto(f"{site.url}/usulan/{person.code}/isi/pemetaan/")
    person.fill({name: STUDY[name] for name in ("potential", "characteristics", "needs")}).press("Simpan dan lanjutkan")
    page.goto(f"{site.url}/usulan/{person.code}/isi/rencana/")
    person.fill(PLAN).press("Simpan dan lanjutkan").open_case()
    expect(page.get_by_role("main")).to_contain_text("Studi kelayakan belum diunggah; wajib karena bersifat teknis")
    forward(person, technical=True, burdens_region=True, study=person.scan("Studi kelayakan"))
    person.act("Ajukan rencana kerja sama")
    live.go([*plans.met(), plans.ACCEPTED, *abroad.cleared_by_dprd(), *abroad.submitted()])
    verified(person)
    named = came(person, "9/RIS") | {"summary": "Mitra Teknis ditetapkan.", "recommendation": "7/REK/2026"}
    ministry = Partner.objects.get(name=MINISTRY).pk
    person.act("Catat Mitra Teknis", ministry=str(ministry), **named)
    to_legal(person, "Naskah Kerja Sama", grant="NONE")
    to_confirmation(live)
    confirm_and_sign(person, live)
    assert BODY in person.paper("Naskah Kerja Sama")
