"""Which of our papers wait for the Kepala Daerah's signature at a stage of their own, and which of them are light.

A light letter carries something on or asks for a view; it binds the region to nothing, so several may be given a
paraf at once (docs/decisions/0017). The stages belong to the rooms: their `outgoing` modules.
"""

from dataclasses import dataclass

from kerjasama.accounts.offices import Office

#: The offices that may stand under the Kepala Daerah in the chain of a letter.
CHAIN_OFFICES = (Office.KABAG, Office.ASISTEN, Office.SEKDA)
#: Who may send a letter back: the Kepala Daerah, and the office whose paraf it waits for.
RETURNERS = (Office.KDH, *CHAIN_OFFICES)
SHEET = "LETTER_PARAF_SHEET"
BASIS = "Paraf hierarki surat dinas, Permendagri 1/2023"


@dataclass(frozen=True, slots=True)
class LetterKind:
    """What a letter is called, whether it is light, and what it does to the region."""

    label: str
    light: bool
    why: str


LETTER_KINDS: dict[str, LetterKind] = {
    "OFFER": LetterKind("Surat permohonan kerja sama", False, "menawarkan kerja sama atas nama daerah"),
    "ANSWER": LetterKind("Surat jawaban", False, "menyatakan daerah bersedia atau menolak"),
    "DPRD_REQUEST": LetterKind("Surat permohonan persetujuan DPRD", False, "meminta keputusan DPRD atas beban daerah"),
    "PLAN_DRAFT": LetterKind("Rancangan Keputusan", False, "menetapkan daftar rencana kerja sama"),
    "STATUTORY_REPORT": LetterKind(
        "Laporan kerja sama daerah", False, "melaporkan keadaan seluruh kerja sama atas nama daerah"
    ),
    "INTENT_REQUEST": LetterKind("Surat permohonan tanggapan", True, "meminta tanggapan"),
    "PLAN_SUBMISSION": LetterKind("Surat penyampaian rencana", True, "menyampaikan rencana yang sudah disetujui"),
    "PLAN_DIRECT": LetterKind("Surat penyampaian langsung", True, "menyampaikan rencana yang sama kepada Menteri"),
    "DRAFT_LETTER": LetterKind("Surat penyampaian rancangan", True, "menyampaikan rancangan untuk dibahas"),
    "DRAFT_DIRECT": LetterKind("Surat penyampaian langsung", True, "menyampaikan rancangan yang sama kepada Menteri"),
    "ORIGINAL_LETTER": LetterKind(
        "Surat penyampaian naskah asli", True, "menyampaikan naskah yang sudah ditandatangani"
    ),
}


@dataclass(frozen=True, slots=True)
class LetterStage:
    """A stage at which a letter waits: its kind, the acts that sign it, and the act that sends it back."""

    kind: str
    signs: tuple[str, ...]
    back: str
