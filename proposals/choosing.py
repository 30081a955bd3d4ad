"""Which kind of cooperation is it? Derived from plain answers, with the article; a person may choose otherwise, and says why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kerjasama.parties.classes import STANDINGS
from kerjasama.workflow.statute import Category, CooperationKind, Direction, Initiative

#: Who begins, in plain words.
BEGINNERS = (
    ("WE", "Kita yang memulai"),
    ("THEY", "Mitra yang memulai, suratnya datang langsung"),
    ("THEY_VIA_CENTRE", "Mitra yang memulai, melalui Menteri Dalam Negeri atau Menteri Luar Negeri"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the class of the partner calls for: a code, the words, and the answers."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What follows from the answers; `refused` when there is no cooperation of this kind with such a partner."""

    kind: str
    category: str
    initiative: str
    direction: str
    sentences: tuple[str, ...]
    bases: tuple[str, ...]
    refused: bool = False

    @property
    def category_label(self) -> str:
        return str(Category(self.category).label) if self.category else ""

    def as_record(self, answers: Mapping[str, str]) -> dict[str, Any]:
        """As it is kept with the case."""
        return {
            "answers": dict(answers), "kind": self.kind, "category": self.category, "sentences": list(self.sentences),
            "bases": list(self.bases),
        }  # fmt: skip


_YES_NO = (("yes", "Ya"), ("no", "Tidak"))
_BORDER = Question(
    "border",
    "Apakah daerah-daerah itu berbatasan langsung?",
    _YES_NO,
    "Setiap daerah berbatasan dengan sedikitnya satu daerah lain.",
)
_EXTERNAL = Question(
    "external", "Apakah urusannya berdampak lintas batas dan layanannya lebih efisien bila dikelola bersama?", _YES_NO,
    "Misalnya sampah, sungai, atau jalan yang melintasi batas.",
)  # fmt: skip
_PLANNED = Question(
    "planned", "Apa yang direncanakan?",
    (
        (Category.PUBLIC_SERVICE, "Penyediaan pelayanan publik"),
        (Category.ASSETS, "Pengelolaan aset untuk nilai tambah dan pendapatan"),
        (Category.INVESTMENT, "Investasi"),
        (Category.OTHER_FIELD, "Lainnya, misalnya infrastruktur atau pengadaan"),
    ),
)  # fmt: skip
_SISTER = Question(
    "sister", "Hubungan seperti apa yang dikehendaki?",
    ((Category.SISTER, "Provinsi, kabupaten, atau kota kembar, setingkat dengan kita"), (Category.FOREIGN_OTHER, "Kerja sama pada satu bidang saja")),
)  # fmt: skip
QUESTIONS: dict[str, tuple[Question, ...]] = {
    CooperationKind.KSDD: (_BORDER, _EXTERNAL),
    CooperationKind.KSDPK: (_PLANNED,),
    CooperationKind.KSDPL: (_SISTER,),
}
#: Every question by its name: what an answer to the second half may be called.
QUESTION_NAMES = frozenset(question.name for asked in QUESTIONS.values() for question in asked)
_SECTOR = (
    "Tata caranya diatur peraturan sektor; studi kelayakan dan keempat pasal wajib perjanjian tetap berlaku.", "PP 28/2018 Pasal 15; UU 23/2014 Pasal 366"
)  # fmt: skip
_CATEGORY_WORDS: dict[str, tuple[str, str]] = {
    Category.VOLUNTARY: ("Tidak memenuhi syarat kerja sama wajib, jadi sukarela.", "UU 23/2014 Pasal 365; PP 28/2018 Pasal 3 ayat (3)"),
    Category.MANDATORY: (
        "Daerahnya berbatasan, urusannya berdampak lintas daerah, dan lebih efisien dikelola bersama, jadi wajib.",
        "UU 23/2014 Pasal 364 ayat (1); PP 28/2018 Pasal 3 ayat (2)",
    ),
    Category.PUBLIC_SERVICE: ("Penyediaan pelayanan publik mengikuti tata cara KSDPK sepenuhnya.", "PP 28/2018 Pasal 15 ayat (1)"),
    Category.ASSETS: _SECTOR,
    Category.INVESTMENT: _SECTOR,
    Category.OTHER_FIELD: _SECTOR,
    Category.SISTER: ("Kembar berarti setingkat dengan pemerintah daerah kita.", "PP 28/2018 Pasal 24; Permendagri 25/2020 Pasal 6"),
    Category.FOREIGN_OTHER: ("Kerja sama pada bidang tertentu.", "PP 28/2018 Pasal 24 huruf c"),
}  # fmt: skip


def _mandatory_or_not(answers: Mapping[str, str]) -> str:
    both = answers.get("border") == "yes" and answers.get("external") == "yes"
    return Category.MANDATORY if both else Category.VOLUNTARY


_CATEGORY_OF: dict[str, Callable[[Mapping[str, str]], str]] = {
    CooperationKind.KSDD: _mandatory_or_not,
    CooperationKind.KSDPK: lambda answers: answers.get("planned") or Category.PUBLIC_SERVICE,
    CooperationKind.KSDPL: lambda answers: answers.get("sister") or Category.SISTER,
}
_WE = (Initiative.REGION, Direction.OUTGOING)
#: Who begins, by kind; where a way is missing the law does not open it.
_BEGINNINGS: dict[str, dict[str, tuple[str, str]]] = {
    CooperationKind.KSDD: {"WE": _WE, "THEY": (Initiative.REGION, Direction.INCOMING)},
    CooperationKind.KSDPK: {"WE": _WE, "THEY": (Initiative.THIRD_PARTY, Direction.INCOMING)},
    CooperationKind.SINERGI: {"WE": _WE, "THEY": (Initiative.REGION, Direction.INCOMING)},
    CooperationKind.KSDPL: {
        "WE": _WE,
        "THEY": (Initiative.PARTNER, Direction.INCOMING),
        "THEY_VIA_CENTRE": (Initiative.VIA_CENTRE, Direction.INCOMING),
    },
    CooperationKind.KSDLL: {"WE": _WE, "THEY_VIA_CENTRE": (Initiative.VIA_CENTRE, Direction.INCOMING)},
}
_NOT_SO = {
    (CooperationKind.KSDLL, "THEY"): (
        "Lembaga di luar negeri hanya dapat berprakarsa melalui Menteri Dalam Negeri dan/atau Menteri Luar Negeri. Teruskan suratnya kepada Menteri, "
        "lalu catat usulan bila Menteri menyampaikannya.",
        "PP 28/2018 Pasal 28 ayat (2)",
    ),
}  # fmt: skip
_ELSEWHERE = ("Prakarsa melalui Menteri hanya ada pada kerja sama luar negeri.", "PP 28/2018 Pasal 28")


def questions_for(legal_class: str) -> tuple[Question, ...]:
    """What else has to be asked of a partner of this class."""
    standing = STANDINGS.get(legal_class)
    return QUESTIONS.get(standing.cooperation, ()) if standing else ()


def advise(answers: Mapping[str, str]) -> Advice | None:
    """The kind that follows from the answers ("partner", "begins" and the questions of that class); None while they are missing."""
    standing = STANDINGS.get(answers.get("partner", ""))
    if standing is None:
        return None
    if standing.refused:
        return Advice("", "", "", "", (standing.why,), (standing.basis,), refused=True)
    kind, begins = standing.cooperation, answers.get("begins") or "WE"
    way = _BEGINNINGS[kind].get(begins)
    if way is None:
        sentence, basis = _NOT_SO.get((kind, begins), _ELSEWHERE)
        return Advice(kind, "", "", "", (sentence,), (basis,), refused=True)
    category = standing.category or _CATEGORY_OF[kind](answers)
    sentence, basis = _CATEGORY_WORDS.get(category, ("", ""))
    return Advice(
        kind,
        category,
        *way,
        tuple(filter(None, (standing.why, sentence))),
        tuple(filter(None, (standing.basis, basis))),
    )
