"""Forms of an Indonesian word that the stemmer of the database does not bring together: first letters that melt after meN- and peN-."""

import re

#: What the nasal of a prefix may have swallowed: mengelola from kelola, memakai from pakai, menata from tata, menyapu from sapu.
MELTED = (
    ("meng", "k"),
    ("peng", "k"),
    ("meny", "s"),
    ("peny", "s"),
    ("mem", "p"),
    ("pem", "p"),
    ("men", "t"),
    ("pen", "t"),
)
SUFFIX = re.compile(r"(kan|an|i)$")
VOWELS = "aiueo"
SHORTEST = 4


def roots(word: str) -> set[str]:
    """How the root of a word may begin where its first letter melts: {"kelola"} of "pengelolaan", {"elola"} of "kelola"."""
    found = set()
    for prefix, letter in MELTED:
        rest = word.removeprefix(prefix)
        if rest != word and rest[:1] in VOWELS:
            found.add(letter + _bare(rest))
    if not found and word[:1] in "kpst" and word[1:2] in VOWELS:
        found.add(_bare(word[1:]))
    return {root for root in found if len(root) >= SHORTEST}


def _bare(rest: str) -> str:
    """Without its ending, as long as something of a word is left."""
    bare = SUFFIX.sub("", rest)
    return bare if len(bare) >= SHORTEST - 1 else rest
