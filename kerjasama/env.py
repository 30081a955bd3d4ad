"""Reads the environment into typed values. Settings use nothing else to look outside."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}
MAIL = "django.core.mail.backends."


def text(name: str, default: str = "") -> str:
    """The value as typed; `default` when unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """A yes or no. Raises ImproperlyConfigured for anything that is neither."""
    typed = os.environ.get(name)
    if typed is None:
        return default
    if typed.strip().lower() in TRUE:
        return True
    if typed.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0")


def number(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured for anything else."""
    typed = text(name)
    try:
        return int(typed) if typed else default
    except ValueError as problem:
        raise ImproperlyConfigured(f"{name} must be a whole number") from problem


def words(name: str, default: str = "") -> list[str]:
    """Values between commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def pairs(name: str) -> dict[str, str]:
    """Names and values as "page=halaman,x=originX". Raises ImproperlyConfigured for a word without "="."""
    found = dict.fromkeys(words(name))
    if any("=" not in word for word in found):
        raise ImproperlyConfigured(f"{name} must read name=value,name=value")
    return {word.partition("=")[0].strip(): word.partition("=")[2].strip() for word in found}


def database(url: str) -> dict[str, str]:
    """NAME, USER, PASSWORD, HOST and PORT of `postgresql://user:password@host:port/name?host=/socket`.

    Raises ImproperlyConfigured for any other engine: the guards of this system live in PostgreSQL.
    The address is not repeated in the message, as it may hold a password.
    """
    parts = _split(url, "DATABASE_URL")
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql://")
    query = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or unquote(parts.hostname or ""),
        "PORT": query.get("port") or str(parts.port or ""),
        "SSLMODE": query.get("sslmode", ""),
    }


def mail(url: str) -> dict[str, Any]:
    """Django's EMAIL_* settings for `smtp://`, `smtps://`, `file:///folder`, `console:` or `memory:`."""
    parts = _split(url, "EMAIL_URL")
    simple = {"console": "console", "memory": "locmem", "none": "dummy"}
    if parts.scheme in simple:
        return {"EMAIL_BACKEND": f"{MAIL}{simple[parts.scheme]}.EmailBackend"}
    if parts.scheme == "file":
        return {"EMAIL_BACKEND": f"{MAIL}filebased.EmailBackend", "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme not in ("smtp", "smtps"):
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp://, smtps://, file://, console: or memory:")
    starttls = dict(parse_qsl(parts.query)).get("tls") in TRUE
    return {
        "EMAIL_BACKEND": f"{MAIL}smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": starttls and parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }


def kept_secret(path: Path) -> str:
    """A random key kept in `path` (mode 0600), made when it is not there yet. Never for production."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(made := secrets.token_urlsafe(50))
    return made


def _split(url: str, name: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        # Not chained: the cause would print the address with its password.
        raise ImproperlyConfigured(f"{name} is not an address") from None
    return parts
