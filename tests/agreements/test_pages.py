"""The pages of naskah: who sees them, who may not, what a wrong answer shows, the register and its order."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kerjasama.accounts.models import PersonalMark, User
from kerjasama.core import clock
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from tests.factories.accounts import UserFactory
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked


def to_instruments(people: dict[str, User], **told: object) -> Walk:
    return new_walk(people, **told).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()


marking = walked(lambda people: to_instruments(people).open_naskah().to_paraf())
in_force = walked(lambda people: to_instruments(people, title="Angkutan Perbatasan").whole_naskah("KB"))


@pytest.fixture
def locked(marking: Walk, people: dict[str, User]) -> Walk:
    return resumed(marking, people)


@pytest.fixture
def kb(in_force: Walk, people: dict[str, User]) -> Walk:
    return resumed(in_force, people)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[..., Client]:
    def sign_in(username: str = "", user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or people[username])
        return client

    return sign_in


def at(walk: Walk) -> time_machine.travel:
    """Noon of the day on which the walk has arrived."""
    return time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False)


def test_who_reads_the_text(locked: Walk, client_of: Callable[..., Client]) -> None:
    with at(locked):
        seen = {
            name: client_of(name).get(f"/naskah/{locked.agreement.pk}/baca/").status_code
            for name in ("dewi", "ratna", "dlh", "hukum", "aditya", "inspektur", "dispar", "setwan", "admin")
        }
    assert seen == {
        "dewi": 200, "ratna": 200, "dlh": 200, "hukum": 200, "aditya": 200, "inspektur": 200, "dispar": 404, "setwan": 404,
        "admin": 404,
    }  # fmt: skip


def test_a_stranger_finds_nothing_and_a_visitor_signs_in(locked: Walk, client_of: Callable[..., Client]) -> None:
    pk = locked.agreement.pk
    addresses = [f"/naskah/{pk}/", f"/naskah/{pk}/baca/", f"/naskah/{pk}/sunting/", f"/naskah/{pk}/tindakan/paraf/"]
    with at(locked):
        stranger = client_of(user=UserFactory())
        assert [stranger.get(a).status_code for a in addresses] == [404] * 4
        assert [Client().get(a)["Location"].split("?")[0] for a in addresses] == ["/akun/masuk/"] * 4


def test_paraf_is_offered_to_its_office_in_its_turn(locked: Walk, client_of: Callable[..., Client]) -> None:
    address = f"/naskah/{locked.agreement.pk}/tindakan/paraf/"
    with at(locked):
        answers = {n: client_of(n).get(address).status_code for n in ("ratna", "bambang", "nurhayati", "dewi", "hukum")}
    assert answers == {"ratna": 200, "bambang": 409, "nurhayati": 409, "dewi": 403, "hukum": 403}


def test_paraf_without_having_read_is_asked_again(locked: Walk, client_of: Callable[..., Client]) -> None:
    agreement = locked.agreement
    typed = {"text_hash": agreement.text_hash, "expect": agreement.act_count, "pin": settings.DEMO_PIN}
    with at(locked):
        answer = client_of("ratna").post(f"/naskah/{agreement.pk}/tindakan/paraf/", typed)
    assert answer.status_code == 422
    assert dict(answer.context["form"].errors) == {
        "read": ["Beri tanda pada “Saya telah membaca naskah ini dan menyetujuinya untuk diteruskan”"]
    }
    assert agreement.parafs.filter(state="GIVEN").count() == 0


def test_paraf_on_the_page_of_an_older_text(locked: Walk, client_of: Callable[..., Client]) -> None:
    agreement = locked.agreement
    typed = {"text_hash": "0" * 64, "expect": agreement.act_count, "read": "on", "pin": settings.DEMO_PIN}
    with at(locked):
        answer = client_of("ratna").post(f"/naskah/{agreement.pk}/tindakan/paraf/", typed)
    assert answer.status_code == 422
    assert "Naskah berubah sejak Anda membacanya." in answer.content.decode()


def test_paraf_by_the_page(locked: Walk, client_of: Callable[..., Client]) -> None:
    agreement = locked.agreement
    typed = {"text_hash": agreement.text_hash, "expect": agreement.act_count, "read": "on", "pin": settings.DEMO_PIN}
    with at(locked):
        answer = client_of("ratna").post(f"/naskah/{agreement.pk}/tindakan/paraf/", typed)
    assert answer.status_code == 302
    given = agreement.parafs.get(state="GIVEN")
    assert (given.office, given.given_by.username, given.text_hash) == ("KABAG", "ratna", agreement.text_hash)


def test_a_locked_text_has_no_editor(locked: Walk, client_of: Callable[..., Client]) -> None:
    address = f"/naskah/{locked.agreement.pk}/sunting/"
    with at(locked):
        dewi = client_of("dewi")
        answers = [dewi.get(address).status_code, dewi.post(address, {"title": "Lain"}).status_code]
        assert (answers, client_of("dlh").get(address).status_code) == ([409, 409], 403)
    assert locked.agreement.versions.count() == 1


# --- the plan of the signing


@pytest.fixture
def ready(locked: Walk) -> Walk:
    """Every paraf given; the signing is planned next."""
    locked.paraf("ratna", "bambang", "nurhayati")
    locked.agreement.refresh_from_db()
    return locked


def plan(walk: Walk, **changed: str) -> dict[str, str]:
    day = walk.day + timedelta(days=3)
    return {
        "planned_on": f"{day:%d-%m-%Y}", "planned_place": "Pendopo", "originals": "2", "mode": "CEREMONY", "way": "WET",
        "name_1": "R. Aditya", "title_1": "Bupati",
        "name_2": "Siti", "title_2": "Bupati Tirtamarga", "capacity_2": "DEFINITIVE", "number_2": "075/1/KB/2026",
        "expect": str(walk.agreement.act_count), **changed,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"planned_on": "01-01-2026"}, {"planned_on": ["Rencana penandatanganan tidak boleh sebelum hari ini."]}),
        ({"planned_on": ""}, {"planned_on": ["Isi “Rencana tanggal penandatanganan”"]}),
        ({"number_2": ""}, {"number_2": ["Isi “Nomor naskah dari Pemerintah Kabupaten Tirtamarga”"]}),
        ({"name_1": ""}, {"name_1": ["Isi “Penandatangan Pemerintah Kabupaten Wanasari”"]}),
        ({"planned_place": ""}, {"planned_place": ["Isi “Tempat”"]}),
    ],
)
def test_a_plan_that_lacks_something(
    ready: Walk, client_of: Callable[..., Client], changed: dict, errors: dict
) -> None:
    with at(ready):
        answer = client_of("dewi").post(
            f"/naskah/{ready.agreement.pk}/tindakan/siapkan-penandatanganan/", plan(ready, **changed)
        )
    assert answer.status_code == 422
    assert dict(answer.context["form"].errors) == errors
    assert 'value="Bupati Tirtamarga"' in answer.content.decode(), "nothing typed is lost"


def test_as_many_originals_as_parties(ready: Walk, client_of: Callable[..., Client]) -> None:
    with at(ready):
        answer = client_of("dewi").post(
            f"/naskah/{ready.agreement.pk}/tindakan/siapkan-penandatanganan/", plan(ready, originals="1")
        )
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["originals"])


def test_our_number_is_drawn_and_theirs_is_typed(ready: Walk, client_of: Callable[..., Client]) -> None:
    with at(ready):
        address = f"/naskah/{ready.agreement.pk}/tindakan/siapkan-penandatanganan/"
        assert client_of("dewi").post(address, plan(ready)).status_code == 302
    numbers = [p.number for p in ready.agreement.parties.order_by("order")]
    assert numbers == ["100.3.7/001/KB/KS/III/2026", "075/1/KB/2026"]


# --- the scan


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "file"),
        ({"file": SimpleUploadedFile("naskah.pdf", b"MZ\x90 bukan pdf", "application/pdf")}, "file"),
        ({"file": SimpleUploadedFile("naskah.pdf", b"", "application/pdf")}, "file"),
    ],
)
def test_a_scan_that_is_none(ready: Walk, client_of: Callable[..., Client], given: dict, field: str) -> None:
    ready.to_signing().sign()
    ticked = {"paraf": "on", "seal": "on", "stamp_duty": "on", "stamps": str(ready.agreement.originals)}
    typed = {**ticked, "expect": str(ready.agreement.act_count), **given}
    with at(ready):
        answer = client_of("dewi").post(f"/naskah/{ready.agreement.pk}/tindakan/unggah-naskah/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_a_scan_with_its_checklist(ready: Walk, client_of: Callable[..., Client]) -> None:
    ready.to_signing().sign()
    file = SimpleUploadedFile("naskah.pdf", small_pdf("naskah"), "application/pdf")
    typed = {"paraf": "on", "stamps": "2", "expect": str(ready.agreement.act_count), "file": file}
    with at(ready):
        answer = client_of("dewi").post(f"/naskah/{ready.agreement.pk}/tindakan/unggah-naskah/", typed)
    assert dict(answer.context["form"].errors) == {
        "seal": ["Beri tanda pada “Stempel jabatan dibubuhkan”"],
        "stamp_duty": ["Beri tanda pada “Meterai Rp10.000 pada 2 naskah asli”"],
    }


# --- the register


def test_a_signed_naskah_is_registered_with_its_place(kb: Walk) -> None:
    assert (kb.agreement.stage, kb.agreement.archive_place) == ("IN_FORCE", "Ruang Arsip Bagian Kerja Sama, lemari 2")
    assert kb.agreement.ends_on.year == kb.agreement.signed_on.year + 5


# --- the PIN


def test_a_wrong_pin_gives_no_paraf_and_is_counted(locked: Walk, client_of: Callable[..., Client]) -> None:
    agreement = locked.agreement
    typed = {"text_hash": agreement.text_hash, "expect": agreement.act_count, "read": "on", "pin": "000000"}
    with at(locked):
        answer = client_of("ratna").post(f"/naskah/{agreement.pk}/tindakan/paraf/", typed)
    assert (answer.status_code, dict(answer.context["form"].errors)) == (
        422, {"pin": ["PIN salah. Tersisa 2 percobaan sebelum paraf dikunci selama 15 menit."]},
    )  # fmt: skip
    page = answer.content.decode()
    assert ("data-open-now" in page, "000000" in page) == (True, False)
    assert agreement.parafs.filter(state="GIVEN").count() == 0


def test_the_paraf_keeps_the_specimen_of_that_day(locked: Walk, people: dict[str, User]) -> None:
    drawn = people["ratna"].mark.specimen
    locked.paraf("ratna")
    PersonalMark.objects.filter(user=people["ratna"]).update(specimen="M1 1L2 2")
    assert locked.agreement.parafs.get(state="GIVEN").specimen == drawn != ""


def test_who_has_no_pin_is_led_to_make_one(
    locked: Walk, people: dict[str, User], client_of: Callable[..., Client]
) -> None:
    PersonalMark.objects.filter(user=people["ratna"]).update(user=people["setwan"])
    address = f"/naskah/{locked.agreement.pk}/tindakan/paraf/"
    with at(locked):
        page = client_of("ratna").get(address).content.decode()
    assert (f"/akun/profil/paraf/?lanjut={address}" in page, "lembar-pin" in page) == (True, False)
