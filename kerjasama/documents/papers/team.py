"""Papers of the coordination team (TKKSD)."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from kerjasama.documents.papers.common import (
    Condition,
    Kop,
    Signer,
    base,
    capital_name,
    hour,
    iso,
    letterhead,
    pairs,
    tasks,
)


def minutes(
    *,
    meeting_number: str,
    held_on: date,
    held_at: time | str,
    place: str,
    team_decree: str,
    agenda: str,
    title: str,
    case_code: str,
    attendance: Iterable[tuple[str, str, str, str]],
    quorum_needed: int,
    present: int,
    discussion: str,
    conclusion: str,
    conditions: Iterable[Condition],
    signers: Iterable[tuple[str, str]],
    fixed: int | None = None,
    fixed_present: int | None = None,
    recused: Iterable[tuple[str, str]] = (),
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Berita acara of a TKKSD meeting with its attendance list as lampiran. Template berita_acara_tkksd.

    A row of `attendance` is name, seat, state ("hadir", "diwakili", "tidak hadir") and by whom represented; `fixed`
    and `fixed_present` count the fixed members for this case, without those `recused` (name, reason).
    """
    head = kop or letterhead("SETDA")
    context = base(head, paper=paper, heading="Berita Acara Rapat TKKSD", signer=None)
    return context | {
        "meeting_number": meeting_number,
        "held_on": iso(held_on),
        "held_at": hour(held_on, held_at),
        "meeting_place": place,
        "team_decree": _decree(team_decree, head),
        "agenda": agenda,
        "title": title,
        "case_code": case_code,
        "attendance": _rows(attendance),
        "fixed": fixed,
        "fixed_present": fixed_present,
        "recused": [{"name": name, "reason": reason} for name, reason in recused],
        "quorum_needed": quorum_needed,
        "present": present,
        "discussion": discussion,
        "conclusion": conclusion,
        "conditions": tasks(conditions),
        "signers": [{"name": capital_name(name), "title": title_} for name, title_ in signers],
    }


def attendance_list(
    *,
    meeting_number: str,
    held_on: date,
    held_at: time | str,
    place: str,
    agenda: str,
    attendance: Iterable[tuple[str, str, str, str]],
    quorum_needed: int,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The daftar hadir of a TKKSD meeting, rows as in `minutes`. Template daftar_hadir_tkksd."""
    context = base(kop or letterhead("SETDA"), paper=paper, heading="Daftar Hadir Rapat TKKSD", signer=None)
    return context | {
        "meeting_number": meeting_number,
        "held_on": iso(held_on),
        "held_at": hour(held_on, held_at),
        "meeting_place": place,
        "agenda": agenda,
        "attendance": _rows(attendance),
        "quorum_needed": quorum_needed,
    }


def _rows(attendance: Iterable[tuple[str, str, str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "seat": seat, "state": state, "represented_by": by} for name, seat, state, by in attendance]


def _decree(decree: str, kop: Kop) -> str:
    """A bare number becomes "Keputusan Bupati Wanasari Nomor …"."""
    return decree if decree.startswith("Keputusan") else f"Keputusan {kop['head_title']} Nomor {decree}"


def recommendation(
    *,
    title: str,
    case_code: str,
    partner_name: str,
    unit_name: str,
    meeting_number: str,
    held_on: date,
    findings: Iterable[tuple[str, str]],
    conclusion: str,
    conditions: Iterable[Condition],
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Nota dinas of the chair of the TKKSD to the head of region. Template rekomendasi_tkksd."""
    context = base(kop or letterhead("SETDA"), paper=paper, heading="Rekomendasi TKKSD", signer=signer)
    return context | {
        "title": title,
        "case_code": case_code,
        "partner_name": partner_name,
        "unit_name": unit_name,
        "meeting_number": meeting_number,
        "held_on": iso(held_on),
        "findings": pairs(findings),
        "conclusion": conclusion,
        "conditions": tasks(conditions),
    }
