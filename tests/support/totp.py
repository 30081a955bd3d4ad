"""What an authenticator app shows, written anew so that it checks the product and not itself."""

import time
from base64 import b32decode
from hashlib import sha1
from hmac import new as hmac


def totp(secret: str, at: float | None = None) -> str:
    """Six digits of RFC 6238 for a moment in seconds, now when none is given."""
    counter = int((at or time.time()) // 30).to_bytes(8, "big")
    digest = hmac(b32decode(secret), counter, sha1).digest()
    offset = digest[-1] & 15
    return f"{int.from_bytes(digest[offset : offset + 4], 'big') % 2**31 % 10**6:06d}"
