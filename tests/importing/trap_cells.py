"""Traps in numbers, parties, states and heads."""

from datetime import date

from kerjasama.importing.reading import parties
from kerjasama.importing.reading.heads import from_json, place
from kerjasama.importing.reading.numbers import Seen, read
from tests.importing.trap import Trap, guess, mapped, names, nums, state

U, P, N = "US", "PARTNER", "UNSAID"
LABELLED = "Nomor Pihak Kesatu: 075/01/PKS/I/2020\nNomor Pihak Kedua: 12/DIR/II/2020"


def _duplicates() -> list[list[str]]:
    seen = Seen()
    rows = [(2, "075/01/PKS/I/2020"), (3, "12/DIR/2020"), (9, "075 / 01 / pks / I / 2020")]
    for row, cell in rows:
        seen.add(row, read(cell).found)
    return [seen.notes(row, read(cell).found) for row, cell in rows]


def _signers(cell: str) -> list[tuple[str, str]]:
    return [(one.name, one.office) for one in parties.signers(cell)]


def _remembered() -> bool:
    heads = ("No", "Isi", "Rekanan kita")
    kept = place(heads, {1: place(("Tentang",)).columns[0].field, 2: place(("Mitra",)).columns[0].field}).to_json()
    return [one.field for one in place(heads, from_json(kept, ("NO.", "isi", "Rekanan Kita"))).columns] == [
        "NO",
        "TITLE",
        "PARTNER",
    ]


NUMBERS = [
    Trap(
        "T078",
        "dua nomor berlabel Pihak Kesatu dan Pihak Kedua",
        "masing-masing pada pemiliknya",
        lambda: nums(LABELLED),
        [("075/01/PKS/I/2020", U, 1, 2020), ("12/DIR/II/2020", P, 2, 2020)],
    ),
    Trap(
        "T079",
        "“075 / 01 / pks / I / 2020”",
        "bentuk baku tanpa spasi, huruf besar",
        lambda: nums("075 / 01 / pks / I / 2020"),
        [("075/01/PKS/I/2020", N, 1, 2020)],
    ),
    Trap(
        "T080",
        "dua nomor dipisahkan titik koma, baris, atau “dan”",
        "dua nomor",
        lambda: {len(nums(cell)) for cell in ("1/A/2020; 2/B/2020", "1/A/2020\n2/B/2020", "1/A/2020 dan 2/B/2020")},
        {2},
    ),
    Trap(
        "T081",
        "“No. 075/01/PKS/I/2020”",
        "awalan dibuang",
        lambda: nums("No. 075/01/PKS/I/2020"),
        [("075/01/PKS/I/2020", N, 1, 2020)],
    ),
    Trap(
        "T082",
        "tanpa nomor, -, belum ada nomor",
        "tidak ada nomor; menjadi pekerjaan",
        lambda: [nums(cell) for cell in ("tanpa nomor", "-", "belum ada nomor")],
        [[], [], []],
    ),
    Trap(
        "T083",
        "25 TAHUN 2016",
        "tahun terbaca, bulan tidak",
        lambda: nums("25 TAHUN 2016"),
        [("25 TAHUN 2016", N, None, 2016)],
    ),
    Trap(
        "T084",
        "nomor bank B.973-DIR/INS/08/2017",
        "bulan hanya dari angka romawi",
        lambda: nums("B.973-DIR/INS/08/2017"),
        [("B.973-DIR/INS/08/2017", N, None, 2017)],
    ),
    Trap(
        "T085",
        "dua angka romawi: 12/V/DIR/IX/2021",
        "yang di samping tahun",
        lambda: nums("12/V/DIR/IX/2021"),
        [("12/V/DIR/IX/2021", N, 9, 2021)],
    ),
    Trap(
        "T086",
        "nomor 10/2016 yang oleh Excel menjadi tanggal",
        "nomor tidak diketahui; disebut",
        lambda: nums(date(2016, 10, 1)),
        [],
    ),
    Trap("T087", "1,23E+15", "nomor tidak diketahui; disebut", lambda: nums("1,23E+15"), []),
    Trap(
        "T088",
        "415.4 tersimpan sebagai angka",
        "dipakai dengan peringatan",
        lambda: (nums(415.4), len(read(415.4).notes)),
        ([("415.4", N, None, None)], 1),
    ),
    Trap(
        "T089",
        "nomor yang sama pada dua baris, beda spasi dan huruf",
        "kedua baris menyebut yang lain",
        _duplicates,
        [["Nomor 075/01/PKS/I/2020 juga ada pada baris 9."], [], ["Nomor 075/01/PKS/I/2020 juga ada pada baris 2."]],
    ),
    Trap(
        "T192",
        "nomor dan tanggal dalam satu sel",
        "tanggalnya bukan nomor",
        lambda: [
            (nums(cell), read(cell).days)
            for cell in ("075/01/PKS/I/2020 tanggal 15 Januari 2020", "075/01/PKS/I/2020\n15 Januari 2020")
        ],
        [
            ([("075/01/PKS/I/2020", N, 1, 2020)], ("tanggal 15 Januari 2020",)),
            ([("075/01/PKS/I/2020", N, 1, 2020)], ("15 Januari 2020",)),
        ],
    ),
]

PARTIES = [
    Trap(
        "T090",
        "Dinas Perindustrian dan Perdagangan",
        "satu pihak",
        lambda: names("Dinas Perindustrian dan Perdagangan"),
        ["Dinas Perindustrian dan Perdagangan"],
    ),
    Trap(
        "T091",
        "Kementerian Pendidikan dan Kebudayaan",
        "satu pihak",
        lambda: names("Kementerian Pendidikan dan Kebudayaan"),
        ["Kementerian Pendidikan dan Kebudayaan"],
    ),
    Trap(
        "T092",
        "Badan Pengelolaan Keuangan dan Aset Daerah",
        "satu pihak",
        lambda: len(names("Badan Pengelolaan Keuangan dan Aset Daerah")),
        1,
    ),
    Trap(
        "T093",
        "PT Maju Sentosa dan CV Karya Baru",
        "dua pihak",
        lambda: names("PT Maju Sentosa dan CV Karya Baru"),
        ["PT Maju Sentosa", "CV Karya Baru"],
    ),
    Trap(
        "T094",
        "Pemkab Wanasari dengan PT Maju Sentosa",
        "pihak kita dan mitra",
        lambda: names("Pemkab Wanasari dengan PT Maju Sentosa"),
        ["Pemkab Wanasari*", "PT Maju Sentosa"],
    ),
    Trap(
        "T095",
        "PT Maju Sentosa, CV Karya Baru & Koperasi Tani Rukun",
        "tiga pihak",
        lambda: names("PT Maju Sentosa, CV Karya Baru & Koperasi Tani Rukun"),
        ["PT Maju Sentosa", "CV Karya Baru", "Koperasi Tani Rukun"],
    ),
    Trap("T096", "PT Sinar Abadi, Tbk", "satu pihak", lambda: names("PT Sinar Abadi, Tbk"), ["PT Sinar Abadi, Tbk"]),
    Trap(
        "T097",
        "1. PT Maju Sentosa 2. CV Karya Baru",
        "dua pihak tanpa nomornya",
        lambda: names("1. PT Maju Sentosa 2. CV Karya Baru"),
        ["PT Maju Sentosa", "CV Karya Baru"],
    ),
    Trap(
        "T098",
        "nama yang patah pada dua baris sel",
        "satu pihak",
        lambda: names("Dinas Pekerjaan Umum\ndan Penataan Ruang Kabupaten Wanasari"),
        ["Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Wanasari*"],
    ),
    Trap(
        "T099",
        "dua nama dengan “dan” sendiri pada baris di antaranya",
        "dua pihak",
        lambda: names("PT Maju Sentosa\ndan\nKoperasi Tani Rukun"),
        ["PT Maju Sentosa", "Koperasi Tani Rukun"],
    ),
    Trap(
        "T100",
        "PIHAK KESATU: … PIHAK KEDUA: …",
        "dua pihak tanpa sebutannya",
        lambda: names("PIHAK KESATU: Pemda Kab. Wanasari\nPIHAK KEDUA: PT Maju Sentosa"),
        ["Pemda Kab. Wanasari*", "PT Maju Sentosa"],
    ),
    Trap(
        "T101",
        "PT Wanasari Jaya (nama daerah dalam nama badan)",
        "bukan pihak kita",
        lambda: names("PT Wanasari Jaya"),
        ["PT Wanasari Jaya"],
    ),
    Trap(
        "T102",
        "Kota Wanasari, padahal kita kabupaten",
        "bukan pihak kita",
        lambda: names("Pemerintah Kota Wanasari"),
        ["Pemerintah Kota Wanasari"],
    ),
    Trap(
        "T103",
        "PT … diwakili oleh … selaku …",
        "nama, penandatangan, dan jabatan terpisah",
        lambda: [
            (one.name, one.signatory, one.office)
            for one in parties.read("PT Maju Sentosa diwakili oleh Sari Melati selaku Direktur").found
        ],
        [("PT Maju Sentosa", "Sari Melati", "Direktur")],
    ),
    Trap(
        "T104",
        "“Bupati Wanasari” dalam kolom penandatangan",
        "jabatan, bukan nama",
        lambda: _signers("Bupati Wanasari"),
        [("", "Bupati Wanasari")],
    ),
    Trap(
        "T105",
        "Sari Melati, S.E., Direktur Utama",
        "nama dengan gelar, dan jabatan",
        lambda: _signers("Sari Melati, S.E., Direktur Utama"),
        [("Sari Melati, S.E.", "Direktur Utama")],
    ),
    Trap(
        "T106",
        "dugaan kelas dari nama",
        "disebut dugaan",
        lambda: [
            guess(cell)
            for cell in (
                "Pemerintah Kota Tirtakencana",
                "PT Maju Sentosa",
                "Yayasan Bina Rimba",
                "Kementerian Rimba",
                "Universitas Cendana Raya",
                "City of Greenhill",
                "Bapak Bayu Langit",
            )
        ],
        ["REGION", "COMPANY", "SOCIETY", "MINISTRY", "UNIVERSITY", "FOREIGN", "PERSON"],
    ),
    Trap("T107", "nama tanpa kata kunci", "belum dapat diduga", lambda: guess("Cahaya Rimba"), "UNKNOWN"),
    Trap("T108", "Bank Indonesia", "instansi pusat, bukan badan usaha", lambda: guess("Bank Indonesia"), "MINISTRY"),
]

STATES = [
    Trap(
        "T109",
        "“Aktif”, padahal berakhir tahun lalu",
        "berakhir, dengan peringatan",
        lambda: state("Aktif", date(2018, 1, 1), date(2023, 1, 1)),
        ("ENDED", True),
    ),
    Trap(
        "T110",
        "“Tidak berlaku”, padahal masih berlaku",
        "berlaku, dengan peringatan",
        lambda: state("Tidak berlaku", date(2023, 1, 1), date(2028, 1, 1)),
        ("ACTIVE", True),
    ),
    Trap(
        "T111",
        "“Dihentikan” sebelum waktunya",
        "dihentikan; dasar dan tanggalnya menjadi pekerjaan",
        lambda: state("Dihentikan", date(2023, 1, 1), date(2028, 1, 1))[0],
        "STOPPED",
    ),
    Trap(
        "T112",
        "“Aktif” tanpa tanggal",
        "yang tertulis, disebut tidak dapat diperiksa",
        lambda: state("Aktif", None, None),
        ("ACTIVE", False),
    ),
    Trap(
        "T113",
        "tepat pada hari terakhir",
        "masih berlaku",
        lambda: state("berlaku", date(2020, 6, 1), date(2024, 6, 1)),
        ("ACTIVE", False),
    ),
    Trap(
        "T114",
        "mulai bulan depan, status kosong",
        "belum mulai",
        lambda: state("-", date(2024, 7, 1), date(2028, 7, 1)),
        ("FUTURE", False),
    ),
]

HEADS = [
    Trap(
        "T115",
        "“No” dan “No. Naskah”",
        "nomor urut dan nomor naskah",
        lambda: mapped("No", "No. Naskah"),
        ["NO", "NUMBER"],
    ),
    Trap(
        "T116",
        "Tgl Ttd, TMT, Berlaku s.d., Jangka Waktu",
        "tanda tangan, mulai, berakhir, jangka waktu",
        lambda: mapped("Tgl Ttd", "TMT", "Berlaku s.d.", "Jangka Waktu"),
        ["SIGNED_ON", "STARTS_ON", "ENDS_ON", "TERM"],
    ),
    Trap(
        "T117",
        "Nomor Pihak I, Nomor Pihak II",
        "nomor kita dan nomor mitra",
        lambda: mapped("Nomor Pihak I", "Nomor Pihak II"),
        ["NUMBER_US", "NUMBER_PARTNER"],
    ),
    Trap(
        "T118",
        "Tentang dan Judul dalam satu berkas",
        "satu kolom saja; yang lain tidak dipetakan",
        lambda: mapped("Tentang", "Judul"),
        ["TITLE", None],
    ),
    Trap(
        "T119",
        "Status/Ket, OPD, Induk, Tautan",
        "status, perangkat daerah, naskah induk, tautan",
        lambda: mapped("Status/Ket", "OPD", "Induk", "Tautan"),
        ["STATUS", "UNIT", "PARENT", "LINK"],
    ),
    Trap("T120", "Warna Map", "tidak dipetakan, disebut", lambda: mapped("Tentang", "Warna Map"), ["TITLE", None]),
    Trap(
        "T121",
        "pemetaan sendiri bagi judul kolom yang sama, beda huruf besar",
        "diingat menurut judul kolom",
        _remembered,
        True,
    ),
    Trap(
        "T122",
        "Pihak II dan Pihak III",
        "dua kolom mitra",
        lambda: mapped("Pihak I", "Pihak II", "Pihak III"),
        ["PARTY_US", "PARTNER", "PARTNER"],
    ),
    Trap(
        "T193",
        "No. Permohonan, No. HP, NIK, NPWP",
        "tidak dipetakan: bukan nomor naskah, dan data pribadi tidak diambil",
        lambda: mapped("No. Permohonan", "No. HP", "NIK", "No. NPWP"),
        [None, None, None, None],
    ),
    Trap(
        "T194",
        "Masa Berlaku Mulai dan Masa Berlaku Sampai",
        "mulai dan berakhir, bukan jangka waktu",
        lambda: mapped("Masa Berlaku Mulai", "Masa Berlaku Sampai"),
        ["STARTS_ON", "ENDS_ON"],
    ),
]
