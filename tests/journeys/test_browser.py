"""The main job in a real browser: one KSDD keluar and one masuk, from login to the closed evaluation."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from agreements.models import Agreement
from kerjasama.core import clock
from kerjasama.documents.models import Document
from kerjasama.workflow.audit import verify
from kerjasama.workflow.models import StageEvent
from proposals.models import Proposal
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Pengelolaan Sampah Regional TPA Wanakerta"
TERMS = {
    "background": "Sampah di perbatasan kedua daerah belum terkelola bersama.",
    "aims": "Mengelola sampah perbatasan secara bersama.",
    "location": "Kecamatan Wanakerta dan Kecamatan Margasari",
    "scope": "Pengangkutan sampah\nPemrosesan akhir sampah",
    "term_text": "5 tahun sejak ditandatangani",
    "term_years": "5",
    "benefits": "Lingkungan kedua daerah lebih bersih.",
    "impact": "Bau dikelola dengan sabuk hijau.",
    "financing": "APBD kedua daerah sesuai dengan volume sampah.",
}


@pytest.fixture
def person(site: Site, page: Page, tmp_path: Path) -> Person:
    """Wanasari is in office, and somebody is about to sit down."""
    set_up()
    page.set_default_timeout(15_000)
    return Person(page, site.url, tmp_path)


def write_proposal(person: Person, *, unbudgeted: bool) -> None:
    """The three sections after the opening."""
    page = person.page
    page.select_option("[name=affair]", label="Lingkungan hidup")
    person.fill(TERMS).press("Simpan dan lanjutkan")
    facts = {
        "amount": "1,2 miliar",
        "burdens_community": "False",
        "burdens_region": "True",
        "unbudgeted": str(unbudgeted),
    }
    person.fill(facts | {"budget_reference": "" if unbudgeted else "DPA DLH, subkegiatan 1.05"})
    person.press("Simpan dan lanjutkan")
    declared = dict.fromkeys(("declares_decency", "declares_order", "declares_interest", "declares_law"), True)
    person.fill({"plan_standing": "LISTED", "plan_reference": "Daftar rencana kerja sama, nomor urut 3"} | declared)
    person.press("Simpan dan lanjutkan")


def meet(person: Person) -> None:
    """The meeting of the TKKSD, today, with one opinion beforehand."""
    today = day(clock.today())
    person.sign_in("ratna").act(
        "Jadwalkan rapat TKKSD", held_on=today, held_at="09.00", place="Ruang Rapat Setda", agenda="Pembahasan usulan"
    )
    person.sign_in("hukum")
    assert person.waits_for_me()
    person.page.goto(f"{person.base}/usulan/{person.code}/tindakan/beri-pendapat/")
    person.fill({"verdict": "AGREE"}).press("Beri pendapat").done()
    person.sign_in("ratna").open_case()
    person.wait_for_papers()
    person.page.get_by_role("link", name="Catat hasil rapat", exact=True).click()
    for control in person.page.locator("select[name^=attendance_]").all():
        control.select_option("SELF")
    person.fill({"discussion": "Usulan sesuai dengan kewenangan dan perencanaan.", "conclusion": "RECOMMENDED"})
    person.press("Catat hasil rapat").done()
    person.act("Lanjutkan dengan rekomendasi TKKSD")


def sign_naskah(person: Person, instrument: str, name: str, *, opened: bool = False) -> None:
    """A naskah from its opening to the register: drafting, legal review, three paraf, signing, scan, second person."""
    person.sign_in("dewi").open_case()
    if opened:
        person.page.get_by_role("link", name="Sunting naskah", exact=True).first.click()
    else:
        person.press(f"Buka {name}")
    person.page.fill("[name=note]", "Judul disesuaikan")
    person.page.fill("[name=title]", f"{TITLE} dan Sekitarnya")
    person.press("Simpan versi baru")
    from_text_to_register(person, instrument)


def from_text_to_register(person: Person, instrument: str) -> None:
    """A text that is written: legal review, three paraf, signing, scan, second person, register."""
    person.act("Kirim ke Bagian Hukum", partner_agreed=True, partner_note="Berita acara rapat bersama")
    person.sign_in("hukum").act("Setujui teks dan kunci")
    for username in ("ratna", "bambang", "nurhayati"):
        person.sign_in(username)
        assert person.waits_for_me()
        person.paraf()
    today = clock.today()
    naskah = Agreement.objects.latest("pk")
    theirs = [party.order for party in naskah.parties.order_by("order") if party.partner_id]
    numbers = {f"number_{order}": f"075/{n}/{instrument}/2026" for n, order in enumerate(theirs, start=11)}
    plan = {"planned_on": day(today), "planned_place": "Pendopo Kabupaten Wanasari", **numbers}
    person.sign_in("dewi").act("Siapkan penandatanganan", **plan)
    person.sign_in("aditya").act("Catat penandatanganan", occurred_on=day(today))
    person.sign_in("dewi").act(
        "Unggah naskah bertanda tangan",
        file=person.scan(f"Naskah {instrument}"),
        paraf=True,
        seal=True,
        stamp_duty=True,
    )
    person.sign_in("galih").act("Nyatakan pindaian sesuai", complete=True, same=True)
    person.sign_in("dewi").act("Catat dalam register", archive_place="Ruang Arsip, lemari 2")
    assert person.stage() == "IN_FORCE"


def report(person: Person) -> None:
    """The monev report of the period and its evaluation, closed."""
    page = person.page
    person.sign_in("dlh").open_case()
    person.press("Buka laporan monev")
    told = dict.fromkeys(("activities", "outputs", "outcomes", "problems", "follow_up"), "Sesuai dengan rencana kerja.")
    person.fill(told | {"budget_planned": "240 juta", "budget_realised": "221,5 juta"}).press("Simpan laporan")
    address = page.url
    page.get_by_role("link", name="Kirim laporan", exact=True).click()
    person.press("Kirim laporan").done().sign_in("dewi")
    page.goto(address)
    page.get_by_role("link", name="Isi evaluasi", exact=True).click()
    for control in page.locator("select[name^=score_]").all():
        control.select_option("4")
    person.fill({"verdict": "CONTINUE", "summary": "Berjalan sesuai dengan tujuan."}).press("Isi evaluasi").done()
    person.sign_in("ratna")
    page.goto(address)
    page.get_by_role("link", name="Sahkan dan tutup evaluasi", exact=True).click()
    person.press("Sahkan dan tutup evaluasi").done()
    page.goto(address)
    expect(page.locator("#stage")).to_have_attribute("data-stage", "CLOSED")


def check_verification(person: Person, site: Site) -> None:
    """Anyone with the QR code of the newest naskah sees that it is genuine and in force."""
    document = Document.objects.filter(kind="NASKAH_FINAL").latest("pk")
    person.page.context.clear_cookies()
    person.page.goto(f"{site.url}/periksa/{document.token}/")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Dokumen asli dan masih berlaku")


def check_ledger() -> None:
    """Every act once, in order, and all of it chained."""
    for model, pk in set(StageEvent.objects.values_list("subject_type", "object_id")):
        rows = StageEvent.objects.filter(subject_type=model, object_id=pk).order_by("seq").values_list("seq", flat=True)
        assert list(rows) == list(range(1, len(rows) + 1))
    assert verify().problem == ""


def test_keluar_from_login_to_the_closed_evaluation(person: Person, site: Site) -> None:
    page = person.page
    person.sign_in("dlh")
    page.get_by_role("link", name="Buat usulan").first.click()
    person.begin("REGION", "Pemerintah Kabupaten Tirtamarga", border="no", external="no")
    person.fill({"title": TITLE}).press("Buat usulan")
    write_proposal(person, unbudgeted=False)
    person.code = Proposal.objects.get().code
    person.act("Kirim untuk verifikasi")
    person.sign_in("dewi")
    assert person.waits_for_me()
    person.act("Nyatakan lengkap").act("Buat surat permohonan")
    person.sign_in("aditya").act("Tandatangani surat permohonan", occurred_on=day(clock.today()))
    letter: dict[str, Any] = {
        "number": "600.4.15/872/2026",
        "dated": day(clock.today()),
        "file": person.scan("Surat kesediaan"),
    }
    person.sign_in("dewi").act("Catat kesediaan mitra", **letter)
    assert person.stage() == "TKKSD_REVIEW"
    meet(person)
    person.act("Nyatakan persetujuan DPRD tidak diperlukan", reason="Teranggarkan dalam DPA DLH.")
    sign_naskah(person, "KB", "Kesepakatan Bersama")
    sign_naskah(person, "PKS", "Perjanjian Kerja Sama")
    report(person)

    offer = person.paper("Surat Permohonan Kerja Sama")
    assert TITLE in offer
    assert "BUPATI WANASARI" in offer
    assert "100.3.7/001/SURAT/KS/" in offer
    assert "kuorum" in person.paper("Berita Acara Rapat TKKSD").lower()
    assert f"{TITLE} dan Sekitarnya".upper() in person.paper("Perjanjian Kerja Sama")
    assert "075/11/KB/2026" in person.paper("Kesepakatan Bersama")
    check_verification(person, site)
    check_ledger()


def test_masuk_with_dprd_from_login_to_the_closed_evaluation(person: Person, site: Site) -> None:
    page, yesterday = person.page, clock.today() - timedelta(days=1)
    person.sign_in("dewi")
    person.begin("REGION", "Pemerintah Kota Purwaloka", begins="THEY", border="no", external="no")
    page.select_option("[name=lead_unit]", label="Dinas Lingkungan Hidup")
    person.fill({"title": TITLE}).press("Buat usulan")
    person.code = Proposal.objects.get().code
    letter = {
        "number": "100/45/2026",
        "dated": day(yesterday),
        "occurred_on": day(clock.today()),
        "file": person.scan("Permohonan"),
    }
    person.act("Catat surat permohonan masuk", **letter)
    person.sign_in("dlh")
    assert person.waits_for_me()
    page.goto(f"{site.url}/usulan/{person.code}/isi/kak/")
    write_proposal(person, unbudgeted=True)
    person.act("Kirim untuk verifikasi")
    person.sign_in("dewi").act("Nyatakan lengkap").act("Buat surat jawaban", answer="WILLING")
    person.sign_in("aditya").act("Tandatangani surat kesediaan", occurred_on=day(clock.today()))
    meet(person)
    person.act("Buat surat permohonan persetujuan DPRD")
    person.sign_in("aditya").act("Tandatangani surat kepada DPRD", occurred_on=day(clock.today()))
    person.sign_in("setwan")
    page.goto(f"{site.url}/dprd/{person.code}/tindakan/terima-di-dprd/")
    person.fill({"proof": "Agenda 12/DPRD"}).press("Catat penerimaan di Sekretariat DPRD").done()
    page.goto(f"{site.url}/dprd/{person.code}/tindakan/putuskan-dprd/")
    decision = {
        "decision": "APPROVED_WITH_NOTES",
        "notes": "Beban anggaran dilaporkan setiap tahun.",
        "session_on": day(clock.today()),
        "number": "7/DPRD/2026",
    }
    person.fill(decision | {"file": person.scan("Keputusan DPRD"), "confirmed": True})
    person.press("Periksa keputusan").press("Kirim keputusan DPRD").done()
    person.sign_in("dewi").act("Tindak lanjuti catatan DPRD", note="Dimuat dalam pasal monitoring.")
    sign_naskah(person, "KB", "Kesepakatan Bersama")
    report(person)

    answer = person.paper("Surat Kesediaan Kerja Sama")
    assert "100/45/2026" in answer
    assert "bersedia" in answer
    assert "belum" in person.paper("Surat Permohonan Persetujuan DPRD")
    check_verification(person, site)
    check_ledger()
