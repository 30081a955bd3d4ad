"""Where things are on this machine. Everything `make` writes is under .local and .venv."""

import os
from pathlib import Path

BASE = Path(__file__).resolve().parents[2]
LOCAL = BASE / ".local"
VENV = BASE / ".venv"
PYTHON = VENV / "bin" / "python"
PG = LOCAL / "pg"  # a symlink when the server cannot reach this folder
PG_SOCKET_POINTER = LOCAL / "pg.socket"
RUN = LOCAL / "run"
LOG = LOCAL / "log"


def make_local() -> None:
    """Make .local, which holds mail, uploads and logs: nobody else may look into it.

    Root's server runs as another user, who has to pass through to .local/pg but need not read the rest.
    """
    LOCAL.mkdir(exist_ok=True)
    LOCAL.chmod(0o700 if os.geteuid() else 0o711)


def database_is_ours() -> bool:
    """True without DATABASE_URL: then the private cluster is used, and only then is anything seeded."""
    return not os.environ.get("DATABASE_URL", "").strip()
