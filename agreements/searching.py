"""How the register is searched: words in any form, numbers as they are written, and what was meant where a word is misspelt."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramSimilarity
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from agreements.entries import plain_number
from agreements.models import RegisterWord

#: More words than this say nothing more.
WORDS = 8
#: How alike a known word must be to stand for a misspelt one, and how many of them are tried.
ALIKE, TRIED = 0.35, 3
TOKEN = re.compile(r"[\w./\-]+")
RANKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Meant:
    """What a search found, and the words that stood in for misspelt ones: (written, taken for)."""

    found: QuerySet
    instead: tuple[tuple[str, str], ...] = ()


def tokens(q: str) -> list[str]:
    """The words and numbers of a search; "075 / 311" is one number."""
    return [part.strip(".-/") for part in TOKEN.findall(plain_number(q)) if part.strip(".-/")][:WORDS]


def search(entries: QuerySet, q: str) -> Meant:
    """The entries that hold every word; where none does, those that hold what the misspelt words may have meant."""
    asked = tokens(q)
    if not asked:
        return Meant(entries.none() if q.strip() else entries)
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
    """A number anywhere in the numbers; a word by its stem, or by how it begins."""
    words = Q(words=_query(token))
    return words | Q(numbers__contains=token) if any(sign.isdigit() for sign in token) else words


def _query(token: str) -> SearchQuery:
    parts = re.findall(r"\w+", token.lower())
    begins = SearchQuery(" & ".join(f"'{part}':*" for part in parts), config="simple", search_type="raw")
    return SearchQuery(token.lower(), config="indonesian") | begins


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
