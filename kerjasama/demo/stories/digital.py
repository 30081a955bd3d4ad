"""Tales of emergency calls and shared data."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

EMERGENCY = Tale(
    unit="KOMINFO",
    affair="Komunikasi dan informatika",
    titles=(
        "Layanan Panggilan Darurat 112 Terpadu",
        "Ruang Operator Panggilan Darurat Bersama",
        "Peta dan Pencatatan Kejadian Darurat Perbatasan",
    ),
    background=(
        "Panggilan darurat dari perbatasan sering diterima menara telekomunikasi di daerah sebelah. Tahun lalu 1.870 panggilan warga "
        "Wanasari masuk ke pusat panggilan {mitra} dan harus diteruskan "
        "lewat telepon biasa dengan tambahan waktu rata-rata enam menit.\n"
        "{mitra} telah mempunyai ruang operator 24 jam dengan kapasitas yang baru terpakai 40%, sedangkan Wanasari hanya melayani sampai "
        "pukul 22.00."
    ),
    aims=(
        "Meneruskan panggilan kepada petugas terdekat dalam waktu kurang dari satu menit\nMelayani warga 24 jam tanpa membangun ruang "
        "operator baru\nMenyatukan pencatatan kejadian"
    ),
    location="Pusat panggilan {mitra} dan ruang kendali Kabupaten Wanasari",
    scope=(
        "Penerimaan dan penerusan panggilan\nIntegrasi peta dan pencatatan kejadian\nPelatihan operator\nCadangan saat gangguan\n"
        "Pelindungan data pribadi pemanggil"
    ),
    benefits=(
        "Waktu penerusan turun dari enam menit menjadi di bawah satu menit; Wanasari menghemat sekitar Rp2,4 miliar biaya pembangunan."
    ),
    impact=(
        "Risiko kebocoran data pemanggil ditangani dengan pembatasan akses, pencatatan setiap pembukaan data, dan penghapusan sesudah "
        "dua tahun."
    ),
    financing="Wanasari membayar bagian biaya operator menurut jumlah panggilan\nIntegrasi dibiayai masing-masing daerah",
    amount=890,
    years=3,
    telling=Telling(
        activities="Penerusan otomatis berjalan; 26 operator dilatih; dua kali uji cadangan.",
        outputs="4.310 panggilan warga Wanasari dilayani, 97% tercatat lengkap.",
        outcomes="Waktu penerusan rata-rata 48 detik.",
        problems="Panggilan iseng masih 31%.",
        follow_up="Sosialisasi di sekolah dan pemblokiran nomor berulang.",
        indicators=(("Waktu penerusan (detik)", "60", "48"), ("Panggilan tercatat lengkap (%)", "95", "97")),
    ),
)

DATA = Tale(
    unit="KOMINFO",
    affair="Statistik",
    titles=(
        "Pemadanan Data Kesejahteraan Penduduk Perbatasan",
        "Satu Data dan Geospasial Kawasan Perbatasan",
        "Berbagi Pakai Data Perencanaan Pembangunan",
    ),
    background=(
        "Peta dasar Kabupaten Wanasari dan {mitra} memakai skala dan acuan berbeda, sehingga 34 ruas jalan dan 19 saluran tercatat ganda "
        "atau hilang di garis batas. "
        "Program bantuan di desa perbatasan beberapa kali salah sasaran karena data penduduk tidak dipadankan.\n"
        "Keduanya telah membangun portal data, tetapi standar data dan metadatanya tidak sama."
    ),
    aims=(
        "Menyamakan standar data, metadata, dan kode referensi\nMenyusun peta dasar perbatasan skala 1:5.000\nMenyediakan data "
        "perencanaan yang dapat dipakai kedua daerah"
    ),
    location="Kawasan selebar lima kilometer di kedua sisi batas Kabupaten Wanasari dan {mitra}",
    scope=(
        "Penyelarasan standar dan kode referensi\nPemetaan bersama\nPemadanan data tanpa membuka identitas\nPortal data bersama\n"
        "Pelatihan walidata dan produsen data"
    ),
    benefits="Perencanaan jalan, irigasi, dan bantuan di 46 desa memakai satu data; biaya pemetaan turun hampir separuh.",
    impact="Pelindungan data pribadi dijaga dengan pemadanan bersandi dan perjanjian kerahasiaan. Tidak ada dampak lingkungan.",
    financing="Pemetaan dibiayai menurut luas wilayah\nPortal dibiayai bersama sama besar",
    amount=580,
    years=3,
)

TALES = {"emergency": EMERGENCY, "data": DATA}
