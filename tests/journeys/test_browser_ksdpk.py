"""A third party's initiative in a real browser, from its letter to the registered PKS."""

from datetime import timedelta

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

PARTNER = "PT Griya Parkir Wanasari"
PAPERS = {
    "DEED": "AHU-12",
    "DECREE": "AHU-12.KEP",
    "BUSINESS_NUMBER": "9120001234567",
    "TAX_NUMBER": "01.234.567.8-501.000",
}
CRITERIA = ("MASTER_PLAN", "FEASIBLE", "ABLE")


def take_in(person: Person) -> None:
    """The Bagian opens the case, writes down the contacts, keeps the study, and records letter and papers."""
    page, yesterday = person.page, day(clock.today() - timedelta(days=1))
    person.sign_in("dewi").begin("LIMITED_COMPANY", PARTNER, begins="THEY", planned="PUBLIC_SERVICE")
    page.select_option("[name=lead_unit]", label="Dinas Lingkungan Hidup")
    person.fill({"title": TITLE}).press("Buat usulan")
    person.code = Proposal.objects.get().code
    for n in (1, 2):
        person.fill({f"name_{n}": f"Narahubung {n}", f"position_{n}": "Manajer"})
        person.fill({f"email_{n}": f"satu{n}@mitra.example", f"phone_{n}": "0298 555 010"})
    person.press("Simpan dan lanjutkan")
    study = {
        "author": "THIRD_PARTY", "made_by": PARTNER, "dated": yesterday, "conclusion": "FEASIBLE", "summary": "Layak menurut semua aspek.",
        "burdens_community": "False", "burdens_region": "True", "budgeted": "True", "uses_assets": "False", "file": person.scan("Studi"),
    }  # fmt: skip
    person.fill(study).press("Simpan dan lanjutkan")
    letter = {"number": "12/GPW/2026", "dated": yesterday, "file": person.scan("Penawaran")}
    person.act("Catat surat permohonan masuk", **letter)
    for kind, number in PAPERS.items():
        person.act(
            "Catat dokumen legalitas",
            kind=kind,
            number=number,
            dated="05-01-2024",
            file=person.scan(f"Legalitas {kind}"),
        )


def assess(person: Person) -> None:
    """The secretary of the TKKSD records the finding on each criterion."""
    found = {f"met_{code}": "True" for code in CRITERIA} | {
        f"reason_{code}": "Terbukti dari studi." for code in CRITERIA
    }
    person.sign_in("ratna").act("Nilai ketiga kriteria", **found)


def test_a_third_party_from_its_letter_to_the_registered_pks(person: Person, site: Site) -> None:
    others.set_up()
    take_in(person)
    person.sign_in("dlh")
    assert person.waits_for_me()
    person.page.goto(f"{site.url}/usulan/{person.code}/isi/kak/")
    write_proposal(person, unbudgeted=False)
    person.act("Kirim untuk verifikasi")
    person.sign_in("dewi").act("Nyatakan lengkap")
    assert person.stage() == "TKKSD_REVIEW"
    assess(person)
    meet(person)
    person.sign_in("dewi").act("Buat surat jawaban", answer="WILLING")
    person.sign_in("aditya").act("Tandatangani surat kesediaan", occurred_on=day(clock.today()))
    person.sign_in("ratna").act("Nyatakan persetujuan DPRD tidak diperlukan", reason="Teranggarkan dalam DPA DLH.")
    sign_naskah(person, "KB", "Kesepakatan Bersama")
    sign_naskah(person, "PKS", "Perjanjian Kerja Sama")
    answer = person.paper("Surat Kesediaan Kerja Sama")
    assert "Pasal 18 Peraturan Pemerintah Nomor 28 Tahun 2018" in answer and "12/GPW/2026" in answer
    assert "kemampuan keuangan" in person.paper("Rekomendasi TKKSD")
    agreement = person.paper("Perjanjian Kerja Sama")
    assert "SANKSI" in agreement and "pailit" in agreement and "Pasal 370" not in agreement
    check_verification(person, site)
    check_ledger()
