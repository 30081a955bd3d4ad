"""Paraf surat on a phone: the Kabag marks three light letters at once with one PIN, and opens a heavy one by itself."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from kerjasama.core import clock, parameters
from kerjasama.demo import abroad
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import LetterParaf
from tests.support.abroad import abroad_walk
from tests.support.browsing import Person
from tests.support.site import Site
from tests.support.wanasari import new_walk, set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TITLES = ("Air Bersih Perkotaan", "Pertukaran Pelajar", "Taman Kota")


@pytest.fixture
def offer(site: Site) -> Walk:
    """Three letters to the Menteri and an offer to another region wait for the Kabag."""
    people = set_up()
    parameters.change("letter_paraf_chain", ["KABAG", "SEKDA"], by=people["admin"], reason="Tata naskah dinas daerah")
    for title in TITLES:
        walk = abroad_walk(people, "KSDPL", title=title)
        walk.day = walk.calendar().back(clock.today(), 5)
        walk.go([*abroad.explored(walk.story), *abroad.asked_about_intent()[:1]])
    heavy = new_walk(people)
    heavy.day = heavy.calendar().back(clock.today(), 5)
    return heavy.to_verification().to_answer()


def test_three_light_letters_with_one_pin_and_the_heavy_one_by_itself(
    site: Site, offer: Walk, page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_default_timeout(15_000)
    person = Person(page, site.url, tmp_path).sign_in("ratna")
    page.goto(f"{site.url}/tugas/")
    page.get_by_role("link", name="Paraf surat", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Surat yang menunggu paraf Anda")
    boxes = page.locator("[name=surat]")
    expect(boxes).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for box in boxes.all():
        box.check()
    # Not declared as read: nothing happens, and what was chosen stays chosen.
    page.get_by_role("link", name="Paraf yang dipilih").click()
    sheet = page.get_by_role("dialog", name="Paraf yang dipilih")
    sheet.get_by_label("PIN paraf").fill(settings.DEMO_PIN)
    sheet.get_by_role("button", name="Bubuhkan paraf", exact=True).click()
    expect(sheet.get_by_text("Nyatakan bahwa surat yang Anda pilih sudah Anda baca.").first).to_be_visible()
    assert [box.is_checked() for box in page.locator("[name=surat]").all()] == [True] * 3
    sheet.locator("[name=read]").check()
    sheet.get_by_label("PIN paraf").fill(settings.DEMO_PIN)
    sheet.get_by_role("button", name="Bubuhkan paraf", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("3 (tiga) surat diparaf")
    rows = LetterParaf.objects.filter(state="GIVEN", given_by__username="ratna")
    assert sorted(row.document.subject.title for row in rows) == sorted(TITLES)
    # The offer binds the region: it has no box, and is read and marked on a page of its own.
    expect(page.locator("[name=surat]")).to_have_count(0)
    page.get_by_role("link", name="Buka dan paraf").click()
    expect(page.get_by_text("menawarkan kerja sama atas nama daerah")).to_be_visible()
    page.locator("[name=read]").check()
    page.get_by_role("link", name="Bubuhkan paraf", exact=True).click()
    sheet = page.get_by_role("dialog", name="Bubuhkan paraf")
    sheet.get_by_label("PIN paraf").fill(settings.DEMO_PIN)
    sheet.get_by_role("button", name="Bubuhkan paraf", exact=True).click()
    person.done()
    assert rows.all().count() == 4
    page.goto(f"{site.url}/tugas/paraf/")
    expect(page.get_by_text("Semua surat sudah Anda paraf.")).to_be_visible()
