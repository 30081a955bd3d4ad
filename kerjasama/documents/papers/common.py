"""What every paper shares: letterhead, signature block, and plain values."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypedDict

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.levels import RegionLevel
from kerjasama.core.text import time_wib
from kerjasama.documents.papers.emblem import NEUTRAL_EMBLEM

KIND_OF_REGION = re.compile(r"^(Kabupaten|Kota|Provinsi)\s+", re.IGNORECASE)
ACTING = re.compile(r"^(Plt|Plh|Pj|Pjs)\.")
#: Written as they are in a signature block, while the name itself stands in capitals.
ACADEMIC = frozenset({"dr.", "drg.", "drh.", "drs.", "dra.", "prof.", "ir.", "hj.", "apt.", "ns."})

#: Which emblem a kop bears.
STATE, REGION = "STATE", "REGION"
#: Who may sign under the state emblem: the head of region (UU 24/2009 art. 54(1)i, 57 letter d).
STATE_OFFICES = frozenset({Office.KDH})

Condition = tuple[str, str, date | None]


class Kop(TypedDict):
    """The head of a letter, ready to print."""

    government: str
    office: str
    address: str
    contact: str
    lambang: str
    emblem: str
    regional: str
    place: str
    region: str
    head_title: str


class Signer(TypedDict, total=False):
    """Who signs: `capacity_line` is "", "Plt. Bupati Wanasari", "Plt." or "a.n. Bupati Wanasari".

    `office` is the office in which he signs; it is not printed.
    """

    office: str

    name: str
    title: str
    capacity_line: str
    nip: str


class Paper(TypedDict, total=False):
    """The part every context has; each builder adds its own facts."""

    kop: Kop
    paper: str
    heading: str
    nature: str
    attachment_line: str
    about: str
    to: list[str]
    signer: dict[str, Any]
    copies: list[str]


def letterhead(signer_rank: str = "KDH", unit_name: str = "") -> Kop:
    """The kop for a paper of the head of region ("KDH"), the secretariat ("SETDA") or a unit ("OPD").

    The head of region's bears the state emblem over his title and no address; every other one the regional emblem.
    A unit has no address of its own on record, so its kop names the seat only. Raises ValueError
    for another rank.
    """
    government = Government.current()
    region = KIND_OF_REGION.sub("", government.name)
    full_name = government.name
    if government.level == RegionLevel.PROVINCE and full_name == region:
        full_name = f"Provinsi {region}"
    offices = {
        "KDH": f"{government.head_title} {region}",
        "SETDA": "Sekretariat Daerah",
        "OPD": "Sekretariat Daerah" if unit_name.startswith("Bagian ") else unit_name or "Sekretariat Daerah",
    }
    if signer_rank not in offices:
        raise ValueError(f"unknown rank {signer_rank!r}")
    own_house = offices[signer_rank] != unit_name
    return {
        "government": f"Pemerintah {full_name}",
        "office": offices[signer_rank],
        "address": _address(government) if own_house else government.seat_city,
        "contact": _contact(government) if own_house else "",
        "lambang": government.state_emblem if signer_rank == "KDH" else government.emblem or NEUTRAL_EMBLEM,
        "emblem": STATE if signer_rank == "KDH" else REGION,
        "regional": government.emblem or NEUTRAL_EMBLEM,
        "place": government.seat_city,
        "region": full_name,
        "head_title": f"{government.head_title} {region}",
    }


def _address(government: Government) -> str:
    parts = [government.address] if government.address else []
    if government.seat_city not in government.address:
        parts.append(government.seat_city)
    place = f"{', '.join(parts)} {government.postal_code}".strip()
    return f"{place} · telepon\u00a0{government.phone}" if government.phone else place


def _contact(government: Government) -> str:
    named = (("laman", government.website), ("surel", government.email))
    return " · ".join(f"{label}\u00a0{value}" for label, value in named if value)


def signature(signer: Signer) -> dict[str, Any]:
    """The signature block: its title lines in capitals, the name in capitals, the NIP if any."""
    title = signer.get("title", "").strip()
    capacity = signer.get("capacity_line", "").strip()
    acting = ACTING.match(capacity)
    if acting:
        bare = title[len(acting[0]) :].strip() if title.startswith(acting[0]) else title
        lines = [f"{acting[0]} {bare.upper()}"]
    elif capacity:
        mark, _, principal = capacity.partition(" ")
        lines = [f"{mark} {principal.upper()}", title.upper()]
    else:
        lines = [title.upper()]
    shown = capacity if acting and capacity != acting[0] else f"{capacity} {title}" if acting else title
    return {"lines": lines, "title": shown, "name": capital_name(signer.get("name", "")), "nip": signer.get("nip", "")}


def _refuse_state_emblem(kop: Kop, signer: Signer | None) -> None:
    """Only the head of region, who acts as one, or who signs a.n. him, signs under the state emblem."""
    if kop.get("emblem") != STATE or not signer:
        return
    in_his_name = signer.get("capacity_line", "").startswith(f"a.n. {kop['head_title']}")
    holds_his_office = signer.get("office", Office.KDH) in STATE_OFFICES
    named = signer.get("title", "").endswith(kop["head_title"]) or "office" in signer
    if not in_his_name and not (holds_his_office and named):
        raise BadInput(
            "Kop berlambang negara hanya untuk surat yang ditandatangani Kepala Daerah atau atas namanya "
            "(UU 24/2009 Pasal 54 ayat (1) huruf i dan Pasal 57 huruf d). Gunakan kop Sekretariat Daerah atau perangkat daerah."
        )


def capital_name(name: str) -> str:
    """ "Dr. Siti Maemunah, S.H." as "Dr. SITI MAEMUNAH, S.H.": titles and degrees keep their form."""
    bare, comma, degrees = name.strip().partition(",")
    words = [word if word.lower() in ACADEMIC else word.upper() for word in bare.split()]
    return " ".join(words) + comma + degrees


def iso(value: date | None) -> str:
    """ISO 8601 of a date; "" for none."""
    return value.isoformat() if value else ""


def hour(day: date, value: time | str) -> str:
    """A time of day with the zone: "09.00 WIB". Text that was typed stays as it is."""
    if isinstance(value, str):
        return value
    return time_wib(datetime.combine(day, value, tzinfo=clock.zone()))


def money(value: Decimal | int | None) -> str:
    """A plain decimal string with two digits; "" for none."""
    return "" if value is None else f"{Decimal(value):.2f}"


def pairs(rows: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Label and text of each part."""
    return [{"label": str(label), "text": str(text)} for label, text in rows]


def tasks(rows: Iterable[Condition]) -> list[dict[str, str]]:
    """Things to do, each with its owner and due date."""
    return [{"text": str(text), "owner": str(owner), "due": iso(due)} for text, owner, due in rows]


def base(kop: Kop, *, paper: str, heading: str, signer: Signer | None, copies: Iterable[str] = ()) -> dict[str, Any]:
    """The shared part of a context. Raises BadInput for the state emblem over another's signature."""
    _refuse_state_emblem(kop, signer)
    return {
        "kop": dict(kop),
        "paper": paper,
        "heading": heading,
        "signer": signature(signer) if signer else None,
        "copies": [str(line) for line in copies],
    }
