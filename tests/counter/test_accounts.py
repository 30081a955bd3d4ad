"""The account of somebody outside: how it comes to be, what it speaks for, and that it sees nothing else."""

import re

import pytest
from django.core import mail
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import seats
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.counter.middleware import OWN
from kerjasama.counter.models import OnlineRequest, PartnerAccount
from kerjasama.counter.services.accounts import create_account
from kerjasama.counter.services.requests import Contact, act
from kerjasama.demo.walk import Walk
from tests.counter.test_pages import DECLARED, PAPER, plain, send
from tests.counter.test_requests import accept
from tests.house.test_urls import CONVERTERS, NAMES, address
from tests.support.outside import EMAIL, PEOPLE, WORDS, filed, human, pdf
from tests.support.wanasari import new_walk

SECRET = "angin-lereng-selatan-7"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_confirmed_address_gets_a_link_and_every_other_the_same_answer(
    client: Client, people: dict[str, User]
) -> None:
    filed()
    mail.outbox.clear()
    asked = [
        plain(send(client, "/mitra-saya/akun/", email=email))
        for email in ("tak@dikenal.example", people["dewi"].email, EMAIL)
    ]
    assert (len(set(asked)), [letter.to for letter in mail.outbox]) == (1, [[EMAIL]])
    link = re.search(r"http://[^/\s]+(/mitra-saya/akun/\S+)", mail.outbox[0].body)[1]
    weak = client.post(link, {"password": "12345", "again": "12345", **human()})
    assert (weak.status_code, User.objects.filter(is_partner=True).count()) == (422, 0)
    unlike = client.post(link, {"password": SECRET, "again": "lain", **human()})
    assert "Kedua kata sandi tidak sama" in unlike.content.decode()
    made = client.post(link, {"password": SECRET, "again": SECRET, **human()})
    assert made["Location"] == "/akun/masuk/"
    entered = client.post("/akun/masuk/", {"login": EMAIL, "password": SECRET})
    assert entered["Location"] == "/mitra-saya/"
    assert WORDS["title"] in client.get("/mitra-saya/").content.decode()
    assert client.post(link, {"password": SECRET, "again": SECRET, **human()}).status_code in {404, 409}
    mail.outbox.clear()
    send(Client(), "/mitra-saya/akun/", email=EMAIL)
    assert "sudah mempunyai akun" in mail.outbox[0].body


def test_an_account_is_no_one_of_the_house(people: dict[str, User]) -> None:
    filed()
    user = create_account(EMAIL, SECRET)
    assert ([seat.office for seat in seats(user)], user.is_staff, user.is_partner) == (["PARTNER"], False, True)


def test_without_a_confirmed_request_there_is_no_account(people: dict[str, User]) -> None:
    with pytest.raises(NotYet):
        create_account("orang@contoh.example", SECRET)
    filed()
    with pytest.raises(BadInput):
        create_account(EMAIL, "pendek")
    create_account(EMAIL, SECRET)
    with pytest.raises(NotYet, match="sudah mempunyai akun"):
        create_account(EMAIL, SECRET)


def test_only_the_acceptance_of_the_bagian_binds_an_account_to_a_partner(people: dict[str, User]) -> None:
    request, _ = filed()
    user = create_account(EMAIL, SECRET)
    assert PartnerAccount.objects.get(user=user).partner is None
    accept(request, people["dewi"])
    account = PartnerAccount.objects.get(user=user)
    assert (account.partner, account.history.first().history_user) == (request.partner, people["dewi"])


def test_an_account_made_after_the_acceptance_speaks_for_that_partner(people: dict[str, User]) -> None:
    request, _ = filed()
    accept(request, people["dewi"])
    assert PartnerAccount.objects.get(user=create_account(EMAIL, SECRET)).partner == request.partner


def test_a_bound_account_asks_again_without_saying_who_it_is(people: dict[str, User]) -> None:
    request, _ = filed()
    accept(request, people["dewi"])
    client = signed_in(create_account(EMAIL, SECRET))
    assert "/ajukan/usulan/" in client.get("/ajukan/").content.decode()
    assert client.get("/ajukan/siapa/")["Location"] == "/ajukan/"
    words = WORDS | {"title": "Trayek Angkutan Perbatasan"}
    assert send(client, "/ajukan/usulan/", **words)["Location"] == "/ajukan/narahubung/"
    send(client, "/ajukan/narahubung/", **PEOPLE | {"email_1": "palsu@contoh.example"})
    send(client, "/ajukan/berkas/", **PAPER | {"number": "045/2"}, file=pdf("dua"))
    mail.outbox.clear()
    done = send(client, "/ajukan/periksa/", **DECLARED)
    fresh = OnlineRequest.objects.order_by("-pk").first()
    assert (done["Location"], fresh.email, fresh.name, fresh.region_id) == (
        f"/lacak/{fresh.number}/", EMAIL, "Pemerintah Kabupaten Sleman", "34.04",
    )  # fmt: skip
    event = fresh.events.get()
    assert (event.actor.email, event.office, fresh.stage) == (EMAIL, "PARTNER", "RECEIVED")
    assert [letter for letter in mail.outbox if "Konfirmasi" in letter.subject] == []
    assert client.get(f"/lacak/{fresh.number}/").status_code == 200


def test_an_account_sees_its_own_requests_and_the_cases_of_its_partner(people: dict[str, User]) -> None:
    request, _ = filed()
    other, _ = filed("COMPANY", mark="b", contacts=_others())
    accept(request, people["dewi"])
    user = create_account(EMAIL, SECRET)
    client = signed_in(user)
    asked = new_walk(people, partner=request.partner).to_verification().to_answer().act("sign_offer", "aditya")
    code = asked.proposal.code
    home = client.get("/mitra-saya/").content.decode()
    assert (request.number in home, other.number in home, code in home) == (True, False, True)
    assert client.get(f"/mitra-saya/kasus/{code}/").status_code == 200
    assert client.get(f"/lacak/{other.number}/").status_code == 302
    stranger = signed_in(create_account("lain@contoh.example", SECRET))
    assert stranger.get(f"/mitra-saya/kasus/{code}/").status_code == 404
    assert stranger.get(f"/lacak/{request.number}/").status_code == 302


def _others() -> tuple:
    return (
        Contact("Lain", "Direktur", "lain@contoh.example", "0298 1"),
        Contact("Dua", "Staf", "dua@contoh.example", "0298 2"),
    )


def test_the_partner_completes_in_his_own_name(people: dict[str, User]) -> None:
    request, _ = filed()
    user = create_account(EMAIL, SECRET)
    act(request, "ask_completion", by=people["dewi"], reason="x", refused=[])
    signed_in(user).post(f"/lacak/{request.number}/lengkapi/", {"kirim": "1"})
    event = request.events.last()
    assert (event.act, event.actor, event.office, event.principal_name) == ("complete", user, "PARTNER", "Sari Dewanti")


def test_staff_have_no_partner_pages(people: dict[str, User]) -> None:
    assert signed_in(people["dewi"]).get("/mitra-saya/").status_code == 404


def test_every_address_of_the_site_but_his_own_is_shut_to_a_partner(walk: Walk, people: dict[str, User]) -> None:
    """Over all addresses, with both methods; also the admin and what the administrator's pages hold."""
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    walk.open_report()
    filed()
    client = signed_in(create_account(EMAIL, SECRET))
    wrong = []
    for name in NAMES:
        if name in OWN:
            continue
        for method in ("get", "post"):
            status = getattr(client, method)(address(name, walk)).status_code
            if status not in {403, 404}:
                wrong.append((name, method, status))
    for path in (
        "/",
        "/admin/",
        "/admin/accounts/user/",
        "/akun/profil/",
        "/akun/sesi/",
        "/akun/dua-langkah/",
        "/tugas/",
    ):
        if client.get(path).status_code not in {403, 404}:
            wrong.append((path, "get", client.get(path).status_code))
    assert wrong == []
    assert len(NAMES) > len(OWN) and set(CONVERTERS) >= {name for name in OWN if name.startswith("counter:")}
