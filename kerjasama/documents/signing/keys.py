"""The region's own certificates: one for each signer, in a folder outside the repository and the database.

ca.p12, ca.pem             the regional CA, made when the first certificate is issued
signer-<user name>.p12     key and certificate of a signer; only his passphrase opens it
signer-<user name>.pem     the certificate alone, to see its state without any passphrase
revoked.json               serial numbers that no longer sign

Nothing here is certified in the sense of PP 71/2019 art. 60: no Indonesian PSrE stands behind it.
"""

import json
import os
import re
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from kerjasama.accounts.models import Government
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents.signing.port import NotRegistered, SignerStatus, WrongPassphrase

KEY_BITS = 3072
CA_DAYS = 3650
SHORTEST = 12
ROUNDS = 600_000
USERNAME = re.compile(r"[\w.@+-]{1,150}")


def folder() -> Path:
    """Where the keys lie (ESIGN_KEYS); made on first use, closed to all but the process."""
    place = Path(settings.ESIGN_KEYS)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def issue(username: str, name: str, title: str, *, secret: str, ca_secret: str, days: int) -> x509.Certificate:
    """A key and certificate for a signer, `days` valid, signed by the regional CA that is made when it is not there.

    Raises BadInput for a short passphrase, WrongPassphrase for the CA's, NotYet while a usable certificate stands.
    """
    if len(secret) < SHORTEST or len(ca_secret) < SHORTEST:
        raise BadInput(f"Frasa sandi paling sedikit {SHORTEST} huruf.")
    if secret == ca_secret:
        raise BadInput("Frasa sandi penanda tangan tidak boleh sama dengan frasa sandi CA.")
    if status(username) is SignerStatus.ISSUE:
        raise NotYet("Penanda tangan ini masih mempunyai sertifikat yang aktif. Cabut dahulu yang lama.")
    authority, authority_key = _authority(ca_secret)
    now = clock.now()
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    organisation = authority.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value
    subject = _name(CN=name, O=str(organisation), T=title)
    certificate = (
        _builder(subject, authority.subject, key.public_key(), now, now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(content_commitment=True), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    _write(_bundle(username), _pkcs12(username, key, certificate, [authority], secret))
    _write(_bundle(username).with_suffix(".pem"), certificate.public_bytes(serialization.Encoding.PEM))
    return certificate


def revoke(username: str, reason: str) -> str:
    """Let a signer's certificate sign no more from now on; its serial number. Raises NotRegistered."""
    certificate = certificate_of(username)
    if certificate is None:
        raise NotRegistered
    serial = serial_of(certificate)
    listed = revoked()
    listed.setdefault(serial, {"at": clock.now().isoformat(), "reason": reason})
    _write(folder() / "revoked.json", json.dumps(listed, indent=1).encode())
    return serial


def revoked() -> dict[str, dict[str, str]]:
    """Serial number -> since when (ISO) and why."""
    try:
        return json.loads((folder() / "revoked.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def status(username: str) -> SignerStatus:
    """What a signer's certificate is worth now, seen without any passphrase."""
    certificate = certificate_of(username)
    if certificate is None:
        return SignerStatus.NOT_REGISTERED
    if serial_of(certificate) in revoked():
        return SignerStatus.REVOKE
    now = clock.now()
    if now < certificate.not_valid_before_utc:
        return SignerStatus.NOT_YET_VALID
    return SignerStatus.EXPIRED if now > certificate.not_valid_after_utc else SignerStatus.ISSUE


def certificate_of(username: str) -> x509.Certificate | None:
    """The certificate of a signer, or None."""
    try:
        return x509.load_pem_x509_certificate(_bundle(username).with_suffix(".pem").read_bytes())
    except FileNotFoundError:
        return None


def authority_certificate() -> x509.Certificate | None:
    """The certificate of the regional CA, or None while none was made."""
    try:
        return x509.load_pem_x509_certificate((folder() / "ca.pem").read_bytes())
    except FileNotFoundError:
        return None


def opened(username: str, secret: str) -> tuple[Any, x509.Certificate, list[x509.Certificate]]:
    """Key, certificate and chain of a signer. Raises NotRegistered, WrongPassphrase."""
    try:
        content = _bundle(username).read_bytes()
    except FileNotFoundError:
        raise NotRegistered from None
    return _open(content, secret)


def serial_of(certificate: x509.Certificate) -> str:
    """The serial number as it is written everywhere: hexadecimal, upper case."""
    return f"{certificate.serial_number:X}"


def _authority(secret: str) -> tuple[x509.Certificate, Any]:
    place = folder() / "ca.p12"
    if place.exists():
        key, certificate, _ = _open(place.read_bytes(), secret)
        return certificate, key
    now = clock.now()
    name = Government.current().name
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = _name(CN=f"CA Tanda Tangan Internal {name}", O=f"Pemerintah {name}")
    certificate = (
        _builder(subject, subject, key.public_key(), now, now + timedelta(days=CA_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    _write(place, _pkcs12("ca", key, certificate, [], secret))
    _write(folder() / "ca.pem", certificate.public_bytes(serialization.Encoding.PEM))
    return certificate, key


def _open(content: bytes, secret: str) -> tuple[Any, x509.Certificate, list[x509.Certificate]]:
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(content, secret.encode())
    except ValueError:
        raise WrongPassphrase from None
    if key is None or certificate is None:
        raise NotRegistered
    return key, certificate, chain


def _pkcs12(name: str, key: Any, certificate: x509.Certificate, chain: list[x509.Certificate], secret: str) -> bytes:
    lock = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret.encode())
    )
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, chain or None, lock)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Any, since: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage(**wanted: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: wanted.get(name, False) for name in names})


def _name(**parts: str) -> x509.Name:
    oids = {"CN": NameOID.COMMON_NAME, "O": NameOID.ORGANIZATION_NAME, "T": NameOID.TITLE}
    country = [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")]
    return x509.Name(country + [x509.NameAttribute(oids[key], value[:64]) for key, value in parts.items() if value])


def _bundle(username: str) -> Path:
    if not USERNAME.fullmatch(username):
        raise NotRegistered
    return folder() / f"signer-{username}.p12"


def _write(target: Path, content: bytes) -> None:
    """Whole or not at all, readable by the process alone from the first byte on."""
    aside = target.with_name(f".{secrets.token_hex(8)}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(target)
