"""Image uploads: whole, one picture, of a size a page can have."""

import io
import warnings
import zipfile

from PIL import Image

from kerjasama.core.errors import UploadRefused

#: A4 at 600 dpi has 35 million; more is no scan of a page.
PIXELS = 50_000_000
SAVE_AGAIN = "Buka gambar, simpan ulang, lalu unggah hasilnya."
JPEG_END = b"\xff\xd9"


def check(content: bytes, kind: str) -> None:
    """Decode the image once. `kind` is Pillow's name of the format. Raises UploadRefused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[kind]) as image:
                if image.width * image.height > PIXELS:
                    raise _too_many_pixels()
                image.load()
    except Image.DecompressionBombError as bomb:
        raise _too_many_pixels() from bomb
    # Pillow raises many kinds of error on broken data; each means the same here.
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as broken:
        raise UploadRefused("Gambar ini rusak atau terpotong.", detail=SAVE_AGAIN) from broken
    end = _end_of_png(content) if kind == "PNG" else content.rfind(JPEG_END) + len(JPEG_END)
    if end < len(JPEG_END):
        raise UploadRefused("Gambar ini rusak atau terpotong.", detail=SAVE_AGAIN)
    rest = content[end:]
    if rest.strip(b"\x00\r\n ") or zipfile.is_zipfile(io.BytesIO(content)):
        raise UploadRefused("Gambar ini diikuti isi lain sesudah akhir gambarnya.", detail=SAVE_AGAIN)


def _end_of_png(content: bytes) -> int:
    """Where the picture ends: behind its first IEND, whatever comes after it looks like; 0 when it never ends."""
    place = 8
    while place + 8 <= len(content):
        length, name = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        place += 12 + length
        if name == b"IEND":
            return place
    return 0


def _too_many_pixels() -> UploadRefused:
    return UploadRefused(
        "Gambar ini mempunyai terlalu banyak piksel.",
        detail="Perkecil gambar sampai paling banyak 50 juta piksel (A4 pada 600 dpi), lalu unggah kembali.",
    )
