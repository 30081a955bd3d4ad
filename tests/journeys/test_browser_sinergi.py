"""Synergy with an office of the centre in a real browser, from our offer to the registered Nota Kesepakatan."""

import pytest

from kerjasama.core import clock
from kerjasama.demo import others
from proposals.models import Proposal
from tests.journeys.test_browser import (
    TITLE,
    check_ledger,
    check_verification,
    meet,
    person,
    sign_naskah,
    write_proposal,
)
from tests.support.browsing import Person, day
from tests.support.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person"]

PARTNER = "Kantor Pertanahan Kabupaten Wanasari"
ROW = {
    "activity": "Pendaftaran tanah aset daerah", "output": "Sertipikat", "target": "120 bidang", "location": "Dua belas kecamatan",
    "time": "Januari sampai Desember", "responsible": "1", "amount_1": "240.000.000", "source_1": "APBN", "account_1": "DPA DLH",
    "amount_2": "180 juta", "source_2": "APBN", "account_2": "DIPA",
}  # fmt: skip


def write_plan(person: Person) -> None:
    """The Rencana Kerja in the editor: a row, refused while money would move, kept when each side pays its own."""
    page = person.page
    person.sign_in("dewi").open_case()
    person.press("Buka Nota Kesepakatan").press("Tambah baris rencana kerja")
    person.fill({f"rk_1_{name}": value for name, value in ROW.items()}).press("Simpan versi baru")
    assert page.get_by_text("Dana tidak berpindah antarpihak").count() > 0
    assert page.locator("[name=rk_1_target]").input_value() == "120 bidang"
    person.fill({"rk_1_source_1": "APBD"}).press("Simpan versi baru")
    assert page.get_by_text("Kabupaten Wanasari Rp240.000.000").count() > 0


def test_synergy_from_our_offer_to_the_registered_note(person: Person, site: Site) -> None:
    others.set_up()
    person.sign_in("dlh").begin("VERTICAL", PARTNER)
    person.fill({"title": TITLE}).press("Buat usulan")
    write_proposal(person, unbudgeted=False)
    person.code = Proposal.objects.get().code
    person.act("Kirim untuk verifikasi")
    person.sign_in("dewi").act("Nyatakan lengkap").act("Buat surat permohonan")
    person.sign_in("aditya").act("Tandatangani surat permohonan", occurred_on=day(clock.today()))
    letter = {"number": "HP.01/12/2026", "dated": day(clock.today()), "file": person.scan("Surat kesediaan")}
    person.sign_in("dewi").act("Catat kesediaan mitra", **letter)
    meet(person)
    person.act("Nyatakan persetujuan DPRD tidak diperlukan", reason="Teranggarkan dalam DPA DLH.")
    write_plan(person)
    sign_naskah(person, "NK", "Nota Kesepakatan", opened=True)
    note = person.paper("Nota Kesepakatan")
    assert "RENCANA KERJA" in note.upper() and "240.000.000" in note and "120 bidang" in note
    assert "Pasal 46 Peraturan Pemerintah Nomor 28 Tahun 2018" in person.paper("Surat Penawaran Sinergi")
    check_verification(person, site)
    check_ledger()
