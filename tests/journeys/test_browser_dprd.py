"""The DPRD in a real browser: asks, is answered and approves with notes; is silent over Lebaran; refuses and is asked again."""

import io
import re
from datetime import date, timedelta

import pikepdf
import pytest
from playwright.sync_api import expect

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.holidays import load_year
from kerjasama.demo import abroad
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.reviews import selectors as reviews
from tests.journeys.test_browser import check_ledger, person
from tests.support.abroad import abroad_walk
from tests.support.browsing import Person
from tests.support.press import quick_press
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person", "quick_press"]

MEMO = "Diterima Sekretariat DPRD, 45 hari kerja berlalu, dan sampai hari ini tidak ada jawaban."


def people() -> dict[str, User]:
    """Everyone of the cast, and the days off of the years that are walked through."""
    for year in (2025, 2026, 2027):
        load_year(year)
    return {user.username: user for user in User.objects.filter(is_demo=True)}


def asked(day: date) -> Walk:
    """A domestic case which the DPRD has received some weeks after `day`."""
    walk = Walk(story(unbudgeted=True), people(), day, print_now=True)
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_dprd()
    assert walk.day < clock.today()
    return walk


def lately() -> date:
    """Long enough ago to walk a case to the DPRD, not so long that its days are over."""
    return WorkCalendar.load().add(clock.today() - timedelta(days=60), 1)


def decide(person: Person, decision: str, **typed: str) -> Person:
    """The decision typed, read once more on the page that checks it, and sent."""
    person.page.goto(f"{person.base}/dprd/{person.code}/tindakan/putuskan-dprd/")
    facts = {
        "decision": decision,
        "session_on": f"{clock.today():%d-%m-%Y}",
        "number": "170/5/DPRD/2026",
        "file": person.scan("Keputusan DPRD"),
        "confirmed": True,
    }
    person.fill(facts | typed).press("Periksa keputusan")
    expect(person.page.get_by_role("heading", name="Periksa keputusan sebelum dikirim")).to_be_visible()
    return person


def test_the_dprd_asks_is_answered_and_approves_with_notes(person: Person) -> None:
    page = person.page
    person.code = asked(lately()).proposal.code
    person.sign_in("setwan").page.goto(f"{person.base}/dprd/")
    page.get_by_role("link", name="Pengelolaan Sampah Regional TPA Wanakerta").click()
    page.get_by_role("link", name="Ajukan pertanyaan").click()
    person.fill({"to": "UNIT", "words": "Berapa beban APBD pada tahun ketiga?"}).press("Kirim pertanyaan")
    expect(page.locator("#pesan")).to_contain_text("Pertanyaan terkirim")

    person.sign_in("dlh").page.goto(f"{person.base}/tugas/")
    page.get_by_role("link", name="Jawab pertanyaan DPRD").first.click()
    page.get_by_role("link", name="Jawab", exact=True).click()
    person.fill({"words": "Rp240.000.000, dari APBD.", "file": person.scan("Rincian beban")}).press("Kirim jawaban")
    expect(page.locator("#pesan")).to_contain_text("Jawaban terkirim")

    person.sign_in("setwan").page.goto(f"{person.base}/dprd/{person.code}/")
    expect(page.get_by_text("Rp240.000.000, dari APBD.")).to_be_visible()
    page.get_by_role("link", name="Teruskan kepada komisi").click()
    person.fill({"committee": "Komisi C"}).press("Teruskan kepada komisi").done()
    page.get_by_role("link", name="Catat rapat komisi").click()
    person.fill({"place": "Ruang Komisi C", "present": "9", "file": person.scan("Risalah")}).press("Catat rapat komisi")
    person.done()
    person.press("Semua dalam satu PDF")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Unduh satu berkas PDF").click(timeout=60_000)
    with pikepdf.open(io.BytesIO(taken.value.path().read_bytes())) as whole, whole.open_outline() as outline:
        marks = [item.title for item in outline.root]
    assert marks[0] == "Sampul dan daftar isi"
    assert "Risalah Rapat Komisi C DPRD" in marks

    decide(person, "APPROVED_WITH_NOTES", notes="Tarif ditinjau setiap dua tahun.")
    person.press("Ubah isian")
    expect(page.locator("[name=notes]")).to_have_value("Tarif ditinjau setiap dua tahun.")
    expect(page.get_by_text("sudah terunggah")).to_be_visible()
    person.fill({"number": "170/6/DPRD/2026"}).press("Periksa keputusan")
    expect(page.get_by_text("170/6/DPRD/2026")).to_be_visible()
    person.press("Kirim keputusan DPRD").done()
    expect(page.get_by_text("menunggu Bagian Kerja Sama atau Dinas Lingkungan Hidup")).to_be_visible()

    person.sign_in("dewi").page.goto(f"{person.base}/tugas/")
    expect(page.get_by_role("link", name="Tindak lanjuti catatan DPRD").first).to_be_visible()
    person.open_case()
    expect(page.get_by_text("1 catatan belum ditindaklanjuti")).to_be_visible()
    person.act("Tindak lanjuti catatan DPRD", note="Dimuat dalam pasal pembiayaan.").open_case()
    expect(page.get_by_text("1 catatan belum ditindaklanjuti")).to_have_count(0)
    check_ledger()


def test_silence_over_lebaran_blocks_at_home_and_is_deemed_approval_abroad(person: Person) -> None:
    page = person.page
    home = asked(date(2026, 1, 12))
    away = abroad_walk(people(), "KSDPL")
    away.day = date(2026, 1, 5)
    away.go([*abroad.explored(away.story), *abroad.consulted(), *abroad.intended(), *abroad.planned()]).to_dprd()
    for walk in (home, away):
        request = reviews.current_clearance(walk.proposal)
        skipped = {day.name for day in WorkCalendar.load().skipped(request.received_on, request.due_on)}
        assert any("Idulfitri" in name.replace(" ", "") or "Idul Fitri" in name for name in skipped), skipped
        assert request.due_on == WorkCalendar.load().add(request.received_on, 45)
    run_due()
    person.code = home.proposal.code
    person.sign_in("setwan").page.goto(f"{person.base}/dprd/{person.code}/")
    expect(page.get_by_text(re.compile("Dilewati:.*Idul ?[Ff]itri"))).to_be_visible()
    expect(page.get_by_text("Keputusan masih dapat dikirim.")).to_be_visible()

    person.sign_in("ratna").page.goto(f"{person.base}/tugas/")
    expect(page.get_by_text("DPRD lewat tenggat: ingatkan, beri nota, atau cabut permohonan").first).to_be_visible()
    person.open_case()
    expect(
        page.get_by_text("Diamnya DPRD tidak dianggap persetujuan untuk kerja sama dalam negeri").first
    ).to_be_visible()
    assert person.stage() == "DPRD_PENDING"

    person.code = away.proposal.code
    person.act("Nyatakan dianggap disetujui", reason=MEMO)
    assert person.stage() == "SUBMISSION"
    expect(page.get_by_text(MEMO).first).to_be_visible()
    check_ledger()


def test_a_refusal_and_a_second_request(person: Person) -> None:
    page = person.page
    person.code = asked(lately()).proposal.code
    today = f"{clock.today():%d-%m-%Y}"
    person.sign_in("setwan")
    decide(person, "REJECTED", why="Beban tahun kedua terlalu besar.").press("Kirim keputusan DPRD").done()
    person.sign_in("ratna").act("Ajukan lagi kepada DPRD", reason="Beban tahun kedua dikurangi.")
    person.act("Buat surat permohonan persetujuan DPRD")
    person.sign_in("aditya").act("Tandatangani surat kepada DPRD", occurred_on=today)
    person.sign_in("setwan").page.goto(f"{person.base}/dprd/{person.code}/tindakan/terima-di-dprd/")
    person.fill({"proof": "Agenda 13/DPRD"}).press("Catat penerimaan di Sekretariat DPRD").done()
    expect(page.get_by_text("Permohonan ke-2")).to_be_visible()
    expect(page.get_by_text("Beban tahun kedua terlalu besar.")).to_be_visible()
    page.goto(f"{person.base}/dprd/riwayat/")
    expect(page.get_by_text("Ditolak").last).to_be_visible()
    check_ledger()
