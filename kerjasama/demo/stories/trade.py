"""Tales of markets, fairs, tourism and culture."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

MARKET = Tale(
    unit="DISDAG",
    affair="Perdagangan",
    titles=(
        "Pengendalian Inflasi dan Pasar Murah Antardaerah",
        "Pelayanan Tera dan Tera Ulang Alat Ukur",
        "Pengelolaan Pasar Rakyat Perbatasan Karangmulya",
    ),
    background=(
        "Pasar di perbatasan Kabupaten Wanasari dan {mitra} dipakai 640 pedagang dari kedua daerah. Pengawasan harga dan alat ukur "
        "berjalan sendiri-sendiri, sehingga operasi pasar di satu daerah "
        "diborong pedagang daerah lain dan tidak menurunkan harga.\n"
        "Hanya 38% timbangan yang ditera tahun lalu karena Wanasari belum mempunyai cukup penera, sedangkan {mitra} mempunyai empat "
        "penera bersertifikat."
    ),
    aims="Menjaga harga pangan pokok pada pasar perbatasan\nMenertibkan alat ukur pedagang\nMenata pengelolaan pasar yang dipakai bersama",
    location="Pasar Karangmulya dan enam pasar rakyat Kabupaten Wanasari serta empat pasar {mitra}",
    scope=(
        "Pemantauan harga harian bersama\nOperasi pasar serentak\nTera dan tera ulang oleh penera kedua daerah\nPenataan pedagang dan "
        "retribusi\nPembinaan pasar aman dan bersih"
    ),
    benefits="Gejolak harga lebih cepat diredam; 640 pedagang dan sekitar 30.000 pembeli terlindungi dari timbangan yang tidak benar.",
    impact="Penataan ulang lapak memerlukan pemindahan sementara 85 pedagang selama enam minggu ke tempat penampungan tanpa sewa.",
    financing=(
        "Operasi pasar dibiayai masing-masing daerah\nTera dibayar menurut tarif peraturan daerah\nKebersihan pasar dibiayai dari "
        "retribusi"
    ),
    amount=920,
    years=3,
    telling=Telling(
        activities="Empat operasi pasar serentak, pemantauan harga harian di tujuh pasar, tera keliling dua putaran.",
        outputs="214 ton bahan pokok tersalur, 1.930 alat ukur ditera.",
        outcomes="Harga beras medium bertahan di bawah harga eceran tertinggi selama lima bulan.",
        problems="Data harga dua pasar terlambat masuk.",
        follow_up="Petugas pengganti dan pengisian lewat telepon seluler.",
        indicators=(("Alat ukur ditera", "2.000", "1.930"), ("Operasi pasar serentak", "4", "4")),
    ),
)

FAIR = Tale(
    unit="DISDAG",
    affair="Koperasi, usaha kecil, dan menengah",
    titles=(
        "Promosi dan Pemasaran Bersama Produk Unggulan",
        "Kemitraan Usaha Mikro Olahan Pangan",
        "Pengembangan Sentra Batik dan Tenun Perbatasan",
    ),
    background=(
        "Di Kabupaten Wanasari terdapat 8.700 usaha mikro olahan pangan dan kain, di {mitra} 12.300. Hanya 14% yang mempunyai izin edar "
        "atau merek terdaftar. "
        "Pembeli besar meminta jumlah yang tidak dapat dipenuhi satu daerah, sedangkan jenis produknya serupa.\n"
        "Rumah kemasan {mitra} baru terpakai 45% kapasitasnya."
    ),
    aims=(
        "Memenuhi pesanan besar secara bersama dengan mutu seragam\nMemakai rumah kemasan dan laboratorium mutu bersama\nMenambah usaha "
        "yang berizin edar dan bermerek"
    ),
    location="Sentra industri kecil Kabupaten Wanasari dan rumah kemasan serta galeri {mitra}",
    scope=(
        "Kurasi dan standar mutu bersama\nPemakaian rumah kemasan\nPameran dan etalase daring bersama\nPendampingan izin edar, merek, "
        "dan sertifikat halal\nPertemuan dagang"
    ),
    benefits="450 usaha mikro naik kelas dalam tiga tahun; nilai pesanan bersama ditargetkan Rp9 miliar; rumah kemasan terpakai penuh.",
    impact="Limbah pewarna batik diolah di instalasi sentra. Persaingan antarusaha dikelola dengan pembagian pesanan menurut kurasi.",
    financing="Pameran dibiayai bergantian\nPendampingan dibiayai daerah asal usaha\nPemakaian rumah kemasan membayar jasa",
    amount=680,
    years=3,
    telling=Telling(
        activities="Dua pameran bersama, kurasi 310 produk, pendampingan izin bagi 120 usaha.",
        outputs="96 izin edar dan 71 merek terbit; pesanan bersama Rp2,3 miliar.",
        outcomes="Omzet rata-rata usaha dampingan naik 21%.",
        problems="Kapasitas produksi belum ajek pada bulan puasa.",
        follow_up="Jadwal produksi bersama dan gudang bahan baku.",
        indicators=(("Usaha berizin", "110", "96"), ("Nilai pesanan (miliar rupiah)", "2,0", "2,3")),
    ),
)

TOURISM = Tale(
    unit="DISPAR",
    affair="Pariwisata",
    titles=(
        "Paket Wisata Terpadu Lereng Giriwana",
        "Pengembangan Desa Wisata Perbatasan",
        "Promosi Pariwisata dan Kalender Acara Bersama",
    ),
    background=(
        "Wisatawan ke lereng Giriwana 286.000 orang setahun dengan lama tinggal rata-rata 1,1 hari, sedangkan ke {mitra} 410.000 orang "
        "dengan lama tinggal 1,3 hari. "
        "Keduanya menjual tujuan yang saling melengkapi, tetapi tiket, peta, dan pemandunya terpisah.\n"
        "Jalur pendakian melintasi batas daerah. Pertolongan dan kebersihan di atas pos ketiga tidak jelas penanggung jawabnya."
    ),
    aims=(
        "Menaikkan lama tinggal wisatawan menjadi dua hari\nMenjual satu paket dengan satu tiket\nMenata keselamatan dan kebersihan "
        "jalur pendakian bersama"
    ),
    location="Kawasan lereng Giriwana, empat desa wisata Kabupaten Wanasari, dan tujuan wisata {mitra}",
    scope=(
        "Penyusunan pola perjalanan dan tiket terpadu\nPelatihan dan sertifikasi pemandu\nPromosi dan kalender acara bersama\n"
        "Pengelolaan jalur pendakian dan pertolongan\nPembagian pendapatan tiket"
    ),
    benefits="Belanja wisatawan ditargetkan naik Rp11 miliar setahun; 340 pemandu dan pengelola pondok wisata memperoleh pelatihan.",
    impact=(
        "Jumlah pendaki dibatasi 600 orang sehari dan sampah wajib dibawa turun. Daya dukung kawasan ditinjau setiap tahun bersama "
        "pengelola hutan."
    ),
    financing="Promosi dibiayai sama besar\nPendapatan tiket dibagi menurut kunjungan tiap tujuan\nPelatihan dibiayai APBD masing-masing",
    amount=1_300,
    years=5,
    telling=Telling(
        activities="Tiket terpadu dijual di lima tujuan; empat acara bersama; 60 pemandu disertifikasi.",
        outputs="48.200 tiket terpadu terjual, pendapatan Rp1,9 miliar.",
        outcomes="Lama tinggal naik menjadi 1,6 hari; kejadian pendaki tersesat turun dari 14 menjadi 4.",
        problems="Pembagian pendapatan triwulan kedua terlambat.",
        follow_up="Rekening penampungan dan rekonsiliasi bulanan.",
        indicators=(("Tiket terpadu terjual", "50.000", "48.200"), ("Pemandu bersertifikat", "60", "60")),
    ),
)

CULTURE = Tale(
    unit="DISPAR",
    affair="Kebudayaan",
    titles=(
        "Pelestarian Naskah Kuno dan Situs Cimandala",
        "Penyelenggaraan Festival Budaya Lembah Cimandala",
        "Pertukaran Misi Seni dan Pembinaan Sanggar",
    ),
    background=(
        "Tradisi wayang kulit pesisiran dan tari topeng lembah tumbuh di Kabupaten Wanasari dan {mitra} sejak sebelum batas daerah "
        "ditetapkan. Kini tersisa 23 sanggar dengan rata-rata usia pelaku 54 tahun.\n"
        "Festival diadakan masing-masing daerah dalam bulan yang sama dengan penampil yang sama, sehingga penonton dan biaya terbagi."
    ),
    aims=(
        "Menyelenggarakan satu festival yang berpindah tempat setiap tahun\nMewariskan keterampilan kepada sedikitnya 300 pelaku muda\n"
        "Mendata objek pemajuan kebudayaan bersama"
    ),
    location="Lembah Cimandala, Kabupaten Wanasari, dan pusat kebudayaan {mitra}",
    scope=(
        "Festival tahunan bergantian\nKelas pewarisan di sanggar dan sekolah\nPendataan dan dokumentasi\nPelindungan kekayaan "
        "intelektual komunal\nPertukaran penampil"
    ),
    benefits="Biaya penyelenggaraan turun 35%; 23 sanggar memperoleh murid tetap; kunjungan wisata pada pekan festival naik.",
    impact=(
        "Keramaian diatur bersama kepolisian dengan batas pukul 23.00. Sampah acara dikelola panitia. Nilai adat setempat dihormati "
        "melalui musyawarah pelaku."
    ),
    financing="Tuan rumah menanggung tempat dan keamanan\nPenampil dibiayai daerah asal\nPewarisan dibiayai bersama",
    amount=760,
    years=5,
    telling=Telling(
        activities="Festival lima hari dengan 42 penampil; kelas pewarisan di 17 sanggar.",
        outputs="31.000 pengunjung, 264 pelaku muda terlatih, 88 objek terdata.",
        outcomes="Tiga sanggar yang semula berhenti aktif kembali.",
        problems="Pendataan objek di dua kecamatan belum selesai.",
        follow_up="Pendata tambahan dari perguruan tinggi.",
        indicators=(("Pelaku muda terlatih", "250", "264"), ("Objek terdata", "100", "88")),
    ),
)

TALES = {"market": MARKET, "fair": FAIR, "tourism": TOURISM, "culture": CULTURE}
