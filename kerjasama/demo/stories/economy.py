"""Tales of rice, cattle and seed."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

RICE = Tale(
    unit="DISTAN",
    affair="Pangan",
    titles=(
        "Pemenuhan Cadangan Beras Pemerintah Daerah",
        "Penyediaan Pasokan Cabai dan Bawang Merah Antardaerah",
        "Lumbung Pangan dan Gudang Berpendingin Bersama",
    ),
    background=(
        "Kabupaten Wanasari surplus beras sekitar 46.000 ton setahun, sedangkan {mitra} kekurangan 28.000 ton. Pada masa paceklik harga "
        "di kedua daerah berselisih sampai Rp1.900 per kilogram "
        "karena hasil panen dijual lebih dahulu ke luar provinsi.\n"
        "Cadangan pangan pemerintah di kedua daerah baru 40% dari kebutuhan menurut perhitungan penduduk."
    ),
    aims=(
        "Menjaga ketersediaan dan harga pangan pokok di kedua daerah\nMemenuhi cadangan pangan pemerintah daerah\nMemberi kepastian "
        "pasar bagi kelompok tani"
    ),
    location="Sentra produksi Kecamatan Sukatani dan Kecamatan Cikahuripan, Kabupaten Wanasari, serta gudang dan pasar induk {mitra}",
    scope=(
        "Pertukaran data neraca pangan setiap bulan\nPembelian cadangan pangan melalui badan usaha milik daerah\nSubsidi ongkos angkut "
        "saat harga bergejolak\nPemakaian gudang bersama\nPengawasan mutu dan keamanan pangan"
    ),
    benefits=(
        "Selisih harga ditekan di bawah Rp700 per kilogram; 62 kelompok tani memperoleh kontrak; cadangan pangan mencapai 75% kebutuhan."
    ),
    impact=(
        "Pembelian besar dapat menaikkan harga lokal. Karena itu pembelian dibatasi 8% panen raya per bulan dan dihentikan bila harga "
        "melewati batas acuan."
    ),
    financing=(
        "Pembelian cadangan dibiayai daerah pemesan\nOngkos angkut saat gejolak dari belanja tidak terduga\nGudang dibiayai menurut "
        "volume simpan"
    ),
    amount=2_750,
    years=3,
    telling=Telling(
        activities="Enam kali pengiriman, neraca pangan diperbarui tiap bulan, pemeriksaan mutu di gudang.",
        outputs="2.140 ton beras dan 86 ton cabai tersalur; 58 kelompok tani berkontrak.",
        outcomes="Selisih harga rata-rata Rp610 per kilogram; inflasi pangan bergejolak turun 0,8 poin.",
        problems="Kadar air melebihi syarat pada dua pengiriman.",
        follow_up="Pengering tambahan dipinjamkan kepada tiga gapoktan.",
        indicators=(("Beras tersalur (ton)", "2.400", "2.140"), ("Kelompok tani berkontrak", "60", "58")),
    ),
)

CATTLE = Tale(
    unit="DISTAN",
    affair="Pertanian",
    titles=(
        "Pengendalian Penyakit Mulut dan Kuku Ternak Perbatasan",
        "Pengawasan Lalu Lintas Ternak dan Pasar Hewan",
        "Vaksinasi dan Kesehatan Ternak Lintas Daerah",
    ),
    background=(
        "Sekitar 1.200 ekor sapi melintasi batas Kabupaten Wanasari dan {mitra} setiap hari pasaran. Wabah terakhir menunjukkan bahwa "
        "penutupan pasar di satu daerah hanya memindahkan "
        "perdagangan ke daerah sebelah, dan kasus baru muncul di kedua daerah dalam sepuluh hari.\n"
        "Cakupan vaksinasi 61% di Wanasari dan 54% di {mitra}, di bawah batas 80% yang diperlukan."
    ),
    aims=(
        "Mencapai cakupan vaksinasi 80% di kecamatan perbatasan\nMengawasi lalu lintas ternak dengan satu surat keterangan kesehatan\n"
        "Menyamakan tindakan pada kejadian penyakit"
    ),
    location="Pasar hewan Cikahuripan dan tujuh kecamatan perbatasan Kabupaten Wanasari serta pasar hewan {mitra}",
    scope=(
        "Vaksinasi serentak dan penandaan ternak\nPos pemeriksaan dan disinfeksi bersama\nPelaporan penyakit dalam 24 jam\nLaboratorium "
        "rujukan bersama\nPelatihan inseminator dan paramedik"
    ),
    benefits=(
        "Kerugian peternak akibat wabah, yang pada wabah terakhir mencapai Rp14 miliar, dapat dicegah; perdagangan ternak tetap berjalan dengan "
        "aman."
    ),
    impact=(
        "Antrean di pos pemeriksaan pada hari pasaran dikurangi dengan pemeriksaan di kandang sehari sebelumnya. Limbah vaksin dikelola "
        "dinas kesehatan hewan."
    ),
    financing="Vaksin dari alokasi pusat\nOperasional dibiayai APBD masing-masing daerah\nPos pemeriksaan dibiayai bersama",
    amount=790,
    years=3,
    telling=Telling(
        activities="Dua putaran vaksinasi serentak, pos pemeriksaan aktif setiap hari pasaran.",
        outputs="38.600 ekor divaksin, 9.450 surat keterangan terbit.",
        outcomes="Tidak ada kasus baru dalam empat bulan terakhir.",
        problems="Penandaan ternak baru 66%.",
        follow_up="Penambahan 14 petugas penanda musiman.",
        indicators=(("Cakupan vaksinasi (%)", "80", "77"), ("Ternak bertanda (%)", "85", "66")),
    ),
)

SEED = Tale(
    unit="DISTAN",
    affair="Pertanian",
    titles=(
        "Sertifikasi dan Penangkaran Benih Kentang",
        "Penangkaran Benih Padi Bersertifikat",
        "Pengendalian Hama Terpadu Sentra Hortikultura",
    ),
    background=(
        "Kebutuhan benih bersertifikat di Kabupaten Wanasari 1.150 ton semusim dan baru terpenuhi 52%. Balai benih {mitra} mempunyai "
        "kapasitas lebih, tetapi tidak memiliki lahan penangkaran yang cukup.\n"
        "Petani memakai benih turunan sehingga produktivitas tertinggal 0,9 ton per hektare dari rata-rata provinsi."
    ),
    aims=(
        "Memenuhi paling sedikit 80% kebutuhan benih bersertifikat\nMemanfaatkan lahan penangkar Wanasari dan balai benih {mitra}\n"
        "Membina penangkar menjadi usaha mandiri"
    ),
    location="120 hektare lahan penangkar di Kecamatan Cikahuripan, Kabupaten Wanasari, dan balai benih {mitra}",
    scope=(
        "Penyediaan benih sumber\nPenangkaran dan pengawasan mutu\nPengolahan, pengemasan, dan pelabelan\nPemasaran melalui koperasi "
        "petani\nPengendalian hama terpadu"
    ),
    benefits="Produktivitas naik 0,6 ton per hektare pada 9.000 hektare; 210 petani penangkar memperoleh tambahan pendapatan.",
    impact="Pemakaian pestisida di lahan penangkar diawasi dan air buangan pencucian benih ditampung. Tidak ada alih fungsi lahan.",
    financing="Benih sumber dan pengawasan dibiayai {mitra}\nPembinaan penangkar dibiayai Wanasari\nHasil penjualan untuk penangkar",
    amount=1_050,
    years=4,
    telling=Telling(
        activities="Penangkaran dua musim pada 96 hektare, sembilan kali inspeksi lapangan.",
        outputs="402 ton benih bersertifikat, 188 penangkar aktif.",
        outcomes="Pemenuhan kebutuhan benih naik menjadi 71%.",
        problems="Curah hujan tinggi menurunkan mutu 12% hasil.",
        follow_up="Jadwal tanam digeser dan rumah jemur ditambah.",
        indicators=(("Benih bersertifikat (ton)", "450", "402"), ("Penangkar aktif", "200", "188")),
    ),
)

TALES = {"rice": RICE, "cattle": CATTLE, "seed": SEED}
