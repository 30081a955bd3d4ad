"""A version of a naskah as a Word file for the partner's lawyers: what they may change, and what the system fills in."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from agreements.content import Clause, clauses_from
from kerjasama.accounts.models import Government
from kerjasama.core import parameters
from kerjasama.core.text import legible

#: What stands in this style is filled in by the system and not read back.
FIXED = "Kerjasama Tetap"
#: Stands before the second language; the reader looks for it.
SECOND = "Teks bahasa kedua"
FONT = "Bookman Old Style"
#: Word keeps no longer title or subject in the properties of a file.
PROPERTY = 255
SIZES = {"A4": (Cm(21), Cm(29.7)), "F4": (Cm(21.5), Cm(33))}


def as_docx(agreement: Any, version: Any) -> bytes:
    """The text as DOCX: title, pasal with numbered ayat, second language and annexes. No person's name is in it."""
    file = Document()
    _prepare(file, agreement, version)
    _opening(file, agreement, version)
    _clauses(file, version.content)
    _fixed(
        file,
        f"Demikian {agreement.get_instrument_display()} ini dibuat. Penutup dan ruang tanda tangan diisi aplikasi.",
    )
    _second(file, version.translation or {})
    _annexes(file, version.tables)
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def _prepare(file: Any, agreement: Any, version: Any) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = SIZES[str(parameters.value("paper_size"))]
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2.5), Cm(2.5), Cm(2.5)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 14), ("Heading 1", 12), ("Heading 2", 12)):
        style = file.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), True, None
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        # The theme's own fonts would win over ours.
        fonts = style.element.rPr.rFonts
        for name_of in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[name_of]
    file.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    file.styles.add_style(FIXED, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    facts = file.core_properties
    facts.author = facts.last_modified_by = str(Government.current())
    facts.title, facts.subject = legible(version.title)[:PROPERTY], legible(str(agreement))[:PROPERTY]
    facts.identifier, facts.language = f"{agreement.pk}/{version.number}", "id"
    facts.created = facts.modified = version.written_at
    facts.comments = f"Versi {version.number}, sidik teks {version.text_hash}"


def _opening(file: Any, agreement: Any, version: Any) -> None:
    _fixed(file, agreement.get_instrument_display().upper(), centred=True)
    for place, party in enumerate(agreement.parties.order_by("order")):
        if place:
            _fixed(file, "DENGAN", centred=True)
        _fixed(file, party.name.upper(), centred=True)
    _fixed(file, "TENTANG", centred=True)
    file.add_paragraph(legible(version.title), style="Title")
    _fixed(
        file,
        f"Versi {version.number}. Ubah judul dan pasal; gunakan lacak perubahan atau komentar bila perlu. Nomor, tanggal, komparisi, "
        "dan ruang tanda tangan diisi aplikasi, dan lampiran tidak dibaca kembali dari berkas ini.",
    )


def _clauses(file: Any, clauses: Sequence[Clause], head: str = "Pasal {n}") -> None:
    for number, clause in enumerate(clauses, start=1):
        file.add_paragraph(head.format(n=number), style="Heading 1")
        file.add_paragraph(legible(clause.title), style="Heading 2")
        numbered = len(clause.paragraphs) > 1
        for place, words in enumerate(clause.paragraphs, start=1):
            _ayat(file, words, f"({place})\t" if numbered else "")


def _ayat(file: Any, words: str, mark: str) -> None:
    first, *rest = words.splitlines() or [""]
    _indented(file, mark + first, Cm(1) if mark else Cm(0), Cm(1) if mark else Cm(0))
    for line in rest:
        _indented(file, line, Cm(2 if mark else 1), Cm(1))


def _indented(file: Any, line: str, left: Any, hanging: Any) -> None:
    paragraph = file.add_paragraph(legible(line))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = left, -hanging


def _second(file: Any, translation: dict[str, Any]) -> None:
    if not translation.get("clauses"):
        return
    file.add_page_break()
    _fixed(file, f"{SECOND}: {translation.get('language', '')}", centred=True)
    file.add_paragraph(legible(translation.get("title", "")), style="Title")
    _clauses(file, clauses_from(translation["clauses"]))


def _annexes(file: Any, tables: Iterable[dict[str, Any]]) -> None:
    for table in tables:
        file.add_page_break()
        _fixed(file, f"Lampiran: {table['title']}", centred=True)
        for line in table["lines"]:
            _fixed(file, line)


def _fixed(file: Any, words: str, *, centred: bool = False) -> None:
    paragraph = file.add_paragraph(legible(words), style=FIXED)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
