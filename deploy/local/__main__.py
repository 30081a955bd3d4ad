"""What the Makefile calls: python3 -m deploy.local <command>. Needs nothing but Python and git."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable

from deploy.local import application, checks, cluster, database, environment, packages, processes, supervisor
from deploy.local.paths import BASE, LOCAL, PG, PYTHON, VENV, database_is_ours
from deploy.local.steps import Stop, fail, say
from deploy.local.steps import run as run_command


def setup(kind: str = "run") -> None:
    """Packages, virtual environment."""
    packages.ensure(tests=kind == "test", database=database_is_ours())
    environment.ensure(kind)


def run() -> None:
    """Everything, then serve until told to stop."""
    with processes.lock("run"):
        if supervisor.running():
            say("Sudah berjalan, atau sedang disiapkan, dari folder ini (`make stop` untuk menghentikan).")
            return
        for leftover in processes.recorded():  # children of a supervisor that was killed
            processes.end(leftover)
        supervisor.require_free_port()
        supervisor.announce()
    try:
        _prepare_and_serve()
    finally:
        processes.forget(supervisor.NAME)


def _prepare_and_serve() -> None:
    setup()
    os.umask(0o077)  # after the packages: what apt installs is for everybody, our mail and uploads are not
    if not database_is_ours():
        say("DATABASE_URL terpasang: tanpa klaster pribadi, tanpa data peragaan; skema hanya oleh `make migrate`.")
        application.require_ready()
        application.collect_static()
        say("==> Menjalankan web dan pekerja")
        supervisor.serve()
        return
    with database.in_use():
        application.discard_half_filled()
        application.migrate()
        application.collect_static()
        application.fill_once()
        say("==> Menjalankan web dan pekerja")
        supervisor.serve()


def with_tools(command: Callable[[], int]) -> Callable[[], int]:
    """The same set-up as for tests, then `command` with a server that runs meanwhile."""

    def prepared() -> int:
        setup("test")
        if not database_is_ours():
            return command()
        with database.in_use():
            return command()

    return prepared


def call(*arguments: str, **variables: str) -> int:
    """Run a program of the virtual environment; its exit code."""
    with subprocess.Popen([PYTHON, "-m", *arguments], env={**os.environ, **variables}) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # it got the same Ctrl+C and is cleaning up
            except SystemExit:
                child.terminate()
                raise


def test() -> int:
    """The whole suite on both cores; ARGS narrows it."""
    wanted = sys.argv[2:]
    workers = [] if any(word.startswith("-n") for word in wanted) else ["-n", "2"]
    # The order of the tests (tests/conftest.py) is meant for two halves; what is given on the line comes last and counts.
    return call("pytest", "--dist", "worksteal", *workers, *wanted)


def docs() -> int:
    """Pages of docs/ that are made from the code."""
    application.write_docs()
    return 0


def lock() -> int:
    """Pin all packages again, with hashes and without the address of any index."""
    for name in ("requirements", "requirements-dev"):
        quiet = ["--quiet", "--no-emit-index-url", "--custom-compile-command", "make lock"]
        found = ["--universal", "--python-version", "3.11", "--generate-hashes", f"{name}.in", "-o", f"{name}.txt"]
        run_command(["uv", "pip", "compile", *quiet, *found])
    return 0


def stop() -> None:
    """End what this clone started: supervisor, its children, the private cluster."""
    found = processes.recorded()
    for one in sorted(found, key=lambda process: process.name != supervisor.NAME):
        processes.end(one, patience=60 if one.name == supervisor.NAME else 20)
        say(f"{one.name} (proses {one.pid}) dihentikan")
    if database_is_ours() and database.down():
        say("PostgreSQL dihentikan")


def db() -> None:
    if not database_is_ours():
        raise Stop("DATABASE_URL terpasang; klaster pribadi tidak dipakai.")
    packages.ensure(tests=False, database=True)
    database.keep()
    say("PostgreSQL pribadi berjalan; `make stop` menghentikannya.")


def migrate() -> None:
    setup()
    if not database_is_ours():
        application.migrate()
        return
    with database.in_use():
        application.migrate()


def demo() -> None:
    setup()
    if not database_is_ours():
        application.demo()
        return
    with database.in_use():
        application.discard_half_filled()
        application.migrate()
        application.demo()


def clean() -> None:
    """Remove all that `make` made: virtual environment, private database, files. Asks first."""
    target = PG.resolve()
    say(f"Akan dihapus: {VENV}, {LOCAL}" + (f", {target}" if PG.is_symlink() else ""))
    if os.environ.get("YES") != "1":
        if not sys.stdin.isatty():
            raise Stop("Semua data pribadi akan hilang. Tegaskan dengan: make clean YES=1")
        if input("Semua data pribadi akan hilang. Ketik HAPUS untuk melanjutkan: ") != "HAPUS":
            raise Stop("Dibatalkan.")
    stop()
    if PG.is_symlink() and target.name.startswith("kerjasama-"):
        shutil.rmtree(target, ignore_errors=True)
    cluster.remove_short_socket()
    for folder in (LOCAL, VENV):
        shutil.rmtree(folder, ignore_errors=True)


COMMANDS: dict[str, Callable[[], int | None]] = {
    "setup": setup,
    "setup-test": lambda: setup("test"),
    "run": run,
    "test": with_tools(test),
    "check": with_tools(checks.check),
    "fix": with_tools(checks.fix),
    "docs": with_tools(docs),
    "lock": lock,
    "stop": stop,
    "db": db,
    "migrate": migrate,
    "demo": demo,
    "clean": clean,
}


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def main() -> int:
    os.chdir(BASE)
    signal.signal(signal.SIGTERM, _end)  # so that what we started is stopped then too
    command = COMMANDS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if command is None:
        return fail(Stop(f"Perintah: {', '.join(COMMANDS)}"))
    try:
        return command() or 0
    except Stop as problem:
        return fail(problem)
    except KeyboardInterrupt:
        return fail(Stop("dihentikan dari papan ketik."))


if __name__ == "__main__":
    sys.exit(main())
