"""The first text of a naskah abroad, in Indonesian and in English: a starting point, never the last word."""

from collections.abc import Callable
from typing import Any

from agreements.content import Clause
from agreements.phrases import run_on
from agreements.stages import Instrument
from kerjasama.accounts.models import Government
from kerjasama.core import text
from proposals.models import Proposal

Pair = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
YEAR = 12
ENGLISH, CODE = "Inggris", "en"
PREVAILING = (
    "Kedua naskah sama-sama autentik; bila terdapat perbedaan penafsiran, yang dipakai ialah naskah berbahasa Inggris."
)


def _names(proposal: Proposal) -> tuple[str, str]:
    return str(Government.current()), proposal.partner_names


def _plan(proposal: Proposal) -> Any:
    return getattr(proposal, "cooperation_plan", None)


def _scope(proposal: Proposal) -> str:
    plan = _plan(proposal)
    return run_on(plan.scope if plan and plan.scope else proposal.scope or proposal.title)


def validity_words(months: int) -> tuple[str, str]:
    """How long a letter of intent holds, in Indonesian and in English: a year, or so many months."""
    term, english = f"{text.counted(months)} bulan", f"{months} month{'s' if months > 1 else ''}"
    if months == YEAR:
        term, english = f"{text.counted(1)} tahun", "one year"
    return (
        f"Pernyataan kehendak ini berlaku {term} sejak ditandatangani.",
        f"This Letter of Intent is valid for {english} from the date of signature.",
    )


def _intent(proposal: Proposal) -> tuple[Pair, ...]:
    ours, theirs = _names(proposal)
    aims = run_on(proposal.aims) or proposal.title
    return (
        ("subject", "SUBJEK", "PARTIES", (
            f"Pernyataan kehendak ini dibuat antara {ours} dan {theirs}.",
        ), (f"This Letter of Intent is made between {ours} and {theirs}.",)),
        ("aims", "MAKSUD DAN TUJUAN", "PURPOSE", (
            f"PARA PIHAK berkehendak menjajaki kerja sama dengan maksud dan tujuan: {aims}.",
        ), (f"The Parties intend to explore cooperation with the following purpose: {aims}.",)),
        ("scope", "RUANG LINGKUP", "SCOPE", (f"Kerja sama yang dikehendaki meliputi {_scope(proposal)}.",),
            (f"The intended cooperation covers {_scope(proposal)}.",)),
        ("follow_up", "TINDAK LANJUT", "FOLLOW-UP", (
            "Pernyataan kehendak ini ditindaklanjuti dengan naskah kerja sama sesuai dengan peraturan perundang-undangan negara masing-masing, dan tidak "
            "menimbulkan kewajiban keuangan.",
        ), ("This Letter of Intent shall be followed by a memorandum of understanding in accordance with the laws of each country, and creates no "
            "financial obligation.",)),
        ("term", "MASA BERLAKU", "VALIDITY", (validity_words(12)[0],), (validity_words(12)[1],)),
        ("closing", "TEMPAT DAN TANGGAL PENANDATANGANAN", "PLACE AND DATE OF SIGNATURE", (
            "Pernyataan kehendak ini ditandatangani di tempat dan pada tanggal yang disebut pada akhir naskah.",
        ), ("This Letter of Intent is signed at the place and on the date stated at its end.",)),
    )  # fmt: skip


def _naskah(proposal: Proposal) -> tuple[Pair, ...]:
    ours, theirs = _names(proposal)
    years, aims = proposal.term_years or 5, run_on(proposal.aims) or proposal.title
    return (
        ("subject", "SUBJEK KERJA SAMA", "PARTIES", (
            f"Para Pihak dalam naskah ini ialah {ours} dan {theirs}.",
        ), (f"The Parties to this Memorandum are {ours} and {theirs}.",)),
        ("aims", "MAKSUD DAN TUJUAN", "OBJECTIVES", (
            f"Maksud dan tujuan kerja sama ini ialah: {aims}.",
        ), (f"The objectives of this cooperation are: {aims}.",)),
        ("scope", "RUANG LINGKUP", "SCOPE OF COOPERATION", (f"Ruang lingkup kerja sama meliputi {_scope(proposal)}.",),
            (f"The cooperation covers {_scope(proposal)}.",)),
        ("implementation", "PELAKSANAAN", "IMPLEMENTATION", (
            "PARA PIHAK menyusun rencana kegiatan tahunan sebagai pedoman pelaksanaan.",
            "Setiap personel menghormati hukum negara tempatnya bertugas, tidak mencampuri urusan dalam negeri, dan tidak melakukan kegiatan politik.",
        ), (
            "The Parties shall prepare a yearly plan of action to guide the implementation.",
            "All personnel shall respect the laws of the host country, shall not interfere in its internal affairs, and "
            "shall refrain from political activities.",
        )),
        ("financing", "PEMBIAYAAN", "FINANCING", (
            "Pembiayaan ditanggung masing-masing Pihak sesuai dengan ketersediaan anggaran, kecuali disepakati lain secara tertulis.",
        ), ("Each Party shall bear its own costs subject to the availability of funds, unless agreed otherwise in writing.",)),
        ("working_group", "KELOMPOK KERJA BERSAMA", "JOINT WORKING GROUP", (
            "PARA PIHAK membentuk kelompok kerja bersama yang bertemu sedikitnya sekali setahun, secara bergantian atau secara daring.",
        ), ("The Parties shall establish a Joint Working Group which meets at least once a year, in turn or online.",)),
        ("disputes", "PENYELESAIAN PERSELISIHAN", "SETTLEMENT OF DIFFERENCES", (
            "Perselisihan diselesaikan secara damai melalui konsultasi atau negosiasi.",
        ), ("Any difference shall be settled amicably through consultation or negotiation.",)),
        ("amendment", "AMANDEMEN", "AMENDMENT", (
            "Naskah ini dapat diubah atas persetujuan tertulis PARA PIHAK.",
        ), ("This Memorandum may be amended by mutual consent of the Parties in writing.",)),
        ("term", "MASA BERLAKU, PERPANJANGAN, DAN PENGAKHIRAN", "ENTRY INTO FORCE, DURATION AND TERMINATION", (
            f"Naskah ini berlaku sejak ditandatangani untuk jangka waktu {text.counted(years)} tahun dan "
            "dapat diperpanjang atas persetujuan tertulis PARA PIHAK.",
            "Setiap Pihak dapat mengakhiri naskah ini dengan pemberitahuan tertulis 6 (enam) bulan sebelumnya. Kegiatan yang sedang berjalan diselesaikan.",
        ), (
            f"This Memorandum enters into force on the date of signature for a period of {years} years and may be extended by mutual consent in writing.",
            "Either Party may terminate this Memorandum by written notice six months in advance. Ongoing activities shall be completed.",
        )),
        ("closing", "TANGGAL DAN TEMPAT PENANDATANGANAN", "DATE AND PLACE OF SIGNATURE", (
            "Naskah ini ditandatangani pada tanggal dan di tempat yang disebut pada akhir naskah.",
        ), ("This Memorandum is signed on the date and at the place stated at its end.",)),
    )  # fmt: skip


def _yearly(proposal: Proposal) -> tuple[Pair, ...]:
    return (
        ("activities", "KEGIATAN", "ACTIVITIES", (f"Kegiatan tahun ini meliputi {_scope(proposal)}.",),
            (f"The activities of this year cover {_scope(proposal)}.",)),
        ("budget", "PEMBIAYAAN", "BUDGET", (
            "Masing-masing Pihak membiayai bagiannya sesuai dengan naskah kerja sama.",
        ), ("Each Party finances its own share in accordance with the Memorandum.",)),
        ("term", "TAHUN PELAKSANAAN", "YEAR OF IMPLEMENTATION", (
            "Rencana ini berlaku sampai dengan 31 Desember tahun pelaksanaan.",
        ), ("This plan is valid until 31 December of the year of implementation.",)),
    )  # fmt: skip


_PAIRS: dict[str, Callable[[Proposal], tuple[Pair, ...]]] = {
    Instrument.LOI: _intent,
    Instrument.MOU: _naskah,
    Instrument.RKT: _yearly,
}


def _indonesian(build: Callable[[Proposal], tuple[Pair, ...]]) -> Callable[[Proposal], tuple[Clause, ...]]:
    return lambda proposal: tuple(Clause(key, title, words) for key, title, _, words, _ in build(proposal))


def _english(build: Callable[[Proposal], tuple[Pair, ...]], kind: str) -> Callable[[Proposal], dict[str, Any]]:
    def translated(proposal: Proposal) -> dict[str, Any]:
        clauses = [Clause(key, title, words).as_json() for key, _, title, _, words in build(proposal)]
        ours, theirs = _names(proposal)
        title = f"{kind} BETWEEN {ours} AND {theirs} CONCERNING {proposal.title}"[:250]
        return {"language": ENGLISH, "code": CODE, "title": title, "prevailing": PREVAILING, "clauses": clauses}

    return translated


_KINDS = {
    Instrument.LOI: "LETTER OF INTENT",
    Instrument.MOU: "MEMORANDUM OF UNDERSTANDING",
    Instrument.RKT: "YEARLY PLAN OF WORK",
}
TEXTS = {instrument: _indonesian(build) for instrument, build in _PAIRS.items()}
TRANSLATIONS = {instrument: _english(build, _KINDS[instrument]) for instrument, build in _PAIRS.items()}
