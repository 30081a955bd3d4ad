"""A finding is answered by its owner, judged by a second person, listed, and reminded of."""

from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import OrgUnit
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.desk import correctables, correcting
from kerjasama.desk.late_findings import remind_of_findings
from kerjasama.notifications.models import Notification
from monitoring.lights import late_findings
from monitoring.models import Finding
from monitoring.services import findings as room
from tests.monitoring.test_reports import at, client_of, in_force, monev
from tests.support import facts

__all__ = ["client_of", "in_force", "monev"]
DUE = date(2026, 9, 1)


def found(walk: Walk, *texts: str, **changed: Any) -> list[Finding]:
    """Findings of a confirmed evaluation."""
    rows = [
        {"text": text, "owner": "Kepala Dinas Lingkungan Hidup", "due_on": DUE, "unit": None, **changed}
        for text in texts or ("Jadwal tidak ditepati.",)
    ]
    walk.send_report().report_act("evaluate", "galih", **{**facts.evaluation(), "findings": rows}).close_report()
    return list(Finding.objects.filter(withdrawn=False).order_by("pk"))


def test_it_is_put_right_by_its_owner_and_judged_by_another(monev: Walk) -> None:
    (finding,) = found(monev)
    dlh, dewi, galih = (monev.people[name] for name in ("dlh", "dewi", "galih"))
    with at(monev, DUE):
        with pytest.raises(NotYours):
            room.answer(finding, words="Selesai.", by=monev.people["dishub"])
        with pytest.raises(BadInput):
            room.answer(finding, words="  ", by=dlh)
        room.answer(finding, words="Jadwal diperbarui.", by=dlh)
        with pytest.raises(NotYours):
            room.judge(finding, done=True, words="", by=dlh)
        with pytest.raises(BadInput):
            room.judge(finding, done=False, words="", by=dewi)
        room.judge(finding, done=False, words="Lampirkan jadwalnya.", by=dewi)
        with pytest.raises(NotYet):
            room.judge(finding, done=True, words="", by=dewi)
        room.answer(finding, words="Jadwal terlampir.", by=dewi)
        with pytest.raises(NotYours, match="orang kedua"):
            room.judge(finding, done=True, words="", by=dewi)
        room.judge(finding, done=True, words="", by=galih)
    finding.refresh_from_db()
    assert (finding.state, finding.answer, finding.judged_by, finding.judged_on) == (
        "DONE",
        "Jadwal terlampir.",
        galih,
        DUE,
    )
    assert [row.state for row in finding.history.order_by("history_id")] == [
        "OPEN",
        "ANSWERED",
        "OPEN",
        "ANSWERED",
        "DONE",
    ]


def test_the_unit_that_is_named_sees_and_answers_it(monev: Walk, client_of: Callable[..., Client]) -> None:
    unit = OrgUnit.objects.get(code="DISHUB")
    (finding,) = found(monev, unit=unit)
    address = f"/monev/temuan/{finding.pk}/"
    with at(monev, DUE):
        seen = {
            name: client_of(name).get(address).status_code for name in ("dishub", "dlh", "dewi", "dispar", "setwan")
        }
        blank = client_of("dishub").post(address, {"answer": ""})
        done = client_of("dishub").post(address, {"answer": "Rambu dipasang."})
        again = client_of("dlh").post(address, {"answer": "Sekali lagi."})
    assert seen == {"dishub": 200, "dlh": 200, "dewi": 200, "dispar": 404, "setwan": 404}
    assert (blank.status_code, done.status_code, again.status_code) == (422, 302, 403)


def test_a_correction_gives_it_no_day_that_an_evaluation_could_not(monev: Walk) -> None:
    (finding,) = found(monev)
    wrong = correctables.find([monev.report], "tenggat-temuan", finding.pk)
    dewi = monev.people["dewi"]
    with at(monev):
        for day in (date(2026, 1, 1), date(2199, 1, 1)):
            with pytest.raises(BadInput) as refusal:
                correcting.propose(wrong, day, reason="Salah ketik.", by=dewi, url="/")
            assert "Tenggat temuan terletak antara" in refusal.value.errors["value"][0]
        assert correcting.propose(wrong, DUE + timedelta(days=3), reason="Salah ketik.", by=dewi, url="/").pk


def test_nobody_sees_it_before_the_evaluation_is_confirmed(monev: Walk, client_of: Callable[..., Client]) -> None:
    row = {"text": "Belum sah.", "owner": "DLH", "due_on": DUE, "unit": None}
    monev.send_report().report_act("evaluate", "galih", **{**facts.evaluation(), "findings": [row]})
    with at(monev):
        assert client_of("dlh").get(f"/monev/temuan/{Finding.objects.get().pk}/").status_code == 404


def test_the_database_wants_an_answer_and_a_judge(monev: Walk) -> None:
    (finding,) = found(monev)
    with pytest.raises(IntegrityError, match="finding_answered_is_told"), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(state="ANSWERED")
    with pytest.raises(IntegrityError, match="finding_(done_was_judged|answered_is_told)"), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(state="DONE")


def test_the_list_its_filters_and_its_csv(monev: Walk, client_of: Callable[..., Client]) -> None:
    late, fine = found(monev, "Jadwal tidak ditepati.", "Laporan mitra kurang.")
    Finding.objects.filter(pk=fine.pk).update(due_on=DUE + timedelta(days=60))
    with at(monev, DUE + timedelta(days=1)):
        dewi = client_of("dewi")

        def shown(query: str) -> list[bool]:
            page = unescape(dewi.get(f"/monev/temuan/{query}").content.decode())
            return [text in page for text in (late.text, fine.text)]

        views = {
            query: shown(query)
            for query in ("", "?keadaan=lewat", "?keadaan=selesai", "?q=mitra", "?keadaan=semua&urut=terbaru")
        }
        lines = (
            b"".join(dewi.get("/monev/temuan/unduh.csv?keadaan=lewat").streaming_content)
            .decode("utf-8-sig")
            .splitlines()
        )
        stranger = unescape(client_of("dishub").get("/monev/temuan/").content.decode())
    assert views == {
        "": [True, True], "?keadaan=lewat": [True, False], "?keadaan=selesai": [False, False], "?q=mitra": [False, True],
        "?keadaan=semua&urut=terbaru": [True, True],
    }  # fmt: skip
    assert len(lines) == 3 and "Jadwal tidak ditepati." in lines[2]
    assert late.text not in stranger and "Tidak ada temuan yang cocok" in stranger


def test_one_row_and_many_cost_the_same(monev: Walk, client_of: Callable[..., Client]) -> None:
    (one,) = found(monev)

    def cost() -> int:
        with at(monev), CaptureQueriesContext(connection) as caught:
            assert client_of("dewi").get("/monev/temuan/").status_code == 200
        return len(caught)

    cost()
    few = cost()
    for n in range(9):
        Finding.objects.create(evaluation=one.evaluation, text=f"Temuan {n}", owner="DLH", due_on=DUE)
    assert cost() == few


def test_reminders_come_once_for_each_mark_however_long_the_clock_stood_still(monev: Walk) -> None:
    (finding,) = found(monev)

    def marks(who: str) -> list[str]:
        rows = Notification.objects.filter(
            user=monev.people[who], key__startswith=f"finding:{finding.pk}:{DUE}"
        ).order_by("pk")
        return [row.key.rsplit(":", 1)[1] for row in rows]

    for days in (-8, -7, -3, 0, 1, 6, 7, 30, 30):
        with at(monev, DUE + timedelta(days=days)):
            remind_of_findings(DUE + timedelta(days=days))
    assert marks("dlh") == ["before", "late-0", "late-1", "late-4"]
    assert marks("dewi") == ["late-0", "late-1", "late-4"]
    with at(monev, DUE + timedelta(days=31)):
        assert late_findings(monev.agreement.pk, DUE + timedelta(days=31)) == 1
        room.answer(finding, words="Selesai.", by=monev.people["dlh"])
        room.judge(finding, done=True, words="", by=monev.people["dewi"])
        assert late_findings(monev.agreement.pk, DUE + timedelta(days=31)) == 0
        assert remind_of_findings(DUE + timedelta(days=40)) == 0
