"""Paraf from a telephone on a slow line: the text comes first, the PDF only when asked for, and the page is light."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from tests.support.browsing import Person
from tests.support.site import Site
from tests.support.wanasari import new_walk, set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGES = 14
#: 400 kbit/s with 400 ms: what a village of the region has on a bad day.
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
KILOBYTE = 1024
#: Before the form can be used: the text itself (a page of it is some 3 KB), and all that is fetched around it.
DOCUMENT, EVERYTHING = 80 * KILOBYTE, 230 * KILOBYTE
SENTENCE = "PARA PIHAK melaksanakan pengangkutan sampah terpilah dari setiap kecamatan menurut jadwal yang ditetapkan bersama setiap bulan. "


def long_naskah() -> Walk:
    """A text of fourteen pages, written through the act of its keepers and printed as it stands."""
    walk = new_walk(set_up()).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()
    for clause in walk.agreement.versions.first().content[1:5]:
        paragraphs = [SENTENCE * 6 for _ in range(14)]
        doings.revise_text(walk, clause.key, clause.title, paragraphs, f"{clause.title} diperinci")
    return walk.to_paraf()


class Line:
    """What has come over the line to the browser: bytes of each address."""

    def __init__(self, page: Page) -> None:
        self.asked: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        self.wire = page.context.new_cdp_session(page)
        self.wire.send("Network.enable")
        self.wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.wire.send("Network.emulateNetworkConditions", LINE)
        self.wire.on(
            "Network.requestWillBeSent", lambda sent: self.asked.update({sent["requestId"]: sent["request"]["url"]})
        )
        self.wire.on("Network.loadingFinished", self._count)

    def _count(self, done: dict[str, Any]) -> None:
        url = self.asked.get(done["requestId"], "")
        if not url.startswith("data:"):
            self.bytes[url] = self.bytes.get(url, 0) + int(done["encodedDataLength"])

    @property
    def total(self) -> int:
        return sum(self.bytes.values())


def test_a_naskah_of_fourteen_pages_gets_its_paraf_over_a_slow_line(site: Site, page: Page, tmp_path: Path) -> None:
    walk = long_naskah()
    printed = documents.latest(walk.agreement, "NASKAH_LOCKED")
    assert printed.file.pages >= PAGES
    page.set_viewport_size({"width": 390, "height": 844})
    Person(page, site.url, tmp_path).sign_in("ratna")
    page.set_default_timeout(60_000)
    line, address = Line(page), f"{site.url}/naskah/{walk.agreement.pk}/tindakan/paraf/"
    page.goto(address, wait_until="domcontentloaded")
    # The whole text is in the page itself, and so are the box to tick and the button.
    assert page.locator("main").inner_text().count("PARA PIHAK melaksanakan pengangkutan") == 4 * 14 * 6
    page.get_by_label("Saya telah membaca naskah ini").check()
    button = page.get_by_role("region", name="Tindakan").get_by_role("link", name="Bubuhkan paraf", exact=True)
    expect(button).to_be_in_viewport()
    page.wait_for_load_state("networkidle")
    assert [url for url in line.asked.values() if ".pdf" in url or "/dokumen/" in url] == []
    assert (line.bytes[address] <= DOCUMENT, line.total <= EVERYTHING) == (True, True)
    button.click()
    sheet = page.get_by_role("dialog", name="Bubuhkan paraf")
    sheet.get_by_label("PIN paraf").fill(settings.DEMO_PIN)
    expect(sheet.get_by_role("button", name="Bubuhkan paraf", exact=True)).to_be_enabled()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.screenshot(path=str(tmp_path / "paraf.png"))
