"""What the DPRD answered, or did not, and what we did about its notes (statute 5)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import system_user
from kerjasama.core import clock, parameters
from kerjasama.core.errors import NotYet
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Clearance, ClearanceNote
from kerjasama.reviews.models.clearance import RUNNING, ClearanceStatus
from kerjasama.reviews.services.clearances import answer_notes, hold
from kerjasama.reviews.services.keeping import (
    before_problem,
    keep,
    keep_new,
    lock,
    past_problem,
    refuse_if,
)

S = ClearanceStatus
DECISIONS = frozenset({S.APPROVED, S.APPROVED_WITH_NOTES, S.REJECTED, S.RETURNED})


@transaction.atomic
def decide(
    clearance: Clearance,
    *,
    decision: str,
    decided_on: date,
    by: User,
    number: str = "",
    session_on: date | None = None,
    notes: Sequence[str] = (),
    reason: str = "",
    clock_may_stop: bool = True,
) -> Clearance:
    """The answer of the DPRD, also after the deadline: approve, approve with notes, reject, return.

    `session_on` is the day of the rapat paripurna, `decided_on` that of the keputusan written then or later; a
    return for repair is a letter and needs no session. The days are counted up to `decided_on`.
    A return for repair in time stops the clock when the parameter says so, until the next letter is
    received; foreign kinds pass `clock_may_stop=False`: theirs never stops (PM 25/2020 art. 17).
    Raises NotYet when there is nothing to answer, BadInput for what was typed.
    """
    hold(clearance, RUNNING | {S.OVERDUE})
    number, reason = number.strip(), reason.strip()
    written = [note.strip() for note in notes if note.strip()]
    _refuse_decision(clearance, decision, number, decided_on, session_on, written, reason)
    in_time = decision == S.RETURNED and decided_on <= clearance.due_on
    if in_time and clock_may_stop and parameters.value("dprd_repair_stops_clock"):
        clearance.stopped_on = decided_on
    clearance.status, clearance.decision_number = decision, number
    clearance.decided_on, clearance.session_on, clearance.reason = decided_on, session_on, reason
    label = f"Jawaban DPRD: {clearance.get_status_display()}"
    keep(clearance, by=by, reason=label)
    keep_new(ClearanceNote, [ClearanceNote(clearance=clearance, text=text) for text in written], by=by, reason=label)
    return clearance


@transaction.atomic
def mark_overdue(clearance: Clearance, on: date, *, by: User | None = None) -> Clearance:
    """The last day has passed without an answer. Nothing is approved by it; the clock may do this.

    Raises NotYet on or before the due date, and once the request has been answered.
    """
    hold(clearance, RUNNING)
    if on <= clearance.due_on:
        raise NotYet(f"Tenggat DPRD baru berakhir pada {date_long(clearance.due_on)}.")
    clearance.status = S.OVERDUE
    return keep(clearance, by=by or system_user(), reason="Tenggat DPRD terlewati")


@transaction.atomic
def deem(clearance: Clearance, *, memo: str, by: User, allowed: bool) -> Clearance:
    """Treat silence past the deadline as approval, with the memo of the Kabag that confirms the facts.

    `allowed` is the law or the parameter `dprd_silence_is_consent`, judged by the caller (statute 5).
    """
    hold(clearance, RUNNING | {S.OVERDUE})
    if not allowed:
        raise NotYet(
            "Diamnya DPRD tidak dianggap persetujuan menurut pengaturan daerah ini.",
            detail="Tunggu keputusan DPRD, atau cabut permohonan dan ajukan yang baru.",
        )
    wanted = "Tulis nota yang menegaskan tanggal terima, tenggat, dan belum adanya jawaban."
    refuse_if(memo="" if memo.strip() else wanted)
    if clearance.status in RUNNING:
        mark_overdue(clearance, clock.today())
    clearance.memo, clearance.decided_on, clearance.status = memo.strip(), clock.today(), S.DEEMED
    return keep(clearance, by=by, reason="Dianggap disetujui")


@transaction.atomic
def follow_up(note: ClearanceNote, *, text: str, by: User, on: date | None = None) -> ClearanceNote:
    """Answer one note of the DPRD, today when `on` is not given. Raises NotYet the second time, BadInput."""
    day = on or clock.today()
    refuse_if(
        text="" if text.strip() else "Tulis tindak lanjutnya.",
        occurred_on=past_problem(day, what="Tanggal tindak lanjut")
        or before_problem(day, note.clearance.decided_on, "tanggal keputusan"),
    )
    if lock(note).followed_up_on is not None:
        raise NotYet(f"Catatan ini sudah ditindaklanjuti pada {date_long(note.followed_up_on)}.")
    answer_notes([note], text=text.strip(), on=day, by=by)
    return note


def _refuse_decision(
    clearance: Clearance,
    decision: str,
    number: str,
    decided_on: date,
    session_on: date | None,
    notes: Sequence[str],
    reason: str,
) -> None:
    numbered = decision in (DECISIONS - {S.RETURNED})
    refuse_if(
        decision="" if decision in DECISIONS else "Pilih keputusan DPRD.",
        number="Isi nomor keputusan DPRD." if numbered and not number else "",
        decided_on=past_problem(decided_on, what="Tanggal keputusan")
        or before_problem(decided_on, clearance.received_on, "tanggal penerimaan"),
        session_on=_session_problem(clearance, numbered, decided_on, session_on),
        notes=_notes_problem(decision, notes),
        reason="Tulis alasannya." if decision in (S.REJECTED, S.RETURNED) and not reason else "",
    )


def _session_problem(clearance: Clearance, in_session: bool, decided_on: date, session_on: date | None) -> str:
    if session_on is None:
        return "Isi tanggal rapat paripurna yang mengambil keputusan." if in_session else ""
    if session_on > decided_on:
        return "Rapat paripurna tidak boleh sesudah tanggal keputusan."
    return before_problem(session_on, clearance.received_on, "tanggal penerimaan")


def _notes_problem(decision: str, notes: Sequence[str]) -> str:
    if decision == S.APPROVED_WITH_NOTES and not notes:
        return "Tulis paling sedikit satu catatan, satu catatan per baris."
    if decision in (S.APPROVED, S.REJECTED) and notes:
        return "Catatan hanya menyertai persetujuan dengan catatan atau permintaan perbaikan."
    return ""
