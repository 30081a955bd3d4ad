"""The naskah itself (Kesepakatan Bersama, Perjanjian Kerja Sama) and the sheet of its paraf."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NotRequired, TypedDict

from kerjasama.core import clock
from kerjasama.core.text import date_long, ordinal, time_wib
from kerjasama.documents.papers.common import Kop, base, capital_name, iso, letterhead, signature
from kerjasama.documents.papers.emblem import NEUTRAL_EMBLEM
from kerjasama.documents.papers.work_plan import work_plan

INSTRUMENTS = {
    "KB": "Kesepakatan Bersama",
    "PKS": "Perjanjian Kerja Sama",
    "NK": "Nota Kesepakatan",
    "LOI": "Pernyataan Kehendak",
    "MOU": "Naskah Kerja Sama",
    "RKT": "Rencana Kerja Tahunan",
    "ADD": "Adendum",
}


class PartyFacts(TypedDict):
    """A party: `label` is "KESATU" or "PIHAK KESATU", `capacity` "" or "Plt.", `domicile` its address.

    `lambang` (SVG) may be left out.
    """

    lambang: NotRequired[str]
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
    *,
    instrument: str,
    title: str,
    parties: Iterable[PartyFacts | Mapping[str, Any]],
    signed_on: date | None,
    place: str,
    premises: Iterable[str],
    clauses: Iterable[Mapping[str, Any]],
    text_hash: str,
    parent_number: str,
    parent_date: date | None,
    draft: bool,
    originals: int,
    version: int,
    annexes: Iterable[Mapping[str, Any]] = (),
    paper: str = "A4",
    electronic: bool = False,
    amends: Mapping[str, Any] | None = None,
    kop: Kop | None = None,
) -> dict[str, Any]:
    """A KB, PKS or Nota Kesepakatan with n parties; while `draft`, numbers, day and place are dotted blanks.

    A clause is {title, paragraphs}; a line of a paragraph that opens with "a. " is a sub-item.
    `electronic`: a marked place for the stamp of each party stands where the hand would sign.
    `amends`: the form of the naskah that an adendum changes and the how-manieth it is (template adendum).
    `annexes`: tables that belong to the text, as the version keeps them. Templates kesepakatan_bersama,
    perjanjian_kerja_sama and nota_kesepakatan. Raises ValueError for another instrument
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
        "signature_rows": _signature_rows(sides),
        "emblems": _emblems(sides, context["kop"]),
        "signed_on": iso(signed_on),
        "place_of_signing": place,
        "premises": [_premise(line) for line in premises],
        "clauses": [{"title": c["title"], "paragraphs": [str(p) for p in c["paragraphs"]]} for c in clauses],
        **work_plan(annexes, {side["order"]: side["label"] for side in sides}),
        "text_hash": text_hash,
        "parent_number": parent_number,
        "parent_date": iso(parent_date),
        "draft": draft,
        "electronic": electronic,
        **(
            {"amends": {"form": amends["form"], "ordinal": ordinal(amends["count"]), "stamped": amends["stamped"]}}
            if amends
            else {}
        ),
        "originals": originals,
        "version": version,
    }


def _party(party: Mapping[str, Any]) -> dict[str, Any]:
    label = str(party["label"]).upper()
    block = signature(
        {"name": party["signatory_name"], "title": party["signatory_title"], "capacity_line": party["capacity"]}
    )
    return {
        "order": int(party["order"]),
        "label": label if label.startswith("PIHAK") else f"PIHAK {label}",
        "name": str(party["name"]),
        "number": str(party["number"]),
        "signatory_name": capital_name(str(party["signatory_name"])),
        "office": block["title"],
        "seat": str(party["seat"]),
        "domicile": str(party["domicile"]),
        "authority": str(party.get("authority", "")),
        "lambang": str(party.get("lambang", "")),
        "block": block,
    }


def _signature_rows(sides: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Two blocks to a row, PIHAK KEDUA left of PIHAK KESATU and so on; a last odd party stands alone."""
    return [list(reversed(sides[start : start + 2])) for start in range(0, len(sides), 2)]


def _emblems(sides: list[dict[str, Any]], kop: Kop) -> list[str]:
    """One emblem per party, or none at all: a naskah never shows the arms of one side only.

    While our own government still has the neutral shield, every party is shown with it.
    """
    ours = {kop["government"].lower(), kop["region"].lower()}
    own = kop.get("regional") or kop["lambang"]
    rest = NEUTRAL_EMBLEM if own == NEUTRAL_EMBLEM else ""
    found = [side["lambang"] or (own if side["name"].lower() in ours else rest) for side in sides]
    return found if all(found) else []


def _premise(line: str) -> str:
    """The words after "bahwa", without the closing mark: the template sets both."""
    words = str(line).strip().rstrip(".;")
    return words[6:].strip() if words.lower().startswith("bahwa ") else words


def paraf_sheet(
    *,
    title: str,
    instrument: str,
    version: int,
    text_hash: str,
    rows: Iterable[tuple[int, str, str, str, datetime | None, str]],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The lembar paraf kept with the file copy. A row is order, office_title, name, principal, given_at, specimen (an SVG path or "").

    Template lembar_paraf.
    """
    context = base(kop or letterhead("SETDA"), paper=paper, heading="Lembar Paraf", signer=None)
    return context | {
        "title": title,
        "instrument": instrument,
        "instrument_name": INSTRUMENTS[instrument],
        "version": version,
        "text_hash": text_hash,
        "rows": _marks(rows),
    }


def letter_paraf_sheet(
    *,
    kind: str,
    title: str,
    number: str,
    sha256: str,
    rows: Iterable[tuple[int, str, str, str, datetime | None, str]],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The lembar paraf of a letter: its number, the SHA-256 of its file, and rows as in `paraf_sheet`. Template lembar_paraf."""
    context = base(kop or letterhead("SETDA"), paper=paper, heading="Lembar Paraf", signer=None)
    return context | {
        "title": title,
        "instrument_name": kind,
        "letter_number": number,
        "text_hash": sha256,
        "of_letter": True,
        "rows": _marks(rows),
    }


def _marks(rows: Iterable[tuple[int, str, str, str, datetime | None, str]]) -> list[dict[str, Any]]:
    return [
        {
            "order": order,
            "office": office,
            "name": name,
            "principal": principal,
            "given_at": _moment(given),
            "specimen": drawn,
        }
        for order, office, name, principal, given, drawn in rows
    ]


def _moment(given: datetime | None) -> str:
    """16 November 2026, 09.42 WIB; "" while it is waiting."""
    return f"{date_long(given.astimezone(clock.zone()).date())}, {time_wib(given)}" if given else ""
