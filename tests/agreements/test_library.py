"""The clause library and the careful reader: what is offered, what is filled, what is warned of."""

from datetime import datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client

from agreements.content import Clause
from agreements.linting import loose_ends, reads_like_agreement
from agreements.models import LibraryClause
from agreements.offered import offers
from agreements.placeholders import filled, unknown
from agreements.services import library, remarks
from agreements.services.drafting import write_version
from kerjasama.accounts.models import User
from kerjasama.core import clock, drafts
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.demo.walk import Walk
from tests.agreements.test_exchange import drafting  # noqa: F401 - the same case
from tests.support.world import resumed

pytestmark = pytest.mark.django_db


def at(walk: Walk) -> time_machine.travel:
    return time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False)


# --- the careful reader


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("PIHAK KESATU membayar Rp1.000.000,00 setiap bulan.", "jumlah uang"),
        ("Nilai kerja sama 18 miliar rupiah.", "jumlah uang"),
        ("PIHAK KEDUA berhak menerima hasil.", "hak atau kewajiban"),
        ("PARA PIHAK wajib menyediakan data.", "hak atau kewajiban"),
        ("Imbal jasa diatur bersama.", "pembayaran"),
        ("PIHAK yang lalai dikenai denda.", "sanksi"),
    ],
)
def test_rights_and_sums_make_a_kb_read_like_an_agreement(words: str, why: str) -> None:
    clauses = [Clause("scope", "RUANG LINGKUP", (words,))]
    assert [(f.where, f.why) for f in reads_like_agreement("KB", clauses)] == [("Pasal 1 RUANG LINGKUP", why)]
    assert reads_like_agreement("PKS", clauses) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban PARA PIHAK.",
        "Pembiayaan diatur dalam Perjanjian Kerja Sama sesuai dengan tarif yang disepakati.",
        "Kewajaran dan kewajibannya kelak.",
    ],
)
def test_what_is_left_to_the_agreement_is_no_fault(words: str) -> None:
    assert reads_like_agreement("KB", [Clause("implementation", "PELAKSANAAN", (words,))]) == []


def test_the_built_in_texts_of_a_kb_give_no_warning(drafting: Any, people: dict[str, User]) -> None:  # noqa: F811
    walk = resumed(drafting, people)
    content = walk.agreement.versions.first().content
    assert (reads_like_agreement("KB", content), loose_ends(content)) == ([], [])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sebagaimana dimaksud dalam Pasal 9, PARA PIHAK bermusyawarah.", ["Pasal 9 tidak ada dalam naskah ini"]),
        ("Menurut Pasal 370 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.", []),
        ("Menurut Pasal 2 ayat (2) huruf a Peraturan Pemerintah Nomor 28 Tahun 2018.", []),
        ("Menurut Pasal 1 ayat (2) naskah ini.", []),
        ("Kantor di ........................ kota.", ["isian belum lengkap"]),
        ("Pelaksana adalah {perangkat_daerah}.", ["isian belum lengkap"]),
    ],
)
def test_loose_ends(words: str, found: list[str]) -> None:
    assert [f.why for f in loose_ends([Clause("x", "JUDUL", (words,))])] == found


def test_two_pasal_of_one_title() -> None:
    twins = [Clause("a", "LAIN-LAIN", ("Satu.",)), Clause("b", "LAIN-LAIN", ("Dua.",))]
    assert [(f.where, f.why) for f in loose_ends(twins)] == [("Pasal 2", "judul yang sama dipakai dua kali")]


# --- placeholders


def test_a_placeholder_is_filled_and_an_unknown_one_stays() -> None:
    case = SimpleNamespace(title="Sampah", term_years=5, aims="Bersih;\nSehat.", location="")
    words = "{judul}, {jangka_waktu}, {tujuan}, di {lokasi} {entah} {{% load x %}}"
    assert filled(words, case) == "Sampah, 5 (lima) tahun, Bersih; Sehat, di ………… {entah} {{% load x %}}"
    assert unknown(words) == ["entah", "% load x %"]


# --- the library


@pytest.fixture
def own(people: dict[str, User]) -> LibraryClause:
    return library.write_clause(
        LibraryClause(), instrument="KB", key="", title="Bahasa  dan domisili", text="Naskah {judul} memakai bahasa Indonesia.\n\nBerkedudukan di {daerah}.",
        by=people["hukum"],
    )  # fmt: skip


def test_a_clause_is_offered_filled_before_the_built_in_ones(
    own: LibraryClause, drafting: Any, people: dict[str, User]  # noqa: F811
) -> None:  # fmt: skip
    walk = resumed(drafting, people)
    first, *others = offers(walk.agreement)
    assert (first.name, first.source, first.clause) == (
        f"daerah-{own.pk}",
        "Pustaka daerah",
        Clause(
            "bahasa_dan_domisili",
            "BAHASA DAN DOMISILI",
            (
                f"Naskah {walk.proposal.title} memakai bahasa Indonesia.",
                "Berkedudukan di Pemerintah Kabupaten Wanasari.",
            ),
        ),
    )
    assert {offer.source for offer in others} == {"Teks baku"}
    library.retire_clause(own, by=people["dewi"])
    assert [o for o in offers(walk.agreement) if o.source == "Pustaka daerah"] == []


@pytest.mark.parametrize(
    ("facts", "errors"),
    [
        ({"title": "BAHASA DAN DOMISILI"}, ["title"]),
        ({"title": "  "}, ["title"]),
        ({"text": ""}, ["text"]),
        ({"text": "{nik} rahasia"}, ["text"]),
    ],
)
def test_a_clause_that_does_not_do(
    own: LibraryClause, people: dict[str, User], facts: dict[str, str], errors: list[str]
) -> None:
    given = {"instrument": "KB", "key": "", "title": "LAIN", "text": "Isi.", **facts}
    with pytest.raises(BadInput) as refused:
        library.write_clause(LibraryClause(), by=people["dewi"], **given)
    assert list(refused.value.errors) == errors


def test_only_its_keepers_write_it(own: LibraryClause, people: dict[str, User]) -> None:
    for who in ("dlh", "aditya", "admin"):
        with pytest.raises(NotYours):
            library.retire_clause(own, by=people[who])


def test_the_pages_of_the_library(own: LibraryClause, people: dict[str, User]) -> None:
    def client(who: str) -> Client:
        found = Client()
        found.force_login(people[who])
        return found

    hukum = client("hukum")
    assert "BAHASA DAN DOMISILI" in hukum.get("/naskah/pustaka/?q=domisili&bentuk=KB").content.decode()
    assert "Tidak ada pasal yang cocok" in hukum.get("/naskah/pustaka/?q=domisili&bentuk=PKS").content.decode()
    typed = {"instrument": "PKS", "title": "Bahasa", "key": "", "text": "Isi {nik}.", "note": "catatan"}
    answer = hukum.post("/naskah/pustaka/tambah/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert 'value="catatan"' in answer.content.decode(), "nothing typed is lost"
    assert hukum.post("/naskah/pustaka/tambah/", {**typed, "text": "Isi."}).status_code == 302
    changed = {"instrument": "KB", "title": "Bahasa", "key": "", "text": "Isi lain."}
    assert hukum.post(f"/naskah/pustaka/{own.pk}/", changed).status_code == 302
    assert hukum.post(f"/naskah/pustaka/{own.pk}/berhenti/").status_code == 302
    assert hukum.get(f"/naskah/pustaka/{own.pk}/").status_code == 404
    assert [row.title for row in LibraryClause.objects.filter(active=True)] == ["BAHASA"]
    assert {who: client(who).get("/naskah/pustaka/").status_code for who in ("dlh", "setwan", "inspektur")} == {
        "dlh": 403, "setwan": 403, "inspektur": 403,
    }  # fmt: skip


# --- in the editor


@pytest.fixture
def desk(drafting: Any, people: dict[str, User]) -> Any:  # noqa: F811
    walk = resumed(drafting, people)
    client = Client()
    client.force_login(people["dewi"])
    version = walk.agreement.versions.first()
    typed = {"title": version.title, "expect": str(walk.agreement.act_count)}
    for n, clause in enumerate(version.content, start=1):
        typed |= {
            f"judul_{n}": clause.title,
            f"isi_{n}": "\n\n".join(clause.paragraphs),
            f"kunci_{n}": clause.key,
            f"urut_{n}": str(n),
        }
    return SimpleNamespace(walk=walk, client=client, typed=typed, address=f"/naskah/{walk.agreement.pk}/sunting/")


def test_a_clause_is_put_in_before_the_closing_and_what_was_typed_stays(own: LibraryClause, desk: Any) -> None:
    with at(desk.walk):
        answer = desk.client.post(desk.address, {**desk.typed, "isi_1": "Diketik tadi.", "sisip": f"daerah-{own.pk}"})
    rows = answer.context["rows"]
    assert [row["key"] for row in rows][-2:] == ["bahasa_dan_domisili", "closing"]
    assert (rows[0]["text"], rows[-2]["added"], desk.walk.agreement.versions.count()) == ("Diketik tadi.", True, 1)


def test_what_was_typed_yesterday_is_there_today(desk: Any) -> None:
    dewi = desk.walk.people["dewi"]
    drafts.save(dewi, f"naskah:{desk.walk.agreement.pk}", {**desk.typed, "title": "Judul yang diketik kemarin"})
    with at(desk.walk):
        page = desk.client.get(desk.address)
        assert (page.context["title_text"], page.context["overtaken"]) == ("Judul yang diketik kemarin", False)
        assert desk.client.post(desk.address, {"buang": "1"}).status_code == 302
        assert desk.client.get(desk.address).context["title_text"] == desk.walk.proposal.title


def test_two_at_once_lose_nothing(desk: Any) -> None:
    walk = desk.walk
    version = walk.agreement.versions.first()
    with at(walk):
        write_version(
            walk.agreement, title="Judul orang lain", clauses=list(version.content), note="", by=walk.people["dewi"]
        )
        answer = desk.client.post(desk.address, {**desk.typed, "title": "Judul saya"})
        assert (answer.status_code, answer.context["title_text"]) == (409, "Judul saya")
        again = {**desk.typed, "title": "Judul saya", "expect": answer.context["expect"]}
        assert desk.client.post(desk.address, again).status_code == 302
    assert [v.title for v in walk.agreement.versions.all()][:2] == ["Judul saya", "Judul orang lain"]


def test_remarks_stand_beside_their_pasal(desk: Any) -> None:
    with at(desk.walk):
        remarks.add_remark(
            desk.walk.agreement, part="term", author="Sari", text="Tiga tahun saja.", received_on=desk.walk.day, by=desk.walk.people["dewi"]
        )  # fmt: skip
        rows = {row["key"]: row["said"] for row in desk.client.get(desk.address).context["rows"]}
    assert {key: [s.text for s in said] for key, said in rows.items() if said} == {"term": ["Tiga tahun saja."]}
