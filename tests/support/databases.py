"""Fresh databases for tests, copied from a migrated template; never by truncation.

Tables that may only grow cannot be emptied, so a test that commits gets a database of its own. The
template is made once for each state of the code and shared by all workers. It stands on a base that holds what
the migrations alone make, so that a changed line of a view does not run every migration again.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg2
from django.conf import settings
from django.db import DatabaseError, connections
from psycopg2.errors import InsufficientPrivilege

PREFIX = "test_kerjasama"
_numbers = count(1)
_sweeper = ThreadPoolExecutor(1)
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
PATIENCE = 90  # half seconds
CODE = ("kerjasama/**/*", "proposals/**/*", "agreements/**/*", "monitoring/**/*", "requirements.txt")
#: What the migrations are made of. Data they load lies beside them; libraries bring migrations of their own.
SCHEMA = ("*/migrations/*", "kerjasama/*/migrations/*", "kerjasama/*/data/*", "requirements.txt")


def owner_alias() -> str:
    """The connection that may create databases."""
    return "owner" if "owner" in settings.DATABASES else "default"


@contextmanager
def template() -> Iterator[str]:
    """Name of a migrated database of this code; kept from removal by other runs while in use."""
    name = f"{PREFIX}_tpl_{_fingerprint()}"
    with _locked(f"{name}.lock", fcntl.LOCK_SH):
        with _locked("build.lock", fcntl.LOCK_EX):
            if name not in _databases():
                _build(name)
            _sweep(keep=name)
        yield name


def recreate(name: str, source: str) -> None:
    """Make `name` a fresh copy of `source`, and let both connections speak to it."""
    leave()
    _drop(name)
    _admin(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    use(name)


def drop(name: str) -> None:
    """Take a database away; one that autovacuum will not leave in time is swept by the next run."""
    leave()
    try:
        _drop(name)
    except DatabaseError as refusal:
        if not isinstance(refusal.__cause__, InsufficientPrivilege):
            raise


def discard(name: str) -> None:
    """Take a database away while the next test begins: the server flushes every file of it, which nobody need wait for."""
    leave()
    aside = f"{name}_{next(_numbers)}"
    _admin(f'ALTER DATABASE "{name}" RENAME TO "{aside}"')
    _sweeper.submit(_drop_aside, aside, owner_alias())


def finish() -> None:
    """Wait for what `discard` left to be done."""
    _sweeper.shutdown()


def use(name: str) -> None:
    """Point the connections of this process to database `name`."""
    leave()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = name


def leave() -> None:
    for alias in connections:
        connections[alias].close()


def _build(name: str) -> None:
    """The base, then what `migrate` adds for this state of the code: the guards of the tables, the rights of the application."""
    base = f"{PREFIX}_base_{_fingerprint(SCHEMA)}"
    if base not in _databases():
        _migrated(base, "")
    _migrated(name, base)


def _migrated(name: str, source: str) -> None:
    """Migrate as production does, in a process of its own: as the owner, who grants rights to the application."""
    half = f"{PREFIX}_half"
    _admin(f'DROP DATABASE IF EXISTS "{half}" WITH (FORCE)')
    _admin(f'CREATE DATABASE "{half}"' + (f' TEMPLATE "{source}"' if source else ""))
    variables = {
        "KERJASAMA_ENV": "test",
        "DJANGO_SETTINGS_MODULE": "kerjasama.settings",
        "DATABASE_URL": url("default", half),
        "DATABASE_OWNER_URL": url(owner_alias(), half),
    }
    use(half)
    with connections[owner_alias()].cursor() as cursor:
        for extension in EXTENSIONS:
            cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    leave()
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v", "0"],
        cwd=settings.BASE_DIR, env={**os.environ, **variables}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"The template database could not be migrated:\n{done.stdout}{done.stderr}")
    _admin(f'ALTER DATABASE "{half}" RENAME TO "{name}"')


def url(alias: str, name: str) -> str:
    """DATABASE_URL of a database for another process, in the role of `alias`."""
    parts = settings.DATABASES[alias]
    secret = f":{_quoted(parts['PASSWORD'])}" if parts["PASSWORD"] else ""
    port = f"&port={parts['PORT']}" if parts["PORT"] else ""
    return f"postgresql://{_quoted(parts['USER'])}{secret}@/{name}?host={_quoted(parts['HOST'])}{port}"


def _quoted(part: str) -> str:
    return quote(part, safe="")


def _fingerprint(patterns: tuple[str, ...] = CODE) -> str:
    """Changes with any code or data a migration or a guard could read; with `SCHEMA`, those of the migrations only."""
    found = hashlib.sha256()
    for pattern in patterns:
        for file in sorted(Path(settings.BASE_DIR).glob(pattern)):
            if file.suffix in (".py", ".csv", ".sql", ".json", ".txt") and file.is_file():
                found.update(str(file.relative_to(settings.BASE_DIR)).encode() + file.read_bytes())
    return found.hexdigest()[:12]


def _databases() -> list[str]:
    with connections[owner_alias()]._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
        return [row[0] for row in cursor.fetchall()]


def _admin(statement: str) -> None:
    with connections[owner_alias()]._nodb_cursor() as cursor:
        cursor.execute(statement)


def _drop(name: str) -> None:
    """Drop a database with whoever is in it. Autovacuum may not be thrown out by us: it leaves by itself in a moment."""
    for _ in range(PATIENCE):
        try:
            return _admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        except DatabaseError as refusal:
            if not isinstance(refusal.__cause__, InsufficientPrivilege):
                raise
            time.sleep(0.5)
    return _admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _drop_aside(name: str, alias: str) -> None:
    """By a connection of its own: Django's belong to the thread of the tests. What cannot be dropped is swept by the next run."""
    with closing(psycopg2.connect(url(alias, "postgres"))) as connection, suppress(psycopg2.Error):
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _sweep(keep: str) -> None:
    """Drop templates that nobody uses any more and databases of runs that were killed."""
    base = f"{PREFIX}_base_{_fingerprint(SCHEMA)}"
    for name in _databases():
        if name.startswith(f"{PREFIX}_base_") and name != base:
            _admin(f'DROP DATABASE IF EXISTS "{name}"')
        elif name.startswith(f"{PREFIX}_tpl_"):
            if name != keep and _is_free(f"{name}.lock"):
                _admin(f'DROP DATABASE IF EXISTS "{name}"')
        elif name.startswith(f"{PREFIX}_run_") and not _is_alive(int(name.split("_")[3])):
            _drop(name)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _folder() -> Path:
    folder = Path(settings.BASE_DIR) / ".local" / "test"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _locked(name: str, kind: int) -> Iterator[None]:
    with (_folder() / name).open("a") as file:
        fcntl.flock(file, kind)
        yield


def _is_free(name: str) -> bool:
    with (_folder() / name).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    (_folder() / name).unlink(missing_ok=True)
    return True
