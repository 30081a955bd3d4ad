"""The sentences every sample paper must hold, word for word."""

# ruff: noqa: E501  whole sentences are easier to compare

from tests.documents.samples import HASH

#: The kop of the head of region bears his title alone.
HEAD = ["BUPATI WANASARI"]
KEY_SENTENCES = {
    "surat_penawaran_pihak_ketiga": [
        *HEAD,
        "Yth. Direktur Utama PT Griya Parkir Wanasari",
        "Pasal 13 sampai dengan Pasal 17 Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, daerah dapat mengadakan kerja sama dengan pihak ketiga",
        "Rencana ini telah didahului studi kelayakan.",
        "mohon jawaban tertulis Saudara disertai salinan dokumen legalitas",
        "KERANGKA ACUAN KERJA",
    ],
    "surat_kesediaan_pihak_ketiga": [
        *HEAD,
        "Hal : Jawaban atas Penawaran Kerja Sama",
        "bersedia bekerja sama dengan PT Griya Parkir Wanasari",
        "ditelaah menurut Pasal 18 Peraturan Pemerintah Nomor 28 Tahun 2018",
    ],
    "surat_penolakan_pihak_ketiga": [
        *HEAD,
        "Pemerintah Kabupaten Wanasari belum dapat menerima penawaran kerja sama tentang Pengelolaan Sampah Regional di TPA Wanakerta dengan pertimbangan sebagai berikut:",
        "Kriteria tidak terpenuhi: kemampuan keuangan pemrakarsa.",
    ],
    "surat_penawaran_sinergi": [
        *HEAD,
        "Yth. Kepala Kantor Pertanahan Kabupaten Wanasari",
        "Berdasarkan Pasal 46 Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah",
        "Setiap pihak membiayai kegiatannya dari anggaran masing-masing.",
    ],
    "surat_kesediaan_sinergi": [
        *HEAD,
        "bersedia bersinergi dengan Kantor Pertanahan Kabupaten Wanasari",
        "setiap pihak memakai anggarannya sendiri",
    ],
    "surat_penolakan_sinergi": [
        *HEAD,
        "belum dapat melaksanakan sinergi tentang Pengelolaan Sampah Regional di TPA Wanakerta",
        "Belum ada anggaran.",
    ],
    "surat_kuasa": [
        *HEAD,
        "SURAT KUASA",
        "Pasal 2 ayat (2) dan Pasal 13 ayat (2) Peraturan Pemerintah Nomor 28 Tahun 2018",
        "SRI RAHAYU",
        "menandatangani Perjanjian Kerja Sama dengan PT Griya Parkir Wanasari tentang Pengelolaan Sampah Regional di TPA Wanakerta.",
    ],
    "nota_kesepakatan": [
        "NOTA KESEPAKATAN ANTARA PEMERINTAH KABUPATEN WANASARI DENGAN KANTOR PERTANAHAN KABUPATEN WANASARI",
        "Lampiran Nota Kesepakatan",
        "RENCANA KERJA",
        "3.360.000.000",
        "1.800.000.000",
    ],
    "surat_permohonan": [
        *HEAD,
        "Nomor : 100.3.7/2114/KS/XI/2026",
        "Wanasari, 23 November 2026",
        "Sifat : Penting",
        "Lampiran : 1 (satu) berkas",
        "Hal : Permohonan Kerja Sama Daerah",
        "Yth. Bupati Tirtamarga di Tirtamarga",
        "Pemerintah Kabupaten Wanasari menawarkan kepada Pemerintah Kabupaten Tirtamarga kerja sama di bidang lingkungan "
        "hidup tentang Pengelolaan Sampah Regional di TPA Wanakerta.",
        "R. ADITYA WIRAKUSUMA, S.H., M.Si.",
        "Tembusan: 1. Gubernur 2. Sekretaris Daerah",
        "Lampiran Surat Bupati Wanasari",
        "KERANGKA ACUAN KERJA",
        "H. Pembiayaan",
        "kode 7K4D-92QF",
        "Halaman 1 dari 2",
        "https://kerjasama.wanasarikab.example/periksa/",
    ],
    "surat_kesediaan": [
        *HEAD,
        "Hal : Kesediaan Kerja Sama Daerah",
        "Menindaklanjuti surat Saudara Nomor 100.3.7/188/2026 tanggal 7 September 2026 perihal kerja sama daerah, dengan ini "
        "disampaikan bahwa pada prinsipnya Pemerintah Kabupaten Wanasari bersedia melaksanakan kerja sama dengan Pemerintah "
        "Kabupaten Tirtamarga tentang Pengelolaan Sampah Regional di TPA Wanakerta.",
    ],
    "surat_penolakan": [
        *HEAD,
        "Pemerintah Kabupaten Wanasari belum dapat melaksanakan kerja sama tentang Pengelolaan Sampah Regional di TPA "
        "Wanakerta dengan pertimbangan sebagai berikut:",
        "a. sisa kapasitas TPA Wanakerta belum mencukupi; dan",
    ],
    "undangan_tkksd": [
        "SEKRETARIAT DAERAH",
        "hari, tanggal : Kamis, 8 Oktober 2026",
        "waktu : pukul 09.00 WIB sampai dengan selesai",
        "tempat : Ruang Rapat Wijaya, Lantai 2",
        "Yth. Daftar Terlampir",
        "Plt. SEKRETARIS DAERAH selaku Ketua Tim Koordinasi Kerja Sama Daerah,",
        "DAFTAR UNDANGAN 1. Kepala Bappeda",
        "Tembusan: Bupati Wanasari (sebagai laporan)",
    ],
    "daftar_hadir_tkksd": [
        "RAPAT TIM KOORDINASI KERJA SAMA DAERAH NOMOR 12/2026",
        "Hari, tanggal : Kamis, 8 Oktober 2026",
        "Diwakili oleh Ani",
        "Kuorum rapat ini 2 (dua) anggota tetap",
    ],
    "berita_acara_tkksd": [
        "BERITA ACARA",
        "Nomor: 100.3.7/12/BA/KS/X/2026",
        "Pada hari ini, Kamis, tanggal delapan bulan Oktober tahun dua ribu dua puluh enam (08-10-2026), pukul 09.00 WIB, "
        "bertempat di Ruang Rapat Wijaya, Lantai 2, Tim Koordinasi Kerja Sama Daerah Kabupaten Wanasari yang dibentuk dengan "
        "Keputusan Bupati Wanasari Nomor 100.3.7/88/2026",
        "Rapat dihadiri 6 (enam) dari 7 (tujuh) anggota",
        "Kuorum 4 (empat) anggota terpenuhi.",
        "direkomendasikan dengan perbaikan dengan tindak lanjut sebagai berikut:",
        "DAFTAR HADIR",
    ],
    "rekomendasi_tkksd": [
        "NOTA DINAS",
        "Kepada : Yth. Bupati Wanasari",
        "Dari : Plt. Sekretaris Daerah selaku Ketua Tim Koordinasi Kerja Sama",
        "Calon mitra : Pemerintah Kabupaten Tirtamarga",
        "menyimpulkan bahwa rencana kerja sama tersebut direkomendasikan dengan perbaikan dengan syarat sebagai berikut:",
        "NIP 197203141997032004",
    ],
    "permohonan_dprd": [
        *HEAD,
        "Yth. Ketua DPRD Kabupaten Wanasari di Wanasari",
        "Sesuai dengan ketentuan Pasal 6 ayat (2) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, dengan "
        "ini kami mohon persetujuan DPRD Kabupaten Wanasari atas rencana kerja sama dimaksud.",
        "2027 Rp1.400.000.000",
        "Jumlah Rp6.200.000.000",
        "Terbilang: enam miliar dua ratus juta rupiah.",
    ],
    "kesepakatan_bersama": [
        "KESEPAKATAN BERSAMA ANTARA PEMERINTAH KABUPATEN WANASARI DENGAN PEMERINTAH KABUPATEN TIRTAMARGA "
        "TENTANG PENGELOLAAN SAMPAH REGIONAL DI TPA WANAKERTA",
        "NOMOR: ....",
        "Pada hari ini, ....",
        "Versi 6 · Sidik teks 3f9ac1d27be48055",
    ],
    "perjanjian_kerja_sama": [
        "NOMOR: 100.3.7/045/PKS/KS/XI/2026 NOMOR: 600.4.15/031/PKS/2026",
        "Pada hari ini, Jumat, tanggal dua puluh tujuh bulan November tahun dua ribu dua puluh enam (27-11-2026), bertempat di "
        "Wanasari, yang bertanda tangan di bawah ini:",
        "Berdasarkan hal-hal tersebut di atas dan Kesepakatan Bersama Nomor 100.3.7/021/KB/KS/III/2026 tanggal 4 Maret 2026, "
        "PARA PIHAK sepakat mengadakan Perjanjian Kerja Sama tentang Pengelolaan Sampah Regional di TPA Wanakerta dengan "
        "ketentuan sebagai berikut:",
        "Pasal 1 MAKSUD DAN TUJUAN (1) Maksud",
        "a. melaksanakan kegiatan",
        "1. Bahwa penyelenggaraan urusan",
        "dalam rangkap 2 (dua) asli, bermeterai cukup,",
        "PIHAK KEDUA, PIHAK KESATU, BUPATI TIRTAMARGA BUPATI WANASARI SITI MAEMUNAH R. ADITYA WIRAKUSUMA",
    ],
    "adendum": [
        "ADENDUM PERTAMA ATAS PERJANJIAN KERJA SAMA ANTARA PEMERINTAH KABUPATEN WANASARI DENGAN PEMERINTAH KABUPATEN TIRTAMARGA",
        "sepakat mengubah Perjanjian Kerja Sama dimaksud dengan Adendum ini, dengan ketentuan sebagai berikut:",
        "Pasal 1 KETENTUAN YANG DIUBAH (1) Ketentuan dalam Perjanjian Kerja Sama Nomor 100.3.7/045/PKS/KS/XI/2026 tanggal 27 November 2026",
        "(2) Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:",
        "(3) Sesudah Pasal 4 disisipkan 1 (satu) pasal, yaitu Pasal 4A, yang berbunyi sebagai berikut:",
        "berlaku sampai dengan tanggal 27 November 2032.",
        "dalam rangkap 2 (dua) asli, bermeterai cukup,",
    ],
    "lembar_paraf": ["LEMBAR PARAF", HASH, "16 November 2026,", "Belum diparaf"],
    "laporan_monev": [
        "DINAS LINGKUNGAN HIDUP",
        "Periode : Semester I Tahun 2027",
        "Realisasi Rp612.500.000",
        "87,5%",
        "D. Kemajuan kegiatan",
        "45%",
        "92%",
        "Dua truk rusak pada bulan Maret 2027.",
        "I. Laporan mitra",
        "nomor 660/118/2027, 8 Juli 2027",
        "Jembatan timbang dioperasikan setiap hari.",
        "Wanasari, 12 Juli 2027",
    ],
    "evaluasi_monev": [
        "EVALUASI KERJA SAMA",
        "Rata-rata 4,17",
        "Kerja sama dilanjutkan.",
        "3,5",
        "Kuning, yaitu bagian yang paling buruk di bawah ini.",
        "78% dari yang seharusnya",
        "Sampah yang diproses: 31.200 ton dari 40.000 ton yang seharusnya, 78%.",
        "tonase tertinggal karena kerusakan truk.",
        "Dua operator dan satu alat berat.",
    ],
    "laporan_kerja_sama": [
        *HEAD,
        "Hal : Laporan pelaksanaan kerja sama daerah Semester I 2026",
        "Yth. Gubernur selaku wakil Pemerintah Pusat di tempat",
        "Laporan ini merupakan edisi ke-2 dan menggantikan edisi sebelumnya, karena laporan dua perangkat daerah baru masuk.",
        "b. naskah yang sudah dilaporkan perangkat daerah pelaksana: 2 naskah; dan",
        "Demikian laporan ini disampaikan.",
        "LAMPIRAN NOMOR : 100.3.7/2114/KS/XI/2026 TANGGAL : 23 NOVEMBER 2026",
        "Jumlah 3 1 3 0 4 2 Rp1.014.513.331.000 Rp1.003.788.629.000 Rp1.250.000.000",
        "Tidak ada usulan yang sedang berjalan.",
        "Berubah Rekomendasi evaluasi Belum dievaluasi Dilanjutkan",
        "Kerja sama berklasifikasi rahasia tidak dimuat dalam laporan ini.",
    ],
    "nota_laporan_kerja_sama": [
        "NOTA DINAS",
        "Kepada : Yth. Bupati Wanasari",
        "Dari : Kepala Bagian Kerja Sama",
        "Hal : Rekapitulasi kerja sama daerah Tahun 2026",
        "Demikian dilaporkan. Selanjutnya kami mohon arahan.",
        "KEPALA BAGIAN KERJA SAMA, RATNA KUSUMAWATI, S.Sos., M.Si. NIP 198011142005012009",
    ],
    "kak": [
        "KERANGKA ACUAN KERJA",
        "Nomor usulan : KSDD-2026-014",
        "A. Latar belakang",
        "1. meningkatkan cakupan pelayanan persampahan di kedua daerah;",
        "KEPALA DINAS LINGKUNGAN HIDUP,",
    ],
    "surat_pemerintah": [
        *HEAD,
        "Hal : Penyampaian Rencana Kerja Sama",
        "Lampiran : 2 (dua) berkas",
        "Yth. Menteri Dalam Negeri u.p. Sekretaris Jenderal di Jakarta",
        "Bersama ini kami lampirkan: 1. Rencana Kerja Sama; dan 2. Persetujuan DPRD.",
        "Tembusan: Menteri Luar Negeri",
    ],
    "kajian_penjajakan": [
        "KAJIAN PENJAJAKAN KERJA SAMA LUAR NEGERI",
        "Negara : Jepang",
        "A. Latar belakang",
        "Pemenuhan syarat",
    ],
    "rencana_kerja_sama": ["RENCANA KERJA SAMA", "Edisi : 2", "B. Sumber pembiayaan Anggaran masing-masing pihak."],
    "naskah_dua_bahasa": [
        "NASKAH KERJA SAMA",
        "Pasal 1 MAKSUD DAN TUJUAN Meningkatkan mutu pengelolaan air.",
        "Article 1 OBJECTIVES To improve urban water management.",
        "dalam rangkap 4 (empat) asli, dalam 2 (dua) bahasa, Indonesia dan Inggris. Naskah berbahasa Inggris yang dipakai.",
    ],
    "keputusan_kdh": [
        "KEPUTUSAN BUPATI WANASARI NOMOR 100.3.7/001/KEP/KS/XI/2026 TENTANG DAFTAR RENCANA KERJA SAMA DAERAH TAHUN 2027 BUPATI WANASARI,",
        "Menimbang : a. bahwa objek kerja sama daerah ditetapkan berdasarkan prioritas;",
        "Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
        "MEMUTUSKAN: Menetapkan : KEPUTUSAN BUPATI WANASARI TENTANG DAFTAR RENCANA KERJA SAMA DAERAH TAHUN 2027. KESATU : Menetapkan Daftar",
        "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "Ditetapkan di : Wanasari pada tanggal : 23 November 2026 BUPATI WANASARI, R. ADITYA WIRAKUSUMA, S.H., M.Si.",
        "LAMPIRAN KEPUTUSAN BUPATI WANASARI NOMOR : 100.3.7/001/KEP/KS/XI/2026 TANGGAL : 23 NOVEMBER 2026",
        "Jumlah: 3 rencana Rp3.600.000.000",
    ],
}
