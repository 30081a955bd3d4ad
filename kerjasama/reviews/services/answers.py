"""What the DPRD answered, or did not, and what we did about its notes (statute 5)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import system_user
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Clearance, ClearanceNote
from kerjasama.reviews.models.clearance import RUNNING, ClearanceStatus
from kerjasama.reviews.services.clearances import hold
from kerjasama.reviews.services.keeping import (
    before_problem,
    keep,
    keep_changed,
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

    A return for repair stops the clock when the parameter says so; foreign kinds pass
    `clock_may_stop=False`, for theirs never stops (PM 25/2020 art. 17). Raises NotYet when there is
    nothing to answer, BadInput for what was typed.
    """
    hold(clearance, RUNNING | {S.OVERDUE})
    number, reason = number.strip(), reason.strip()
    written = [note.strip() for note in notes if note.strip()]
    _refuse_decision(clearance, decision, number, decided_on, session_on, written, reason)
    stops = decision == S.RETURNED and clearance.status != S.OVERDUE and decided_on <= clearance.due_on
    if stops and clock_may_stop and parameters.value("dprd_repair_stops_clock"):
        clearance.stopped_on = decided_on
    clearance.status, clearance.decision_number = decision, number
    clearance.decided_on, clearance.session_on, clearance.reason = decided_on, session_on, reason
    label = f"Jawaban DPRD: {clearance.get_status_display()}"
    keep(clearance, by=by, reason=label)
    keep_new(ClearanceNote, [ClearanceNote(clearance=clearance, text=text) for text in written], by=by, reason=label)
    return clearance


@transaction.atomic
def resubmit(clearance: Clearance, *, on: date, note: str, by: User) -> Clearance:
    """The repaired plan went back to the DPRD; the clock runs on from the day after.

    `note` says what was repaired and answers the notes still open.
    """
    hold(clearance, {S.RETURNED})
    refuse_if(
        on=past_problem(on, what="Tanggal pengajuan kembali")
        or before_problem(on, clearance.decided_on, "tanggal pengembalian"),
        note="" if note.strip() else "Tulis perbaikan yang sudah dilakukan.",
    )
    if clearance.stopped_on is not None:
        work = WorkCalendar.load()
        stopped = work.between(clearance.stopped_on, on)
        clearance.pauses = [*clearance.pauses, [clearance.stopped_on.isoformat(), on.isoformat()]]
        clearance.stopped_days += stopped
        clearance.due_on = work.add(clearance.due_on, stopped)
    overdue = on > clearance.due_on
    _forget_return(clearance)
    clearance.status = S.OVERDUE if overdue else S.IN_COMMITTEE if clearance.committee else S.RECEIVED
    keep(clearance, by=by, reason="Perbaikan diajukan kembali kepada DPRD")
    _answer(list(clearance.notes.filter(followed_up_on__isnull=True)), text=note.strip(), by=by)
    return clearance


@transaction.atomic
def mark_overdue(clearance: Clearance, on: date, *, by: User | None = None) -> Clearance:
    """The last day has passed without an answer. Nothing is approved by it; the clock may do this.

    Raises NotYet on or before the due date, or while the clock stands still for repair.
    """
    hold(clearance, RUNNING | {S.RETURNED})
    if clearance.stopped_on is not None:
        raise NotYet("Hitungan hari sedang berhenti karena DPRD meminta perbaikan.")
    if on <= clearance.due_on:
        raise NotYet(f"Tenggat DPRD baru berakhir pada {date_long(clearance.due_on)}.")
    if clearance.decided_on and clearance.decided_on > clearance.due_on:
        raise NotYet("DPRD sudah meminta perbaikan setelah tenggat. Ajukan kembali rencana yang diperbaiki.")
    _forget_return(clearance)
    clearance.status = S.OVERDUE
    return keep(clearance, by=by or system_user(), reason="Tenggat DPRD terlewati")


@transaction.atomic
def deem(clearance: Clearance, *, memo: str, by: User, allowed: bool) -> Clearance:
    """Treat silence as approval, with the memo of the Kabag that confirms the facts.

    `allowed` is the law or the parameter `dprd_silence_is_consent`, judged by the caller (statute 5).
    """
    hold(clearance, {S.OVERDUE})
    if not allowed:
        raise NotYet(
            "Diamnya DPRD tidak dianggap persetujuan menurut pengaturan daerah ini.",
            detail="Tunggu keputusan DPRD, atau cabut permohonan dan ajukan yang baru.",
        )
    wanted = "Tulis nota yang menegaskan tanggal terima, tenggat, dan belum adanya jawaban."
    refuse_if(memo="" if memo.strip() else wanted)
    clearance.memo, clearance.decided_on, clearance.status = memo.strip(), clock.today(), S.DEEMED
    return keep(clearance, by=by, reason="Dianggap disetujui")


@transaction.atomic
def follow_up(note: ClearanceNote, *, text: str, by: User) -> ClearanceNote:
    """Answer one note of the DPRD. Raises NotYet the second time, BadInput without a text."""
    refuse_if(text="" if text.strip() else "Tulis tindak lanjutnya.")
    if lock(note).followed_up_on is not None:
        raise NotYet(f"Catatan ini sudah ditindaklanjuti pada {date_long(note.followed_up_on)}.")
    _answer([note], text=text.strip(), by=by)
    return note


def _answer(notes: list[ClearanceNote], *, text: str, by: User) -> None:
    for note in notes:
        note.follow_up, note.followed_up_on, note.followed_up_by = text, clock.today(), by
    if notes:
        fields = ["follow_up", "followed_up_on", "followed_up_by"]
        keep_changed(notes, ClearanceNote, fields, by=by, reason="Catatan DPRD ditindaklanjuti")


def _forget_return(clearance: Clearance) -> None:
    # The row speaks of the answer still to come; the return stays in its history and its notes.
    clearance.stopped_on = clearance.decided_on = clearance.session_on = None
    clearance.decision_number = clearance.reason = ""


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
        session_on=_session_problem(clearance, decided_on, session_on),
        notes=_notes_problem(decision, notes),
        reason="Tulis alasannya." if decision in (S.REJECTED, S.RETURNED) and not reason else "",
    )


def _session_problem(clearance: Clearance, decided_on: date, session_on: date | None) -> str:
    if session_on is None:
        return ""
    if session_on > decided_on:
        return "Rapat paripurna tidak boleh sesudah tanggal keputusan."
    return before_problem(session_on, clearance.received_on, "tanggal penerimaan")


def _notes_problem(decision: str, notes: Sequence[str]) -> str:
    if decision == S.APPROVED_WITH_NOTES and not notes:
        return "Tulis paling sedikit satu catatan, satu catatan per baris."
    if decision in (S.APPROVED, S.REJECTED) and notes:
        return "Catatan hanya menyertai persetujuan dengan catatan atau permintaan perbaikan."
    return ""
