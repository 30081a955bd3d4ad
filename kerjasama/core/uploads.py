"""What may come in as a file: judged by its content, never by what the sender calls it.

Every refusal is one sentence that says what is wrong and one that says what to do.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile

from kerjasama.core import parameters, upload_images, upload_office, upload_pdf
from kerjasama.core.errors import UploadRefused

MEGABYTE = 1024 * 1024
NAME_LENGTH = 150
#: Cc and Cf hold the signs that hide or turn round the rest of a name (NUL, line ends, U+202E).
HIDDEN = {"Cc", "Cf", "Co", "Cs"}
RUNNABLE = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|ps1|sh|jar|php\d?|phtml|py|pl|cgi|asp|aspx|jsp|"
    r"html?|xhtml|svg|lnk|dll|apk)(\.|\s*$)",
    re.IGNORECASE,
)
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
}
SAME_EXTENSION = {"jpeg": "jpg", "jpe": "jpg"}
LABELS = {"pdf": "PDF", "docx": "Word (DOCX)", "xlsx": "Excel (XLSX)", "png": "gambar PNG", "jpg": "gambar JPG"}
CHECKS: dict[str, Callable[[bytes], int | None]] = {
    "pdf": upload_pdf.check,
    "docx": lambda content: upload_office.check(content, "docx"),
    "xlsx": lambda content: upload_office.check(content, "xlsx"),
    "png": lambda content: upload_images.check(content, "PNG"),
    "jpg": lambda content: upload_images.check(content, "JPEG"),
}


@dataclass(frozen=True)
class Inspected:
    """An accepted upload. `pages` is known for PDF only; `size` in bytes."""

    name: str
    extension: str
    content_type: str
    size: int
    sha256: str
    pages: int | None


def inspect(upload: UploadedFile, allowed: Sequence[str] = ("pdf",), max_bytes: int | None = None) -> Inspected:
    """Look through an upload. `allowed` names extensions; `max_bytes` is the parameter when None.

    Raises UploadRefused with an Indonesian sentence; reads the upload and leaves it at its start.
    """
    name = clean_name(upload.name or "")
    extension = _extension(name, allowed)
    limit = max_bytes if max_bytes is not None else int(parameters.value("upload_max_mb")) * MEGABYTE
    # The size is asked for before reading, and again of what was really read.
    if (upload.size or 0) > limit:
        raise _too_large(limit)
    upload.seek(0)
    content = upload.read(limit + 1)
    upload.seek(0)
    if not content:
        raise UploadRefused("Berkas ini kosong.", detail="Buka berkas aslinya, simpan ulang, lalu unggah kembali.")
    if len(content) > limit:
        raise _too_large(limit)
    _refuse_mismatch(content, extension)
    pages = CHECKS[extension](content)
    sha256 = hashlib.sha256(content).hexdigest()
    return Inspected(name, extension, CONTENT_TYPES[extension], len(content), sha256, pages)


def clean_name(given: str) -> str:
    """The name of an upload in one spelling. Raises UploadRefused for a name that misleads."""
    name = unicodedata.normalize("NFC", given).strip()
    if any(sign in name for sign in ("/", "\\", "..")) or re.match(r"[A-Za-z]:", name):
        raise _bad_name("Nama berkas memuat tanda untuk folder.")
    if not name or name.startswith(".") or any(unicodedata.category(sign) in HIDDEN for sign in name):
        raise _bad_name("Nama berkas memuat tanda tersembunyi atau tidak lengkap.")
    if len(name) > NAME_LENGTH:
        raise _bad_name(f"Nama berkas lebih dari {NAME_LENGTH} huruf.")
    if RUNNABLE.search(name):
        raise _bad_name("Nama berkas memuat akhiran program atau halaman web.")
    return name


def _extension(name: str, allowed: Sequence[str]) -> str:
    typed = name.rpartition(".")[2].lower() if "." in name else ""
    extension = SAME_EXTENSION.get(typed, typed)
    if extension not in allowed:
        labels = " atau ".join(LABELS[code] for code in allowed)
        raise UploadRefused(
            f"Berkas “{name}” bukan berkas yang diterima di sini.",
            detail=f"Unggah {labels}. Dokumen lain dapat disimpan sebagai PDF dari aplikasinya.",
        )
    return extension


def _refuse_mismatch(content: bytes, extension: str) -> None:
    found = _kind_of(content)
    fits = {"office": {"docx", "xlsx"}}.get(found, {found})
    if extension not in fits:
        said = LABELS[extension]
        raise UploadRefused(
            f"Isi berkas ini bukan {said}, walaupun namanya berakhir dengan .{extension}.",
            detail=f"Buka berkas di aplikasi asalnya, pilih simpan sebagai {said}, lalu unggah hasilnya.",
        )


def _kind_of(content: bytes) -> str:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"PK\x03\x04"):
        return "office"
    # Bytes before the header are a matter of their own, with their own sentence.
    return "pdf" if b"%PDF-" in content[:1024] else ""


def _too_large(limit: int) -> UploadRefused:
    size = f"{limit / MEGABYTE:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return UploadRefused(
        f"Berkas lebih besar dari batas {size} MB.",
        detail="Perkecil berkas (pindai pada 200 dpi atau simpan dengan mutu lebih rendah), lalu unggah kembali.",
    )


def _bad_name(sentence: str) -> UploadRefused:
    advice = "Ganti nama berkas dengan huruf, angka, dan tanda hubung, lalu unggah kembali."
    return UploadRefused(sentence, detail=advice)
