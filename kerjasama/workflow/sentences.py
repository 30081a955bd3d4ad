"""Buttons order ("Bubuhkan paraf"), sentences tell ("membubuhkan paraf"): one way from the first to the second."""

from collections.abc import Sequence

from kerjasama.workflow.guards import Lack

ACTIVE = {
    "Ajukan": "mengajukan", "Batalkan": "membatalkan", "Beri": "memberi", "Bubuhkan": "membubuhkan", "Buat": "membuat", "Buka": "membuka",
    "Cabut": "mencabut", "Catat": "mencatat", "Hentikan": "menghentikan", "Isi": "mengisi", "Jadwalkan": "menjadwalkan", "Kembalikan": "mengembalikan",
    "Kirim": "mengirim", "Lanjutkan": "melanjutkan", "Lewati": "melewati", "Nilai": "menilai", "Nyatakan": "menyatakan", "Penuhi": "memenuhi",
    "Laporkan": "melaporkan", "Konfirmasi": "mengonfirmasi", "Usulkan": "mengusulkan", "Perbarui": "memperbarui", "Petakan": "memetakan",
    "Siapkan": "menyiapkan", "Simpan": "menyimpan", "Susun": "menyusun", "Tandatangani": "menandatangani", "Tarik": "menarik", "Tolak": "menolak",
    "Ubah": "mengubah", "Unggah": "mengunggah",
}  # fmt: skip
#: Where the button leaves its object to the page around it, or holds two verbs.
WHOLE = {
    "Ajukan lagi kepada DPRD": "mengajukan lagi permohonan kepada DPRD",
    "Buka naskah": "memulai penyusunan naskah",
    "Kembalikan dengan catatan": "mengembalikan naskah dengan catatan",
    "Kembalikan kepada penyusun": "mengembalikan naskah kepada penyusun",
    "Kembalikan untuk diperbaiki": "mengembalikan usulan untuk diperbaiki",
    "Kirim ke Bagian Hukum": "mengirim naskah ke Bagian Hukum",
    "Kirim untuk verifikasi": "mengirim usulan untuk diverifikasi",
    "Lanjutkan sesudah penjajakan": "melanjutkan rencana kerja sama sesudah penjajakan",
    "Lanjutkan ke rencana kerja sama": "melanjutkan usulan ke rencana kerja sama",
    "Lanjutkan dengan rekomendasi TKKSD": "melanjutkan usulan dengan rekomendasi TKKSD",
    "Lengkapi dan kirim usulan": "melengkapi dan mengirim usulan",
    "Ganti dengan baris perubahan": "mengganti baris ini dengan baris perubahan",
    "Kembalikan dari TKKSD": "mengembalikan baris sesudah pembahasan TKKSD",
    "Lepaskan dari usulan": "melepaskan baris dari usulan",
    "Mulai dari baris rencana": "memulai usulan dari baris ini",
    "Nyatakan gugur": "menyatakan baris gugur",
    "Tetapkan baris": "menetapkan baris bersama daftarnya",
    "Tetapkan daftar rencana": "menetapkan daftar rencana",
    "Urutkan kembali menurut skor": "mengurutkan kembali baris menurut skor",
    "Nyatakan berakhir": "menyatakan kerja sama berakhir",
    "Nyatakan dianggap disetujui": "menyatakan permohonan dianggap disetujui",
    "Nyatakan kedaluwarsa": "menyatakan permohonan kedaluwarsa",
    "Nyatakan lengkap": "memeriksa usulan dan menyatakannya lengkap",
    "Sahkan dan tutup evaluasi": "mengesahkan dan menutup evaluasi",
    "Setujui dan terbitkan laporan": "menyetujui dan menerbitkan laporan",
    "Setujui teks dan kunci": "menyetujui teks dan menguncinya",
    "Tandai lewat tenggat": "menandai permohonan lewat tenggat",
    "Tindak lanjuti catatan DPRD": "menindaklanjuti catatan DPRD",
    "Tutup: tidak direkomendasikan": "menutup usulan karena tidak direkomendasikan",
}


def told(label: str) -> str:
    """The label of a button or an event inside a sentence: "Catat hasil rapat" gives "mencatat hasil rapat"."""
    if label in WHOLE:
        return WHOLE[label]
    verb, _, rest = label.partition(" ")
    return f"{ACTIVE.get(verb, lower_first(verb))} {rest}".rstrip()


def lower_first(words: str) -> str:
    """Without the capital of a beginning; names and abbreviations inside keep theirs."""
    return f"{words[:1].lower()}{words[1:]}"


def lacking(lacks: Sequence[Lack], most: int = 3) -> str:
    """Why an act must wait, short enough for a line under its button: the first reasons, how many more, and where it is written."""
    if not lacks:
        return ""
    more = f" Dan {len(lacks) - most} hal lain." if len(lacks) > most else ""
    bases = "; ".join(dict.fromkeys(lack.basis for lack in lacks[:most] if lack.basis))
    return " ".join(lack.sentence for lack in lacks[:most]) + more + (f" ({bases})" if bases else "")
