"""PDF uploads. The file is opened in a process of its own with limits on memory and time."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from kerjasama.core.errors import UploadRefused

PROBE = Path(__file__).with_name("pdf_probe.py")
OPENS_ONLY = "opens"
SECONDS = 30
REMEMBERED = 500  # answers of a few bytes each
_known: dict[bytes, dict[str, Any]] = {}
SAVE_AGAIN = "Buka berkas, pilih cetak ke PDF atau simpan ulang sebagai PDF, lalu unggah hasilnya."
REASONS = {
    "encrypted": (
        "PDF ini terkunci dengan kata sandi.",
        "Buka kuncinya di aplikasi PDF, simpan tanpa kata sandi, lalu unggah kembali.",
    ),
    "damaged": ("PDF ini rusak atau terpotong.", SAVE_AGAIN),
    "empty": ("PDF ini tidak mempunyai halaman.", SAVE_AGAIN),
    "script": ("PDF ini memuat skrip.", SAVE_AGAIN),
    "action": ("PDF ini memuat perintah yang berjalan sendiri saat dibuka.", SAVE_AGAIN),
    "embedded": (
        "PDF ini memuat berkas lain di dalamnya.",
        "Unggah lampiran sebagai berkas tersendiri, dan cetak ulang PDF ini tanpa lampiran.",
    ),
    "outside": (
        "PDF ini mengambil isi dari tempat lain saat dibuka.",
        "Pindai atau cetak ulang dokumennya sebagai PDF yang utuh, lalu unggah hasilnya.",
    ),
    "long": ("PDF ini memuat lebih dari 5.000 halaman.", "Bagi dokumennya, lalu unggah bagian yang diperlukan."),
    "complex": ("PDF ini terlalu rumit untuk diperiksa.", SAVE_AGAIN),
}


def check(content: bytes) -> int:
    """The number of pages. Raises UploadRefused for a PDF that hides, runs, or is not whole."""
    if not content.startswith(b"%PDF-"):
        raise UploadRefused("PDF ini didahului isi lain.", detail=SAVE_AGAIN)
    end = content.rstrip(b"\x00\t\n\f\r ").rfind(b"%%EOF")
    if end < 0:
        raise _refused("damaged")
    if content[end + 5 :].strip(b"\x00\t\n\f\r ") or zipfile.is_zipfile(io.BytesIO(content)):
        raise UploadRefused("PDF ini diikuti isi lain sesudah akhir dokumennya.", detail=SAVE_AGAIN)
    return _probe(content)


def opens(content: bytes) -> bool:
    """Whether a reader comes to the end of these bytes within memory and time, whatever is in them: for files not kept."""
    answer = _asked(content, OPENS_ONLY)
    return answer is not None and "pages" in answer


def _probe(content: bytes) -> int:
    """The answer about these bytes, asked once: a form that comes back for another mistake brings the same file."""
    digest = hashlib.sha256(content).digest()
    answer = _known.get(digest) or _asked(content)
    if answer is None:
        raise _refused("complex")  # too slow or too big now; it may be otherwise on another day
    if len(_known) >= REMEMBERED:
        _known.clear()
    _known[digest] = answer
    if "refused" in answer:
        raise _refused(answer["refused"])
    return int(answer["pages"])


def _asked(content: bytes, *options: str) -> dict[str, Any] | None:
    """What the probe said; None when it did not come to an end."""
    try:
        # Isolated, without a shell; the bytes go in by pipe, so nothing is written to disk.
        done = subprocess.run(  # noqa: S603 - our own file
            [sys.executable, "-I", str(PROBE), *options],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        return None


def _refused(reason: str) -> UploadRefused:
    sentence, advice = REASONS[reason]
    return UploadRefused(sentence, detail=advice)
