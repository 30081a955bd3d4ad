"""Letters with the kop of the head of region or the secretariat."""

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any

from kerjasama.core.text import counted
from kerjasama.documents.papers.common import Kop, Signer, base, hour, iso, letterhead, money, pairs

IMPORTANT = "Penting"
SHORT_BASIS = re.compile(r"^(UU|PP) (\d+/\d{4}) (Pasal .+)$")
LAWS = {
    ("UU", "23/2014"): "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    ("PP", "28/2018"): "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah",
}


def addressed(head_title: str, place: str) -> list[str]:
    """Yth. and, below it, where: a street stands by itself, a town after "di"."""
    where = place.strip() or "tempat"
    if not where.lower().startswith(("jalan", "jl.")):
        where = f"di {where}"
    return [f"Yth. {head_title}", where]


def letter(
    kop: Kop,
    *,
    paper: str,
    about: str,
    to: list[str],
    attachment_line: str,
    nature: str,
    signer: Signer,
    copies: Iterable[str],
) -> dict[str, Any]:
    shared = base(kop, paper=paper, heading=about, signer=signer, copies=copies)
    return shared | {"about": about, "to": to, "attachment_line": attachment_line, "nature": nature}


def offer(
    *,
    partner_name: str,
    partner_head_title: str,
    partner_place: str,
    title: str,
    affair: str,
    background: str,
    kak: Iterable[tuple[str, str]],
    contact: str,
    signer: Signer,
    copies: Iterable[str],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Our offer to another region (PP 28/2018 art. 6(1)); `kak` is printed whole as its lampiran.

    Only the first paragraph of `background` stands in the letter; the rest is in the lampiran.
    Template surat_permohonan.
    """
    context = letter(
        kop or letterhead("KDH"),
        paper=paper,
        about="Permohonan Kerja Sama Daerah",
        nature=IMPORTANT,
        to=addressed(partner_head_title, partner_place),
        attachment_line=f"{counted(1)} berkas",
        signer=signer,
        copies=copies,
    )
    return context | {
        "partner_name": partner_name,
        "title": title,
        "affair": affair,
        "background": background,
        "kak": pairs(kak),
        "contact": contact,
    }


def invitation(
    *,
    recipients: Iterable[str],
    number_of_meeting: str,
    held_on: date,
    held_at: time | str,
    place: str,
    agenda: str,
    title: str,
    case_code: str,
    signer: Signer,
    copies: Iterable[str],
    cases: Iterable[dict[str, str]] = (),
    renews: tuple[str, date] | None = None,
    continues: str = "",
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Call to a TKKSD meeting. More than one recipient are listed in a lampiran. Template undangan_tkksd.

    `cases` lists title and case_code of each case when there are several, `renews` is number and date of the
    invitation this one replaces, `continues` the number of the meeting that is continued.
    """
    called = [str(line) for line in recipients]
    listed = len(called) > 1
    to = ["Yth. Daftar Terlampir"] if listed else [f"Yth. {line}" for line in called[:1]]
    context = letter(
        kop or letterhead("SETDA"),
        paper=paper,
        about="Undangan Rapat Tim Koordinasi Kerja Sama Daerah",
        nature=IMPORTANT,
        attachment_line=f"{counted(1)} lembar" if listed else "-",
        to=[*to, "di tempat"],
        signer=signer,
        copies=copies,
    )
    return context | {
        "recipients": called,
        "recipients_listed": listed,
        "number_of_meeting": number_of_meeting,
        "held_on": iso(held_on),
        "held_at": hour(held_on, held_at),
        "meeting_place": place,
        "agenda": agenda,
        "title": title,
        "case_code": case_code,
        "cases": list(cases),
        "renews": {"number": renews[0], "dated": iso(renews[1])} if renews else None,
        "continues": continues,
    }


def _spelt_out(basis: str) -> str:
    """ "PP 28/2018 Pasal 6 ayat (2)" as a letter cites it; another form stays as it is."""
    short = SHORT_BASIS.match(basis.strip())
    law = LAWS.get((short[1], short[2])) if short else None
    return f"{short[3]} {law}" if short and law else basis


def dprd_request(
    *,
    council_name: str,
    place: str,
    title: str,
    case_code: str,
    partner_name: str,
    reason: str,
    basis: str,
    purpose: str,
    scope: str,
    term: str,
    budget: Iterable[tuple[int, Decimal]],
    total: Decimal | None,
    tkksd_line: str,
    signer: Signer,
    copies: Iterable[str],
    enclosed: str = "",
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Request for the approval of the DPRD (PP 28/2018 art. 6(2)). Template permohonan_dprd.

    `reason` is the sentence that says which trigger applies, `basis` its article, `budget` the planned
    burden per year in rupiah, `enclosed` what goes with it where it is not the KAK and the draft.
    """
    context = letter(
        kop or letterhead("KDH"),
        paper=paper,
        about="Permohonan Persetujuan Rencana Kerja Sama Daerah",
        nature=IMPORTANT,
        attachment_line=f"{counted(1)} berkas",
        to=addressed(f"Ketua {council_name}", place),
        signer=signer,
        copies=copies,
    )
    return context | {
        "council_name": council_name,
        "title": title,
        "case_code": case_code,
        "partner_name": partner_name,
        "reason": reason,
        "basis": _spelt_out(basis),
        "purpose": purpose,
        "scope": scope,
        "term": term,
        "budget": [{"year": int(year), "amount": money(amount)} for year, amount in budget],
        "total": money(total),
        "tkksd_line": tkksd_line,
        "enclosed": enclosed,
    }
