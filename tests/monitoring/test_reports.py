"""A monev report: opened, written, sent, evaluated, closed; its forms, pages and list."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from kerjasama.desk import worklist
from kerjasama.documents.models import Document
from kerjasama.workflow.selectors import under_deadline
from monitoring import guards as g
from monitoring import selectors
from monitoring.forms import EvaluationForm, ReportForm
from monitoring.lights import days_late
from monitoring.models import Evaluation, Report
from monitoring.selectors import Wanted
from monitoring.services import partners, reports
from monitoring.services.due import open_due_reports
from monitoring.stages import POINTS, REPORT_FIELDS
from tests.factories.accounts import UserFactory
from tests.support import facts
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

in_force = walked(
    lambda people: new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB").open_report()
)  # fmt: skip


@pytest.fixture
def monev(in_force: Walk, people: dict[str, User]) -> Walk:
    """A KB in force with a report that is open."""
    return resumed(in_force, people)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[..., Client]:
    def sign_in(username: str = "", user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or people[username])
        return client

    return sign_in


def at(walk: Walk, day: date | None = None) -> time_machine.travel:
    for person in walk.people.values():
        forget(person)
    return time_machine.travel(datetime.combine(day or walk.day, time(12), tzinfo=clock.zone()), tick=False)


def told(**changed: Any) -> dict[str, Any]:
    return {**{name: "Sesuai dengan rencana." for name in REPORT_FIELDS}, "budget_realised": Decimal(0), **changed}


# --- opening


@pytest.mark.parametrize("username", ["dlh", "dewi"])
def test_who_opens_a_report(monev: Walk, username: str) -> None:
    with at(monev, date(2026, 8, 3)):
        opened = reports.open_report(monev.agreement, by=monev.people[username])
    assert (opened.period_label, opened.stage, opened.due_on, opened.turn_office) == (
        "Semester II 2026", "OPEN", date(2027, 1, 15), "OPD",
    )  # fmt: skip


@pytest.mark.parametrize("username", ["dinkes", "ratna", "aditya", "inspektur"])
def test_who_does_not(monev: Walk, username: str) -> None:
    with at(monev, date(2026, 8, 3)), pytest.raises(NotYours) as refusal:
        reports.open_report(monev.agreement, by=monev.people[username])
    assert refusal.value.message == "Laporan dibuka oleh perangkat daerah pelaksana atau Bagian Kerja Sama."


def test_one_report_for_a_period(monev: Walk) -> None:
    with at(monev), pytest.raises(NotYet) as refusal:
        reports.open_report(monev.agreement, by=monev.people["dewi"])
    assert refusal.value.message == (
        "Laporan untuk periode ini sudah dibuka. Buka dari daftar monitoring dan evaluasi."
    )


def test_nothing_is_reported_of_what_is_not_in_force(monev: Walk) -> None:
    draft = new_walk(monev.people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()  # fmt: skip
    with at(draft), pytest.raises(NotYet) as refusal:
        reports.open_report(draft.agreement, by=draft.people["dewi"])
    assert refusal.value.message == "Laporan monev dibuka sesudah naskah berlaku."


def test_the_schedule_opens_what_is_missing_once(monev: Walk) -> None:
    """After a standstill of two years every period that is over has its report, and the running one none."""
    with at(monev, date(2028, 2, 1)):
        opened = [r.period_label for r in open_due_reports(date(2028, 2, 1))]
        again = open_due_reports(date(2028, 2, 1))
    assert opened == ["Semester II 2026", "Semester I 2027", "Semester II 2027"]
    assert again == []


def ask(walk: Walk, day: date, often: str) -> None:
    with at(walk, day):
        parameters.change("monev_frequency", often, reason="Uji")


def opened(walk: Walk, day: date) -> list[str]:
    with at(walk, day):
        return [report.period_label for report in open_due_reports(day)]


def test_a_region_may_ask_once_a_year(monev: Walk) -> None:
    """The first half of this year has a report of its own already: its second half is still owed, then whole years."""
    ask(monev, monev.day, "YEAR")
    assert opened(monev, date(2028, 2, 1)) == ["Semester II 2026", "Tahun 2027"]


def test_a_new_rhythm_opens_nothing_of_the_past(monev: Walk) -> None:
    """What was reported on, or was over, is never asked for again in other pieces, and nothing is overdue that was not due."""
    assert opened(monev, date(2027, 2, 1)) == ["Semester II 2026"]
    ask(monev, date(2027, 3, 1), "YEAR")
    assert opened(monev, date(2028, 2, 1)) == ["Tahun 2027"]
    ask(monev, date(2028, 10, 1), "SEMESTER")
    assert opened(monev, date(2028, 10, 2)) == []
    assert opened(monev, date(2029, 8, 1)) == ["Tahun 2028", "Semester I 2029"]


def test_by_hand_a_day_is_not_reported_on_twice(monev: Walk) -> None:
    ask(monev, monev.day, "YEAR")
    with at(monev, date(2026, 8, 3)):
        assert reports.open_report(monev.agreement, by=monev.people["dewi"]).period_label == "Semester II 2026"
        with pytest.raises(NotYet, match="sudah dibuka"):
            reports.open_report(monev.agreement, by=monev.people["dewi"])


def test_it_is_late_by_the_day_it_was_given(monev: Walk) -> None:
    """Fewer days for reports to come, or another rhythm, make no report late that was in time."""
    due = date(2026, 7, 15)
    assert monev.report.due_on == due
    ask(monev, date(2026, 5, 1), "YEAR")
    parameters.change("monev_due_days", 1, reason="Uji")
    monev.day = due
    monev.send_report()
    assert days_late(monev.report) == 0
    parameters.change("monev_due_days", 120, reason="Uji")
    Report.objects.filter(pk=monev.report.pk).update(due_on=None)
    sent = monev.report.events.filter(act="submit").get()
    assert (sent.occurred_on, days_late(monev.report)) == (due, 0)


def test_a_report_that_is_sent_after_its_day_is_late_by_so_many_days(monev: Walk) -> None:
    monev.day = date(2026, 7, 20)
    monev.send_report()
    parameters.change("monev_due_days", 120, reason="Uji")
    assert days_late(monev.report) == 5


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2035, 1, 1)])
def test_nothing_is_reported_of_days_on_which_the_naskah_did_not_run(monev: Walk, day: date) -> None:
    with at(monev, date(2035, 1, 2)), pytest.raises(NotYet, match="tidak berlaku pada periode itu"):
        reports.open_report(monev.agreement, by=monev.people["dewi"], on=day)


def test_a_naskah_that_ended_years_ago_opens_nothing_by_a_forged_request(
    monev: Walk, client_of: Callable[..., Client]
) -> None:
    doings.clock_strikes(monev.later((monev.agreement.ends_on - monev.day).days + 1))
    before = monev.agreement.reports.count()
    with at(monev, monev.agreement.ends_on + timedelta(days=900)):
        answer = client_of("dewi").post(f"/monev/buka/{monev.agreement.pk}/")
    assert (answer.status_code, monev.agreement.reports.count()) == (409, before)
    assert "tidak berlaku pada periode itu" in answer.content.decode()


# --- writing and sending


def test_the_unit_writes_and_sends(monev: Walk) -> None:
    with at(monev):
        reports.write(monev.report, told(activities="Tiga kegiatan."), by=monev.people["dlh"])
    monev.report_act("submit", "dlh")
    assert (monev.report.stage, monev.report.activities, monev.report.turn_office) == ("SUBMITTED", "Tiga kegiatan.", "BAGIAN")  # fmt: skip


@pytest.mark.parametrize("username", ["dewi", "dinkes", "ratna", "inspektur"])
def test_nobody_else_writes_it(monev: Walk, username: str) -> None:
    with at(monev), pytest.raises(NotYours) as refusal:
        reports.write(monev.report, told(), by=monev.people[username])
    assert refusal.value.message == "Laporan diisi oleh perangkat daerah pelaksana."


def test_what_is_sent_is_closed_until_it_comes_back(monev: Walk) -> None:
    monev.send_report()
    with at(monev), pytest.raises(NotYet) as refusal:
        reports.write(monev.report, told(), by=monev.people["dlh"])
    assert refusal.value.message == (
        "Laporan sudah dikirim. Minta Bagian Kerja Sama mengembalikannya bila perlu diperbaiki."
    )
    monev.report_act("return_report", "dewi", reason="Sebut angka.")
    with at(monev):
        assert reports.write(monev.report, told(outputs="12 truk."), by=monev.people["dlh"]).outputs == "12 truk."


def test_a_returned_report_has_a_new_deadline_and_is_late_after_it(
    monev: Walk, client_of: Callable[..., Client]
) -> None:
    """The schedule sets the first deadline; a return gives so many working days by parameter."""
    first = monev.report.due_on
    monev.send_report()
    assert monev.report.due_on is None, "the Bagian has it"
    parameters.change("days_report_repair", 3, reason="Uji")
    monev.report_act("return_report", "dewi", reason="Sebut angka.")
    due = monev.calendar().add(monev.day, 3)
    assert (first, monev.report.due_on) == (date(2027, 1, 15) if first.year == 2027 else first, due)
    for day, late in ((due, False), (due + timedelta(days=1), True)):
        with at(monev, day):
            mine = next(
                task for task in worklist.tasks(monev.people["dlh"]) if task.url == monev.report.get_absolute_url()
            )
            page = client_of("dlh").get("/tugas/").content.decode()
        assert mine.due_on == due
        assert ('class="due late"' in page) is late


def test_an_open_report_keeps_its_schedule_until_it_is_returned(monev: Walk) -> None:
    assert [*under_deadline(Report, "days_report_repair")] == []
    monev.send_report().report_act("return_report", "dewi", reason="Sebut angka.")
    assert [*under_deadline(Report, "days_report_repair")] == [monev.report]


def test_what_was_written_since_is_seen_after_a_refresh(monev: Walk) -> None:
    """A reverse one-to-one row that was missing a moment ago is found when its report is read anew."""
    monev.send_report()
    seen = Report.objects.get(pk=monev.report.pk)
    assert not hasattr(seen, "evaluation")
    monev.report_act("evaluate", "galih", **facts.evaluation(4, "WIDEN"))
    seen.refresh_from_db()
    assert seen.evaluation.verdict == "WIDEN"
    Evaluation.objects.filter(report=seen).update(verdict="STOP")
    seen.refresh_from_db(fields=["act_count"])
    assert seen.evaluation.verdict == "WIDEN", "only what was asked for is read"
    seen.refresh_from_db()
    assert seen.evaluation.verdict == "STOP"


def test_a_report_that_says_nothing_is_not_sent(monev: Walk) -> None:
    for name in REPORT_FIELDS:
        setattr(monev.report, name, " ")
    monev.report.budget_realised = None
    labels = ("pelaksanaan kegiatan", "keluaran", "hasil dan manfaat", "permasalahan", "tindak lanjut")
    assert [lack.sentence for lack in g.is_filled_in.lacks(monev.report, None)] == [
        *(f"Laporan: bagian {label} belum diisi." for label in labels),
        "Laporan: realisasi anggaran belum diisi (tulis 0 bila tidak ada).",
    ]
    for name, value in told().items():
        setattr(monev.report, name, value)
    assert g.is_filled_in.lacks(monev.report, None) == ()


def test_a_report_sent_again_takes_the_place_of_the_first(monev: Walk) -> None:
    monev.send_report().report_act("return_report", "dewi", reason="Sebut angka.").report_act("submit", "dlh")
    papers = Document.objects.filter(kind="MONEV_REPORT").order_by("pk").values_list("status", flat=True)
    assert list(papers) == ["SUPERSEDED", "READY"]


# --- evaluating


def test_twelve_points_and_a_light(monev: Walk) -> None:
    monev.send_report().report_act("evaluate", "galih", **facts.evaluation(4, "WIDEN"))
    evaluation = monev.report.evaluation
    assert (len(POINTS), evaluation.average, evaluation.verdict, evaluation.light) == (11, Decimal("4.00"), "WIDEN", "GREEN")  # fmt: skip
    monev.close_report()
    assert (monev.report.stage, monev.report.closed) == ("CLOSED", True)
    assert Document.objects.filter(kind="EVALUATION", status="READY").count() == 1


def test_findings_of_a_returned_evaluation_are_withdrawn_and_kept(monev: Walk) -> None:
    finding = {"text": "Jadwal tidak ditepati.", "owner": "DLH", "due_on": date(2026, 9, 1)}
    monev.send_report().report_act("evaluate", "galih", **{**facts.evaluation(), "findings": [finding]})
    monev.report_act("return_evaluation", "ratna", reason="Lengkapi.").report_act("evaluate", "dewi", **facts.evaluation(2))  # fmt: skip
    held = monev.report.evaluation
    held.refresh_from_db()
    assert [(f.text, f.withdrawn) for f in held.findings.all()] == [("Jadwal tidak ditepati.", True)]
    assert (held.average, held.evaluated_by.username) == (Decimal("2.00"), "dewi")


# --- forms


def scores(**changed: str) -> dict[str, str]:
    return {**{f"score_{key}": "4" for key, _ in POINTS}, "verdict": "CONTINUE", "summary": "Baik.", "expect": "1", **changed}  # fmt: skip


def evaluated(walk: Walk, **changed: str) -> EvaluationForm:
    form = EvaluationForm(scores(**changed), subject=walk.report, arrow=Report.arrow("evaluate"))
    with at(walk):
        form.is_valid()
    return form


def test_an_evaluation_asks_for_every_point(monev: Walk) -> None:
    form = EvaluationForm({}, subject=monev.report, arrow=Report.arrow("evaluate"))
    asked = {name: errors for name, errors in form.errors.items() if name.startswith("score_")}
    assert asked == {f"score_{key}": [f"Pilih jawaban untuk “{label}”"] for key, label in POINTS}
    assert form.errors["verdict"] == ["Pilih jawaban untuk “Rekomendasi”"]
    assert form.errors["summary"] == ["Isi “Kesimpulan”"]


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"finding_1": "Lambat.", "owner_1": "DLH", "due_1": "01-09-2026"}, {}),
        ({"finding_1": "Lambat."}, {"owner_1": ["Sebut penanggung jawab temuan ini."], "due_1": ["Sebut tenggat temuan ini."]}),
        ({"finding_2": "Lambat.", "owner_2": "DLH", "due_2": "besok"},
         {"due_2": ["Tulis tanggal sebagai tanggal-bulan-tahun, misalnya 23-11-2026"]}),
        ({f"{name}_{n}": value for n in range(1, 13) for name, value in (("finding", "Lambat."), ("owner", "DLH"), ("due", "01-09-2026"))}, {}),
    ],
)  # fmt: skip
def test_findings_have_an_owner(monev: Walk, changed: dict, errors: dict) -> None:
    assert dict(evaluated(monev, **changed).errors) == errors


@pytest.mark.parametrize("due", ["01-01-2026", "01-01-2199"])
def test_a_finding_is_put_right_in_the_year_to_come(monev: Walk, due: str) -> None:
    errors = evaluated(monev, finding_1="Lambat.", owner_1="DLH", due_1=due).errors
    assert list(errors) == ["due_1"] and "Tenggat temuan terletak antara" in errors["due_1"][0]


@pytest.mark.parametrize("due", [date(2026, 1, 1), date(9999, 1, 1)])
def test_the_door_refuses_a_day_for_a_finding_too(monev: Walk, due: date) -> None:
    row = {"text": "Lambat.", "owner": "DLH", "unit": None, "due_on": due}
    monev.send_report()
    with pytest.raises(BadInput) as refusal:
        monev.report_act("evaluate", "galih", **{**facts.evaluation(), "findings": [row]})
    assert list(refusal.value.errors) == ["due_1"]


def test_more_rows_for_findings_keep_what_was_typed(monev: Walk, client_of: Callable[..., Client]) -> None:
    monev.send_report()
    typed = scores(finding_1="Lambat.", owner_1="DLH", due_1="01-09-2026", finding_3="", verdict="STOP", more="1")
    with at(monev):
        answer = client_of("galih").post(f"/monev/{monev.report.pk}/tindakan/evaluasi/", typed)
    page = answer.content.decode()
    assert (answer.status_code, Evaluation.objects.count()) == (200, 0)
    assert (
        'value="Lambat."' in page and 'value="01-09-2026"' in page and "finding_8" in page and "finding_9" not in page
    )
    assert "errmsg" not in page


@pytest.mark.parametrize("score", ["0", "6", "empat"])
def test_a_score_is_one_to_five(monev: Walk, score: str) -> None:
    assert list(evaluated(monev, score_purpose=score).errors) == ["score_purpose"]


def test_indicators_without_a_name_are_left_out(monev: Walk) -> None:
    typed = {"name_1": " Truk ", "target_1": "12", "realised_1": "9", "target_2": "5", "budget_realised": "1,5 juta"}
    form = ReportForm(typed, instance=monev.report)
    assert form.is_valid()
    assert form.indicators() == [{"name": "Truk", "target": "12", "realised": "9"}]
    assert form.cleaned_data["budget_realised"] == Decimal(1_500_000)


def test_indicators_of_its_own_have_room_for_more_after_each_save(monev: Walk) -> None:
    typed = {f"name_{n}": f"Indikator {n}" for n in range(1, 8)} | {"budget_realised": "0"}
    form = ReportForm(typed, instance=monev.report)
    assert form.is_valid() and len(form.indicators()) == 7
    monev.report.indicators = form.indicators()
    assert len(ReportForm(instance=monev.report).indicator_rows) == 10


def test_several_files_of_evidence_are_kept_in_one_save_or_none(monev: Walk, client_of: Callable[..., Client]) -> None:
    def save(*files: SimpleUploadedFile, title: str = "Foto") -> int:
        typed = {"activities": "Tiga.", "budget_realised": "0", "evidence": list(files), "evidence_title": title}
        with at(monev):
            return client_of("dlh").post(f"/monev/{monev.report.pk}/", typed).status_code

    assert save(facts.scan("satu"), facts.scan("dua"), title="") == 422
    assert save(facts.scan("satu"), SimpleUploadedFile("b.pdf", b"bukan", "application/pdf")) == 422
    assert not Document.objects.filter(kind="ATTACHMENT").exists()
    assert save(facts.scan("satu"), facts.scan("dua")) == save(facts.scan("tiga"), title="Peta") == 302
    titles = Document.objects.filter(kind="ATTACHMENT").order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["Foto (1 dari 2)", "Foto (2 dari 2)", "Peta"]


def test_words_are_not_saved_without_their_files(monev: Walk, client_of: Callable[..., Client]) -> None:
    typed = {"activities": "Belum tersimpan.", "budget_realised": "0", "evidence_title": "Foto"}
    with at(monev):
        bad = SimpleUploadedFile("b.pdf", b"bukan", "application/pdf")
        answer = client_of("dlh").post(f"/monev/{monev.report.pk}/", typed | {"evidence": [bad]})
    assert (answer.status_code, "Belum tersimpan." in answer.content.decode()) == (422, True)
    assert Report.objects.get(pk=monev.report.pk).activities == monev.report.activities


def test_two_people_do_not_overwrite_each_other(monev: Walk, client_of: Callable[..., Client]) -> None:
    address, typed = f"/monev/{monev.report.pk}/", {"budget_realised": "0"}
    with at(monev):
        opened = client_of("dlh").get(address).context["form"]["seen"].value()
        first = client_of("dlh").post(address, typed | {"activities": "Dari orang pertama.", "seen": opened})
        second = client_of("dlh").post(address, typed | {"activities": "Dari orang kedua.", "seen": opened})
        assert (first.status_code, second.status_code, "Dari orang kedua." in second.content.decode()) == (
            302,
            409,
            True,
        )
        assert Report.objects.get(pk=monev.report.pk).activities == "Dari orang pertama."
        again = typed | {"activities": "Dari orang kedua.", "seen": second.context["form"]["seen"].value()}
        assert client_of("dlh").post(address, again).status_code == 302
    assert Report.objects.get(pk=monev.report.pk).activities == "Dari orang kedua."


# --- papers


def test_the_papers_tell_of_progress_partner_light_and_conclusion(monev: Walk) -> None:
    party = partners.awaited(monev.report)[0]
    progress = [{"activity": 1, "text": "Rapat bersama", "percent": 40, "expected": 50, "note": "Satu ditunda."}]
    indicators = [
        {
            "name": "Sampah terolah",
            "target": "60 ton",
            "realised": "33 ton",
            "percent": 55,
            "expected": "50 ton",
            "indicator": 1,
        }
    ]
    with at(monev):
        partners.record(
            monev.report, by=monev.people["dewi"], party=party, told_on=monev.day, number="660/7", activities="Truk dikirim.",
            contribution="Dua truk.", problems="",
        )  # fmt: skip
        reports.write(monev.report, told(progress=progress, indicators=indicators), by=monev.people["dlh"])
    monev.report_act("submit", "dlh").report_act("evaluate", "galih", **facts.evaluation(4)).close_report()
    report, evaluation = (Document.objects.get(kind=kind).context for kind in ("MONEV_REPORT", "EVALUATION"))
    assert report["progress"] == [{"text": "Rapat bersama", "done": "40%", "expected": "50%", "note": "Satu ditunda."}]
    assert report["indicators"][0]["share"] == "55%"
    for paper in (report, evaluation):
        assert [(row["name"], row["parts"]) for row in paper["partners"]] == [
            (
                party.name,
                [{"label": "Pelaksanaan", "text": "Truk dikirim."}, {"label": "Kontribusi", "text": "Dua truk."}],
            )
        ]
        assert "nomor 660/7" in paper["partners"][0]["told"]
    assert (evaluation["light"], evaluation["summary"]) == ("Kuning", "Kerja sama berjalan sesuai dengan tujuan.")
    part = next(part for part in evaluation["parts"] if part["name"] == "Kemajuan kegiatan")
    assert (part["light"], part["lines"]) == ("Hijau", ["Rapat bersama: 40% dari 50% yang seharusnya"])


# --- pages and the list


def test_who_sees_a_report(monev: Walk, client_of: Callable[..., Client]) -> None:
    address = f"/monev/{monev.report.pk}/"
    with at(monev):
        seen = {n: client_of(n).get(address).status_code for n in ("dlh", "dewi", "ratna", "aditya", "inspektur", "dispar", "setwan")}  # fmt: skip
        assert client_of(user=UserFactory()).get(address).status_code == 404
    assert seen == {
        "dlh": 200,
        "dewi": 200,
        "ratna": 200,
        "aditya": 200,
        "inspektur": 200,
        "dispar": 404,
        "setwan": 404,
    }
    assert Client().get(address)["Location"].split("?")[0] == "/akun/masuk/"


def test_the_unit_saves_by_the_page(monev: Walk, client_of: Callable[..., Client]) -> None:
    typed = {"activities": "Tiga kegiatan.", "budget_realised": "0"}
    with at(monev):
        answers = [client_of(n).post(f"/monev/{monev.report.pk}/", typed).status_code for n in ("dlh", "dewi", "inspektur")]  # fmt: skip
    monev.report.refresh_from_db()
    assert (answers, monev.report.activities) == ([302, 403, 403], "Tiga kegiatan.")


def test_a_wrong_amount_keeps_what_was_typed(monev: Walk, client_of: Callable[..., Client]) -> None:
    typed = {"activities": "Tiga kegiatan.", "budget_realised": "banyak"}
    with at(monev):
        answer = client_of("dlh").post(f"/monev/{monev.report.pk}/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["budget_realised"])
    assert "Tiga kegiatan." in answer.content.decode()
    monev.report.refresh_from_db()
    assert monev.report.activities == ""


def test_an_act_of_another_leaves_nothing(monev: Walk, client_of: Callable[..., Client]) -> None:
    monev.send_report()
    before = footprint()
    with at(monev):
        codes = {n: client_of(n).post(f"/monev/{monev.report.pk}/tindakan/evaluasi/", scores()).status_code for n in ("dlh", "ratna", "dispar")}  # fmt: skip
    assert (codes, footprint()) == ({"dlh": 403, "ratna": 403, "dispar": 404}, before)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), 1), (Wanted(q="sampah tirtamarga"), 1), (Wanted(q="jalan"), 0), (Wanted(q="KSDD-2026"), 1),
        (Wanted(state="selesai"), 0), (Wanted(state="semua", year=2026), 1), (Wanted(state="semua", year=2025), 0),
        (Wanted(sort="terbaru"), 1), (Wanted(sort="lain"), 1), (Wanted(unit=-1), 0), (Wanted(light="RED"), 0),
    ],
)  # fmt: skip
def test_what_the_list_finds(monev: Walk, wanted: Wanted, found: int) -> None:
    with at(monev):
        assert selectors.listed(monev.people["dewi"], wanted).count() == found
        assert selectors.listed(monev.people["dispar"], wanted).count() == 0


def test_the_list_is_narrowed_by_its_address(monev: Walk, client_of: Callable[..., Client]) -> None:
    unit = monev.agreement.executing_unit
    with at(monev):
        client = client_of("dewi")
        shown = {
            query: [row["detail"] != "" for row in client.get(f"/monev/?{query}").context["rows"]]
            for query in (f"unit={unit.pk}", "tahun=2026", "tahun=2025&nilai=UNGU", "nilai=RED")
        }
        head = (
            b"".join(client.get(f"/monev/unduh.csv?unit={unit.pk}&tahun=2026").streaming_content)
            .decode()
            .split("\n")[0]
        )
    # A year of which there is no report, and a light that is none, narrow nothing.
    assert shown == {f"unit={unit.pk}": [True], "tahun=2026": [True], "tahun=2025&nilai=UNGU": [True], "nilai=RED": []}
    assert f"pelaksana {unit.name}, tahun 2026, nilai semua" in head


@pytest.mark.parametrize(("day", "late"), [(date(2026, 7, 15), 0), (date(2026, 7, 16), 1)])
def test_a_report_is_late_on_the_day_after(monev: Walk, day: date, late: int) -> None:
    with at(monev, day):
        assert selectors.listed(monev.people["dewi"], Wanted(state="lewat")).count() == late
