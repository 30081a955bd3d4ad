"""PDF uploads. The file is opened in a process of its own with limits on memory and time."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from kerjasama.core.errors import UploadRefused

PROBE = Path(__file__).with_name("pdf_probe.py")
SECONDS = 30
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


def _probe(content: bytes) -> int:
    try:
        # Isolated, without a shell; the bytes go in by pipe, so nothing is written to disk.
        done = subprocess.run(  # noqa: S603 - our own file
            [sys.executable, "-I", str(PROBE)], input=content, capture_output=True, timeout=SECONDS, check=False
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {"refused": "complex"}
    except (subprocess.TimeoutExpired, ValueError):
        answer = {"refused": "complex"}
    if "refused" in answer:
        raise _refused(answer["refused"])
    return int(answer["pages"])


def _refused(reason: str) -> UploadRefused:
    sentence, advice = REASONS[reason]
    return UploadRefused(sentence, detail=advice)
