"""Tales of waste, rivers, disasters and fires."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

WASTE = Tale(
    unit="DLH",
    affair="Lingkungan hidup",
    titles=(
        "Pengelolaan Sampah Regional TPA Wanakerta",
        "Pengangkutan dan Pemrosesan Sampah Kawasan Perbatasan",
        "Pengolahan Sampah Organik dan Bank Sampah Antardaerah",
    ),
    background=(
        "Timbulan sampah di kecamatan yang berbatasan dengan {mitra} mencapai 68 ton per hari, sedangkan yang terangkut baru 41 ton. "
        "Sisanya dibuang ke lahan kosong dan saluran irigasi yang mengalir ke kedua daerah.\n"
        "TPA Wanakerta masih mempunyai dua zona yang belum dipakai dengan daya tampung sekitar sembilan tahun. Truk dari wilayah {mitra} "
        "menempuh jarak 19 kilometer ke TPA Wanakerta, sedangkan ke TPA sendiri 44 kilometer, sehingga pengelolaan bersama lebih murah "
        "bagi kedua daerah."
    ),
    aims=(
        "Mewujudkan pengelolaan sampah perbatasan yang tuntas dari sumber sampai pemrosesan akhir\n"
        "Menekan biaya angkut per ton di kedua daerah\n"
        "Mengurangi sampah yang masuk ke pemrosesan akhir paling sedikit 20% dalam tiga tahun"
    ),
    location="Kecamatan Wanakerta dan Kecamatan Margasari, Kabupaten Wanasari, serta tiga kecamatan {mitra} yang berbatasan",
    scope=(
        "Pengumpulan dan pengangkutan sampah di kecamatan perbatasan\n"
        "Pemanfaatan zona lahan urug terkendali beserta instalasi pengolahan lindi\n"
        "Pembentukan bank sampah dan rumah kompos desa\n"
        "Pembayaran jasa pemrosesan per ton berdasarkan timbangan bersama\n"
        "Pertukaran data timbulan dan mutu lingkungan"
    ),
    benefits=(
        "Layanan pengangkutan bertambah bagi sekitar 31.000 jiwa. Biaya angkut turun kurang lebih sepertiga, umur TPA Wanakerta terjaga "
        "melalui "
        "pengurangan sampah organik, dan Kabupaten Wanasari memperoleh pendapatan jasa pemrosesan."
    ),
    impact=(
        "Bau, lalu lintas truk, dan lindi adalah dampak utama. Pengendaliannya: sabuk hijau selebar 30 meter, jam angkut pukul 05.00 "
        "sampai dengan 08.00, "
        "penutupan tanah harian, dan pemantauan air tanah pada empat sumur setiap tiga bulan. Pemulung setempat dilibatkan dalam pemilahan."
    ),
    financing=(
        "Pengangkutan dibiayai APBD masing-masing daerah\n"
        "Pemrosesan dibayar {mitra} per ton sesuai dengan peraturan daerah tentang retribusi\n"
        "Pemeliharaan instalasi lindi ditanggung bersama menurut volume sampah"
    ),
    amount=4_250,
    telling=Telling(
        activities=(
            "Pengangkutan lintas batas berjalan enam hari seminggu dengan empat truk; timbangan bersama dikalibrasi; dua bank sampah desa "
            "dibuka."
        ),
        outputs="5.980 ton sampah terangkut, 412 ton di antaranya menjadi kompos; 24 kali uji mutu lindi.",
        outcomes="Titik pembuangan liar di perbatasan turun dari 17 menjadi 6; keluhan bau berkurang.",
        problems="Satu truk rusak selama tiga minggu sehingga jadwal di dua desa terlambat.",
        follow_up="Kontrak truk cadangan disiapkan, jadwal angkut diumumkan di balai desa.",
        indicators=(
            ("Sampah terangkut (ton)", "6.200", "5.980"),
            ("Bank sampah aktif", "8", "7"),
            ("Uji lindi memenuhi baku mutu (%)", "100", "96"),
        ),
    ),
)

RIVER = Tale(
    unit="DLH",
    affair="Lingkungan hidup",
    titles=(
        "Pengendalian Pencemaran Daerah Aliran Sungai Cimandala",
        "Konservasi Mata Air dan Hutan Rakyat Lereng Giriwana",
        "Pemantauan Kualitas Udara dan Air Lintas Wilayah",
    ),
    background=(
        "Sungai dan mata air di lereng utara dipakai bersama oleh Kabupaten Wanasari dan {mitra}. Hasil pemantauan dua tahun terakhir "
        "menunjukkan "
        "BOD pada lima dari sembilan titik melampaui baku mutu kelas II, terutama pada musim kemarau.\n"
        "Sumber pencemar berada di kedua sisi batas daerah: industri tahu, peternakan, dan limbah rumah tangga. Penanganan "
        "sendiri-sendiri selama ini "
        "tidak menurunkan beban pencemar karena data dan jadwal pengawasan berbeda."
    ),
    aims=(
        "Menurunkan beban pencemar pada ruas perbatasan sampai memenuhi baku mutu kelas II\n"
        "Menyatukan titik pantau, jadwal, dan laboratorium rujukan\n"
        "Memulihkan tutupan lahan di daerah tangkapan air"
    ),
    location=(
        "Ruas sungai sepanjang 27 kilometer dan daerah tangkapannya di Kecamatan Giriwana, Kabupaten Wanasari, dan wilayah hilir {mitra}"
    ),
    scope=(
        "Pemantauan bersama pada dua belas titik setiap triwulan\n"
        "Pembinaan dan pengawasan usaha yang membuang limbah\n"
        "Pembangunan instalasi pengolahan air limbah komunal\n"
        "Penanaman pohon pada lahan kritis milik rakyat\n"
        "Sistem informasi mutu lingkungan yang dapat dibaca kedua daerah"
    ),
    benefits=(
        "Air baku bagi 14 desa menjadi lebih aman, biaya pengolahan air minum turun, dan sengketa antarpetani di hilir pada musim "
        "kemarau berkurang "
        "karena data dipegang bersama."
    ),
    impact=(
        "Pembatasan pembuangan limbah dapat memengaruhi sekitar 60 usaha kecil. Usaha itu didampingi dan diberi akses instalasi komunal "
        "selama masa peralihan "
        "dua tahun. Tidak ada pemindahan penduduk."
    ),
    financing=(
        "Pemantauan dibiayai APBD masing-masing daerah menurut jumlah titik\n"
        "Instalasi komunal dibiayai DAK bidang sanitasi dan APBD daerah lokasi"
    ),
    amount=1_640,
    years=4,
    telling=Telling(
        activities="Dua kali pengambilan contoh bersama pada dua belas titik, pembinaan 22 usaha, penanaman 4.500 bibit.",
        outputs="24 laporan uji laboratorium, satu instalasi komunal beroperasi, 9 hektare lahan tertanami.",
        outcomes="BOD memenuhi baku mutu pada delapan dari dua belas titik, dua titik lebih banyak daripada periode sebelumnya.",
        problems="Hasil laboratorium terlambat karena antrean; debit sangat kecil pada puncak kemarau.",
        follow_up="Kontrak payung dengan laboratorium kedua, pengambilan contoh dimajukan satu bulan.",
        indicators=(
            ("Titik memenuhi baku mutu", "9", "8"),
            ("Usaha dibina", "20", "22"),
            ("Lahan tertanami (ha)", "10", "9"),
        ),
    ),
)

DISASTER = Tale(
    unit="BPBD",
    affair="Ketenteraman, ketertiban umum, dan pelindungan masyarakat",
    titles=(
        "Penanggulangan Bencana Banjir dan Longsor Wilayah Perbatasan",
        "Peringatan Dini Banjir Sungai Cimandala",
        "Pengerahan Bantuan dan Logistik Tanggap Darurat",
    ),
    background=(
        "Dalam lima tahun terakhir tercatat 23 kejadian banjir dan longsor pada perbatasan Kabupaten Wanasari dengan {mitra}, empat di "
        "antaranya memutus jalan "
        "selama lebih dari dua hari. Warga yang terdampak sering lebih dekat ke pos dan puskesmas daerah tetangga daripada ke daerahnya "
        "sendiri.\n"
        "Bantuan lintas batas sampai kini berjalan atas dasar kenalan, tanpa pembagian tugas, tanpa pencatatan logistik, dan tanpa "
        "jaminan bagi petugas."
    ),
    aims=(
        "Mempercepat pertolongan pertama bagi warga perbatasan, siapa pun pemerintah daerahnya\n"
        "Menyatukan peringatan dini dari hulu ke hilir\n"
        "Menetapkan pembagian tugas, logistik, dan biaya pada tanggap darurat"
    ),
    location="Sembilan desa rawan di Kecamatan Giriwana dan Kecamatan Margasari serta tujuh desa {mitra}",
    scope=(
        "Pos siaga bersama pada musim hujan\n"
        "Pemasangan dan pemeliharaan alat ukur tinggi muka air serta sirene\n"
        "Pengerahan personel, perahu, dan truk tangki lintas batas\n"
        "Gladi bersama dua kali setahun\n"
        "Pencatatan dan penggantian logistik"
    ),
    benefits=(
        "Waktu tanggap di desa perbatasan dari rata-rata 95 menit ditargetkan menjadi 40 menit. Sekitar 18.500 jiwa memperoleh "
        "peringatan sedikitnya dua jam sebelum banjir."
    ),
    impact=(
        "Pemasangan alat memerlukan lahan kecil di bantaran sungai dengan izin desa. Risiko salah peringatan dikurangi dengan "
        "pemeriksaan dua petugas. "
        "Tidak ada dampak penting bagi lingkungan."
    ),
    financing=(
        "Alat dan pemeliharaannya dibiayai daerah tempat alat dipasang\n"
        "Biaya tanggap darurat dari belanja tidak terduga masing-masing daerah\n"
        "Gladi dibiayai bergantian"
    ),
    amount=980,
    years=3,
    telling=Telling(
        activities="Pos siaga bersama beroperasi empat bulan; satu gladi lapangan; enam alat ukur diperiksa dan satu diganti.",
        outputs="11 kejadian ditangani bersama, 34.000 liter air bersih disalurkan, 120 relawan dilatih.",
        outcomes="Waktu tanggap rata-rata 52 menit; tidak ada korban jiwa pada dua kejadian longsor.",
        problems="Frekuensi radio kedua pos belum sama.",
        follow_up="Pengurusan frekuensi bersama dan pembelian delapan radio genggam.",
        indicators=(
            ("Waktu tanggap (menit)", "45", "52"),
            ("Gladi bersama", "1", "1"),
            ("Alat ukur berfungsi (%)", "100", "92"),
        ),
    ),
)

FIRE = Tale(
    unit="BPBD",
    affair="Ketenteraman, ketertiban umum, dan pelindungan masyarakat",
    titles=(
        "Pelayanan Pemadaman Kebakaran Lintas Batas",
        "Pencegahan Kebakaran Hutan dan Lahan Lereng Giriwana",
        "Pelatihan dan Sertifikasi Relawan Tanggap Darurat",
    ),
    background=(
        "Pos pemadam Kabupaten Wanasari terdekat dari desa-desa di perbatasan berjarak 31 kilometer, sedangkan pos {mitra} hanya 9 "
        "kilometer. Pada tiga kebakaran pasar dan "
        "permukiman tahun lalu, mobil pemadam tetangga datang lebih dahulu tetapi tanpa dasar penugasan dan tanpa asuransi petugas.\n"
        "Sebaliknya, dua kecamatan {mitra} lebih cepat dijangkau dari pos Margasari."
    ),
    aims=(
        "Menjamin pemadam terdekat berangkat lebih dahulu tanpa menunggu izin antardaerah\n"
        "Menyamakan prosedur, komunikasi, dan pelindungan petugas\n"
        "Membentuk relawan kebakaran di setiap desa perbatasan"
    ),
    location="Kecamatan Margasari dan Kecamatan Sukatani, Kabupaten Wanasari, serta empat kecamatan {mitra}",
    scope=(
        "Penugasan unit terdekat melalui satu nomor panggilan\n"
        "Penggunaan sumber air dan hidran bersama\n"
        "Latihan gabungan dan sertifikasi relawan\n"
        "Asuransi petugas dan penggantian bahan bakar\n"
        "Patroli bersama pada puncak kemarau"
    ),
    benefits=(
        "Waktu tanggap di 16 desa turun menjadi paling lama 15 menit sesuai dengan standar pelayanan minimal, tanpa pembangunan pos baru "
        "senilai Rp6 miliar."
    ),
    impact=(
        "Lalu lintas kendaraan darurat bertambah pada dua ruas jalan desa. Sosialisasi dan rambu dipasang sebelum pelaksanaan. Dampak "
        "lingkungan tidak penting."
    ),
    financing=(
        "Operasional dibiayai daerah asal unit\nPenggantian bahan bakar dan bahan pemadam diperhitungkan setiap semester\nPelatihan "
        "dibiayai APBD kedua daerah sama besar"
    ),
    amount=720,
    years=3,
    telling=Telling(
        activities="Sebelas pengerahan lintas batas, dua latihan gabungan, patroli kemarau selama enam minggu.",
        outputs="86 relawan bersertifikat, 14 titik sumber air dipetakan.",
        outcomes="Waktu tanggap rata-rata 17 menit dari semula 38 menit.",
        problems="Perhitungan penggantian bahan bakar semester lalu belum disepakati.",
        follow_up="Berita acara perhitungan ditandatangani paling lambat akhir bulan depan.",
        indicators=(("Waktu tanggap (menit)", "15", "17"), ("Relawan bersertifikat", "80", "86")),
    ),
)

TALES = {"waste": WASTE, "river": RIVER, "disaster": DISASTER, "fire": FIRE}
