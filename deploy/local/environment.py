"""The virtual environment with exactly the pinned packages, checked by hash."""

import hashlib
import json
import shutil
import subprocess
import sys

from deploy.local import processes
from deploy.local.paths import BASE, PYTHON, VENV
from deploy.local.steps import Stop, run, step

STAMP = VENV / "kerjasama.json"
LISTS = {"run": "requirements.txt", "test": "requirements-dev.txt"}
OLDEST = (3, 11)


def ensure(kind: str) -> None:
    """Install the packages of `kind` (run or test); nothing happens when they are there."""
    if sys.version_info < OLDEST:
        raise Stop(f"Diperlukan Python {'.'.join(map(str, OLDEST))} atau yang lebih baru: PYTHON=python3.12 make …")
    with processes.lock("venv"):
        wanted = _wanted(kind)
        if _works() and _stamp().get(kind) == wanted:
            return
        with step(f"Menyiapkan .venv ({LISTS[kind]}, diperiksa dengan hash)"):
            if not _works():
                shutil.rmtree(VENV, ignore_errors=True)
                run([sys.executable, "-m", "venv", VENV])
            quiet = ["-q", "--disable-pip-version-check", "--no-input"]
            # The list is whole, so pip resolves nothing: a newer release of a dependency asked for with an
            # extra ("coverage[toml]") would otherwise be weighed, and refused for want of its hash.
            exactly = ["--require-hashes", "--no-deps"]
            run([PYTHON, "-m", "pip", "install", *quiet, *exactly, "-r", BASE / LISTS[kind]], quiet=True)
            run([PYTHON, "-m", "pip", *quiet[1:], "check"], quiet=True)
            # The larger set holds the smaller one with the same versions.
            kinds = LISTS if kind == "test" else [kind]
            STAMP.write_text(json.dumps(_stamp() | {name: _wanted(name) for name in kinds}))


def fingerprint() -> str:
    """Changes whenever the installed packages do."""
    return STAMP.read_text() if STAMP.exists() else ""


def _works() -> bool:
    if not PYTHON.exists():
        return False
    asked = [PYTHON, "-c", "import pip, sys; print(sys.version_info[:2] >= (3, 11))"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.stdout.strip() == "True"


def _stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def _wanted(kind: str) -> str:
    return hashlib.sha256((BASE / LISTS[kind]).read_bytes()).hexdigest()
