"""What the guide says, as data: the seven stages, who does what, and questions that come up."""

from dataclasses import dataclass
from typing import Any

from kerjasama.core import parameters
from kerjasama.workflow.statute import ShortStage


@dataclass(frozen=True, slots=True)
class StageNote:
    """A stage in a sentence, with who carries it, the parameter of its deadline and its article."""

    stage: ShortStage
    text: str
    who: str
    law: str
    days: str = ""
    unit: str = "hari kerja"


STAGES = (
    StageNote(
        ShortStage.REQUEST,
        "Perangkat daerah mengisi kerangka acuan kerja, Bagian Kerja Sama memeriksa kelengkapannya, lalu Kepala Daerah menandatangani surat permohonan.",
        "Perangkat daerah, Bagian Kerja Sama, Kepala Daerah", "PP 28/2018 Pasal 6 ayat (1) huruf a dan b", "days_verification",
    ),
    StageNote(
        ShortStage.WILLINGNESS,
        "Mitra menjawab bersedia, menolak dengan alasan, atau meminta data. Tidak ada jawaban bukan berarti setuju.",
        "Bagian Kerja Sama mencatat surat mitra", "PP 28/2018 Pasal 6 ayat (1) huruf b", "days_offer_answer", "hari",
    ),
    StageNote(
        ShortStage.TKKSD,
        "Tim Koordinasi Kerja Sama Daerah memberi pendapat, mengadakan rapat, dan menyimpulkan: direkomendasikan, dengan perbaikan, atau tidak.",
        "TKKSD, dijadwalkan oleh Kepala Bagian Kerja Sama", "PP 28/2018 Pasal 6 ayat (1) huruf c", "days_tkksd",
    ),
    StageNote(
        ShortStage.DPRD,
        "Diperlukan bila membebani masyarakat dan daerah, dan/atau pendanaannya belum teranggarkan dalam APBD tahun berjalan. "
        "Bila tidak diperlukan, tahap ini tetap terlihat beserta sebabnya.",
        "DPRD, dicatat oleh Sekretariat DPRD", "PP 28/2018 Pasal 6 ayat (2)", "days_dprd",
    ),
    StageNote(
        ShortStage.PARAF,
        "Naskah disusun, ditelaah Bagian Hukum, lalu dikunci dan diparaf berurutan. Bila teksnya diubah, semua paraf batal dan diulang.",
        "Kepala Bagian Kerja Sama, Asisten, Sekretaris Daerah", "PP 28/2018 Pasal 6 ayat (1) huruf c dan f", "days_paraf",
    ),
    StageNote(
        ShortStage.SIGNING,
        "Kepala Daerah dan mitra menandatangani naskah. Sesudah itu pindaiannya diunggah, diperiksa orang kedua, dan dicatat dalam register.",
        "Kepala Daerah, Bagian Kerja Sama", "PP 28/2018 Pasal 6 ayat (1) huruf d, g, dan i", "days_signing",
    ),
    StageNote(
        ShortStage.MONEV,
        "Perangkat daerah pelaksana melaporkan pelaksanaan setiap periode, Bagian Kerja Sama menilainya, dan Kepala Bagian mengesahkan evaluasi.",
        "Perangkat daerah pelaksana, Bagian Kerja Sama", "PP 28/2018 Pasal 6 ayat (1) huruf h dan j", "monev_due_days", "hari",
    ),
)  # fmt: skip

ROLES = (
    ("Bappeda", "memverifikasi usulan rencana tahunan bersama Bagian Kerja Sama."),
    (
        "Perangkat daerah",
        "mengusulkan rencana tahunan, membuat dan melengkapi usulan, melaksanakan kerja sama, dan mengisi laporan monev.",
    ),
    (
        "Bagian Kerja Sama",
        "memeriksa usulan, membuat surat, menyusun naskah, mencatat surat mitra, mengelola register, mengimpor register lama, dan menyusun "
        "laporan wajib.",
    ),
    (
        "Kepala Bagian Kerja Sama",
        "menjadwalkan rapat TKKSD, menilai perlunya persetujuan DPRD, memaraf pertama, mengesahkan evaluasi, dan menyetujui laporan wajib.",
    ),
    ("Anggota TKKSD", "memberi pendapat sebelum rapat melalui Ruang kerja TKKSD."),
    ("Bagian Hukum", "menelaah naskah dan mengunci teksnya untuk diparaf."),
    ("Asisten dan Sekretaris Daerah", "memaraf naskah sesuai dengan urutan; dapat dari ponsel."),
    ("Kepala Daerah", "menandatangani surat dan naskah."),
    (
        "Sekretariat DPRD",
        "mencatat penerimaan, pertanyaan, rapat komisi, dan keputusan DPRD pada halaman tersendiri; anggota DPRD membacanya.",
    ),
    ("Inspektorat Daerah", "membaca seluruh berkas dan jejak audit, tanpa mengubah apa pun."),
)

QUESTIONS = (
    ("Usulan saya sekarang di mana?", "Buka halaman usulan. Kotak paling atas menyebut siapa yang ditunggu, sejak kapan, dan sampai kapan. "
     "Tekan Ingatkan untuk mengirim pengingat; satu kali setiap hari kerja."),
    ("Dari mana sebuah usulan dimulai?", "Dari baris daftar rencana tahunan yang sudah ditetapkan: buka Daftar rencana, pilih barisnya, lalu tekan "
     "Buat usulan. Objek yang ada dalam RPJMD/RKPD tetapi belum dalam daftar tetap dapat diusulkan dengan rujukannya. Yang belum tercantum hanya "
     "dapat diusulkan dalam keadaan darurat, untuk program strategis nasional, atau dalam tugas pembantuan, dengan bukti yang diunggah."),
    ("Bagaimana rencana tahunan disusun?", "Perangkat daerah menulis atau menyalin baris, Bagian Kerja Sama dan Bappeda memverifikasi dan menilainya, TKKSD "
     "membahas, lalu Kepala Daerah menetapkan daftarnya. Perubahan di tengah tahun memuat yang berubah saja."),
    ("Mengapa tombol saya abu-abu?", "Ada yang harus dipenuhi lebih dahulu. Alasannya tertulis di bawah tombol itu, beserta pasalnya."),
    ("Saya salah mencatat. Bagaimana memperbaikinya?", "Selama masih draf, isian dapat diubah. Sesudah dicatat sebagai tindakan, catatan tidak dapat dihapus. "
     "Minta pejabat yang gilirannya mengembalikan usulan dengan alasan, lalu perbaiki."),
    ("Pejabat sedang berhalangan. Siapa yang menggantikan?", "Administrator mencatat Plt. atau Plh. beserta dasar dan masa tugasnya. "
     "Tugasnya langsung berpindah, dan setiap tindakan menyebut kedua nama."),
    ("Naskah berubah sesudah diparaf. Apa akibatnya?", "Paraf mengikat satu teks. Teks baru berarti paraf lama batal dan urutan paraf diulang dari awal. "
     "Nomor, tanggal, dan tempat boleh diisi kemudian tanpa membatalkan paraf."),
    ("Bagaimana tenggat dihitung?", "Hari kerja adalah Senin sampai dengan Jumat, tanpa hari libur nasional, cuti bersama, dan hari libur daerah. "
     "Hari sesudah tahap dimulai adalah hari pertama."),
    ("Bagaimana memastikan sebuah dokumen asli?", "Pindai kode QR pada dokumen itu. Tanpa pemindai, buka halaman Periksa dokumen, "
     "lalu ketik nomor, tahun, dan kode pendeknya."),
)  # fmt: skip


def context() -> dict[str, Any]:
    """The guide with the deadlines in force; one query."""
    values = parameters.all_values()
    return {
        "stages": [
            {
                "number": note.stage.value,
                "label": note.stage.label,
                "text": note.text,
                "who": note.who,
                "law": note.law,
                "deadline": f"{values[note.days]} {note.unit}" if note.days else "",
            }
            for note in STAGES
        ],
        "roles": [{"name": name, "text": told} for name, told in ROLES],
        "questions": [{"question": question, "answer": answer} for question, answer in QUESTIONS],
    }
