"""Tales of third parties and of the central government."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

TALES = {
    "parking": Tale(
        unit="DISHUB",
        affair="Perhubungan",
        titles=("Pengelolaan Parkir Elektronik Pasar Wanakerta",),
        background=(
            "Parkir di Pasar Wanakerta melayani sekitar 2.900 kendaraan sehari dan masih dipungut tunai. Penerimaan tercatat hanya 41% dari "
            "potensi hasil survei.\nDinas Perhubungan belum mempunyai perangkat dan tenaga untuk parkir elektronik."
        ),
        aims="Menertibkan pungutan parkir\nMenyediakan pembayaran nontunai\nMenata 620 petak parkir",
        location="Pasar Wanakerta dan tiga ruas jalan di sekitarnya",
        scope="Pemasangan gerbang dan mesin bayar\nPengoperasian 24 jam\nPelatihan juru parkir setempat\nPelaporan harian",
        benefits="Penerimaan daerah naik, tarif pasti, dan 46 juru parkir setempat tetap bekerja.",
        impact="Antrean pada bulan pertama diatasi dengan petugas bantu; pedagang kaki lima ditata bersama paguyuban.",
        financing="Perangkat dibiayai mitra\nDaerah menyediakan lahan dan pengawasan\nBagi hasil disetor ke kas daerah setiap bulan",
        amount=2600,
        telling=Telling(
            activities="Gerbang dan mesin bayar beroperasi di empat titik.",
            outputs="620 petak terlayani; laporan harian terkirim.",
            outcomes="Penerimaan parkir naik 58% dibandingkan semester sebelumnya.",
            problems="Dua mesin rusak karena banjir.",
            follow_up="Mesin ditinggikan dan jadwal perawatan ditambah.",
            indicators=(("Petak terlayani", "620", "620"),),
        ),
    ),
    "solar": Tale(
        unit="DLH",
        affair="Lingkungan hidup",
        titles=("Pembangkit Listrik Tenaga Surya Atap Gedung Daerah",),
        background=(
            "Sebelas gedung daerah memakai listrik Rp4,1 miliar setahun. Studi pemrakarsa menunjukkan atap seluas 7.400 meter persegi dapat "
            "menghasilkan 29% dari kebutuhan itu."
        ),
        aims="Menurunkan belanja listrik\nMenurunkan emisi\nMemberi contoh pemakaian energi terbarukan",
        location="Sebelas gedung pemerintah daerah di ibu kota kabupaten",
        scope="Pemasangan panel surya\nPengoperasian dan perawatan\nPenyerahan perangkat pada akhir masa kerja sama",
        benefits="Belanja listrik turun sekitar Rp1,1 miliar setahun dan perangkat menjadi milik daerah pada akhir masa kerja sama.",
        impact="Beban atap dihitung ulang; pekerjaan dilakukan di luar jam pelayanan.",
        financing="Investasi awal oleh pemrakarsa\nDaerah membayar listrik yang dihasilkan dengan harga di bawah tarif umum",
        amount=9800,
    ),
    "mill": Tale(
        unit="DISTAN",
        affair="Pangan",
        titles=("Pengelolaan Penggilingan dan Cadangan Beras",),
        background=(
            "Penggilingan milik koperasi mampu mengolah 32 ton gabah sehari, tetapi baru terpakai separuh. Cadangan beras daerah dibeli dari "
            "luar kabupaten dengan harga lebih tinggi."
        ),
        aims="Menyerap gabah petani setempat\nMenyediakan cadangan beras daerah\nMenjaga mutu beras",
        location="Kecamatan Lumbungsari dan gudang cadangan pangan daerah",
        scope="Pembelian gabah petani\nPenggilingan dan pengemasan\nPenyimpanan dan penyaluran cadangan beras",
        benefits="Sekitar 1.900 petani memperoleh harga lebih baik, cadangan beras daerah terpenuhi dari dalam kabupaten.",
        impact="Sekam diolah menjadi bahan bakar dan pupuk; kebisingan dibatasi pada siang hari.",
        financing="Pembelian cadangan dari APBD\nPenggilingan dan gudang oleh koperasi",
        amount=3400,
        years=3,
        telling=Telling(
            activities="Penyerapan gabah pada dua musim panen.",
            outputs="1.120 ton gabah digiling, 240 ton cadangan beras tersimpan.",
            outcomes="Harga gabah petani naik rata-rata 7%.",
            problems="Kadar air gabah tinggi pada awal musim.",
            follow_up="Pengering tambahan dipinjamkan koperasi.",
            indicators=(("Cadangan beras, ton", "240", "240"),),
        ),
    ),
    "tutoring": Tale(
        unit="DISDIK",
        affair="Pendidikan",
        titles=("Bimbingan Belajar Malam bagi Siswa Pedesaan",),
        background="Yayasan menawarkan bimbingan belajar malam bagi siswa di dua puluh desa dengan pengajar sukarela.",
        aims="Menambah jam belajar siswa pedesaan\nMenaikkan kelulusan seleksi masuk sekolah menengah",
        location="Dua puluh balai desa",
        scope="Perekrutan pengajar\nPenyusunan bahan ajar\nKelas malam tiga kali seminggu",
        benefits="Sekitar 1.200 siswa memperoleh tambahan jam belajar tanpa biaya.",
        impact="Keamanan siswa pada malam hari dijaga bersama linmas desa.",
        financing="Dana yayasan untuk tahun pertama\nTahun berikutnya dari donatur",
        amount=420,
        years=2,
    ),
    "land": Tale(
        unit="DPUPR",
        affair="Pertanahan",
        titles=("Percepatan Pendaftaran Tanah Aset Daerah",),
        background=(
            "Dari 1.840 bidang tanah aset daerah, 612 belum bersertipikat. Kantor Pertanahan mempunyai program pendaftaran tanah, dan daerah "
            "mempunyai data aset serta tenaga pengukur.\nKeduanya dapat berjalan bersama bila jadwal dan lokasinya disatukan."
        ),
        aims="Menyelesaikan sertipikat 300 bidang aset daerah\nMemutakhirkan peta bidang tanah",
        location="Dua belas kecamatan",
        scope="Pengumpulan data dan pengukuran\nPendaftaran tanah aset daerah\nPemutakhiran peta bidang\nPenyuluhan pertanahan",
        benefits="Aset daerah aman, peta bidang dapat dipakai untuk perizinan dan penataan ruang.",
        impact="Batas bidang disepakati dengan warga yang berbatasan sebelum pengukuran.",
        financing="Masing-masing pihak memakai anggarannya sendiri",
        amount=345,
        years=3,
    ),
}
