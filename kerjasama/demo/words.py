"""What people of the demo write: reasons, discussions, conditions, notes."""

NOT_REQUIRED = "Pendanaan telah teranggarkan dalam APBD tahun berjalan dan rencana ini tidak membebani masyarakat."
DISCUSSIONS = (
    "Rencana kerja sama dinilai sesuai dengan kewenangan daerah, perencanaan, dan kemampuan anggaran. Pembagian tugas kedua pihak jelas, "
    "dan manfaatnya bagi warga perbatasan terukur.",
    "Tim membahas pembagian beban biaya, kesiapan perangkat daerah pelaksana, dan kelanjutan layanan sesudah kerja sama berakhir. "
    "Bappeda menegaskan kesesuaiannya dengan RKPD, BPKAD menegaskan ketersediaan anggaran.",
    "Pemrakarsa memaparkan kerangka acuan kerja. Bagian Hukum menilai kewenangan kedua daerah terpenuhi. "
    "Tim meminta indikator kinerja dirumuskan lebih rinci dalam perjanjian kerja sama.",
)
REPAIR = "Tim menilai objek layak dikerjasamakan, tetapi pembagian biaya dan data dasar perlu disempurnakan sebelum permohonan dilanjutkan."
DOUBT = (
    "Bappeda menyampaikan bahwa objek ini sudah dilayani program lain dengan sasaran yang sama. BPKAD menilai beban pemeliharaan jangka panjang "
    "tidak sebanding dengan manfaatnya. Tim tidak mencapai keyakinan bahwa kerja sama diperlukan."
)
CONDITIONS = (
    {"text": "Lengkapi data dasar dan target tahunan setiap ruang lingkup.", "owner": "Perangkat daerah pemrakarsa"},
    {
        "text": "Lampirkan perhitungan pembagian biaya yang disepakati kedua pihak.",
        "owner": "Perangkat daerah pemrakarsa bersama BPKAD",
    },
)
MET = "Dokumen perbaikan diterima dan diperiksa Bagian Kerja Sama."
OPINION_NOTE = "Setuju, dengan catatan pembagian biaya pemeliharaan ditulis jelas dalam perjanjian."
OPINION_CONDITION = "Rincian pembagian biaya pemeliharaan dilampirkan pada rancangan perjanjian."
RECUSED = "Pernah menjadi konsultan penyusunan rencana kerja sama ini."
REMARK = "Pembiayaan belum menyebut pembagian biaya pemeliharaan sesudah tahun pertama."
REMARK_WORDING = "Biaya pemeliharaan dibagi menurut volume pemakaian setiap pihak dan dianggarkan setiap tahun dalam APBD masing-masing."
QUESTION = "Berapa perkiraan biaya pemeliharaan per tahun, dan pada subkegiatan mana dianggarkan?"
OPINION_AGAINST = "Sasarannya tumpang tindih dengan program yang sedang berjalan."
INCOMPLETE = "Analisis dampak belum menyebut cara pengendaliannya, dan rujukan anggaran belum menunjuk subkegiatan."
PARTNER_REFUSES = "Anggaran daerah mitra tahun ini diprioritaskan untuk pemulihan pascabencana."
PARTNER_ASKS = "Mitra meminta data volume layanan tiga tahun terakhir dan rancangan pembagian biaya."
WE_DECLINE = (
    "Objek yang dimohonkan belum termasuk prioritas RKPD tahun berjalan dan perangkat daerah pelaksana belum memiliki tenaga yang cukup. "
    "Permohonan dapat diajukan kembali untuk tahun anggaran berikutnya."
)
NOT_RECOMMENDED = "TKKSD tidak merekomendasikan: sasarannya telah dilayani program lain dan beban pemeliharaannya tidak sebanding dengan manfaat."
WITHDRAWN = "Kegiatan akan dilaksanakan melalui program provinsi, sehingga kerja sama tidak diperlukan lagi."
WITHDRAWN_LATE = "Daerah mitra mengubah prioritas pembangunannya; kedua pihak sepakat tidak melanjutkan pembahasan."
OFFER_AGAIN = "Mitra menyampaikan secara lisan bahwa surat terdahulu tidak sampai kepada pejabat yang menangani."
DPRD_NOTES = (
    "Pembayaran kepada daerah mitra dilakukan sesudah laporan pelaksanaan diterima.",
    "Laporan pelaksanaan disampaikan kepada DPRD setiap akhir tahun anggaran.",
)
NOTES_MET = (
    "Ketentuan pembayaran dan pelaporan dimuat dalam rancangan naskah dan disampaikan kepada komisi yang membidangi."
)
DPRD_DISCUSSES = (
    "Komisi mendalami beban APBD per tahun, manfaat bagi warga, dan kesiapan perangkat daerah pelaksana. "
    "Pemrakarsa diminta melengkapi penjelasan tertulis."
)
DPRD_ASKS = "Berapa beban APBD pada tahun ketiga, dan program apa yang dikurangi bila pendapatan daerah tidak tercapai?"
WE_ANSWER = (
    "Beban tahun ketiga sama dengan tahun kedua, seperti rencana beban pada surat permohonan. Bila pendapatan tidak tercapai, "
    "kegiatan sosialisasi dikurangi lebih dahulu; layanan pokok tidak dikurangi."
)
DPRD_ASKS_AGAIN = "Bagaimana kelanjutan layanan bagi warga bila kerja sama tidak diperpanjang?"
DPRD_REJECTS = "Beban APBD pada tahun kedua dan seterusnya dinilai melampaui kemampuan keuangan daerah."
DPRD_RETURNS = "Perhitungan beban per tahun belum memisahkan belanja modal dan belanja operasi."
PARAF_BACK = "Pasal tentang jangka waktu belum menyebut tata cara perpanjangan. Mohon disempurnakan."
LEGAL_BACK = "Rujukan peraturan pada konsiderans belum mutakhir, dan istilah pelaksana tidak ajek."
NAMES_LAWS = "Rujukan peraturan dimutakhirkan"
EXTENSION = (
    "Jangka waktu dapat diperpanjang berdasarkan hasil evaluasi dan kesepakatan PARA PIHAK.",
    "Perpanjangan diusulkan secara tertulis paling lambat 6 (enam) bulan sebelum jangka waktu berakhir.",
)
EXTENSION_NOTE = "Menambah pasal perpanjangan sesuai dengan catatan paraf"
CANCELLED = "Kedua pihak sepakat menggabungkan objek ini ke dalam kerja sama pengelolaan kawasan yang lebih luas."
REPORT_BACK = "Realisasi anggaran belum dirinci dan bukti kegiatan triwulan kedua belum dilampirkan."

GREEN = "Kerja sama berjalan sesuai dengan rencana; sebagian besar sasaran tercapai dan koordinasi antarpihak lancar."
YELLOW = "Sebagian sasaran belum tercapai. Kerja sama dilanjutkan dengan perbaikan jadwal dan pembagian tugas."
RED = "Pelaksanaan tertinggal jauh dari rencana dan kontribusi para pihak tidak seimbang. Perlu keputusan mengenai kelanjutannya."
FINDING_YELLOW = {
    "text": "Jadwal kegiatan bersama belum ditetapkan untuk satu tahun penuh.",
    "owner": "Perangkat daerah pelaksana",
}
FINDING_RED = {
    "text": "Kegiatan utama tidak terlaksana karena anggaran pendamping tidak tersedia.",
    "owner": "Perangkat daerah pelaksana dan BPKAD",
}
LETTER_CHAIN = "Surat kepada Bupati diparaf Kabag, lalu Sekda (tata naskah dinas daerah)"
GATE_FIRST = "Semula mengikuti urutan PP 28/2018 Pasal 6 ayat (1)."
GATE_NOW = "Menyesuaikan SOP kerja sama daerah: persetujuan DPRD diperoleh sebelum penandatanganan pertama."

CHANGE_WISHED = "pembayaran dilakukan setiap triwulan, tidak lagi sekaligus"
FINANCING_CHANGED = (
    "Pembiayaan pelaksanaan kerja sama dibebankan pada anggaran PARA PIHAK sesuai dengan kewajiban masing-masing dan ketentuan peraturan "
    "perundang-undangan.",
    "Pembayaran antara PARA PIHAK dilakukan setiap triwulan berdasarkan berita acara pelaksanaan kegiatan.",
)

PLAN_AGREED = "Berita acara rapat koordinasi tahunan"
PLANNED_ACTIVITIES = (
    ("Rapat koordinasi para pihak", 1, 2),
    ("Pelaksanaan layanan bersama", 2, 11),
    ("Evaluasi bersama akhir tahun", 11, 12),
)
REPORT_ANALYSIS = (
    "Sebagian besar kerja sama berjalan sesuai dengan rencana kerjanya. Hambatan yang berulang ialah jadwal kegiatan bersama yang ditetapkan "
    "terlambat dan laporan perangkat daerah yang belum seluruhnya masuk."
)
REPORT_FOLLOW_UP = (
    "a. menetapkan jadwal kegiatan bersama paling lambat pada bulan pertama setiap semester;\n"
    "b. mengingatkan perangkat daerah pelaksana yang belum menyampaikan laporan; dan\n"
    "c. membahas kelanjutan kerja sama yang evaluasinya menyarankan perbaikan."
)
REPORT_CORRECTED = "laporan beberapa perangkat daerah masuk sesudah edisi pertama dikirim"
RECAP_CORRECTED = "evaluasi sejumlah kerja sama disahkan sesudah rekapitulasi disampaikan"
