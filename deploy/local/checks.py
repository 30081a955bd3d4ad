"""What `make check` asks of the code; every check runs, then the failed ones are named."""

import os
import secrets
import subprocess
import time
from urllib.parse import quote

from deploy.local.paths import BASE, PG_SOCKET_POINTER, PYTHON, VENV
from deploy.local.steps import say

BIN = VENV / "bin"


def check() -> int:
    """Run all checks; 0 when every one passed."""
    failed = [name for name, command, variables in _checks() if not _passes(name, command, variables)]
    say(f"\nGagal: {', '.join(failed)}" if failed else "\nSemua pemeriksaan lulus.")
    return 1 if failed else 0


def fix() -> int:
    """Let ruff mend and format what it can."""
    mended = _passes("ruff check --fix", [str(BIN / "ruff"), "check", "--fix", "."], {})
    return 0 if _passes("ruff format", [str(BIN / "ruff"), "format", "."], {}) and mended else 1


def _checks() -> list[tuple[str, list[str], dict[str, str]]]:
    manage = [str(PYTHON), "manage.py"]
    return [
        ("ruff check", [str(BIN / "ruff"), "check", "."], {}),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."], {}),
        ("arah impor", [str(BIN / "lint-imports"), "--no-cache"], {}),
        ("templat", [str(BIN / "djlint"), "templates", "--lint", "--quiet"], {}),
        ("migrasi", [*manage, "makemigrations", "--check", "--dry-run"], {"KERJASAMA_ENV": "test"}),
        ("setelan produksi", [*manage, "check", "--deploy", "--fail-level", "WARNING"], _production()),
    ]


def _production() -> dict[str, str]:
    """Production settings with throw-away values; the database is not asked anything."""
    folder = PG_SOCKET_POINTER.read_text().strip() if PG_SOCKET_POINTER.exists() else "/nonexistent"
    return {
        "KERJASAMA_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "kerjasama.example.go.id",
        "SITE_URL": "https://kerjasama.example.go.id",
        "DATABASE_URL": os.environ.get("DATABASE_URL") or f"postgresql://kerjasama_app@/kerjasama?host={quote(folder)}",
        "DEMO_MODE": "0",
    }


def _passes(name: str, command: list[str], variables: dict[str, str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=BASE,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    say(f"==> {name}: {'lulus' if passed else 'GAGAL'} ({time.monotonic() - began:.1f} detik)")
    if not passed:
        say("\n".join((done.stdout + done.stderr).strip().splitlines()[-60:]))
    return passed
