"""Traps in files and in the lay-out of sheets."""

import io
import zipfile

from tests.importing.files import (
    HEADS,
    ROW,
    SECOND,
    Formula,
    bomb,
    compound,
    csv,
    merged,
    ods,
    part,
    rezipped,
    xls,
    xlsx,
)
from tests.importing.trap import Trap, lines, refused, report, verdicts

TABLE = [HEADS, ROW, SECOND]
OK = ["OK", "OK"]


def _zip(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return held.getvalue()


def _macros() -> bytes:
    return rezipped(xlsx(TABLE), {"xl/vbaProject.bin": b"x"})


def _stray(cell: str) -> bytes:
    content = xlsx(TABLE)
    sheet = part(content, "xl/worksheets/sheet1.xml")
    number = "".join(letter for letter in cell if letter.isdigit()).encode()
    more = b'<row r="' + number + b'"><c r="' + cell.encode() + b'"><v>1</v></c></row></sheetData>'
    return rezipped(content, {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", more)})


def _entity() -> bytes:
    content = xlsx(TABLE)
    sheet = part(content, "xl/worksheets/sheet1.xml")
    return rezipped(
        content,
        {"xl/worksheets/sheet1.xml": sheet.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)},
    )


def _first(content: bytes) -> object:
    return next(iter(report(content).rows()))


def _title(content: bytes) -> str:
    return _first(content).values["TITLE"].raw  # type: ignore[attr-defined]


FILES = [
    Trap("T123", "berkas kosong", "ditolak", lambda: refused(b""), "Berkas ini kosong."),
    Trap(
        "T124",
        "PDF bernama .xlsx",
        "ditolak",
        lambda: refused(b"%PDF-1.7\n...", "daftar.xlsx"),
        "Berkas ini bukan lembar kerja.",
    ),
    Trap(
        "T125",
        "teks yang bukan tabel",
        "ditolak",
        lambda: refused(b"halo\napa kabar\n"),
        "Berkas ini bukan lembar kerja.",
    ),
    Trap(
        "T126",
        "XLSX berkata sandi",
        "ditolak",
        lambda: refused(compound("EncryptedPackage", b"x")),
        "Berkas ini terkunci dengan kata sandi.",
    ),
    Trap(
        "T127",
        "makro (vbaProject, atau nama .xlsm)",
        "ditolak",
        lambda: {refused(_macros()), refused(xlsx(TABLE), "daftar.xlsm")},
        {"Berkas ini memuat makro."},
    ),
    Trap(
        "T128",
        "bom ZIP",
        "ditolak menurut daftar isinya, tanpa dibuka",
        lambda: refused(bomb()),
        "Berkas ini membengkak saat dibuka.",
    ),
    Trap("T129", "XLSX terpotong", "ditolak", lambda: refused(xlsx(TABLE)[:2000]), "Berkas ini rusak atau terpotong."),
    Trap(
        "T130",
        "halaman web bernama .xls",
        "ditolak; simpan ulang",
        lambda: refused(b"<html><table><tr><td>No</td></tr></table>", "daftar.xls"),
        "Berkas ini halaman web atau XML, bukan lembar kerja.",
    ),
    Trap(
        "T131",
        "ZIP lain, misalnya DOCX",
        "ditolak",
        lambda: refused(_zip(**{"word/document.xml": "x"})),
        "Berkas ini bukan lembar kerja.",
    ),
    Trap(
        "T132",
        "lebih dari 20.000 baris",
        "ditolak",
        lambda: refused(csv([HEADS] + [ROW] * 20_001)),
        "Lembar “daftar” memakai lebih dari 20.000 baris.",
    ),
    Trap(
        "T133",
        "satu sel tertinggal pada baris 1.000.000",
        "ditolak sebelum memori terpakai",
        lambda: refused(_stray("B1000000")),
        "Lembar “Lembar1” memakai lebih dari 20.000 baris.",
    ),
    Trap(
        "T134",
        "satu sel tertinggal pada kolom XFD",
        "ditolak",
        lambda: refused(_stray("XFD9")),
        "Lembar “Lembar1” memakai lebih dari 256 kolom.",
    ),
    Trap(
        "T135",
        "pernyataan entitas di dalam XML lembar",
        "ditolak",
        lambda: refused(_entity()),
        "Berkas ini rusak atau terpotong.",
    ),
    Trap(
        "T136",
        "tanpa kepala kolom yang dikenal",
        "ditolak; apa yang dicari disebut",
        lambda: refused(csv([["a", "b"], [1, 2]])),
        "Kepala kolom tidak ditemukan.",
    ),
    Trap(
        "T137",
        "CSV koma, titik koma, tab, garis tegak",
        "pemisah menurut isinya",
        lambda: {tuple(verdicts(csv(TABLE, sign))) for sign in ",;\t|"},
        {tuple(OK)},
    ),
    Trap(
        "T138",
        "CSV UTF-8 dengan dan tanpa BOM, UTF-16, cp1252",
        "pengodean menurut isinya",
        lambda: {
            _title(csv([HEADS, [1, "Kerja sama “Rimba” – é", *ROW[2:]]], ";", coding))
            for coding in ("utf-8", "utf-8-sig", "utf-16", "cp1252")
        },
        {"Kerja sama “Rimba” – é"},
    ),
    Trap(
        "T139", "CSV dengan baris “sep=;” di atasnya", "dituruti", lambda: verdicts(b"sep=;\r\n" + csv(TABLE, ";")), OK
    ),
    Trap(
        "T140",
        "baris baru di dalam sel CSV",
        "tetap satu baris",
        lambda: len(verdicts(csv([HEADS, [1, "Pengelolaan\nsampah", *ROW[2:]], SECOND]))),
        2,
    ),
    Trap(
        "T141",
        "koma di dalam judul CSV bertitik koma",
        "pemisah tetap titik koma",
        lambda: _title(csv([HEADS, [1, "Air, tanah, dan udara", *ROW[2:]]], ";")),
        "Air, tanah, dan udara",
    ),
    Trap(
        "T142",
        "tanda kutip yang tidak ditutup",
        "ditolak dengan barisnya",
        lambda: refused(csv(TABLE) + b'\r\n3,"' + b"x" * 140_000),
        "Tanda kutip pada baris 4 tidak ditutup.",
    ),
    Trap("T143", "XLS Excel 97", "dibaca", lambda: verdicts(xls(TABLE)), OK),
    Trap("T144", "ODS LibreOffice", "dibaca", lambda: verdicts(ods(TABLE)), OK),
    Trap(
        "T145",
        "ODS dengan satu juta baris kosong berulang",
        "dibaca",
        lambda: verdicts(
            ods(
                TABLE,
                tail='<table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>',
            )
        ),
        OK,
    ),
    Trap(
        "T146",
        "ODS dengan satu juta baris berisi berulang",
        "ditolak sebelum dibentangkan",
        lambda: refused(
            ods(
                TABLE,
                tail='<table:table-row table:number-rows-repeated="1048500"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
            )
        ),
        "Lembar “Daftar” memakai lebih dari 20.000 baris.",
    ),
    Trap(
        "T147",
        "beberapa lembar",
        "yang terbanyak barisnya, bila tidak dipilih",
        lambda: (report(xlsx([["Petunjuk"]], TABLE)).sheet, report(xlsx(TABLE, [*TABLE, ROW]), sheet=0).sheet),
        (1, 0),
    ),
    Trap(
        "T148",
        "lembar tersembunyi yang lebih panjang",
        "yang tampak didahulukan",
        lambda: report(xlsx(TABLE, [*TABLE, ROW, ROW], hidden=[1])).sheet,
        0,
    ),
    Trap(
        "T149",
        "sel rumus",
        "nilai tersimpan, disebut dalam keterangan",
        lambda: _first(xlsx([HEADS, [*ROW[:6], Formula("=F2+1827", 45672)]])).notes[-1],
        "Sel berakhir berasal dari rumus; nilai yang tersimpan dipakai.",
    ),  # type: ignore[attr-defined]
    Trap(
        "T150",
        "sel #REF! dan #N/A",
        "tidak dipakai; menjadi peringatan",
        lambda: _first(xlsx([HEADS, [*ROW[:6], Formula("=A1", "#REF!")]])).warnings[0],
        "Sel berakhir memuat kesalahan #REF!; tidak dipakai.",
    ),  # type: ignore[attr-defined]
    Trap(
        "T151",
        "berkas yang berhitung sejak 1904",
        "angka seri mengikutinya",
        lambda: _first(xlsx([HEADS, [*ROW[:4], 42373, *ROW[5:]]], date_1904=True)).days.signed_on.value.isoformat(),
        "2020-01-05",
    ),  # type: ignore[attr-defined]
    Trap(
        "T152",
        "tabel yang mulai pada kolom C baris 5",
        "ditemukan; nomor baris seperti dalam berkas",
        lambda: [one.number for one in report(xlsx([[], [], [], [], [None, None, *HEADS], [None, None, *ROW]])).rows()],
        [6],
    ),
    Trap(
        "T195",
        "XLS yang rusak di dalamnya",
        "ditolak",
        lambda: refused(compound("Workbook", b"\x09\x08\x02\x00\x00\x06")),
        "Berkas ini rusak atau terpotong.",
    ),
    Trap(
        "T200",
        "ODS dengan satu sel yang berulang sampai kolom terakhir",
        "ditolak sebelum dibentangkan",
        lambda: refused(
            ods(
                TABLE,
                tail='<table:table-row><table:table-cell office:value-type="float" office:value="1" '
                'table:number-columns-repeated="16384"/></table:table-row>',
            )
        ),
        "Lembar “Daftar” memakai lebih dari 256 kolom.",
    ),
]

LAYOUT = [
    Trap(
        "T153",
        "baris judul di atas kepala kolom",
        "dilewati",
        lambda: lines(xlsx([["DAFTAR KERJA SAMA"], ["Tahun 2020"], [], *TABLE])),
        {"BLANK": 1, "DATA": 2, "HEAD": 1, "TITLE": 2},
    ),
    Trap(
        "T154",
        "kepala kolom bergabung pada dua baris",
        "digabung: “Nomor Pihak I”, “Tanggal Mulai”",
        lambda: [str(one.field) for one in report(merged()).mapping.columns],
        ["NO", "TITLE", "PARTNER", "NUMBER_US", "NUMBER_PARTNER", "SIGNED_ON", "STARTS_ON", "ENDS_ON"],
    ),
    Trap(
        "T155",
        "kepala kolom berulang di tengah tabel",
        "bukan data",
        lambda: lines(csv([HEADS, ROW, HEADS, SECOND])),
        {"DATA": 2, "HEAD": 2},
    ),
    Trap(
        "T156",
        "baris 1, 2, 3, … di bawah kepala kolom",
        "bukan data",
        lambda: lines(csv([HEADS, list(range(1, 8)), ROW])),
        {"DATA": 1, "HEAD": 1, "NUMBERING": 1},
    ),
    Trap(
        "T157",
        "baris (1), (2), (3), …",
        "bukan data",
        lambda: lines(csv([HEADS, [f"({n})" for n in range(1, 8)], ROW])),
        {"DATA": 1, "HEAD": 1, "NUMBERING": 1},
    ),
    Trap(
        "T158",
        "baris kelompok “A. Kerja Sama Antardaerah”",
        "kelompok bagi baris di bawahnya",
        lambda: [one.group for one in report(csv([HEADS, ["A. Kerja Sama Antardaerah"] + [""] * 6, ROW])).rows()],
        ["A. Kerja Sama Antardaerah"],
    ),
    Trap(
        "T159",
        "baris “Jumlah”",
        "bukan data",
        lambda: lines(csv([*TABLE, ["Jumlah", 2, "", "", "", "", ""]])),
        {"DATA": 2, "HEAD": 1, "SUBTOTAL": 1},
    ),
    Trap(
        "T160",
        "baris kosong di tengah",
        "dilewati",
        lambda: lines(csv([HEADS, ROW, [""] * 7, SECOND])),
        {"BLANK": 1, "DATA": 2, "HEAD": 1},
    ),
    Trap(
        "T161",
        "catatan, tempat dan tanggal, serta nama pejabat di bawah tabel",
        "bukan data",
        lambda: lines(
            csv(
                [
                    *TABLE,
                    ["Keterangan: dicetak"] + [""] * 6,
                    [""] * 6 + ["Wanasari, 5 Januari 2024"],
                    [""] * 6 + ["Kepala Bagian"],
                ]
            )
        ),
        {"DATA": 2, "HEAD": 1, "NOTE": 3},
    ),
    Trap(
        "T162",
        "kelompok “I | PEMERINTAH DAERAH”",
        "bukan data",
        lambda: lines(csv([HEADS, ["I", "PEMERINTAH DAERAH"] + [""] * 5, ROW])),
        {"DATA": 1, "GROUP": 1, "HEAD": 1},
    ),
]
