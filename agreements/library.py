"""The first text of a naskah: clauses of the library, filled from the case. A starting point, never the last word."""

from collections.abc import Callable
from typing import Any

from agreements import foreign_library as abroad
from agreements.content import Clause
from agreements.phrases import listed, term_of
from agreements.stages import Instrument
from agreements.synergy_text import synergy_note
from agreements.third_party_texts import third_party_agreement, third_party_kb
from proposals.models import Proposal


def first_text(proposal: Proposal, instrument: str) -> tuple[Clause, ...]:
    """The clauses a new naskah opens with: those of its kind, else those of its form."""
    write = TEXTS.get(f"{proposal.kind}.{instrument}") or TEXTS[instrument]
    return write(proposal)


def first_translation(proposal: Proposal, instrument: str) -> dict[str, Any]:
    """The same clauses in English for a naskah abroad; nothing for one at home."""
    build = abroad.TRANSLATIONS.get(instrument)
    return build(proposal) if build else {}


def _kb(proposal: Proposal) -> tuple[Clause, ...]:
    return (
        Clause("aims", "MAKSUD DAN TUJUAN", (
            "Maksud Kesepakatan Bersama ini adalah sebagai landasan PARA PIHAK dalam melaksanakan kerja sama.",
            listed("Tujuan Kesepakatan Bersama ini adalah", proposal.aims),
        )),
        Clause("object", "OBJEK", (f"Objek Kesepakatan Bersama ini adalah {proposal.title}.",)),
        Clause("scope", "RUANG LINGKUP", (listed("Ruang lingkup Kesepakatan Bersama ini meliputi", proposal.scope),)),
        Clause("implementation", "PELAKSANAAN", (
            "Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban PARA PIHAK.",
            f"PARA PIHAK menunjuk perangkat daerah masing-masing; dari pihak pemrakarsa ditunjuk {proposal.lead_unit.name}.",
        )),
        Clause("financing", "PEMBIAYAAN", (
            "Pembiayaan yang timbul dari Kesepakatan Bersama ini diatur dalam Perjanjian Kerja Sama sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("term", "JANGKA WAKTU", (
            f"Kesepakatan Bersama ini berlaku untuk jangka waktu {term_of(proposal)} sejak ditandatangani.",
            "Kesepakatan Bersama ini dapat diperpanjang atau diakhiri atas kesepakatan PARA PIHAK sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("correspondence", "KORESPONDENSI", (
            "Setiap pemberitahuan berkenaan dengan Kesepakatan Bersama ini disampaikan secara tertulis kepada perangkat daerah yang ditunjuk PARA PIHAK.",
        )),
        Clause("other", "LAIN-LAIN", (
            "Hal-hal yang belum diatur dalam Kesepakatan Bersama ini diatur kemudian berdasarkan kesepakatan PARA PIHAK.",
        )),
        Clause("closing", "PENUTUP", (
            "Kesepakatan Bersama ini dibuat dalam rangkap sesuai jumlah PARA PIHAK, "
            "masing-masing mempunyai kekuatan hukum yang sama setelah ditandatangani PARA PIHAK.",
        )),
    )  # fmt: skip


def _agreement(proposal: Proposal) -> tuple[Clause, ...]:
    return (
        Clause("aims", "MAKSUD DAN TUJUAN", (
            "Maksud Perjanjian Kerja Sama ini adalah melaksanakan Kesepakatan Bersama PARA PIHAK.",
            listed("Tujuan Perjanjian Kerja Sama ini adalah", proposal.aims),
        )),
        Clause("object", "OBJEK", (f"Objek Perjanjian Kerja Sama ini adalah {proposal.title}.",)),
        Clause("scope", "RUANG LINGKUP", (listed("Ruang lingkup Perjanjian Kerja Sama ini meliputi", proposal.scope),)),
        Clause("location", "LOKASI", (f"Perjanjian Kerja Sama ini dilaksanakan di {proposal.location.strip().rstrip('.')}.",)),
        Clause("implementation", "PELAKSANAAN", (
            "PARA PIHAK menyusun rencana kerja tahunan sebagai pedoman pelaksanaan.",
            f"Pelaksana dari pihak pemrakarsa adalah {proposal.lead_unit.name}.",
        )),
        Clause("rights", "HAK DAN KEWAJIBAN", (
            "PARA PIHAK berhak memperoleh data, manfaat, dan hasil kerja sama sesuai dengan ruang lingkup.",
            "PARA PIHAK wajib:\na. melaksanakan kegiatan sesuai dengan rencana kerja tahunan;\n"
            "b. menyediakan pendanaan sesuai dengan bagian masing-masing; dan\nc. menyampaikan laporan pelaksanaan.",
        )),
        Clause("financing", "PEMBIAYAAN", (listed("Pembiayaan Perjanjian Kerja Sama ini", proposal.financing),)),
        Clause("term", "JANGKA WAKTU", (
            f"Perjanjian Kerja Sama ini berlaku untuk jangka waktu {term_of(proposal)} sejak ditandatangani.",
        )),
        Clause("monitoring", "MONITORING, EVALUASI, DAN PELAPORAN", (
            "PARA PIHAK melakukan monitoring dan evaluasi bersama sedikitnya satu kali dalam satu tahun.",
            "Hasil monitoring dan evaluasi dilaporkan kepada kepala daerah masing-masing.",
        )),
        Clause("sanctions", "SANKSI", (
            "Pihak yang tidak melaksanakan kewajibannya diberi teguran tertulis oleh pihak lainnya, paling banyak tiga kali.",
        )),
        Clause("force_majeure", "KEADAAN KAHAR", (
            "Keadaan kahar adalah keadaan di luar kemampuan PARA PIHAK yang menghalangi pelaksanaan Perjanjian Kerja Sama ini.",
            "Pihak yang mengalami keadaan kahar memberitahukannya secara tertulis paling lambat 14 (empat belas) hari sejak terjadinya.",
        )),
        Clause("disputes", "PENYELESAIAN PERSELISIHAN", (
            "Perselisihan diselesaikan dengan musyawarah untuk mufakat.",
            "Apabila musyawarah tidak mencapai mufakat, perselisihan diselesaikan sesuai dengan Pasal 370 "
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.",
        )),
        Clause("amendment", "PERUBAHAN", ("Perubahan Perjanjian Kerja Sama ini dituangkan dalam adendum yang ditandatangani PARA PIHAK.",)),
        Clause("ending", "PENGAKHIRAN", (
            "Perjanjian Kerja Sama ini berakhir apabila:\na. jangka waktunya berakhir;\nb. tujuannya telah tercapai;\n"
            "c. disepakati PARA PIHAK;\nd. terdapat perubahan kebijakan berdasarkan ketentuan peraturan perundang-undangan; atau\n"
            "e. objeknya hilang atau musnah.",
            "Perjanjian Kerja Sama ini tidak berakhir karena pergantian pimpinan daerah PARA PIHAK.",
        )),
        Clause("closing", "PENUTUP", (
            "Perjanjian Kerja Sama ini dibuat dalam rangkap sesuai jumlah PARA PIHAK, bermeterai cukup, dan masing-masing mempunyai kekuatan hukum yang sama.",
        )),
    )  # fmt: skip


#: By kind and form, or by form alone.
TEXTS: dict[str, Callable[[Proposal], tuple[Clause, ...]]] = {
    Instrument.KB: _kb,
    Instrument.PKS: _agreement,
    "KSDPK.KB": third_party_kb,
    "KSDPK.PKS": third_party_agreement,
    Instrument.NK: synergy_note,
    **abroad.TEXTS,
}
