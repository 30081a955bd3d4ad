"""Whatever bears the number or the day of a corrected paper follows it, and says what stood there before."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from agreements.models import AgreementParty
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from kerjasama.desk import correctables, correcting
from kerjasama.documents import corrections, services
from kerjasama.documents.models import Document
from kerjasama.reviews.models import Clearance
from kerjasama.workflow.models import StageEvent
from monitoring.models import Evaluation
from tests.factories.documents import upload
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
pytestmark = pytest.mark.usefixtures("quick_press")
WHY = "Pada dokumennya tertulis lain."


def decided(people: dict[str, User]) -> Walk:  # noqa: F811
    walk = new_walk(people, unbudgeted=True).to_verification().to_answer().to_tkksd().to_assessment()
    return walk.to_dprd().decide("APPROVED")


def evaluated(people: dict[str, User]) -> Walk:  # noqa: F811
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").open_report().send_report().evaluate().close_report()


by_the_dprd = walked(decided)
in_force = walked(evaluated)


@pytest.fixture
def council(by_the_dprd: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(by_the_dprd, people)


@pytest.fixture
def monev(in_force: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(in_force, people)


def recorded(walk: Walk, key: str, row: Any = None) -> correctables.Recorded:
    found = correctables.recorded(correcting.subjects_of(walk.proposal))
    return next(one for one in found if one.fact.key == key and (row is None or one.row == row))


def corrected(walk: Walk, wrong: correctables.Recorded, value: Any) -> None:
    row = correcting.propose(wrong, value, reason=WHY, by=walk.people["dewi"], url="/")
    correcting.settle(row, accept=True, reason="", by=walk.people["ratna"], url="/")


def decision_of(walk: Walk) -> Document:
    return Document.objects.get(kind="DPRD_DECISION", status="READY")


def test_the_answer_of_the_dprd_follows_the_number_of_its_keputusan(council: Walk) -> None:
    answer, old = Clearance.objects.get(), decision_of(council)
    assert answer.decision_number == old.number
    corrected(council, recorded(council, "nomor-surat", old), "170/99/DPRD/2026")
    answer.refresh_from_db()
    assert (answer.decision_number, answer.decided_on, decision_of(council).number) == (
        "170/99/DPRD/2026", old.dated, "170/99/DPRD/2026",
    )  # fmt: skip
    assert answer.history.first().history_change_reason == f"Koreksi: {WHY}"
    assert answer.history.earliest().decision_number == ""


def test_its_day_follows_too_unless_it_would_lie_before_the_session(council: Walk) -> None:
    answer, old = Clearance.objects.get(), decision_of(council)
    wrong = recorded(council, "tanggal-surat", old)
    with pytest.raises(BadInput) as refused:
        corrected(council, wrong, answer.session_on - timedelta(days=1))
    assert refused.value.message.startswith("Nilai itu tidak cocok dengan tanggal lain yang tercatat")
    answer.refresh_from_db()
    assert (answer.decided_on, decision_of(council).pk) == (old.dated, old.pk)


def test_a_later_day_is_written_in_both(council: Walk) -> None:
    answer, old = Clearance.objects.get(), decision_of(council)
    day = old.dated + timedelta(days=1)
    corrected(council, recorded(council, "tanggal-surat", old), day)
    answer.refresh_from_db()
    assert (answer.decided_on, decision_of(council).dated) == (day, day)


def test_the_evidence_of_a_monev_report_is_corrected_in_its_own_ledger(monev: Walk) -> None:
    report = monev.report
    scan = services.attach_upload(
        report, "EVIDENCE", "Foto kegiatan", upload(small_pdf("bukti")), by=monev.people["dewi"]
    )
    corrected(monev, recorded(monev, "judul-surat", scan), "Foto peresmian")
    scan.refresh_from_db()
    assert (scan.status, scan.superseded_by.title) == ("SUPERSEDED", "Foto peresmian")
    ledger = StageEvent.objects.filter(object_id=report.pk, act__endswith="_correction").order_by("pk")
    assert [event.act for event in ledger] == ["propose_correction", "confirm_correction"]
    client = Client()
    client.force_login(monev.people["dewi"])
    shown = client.get(f"/usulan/{monev.proposal.code}/koreksi/").content.decode()
    assert "Foto kegiatan: nama dokumen" in shown


def test_the_day_of_a_closed_evaluation_is_corrected(monev: Walk) -> None:
    evaluation = Evaluation.objects.get()
    was, day = evaluation.evaluated_on, evaluation.evaluated_on - timedelta(days=1)
    corrected(monev, recorded(monev, "tanggal-evaluasi", evaluation), day)
    evaluation.refresh_from_db()
    assert evaluation.evaluated_on == day
    row = corrections.of_rows(corrections.of_subjects([monev.report]), Evaluation)[(evaluation.pk, "evaluated_on")]
    assert row.old == was.isoformat()


def test_the_register_says_what_a_corrected_number_and_signatory_were(monev: Walk) -> None:
    party = AgreementParty.objects.get(agreement=monev.agreement, partner__isnull=False)
    corrected(monev, recorded(monev, "nomor-mitra", party), "119/77/KB")
    corrected(monev, recorded(monev, "penandatangan-mitra", party), "Sri Wahyuni")
    client = Client()
    client.force_login(monev.people["dewi"])
    page = client.get("/naskah/").content.decode().replace("<wbr>", "")
    assert f"119/77/KB (semula {party.number})" in page
    told = b"".join(client.get("/naskah/unduh.csv?kolom=nomor&kolom=penanda-tangan").streaming_content).decode(
        "utf-8-sig"
    )
    rows = list(csv.reader(io.StringIO(told), delimiter=";"))
    row = dict(zip(rows[1], rows[2], strict=True))
    assert f"119/77/KB (semula {party.number})" in row["Nomor"]
    assert f"Sri Wahyuni (semula {party.signatory_name}), {party.signatory_title}" in row["Penandatangan"]
