"""The pages of the reports: who may, what they show, what a wrong form keeps, how many queries they cost."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from agreements.models import RegisterEntry
from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.statutory import Carrier
from kerjasama.demo.walk import Walk
from kerjasama.desk import letter_desk, reach, worklist
from kerjasama.desk.reminders import remind_of_turns
from kerjasama.documents import number_rules, storage
from kerjasama.documents.numbering import field_of
from kerjasama.notifications.models import Notification
from kerjasama.statutory import contents
from kerjasama.statutory.models import ReportEdition, StatutoryReport
from kerjasama.statutory.services import opening
from monitoring.schedule import period_of
from proposals.models import Proposal
from tests.statutory.conftest import OPENED, at

NEXT = OPENED + timedelta(days=1)
READERS_OF_ALL = ("dewi", "ratna", "nurhayati", "aditya", "inspektur")
ClientOf = Callable[[str], Client]


def ready(carrier: Carrier, edition: ReportEdition, *steps: str) -> ReportEdition:
    for step in steps:
        edition = getattr(carrier, step)(edition, NEXT)
    return edition


# --- who may read


@pytest.mark.parametrize("username", READERS_OF_ALL)
def test_the_bagian_the_leaders_and_the_inspectorate_read_a_draft(
    username: str, edition: ReportEdition, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        client = client_of(username)
        for path in ("", "isi/", "isi/cetak/", "isi.xlsx", "perubahan/"):
            assert (path, client.get(f"/pelaporan/{edition.pk}/{path}").status_code) == (path, 200)
        assert [row["title"] for row in client.get("/pelaporan/").context["rows"]] == [str(edition.report)]


def test_hukum_reads_what_was_sent(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        client = client_of("hukum")
        assert client.get(f"/pelaporan/{edition.pk}/").status_code == 404
        assert client.get("/pelaporan/").context["rows"] == []
    ready(carrier, edition, "submit", "approve", "sign", "send")
    with at(people, NEXT):
        assert client.get(f"/pelaporan/{edition.pk}/").status_code == 200
        assert client.get(edition.letter.get_absolute_url()).status_code == 200
        assert client.get(edition.workbook.get_absolute_url()).status_code == 200


def test_a_report_that_names_a_restricted_case_is_not_for_hukum(
    edition: ReportEdition, walk: Walk, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    Proposal.objects.filter(pk=walk.proposal.pk).update(classification="RESTRICTED")
    ready(carrier, edition, "submit", "approve", "sign", "send")
    assert edition.restricted
    with at(people, NEXT):
        for path in (
            f"/pelaporan/{edition.pk}/",
            edition.letter.get_absolute_url(),
            edition.workbook.get_absolute_url(),
        ):
            assert (path, client_of("hukum").get(path).status_code, client_of("nurhayati").get(path).status_code) == (
                path,
                404,
                200,
            )


def test_a_secret_case_is_in_no_report(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    Proposal.objects.filter(pk=walk.proposal.pk).update(classification="SECRET")
    data = carrier.do(NEXT, lambda: contents.of(edition)).data
    assert (data["naskah"], data["process"], data["overdue"]) == ([], [], [])


@pytest.mark.parametrize("username", ["dlh", "dinkes", "setwan", "admin"])
def test_others_find_nothing(
    username: str, edition: ReportEdition, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        client = client_of(username)
        for path in (
            "",
            "unduh.csv",
            "buka/",
            f"{edition.pk}/",
            f"{edition.pk}/isi/",
            f"{edition.pk}/isi.xlsx",
            f"{edition.pk}/edisi-baru/",
        ):
            assert (path, client.get(f"/pelaporan/{path}").status_code) == (path, 403)
        assert client.get(f"/pelaporan/{edition.pk}/tindakan/ajukan/").status_code == 404


def test_each_act_is_its_offices(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit")
    with at(people, NEXT):
        assert client_of("dewi").get(f"/pelaporan/{edition.pk}/tindakan/setujui/").status_code == 403
        assert client_of("ratna").get(f"/pelaporan/{edition.pk}/tindakan/setujui/").status_code == 200
        assert client_of("ratna").get(f"/pelaporan/{edition.pk}/tindakan/tandatangani/").status_code == 403
        assert client_of("dewi").get(f"/pelaporan/{edition.pk}/tindakan/ajukan/").status_code == 409


# --- the page of an edition


def test_the_draft_is_written_on_its_page(edition: ReportEdition, client_of: ClientOf, people: dict[str, User]) -> None:
    address = f"/pelaporan/{edition.pk}/"
    with at(people, NEXT):
        client = client_of("dewi")
        body = client.get(address).content.decode()
        assert (
            "Gubernur" in body and "15 Juli 2026" in body and "Giliran Anda" in body and "UU 23/2014 Pasal 368" in body
        )
        answer = client.post(address, {"analysis": "x" * 8001, "follow_up": "Rapat"})
        assert (answer.status_code, "x" * 8001 in answer.content.decode()) == (422, True)
        assert client.post(address, {"analysis": "Berjalan baik.", "follow_up": "Rapat."}).status_code == 302
        assert client_of("ratna").post(address, {"analysis": "a", "follow_up": "b"}).status_code == 403
    edition.refresh_from_db()
    assert (edition.analysis, edition.follow_up, edition.act_count) == ("Berjalan baik.", "Rapat.", 1)


def test_what_is_lacking_stands_on_the_button(
    edition: ReportEdition, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        [button] = client_of("dewi").get(f"/pelaporan/{edition.pk}/").context["acts"]
    assert (button["label"], button["disabled"]) == ("Ajukan laporan untuk diperiksa", True)
    assert "Bagian analisis belum diisi" in button["why_not"]


def test_number_day_addressee_and_marks_are_shown(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit", "approve", "sign", "send", "receive")
    with at(people, NEXT):
        body = client_of("dewi").get(f"/pelaporan/{edition.pk}/").content.decode()
    for told in (
        edition.letter_number, "2 Juli 2026", "Gubernur", edition.content.sha256, edition.letter.file.sha256, edition.workbook.file.sha256,
        "SRIKANDI", edition.receipt_number, "Isi dibekukan",
    ):  # fmt: skip
        assert told in body, told


def test_the_approval_binds_what_was_shown(
    edition: ReportEdition, walk: Walk, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit")
    address = f"/pelaporan/{edition.pk}/tindakan/setujui/"
    with at(people, NEXT):
        client = client_of("ratna")
        fields = client.get(address).context["form"]
        seal = fields["seal"].value()
        answer = client.post(address, {"seal": seal, "expect": edition.act_count})
        assert (answer.status_code, "Nyatakan bahwa isi laporan sudah Anda periksa." in answer.content.decode()) == (
            422,
            True,
        )
    walk.day = NEXT
    walk.send_report()
    with at(people, NEXT):
        answer = client.post(address, {"seal": seal, "read": "on", "expect": edition.act_count})
        assert (answer.status_code, "berubah sejak Anda membacanya" in answer.content.decode()) == (422, True)
        seal = client.get(address).context["form"]["seal"].value()
        assert client.post(address, {"seal": seal, "read": "on", "expect": edition.act_count}).status_code == 302
    edition.refresh_from_db()
    assert (edition.stage, edition.content.sha256) == ("LETTER", seal)


def test_sending_asks_for_day_and_way_and_keeps_what_was_typed(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit", "approve", "sign")
    address = f"/pelaporan/{edition.pk}/tindakan/kirim/"
    facts: dict[str, Any] = {"dispatch_number": "EKS/7", "occurred_on": "1-7-2026", "expect": edition.act_count}
    with at(people, NEXT):
        client = client_of("dewi")
        answer = client.post(address, facts)
        assert answer.status_code == 422
        body = answer.content.decode()
        assert "EKS/7" in body and "Tanggal ini mendahului awal tahap" in body
        proof = SimpleUploadedFile("bukti.pdf", small_pdf("bukti"), "application/pdf")
        answer = client.post(address, facts | {"occurred_on": "2-7-2026", "way": "COURIER", "file": proof})
        assert answer.status_code == 302
        edition.refresh_from_db()
        assert (edition.stage, edition.dispatch_number, edition.way) == ("SENT", "EKS/7", "COURIER")
        assert client.post(address, facts | {"occurred_on": "2-7-2026", "way": "COURIER"}).status_code == 409


def test_a_receipt_needs_its_scan(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit", "approve", "sign", "send")
    address = f"/pelaporan/{edition.pk}/tindakan/tanda-terima/"
    with at(people, NEXT):
        facts = {"receipt_number": "AG/12", "occurred_on": "2-7-2026", "expect": edition.act_count}
        answer = client_of("dewi").post(address, facts)
        assert (answer.status_code, "Unggah pindaian tanda terima." in answer.content.decode()) == (422, True)
        bad = SimpleUploadedFile("t.pdf", b"bukan pdf", "application/pdf")
        assert client_of("dewi").post(address, facts | {"file": bad}).status_code == 422
    edition.refresh_from_db()
    assert edition.received_on is None


def test_a_further_edition_is_opened_with_its_reason(
    edition: ReportEdition, walk: Walk, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit", "approve", "sign", "send")
    walk.day = NEXT
    walk.send_report()
    address = f"/pelaporan/{edition.pk}/edisi-baru/"
    with at(people, NEXT):
        client = client_of("dewi")
        assert "1 berubah" in client.get(address).content.decode()
        assert client.post(address, {"why": ""}).status_code == 422
        answer = client.post(address, {"why": "laporan DLH baru masuk"})
        second = ReportEdition.objects.get(report=edition.report, number=2)
        assert answer["Location"] == f"/pelaporan/{second.pk}/"
        assert client.post(address, {"why": "lagi"}).status_code == 409
        listed = {
            state: client.get(f"/pelaporan/?keadaan={state}").context["rows"]
            for state in ("semua", "terkirim", "berjalan")
        }
        assert {state: [(row["url"], "edisi 2 sedang disusun" in row["detail"]) for row in rows] for state, rows in listed.items()} == {
            "semua": [(edition.get_absolute_url(), True)], "terkirim": [(edition.get_absolute_url(), True)],
            "berjalan": [(second.get_absolute_url(), False)],
        }  # fmt: skip
        body = client.get(f"/pelaporan/{second.pk}/perubahan/").content.decode()
        assert "Belum ada laporan" in body and "Semester I 2026, evaluasi bagian kerja sama" in body
        assert edition.letter_number in body and edition.content.sha256 in body
        page = client.get(f"/pelaporan/{second.pk}/perubahan/?jenis=NEW")
        assert [view["count"] for view in page.context["views"]] == [1, 0, 0, 1]
        assert "Tidak ada perubahan" in page.content.decode()


def test_by_hand_a_period_fits_its_report(edition: ReportEdition, client_of: ClientOf, people: dict[str, User]) -> None:
    with at(people, NEXT):
        client = client_of("dewi")
        answer = client.post("/pelaporan/buka/", {"kind": "RECAP", "period": "2026-1"})
        assert (answer.status_code, "Laporan ini disusun setiap tahun. Pilih tahunnya." in answer.content.decode()) == (
            422,
            True,
        )
        assert client.post("/pelaporan/buka/", {"kind": "DOMESTIC", "period": "2026-1"}).status_code == 409
        assert client.post("/pelaporan/buka/", {"kind": "RECAP", "period": "2025-0"}).status_code == 302
    assert StatutoryReport.objects.filter(kind="RECAP").count() == 1


# --- lists


def test_the_list_is_searched_filtered_and_exported(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    ready(carrier, edition, "submit", "approve", "sign", "send")
    carrier.do(NEXT, lambda: opening.open_report("RECAP", period_of(date(2025, 1, 1), "YEAR"), by=people["dewi"]))

    def shown(query: str) -> list[str]:
        return [row["detail"].split("<")[1].split(">")[1] for row in client.get(f"/pelaporan/?{query}").context["rows"]]

    with at(people, NEXT):
        client = client_of("dewi")
        assert shown("") == ["LKD-2026-S1", "REKAP-2025"]
        assert shown("urut=tenggat") == ["REKAP-2025", "LKD-2026-S1"]
        assert shown("keadaan=terkirim") == ["LKD-2026-S1"]
        assert (
            shown("keadaan=berjalan")
            == shown("keadaan=lewat")
            == shown("jenis=RECAP")
            == shown("tahun=2025")
            == ["REKAP-2025"]
        )
        assert shown(f"q={edition.letter_number}") == shown("q=gubernur 2026") == ["LKD-2026-S1"]
        assert shown("q=tidakada") == shown("q=²²²²") == []
        lines = (
            b"".join(client.get("/pelaporan/unduh.csv?keadaan=terkirim").streaming_content)
            .decode("utf-8-sig")
            .splitlines()
        )
    assert lines[0].startswith('"Saringan: keadaan terkirim')
    assert len(lines) == 3 and edition.content.sha256 in lines[2] and edition.letter_number in lines[2]


def test_the_content_is_searched(
    edition: ReportEdition, walk: Walk, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        client = client_of("ratna")
        page = client.get(f"/pelaporan/{edition.pk}/isi/?bagian=naskah&q=sampah")
        assert (len(page.context["rows"]), page.context["sheet"].slug) == (1, "naskah")
        assert "Tidak ada baris yang cocok" in client.get(f"/pelaporan/{edition.pk}/isi/?q=tidakada").content.decode()


@pytest.mark.parametrize("path", ["", "isi/?bagian=naskah", "isi/cetak/", "perubahan/", "isi.xlsx"])
def test_many_rows_cost_no_more_queries(
    path: str, edition: ReportEdition, walk: Walk, carrier: Carrier, client_of: ClientOf, people: dict[str, User],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    address = f"/pelaporan/{edition.pk}/{path}"
    with at(people, NEXT):
        client = client_of("dewi")
        client.get(address)
        one = queries(client, address)
        real = contents.collecting._entries
        monkeypatch.setattr(contents.collecting, "_entries", lambda rule, period: _Many(real(rule, period)))
        assert queries(client, address) == one


class _Many:
    """The same entries thirty times over."""

    def __init__(self, found: Any) -> None:
        self.found = found

    def select_related(self, *names: str) -> list[RegisterEntry]:
        return list(self.found.select_related(*names)) * 30


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_many_reports_cost_no_more_queries(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        client = client_of("dewi")
        client.get("/pelaporan/")
        one = queries(client, "/pelaporan/")
        tasks = queries(client, "/tugas/")
    for year in (2023, 2024, 2025):
        carrier.do(
            NEXT, lambda year=year: opening.open_report("RECAP", period_of(date(year, 1, 1), "YEAR"), by=people["dewi"])
        )
    with at(people, NEXT):
        assert (queries(client, "/pelaporan/"), queries(client, "/tugas/")) == (one, tasks)


# --- the workbook


def test_the_workbook_says_what_the_page_says(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    ready(carrier, edition, "submit", "approve")
    book = sheets_of(storage.read(edition.workbook.file.sha256))
    assert list(book) == ["Keterangan", "Ringkasan", "Naskah", "Dalam proses", "Monev terlambat"]
    facts = {row[0]: row[1] for row in book["Keterangan"]}
    assert (facts["Nomor"], facts["Sidik isi (SHA-256)"], facts["Kepada"]) == (
        edition.letter_number,
        edition.content.sha256,
        "Gubernur",
    )
    _, head, row = book["Naskah"]
    told = dict(zip(head, row, strict=True))
    assert (told["Judul"], told["Laporan monev"], told["Anggaran"]) == (
        walk.agreement.title,
        "Belum ada laporan",
        "Belum ada laporan",
    )
    assert told["Ditandatangani"] == walk.agreement.signed_on


def sheets_of(content: bytes) -> dict[str, list[list[Any]]]:
    """Every sheet of a workbook by its name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_draft_of_a_workbook_says_that_it_is_one(
    edition: ReportEdition, client_of: ClientOf, people: dict[str, User]
) -> None:
    with at(people, NEXT):
        answer = client_of("dewi").get(f"/pelaporan/{edition.pk}/isi.xlsx")
    assert "DRAF-LKD-2026-S1-20260702.xlsx" in answer["Content-Disposition"]
    assert sheets_of(answer.content)["Naskah"][0][0].endswith("DRAF, belum terbit")


# --- the desk


def test_it_waits_on_the_list_of_the_bagian_with_its_day(edition: ReportEdition, people: dict[str, User]) -> None:
    with at(people, OPENED):
        mine = [task for task in worklist.tasks(people["dewi"]) if task.code == "LKD-2026-S1"]
        assert [(task.title, task.due_on, task.url) for task in mine] == [
            ("Susun laporan", date(2026, 7, 15), f"/pelaporan/{edition.pk}/")
        ]
        assert [task for task in worklist.tasks(people["dlh"]) if task.code == "LKD-2026-S1"] == []


def test_a_late_one_is_marked_and_reminded_of(
    edition: ReportEdition, client_of: ClientOf, people: dict[str, User]
) -> None:
    late = date(2026, 7, 16)
    with at(people, late):
        assert "Lewat" in client_of("dewi").get("/pelaporan/?keadaan=lewat").content.decode()
        before = Notification.objects.filter(title__contains="LKD-2026-S1").count()
        assert remind_of_turns(clock.today()) >= 1
        assert Notification.objects.filter(title__startswith="Pengingat: Penyusunan laporan, LKD-2026-S1").count() >= 1
        told = Notification.objects.filter(title__contains="LKD-2026-S1").count()
        remind_of_turns(clock.today())
        assert (told > before, Notification.objects.filter(title__contains="LKD-2026-S1").count()) == (True, told)


def test_its_letter_waits_for_the_paraf_of_the_chain(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    parameters.change("letter_paraf_chain", ["KABAG", "SEKDA"], reason="Uji")
    ready(carrier, edition, "submit", "approve")
    assert edition.turn_office == "KABAG"
    with at(people, NEXT):
        [waiting] = letter_desk.waiting(people["ratna"])
        assert (waiting.kind.light, waiting.url) == (False, f"/pelaporan/{edition.pk}/tindakan/paraf-surat/")
        body = client_of("ratna").get(waiting.url).content.decode()
        assert "Isi surat" in body and "Daftar naskah kerja sama" in body
        assert client_of("aditya").get(f"/pelaporan/{edition.pk}/tindakan/tandatangani/").status_code == 409
        assert [t.title for t in worklist.tasks(people["ratna"]) if t.code == edition.case_code] == [
            "Bubuhkan paraf surat"
        ]
    carrier.sign(edition, NEXT)
    assert (edition.stage, edition.letter.letter_parafs.filter(state="GIVEN").count()) == ("SENDING", 2)


def test_an_open_report_keeps_its_day_when_the_parameter_changes(edition: ReportEdition) -> None:
    parameters.change("statutory_domestic_days", 40, reason="Uji")
    assert [(row.code, row.keeps) for row in reach.kept("statutory_domestic_days")] == [
        ("LKD-2026-S1", "tenggat 15 Jul 2026")
    ]
    edition.refresh_from_db()
    assert edition.due_on == date(2026, 7, 15)


def test_the_central_agenda_may_give_its_number(
    edition: ReportEdition, carrier: Carrier, client_of: ClientOf, people: dict[str, User]
) -> None:
    external = {"source": "EXTERNAL", "pattern": "", "start_year": None, "start_number": None}
    number_rules.change("SURAT", external, by=people["admin"], reason="Agenda pusat")
    ready(carrier, edition, "submit")
    address, field = f"/pelaporan/{edition.pk}/tindakan/setujui/", field_of("SURAT", 1)
    with at(people, NEXT):
        client = client_of("ratna")
        seal = client.get(address).context["form"]["seal"].value()
        facts = {"seal": seal, "read": "on", "expect": edition.act_count}
        answer = client.post(address, facts)
        assert (answer.status_code, "dari agenda pusat" in answer.content.decode()) == (422, True)
        assert client.post(address, facts | {field: "100.3.7/077/SURAT/KS/VII/2026"}).status_code == 302
    edition.refresh_from_db()
    assert edition.letter_number == "100.3.7/077/SURAT/KS/VII/2026"
