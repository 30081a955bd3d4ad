"""The pages of the plan: who may open them, what is typed stays, what is shown is what is exported."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.parties.models import Partner
from proposals.models import PlanRow, PlanYear, Proposal
from proposals.services import planning
from tests.support.facts import scan
from tests.support.plan import YEAR, Planner, scores

LIST = f"/perencanaan/{YEAR}/1/"
READING = ("", "daftar/", "daftar/unduh.csv", "pemetaan/", "prioritas/")
STAFF = ("dewi", "ratna", "bappeda", "dlh", "dishub", "hukum", "bpkad", "bambang", "nurhayati", "aditya", "inspektur")
STRANGERS = ("setwan", "admin")
Visitor = Callable[[str], Client]


@pytest.fixture
def as_(people: dict[str, User]) -> Visitor:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("username", STAFF)
def test_those_who_plan_read_every_page_of_a_list(planner: Planner, as_: Visitor, username: str) -> None:
    planner.verified()
    client = as_(username)
    answers = {page: client.get(LIST + page).status_code for page in READING}
    assert answers == dict.fromkeys(READING, 200)
    assert [client.get(f"/perencanaan/{page}").status_code for page in ("", "realisasi/", "realisasi/unduh.csv")] == [
        200
    ] * 3


@pytest.mark.parametrize("username", STRANGERS)
def test_strangers_find_no_list(planner: Planner, as_: Visitor, username: str) -> None:
    row, client = planner.verified(), as_(username)
    assert {client.get(LIST + page).status_code for page in READING} == {404}
    assert {client.get(f"/perencanaan/{page}").status_code for page in ("", "realisasi/", "realisasi/unduh.csv")} == {
        403
    }
    assert {
        client.get(f"/perencanaan/baris/{row.pk}/{page}").status_code
        for page in ("", "isi/objek/", "hapus/", "urutan/", "usulan/")
    } == {404}


def test_a_row_of_another_unit_is_not_there_before_adoption(planner: Planner, as_: Visitor) -> None:
    row = planner.proposed()
    assert [as_(name).get(f"/perencanaan/baris/{row.pk}/").status_code for name in ("dishub", "dlh", "dewi")] == [
        404,
        200,
        200,
    ]


def test_a_unit_begins_a_row_and_writes_it_section_by_section(planner: Planner, as_: Visitor) -> None:
    client = as_("dlh")
    unit = planner.draft("Lain").unit_id
    answer = client.post(f"{LIST}baris-baru/", {"title": "Pengolahan Limbah Cair", "unit": unit})
    row = PlanRow.objects.get(title="Pengolahan Limbah Cair")
    assert answer["Location"] == f"/perencanaan/baris/{row.pk}/isi/objek/"
    sent = {
        "title": row.title,
        "affair": "",
        "sort": "KSDPK:ASSETS",
        "source": "OPD",
        "partner": "",
        "partner_name": "PT Semen",
        "location": "Utara",
    }
    assert client.post(answer["Location"], sent)["Location"] == f"/perencanaan/baris/{row.pk}/isi/pemetaan/"
    row.refresh_from_db()
    assert (row.kind, row.category, row.partner_name, row.affair) == ("KSDPK", "ASSETS", "PT Semen", None)
    worth = {
        "benefits": "x",
        "benefit_amount": "6,2 miliar",
        "cost_amount": "0",
        "funding": "APBD",
        "budget_status": "PLANNED",
    }
    client.post(f"/perencanaan/baris/{row.pk}/isi/manfaat-biaya/", worth)
    row.refresh_from_db()
    assert (row.benefit_amount, row.cost_amount) == (6_200_000_000, 0)


def test_a_wrong_answer_keeps_what_was_typed(planner: Planner, as_: Visitor) -> None:
    row, client = planner.draft(), as_("dlh")
    worth = {
        "benefits": "Uraian panjang",
        "benefit_amount": "banyak",
        "cost_amount": "1",
        "funding": "APBD",
        "budget_status": "PLANNED",
    }
    answer = client.post(f"/perencanaan/baris/{row.pk}/isi/manfaat-biaya/", worth)
    assert answer.status_code == 422
    assert "Uraian panjang" in text(answer) and "Tulis jumlah dalam rupiah" in text(answer)


def test_a_partner_must_fit_the_kind(planner: Planner, as_: Visitor) -> None:
    row, client = planner.draft(), as_("dlh")
    region = Partner.objects.filter(kind="REGION").first()
    sent = {"title": row.title, "sort": "KSDPK:ASSETS", "source": "OPD", "partner": region.pk}
    answer = client.post(f"/perencanaan/baris/{row.pk}/isi/objek/", sent)
    assert (answer.status_code, "Pilih jenis yang sesuai dengan mitranya." in text(answer)) == (422, True)


def test_acts_are_offered_to_whom_they_belong(planner: Planner, as_: Visitor) -> None:
    row = planner.proposed()
    shown = {
        name: set(
            re.findall(
                rf"/perencanaan/baris/{row.pk}/tindakan/([a-z-]+)/",
                text(as_(name).get(f"/perencanaan/baris/{row.pk}/")),
            )
        )
        for name in ("dewi", "bappeda", "ratna", "dlh", "aditya", "inspektur")
    }
    assert shown == {
        "dewi": {"verifikasi-bagian", "kembalikan"}, "bappeda": {"verifikasi-bappeda", "kembalikan"}, "ratna": {"gugur"}, "dlh": {"gugur"},
        "aditya": set(), "inspektur": set(),
    }  # fmt: skip


def test_verification_through_the_page_asks_for_six_scores(planner: Planner, as_: Visitor) -> None:
    row, client = planner.proposed(), as_("dewi")
    address = f"/perencanaan/baris/{row.pk}/tindakan/verifikasi-bagian/"
    assert "Skor = (25 × keselarasan" in text(client.get(address))
    sent = {f"score_{name}": value for name, value in scores(benefit=5).items()} | {"expect": row.act_count}
    missing = {name: value for name, value in sent.items() if name != "score_funding"}
    assert client.post(address, missing).status_code == 422
    assert client.post(address, sent).status_code == 302
    row.refresh_from_db()
    assert (row.score, row.bagian_verified_on is not None) == (68, True)


def test_the_same_act_forced_by_another_is_refused(planner: Planner, as_: Visitor) -> None:
    row = planner.proposed()
    address = f"/perencanaan/baris/{row.pk}/tindakan/verifikasi-bappeda/"
    assert [as_(name).post(address, {"expect": 2}).status_code for name in ("dewi", "dlh", "ratna", "dishub")] == [
        403,
        403,
        403,
        404,
    ]


def test_several_rows_get_their_notes_on_one_page(planner: Planner, as_: Visitor) -> None:
    first, second = planner.verified("Pertama"), planner.verified("Kedua")
    client = as_("ratna")
    assert client.post(f"{LIST}tkksd/", {"held_on": "02-03-2026"}).status_code == 422
    answer = client.post(
        f"{LIST}tkksd/", {"held_on": "02-03-2026", f"note_{first.pk}": "Layak.", f"note_{second.pk}": ""}
    )
    assert answer.status_code == 302
    assert list(PlanRow.objects.order_by("pk").values_list("stage", "tkksd_note")) == [
        ("DISCUSSED", "Layak."),
        ("VERIFIED", ""),
    ]
    assert as_("dewi").get(f"{LIST}tkksd/").status_code == 403


def test_the_order_is_changed_on_a_page_that_asks_why(planner: Planner, as_: Visitor) -> None:
    planner.verified("Pertama", parts=scores(benefit=5))
    second, client = planner.verified("Kedua"), as_("dewi")
    assert f"/perencanaan/baris/{second.pk}/urutan/?arah=naik" in text(client.get(f"{LIST}prioritas/"))
    address = f"/perencanaan/baris/{second.pk}/urutan/"
    sent = {"by_places": "-1", "expect": second.act_count}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"reason": "Arahan TKKSD."}).status_code == 302
    assert list(PlanRow.objects.order_by("rank").values_list("title", flat=True)) == ["Kedua", "Pertama"]
    assert client.post(address, sent | {"reason": "Lagi."}).status_code == 409
    assert as_("dlh").get(address).status_code == 403
    assert "urutan/?arah" not in text(as_("dlh").get(f"{LIST}prioritas/"))


def test_adoption_locks_the_order_on_the_page_too(planner: Planner, as_: Visitor) -> None:
    row = planner.adopted()
    assert "urutan/?arah" not in text(as_("dewi").get(f"{LIST}prioritas/"))
    assert as_("dewi").get(f"/perencanaan/baris/{row.pk}/urutan/").status_code == 409


def test_the_page_of_a_list_says_whose_turn_it_is_at_every_stage(planner: Planner, as_: Visitor) -> None:
    def said(name: str) -> str:
        page = text(as_(name).get(LIST))
        return page[page.index('id="giliran"') :][:700]

    planner.discussed()
    assert "Giliran Anda" in said("ratna") and f"{LIST}tindakan/ajukan-daftar/" in text(as_("ratna").get(LIST))
    assert "Menunggu tindakan" in said("dewi") and "Ratna Kusumawardani" in said("dewi")
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    planner.print_papers()
    assert "Giliran Anda" in said("aditya")
    planning.act_on_plan(planner.plan, "adopt", by=planner.people["aditya"])
    assert "Ditetapkan dengan Keputusan Nomor 100.3.7/001/KEP/KS/III/2026" in said("dlh")


def test_the_head_checks_before_he_adopts(planner: Planner, as_: Visitor) -> None:
    planner.discussed()
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    planner.print_papers()
    client = as_("aditya")
    page = text(client.get(f"{LIST}tindakan/tetapkan/"))
    assert "1 baris, Rp1.200.000.000" in page and "1. Pengelolaan Sampah Regional" in page
    sent = {"occurred_on": "02-03-2026", "number": "", "expect": planner.plan.act_count}
    assert client.post(f"{LIST}tindakan/tetapkan/", sent).status_code == 302
    assert PlanYear.objects.get().stage == "ADOPTED"
    assert as_("ratna").get(f"{LIST}tindakan/tetapkan/").status_code == 403


def test_rows_of_last_year_are_copied_on_one_page(planner: Planner, as_: Visitor) -> None:
    mine, theirs = planner.verified("Milik kami"), planner.verified("Milik mereka", "dinkes")
    planning.open_year(YEAR + 1, planner.plan.open_until, by=planner.people["dewi"])
    client, address = as_("dlh"), f"/perencanaan/{YEAR + 1}/1/salin/"
    page = text(client.get(address))
    assert "Milik kami" in page and "Milik mereka" not in page
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"rows": [theirs.pk]}).status_code == 422
    assert client.post(address, {"rows": [mine.pk]}).status_code == 302
    assert list(PlanRow.objects.filter(plan__year=YEAR + 1).values_list("title", "copied_from")) == [
        ("Milik kami", mine.pk)
    ]
    assert "Milik kami" not in text(client.get(address))


def test_a_case_is_opened_from_the_page_of_the_row(planner: Planner, as_: Visitor) -> None:
    row, client = planner.adopted(), as_("dlh")
    partner = Partner.objects.filter(kind="REGION").first()
    address = f"/perencanaan/baris/{row.pk}/usulan/"
    assert client.post(address, {"title": row.title, "partner": ""}).status_code == 422
    answer = client.post(address, {"title": row.title, "partner": partner.pk})
    case = Proposal.objects.get()
    assert answer["Location"] == f"/usulan/{case.code}/isi/kak/"
    assert row.code in text(client.get(f"/usulan/{case.code}/"))
    assert client.get(address).status_code == 409
    assert as_("dishub").get(address).status_code == 403


def test_the_support_section_offers_adopted_rows_of_the_unit(planner: Planner, as_: Visitor, walk: object) -> None:
    row = planner.adopted()
    case = walk.open().proposal
    client, address = as_("dlh"), f"/usulan/{case.code}/isi/pendukung/"
    assert f"2026, nomor urut 1: {row.title}" in text(client.get(address))
    declared = dict.fromkeys(("declares_decency", "declares_order", "declares_interest", "declares_law"), "on")
    assert (
        client.post(
            address, declared | {"plan_standing": "IN_PLAN", "plan_row": row.pk, "plan_reference": "RKPD"}
        ).status_code
        == 422
    )
    assert client.post(address, declared | {"plan_standing": "LISTED", "plan_row": row.pk}).status_code == 302
    case.refresh_from_db(), row.refresh_from_db()
    assert (case.plan_row, row.stage, case.plan_reference[:6]) == (row, "RUNNING", "Daftar")


def test_evidence_of_an_exception_is_a_paper_of_the_case(planner: Planner, as_: Visitor, walk: object) -> None:
    case = walk.open().proposal
    client, address = as_("dlh"), f"/usulan/{case.code}/isi/pendukung/"
    sent = {
        "plan_standing": "EXCEPTION",
        "plan_exception": "EMERGENCY",
        "plan_reference": "SK Darurat",
        "evidence": scan("SK tanggap darurat"),
    }
    assert client.post(address, sent).status_code == 302
    page = text(client.get(address))
    assert "Bukti Pengecualian Perencanaan: Keadaan darurat" in page


def read_csv(answer: object) -> list[list[str]]:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.reader(io.StringIO(body.decode().lstrip("\ufeff")), delimiter=";"))


def test_what_is_shown_is_what_is_exported(planner: Planner, as_: Visitor) -> None:
    (
        planner.verified("Sampah"),
        planner.verified("Limbah"),
        planner.proposed("Sampah plastik", "dinkes"),
        planner.draft("=HYPERLINK(1)"),
    )
    client = as_("dewi")
    for query, titles in (
        ("", ["Sampah", "Limbah", "Sampah plastik", "'=HYPERLINK(1)"]), ("?q=limbah", ["Limbah"]),
        ("?tahap=VERIFIED", ["Sampah", "Limbah"]), ("?giliran=1", ["Sampah plastik"]), ("?urut=judul&tahap=VERIFIED", ["Limbah", "Sampah"]),
    ):  # fmt: skip
        rows = read_csv(client.get(f"{LIST}daftar/unduh.csv{query}"))
        assert [row[1] for row in rows[2:]] == titles
        shown = re.findall(
            r'<a class="t" href="/perencanaan/baris/\d+/">([^<]+)</a>', text(client.get(f"{LIST}daftar/{query}"))
        )
        assert shown == [title.lstrip("'") for title in titles]


def test_the_matrix_counts_and_leads_to_the_rows(planner: Planner, as_: Visitor) -> None:
    planner.proposed("A"), planner.proposed("B", kind="KSDPK", category="ASSETS"), planner.draft("C", affair=None)
    page = text(as_("dewi").get(f"{LIST}pemetaan/"))
    affair = PlanRow.objects.get(title="A").affair_id
    assert f'href="{LIST}daftar/?urusan={affair}&amp;jenis=KSDPK">1<' in page
    assert "Urusan belum dipilih" in page


def test_planned_against_realised_is_exported_too(planner: Planner, as_: Visitor) -> None:
    planner.adopted()
    rows = read_csv(as_("dewi").get("/perencanaan/realisasi/unduh.csv"))
    assert rows[0][:5] == ["Tahun", "Direncanakan", "Belum mulai", "Berjalan", "Terealisasi"]
    assert rows[1] == ["2026", "1", "1", "0", "0", "0", "0", "0", "1200000000.00", "0"]
    assert "2026: 1 direncanakan, 0 terealisasi, 0 berjalan, 0 gugur." in text(
        as_("dewi").get("/perencanaan/realisasi/")
    )


def test_what_waits_is_in_tugas_saya_grouped_by_list_and_step(planner: Planner, as_: Visitor) -> None:
    def tasks(name: str) -> list[str]:
        return re.findall(r'<a class="t" href="/perencanaan/[^"]*">([^<]+)</a>', text(as_(name).get("/tugas/")))

    planner.draft("Draf"), planner.proposed("Satu"), planner.proposed("Dua"), planner.verified("Tiga")
    planner.act(PlanRow.objects.get(title="Satu"), "verify_as_bagian", "dewi", scores=scores())
    assert {name: tasks(name) for name in ("dlh", "dewi", "bappeda", "ratna", "aditya", "dishub")} == {
        "dlh": ["Lengkapi dan kirim usulan rencana"], "dewi": ["Verifikasi usulan rencana"], "bappeda": ["Verifikasi usulan rencana: 2 baris"],
        "ratna": ["Catat pembahasan TKKSD"], "aditya": [], "dishub": [],
    }  # fmt: skip


def test_lists_that_are_ready_wait_for_the_kabag_and_then_for_the_head(planner: Planner, as_: Visitor) -> None:
    planner.discussed()
    assert "Ajukan daftar rencana untuk ditetapkan" in text(as_("ratna").get("/tugas/"))
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    assert "Tetapkan daftar rencana" in text(as_("aditya").get("/tugas/"))
    assert "daftar rencana" not in text(as_("ratna").get("/tugas/")).split("<main")[1].replace("Daftar rencana", "")


def test_search_finds_rows_one_may_see(planner: Planner, as_: Visitor) -> None:
    row = planner.proposed("Pengolahan Lindi Terpadu")
    assert row.code in text(as_("dewi").get("/cari/?q=lindi terpadu"))
    assert row.code not in text(as_("dishub").get("/cari/?q=lindi terpadu"))


@pytest.mark.parametrize("page", ["daftar/", "prioritas/", "pemetaan/", ""])
def test_one_row_and_many_cost_the_same(planner: Planner, as_: Visitor, page: str) -> None:
    client = as_("dewi")

    def cost() -> int:
        client.get(LIST + page)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(LIST + page).status_code == 200
        return len(caught)

    planner.verified("Pertama")
    one = cost()
    for n in range(8):
        planner.verified(f"Berikut {n}")
    assert cost() == one
    assert (
        one <= 36
    )  # as for every list (tests/desk/test_lists.py): the counts of one's work in the menu are a part of it


@pytest.mark.parametrize(
    "address", ["/perencanaan/buka/", f"{LIST}perubahan/", f"{LIST}baris-baru/", f"{LIST}salin/", f"{LIST}tkksd/"]
)
def test_pages_that_begin_something_belong_to_some(planner: Planner, as_: Visitor, address: str) -> None:
    assert as_("inspektur").get(address).status_code == 403
    assert as_("setwan").get(address).status_code in {403, 404}


def test_a_year_is_opened_on_a_page(planner: Planner, as_: Visitor) -> None:
    client = as_("ratna")
    assert client.post("/perencanaan/buka/", {"year": YEAR + 1, "open_until": "01-01-2026"}).status_code == 422
    answer = client.post("/perencanaan/buka/", {"year": YEAR + 1, "open_until": "30-06-2026"})
    assert answer["Location"] == f"/perencanaan/{YEAR + 1}/1/"


def test_a_revision_is_opened_and_a_row_changed_in_it(planner: Planner, as_: Visitor) -> None:
    row = planner.adopted()
    assert as_("ratna").post(f"{LIST}perubahan/", {"open_until": "30-06-2026"})["Location"] == f"/perencanaan/{YEAR}/2/"
    client = as_("dlh")
    assert "Ubah pada Perubahan Daftar" in text(client.get(f"/perencanaan/baris/{row.pk}/"))
    assert client.post(f"/perencanaan/baris/{row.pk}/ubah/").status_code == 302
    fresh = PlanRow.objects.get(replaces=row)
    assert "Mengganti" in text(client.get(f"/perencanaan/baris/{fresh.pk}/"))
    assert client.post(f"/perencanaan/baris/{row.pk}/ubah/").status_code == 409
