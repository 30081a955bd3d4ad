"""A file with an old register: read into a preview, written in one transaction, undone in one; who may, and what stands against it."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import OldNaskah, RegisterEntry
from agreements.register_filter import Wanted, found
from agreements.services import old as olds
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours, Stale, UploadRefused
from kerjasama.demo.walk import Walk
from kerjasama.importing import files as stored
from kerjasama.importing.models import ImportBatch, ImportRow, RememberedColumns
from kerjasama.importing.services import deciding, uploading, writing
from kerjasama.importing.services.uploading import clear
from kerjasama.workflow.models import AuditEntry
from tests.importing.files import csv, xls, xlsx
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
TODAY = date(2026, 11, 23)
HEADS = (
    "No", "Tentang", "Mitra", "Nomor Pihak I", "Nomor Pihak II", "Tanggal TTD", "Mulai", "Berakhir", "Jangka Waktu", "Status", "OPD", "Bentuk",
)  # fmt: skip
LINES = (
    (1, "Pengelolaan Sampah", "PT Maju Sentosa", "075/01/PKS/I/2016", "01/MS/I/2016", "15/01/2016", "15/01/2016", "15/01/2030", "",
     "Aktif", "Dinas Lingkungan Hidup", "PKS"),
    (2, "Rujukan Pasien", "RSUD Kota Tirta", "075/02/PKS/II/2020", "", "20/02/2020", "20/02/2020", "", "5 tahun", "Aktif", "Dinas Kesehatan", "PKS"),
    (3, "Wisata Bahari", "CV Karya Baru", "075/03/PKS/III/2021", "", "Maret 2021", "", "", "", "", "", ""),
    (4, "Pendidikan Vokasi", "Politeknik Nusa", "075/04/KB/IV/2022", "", "18/04/2022", "18/04/2022", "18/04/2021", "", "", "", "Kesepakatan Bersama"),
)  # fmt: skip


def sheet(*lines: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> SimpleUploadedFile:
    return SimpleUploadedFile("register.csv", csv([heads, *(lines or LINES)], sign=";"))


def changed(line: tuple[Any, ...], **facts: Any) -> tuple[Any, ...]:
    return tuple(facts.get(head.replace(" ", "_"), value) for head, value in zip(HEADS, line, strict=True))


def sent(people: dict[str, User], *lines: tuple[Any, ...]) -> ImportBatch:
    batch, _ = uploading.take(sheet(*lines), by=people["dewi"])
    batch.refresh_from_db()
    return batch


def written(people: dict[str, User], *lines: tuple[Any, ...]) -> ImportBatch:
    batch = sent(people, *lines)
    return deciding.confirm(batch, expect=batch.reading, by=people["dewi"])


def verdicts(batch: ImportBatch) -> list[str]:
    return list(batch.rows.order_by("number").values_list("verdict", flat=True))


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


# --- reading


def test_each_row_gets_its_verdict_and_nothing_is_written(people: dict[str, User]) -> None:
    batch = sent(people)
    assert (batch.state, verdicts(batch)) == ("READY", ["NEW", "WARNING", "WARNING", "ERROR"])
    assert list(batch.rows.values_list("included", flat=True)) == [True, True, True, False]
    assert not OldNaskah.objects.exists() and not RegisterEntry.objects.filter(old__isnull=False).exists()


def test_a_row_to_look_at_says_why(people: dict[str, User], client: Client) -> None:
    batch = sent(people)
    client.force_login(people["dewi"])
    rows = client.get(f"{batch.get_absolute_url()}?putusan=WARNING").context["rows"]
    assert [bool(row["said"]) for row in rows] == [True, True]
    # With nothing else to say, what is unknown is the reason.
    batch.rows.filter(title="Wisata Bahari").update(warnings=[])
    rows = client.get(f"{batch.get_absolute_url()}?putusan=WARNING").context["rows"]
    unknown = "jenis kerja sama, bentuk naskah, perangkat daerah, tanggal tanda tangan, mulai berlaku, dan berakhir"
    assert [row["said"] for row in rows if row["title"] == "Wisata Bahari"] == [[f"Belum diketahui: {unknown}."]]


def test_a_row_becomes_the_facts_it_tells_and_no_others(people: dict[str, User]) -> None:
    facts = sent(people).rows.get(number=2).facts
    assert facts == {
        "title": "Pengelolaan Sampah", "kind": "", "instrument": "PKS", "loose_numbers": [],
        "parties": [
            {"name": "Pemerintah Kabupaten Wanasari", "number": "075/01/PKS/I/2016", "signatory": "", "office": "", "ours": True},
            {"name": "PT Maju Sentosa", "number": "01/MS/I/2016", "signatory": "", "office": "", "ours": False},
        ],
        "unit_id": facts["unit_id"], "signed_on": "2016-01-15", "starts_on": "2016-01-15", "ends_on": "2030-01-15", "open_ended": False,
        "stopped": False, "ended_on": None, "told": {"FORM": "PKS", "STATUS": "Aktif", "UNIT": "Dinas Lingkungan Hidup"}, "hints": {},
        "remarks": "", "link": "", "doubts": [],
    }  # fmt: skip
    assert facts["unit_id"] is not None
    wisata = batch_row("Wisata Bahari")
    assert wisata.facts["hints"] == {"SIGNED_ON": {"month": 3, "year": 2021, "said": "Maret 2021"}}
    assert wisata.unknown == ["KIND", "INSTRUMENT", "UNIT", "SIGNED_ON", "STARTS_ON", "ENDS_ON"]


def batch_row(title: str) -> ImportRow:
    return ImportRow.objects.get(title=title)


def test_the_same_bytes_are_recognised(people: dict[str, User]) -> None:
    first = sent(people)
    again, fresh = uploading.take(sheet(), by=people["ratna"])
    assert (again.pk, fresh) == (first.pk, False)


def test_a_row_that_comes_twice_is_written_once(people: dict[str, User]) -> None:
    batch = sent(people, LINES[0], LINES[0])
    assert verdicts(batch)[1] == "ERROR"
    assert "sama dengan baris 2" in batch.rows.get(number=3).errors[0]


def test_the_same_title_in_other_years_without_numbers_is_two_naskah(people: dict[str, User]) -> None:
    early = changed(LINES[0], Nomor_Pihak_I="", Nomor_Pihak_II="")
    late = changed(early, Tanggal_TTD="15/01/2021", Mulai="15/01/2021")
    assert "ERROR" not in verdicts(sent(people, early, late))


@pytest.mark.parametrize(
    "name, content", [("x.csv", b""), ("x.xlsx", b"%PDF-1.7 x"), ("x.exe.csv", b"a;b"), ("../x.csv", b"a;b\n1;2")]
)
def test_what_is_no_register_is_refused_and_leaves_nothing(people: dict[str, User], name: str, content: bytes) -> None:
    before = set(stored.folder().iterdir()) if stored.folder().exists() else set()
    upload = SimpleUploadedFile("x.csv", content)
    upload._name = name
    with pytest.raises(UploadRefused):
        uploading.take(upload, by=people["dewi"])
    assert not ImportBatch.objects.exists()
    assert (set(stored.folder().iterdir()) if stored.folder().exists() else set()) == before


def test_a_large_xls_is_refused_before_it_is_opened(people: dict[str, User]) -> None:
    content = xls([("Tentang", "Mitra"), ("a", "b")]) + bytes(uploading.XLS_BYTES)
    with pytest.raises(UploadRefused, match="Berkas XLS lebih besar dari 5 MB"):
        uploading.take(SimpleUploadedFile("lama.xls", content), by=people["dewi"])


def test_a_file_without_heads_says_why_and_can_be_thrown_away(
    people: dict[str, User], django_capture_on_commit_callbacks: Any
) -> None:
    batch, _ = uploading.take(SimpleUploadedFile("x.csv", b"a;b\nc;d\n"), by=people["dewi"])
    batch.refresh_from_db()
    assert batch.state == "FAILED" and batch.failure
    assert (stored.folder() / batch.place).exists()
    with django_capture_on_commit_callbacks(execute=True):
        uploading.discard(batch, by=people["dewi"])
    assert not (stored.folder() / batch.place).exists()


def test_another_sheet_may_be_chosen_when_the_first_is_no_register(people: dict[str, User]) -> None:
    content = xlsx([["a", "b"], *([["c", "d"]] * 9)], [HEADS, LINES[0]])
    batch, _ = uploading.take(SimpleUploadedFile("x.xlsx", content), by=people["dewi"])
    batch.refresh_from_db()
    assert (batch.state, batch.may_choose_columns) == ("FAILED", True)
    uploading.choose(batch, {"sheet": 1, "columns": {}, "orders": {}}, expect=1, by=people["dewi"])
    batch.refresh_from_db()
    assert (batch.state, batch.found["sheet"], verdicts(batch)) == ("READY", 1, ["NEW"])


@pytest.mark.parametrize("who", ["dlh", "hukum", "admin", "setwan"])
def test_only_the_bagian_imports(people: dict[str, User], who: str) -> None:
    with pytest.raises(NotYours):
        uploading.take(sheet(), by=people[who])
    batch = sent(people)
    for act in (
        lambda: deciding.confirm(batch, expect=1, by=people[who]), lambda: deciding.undo(batch, by=people[who]),
        lambda: uploading.discard(batch, by=people[who]), lambda: uploading.choose(batch, {}, expect=1, by=people[who]),
    ):  # fmt: skip
        with pytest.raises(NotYours):
            act()


# --- columns by hand


def test_columns_by_hand_are_read_again_and_remembered(people: dict[str, User]) -> None:
    batch = sent(people)
    columns = {str(one["column"]): one["field"] for one in batch.found["columns"]} | {"1": "", "2": "TITLE"}
    batch = uploading.choose(batch, {"sheet": 0, "columns": columns, "orders": {}}, expect=1, by=people["dewi"])
    batch.refresh_from_db()
    assert (batch.reading, batch.state) == (2, "READY")
    assert list(batch.rows.values_list("title", flat=True))[:2] == ["PT Maju Sentosa", "RSUD Kota Tirta"]
    assert RememberedColumns.objects.count() == 1
    other = sent(people, changed(LINES[0], No=9))
    assert other.rows.get().title == "PT Maju Sentosa"


def test_an_order_of_days_is_obeyed(people: dict[str, User]) -> None:
    line = changed(LINES[0], Nomor_Pihak_I="", Nomor_Pihak_II="", Tanggal_TTD="05/01/2016", Mulai="", Berakhir="")
    batch = sent(people, line)
    assert batch.rows.get().facts["signed_on"] is None
    uploading.choose(batch, {"sheet": 0, "orders": {"SIGNED_ON": "MONTH_FIRST"}}, expect=1, by=people["dewi"])
    assert batch.rows.get().facts["signed_on"] == "2016-05-01"


def test_a_choice_on_an_older_reading_is_stale(people: dict[str, User]) -> None:
    batch = sent(people)
    uploading.choose(batch, {}, expect=1, by=people["dewi"])
    with pytest.raises(Stale):
        uploading.choose(batch, {}, expect=1, by=people["ratna"])
    with pytest.raises(Stale):
        deciding.confirm(batch, expect=1, by=people["dewi"])


# --- writing


def test_confirming_writes_versions_entries_and_the_chain(people: dict[str, User]) -> None:
    batch = written(people)
    assert (batch.state, batch.confirmed_by) == ("CONFIRMED", people["dewi"])
    naskah = OldNaskah.objects.order_by("pk")
    assert [old.title for old in naskah] == ["Pengelolaan Sampah", "Rujukan Pasien", "Wisata Bahari"]
    version = naskah[0].history.get()
    assert (version.history_user, version.history_change_reason) == (people["dewi"], f"Impor {batch.pk}, register.csv")
    assert naskah[0].source["row"] == 2 and ["Tentang", "Pengelolaan Sampah"] in naskah[0].source["cells"]
    assert RegisterEntry.objects.filter(old__in=naskah).count() == 3
    reasons = list(batch.history.order_by("history_id").values_list("history_change_reason", flat=True))
    assert reasons[-1] == "Ditulis ke register"
    # The chain is written when the transaction ends; brought forward, it holds every version.
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert AuditEntry.objects.filter(table_name="agreements_historicaloldnaskah").count() == 3


def test_confirming_twice_writes_once(people: dict[str, User]) -> None:
    batch = written(people)
    again = deciding.confirm(batch, expect=batch.reading, by=people["dewi"])
    assert again.confirmed_at == batch.confirmed_at and OldNaskah.objects.count() == 3


@pytest.mark.parametrize("step, begin, after", [("write_fresh", "confirm", "READY"), ("withdraw", "undo", "CONFIRMED")])
def test_what_stops_the_worker_is_kept_and_shown_and_the_register_is_as_it_was(
    people: dict[str, User], client: Client, monkeypatch: Any, step: str, begin: str, after: str
) -> None:
    batch = sent(people) if begin == "confirm" else written(people)
    count = OldNaskah.history.count()

    def stopped(*args: Any, **named: Any) -> None:
        raise RuntimeError("disk")

    address = "tulis" if begin == "confirm" else "batalkan"
    with monkeypatch.context() as failing:
        failing.setattr(olds, step, stopped)
        client.post(f"/impor/{batch.pk}/{address}/", {"reading": "1"})
    batch.refresh_from_db()
    assert (batch.state, batch.failure, OldNaskah.history.count()) == (after, writing.BROKEN, count)
    assert writing.BROKEN in client.get(f"/impor/{batch.pk}/").content.decode()
    client.post(f"/impor/{batch.pk}/{address}/", {"reading": "1"})
    batch.refresh_from_db()
    assert (batch.state, batch.failure) == ("CONFIRMED" if begin == "confirm" else "UNDONE", "")


@pytest.mark.parametrize(
    "state, said", [("WRITING", "Baris sedang ditulis ke register"), ("UNDOING", "Impor sedang dibatalkan")]
)
def test_the_page_waits_for_the_worker_and_asks_again_where_none_comes(
    people: dict[str, User], client: Client, state: str, said: str
) -> None:
    batch = written(people)
    ImportBatch.objects.filter(pk=batch.pk).update(state=state, done=2, total=3)
    page = client.get(f"/impor/{batch.pk}/").content.decode()
    assert said in page and "66 persen" in page and "hx-get" in page and "Coba sekali lagi" not in page
    with time_machine.travel(clock.now() + deciding.LONG + timedelta(minutes=1), tick=False):
        assert "Coba sekali lagi" in client.get(f"/impor/{batch.pk}/").content.decode()
    with pytest.raises(NotYet):
        uploading.discard(batch, by=people["dewi"])


def test_rows_left_out_are_not_written(people: dict[str, User]) -> None:
    batch = sent(people)
    uploading.include_all(batch, "WARNING", False, expect=1, by=people["dewi"])
    uploading.include(batch, [3], {3}, expect=1, by=people["dewi"])
    deciding.confirm(batch, expect=1, by=people["dewi"])
    assert list(OldNaskah.objects.values_list("title", flat=True).order_by("pk")) == [
        "Pengelolaan Sampah",
        "Rujukan Pasien",
    ]


def test_an_error_row_can_never_be_chosen(people: dict[str, User]) -> None:
    batch = sent(people)
    uploading.include(batch, [5], {5}, expect=1, by=people["dewi"])
    assert not batch.rows.get(number=5).included
    with pytest.raises(IntegrityError), transaction.atomic():
        batch.rows.filter(number=5).update(included=True)


def test_nothing_chosen_is_nothing_to_write(people: dict[str, User]) -> None:
    batch = sent(people, LINES[3])
    with pytest.raises(NotYet, match="Tidak ada baris"):
        deciding.confirm(batch, expect=1, by=people["dewi"])


def test_a_register_that_moved_on_is_stale_and_nothing_is_written(people: dict[str, User]) -> None:
    batch = sent(people)
    written(people, changed(LINES[0], No=7))
    batch = deciding.confirm(batch, expect=1, by=people["dewi"])
    assert batch.state == "READY" and re.search(r"1 baris tidak lagi .* \(baris 2\)", batch.failure)
    assert OldNaskah.objects.count() == 1
    uploading.choose(batch, {}, expect=1, by=people["dewi"])
    assert verdicts(batch)[0] == "SAME"


# --- the next file


def test_the_next_file_is_held_against_the_register(people: dict[str, User]) -> None:
    written(people)
    later = changed(LINES[0], Berakhir="15/01/2031", Nomor_Pihak_II="")
    batch = sent(
        people, later, LINES[1], changed(LINES[2], Tentang="Wisata Pulau", Nomor_Pihak_I="075/33/PKS/III/2021")
    )
    assert verdicts(batch) == ["CHANGED", "SAME", "WARNING"]
    row = batch.rows.get(number=2)
    # The number that this file leaves out stays.
    assert row.changes == [["Berakhir", "15 Januari 2030", "15 Januari 2031"]]
    deciding.confirm(batch, expect=1, by=people["dewi"])
    old = OldNaskah.objects.get(title="Pengelolaan Sampah")
    assert (old.ends_on, old.edition, old.parties[1]["number"]) == (date(2031, 1, 15), 2, "01/MS/I/2016")
    assert old.history.count() == 2


def test_a_naskah_of_this_system_is_named_and_left_alone(people: dict[str, User], kb: Walk) -> None:
    entry = RegisterEntry.objects.get(agreement=kb.agreement)
    ours = next(party for party in entry.parties if party["ours"])
    partner = next(party for party in entry.parties if not party["ours"])
    line = changed(
        LINES[0], Tentang=entry.title, Mitra=partner["name"], Nomor_Pihak_I=ours["number"], Nomor_Pihak_II=""
    )
    row = sent(people, line).rows.get()
    assert (row.verdict, row.agreement, row.included) == ("HERE", kb.agreement, False)


def test_a_number_alone_makes_no_match(people: dict[str, User]) -> None:
    written(people, LINES[0])
    row = sent(people, changed(LINES[0], Tentang="Lain Sekali", Mitra="Koperasi Tani", Nomor_Pihak_II="")).rows.get()
    assert (row.verdict, row.relation, row.old, row.included) == ("WARNING", "NEW", None, False)
    assert any("sudah ada dalam register pada naskah lain" in line for line in row.warnings)


def test_what_a_person_has_corrected_is_not_overruled_unasked(people: dict[str, User]) -> None:
    written(people, LINES[0])
    old = OldNaskah.objects.get()
    olds.write(old, {"ends_on": date(2029, 1, 15)}, reason="naskah asli", expect=1, by=people["dewi"])
    # The next file repeats what the last one said: nothing new. Another day is new, and for a person to choose.
    assert sent(people, changed(LINES[0], No=2)).rows.get().verdict == "SAME"
    row = sent(people, changed(LINES[0], Berakhir="15/01/2031")).rows.get()
    assert (row.verdict, row.relation, row.included) == ("WARNING", "CHANGED", False)
    assert row.changes == [["Berakhir", "15 Januari 2029", "15 Januari 2031"]]


#: Two partners and one number of theirs; the number says January, the day February.
UNSURE = changed(LINES[0], Mitra="PT Maju Sentosa; CV Karya Baru", Tanggal_TTD="15/02/2016", Mulai="15/02/2016")


def completed(people: dict[str, User]) -> OldNaskah:
    """As a person leaves it: the number is that of the second partner, who goes by another name; the doubt was looked into."""
    old = OldNaskah.objects.get()
    assert (old.loose_numbers, len(old.doubts)) == (["01/MS/I/2016"], 2)
    us, first, second = old.parties
    facts = {
        "parties": [us, first, {**second, "name": "CV Karya Baru Abadi", "number": "01/MS/I/2016"}],
        "loose_numbers": [],
        "doubts": [],
    }
    return olds.write(old, facts, reason="naskah asli", expect=old.edition, by=people["dewi"])


def test_what_a_person_has_completed_is_no_change_in_the_next_file(people: dict[str, User]) -> None:
    written(people, UNSURE)
    old = completed(people)
    row = sent(people, changed(UNSURE, No=2)).rows.get()
    assert (row.verdict, row.changes, row.old) == ("SAME", [], old)


def test_another_change_brings_neither_the_doubt_nor_the_old_names_back(people: dict[str, User]) -> None:
    written(people, UNSURE)
    before = olds.facts_of(completed(people))
    for n, end in enumerate(("2031", "2032", "2033"), start=2):
        batch = sent(people, changed(UNSURE, No=n, Berakhir=f"15/01/{end}"))
        assert [name for name, *_ in batch.rows.get().changes] == ["Berakhir"]
        uploading.include(batch, [2], {2}, expect=1, by=people["dewi"])
        deciding.confirm(batch, expect=1, by=people["dewi"])
        assert olds.facts_of(OldNaskah.objects.get()) == {**before, "ends_on": f"{end}-01-15"}
    # What the file says for the first time does come: a new doubt, a new party.
    later = changed(
        UNSURE, Mitra="PT Maju Sentosa; CV Karya Baru; Koperasi Tani", Berakhir="15/01/2033", Mulai="14/02/2016"
    )
    row = sent(people, later).rows.get()
    assert [name for name, *_ in row.changes] == ["Para pihak", "Mulai berlaku"]
    assert [party["name"] for party in row.facts["parties"]][2:] == ["CV Karya Baru Abadi", "Koperasi Tani"]
    assert row.facts["doubts"] == ["Mulai 14 Februari 2016, sebelum ditandatangani 15 Februari 2016."]


def test_an_import_that_was_undone_has_told_nothing(people: dict[str, User]) -> None:
    written(people, LINES[0])
    second = written(people, changed(LINES[0], Berakhir="15/01/2031"))
    deciding.undo(second, by=people["dewi"])
    row = sent(people, changed(LINES[0], No=3, Berakhir="15/01/2031")).rows.get()
    assert (row.verdict, row.changes) == ("CHANGED", [["Berakhir", "15 Januari 2030", "15 Januari 2031"]])


# --- undoing


def test_undoing_takes_all_of_it_out_and_keeps_the_versions(people: dict[str, User]) -> None:
    first = written(people)
    second = written(people, changed(LINES[0], Berakhir="15/01/2031"))
    with pytest.raises(NotYet, match="Pengelolaan Sampah"):
        deciding.undo(first, by=people["ratna"])
    deciding.undo(second, by=people["ratna"])
    old = OldNaskah.objects.get(title="Pengelolaan Sampah")
    assert (old.ends_on, old.withdrawn_at) == (date(2030, 1, 15), None)
    assert old.history.count() == 3
    # The last one first: the one before it can follow now.
    assert deciding.undo(first, by=people["ratna"]).state == "UNDONE"
    assert not RegisterEntry.objects.filter(old__isnull=False).exists()


def test_an_undone_import_leaves_the_register_and_may_come_again(people: dict[str, User]) -> None:
    batch = written(people)
    assert deciding.undo(batch, by=people["dewi"]).state == "UNDONE"
    assert not RegisterEntry.objects.filter(old__isnull=False).exists()
    assert [old.withdrawn_at is not None for old in OldNaskah.objects.all()] == [True] * 3
    assert OldNaskah.objects.first().history.count() == 2
    assert deciding.undo(batch, by=people["dewi"]).undone_at == ImportBatch.objects.get(pk=batch.pk).undone_at
    again = written(people)
    assert again.pk != batch.pk and RegisterEntry.objects.filter(old__isnull=False).count() == 3


def test_undoing_refuses_to_take_away_a_persons_work(people: dict[str, User]) -> None:
    batch = written(people)
    old = OldNaskah.objects.get(title="Wisata Bahari")
    olds.write(old, {"signed_on": date(2021, 3, 9)}, reason="naskah asli", expect=1, by=people["dewi"])
    with pytest.raises(NotYet, match=f"{old.code} .Wisata Bahari. sudah diubah"):
        deciding.undo(batch, by=people["dewi"])
    assert RegisterEntry.objects.filter(old__isnull=False).count() == 3


def test_what_was_never_decided_is_thrown_away_by_the_clock(people: dict[str, User]) -> None:
    batch, kept = sent(people), written(people, changed(LINES[0], No=9))
    with time_machine.travel(date(2026, 12, 30), tick=False):
        assert clear(batch.created_at.replace(year=2026, month=12, day=30)) == 1
    batch.refresh_from_db()
    assert (batch.state, batch.rows.count()) == ("DISCARDED", 0)
    assert kept.rows.count() == 1


def test_queries_grow_with_chunks_and_not_with_rows(people: dict[str, User]) -> None:
    def lines(n: int) -> list[tuple[Any, ...]]:
        return [
            changed(LINES[0], Tentang=f"Naskah {i}", Nomor_Pihak_I=f"075/{n}-{i}/PKS/I/2016", Nomor_Pihak_II="")
            for i in range(n)
        ]

    with CaptureQueriesContext(connection) as few:
        written(people, *lines(3))
    with CaptureQueriesContext(connection) as many:
        written(people, *lines(60))
    assert len(many) <= len(few) + 1


# --- pages


kb_walk = walked(
    lambda people: (
        new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    )
)


@pytest.fixture
def kb(kb_walk: Walk, people: dict[str, User]) -> Walk:
    return resumed(kb_walk, people)


@pytest.fixture
def client(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["dewi"])
    return client


def test_the_whole_way_over_pages(people: dict[str, User], client: Client) -> None:
    batch = ImportBatch.objects.get(pk=client.post("/impor/unggah/", {"file": sheet()}).url.strip("/").split("/")[-1])
    page = client.get(f"/impor/{batch.pk}/").content.decode()
    assert "Tulis 3 baris" in page and "Berakhir 18 April 2021, sebelum mulai 18 April 2022." in page
    assert client.get(f"/impor/{batch.pk}/?putusan=ERROR&q=vokasi").status_code == 200
    assert client.get(f"/impor/{batch.pk}/baris/4/").status_code == 200
    lines = b"".join(client.get(f"/impor/{batch.pk}/unduh.csv?putusan=ERROR").streaming_content).decode().splitlines()
    assert len(lines) == 2 and "Pendidikan Vokasi" in lines[1]
    assert client.post(f"/impor/{batch.pk}/tulis/", {"reading": "1"}).status_code == 302
    assert client.post(f"/impor/{batch.pk}/tulis/", {"reading": "1"}).status_code == 302
    assert "Wisata Bahari" in client.get("/naskah/?keadaan=semua&q=bahari").content.decode()
    assert b"".join(client.get(f"/impor/{batch.pk}/berkas/").streaming_content) == sheet().read()
    assert "Batalkan impor" in client.get(f"/impor/{batch.pk}/batalkan/").content.decode()
    assert client.post(f"/impor/{batch.pk}/batalkan/").status_code == 302
    assert "Wisata Bahari" not in client.get("/naskah/?keadaan=semua&q=bahari").content.decode()


def test_what_looks_like_a_number_and_is_none_is_no_failure(people: dict[str, User], client: Client) -> None:
    batch = sent(people)
    here = f"/impor/{batch.pk}"
    ImportBatch.objects.filter(pk=batch.pk).update(state="READING")
    assert "hx-get" not in client.get(f"{here}/?kali=²²²").content.decode()
    ImportBatch.objects.filter(pk=batch.pk).update(state="READY")
    posts = (
        ("pilih", {"reading": "1²", "shown": "²"}),
        ("baca-ulang", {"reading": "²²²²"}),
        ("tulis", {"reading": "①"}),
    )
    assert [client.post(f"{here}/{act}/", typed).status_code for act, typed in posts] == [409, 409, 409]
    assert client.post(f"{here}/pilih/", {"reading": "1", "shown": ["2", "²"], "pilih": ["²"]}).status_code == 302
    assert not batch.rows.get(number=2).included


def test_two_columns_for_one_fact_are_refused_and_nothing_typed_is_lost(
    people: dict[str, User], client: Client
) -> None:
    batch = sent(people)
    typed = {f"column_{one['column']}": one["field"] for one in batch.found["columns"]} | {
        "column_2": "TITLE",
        "reading": "1",
    }
    answer = client.post(f"/impor/{batch.pk}/kolom/", typed)
    assert answer.status_code == 422 and "sudah dipilih bagi kolom" in answer.content.decode()


def test_a_refused_file_is_told_on_the_form(client: Client) -> None:
    answer = client.post("/impor/unggah/", {"file": SimpleUploadedFile("x.xlsx", b"%PDF-1.7")})
    assert answer.status_code == 422 and "bukan lembar kerja" in answer.content.decode()


@pytest.mark.parametrize("who, there", [("dlh", 404), ("hukum", 404), ("setwan", 404), ("ratna", 200)])
def test_a_stranger_finds_no_import(people: dict[str, User], who: str, there: int) -> None:
    batch, client = sent(people), Client()
    client.force_login(people[who])
    assert client.get(f"/impor/{batch.pk}/").status_code == there
    assert client.get("/impor/").status_code == (200 if there == 200 else 403)


def test_a_page_of_rows_costs_the_same_for_one_and_for_many(people: dict[str, User], client: Client) -> None:
    one = sent(people, LINES[0])
    many = sent(
        people, *[changed(LINES[0], Tentang=f"Naskah {n}", Nomor_Pihak_I=f"075/{n}/PKS/I/2016") for n in range(40)]
    )
    client.get(f"/impor/{one.pk}/")
    counted = []
    for batch in (one, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/impor/{batch.pk}/")
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_the_register_finds_what_was_imported(people: dict[str, User]) -> None:
    written(people)
    for who, count in (("dewi", 3), ("hukum", 3), ("dlh", 1), ("dinkes", 1), ("setwan", 0)):
        assert found(people[who], Wanted(state="semua", origin="lama"), TODAY).found.count() == count, who
