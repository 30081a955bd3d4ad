"""Contexts of our papers: plain, JSON-ready facts that a template in templates/letters/ words.

A builder takes values and returns a dict; `documents.services.issue` freezes it and adds number,
dated (ISO), verify_url and short_code. Dates are ISO strings, money is a decimal string. Every
builder also takes `paper` ("A4" or "F4") and `kop` (a `letterhead()`; ours is taken when absent).

Template codes: surat_permohonan, surat_kesediaan, surat_penolakan, undangan_tkksd,
daftar_hadir_tkksd, berita_acara_tkksd, rekomendasi_tkksd, permohonan_dprd, kesepakatan_bersama,
perjanjian_kerja_sama, nota_kesepakatan, surat_kuasa, lembar_paraf, laporan_monev, evaluasi_monev, kak,
keputusan_kdh (a Keputusan of the head of region, with a table as its lampiran), surat_pemerintah,
kajian_penjajakan, rencana_kerja_sama, naskah_dua_bahasa, laporan_kerja_sama and nota_laporan_kerja_sama
(statutory reports).
"""

from kerjasama.documents.papers.answers import refusal, willingness
from kerjasama.documents.papers.common import Kop, Paper, Signer, letterhead
from kerjasama.documents.papers.decrees import Column, decree
from kerjasama.documents.papers.foreign import bilingual, cooperation_plan, study, to_government
from kerjasama.documents.papers.letters import dprd_request, invitation, offer
from kerjasama.documents.papers.naskah import PartyFacts, letter_paraf_sheet, naskah, paraf_sheet
from kerjasama.documents.papers.power import power_of_attorney
from kerjasama.documents.papers.reports import evaluation, monev_report, terms_of_reference
from kerjasama.documents.papers.statutory import statutory_report
from kerjasama.documents.papers.team import attendance_list, minutes, recommendation

__all__ = [
    "Column",
    "Kop",
    "Paper",
    "PartyFacts",
    "Signer",
    "attendance_list",
    "bilingual",
    "cooperation_plan",
    "decree",
    "dprd_request",
    "evaluation",
    "invitation",
    "letter_paraf_sheet",
    "letterhead",
    "minutes",
    "monev_report",
    "naskah",
    "offer",
    "paraf_sheet",
    "power_of_attorney",
    "recommendation",
    "refusal",
    "statutory_report",
    "study",
    "terms_of_reference",
    "to_government",
    "willingness",
]
