"""Tales of schools, teachers and libraries."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

SCHOOL = Tale(
    unit="DISDIK",
    affair="Pendidikan",
    titles=(
        "Penerimaan Murid Sekolah Dasar Wilayah Perbatasan",
        "Bantuan Operasional Sekolah Penerima Murid Perbatasan",
        "Akses dan Angkutan Sekolah Anak Perbatasan",
    ),
    background=(
        "Anak dari sembilan dusun perbatasan bersekolah di {mitra} karena lebih dekat, tetapi setiap tahun terkendala zonasi dan dana "
        "operasional yang mengikuti domisili. "
        "Sebanyak 312 murid Wanasari bersekolah di {mitra} dan 187 murid {mitra} bersekolah di Wanasari.\n"
        "Tanpa kerja sama, sekolah penerima tidak memperoleh bantuan daerah bagi murid luar daerah dan sebagian orang tua memindahkan "
        "kartu keluarga."
    ),
    aims=(
        "Menjamin setiap anak perbatasan bersekolah di sekolah terdekat\n"
        "Menata bantuan operasional bagi sekolah penerima\n"
        "Menekan angka putus sekolah di dusun perbatasan menjadi nol"
    ),
    location="21 sekolah di Kecamatan Sukatani dan Kecamatan Wanakerta serta 16 sekolah {mitra}",
    scope=(
        "Kuota murid perbatasan dalam penerimaan murid baru\n"
        "Bantuan operasional menurut jumlah murid\n"
        "Pertukaran data pokok pendidikan\n"
        "Pembinaan guru dan kepala sekolah\n"
        "Angkutan sekolah pada dua jalur"
    ),
    benefits=(
        "499 anak bersekolah rata-rata 4 kilometer lebih dekat; orang tua tidak perlu memindahkan domisili; rombongan belajar kecil "
        "dapat digabungkan."
    ),
    impact=(
        "Dua sekolah perlu menambah ruang kelas pada tahun kedua. Lalu lintas pagi di depan sekolah diatur petugas desa. Tidak ada "
        "dampak lingkungan penting."
    ),
    financing="Bantuan operasional dibayar daerah domisili murid\nAngkutan sekolah dibiayai APBD daerah pemilik jalur",
    amount=640,
    years=3,
    telling=Telling(
        activities="Penerimaan murid baru memakai kuota perbatasan; dua jalur angkutan sekolah beroperasi; tiga lokakarya guru.",
        outputs="131 murid baru diterima, bantuan operasional tersalurkan 100%.",
        outcomes="Tidak ada anak usia sekolah di sembilan dusun yang putus sekolah.",
        problems="Data tiga murid ganda pada kedua daerah.",
        follow_up="Pemadanan data dilakukan setiap awal semester.",
        indicators=(("Murid baru perbatasan", "120", "131"), ("Anak putus sekolah", "0", "0")),
    ),
)

TEACHER = Tale(
    unit="DISDIK",
    affair="Pendidikan",
    titles=(
        "Pertukaran Guru Sekolah Menengah Pertama",
        "Peningkatan Mutu Guru dan Kepala Sekolah",
        "Penguatan Literasi dan Numerasi Sekolah Dasar",
    ),
    background=(
        "Hasil asesmen nasional menunjukkan capaian numerasi 47% di Wanasari dan 58% di {mitra}, sedangkan capaian literasi sebaliknya. "
        "Kedua daerah kekurangan guru mata pelajaran "
        "tertentu: Wanasari 64 guru matematika dan IPA, {mitra} 39 guru bahasa.\n"
        "Pelatihan berjalan sendiri-sendiri dengan narasumber yang sama, sehingga biayanya berganda."
    ),
    aims=(
        "Meningkatkan capaian literasi dan numerasi paling sedikit 10 poin dalam tiga tahun\nMengisi kekurangan guru melalui penugasan "
        "silang\nMembentuk komunitas belajar antarsekolah"
    ),
    location="48 sekolah di Kabupaten Wanasari dan 44 sekolah di {mitra}",
    scope=(
        "Penugasan silang guru paling lama satu tahun pelajaran\nPelatihan dan pendampingan bersama\nBank soal dan perangkat ajar "
        "bersama\nSekolah model sebagai tempat magang"
    ),
    benefits="Sekitar 9.600 murid diajar guru yang sesuai dengan bidangnya; biaya pelatihan turun 30% karena dilaksanakan bersama.",
    impact=(
        "Guru yang ditugaskan jauh dari rumah diberi bantuan transportasi. Jadwal mengajar di sekolah asal dijaga dengan guru pengganti."
    ),
    financing="Gaji dibayar daerah asal\nBantuan transportasi dibayar daerah penerima\nPelatihan dibiayai bersama sama besar",
    amount=540,
    years=3,
    telling=Telling(
        activities="36 guru ditugaskan silang; enam pelatihan; kunjungan kelas setiap bulan.",
        outputs="Bank soal berisi 1.240 butir, 92 sekolah tergabung dalam komunitas belajar.",
        outcomes="Capaian numerasi naik 6 poin pada sekolah sasaran.",
        problems="Guru pengganti belum tersedia di empat sekolah.",
        follow_up="Redistribusi guru pada awal tahun pelajaran.",
        indicators=(("Guru bertugas silang", "40", "36"), ("Kenaikan numerasi (poin)", "5", "6")),
    ),
)

LIBRARY = Tale(
    unit="DISDIK",
    affair="Perpustakaan",
    titles=(
        "Layanan Perpustakaan Keliling dan Pinjam Antarperpustakaan",
        "Pengembangan Perpustakaan Digital Bersama",
        "Gerakan Membaca Desa Perbatasan",
    ),
    background=(
        "Perpustakaan daerah Wanasari mempunyai 41.000 judul dan {mitra} 57.000 judul, tetapi hanya 9% yang sama. Warga perbatasan tidak "
        "dapat meminjam lintas daerah, "
        "dan mobil keliling kedua daerah melewati jalan yang sama pada hari yang sama.\n"
        "Kunjungan perpustakaan desa turun 22% dalam dua tahun karena koleksi jarang diperbarui."
    ),
    aims=(
        "Membuka seluruh koleksi kedua daerah bagi warga dengan satu kartu\nMengatur jadwal mobil keliling agar setiap desa perbatasan "
        "terlayani dua minggu sekali\nMenaikkan kegemaran membaca anak"
    ),
    location="Perpustakaan daerah kedua pihak dan 27 perpustakaan desa di perbatasan Kabupaten Wanasari dan {mitra}",
    scope=(
        "Kartu anggota bersama\nPinjam antarperpustakaan\nKatalog dan koleksi digital bersama\nJadwal mobil keliling bersama\nPelatihan "
        "pengelola perpustakaan desa"
    ),
    benefits=(
        "Koleksi yang dapat dipinjam warga naik dua kali lipat tanpa pembelian baru; 11 desa yang belum terlayani dijangkau mobil "
        "keliling."
    ),
    impact="Tidak ada dampak lingkungan. Data anggota dilindungi dan hanya dipakai untuk layanan.",
    financing="Operasional dibiayai perpustakaan masing-masing\nLisensi koleksi digital dibiayai bersama menurut jumlah anggota",
    amount=310,
    years=3,
    telling=Telling(
        activities="Kartu bersama diluncurkan; mobil keliling melayani 27 desa; dua pelatihan pengelola.",
        outputs="3.870 peminjaman antardaerah, 1.120 anggota baru.",
        outcomes="Kunjungan perpustakaan desa naik 18%.",
        problems="Pengembalian buku antardaerah terlambat rata-rata enam hari.",
        follow_up="Kotak pengembalian dipasang di enam kantor kecamatan.",
        indicators=(("Peminjaman antardaerah", "3.500", "3.870"), ("Desa terlayani", "27", "27")),
    ),
)

TALES = {"school": SCHOOL, "teacher": TEACHER, "library": LIBRARY}
