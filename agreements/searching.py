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
    """A part of a number or of the code of a case anywhere in them; a word by its stem, or by how it begins."""
    return Q(numbers__contains=token) if NUMBER.search(token) else Q(words=_query(token))


def _query(token: str) -> SearchQuery:
    begins = " | ".join(f"'{root}':*" for root in sorted({token.lower(), *roots(token.lower())}) if root.isalnum())
    stem = SearchQuery(token.lower(), config="indonesian")
    return stem | SearchQuery(begins, config="simple", search_type="raw") if begins else stem


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
