"""Roles, database and extensions in the private cluster, and who still needs the server."""

from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local import cluster, processes
from deploy.local.paths import LOCAL, PG
from deploy.local.steps import step

NAME, OWNER, APPLICATION = "kerjasama", "kerjasama_owner", "kerjasama_app"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
KEPT = LOCAL / "pg.kept"


def up() -> None:
    """Start the server when it is not running and make sure that roles and database are there."""
    with processes.lock("pg"):
        if cluster.is_running() and _is_complete():
            return
        with step("Menjalankan PostgreSQL pribadi di .local/pg"):
            cluster.start()
            _complete()


@contextmanager
def in_use() -> Iterator[None]:
    """The server runs inside the block; afterwards it is stopped unless somebody else still needs it."""
    try:
        with processes.lock("pg.users", shared=True):
            up()
            yield
    finally:
        with processes.lock("pg"):
            if not KEPT.exists() and processes.is_free("pg.users"):
                cluster.stop()


def keep() -> None:
    """Let the server stay until `make stop`."""
    up()
    KEPT.touch()


def down() -> bool:
    """Stop the server, whoever asked for it. True when it ran."""
    with processes.lock("pg"):
        KEPT.unlink(missing_ok=True)
        return PG.exists() and cluster.stop()


def recreate() -> None:
    """An empty database in place of one whose first filling broke off."""
    cluster.sql(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    _complete()


def has_people() -> bool:
    """True when somebody already works in this database."""
    if cluster.sql("SELECT to_regclass('accounts_user') IS NOT NULL", NAME) != "t":
        return False
    return cluster.sql("SELECT EXISTS (SELECT FROM accounts_user WHERE username <> 'sistem')", NAME) == "t"


def _is_complete() -> bool:
    return cluster.sql(f"SELECT count(*) FROM pg_database WHERE datname = '{NAME}'") == "1"


def _complete() -> None:
    for role, rights in ((OWNER, "LOGIN CREATEDB"), (APPLICATION, "LOGIN")):
        if not cluster.sql(f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'"):
            cluster.sql(f"CREATE ROLE {role} {rights}")
    _extend("template1")  # databases of the tests are made from it
    if not _is_complete():
        cluster.sql(f"CREATE DATABASE {NAME} OWNER {OWNER}")
    _extend(NAME)


def _extend(database: str) -> None:
    for extension in EXTENSIONS:
        cluster.sql(f"SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS {extension}", database)
