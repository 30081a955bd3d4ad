"""A report to the Gubernur in a real browser: opened by the clock, sent, corrected by a second edition that lists what changed."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.statutory.models import ReportEdition
from kerjasama.workflow.audit import verify
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import set_up, story

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Pengelolaan Sampah Regional TPA Wanakerta"


class Reporter(Person):
    """Somebody who works on a report."""

    def at(self, path: str) -> "Reporter":
        self.page.goto(f"{self.base}{path}")
        return self

    def act(self, edition: ReportEdition, label: str, **facts: str) -> "Reporter":
        """Open the edition, click the act, fill its form, press its button."""
        self.at(edition.get_absolute_url()).page.get_by_role("link", name=label, exact=True).first.click()
        self.fill(facts).press(label).done()
        return self


def test_a_report_goes_to_the_governor_and_its_second_edition_lists_what_changed(
    site: Site, page: Page, tmp_path: Path
) -> None:
    people = set_up()
    page.set_default_timeout(15_000)
    walk = Walk(story(), people, clock.today() - timedelta(days=420), print_now=True)
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    with clock.at(datetime.combine(clock.today(), time(6), tzinfo=clock.zone())):
        run_due()
    edition = ReportEdition.objects.get(report__kind="DOMESTIC")
    person = Reporter(page, site.url, tmp_path)

    # The clock has opened it; it waits for the Bagian with its day.
    person.sign_in("dewi").at("/tugas/")
    expect(page.locator("main")).to_contain_text("Susun laporan")
    page.get_by_role("link", name="Susun laporan").first.click()
    person.at(edition.get_absolute_url())
    expect(page.locator("main")).to_contain_text("Gubernur")
    person.fill({"analysis": "Kerja sama berjalan.", "follow_up": "Menagih laporan yang belum masuk."}).press(
        "Simpan analisis"
    )
    person.act(edition, "Ajukan laporan untuk diperiksa")

    # Its head reads and approves; it is numbered, frozen and printed.
    person.sign_in("ratna").at(edition.get_absolute_url())
    page.get_by_role("link", name="Pratinjau isi").click()
    page.get_by_role("link", name="Daftar naskah kerja sama").click()
    expect(page.locator("main")).to_contain_text(TITLE)
    person.act(edition, "Setujui dan terbitkan laporan", read="on")
    edition.refresh_from_db()
    site.run_worker_until_idle()
    person.sign_in("aditya").act(edition, "Tandatangani laporan")
    person.sign_in("dewi").act(
        edition, "Catat pengiriman", way="ELECTRONIC", dispatch_number="SRK/1", occurred_on=day(clock.today())
    )
    edition.refresh_from_db()
    assert (edition.stage, edition.addressee) == ("SENT", "Gubernur")
    expect(page.locator("main")).to_contain_text(edition.content.sha256)

    # A unit reports late: what was sent stays, the second edition lists what changed.
    report = walk.agreement.reports.order_by("ends_on").last()
    beside = walk.beside(report)
    beside.day = clock.today()
    beside.send_report()
    expect(page.get_by_role("link", name="Buka edisi perbaikan")).to_be_visible()
    page.get_by_role("link", name="Buka edisi perbaikan").click()
    person.fill({"why": "laporan DLH baru masuk"}).press("Buka edisi perbaikan")
    second = ReportEdition.objects.get(report=edition.report, number=2)
    page.get_by_role("link", name="Lihat perubahannya").click()
    changed = page.get_by_label(f"{TITLE} (Kesepakatan Bersama)", exact=True)
    expect(changed).to_contain_text("Belum ada laporan")
    expect(changed).to_contain_text("evaluasi bagian kerja sama")
    person.act(second, "Ajukan laporan untuk diperiksa")
    person.sign_in("ratna").act(second, "Setujui dan terbitkan laporan", read="on")
    site.run_worker_until_idle()
    person.sign_in("aditya").act(second, "Tandatangani laporan")
    person.sign_in("dewi").act(second, "Catat pengiriman", way="HANDED", occurred_on=day(clock.today()))
    second.refresh_from_db()
    assert (second.stage, second.content.compared_with) == ("SENT", edition)
    assert second.letter.context["tables"][-1]["title"].startswith("Perubahan sejak")
    expect(page.locator("main")).to_contain_text(second.letter_number)
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    assert verify().problem == ""
