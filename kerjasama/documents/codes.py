"""The two codes printed on a paper: a long one inside the QR code, a short one to type."""

import secrets

# Without I, L, O, U, 0 and 1: what is read aloud or from a fax is not confused.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
TOKEN_BYTES = 24
GROUPS = 2
GROUP = 4


def new_token() -> str:
    """192 random bits, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_short_code() -> str:
    """Eight signs in two groups: "7K4D-92QF". Typed together with number and year."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def normal(typed: str) -> str:
    """A short code as it is stored, from what was typed: case, spaces and dashes do not matter."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return "-".join(kept[start : start + GROUP] for start in range(0, len(kept), GROUP))
