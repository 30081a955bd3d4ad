"""The first text of a Nota Kesepakatan for synergy, filled from the case."""

from agreements.content import Clause
from agreements.phrases import closing, opening, runs_for
from proposals.models import Proposal


def synergy_note(proposal: Proposal) -> tuple[Clause, ...]:
    """The clauses of a Nota Kesepakatan; what is done, when and with whose budget stands in its Rencana Kerja."""
    return (
        *opening("Nota Kesepakatan", "sebagai pedoman PARA PIHAK dalam menyinergikan program pembangunan", proposal),
        Clause("implementation", "PELAKSANAAN", (
            "Nota Kesepakatan ini dilaksanakan menurut Rencana Kerja yang merupakan lampiran dan bagian tidak terpisahkan.",
            f"Pelaksana dari pihak pemerintah daerah adalah {proposal.lead_unit.name}.",
        )),
        Clause("rights", "TUGAS DAN TANGGUNG JAWAB", (
            "Setiap PIHAK melaksanakan kegiatan yang menjadi tanggung jawabnya dalam Rencana Kerja dan menyediakan data yang diperlukan PIHAK lainnya.",
        )),
        Clause("financing", "PEMBIAYAAN", (
            "Pembiayaan Nota Kesepakatan ini dibebankan pada anggaran masing-masing PIHAK sesuai dengan Rencana Kerja.",
            "Tidak ada penyerahan atau pemindahan dana antara PARA PIHAK.",
        )),
        Clause("term", "JANGKA WAKTU", (
            runs_for("Nota Kesepakatan", proposal),
            "Nota Kesepakatan ini dapat diperpanjang atau diakhiri atas kesepakatan PARA PIHAK.",
        )),
        Clause("monitoring", "PEMANTAUAN DAN EVALUASI", (
            "PARA PIHAK memantau dan mengevaluasi pelaksanaan Rencana Kerja sedikitnya satu kali dalam satu tahun.",
        )),
        Clause("correspondence", "KORESPONDENSI", (
            "Setiap pemberitahuan berkenaan dengan Nota Kesepakatan ini disampaikan secara tertulis kepada pejabat yang ditunjuk PARA PIHAK.",
        )),
        Clause("force_majeure", "KEADAAN KAHAR", (
            "PIHAK yang mengalami keadaan kahar memberitahukannya secara tertulis paling lambat 14 (empat belas) hari sejak terjadinya.",
        )),
        Clause("amendment", "PERUBAHAN", ("Perubahan Nota Kesepakatan dan Rencana Kerja dituangkan dalam adendum yang ditandatangani PARA PIHAK.",)),
        Clause("disputes", "PENYELESAIAN PERBEDAAN PENDAPAT", ("Perbedaan pendapat diselesaikan dengan musyawarah untuk mufakat.",)),
        closing("Nota Kesepakatan"),
    )  # fmt: skip
