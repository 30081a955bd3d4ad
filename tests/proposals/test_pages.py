"""The pages of proposals: who may, who may not, what stays typed, what a download holds."""

import csv
import io
from collections.abc import Callable
from datetime import datetime, time

import pytest
import time_machine
from django.test import Client

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.core.exports import safe_cell
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from tests.factories.accounts import UserFactory
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

drafted = walked(lambda people: new_walk(people, title="=HYPERLINK(1) Angkutan").open())
sent = walked(lambda people: new_walk(people).to_verification())


@pytest.fixture
def draft(drafted: Walk, people: dict[str, User]) -> Walk:
    return resumed(drafted, people)


@pytest.fixture
def waiting(sent: Walk, people: dict[str, User]) -> Walk:
    """Sent for verification."""
    return resumed(sent, people)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[..., Client]:
    def sign_in(username: str = "", user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or people[username])
        return client

    return sign_in


def at(walk: Walk) -> time_machine.travel:
    return time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False)


def case(walk: Walk, rest: str = "") -> str:
    return f"/usulan/{walk.proposal.code}/{rest}"


def test_a_visitor_signs_in_first(draft: Walk) -> None:
    addresses = ["/usulan/", "/usulan/baru/", "/usulan/unduh.csv", case(draft), case(draft, "isi/kak/"), case(draft, "hapus/"),
                 case(draft, "tindakan/kirim/")]  # fmt: skip
    assert {Client().get(a)["Location"].split("?")[0] for a in addresses} == {"/akun/masuk/"}


def test_a_stranger_finds_nothing(draft: Walk, client_of: Callable[..., Client]) -> None:
    rest = ("", "isi/kak/", "isi/pembiayaan/", "isi/pendukung/", "hapus/", "tindakan/kirim/")
    with at(draft):
        for client in (client_of(user=UserFactory()), client_of("dispar"), client_of("setwan")):
            assert [client.get(case(draft, r)).status_code for r in rest] == [404] * len(rest)


def test_who_opens_the_pages_of_a_draft(draft: Walk, client_of: Callable[..., Client]) -> None:
    rest = ("", "isi/kak/", "hapus/")
    with at(draft):
        seen = {n: [client_of(n).get(case(draft, r)).status_code for r in rest] for n in ("dlh", "dewi", "ratna", "inspektur")}  # fmt: skip
    assert seen == {
        "dlh": [200, 200, 200], "dewi": [200, 200, 403], "ratna": [200, 403, 403], "inspektur": [200, 403, 403],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("username", "status"),
    [("dlh", 200), ("dewi", 200), ("ratna", 403), ("aditya", 403), ("inspektur", 403), ("admin", 403)],
)
def test_who_may_open_a_case(client_of: Callable[..., Client], username: str, status: int) -> None:
    assert client_of(username).get("/usulan/baru/").status_code == status


OPENING = "/usulan/baru/?partner=REGION&begins=WE&jenis=1"


def test_a_case_is_opened_by_the_page(people: dict[str, User], client_of: Callable[..., Client]) -> None:
    partner, unit = Partner.objects.order_by("pk").first(), OrgUnit.objects.get(code="DLH")
    typed = {
        "partner_1": partner.pk,
        "title": "Angkutan perbatasan",
        "lead_unit": unit.pk,
        "border": "no",
        "external": "no",
    }
    answer = client_of("dlh").post(OPENING, typed)
    opened = Proposal.objects.latest("pk")
    assert (answer.status_code, answer["Location"]) == (302, f"/usulan/{opened.code}/isi/kak/")
    assert (opened.title, opened.author.username) == ("Angkutan perbatasan", "dlh")


def test_an_opening_that_lacks_a_partner_keeps_what_was_typed(client_of: Callable[..., Client]) -> None:
    before = Proposal.objects.count()
    answer = client_of("dlh").post(OPENING, {"title": "Angkutan perbatasan"})
    assert answer.status_code == 422
    assert 'value="Angkutan perbatasan"' in answer.content.decode()
    assert Proposal.objects.count() == before


def test_a_unit_does_not_record_what_others_begin(client_of: Callable[..., Client]) -> None:
    assert client_of("dlh").get("/usulan/baru/?partner=REGION&begins=THEY&jenis=1").status_code == 422
    assert client_of("dewi").get("/usulan/baru/?partner=REGION&begins=THEY&jenis=1").status_code == 200


def test_a_section_is_saved_and_leads_on(draft: Walk, client_of: Callable[..., Client]) -> None:
    typed = {"title": "Angkutan", "background": "Warga menunggu.", "term_years": "5"}
    with at(draft):
        answer = client_of("dlh").post(case(draft, "isi/kak/"), typed)
        later = client_of("dlh").post(case(draft, "isi/kak/"), {**typed, "nanti": "1"})
    draft.proposal.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, case(draft, "isi/pembiayaan/"))
    assert later["Location"] == case(draft)
    assert (draft.proposal.background, draft.proposal.term_years) == ("Warga menunggu.", 5)


def test_a_section_with_a_mistake_keeps_what_was_typed(draft: Walk, client_of: Callable[..., Client]) -> None:
    with at(draft):
        answer = client_of("dlh").post(
            case(draft, "isi/kak/"), {"title": "Angkutan", "term_years": "99", "aims": "Cepat."}
        )
    assert (answer.status_code, dict(answer.context["form"].errors)) == (
        422,
        {"term_years": ["Isi lama antara 1 dan 50 tahun."]},
    )
    assert "Cepat." in answer.content.decode()
    draft.proposal.refresh_from_db()
    assert draft.proposal.aims == ""


def test_an_unknown_section_is_not_there(draft: Walk, client_of: Callable[..., Client]) -> None:
    with at(draft):
        assert client_of("dlh").get(case(draft, "isi/lain/")).status_code == 404
        assert client_of("dlh").get(case(draft, "tindakan/lain/")).status_code == 404


def test_what_was_sent_is_closed_for_writing(waiting: Walk, client_of: Callable[..., Client]) -> None:
    before = footprint()
    with at(waiting):
        codes = [client_of("dlh").get(case(waiting, "isi/kak/")).status_code,
                 client_of("dlh").post(case(waiting, "isi/kak/"), {"title": "Lain"}).status_code]  # fmt: skip
    assert (codes, footprint()) == ([409, 409], before)


def test_an_incomplete_case_hears_everything_it_lacks(draft: Walk, client_of: Callable[..., Client]) -> None:
    with at(draft):
        answer = client_of("dlh").get(case(draft, "tindakan/kirim/"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert page.count("<li>KAK: bagian") == 8, "one line each"
    assert "<li>Urusan pemerintahan belum dipilih." in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_act_that_is_not_mine(waiting: Walk, client_of: Callable[..., Client], method: str) -> None:
    before = footprint()
    with at(waiting):
        codes = {n: getattr(client_of(n), method)(case(waiting, "tindakan/nyatakan-lengkap/")).status_code for n in ("dlh", "aditya", "inspektur")}  # fmt: skip
    assert (codes, footprint()) == ({"dlh": 403, "aditya": 403, "inspektur": 403}, before)


def test_an_act_by_the_page(waiting: Walk, client_of: Callable[..., Client]) -> None:
    seen = waiting.proposal.act_count
    with at(waiting):
        dewi = client_of("dewi")
        shown = dewi.get(case(waiting, "tindakan/nyatakan-lengkap/"))
        done = dewi.post(case(waiting, "tindakan/nyatakan-lengkap/"), {"expect": seen})
        again = dewi.post(case(waiting, "tindakan/nyatakan-lengkap/"), {"expect": seen})
    assert (shown.status_code, done.status_code, again.status_code) == (200, 302, 409)
    assert waiting.proposal.events.filter(act="verify").count() == 1


def test_looking_at_it_writes_nothing(waiting: Walk, client_of: Callable[..., Client]) -> None:
    before = footprint()
    with at(waiting):
        for name in ("dewi", "dlh", "aditya"):
            for address in ("/", "/tugas/", "/usulan/", case(waiting)):
                assert client_of(name).get(address).status_code == 200
    assert footprint() == before


def test_a_draft_is_thrown_away_after_a_page_that_asks(draft: Walk, client_of: Callable[..., Client]) -> None:
    with at(draft):
        assert client_of("dlh").get(case(draft, "hapus/")).status_code == 200
        assert Proposal.objects.filter(pk=draft.proposal.pk).count() == 1
        assert client_of("dlh").post(case(draft, "hapus/"))["Location"] == "/usulan/"
    assert Proposal.objects.filter(pk=draft.proposal.pk).count() == 0


# --- the list and its download


def rows_of(answer: object) -> list[list[str]]:
    written = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written), delimiter=";"))


def test_the_download_holds_what_is_shown(draft: Walk, client_of: Callable[..., Client]) -> None:
    new_walk(draft.people, title="Sampah Regional").open()
    with at(draft):
        answer = client_of("dewi").get("/usulan/unduh.csv?keadaan=semua&q=angkutan")
        shown, head, *rows = rows_of(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="usulan-semua-semua-tahun-20260302.csv"'
    assert shown == ["Saringan: keadaan semua, tahun semua, kata angkutan; 2 Maret 2026"]
    assert head[:3] == ["Kode", "Judul", "Jenis"]
    assert [row[:2] for row in rows] == [["KSDD-2026-001", "'=HYPERLINK(1) Angkutan"]]


def test_a_download_holds_only_what_one_sees(draft: Walk, client_of: Callable[..., Client]) -> None:
    with at(draft):
        assert len(rows_of(client_of("dispar").get("/usulan/unduh.csv?keadaan=semua"))) == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_no_formula(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", ["Angkutan", "1=1", 5, ""])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert safe_cell(value) == str(value)


@pytest.mark.parametrize(
    "address", ["?keadaan=lain", "?tahun=abc", "?urut=lain", "?halaman=999", "?halaman=x", "?q=" + "a" * 500]
)
def test_an_address_somebody_changed_still_shows_a_list(client_of: Callable[..., Client], address: str) -> None:
    assert client_of("dewi").get(f"/usulan/{address}").status_code == 200


def test_an_empty_list_says_what_to_do(client_of: Callable[..., Client]) -> None:
    mine, theirs = (client_of(n).get("/usulan/").content.decode() for n in ("dispar", "admin"))
    assert "Belum ada usulan yang berjalan." in mine
    assert "Belum ada usulan yang dapat Anda lihat." in theirs
    assert "Tidak ada usulan yang cocok dengan saringan ini." in client_of("dewi").get("/usulan/?q=x").content.decode()
