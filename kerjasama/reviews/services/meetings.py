"""Record who came to a meeting of the TKKSD and what came out of it (statute 6)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NotRequired, TypedDict

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.text import date_long
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from kerjasama.reviews import quorum, selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Condition, Meeting, OpinionCondition
from kerjasama.reviews.models.meeting import Conclusion, Presence
from kerjasama.reviews.quorum import Quorum
from kerjasama.reviews.services.keeping import (
    before_problem,
    keep,
    keep_changed,
    keep_new,
    lock,
    past_problem,
    refuse_if,
)

HELD = "Hasil rapat TKKSD"
ATTENDED = "Daftar hadir rapat TKKSD"


class NewCondition(TypedDict):
    """A condition of the meeting; the owner is a unit of ours, or anyone in words."""

    text: str
    owner: NotRequired[str]
    owner_unit: NotRequired[OrgUnit | None]
    due_on: NotRequired[date | None]
    taken_from: NotRequired[OpinionCondition | None]


@transaction.atomic
def record_attendance(meeting: Meeting, attendance: Mapping[int, tuple[str, str]], *, by: User) -> list[Attendance]:
    """Record who came, in person or represented, whether or not that makes a quorum; who is left out was absent.

    It may be recorded again while a case of the meeting is open: people come late and leave early. Raises NotYet
    before the day, for a cancelled meeting or one without an open case; BadInput for what was typed.
    """
    lock(meeting)
    _refuse_early(meeting)
    if not any(item.is_open for item in meeting.items.all()):
        raise NotYet(
            "Semua acara rapat ini sudah disimpulkan atau dipindahkan. Daftar hadirnya tidak dapat diubah lagi."
        )
    rows = _attended(meeting, attendance)
    keep_changed(rows, Attendance, ["state", "represented_by"], by=by, reason=ATTENDED)
    return rows


@transaction.atomic
def record_meeting(
    item: AgendaItem,
    *,
    attendance: Mapping[int, tuple[str, str]] | None = None,
    discussion: str,
    conclusion: str,
    conditions: Sequence[NewCondition] = (),
    by: User,
    on: date,
) -> AgendaItem:
    """Record discussion and conclusion of one case, with the attendance or on the one that stands recorded.

    `attendance` maps a member id to a state and the representative's name and office; who is not in it was absent.
    Raises NotYet without a quorum for this case (then nothing is kept), before the day of the meeting, or when the
    item has been concluded; BadInput for what was typed.
    """
    lock(item)
    meeting = item.meeting
    if not item.is_open:
        raise NotYet("Acara rapat ini sudah disimpulkan atau batal dibahas. Muat ulang halaman usulan.")
    _refuse_early(meeting)
    _refuse_result(meeting, discussion, conclusion, conditions, on)
    rows = selectors.attendances(item) if attendance is None else _attended(meeting, attendance)
    counted = quorum.of_item(item, rows)
    _refuse_without_quorum(counted)
    if attendance is not None:
        keep_changed(rows, Attendance, ["state", "represented_by"], by=by, reason=HELD)
    item.discussion = discussion.strip()
    item.conclusion = conclusion
    item.concluded_on = on
    item.concluded_by = by
    item.counted_fixed, item.counted_needed, item.counted_present = counted.fixed, counted.needed, counted.present
    keep(item, by=by, reason=HELD)
    keep_new(Condition, [_condition(item, new) for new in conditions], by=by, reason=HELD)
    return item


@transaction.atomic
def report_condition(condition: Condition, *, by: User, note: str, evidence: UploadedFile | None = None) -> Condition:
    """The owner says how a condition was met; the secretary ticks it off. The newest report counts until then.

    `evidence` becomes a paper of the case; that of an earlier report stays among its papers. Raises UploadRefused,
    BadInput without words, NotYet once it is ticked off.
    """
    refuse_if(note="" if note.strip() else "Tulis bagaimana syarat ini dipenuhi.")
    if lock(condition).settled_on is not None:
        raise NotYet(f"Syarat ini sudah dinyatakan dipenuhi pada {date_long(condition.settled_on)}.")
    condition.reported_on, condition.reported_by, condition.report_note = clock.today(), by, note.strip()
    condition.report_paper = _evidence(condition, evidence, by)
    return keep(condition, by=by, reason="Pemenuhan syarat TKKSD dilaporkan")


@transaction.atomic
def settle_condition(condition: Condition, *, by: User, note: str, on: date | None = None) -> Condition:
    """Tick a condition off with how it was met, today when `on` is not given.

    Raises BadInput for what was typed, NotYet the second time.
    """
    day = on or clock.today()
    refuse_if(
        note="" if note.strip() else "Tulis bagaimana syarat ini dipenuhi.",
        occurred_on=past_problem(day, what="Tanggal pemenuhan")
        or before_problem(day, condition.item.concluded_on, "tanggal kesimpulan rapat"),
    )
    if lock(condition).settled_on is not None:
        raise NotYet(f"Syarat ini sudah dipenuhi pada {date_long(condition.settled_on)}.")
    condition.settled_on = day
    condition.settled_by = by
    condition.settled_note = note.strip()
    return keep(condition, by=by, reason="Syarat TKKSD dipenuhi")


def _evidence(condition: Condition, file: UploadedFile | None, by: User) -> Document | None:
    if file is None:
        return None
    title = f"Bukti pemenuhan syarat TKKSD: {condition.text}"
    return documents.attach_upload(condition.item.subject, "CONDITION_EVIDENCE", title[:250], file, by=by)


def _refuse_early(meeting: Meeting) -> None:
    if meeting.is_cancelled:
        raise NotYet(f"{meeting} sudah dibatalkan.")
    if meeting.held_on > clock.today():
        raise NotYet(f"Rapat baru dilaksanakan pada {date_long(meeting.held_on)}. Catat hasilnya setelah rapat.")


def _refuse_result(
    meeting: Meeting, discussion: str, conclusion: str, conditions: Sequence[NewCondition], on: date
) -> None:
    early = "Hasil rapat tidak boleh bertanggal sebelum rapat." if on < meeting.held_on else ""
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal kesimpulan") or early,
        discussion="" if discussion.strip() else "Tulis uraian pembahasan.",
        conclusion="" if conclusion in Conclusion.values else "Pilih kesimpulan rapat.",
        conditions=_conditions_problem(conclusion, conditions),
    )


def _conditions_problem(conclusion: str, conditions: Sequence[NewCondition]) -> str:
    if conclusion == Conclusion.WITH_REPAIR and not conditions:
        return "Rekomendasi dengan perbaikan memerlukan paling sedikit satu syarat."
    if any(not new["text"].strip() for new in conditions):
        return "Tulis isi setiap syarat."
    if any(not new.get("owner", "").strip() and new.get("owner_unit") is None for new in conditions):
        return "Tentukan penanggung jawab setiap syarat."
    return ""


def _condition(item: AgendaItem, new: NewCondition) -> Condition:
    return Condition(
        item=item,
        text=new["text"].strip(),
        owner=new.get("owner", "").strip(),
        owner_unit=new.get("owner_unit"),
        due_on=new.get("due_on"),
        taken_from=new.get("taken_from"),
    )


def _attended(meeting: Meeting, attendance: Mapping[int, tuple[str, str]]) -> list[Attendance]:
    """The rows of the meeting with the states typed, not saved yet."""
    rows = list(meeting.attendances.select_related("member").order_by("pk"))
    if set(attendance) - {row.member_id for row in rows}:
        raise BadInput("Daftar hadir memuat orang yang tidak diundang. Muat ulang halaman lalu isi kembali.")
    for row in rows:
        state, representative = attendance.get(row.member_id, (Presence.ABSENT, ""))
        row.state = state
        row.represented_by = representative.strip()
        refuse_if(attendance=_attendance_problem(row))
    return rows


def _attendance_problem(row: Attendance) -> str:
    if row.state not in (Presence.SELF, Presence.REPRESENTED, Presence.ABSENT):
        return "Pilih hadir, diwakili, atau tidak hadir untuk setiap anggota."
    if row.state == Presence.REPRESENTED and not row.represented_by:
        return "Tulis nama dan jabatan wakil dari anggota yang diwakili."
    if row.state != Presence.REPRESENTED and row.represented_by:
        return "Nama wakil hanya diisi bagi anggota yang diwakili."
    return ""


def _refuse_without_quorum(counted: Quorum) -> None:
    if not counted.is_met:
        raise NotYet(
            f"Kuorum belum terpenuhi: {counted.sentence}. Tidak ada yang disimpan.",
            detail="Periksa kembali daftar hadir, atau lanjutkan rapat pada hari lain.",
        )
