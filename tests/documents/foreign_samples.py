"""Samples of the papers of cooperation abroad, with invented regions and people."""

from datetime import date

from kerjasama.documents import papers
from kerjasama.documents.papers.foreign import MINISTER

PARTNER = "Pemerintah Kota Aoshima"
TITLE = "Pengelolaan Air Bersih Perkotaan"


def letter(signer: dict, kop: dict) -> dict:
    """A letter to the Menteri."""
    return papers.to_government(
        to=MINISTER, about="Penyampaian Rencana Kerja Sama", paragraphs=[f"Dengan ini kami sampaikan Rencana Kerja Sama tentang {TITLE}."],
        enclosures=["Rencana Kerja Sama", "Persetujuan DPRD"], signer=signer, copies=["Menteri Luar Negeri"], kop=kop,
    )  # fmt: skip


def study(signer: dict, kop: dict) -> dict:
    """A study before a cooperation."""
    return papers.study(
        title=TITLE, case_code="KSDPL-2026-001", unit_name="Dinas Lingkungan Hidup", partner_name=PARTNER, country="Jepang",
        parts=[("Latar belakang", "Mutu air menurun."), ("Kesimpulan", "Layak ditindaklanjuti.")], conditions=[("Hubungan diplomatik", "Ada, dengan Jepang.")],
        signer=signer, kop=kop,
    )  # fmt: skip


def plan(signer: dict, kop: dict) -> dict:
    """A plan in its second edition."""
    return papers.cooperation_plan(
        title=TITLE, case_code="KSDPL-2026-001", partner_name=PARTNER, edition=2, signer=signer, kop=kop,
        parts=[("Subjek", f"Kabupaten Wanasari dan {PARTNER}"), ("Sumber pembiayaan", "Anggaran masing-masing pihak.")],
    )  # fmt: skip


def bilingual(parties: tuple, text_hash: str, kop: dict) -> dict:
    """A signed memorandum in two languages."""
    english = {
        "language": "Inggris", "code": "en", "title": "Memorandum of Understanding on Urban Clean Water",
        "clauses": [{"title": "OBJECTIVES", "paragraphs": ["To improve urban water management."]}],
        "prevailing": "Naskah berbahasa Inggris yang dipakai.",
    }  # fmt: skip
    return papers.bilingual(
        translation=english, languages=2, instrument="MOU", title=TITLE, parties=parties, signed_on=date(2026, 11, 27), place="Wanasari", premises=[],
        clauses=[{"title": "MAKSUD DAN TUJUAN", "paragraphs": ["Meningkatkan mutu pengelolaan air."]}], text_hash=text_hash, parent_number="",
        parent_date=None, draft=False, originals=4, version=3, kop=kop,
    )  # fmt: skip
