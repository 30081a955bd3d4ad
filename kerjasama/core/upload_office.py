"""DOCX and XLSX uploads: a zip with known parts, without macros, foreign objects or outside parts."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lxml import etree

from kerjasama.core.errors import UploadRefused

ENTRIES = 3000
UNPACKED = 100 * 1024 * 1024
RATIO = 200
SMALL = 1024 * 1024
PART_OF_RULES = 2 * 1024 * 1024
#: A part of text is opened whole in memory, at twenty times its size; the longest naskah stays below one of these.
PART_OF_TEXT = 8 * 1024 * 1024
MAIN = {
    "docx": ("word/document.xml", b"wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
}
MACRO = re.compile(r"vbaproject|vbadata|activex/|macrosheets/|\.bin$", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"macroenabled|vbaproject|ms-word\.vba|ms-office\.activex", re.IGNORECASE)
#: Another document or archive as a part: what Word takes in as "altChunk", or what hides a second package.
OBJECT = re.compile(
    r"embeddings/|oleobject|\.(zip|7z|rar|jar|doc[xm]?|dot[xm]?|xls[xmb]?|ppt[xm]?|rtf|html?|xhtml|mht(ml)?|exe|dll|js|vbs|hta|lnk)$",
    re.IGNORECASE,
)
PRINTER = re.compile(r"printersettings/printersettings\d*\.bin$", re.IGNORECASE)
#: Fields that fetch or start something; Word brings some of them up to date when the document is opened.
FETCHING_FIELD = re.compile(r"\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK)\s", re.IGNORECASE)
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, KeyError, etree.XMLSyntaxError,
)  # fmt: skip
AS_PDF = "Simpan dokumen sebagai PDF dari aplikasinya, lalu unggah PDF itu."


def check(content: bytes, kind: str) -> None:
    """Judge the package without unpacking more than it may hold. Raises UploadRefused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            refuse_bomb(package)
            _refuse_surroundings(package, content)
            _refuse_names(package.namelist())
            _refuse_wrong_main(package, kind)
            _refuse_outside(package)
            _refuse_fields(package)
            if package.testzip() is not None:
                raise _broken()
    except BROKEN as problem:
        raise _broken() from problem


def refuse_bomb(package: zipfile.ZipFile) -> None:
    """Judge a package by its list of contents alone. Raises UploadRefused when locked or swollen."""
    entries = package.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UploadRefused(
            "Dokumen ini terkunci dengan kata sandi.", detail="Simpan tanpa kata sandi, lalu unggah kembali."
        )
    swollen = any(e.file_size > SMALL and e.file_size > RATIO * max(e.compress_size, 1) for e in entries)
    texts = [e for e in entries if e.filename.lower().endswith((".xml", ".rels"))]
    swollen = (
        swollen or any(e.file_size > PART_OF_TEXT for e in texts) or sum(e.file_size for e in texts) > 3 * PART_OF_TEXT
    )
    if len(entries) > ENTRIES or sum(e.file_size for e in entries) > UNPACKED or swollen:
        raise UploadRefused("Dokumen ini membengkak saat dibuka.", detail=AS_PDF)


def _refuse_surroundings(package: zipfile.ZipFile, content: bytes) -> None:
    first = min((entry.header_offset for entry in package.infolist()), default=-1)
    ends_well = content[-22:-18] == b"PK\x05\x06"
    if first != 0 or package.comment or not ends_well:
        raise UploadRefused("Dokumen ini digabung dengan isi lain.", detail=AS_PDF)


def _refuse_names(names: list[str]) -> None:
    lowered = [name.lower() for name in names]
    escaping = any(n.startswith(("/", "\\")) or ".." in n.split("/") or "\\" in n or ":" in n for n in names)
    if escaping or len(set(lowered)) != len(lowered):
        raise _broken()
    if any(OBJECT.search(name) for name in names):
        raise UploadRefused("Dokumen ini memuat berkas lain di dalamnya.", detail=AS_PDF)
    if any(MACRO.search(name) and not PRINTER.search(name) for name in names):
        raise UploadRefused("Dokumen ini memuat makro.", detail=AS_PDF)


def _refuse_wrong_main(package: zipfile.ZipFile, kind: str) -> None:
    part, content_type = MAIN[kind]
    rules = _small_part(package, "[Content_Types].xml")
    if MACRO_TYPES.search(rules):
        raise UploadRefused("Dokumen ini memuat makro.", detail=AS_PDF)
    if part not in package.namelist() or content_type not in rules:
        raise UploadRefused(
            f"Isi berkas ini bukan dokumen {kind.upper()}.",
            detail=f"Buka berkas di aplikasi asalnya, simpan sebagai {kind.upper()}, lalu unggah hasilnya.",
        )


def _refuse_outside(package: zipfile.ZipFile) -> None:
    """A relation to something outside, however it is spelled; a link that a reader follows by himself is none."""
    for name in package.namelist():
        if name.lower().endswith(".rels"):
            for relation in etree.fromstring(_small_part(package, name), parser=_parser()).iter("{*}Relationship"):
                outside = relation.get("TargetMode", "").strip().lower() == "external"
                if outside and not relation.get("Type", "").endswith("/hyperlink"):
                    raise _outside()


def _refuse_fields(package: zipfile.ZipFile) -> None:
    for name in package.namelist():
        if name.lower().startswith("word/") and name.lower().endswith(".xml"):
            with package.open(name) as part:
                if FETCHING_FIELD.search("".join(_instructions(part))):
                    raise _outside()


def _instructions(part: IO[bytes]) -> Iterator[str]:
    """What the fields of a part are told to do; the words of one field may be torn over many runs."""
    for _, node in etree.iterparse(part, resolve_entities=False, no_network=True, load_dtd=False):
        name = node.tag.rpartition("}")[2]
        if name == "instrText":
            yield node.text or ""
        elif name == "fldChar":
            yield " \n"
        elif name == "fldSimple":
            yield " \n".join(["", *node.attrib.values(), ""])
        node.clear()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _small_part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        held = part.read(PART_OF_RULES + 1)
    # A document type declaration is where entity bombs and outside entities begin.
    hidden = held.startswith((b"\xff\xfe", b"\xfe\xff"))
    if len(held) > PART_OF_RULES or hidden or b"<!DOCTYPE" in held or b"<!ENTITY" in held:
        raise _broken()
    return held


def _outside() -> UploadRefused:
    return UploadRefused("Dokumen ini mengambil isi dari tempat lain saat dibuka.", detail=AS_PDF)


def _broken() -> UploadRefused:
    return UploadRefused("Dokumen ini rusak atau tidak disusun sebagaimana mestinya.", detail=AS_PDF)
