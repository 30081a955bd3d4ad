"""A request to the DPRD: asked, sent, received, in committee, revoked (PP 28/2018 art. 6(2))."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.documents.models import Document
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Clearance, ClearanceNote, CommitteeMeeting, about
from kerjasama.reviews.models.clearance import OPEN, RUNNING, Authority, ClearanceStatus
from kerjasama.reviews.services.keeping import (
    before_problem,
    keep,
    keep_changed,
    lock,
    past_problem,
    refuse_if,
)

S = ClearanceStatus
GROUNDS = frozenset({"burdens_community", "burdens_region", "unbudgeted", "amount", "sentence", "basis"})


@transaction.atomic
def ask_dprd(
    subject: models.Model, *, letter_number: str, asked_on: date, grounds: Mapping[str, Any], by: User
) -> Clearance:
    """Open the next request to the DPRD about a subject, with the facts as they are now.

    `grounds` is JSON with at least the keys in GROUNDS (ValueError otherwise). The letter number may
    be empty until `mark_sent`. After a return this is the repaired plan, whose clock runs on. Raises
    NotYet while an earlier request is open.
    """
    missing = GROUNDS - set(grounds)
    if missing:
        raise ValueError(f"grounds without {sorted(missing)}")
    refuse_if(asked_on=past_problem(asked_on, what="Tanggal surat"))
    earlier = selectors.current_clearance(subject)
    if earlier is not None and earlier.is_open:
        raise NotYet(
            f"Permohonan ke-{earlier.number_in_row} kepada DPRD belum selesai "
            f"({earlier.get_status_display().lower()}). Tunggu jawabannya atau cabut dahulu permohonan itu."
        )
    returned = earlier is not None and earlier.status == S.RETURNED
    clearance = Clearance(
        **about(subject),
        continues=earlier if returned else None,
        authority=Authority.DPRD,
        number_in_row=earlier.number_in_row + 1 if earlier else 1,
        asked_on=asked_on,
        letter_number=letter_number.strip(),
        grounds=dict(grounds),
    )
    keep(clearance, by=by, reason="Permohonan persetujuan DPRD disiapkan")
    if returned:
        wanted = list(earlier.notes.filter(followed_up_on__isnull=True))
        text = f"Diajukan kembali dengan permohonan ke-{clearance.number_in_row}."
        answer_notes(wanted, text=text, on=asked_on, by=by)
    return clearance


@transaction.atomic
def mark_sent(clearance: Clearance, *, on: date, by: User, letter_number: str = "") -> Clearance:
    """The signed letter has left; its number and date are fixed from here."""
    hold(clearance, {S.PREPARED})
    number = letter_number.strip() or clearance.letter_number
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal kirim") or before_problem(on, clearance.asked_on, "tanggal surat"),
        letter_number="" if number else "Isi nomor surat permohonan.",
    )
    clearance.letter_number, clearance.sent_on, clearance.status = number, on, S.SENT
    return keep(clearance, by=by, reason="Surat permohonan dikirim")


@transaction.atomic
def receive(clearance: Clearance, *, on: date, by: User, proof: str = "", days: int = 0) -> Clearance:
    """The secretariat of the DPRD received the letter; the clock starts, the day after is day 1.

    A receipt earlier than today needs `proof`. Freezes the number of working days: `days` where the law itself names
    it, else `days_dprd`; a repaired plan goes on with the days its first letter had left.
    """
    hold(clearance, {S.SENT})
    late = on < clock.today() and not proof.strip()
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal penerimaan")
        or before_problem(on, clearance.sent_on, "tanggal kirim"),
        proof="Tulis bukti penerimaan, misalnya nomor agenda, karena tanggalnya sudah lewat." if late else "",
    )
    clearance.received_on, clearance.received_proof = on, proof.strip()
    _start_clock(clearance, on, days)
    clearance.status = S.RECEIVED
    return keep(clearance, by=by, reason="Diterima Sekretariat DPRD")


@transaction.atomic
def to_committee(clearance: Clearance, *, committee: str, by: User) -> Clearance:
    """The DPRD handed the request to one of its committees (komisi), or to another one; a late request stays late."""
    hold(clearance, RUNNING | {S.OVERDUE})
    refuse_if(committee="" if committee.strip() else "Isi nama komisi.")
    clearance.committee = committee.strip()
    if clearance.status == S.RECEIVED:
        clearance.status = S.IN_COMMITTEE
    return keep(clearance, by=by, reason="Dibahas komisi DPRD")


@transaction.atomic
def record_committee(
    clearance: Clearance, *, held_on: date, place: str, present: int, minutes: Document, by: User, summary: str = ""
) -> CommitteeMeeting:
    """A komisi has met about the request: when, where, how many came, with its minutes. Raises NotYet, BadInput."""
    hold(clearance, RUNNING | {S.OVERDUE})
    refuse_if(
        committee="" if clearance.committee else "Teruskan permohonan kepada komisi lebih dahulu.",
        occurred_on=past_problem(held_on, what="Tanggal rapat")
        or before_problem(held_on, clearance.received_on, "tanggal penerimaan"),
        place="" if place.strip() else "Isi tempat rapat.",
        present="" if present >= 1 else "Isi jumlah yang hadir, paling sedikit satu orang.",
    )
    meeting = CommitteeMeeting(
        clearance=clearance, committee=clearance.committee, held_on=held_on, place=place.strip(), present=present,
        minutes=minutes, summary=summary.strip(),
    )  # fmt: skip
    return keep(meeting, by=by, reason=f"Rapat {clearance.committee}")


@transaction.atomic
def revoke(clearance: Clearance, *, reason: str, by: User) -> Clearance:
    """Withdraw a request that is still open, for instance when the budget came (statute 5)."""
    hold(clearance, OPEN)
    refuse_if(reason="" if reason.strip() else "Tulis alasan pencabutan.")
    clearance.reason, clearance.status = reason.strip(), S.REVOKED
    return keep(clearance, by=by, reason="Permohonan dicabut")


def hold(clearance: Clearance, allowed: frozenset[str] | set[str]) -> None:
    """Lock a request that must have one of these statuses. Raises NotYet otherwise."""
    if lock(clearance).status not in allowed:
        raise NotYet(
            f"Permohonan ini berstatus “{clearance.get_status_display()}”, sehingga tindakan itu belum atau tidak lagi "
            "dapat dilakukan. Muat ulang halaman untuk melihat keadaan terakhir."
        )


def answer_notes(notes: list[ClearanceNote], *, text: str, on: date, by: User) -> None:
    """Write the same follow-up to some notes."""
    for note in notes:
        note.follow_up, note.followed_up_on, note.followed_up_by = text, on, by
    if notes:
        fields = ["follow_up", "followed_up_on", "followed_up_by"]
        keep_changed(notes, ClearanceNote, fields, by=by, reason="Catatan DPRD ditindaklanjuti")


def _start_clock(clearance: Clearance, on: date, days: int) -> None:
    work = WorkCalendar.load()
    first = clearance.continues
    if first is None:
        clearance.counted_from = on
        clearance.days_allowed = days or int(parameters.value("days_dprd"))
        clearance.due_on = work.add(on, clearance.days_allowed)
        return
    clearance.counted_from, clearance.days_allowed = first.counted_from, first.days_allowed
    clearance.pauses, clearance.stopped_days, clearance.due_on = first.pauses, first.stopped_days, first.due_on
    if first.stopped_on is not None:
        stopped = work.between(first.stopped_on, on)
        clearance.pauses = [*first.pauses, [first.stopped_on.isoformat(), on.isoformat()]]
        clearance.stopped_days += stopped
        clearance.due_on = work.add(first.due_on, stopped)
