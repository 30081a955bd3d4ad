"""Paraf surat: what waits for one official, light letters several at once, heavy ones opened one by one."""

from collections.abc import Callable
from datetime import datetime, time

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import PersonalMark, User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.demo import abroad, letter_marks
from kerjasama.demo.walk import Walk
from kerjasama.desk import letter_desk, worklist
from kerjasama.documents.models import Document, LetterParaf
from proposals.models import Proposal
from proposals.services import planning
from tests.factories.accounts import UserFactory
from tests.factories.core import ParameterFactory
from tests.support.abroad import abroad_walk
from tests.support.plan import Planner
from tests.support.plan import at as plan_at
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people"]

ADDRESS = "/tugas/paraf/"
TITLES = ("Air Bersih Perkotaan", "Pertukaran Pelajar", "Taman Kota")


def light(people: dict[str, User], title: str) -> Walk:
    """A letter to the Menteri that asks what he thinks: it binds the region to nothing."""
    walk = abroad_walk(people, "KSDPL", title=title)
    return walk.go([*abroad.explored(walk.story), *abroad.asked_about_intent()[:1]])


def on_the_desk(people: dict[str, User]) -> Walk:
    """Three light letters and an offer wait for the Kabag, then for the Sekda."""
    ParameterFactory(key="letter_paraf_chain", value=["KABAG", "SEKDA"])
    walks = [light(people, title) for title in TITLES]
    offer = new_walk(people).to_verification().to_answer()
    offer.day = max(walk.day for walk in (*walks, offer))
    return offer


waiting = walked(on_the_desk)


@pytest.fixture
def desk(waiting: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(waiting, people)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[..., Client]:  # noqa: F811
    def sign_in(username: str = "", user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or people[username])
        return client

    return sign_in


def at(walk: Walk) -> time_machine.travel:
    return time_machine.travel(datetime.combine(walk.day, time(16), tzinfo=clock.zone()), tick=False)


def keys(user: User, *titles: str) -> list[str]:
    return [item.key for item in letter_desk.waiting(user) if not titles or item.title in titles]


def case(title: str) -> Proposal:
    return Proposal.objects.get(title=title)


def given() -> list[tuple[str, str]]:
    rows = LetterParaf.objects.filter(state="GIVEN").order_by("document_id")
    return [(row.document.subject.title, row.given_by.username) for row in rows]


def test_each_sees_what_waits_for_him_and_nobody_else_may(desk: Walk, client_of: Callable[..., Client]) -> None:
    with at(desk):
        seen = {
            name: client_of(name).get(ADDRESS) for name in ("ratna", "nurhayati", "bambang", "dewi", "dlh", "admin")
        }
        assert {name: page.status_code for name, page in seen.items()} == {
            "ratna": 200, "nurhayati": 200, "bambang": 200, "dewi": 403, "dlh": 403, "admin": 403,
        }  # fmt: skip
        assert Client().get(ADDRESS)["Location"].startswith("/akun/masuk/")
    assert [len(seen[name].context["items"]) for name in ("ratna", "nurhayati", "bambang")] == [4, 0, 0]
    assert "Semua surat sudah Anda paraf." in seen["nurhayati"].content.decode()
    body = seen["ratna"].content.decode()
    assert [body.count(title) > 0 for title in TITLES] == [True] * 3
    assert body.count('name="surat"') == 3
    assert "Dibuka satu per satu: surat ini menawarkan kerja sama atas nama daerah." in body
    assert "kepada Menteri Dalam Negeri" in body


def test_one_pin_marks_all_chosen_each_on_its_own_record(desk: Walk, client_of: Callable[..., Client]) -> None:
    ratna = desk.people["ratna"]
    with at(desk):
        typed = {"surat": keys(ratna, *TITLES), "read": "on", "pin": settings.DEMO_PIN}
        answer = client_of("ratna").post(ADDRESS, typed, follow=True)
        assert answer.redirect_chain == [(ADDRESS, 302)]
        assert [str(m).split(":")[0] for m in answer.context["messages"]] == ["3 (tiga) surat diparaf"]
        assert given() == [(title, "ratna") for title in TITLES]
        assert {case(title).turn_office for title in TITLES} == {"SEKDA"}
        assert [case(title).events.last().act for title in TITLES] == ["give_letter_paraf"] * 3
        assert [item.title for item in letter_desk.waiting(ratna)] == [desk.proposal.title]
        assert sorted(item.title for item in letter_desk.waiting(desk.people["nurhayati"])) == sorted(TITLES)


def test_a_heavy_letter_is_refused_and_the_light_ones_are_done(desk: Walk, client_of: Callable[..., Client]) -> None:
    ratna = desk.people["ratna"]
    with at(desk):
        typed = {"surat": keys(ratna, TITLES[0], desk.proposal.title), "read": "on", "pin": settings.DEMO_PIN}
        answer = client_of("ratna").post(ADDRESS, typed, follow=True)
    done, refused = (str(message) for message in answer.context["messages"])
    assert done == f"1 (satu) surat diparaf: Surat permohonan tanggapan {case(TITLES[0]).code}."
    assert "dibuka satu per satu karena menawarkan kerja sama atas nama daerah" in refused
    assert given() == [(TITLES[0], "ratna")]


def test_a_letter_that_changed_meanwhile_is_told_and_not_marked(desk: Walk) -> None:
    ratna = desk.people["ratna"]
    with at(desk):
        old = keys(ratna, *TITLES[:2])
        forged = old[0].rsplit(":", 1)[0] + ":" + "0" * 64
        outcome = letter_desk.mark_chosen(
            ratna, [forged, old[1], old[1], "proposal:999999:1:x", "x"], pin=settings.DEMO_PIN
        )
    assert outcome.done == [f"Surat permohonan tanggapan {case(TITLES[1]).code}"]
    assert outcome.refused == [
        f"Surat permohonan tanggapan {case(TITLES[0]).code}: berubah sejak Anda membuka halaman ini",
        letter_desk.GONE, letter_desk.GONE,
    ]  # fmt: skip


def test_nothing_is_marked_unread_unchosen_or_with_a_wrong_pin(desk: Walk, client_of: Callable[..., Client]) -> None:
    chosen = keys(desk.people["ratna"], *TITLES)
    with at(desk):
        client = client_of("ratna")
        unread = client.post(ADDRESS, {"surat": chosen, "pin": settings.DEMO_PIN})
        none = client.post(ADDRESS, {"read": "on", "pin": settings.DEMO_PIN})
        wrong = [client.post(ADDRESS, {"surat": chosen, "read": "on", "pin": "000000"}) for _ in range(3)]
        locked = client.post(ADDRESS, {"surat": chosen, "read": "on", "pin": settings.DEMO_PIN})
    assert [page.status_code for page in (unread, none, *wrong, locked)] == [422] * 6
    assert dict(unread.context["form"].errors) == {"read": ["Nyatakan bahwa surat yang Anda pilih sudah Anda baca."]}
    assert unread.content.decode().count("checked") == 3
    assert none.context["form"].non_field_errors() == ["Pilih paling sedikit satu surat."]
    assert dict(wrong[0].context["form"].errors) == {
        "pin": ["PIN salah. Tersisa 2 percobaan sebelum paraf dikunci selama 15 menit."]
    }
    assert locked.context["form"].errors["pin"][0].startswith("PIN terkunci sampai pukul")
    assert PersonalMark.objects.get(user=desk.people["ratna"]).locked_until is not None
    assert given() == []


def test_search_order_and_the_sheet_of_what_is_shown(desk: Walk, client_of: Callable[..., Client]) -> None:
    with at(desk):
        client = client_of("ratna")

        def shown(query: str) -> list[str]:
            return [item.title for item in client.get(f"{ADDRESS}?{query}").context["items"]]

        assert shown("q=pelajar") == [TITLES[1]]
        assert shown(f"q={case(TITLES[2]).code}") == [TITLES[2]]
        assert shown("cara=satu") == [desk.proposal.title]
        assert sorted(shown("cara=ringan")) == sorted(TITLES)
        assert shown("q=tidakada") == []
        assert sorted(shown("urut=usulan")) == sorted([*TITLES, desk.proposal.title])
        sheet = b"".join(client.get(f"{ADDRESS}unduh.csv?cara=satu").streaming_content).decode("utf-8-sig")
    assert [line.split(";")[0] for line in sheet.splitlines()][2:] == ["Surat permohonan kerja sama"]


def test_four_letters_cost_as_many_queries_as_two(desk: Walk, client_of: Callable[..., Client]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(ADDRESS).status_code == 200
        return len(caught)

    with at(desk):
        client = client_of("ratna")
        client.get(ADDRESS)
        many = queries()
        letter_desk.mark_chosen(desk.people["ratna"], keys(desk.people["ratna"], *TITLES[:2]), pin=settings.DEMO_PIN)
        assert len(letter_desk.waiting(desk.people["ratna"])) == 2
        assert queries() == many


def test_tasks_lead_to_it(desk: Walk, client_of: Callable[..., Client]) -> None:
    people = desk.people  # noqa: F811
    with at(desk):
        titles = [task.title for task in worklist.tasks(people["ratna"]) if task.code == desk.proposal.code]
        assert titles == ["Bubuhkan paraf surat"]
        assert [t for t in worklist.tasks(people["aditya"]) if t.code == desk.proposal.code] == []
        assert ADDRESS in client_of("ratna").get("/tugas/").content.decode()
        assert ADDRESS not in client_of("dewi").get("/tugas/").content.decode()


# --- one letter on its own page


def address(walk: Walk) -> str:
    return f"/usulan/{walk.proposal.code}/tindakan/paraf-surat/"


def test_who_opens_the_page_of_a_letter(desk: Walk, client_of: Callable[..., Client]) -> None:
    with at(desk):
        seen = {
            n: client_of(n).get(address(desk)).status_code for n in ("ratna", "nurhayati", "bambang", "dewi", "aditya")
        }
        stranger = client_of(user=UserFactory()).get(address(desk)).status_code
    assert (seen, stranger) == ({"ratna": 200, "nurhayati": 409, "bambang": 409, "dewi": 403, "aditya": 403}, 404)


def test_the_page_shows_the_words_and_gives_one_paraf(desk: Walk, client_of: Callable[..., Client]) -> None:
    case_page = f"/usulan/{desk.proposal.code}/"
    with at(desk):
        client = client_of("ratna")
        body = client.get(address(desk)).content.decode()
        assert f"menawarkan kepada {desk.story.partner.name} kerja sama" in body
        assert "Berubah sejak" not in body
        assert f"{case_page}tindakan/kembalikan-permohonan/" in body
        typed = {"seal": letter_marks.facts_of(desk.proposal)["seal"], "expect": desk.proposal.act_count, "read": "on"}
        assert client.post(address(desk), {**typed, "pin": "000000"}).status_code == 422
        assert client.post(address(desk), {**typed, "pin": settings.DEMO_PIN, "seal": "0" * 64}).status_code == 422
        assert client.post(address(desk), {**typed, "pin": settings.DEMO_PIN})["Location"] == case_page
        signer = client_of("aditya").get(f"{case_page}tindakan/tandatangani-permohonan/")
        assert signer.status_code == 409
        assert "Paraf surat belum lengkap: menunggu Sekretaris Daerah." in signer.content.decode()
    assert given() == [(desk.proposal.title, "ratna")]
    desk.act("give_letter_paraf", "nurhayati", **letter_marks.facts_of(desk.proposal))
    with at(desk):
        signer = client_of("aditya").get(f"{case_page}tindakan/tandatangani-permohonan/")
    body = signer.content.decode()
    assert signer.status_code == 200
    assert body.count("Telah diparaf") == 2


def test_what_changed_since_the_letter_he_read_before(desk: Walk, client_of: Callable[..., Client]) -> None:
    """Marked by the Kabag, sent back by the Sekda, issued anew with another wording: both see what differs."""
    desk.act("give_letter_paraf", "ratna", **letter_marks.facts_of(desk.proposal))
    desk.act("return_offer", "nurhayati", reason="Sebut batas desa.")
    Proposal.objects.filter(pk=desk.proposal.pk).update(background="Sampah perbatasan desa belum terangkut.")
    desk.proposal.refresh_from_db()
    desk.act("prepare_offer", "dewi")
    with at(desk):
        body = client_of("ratna").get(address(desk)).content.decode()
    assert "Berubah sejak surat yang Anda baca terakhir" in body
    assert "dikembalikan dengan catatan: Sebut batas desa." in body
    assert "<del>" in body and "<ins>" in body and "terangkut" in body
    desk.act("give_letter_paraf", "ratna", **letter_marks.facts_of(desk.proposal))
    with at(desk):
        body = client_of("nurhayati").get(address(desk)).content.decode()
    assert "Berubah sejak surat yang Anda baca terakhir" in body


def test_the_sheet_is_in_the_whole_dossier(desk: Walk, client_of: Callable[..., Client]) -> None:
    for who in ("ratna", "nurhayati"):
        desk.act("give_letter_paraf", who, **letter_marks.facts_of(desk.proposal))
    sheet = Document.objects.get(kind="LETTER_PARAF_SHEET", object_id=desk.proposal.pk)
    with at(desk):
        assert sheet.title in client_of("inspektur").get(f"/usulan/{desk.proposal.code}/berkas/").content.decode()


def test_a_wrong_pin_marks_nothing_even_of_one(desk: Walk) -> None:
    with at(desk), pytest.raises(BadInput):
        letter_desk.mark_chosen(desk.people["ratna"], keys(desk.people["ratna"], TITLES[0]), pin="111111")
    assert given() == []


def test_the_decree_of_the_yearly_plan_has_its_page_too(desk: Walk, client_of: Callable[..., Client]) -> None:
    with plan_at():
        planner = Planner(desk.people)
        planner.discussed()
        planning.act_on_plan(planner.plan, "submit_list", by=desk.people["ratna"])
        planner.print_papers()
        item = next(one for one in letter_desk.waiting(desk.people["ratna"]) if one.subject == planner.plan)
        page = client_of("ratna").get(item.url)
        body = page.content.decode()
        assert (page.status_code, item.several, item.to) == (200, False, "")
        assert "kembalikan-daftar" in body and "MEMUTUSKAN:" in body
        typed = {"seal": item.seal, "expect": planner.plan.act_count, "read": "on", "pin": settings.DEMO_PIN}
        assert client_of("ratna").post(item.url, typed).status_code == 302
        assert (
            "menunggu paraf sebelum ditetapkan"
            in client_of("nurhayati").get(planner.plan.get_absolute_url()).content.decode()
        )
