"""What the command says, and that it needs no database."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError

from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.importing import telling
from kerjasama.importing.management.commands.inspect_register import Command
from kerjasama.importing.reading.days import Order
from kerjasama.importing.reading.fields import Field
from kerjasama.importing.reading.heads import from_json, place
from tests.importing.files import HEADS, ROW, SECOND, xlsx
from tests.importing.trap import ON, report


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: ON)


def _said(path: Path, **options: Any) -> str:
    out = io.StringIO()
    Command(stdout=out, no_color=True).handle(file=str(path), **options)
    return out.getvalue()


def _file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(content)
    return path


def test_the_command_tells_columns_decisions_rows_and_counts(tmp_path: Path) -> None:
    path = _file(tmp_path, xlsx([[*HEADS, "Warna map"], ROW, SECOND]))
    assert _said(path, us="Pemkab Wanasari").splitlines() == [
        "Lembar 1 dari 1: “Lembar1”, 3 baris berisi.",
        "Kepala kolom pada baris 1.",
        "  Kolom 1 “No” → nomor urut",
        "  Kolom 2 “Tentang” → tentang",
        "  Kolom 3 “Mitra” → mitra",
        "  Kolom 4 “Nomor” → nomor naskah",
        "  Kolom 5 “Tanggal Penandatanganan” → tanggal tanda tangan",
        "  Kolom 6 “Mulai” → mulai berlaku",
        "  Kolom 7 “Berakhir” → berakhir",
        "  Tidak dipetakan: “Warna map”.",
        "  Tanggal tanda tangan: Hari lebih dulu: 2 sel memuat angka di atas 12 yang membuktikannya.",
        "  Mulai berlaku: Hari lebih dulu: 2 sel memuat angka di atas 12 yang membuktikannya.",
        "  Berakhir: Hari lebih dulu: 2 sel memuat angka di atas 12 yang membuktikannya.",
        "  1 kepala kolom",
        "  2 baris data",
        "Baris 2 [baik] Pengelolaan sampah",
        "  Nomor: 075/01/PKS/I/2020",
        "  Pihak: Pemerintah Kota Tirtakencana (dugaan: daerah)",
        "  tanggal tanda tangan 15 Januari 2020; mulai berlaku 15 Januari 2020; berakhir 15 Januari 2025; berlaku",
        "Baris 3 [baik] Pelatihan kerja",
        "  Nomor: 075/02/PKS/II/2020",
        "  Pihak: PT Maju Sentosa (dugaan: badan usaha)",
        "  tanggal tanda tangan 20 Februari 2020; mulai berlaku 20 Februari 2020; berakhir 20 Februari 2022; berakhir",
        "Jumlah: 2 baik, 0 perlu dilihat, dan 0 salah.",
    ]


def test_json_holds_the_same(tmp_path: Path) -> None:
    held = json.loads(_said(_file(tmp_path, xlsx([HEADS, ROW])), json=True))
    assert held["counts"] == {"OK": 1, "WARNING": 0, "ERROR": 0}
    assert held["rows"][0]["values"]["ENDS_ON"] == {
        "raw": "15/01/2025",
        "value": "2025-01-15",
        "certainty": "EXACT",
        "notes": [],
    }


def test_a_refused_file_and_a_missing_sheet_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Berkas ini bukan lembar kerja"):
        _said(_file(tmp_path, b"%PDF-1.7 x"))
    with pytest.raises(CommandError, match="Lembar 9 tidak ada"):
        _said(_file(tmp_path, xlsx([HEADS, ROW])), sheet=9)
    with pytest.raises(CommandError, match="Berkas tidak dapat dibaca"):
        _said(tmp_path / "tidak-ada.xlsx")


def test_a_mapping_by_hand_moves_the_guess_aside() -> None:
    heads = ("No", "Tentang", "Judul resmi")
    assert [one.field for one in place(heads, {2: Field.TITLE, 0: None}).columns] == [None, None, Field.TITLE]


def test_a_mapping_by_hand_never_gives_one_field_two_columns() -> None:
    with pytest.raises(BadInput):
        place(("a", "b"), {0: Field.TITLE, 1: Field.TITLE})
    assert len(place(("a", "b"), {0: Field.PARTNER, 1: Field.PARTNER}).of(Field.PARTNER)) == 2


def test_a_remembered_mapping_is_refused_for_other_heads_and_when_broken() -> None:
    kept = place(("No", "Tentang")).to_json()
    for text, heads in (
        (kept, ("No", "Mitra")),
        ("{", ("No",)),
        ('{"columns": {"0": "APA"}}', ("No",)),
        ("[]", ("No",)),
    ):
        with pytest.raises(BadInput):
            from_json(text, heads)


def test_a_chosen_order_decides_what_the_column_could_not() -> None:
    content = xlsx([HEADS, [1, "Air", "PT Maju Sentosa", "-", "03/05/2020", "", ""]])
    read = [next(iter(report(content, orders={Field.SIGNED_ON: order}).rows())).days.signed_on.value for order in Order]
    assert [day.isoformat() for day in read] == ["2020-05-03", "2020-03-05"]


def test_each_value_keeps_its_raw_text_certainty_and_notes() -> None:
    heads = ["Tentang", "Tgl Ttd", "Masa Berlaku"]
    held = next(iter(report(xlsx([heads, ["Air", "Januari 2020", "5 (tiga) tahun"]])).rows())).values
    assert (held[Field.SIGNED_ON].raw, held[Field.SIGNED_ON].value, held[Field.SIGNED_ON].certainty) == (
        "Januari 2020",
        None,
        "MONTH",
    )
    assert held[Field.SIGNED_ON].notes == ("Hanya bulan dan tahun yang diketahui: Januari 2020.",)
    assert (held[Field.TERM].raw, held[Field.TERM].value, held[Field.TERM].certainty) == (
        "5 (tiga) tahun",
        None,
        "UNKNOWN",
    )
    assert held[Field.TERM].notes == ("“5 (tiga) tahun” memuat angka dan huruf yang berbeda; tidak dipakai.",)


def test_a_term_is_one_object_in_json(tmp_path: Path) -> None:
    held = json.loads(_said(_file(tmp_path, xlsx([["Tentang", "Masa Berlaku"], ["Air", "5 tahun"]])), json=True))
    assert held["rows"][0]["values"]["TERM"]["value"] == {"kind": "SPAN", "months": 60, "days": 0, "until": None}


def test_our_signatory_is_told_where_the_register_names_only_the_partner() -> None:
    heads = ["Tentang", "Mitra", "Penandatangan Pihak I", "Penandatangan Pihak II"]
    content = xlsx([heads, ["Air", "PT Maju Sentosa", "Bupati Wanasari", "Sari Melati, Direktur"]])
    said = list(telling.told(report(content)))
    assert "  Pihak: PT Maju Sentosa (dugaan: badan usaha) – Sari Melati, Direktur" in said
    assert "  Penandatangan pihak kita: Bupati Wanasari" in said


def test_days_that_contradict_each_other_give_no_state() -> None:
    read = next(iter(report(xlsx([[*HEADS, "Status"], [*ROW[:6], "15/01/2019", "Aktif"]])).rows()))
    assert (read.verdict, read.state.computed, read.state.typed) == ("ERROR", "UNKNOWN", "ACTIVE")
