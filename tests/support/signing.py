"""Signers with certificates, and papers to sign: the real keys, the real library, nothing replaced."""

import io
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.stamp import TextStamp, TextStampStyle

from kerjasama.core import clock
from kerjasama.documents.press import print_pdf
from kerjasama.documents.signing import fields, keys
from kerjasama.documents.signing.local import LocalBackend
from kerjasama.documents.signing.port import SecretOnce, Signer, SignRequest, SignResult

CA_SECRET, SECRET, OTHER_SECRET = "rahasia-ca-wanasari", "kopi-tubruk-pagi-hari", "hujan-sore-di-pendopo"
URL = "https://kerjasama.contoh.go.id/periksa/abc/"


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of keys for the run: making them costs seconds."""
    return tmp_path_factory.mktemp("kunci")


@pytest.fixture
def own_keys(settings: Any, tmp_path: Path) -> Path:
    """A folder of keys of this test alone."""
    settings.ESIGN_KEYS = tmp_path / "kunci"
    return settings.ESIGN_KEYS


@pytest.fixture
def shared_keys(settings: Any, key_folder: Path, db: None) -> Path:
    """The folder of the run, with a certificate for aditya (the head) and one for mitra (the other party)."""
    settings.ESIGN_KEYS = key_folder
    give_certificates()
    return key_folder


def give_certificates() -> None:
    """A certificate each, when they have none yet."""
    for username, name, secret in (("aditya", "Aditya Pratama", SECRET), ("mitra", "Rahmat Hidayat", OTHER_SECRET)):
        if keys.certificate_of(username) is None:
            # Long before the story begins.
            with clock.at(datetime(2026, 1, 5, tzinfo=UTC)):
                keys.issue(username, name, "Bupati", secret=secret, ca_secret=CA_SECRET, days=700)


def paper(*orders: int, words: str = "Isi naskah.") -> bytes:
    """Two pages as our press prints them, with a place to sign for each party on the second."""
    boxes = "".join(f'<div id="ttd-{n}" style="width:62mm;height:24mm;margin:6mm 0"></div>' for n in orders)
    html = (
        '<html lang="id"><head><title>Naskah</title><style>body{font-family:"URW Bookman"}</style></head>'
        f'<body><p style="break-after:page">{words}</p><p>Penutup</p>{boxes}</body></html>'
    )
    return print_pdf(html, b"naskah-uji-12345")


def prepared(pdf: bytes, *orders: int) -> bytes:
    """The paper with all its fields."""
    return fields.with_fields(pdf, fields.places(pdf, orders).values())


def request(pdf: bytes, order: int, username: str = "aditya", secret: str = SECRET, **changed: Any) -> SignRequest:
    facts = {
        "pdf": pdf, "signer": Signer(username, "H. Aditya Pratama, S.E., M.Si.", "Bupati Wanasari"), "secret": SecretOnce(secret),
        "placement": fields.places(pdf, [order])[order], "reason": "Menyetujui naskah", "location": "Wanasari", "verify_url": URL,
    }  # fmt: skip
    return SignRequest(**{**facts, **changed})


def sign(pdf: bytes, order: int, username: str = "aditya", secret: str = SECRET) -> SignResult:
    """A local signature in the field of a party."""
    return LocalBackend().sign(request(pdf, order, username, secret))


def expired(username: str = "lama") -> None:
    """A certificate that ended yesterday."""
    with clock.at(clock.now() - timedelta(days=11)):
        keys.issue(username, "Pejabat Lama", "Bupati", secret=SECRET, ca_secret=CA_SECRET, days=10)


def pdfsig(pdf: bytes, folder: Path) -> list[str]:
    """What poppler's own validator says of each signature: the lines that begin with "Signature Validation"."""
    path = folder / "periksa.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False).stdout
    return [line.partition(": ")[2].strip() for line in told.splitlines() if "Signature Validation" in line]


def covers_all(pdf: bytes, folder: Path) -> list[bool]:
    """Whether each signature covers the whole file, by poppler."""
    path = folder / "seluruh.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False).stdout
    return ["Not total" not in line for line in told.splitlines() if "otal document signed" in line]


def stamped_over(signed: bytes) -> bytes:
    """A number written on the first page after signing, by an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    TextStamp(writer, TextStampStyle(stamp_text="Nomor 1"), box=BoxConstraints(100, 30)).apply(0, 40, 40)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
