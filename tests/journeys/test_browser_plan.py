"""The yearly plan in a real browser: written, verified by two, discussed, adopted; a case grows from it and is seen in the figures."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kerjasama.core import clock
from kerjasama.workflow.audit import verify
from proposals.models import PlanRow, PlanYear, Proposal
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OBJECTS = ("Pengelolaan Sampah Regional TPA Wanakerta", "Pemantauan Kualitas Air Sungai Cimandala")
PARTS = {
    "potential": "Sisa kapasitas tujuh tahun.", "characteristics": "Permukiman padat di perbatasan.", "needs": "Sampah perbatasan belum terangkut.",
    "externality": "Lindi mengalir ke hilir.",
}  # fmt: skip
WORTH = {
    "benefits": "Biaya per ton turun.",
    "benefit_amount": "2,4 miliar",
    "cost_amount": "1,2 miliar",
    "funding": "SHARED",
    "budget_status": "PLANNED",
}


class Planner(Person):
    """Somebody who works on the list of a year."""

    def __init__(self, page: Page, base: str, folder: Path, year: int) -> None:
        super().__init__(page, base, folder)
        self.list = f"{base}/perencanaan/{year}/1/"

    def go(self, address: str) -> "Planner":
        self.page.goto(address)
        return self

    def do(self, address: str, label: str, **facts: Any) -> "Planner":
        """Open a page, click the act, fill its form, press its button."""
        self.page.goto(address)
        self.page.get_by_role("link", name=label, exact=True).first.click()
        self.fill(facts).press(label).done()
        return self

    def write_row(self, title: str) -> None:
        self.go(self.list).page.get_by_role("link", name="Usulkan rencana", exact=True).click()
        self.fill({"title": title})
        if self.page.locator("[name=unit]").input_value() == "":
            self.page.select_option("[name=unit]", label="Dinas Lingkungan Hidup")
        self.press("Buat baris")
        self.page.select_option("[name=affair]", label="Lingkungan hidup")
        self.fill({"partner_name": "Kabupaten Tirtamarga", "location": "Kecamatan Wanakerta"}).press(
            "Simpan dan lanjutkan"
        )
        self.fill(PARTS).press("Simpan dan lanjutkan")
        self.fill(WORTH).press("Simpan dan lanjutkan")
        self.fill({"programme_document": "BOTH", "programme": "Program Persampahan 1.05"}).press("Simpan dan lanjutkan")
        self.page.get_by_role("link", name="Kirim usulan rencana", exact=True).click()
        self.press("Kirim usulan rencana").done()

    def tasks(self) -> str:
        self.page.goto(f"{self.base}/tugas/")
        return self.page.locator("main").inner_text()


def test_a_plan_is_made_adopted_and_carried_out(site: Site, page: Page, tmp_path: Path) -> None:
    set_up()
    page.set_default_timeout(15_000)
    today = clock.today()
    person = Planner(page, site.url, tmp_path, today.year)

    person.sign_in("dewi").page.goto(f"{site.url}/perencanaan/")
    page.get_by_role("link", name="Buka daftar", exact=True).click()
    person.fill({"year": str(today.year), "open_until": day(today + timedelta(days=30))}).press("Buka daftar")
    person.sign_in("dlh")
    for title in OBJECTS:
        person.write_row(title)
    first, second = (f"{site.url}/perencanaan/baris/{row.pk}/" for row in PlanRow.objects.order_by("pk"))

    person.sign_in("bappeda")
    assert "Verifikasi usulan rencana: 2 baris" in person.tasks()
    for address in (first, second):
        person.do(address, "Nyatakan terverifikasi (Bappeda)", note="Sejalan dengan RKPD.")
    person.sign_in("dewi")
    for address, benefit in ((first, "3"), (second, "5")):
        scores = {f"score_{key}": "3" for key in ("alignment", "service", "externality", "readiness", "funding")}
        person.do(address, "Nyatakan terverifikasi (Bagian)", **scores, score_benefit=benefit)
    assert list(PlanRow.objects.order_by("rank").values_list("title", flat=True)) == [OBJECTS[1], OBJECTS[0]]

    person.go(f"{person.list}prioritas/").page.get_by_role("link", name=f"Naikkan {OBJECTS[0]}").click()
    person.fill({"reason": "Arahan TKKSD: TPA segera penuh."}).press("Naikkan urutan")
    expect(page).to_have_url(f"{person.list}prioritas/")
    assert list(PlanRow.objects.order_by("rank").values_list("title", flat=True)) == list(OBJECTS)

    person.sign_in("ratna").page.goto(person.list)
    page.get_by_role("link", name="Catat pembahasan TKKSD", exact=True).click()
    for control in page.locator("textarea[name^=note_]").all():
        control.fill("Layak dilanjutkan.")
    person.press("Simpan catatan")
    expect(page).to_have_url(person.list)
    person.do(person.list, "Ajukan untuk ditetapkan")
    person.sign_in("aditya")
    assert "Tetapkan daftar rencana" in person.tasks()
    wait_for_papers(person)
    person.do(person.list, "Tetapkan daftar rencana", occurred_on=day(today))
    plan = PlanYear.objects.get()
    assert (plan.stage, plan.decree_number.split("/")[2]) == ("ADOPTED", "KEP")
    read_decree(person, plan)

    person.sign_in("dlh").page.goto(first)
    page.get_by_role("link", name="Buat usulan", exact=True).click()
    page.select_option("[name=partner]", label="Pemerintah Kabupaten Tirtamarga")
    person.press("Buat usulan")
    expect(page.locator("[name=location]")).to_have_value("Kecamatan Wanakerta")
    case = Proposal.objects.get()
    assert (case.plan_row.title, case.plan_row.stage, case.plan_standing) == (OBJECTS[0], "RUNNING", "LISTED")
    page.goto(f"{site.url}/perencanaan/realisasi/")
    line = page.locator("tbody tr").filter(has_text=str(today.year)).first.inner_text().split()
    assert line[:7] == [str(today.year), "2", "1", "1", "0", "0", "0"]
    assert verify().problem == ""


def wait_for_papers(person: Planner) -> None:
    """The worker prints the draft decree; nobody has to wait long for it."""
    for _ in range(60):
        person.page.goto(person.list)
        if person.page.get_by_text("Sedang dibuat", exact=True).count() == 0:
            return
        person.page.wait_for_timeout(500)
    raise AssertionError("the draft decree was not printed in time")


def read_decree(person: Planner, plan: PlanYear) -> None:
    """The decree as poppler reads it: number, both objects in their order, the words of the law."""
    wait_for_papers(person)
    link = person.page.get_by_role("link", name=f"Unduh Keputusan {plan}", exact=True).first
    words = person.read(link.get_attribute("href"))
    assert plan.decree_number in words
    for sentence in ("MEMUTUSKAN:", "KESATU : Menetapkan Daftar Rencana Kerja Sama Daerah", "BUPATI WANASARI,"):
        assert sentence in words
    assert words.index("Sampah Regional") < words.index("Kualitas Air")
