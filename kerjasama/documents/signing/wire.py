"""A small HTTPS client for the e-Sign service: certificate checked always, no redirects, time limits, nothing logged but the call's name.

It tells apart what cannot have reached the service (Unavailable) and what may have (OutcomeUnknown).
"""

import http.client
import logging
import ssl
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kerjasama.documents.signing.port import OutcomeUnknown, Unavailable

logger = logging.getLogger(__name__)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LARGEST = 60 * 2**20
#: Busy, not done: asking again later is what the service wants.
BUSY = {429, 503}
PAUSES = (1.0, 3.0)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Service:
    """Where the service is and the institution's account there."""

    url: str
    username: str
    password: str = field(repr=False)
    ca_bundle: str = ""
    timeout: float = 45.0
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if not parts.hostname or not (parts.scheme == "https" or parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise ValueError("the e-Sign service is reached by https")

    def call(
        self, name: str, method: str, path: str, body: bytes = b"", content_type: str = "", *, changes: bool
    ) -> Reply:
        """One call under a name for the log. Asked again only while the service is busy (429, 503; 504 when nothing changes).

        `changes`: the call signs. Then silence after sending, and a gateway that gave up waiting, raise OutcomeUnknown.
        Raises Unavailable when it did not get through.
        """
        again = BUSY if changes else {*BUSY, 504}
        for pause in (*PAUSES, None):
            reply = self._once(name, method, path, body, content_type, changes=changes)
            if reply.status == 504 and changes:
                raise OutcomeUnknown
            if reply.status not in again or pause is None:
                return reply
            self.sleep(pause)
        raise Unavailable

    def _once(self, name: str, method: str, path: str, body: bytes, content_type: str, *, changes: bool) -> Reply:
        connection = self._connection()
        try:
            try:
                connection.connect()
            except OSError:
                logger.warning("e-Sign %s: no connection", name)
                raise Unavailable from None
            try:
                connection.request(
                    method, urlsplit(self.url).path.rstrip("/") + path, body or None, self._headers(content_type)
                )
                reply = connection.getresponse()
                content = reply.read(LARGEST)
            except (OSError, http.client.HTTPException):
                logger.warning("e-Sign %s: sent, no answer", name)
                raise (OutcomeUnknown() if changes else Unavailable()) from None
            logger.info("e-Sign %s: %s", name, reply.status)
            return Reply(reply.status, reply.headers, content)
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        if parts.scheme == "http":
            return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=self.timeout)
        context = ssl.create_default_context(cafile=self.ca_bundle or None)
        return http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=self.timeout, context=context)

    def _headers(self, content_type: str) -> dict[str, str]:
        account = b64encode(f"{self.username}:{self.password}".encode()).decode()
        held = {"Authorization": f"Basic {account}", "Accept": "application/json, application/pdf"}
        return held | {"Content-Type": content_type} if content_type else held
