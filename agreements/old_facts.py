"""What is known of an old naskah and what is not; the facts a person or a file may give it."""

from datetime import date
from typing import Any

from agreements.models import OldFact, OldNaskah
from agreements.stages import Instrument, Renewal
from kerjasama.core.numbers import plain_number
from kerjasama.core.text import date_long
from kerjasama.workflow.statute import CooperationKind

UNKNOWN = "tidak diketahui"
#: Names of the model's fields that hold facts of the naskah itself, in the order in which they are told.
FACTS = (
    "title", "kind", "instrument", "parties", "loose_numbers", "unit_id", "signed_on", "starts_on", "ends_on", "open_ended", "stopped",
    "ended_on", "parent_id", "parent_old_id", "stands_alone", "told", "hints", "remarks", "link", "doubts",
)  # fmt: skip
LABELS = {
    "title": "Judul", "kind": "Jenis", "instrument": "Bentuk", "parties": "Para pihak", "loose_numbers": "Nomor lain", "unit_id": "Perangkat daerah",
    "signed_on": "Tanggal tanda tangan", "starts_on": "Mulai berlaku", "ends_on": "Berakhir", "open_ended": "Tanpa tanggal akhir",
    "stopped": "Dihentikan sebelum waktunya", "ended_on": "Dihentikan pada", "told": "Seperti tertulis", "hints": "Petunjuk tanggal",
    "parent_id": "Naskah induk", "parent_old_id": "Naskah induk lama", "stands_alone": "Tanpa naskah induk",
    "remarks": "Keterangan", "link": "Tautan", "doubts": "Perlu dilihat", "withdrawn_at": "Ditarik pada",
    "renewal": "Kelanjutan", "successor_id": "Usulan pengganti", "successor_old_id": "Naskah lama pengganti",
    "case_id": "Dikelola dalam usulan", "continued_as_id": "Dilanjutkan sebagai",
}  # fmt: skip
#: Names of facts that a file tells by its own words, beside those that have a field.
TOLD = {
    "CATEGORY": "kategori", "FORM": "bentuk naskah", "TERM": "jangka waktu", "STATUS": "status", "UNIT": "perangkat daerah", "AFFAIR": "urusan",
    "SCOPE": "ruang lingkup", "PARENT": "naskah induk", "YEAR": "tahun", "GROUP": "kelompok", "SIGNER": "penandatangan",
}  # fmt: skip


#: Forms that never stand by themselves; any other one may.
UNDER = frozenset({Instrument.ADD, Instrument.RKT})
DAYS = frozenset({"signed_on", "starts_on", "ends_on", "ended_on"})


def unknown_of(old: OldNaskah) -> list[str]:
    """Codes of the facts still to be found out."""
    known = {
        OldFact.TITLE: old.title,
        OldFact.PARTNER: any(not party["ours"] for party in old.parties),
        OldFact.NUMBER: all_numbers(old),
        OldFact.KIND: old.kind,
        OldFact.INSTRUMENT: old.instrument,
        OldFact.UNIT: old.unit_id,
        OldFact.SIGNED_ON: old.signed_on,
        OldFact.STARTS_ON: old.starts_on,
        OldFact.ENDS_ON: old.ends_on or old.open_ended,
        OldFact.ENDED_ON: old.ended_on or not old.stopped,
        OldFact.PARENT: old.parent_id or old.parent_old_id or old.stands_alone or not speaks_of_parent(old),
    }
    return [str(fact) for fact, there in known.items() if not there]


def speaks_of_parent(old: OldNaskah) -> bool:
    """Whether it stands under another by its form, or by what a file said."""
    return old.instrument in UNDER or bool(old.told.get("PARENT"))


def all_numbers(old: OldNaskah) -> list[str]:
    """Its numbers as they are written: those of the parties, then those of which nobody has said whose they are."""
    return [*(party["number"] for party in old.parties if party["number"]), *old.loose_numbers]


def plain_numbers(old: OldNaskah) -> list[str]:
    """Its numbers as they are compared."""
    return [plain_number(number) for number in all_numbers(old)]


def as_words(name: str, value: Any, units: dict[int, str] | None = None) -> str:
    """A fact as a person reads it; "tidak diketahui" for none. `units`: names by key, of what a fact that is a key points at."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if value in (None, "", [], {}):
        return UNKNOWN
    if name in DAYS or isinstance(value, date):
        return date_long(value if isinstance(value, date) else date.fromisoformat(value))
    if name in WORDS:
        return WORDS[name](value)
    return (units or {}).get(value, str(value)) if name.endswith("_id") else str(value)


def _parties(value: list[dict[str, Any]]) -> str:
    return "; ".join(
        ", ".join(filter(None, (party["name"], party["number"], party["signatory"], party["office"])))
        for party in value
    )


def _hints(value: dict[str, dict[str, Any]]) -> str:
    return "; ".join(f"{OldFact(code).label}: {hint['said'] or hint['year']}" for code, hint in value.items())


WORDS = {
    "parties": _parties,
    "hints": _hints,
    "kind": lambda value: str(CooperationKind(value).label),
    "instrument": lambda value: str(Instrument(value).label),
    "renewal": lambda value: str(Renewal(value).label),
    "parent_old_id": "NL-{}".format,
    "successor_old_id": "NL-{}".format,
    "loose_numbers": "; ".join,
    "doubts": " ".join,
    "told": lambda value: "; ".join(f"{TOLD.get(code, code)}: {words}" for code, words in value.items()),
}
