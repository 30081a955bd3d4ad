"""The e-Sign client service of BSrE (certified), v1 by multipart and v2 by JSON.

The names of fields and addresses are data: installations differ ("page" or "halaman", "originX" or "xAxis"), and
BSRE_NAMES replaces single ones. A wrong passphrase (2031) is never tried again; silence after sending is never sent again.
"""

import binascii
import io
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import segno

from kerjasama.documents.signing import chain
from kerjasama.documents.signing.local import refuse_unusable, result
from kerjasama.documents.signing.port import (
    BrokenAnswer,
    Declined,
    NotRegistered,
    SignerStatus,
    SigningError,
    SignRequest,
    SignResult,
    Unavailable,
    WrongPassphrase,
)  # fmt: skip
from kerjasama.documents.signing.wire import Reply, Service

NAMES_V1 = {
    "sign": "/api/sign/pdf", "download": "/api/sign/download/{id}", "status": "/api/user/status/{nik}", "file": "file", "nik": "nik",
    "passphrase": "passphrase", "look": "tampilan", "image": "image", "link": "linkQR", "page": "page", "x": "xAxis", "y": "yAxis",
    "width": "width", "height": "height", "reason": "reason", "location": "location", "tx": "id_dokumen",
}  # fmt: skip
NAMES_V2 = {
    "sign": "/api/v2/sign/pdf", "status": "/api/v2/user/check/status", "file": "file", "nik": "nik", "email": "email",
    "passphrase": "passphrase", "properties": "signatureProperties", "look": "tampilan", "picture": "imageBase64", "page": "page",
    "x": "originX", "y": "originY", "width": "width", "height": "height", "reason": "reason", "location": "location",
}  # fmt: skip
WRONG_PASSPHRASE, NOT_THERE = {"2031"}, {"2011", "1110"}
LABEL = "Tanda tangan elektronik tersertifikasi (BSrE, BSSN)"


@dataclass(frozen=True, slots=True)
class _Bsre:
    service: Service
    names: Mapping[str, str]
    label = LABEL
    certified = True
    makes_field = True

    def sign(self, request: SignRequest) -> SignResult:
        """Ask for the signer's state, then sign once. Raises SigningError; OutcomeUnknown when there is no answer."""
        refuse_unusable(self.check_signer(request.signer.ref))
        signed, tx = self._sign(request)
        facts = chain.answered(request.pdf, signed)
        return result(self, signed, facts, tx)

    def check_signer(self, ref: str) -> SignerStatus:
        raise NotImplementedError

    def _sign(self, request: SignRequest) -> tuple[bytes, str]:
        raise NotImplementedError


class BsreV1(_Bsre):
    """`POST /api/sign/pdf` with the file as multipart; the signer is named by NIK, typed at each signing and kept nowhere."""

    code = "bsre_v1"
    asks_nik = True

    def check_signer(self, ref: str) -> SignerStatus:
        path = self.names["status"].replace("{nik}", quote(ref, safe=""))
        return _state(self.service.call("status", "GET", path, changes=False))

    def _sign(self, request: SignRequest) -> tuple[bytes, str]:
        n, box = self.names, request.placement.box
        parts: dict[str, str] = {
            n["nik"]: request.signer.ref, n["passphrase"]: request.secret.take(), n["reason"]: request.reason,
            n["location"]: request.location, n["look"]: "visible" if box else "invisible",
        }  # fmt: skip
        if box:
            parts |= {n["image"]: "false", n["link"]: request.verify_url, n["page"]: str(request.placement.page)}
            parts |= {n[key]: str(value) for key, value in _edges(box).items()}
        body, kind = multipart(parts, n["file"], request.pdf)
        reply = self.service.call("sign", "POST", n["sign"], body, kind, changes=True)
        _refuse(reply)
        tx = reply.headers.get(n["tx"], "")
        # Some installations answer with the number only; the file is fetched once, and kept at once.
        content = reply.body if reply.body or not tx else self._download(tx)
        return content, tx

    def _download(self, tx: str) -> bytes:
        path = self.names["download"].replace("{id}", quote(tx, safe=""))
        reply = self.service.call("download", "GET", path, changes=True)
        if reply.status != 200:
            raise BrokenAnswer(
                "Berkas bertanda tangan tidak dapat diunduh dari layanan; layanan hanya memberikannya satu kali."
            )
        return reply.body


class BsreV2(_Bsre):
    """`POST /api/v2/sign/pdf` with base64 in JSON; the signer is named by e-mail, or by NIK."""

    code = "bsre_v2"
    asks_nik = False

    def check_signer(self, ref: str) -> SignerStatus:
        return _state(self._post("status", self._who(ref), changes=False))

    def _sign(self, request: SignRequest) -> tuple[bytes, str]:
        n, box = self.names, request.placement.box
        look: dict[str, Any] = {
            n["look"]: "VISIBLE" if box else "INVISIBLE", n["reason"]: request.reason, n["location"]: request.location,
        }  # fmt: skip
        if box:
            look |= {n["picture"]: _picture(request.verify_url), n["page"]: request.placement.page}
            look |= {n[key]: value for key, value in _edges(box).items()}
        asked = self._who(request.signer.ref) | {
            n["passphrase"]: request.secret.take(), n["properties"]: [look], n["file"]: [b64encode(request.pdf).decode()],
        }  # fmt: skip
        reply = self._post("sign", asked, changes=True)
        _refuse(reply)
        try:
            return b64decode(json.loads(reply.body)[n["file"]][0], validate=True), ""
        except (ValueError, KeyError, IndexError, TypeError, binascii.Error):
            raise BrokenAnswer("Jawaban layanan tidak memuat berkas PDF.") from None

    def _post(self, name: str, asked: dict[str, Any], *, changes: bool) -> Reply:
        body = json.dumps(asked).encode()
        return self.service.call(name, "POST", self.names[name], body, "application/json", changes=changes)

    def _who(self, ref: str) -> dict[str, str]:
        return {self.names["email" if "@" in ref else "nik"]: ref}


def multipart(parts: Mapping[str, str], file_field: str, content: bytes) -> tuple[bytes, str]:
    """A form with one PDF, and its content type."""
    line = secrets.token_hex(16)
    out = io.BytesIO()
    for name, value in parts.items():
        out.write(f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    out.write(
        f'--{line}\r\nContent-Disposition: form-data; name="{file_field}"; filename="naskah.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n".encode()
    )
    out.write(content + f"\r\n--{line}--\r\n".encode())
    return out.getvalue(), f"multipart/form-data; boundary={line}"


def _state(reply: Reply) -> SignerStatus:
    facts = _facts(reply)
    if _code(facts) in NOT_THERE:
        return SignerStatus.NOT_REGISTERED
    if reply.status != 200:
        _refuse(reply)
    told = str(facts.get("status", "")).upper()
    return SignerStatus(told) if told in SignerStatus.__members__ else SignerStatus.UNKNOWN


def _refuse(reply: Reply) -> None:
    """Raise for every answer but 200. What the service says in words is not passed on: it may repeat what was sent."""
    if reply.status == 200:
        return
    code = _code(_facts(reply))
    raise _error(reply.status, code)


def _error(status: int, code: str) -> SigningError:
    if code in WRONG_PASSPHRASE:
        return WrongPassphrase()
    if code in NOT_THERE:
        return NotRegistered()
    if status == 401:
        return Unavailable("Akun instansi pada layanan tanda tangan tidak diterima.")
    if status in {429, 503}:
        return Unavailable("Layanan tanda tangan sedang sibuk.")
    return Declined(code or str(status))


def _facts(reply: Reply) -> dict[str, Any]:
    try:
        found = json.loads(reply.body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _code(facts: Mapping[str, Any]) -> str:
    told = str(facts.get("status_code", ""))
    return told if told.isdigit() and len(told) <= 6 else ""


def _edges(box: tuple[float, float, float, float]) -> dict[str, int]:
    left, low, right, top = box
    return {"x": round(left), "y": round(low), "width": round(right - left), "height": round(top - low)}


def _picture(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=6, border=1)
    return b64encode(drawn.getvalue()).decode()
