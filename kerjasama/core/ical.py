"""One appointment as a calendar file (RFC 5545, RFC 5546): what an invitation by e-mail carries.

Written by hand: one component, no recurrence, zones without daylight saving (docs/decisions/0010).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

LINE_OCTETS = 75
PRODUCT = "-//kerjasama//Rapat TKKSD//ID"
STAMP = "%Y%m%dT%H%M%S"


class Method(StrEnum):
    REQUEST = "REQUEST"  # called, or called anew with a higher sequence
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Person:
    """Who calls or is called; `email` without "mailto:"."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting. `uid` never changes; `sequence` grows with each edition; `starts` is aware, in a named zone."""

    uid: str
    sequence: int
    starts: datetime
    length: timedelta
    summary: str
    place: str
    description: str
    url: str
    organiser: Person
    stamped: datetime


def written(meeting: Appointment, method: Method, attendee: Person) -> str:
    """The calendar file for one invited person. Raises ValueError for a naive start, or a zone without a name."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", f"METHOD:{method}",
        *_zone(meeting.starts), *_event(meeting, method, attendee), "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def escaped(words: str) -> str:
    """A text value: backslash, semicolon, comma and line end as section 3.3.11 wants them."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets; a continuation begins with a blank (section 3.1).

    No character is cut in two, whatever its length in UTF-8.
    """
    piece, used = "", 0
    for sign in line:
        octets = len(sign.encode())
        if used + octets > LINE_OCTETS:
            yield piece
            piece, used = " ", 1
        piece, used = piece + sign, used + octets
    yield piece


def _zone(starts: datetime) -> list[str]:
    """The zone of the start with its one offset."""
    name = _zone_name(starts)
    offset = _offset(starts)
    return [
        "BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}", f"TZNAME:{escaped(starts.tzname() or name)}", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip


def _event(meeting: Appointment, method: Method, attendee: Person) -> list[str]:
    zone, ends = _zone_name(meeting.starts), meeting.starts + meeting.length
    cancelled = method is Method.CANCEL
    return [
        "BEGIN:VEVENT",
        f"UID:{meeting.uid}",
        f"SEQUENCE:{meeting.sequence}",
        f"DTSTAMP:{meeting.stamped.astimezone(UTC):{STAMP}}Z",
        f"DTSTART;TZID={zone}:{meeting.starts:{STAMP}}",
        f"DTEND;TZID={zone}:{ends:{STAMP}}",
        f"SUMMARY:{escaped(meeting.summary)}",
        f"LOCATION:{escaped(meeting.place)}",
        f"DESCRIPTION:{escaped(meeting.description)}",
        *([f"URL:{meeting.url}"] if meeting.url else []),
        f"ORGANIZER;CN={_quoted(meeting.organiser.name)}:mailto:{meeting.organiser.email}",
        f"ATTENDEE;CN={_quoted(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee.email}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def _quoted(name: str) -> str:
    """A parameter value between quotes, which can hold neither a quote nor a control character (section 3.2)."""
    return '"' + "".join(sign for sign in name if sign.isprintable() and sign != '"') + '"'


def _zone_name(moment: datetime) -> str:
    name = getattr(moment.tzinfo, "key", "")
    if not name:
        raise ValueError("an appointment starts in a named zone")
    return name


def _offset(moment: datetime) -> str:
    minutes = int(moment.utcoffset().total_seconds() // 60)  # type: ignore[union-attr]
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"
