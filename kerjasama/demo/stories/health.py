"""Tales of health."""

from kerjasama.demo.stories.tale import Tale
from kerjasama.demo.story import Telling

CLINIC = Tale(
    unit="DINKES",
    affair="Kesehatan",
    titles=(
        "Pelayanan Rujukan Kegawatdaruratan Lintas Batas",
        "Pelayanan Kesehatan Dasar Penduduk Perbatasan",
        "Ambulans dan Pusat Panggilan Kesehatan Bersama",
    ),
    background=(
        "Penduduk enam desa di perbatasan menempuh 38 kilometer ke RSUD Wanasari, sedangkan rumah sakit {mitra} hanya berjarak 11 "
        "kilometer. "
        "Tahun lalu 214 pasien gawat darurat dibawa langsung ke {mitra} tanpa sistem rujukan, dan 41 di antaranya tertahan karena "
        "penjaminan.\n"
        "Sebaliknya, tiga puskesmas {mitra} memakai laboratorium dan ambulans Wanasari pada malam hari tanpa dasar pembagian biaya."
    ),
    aims=(
        "Menjamin pasien gawat darurat ditangani di fasilitas terdekat tanpa tertahan urusan administrasi\n"
        "Menurunkan waktu rujukan ibu bersalin dan bayi baru lahir\n"
        "Menata penjaminan dan pembagian biaya antardaerah"
    ),
    location="Puskesmas Sukatani, Puskesmas Margasari, dan RSUD Wanasari serta rumah sakit dan puskesmas perbatasan {mitra}",
    scope=(
        "Rujukan gawat darurat ke fasilitas terdekat\n"
        "Pemakaian ambulans dan pusat panggilan bersama\n"
        "Rujukan balik dan pemantauan pasien kronis\n"
        "Magang dokter, bidan, dan perawat\n"
        "Pertukaran data pelayanan sesuai dengan pelindungan data pribadi"
    ),
    benefits=(
        "Sekitar 22.400 jiwa memperoleh layanan gawat darurat kurang dari 20 menit. Kematian ibu dan bayi di perbatasan ditargetkan "
        "turun, dan "
        "kedua daerah menghemat pembangunan ruang rawat baru."
    ),
    impact=(
        "Beban pasien rumah sakit penerima bertambah sekitar 4%. Dampaknya dikendalikan dengan rujukan balik paling lama tujuh hari dan "
        "penambahan jadwal jaga. "
        "Limbah medis ditangani fasilitas penerima sesuai dengan izinnya."
    ),
    financing=(
        "Pelayanan dibayar melalui jaminan kesehatan nasional\n"
        "Selisih biaya warga tidak mampu ditanggung APBD daerah asal pasien\n"
        "Operasional ambulans ditanggung daerah pemilik"
    ),
    amount=1_850,
    telling=Telling(
        activities="Rujukan lintas batas 24 jam berjalan di lima fasilitas; empat rapat audit rujukan; 18 tenaga kesehatan magang.",
        outputs="163 rujukan gawat darurat dan 58 rujukan balik tertangani.",
        outcomes="Waktu rujukan rata-rata 24 menit, semula 55 menit; tidak ada pasien tertahan karena penjaminan.",
        problems="Surat keterangan tidak mampu masih diurus manual di dua desa.",
        follow_up="Akses data kesejahteraan sosial dibuka bagi petugas rujukan.",
        indicators=(
            ("Waktu rujukan (menit)", "30", "24"),
            ("Rujukan balik tepat waktu (%)", "90", "84"),
            ("Tenaga magang", "16", "18"),
        ),
    ),
)

DENGUE = Tale(
    unit="DINKES",
    affair="Kesehatan",
    titles=(
        "Pengendalian Demam Berdarah dan Malaria Wilayah Perbatasan",
        "Surveilans Penyakit Menular Lintas Wilayah",
        "Pemberantasan Sarang Nyamuk Serentak Desa Perbatasan",
    ),
    background=(
        "Angka kesakitan demam berdarah di kecamatan perbatasan 96 per 100.000 penduduk, hampir dua kali rata-rata kabupaten. Pengasapan "
        "dan penyuluhan "
        "dilakukan pada waktu yang berbeda dengan {mitra}, sehingga jentik kembali ditemukan dalam dua minggu.\n"
        "Data kasus baru dipertukarkan rata-rata sebelas hari sesudah diagnosis, terlalu lambat untuk memutus penularan."
    ),
    aims=(
        "Memutus penularan penyakit pada kantong perbatasan\n"
        "Menyamakan waktu dan cara pengendalian di kedua sisi\n"
        "Memperpendek waktu tukar data kasus menjadi paling lama 24 jam"
    ),
    location="Empat kecamatan perbatasan Kabupaten Wanasari dan lima kecamatan {mitra}",
    scope=(
        "Surveilans dan penyelidikan epidemiologi bersama\n"
        "Pemberantasan sarang nyamuk serentak\n"
        "Pelatihan kader dan guru\n"
        "Pemantauan gizi dan tumbuh kembang anak perbatasan\n"
        "Pertukaran data kasus tanpa identitas pribadi"
    ),
    benefits=(
        "Penduduk terlindungi sekitar 54.000 jiwa; biaya pengasapan turun karena serentak; kejadian luar biasa dapat dicegah lebih awal."
    ),
    impact="Pemakaian insektisida dibatasi pada fokus penularan dengan pengawasan petugas, dan warga diberi tahu dua hari sebelumnya.",
    financing="Kegiatan di wilayah masing-masing dibiayai APBD daerah itu\nPelatihan kader dan sistem data dibiayai bersama sama besar",
    amount=860,
    years=3,
    telling=Telling(
        activities="Tiga gerakan serentak, 19 penyelidikan epidemiologi bersama, pelatihan 140 kader.",
        outputs="Angka bebas jentik 91% pada 38 desa; 100% kasus dilaporkan lewat sistem bersama.",
        outcomes="Kasus demam berdarah turun 37% dibandingkan dengan semester yang sama tahun lalu.",
        problems="Pergantian petugas surveilans di dua puskesmas.",
        follow_up="Pelatihan ulang dan petugas cadangan ditetapkan.",
        indicators=(
            ("Angka bebas jentik (%)", "95", "91"),
            ("Waktu tukar data (jam)", "24", "20"),
            ("Kader dilatih", "120", "140"),
        ),
    ),
)

TALES = {"clinic": CLINIC, "dengue": DENGUE}
