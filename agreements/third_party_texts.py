"""The first text of a KB and a PKS with a third party, filled from the case."""

from agreements.content import Clause
from agreements.phrases import listed, term_of
from proposals.models import Proposal


def third_party_kb(proposal: Proposal) -> tuple[Clause, ...]:
    """The clauses of a Kesepakatan Bersama with a third party."""
    return (
        Clause("aims", "MAKSUD DAN TUJUAN", (
            "Maksud Kesepakatan Bersama ini adalah sebagai landasan PARA PIHAK dalam melaksanakan kerja sama.",
            listed("Tujuan Kesepakatan Bersama ini adalah", proposal.aims),
        )),
        Clause("object", "OBJEK", (f"Objek Kesepakatan Bersama ini adalah {proposal.title}.",)),
        Clause("scope", "RUANG LINGKUP", (listed("Ruang lingkup Kesepakatan Bersama ini meliputi", proposal.scope),)),
        Clause("implementation", "PELAKSANAAN", (
            "Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang paling sedikit memuat hak dan kewajiban PARA PIHAK, "
            "jangka waktu kerja sama, penyelesaian perselisihan, dan sanksi.",
            f"Pelaksana dari pihak pemerintah daerah adalah {proposal.lead_unit.name}.",
        )),
        Clause("financing", "PEMBIAYAAN", (
            "Pembiayaan yang timbul dari Kesepakatan Bersama ini diatur dalam Perjanjian Kerja Sama sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("term", "JANGKA WAKTU", (
            f"Kesepakatan Bersama ini berlaku untuk jangka waktu {term_of(proposal)} sejak ditandatangani.",
            "Kesepakatan Bersama ini dapat diperpanjang atau diakhiri atas kesepakatan PARA PIHAK sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("correspondence", "KORESPONDENSI", (
            "Setiap pemberitahuan berkenaan dengan Kesepakatan Bersama ini disampaikan secara tertulis kepada pejabat atau narahubung yang "
            "ditunjuk PARA PIHAK.",
        )),
        Clause("other", "LAIN-LAIN", (
            "Kesepakatan Bersama ini tidak memberikan hak eksklusif kepada PIHAK mana pun dan tidak mengesampingkan ketentuan peraturan "
            "perundang-undangan tentang pengadaan dan pengelolaan barang milik daerah.",
        )),
        Clause("closing", "PENUTUP", (
            "Kesepakatan Bersama ini dibuat dalam rangkap sesuai jumlah PARA PIHAK, "
            "masing-masing mempunyai kekuatan hukum yang sama setelah ditandatangani PARA PIHAK.",
        )),
    )  # fmt: skip


def third_party_agreement(proposal: Proposal) -> tuple[Clause, ...]:
    """The clauses of a Perjanjian Kerja Sama with a third party, the four of PP 28/2018 art. 19(2) among them."""
    return (
        Clause("aims", "MAKSUD DAN TUJUAN", (
            "Maksud Perjanjian Kerja Sama ini adalah melaksanakan Kesepakatan Bersama PARA PIHAK.",
            listed("Tujuan Perjanjian Kerja Sama ini adalah", proposal.aims),
        )),
        Clause("object", "OBJEK", (f"Objek Perjanjian Kerja Sama ini adalah {proposal.title}.",)),
        Clause("scope", "RUANG LINGKUP", (listed("Ruang lingkup Perjanjian Kerja Sama ini meliputi", proposal.scope),)),
        Clause("location", "LOKASI", (f"Perjanjian Kerja Sama ini dilaksanakan di {proposal.location.strip().rstrip('.')}.",)),
        Clause("implementation", "PELAKSANAAN", (
            "PARA PIHAK menyusun rencana kerja tahunan sebagai pedoman pelaksanaan.",
            f"Pelaksana dari pihak pemerintah daerah adalah {proposal.lead_unit.name}.",
        )),
        Clause("rights", "HAK DAN KEWAJIBAN", (
            "Pemerintah daerah berhak memperoleh layanan, data, dan hasil kerja sama sesuai dengan ruang lingkup, serta berkewajiban:\n"
            "a. menyediakan data dan akses yang diperlukan;\nb. memenuhi pembiayaan yang menjadi bagiannya; dan\nc. melakukan pengawasan.",
            "Pihak ketiga berhak memperoleh data, akses, dan imbalan sesuai dengan Perjanjian Kerja Sama ini, serta berkewajiban:\n"
            "a. melaksanakan kegiatan sesuai dengan rencana kerja dan standar pelayanan;\n"
            "b. menyetorkan hasil berupa uang ke kas daerah dan menyerahkan hasil berupa barang untuk dicatat sebagai barang milik daerah; dan\n"
            "c. menyampaikan laporan pelaksanaan.",
        )),
        Clause("financing", "PEMBIAYAAN", (listed("Pembiayaan Perjanjian Kerja Sama ini", proposal.financing),)),
        Clause("term", "JANGKA WAKTU", (
            f"Perjanjian Kerja Sama ini berlaku untuk jangka waktu {term_of(proposal)} sejak ditandatangani.",
        )),
        Clause("monitoring", "MONITORING, EVALUASI, DAN PELAPORAN", (
            "PARA PIHAK melakukan monitoring dan evaluasi bersama sedikitnya satu kali dalam satu tahun.",
            "Hasil monitoring dan evaluasi dilaporkan kepada kepala daerah.",
        )),
        Clause("sanctions", "SANKSI", (
            "PIHAK yang tidak melaksanakan kewajibannya diberi teguran tertulis oleh PIHAK lainnya, paling banyak tiga kali.",
            "Apabila teguran ketiga tidak diindahkan dalam 14 (empat belas) hari, PIHAK lainnya dapat menghentikan sementara pelaksanaan, "
            "meminta ganti rugi sebesar kerugian nyata, atau mengakhiri Perjanjian Kerja Sama ini.",
        )),
        Clause("force_majeure", "KEADAAN KAHAR", (
            "Keadaan kahar adalah keadaan di luar kemampuan PARA PIHAK yang menghalangi pelaksanaan Perjanjian Kerja Sama ini.",
            "PIHAK yang mengalami keadaan kahar memberitahukannya secara tertulis paling lambat 14 (empat belas) hari sejak terjadinya.",
        )),
        Clause("disputes", "PENYELESAIAN PERSELISIHAN", (
            "Perselisihan antara PARA PIHAK diselesaikan dengan musyawarah untuk mufakat.",
            "Apabila musyawarah tidak mencapai mufakat dalam 30 (tiga puluh) hari, perselisihan diselesaikan melalui pengadilan negeri di tempat "
            "kedudukan pemerintah daerah.",
        )),
        Clause("amendment", "PERUBAHAN", ("Perubahan Perjanjian Kerja Sama ini dituangkan dalam adendum yang ditandatangani PARA PIHAK.",)),
        Clause("ending", "PENGAKHIRAN", (
            "Perjanjian Kerja Sama ini berakhir apabila:\na. jangka waktunya berakhir;\nb. tujuannya telah tercapai;\n"
            "c. disepakati PARA PIHAK;\nd. terdapat perubahan kebijakan berdasarkan ketentuan peraturan perundang-undangan;\n"
            "e. objeknya hilang atau musnah;\nf. terdapat putusan pengadilan yang telah berkekuatan hukum tetap; atau\n"
            "g. pihak ketiga dinyatakan pailit.",
            "Perjanjian Kerja Sama ini tidak berakhir karena pergantian pimpinan PARA PIHAK.",
        )),
        Clause("closing", "PENUTUP", (
            "Perjanjian Kerja Sama ini dibuat dalam rangkap sesuai jumlah PARA PIHAK, bermeterai cukup, dan masing-masing mempunyai kekuatan hukum yang sama.",
        )),
    )  # fmt: skip
