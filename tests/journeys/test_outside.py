"""Somebody outside asks, confirms, follows; the Bagian takes the request up: clicked in a browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kerjasama.core import clock
from tests.support.browsing import Person, day
from tests.support.site import Site
from tests.support.wanasari import set_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EMAIL = "sari@contoh.example"
WORDS = {
    "title": "Pengolahan Sampah Pasar Menjadi Kompos", "aims": "Mengurangi sampah.", "scope": "Pengomposan",
    "location": "Perbatasan", "term_text": "3 tahun", "financing": "Kedua daerah.", "benefits": "Lingkungan bersih.",
}  # fmt: skip
PEOPLE = {
    "name_1": "Sari Dewanti", "position_1": "Kepala Bagian", "email_1": EMAIL, "phone_1": "0298 321099",
    "name_2": "Bagus Pratama", "position_2": "Analis", "email_2": "bagus@contoh.example", "phone_2": "0298 321100",
}  # fmt: skip


def onward(person: Person, **facts: object) -> None:
    """Fill in a step, and go on."""
    person.fill(facts).take_time().press("Simpan dan lanjutkan")


def test_from_a_stranger_to_a_case_and_back_to_his_page(site: Site, page: Page, tmp_path: Path) -> None:
    set_up()
    person = Person(page, site.url, tmp_path)
    page.goto(f"{site.url}/akun/masuk/")
    page.get_by_role("main").get_by_role("link", name="Ajukan kerja sama").click()
    page.get_by_role("link", name="Mulai mengisi").click()
    onward(person, applicant="REGION")
    onward(person, region="34.04", head_name="Hadi Prabowo", address="Jalan Merdeka 1")
    onward(person, **WORDS)
    onward(person, **PEOPLE)
    person.fill(
        {"kind": "LETTER", "number": "415/77", "dated": day(clock.today()), "file": person.scan("Surat permohonan")}
    )
    person.take_time().press("Unggah berkas")
    expect(page.get_by_role("main")).to_contain_text("Nomor 415/77")
    page.get_by_role("link", name="Lanjut", exact=True).click()
    person.fill({"declared": True, "consent": True}).take_time().press("Kirim permohonan")
    expect(page.get_by_role("heading", name="Satu langkah lagi: periksa surel Anda")).to_be_visible()
    page.goto(re.search(r"http://\S+/ajukan/konfirmasi/\S+", site.letters(EMAIL)[-1])[0])
    person.press("Konfirmasi dan kirim")
    number, token = re.search(r"Nomor pelacakan: (\S+)\nToken: (\S+)", site.letters(EMAIL)[-1]).groups()
    expect(page.get_by_role("main")).to_contain_text(token)
    page.goto(f"{site.url}/lacak/{number}/")
    expect(page.get_by_role("main")).to_contain_text("Permohonan Anda sedang diperiksa")

    person.sign_in("dewi")
    page.goto(f"{site.url}/tugas/")
    page.get_by_role("link", name="Periksa permohonan daring").first.click()
    page.get_by_role("link", name="Terima permohonan", exact=True).click()
    page.select_option("[name=lead_unit]", label="Dinas Lingkungan Hidup")
    person.fill({"checked": True})
    person.press("Terima permohonan")
    expect(page).to_have_url(re.compile("/usulan/KSDD-"))
    person.code = page.url.rstrip("/").rsplit("/", 1)[1]
    assert person.stage() == "PREPARATION"

    page.context.clear_cookies()
    page.goto(f"{site.url}/lacak/{number}/")
    person.fill({"token": token}).take_time().press("Buka permohonan")
    expect(page.get_by_role("main")).to_contain_text(person.code)
    expect(page.get_by_role("main")).to_contain_text("Perangkat daerah yang membidangi")
    assert "Permohonan Anda diterima untuk diproses" in site.letters(EMAIL)[-1]
