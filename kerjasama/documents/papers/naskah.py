"""The naskah itself (Kesepakatan Bersama, Perjanjian Kerja Sama) and the sheet of its paraf."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypedDict

from kerjasama.documents.papers.common import Kop, base, capital_name, iso, letterhead, signature

INSTRUMENTS = {"KB": "Kesepakatan Bersama", "PKS": "Perjanjian Kerja Sama"}


class PartyFacts(TypedDict):
    """A party: `label` is "KESATU" or "PIHAK KESATU", `capacity` "" or "Plt.", `seat` its office, `domicile` where."""

    order: int
    label: str
    name: str
    number: str
    signatory_name: str
    signatory_title: str
    capacity: str
    seat: str
    domicile: str


def naskah(
    *, instrument: str, title: str, parties: Iterable[PartyFacts | Mapping[str, Any]], signed_on: date | None,
    place: str, premises: Iterable[str], clauses: Iterable[Mapping[str, Any]], text_hash: str, parent_number: str,
    parent_date: date | None, draft: bool, originals: int, version: int, paper: str = "A4", kop: Kop | None = None,
) -> dict[str, Any]:  # fmt: skip
    """A KB or PKS with n parties; while `draft`, numbers, day and place are dotted blanks.

    A clause is {title, paragraphs}; a line of a paragraph that opens with "a. " is a sub-item.
    Templates kesepakatan_bersama and perjanjian_kerja_sama. Raises ValueError for another instrument
    or fewer than two parties.
    """
    if instrument not in INSTRUMENTS:
        raise ValueError(f"unknown instrument {instrument!r}")
    sides = [_party(party) for party in sorted(parties, key=lambda p: p["order"])]
    if len(sides) < 2:
        raise ValueError("a naskah has at least two parties")
    name = INSTRUMENTS[instrument]
    context = base(kop or letterhead("KDH"), paper=paper, heading=f"{name} tentang {title}", signer=None)
    return context | {
        "instrument": instrument,
        "instrument_name": name,
        "title": title,
        "parties": sides,
        "signature_grid": _seats(sides),
        "signed_on": iso(signed_on),
        "place_of_signing": place,
        "premises": [_premise(line) for line in premises],
        "clauses": [{"title": c["title"], "paragraphs": [str(p) for p in c["paragraphs"]]} for c in clauses],
        "text_hash": text_hash,
        "parent_number": parent_number,
        "parent_date": iso(parent_date),
        "draft": draft,
        "originals": originals,
        "version": version,
    }


def _party(party: Mapping[str, Any]) -> dict[str, Any]:
    label = str(party["label"]).upper()
    block = signature(
        {"name": party["signatory_name"], "title": party["signatory_title"], "capacity_line": party["capacity"]}
    )
    acting = f"{party['capacity']} ".lstrip()
    return {
        "order": int(party["order"]),
        "label": label if label.startswith("PIHAK") else f"PIHAK {label}",
        "name": str(party["name"]),
        "number": str(party["number"]),
        "signatory_name": capital_name(str(party["signatory_name"])),
        "office": f"{acting}{party['signatory_title']}",
        "seat": str(party["seat"]),
        "domicile": str(party["domicile"]),
        "block": block,
    }


def _seats(sides: list[dict[str, Any]]) -> list[int]:
    """Indices of the parties in the order their blocks are printed, two to a row.

    PIHAK KEDUA stands left of PIHAK KESATU; from three on the same holds pair by pair, and a last odd
    party stands alone.
    """
    printed: list[int] = []
    for start in range(0, len(sides), 2):
        printed.extend(reversed(range(start, min(start + 2, len(sides)))))
    return printed


def _premise(line: str) -> str:
    """The words after "bahwa", without the closing mark: the template sets both."""
    words = str(line).strip().rstrip(".;")
    return words[6:].strip() if words.lower().startswith("bahwa ") else words


def paraf_sheet(
    *, title: str, instrument: str, version: int, text_hash: str,
    rows: Iterable[tuple[int, str, str, str, datetime | None]], paper: str = "A4", kop: Kop | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The lembar paraf kept with the file copy. A row is order, office_title, name, principal, given_at.

    Template lembar_paraf.
    """
    context = base(kop or letterhead("SETDA"), paper=paper, heading="Lembar Paraf", signer=None)
    return context | {
        "title": title,
        "instrument": instrument,
        "instrument_name": INSTRUMENTS[instrument],
        "version": version,
        "text_hash": text_hash,
        "rows": [
            {"order": order, "office": office, "name": name, "principal": principal, "given_at": iso(given)}
            for order, office, name, principal, given in rows
        ],
    }
