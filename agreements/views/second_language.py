"""The second language of a naskah in the editor: what was typed, and the rows to show."""

from collections.abc import Mapping
from typing import Any

from agreements.content import Clause
from agreements.offered import paragraphs_of

#: Name in Indonesian and the code of the language (UU 24/2009 art. 31: the partner's language and/or English).
LANGUAGES = (
    ("en", "Inggris"), ("ar", "Arab"), ("nl", "Belanda"), ("ja", "Jepang"), ("de", "Jerman"), ("ko", "Korea"), ("zh", "Mandarin"),
    ("ms", "Melayu"), ("pt", "Portugis"), ("fr", "Prancis"), ("ru", "Rusia"), ("es", "Spanyol"), ("th", "Thai"), ("vi", "Vietnam"),
)  # fmt: skip
MAX_TITLE, MAX_PREVAILING = 250, 400


def typed_clause(posted: Mapping[str, Any], number: int, key: str) -> Clause:
    """One pasal as it was typed in the second language, under the key of the first."""
    paragraphs = paragraphs_of(posted.get(f"isi2_{number}", ""))
    return Clause(key, posted.get(f"judul2_{number}", "").strip().upper(), paragraphs)


def typed(posted: Mapping[str, Any], clauses: list[Clause]) -> dict[str, Any]:
    """The whole second text as it is kept; an empty clause falls out."""
    code = posted.get("language", "")
    return {
        "language": dict(LANGUAGES).get(code, ""),
        "code": code if code in dict(LANGUAGES) else "",
        "title": posted.get("title2", "").strip()[:MAX_TITLE],
        "prevailing": posted.get("prevailing", "").strip()[:MAX_PREVAILING],
        "clauses": [clause.as_json() for clause in clauses if clause.title or clause.paragraphs],
    }


def rows(translation: Mapping[str, Any], keys: list[str]) -> list[dict[str, str]]:
    """Title and text in the second language beside each pasal, by its key."""
    known = {c["key"]: c for c in translation.get("clauses", ())}
    return [
        {
            "title2": known.get(key, {}).get("title", ""),
            "text2": "\n\n".join(known.get(key, {}).get("paragraphs", ())),
        }
        for key in keys
    ]


def frame(translation: Mapping[str, Any]) -> dict[str, Any]:
    """What is asked once for the whole text."""
    return {
        "languages": LANGUAGES,
        "language": translation.get("code", ""),
        "title2": translation.get("title", ""),
        "prevailing": translation.get("prevailing", ""),
    }
