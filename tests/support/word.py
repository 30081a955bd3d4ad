"""Word files as the partner's lawyers send them: made by python-docx, then changed in their XML."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def saved(file: Any) -> bytes:
    """The bytes of a Word file."""
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def opened(content: bytes) -> Any:
    """A Word file to be changed."""
    return Document(io.BytesIO(content))


def typed(*lines: str) -> bytes:
    """A file typed from scratch, in one plain style."""
    file = Document()
    for line in lines:
        file.add_paragraph(line)
    return saved(file)


def paragraph_with(file: Any, words: str) -> Any:
    """The first paragraph that holds some words."""
    return next(p for p in file.paragraphs if words in p.text)


def tracked_insert(paragraph: Any, words: str, author: str = "Bagian Hukum Tirtamarga") -> None:
    """Words put in at the end of a paragraph, tracked."""
    paragraph._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="90" w:author="{author}" w:date="2026-03-02T09:00:00Z">'
            f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:ins>'
        )
    )


def tracked_delete(paragraph: Any) -> None:
    """All words of a paragraph struck out, tracked."""
    for run in list(paragraph._p.findall(qn("w:r"))):
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")
        place = list(paragraph._p).index(run)
        struck = parse_xml(f'<w:del {nsdecls("w")} w:id="91" w:author="Mitra" w:date="2026-03-02T09:00:00Z"/>')
        paragraph._p.insert(place, struck)
        struck.append(run)


def numbered(lines: Iterable[tuple[str, int]], levels: Iterable[tuple[str, str]]) -> bytes:
    """Paragraphs (words, level) whose numbers Word counts itself; `levels` are (format, shape), as "lowerLetter", "%2."."""
    file = Document()
    root = file.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shape}"/></w:lvl>'
        for n, (form, shape) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shapes}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for words, level in lines:
        paragraph = file.add_paragraph(words)
        if level >= 0:
            facts = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            facts.get_or_add_ilvl().val, facts.get_or_add_numId().val = level, 77
    return saved(file)
