"""The two halves of a partner's access: a number that names his request, a token that opens it."""

import hashlib
import hmac
import secrets

TOKEN_BYTES = 24
NUMBER_BYTES = 3


def new_number(year: int) -> str:
    """A tracking number, "MOHON-2026-7F3A9C". It names a request and opens nothing."""
    return f"MOHON-{year}-{secrets.token_hex(NUMBER_BYTES).upper()}"


def new_token() -> str:
    """192 random bits, shown once and kept by us as a hash only."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    """What is stored of a token. It is random throughout, so a plain hash cannot be searched backwards."""
    return hashlib.sha256(token.strip().encode()).hexdigest()


def same(token: str, stored: str) -> bool:
    """Whether a token is the one that was hashed, in constant time; never for an empty hash."""
    return bool(stored) and hmac.compare_digest(hashed(token), stored)


def normal(number: str) -> str:
    """A tracking number as it is stored, from what was typed."""
    return "-".join(number.upper().replace(" ", "-").split("-")) if number else ""
