"""Cooperation with a city abroad in a real browser: from login to the signed and registered naskah."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from agreements.models import Agreement
from kerjasama.core import clock
from kerjasama.demo import abroad
from kerjasama.workflow.audit import verify
from proposals.models import Proposal
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Pengelolaan Air Bersih Perkotaan"
STUDY = {
    "background": "Mutu air sungai perkotaan menurun.", "aims": "Meningkatkan mutu pengelolaan air.", "location": "Wanasari dan Aoshima",
    "potential": "Teknologi pemantauan air.", "characteristics": "Kota sungai.", "needs": "Tenaga terlatih.", "benefits": "Air lebih bersih.",
    "conclusion": "Layak ditindaklanjuti.", "plan_standing": "IN_PLAN", "plan_reference": "RKPD 2026, program 4", "object_class": "CAPABILITY",
    "no_office_abroad": True, "no_interference": True, "equal_status": True, "complementary": "Teknologi dan pengalaman saling melengkapi.",
    "people": "Pertukaran pelajar.",
}  # fmt: skip
PLAN = {
    "subject": "Kabupaten Wanasari dan Kota Aoshima", "background": "Mutu air sungai perkotaan menurun.", "aims": "Meningkatkan mutu pengelolaan air.",
    "object_text": TITLE, "scope": "Pelatihan\nUji coba teknologi", "funding": "Anggaran masing-masing pihak.", "term_text": "5 tahun", "term_years": "5",
}  # fmt: skip


@pytest.fixture
def person(site: Site, page: Page, tmp_path: Path) -> Person:
    """Wanasari is in office and knows its partners abroad."""
    set_up()
    abroad.set_up()
    page.set_default_timeout(15_000)
    return Person(page, site.url, tmp_path)


def came(person: Person, number: str) -> dict[str, Any]:
    """A paper from outside, dated today."""
    return {"number": number, "occurred_on": day(clock.today()), "file": person.scan(f"Surat {number}")}


def meet(person: Person) -> None:
    """The meeting of the TKKSD, today."""
    today = day(clock.today())
    person.sign_in("ratna").act(
        "Jadwalkan rapat TKKSD", held_on=today, held_at="09.00", place="Ruang Rapat Setda", agenda="Rencana kerja sama"
    )
    person.open_case().wait_for_papers()
    person.page.get_by_role("link", name="Catat hasil rapat", exact=True).click()
    for control in person.page.locator("select[name^=attendance_]").all():
        control.select_option("SELF")
    person.fill({"discussion": "Sesuai dengan kewenangan.", "conclusion": "RECOMMENDED"}).press(
        "Catat hasil rapat"
    ).done()
    person.act("Lanjutkan dengan rekomendasi TKKSD")


def to_legal(person: Person, name: str, **asked: object) -> None:
    """Opened with its two texts, saved once more, and reviewed."""
    person.sign_in("dewi").open_case()
    person.press(f"Buka {name}")
    person.page.fill("[name=note]", "Judul disesuaikan")
    person.page.fill("[name=title]", f"{TITLE} Bersama")
    person.page.fill("[name=prevailing]", "Naskah berbahasa Inggris yang dipakai.")
    person.press("Simpan versi baru")
    person.act("Kirim ke Bagian Hukum", partner_agreed=True, partner_note="Surat elektronik mitra", **asked)
    person.sign_in("hukum").act("Setujui teks dan kunci")


def sign(person: Person) -> None:
    """Three paraf, the signing in person, the scan and its check."""
    for username in ("ratna", "bambang", "nurhayati"):
        person.sign_in(username).paraf()
    today = day(clock.today())
    person.sign_in("dewi").open_case()
    person.act("Siapkan penandatanganan", planned_on=today, planned_place="Pendopo Kabupaten Wanasari")
    person.sign_in("aditya").act("Catat penandatanganan", occurred_on=today)
    pages = {"file": person.scan(f"Naskah {Agreement.objects.latest('pk').instrument}"), "paraf": True, "seal": True}
    person.sign_in("dewi").act("Unggah naskah bertanda tangan", **pages)
    person.sign_in("galih").act("Nyatakan pindaian sesuai", complete=True, same=True)


def through_dprd(person: Person) -> None:
    """Asked, received and approved."""
    page, today = person.page, day(clock.today())
    person.act("Buat surat permohonan persetujuan DPRD")
    person.sign_in("aditya").act("Tandatangani surat kepada DPRD", occurred_on=today)
    person.sign_in("setwan")
    page.goto(f"{person.base}/dprd/{person.code}/tindakan/terima-di-dprd/")
    person.fill({"proof": "Agenda 12/DPRD"}).press("Catat penerimaan di Sekretariat DPRD").done()
    page.goto(f"{person.base}/dprd/{person.code}/tindakan/putuskan-dprd/")
    decision = {
        "decision": "APPROVED",
        "session_on": today,
        "number": "7/DPRD/2026",
        "file": person.scan("Keputusan DPRD"),
        "confirmed": True,
    }
    person.fill(decision).press("Periksa keputusan").press("Kirim keputusan DPRD").done()


def test_ksdpl_from_login_to_the_registered_naskah(person: Person) -> None:
    page, today = person.page, day(clock.today())
    person.sign_in("dlh")
    page.get_by_role("link", name="Buat usulan").first.click()
    person.begin("FOREIGN_REGION", "Pemerintah Kota Aoshima", sister="SISTER")
    person.fill({"title": TITLE}).press("Buat usulan")
    person.code = Proposal.objects.get().code
    assert person.code.startswith("KSDPL-")
    person.act("Catat prakarsa", **came(person, "14/ND/DLH"))
    page.goto(f"{person.base}/usulan/{person.code}/isi/penjajakan/")
    page.select_option("[name=affair]", label="Lingkungan hidup")
    person.fill(STUDY).press("Simpan dan lanjutkan")
    person.act("Ajukan kajian penjajakan")
    person.sign_in("aditya").act("Lanjutkan sesudah penjajakan")
    person.sign_in("dewi").act("Buat surat permohonan tanggapan LoI")
    person.sign_in("aditya").act("Tandatangani surat permohonan tanggapan LoI", occurred_on=today)
    person.sign_in("dewi").act(
        "Catat tanggapan Menteri Dalam Negeri", **came(person, "100/SJ"), summary="Dapat dilanjutkan."
    )
    person.act(
        "Catat konsultasi dengan Menteri Luar Negeri",
        **came(person, "22/KEMLU"),
        reply="ANSWERED",
        summary="Tidak ada keberatan.",
    )
    person.act("Buka penyusunan pernyataan kehendak")
    to_legal(person, "Pernyataan Kehendak (LoI)")
    sign(person)
    person.sign_in("dewi").act("Catat pengiriman salinan LoI", **came(person, "51/KS"))
    person.act("Catat dalam register", archive_place="Ruang Arsip, lemari 2")
    assert person.stage() == "PLAN"

    person.sign_in("dlh")
    page.goto(f"{person.base}/usulan/{person.code}/isi/rencana/")
    person.fill(PLAN).press("Simpan dan lanjutkan")
    person.act("Ajukan rencana kerja sama")
    meet(person)
    through_dprd(person)
    person.sign_in("dewi").act("Buat surat penyampaian rencana")
    person.sign_in("aditya").act("Tandatangani surat penyampaian rencana", occurred_on=today)
    person.sign_in("dewi").act("Catat penerimaan oleh Gubernur", occurred_on=today)
    person.act("Catat penerusan oleh Gubernur", **came(person, "88/GUB"))
    person.act(
        "Catat pertimbangan Menteri", **came(person, "301/SJ"), result="PROCEED", summary="Susun rancangan naskah."
    )
    assert person.stage() == "INSTRUMENTS"

    to_legal(person, "Naskah Kerja Sama", grant="NONE")
    person.sign_in("dewi").act("Buat surat penyampaian rancangan")
    person.sign_in("aditya").act("Tandatangani surat penyampaian rancangan", occurred_on=today)
    person.sign_in("dewi").act("Catat penerimaan oleh Gubernur", occurred_on=today)
    person.act("Catat penerusan oleh Gubernur", **came(person, "89/GUB"))
    person.act(
        "Catat risalah pembahasan",
        **came(person, "12/RIS"),
        present="Kemlu\nKemendagri",
        summary="Rancangan disepakati.",
    )
    person.act("Catat Surat Konfirmasi", **came(person, "77/KONF"), same=True)
    person.act("Catat persetujuan Menteri", **came(person, "302/SJ"))
    sign(person)
    person.sign_in("dewi").act("Buat surat penyampaian naskah asli")
    person.sign_in("aditya").act("Tandatangani surat penyampaian naskah asli", occurred_on=today)
    person.sign_in("dewi").act("Catat salinan dari Sekretaris Jenderal", **came(person, "303/SJ"))
    person.act("Catat dalam register", archive_place="Menteri Dalam Negeri; salinan di Ruang Arsip")
    assert person.stage() == "IN_FORCE"

    memorandum = person.paper("Naskah Kerja Sama")
    assert "MEMORANDUM OF UNDERSTANDING" in memorandum
    assert "dalam rangkap 4 (empat) asli" in memorandum
    assert "Permohonan Tanggapan atas Rencana Pernyataan Kehendak" in person.paper("Surat Permohonan Tanggapan LoI")
    assert verify().problem == ""
