"""The sections in which a row of the yearly plan is written, and what makes each complete."""

from proposals.guards import plan as g
from proposals.sections import Section

SECTIONS = (
    Section(
        "object", "objek", "Objek dan mitra", (),
        "Apa yang direncanakan?",
        "Satu baris memuat satu objek kerja sama. Calon mitra boleh ditulis dengan kata-kata bila belum terdaftar; mitra terdaftar dipilih ketika "
        "usulan dibuka.",
        "UU 23/2014 Pasal 12; PP 28/2018 Pasal 4 ayat (1)",
    ),
    Section(
        "mapping", "pemetaan", "Pemetaan", (g.row_is_described,),
        "Mengapa dipetakan?",
        "Urusan dipetakan menurut potensi, karakteristik, dan kebutuhan. Eksternalitas diuraikan bila masalahnya melintasi batas daerah: itu "
        "menentukan apakah kerja samanya wajib.",
        "PP 28/2018 Pasal 5 ayat (1), Pasal 17 huruf a",
    ),
    Section(
        "worth", "manfaat-biaya", "Manfaat dan biaya", (g.row_is_costed,),
        "Berapa untung dan ongkosnya?",
        "Perkiraan manfaat dibandingkan dengan biaya menunjukkan apakah bekerja sama lebih efisien daripada mengerjakan sendiri. Angka kasar sudah "
        "cukup; cara menghitungnya ditulis dalam uraian.",
        "PP 28/2018 Pasal 2 ayat (1)",
    ),
    Section(
        "programme", "keterkaitan", "Keterkaitan perencanaan", (g.row_fits_development_plan,),
        "Tercantum di mana?",
        "Objek yang belum tercantum dalam RPJMD atau RKPD hanya dapat dikerjasamakan dalam keadaan darurat, untuk program strategis nasional, atau "
        "dalam tugas pembantuan.",
        "PP 28/2018 Pasal 4 ayat (2) dan (3), Pasal 16 ayat (2) dan (3)",
    ),
)  # fmt: skip


def section(slug: str) -> Section | None:
    """The section of an address, or None."""
    return next((part for part in SECTIONS if part.slug == slug), None)
