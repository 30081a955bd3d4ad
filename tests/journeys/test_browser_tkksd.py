"""The TKKSD in a real browser: eleven members, two represented, one recused; quorum lost and regained; a condition met."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kerjasama.core import clock
from kerjasama.reviews.models import Meeting, Team
from kerjasama.reviews.services import NewMember, add_member
from proposals.models import Proposal
from proposals.services import meetings
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import new_walk, set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CALL = {"held_at": "09.00", "place": "Aula Bappeda", "agenda": "Pembahasan usulan"}
WANTED = "Lampirkan rincian anggaran."


@pytest.fixture
def world(site: Site, page: Page, tmp_path: Path) -> tuple[Person, dict[str, Any]]:
    """Eleven members in office, and a case that waits for them."""
    people = set_up()
    team = Team.objects.get()
    for username in [u for u in ("dishub", "dispar", "dpupr", "disdik", "distan") if team.members.count() < 11]:
        if team.members.count() < 11:
            add_member(team, NewMember(people[username], "FIXED"), since=clock.today(), by=people["ratna"])
    walk = new_walk(people).to_verification().to_answer().to_tkksd()
    page.set_default_timeout(15_000)
    person = Person(page, site.url, tmp_path)
    person.code = walk.proposal.code
    return person, people


def workroom(person: Person) -> Page:
    """The page on which a member speaks about the case."""
    person.page.goto(f"{person.base}/admin/reviews/agendaitem/")
    person.page.locator("#result_list tbody a").first.click()
    return person.page


def attend(person: Person, meeting: Meeting, states: list[str]) -> None:
    """Fill in the list of attendance by rank: S self, R represented, A absent."""
    person.page.goto(f"{person.base}{meeting.get_absolute_url()}")
    person.page.get_by_role("link", name="Catat daftar hadir", exact=True).click()
    rows = person.page.locator(".ks-table tbody tr")
    expect(rows).to_have_count(len(states))
    for n, state in enumerate(states):
        rows.nth(n).locator("select").select_option({"S": "SELF", "R": "REPRESENTED", "A": "ABSENT"}[state])
        if state == "R":
            rows.nth(n).locator("input").fill("Ani Wulandari, Sekretaris Dinas")
    person.press("Simpan daftar hadir")
    expect(person.page.locator(".messagelist")).to_contain_text("tercatat")


def test_a_meeting_of_eleven(world: tuple[Person, dict[str, Any]]) -> None:
    person, _ = world
    page, today = person.page, clock.today()
    person.sign_in("ratna")
    page.goto(f"{person.base}/admin/reviews/meeting/add/")
    page.get_by_label(person.code).check()
    person.fill({**CALL, "held_on": day(today)}).press("Kirim undangan")
    expect(page.locator(".messagelist")).to_contain_text("undangan dibuat dan dikirim")
    first = Meeting.objects.get()
    assert first.attendances.count() == 11

    person.sign_in("hukum")
    workroom(person).get_by_text("Nyatakan mengundurkan diri", exact=True).click()
    page.fill("#mundur_reason", "Saudara kandung pimpinan calon mitra.")
    person.press("Catat pengunduran diri")
    expect(page.locator(".messagelist")).to_contain_text("tidak dihitung dalam kuorum")
    person.sign_in("bpkad")
    workroom(person).locator("[name=verdict][value=AGREE_WITH_NOTES]").check()
    page.fill("#id_note", "Rincian anggaran belum ada.")
    page.fill("#id_conditions", WANTED)
    person.press("Simpan pendapat")
    expect(page.locator(".messagelist")).to_contain_text("tercatat")

    person.sign_in("ratna")
    attend(person, first, ["S", "S"] + ["A"] * 9)
    expect(page.locator("#content")).to_contain_text("belum terpenuhi")
    page.get_by_role("link", name="Lanjutkan pada hari lain", exact=True).click()
    person.fill({"held_on": day(today)}).press("Undang rapat lanjutan")
    expect(page.locator(".messagelist")).to_contain_text("tercatat")
    again = Meeting.objects.get(continues=first)
    attend(person, again, ["S", "R", "S", "R"] + ["S"] * 7)
    expect(page.locator("#content")).to_contain_text("1 mengundurkan diri")
    page.get_by_role("link", name="Catat hasil").click()
    page.get_by_label(WANTED).check()
    person.fill({"discussion": "Usulan sesuai dengan perencanaan.", "conclusion": "WITH_REPAIR"})
    person.press("Catat hasil rapat")
    expect(page.locator(".messagelist")).to_contain_text("Semua usulan pada rapat ini sudah disimpulkan.")

    person.sign_in("dlh").act("Laporkan pemenuhan syarat TKKSD", note="Rincian anggaran dilampirkan.")
    assert person.stage() == "TKKSD_REVIEW"
    person.sign_in("ratna").act("Nyatakan syarat TKKSD terpenuhi", note="Rincian diperiksa dan sesuai.")
    person.act("Lanjutkan dengan rekomendasi TKKSD")
    assert person.stage() == "DPRD_ASSESSMENT"
    minutes = person.paper("Berita Acara Rapat TKKSD")
    assert "Saudara kandung pimpinan calon mitra" in minutes
    assert minutes.count("Diwakili oleh Ani") == 2


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def test_a_member_goes_through_the_queue_by_keys(world: tuple[Person, dict[str, Any]]) -> None:
    person, people = world
    page = person.page
    other = new_walk(people, title="Air Minum Curah").to_verification().to_answer().to_tkksd().proposal
    cases = [Proposal.objects.get(code=person.code), other]
    meetings.convene(cases, **{**CALL, "held_at": "09:00"}, held_on=clock.today(), by=people["ratna"])
    person.sign_in("hukum")
    page.goto(f"{person.base}/admin/reviews/agendaitem/")
    rows = page.locator("#result_list tbody th a").all_text_contents()
    assert len(rows) == 2
    seen = []
    for key in ("j", "j", "j", "k", "x"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == [rows[0], rows[1], rows[1], rows[0], rows[0]]
    expect(page.locator("input.action-select").nth(0)).to_be_checked()
    expect(page.locator("input.action-select").nth(1)).not_to_be_checked()

    page.fill("#searchbar", "")
    page.locator("#searchbar").press_sequentially("jk?x")
    expect(page.locator("#searchbar")).to_have_value("jk?x")
    expect(page.locator("#tombol")).not_to_be_visible()
    page.locator("#searchbar").blur()
    page.keyboard.press("?")
    expect(page.locator("#tombol")).to_be_visible()
    page.keyboard.press("j")
    assert page.locator("#tombol").evaluate("node => node.open && node.contains(document.activeElement)")
    page.keyboard.press("Escape")

    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kerangka acuan kerja")).to_be_visible()
    # The keys listen once the page has loaded.
    page.wait_for_load_state()
    for _ in range(3):
        page.keyboard.press("j")
    assert focused(page) == "Anggaran dan perencanaan"
    page.locator("#id_note").press_sequentially("Jajaki kuota.")
    expect(page.locator("#id_note")).to_have_value("Jajaki kuota.")
    page.locator("#id_note").blur()
    page.keyboard.press("u")
    expect(page.locator("#result_list")).to_be_visible()

    page.get_by_role("link", name="Tombol pintas").click()
    page.get_by_label("Aktifkan tombol pintas satu huruf").uncheck()
    page.get_by_role("button", name="Tutup").click()
    page.locator("#result_list tbody th a").nth(1).focus()
    page.keyboard.press("k")
    assert focused(page) == rows[1]
