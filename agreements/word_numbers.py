"""The numbers that Word counts by itself: they stand in no text, and without them an ayat is lost."""

import re
from typing import Any

from docx.oxml.ns import qn

from kerjasama.core import text
from kerjasama.core.typed import whole

LEVEL = re.compile(r"%(\d)")


class Numbers:
    """Counts the automatic numbers of one file, paragraph by paragraph, in their order."""

    def __init__(self, file: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {style.style_id: style.element for style in file.styles}
        part = next((r.target_part for r in file.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is not None:
            self._learn(part.element)

    def _learn(self, root: Any) -> None:
        for abstract in root.findall(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"))
            for level in abstract.findall(qn("w:lvl")):
                shape, words, start = (_value(level, tag) for tag in ("w:numFmt", "w:lvlText", "w:start"))
                place, first = whole(level.get(qn("w:ilvl"))), whole(start)
                if place is not None:
                    self._levels[name, place] = (shape or "decimal", words or "", 1 if first is None else first)
        for number in root.findall(qn("w:num")):
            self._abstract[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId")

    def of(self, paragraph: Any) -> str:
        """The number that Word shows before a paragraph, or ""; asking for it counts it."""
        found = _numbering(paragraph) or self._of_style(paragraph)
        if found is None or found[0] not in self._abstract:
            return ""
        list_id, place = found
        name = self._abstract[list_id]
        if (name, place) not in self._levels:
            return ""
        counts = self._counts.setdefault(name, {})
        counts[place] = counts.get(place, self._levels[name, place][2] - 1) + 1
        for deeper in [level for level in counts if level > place]:
            del counts[deeper]
        return self._label(name, place, counts)

    def _label(self, name: str, place: int, counts: dict[int, int]) -> str:
        shape, words, _ = self._levels[name, place]
        if shape == "bullet":
            return "-"

        def filled(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            told = self._levels.get((name, level), ("decimal", "", 1))
            return _written(counts.get(level, told[2]), told[0])

        return LEVEL.sub(filled, words).strip()

    def _of_style(self, paragraph: Any) -> tuple[str, int] | None:
        """The numbering that the style of a paragraph brings, or a style it is based on."""
        name = _value(paragraph.find(qn("w:pPr")), "w:pStyle")
        for _ in range(10):
            style = self._styles.get(name)
            if style is None:
                return None
            found = _numbering(style)
            if found is not None:
                return found
            name = _value(style, "w:basedOn")
        return None


def _numbering(element: Any) -> tuple[str, int] | None:
    facts = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if facts is None:
        return None
    place = _value(facts, "w:ilvl")
    return _value(facts, "w:numId"), whole(place) or 0


def _value(element: Any, tag: str) -> str:
    found = element.find(qn(tag)) if element is not None else None
    return found.get(qn("w:val"), "") if found is not None else ""


def _written(number: int, shape: str) -> str:
    if shape.endswith("Letter"):
        letter = chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
        return letter.upper() if shape.startswith("upper") else letter
    if shape.endswith("Roman"):
        written = text.roman(number)
        return written if shape.startswith("upper") else written.lower()
    return str(number)
