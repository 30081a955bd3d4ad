"""Tales of roads, water, buses and terminals."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

ROAD = Tale(
    unit="DPUPR",
    affair="Pekerjaan umum dan penataan ruang",
    titles=(
        "Pembangunan dan Pemeliharaan Jembatan Perbatasan Cimandala",
        "Peningkatan Jalan Poros Perbatasan Sukatani",
        "Pembangunan Jembatan dan Jalan Tembus Karangmulya",
    ),
    background=(
        "Jalan poros yang menghubungkan Kabupaten Wanasari dengan {mitra} sepanjang 14,6 kilometer rusak berat pada 5,2 kilometer, tepat "
        "di kedua sisi batas daerah. "
        "Jembatan penghubung dibangun tahun 1987 dan kini dibatasi 5 ton, sehingga angkutan hasil pertanian memutar 27 kilometer.\n"
        "Batas daerah terletak di tengah sungai. Tidak satu pun daerah dapat membangun jembatan itu sendiri dengan kewenangan dan "
        "anggarannya."
    ),
    aims=(
        "Memulihkan jalan poros ke kondisi mantap\n"
        "Mengganti jembatan dengan bentang 60 meter kelas B\n"
        "Menetapkan pembagian pemeliharaan sesudah pembangunan"
    ),
    location="Ruas Sukatani sampai dengan batas daerah dan ruas lanjutannya di wilayah {mitra}",
    scope=(
        "Penyusunan rencana teknis dan dokumen lingkungan\n"
        "Pembangunan jembatan dan peningkatan jalan\n"
        "Pengawasan mutu bersama\n"
        "Pemeliharaan rutin menurut pembagian ruas\n"
        "Pengendalian kendaraan bermuatan lebih"
    ),
    benefits=(
        "Waktu tempuh pasar ke pasar turun dari 85 menjadi 40 menit. Sekitar 1.900 kendaraan per hari tidak lagi memutar, dan biaya "
        "angkut sayur turun "
        "diperkirakan Rp180 per kilogram."
    ),
    impact=(
        "Pekerjaan menimbulkan debu, kebisingan, dan kekeruhan sungai selama delapan bulan. Pengendalian melalui UKL-UPL, jam kerja "
        "siang, kolam pengendapan, dan jembatan sementara. "
        "Tanah yang diperlukan 0,4 hektare dibebaskan sesuai dengan ketentuan."
    ),
    financing=(
        "Pembangunan jembatan dibiayai APBD kedua daerah masing-masing 50%\n"
        "Peningkatan jalan dibiayai daerah pemilik ruas\n"
        "Pemeliharaan dibiayai bergantian setiap tahun"
    ),
    amount=12_400,
    telling=Telling(
        activities="Pekerjaan fondasi dan gelagar selesai; pengaspalan 2,1 kilometer; uji mutu bersama empat kali.",
        outputs="Kemajuan fisik 78% dari rencana 80%.",
        outcomes="Angkutan di bawah 8 ton sudah dapat melintas lewat jembatan sementara.",
        problems="Pengiriman baja tertunda tiga minggu.",
        follow_up="Penambahan kelompok kerja dan jadwal lembur siang hari.",
        indicators=(("Kemajuan fisik (%)", "80", "78"), ("Jalan mantap (km)", "2,5", "2,1")),
    ),
)

WATER = Tale(
    unit="DPUPR",
    affair="Pekerjaan umum dan penataan ruang",
    titles=(
        "Penyediaan Air Baku SPAM Regional Giriwana",
        "Sistem Penyediaan Air Minum Kawasan Perbatasan",
        "Pembagian Air Baku dan Pelindungan Mata Air Giriwana",
    ),
    background=(
        "Mata air Giriwana berdebit 210 liter per detik pada musim kemarau, sedangkan pemakaian Wanasari 95 liter per detik. {mitra} "
        "kekurangan air baku sekitar 60 liter per detik "
        "dan melayani 17.000 sambungan secara bergilir.\n"
        "Pipa lama peninggalan tahun 1979 melintasi kedua daerah dengan kehilangan air 41%. Perbaikannya hanya berguna bila dilakukan "
        "pada seluruh panjang pipa."
    ),
    aims=(
        "Menyediakan air baku 60 liter per detik bagi {mitra} tanpa mengurangi pasokan Wanasari\nMenurunkan kehilangan air menjadi "
        "paling tinggi 20%\nMenetapkan jasa lingkungan bagi desa sumber air"
    ),
    location="Mata air Giriwana dan jalur pipa sepanjang 23 kilometer di Kabupaten Wanasari serta instalasi {mitra}",
    scope=(
        "Pembangunan bangunan tangkap dan pipa transmisi\n"
        "Pengukuran debit dan kualitas air bersama\n"
        "Tarif air curah dan cara pembayarannya\n"
        "Pelindungan daerah tangkapan dan jasa lingkungan desa\n"
        "Pembagian air pada keadaan kering"
    ),
    benefits=(
        "17.000 sambungan di {mitra} menerima air 24 jam; Wanasari memperoleh pendapatan air curah sekitar Rp1,1 miliar setahun; tiga "
        "desa sumber air memperoleh dana pelestarian."
    ),
    impact=(
        "Pengambilan tambahan dapat mengurangi aliran irigasi hilir pada puncak kemarau. Karena itu pintu bagi irigasi diprioritaskan "
        "bila debit di bawah 150 liter per detik, "
        "dan dampaknya dipantau kelompok tani setiap bulan."
    ),
    financing="Bangunan tangkap dibiayai APBD Wanasari\nPipa dan instalasi dibiayai APBD {mitra}\nOperasional ditutup dari tarif air curah",
    amount=8_900,
    telling=Telling(
        activities="Pemasangan pipa transmisi 9,4 kilometer, pengukuran debit harian, pertemuan bulanan dengan kelompok tani.",
        outputs="38 liter per detik telah mengalir; dana pelestarian tersalur ke tiga desa.",
        outcomes="Air mengalir 18 jam sehari, semula 6 jam, pada 7.200 sambungan.",
        problems="Izin lintasan jalan provinsi terbit terlambat.",
        follow_up="Pekerjaan dialihkan lebih dahulu ke ruas yang izinnya sudah ada.",
        indicators=(("Debit tersalur (liter/detik)", "45", "38"), ("Kehilangan air (%)", "25", "27")),
    ),
)

TRANSIT = Tale(
    unit="DISHUB",
    affair="Perhubungan",
    titles=(
        "Angkutan Umum Perbatasan Koridor Wanasari-{mitra}",
        "Penataan Angkutan Pelajar Lintas Daerah",
        "Pengelolaan Halte dan Simpul Angkutan Perbatasan",
    ),
    background=(
        "Setiap hari sekitar 11.300 orang bepergian antara Kabupaten Wanasari dan {mitra}, 83% dengan sepeda motor. Trayek yang ada "
        "berhenti di batas daerah, "
        "sehingga penumpang berganti kendaraan dan membayar dua kali.\n"
        "Kecelakaan di jalan penghubung tercatat 57 kejadian setahun, sebagian besar melibatkan pelajar dan pekerja pada jam sibuk."
    ),
    aims=(
        "Menyediakan angkutan umum menerus dengan satu tarif\nMenurunkan pemakaian sepeda motor oleh pelajar\nMenata jadwal, halte, dan "
        "subsidi bersama"
    ),
    location="Koridor sepanjang 24 kilometer dari Terminal Wanasari ke pusat kegiatan {mitra}",
    scope=(
        "Penetapan jaringan trayek dan jadwal\nPembelian layanan dengan standar pelayanan bersama\nHalte, rambu, dan informasi "
        "perjalanan\nTarif terpadu dan tarif pelajar\nPengawasan laik jalan"
    ),
    benefits=(
        "Biaya perjalanan rata-rata turun Rp6.000 sehari; 1.400 pelajar mempunyai pilihan angkutan; kecelakaan jam sibuk ditargetkan "
        "turun seperempat."
    ),
    impact=(
        "Pengemudi angkutan lama diajak menjadi operator melalui koperasi. Emisi turun karena berkurangnya sepeda motor. Tidak "
        "diperlukan pembebasan tanah."
    ),
    financing="Subsidi dibagi menurut panjang trayek di tiap daerah\nHalte dibiayai daerah tempat halte berada",
    amount=3_100,
    years=4,
    telling=Telling(
        activities="Dua belas bus melayani 46 perjalanan sehari; tarif pelajar berlaku; delapan halte dibangun.",
        outputs="612.000 penumpang dalam satu semester, keterisian 58%.",
        outcomes="Kecelakaan jam sibuk turun 19%.",
        problems="Kemacetan pasar pagi membuat jadwal mundur 12 menit.",
        follow_up="Pengaturan bongkar muat pasar sebelum pukul 05.30.",
        indicators=(("Penumpang (ribu)", "600", "612"), ("Ketepatan jadwal (%)", "85", "79")),
    ),
)

TERMINAL = Tale(
    unit="DISHUB",
    affair="Perhubungan",
    titles=(
        "Pengujian Berkala Kendaraan Bermotor Bersama",
        "Pembangunan Terminal Tipe C Perbatasan",
        "Pengelolaan Terminal dan Fasilitas Penumpang Karangmulya",
    ),
    background=(
        "Lapangan perbatasan dipakai 90 angkutan pedesaan dari kedua daerah tanpa fasilitas penumpang, sehingga kendaraan menaikkan "
        "penumpang di badan jalan provinsi. "
        "Antrean pagi mencapai 700 meter.\n"
        "{mitra} memiliki tanah 0,9 hektare di sisi barat, sedangkan akses jalan dan listrik berada di wilayah Wanasari."
    ),
    aims=(
        "Memindahkan kegiatan naik dan turun penumpang dari badan jalan\nMengelola satu fasilitas dengan satu tarif jasa\nMembagi biaya "
        "dan pendapatan secara adil"
    ),
    location="Lapangan perbatasan Desa Karangmulya, Kabupaten Wanasari, dan tanah milik {mitra} di sebelahnya",
    scope=(
        "Rencana tapak dan dokumen lingkungan\nPembangunan peron, ruang tunggu, dan kios\nPengelolaan bersama melalui satu unit\n"
        "Pembagian pendapatan jasa\nPenertiban angkutan di luar fasilitas"
    ),
    benefits="Kelancaran lalu lintas bagi 9.000 kendaraan per hari, tempat usaha bagi 34 pedagang, dan keselamatan penumpang.",
    impact=(
        "Pedagang kaki lima dipindahkan ke kios dengan sewa tahun pertama dibebaskan. Air limbah diolah sebelum dialirkan ke saluran "
        "kota."
    ),
    financing="Pembangunan dibiayai APBD kedua daerah\nOperasional ditutup dari jasa layanan mulai tahun ketiga",
    amount=6_700,
)

TALES = {"road": ROAD, "water": WATER, "transit": TRANSIT, "terminal": TERMINAL}
