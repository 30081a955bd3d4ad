"""Originals go from party to party: at the ceremony at once, from desk to desk one after another; the house knows where each lies."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from agreements.models import Agreement, OriginalMove
from agreements.originals import originals
from agreements.services.acts import act
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.text import date_long
from kerjasama.demo.walk import Walk
from kerjasama.desk import exchange
from tests.support import facts
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

OURS, THEIRS = 1, 2


def parafed(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.open_naskah().to_paraf().paraf("ratna", "bambang", "nurhayati")


ready = walked(parafed)


@pytest.fixture
def planned(ready: Walk, people: dict[str, User]) -> Callable[..., Walk]:
    """A KB of two originals that is to be signed today in a given mode."""

    def plan(mode: str, **changed: Any) -> Walk:
        walk = resumed(ready, people)

        def doing() -> None:
            given = {**facts.signing_plan(walk.agreement), "mode": mode, **changed}
            act(walk.agreement, "prepare_signing", by=walk.who("staf"), **given)

        walk.on_that_day(doing)
        walk.print_papers(walk.agreement)
        walk.agreement = Agreement.objects.get(pk=walk.agreement.pk)
        return walk

    return plan


def signed(walk: Walk, **given: Any) -> Walk:
    walk.sub_act("sign", "aditya", **given)
    walk.agreement.refresh_from_db()
    return walk


def lying(walk: Walk) -> list[tuple[int, str, bool]]:
    return [(one.number, one.where, one.settled) for one in originals(walk.agreement)]


def send(walk: Walk, numbers: list[int], party: int, carriage: str = "COURIER", **more: Any) -> Walk:
    return walk.sub_act("send_original", "staf", originals=numbers, party=party, carriage=carriage, **more)


def receive(walk: Walk, numbers: list[int], by: str = "Petugas tata usaha", **more: Any) -> Walk:
    return walk.sub_act("receive_original", "staf", originals=numbers, received_by=by, **more)


def tasks_of(walk: Walk) -> list[tuple[str, str]]:
    return [(task.title, task.code) for task in exchange.tasks(walk.who("staf"))]


def test_at_a_ceremony_each_party_takes_its_own(planned: Callable[..., Walk]) -> None:
    walk = signed(planned("CEREMONY"))
    assert lying(walk) == [
        (1, "Pemerintah Kabupaten Wanasari", True),
        (2, walk.agreement.parties.get(order=2).name, True),
    ]
    move = OriginalMove.objects.get()
    assert (move.number, move.to_party.order, move.carriage, move.sent_on, move.received_on, move.received_by) == (
        2, THEIRS, "HANDED", walk.day, walk.day, "Penandatangan",
    )  # fmt: skip
    assert walk.agreement.exchanged_on == walk.day
    assert tasks_of(walk) == []


def test_an_original_that_stayed_behind_is_the_work_of_the_bagian_until_it_has_arrived(
    planned: Callable[..., Walk],
) -> None:
    walk = signed(planned("CEREMONY"), exchanged=False)
    theirs = walk.agreement.parties.get(order=2).name
    assert lying(walk) == [(1, "Pemerintah Kabupaten Wanasari", True), (2, "Pemerintah Kabupaten Wanasari", False)]
    assert tasks_of(walk) == [("Kirim naskah asli kepada para pihak", walk.proposal.code)]

    send(walk, [2], THEIRS, tracking="POS-118")
    assert lying(walk)[1] == (2, f"dalam perjalanan kepada {theirs} sejak {date_long(walk.day)}", False)
    assert tasks_of(walk) == [("Catat penerimaan naskah asli", walk.proposal.code)]

    receive(walk.later(2), [2], file=walk.scan("resi.pdf", "Tanda terima naskah asli"))
    assert lying(walk)[1] == (2, theirs, True)
    assert tasks_of(walk) == []
    walk.agreement.refresh_from_db()
    assert walk.agreement.exchanged_on == walk.day
    row = OriginalMove.objects.get()
    assert (row.tracking, row.received_by, row.document_id is not None) == ("POS-118", "Petugas tata usaha", True)
    assert [h.received_by for h in row.history.order_by("history_id")] == ["", "Petugas tata usaha"]


def test_from_desk_to_desk_each_party_signs_on_its_own_day_and_the_term_begins_with_the_last(
    planned: Callable[..., Walk],
) -> None:
    walk = planned("DESK")
    first = walk.day
    send(walk, [1, 2], THEIRS)
    receive(walk.later(1), [1, 2], by="Bagian Tata Pemerintahan")
    theirs = walk.day
    send(walk.later(1), [1, 2], OURS)
    receive(walk.later(1), [1, 2])
    signed(walk, signed={OURS: walk.day, THEIRS: theirs}, occurred_on=walk.day)
    naskah = walk.agreement
    assert [(p.order, p.signed_on) for p in naskah.parties.order_by("order")] == [(1, walk.day), (2, theirs)]
    assert (naskah.signed_on, naskah.starts_on, naskah.mode) == (walk.day, walk.day, "DESK")
    # Theirs still lies with us: nobody carried it back yet.
    assert [one.settled for one in originals(naskah)] == [True, False]
    assert first < theirs < walk.day


def test_the_register_waits_for_our_own_original(planned: Callable[..., Walk]) -> None:
    walk = planned("DESK")
    send(walk, [1, 2], THEIRS)
    receive(walk, [1, 2])
    signed(walk, signed={OURS: walk.day, THEIRS: walk.day}, occurred_on=walk.day)
    walk.sub_act("upload_scan", "staf", **facts.signed_scan(walk.agreement))
    walk.sub_act("validate_scan", "ratna")
    with pytest.raises(NotYet) as refusal:
        walk.sub_act("register", "staf", archive_place="Ruang Arsip")
    assert refusal.value.detail == (
        f"Naskah asli untuk kita belum kembali: {walk.agreement.parties.get(order=2).name}. Catat penerimaannya lebih dahulu. "
        "(PP 28/2018 Pasal 6 ayat (1) huruf i)"
    )
    send(walk, [1], OURS, "HANDED", received_by="Dewi Lestari")
    walk.sub_act("register", "staf", archive_place="Ruang Arsip")
    walk.agreement.refresh_from_db()
    assert (walk.agreement.stage, walk.agreement.exchanged_on) == ("IN_FORCE", walk.day)


@pytest.mark.parametrize(
    ("given", "field", "told"),
    [
        ({"originals": [3]}, "originals", "Pilih naskah asli yang berada di tempat dan dapat dikirim."),
        ({"originals": []}, "originals", "Pilih naskah asli yang berada di tempat dan dapat dikirim."),
        ({"party": OURS}, "party", "Naskah asli itu sudah berada pada pihak ini."),
        ({"party": 9}, "party", "Naskah asli itu sudah berada pada pihak ini."),
        ({"carriage": "HANDED"}, "received_by", "Sebut siapa yang menerimanya langsung."),
    ],
)
def test_what_cannot_be_sent_so_is_refused_with_its_field(
    planned: Callable[..., Walk], given: dict[str, Any], field: str, told: str
) -> None:
    walk = planned("DESK")
    facts_given = {"originals": [2], "party": THEIRS, "carriage": "COURIER", **given}
    with pytest.raises(BadInput) as refusal:
        walk.sub_act("send_original", "staf", **facts_given)
    assert refusal.value.errors == {field: [told]}
    assert not OriginalMove.objects.exists()


def test_it_arrives_after_it_was_sent(planned: Callable[..., Walk]) -> None:
    walk = planned("DESK")
    send(walk, [2], THEIRS)
    with pytest.raises(BadInput) as refusal:
        receive(walk, [2], occurred_on=walk.day - timedelta(days=1))
    assert refusal.value.errors == {
        "occurred_on": [f"Naskah asli itu baru dikirim atau diterima pada {date_long(walk.day)}."]
    }


def test_nothing_circulates_before_a_ceremony_and_nothing_arrives_that_was_not_sent(
    planned: Callable[..., Walk],
) -> None:
    walk = planned("CEREMONY")
    for name, given in (
        ("send_original", {"originals": [1], "party": THEIRS, "carriage": "POST"}),
        ("receive_original", {"originals": [1]}),
    ):
        with pytest.raises(NotYet):
            walk.sub_act(name, "staf", received_by="X", **given)


def test_only_the_bagian_moves_originals(planned: Callable[..., Walk]) -> None:
    walk = planned("DESK")
    with pytest.raises(NotYours):
        walk.sub_act("send_original", "opd", originals=[1], party=THEIRS, carriage="POST")


def test_the_day_of_the_act_is_the_day_of_the_last_signature(planned: Callable[..., Walk]) -> None:
    walk = planned("DESK").later(2)
    early = walk.day - timedelta(days=1)
    with pytest.raises(BadInput) as refusal:
        signed(walk, signed={OURS: early, THEIRS: early}, occurred_on=walk.day)
    assert refusal.value.errors == {
        "occurred_on": ["Naskah ditandatangani pada hari pihak terakhir menandatanganinya."]
    }


def test_what_is_over_stays_with_us(planned: Callable[..., Walk]) -> None:
    walk = planned("CEREMONY", originals=3)
    assert [one.keeper.order for one in originals(walk.agreement)] == [OURS, THEIRS, OURS]


def test_an_electronic_naskah_has_no_originals(planned: Callable[..., Walk]) -> None:
    walk = planned("CEREMONY", way="ELECTRONIC")
    assert originals(walk.agreement) == []
    with pytest.raises(NotYet):
        walk.sub_act("send_original", "staf", originals=[1], party=THEIRS, carriage="POST")


def test_the_database_knows_one_way_at_a_time_and_a_receipt_with_its_facts(planned: Callable[..., Walk]) -> None:
    walk = planned("DESK")
    send(walk, [2], THEIRS)
    row = OriginalMove.objects.get()
    for wrong in (
        {"pk": None, "received_on": None},
        {"received_on": row.sent_on - timedelta(days=1), "received_by": "X"},
        {"received_on": row.sent_on, "received_by": ""},
        {"carriage": "PIGEON"},
        {"number": 0},
    ):
        changed = OriginalMove.objects.get(pk=row.pk)
        for name, value in wrong.items():
            setattr(changed, name, value)
        with pytest.raises(DatabaseError), transaction.atomic():
            changed.save()


def test_the_pages_ask_for_mode_days_and_originals(planned: Callable[..., Walk], client: Client) -> None:
    walk = planned("DESK")
    client.force_login(walk.who("staf"))
    page = f"/naskah/{walk.agreement.pk}/tindakan/kirim-naskah-asli/"

    def post() -> None:
        given = {
            "originals": ["1", "2"],
            "party": "2",
            "carriage": "COURIER",
            "occurred_on": walk.day.isoformat(),
            "expect": walk.agreement.act_count,
        }
        shown = client.get(page)
        assert shown.status_code == 200
        assert f"Naskah asli ke-2, untuk {walk.agreement.parties.get(order=2).name}" in shown.content.decode()
        wrong = client.post(page, {**given, "carriage": "HANDED"})
        assert wrong.status_code == 422
        assert "Sebut siapa yang menerimanya langsung." in wrong.content.decode()
        assert client.post(page, given).status_code == 302

    walk.on_that_day(post)
    assert OriginalMove.objects.count() == 2

    def case() -> str:
        return client.get(walk.proposal.get_absolute_url()).content.decode()

    shown = walk.on_that_day(case)
    assert "Dari meja ke meja" in shown
    assert f"Dalam perjalanan kepada {walk.agreement.parties.get(order=2).name}" in shown


def test_the_signing_page_asks_the_day_of_each_party(planned: Callable[..., Walk], client: Client) -> None:
    walk = planned("DESK").later(3)
    client.force_login(walk.who("aditya"))
    page = f"/naskah/{walk.agreement.pk}/tindakan/tandatangani/"
    days = {"signed_1": walk.day.isoformat(), "signed_2": (walk.day - timedelta(days=1)).isoformat()}

    def post() -> None:
        future = client.post(
            page, {**days, "signed_1": (walk.day + timedelta(days=1)).isoformat(), "expect": walk.agreement.act_count}
        )
        assert (future.status_code, "Tanggal tidak boleh sesudah hari ini." in future.content.decode()) == (422, True)
        assert client.post(page, {**days, "expect": walk.agreement.act_count}).status_code == 302

    walk.on_that_day(post)
    walk.agreement.refresh_from_db()
    assert (walk.agreement.signed_on, walk.agreement.stage) == (walk.day, "SCANNING")
    assert [p.signed_on for p in walk.agreement.parties.order_by("order")] == [walk.day, walk.day - timedelta(days=1)]
