"""The steps of the set-up, in the order in which they build on one another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the set-up: its name in the address, its title, what it is for and on what it rests."""

    slug: str
    title: str
    why: str
    law: str
    reviewed: bool = False


STEPS = (
    Step(
        "daerah", "Daerah",
        "Nama, tingkat, dan sebutan kepala daerah tercetak pada setiap surat. Daerah sendiri tidak ditawarkan sebagai mitra.",
        "UU 23/2014 Pasal 59 dan Pasal 363",
    ),
    Step(
        "kop", "Kop dan lambang",
        "Surat dan naskah memakai kop dan lambang daerah. Contoh surat menunjukkan hasilnya sebagai PDF yang sebenarnya.",
        "Permendagri 1/2023 tentang Tata Naskah Dinas",
    ),
    Step(
        "unit", "Perangkat daerah",
        "Usulan dibuat dan dilaksanakan oleh perangkat daerah; setiap orang melihat kasus unitnya.",
        "PP 28/2018 Pasal 6 ayat (1)",
    ),
    Step(
        "pejabat", "Pejabat",
        "Paraf dan tanda tangan mengikuti jabatan dengan masa berlakunya. Jabatan yang lowong menghentikan kasus.",
        "PP 28/2018 Pasal 2; UU 23/2014 Pasal 65 dan Pasal 66",
    ),
    Step(
        "pengguna", "Pengguna",
        "Setiap tahap menunggu orang: verifikasi, telaah hukum, persetujuan DPRD. Orang masuk dengan undangan lewat surel.",
        "PP 28/2018 Pasal 6; PP 71/2019 Pasal 59",
    ),
    Step(
        "libur", "Hari libur",
        "Tenggat dihitung dalam hari kerja: Senin sampai Jumat tanpa libur nasional dan cuti bersama.",
        "Permendagri 25/2020 Pasal 17; SKB 3 Menteri setiap tahun",
    ),
    Step(
        "nomor", "Nomor naskah",
        "Nomor diambil aplikasi tanpa celah, atau diketik dari agenda pusat daerah. Sesudah nomor pertama, urutannya tidak digeser lagi.",
        "Permendagri 1/2023 tentang Tata Naskah Dinas", reviewed=True,
    ),
    Step(
        "tkksd", "TKKSD",
        "Tanpa tim yang berlaku, tidak ada rapat dan tidak ada rekomendasi.",
        "Permendagri 22/2020; Keputusan Kepala Daerah",
    ),
    Step(
        "parameter", "Parameter",
        "Yang ditetapkan peraturan tidak dapat diubah. Yang dapat dipilih daerah diperiksa satu kali sebelum kasus pertama.",
        "Dasar hukum tercantum pada setiap parameter", reviewed=True,
    ),
)  # fmt: skip
BY_SLUG = {step.slug: step for step in STEPS}
