"""Koreksi: one proposes, another confirms; the old value stays, in the ledger, on the pages and for the public."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

from agreements.models import AgreementParty
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from kerjasama.desk import correctables, correcting
from kerjasama.documents.models import Correction, Document
from kerjasama.notifications.models import Notification
from kerjasama.workflow.models import StageEvent
from proposals.models import Letter
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
pytestmark = pytest.mark.usefixtures("quick_press")
WHY = "Pada surat tertulis 075/311, tercatat 075/113."


def in_force(people: dict[str, User]) -> Walk:  # noqa: F811
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB")


signed = walked(in_force)


@pytest.fixture
def case(signed: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(signed, people)


def letter_of(case: Walk) -> Document:
    return Document.objects.get(kind="THEIR_LETTER", status="READY")


def recorded(case: Walk, key: str) -> correctables.Recorded:
    subjects = correcting.subjects_of(case.proposal)
    return next(one for one in correctables.recorded(subjects) if one.fact.key == key)


def proposed(case: Walk, key: str, value: object, by: str = "dewi") -> Correction:
    return correcting.propose(recorded(case, key), value, reason=WHY, by=case.people[by], url="/usulan/")


def confirmed(case: Walk, key: str, value: object) -> Correction:
    row = proposed(case, key, value)
    correcting.settle(row, accept=True, reason="", by=case.people["ratna"], url="/usulan/")
    row.refresh_from_db()
    return row


def client_of(case: Walk, username: str) -> Client:
    client = Client()
    client.force_login(case.people[username])
    return client


def page(case: Walk, rest: str = "") -> str:
    return f"/usulan/{case.proposal.code}/koreksi/{rest}"


def test_a_proposed_correction_changes_nothing_and_tells_those_who_may_confirm(case: Walk) -> None:
    before, number = case.proposal.act_count, letter_of(case).number
    row = proposed(case, "nomor-surat", "075/311")
    event = StageEvent.objects.get(act="propose_correction")
    case.proposal.refresh_from_db()
    assert (letter_of(case).number, row.state) == (number, "PROPOSED")
    assert (case.proposal.act_count, event.reason) == (before + 1, WHY)
    assert event.data == {"correction": row.pk, "fact": row.label, "old": number, "new": "075/311"}
    told = set(Notification.objects.filter(key=f"correction:{row.pk}:asked").values_list("user__username", flat=True))
    assert {"ratna", "galih"} <= told and "dewi" not in told


def test_a_confirmed_number_stands_on_a_paper_that_takes_the_place_of_the_old(case: Walk) -> None:
    old = letter_of(case)
    row = confirmed(case, "nomor-surat", "075/311")
    new = letter_of(case)
    old.refresh_from_db()
    letter = Letter.objects.get(document_id=new.pk)
    assert (new.number, new.dated, new.file_id, old.status, old.superseded_by) == (
        "075/311", old.dated, old.file_id, "SUPERSEDED", new,
    )  # fmt: skip
    assert (letter.number, letter.ours, row.result_id) == ("075/311", False, new.pk)
    assert StageEvent.objects.get(act="confirm_correction").data["documents"] == [new.pk]
    both = set(Notification.objects.filter(key=f"correction:{row.pk}:settled").values_list("user__username", flat=True))
    assert both == {"dewi", "ratna"}
    shown = client_of(case, "dlh").get(case.proposal.get_absolute_url()).content.decode()
    assert f"nomor dikoreksi, semula {old.number}" in shown


def test_a_second_correction_of_the_same_letter_keeps_the_first_one_shown(case: Walk) -> None:
    first = letter_of(case)
    confirmed(case, "nomor-surat", "075/311")
    confirmed(case, "tanggal-surat", date(2026, 3, 3) if first.dated != date(2026, 3, 3) else date(2026, 3, 4))
    shown = client_of(case, "dewi").get(case.proposal.get_absolute_url()).content.decode()
    assert f"nomor dikoreksi, semula {first.number}" in shown
    assert "tanggal dikoreksi, semula" in shown


def test_the_scan_of_the_wrong_file_is_replaced_and_kept(case: Walk) -> None:
    old, client = letter_of(case), client_of(case, "dewi")
    address = page(case, f"berkas/{old.pk}/")
    sent = {"value": SimpleUploadedFile("benar.pdf", small_pdf("Surat yang benar"), "application/pdf"), "reason": WHY}
    assert client.post(address, sent).status_code == 302
    row = Correction.objects.get()
    answer = client_of(case, "ratna").post(page(case, f"{row.pk}/putus/"), {f"k{row.pk}-answer": "ya"})
    new = letter_of(case)
    assert (answer.status_code, new.file.sha256, new.number) == (302, row.new, old.number)
    assert client.get(old.get_absolute_url()).status_code == 200


def test_the_number_of_a_partner_is_corrected_on_the_naskah_and_the_public_page_says_so(case: Walk) -> None:
    party = AgreementParty.objects.get(agreement=case.agreement, partner__isnull=False)
    was = party.number
    confirmed(case, "nomor-mitra", "119/77/KB")
    party.refresh_from_db()
    assert (party.number, party.history.count() > 1) == ("119/77/KB", True)
    shown = client_of(case, "dewi").get(case.proposal.get_absolute_url()).content.decode()
    assert f"119/77/KB (dikoreksi, semula {was})" in shown
    public = Document.objects.filter(public=True, status="READY", kind__startswith="KB").first() or Document.objects.filter(
        public=True, status="READY", object_id=case.agreement.pk, subject_type__model="agreement"
    ).first()  # fmt: skip
    told = Client().get(f"/periksa/{public.token}/").content.decode()
    assert f"nomor naskah pihak: semula {was}, menjadi 119/77/KB" in told


def test_nobody_confirms_his_own_correction_not_even_past_the_code(case: Walk) -> None:
    row = proposed(case, "nomor-surat", "075/311")
    with pytest.raises(NotYours):
        correcting.settle(row, accept=True, reason="", by=case.people["dewi"], url="/")
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=row.pk).update(
            state="CONFIRMED", settled_by=case.people["dewi"], settled_at=row.proposed_at, result_id=1
        )
    assert Correction.objects.get().state == "PROPOSED"


def test_a_declined_correction_leaves_all_as_it_was_and_says_why(case: Walk) -> None:
    number, row = letter_of(case).number, proposed(case, "nomor-surat", "075/311")
    client = client_of(case, "ratna")
    address = page(case, f"{row.pk}/putus/")
    empty = client.post(address, {f"k{row.pk}-answer": "tidak"})
    assert (empty.status_code, "Tulis mengapa koreksi ini ditolak." in empty.content.decode()) == (422, True)
    assert client.post(address, {f"k{row.pk}-answer": "tidak", f"k{row.pk}-note": "Sudah benar."}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.note, letter_of(case).number) == ("DECLINED", "Sudah benar.", number)
    with pytest.raises(NotYet):
        correcting.settle(row, accept=True, reason="", by=case.people["galih"], url="/")


def test_one_at_a_time_and_never_to_the_same_value(case: Walk) -> None:
    with pytest.raises(BadInput):
        proposed(case, "nomor-surat", letter_of(case).number)
    proposed(case, "nomor-surat", "075/311")
    with pytest.raises(BadInput):
        proposed(case, "nomor-surat", "075/312", by="galih")
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("change", ["reason = 'lain'", "new = 'lain'", "proposed_by_id = proposed_by_id + 1"])
def test_the_database_keeps_what_was_proposed(case: Walk, change: str) -> None:
    proposed(case, "nomor-surat", "075/311")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE documents_correction SET {change}")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM documents_correction")


def test_what_we_print_ourselves_and_what_is_not_signed_is_not_offered(case: Walk) -> None:
    rows = {
        one.row.pk
        for one in correctables.recorded(correcting.subjects_of(case.proposal))
        if isinstance(one.row, Document)
    }
    assert rows == set(
        Document.objects.filter(template="", status="READY")
        .exclude(subject_type__model="report")
        .values_list("pk", flat=True)
    )
    fresh = new_walk(case.people).to_verification()
    assert correctables.recorded(correcting.subjects_of(fresh.proposal)) == []


@pytest.mark.parametrize(
    ("username", "seen", "does"),
    [("dewi", 200, 200), ("ratna", 200, 200), ("dlh", 200, 403), ("hukum", 200, 403), ("dishub", 404, 404), ("setwan", 404, 404)],
)  # fmt: skip
def test_who_reads_and_who_proposes(case: Walk, username: str, seen: int, does: int) -> None:
    client = client_of(case, username)
    assert client.get(page(case)).status_code == seen
    assert client.get(page(case, f"nomor-surat/{letter_of(case).pk}/")).status_code == does


def test_what_was_typed_stays_when_something_is_missing(case: Walk) -> None:
    client = client_of(case, "dewi")
    answer = client.post(page(case, f"nomor-surat/{letter_of(case).pk}/"), {"value": "075/311", "reason": ""})
    assert (answer.status_code, "075/311" in answer.content.decode()) == (422, True)
    assert client.get(page(case, "nomor-surat/999999/")).status_code == 404
    assert client.get(page(case, f"token/{letter_of(case).pk}/")).status_code == 404
