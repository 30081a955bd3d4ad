"""The public pages of the counter: from the first step to the case, and every door that stays shut."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pikepdf import Dictionary, Name, String

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import parameters
from kerjasama.counter.models import OnlineRequest, QuarantinedFile, RequestDraft
from kerjasama.counter.services.requests import act
from tests.core.hostile_files import pdf_with
from tests.counter.test_requests import accept
from tests.support.outside import EMAIL, PEOPLE, WORDS, filed, human, pdf

PAPER = {"kind": "LETTER", "title": "", "number": "045/1", "dated": "20-11-2026", "expires_on": ""}
DECLARED = {"declared": "on", "consent": "on"}


def send(client: Client, to: str, /, **values: Any) -> Any:
    """Send a form as a person does, who opened it a minute ago."""
    return client.post(to, {**values, **human()})


def plain(answer: Any) -> str:
    """A page without what differs at each drawing: values of fields and the token against forgery."""
    return re.sub(r'value="[^"]*"|"X-CSRFToken": "[^"]*"', "", answer.content.decode())


def walk_to_check(client: Client) -> None:
    """A kabupaten says everything and brings its letter."""
    assert send(client, "/ajukan/siapa/", applicant="REGION")["Location"] == "/ajukan/data-pemohon/"
    send(client, "/ajukan/data-pemohon/", region="34.04", head_name="Hadi Prabowo", address="Jalan Merdeka 1")
    assert send(client, "/ajukan/usulan/", **WORDS)["Location"] == "/ajukan/narahubung/"
    assert send(client, "/ajukan/narahubung/", **PEOPLE)["Location"] == "/ajukan/berkas/"
    assert send(client, "/ajukan/berkas/", **PAPER, file=pdf()).status_code == 302


def link_of(letter: Any) -> str:
    return re.search(r"http://[^/\s]+(/\S+)", letter.body)[1]


def test_the_whole_way_from_a_stranger_to_number_and_token(client: Client, people: dict[str, User]) -> None:
    walk_to_check(client)
    check = client.get("/ajukan/periksa/").content.decode()
    assert [
        w for w in ("Pemerintah Kabupaten Sleman", "Bupati Hadi Prabowo", EMAIL, WORDS["title"]) if w not in check
    ] == []
    assert send(client, "/ajukan/periksa/", **DECLARED)["Location"] == "/ajukan/terkirim/"
    assert OnlineRequest.objects.count() == 0
    assert EMAIL in client.get("/ajukan/terkirim/").content.decode()
    link = link_of(mail.outbox[-1])
    elsewhere = Client()
    page = elsewhere.get(link)
    assert (page.status_code, OnlineRequest.objects.count()) == (200, 0)
    received = elsewhere.post(link)
    request = OnlineRequest.objects.get()
    token = re.search(r'data-copy="([\w-]{32})"', received.content.decode())[1]
    assert request.number in received.content.decode()
    assert f"Token: {token}" in mail.outbox[-1].body and mail.outbox[-1].to == [EMAIL]
    assert elsewhere.post(link).status_code == 404
    assert (RequestDraft.objects.count(), OnlineRequest.objects.count()) == (0, 1)
    stranger = Client()
    assert stranger.get(f"/lacak/{request.number}/")["Location"] == f"/lacak/?nomor={request.number}"
    opened = send(stranger, "/lacak/", number=request.number.lower(), token=token)
    assert opened["Location"] == f"/lacak/{request.number}/"
    assert WORDS["title"] in stranger.get(opened["Location"]).content.decode()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"applicant": "CENTRAL"}, "melalui Sinergi"),
        ({"applicant": "FOREIGN"}, "hanya melalui Menteri Dalam Negeri dan/atau"),
        ({}, "Pilih jawaban untuk “Siapa yang mengajukan?”"),
    ],
)
def test_who_has_another_way_is_told_it(client: Client, values: dict[str, str], sentence: str) -> None:
    answer = send(client, "/ajukan/siapa/", **values)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert RequestDraft.objects.count() == 0


@pytest.mark.parametrize(
    ("applicant", "legal_class", "sentence"),
    [
        ("COMPANY", "PARTNERSHIP", "tidak berbadan hukum"),
        ("SOCIETY", "POLITICAL_PARTY", "Partai politik tidak dapat menjadi mitra"),
    ],
)
def test_a_cv_is_no_badan_usaha_and_a_party_no_partner(
    client: Client, applicant: str, legal_class: str, sentence: str
) -> None:
    send(client, "/ajukan/siapa/", applicant=applicant)
    typed = {
        "legal_class": legal_class,
        "name": "CV Maju",
        "address": "Jalan 1",
        "head_name": "Ani",
        "head_title": "Direktur",
    }
    answer = send(client, "/ajukan/data-pemohon/", **typed)
    body = answer.content.decode()
    assert (answer.status_code, sentence in body, 'value="CV Maju"' in body) == (422, True, True)


def test_the_administrative_regions_of_jakarta_and_our_own_are_not_offered(client: Client) -> None:
    send(client, "/ajukan/siapa/", applicant="REGION")
    body = client.get("/ajukan/data-pemohon/").content.decode()
    assert ("Provinsi Daerah Khusus Ibukota Jakarta" in body or 'value="31"' in body, 'value="31.71"' in body) == (
        True,
        False,
    )
    answer = send(client, "/ajukan/data-pemohon/", region="31.71", head_name="x", address="y")
    assert answer.status_code == 422


def test_the_second_contact_is_somebody_else(client: Client) -> None:
    walk_to_check(client)
    answer = send(client, "/ajukan/narahubung/", **PEOPLE | {"email_2": EMAIL.upper()})
    assert (answer.status_code, "berbeda dari narahubung pertama" in answer.content.decode()) == (422, True)


def test_nothing_is_sent_before_the_letter_is_there(client: Client, people: dict[str, User]) -> None:
    walk_to_check(client)
    paper = QuarantinedFile.objects.get()
    assert Client().post(f"/ajukan/berkas/{paper.pk}/hapus/").status_code == 404
    assert client.post(f"/ajukan/berkas/{paper.pk}/hapus/").status_code == 302
    answer = send(client, "/ajukan/periksa/", **DECLARED)
    assert (answer.status_code, "Berkas belum lengkap." in answer.content.decode(), mail.outbox) == (422, True, [])


@pytest.mark.parametrize(
    ("change", "file", "sentence"),
    [
        ({}, SimpleUploadedFile("surat.pdf", b"MZ program"), "Isi berkas ini bukan PDF"),
        ({}, SimpleUploadedFile("surat.pdf.exe", b"%PDF-"), "akhiran program"),
        ({"number": ""}, None, "Isi “Nomor” untuk surat permohonan"),
        ({"dated": "24-11-2026"}, None, "Tanggal tidak boleh sesudah hari ini"),
        ({"expires_on": "22-11-2026"}, None, "sudah tidak berlaku"),
    ],
)
def test_a_file_of_a_stranger_is_judged_by_its_content(client: Client, change: dict, file: Any, sentence: str) -> None:
    send(client, "/ajukan/siapa/", applicant="REGION")
    answer = send(client, "/ajukan/berkas/", **PAPER | change, file=file or pdf())
    assert (answer.status_code, sentence in answer.content.decode(), QuarantinedFile.objects.count()) == (422, True, 0)


def test_a_file_that_runs_something_does_not_come_in(client: Client) -> None:
    def arm(document: Any) -> None:
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    send(client, "/ajukan/siapa/", applicant="REGION")
    answer = send(client, "/ajukan/berkas/", **PAPER, file=SimpleUploadedFile("a.pdf", pdf_with(arm)))
    assert (answer.status_code, QuarantinedFile.objects.count()) == (422, 0)


def test_the_same_file_twice_and_more_than_ten_are_refused(client: Client) -> None:
    send(client, "/ajukan/siapa/", applicant="COMPANY")
    codes = [send(client, "/ajukan/berkas/", **PAPER, file=pdf(str(min(n, 9)))).status_code for n in range(11)]
    assert codes == [302] * 10 + [422]


def test_a_machine_is_not_heard(client: Client) -> None:
    fast = client.post("/ajukan/siapa/", {"applicant": "REGION", **human(1)})
    trapped = client.post("/ajukan/siapa/", {"applicant": "REGION", **human(), "situs_web": "x"})
    forged = client.post("/ajukan/siapa/", {"applicant": "REGION", "dibuka": "1:abc", "situs_web": ""})
    stale = client.post("/ajukan/siapa/", {"applicant": "REGION", **human(13 * 3600)})
    assert [a.status_code for a in (fast, trapped, forged, stale)] == [422] * 4
    assert "terlalu cepat" in fast.content.decode()
    assert RequestDraft.objects.count() == 0


def test_a_draft_belongs_to_the_session_that_began_it(client: Client) -> None:
    walk_to_check(client)
    assert Client().get("/ajukan/usulan/")["Location"] == "/ajukan/"
    assert Client().get("/ajukan/periksa/")["Location"] == "/ajukan/"


def test_another_kind_of_applicant_is_asked_anew_who_he_is_and_keeps_the_rest(client: Client) -> None:
    walk_to_check(client)
    send(client, "/ajukan/siapa/", applicant="PERSON")
    assert set(RequestDraft.objects.get().data) == {"siapa", "usulan", "narahubung"}
    assert client.get("/ajukan/periksa/")["Location"] == "/ajukan/data-pemohon/"


def test_every_wrong_pair_gets_the_same_answer(client: Client, people: dict[str, User]) -> None:
    request, token = filed()
    other, other_token = filed(mark="dua")
    pairs = (
        (request.number, "x" * 32),
        ("MOHON-2026-000000", token),
        (request.number, other_token),
        (other.number, token),
    )
    bodies = set()
    for number, wrong in pairs:
        answer = send(client, "/lacak/", number=number, token=wrong)
        assert answer.status_code == 422
        bodies.add(plain(answer))
    assert len(bodies) == 1
    assert client.get(f"/lacak/{request.number}/").status_code == 302


def test_a_lost_token_goes_to_the_confirmed_address_only_and_ends_the_old_one(
    client: Client, people: dict[str, User]
) -> None:
    request, token = filed()
    reader = Client()
    send(reader, "/lacak/", number=request.number, token=token)
    assert reader.get(f"/lacak/{request.number}/").status_code == 200
    answers = [
        plain(send(client, "/lacak/token/", number=request.number, email=email))
        for email in ("orang@contoh.example", PEOPLE["email_2"], EMAIL.upper())
    ]
    letters = [letter for letter in mail.outbox if "wanasari.example" not in letter.to[0]]
    assert (len(set(answers)), [letter.to for letter in letters]) == (1, [[EMAIL]])
    fresh = re.search(r"Token: (\S+)", letters[0].body)[1]
    assert reader.get(f"/lacak/{request.number}/").status_code == 302
    assert send(reader, "/lacak/", number=request.number, token=token).status_code == 422
    assert send(reader, "/lacak/", number=request.number, token=fresh).status_code == 302


def test_one_request_opens_no_other(client: Client, people: dict[str, User]) -> None:
    mine, token = filed()
    other, _ = filed(mark="dua", title="Trayek Angkutan Perbatasan")
    act(other, "ask_completion", by=people["dewi"], reason="x", refused=[])
    send(client, "/lacak/", number=mine.number, token=token)
    paper = other.papers.first()
    statuses = [
        client.get(f"/lacak/{other.number}/").status_code, client.get(f"/lacak/{other.number}/lengkapi/").status_code,
        client.post(f"/lacak/{other.number}/lengkapi/", {"kirim": "1"}).status_code,
        client.post(f"/lacak/{other.number}/berkas/{paper.pk}/hapus/").status_code,
        client.post(f"/lacak/{mine.number}/berkas/{paper.pk}/hapus/").status_code,
        client.get(f"/lacak/{other.number}/surat/1/").status_code,
    ]  # fmt: skip
    assert statuses == [302, 302, 302, 404, 404, 404]
    assert OnlineRequest.objects.get(pk=other.pk).stage == "INCOMPLETE"


def test_the_partner_completes_through_his_page(client: Client, people: dict[str, User]) -> None:
    request, token = filed()
    send(client, "/lacak/", number=request.number, token=token)
    letter = request.papers.get()
    act(request, "ask_completion", by=people["dewi"], reason="Surat belum bertanda tangan.", refused=[letter.pk])
    assert "Surat belum bertanda tangan." in client.get(f"/lacak/{request.number}/").content.decode()
    address = f"/lacak/{request.number}/lengkapi/"
    too_soon = client.post(address, {"kirim": "1"})
    assert (too_soon.status_code, "belum dapat dilakukan" in too_soon.content.decode()) == (409, True)
    assert send(client, address, **PAPER, file=pdf("baru")).status_code == 302
    assert client.post(address, {"kirim": "1"})["Location"] == f"/lacak/{request.number}/"
    assert OnlineRequest.objects.get().stage == "RECEIVED"
    assert client.get(address).status_code == 302


def test_a_quarantined_file_is_saved_by_the_bagian_and_shown_to_nobody(client: Client, people: dict[str, User]) -> None:
    request, token = filed()
    paper = request.papers.get()
    address = f"/permohonan/berkas/{paper.pk}/"
    client.force_login(people["dewi"])
    answer = client.get(f"{address}?lihat=1")
    assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        200, "application/octet-stream", "nosniff", "sandbox; default-src 'none'",
    )  # fmt: skip
    assert answer["Content-Disposition"].startswith('attachment; filename="karantina-')
    for username in ("ratna", "dlh", "admin", "inspektur", "setwan"):
        client.force_login(people[username])
        assert client.get(address).status_code == 404
    follower = Client()
    send(follower, "/lacak/", number=request.number, token=token)
    assert follower.get(address).status_code == 302
    accept(request, people["dewi"])
    client.force_login(people["dewi"])
    assert client.get(address).status_code == 404


def test_pages_of_strangers_are_kept_and_indexed_nowhere(client: Client, people: dict[str, User]) -> None:
    request, token = filed()
    send(client, "/lacak/", number=request.number, token=token)
    for address in (f"/lacak/{request.number}/", "/lacak/", "/ajukan/siapa/", "/lacak/token/", "/mitra-saya/akun/"):
        answer = client.get(address)
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow"), address
        # Stricter, and the browser would send the form without an origin: no form would come through.
        assert answer["Referrer-Policy"] == "same-origin", address
    assert "X-Robots-Tag" not in client.get("/ajukan/")


@pytest.mark.parametrize(
    ("address", "values", "free"),
    [
        ("/lacak/", {"number": "MOHON-2026-000000", "token": "x"}, 10),
        ("/lacak/token/", {"number": "MOHON-2026-000000", "email": EMAIL}, 3),
        ("/mitra-saya/akun/", {"email": EMAIL}, 3),
    ],
)
def test_nobody_tries_for_ever(
    client: Client, monday: time_machine.Traveller, address: str, values: dict[str, str], free: int
) -> None:
    codes = [send(client, address, **values).status_code for _ in range(free + 1)]
    assert (set(codes[:free]) <= {200, 422}, codes[-1]) == (True, 429)
    answer = send(client, address, **values)
    again = re.search(r"Coba lagi 23 Nov 2026, \d\d\.\d\d WIB", answer.content.decode())
    assert (bool(again), int(answer["Retry-After"]) > 0, answer["Cache-Control"]) == (True, True, "no-store")
    monday.shift(timedelta(seconds=int(answer["Retry-After"])))
    assert send(client, address, **values).status_code in {200, 422}


def test_one_address_is_asked_for_confirmation_three_times_an_hour(client: Client, people: dict[str, User]) -> None:
    walk_to_check(client)
    codes = [send(client, "/ajukan/periksa/", **DECLARED).status_code for _ in range(4)]
    assert (codes, len(mail.outbox)) == ([302, 302, 302, 429], 3)


def test_a_false_or_old_confirmation_link_says_no_more_than_that(
    client: Client, people: dict[str, User], monday: time_machine.Traveller
) -> None:
    walk_to_check(client)
    send(client, "/ajukan/periksa/", **DECLARED)
    link = link_of(mail.outbox[-1])
    assert client.get(link[:-2] + "x/").status_code == 404
    send(client, "/ajukan/narahubung/", **PEOPLE | {"email_1": "lain@contoh.example"})
    assert client.get(link).status_code == 404
    send(client, "/ajukan/narahubung/", **PEOPLE)
    assert client.get(link).status_code == 200
    monday.shift(timedelta(days=3, seconds=1))
    assert client.get(link).status_code == 404


def test_the_inbox_asks_as_often_for_many_as_for_one(client: Client, people: dict[str, User]) -> None:
    client.force_login(people["dewi"])
    filed(title="Satu Permohonan Saja")
    client.get("/permohonan/")
    one = _queries(client, "/permohonan/")
    for n in range(4):
        filed("COMPANY", mark=str(n), title=f"Permohonan Nomor {n}")
    assert _queries(client, "/permohonan/") == one


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_the_list_is_searched_filtered_and_exported_as_it_is_shown(client: Client, people: dict[str, User]) -> None:
    filed()
    rejected, _ = filed("COMPANY", mark="b", title="=Rumus Berbahaya Sekali")
    act(rejected, "reject", by=people["dewi"], reason="x")
    client.force_login(people["dewi"])
    assert WORDS["title"] in client.get("/permohonan/?q=sleman").content.decode()
    assert "Tidak ada permohonan yang cocok" in client.get("/permohonan/?q=tidakada").content.decode()
    told = b"".join(client.get("/permohonan/unduh.csv?keadaan=ditolak").streaming_content).decode()
    assert ("'=Rumus Berbahaya Sekali" in told, WORDS["title"] in told, EMAIL in told) == (True, False, False)


@pytest.mark.parametrize("username", ["dlh", "admin", "setwan", "hukum"])
def test_the_inbox_is_not_for_everybody(client: Client, people: dict[str, User], username: str) -> None:
    request, _ = filed()
    client.force_login(people[username])
    assert [client.get(a).status_code for a in ("/permohonan/", f"/permohonan/{request.number}/", "/permohonan/jawaban/")] == [
        403, 404, 403,
    ]  # fmt: skip


def test_the_page_of_a_request_hints_at_what_may_be_there_already(client: Client, people: dict[str, User]) -> None:
    first, _ = filed()
    case = accept(first, people["dewi"])
    second, _ = filed(mark="b", title="Pengolahan Sampah Pasar Menjadi Kompos Curah")
    client.force_login(people["dewi"])
    body = client.get(f"/permohonan/{second.number}/").content.decode()
    assert (case.code in body, first.number in body, "Sari Dewanti" in body) == (True, True, True)


def test_the_bagian_accepts_through_the_page(client: Client, people: dict[str, User]) -> None:
    request, _ = filed()
    client.force_login(people["dewi"])
    address = f"/permohonan/{request.number}/tindakan/terima/"
    page = client.get(address)
    assert page.status_code == 200
    asked = {"title": request.title, "lead_unit": "", "partner": "", "expect": request.act_count}
    refused = client.post(address, asked)
    assert (
        refused.status_code,
        "Pilih jawaban untuk “Perangkat daerah yang membidangi”" in refused.content.decode(),
    ) == (422, True)
    done = client.post(address, asked | {"lead_unit": OrgUnit.objects.get(code="DLH").pk, "checked": "on"})
    request.refresh_from_db()
    assert done["Location"] == f"/usulan/{request.proposal.code}/"
    stale = client.post(address, asked | {"lead_unit": OrgUnit.objects.get(code="DLH").pk, "checked": "on"})
    assert stale.status_code == 409


def test_tasks_and_navigation_show_what_came_in(client: Client, people: dict[str, User]) -> None:
    request, _ = filed()
    client.force_login(people["dewi"])
    body = client.get("/tugas/").content.decode()
    assert ("Periksa permohonan daring" in body, request.number in body) == (True, True)
    client.force_login(people["ratna"])
    assert request.number not in client.get("/tugas/").content.decode()


def test_a_closed_door_is_said_in_the_public_frame(client: Client, people: dict[str, User]) -> None:
    parameters.change("online_requests_open", False, reason="uji")
    assert "Permohonan daring sedang ditutup." in client.get("/ajukan/").content.decode()
    answer = client.get("/ajukan/siapa/")
    body = answer.content.decode()
    assert (answer.status_code, "sedang ditutup" in body, 'class="pubhead"' in body) == (409, True, True)
