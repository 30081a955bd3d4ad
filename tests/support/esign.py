"""A local e-Sign client service that answers as the real one does, over HTTP, and signs with a real key.

`plan` says how the next calls of the sign address end: "ok", a status such as 429 or 500, "silent" (it signs and never
answers), "html", "empty" (number only, the file waits for one download). After the plan everything is "ok".
"""

import json
import re
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kerjasama.documents.signing import fields
from kerjasama.documents.signing.local import LocalBackend
from kerjasama.documents.signing.port import Placement, SecretOnce, Signer, SignRequest
from tests.support.signing import SECRET, URL

ACCOUNT, ACCOUNT_SECRET = "kab-wanasari", "akun-instansi-2026"
PASSPHRASE, NIK, EMAIL = "melati-putih-kota", "3301010101700001", "aditya@wanasari.example"


class ESign:
    """What the service knows and has been asked."""

    def __init__(self) -> None:
        self.status = {NIK: "ISSUE", EMAIL: "ISSUE"}
        self.plan: list[str] = []
        self.signed: list[bytes] = []
        self.asked: list[str] = []
        self.waiting: dict[str, bytes] = {}
        self.gone: set[str] = set()
        self.silence = 1.5

    def sign(self, pdf: bytes) -> bytes:
        """A signature of its own in a field of its own, as BSrE makes one."""
        number = len(fields.field_names(pdf)) + 1
        made = LocalBackend().sign(
            SignRequest(
                pdf, Signer("aditya", "Aditya", ""), SecretOnce(SECRET), Placement(f"Signature{number}"), "", "", URL
            )
        )
        self.signed.append(made.pdf)
        return made.pdf

    def times(self, path: str) -> int:
        return sum(asked == path for asked in self.asked)


class Handler(BaseHTTPRequestHandler):
    """One call; what it knows is at its server."""

    protocol_version = "HTTP/1.1"

    @property
    def service(self) -> ESign:
        return self.server.esign

    def log_message(self, *args: Any) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        if not self._known():
            return
        if found := re.fullmatch(r"/api/user/status/(\w+)", self.path):
            self._tell_v1(found[1])
        elif found := re.fullmatch(r"/api/sign/download/(\w+)", self.path):
            self._download(found[1])
        else:
            self._json(404, {"error": "Not Found"})

    def do_POST(self) -> None:
        if not self._known():
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        {"/api/sign/pdf": self._v1, "/api/v2/sign/pdf": self._v2, "/api/v2/user/check/status": self._tell_v2}[
            self.path
        ](body)

    def _known(self) -> bool:
        self.service.asked.append(self.path)
        right = "Basic " + b64encode(f"{ACCOUNT}:{ACCOUNT_SECRET}".encode()).decode()
        if self.headers.get("Authorization") == right:
            return True
        self._json(401, {"error": "Unauthorized"})
        return False

    def _tell_v1(self, nik: str) -> None:
        state = self.service.status.get(nik)
        self._json(
            200,
            {"status_code": 1111, "status": state} if state else {"status_code": 1110, "status": "NOT_REGISTERED"},
        )

    def _tell_v2(self, body: bytes) -> None:
        asked = json.loads(body)
        self._json(200, {"status": self.service.status.get(asked.get("email") or asked.get("nik"), "NOT_REGISTERED")})

    def _v1(self, body: bytes) -> None:
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        form = message_from_bytes(head + body, policy=policy.HTTP)
        parts = {
            part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
            for part in form.iter_parts()
        }
        self._answer(parts["nik"].decode(), parts["passphrase"].decode(), parts["file"], v1=True)

    def _v2(self, body: bytes) -> None:
        asked = json.loads(body)
        self._answer(asked.get("email") or asked.get("nik"), asked["passphrase"], b64decode(asked["file"][0]), v1=False)

    def _answer(self, who: str, passphrase: str, pdf: bytes, *, v1: bool) -> None:
        ending = self.service.plan.pop(0) if self.service.plan else "ok"
        if ending.isdigit():
            return self._json(int(ending), {"error": "Terjadi kesalahan", "status_code": 2000})
        if self.service.status.get(who) is None:
            return self._json(400, {"error": "User tidak terdaftar", "status_code": 2011})
        if passphrase != PASSPHRASE:
            return self._json(400, {"error": f"Passphrase anda salah: {passphrase}", "status_code": 2031})
        if ending == "html":
            return self._send(200, b"<html>login</html>", "text/html", {"id_dokumen": "x"} if v1 else {})
        made = self.service.sign(pdf)
        if ending == "silent":
            time.sleep(self.service.silence)
            return None
        if ending == "empty":
            self.service.waiting["dok1"] = made
            return self._send(200, b"", "application/json", {"id_dokumen": "dok1"})
        if v1:
            return self._send(200, made, "application/pdf", {"id_dokumen": f"dok{len(self.service.signed)}"})
        return self._json(200, {"time": 100, "file": [b64encode(made).decode()]})

    def _download(self, number: str) -> None:
        if number in self.service.gone:
            return self._json(404, {"error": "Dokumen telah didownload sebelumnya"})
        self.service.gone.add(number)
        return self._send(200, self.service.waiting[number], "application/pdf", {})

    def _json(self, status: int, facts: dict[str, Any]) -> None:
        self._send(status, json.dumps(facts).encode(), "application/json", {})

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running() -> Iterator[tuple[ESign, str]]:
    """The service on a port of its own, and its address."""
    service = ESign()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.esign = service
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
