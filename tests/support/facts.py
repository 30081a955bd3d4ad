"""What each act asks for, filled in as a person of the cast would: a right answer for every act."""

from datetime import date, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from agreements.stages import Trait
from kerjasama.core import clock
from kerjasama.demo.paper import small_pdf
from kerjasama.reviews import selectors as reviews
from monitoring.stages import POINTS
from proposals.models import Proposal

FIXED = ("CHAIR", "DEPUTY", "SECRETARY", "FIXED")


def scan(told: str) -> SimpleUploadedFile:
    """A scanned paper."""
    return SimpleUploadedFile("pindaian.pdf", small_pdf(told), "application/pdf")


def their_letter(number: str, dated: date | None = None, statement: str = "") -> dict[str, Any]:
    """A letter of the other side."""
    return {"number": number, "dated": dated or clock.today(), "statement": statement, "file": scan(number)}


def meeting(held_on: date | None = None) -> dict[str, Any]:
    """The call to a meeting, today when no day is given."""
    day = held_on or clock.today()
    return {"held_on": day, "held_at": time(9), "place": "Ruang Rapat Setda", "agenda": "Pembahasan rencana kerja sama"}


def meeting_result(proposal: Proposal, conclusion: str = "RECOMMENDED", *, present: bool = True) -> dict[str, Any]:
    """What came out of the meeting that is called for a case; without `present` nobody came."""
    item = reviews.current_item(proposal)
    members = reviews.members_of(item) if item else []
    conditions = (
        [{"text": "Lengkapi peta lokasi.", "owner": "Dinas Lingkungan Hidup"}] if conclusion == "WITH_REPAIR" else []
    )
    return {
        "attendance": {m.pk: ("SELF" if present and m.seat in FIXED else "ABSENT", "") for m in members},
        "discussion": "Rencana dinilai sesuai dengan kewenangan dan perencanaan.",
        "conclusion": conclusion, "conditions": conditions,
    }  # fmt: skip


def dprd_decision(decision: str, number: str) -> dict[str, Any]:
    """An answer of the DPRD with its paper, note and reason where it needs them."""
    return {
        "decision": decision, "number": number, "file": scan(number),
        "session_on": None if decision == "RETURNED" else clock.today(),
        "notes": ["Laporkan pelaksanaannya setiap semester."] if decision == "APPROVED_WITH_NOTES" else [],
        "reason": "Rencana pembiayaan belum jelas." if decision in ("REJECTED", "RETURNED") else "",
    }  # fmt: skip


def signing_plan(agreement: Agreement, planned_on: date | None = None) -> dict[str, Any]:
    """Day, place and the slots of each party; the other side's number is its own."""
    slots = {
        party.order: {"name": "Penandatangan", "title": "Bupati", "number": f"075/{agreement.pk}-{agreement.act_count}/{party.order}"}
        for party in agreement.parties.all()
    }  # fmt: skip
    return {
        "planned_on": planned_on or clock.today(),
        "planned_place": "Pendopo",
        "originals": max(len(slots) * (2 if Trait.BILINGUAL in agreement.route.traits else 1), agreement.originals),
        "slots": slots,
    }


def signed_scan(agreement: Agreement) -> dict[str, Any]:
    """The scan of the signed originals, with its checklist."""
    return {"file": scan(f"naskah {agreement.pk} {agreement.act_count}"), "stamp_duty": True, "seal": True}


def evaluation(score: int = 4, verdict: str = "CONTINUE") -> dict[str, Any]:
    """Eleven scores and a recommendation."""
    return {
        "scores": {key: score for key, _ in POINTS}, "notes": {}, "verdict": verdict, "findings": [],
        "summary": "Kerja sama berjalan sesuai dengan tujuan.",
    }  # fmt: skip


def days_on(day: date, days: int) -> date:
    return day + timedelta(days=days)


def stages_signed() -> frozenset[str]:
    """Where a naskah stands once it bears signatures."""
    return frozenset(
        {
            NaskahStage.SCANNING,
            NaskahStage.VALIDATION,
            NaskahStage.ORIGINAL,
            NaskahStage.ORIGINAL_LETTER,
            NaskahStage.COPY,
            NaskahStage.REGISTRATION,
            NaskahStage.IN_FORCE,
            NaskahStage.ENDED,
        }
    )
