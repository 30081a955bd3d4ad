"""Requests to sign, written down before they are sent: nothing is sent twice, and what nobody knows stays visible."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import Stale
from kerjasama.documents.models import Backend, Document, SigningAttempt

State = SigningAttempt.State
#: A request that has been under way for so long was cut off: its outcome is as unknown as after a time-out.
LONGEST = timedelta(minutes=10)


def begin(document: Document, party_order: int, *, by: User, backend: str, sha256: str) -> SigningAttempt:
    """Note that a request is about to be sent. Raises Stale while another is under way or unknown."""
    attempt = SigningAttempt(
        document=document, party_order=party_order, by=by, backend=Backend[backend.upper()], file_sha256=sha256, sent_at=clock.now()
    )  # fmt: skip
    attempt._history_user = by
    try:
        with transaction.atomic():
            attempt.save()
    except IntegrityError:
        raise Stale(
            "Naskah ini sedang ditandatangani, atau hasil penandatanganan sebelumnya belum pasti. Tidak ada yang dikirim. "
            "Muat ulang halaman beberapa saat lagi."
        ) from None
    return attempt


def end(attempt: SigningAttempt, state: str, *, by: User, code: str = "", reason: str = "") -> None:
    """Note how a request ended."""
    attempt.state, attempt.code, attempt.ended_at = state, code[:32], clock.now()
    attempt._history_user, attempt._change_reason = by, reason or str(State(state).label)
    attempt.save(update_fields=["state", "code", "ended_at"])


def doubt(document: Document) -> SigningAttempt | None:
    """The request on a paper whose outcome nobody knows, or None."""
    for attempt in document.signing_attempts.filter(state__in=[State.SENDING, State.UNKNOWN]):
        if attempt.state == State.UNKNOWN or clock.now() - attempt.sent_at > LONGEST:
            return attempt
    return None


def clear(document: Document, *, by: User, reason: str) -> dict[str, Any]:
    """Somebody has looked: the request in doubt gave nothing, and another may be sent. What it was, for the ledger."""
    attempt = doubt(document)
    if attempt is None:
        raise Stale("Tidak ada penandatanganan yang perlu dicek. Muat ulang halaman.")
    end(attempt, State.CLEARED, by=by, code=attempt.code or "UNKNOWN", reason=reason)
    return {"attempt": attempt.pk, "file_sha256": attempt.file_sha256}
