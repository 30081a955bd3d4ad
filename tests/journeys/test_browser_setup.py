"""An empty installation in a real browser: from the link of `create_admin`, step by step, to the first case."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Page, expect

from kerjasama.core import clock
from kerjasama.workflow.audit import verify
from proposals.models import Proposal
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.totp import totp

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "angin-lereng-selatan-7"
ADMIN = "fajar@sleman.example"
UNITS = "kode;nama;singkatan;jenis\nDLH;Dinas Lingkungan Hidup;DLH;Dinas\nDISHUB;Dinas Perhubungan;Dishub;Dinas"
# label of the office, name, address, sebutan
OFFICIALS = (
    ("Kepala Daerah", "Endah Kusumawati", "endah@sleman.example", "Bupati Sleman"),
    ("Sekretaris Daerah", "Suroso", "suroso@sleman.example", "Sekretaris Daerah"),
    ("Asisten Sekretaris Daerah", "Budi Harjono", "budi@sleman.example", "Asisten Pemerintahan"),
    ("Kepala Bagian Kerja Sama", "Ratih Wulandari", "ratih@sleman.example", "Kepala Bagian Kerja Sama"),
)
STAFF = (
    ("Perangkat daerah", "Sri Lestari", "lestari@sleman.example", "Kepala Dinas Lingkungan Hidup"),
    ("Bagian Kerja Sama", "Dewi Anggraini", "dewi@sleman.example", "Analis Kerja Sama"),
    ("Bagian Hukum", "Teguh Santosa", "teguh@sleman.example", "Kepala Bagian Hukum"),
    ("Sekretariat DPRD", "Hendra Gunawan", "hendra@sleman.example", "Sekretaris DPRD"),
)
TEAM = (("Suroso", "CHAIR"), ("Ratih Wulandari", "SECRETARY"), ("Teguh Santosa", "FIXED"))


@pytest.fixture
def site_settings() -> dict[str, str]:
    """As in production: who parafs, signs, decides or administers needs a second factor."""
    return {"SECOND_FACTOR_REQUIRED": "1"}


def first_link(site: Site) -> str:
    """What the one command of an empty installation prints."""
    command = [sys.executable, "manage.py", "create_admin", ADMIN, "Fajar Ramadhan"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=site.environment(), capture_output=True, text=True, check=True
    )
    return re.search(r"http\S+", done.stdout)[0]


def accept(person: Person, link: str) -> None:
    """Choose a password through the link of an invitation."""
    person.page.context.clear_cookies()
    person.page.goto(link)
    person.fill({"password1": PASSWORD, "password2": PASSWORD}).press("Simpan kata sandi")
    expect(person.page).to_have_url(re.compile("/akun/masuk/"))


def pair(person: Person, email: str) -> None:
    """Sign in for the first time: nothing opens before the authenticator app is paired."""
    page = person.sign_in(email, PASSWORD).page
    expect(page).to_have_url(re.compile("/akun/dua-langkah/"))
    secret = page.locator("details .hash").text_content() or ""
    person.fill({"code": totp(secret.strip())}).press("Aktifkan")
    page.get_by_role("link", name="Sudah saya simpan, ke Beranda").click()
    person.remember(email)


def invite(person: Person, label: str, name: str, email: str, title: str) -> None:
    """Invite somebody for an office that is vacant."""
    page = person.page
    page.get_by_role("link", name=f"Undang {label}", exact=True).click()
    if label == "Perangkat daerah":
        page.select_option("[name=jabatan-0-unit]", label="DLH")
    office = {"title": title, "starts_on": day(clock.today()), "basis": "Keputusan Bupati Nomor 821/12/2026"}
    person.fill({"full_name": name, "email": email} | {f"jabatan-0-{key}": value for key, value in office.items()})
    person.press("Kirim undangan")
    expect(page.get_by_role("main")).to_contain_text(f"Undangan untuk {name} sedang dikirim")


def onward(person: Person, label: str) -> None:
    person.page.get_by_role("link", name=f"Lanjut: {label}", exact=True).click()


def region_and_kop(person: Person, folder: Path) -> None:
    """Which region, its letterhead and emblem, and a list of units pasted from a sheet."""
    page, emblem = person.page, folder / "lambang.png"
    drawn = io.BytesIO()
    Image.new("RGBA", (400, 480), (14, 90, 97, 255)).save(drawn, "PNG")
    emblem.write_bytes(drawn.getvalue())
    page.get_by_role("link", name="Lanjutkan: Daerah").click()
    person.fill({"region": "34.04", "seat_city": "Sleman"}).press("Simpan dan lanjutkan")
    expect(page.get_by_role("main")).to_contain_text("Kabupaten Sleman: Bupati dan Wakil Bupati")
    kop = {"address": "Jalan Parasamya Nomor 1", "postal_code": "55511", "phone": "(0274) 868405", "emblem": emblem}
    person.fill(kop).press("Simpan kop dan lambang")
    expect(page.get_by_alt_text("Lambang Kabupaten Sleman")).to_be_visible()
    person.press("Cetak contoh surat")
    expect(page.get_by_role("link", name="Unduh Contoh surat")).to_be_visible(timeout=30_000)
    onward(person, "Perangkat daerah")
    page.get_by_role("link", name="Tempel atau unggah daftar").click()
    person.fill({"pasted": UNITS}).press("Periksa daftar").press("Simpan 2 baris")
    expect(page.get_by_role("main")).to_contain_text("2 unit sudah disimpan")


def holidays_and_numbers(person: Person) -> None:
    """The holidays of two years, where our numbers begin, the parameters gone through."""
    page, year = person.page, clock.today().year
    for wanted in (year, year + 1):
        page.goto(f"{person.base}/penyiapan/libur/?tahun={wanted}")
        person.press(f"Muat hari libur {wanted}")
        expect(page.get_by_role("main")).to_contain_text(f"hari ditambahkan untuk {wanted}")
    onward(person, "Nomor naskah")
    page.goto(f"{person.base}/penyiapan/nomor/KB/")
    person.fill({"start_year": str(year), "start_number": "41", "reason": "Buku nomor lama sampai 40."}).press("Simpan")
    expect(page.get_by_role("main")).to_contain_text("/041/KB/")
    person.press("Sudah saya periksa")
    page.goto(f"{person.base}/penyiapan/parameter/")
    person.press("Sudah saya periksa")
    expect(page.get_by_role("main")).to_contain_text("tercatat sudah diperiksa")


def form_team(person: Person) -> None:
    """The TKKSD by its decree, of people who have come in."""
    page, today = person.page, day(clock.today())
    page.goto(f"{person.base}/penyiapan/tkksd/")
    person.fill({"decree_number": "100.3.3.2/12/2026", "decree_date": today, "starts_on": today})
    for n, (name, seat) in enumerate(TEAM):
        page.select_option(f"[name=anggota-{n}-user]", label=name)
        page.select_option(f"[name=anggota-{n}-seat]", value=seat)
    person.press("Catat tim")
    expect(page.get_by_role("main")).to_contain_text("3 anggota mendapat jabatan TKKSD")


def test_from_an_empty_installation_to_the_first_case(site: Site, page: Page, tmp_path: Path) -> None:
    page.set_default_timeout(15_000)
    person = Person(page, site.url, tmp_path)
    accept(person, first_link(site))
    pair(person, ADMIN)
    page.goto(f"{site.url}/penyiapan/")
    expect(page.get_by_text("Belum siap untuk kasus pertama")).to_be_visible()
    region_and_kop(person, tmp_path)
    onward(person, "Pejabat")
    for official in OFFICIALS:
        invite(person, *official)
    onward(person, "Pengguna")
    for member in STAFF:
        invite(person, *member)
    holidays_and_numbers(person)
    page.goto(f"{site.url}/penyiapan/")
    expect(page.get_by_role("main")).to_contain_text("Endah Kusumawati belum menerima undangannya")

    for _, _, email, _ in (*OFFICIALS, *STAFF):
        accept(person, re.search(r"http\S+/akun/undangan/\S+", site.letters(email)[-1])[0])
    pair(person, "ratih@sleman.example")
    form_team(person.sign_in(ADMIN))
    page.goto(f"{site.url}/penyiapan/")
    expect(page.get_by_text("Siap untuk kasus pertama", exact=True)).to_be_visible()

    person.sign_in("dewi@sleman.example", PASSWORD).page.goto(f"{site.url}/mitra/baru/")
    neighbour = {"legal_class": "REGION", "region": "34.02", "head_name": "Hadi Prabowo", "head_title": "Bupati Bantul"}
    person.fill(neighbour | {"address": "Jalan Robert Wolter Monginsidi Nomor 1"}).press("Simpan")
    person.sign_in("lestari@sleman.example", PASSWORD)
    person.begin("REGION", "Pemerintah Kabupaten Bantul", border="yes", external="no")
    person.fill({"title": "Pengelolaan Sampah Perbatasan Sleman dan Bantul"}).press("Buat usulan")
    expect(page).to_have_url(re.compile("/usulan/KSDD-.*/isi/kak/"))
    assert Proposal.objects.get().author.email == "lestari@sleman.example"
    assert verify().problem == ""
