"""A messy register in a real browser: uploaded, read by the worker, looked at, written, found, completed, undone."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from agreements.models import OldNaskah, RegisterEntry
from kerjasama.importing.models import ImportBatch
from kerjasama.workflow.audit import verify
from tests.importing.files import xlsx
from tests.support.browsing import Person
from tests.support.site import Site
from tests.support.wanasari import set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROWS = [
    ["DAFTAR KERJA SAMA KABUPATEN WANASARI"],
    [],
    ["No", "Tentang", "Pihak Kedua", "Nomor Pihak I", "Tanggal TTD", "Mulai Berlaku", "Berakhir", "Jangka Waktu", "Status", "NIK"],
    ["A. Kerja Sama dengan Pihak Ketiga"],
    [1, "Pengelolaan Sampah Menjadi Energi", "PT Maju Sentosa", "075/01/PKS/I/2016", "15/01/2016", "15/01/2016", "15/01/2040", "", "Aktif", "3201"],
    [2, "Rujukan Pasien", "RSUD Kota Tirta", "075/02/PKS/II/2020", date(2020, 2, 20), "", "", "5 (lima) tahun sejak ditandatangani", "Aktif", ""],
    [3, "Promosi Wisata Bahari", "CV Karya Baru\nKoperasi Tani Rukun", "075/03/PKS/III/2021", "Maret 2021", "", "", "", "", ""],
    [4, "Pendidikan Vokasi", "Politeknik Nusa", "075/04/PKS/IV/2022", "18/04/2022", "18/04/2022", "18/04/2021", "", "", ""],
]  # fmt: skip


def test_a_messy_file_is_imported_and_undone(site: Site, page: Page, tmp_path: Path) -> None:
    set_up()
    (tmp_path / "register lama.xlsx").write_bytes(xlsx(ROWS))
    page.set_default_timeout(15_000)
    Person(page, site.url, tmp_path).sign_in("dewi")
    page.goto(site.url)
    page.get_by_role("link", name="Impor register", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Unggah berkas", exact=True).first.click()
    page.set_input_files("[name=file]", str(tmp_path / "register lama.xlsx"))
    page.get_by_role("button", name="Baca berkas").click()

    # The worker reads; the page goes on by itself.
    expect(page.get_by_role("link", name="Tulis 3 baris")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("register lama.xlsx")
    batch = ImportBatch.objects.get()
    assert OldNaskah.objects.count() == 0
    page.get_by_role("link", name="Salah 1", exact=True).click()
    expect(page.get_by_text("Berakhir 18 April 2021, sebelum mulai 18 April 2022.")).to_be_visible()
    page.get_by_role("link", name="Semua 4", exact=True).click()
    page.get_by_role("link", name="Promosi Wisata Bahari", exact=True).click()
    expect(page.get_by_text("Hanya bulan dan tahun yang diketahui: Maret 2021.").first).to_be_visible()
    expect(page.get_by_role("cell", name="Koperasi Tani Rukun")).to_be_visible()

    # One column otherwise, and read again: what was chosen is remembered.
    page.goto(f"{site.url}/impor/{batch.pk}/kolom/")
    page.get_by_label("Status").select_option("")
    page.get_by_role("button", name="Baca ulang").click()
    expect(page.get_by_role("link", name="Tulis 3 baris")).to_be_visible()

    # One row is left out, the others are written at once.
    page.get_by_label("Tulis baris 6").uncheck()
    page.get_by_role("button", name="Simpan pilihan halaman ini").click()
    page.get_by_role("link", name="Tulis 2 baris").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tulis 2 baris ke register?")
    page.get_by_role("button", name="Tulis ke register").click()
    # The worker writes; the page goes on by itself.
    expect(page.get_by_text("2 baris ditulis")).to_be_visible()

    page.goto(f"{site.url}/naskah/?keadaan=semua&q=bahari")
    page.get_by_role("link", name="Promosi Wisata Bahari", exact=True).click()
    expect(page.get_by_text("Tanpa jejak proses").first).to_be_visible()
    expect(page.get_by_text("tidak diketahui; tertulis “Maret 2021”")).to_be_visible()
    assert "3201" not in page.content()

    # The same file again is recognised; then all of it is taken out.
    page.goto(f"{site.url}/impor/unggah/")
    page.set_input_files("[name=file]", str(tmp_path / "register lama.xlsx"))
    page.get_by_role("button", name="Baca berkas").click()
    expect(page.get_by_text("Berkas ini sudah pernah diunggah")).to_be_visible()
    page.get_by_role("link", name="Batalkan impor").click()
    page.get_by_role("button", name="Batalkan impor").click()
    expect(page.get_by_text(re.compile("dibatalkan .* oleh"))).to_be_visible()
    page.goto(f"{site.url}/naskah/?keadaan=semua&q=bahari")
    expect(page.get_by_text("Tidak ada kerja sama yang cocok")).to_be_visible()

    assert not RegisterEntry.objects.exists()
    assert [old.withdrawn_at is not None for old in OldNaskah.objects.all()] == [True, True]
    assert verify().problem == ""
