"""PIN and specimen: set by the person himself, hard to guess, counted when wrong, and never shown."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client

from kerjasama.accounts import marks
from kerjasama.accounts.models import PersonalMark, User
from kerjasama.core.errors import BadInput
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PIN, DRAWN = "481926", "M10 34L18 14.5L24 34M60 10L62 12"
NOON = datetime(2026, 11, 25, 5, tzinfo=UTC)


@pytest.fixture
def ani() -> User:
    user = UserFactory(nip="198502032010032001", phone="0812 7364 9155")
    user.set_password("Rahasia-Ani-26")
    user.save()
    return user


def refused(user: User, typed: str) -> str:
    with pytest.raises(BadInput) as problem:
        marks.require_pin(user, typed)
    return problem.value.errors["pin"][0]


def test_the_right_pin_opens(ani: User) -> None:
    mark = marks.set_mark(ani, pin=PIN, specimen=DRAWN)
    marks.require_pin(ani, PIN)
    assert (mark.specimen, PIN in mark.pin) == (DRAWN, False)


def test_without_a_pin_nothing_opens(ani: User) -> None:
    assert refused(ani, PIN) == "Anda belum membuat PIN paraf. Buat dahulu di Profil, Paraf dan PIN."


def test_three_wrong_ones_lock_for_fifteen_minutes(ani: User) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        marks.set_mark(ani, pin=PIN)
        told = [refused(ani, "111111") for _ in range(3)]
        assert told == [
            "PIN salah. Tersisa 2 percobaan sebelum paraf dikunci selama 15 menit.",
            "PIN salah. Tersisa 1 percobaan sebelum paraf dikunci selama 15 menit.",
            "PIN salah tiga kali. Paraf terkunci sampai pukul 12.15 WIB.",
        ]
        assert refused(ani, PIN) == "PIN terkunci sampai pukul 12.15 WIB karena tiga kali salah."
        clock.shift(timedelta(minutes=15, seconds=1))
        marks.require_pin(ani, PIN)


def test_a_right_one_forgives_the_wrong_ones_before(ani: User) -> None:
    marks.set_mark(ani, pin=PIN)
    for _ in range(3):
        refused(ani, "111111")
        refused(ani, "222222")
        marks.require_pin(ani, PIN)


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "abcdef", "٤٨١٩٢٦", "111111", "123456", "987654", "901234", "481481", "121212",
            "850203", "030285", "032010", "364915"],
)  # fmt: skip
def test_a_pin_that_is_easily_guessed_is_refused(ani: User, pin: str) -> None:
    with pytest.raises(BadInput) as problem:
        marks.set_mark(ani, pin=pin)
    assert list(problem.value.errors) == ["pin"]
    assert PersonalMark.objects.count() == 0


@pytest.mark.parametrize(
    ("drawn", "good"),
    [
        (DRAWN, True), ("M0 0L95.9 47.9", True), ("M0 0", False), ("M0 0L97 3", False), ("M0 0L3 49", False), ("L0 0L3 4", False),
        ("M0 0L3 4Z", False), ("M0 0 L3 4", False), ('M0 0L3 4"/><script>', False), ("M1 1L" + "2 2L" * 3000 + "3 3", False),
    ],
)  # fmt: skip
def test_only_lines_within_the_frame_are_a_specimen(drawn: str, good: bool) -> None:
    assert marks.is_path(drawn) is good


def test_the_database_takes_no_plain_pin_and_no_other_drawing(ani: User) -> None:
    for facts in ({"pin": "481926"}, {"pin": "x$y", "specimen": "<svg>"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PersonalMark.objects.create(user=ani, **facts)


def test_the_history_tells_when_and_never_what(ani: User) -> None:
    marks.set_mark(ani, pin=PIN)
    marks.set_mark(ani, pin="264915", specimen=DRAWN)
    assert [row.history_user for row in ani.mark.history.all()] == [ani, ani]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'accounts_historicalpersonalmark'"
        )
        assert "pin" not in {name for (name,) in cursor.fetchall()}


# --- the page


@pytest.fixture
def client(ani: User) -> Client:
    found = Client()
    found.force_login(ani)
    return found


def told(**changed: str) -> dict[str, str]:
    return {"pin": PIN, "again": PIN, "password": "Rahasia-Ani-26", "specimen": DRAWN, **changed}


def test_set_on_the_page_and_on_to_where_one_came_from(client: Client, ani: User) -> None:
    answer = client.post("/akun/profil/paraf/?lanjut=/naskah/7/tindakan/paraf/", told())
    assert (answer.status_code, answer["Location"]) == (302, "/naskah/7/tindakan/paraf/")
    assert marks.specimen_of(ani) == DRAWN
    page = client.get("/akun/profil/paraf/").content.decode()
    assert (f'd="{DRAWN}"' in page, PIN in page) == (True, False)


def test_never_on_to_another_site(client: Client) -> None:
    assert client.post("/akun/profil/paraf/?lanjut=//jahat.example/", told())["Location"] == "/akun/profil/"


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"again": "264915"}, {"again": ["Kedua PIN tidak sama."]}),
        ({"password": "salah"}, {"password": ["Kata sandi ini salah."]}),
        ({"pin": "123456", "again": "123456"},
         {"pin": ["PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak berulang."]}),
        ({"specimen": "<svg onload=x>"}, {"__all__": ["Gambar paraf tidak terbaca. Hapus, lalu gambar kembali."]}),
    ],
)  # fmt: skip
def test_what_does_not_do_is_said(client: Client, changed: dict[str, str], errors: dict[str, list[str]]) -> None:
    answer = client.post("/akun/profil/paraf/", told(**changed))
    assert (answer.status_code, dict(answer.context["form"].errors)) == (422, errors)
    assert PersonalMark.objects.count() == 0
    assert "onload" not in answer.content.decode().split('<svg class="drawpad"')[1].split("</svg>")[0]
