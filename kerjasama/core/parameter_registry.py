"""The registry of what a region may choose. What the law fixes is code and is not listed here."""

from kerjasama.core.parameter_spec import Applies, ParameterSpec, number_pattern_is_known

WORKING_DAYS = "hari kerja"
CALENDAR_DAYS = "hari kalender"
PRACTICE = "Praktik pemerintah daerah."
HOUSE_DEFAULT = "Nilai bawaan aplikasi; naskah peraturan tidak menyebut angkanya."
AT_ONCE = "Berlaku segera, juga bagi berkas yang sedang berjalan."
NEXT_STAGE = "Tenggat sebuah tahap dibekukan saat tahap dimulai; perubahan berlaku bagi tahap berikutnya."
NEXT_CASE = "Berlaku bagi berkas yang dimulai sesudah perubahan; berkas berjalan memakai rute lamanya."
NEXT_REPORT = "Berlaku bagi laporan yang dibuka sesudah perubahan."
SEATS = (("KABAG", "Kepala Bagian Kerja Sama"), ("ASISTEN", "Asisten"), ("SEKDA", "Sekretaris Daerah"))
COORDINATORS = (
    ("HUKUM", "Bagian Hukum"),
    ("BPKAD", "BPKAD"),
    ("BAPPEDA", "Bappeda"),
    ("OPD", "Perangkat daerah pelaksana"),
)
QUORUMS = (
    ("MORE_THAN_HALF", "Lebih dari separuh anggota tetap"),
    ("TWO_THIRDS", "Paling sedikit dua pertiga anggota tetap"),
    ("ALL", "Seluruh anggota tetap"),
)
DPRD_GATES = (
    ("before_first_signing", "Sebelum penandatanganan pertama"),
    ("between_kb_and_pks", "Antara kesepakatan bersama dan perjanjian kerja sama"),
)
DPRD_POLICIES = (
    ("conservative", "Konservatif: membebani masyarakat saja sudah cukup"),
    ("strict", "Ketat: harus membebani masyarakat dan daerah"),
)


def _days(key: str, label: str, default: int, basis: str, unit: str = WORKING_DAYS) -> ParameterSpec:
    return ParameterSpec(
        key, label, default, "int", basis, NEXT_STAGE, Applies.NEXT_STAGE, unit=unit, minimum=1, maximum=365
    )


def _report_days(key: str, label: str, default: int, basis: str) -> ParameterSpec:
    return ParameterSpec(
        key, label, default, "int", basis, NEXT_REPORT, Applies.NEXT_REPORT, unit=CALENDAR_DAYS, minimum=1, maximum=120
    )


def _kept(key: str, label: str, default: int) -> ParameterSpec:
    return ParameterSpec(key, label, default, "int", HOUSE_DEFAULT, AT_ONCE, unit=CALENDAR_DAYS, minimum=1, maximum=365)


def _weight(key: str, label: str, default: int) -> ParameterSpec:
    return ParameterSpec(
        f"plan_weight_{key}", f"Bobot prioritas: {label}", default, "int",
        "PP 28/2018 Pasal 4 ayat (2) dan Pasal 16 ayat (2) meminta objek menurut prioritas pembangunan; kriteria dan bobotnya adalah "
        "nilai bawaan aplikasi.",
        "Berlaku bagi nilai yang disimpan sesudah perubahan. Skor lama berubah bila daftar diurutkan kembali menurut skor; daftar yang sudah "
        "ditetapkan tidak berubah.",
        Applies.NEXT_SCORE, unit="poin", maximum=100,
    )  # fmt: skip


def _switch(
    key: str, label: str, default: bool, basis: str, effect: str = AT_ONCE, applies: Applies = Applies.AT_ONCE
) -> ParameterSpec:
    return ParameterSpec(key, label, default, "bool", basis, effect, applies)


_SPECS = (
    ParameterSpec(
        "dprd_gate",
        "Letak gerbang persetujuan DPRD (KSDD dan KSDPK)",
        "before_first_signing",
        "choice",
        "PP 28/2018 Pasal 6 ayat (1) menempatkan persetujuan DPRD di antara penandatanganan "
        "kesepakatan bersama dan penyusunan perjanjian kerja sama. Nilai bawaan mengikuti SOP "
        "daerah yang lebih ketat dan menyimpang dari urutan ayat itu.",
        NEXT_CASE,
        Applies.NEXT_CASE,
        choices=DPRD_GATES,
    ),
    ParameterSpec(
        "dprd_policy",
        "Persetujuan DPRD bila hanya masyarakat yang terbebani",
        "conservative",
        "choice",
        "PP 28/2018 Pasal 6 ayat (2) dan Pasal 19 ayat (1); UU 23/2014 Pasal 101 dan Pasal 154 "
        "ayat (1) huruf i. Tafsir atas kata “dan” adalah pilihan daerah.",
        AT_ONCE,
        choices=DPRD_POLICIES,
    ),
    _switch(
        "dprd_silence_is_consent",
        "Diamnya DPRD dianggap persetujuan (dalam negeri)",
        False,
        f"{HOUSE_DEFAULT} Bagi kerja sama luar negeri hal ini diatur Permendagri 25/2020 Pasal 17 "
        "dan tidak bergantung pada parameter ini.",
    ),
    _switch(
        "dprd_repair_stops_clock",
        "Permintaan perbaikan DPRD menghentikan hitungan tenggat (dalam negeri)",
        True,
        PRACTICE,
    ),
    _switch(
        "dprd_when_bmd",
        "Pemakaian barang milik daerah saja memerlukan persetujuan DPRD",
        False,
        HOUSE_DEFAULT,
    ),
    _switch(
        "dprd_for_forwarding",
        "Penerusan kerja sama Pemerintah Pusat (KSDLL-A) dimintakan persetujuan DPRD",
        True,
        "PP 28/2018 Pasal 38 memberlakukan Pasal 30 bagi semua KSDLL; Permendagri 25/2020 Pasal 16 hanya menyebut KSDLL "
        "dengan persetujuan Pemerintah Pusat. Nilai bawaan mengikuti peraturan pemerintah.",
        NEXT_CASE,
        Applies.NEXT_CASE,
    ),
    ParameterSpec(
        "mandatory_border_rule",
        "Batas daerah pada KSDD wajib",
        "chain",
        "choice",
        "UU 23/2014 Pasal 364 ayat (1) dan (2): daerah yang berbatasan. Membacanya sebagai satu rangkaian adalah nilai bawaan "
        "aplikasi; pilihan yang lebih ketat mensyaratkan setiap pasangan daerah berbatasan.",
        AT_ONCE,
        choices=(
            ("chain", "Rangkaian: setiap daerah berbatasan dengan sedikitnya satu daerah lain"),
            ("every_pair", "Ketat: setiap pasangan daerah berbatasan"),
        ),
    ),
    ParameterSpec(
        "takeover_rule",
        "Yang mengambil alih KSDD wajib antarkabupaten/kota beda provinsi",
        "uu23",
        "choice",
        "UU 23/2014 Pasal 364 ayat (3) dan (4) membagi menurut pasangan daerah; PP 28/2018 Pasal 10 menugaskan Gubernur bila "
        "yang tidak melaksanakan adalah kabupaten/kota.",
        AT_ONCE,
        choices=(("uu23", "Pemerintah Pusat (UU 23/2014)"), ("pp28", "Gubernur (PP 28/2018 Pasal 10)")),
    ),
    _days("days_verification", "Verifikasi administrasi", 3, PRACTICE),
    _days(
        "days_offer_answer",
        "Jawaban atas surat penawaran",
        30,
        f"{HOUSE_DEFAULT} Lewat tenggat berarti kedaluwarsa, tidak pernah berarti setuju.",
        CALENDAR_DAYS,
    ),
    _days("days_plan_verification", "Verifikasi usulan rencana tahunan", 10, HOUSE_DEFAULT),
    _days("days_tkksd", "Pembahasan TKKSD", 14, HOUSE_DEFAULT),
    _days(
        "days_dprd",
        "Persetujuan DPRD (dalam negeri)",
        45,
        f"{HOUSE_DEFAULT} Angkanya disamakan dengan Permendagri 25/2020 Pasal 17 untuk luar negeri.",
    ),
    _days("days_paraf", "Pemarafan", 5, HOUSE_DEFAULT),
    _days("days_signing", "Penandatanganan", 7, HOUSE_DEFAULT),
    _days("days_registration", "Penatausahaan sesudah penandatanganan", 3, HOUSE_DEFAULT),
    _days("days_online_request", "Pemeriksaan permohonan daring", 3, PRACTICE),
    _kept("days_online_completion", "Batas pemohon melengkapi permohonan daring", 14),
    _kept("days_unconfirmed", "Isian permohonan tanpa konfirmasi surel disimpan", 3),
    _kept("days_quarantine", "Berkas karantina yang ditolak disimpan", 30),
    _kept("days_import", "Impor register yang tidak diputuskan disimpan", 30),
    _kept("days_bundle", "Berkas gabungan (PDF dan ZIP) untuk diunduh disimpan", 7),
    _switch(
        "online_requests_open",
        "Permohonan kerja sama dapat diajukan secara daring",
        True,
        "PP 28/2018 Pasal 6 ayat (1) huruf b mensyaratkan surat, tidak menyebut salurannya; surat fisik selalu diterima.",
    ),
    ParameterSpec(
        "tkksd_quorum",
        "Kuorum rapat TKKSD",
        "MORE_THAN_HALF",
        "choice",
        HOUSE_DEFAULT,
        "Dibekukan saat rapat dipanggil; perubahan berlaku bagi rapat berikutnya.",
        Applies.NEXT_MEETING,
        choices=QUORUMS,
    ),
    ParameterSpec(
        "tkksd_meeting_hours",
        "Lama rapat TKKSD dalam undangan kalender",
        2,
        "int",
        HOUSE_DEFAULT,
        "Berlaku bagi undangan yang dikirim sesudah perubahan.",
        Applies.NEXT_MEETING,
        unit="jam",
        minimum=1,
        maximum=12,
    ),
    ParameterSpec(
        "paraf_chain",
        "Urutan paraf hierarki",
        ["KABAG", "ASISTEN", "SEKDA"],
        "list",
        "SOP daerah (Kepala Bagian, Asisten, Sekretaris Daerah); Permendagri 1/2023 tentang Tata "
        "Naskah Dinas. Urutan jabatannya adalah praktik.",
        "Dibekukan saat naskah dikunci; perubahan berlaku bagi naskah berikutnya.",
        Applies.NEXT_TEXT,
        choices=SEATS,
    ),
    ParameterSpec(
        "paraf_coordination",
        "Paraf koordinasi",
        [],
        "list",
        "Permendagri 1/2023 tentang Tata Naskah Dinas: paraf koordinasi sejajar, selesai sebelum pejabat terakhir paraf hierarki. "
        "Unit mana yang memaraf adalah pilihan daerah.",
        "Dibekukan saat naskah dikunci; perubahan berlaku bagi naskah berikutnya.",
        Applies.NEXT_TEXT,
        choices=COORDINATORS,
        may_be_empty=True,
    ),
    ParameterSpec(
        "letter_paraf_chain",
        "Urutan paraf hierarki surat kepada Kepala Daerah",
        [],
        "list",
        "Permendagri 1/2023 tentang Tata Naskah Dinas: surat yang ditandatangani Kepala Daerah diparaf pejabat di bawahnya. Jabatan mana yang "
        "memaraf adalah pilihan daerah; kosong berarti surat langsung kepada Kepala Daerah.",
        "Dibekukan saat surat diterbitkan; surat yang sudah menunggu tetap memakai urutan lamanya.",
        Applies.NEXT_LETTER,
        choices=SEATS,
        may_be_empty=True,
    ),
    ParameterSpec(
        "monev_frequency",
        "Berkala monitoring dan evaluasi",
        "SEMESTER",
        "choice",
        "Perda tentang kerja sama daerah: paling sedikit sekali setahun. Nilai bawaan setiap "
        "semester adalah pilihan aplikasi.",
        "Berlaku bagi tahun yang semester pertamanya belum berakhir ketika diubah; masa yang sudah berakhir atau sudah dilaporkan tidak dibuka "
        "kembali dengan pembagian lain.",
        Applies.NEXT_SCHEDULE,
        choices=(("SEMESTER", "Setiap semester"), ("YEAR", "Setiap tahun")),
    ),
    ParameterSpec(
        "monev_due_days",
        "Batas laporan sesudah masa pelaporan berakhir",
        15,
        "int",
        HOUSE_DEFAULT,
        "Berlaku bagi jadwal yang dibuka sesudah perubahan.",
        Applies.NEXT_SCHEDULE,
        unit=CALENDAR_DAYS,
        minimum=1,
        maximum=120,
    ),
    ParameterSpec(
        "evaluation_valid_months",
        "Umur paling lama evaluasi yang mendasari perpanjangan",
        12,
        "int",
        "Perda tentang kerja sama daerah: monitoring dan evaluasi paling sedikit sekali setahun, sehingga evaluasi yang lebih tua tidak lagi menilai "
        "tahun terakhir. Dihitung dari akhir periode yang dievaluasi sampai hari perpanjangan diusulkan, ditambah batas laporan (`monev_due_days`), "
        "sebab evaluasi berikutnya belum dapat ada sebelum laporannya jatuh tempo. Angkanya adalah nilai bawaan aplikasi.",
        AT_ONCE,
        unit="bulan",
        minimum=12,
        maximum=36,
    ),
    ParameterSpec(
        "statutory_frequency",
        "Berkala laporan kerja sama daerah kepada Gubernur atau Menteri",
        "SEMESTER",
        "choice",
        "UU 23/2014 Pasal 368 dan PP 28/2018 Pasal 44 mengatur pembinaan dan pengawasan; naskahnya tidak menyebut berkalanya. Nilai bawaan setiap "
        "semester adalah pilihan aplikasi.",
        NEXT_REPORT,
        Applies.NEXT_REPORT,
        choices=(("SEMESTER", "Setiap semester"), ("YEAR", "Setiap tahun")),
    ),
    _report_days(
        "statutory_domestic_days",
        "Laporan kerja sama daerah kepada Gubernur atau Menteri, sesudah periode berakhir",
        15,
        f"{HOUSE_DEFAULT} Lima belas hari berarti 15 Juli dan 15 Januari.",
    ),
    _report_days(
        "statutory_recap_days", "Rekapitulasi tahunan kepada Kepala Daerah, sesudah tahun berakhir", 31, HOUSE_DEFAULT
    ),
    _report_days(
        "statutory_lkpj_days",
        "Bahan LKPJ tentang kerja sama daerah, sesudah tahun berakhir",
        45,
        f"{HOUSE_DEFAULT} LKPJ sendiri disampaikan kepada DPRD paling lambat tiga bulan sesudah tahun anggaran berakhir (UU 23/2014 Pasal 71 ayat (2)).",
    ),
    _days("days_extension", "Langkah berikutnya sesudah perpanjangan diusulkan", 10, HOUSE_DEFAULT),
    _days("days_report_repair", "Perbaikan laporan monev yang dikembalikan", 5, HOUSE_DEFAULT),
    ParameterSpec(
        "number_pattern",
        "Pola nomor naskah",
        "{klasifikasi}/{urut}/{jenis}/{unit}/{bulan_romawi}/{tahun}",
        "text",
        "Permendagri 1/2023 tentang Tata Naskah Dinas; susunan polanya adalah praktik daerah.",
        "Berlaku bagi nomor yang diambil sesudah perubahan; nomor lama tidak berubah.",
        Applies.NEXT_NUMBER,
        check=number_pattern_is_known,
    ),
    _switch(
        "electronic_signing",
        "Naskah dalam negeri boleh ditandatangani secara elektronik",
        True,
        "PP 71/2019 Pasal 59, 60, 62, 63, dan 64. Cara elektronik dipilih untuk setiap naskah; tanpa sertifikat PSrE Indonesia tanda "
        "tangannya tidak tersertifikasi.",
    ),
    _switch(
        "duty_stamp_on_kb",
        "Kesepakatan bersama dibubuhi meterai",
        True,
        "UU 10/2020 Pasal 3 dan Pasal 5 (meterai Rp10.000); undang-undang tidak menyebut "
        "pengecualian bagi kesepakatan bersama.",
    ),
    ParameterSpec(
        "max_term_years",
        "Jangka waktu paling lama naskah kerja sama",
        5,
        "int",
        "Permendagri 25/2020 Pasal 32 untuk kerja sama luar negeri; bagi kerja sama dalam negeri "
        "nilai bawaan aplikasi.",
        "Berlaku bagi naskah yang disusun sesudah perubahan.",
        Applies.NEXT_DRAFT,
        unit="tahun",
        minimum=1,
        maximum=50,
    ),
    ParameterSpec(
        "paper_size",
        "Ukuran kertas naskah",
        "A4",
        "choice",
        PRACTICE,
        "Berlaku bagi dokumen yang diterbitkan sesudah perubahan.",
        Applies.NEXT_PAPER,
        choices=(("A4", "A4 (21 × 29,7 cm)"), ("F4", "F4 (21,5 × 33 cm)")),
    ),
    _switch(
        "catchwords",
        "Kata penyambung pada surat yang lebih dari satu halaman",
        True,
        "Permendagri 1/2023 Pasal 33: kata pertama halaman berikutnya ditulis di kanan bawah. Tidak dicetak pada naskah, yang setiap "
        "halamannya diparaf para pihak, dan tidak di depan lampiran baru.",
        "Berlaku bagi dokumen yang diterbitkan sesudah perubahan.",
        Applies.NEXT_PAPER,
    ),
    ParameterSpec(
        "reminder_days",
        "Pengingat sebelum naskah berakhir (hari)",
        [180, 90, 60, 30, 7, 0],
        "list",
        HOUSE_DEFAULT,
        AT_ONCE,
        maximum=1095,
    ),
    ParameterSpec(
        "turn_reminder_ahead",
        "Pengingat giliran sebelum tenggat (0: tidak ada)",
        2,
        "int",
        HOUSE_DEFAULT,
        AT_ONCE,
        unit=WORKING_DAYS,
        maximum=60,
    ),
    ParameterSpec(
        "turn_reminder_every",
        "Pengingat giliran sesudah tenggat lewat, setiap (0: tidak ada)",
        5,
        "int",
        HOUSE_DEFAULT,
        AT_ONCE,
        unit=WORKING_DAYS,
        maximum=60,
    ),
    ParameterSpec(
        "legality_reminder_days",
        "Pengingat sebelum dokumen legalitas mitra berakhir (hari)",
        [60, 30, 7, 0],
        "list",
        f"{HOUSE_DEFAULT} PP 28/2018 Pasal 14 menuntut kedudukan hukum mitra.",
        AT_ONCE,
        maximum=365,
    ),
    ParameterSpec(
        "upload_max_mb",
        "Ukuran berkas unggahan paling besar",
        10,
        "int",
        HOUSE_DEFAULT,
        AT_ONCE,
        unit="MB",
        minimum=1,
        maximum=100,
    ),
    ParameterSpec(
        "csv_separator",
        "Pemisah kolom pada unduhan CSV",
        "SEMICOLON",
        "choice",
        "Kebiasaan pengolah lembar kerja: Excel memecah kolom menurut pemisah daftar pada setelan wilayah komputernya. Isi dan pengodean (UTF-8) sama.",
        AT_ONCE,
        choices=(
            ("SEMICOLON", "Titik koma (setelan wilayah Indonesia)"),
            ("COMMA", "Koma (setelan wilayah Inggris; RFC 4180)"),
        ),
    ),
    ParameterSpec(
        "invitation_days",
        "Masa berlaku undangan pengguna",
        7,
        "int",
        HOUSE_DEFAULT,
        "Berlaku bagi undangan yang dikirim sesudah perubahan.",
        Applies.NEXT_INVITATION,
        unit=CALENDAR_DAYS,
        minimum=1,
        maximum=30,
    ),
    _weight("alignment", "keselarasan dengan RPJMD dan RKPD", 25),
    _weight("service", "kebutuhan layanan masyarakat", 20),
    _weight("benefit", "manfaat dibandingkan dengan biaya", 20),
    _weight("externality", "dampak lintas daerah", 15),
    _weight("readiness", "kesiapan mitra dan dokumen", 10),
    _weight("funding", "kepastian pendanaan", 10),
    _switch(
        "objects_include_support_functions",
        "Urusan penunjang boleh menjadi objek kerja sama",
        True,
        "UU 23/2014 Pasal 12 hanya menyebut 32 urusan; unsur penunjang adalah nilai bawaan aplikasi.",
    ),
)

PARAMETERS: dict[str, ParameterSpec] = {spec.key: spec for spec in _SPECS}
