"""The first text of a KB and a PKS at home: clauses that every kind shares, with the words of the kind in their places."""

from dataclasses import dataclass

from agreements.content import Clause
from agreements.phrases import closing, listed, opening, runs_for
from proposals.models import Proposal

KB, PKS = "Kesepakatan Bersama", "Perjanjian Kerja Sama"


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind says in its own way. `{unit}` stands for the unit that carries the cooperation out."""

    followed_by: str
    kb_executor: str
    written_to: str
    other: str
    executor: str
    rights: tuple[str, ...]
    reported_to: str
    one_party: str
    other_party: str
    sanctions: tuple[str, ...]
    disputes: tuple[str, ...]
    ends_when: str
    lasting: str


def kesepakatan_bersama(proposal: Proposal, words: Words) -> tuple[Clause, ...]:
    """The clauses of a Kesepakatan Bersama in the words of its kind."""
    return (
        *opening(KB, "sebagai landasan PARA PIHAK dalam melaksanakan kerja sama", proposal),
        Clause("implementation", "PELAKSANAAN", (words.followed_by, words.kb_executor.format(unit=proposal.lead_unit.name))),
        Clause("financing", "PEMBIAYAAN", (
            f"Pembiayaan yang timbul dari {KB} ini diatur dalam {PKS} sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("term", "JANGKA WAKTU", (
            runs_for(KB, proposal),
            f"{KB} ini dapat diperpanjang atau diakhiri atas kesepakatan PARA PIHAK sesuai dengan ketentuan peraturan perundang-undangan.",
        )),
        Clause("correspondence", "KORESPONDENSI", (
            f"Setiap pemberitahuan berkenaan dengan {KB} ini disampaikan secara tertulis kepada {words.written_to} yang ditunjuk PARA PIHAK.",
        )),
        Clause("other", "LAIN-LAIN", (words.other,)),
        closing(KB),
    )  # fmt: skip


def perjanjian_kerja_sama(proposal: Proposal, words: Words) -> tuple[Clause, ...]:
    """The clauses of a Perjanjian Kerja Sama in the words of its kind."""
    return (
        *opening(PKS, f"melaksanakan {KB} PARA PIHAK", proposal),
        Clause("location", "LOKASI", (f"{PKS} ini dilaksanakan di {proposal.location.strip().rstrip('.')}.",)),
        Clause("implementation", "PELAKSANAAN", (
            "PARA PIHAK menyusun rencana kerja tahunan sebagai pedoman pelaksanaan.",
            f"Pelaksana dari pihak {words.executor} adalah {proposal.lead_unit.name}.",
        )),
        Clause("rights", "HAK DAN KEWAJIBAN", words.rights),
        Clause("financing", "PEMBIAYAAN", (listed(f"Pembiayaan {PKS} ini", proposal.financing),)),
        Clause("term", "JANGKA WAKTU", (runs_for(PKS, proposal),)),
        Clause("monitoring", "MONITORING, EVALUASI, DAN PELAPORAN", (
            "PARA PIHAK melakukan monitoring dan evaluasi bersama sedikitnya satu kali dalam satu tahun.",
            f"Hasil monitoring dan evaluasi dilaporkan kepada {words.reported_to}.",
        )),
        Clause("sanctions", "SANKSI", (
            f"{words.one_party} yang tidak melaksanakan kewajibannya diberi teguran tertulis oleh {words.other_party} lainnya, paling banyak tiga kali.",
            *words.sanctions,
        )),
        Clause("force_majeure", "KEADAAN KAHAR", (
            f"Keadaan kahar adalah keadaan di luar kemampuan PARA PIHAK yang menghalangi pelaksanaan {PKS} ini.",
            f"{words.one_party} yang mengalami keadaan kahar memberitahukannya secara tertulis paling lambat 14 (empat belas) hari sejak terjadinya.",
        )),
        Clause("disputes", "PENYELESAIAN PERSELISIHAN", words.disputes),
        Clause("amendment", "PERUBAHAN", (f"Perubahan {PKS} ini dituangkan dalam adendum yang ditandatangani PARA PIHAK.",)),
        Clause("ending", "PENGAKHIRAN", (
            f"{PKS} ini berakhir apabila:\na. jangka waktunya berakhir;\nb. tujuannya telah tercapai;\n"
            f"c. disepakati PARA PIHAK;\nd. terdapat perubahan kebijakan berdasarkan ketentuan peraturan perundang-undangan;{words.ends_when}",
            f"{PKS} ini tidak berakhir karena pergantian {words.lasting} PARA PIHAK.",
        )),
        closing(PKS, stamped=True),
    )  # fmt: skip
