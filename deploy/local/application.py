"""Prepares the application: migrations, static files, and the demo data once."""

import hashlib
import os
import subprocess
from pathlib import Path

from deploy.local import database, environment
from deploy.local.paths import BASE, LOCAL, PG, PYTHON, database_is_ours
from deploy.local.steps import Stop, run, say, step

STATIC_STAMP = LOCAL / "static.stamp"
SEEDING = PG / "seeding"  # there while the demo data are being put in; goes with the data


def variables() -> dict[str, str]:
    """What our commands run with: local, unless the person said otherwise."""
    return {"KERJASAMA_ENV": os.environ.get("KERJASAMA_ENV") or "local"}


def manage(*arguments: str, quiet: bool = False) -> None:
    run([PYTHON, "manage.py", *arguments], env=variables(), quiet=quiet)


def has_command(name: str) -> bool:
    """True when one of our rooms has this management command."""
    return name in _commands()


def _commands() -> set[str]:
    files = [*BASE.glob("*/management/commands/*.py"), *BASE.glob("kerjasama/*/management/commands/*.py")]
    return {file.stem for file in files}


def require_ready() -> None:
    """For a database that is not ours: Stop with the reason when settings or schema are not complete.

    Without this, web and worker would fall and be started again for ever.
    """
    _require("check", "Setelan belum lengkap")
    _require("migrate --check", "Skema basis data belum lengkap; jalankan `make migrate`")


def _require(command: str, otherwise: str) -> None:
    done = subprocess.run(
        [str(PYTHON), "manage.py", *command.split()],
        cwd=BASE, env={**os.environ, **variables()}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise Stop(f"{otherwise}. {lines[-1] if lines else ''}".strip())


def migrate() -> None:
    with step("Migrasi basis data"):
        manage("migrate", "-v", "1", quiet=True)


def collect_static() -> None:
    """Gather and compress the static files when any of them changed."""
    now = _static_fingerprint()
    if STATIC_STAMP.exists() and STATIC_STAMP.read_text() == now:
        return
    with step("Mengumpulkan berkas statis"):
        manage("collectstatic", "--noinput", "--clear", "-v", "0")
        STATIC_STAMP.write_text(now)


def fill_once() -> None:
    """Put the demo data into an empty private database; once, and again only if it broke off."""
    if not database_is_ours() or not has_command("seed_demo"):
        return
    if database.has_people():
        return
    with step("Mengisi data peragaan (sekali saja)"):
        SEEDING.touch()
        manage("seed_demo")
        SEEDING.unlink()


def discard_half_filled() -> None:
    """Begin anew when the last filling broke off; nobody has worked in that database yet."""
    if SEEDING.exists():
        say("    Pengisian data peragaan yang lalu terputus; basis data dibuat ulang.")
        database.recreate()
        SEEDING.unlink()


def demo() -> None:
    """`make demo`: the data of the demo, asked for by name."""
    if not database_is_ours():
        raise Stop("DATABASE_URL terpasang: data peragaan hanya untuk basis data pribadi di .local/pg.")
    if not has_command("seed_demo"):
        raise Stop("Perintah seed_demo belum ada.")
    if database.has_people():
        say("Basis data sudah berisi; data peragaan tidak ditambahkan lagi.")
        return
    fill_once()


def write_docs() -> None:
    """The pages that rooms write from their code: every command called write_…_docs."""
    for name in sorted(_commands()):
        if name.startswith("write_") and name.endswith("_docs"):
            manage(name)


def _static_fingerprint() -> str:
    lines = [environment.fingerprint()]
    for file in sorted(Path(BASE / "static").rglob("*")):
        if file.is_file():
            state = file.stat()
            lines.append(f"{file.relative_to(BASE)} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
