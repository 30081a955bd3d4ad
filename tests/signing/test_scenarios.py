"""The acceptance scenarios of electronic signing: local, and by BSrE."""

import logging
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from kerjasama.core import clock
from kerjasama.documents.rendering import render_pdf
from kerjasama.documents.signing import fields, local
from kerjasama.documents.signing.bsre import NAMES_V2, BsreV2
from kerjasama.documents.signing.judging import Conclusion, judge
from kerjasama.documents.signing.local import LocalBackend
from kerjasama.documents.signing.port import (
    BrokenAnswer,
    NotUsable,
    OutcomeUnknown,
    Placement,
    SecretOnce,
    Signer,
    SignRequest,
    Unavailable,
    WrongPassphrase,
)  # fmt: skip
from kerjasama.documents.signing.wire import Service
from tests.documents import samples
from tests.factories.accounts import GovernmentFactory
from tests.support.esign import ACCOUNT, ACCOUNT_SECRET, EMAIL, PASSPHRASE, ESign, running
from tests.support.signing import SECRET, URL, expired, paper, prepared, request, sign, stamped_over

PLACE = Placement("PIHAK-1", 1, (300, 90, 476, 158))


@pytest.fixture
def letter(shared_keys: Path) -> bytes:
    """A surat permohonan to the DPRD, numbered and dated, with its QR code and one field to sign in."""
    GovernmentFactory()
    facts = {
        **samples.dprd_request(),
        "number": "100.3.7/9/SP/KS/XI/2026",
        "dated": "2026-11-23",
        "verify_url": URL,
        "short_code": "7K4D-92QF",
    }
    return fields.with_fields(render_pdf("permohonan_dprd", facts), [PLACE])


def words_of(pdf: bytes, folder: Path) -> str:
    path = folder / "baca.pdf"
    path.write_bytes(pdf)
    return " ".join(
        subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout.split()
    )


def test_scenario_14_a_letter_to_the_dprd_signed_locally(
    letter: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert "100.3.7/9/SP/KS/XI/2026" in words_of(letter, tmp_path)
    assert fields.field_names(letter) == ["PIHAK-1"]
    made = LocalBackend().sign(request(letter, 1, placement=PLACE))
    assert made.pdf.startswith(letter)
    report = judge(made.pdf)
    assert (report.conclusion, report.signatures[0].sound, report.signatures[0].trusted) == (
        Conclusion.UNTRUSTED,
        True,
        False,
    )
    said = words_of(made.pdf, tmp_path)
    assert "Tanda tangan elektronik tidak tersertifikasi" in said
    assert "BSrE" not in said
    with pytest.raises(WrongPassphrase):
        LocalBackend().sign(request(letter, 1, placement=PLACE, secret="salah-tetapi-panjang"))
    expired("pensiun")
    with pytest.raises(NotUsable):
        LocalBackend().sign(request(letter, 1, "pensiun", placement=PLACE))
    assert judge(stamped_over(made.pdf)).conclusion is Conclusion.CHANGED
    assert [word for word in (SECRET, "salah-tetapi-panjang") if word in caplog.text] == []


@pytest.fixture
def esign(shared_keys: Path) -> Iterator[tuple[ESign, BsreV2]]:
    with running() as (service, url):
        yield service, BsreV2(Service(url, ACCOUNT, ACCOUNT_SECRET, timeout=1.2, sleep=lambda _: None), NAMES_V2)


def test_scenario_15_bsre_says_no_is_busy_is_silent_and_answers_nonsense(
    esign: tuple[ESign, BsreV2], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service, backend = esign
    ready = prepared(paper(1, 2), 2)

    def ask(passphrase: str = PASSPHRASE) -> Any:
        place = fields.places(ready, [1])[1]
        return backend.sign(SignRequest(ready, Signer(EMAIL), SecretOnce(passphrase), place, "", "", URL))

    path, service.silence = "/api/v2/sign/pdf", 2.5
    with pytest.raises(WrongPassphrase):
        ask("melati-merah-desa")
    assert service.times(path) == 1
    service.plan = ["429", "ok"]
    patient = BsreV2(Service(backend.service.url, ACCOUNT, ACCOUNT_SECRET, timeout=30, sleep=lambda _: None), NAMES_V2)
    backend, impatient = patient, backend
    made = ask()
    assert (service.times(path), len(service.signed), made.certified) == (3, 1, True)
    service.plan, backend = ["silent"], impatient
    with pytest.raises(OutcomeUnknown):
        ask()
    assert service.times(path) == 4
    service.plan, backend = ["html"], patient
    with pytest.raises(BrokenAnswer):
        ask()
    service.status[EMAIL] = "SUSPEND"
    with pytest.raises(NotUsable):
        ask()
    assert service.times(path) == 5
    assert [word for word in (ACCOUNT_SECRET, PASSPHRASE, "melati-merah-desa") if word in caplog.text] == []


def time_stamper() -> DummyTimeStamper:
    """An authority of time of its own: key, certificate, and answers without a network."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "TSA Uji")]), clock.now()
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    return DummyTimeStamper(
        asn1.Certificate.load(made.public_bytes(Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
    )


def test_where_a_time_stamp_is_configured_the_signature_bears_it(
    shared_keys: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = prepared(paper(1), 1)
    settings.ESIGN_TSA_URL = "http://127.0.0.1:9/tsa"
    with pytest.raises(Unavailable):
        sign(ready, 1)
    monkeypatch.setattr(local, "HTTPTimeStamper", lambda url, timeout: time_stamper())
    made = sign(ready, 1)
    assert (made.level, judge(made.pdf).sound) == ("B-T", True)
