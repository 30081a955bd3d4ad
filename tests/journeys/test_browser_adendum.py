"""An adendum in a real browser: proposed, opened, written, signed, registered; the old naskah then says that it was changed."""

import pytest
from playwright.sync_api import expect

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.documents.models import Document
from tests.journeys.test_browser import check_ledger, from_text_to_register, person
from tests.support.browsing import Person
from tests.support.live import Live
from tests.support.site import Site
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person"]


def test_a_pasal_reads_anew_and_the_qr_page_of_the_naskah_says_so(person: Person, site: Site) -> None:
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    live = Live(story(), people, clock.today(), print_now=True, site=site)
    live.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    person.code, page = live.proposal.code, person.page
    person.sign_in("dlh").act("Usulkan adendum", articles="Pasal 5: pembayaran", reason="Arus kas mitra.")
    person.sign_in("dewi").open_case().press("Buka adendum")
    page.locator("#pasal-5 summary").click()
    page.fill("[name=isi_5]", "Biaya ditanggung masing-masing pihak.\n\nPembayaran dilakukan setiap triwulan.")
    person.press("Sisipkan pasal baru")
    page.select_option("[name=sisip_di_1]", label="Pasal 4")
    person.fill({"sisip_judul_1": "Sekretariat bersama", "sisip_isi_1": "Sekretariat berkedudukan di Wanasari."})
    person.press("Simpan versi baru")
    expect(page.get_by_role("article", name="Teks naskah")).to_contain_text("disisipkan 1 (satu) pasal, yaitu Pasal 4A")
    from_text_to_register(person, "ADD")
    parent = Agreement.objects.get(instrument="KB")
    page.goto(f"{person.base}/naskah/{parent.pk}/teks-berlaku/")
    text = page.get_by_role("article", name="Teks yang berlaku")
    expect(text).to_contain_text("Pembayaran dilakukan setiap triwulan.")
    expect(text).to_contain_text("SEKRETARIAT BERSAMA")
    paper = Document.objects.filter(kind="NASKAH_FINAL", object_id=parent.pk, public=True).latest("pk")
    page.context.clear_cookies()
    page.goto(f"{person.base}/periksa/{paper.token}/")
    expect(page.locator("main")).to_contain_text("Dokumen asli dan masih berlaku, diubah dengan adendum")
    check_ledger()
