"""The visible stamp of a signature: QR, who signed, and what kind of signature it is. All its fonts are embedded."""

import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from kerjasama.documents.rendering import qr_data_uri
from kerjasama.documents.signing import fields
from kerjasama.documents.signing.port import BadDocument

UNCERTIFIED = "Tanda tangan elektronik tidak tersertifikasi"
SECONDS = 60


def stamp_html(name: str, title: str, verify_url: str) -> str:
    """The page that becomes the stamp."""
    facts = {
        "name": name, "title": title, "label": UNCERTIFIED, "qr": qr_data_uri(verify_url), "width": fields.WIDTH, "height": fields.HEIGHT,
    }  # fmt: skip
    return render_to_string("letters/stamp.html", facts)


def stamp_pdf(name: str, title: str, verify_url: str) -> bytes:
    """One page with the stamp, printed in a process of its own. Raises BadDocument when the printer fails."""
    ran = subprocess.run(
        [sys.executable, "-m", "kerjasama.documents.signing.stamp_printer"], input=stamp_html(name, title, verify_url).encode(),
        capture_output=True, timeout=SECONDS, cwd=Path(settings.BASE_DIR), check=False,
    )  # fmt: skip
    if ran.returncode or not ran.stdout.startswith(b"%PDF-"):
        raise BadDocument("Stempel tanda tangan tidak dapat dicetak. Naskah belum ditandatangani.")
    return ran.stdout
