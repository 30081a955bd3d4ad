"""A row that was read as the facts of an old naskah: nothing added to what the row says, nothing of it lost."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agreements.stages import Instrument
from kerjasama.core.text import digits
from kerjasama.importing.reading.durations import TermKind
from kerjasama.importing.reading.fields import DATES, LABELS, Field
from kerjasama.importing.reading.lines import words_of
from kerjasama.importing.reading.numbers import Number, Owner
from kerjasama.importing.reading.rows import Row
from kerjasama.importing.reading.states import State
from kerjasama.workflow.statute import CooperationKind

#: Facts kept in the row's own words, beside or instead of a value.
TOLD = (
    Field.CATEGORY,
    Field.FORM,
    Field.TERM,
    Field.STATUS,
    Field.UNIT,
    Field.AFFAIR,
    Field.SCOPE,
    Field.PARENT,
    Field.YEAR,
)
LONGEST = {"title": (500, "Judul"), "link": (500, "Tautan"), "remarks": (4000, "Keterangan")}
#: Only words of the law name a form or a kind; "MoU" at home may be either of two and stays open.
INSTRUMENTS: tuple[tuple[Instrument, str], ...] = (
    (Instrument.PKS, r"perjanjian kerja ?sama|pks"),
    (Instrument.KB, r"kesepakatan bersama|kb"),
    (Instrument.NK, r"nota kesepakatan|nk"),
    (Instrument.LOI, r"letter of intent|pernyataan kehendak(?: kerja ?sama)?|loi"),
    (Instrument.RKT, r"rencana kerja tahunan"),
    (Instrument.ADD, r"add?endum"),
)
KINDS: tuple[tuple[CooperationKind, str], ...] = (
    (CooperationKind.KSDPL, r"ksdpl|.*pemerintah daerah di luar negeri|sister city|sister province"),
    (CooperationKind.KSDLL, r"ksdll|.*lembaga di luar negeri"),
    (CooperationKind.KSDPK, r"ksdpk|(?:.* )?pihak ketiga"),
    (CooperationKind.KSDD, r"ksdd|.*antar ?daerah|.*daerah dengan daerah(?: lain)?"),
    (CooperationKind.SINERGI, r"(?:.* )?sinergi(?: .*)?|.*dengan pemerintah pusat"),
)


@dataclass(frozen=True, slots=True)
class House:
    """Who we are and which units we have: {words of a name: key}."""

    name: str
    units: Mapping[str, int]


def facts_of(row: Row, house: House, *, names_first_party: bool) -> tuple[dict[str, Any], list[str], list[str]]:
    """The facts as JSON by the names of `agreements.old_facts.FACTS`, with further errors and warnings in sentences.

    `names_first_party`: the file has a column for the first party, so that "its" number need not be ours.
    """
    warnings: list[str] = []
    parties, loose = _parties(row, house, names_first_party)
    days = {Field.SIGNED_ON: row.days.signed_on, Field.STARTS_ON: row.days.starts_on, Field.ENDS_ON: row.days.ends_on}
    told = {str(which): text for which in TOLD if (text := _text(row, which))}
    if row.group:
        told["GROUP"] = row.group
    open_ended = row.days.term.kind is TermKind.OPEN
    if open_ended and days[Field.ENDS_ON].value:
        open_ended = False
        warnings.append("Jangka waktunya tertulis tanpa akhir, tanggal berakhirnya terisi; tanggal itu yang dipakai.")
    facts = {
        "title": _text(row, Field.TITLE), "kind": _first(KINDS, told.get("CATEGORY", ""), row.group),
        "instrument": _first(INSTRUMENTS, told.get("FORM", "")), "parties": parties, "loose_numbers": loose,
        "unit_id": house.units.get(words_of(told.get("UNIT", ""))),
        **{str(which).lower(): day.value.isoformat() if day.value else None for which, day in days.items()},
        "open_ended": open_ended, "stopped": row.state.state is State.STOPPED, "ended_on": None, "told": told, "hints": _hints(row, days),
        "remarks": _text(row, Field.REMARKS, lines=True), "link": _text(row, Field.LINK), "doubts": [],
    }  # fmt: skip
    errors = [
        f"{name} lebih dari {digits(most)} huruf." for key, (most, name) in LONGEST.items() if len(facts[key]) > most
    ]
    if row.state.typed is State.IN_PROGRESS and not row.days.signed_on.value:
        errors.append("Menurut statusnya belum ditandatangani; register memuat naskah yang sudah ditandatangani.")
    facts["doubts"] = [*row.warnings, *warnings]
    return facts, errors, warnings


def identity_of(row: Row) -> str:
    """What tells its naskah from others: the fingerprint; without a number also the year, for the same title comes again."""
    if row.numbers.found:
        return row.fingerprint
    year = row.days.signed_on.year or next((v.value for f, v in row.values.items() if f is Field.YEAR and v.value), "")
    return hashlib.sha256(f"{row.fingerprint}|{year}".encode()).hexdigest()[:32]


def cells_of(row: Row) -> list[list[str]]:
    """What the row says, column by column, of the columns that are used."""
    return [[LABELS[which].capitalize(), value.raw] for which, value in row.values.items() if value.raw]


def _text(row: Row, which: Field, *, lines: bool = False) -> str:
    value = row.values.get(which)
    if not value:
        return ""
    return value.raw.strip() if lines else " ".join(value.raw.split())


def _first(table: tuple[tuple[Any, str], ...], *texts: str) -> str:
    """The first meaning that a text has as a whole; "" where none does."""
    for text in texts:
        words = words_of(text)
        words = re.sub(r"^[a-z] |^(?:i{1,3}|iv|v) ", "", words)
        for meaning, pattern in table:
            if words and re.fullmatch(pattern, words):
                return str(meaning)
    return ""


def _hints(row: Row, days: Mapping[Field, Any]) -> dict[str, dict[str, Any]]:
    """Month and year of a day that is not known, with the words it was read from."""
    hints = {}
    for which in DATES:
        day = days[which]
        if day.value is None and day.year:
            hints[str(which)] = {"month": day.month, "year": day.year, "said": _text(row, which)}
    year = row.values.get(Field.YEAR)
    if year and year.value and row.days.signed_on.value is None and str(Field.SIGNED_ON) not in hints:
        hints[str(Field.SIGNED_ON)] = {"month": None, "year": year.value, "said": year.raw}
    return hints


def _parties(row: Row, house: House, names_first_party: bool) -> tuple[list[dict[str, Any]], list[str]]:
    """The parties with their numbers where it is certain whose they are, and the numbers where it is not."""
    parties = [
        {"name": one.name, "number": "", "signatory": one.signatory, "office": one.office, "ours": one.ours}
        for one in row.parties.found
    ]
    ours = [one for one in parties if one["ours"]]
    by_owner = {owner: [one for one in row.numbers.found if one.owner is owner] for owner in Owner}
    signer = row.parties.our_signer
    speaks_of_us = bool(by_owner[Owner.US] or signer.name or signer.office)
    if speaks_of_us and not ours and not names_first_party and house.name:
        # A register without a column for us is our own: its first number and signatory are ours.
        ours = [{"name": house.name, "number": "", "signatory": signer.name, "office": signer.office, "ours": True}]
        parties = [*ours, *parties]
    loose = [one.raw for one in by_owner[Owner.UNSAID]]
    for owner, group in ((Owner.US, ours), (Owner.PARTNER, [one for one in parties if not one["ours"]])):
        loose += _given(by_owner[owner], group)
    return parties, loose


def _given(found: list[Number], group: list[dict[str, Any]]) -> list[str]:
    """Give each of a group its number where there are as many; otherwise all of them stay without an owner."""
    if len(found) != len(group):
        return [one.raw for one in found]
    for one, party in zip(found, group, strict=True):
        party["number"] = one.raw
    return []
