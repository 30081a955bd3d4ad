"""Traps that only a whole row, or several together, show."""

from datetime import date

from tests.importing.files import HEADS, ROW, SECOND, csv, xlsx
from tests.importing.trap import Trap, ends, report, row, term, verdicts

TERMED = ["Tentang", "Mitra", "Nomor", "Tgl Ttd", "Mulai", "Jangka Waktu", "Berlaku s.d."]


def _termed(signed: str, start: str, term: str, end: str) -> object:
    return row(TERMED, ["Pengelolaan sampah", "PT Maju Sentosa", "075/01/PKS/I/2020", signed, start, term, end])


def _rows(*rows: list[object]) -> list[object]:
    return list(report(csv([HEADS, *rows])).rows())


def _signed(*cells: object) -> list[object]:
    """Signing days of rows whose numbers say January."""
    held = [
        [n, f"Naskah {n}", "PT Maju Sentosa", f"075/{n}/PKS/I/2020", cell, "", ""]
        for n, cell in enumerate(cells, start=1)
    ]
    return [one.days.signed_on.value for one in report(xlsx([HEADS, *held])).rows()]


def _turned() -> list[object]:
    days = [
        (date(2020, 3, 1), "I"),
        (date(2020, 4, 1), "I"),
        (date(2020, 5, 5), "V"),
        (date(2020, 6, 2), "VI"),
        *[(date(2020, 7, 2), "II")] * 6,
    ]
    held = [
        [n, f"Naskah {n}", "PT Maju Sentosa", f"075/{n}/PKS/{month}/2020", day, "", ""]
        for n, (day, month) in enumerate(days, start=1)
    ]
    return [one.days.signed_on.value for one in report(xlsx([HEADS, *held])).rows()][:4]


def _parties(*rows: list[object]) -> list[list[str]]:
    return [[party.name for party in one.parties.found] for one in _rows(*rows)]


def _beside(number: str, signed: str) -> tuple[date | None, tuple[str, ...]]:
    """What a row with this cell of numbers says of its signing."""
    one = row(["Tentang", "Mitra", "Nomor", "Tgl Ttd"], ["Air", "PT Maju Sentosa", number, signed])
    return one.days.signed_on.value, one.warnings


def _print(*cells: object) -> str:
    return row(HEADS, cells).fingerprint


ROWS = [
    Trap(
        "T163", "berakhir sebelum mulai", "salah", lambda: verdicts(csv([HEADS, [*ROW[:6], "15/01/2019"]])), ["ERROR"]
    ),
    Trap(
        "T164",
        "hanya nomor urut dan keterangan",
        "salah: tidak ada yang mengenali naskah",
        lambda: verdicts(
            csv([[*HEADS, "Ket", "OPD"], ROW, [2, "", "", "", "", "", "", "menyusul", "Dinas Kesehatan"]])
        ),
        ["OK", "ERROR"],
    ),
    Trap(
        "T165",
        "mitra tambahan pada baris bergabung di bawahnya",
        "pihak naskah di atasnya; disebut dalam keterangan",
        lambda: _parties(ROW, ["", "", "CV Karya Baru", "", "", "", ""]),
        [["Pemerintah Kota Tirtakencana", "CV Karya Baru"]],
    ),
    Trap(
        "T166",
        "judul kosong, nomor ada",
        "perlu dilihat; judul menjadi pekerjaan",
        lambda: (_rows([1, "", *ROW[2:]])[0].verdict, _rows([1, "", *ROW[2:]])[0].work),
        ("WARNING", ("tentang",)),
    ),
    Trap(
        "T167",
        "tanpa tanggal akhir; mulai dan 5 tahun ada",
        "akhir dihitung: hari yang sama lima tahun kemudian",
        lambda: ends(_termed("15/01/2020", "15/01/2020", "5 tahun", "")),
        "2025-01-15",
    ),
    Trap(
        "T168",
        "29 Februari 2020 dan 1 tahun",
        "28 Februari 2021",
        lambda: ends(_termed("29/02/2020", "29/02/2020", "1 tahun", "")),
        "2021-02-28",
    ),
    Trap(
        "T169",
        "5 tahun sejak ditandatangani, mulai kosong",
        "mulai pada tanggal tanda tangan",
        lambda: ends(_termed("15/01/2020", "", "5 (lima) tahun sejak ditandatangani", "")),
        "2025-01-15",
    ),
    Trap(
        "T170",
        "5 tahun tanpa mulai dan tanpa “sejak”",
        "akhir tidak diketahui; kemungkinannya disebut",
        lambda: ends(_termed("15/01/2020", "", "5 tahun", "")),
        None,
    ),
    Trap(
        "T171",
        "akhir tertulis berbeda dari jangka waktunya",
        "yang tertulis dipakai, dengan peringatan",
        lambda: _termed("15/01/2020", "15/01/2020", "5 tahun", "15/01/2023").warnings,
        ("Tanggal berakhir tertulis 15 Januari 2023, menurut jangka waktunya 15 Januari 2025.",),
    ),
    Trap(
        "T172",
        "akhir tertulis sehari sebelum hari yang sama",
        "diterima",
        lambda: _termed("15/01/2020", "15/01/2020", "5 tahun", "14/01/2025").warnings,
        (),
    ),
    Trap(
        "T173",
        "kolom tahun 2019, ditandatangani 2020",
        "peringatan",
        lambda: row(["Tahun", *HEADS], ["2019", *ROW]).warnings,
        ("Kolom tahun berisi 2019, tanggal tanda tangan tahun 2020.",),
    ),
    Trap(
        "T174",
        "nomor menyebut bulan III, ditandatangani Januari",
        "peringatan",
        lambda: row(HEADS, [*ROW[:3], "075/01/PKS/III/2020", *ROW[4:]]).warnings,
        ("Nomor 075/01/PKS/III/2020 menyebut bulan 3, ditandatangani bulan 1.",),
    ),
    Trap(
        "T175",
        "nomor bertahun 2019, ditandatangani 2020",
        "peringatan",
        lambda: row(HEADS, [*ROW[:3], "075/01/PKS/I/2019", *ROW[4:]]).warnings,
        ("Nomor 075/01/PKS/I/2019 bertahun 2019, ditandatangani tahun 2020.",),
    ),
    Trap(
        "T176",
        "nomor yang sama pada dua baris",
        "kedua baris perlu dilihat",
        lambda: verdicts(csv([HEADS, ROW, [2, *SECOND[1:3], ROW[3], *ROW[4:]]])),
        ["WARNING", "WARNING"],
    ),
    Trap(
        "T177",
        "03/01/2020 dan 05/01/2020, nomornya bulan I",
        "hari lebih dulu, menurut bulan romawi",
        lambda: _signed("03/01/2020", "05/01/2020"),
        [date(2020, 1, 3), date(2020, 1, 5)],
    ),
    Trap(
        "T178",
        "13/01/2020 dan 01/14/2020 dan 02/03/2020",
        "yang meragukan tidak diketahui",
        lambda: _signed("13/01/2020", "01/14/2020", "02/03/2020"),
        [date(2020, 1, 13), date(2020, 1, 14), None],
    ),
    Trap(
        "T179",
        "tanggal asli terbalik menurut sebagian besar nomor",
        "tidak diketahui dan disebut; yang dibenarkan nomornya sendiri tetap",
        _turned,
        [None, None, date(2020, 5, 5), date(2020, 6, 2)],
    ),
    Trap(
        "T180",
        "rentang dalam kolom Mulai",
        "mulai dan berakhir",
        lambda: ends(row(["Tentang", "Mulai"], ["Air", "5 Jan 2020 - 5 Jan 2025"])),
        "2025-01-05",
    ),
    Trap(
        "T181",
        "“tidak terbatas” dalam kolom Berakhir",
        "tanpa tanggal akhir; bukan pekerjaan",
        lambda: row(HEADS, [*ROW[:6], "tidak terbatas"]).work,
        (),
    ),
    Trap(
        "T182",
        "dua mitra, satu penandatangan",
        "tidak ditebak mewakili siapa",
        lambda: [
            one.signatory
            for one in row(
                ["Tentang", "Mitra", "Penandatangan Mitra"], ["Air", "PT Maju Sentosa; CV Karya Baru", "Sari Melati"]
            ).parties.found
        ],
        ["", ""],
    ),
    Trap(
        "T183",
        "dua mitra dan dua penandatangan pada baris sel masing-masing",
        "berpasangan menurut urutannya",
        lambda: [
            one.signatory
            for one in row(
                ["Tentang", "Mitra", "Penandatangan Mitra"],
                ["Air", "PT Maju Sentosa\nCV Karya Baru", "Sari Melati\nBayu Langit"],
            ).parties.found
        ],
        ["Sari Melati", "Bayu Langit"],
    ),
    Trap(
        "T184",
        "baris yang sama dengan spasi, huruf besar, dan urutan lain",
        "sidik baris sama",
        lambda: (
            _print(*ROW)
            == _print(
                7, "PENGELOLAAN  SAMPAH.", "Pemerintah Kota  Tirtakencana", "075 / 01 / pks / I / 2020", "", "", ""
            )
        ),
        True,
    ),
    Trap(
        "T185", "judul lain", "sidik baris lain", lambda: _print(*ROW) == _print(1, "Pengelolaan air", *ROW[2:]), False
    ),
    Trap(
        "T186",
        "huruf rusak “kerja sama â€œRimbaâ€”",
        "peringatan",
        lambda: row(HEADS, [1, "Kerja sama â€œRimbaâ€", *ROW[2:]]).warnings,
        ("Huruf rusak pada tentang; periksa pengodean berkas.",),
    ),
    Trap(
        "T187",
        "spasi tak terputus dan huruf tak tampak di dalam sel",
        "dibersihkan",
        lambda: row(HEADS, [1, "\u200bAir\u00a0 bersih ", *ROW[2:]]).values["TITLE"].raw,
        "Air bersih",
    ),
    Trap(
        "T188",
        "tanda petik Excel di depan teks: '15/01/2020",
        "dibuang",
        lambda: row(HEADS, [*ROW[:4], "'15/01/2020", *ROW[5:]]).days.signed_on.value,
        date(2020, 1, 15),
    ),
    Trap(
        "T189",
        "kepala kolom “Tanggal (mm/dd/yyyy)”",
        "judul kolom yang memutuskan, bila tidak ada bukti",
        lambda: (
            row(
                ["Tentang", "Mitra", "Tanggal (mm/dd/yyyy)"], ["Air", "PT Maju Sentosa", "02/03/2020"]
            ).days.signed_on.value
        ),
        date(2020, 2, 3),
    ),
    Trap(
        "T190",
        "tanggal tanda tangan belum tiba",
        "peringatan",
        lambda: row(["Tentang", "Tanggal Ttd"], ["Air", "15 Januari 2031"]).warnings,
        ("Tanggal tanda tangan 15 Januari 2031 belum tiba.",),
    ),
    Trap(
        "T191",
        "tahun tidak terbaca: “20I9”",
        "peringatan; tidak ditebak",
        lambda: row(["Tahun", "Tentang"], ["20I9", "Air"]).warnings,
        ("Tahun “20I9” tidak terbaca.",),
    ),
    Trap(
        "T196",
        "5 tahun sejak 1 Februari 2020",
        "mulai dari jangka waktunya, akhir dihitung",
        lambda: ends(
            row(["Tentang", "Jangka Waktu"], ["Air", "5 (lima) tahun terhitung sejak tanggal 1 Februari 2020"])
        ),
        "2025-02-01",
    ),
    Trap(
        "T197",
        "5 tahun (2020-2025)",
        "60 bulan; tahun dalam kurung hanya mengulang",
        lambda: term("5 tahun (2020-2025)"),
        "60 bulan 0 hari",
    ),
    Trap(
        "T198",
        "“Dinas Kesehatan” tanpa nama daerah dalam kolom Pihak Kesatu",
        "pihak kita, menurut kolomnya",
        lambda: [
            (one.name, one.ours)
            for one in row(
                ["Tentang", "Pihak Kesatu", "Pihak Kedua"], ["Air", "Dinas Kesehatan", "Dinas Kesehatan"]
            ).parties.found
        ],
        [("Dinas Kesehatan", True), ("Dinas Kesehatan", False)],
    ),
    Trap(
        "T199",
        "kota lain dalam kolom Pihak Kesatu",
        "bukan pihak kita, meski kolomnya begitu",
        lambda: [
            one.ours for one in row(["Tentang", "Pihak Kesatu"], ["Air", "Pemerintah Kota Tirtakencana"]).parties.found
        ],
        [False],
    ),
    Trap(
        "T201",
        "mitra tambahan dengan nomor dan penandatangannya sendiri pada baris bergabung",
        "pihak, nomor, dan penandatangan naskah di atasnya",
        lambda: [
            ([(p.name, p.signatory) for p in one.parties.found], [n.normal for n in one.numbers.found], one.notes[0])
            for one in report(
                csv(
                    [
                        ["No", "Tentang", "Mitra", "No Naskah", "Penandatangan Mitra"],
                        [1, "Air", "PT Maju Sentosa", "075/01/PKS/I/2020", "Sari Melati"],
                        ["", "", "CV Karya Baru", "12/KB/I/2020", "Bayu Langit"],
                    ]
                )
            ).rows()
        ],
        [
            (
                [("PT Maju Sentosa", "Sari Melati"), ("CV Karya Baru", "Bayu Langit")],
                ["075/01/PKS/I/2020", "12/KB/I/2020"],
                "Baris 3 tanpa nomor urut dan judul: dibaca sebagai lanjutan naskah ini.",
            )
        ],
    ),
    Trap(
        "T202",
        "pihak tanpa nomor urut dan judul, tetapi bertanggal atau di bawah baris kosong",
        "bukan lanjutan: naskahnya sendiri, atau salah",
        lambda: [
            _parties(ROW, ["", "", "CV Karya Baru", "", "20/02/2021", "", ""]),
            _parties(ROW, [""] * 7, ["", "", "CV Karya Baru", "", "", "", ""]),
        ],
        [[["Pemerintah Kota Tirtakencana"], ["CV Karya Baru"]]] * 2,
    ),
    Trap(
        "T203",
        "nomor tanpa nomor urut dan judul, dalam daftar tanpa kolom nomor urut",
        "bukan lanjutan: mungkin naskah yang judulnya tidak ditulis",
        lambda: len(
            list(
                report(
                    csv(
                        [
                            ["Tentang", "Mitra", "Nomor"],
                            ["Air", "PT Maju Sentosa", "075/01/PKS/I/2020"],
                            ["", "CV Karya Baru", "12/KB/I/2020"],
                            ["", "Koperasi Tani", ""],
                        ]
                    )
                ).rows()
            )
        ),
        2,
    ),
    Trap(
        "T204",
        "tanggal dalam sel nomor; tanggal tanda tangan kosong",
        "dianggap tanggal tanda tangan, dengan peringatan",
        lambda: _beside("075/01/PKS/I/2020 tanggal 15 Januari 2020", ""),
        (
            date(2020, 1, 15),
            (
                "Tanggal tanda tangan 15 Januari 2020 dianggap dari sel nomor, karena tidak tertulis di tempat lain; periksa pada naskahnya.",
            ),
        ),
    ),
    Trap(
        "T205",
        "tanggal dalam sel nomor; tanggal tanda tangan lain tertulis, atau hanya bulan lain",
        "yang tertulis dipakai; yang lain disebut",
        lambda: [
            _beside("075/01/PKS/I/2020\n15 Januari 2020", "20 Januari 2020"),
            _beside("075/01/PKS/I/2020\n15 Januari 2020", "Maret 2020")[0],
        ],
        [
            (
                date(2020, 1, 20),
                ("Sel nomor juga memuat tanggal “15 Januari 2020”; tanggal tanda tangan yang tertulis dipakai.",),
            ),
            None,
        ],
    ),
    Trap(
        "T206",
        "tanggal dalam sel nomor sama dengan tanggal tanda tangan; dua tanggal berlainan",
        "tidak disebut; tidak dipakai",
        lambda: [
            _beside("075/01/PKS/I/2020 tanggal 15 Januari 2020", "15 Januari 2020"),
            _beside("075/01/PKS/I/2020\n15 Januari 2020\n12/KB/I/2020\n16 Januari 2020", "")[0],
        ],
        [(date(2020, 1, 15), ()), None],
    ),
]
