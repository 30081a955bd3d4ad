"""The pages of the Sekretariat DPRD: who gets in, what comes first, receipt, decision, what was typed stays."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.services import assign
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.text import date_long, date_short
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.documents import holding
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document, HeldUpload, StoredFile
from kerjasama.notifications.models import Notification
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StageEvent
from proposals.stages import Stage
from tests.support.wanasari import new_walk

pytestmark = pytest.mark.usefixtures("quick_press")


def on(day: date, hour: int = 10) -> AbstractContextManager:
    """A working hour of that day, for everything that asks what time it is."""
    return time_machine.travel(datetime.combine(day, time(hour), tzinfo=clock.zone()), tick=False)


def sent(people: dict[str, User], **facts: object) -> Walk:
    """A case whose letter to the DPRD is signed and not received yet."""
    walk = new_walk(people, unbudgeted=True, **facts).to_verification().to_answer().to_tkksd().to_assessment()
    return walk.act("prepare_dprd_letter", "ratna").later(1).act("sign_dprd_letter", "aditya").later(1)


def received(people: dict[str, User], **facts: object) -> Walk:
    """A case on which the days of the DPRD count."""
    return sent(people, **facts).act("receive_request", "setwan", proof="Agenda 12/DPRD")


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


def page(walk: Walk, rest: str = "") -> str:
    return f"/dprd/{walk.proposal.code}/{rest}"


def decision(walk: Walk, **typed: object) -> dict[str, object]:
    """A decision as the form sends it; `typed` changes parts of it."""
    whole = {
        "decision": "APPROVED",
        "notes": "",
        "why": "",
        "session_on": f"{walk.day:%d-%m-%Y}",
        "number": "170/5/DPRD/2026",
        "occurred_on": f"{walk.day:%d-%m-%Y}",
        "file": SimpleUploadedFile("keputusan.pdf", small_pdf("Keputusan DPRD"), "application/pdf"),
        "confirmed": "on",
        "expect": walk.proposal.act_count,
    }
    return {**whole, **typed}


def send(client: Client, walk: Walk, **typed: object) -> object:
    """Type a decision, read it on the page that checks it, and send what that page holds."""
    address = page(walk, "tindakan/putuskan-dprd/")
    checked = client.post(address, decision(walk, **typed))
    if checked.status_code != 200:
        return checked
    return client.post(address, checked.context["fields"] | {"langkah": "send"}, follow=True)


# who gets in


@pytest.mark.parametrize("username", ["dewi", "ratna", "hukum", "dlh", "aditya", "admin", "inspektur"])
def test_others_are_told_that_it_is_not_theirs(people, client_of, username) -> None:
    walk = sent(people)
    client = client_of(username)
    seen = [client.get(a).status_code for a in ("/dprd/", "/dprd/riwayat/", page(walk))]
    assert seen == [403, 403, 403]


def test_a_visitor_signs_in_first(people) -> None:
    answer = Client().get("/dprd/")
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/akun/masuk/")


def test_a_case_that_never_came_before_the_dprd_is_not_there(people, client_of) -> None:
    walk = new_walk(people).to_verification()
    client = client_of("setwan")
    addresses = (page(walk), page(walk, "tindakan/putuskan-dprd/"), walk.proposal.get_absolute_url())
    assert [client.get(a).status_code for a in addresses] == [404, 404, 404]


def test_acts_of_others_have_no_page_here(people, client_of) -> None:
    walk = received(people)
    codes = {slug: client_of("ratna").get(page(walk, f"tindakan/{slug}/")).status_code for slug in
             ("putuskan-dprd", "terima-di-dprd", "cabut-permohonan-dprd", "tidak-ada")}  # fmt: skip
    assert codes == {"putuskan-dprd": 403, "terima-di-dprd": 403, "cabut-permohonan-dprd": 404, "tidak-ada": 404}


def test_its_people_are_led_to_their_own_pages(people, client_of) -> None:
    walk, client = sent(people), client_of("setwan")
    told = Notification.objects.filter(user=people["setwan"]).latest("pk")
    led = {a: client.get(a)["Location"] for a in ("/", "/tugas/", told.url)}
    assert led == {"/": "/dprd/", "/tugas/": "/dprd/", walk.proposal.get_absolute_url(): page(walk)}


def test_who_holds_another_office_too_keeps_the_page_of_the_case(people, client_of) -> None:
    walk = sent(people)
    assign(people["setwan"], Office.BAGIAN, starts_on=date(2022, 1, 3), basis="Surat perintah")
    assert client_of("setwan").get(walk.proposal.get_absolute_url()).status_code == 200


# the lists


def test_late_requests_come_first_and_unreceived_ones_last(people, client_of) -> None:
    fresh = sent(people, title="Baru dikirim")
    near = received(people, title="Sedang berjalan")
    late = received(people, title="Sudah lewat")
    clearance = reviews.current_clearance(late.proposal)
    type(clearance).objects.filter(pk=clearance.pk).update(due_on=near.day + timedelta(days=7))
    type(late.proposal).objects.filter(pk=late.proposal.pk).update(due_on=near.day + timedelta(days=7))
    with on(near.day + timedelta(days=12)):
        answer = client_of("setwan").get("/dprd/")
    rows = answer.context["rows"]
    order = [(row.proposal.title, row.late) for row in rows]
    assert order == [("Sudah lewat", True), ("Sedang berjalan", False), ("Baru dikirim", False)]
    assert rows[0].standing == {"label": "Lewat tenggat", "tone": "bad"}
    assert fresh.proposal.due_on is None
    assert "1 lewat tenggat" in answer.content.decode()


def test_empty_lists_say_what_will_come(people, client_of) -> None:
    client = client_of("setwan")
    assert "Tidak ada permohonan yang menunggu keputusan DPRD." in client.get("/dprd/").content.decode()
    assert "Belum ada keputusan DPRD." in client.get("/dprd/riwayat/").content.decode()


def test_history_tells_each_answer_with_its_days(people, client_of) -> None:
    first = received(people).later(8).decide("RETURNED", reason="Rincian beban belum jelas.")
    first.later(3).act("prepare_dprd_letter", "ratna").later(1).act("sign_dprd_letter", "aditya")
    rows = client_of("setwan").get("/dprd/riwayat/").context["rows"]
    assert [(r.standing["label"], r.clearance.number_in_row, r.days) for r in rows] == [
        ("Dikembalikan untuk perbaikan", 1, 8)
    ]


def test_lists_cost_the_same_with_more_rows(people, client_of) -> None:
    client = client_of("setwan")

    def more() -> None:
        received(people)
        received(people).later(2).decide("APPROVED")

    def cost(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        return len(caught)

    more()
    one = [cost("/dprd/"), cost("/dprd/riwayat/")]
    for _ in range(4):
        more()
    assert [cost("/dprd/"), cost("/dprd/riwayat/")] == one


# a request


def test_a_request_shows_why_the_plan_the_burden_and_the_papers(people, client_of) -> None:
    walk = received(people)
    with on(WorkCalendar.load().add(walk.day, 24)):
        answer = client_of("setwan").get(page(walk))
    seen = answer.content.decode()
    assert answer.context["ruler"].label.startswith("Hari kerja ke-24 dari 45.")
    assert "Belum seluruhnya teranggarkan dalam APBD tahun berjalan." in seen
    assert "Tidak membebani masyarakat." in seen
    assert [row["share"] for row in answer.context["burden"]["lines"]] == [100, 100, 100, 100, 100]
    assert [p["title"] for p in answer.context["papers"]] == [
        "Surat Permohonan Persetujuan DPRD",
        "Kerangka Acuan Kerja",
        "Berita Acara Rapat TKKSD",
        "Rekomendasi TKKSD",
        "Surat Kesediaan Mitra",
    ]
    assert "Setuju 3 (dari 8 anggota)." in seen
    assert [(a["label"], a["disabled"]) for a in answer.context["acts"]] == [
        ("Kirim keputusan DPRD", False),
        ("Teruskan kepada komisi", False),
        ("Catat rapat komisi", True),
    ]


def test_the_letter_opens_in_place(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    letter = client.get(page(walk)).context["letter"]
    documents.render(letter.pk)
    file = client.get(letter.inline_url)
    assert (file.status_code, file["Content-Type"]) == (200, "application/pdf")
    assert file["Content-Disposition"].startswith("inline")


def test_a_decision_waits_for_the_receipt(people, client_of) -> None:
    walk, client = sent(people), client_of("setwan")
    with on(walk.day):
        acts = client.get(page(walk)).context["acts"]
        forced = client.get(page(walk, "tindakan/putuskan-dprd/"))
    assert [(a["label"], a["disabled"]) for a in acts] == [
        ("Catat penerimaan di Sekretariat DPRD", False),
        ("Kirim keputusan DPRD", True),
        ("Teruskan kepada komisi", True),
        ("Catat rapat komisi", True),
    ]
    assert forced.status_code == 409


# receipt


def test_receipt_starts_the_clock(people, client_of) -> None:
    walk, client = sent(people), client_of("setwan")
    typed = {"occurred_on": f"{walk.day:%d-%m-%Y}", "proof": "Agenda 12/DPRD", "expect": walk.proposal.act_count}
    with on(walk.day):
        answer = client.post(page(walk, "tindakan/terima-di-dprd/"), typed, follow=True)
    walk.proposal.refresh_from_db()
    due = WorkCalendar.load().add(walk.day, 45)
    clearance = reviews.current_clearance(walk.proposal)
    assert answer.redirect_chain == [(page(walk), 302)]
    assert (walk.proposal.stage, walk.proposal.due_on) == (Stage.DPRD_PENDING, due)
    assert (clearance.received_on, clearance.received_proof, clearance.due_on) == (walk.day, "Agenda 12/DPRD", due)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"proof": ""}, "proof"),
        ({"occurred_on": "31-12-2030"}, "occurred_on"),
        ({"occurred_on": "01-01-2026"}, "occurred_on"),
        ({"occurred_on": "kemarin"}, "occurred_on"),
    ],
)
def test_a_wrong_receipt_is_shown_again(people, client_of, typed, field) -> None:
    walk, client = sent(people), client_of("setwan")
    whole = {"occurred_on": f"{walk.day:%d-%m-%Y}", "proof": "Agenda 12/DPRD", "expect": walk.proposal.act_count}
    with on(walk.day):
        answer = client.post(page(walk, "tindakan/terima-di-dprd/"), whole | typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert reviews.current_clearance(walk.proposal).received_on is None


# decision


@pytest.mark.parametrize(
    ("typed", "stage", "outcome"),
    [
        ({}, Stage.INSTRUMENTS, "APPROVED"),
        ({"decision": "APPROVED_WITH_NOTES", "notes": "Tarif ditinjau.\n\nLapor tiap tahun."},
         Stage.INSTRUMENTS, "APPROVED_WITH_NOTES"),
        ({"decision": "REJECTED", "why": "Belum prioritas."}, Stage.DPRD_REJECTED, ""),
        ({"decision": "RETURNED", "why": "Rincian belum jelas."}, Stage.DPRD_ASSESSMENT, ""),
    ],
)  # fmt: skip
def test_each_decision_moves_the_case_and_reaches_everyone(people, client_of, typed, stage, outcome) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    with on(walk.day):
        answer = send(client, walk, **typed)
        left = client.get("/dprd/").context["rows"]
    walk.proposal.refresh_from_db()
    clearance = reviews.current_clearance(walk.proposal)
    assert answer.redirect_chain == [(page(walk), 302)]
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == (stage, outcome)
    assert (clearance.status, clearance.decision_number) == (typed.get("decision", "APPROVED"), "170/5/DPRD/2026")
    assert [n.text for n in clearance.notes.all()] == [line for line in str(typed.get("notes", "")).split("\n") if line]
    assert clearance.reason == typed.get("why", "")
    told = Notification.objects.filter(key__endswith=f":{walk.proposal.act_count}:concern")
    assert {"dlh", "dewi", "galih", "ratna"} <= set(told.values_list("user__username", flat=True))
    assert "Keputusan terkirim" in answer.content.decode()
    assert left == []


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"decision": ""}, "decision"),
        ({"decision": "MAYBE"}, "decision"),
        ({"decision": "APPROVED_WITH_NOTES"}, "notes"),
        ({"decision": "REJECTED"}, "why"),
        ({"decision": "APPROVED", "notes": "Catatan yang tidak pada tempatnya"}, "notes"),
        ({"number": ""}, "number"),
        ({"occurred_on": "01-01-2026"}, "occurred_on"),
        ({"session_on": ""}, "session_on"),
        ({"session_on": "01-01-2026"}, "session_on"),
        ({"session_on": "besok"}, "session_on"),
        ({"confirmed": ""}, "confirmed"),
        ({"file": ""}, "file"),
        ({"file": SimpleUploadedFile("palsu.pdf", b"MZ bukan pdf", "application/pdf")}, "file"),
    ],
)
def test_a_wrong_decision_is_shown_again_with_what_was_typed(people, client_of, typed, field) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    with on(walk.day):
        answer = client.post(page(walk, "tindakan/putuskan-dprd/"), decision(walk, **{"number": "170/77", **typed}))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert field == "number" or 'value="170/77"' in answer.content.decode()
    assert not Document.objects.filter(kind="DPRD_DECISION").exists()
    walk.proposal.refresh_from_db()
    assert walk.proposal.stage == Stage.DPRD_PENDING


def test_a_decision_sent_twice_is_recorded_once(people, client_of) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    address, given = page(walk, "tindakan/putuskan-dprd/"), walk.proposal.act_count
    with on(walk.day):
        fields = client.post(address, decision(walk, expect=given)).context["fields"] | {"langkah": "send"}
        codes = [client.post(address, fields).status_code for _ in range(2)]
    assert codes == [302, 409]
    assert StageEvent.objects.filter(act="decide_dprd").count() == 1
    assert Document.objects.filter(kind="DPRD_DECISION").count() == 1


def test_the_consequences_are_those_of_the_case(people, client_of) -> None:
    walk = received(people)

    def words() -> dict[str, str]:
        form = client_of("setwan").get(page(walk, "tindakan/putuskan-dprd/")).context["form"]
        return form.fields["decision"].widget.consequences

    with on(walk.day):
        in_time = words()
    with on(WorkCalendar.load().add(walk.day, 60)):
        late = words()
    assert in_time["APPROVED"] == "Usulan lanjut ke tahap penyusunan naskah."
    assert in_time["RETURNED"].endswith("Hitungan hari berhenti sampai diajukan lagi.")
    assert late["RETURNED"].endswith("Hitungan hari tetap berjalan.")


def test_an_office_that_has_ended_decides_nothing(people, client_of) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    holding = people["setwan"].holdings.get(office=Office.SETWAN)
    type(holding).objects.filter(pk=holding.pk).update(period=(date(2022, 1, 3), walk.day - timedelta(days=1)))
    with on(walk.day):
        codes = [
            client.get("/dprd/").status_code,
            client.post(page(walk, "tindakan/putuskan-dprd/"), decision(walk)).status_code,
        ]
    assert codes == [403, 404]
    assert not StageEvent.objects.filter(act="decide_dprd").exists()


# the scan of a decision that is not sent yet


def test_a_scan_that_is_never_sent_is_no_paper_and_goes(people, client_of, django_capture_on_commit_callbacks) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    address, before = page(walk, "tindakan/putuskan-dprd/"), set(StoredFile.objects.values_list("pk", flat=True))
    with on(walk.day):
        client.post(address, decision(walk))
        again = client.get(address)
        others = client_of("ratna").get(address).status_code
        kept, lies = run_due().unsent_uploads, holding.folder() / HeldUpload.objects.get().place
    assert "keputusan.pdf" in again.content.decode()
    assert (again.context["form"].fields["file"].required, others) == (False, 403)
    assert (kept, HeldUpload.objects.count(), lies.exists()) == (0, 1, True)
    with on(walk.day + timedelta(days=2)), django_capture_on_commit_callbacks(execute=True):
        gone = run_due().unsent_uploads
    assert (gone, HeldUpload.objects.count(), lies.exists()) == (1, 0, False)
    assert set(StoredFile.objects.values_list("pk", flat=True)) == before


def test_what_is_sent_is_the_scan_that_was_checked(people, client_of) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    address = page(walk, "tindakan/putuskan-dprd/")
    with on(walk.day):
        shown = client.post(address, decision(walk)).context["fields"]
        other = SimpleUploadedFile("lain.pdf", small_pdf("Keputusan lain"), "application/pdf")
        client.post(address, decision(walk, file=other))
        stale = client.post(address, shown | {"langkah": "send"})
        fresh = client.post(address, decision(walk)).context["fields"]
        sent_now = client.post(address, fresh | {"langkah": "send"})
    assert (stale.status_code, list(stale.context["form"].errors), sent_now.status_code) == (422, ["file"], 302)
    paper = Document.objects.get(kind="DPRD_DECISION")
    assert (paper.file.sha256, paper.file.original_name) == (fresh["held"], "keputusan.pdf")
    assert not HeldUpload.objects.exists()


def test_paripurna_and_keputusan_are_shown_as_two_days(people, client_of) -> None:
    walk, client = received(people).later(10), client_of("setwan")
    session = walk.day - timedelta(days=2)
    with on(walk.day):
        typed = decision(walk, session_on=f"{session:%d-%m-%Y}")
        checked = client.post(page(walk, "tindakan/putuskan-dprd/"), typed)
        client.post(page(walk, "tindakan/putuskan-dprd/"), checked.context["fields"] | {"langkah": "send"})
        pages = [
            client.get(page(walk)),
            client.get("/dprd/riwayat/"),
            client_of("dewi").get(f"/usulan/{walk.proposal.code}/"),
        ]
        table = b"".join(client.get("/dprd/riwayat/unduh.csv").streaming_content).decode()
    clearance = reviews.current_clearance(walk.proposal)
    assert (clearance.session_on, clearance.decided_on) == (session, walk.day)
    rows = {row["name"]: row["value"] for row in checked.context["rows"]}
    both = (date_long(session), date_long(walk.day))
    assert (rows["Tanggal rapat paripurna"], rows["Tanggal keputusan atau surat"]) == both
    for shown in pages:
        words = shown.content.decode()
        assert all(
            long in words or date_short(day) in words for long, day in zip(both, (session, walk.day), strict=True)
        )
    assert f"{session.isoformat()};170/5/DPRD/2026;{walk.day.isoformat()}" in table
    event = StageEvent.objects.get(act="decide_dprd")
    assert (event.data["session_on"], event.occurred_on) == (session.isoformat(), walk.day)
