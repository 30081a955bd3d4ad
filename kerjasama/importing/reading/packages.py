"""What kind of file somebody has sent, and which ones are not opened at all."""

import io
import struct
import zipfile
import zlib
from enum import StrEnum

from kerjasama.core.errors import UploadRefused
from kerjasama.core.upload_office import refuse_bomb

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ACCEPTED = "Yang diterima: XLSX, XLS, ODS, CSV, atau TSV."
SAVE_AGAIN = "Buka berkas di aplikasinya, simpan sebagai XLSX, lalu unggah hasilnya."
NOT_SHEETS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")

#: What the readers of packages raise over a file that is damaged.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip


class Kind(StrEnum):
    """The families of files the importer reads."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    TEXT = "TEXT"


def kind_of(content: bytes, name: str = "") -> Kind:
    """Judge a file by its content. Raises UploadRefused with the reason."""
    if not content.strip(b"\0\r\n\t ,;|\xef\xbb\xbf\xfe\xff"):
        raise UploadRefused("Berkas ini kosong.", detail=ACCEPTED)
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise _macros()
    if content.startswith(b"PK"):
        return _of_package(content)
    if content.startswith(OLE):
        return _of_compound(content)
    _refuse_other(content)
    return Kind.TEXT


def _of_package(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_swollen(package)
            names = package.namelist()
            if any("vbaproject" in n.lower() or "macrosheets/" in n.lower() for n in names):
                raise _macros()
            if "xl/workbook.bin" in names:
                raise UploadRefused("Berkas XLSB tidak dibaca.", detail=SAVE_AGAIN)
            if "xl/workbook.xml" in names:
                return _without_macros(package)
            return _of_open_document(package, names)
    except DAMAGE as problem:
        raise broken() from problem


def _without_macros(package: zipfile.ZipFile) -> Kind:
    if b"macroEnabled" in package.read("[Content_Types].xml"):
        raise _macros()
    return Kind.XLSX


def _of_open_document(package: zipfile.ZipFile, names: list[str]) -> Kind:
    if "mimetype" not in names or b"opendocument.spreadsheet" not in package.read("mimetype"):
        raise not_a_sheet()
    if any(n.startswith("Basic/") and n.endswith("Module1.xml") for n in names):
        raise _macros()
    if "META-INF/manifest.xml" in names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise locked()
    return Kind.ODS


def _refuse_swollen(package: zipfile.ZipFile) -> None:
    try:
        refuse_bomb(package)
    except UploadRefused as refused:
        raise UploadRefused(refused.message.replace("Dokumen", "Berkas"), detail=SAVE_AGAIN) from None


def _of_compound(content: bytes) -> Kind:
    if _holds(content, "EncryptedPackage"):
        raise locked()
    if _holds(content, "_VBA_PROJECT"):
        raise _macros()
    if not (_holds(content, "Workbook") or _holds(content, "Book")):
        raise not_a_sheet()
    return Kind.XLS


def _holds(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content


def _refuse_other(content: bytes) -> None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"mime-version")):
        raise UploadRefused("Berkas ini halaman web atau XML, bukan lembar kerja.", detail=SAVE_AGAIN)
    if content.startswith(NOT_SHEETS):
        raise not_a_sheet()


def not_a_sheet() -> UploadRefused:
    """A file of another kind."""
    return UploadRefused("Berkas ini bukan lembar kerja.", detail=ACCEPTED)


def locked() -> UploadRefused:
    """A file behind a password."""
    return UploadRefused(
        "Berkas ini terkunci dengan kata sandi.", detail="Simpan tanpa kata sandi, lalu unggah kembali."
    )


def broken() -> UploadRefused:
    """A file that breaks off or contradicts itself."""
    return UploadRefused("Berkas ini rusak atau terpotong.", detail=SAVE_AGAIN)


def _macros() -> UploadRefused:
    return UploadRefused("Berkas ini memuat makro.", detail="Simpan sebagai XLSX tanpa makro, lalu unggah hasilnya.")
