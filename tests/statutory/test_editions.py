"""An edition: opened by the calendar, frozen when approved, immutable when sent; the next one lists what changed."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import AgreementParty, RegisterEntry
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.statutory import Carrier
from kerjasama.demo.walk import Walk
from kerjasama.documents import storage
from kerjasama.documents.models import IssuedNumber
from kerjasama.statutory import contents, sheets
from kerjasama.statutory.models import ReportContent, ReportEdition
from kerjasama.statutory.services import acts, opening
from monitoring.schedule import period_of
from tests.statutory.conftest import OPENED
from tests.support.facts import scan
from tests.support.sql import footprint, refusal, run

NEXT = OPENED + timedelta(days=1)
LATER = date(2026, 8, 3)


def sent(carrier: Carrier, edition: ReportEdition, day: date = NEXT) -> ReportEdition:
    return carrier.whole(edition, day)


def test_the_clock_opens_what_is_owed_once(walk: Walk, carrier: Carrier) -> None:
    opened = carrier.do(OPENED, lambda: opening.open_owed(clock.today()))
    assert [(one.case_code, one.stage, one.turn_office, one.due_on) for one in opened] == [
        ("LKD-2026-S1", "DRAFT", "BAGIAN", date(2026, 7, 15))
    ]
    assert [carrier.do(day, lambda: opening.open_owed(clock.today())) for day in (OPENED, NEXT)] == [[], []]


def test_the_clock_catches_up_after_a_standstill(edition: ReportEdition, carrier: Carrier) -> None:
    opened = carrier.do(date(2027, 7, 5), lambda: opening.open_owed(clock.today()))
    assert sorted(one.case_code for one in opened) == ["LKD-2026-S2", "LKD-2027-S1", "LKPJ-2026", "REKAP-2026"]
    due = {one.case_code: one.due_on for one in opened}
    assert due["LKD-2026-S2"] == date(2027, 1, 15)
    assert (due["REKAP-2026"], due["LKPJ-2026"]) == (date(2027, 1, 31), date(2027, 2, 14))


def test_while_a_draft_it_follows_the_data(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    before = carrier.do(NEXT, lambda: contents.of(edition))
    [row] = before.data["naskah"]
    assert (row["title"], row["state"], row["report"]) == (walk.agreement.title, "Berlaku", "Belum ada laporan")
    walk.day = NEXT
    walk.send_report()
    after = carrier.do(NEXT, lambda: contents.of(edition))
    [row] = after.data["naskah"]
    assert row["report"] == "Semester I 2026, evaluasi bagian kerja sama"
    assert (before.frozen, after.frozen, before.sha256 == after.sha256) == (False, False, False)


def test_a_report_is_handed_in_with_its_analysis_only(edition: ReportEdition, carrier: Carrier) -> None:
    with pytest.raises(NotYet) as refused:
        carrier.act(edition, "submit_report", "dewi", NEXT)
    assert refused.value.detail.splitlines() == [
        "Bagian analisis belum diisi. (Permendagri 25/2020 Pasal 37; pedoman pelaporan daerah)",
        "Bagian rencana tindak lanjut belum diisi. (Permendagri 25/2020 Pasal 37; pedoman pelaporan daerah)",
    ]


def test_what_was_read_is_what_is_frozen(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    """The Kabag opens the page, a unit reports, the Kabag presses the button: nothing is issued."""
    carrier.submit(edition, NEXT)
    seal = carrier.do(NEXT, lambda: contents.live(edition).sha256)
    walk.day = NEXT
    walk.send_report()
    before = footprint()
    with pytest.raises(BadInput, match="berubah sejak Anda membacanya"):
        carrier.act(edition, "approve_report", "ratna", NEXT, seal=seal)
    assert (footprint(), ReportContent.objects.count()) == (before, 0)


def test_approval_numbers_prints_and_freezes(edition: ReportEdition, carrier: Carrier) -> None:
    carrier.approve(carrier.submit(edition, NEXT), NEXT)
    letter, sheet = edition.letter, edition.workbook
    assert (edition.stage, edition.turn_office, edition.due_on) == ("LETTER", "KDH", date(2026, 7, 15))
    assert (edition.letter_number, edition.dated, edition.addressee) == (letter.number, NEXT, "Gubernur")
    assert letter.number.startswith("100.3.7/")
    assert letter.context["to"] == ["Yth. Gubernur Jaya Mandala", "selaku wakil Pemerintah Pusat", "di tempat"]
    assert edition.content.sha256 == contents.seal_of(edition.content.data)
    assert letter.context["content_hash"] == edition.content.sha256
    assert (letter.is_ready, letter.public, sheet.number) == (True, False, letter.number)
    assert storage.read(sheet.file.sha256)[:2] == b"PK"


def test_an_early_end_is_told_with_its_day_and_its_ground(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    walk.day, over = NEXT, date(2026, 6, 20)
    facts = {"number": "BA/9/2026", "file": scan("BA"), "settlement": "Tidak ada.", "replaced_by": None}
    walk.sub_act("end_early", "ratna", ground="AGREED", occurred_on=over, **facts)
    data = carrier.do(NEXT, lambda: contents.of(edition)).data
    [row] = data["naskah"]
    assert (row["state"], row["ended_on"], row["end_ground"]) == ("Berakhir", "2026-06-20", "Kesepakatan para pihak")
    summary, listed = sheets.of(data)[:2]
    assert (summary.rows[0][4], "Berakhir 20 Jun 2026: Kesepakatan para pihak" in listed.rows[0][3]) == ("1", True)


def test_signed_published_and_sent_with_its_proof(edition: ReportEdition, carrier: Carrier) -> None:
    sent(carrier, edition)
    assert (edition.stage, edition.sent_on, edition.way, edition.closed, edition.due_on) == (
        "SENT",
        NEXT,
        "ELECTRONIC",
        True,
        None,
    )
    assert edition.letter.public and edition.public_status() == "IN_FORCE"
    carrier.receive(edition, LATER)
    assert (edition.received_on, edition.receipt_number) == (LATER, f"TT/{edition.pk:04d}/2026")
    with pytest.raises(NotYet, match="Catat tanda terima"):
        carrier.receive(edition, LATER)


def test_a_receipt_is_not_older_than_the_sending(edition: ReportEdition, carrier: Carrier) -> None:
    sent(carrier, edition)
    file = SimpleUploadedFile("t.pdf", small_pdf("t"), "application/pdf")
    with pytest.raises(BadInput, match="Tanggal"):
        carrier.act(
            edition, "record_receipt", "dewi", LATER, occurred_on=OPENED, receipt_number="1", file=file
        )  # fmt: skip


def test_it_is_sent_once(edition: ReportEdition, carrier: Carrier) -> None:
    sent(carrier, edition)
    with pytest.raises(NotYet, match="tidak dapat dilakukan pada tahap Terkirim"):
        carrier.send(edition, NEXT)


def test_two_windows_send_once(edition: ReportEdition, carrier: Carrier) -> None:
    for step in (carrier.submit, carrier.approve, carrier.sign):
        step(edition, NEXT)
    seen = edition.act_count
    carrier.act(edition, "send_report", "dewi", NEXT, way="HANDED", expect=seen)
    with pytest.raises(Stale):
        carrier.act(edition, "send_report", "galih", NEXT, way="HANDED", expect=seen)


def test_nothing_of_a_sent_edition_changes_not_even_by_sql(edition: ReportEdition, carrier: Carrier) -> None:
    sent(carrier, edition)
    for change in (
        "letter_number = 'X'", "dated = dated - 1", "sent_on = sent_on + 1", "addressee = 'Menteri'", "way = 'MAIL'", "analysis = 'Lain'",
        "content_id = NULL", "restricted = true", "dispatch_number = 'X'", "number = 7", "due_on = now()",
    ):  # fmt: skip
        told = refusal(f"UPDATE statutory_reportedition SET {change} WHERE id = %s", edition.pk)
        assert "Laporan yang sudah dikirim tidak dapat diubah" in told, change
    assert "permission denied" in refusal("DELETE FROM statutory_reportedition WHERE id = %s", edition.pk)
    assert "tidak dapat diubah" in refusal("UPDATE statutory_reportcontent SET data = '{}'")
    assert "tidak dapat diubah" in refusal("DELETE FROM statutory_reportcontent")
    assert "tidak dapat diubah" in refusal("UPDATE statutory_statutoryreport SET due_on = due_on + 30")


def test_the_receipt_is_written_once_even_by_sql(edition: ReportEdition, carrier: Carrier) -> None:
    carrier.receive(sent(carrier, edition), LATER)
    told = refusal("UPDATE statutory_reportedition SET receipt_number = 'X' WHERE id = %s", edition.pk)
    assert "Laporan yang sudah dikirim tidak dapat diubah" in told


def test_an_issued_edition_changes_by_its_return_only(edition: ReportEdition, carrier: Carrier) -> None:
    carrier.approve(carrier.submit(edition, NEXT), NEXT)
    told = refusal("UPDATE statutory_reportedition SET letter_number = 'X' WHERE id = %s", edition.pk)
    assert "Laporan yang sudah terbit tidak dapat diubah" in told


def test_the_head_returns_it_and_number_and_paper_fall(edition: ReportEdition, carrier: Carrier) -> None:
    carrier.approve(carrier.submit(edition, NEXT), NEXT)
    letter, sheet, kept = edition.letter, edition.workbook, edition.content
    carrier.act(edition, "return_letter", "aditya", NEXT, reason="Analisisnya belum tajam.")
    assert (edition.stage, edition.content, edition.letter, edition.workbook, edition.letter_number, edition.addressee) == (
        "DRAFT", None, None, None, "", "",
    )  # fmt: skip
    assert edition.due_on == date(2026, 7, 15)
    letter.refresh_from_db(), sheet.refresh_from_db()
    assert (letter.status, sheet.status) == ("ANNULLED", "ANNULLED")
    assert IssuedNumber.objects.get(text=letter.number).state == "CANCELLED"
    again = sent(carrier, edition)
    assert again.letter_number != letter.number
    assert ReportContent.objects.get(pk=kept.pk).sha256 == kept.sha256


def test_a_signed_report_is_recalled_before_it_goes_out(edition: ReportEdition, carrier: Carrier) -> None:
    for step in (carrier.submit, carrier.approve, carrier.sign):
        step(edition, NEXT)
    letter = edition.letter
    carrier.act(edition, "recall_report", "ratna", NEXT, reason="Satu naskah terlewat.")
    letter.refresh_from_db()
    assert (edition.stage, letter.status) == ("DRAFT", "ANNULLED")


def test_a_report_inside_the_house_is_signed_by_the_kabag(edition: ReportEdition, carrier: Carrier) -> None:
    opened = carrier.do(date(2027, 1, 4), lambda: opening.open_owed(clock.today()))
    recap = next(one for one in opened if one.report.kind == "RECAP")
    day = date(2027, 1, 5)
    carrier.approve(carrier.submit(recap, day), day)
    assert (recap.stage, recap.turn_office, recap.addressee) == ("SENDING", "BAGIAN", "Bupati Wanasari")
    assert (recap.letter.template, recap.letter.public) == ("nota_laporan_kerja_sama", True)
    assert recap.letter.context["signer"]["name"].startswith("RATNA")
    assert recap.letter.letter_parafs.count() == 0
    assert carrier.send(recap, day).stage == "SENT"


def test_the_next_edition_lists_what_changed(edition: ReportEdition, walk: Walk, carrier: Carrier) -> None:
    sent(carrier, edition)
    walk.day = LATER
    walk.send_report().evaluate().close_report()
    second = carrier.do(
        LATER, lambda: opening.open_edition(edition.report, why="laporan DLH baru masuk", by=walk.people["dewi"])
    )
    assert (second.number, second.due_on, second.case_code) == (2, None, "LKD-2026-S1-E2")
    content = carrier.do(LATER, lambda: contents.of(second))
    assert content.compared_with == edition
    [change] = content.changes
    assert (change["sort"], change["title"]) == ("CHANGED", f"{walk.agreement.title} (Kesepakatan Bersama)")
    told = {fact["label"]: (fact["old"], fact["new"]) for fact in change["facts"]}
    assert told["Laporan monev"] == ("Belum ada laporan", "Semester I 2026, selesai dievaluasi")
    assert told["Rekomendasi evaluasi"] == ("Belum ada laporan", "Dilanjutkan")
    sent(carrier, second, LATER)
    assert second.content.compared_with == edition
    assert second.letter.context["tables"][-1]["title"].startswith(
        "Perubahan sejak Laporan pelaksanaan kerja sama daerah Semester I 2026"
    )
    assert "karena" not in second.why and second.letter.context["why"] == "laporan DLH baru masuk"
    edition.refresh_from_db()
    assert (edition.public_status(), second.public_status()) == ("CHANGED", "IN_FORCE")


def test_the_next_period_lists_what_changed_since_the_last_one(
    edition: ReportEdition, walk: Walk, carrier: Carrier
) -> None:
    sent(carrier, edition)
    AgreementParty.objects.filter(agreement=walk.agreement, partner__isnull=False).update(number="075/9/2026")
    entry = RegisterEntry.objects.get(agreement=walk.agreement)
    entry.parties = [party | {"number": "075/9/2026"} if not party["ours"] else party for party in entry.parties]
    entry.save()
    opened = carrier.do(date(2027, 1, 4), lambda: opening.open_owed(clock.today()))
    fresh = next(one for one in opened if one.report.kind == "DOMESTIC")
    content = carrier.do(date(2027, 1, 4), lambda: contents.of(fresh))
    assert content.data["compared_with"]["name"] == "Laporan pelaksanaan kerja sama daerah Semester I 2026"
    assert [fact["label"] for change in content.changes for fact in change["facts"]] == ["Para pihak dan nomor"]


def test_a_further_edition_has_a_reason_and_stands_alone(edition: ReportEdition, carrier: Carrier) -> None:
    report, dewi = edition.report, carrier.people["dewi"]
    with pytest.raises(NotYet, match="sedang disusun"):
        carrier.do(NEXT, lambda: opening.open_edition(report, why="x", by=dewi))
    sent(carrier, edition)
    with pytest.raises(BadInput, match="Sebab"):
        carrier.do(NEXT, lambda: opening.open_edition(report, why=" ", by=dewi))
    second = carrier.do(NEXT, lambda: opening.open_edition(report, why="angka keliru", by=dewi))
    with pytest.raises(NotYet, match="sedang disusun"):
        carrier.do(NEXT, lambda: opening.open_edition(report, why="x", by=dewi))
    carrier.act(second, "cancel_edition", "ratna", NEXT, reason="Ternyata sudah benar.")
    assert second.stage == "CANCELLED"
    third = carrier.do(NEXT, lambda: opening.open_edition(report, why="angka keliru", by=dewi))
    assert (third.number, carrier.do(NEXT, lambda: contents.of(third)).compared_with) == (3, edition)


def test_the_first_edition_is_owed_and_not_cancelled(edition: ReportEdition, carrier: Carrier) -> None:
    with pytest.raises(NotYet, match="belum dapat dilakukan"):
        carrier.act(edition, "cancel_edition", "ratna", NEXT, reason="Tidak perlu.")


def test_by_hand_only_what_is_over_and_not_there(edition: ReportEdition, carrier: Carrier) -> None:
    dewi, period = carrier.people["dewi"], edition.report.period
    with pytest.raises(NotYet, match="sudah dibuka"):
        carrier.do(NEXT, lambda: opening.open_report("DOMESTIC", period, by=dewi))
    with pytest.raises(NotYours):
        carrier.do(NEXT, lambda: opening.open_report("FOREIGN", period, by=carrier.people["dlh"]))
    with pytest.raises(BadInput, match="belum berakhir"):
        carrier.do(NEXT, lambda: opening.open_report("DOMESTIC", period_of(NEXT, "SEMESTER"), by=dewi))


def test_a_nil_report_can_be_opened_by_hand(edition: ReportEdition, carrier: Carrier) -> None:
    nil = carrier.do(
        NEXT, lambda: opening.open_report("FOREIGN", period_of(date(2025, 5, 1), "YEAR"), by=carrier.people["dewi"])
    )
    assert (nil.report.due_on, carrier.do(NEXT, lambda: contents.of(nil)).data["naskah"]) == (date(2026, 1, 7), [])
    assert sent(carrier, nil).addressee == "Gubernur"


def test_the_analysis_is_written_while_it_is_a_draft(edition: ReportEdition, carrier: Carrier) -> None:
    carrier.submit(edition, NEXT)
    with pytest.raises(NotYet, match="tidak lagi dalam penyusunan"):
        carrier.do(NEXT, lambda: acts.write(edition, by=carrier.people["dewi"], analysis="a", follow_up="b"))
    carrier.act(edition, "return_report", "ratna", NEXT, reason="Lengkapi hambatannya.")
    with pytest.raises(NotYours):
        carrier.do(NEXT, lambda: acts.write(edition, by=carrier.people["dlh"], analysis="a", follow_up="b"))


def test_one_open_edition_even_by_sql(edition: ReportEdition) -> None:
    assert run("SELECT count(*) FROM statutory_reportedition WHERE report_id = %s", edition.report_id) == [(1,)]
    told = refusal(
        "INSERT INTO statutory_reportcontent (edition_id, data, sha256, frozen_at) VALUES (%s, '{}', 'x', now())",
        edition.pk,
    )
    assert "reportcontent_sha256_is_hex" in told
