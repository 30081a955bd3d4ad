"""Papers of cooperation abroad: letters to the government, the study, the plan, and the naskah in two languages."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kerjasama.core.text import counted
from kerjasama.documents.papers.common import Kop, Signer, base, letterhead, pairs
from kerjasama.documents.papers.letters import IMPORTANT, letter
from kerjasama.documents.papers.naskah import naskah

MINISTER = ["Yth. Menteri Dalam Negeri", "u.p. Sekretaris Jenderal", "di Jakarta"]


def to_government(
    *,
    to: Iterable[str],
    about: str,
    paragraphs: Iterable[str],
    enclosures: Iterable[str],
    signer: Signer,
    copies: Iterable[str] = (),
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """A letter to the Menteri or the Gubernur (Permendagri 25/2020 art. 14, 18, 20, 25). Template surat_pemerintah."""
    listed = [str(line) for line in enclosures]
    context = letter(
        kop or letterhead("KDH"), paper=paper, about=about, nature=IMPORTANT, to=list(to),
        attachment_line=f"{counted(len(listed))} berkas" if listed else "-", signer=signer, copies=copies,
    )  # fmt: skip
    return context | {"paragraphs": [str(line) for line in paragraphs], "enclosures": listed}


def study(
    *,
    title: str,
    case_code: str,
    unit_name: str,
    partner_name: str,
    country: str,
    parts: Iterable[tuple[str, str]],
    conditions: Iterable[tuple[str, str]],
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The kajian penjajakan (Permendagri 25/2020 art. 12). Template kajian_penjajakan."""
    context = base(
        kop or letterhead("OPD", unit_name), paper=paper, heading=f"Kajian Penjajakan {title}", signer=signer
    )
    return context | {
        "title": title, "case_code": case_code, "unit_name": unit_name, "partner_name": partner_name, "country": country,
        "parts": pairs(parts), "conditions": pairs(conditions),
    }  # fmt: skip


def cooperation_plan(
    *,
    title: str,
    case_code: str,
    partner_name: str,
    parts: Iterable[tuple[str, str]],
    edition: int,
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The rencana kerja sama in its seven parts (PP 28/2018 art. 30(3)). Template rencana_kerja_sama."""
    context = base(kop or letterhead("KDH"), paper=paper, heading=f"Rencana Kerja Sama {title}", signer=signer)
    return context | {
        "title": title,
        "case_code": case_code,
        "partner_name": partner_name,
        "parts": pairs(parts),
        "edition": edition,
    }


def bilingual(
    *, translation: Mapping[str, Any], signed_on: date | None, place: str, languages: int, **facts: Any
) -> dict[str, Any]:
    """An LoI, a naskah kerja sama or a yearly plan: Indonesian first, then the other language (UU 24/2009 art. 31).

    `translation` is {language, title, clauses, prevailing}; the other facts as for `naskah`. Template naskah_dua_bahasa.
    """
    context = naskah(signed_on=signed_on, place=place, **facts)
    return context | {
        "languages": languages,
        "translation": {
            "language": str(translation.get("language", "")),
            "code": str(translation.get("code", "en")),
            "title": str(translation.get("title", "")),
            "prevailing": str(translation.get("prevailing", "")),
            "clauses": [
                {"title": str(c["title"]), "paragraphs": [str(p) for p in c["paragraphs"]]}
                for c in translation.get("clauses", ())
            ],
        },
    }
