"""Ideas that stand in the yearly lists of the demo besides those that became cases: every kind, invented partners in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idea:
    """One row that nobody has begun: unit, urusan, object, kind, candidate partner, need; cost in million rupiah."""

    unit: str
    affair: str
    title: str
    kind: str
    category: str
    partner: str
    need: str
    cost: int


IDEAS = (
    Idea("DLH", "Lingkungan hidup", "Pengolahan Sampah Menjadi Bahan Bakar Pengganti", "KSDPK", "PUBLIC_SERVICE", "PT Semen Giriwana",
         "Residu TPA Wanakerta bertambah 14 ton per hari dan belum terolah.", 1_850),
    Idea("DISPAR", "Pariwisata", "Pengelolaan Rest Area dan Pusat Oleh-oleh Cimandala", "KSDPK", "ASSETS", "Koperasi Mitra Wanasari",
         "Lahan milik daerah di tepi jalan nasional belum menghasilkan.", 640),
    Idea("DISDAG", "Perdagangan", "Pasar Lelang Komoditas Bersama", "KSDD", "VOLUNTARY", "Kabupaten Lembah Padi",
         "Harga gabah petani kedua daerah ditentukan pedagang perantara.", 420),
    Idea("DINKES", "Kesehatan", "Rujukan Kesehatan Ibu dan Anak Lintas Batas", "KSDD", "MANDATORY", "Kabupaten Tirtamarga",
         "Ibu bersalin di tiga kecamatan perbatasan lebih dekat ke rumah sakit daerah tetangga.", 980),
    Idea("KOMINFO", "Komunikasi dan informatika", "Berbagi Pusat Data dan Layanan Aduan", "SINERGI", "SYNERGY", "Kementerian Komunikasi dan Digital",
         "Aduan warga belum terhubung dengan kanal nasional.", 310),
    Idea("DISDIK", "Pendidikan", "Pertukaran Guru Kejuruan dengan Prefektur Mitra", "KSDPL", "SISTER", "Pemerintah Prefektur Aoyama",
         "Keahlian guru kejuruan belum sesuai dengan kebutuhan industri.", 560),
    Idea("DISTAN", "Pertanian", "Pengendalian Hama Wereng Lintas Wilayah", "KSDD", "MANDATORY", "Kabupaten Kertaraja",
         "Serangan wereng berpindah antardaerah setiap musim tanam.", 730),
    Idea("DPUPR", "Pekerjaan umum dan penataan ruang", "Pemeliharaan Jembatan Perbatasan Kali Jernih", "KSDD", "VOLUNTARY", "Kabupaten Sindangjaya",
         "Jembatan tidak terpelihara karena letaknya di batas dua daerah.", 2_400),
    Idea("BPBD", "Ketenteraman, ketertiban umum, dan pelindungan masyarakat", "Pelatihan Relawan Siaga Bencana", "KSDPK", "OTHER_FIELD",
         "Yayasan Tanggap Mandala", "Relawan desa belum terlatih dan belum bersertifikat.", 275),
    Idea("DISHUB", "Perhubungan", "Integrasi Tiket Angkutan Perbatasan", "KSDD", "VOLUNTARY", "Kota Purwaloka",
         "Penumpang membayar dua kali pada satu perjalanan.", 510),
)  # fmt: skip
