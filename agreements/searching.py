"""How the register is searched: words in any form, numbers as they are written, and what was meant where a word is misspelt."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramSimilarity
from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast

from agreements.models import RegisterWord
from agreements.word_forms import roots
from kerjasama.core.numbers import plain_number

#: More words than this say nothing more.
WORDS = 8
#: How alike a known word must be to stand for a misspelt one, and how many of them are tried.
ALIKE, TRIED = 0.3, 3
TOKEN = re.compile(r"[\w./\-]+")
NUMBER = re.compile(r"[\d./\-]")
#: A number is looked for by a part of it only from so many signs on; a shorter one by what stands between its strokes.
PART = 3
#: What joins the words of a title and says nothing by itself; the dictionary of the database knows none of them.
JOINING = frozenset(
    "di ke dari dan atau yang untuk pada dengan dalam tentang oleh antara sebagai serta bagi atas kepada para itu ini akan juga "
    "terhadap secara guna the of and".split()
)
RANKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Meant:
    """What a search found, and the words that stood in for misspelt ones: (written, taken for)."""

    found: QuerySet
    instead: tuple[tuple[str, str], ...] = ()


def tokens(q: str) -> list[str]:
    """The words and numbers of a search; "075 / 311" is one number. Words that only join others count where there are no others."""
    found = [part.strip(".-/") for part in TOKEN.findall(plain_number(q)) if part.strip(".-/")]
    return ([part for part in found if part.lower() not in JOINING] or found)[:WORDS]


def search(entries: QuerySet, q: str) -> Meant:
    """The entries that hold every word; where none does, those that hold what the misspelt words may have meant."""
    asked = tokens(q)
    if not asked:
        return Meant(entries.none().annotate(fit=Value(0)) if q.strip() else entries)
    found = _all_of(entries, asked)
    if found.exists():
        return Meant(_ranked(found, asked))
    corrected, instead = _corrected(entries, asked)
    if not instead:
        return Meant(_ranked(found, asked))
    return Meant(_ranked(_all_of(entries, corrected), corrected), tuple(instead))


def _all_of(entries: QuerySet, asked: list[str]) -> QuerySet:
    for token in asked:
        entries = entries.filter(_one(token))
    return entries


def _one(token: str) -> Q:
    """A word by its stem, or by how it begins; what may be a number also as a part of one, or of the code of a case."""
    words = Q(words=_query(token))
    return words | Q(numbers__contains=token) if NUMBER.search(token) and len(token) >= PART else words


def _query(token: str) -> SearchQuery:
    if NUMBER.search(token):
        return _of_parts([part for part in re.split(r"[\W_]+", token.lower()) if part])
    begins = " | ".join(f"'{root}':*" for root in sorted({token.lower(), *roots(token.lower())}) if root.isalnum())
    stem = SearchQuery(token.lower(), config="indonesian")
    return stem | SearchQuery(begins, config="simple", search_type="raw") if begins else stem


def _of_parts(parts: list[str]) -> SearchQuery:
    """What stands between dots, hyphens and slashes, one behind the other; or all of it written as one word."""
    *first, last = parts
    joined = "".join(parts)
    found = {" <-> ".join([*(f"'{part}'" for part in first), _beginning(last)]), _beginning(joined)}
    return SearchQuery(" | ".join(f"({one})" for one in sorted(found)), config="simple", search_type="raw")


def _beginning(part: str) -> str:
    """A word of some length also by how it begins; a figure or a letter only as it is."""
    return f"'{part}':*" if len(part) >= PART and not part.isdigit() else f"'{part}'"


def _ranked(found: QuerySet, asked: list[str]) -> QuerySet:
    """With how well each fits, as a whole number, so that pages can be cut by it."""
    query = _query(asked[0])
    for token in asked[1:]:
        query = query | _query(token)
    return found.annotate(fit=Cast(SearchRank(F("words"), query) * RANKS, IntegerField()))


def _corrected(entries: QuerySet, asked: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Each word that nothing holds, replaced by the known word most like it."""
    corrected, instead = [], []
    for token in asked:
        near = (
            ""
            if any(sign.isdigit() for sign in token) or _all_of(entries, [token]).exists()
            else _nearest(entries, token)
        )
        corrected.append(near or token)
        if near:
            instead.append((token.lower(), near))
    return corrected, instead


def _nearest(entries: QuerySet, token: str) -> str:
    """The known word most like one that nothing holds, of those that this person can find; "" where none is."""
    alike = RegisterWord.objects.annotate(alike=TrigramSimilarity("word", token.lower())).filter(
        word__trigram_similar=token.lower()
    )
    for word in alike.filter(alike__gte=ALIKE).order_by("-alike", "word").values_list("word", flat=True)[:TRIED]:
        if _all_of(entries, [word]).exists():
            return str(word)
    return ""
