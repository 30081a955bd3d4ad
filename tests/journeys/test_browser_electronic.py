"""An electronic KB in a real browser: planned, read and signed by the head, signed by the other region, checked by anybody."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_wide
from playwright.sync_api import Page, expect

from agreements.models import Agreement
from agreements.selectors import signatures_of
from kerjasama.accounts import marks
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.documents import storage
from kerjasama.documents.models import Document
from tests.journeys.test_browser import check_ledger, person
from tests.support.browsing import Person, day
from tests.support.electronic import partner_signs
from tests.support.live import Live
from tests.support.signing import SECRET, give_certificates, key_folder, pdfsig, stamped_over
from tests.support.site import Site
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["key_folder", "person"]


@pytest.fixture
def site_settings(key_folder: Path) -> dict[str, str]:
    """The site and the test find the same keys."""
    return {"ESIGN_KEYS": str(key_folder)}


def pictured(page: Page, name: str) -> None:
    """Keep the page at both widths where somebody asks for pictures."""
    folder = os.environ.get("PICTURES")
    for width in (390, 1440) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def ready_to_plan(person: Person, site: Site) -> Live:
    """A KB with every paraf, by the services at this hour."""
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    marks.set_mark(people["aditya"], pin=site_wide.DEMO_PIN)
    live = Live(story(), people, clock.today(), print_now=True, site=site)
    live.to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    live.open_naskah().to_paraf().paraf("ratna", "bambang", "nurhayati")
    person.code = live.proposal.code
    return live


def test_a_kb_is_signed_electronically_from_plan_to_verification(
    person: Person, site: Site, settings: Any, key_folder: Path, tmp_path: Path
) -> None:
    settings.ESIGN_KEYS = key_folder
    give_certificates()
    ready_to_plan(person, site)
    page = person.page
    plan = {
        "planned_on": day(clock.today()),
        "planned_place": "Pendopo Kabupaten Wanasari",
        "number_2": "075/11/KB/2026",
        "way": "ELECTRONIC",
    }
    person.sign_in("dewi").open_case()
    page.get_by_role("link", name="Siapkan penandatanganan", exact=True).first.click()
    pictured(page, "rencana")
    person.act("Siapkan penandatanganan", **plan)
    our_side_signs(person)
    naskah = Agreement.objects.get()
    ours = storage.read(signatures_of(naskah)[-1].file.sha256)
    assert pdfsig(ours, tmp_path) == ["Signature is Valid."]
    (tmp_path / "mitra.pdf").write_bytes(elsewhere(partner_signs, ours))
    person.sign_in("dewi").open_case()
    page.get_by_role("link", name="Terima berkas bertanda tangan mitra", exact=True).first.click()
    pictured(page, "terima")
    person.act(
        "Terima berkas bertanda tangan mitra", party="2", occurred_on=day(clock.today()), file=tmp_path / "mitra.pdf"
    )
    person.sign_in("galih").open_case()
    page.get_by_role("link", name="Nyatakan pindaian sesuai", exact=True).first.click()
    pictured(page, "periksa")
    person.act("Nyatakan pindaian sesuai", complete=True, same=True)
    person.sign_in("dewi").act("Catat dalam register", archive_place="Penyimpanan elektronik")
    assert person.stage() == "IN_FORCE"
    pictured(page, "kasus")
    anybody_checks(person, site, tmp_path)
    check_ledger()


def elsewhere(doing: Callable[[bytes], bytes], content: bytes) -> bytes:
    """In a thread of its own: the browser's driver holds the event loop of this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(doing, content).result()


def our_side_signs(person: Person) -> None:
    """The head reads the very file, agrees, proves who he is, and opens his key."""
    page = person.page
    person.sign_in("aditya").open_case()
    person.wait_for_papers()
    page.get_by_role("link", name="Tandatangani secara elektronik", exact=True).first.click()
    read = page.get_by_role("link", name="Baca naskah (PDF")
    assert page.request.get(f"{person.base}{read.get_attribute('href')}").status == 200
    page.reload()
    page.get_by_text("Anda membuka naskah ini pada").wait_for()
    pictured(page, "tanda-tangan")
    secrets = {"read": True, "proof": site_wide.DEMO_PIN, "passphrase": "salah-tetapi-panjang"}
    person.fill(secrets).press("Tanda tangani")
    page.get_by_text("Frasa sandi tanda tangan tidak cocok").first.wait_for()
    assert page.locator("[name=passphrase]").input_value() == ""
    pictured(page, "salah")
    person.fill(secrets | {"passphrase": SECRET}).press("Tanda tangani").done()


def anybody_checks(person: Person, site: Site, folder: Path) -> None:
    """The QR page tells the file of all signatures from one that was changed afterwards."""
    page, paper = person.page, Document.objects.get(kind="NASKAH_FINAL")
    final = storage.read(signatures_of(Agreement.objects.get())[-1].file.sha256)
    (folder / "akhir.pdf").write_bytes(final)
    (folder / "ubahan.pdf").write_bytes(stamped_over(final))
    page.context.clear_cookies()
    page.goto(f"{site.url}/periksa/{paper.token}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dokumen asli dan masih berlaku")
    page.locator("#berkas-anda").set_input_files(folder / "akhir.pdf")
    page.get_by_text("akhir.pdf sama persis dengan dokumen yang terdaftar.").wait_for()
    page.locator("#berkas-anda").set_input_files(folder / "ubahan.pdf")
    page.get_by_text("diubah sesudah ditandatangani").wait_for()
    pictured(page, "verifikasi")
