"""Inbox and history narrowed, searched and taken away; durations as the database counts them."""

import csv
import io

import pytest

from kerjasama.core.calendar import WorkCalendar
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Clearance
from kerjasama.reviews.statistics import Line, durations
from tests.desk.test_dprd_pages import client_of, on, page, received, sent
from tests.factories.core import HolidayFactory

pytestmark = pytest.mark.usefixtures("quick_press")
__all__ = ["client_of"]


def rows_of(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";"))


def titles(answer) -> list[str]:
    return [row.proposal.title for row in answer.context["rows"]]


def test_the_inbox_is_narrowed_and_its_csv_with_it(people, client_of) -> None:
    sent(people, title="Air minum curah")
    walk = received(people, title="Sampah regional")
    walk.act("refer_to_committee", "setwan", committee="Komisi C")
    client = client_of("setwan")
    with on(walk.day):
        found = {q: titles(client.get(f"/dprd/?{q}")) for q in
                 ("", "q=sampah", "komisi=Komisi+C", "keadaan=belum", "keadaan=berjalan", "keadaan=lewat", "urut=judul", "komisi=lain")}  # fmt: skip
        table = rows_of(client.get("/dprd/unduh.csv?komisi=Komisi+C"))
    both = ["Sampah regional", "Air minum curah"]
    assert found == {
        "": both, "q=sampah": both[:1], "komisi=Komisi+C": both[:1], "keadaan=belum": both[1:], "keadaan=berjalan": both[:1],
        "keadaan=lewat": [], "urut=judul": both[::-1], "komisi=lain": both,
    }  # fmt: skip
    assert [row[1] for row in table[2:]] == ["Sampah regional"]
    assert table[2][8] == "Komisi C"


def test_the_history_is_narrowed_and_its_csv_with_it(people, client_of) -> None:
    received(people, title="Satu").later(8).decide("APPROVED")
    received(people, title="Dua").later(3).decide("REJECTED", reason="Belum prioritas.")
    client = client_of("setwan")
    found = {q: titles(client.get(f"/dprd/riwayat/?{q}")) for q in
             ("urut=terlama", "hasil=REJECTED", "tahun=2026&q=satu", "q=tidak+ada")}  # fmt: skip
    table = rows_of(client.get("/dprd/riwayat/unduh.csv?hasil=APPROVED"))
    assert found == {
        "urut=terlama": ["Dua", "Satu"], "hasil=REJECTED": ["Dua"], "tahun=2026&q=satu": ["Satu"], "q=tidak+ada": [],
    }  # fmt: skip
    assert [(row[1], row[-1]) for row in table[2:]] == [("Satu", "8")]
    assert "Hapus saringan" in client.get("/dprd/riwayat/?q=tidak+ada").content.decode()


def test_durations_are_counted_by_the_database_as_by_the_calendar(people, client_of) -> None:
    for days, committee, decision in ((8, "Komisi A", "APPROVED"), (3, "Komisi A", "REJECTED"), (12, "", "APPROVED")):
        walk = received(people)
        if committee:
            walk.act("refer_to_committee", "setwan", committee=committee)
        walk.later(days).decide(decision, reason="Belum." if decision == "REJECTED" else "")
    received(people).later(5).decide("RETURNED", reason="Perbaiki.")
    # A day off in the midst of it, declared afterwards, is no working day any more.
    HolidayFactory(date=WorkCalendar.load().add(reviews.current_clearance(walk.proposal).received_on, 2))
    found = durations(Clearance.objects.values_list("pk", flat=True))
    held = list(Clearance.objects.exclude(status="RETURNED"))
    calendar = WorkCalendar.load()
    counted = sorted(calendar.between(c.counted_from, c.decided_on) for c in held)
    assert found.whole == Line("", 3, 1, 0, 0, float(counted[1]), counted[-1])
    assert [line.name for line in found.years] == ["2026"]
    assert [(line.name, line.answers, line.longest) for line in found.committees] == [
        ("", 1, counted[-1]),
        ("Komisi A", 2, counted[1]),
    ]
    client = client_of("setwan")
    shown, table = client.get("/dprd/statistik/"), rows_of(client.get("/dprd/statistik/unduh.csv"))
    assert "Komisi A" in shown.content.decode()
    assert [row[:3] for row in table[1:]] == [
        ["Semua", "Semua", "3"], ["Tahun", "2026", "3"], ["Komisi", "Tanpa komisi", "1"], ["Komisi", "Komisi A", "2"],
    ]  # fmt: skip


def test_no_answer_no_statistics(people, client_of) -> None:
    assert durations([]).whole is None
    assert (
        "Belum ada keputusan DPRD yang dapat dihitung" in client_of("setwan").get("/dprd/statistik/").content.decode()
    )


def test_others_take_nothing_away(people, client_of) -> None:
    addresses = ("/dprd/unduh.csv", "/dprd/riwayat/unduh.csv", "/dprd/statistik/", "/dprd/statistik/unduh.csv")
    assert [client_of("dewi").get(a).status_code for a in addresses] == [403] * 4


def test_a_komisi_discusses_and_its_minutes_are_kept(people, client_of) -> None:
    walk, client = received(people).later(2), client_of("setwan")
    given = {"committee": "Komisi C", "occurred_on": f"{walk.day:%d-%m-%Y}", "expect": walk.proposal.act_count}
    with on(walk.day):
        early = client.get(page(walk, "tindakan/catat-rapat-komisi/")).status_code
        referred = client.post(page(walk, "tindakan/teruskan-ke-komisi/"), given)
    walk.proposal.refresh_from_db()
    held = {
        "occurred_on": f"{walk.day:%d-%m-%Y}", "place": "Ruang Komisi C", "present": "9", "summary": "Tarif dibahas.",
        "file": walk.scan("risalah.pdf", "Risalah"), "expect": walk.proposal.act_count,
    }  # fmt: skip
    with on(walk.day):
        wrong = client.post(page(walk, "tindakan/catat-rapat-komisi/"), held | {"present": "0", "file": ""})
        kept = client.post(page(walk, "tindakan/catat-rapat-komisi/"), held, follow=True)
    clearance = reviews.current_clearance(walk.proposal)
    meeting = clearance.committee_meetings.get()
    assert (early, referred.status_code, wrong.status_code) == (409, 302, 422)
    assert (clearance.status, clearance.committee) == ("IN_COMMITTEE", "Komisi C")
    assert (meeting.committee, meeting.held_on, meeting.present, meeting.minutes.kind) == (
        "Komisi C",
        walk.day,
        9,
        "DPRD_MINUTES",
    )
    assert "Baca risalah" in kept.content.decode()
    assert [p["title"] for p in kept.context["papers"]].count("Risalah Rapat Komisi C DPRD") == 1
