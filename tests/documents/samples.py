"""One full sample of every paper, with invented regions, people and numbers. No database needed."""

# ruff: noqa: E501  whole sentences are easier to read

from datetime import UTC, date, datetime, time
from decimal import Decimal

from agreements.amending import Change, Changes, Op, composed, numbered
from agreements.content import Clause
from kerjasama.documents import papers
from kerjasama.documents.papers.emblem import NEUTRAL_EMBLEM
from tests.documents import foreign_samples, statutory_samples

KOP = {
    "government": "Pemerintah Kabupaten Wanasari",
    "office": "Bupati Wanasari",
    "address": "Jalan Pemuda Nomor 1, Wanasari 54321 · telepon\u00a0(0298) 321000",
    "contact": "laman\u00a0wanasarikab.example · surel\u00a0setda@wanasarikab.example",
    "lambang": "",
    "emblem": "STATE",
    "regional": NEUTRAL_EMBLEM,
    "place": "Wanasari",
    "region": "Kabupaten Wanasari",
    "head_title": "Bupati Wanasari",
}
SETDA = KOP | {"office": "Sekretariat Daerah", "lambang": NEUTRAL_EMBLEM, "emblem": "REGION"}
DINAS = SETDA | {"office": "Dinas Lingkungan Hidup", "address": "Wanasari", "contact": ""}
BUPATI = {"name": "R. Aditya Wirakusuma, S.H., M.Si.", "title": "Bupati Wanasari", "capacity_line": "", "nip": ""}
SEKDA = {
    "name": "Dr. Nurlaila Hasanah, M.M.",
    "title": "Sekretaris Daerah",
    "capacity_line": "Plt. Sekretaris Daerah",
    "nip": "197203141997032004",
}
KABAG = {
    "name": "Ratna Kusumawati, S.Sos., M.Si.",
    "title": "Kepala Bagian Kerja Sama",
    "capacity_line": "",
    "nip": "198011142005012009",
}
HEAD_OF_UNIT = {
    "name": "Ir. Bagus Prakoso, M.T.",
    "title": "Kepala Dinas Lingkungan Hidup",
    "capacity_line": "",
    "nip": "197508202001121003",
}
ADDED = {
    "number": "100.3.7/2114/KS/XI/2026",
    "dated": "2026-11-23",
    "verify_url": "https://kerjasama.wanasarikab.example/periksa/Qm9va21hbk9sZFN0eWxlMQ/",
    "short_code": "7K4D-92QF",
}
TITLE = "Pengelolaan Sampah Regional di TPA Wanakerta"
CODE = "KSDD-2026-014"
PARTNER = "Pemerintah Kabupaten Tirtamarga"
UNIT = "Dinas Lingkungan Hidup"
HASH = "3f9ac1d27be4805591c0aa7d4e6f8b23d5107c9e4ab86f31207d9be5c4f1a860"
KAK = [
    (
        "Latar belakang",
        "Timbulan sampah kedua daerah mencapai 412 ton per hari, sedangkan TPA Wanakerta masih mempunyai "
        "sisa kapasitas untuk tujuh tahun.\nKabupaten Tirtamarga belum mempunyai TPA yang memenuhi standar lahan urug saniter.",
    ),
    (
        "Maksud dan tujuan",
        "1. meningkatkan cakupan pelayanan persampahan di kedua daerah;\n"
        "2. menurunkan biaya pengelolaan per ton; dan\n3. mengurangi pencemaran Sungai Kali Jernih.",
    ),
    ("Lokasi", "TPA Wanakerta, Kecamatan Sumberejo, Kabupaten Wanasari"),
    (
        "Ruang lingkup",
        "a. pengangkutan sampah dari Kabupaten Tirtamarga;\nb. pemrosesan akhir; dan\n"
        "c. pembayaran kompensasi jasa pelayanan.",
    ),
    ("Jangka waktu", "5 (lima) tahun"),
    ("Manfaat", "Pelayanan persampahan menjangkau 38.000 rumah tangga tambahan."),
    (
        "Analisis dampak sosial dan lingkungan",
        "Dokumen lingkungan TPA telah diperbarui pada tahun 2025. Lalu lintas truk "
        "diatur agar tidak melewati Jalan Pasar pada pukul 06.00 sampai dengan 08.00 WIB.",
    ),
    ("Pembiayaan", "APBD Kabupaten Tirtamarga dan APBD Kabupaten Wanasari sesuai dengan bagian masing-masing."),
]
CONDITIONS = [
    ("Melengkapi perhitungan kompensasi jasa pelayanan per ton.", UNIT, date(2026, 10, 22)),
    ("Menyampaikan rute pengangkutan kepada Dinas Perhubungan.", UNIT, None),
]


def side(order: int, label: str, name: str, number: str, person: str, title: str, seat: str) -> papers.PartyFacts:
    """A party of a naskah."""
    return {
        "order": order,
        "label": label,
        "name": name,
        "number": number,
        "signatory_name": person,
        "signatory_title": title,
        "capacity": "",
        "seat": title,
        "domicile": seat,
    }


OURS = side(
    1,
    "KESATU",
    "Pemerintah Kabupaten Wanasari",
    "100.3.7/045/PKS/KS/XI/2026",
    "R. Aditya Wirakusuma",
    "Bupati Wanasari",
    "Jalan Pemuda Nomor 1, Wanasari",
)
THEIRS = side(
    2,
    "KEDUA",
    PARTNER,
    "600.4.15/031/PKS/2026",
    "Siti Maemunah",
    "Bupati Tirtamarga",
    "Jalan Merdeka Nomor 7, Tirtamarga",
)
THIRD = side(
    3,
    "KETIGA",
    "Pemerintah Kota Banjararum",
    "180/77/2026",
    "Drs. Hasan Mulyana",
    "Wali Kota Banjararum",
    "Jalan Asri Nomor 10, Banjararum",
)
CLAUSES = [
    {
        "title": "MAKSUD DAN TUJUAN",
        "paragraphs": [
            "Maksud Perjanjian Kerja Sama ini adalah melaksanakan Kesepakatan Bersama PARA PIHAK.",
            "Tujuan Perjanjian Kerja Sama ini adalah:\na. meningkatkan cakupan pelayanan persampahan;\n"
            "b. menurunkan biaya pengelolaan per ton; dan\nc. mengurangi pencemaran Sungai Kali Jernih.",
        ],
    },
    {"title": "OBJEK", "paragraphs": [f"Objek Perjanjian Kerja Sama ini adalah {TITLE}."]},
    {
        "title": "HAK DAN KEWAJIBAN",
        "paragraphs": [
            "PARA PIHAK berhak memperoleh data, manfaat, dan hasil kerja sama sesuai dengan ruang lingkup.",
            "PARA PIHAK wajib:\na. melaksanakan kegiatan sesuai dengan rencana kerja tahunan;\n"
            "b. menyediakan pendanaan sesuai dengan bagian masing-masing; dan\nc. menyampaikan laporan pelaksanaan.",
        ],
    },
    {
        "title": "JANGKA WAKTU",
        "paragraphs": ["Perjanjian Kerja Sama ini berlaku untuk jangka waktu 5 (lima) tahun sejak ditandatangani."],
    },
    {
        "title": "PENYELESAIAN PERSELISIHAN",
        "paragraphs": [
            "Perselisihan diselesaikan dengan musyawarah untuk mufakat.",
            "Apabila musyawarah tidak mencapai mufakat, perselisihan diselesaikan sesuai dengan Pasal 370 Undang-Undang "
            "Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.",
        ],
    },
    {
        "title": "PENUTUP",
        "paragraphs": [
            "Hal-hal yang belum diatur dalam Perjanjian Kerja Sama ini diatur dalam adendum yang merupakan bagian yang tidak "
            "terpisahkan dari Perjanjian Kerja Sama ini."
        ],
    },
]
PREMISES = [
    "bahwa penyelenggaraan urusan pemerintahan yang menjadi kewenangan daerah dapat dikerjasamakan dengan daerah lain "
    "berdasarkan pertimbangan efisiensi dan efektivitas pelayanan publik serta saling menguntungkan",
    f"bahwa PARA PIHAK sepakat bekerja sama dalam {TITLE}",
    "bahwa perjanjian ini melaksanakan Kesepakatan Bersama PARA PIHAK",
]


def naskah(instrument: str = "PKS", *, draft: bool = False, parties: tuple = (OURS, THEIRS), **changed: object) -> dict:
    """A naskah, signed unless `draft`."""
    facts = {
        "instrument": instrument,
        "title": TITLE,
        "parties": parties,
        "signed_on": None if draft else date(2026, 11, 27),
        "place": "" if draft else "Wanasari",
        "premises": PREMISES,
        "clauses": CLAUSES,
        "text_hash": HASH,
        "parent_number": "100.3.7/021/KB/KS/III/2026" if instrument == "PKS" else "",
        "parent_date": date(2026, 3, 4) if instrument == "PKS" else None,
        "draft": draft,
        "originals": len(parties),
        "version": 6,
        "kop": KOP,
    }
    return papers.naskah(**(facts | changed)) | ADDED


def amendment() -> dict:
    """The first adendum to a PKS: one pasal reads anew, one is put in between, and the end moves."""
    form, told = (
        "Perjanjian Kerja Sama",
        f"Perjanjian Kerja Sama Nomor 100.3.7/045/PKS/KS/XI/2026 tanggal 27 November 2026 tentang {TITLE}",
    )
    text = numbered(Clause(row["title"].lower(), row["title"], tuple(row["paragraphs"])) for row in CLAUSES)
    fee = Clause(
        "",
        "PEMBIAYAAN",
        (
            "Kompensasi jasa pelayanan sebesar Rp95.000 untuk setiap ton sampah.",
            "Pembayaran dilakukan setiap triwulan.",
        ),
    )
    survey = Clause("", "PENGUKURAN", ("PARA PIHAK menimbang sampah pada jembatan timbang TPA Wanakerta.",))
    changes = Changes((Change(Op.REPLACE, "4", fee), Change(Op.INSERT, "4", survey)), date(2032, 11, 27))
    return naskah(
        "ADD", premises=[f"bahwa PARA PIHAK telah menandatangani {told}", "bahwa PARA PIHAK sepakat mengubah beberapa ketentuan di dalamnya"],
        clauses=[{"title": c.title, "paragraphs": list(c.paragraphs)} for c in composed(form, told, text, changes)],
        amends={"form": form, "count": 1, "stamped": True},
    )  # fmt: skip


def answer_facts(**changed: object) -> dict:
    """Values of a letter of answer."""
    return {
        "partner_name": PARTNER,
        "partner_head_title": "Bupati Tirtamarga",
        "partner_place": "Tirtamarga",
        "their_number": "100.3.7/188/2026",
        "their_date": date(2026, 9, 7),
        "title": TITLE,
        "statement": "",
        "unit_name": UNIT,
        "contact": "Bagian Kerja Sama, telepon (0298) 321000",
        "signer": BUPATI,
        "copies": ["Sekretaris Daerah", "Kepala Dinas Lingkungan Hidup"],
        "kop": KOP,
    } | changed


def offer(**changed: object) -> dict:
    """An offer."""
    facts = {
        "partner_name": PARTNER,
        "partner_head_title": "Bupati Tirtamarga",
        "partner_place": "Tirtamarga",
        "title": TITLE,
        "affair": "lingkungan hidup",
        "background": KAK[0][1],
        "kak": KAK,
        "contact": "Bagian Kerja Sama, telepon (0298) 321000",
        "signer": BUPATI,
        "copies": ["Gubernur", "Sekretaris Daerah", "Kepala Dinas Lingkungan Hidup"],
        "kop": KOP,
    }
    return papers.offer(**(facts | changed)) | ADDED


def willingness() -> dict:
    """A letter of willingness."""
    said = "Pelaksanaan kerja sama agar memperhatikan sisa kapasitas TPA Wanakerta."
    return papers.willingness(**answer_facts(statement=said)) | ADDED


def refusal() -> dict:
    """A letter of refusal with its reasons."""
    reasons = "a. sisa kapasitas TPA Wanakerta belum mencukupi; dan\nb. pendanaannya belum direncanakan dalam RKPD Tahun 2027."
    return papers.refusal(**answer_facts(statement=reasons)) | ADDED


def invitation() -> dict:
    """A call to a meeting."""
    return (
        papers.invitation(
            recipients=[
                "Kepala Bappeda",
                "Kepala BPKAD",
                "Kepala Bagian Hukum",
                "Kepala Dinas Lingkungan Hidup",
                "Kepala Dinas Perhubungan",
                "Camat Sumberejo",
            ],
            number_of_meeting="12/2026",
            held_on=date(2026, 10, 8),
            held_at=time(9, 0),
            place="Ruang Rapat Wijaya, Lantai 2",
            agenda="1. pemaparan usulan oleh Dinas Lingkungan Hidup;\n2. pembahasan; dan\n3. kesimpulan.",
            title=TITLE,
            case_code=CODE,
            signer=SEKDA,
            copies=["Bupati Wanasari (sebagai laporan)"],
            kop=SETDA,
        )
        | ADDED
    )


def attendance() -> dict:
    """A list of attendance."""
    return (
        papers.attendance_list(
            meeting_number="12/2026", held_on=date(2026, 10, 8), held_at=time(9, 0), place="Ruang Rapat Wijaya, Lantai 2",
            agenda="Pembahasan usulan", quorum_needed=2, kop=SETDA,
            attendance=[
                ("Sri Lestari", "Ketua (Sekretaris Daerah)", "hadir", ""),
                ("Budi Santoso", "Anggota tetap (Kepala Bappeda)", "diwakili", "Ani Wulandari, Sekretaris Bappeda"),
                ("Joko Prasetyo", "Anggota tetap (Kepala BPKAD)", "tidak hadir", ""),
            ],
        )
        | ADDED
        | {"number": ""}
    )  # fmt: skip


def dprd_request() -> dict:
    """A request to the DPRD."""
    return (
        papers.dprd_request(
            council_name="DPRD Kabupaten Wanasari",
            place="Wanasari",
            title=TITLE,
            case_code=CODE,
            partner_name=PARTNER,
            reason="Persetujuan DPRD diperlukan karena pendanaannya belum (sepenuhnya) teranggarkan dalam APBD tahun berjalan.",
            basis="PP 28/2018 Pasal 6 ayat (2)",
            purpose=KAK[1][1],
            scope=KAK[3][1],
            term="5 (lima) tahun, 2027 sampai dengan 2031",
            budget=[(2027, Decimal(1_400_000_000)), *((year, Decimal(1_200_000_000)) for year in range(2028, 2032))],
            total=Decimal(6_200_000_000),
            tkksd_line="Rencana kerja sama ini telah dibahas dan direkomendasikan oleh Tim Koordinasi Kerja Sama Daerah.",
            signer=BUPATI,
            copies=["Gubernur", "Sekretaris Daerah"],
            kop=KOP,
        )
        | ADDED
    )


def minutes() -> dict:
    """Minutes of a meeting."""
    people = [
        ("Dr. Nurlaila Hasanah, M.M.", "Ketua", "hadir", ""),
        ("Bambang Suryono, S.Sos.", "Wakil Ketua", "hadir", ""),
        ("Ratna Kusumawardani, S.H.", "Sekretaris", "hadir", ""),
        ("Yusuf Maulana", "Bappeda", "diwakili", "Lestari Ningsih"),
        ("Dewi Anggraini", "BPKAD", "hadir", ""),
        ("Taufik Hidayat", "Bagian Hukum", "hadir", ""),
        ("Maria Lestari", "Dinas Perhubungan", "tidak hadir", ""),
    ]
    return (
        papers.minutes(
            meeting_number="12/2026",
            held_on=date(2026, 10, 8),
            held_at=time(9, 0),
            place="Ruang Rapat Wijaya, Lantai 2",
            team_decree="100.3.7/88/2026",
            agenda="Pembahasan usulan kerja sama pengelolaan sampah regional",
            title=TITLE,
            case_code=CODE,
            attendance=people,
            quorum_needed=4,
            present=6,
            discussion="Dinas Lingkungan Hidup memaparkan kebutuhan kedua daerah.\nBPKAD meminta perhitungan kompensasi dilengkapi.\n"
            "Bagian Hukum menyatakan bahwa kewenangan persampahan ada pada kabupaten.",
            conclusion="direkomendasikan dengan perbaikan",
            conditions=CONDITIONS,
            signers=[(people[0][0], "Ketua"), (people[1][0], "Wakil Ketua"), (people[2][0], "Sekretaris")],
            kop=SETDA,
        )
        | ADDED
        | {"number": "100.3.7/12/BA/KS/X/2026", "dated": "2026-10-08"}
    )


def recommendation() -> dict:
    """A recommendation of the TKKSD."""
    return (
        papers.recommendation(
            title=TITLE,
            case_code=CODE,
            partner_name=PARTNER,
            unit_name=UNIT,
            meeting_number="12/2026",
            held_on=date(2026, 10, 8),
            findings=[
                ("Kewenangan", "Urusan lingkungan hidup, kewenangan daerah."),
                ("Perencanaan", "Tercantum dalam RKPD. RKPD Tahun 2027, halaman IV-118"),
                ("Manfaat", KAK[5][1]),
                ("Pembiayaan", "APBD kedua daerah. Perkiraan nilai Rp6.200.000.000."),
                (
                    "Persetujuan DPRD",
                    "Persetujuan DPRD diperlukan karena pendanaannya belum (sepenuhnya) teranggarkan.",
                ),
            ],
            conclusion="direkomendasikan dengan perbaikan",
            conditions=CONDITIONS,
            signer=SEKDA,
            kop=SETDA,
        )
        | ADDED
        | {"number": "100.3.7/7/ND/KS/X/2026", "dated": "2026-10-12"}
    )


def paraf_sheet() -> dict:
    """A sheet with three paraf given and one waiting."""
    return (
        papers.paraf_sheet(
            title=TITLE,
            instrument="PKS",
            version=6,
            text_hash=HASH,
            kop=SETDA,
            rows=[
                (
                    1,
                    "Kepala Bagian Kerja Sama",
                    "Ratna Kusumawardani, S.H.",
                    "",
                    datetime(2026, 11, 16, 2, 42, tzinfo=UTC),
                    "M10 34L18 14L24 34L32 16L38 33L46 20L54 31L64 22L84 26",
                ),
                (2, "Kepala Bagian Hukum", "Taufik Hidayat, S.H.", "", datetime(2026, 11, 17, 3, 5, tzinfo=UTC), ""),
                (
                    3,
                    "Plh. Asisten Perekonomian dan Pembangunan",
                    "Bambang Suryono, S.Sos.",
                    "Dra. Endang Wahyuni",
                    datetime(2026, 11, 18, 7, 30, tzinfo=UTC),
                    "M8 24L22 10L30 38L38 12L46 36L56 20L70 30L88 14",
                ),
                (4, "Sekretaris Daerah", "Dr. Nurlaila Hasanah, M.M.", "", None, ""),
            ],
        )
        | ADDED
        | {"number": ""}
    )


def terms_of_reference() -> dict:
    """A KAK."""
    made = papers.terms_of_reference(
        title=TITLE, case_code=CODE, unit_name=UNIT, partner_name=PARTNER, parts=KAK, signer=HEAD_OF_UNIT, kop=DINAS
    )
    return made | ADDED | {"number": ""}


PARTNER_WORD = (
    PARTNER,
    "nomor 660/118/2027, 8 Juli 2027",
    [
        ("Pelaksanaan", "Jembatan timbang dioperasikan setiap hari."),
        ("Kontribusi", "Dua operator dan satu alat berat."),
    ],
)


def monev_report() -> dict:
    """A monitoring report."""
    return (
        papers.monev_report(
            title=TITLE,
            number_of_agreement="100.3.7/045/PKS/KS/XI/2026",
            partner_name=PARTNER,
            unit_name=UNIT,
            period="Semester I Tahun 2027",
            activities="1. pengangkutan 18.400 ton sampah; dan\n2. pemeliharaan jalan masuk TPA.",
            outputs="Laporan timbangan harian selama 181 hari.",
            outcomes="Cakupan pelayanan naik dari 61% menjadi 68%.",
            progress=[
                ("Pengangkutan bersama", "45%", "50%", "Dua truk rusak pada bulan Maret 2027."),
                ("Sosialisasi pemilahan sampah", "100%", "100%", ""),
            ],
            indicators=[
                ("Sampah yang diproses", "40.000 ton", "20.000 ton", "18.400 ton", "92%"),
                ("Cakupan pelayanan", "70%", "66%", "68%", "100%"),
            ],
            partners=[PARTNER_WORD],
            budget_planned=Decimal(700_000_000),
            budget_realised=Decimal("612500000"),
            problems="Dua truk rusak pada bulan Maret 2027.",
            follow_up="Pengadaan truk cadangan diusulkan dalam Perubahan APBD Tahun 2027.",
            signer=HEAD_OF_UNIT,
            kop=DINAS,
        )
        | ADDED
        | {"number": "", "dated": "2027-07-12"}
    )


def evaluation() -> dict:
    """An evaluation."""
    return (
        papers.evaluation(
            title=TITLE,
            number_of_agreement="100.3.7/045/PKS/KS/XI/2026",
            period="Tahun 2027",
            points=[
                ("Kesesuaian dengan rencana kerja", 4, "Target tonase hampir tercapai."),
                ("Manfaat bagi masyarakat", 5, ""),
                ("Ketertiban administrasi", Decimal("3.5"), "Laporan semester I terlambat enam hari."),
            ],
            average=Decimal("4.17"),
            light="Kuning",
            parts=[
                {
                    "name": "Nilai evaluasi",
                    "shown": "4,17 dari 5",
                    "light": "Hijau",
                    "rule": "hijau mulai 3,5, kuning mulai 2,5, merah di bawahnya",
                    "lines": [],
                },
                {
                    "name": "Capaian indikator",
                    "shown": "78% dari yang seharusnya",
                    "light": "Kuning",
                    "rule": "rata-rata capaian terhadap yang seharusnya pada akhir periode, menurut garis lurus dari nilai awal ke target setiap "
                    "tahun dan target akhir; hijau mulai 80%, kuning mulai 50%, merah di bawahnya",
                    "lines": ["Sampah yang diproses: 31.200 ton dari 40.000 ton yang seharusnya, 78%"],
                },
            ],
            summary="Layanan berjalan dan biayanya terbagi menurut perjanjian; tonase tertinggal karena kerusakan truk.",
            partners=[PARTNER_WORD],
            recommendation="Kerja sama dilanjutkan.",
            findings=[("Laporan semesteran terlambat disampaikan.", UNIT, date(2028, 1, 31))],
            signer=SEKDA,
            kop=SETDA,
        )
        | ADDED
        | {"number": "", "dated": "2027-12-20"}
    )


def decree(rows: int = 3, **changes):
    """A Keputusan whose lampiran holds so many rows."""
    facts = {
        "about": "Daftar Rencana Kerja Sama Daerah Tahun 2027",
        "considering": ["objek kerja sama daerah ditetapkan berdasarkan prioritas.", "usulan telah diverifikasi dan dibahas"],
        "recalling": ["Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "Peraturan Pemerintah Nomor 28 Tahun 2018"],
        "rulings": [
            "Menetapkan Daftar Rencana Kerja Sama Daerah Tahun 2027 sebagaimana tercantum dalam Lampiran.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
        "annex_title": "Daftar Rencana Kerja Sama Daerah Tahun 2027",
        "columns": [{"label": "Objek"}, {"label": "Perangkat daerah"}, {"label": "Perkiraan biaya", "money": True}, {"label": "Skor", "centre": True}],
        "rows": [[f"Rencana ke-{n}\n(Lingkungan hidup)", UNIT, "1200000000.00", "82,50"] for n in range(1, rows + 1)],
        "totals": [f"Jumlah: {rows} rencana", "", f"{rows * 1200000000}.00", ""],
        "annex_note": "Urutan dalam daftar ini adalah urutan prioritas.",
        "signer": BUPATI,
        "copies": ["Gubernur", "Ketua DPRD"],
        "kop": KOP,
    }  # fmt: skip
    return papers.decree(**facts | changes) | ADDED | {"number": "100.3.7/001/KEP/KS/XI/2026"}


FIRM = "PT Griya Parkir Wanasari"
OFFICE = "Kantor Pertanahan Kabupaten Wanasari"
FIRM_SIDE = side(
    2,
    "KEDUA",
    FIRM,
    "12/GPW/XI/2026",
    "Ferdinand Sitorus",
    f"Direktur Utama {FIRM}",
    "Jalan Stasiun Nomor 14, Wanasari",
)
OFFICE_SIDE = side(
    2, "KEDUA", OFFICE, "HP.01/12/2026", "Bagus Wicaksono", f"Kepala {OFFICE}", "Jalan Pemuda Nomor 20, Wanasari"
)
ROWS = [
    {
        "activity": f"Kegiatan {n}: pendaftaran tanah aset daerah", "output": "Sertipikat tanah", "target": f"{n * 10} bidang",
        "location": "Dua belas kecamatan", "time": "Januari sampai Desember 2027", "responsible": 1 + n % 2,
        "costs": {
            "1": {"amount": "240000000", "source": "APBD", "account": "DPA Dinas Pekerjaan Umum dan Penataan Ruang"},
            "2": {"amount": "180000000" if n % 3 else "", "source": "APBN", "account": "DIPA Kantor Pertanahan"},
        },
    }
    for n in range(1, 15)
]  # fmt: skip
PLAN = {
    "key": "WORK_PLAN",
    "title": "Rencana Kerja",
    "parties": [[1, "Pemerintah Kabupaten Wanasari"], [2, OFFICE]],
    "rows": ROWS,
}


def worded(context: dict, about: str) -> dict:
    """A letter with another subject."""
    return context | {"about": about, "heading": about}


def to_firm(**changed: object) -> dict:
    """Facts of a letter to a third party."""
    return {"partner_name": FIRM, "partner_head_title": f"Direktur Utama {FIRM}", "partner_place": "Wanasari"} | changed


def to_office(**changed: object) -> dict:
    """Facts of a letter to an office of the centre."""
    return {"partner_name": OFFICE, "partner_head_title": f"Kepala {OFFICE}", "partner_place": "Wanasari"} | changed


def answered(build: object, facts: dict, about: str, statement: str = "") -> dict:
    """A letter of answer to somebody else than a region."""
    return worded(build(**answer_facts(**facts, statement=statement)) | ADDED, about)


def power() -> dict:
    """A surat kuasa."""
    facts = {
        "title": TITLE,
        "instrument": "PKS",
        "grantee_name": "Sri Rahayu",
        "grantee_title": "Kepala Dinas Lingkungan Hidup",
    }
    return papers.power_of_attorney(**facts, partner_names=FIRM, signer=BUPATI, kop=KOP) | ADDED


UNMET = (
    "Kriteria tidak terpenuhi: kemampuan keuangan pemrakarsa. Laporan keuangan belum memperlihatkan modal yang cukup."
)

SAMPLES = {
    "surat_penawaran_pihak_ketiga": lambda: worded(
        offer(**to_firm()), "Penawaran Kerja Sama Daerah dengan Pihak Ketiga"
    ),
    "surat_kesediaan_pihak_ketiga": lambda: answered(
        papers.willingness, to_firm(), "Jawaban atas Penawaran Kerja Sama"
    ),
    "surat_penolakan_pihak_ketiga": lambda: answered(
        papers.refusal, to_firm(), "Jawaban atas Penawaran Kerja Sama", UNMET
    ),
    "surat_penawaran_sinergi": lambda: worded(offer(**to_office()), "Penawaran Sinergi Program"),
    "surat_kesediaan_sinergi": lambda: answered(papers.willingness, to_office(), "Kesediaan Sinergi Program"),
    "surat_penolakan_sinergi": lambda: answered(
        papers.refusal, to_office(), "Jawaban atas Penawaran Sinergi Program", "Belum ada anggaran."
    ),
    "surat_kuasa": power,
    "nota_kesepakatan": lambda: naskah("NK", parties=(OURS, OFFICE_SIDE), annexes=[PLAN]),
    "surat_permohonan": offer,
    "surat_kesediaan": willingness,
    "surat_penolakan": refusal,
    "undangan_tkksd": invitation,
    "daftar_hadir_tkksd": attendance,
    "berita_acara_tkksd": minutes,
    "rekomendasi_tkksd": recommendation,
    "permohonan_dprd": dprd_request,
    "kesepakatan_bersama": lambda: naskah("KB", draft=True),
    "perjanjian_kerja_sama": naskah,
    "adendum": amendment,
    "lembar_paraf": paraf_sheet,
    "laporan_monev": monev_report,
    "evaluasi_monev": evaluation,
    "laporan_kerja_sama": lambda: statutory_samples.to_governor(BUPATI, KOP, HASH) | ADDED,
    "nota_laporan_kerja_sama": lambda: statutory_samples.to_head(KABAG, SETDA, HASH) | ADDED,
    "kak": terms_of_reference,
    "surat_pemerintah": lambda: foreign_samples.letter(BUPATI, KOP) | ADDED,
    "kajian_penjajakan": lambda: foreign_samples.study(HEAD_OF_UNIT, DINAS) | ADDED | {"number": ""},
    "rencana_kerja_sama": lambda: foreign_samples.plan(BUPATI, KOP) | ADDED | {"number": ""},
    "naskah_dua_bahasa": lambda: foreign_samples.bilingual((OURS, THEIRS), HASH, KOP) | ADDED,
    "keputusan_kdh": decree,
}
