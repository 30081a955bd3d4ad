"""Adenda of a naskah as they stand on record: the text in force on a day, and what one of them changes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from agreements.amending import Changes, Numbered, Op, applied, changes_of, in_order, numbered
from agreements.stages import SIGNED, EndGround, Instrument
from kerjasama.core.text import date_long


def amendments(agreement: Any) -> Any:
    """The signed adenda of a naskah, in the order in which they took effect."""
    return agreement.children.filter(instrument=Instrument.ADD, stage__in=SIGNED).order_by("signed_on", "pk")


def under_way(agreement: Any) -> Any:
    """The adendum that is being written or signed, or None."""
    return agreement.children.filter(instrument=Instrument.ADD).exclude(stage__in=[*SIGNED, "CANCELLED"]).first()


def opened_since(agreement: Any, event: Any) -> Any:
    """The newest adendum that was opened after an act on the naskah, whatever became of it; None where none was."""
    if event is None:
        return None
    later = agreement.children.filter(instrument=Instrument.ADD, created_at__gt=event.recorded_at)
    return later.order_by("-pk").first()


def changes_in(amendment: Any) -> Changes:
    """What an adendum changes, by its locked text or, while it is written, its newest."""
    version = amendment.locked_version or amendment.versions.first()
    return changes_of(version.annexes) if version else Changes()


def text_on(agreement: Any, day: date | None = None, *, until: Any = None) -> tuple[Numbered, ...]:
    """The pasal that hold on a day (all signed adenda when none is given); `until` leaves out one adendum and all after it."""
    text = numbered(agreement.locked_version.content)
    for amendment in amendments(agreement).select_related("locked_version"):
        if until is not None and amendment.pk == until.pk or day is not None and amendment.signed_on > day:
            break
        text = applied(text, changes_in(amendment))
    return text


@dataclass(frozen=True, slots=True)
class Amended:
    """A signed adendum, what it changes, and each pasal it touched by the number that pasal bears in the text in force."""

    adendum: Any
    changes: Changes
    touched: tuple[tuple[str, Op], ...]


def history(agreement: Any) -> list[Amended]:
    """Every signed adendum with what it did, in the order in which they took effect; one query for any number of them."""
    text, found = numbered(agreement.locked_version.content), []
    for adendum in amendments(agreement).select_related("locked_version"):
        changes = changes_in(adendum)
        found.append(
            Amended(adendum, changes, tuple((number, change.op) for number, change in in_order(text, changes)))
        )
        text = applied(text, changes)
    return found


def over_since(agreement: Any, day: date) -> date | None:
    """Since when a naskah did not hold any more on a day; None while it held. The last day of its term still counts."""
    last = end_on(agreement, day)
    early = agreement.ended_on if agreement.end_ground not in ("", EndGround.TERM, EndGround.PARENT) else None
    if early is not None and day >= early:
        return early
    return last if day > last else None


def end_on(agreement: Any, day: date) -> date:
    """The last day as it stood on a day: what the first adendum or extension that moved it afterwards found, else the present one."""
    for amendment in amendments(agreement).select_related("locked_version"):
        if amendment.signed_on > day and changes_in(amendment).new_end:
            taken = agreement.events.get(act="take_amendment", data__amendment=amendment.pk)
            return date.fromisoformat(taken.data["ends_on"])
    # Abroad no adendum moves it, but an extension of which the Menteri was told.
    extended = (
        agreement.events.filter(act="record_extension", occurred_on__gt=day).order_by("occurred_on", "seq").first()
    )
    return date.fromisoformat(extended.data["ends_on"]) if extended else agreement.ends_on


def cited(agreement: Any) -> str:
    """How an adendum names the naskah that it changes, with the adenda before it."""
    ours = agreement.parties.filter(partner__isnull=True).first()
    number = f" Nomor {ours.number}" if ours and ours.number else ""
    told = f"{agreement.get_instrument_display()}{number} tanggal {date_long(agreement.signed_on)} tentang {agreement.title}"
    before = [amendment for amendment in amendments(agreement) if amendment.signed_on]
    if not before:
        return told
    days = ", ".join(date_long(amendment.signed_on) for amendment in before)
    return (
        f"{told} sebagaimana telah diubah terakhir dengan Adendum tanggal {days}"
        if len(before) == 1
        else (
            f"{told} sebagaimana telah beberapa kali diubah, terakhir dengan Adendum tanggal {date_long(before[-1].signed_on)}"
        )
    )
