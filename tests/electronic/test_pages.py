"""The pages of electronic signing: who may, who may not, what is said, and that no secret stays."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kerjasama.accounts import marks
from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import ElectronicSignature, FileAccess, SigningAttempt
from tests.support.electronic import PIN, file_of, opened, partner_signs, upload, we_sign
from tests.support.signing import SECRET


@pytest.fixture
def on_that_day(ready: Walk) -> Any:
    with clock.at(ready.timepiece.moment(ready.day)):
        yield ready


def address(walk: Walk, slug: str = "tandatangani-elektronik") -> str:
    return reverse("agreements:act", args=[walk.agreement.pk, slug])


def client_of(walk: Walk, who: str) -> Client:
    user, client = walk.who(who), Client()
    marks.set_mark(user, pin=PIN)
    client.force_login(user)
    return client


def typed(walk: Walk, **changed: Any) -> dict[str, Any]:
    return {"read": "on", "proof": PIN, "passphrase": SECRET, "expect": walk.agreement.act_count, **changed}


def test_the_head_reads_agrees_and_signs(on_that_day: Walk) -> None:
    walk, client = on_that_day, client_of(on_that_day, "aditya")
    page = client.get(address(walk)).content.decode()
    wanted = [
        "tidak tersertifikasi",
        "PP 71/2019 Pasal 42",
        "Buka naskahnya dahulu",
        'autocomplete="off"',
        "PIN paraf",
    ]
    assert [words for words in wanted if words not in page] == []
    answer = client.post(address(walk), typed(walk))
    assert (answer.status_code, "Buka dan baca naskahnya" in answer.content.decode()) == (422, True)
    assert SECRET not in answer.content.decode()
    client.get(documents.latest(walk.agreement, "NASKAH_FINAL").inline_url)
    assert FileAccess.objects.filter(user=walk.who("aditya")).count() == 1
    assert "Anda membuka naskah ini pada" in client.get(address(walk)).content.decode()
    answer = client.post(address(walk), typed(walk))
    assert answer.status_code == 302
    assert ElectronicSignature.objects.get().signed_by == walk.who("aditya")
    assert SECRET not in str(dict(client.session))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"read": ""}, "Nyatakan persetujuan Anda"),
        ({"passphrase": "salah-tetapi-panjang"}, "Frasa sandi tanda tangan tidak cocok"),
        ({"proof": "111999"}, "PIN salah. Tersisa 2 percobaan"),
    ],
)
def test_what_is_wrong_is_said_and_no_secret_comes_back(changed: dict[str, str], said: str, on_that_day: Walk) -> None:
    walk = opened(on_that_day)
    answer = client_of(walk, "aditya").post(address(walk), typed(walk, **changed))
    page = answer.content.decode()
    assert (answer.status_code, said in page) == (422, True)
    assert [word for word in (SECRET, PIN, "salah-tetapi-panjang") if word in page] == []
    assert ElectronicSignature.objects.count() == 0


def test_a_stale_page_and_a_request_in_doubt_are_said(on_that_day: Walk) -> None:
    walk = opened(on_that_day)
    client = client_of(walk, "aditya")
    assert client.post(address(walk), typed(walk, expect=walk.agreement.act_count - 1)).status_code == 409
    SigningAttempt.objects.create(
        document=documents.latest(walk.agreement, "NASKAH_FINAL"), party_order=1, by=walk.who("aditya"), backend="BSRE_V2",
        file_sha256="0" * 64, state="UNKNOWN", sent_at=clock.now(), ended_at=clock.now(),
    )  # fmt: skip
    answer = client.post(address(walk), typed(walk))
    assert (answer.status_code, "perlu cek" in answer.content.decode()) == (409, True)
    bagian = client_of(walk, "staf")
    answer = bagian.post(
        address(walk, "catat-perlu-cek"), {"reason": "Tidak tercatat.", "expect": walk.agreement.act_count}
    )
    assert (answer.status_code, SigningAttempt.objects.get().state) == (302, "CLEARED")


@pytest.mark.parametrize(
    ("who", "status"), [("dewi", 403), ("staf", 403), ("dlh", 403), ("dishub", 404), ("setwan", 404)]
)
def test_nobody_else_signs(who: str, status: int, on_that_day: Walk) -> None:
    client = client_of(on_that_day, who)
    assert client.get(address(on_that_day)).status_code in {status, 409 if who == "dlh" else status}
    assert client.post(address(on_that_day), typed(on_that_day)).status_code in {
        status,
        409 if who == "dlh" else status,
    }
    assert ElectronicSignature.objects.count() == 0


def test_the_bagian_takes_in_the_file_of_the_other_party(on_that_day: Walk) -> None:
    walk = we_sign(opened(on_that_day))
    client, url = client_of(walk, "staf"), address(walk, "terima-berkas-mitra")
    assert "Ditandatangani oleh" in client.get(url).content.decode()
    facts = {"party": 2, "occurred_on": f"{walk.day:%d-%m-%Y}", "expect": walk.agreement.act_count}
    answer = client.post(url, {**facts, "file": upload(file_of(walk))})
    assert (answer.status_code, "sama persis dengan berkas kita" in answer.content.decode()) == (422, True)
    answer = client.post(url, {**facts, "file": upload(partner_signs(file_of(walk)))})
    assert answer.status_code == 302
    checking = client_of(walk, "ratna").get(address(walk, "nyatakan-sesuai")).content.decode()
    assert [
        words
        for words in ("Rahmat Hidayat", "Meterai elektronik", "Nama dan jabatan setiap penanda tangan")
        if words not in checking
    ] == []
