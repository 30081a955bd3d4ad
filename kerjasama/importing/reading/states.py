"""A typed status held against the dates on a given day: what the dates say wins, and the difference is told."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kerjasama.core.text import date_long
from kerjasama.importing.reading.lines import Plain, as_text, says_nothing


class State(StrEnum):
    """Where a naskah stands on a day."""

    ACTIVE = "ACTIVE"
    ENDED = "ENDED"
    FUTURE = "FUTURE"
    STOPPED = "STOPPED"
    IN_PROGRESS = "IN_PROGRESS"
    UNKNOWN = "UNKNOWN"


LABELS = {
    State.ACTIVE: "berlaku", State.ENDED: "berakhir", State.FUTURE: "belum mulai", State.STOPPED: "dihentikan", State.IN_PROGRESS: "masih berproses",
    State.UNKNOWN: "tidak diketahui",
}  # fmt: skip
#: Tried in this order: "tidak berlaku" before "berlaku".
WORDS: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.STOPPED, re.compile(r"\b(?:batal|dibatalkan|dihentikan|diakhiri|dicabut|putus|terminasi)")),
    (State.FUTURE, re.compile(r"\bbelum (?:mulai|berlaku|berjalan|efektif)")),
    (State.IN_PROGRESS, re.compile(r"\b(?:proses|draf|draft|pembahasan|usulan|belum (?:ttd|ditandatangani))")),
    (State.ENDED, re.compile(r"\b(?:(?:tidak|tdk|non)[ -]?(?:lagi )?(?:berlaku|aktif)|berakhir|habis|selesai|ke?ada?luwarsa|ke?daluarsa|expired|mati|lewat)")),
    (State.ACTIVE, re.compile(r"\b(?:aktif|masih berlaku|berlaku|berjalan|on ?going|active|hidup)")),
)  # fmt: skip


@dataclass(frozen=True)
class Compared:
    """`state` is computed where the dates allow it, else what was typed, which is then said."""

    state: State
    typed: State
    computed: State
    notes: tuple[str, ...] = ()

    @property
    def contradicts(self) -> bool:
        """True when both are known and differ."""
        return bool(self.notes) and self.computed is not State.UNKNOWN and self.typed is not State.UNKNOWN


def typed(value: Plain) -> State:
    """What somebody typed; UNKNOWN for words that say nothing of a state."""
    if says_nothing(value):
        return State.UNKNOWN
    text = as_text(value).lower()
    return next((state for state, pattern in WORDS if pattern.search(text)), State.UNKNOWN)


def computed(start: date | None, end: date | None, on: date, *, open_ended: bool = False) -> State:
    """What the dates say on a day; the last day still counts. UNKNOWN without what it takes to say it."""
    if start and start > on:
        return State.FUTURE
    if end:
        return State.ENDED if end < on else State.ACTIVE if start else State.UNKNOWN
    return State.ACTIVE if open_ended and start else State.UNKNOWN


def compare(value: Plain, start: date | None, end: date | None, on: date, *, open_ended: bool = False) -> Compared:
    """Both, and what a person should know of their difference."""
    said, found = typed(value), computed(start, end, on, open_ended=open_ended)
    if found is State.UNKNOWN:
        notes = (
            (f"Status “{as_text(value)}” tidak dapat diperiksa: tanggalnya tidak lengkap.",)
            if said is not State.UNKNOWN
            else ()
        )
        return Compared(said, said, found, notes)
    # Stopped before its time is no contradiction to a term that still runs.
    if said in {found, State.UNKNOWN} or (said is State.STOPPED and found is State.ENDED):
        return Compared(found, said, found)
    if said is State.STOPPED:
        return Compared(said, said, found, ("Dihentikan sebelum waktunya; tanggal dan dasarnya perlu diisi.",))
    note = f"Status tertulis “{as_text(value)}”, menurut tanggalnya {LABELS[found]} pada {date_long(on)}; yang dihitung yang dipakai."
    return Compared(found, said, found, (note,))
