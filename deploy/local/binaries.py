"""Finds the programs of the PostgreSQL server."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15
NEEDED = ("initdb", "pg_ctl", "postgres", "psql", "pg_isready")


@dataclass(frozen=True)
class Server:
    """A folder with server programs and their major version."""

    folder: Path
    major: int

    def __getitem__(self, program: str) -> Path:
        return self.folder / program


def find(major: int | None = None) -> Server | None:
    """The newest server here that is new enough; the one of version `major` when given."""
    fit = [server for server in map(_look, _folders()) if server and major in (None, server.major)]
    return max(fit, key=lambda server: server.major, default=None)


def _folders() -> list[Path]:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    for program in ("pg_config", "postgres"):
        if found := shutil.which(program):
            folders.append(Path(found).resolve().parent)
    if config := shutil.which("pg_config"):
        told = subprocess.run([config, "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(told.stdout.strip() or "/nonexistent"))
    return folders


def _look(folder: Path) -> Server | None:
    if not all((folder / program).exists() for program in NEEDED):
        return None
    told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    version = re.search(r"\s(\d+)", told.stdout)
    major = int(version.group(1)) if version else 0
    return Server(folder, major) if major >= OLDEST else None
