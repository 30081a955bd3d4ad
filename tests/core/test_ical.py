from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kerjasama.core.ical import Appointment, Method, Person, escaped, folded, written

JAKARTA = ZoneInfo("Asia/Jakarta")
CHAIR = Person('Hj. "Sri" Lestari; M.Si.', "sri@wanasari.example")


def appointment(**changes):
    facts = {
        "uid": "rapat-tkksd-7@wanasari.example", "sequence": 0, "starts": datetime(2026, 11, 30, 9, 0, tzinfo=JAKARTA),
        "length": timedelta(hours=2), "summary": "Rapat TKKSD ke-3, 2026", "place": "Aula; Bappeda, Lantai 2",
        "description": "1. Trayek\n2. Air minum", "url": "https://ks.wanasari.example/kelola/rapat/7/",
        "organiser": Person("Sekretariat TKKSD", "ks@wanasari.example"),
        "stamped": datetime(2026, 11, 23, 9, 0, tzinfo=JAKARTA),
    }  # fmt: skip
    return Appointment(**{**facts, **changes})


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_an_invitation_as_the_standard_has_it() -> None:
    assert unfolded(written(appointment(), Method.REQUEST, CHAIR)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kerjasama//Rapat TKKSD//ID", "CALSCALE:GREGORIAN", "METHOD:REQUEST",
        "BEGIN:VTIMEZONE", "TZID:Asia/Jakarta", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700", "TZNAME:WIB", "END:STANDARD", "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:rapat-tkksd-7@wanasari.example", "SEQUENCE:0", "DTSTAMP:20261123T020000Z",
        "DTSTART;TZID=Asia/Jakarta:20261130T090000", "DTEND;TZID=Asia/Jakarta:20261130T110000",
        "SUMMARY:Rapat TKKSD ke-3\\, 2026", "LOCATION:Aula\\; Bappeda\\, Lantai 2",
        "DESCRIPTION:1. Trayek\\n2. Air minum", "URL:https://ks.wanasari.example/kelola/rapat/7/",
        'ORGANIZER;CN="Sekretariat TKKSD":mailto:ks@wanasari.example',
        'ATTENDEE;CN="Hj. Sri Lestari; M.Si.";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:sri@wanasari.example',
        "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip


def test_a_cancelled_meeting_keeps_its_name_and_counts_on() -> None:
    lines = unfolded(written(appointment(sequence=2), Method.CANCEL, CHAIR))
    assert [line for line in lines if line.startswith(("METHOD", "UID", "SEQUENCE", "STATUS"))] == [
        "METHOD:CANCEL", "UID:rapat-tkksd-7@wanasari.example", "SEQUENCE:2", "STATUS:CANCELLED",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["a", "é", "–", "𝒜"])
def test_no_line_is_longer_than_the_standard_allows_and_no_character_is_cut(sign: str) -> None:
    text = written(appointment(description=sign * 400), Method.REQUEST, CHAIR)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"DESCRIPTION:{sign * 400}" in unfolded(text)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_line_that_just_fits_stays_whole() -> None:
    assert list(folded("x" * 75)) == ["x" * 75]
    assert list(folded("x" * 76)) == ["x" * 75, " x"]


def test_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a\\b;c,d\r\ne\rf\ng") == "a\\\\b\\;c\\,d\\ne\\nf\\ng"


def test_a_start_without_a_named_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="named zone"):
        written(appointment(starts=datetime(2026, 11, 30, 9, 0)), Method.REQUEST, CHAIR)
