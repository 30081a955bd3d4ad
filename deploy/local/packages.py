"""System packages by apt: named first, installed only with the right to, never with a system cluster."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local import binaries
from deploy.local.steps import Stop, run, say, step

RUN = [
    "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig",
    "fonts-urw-base35", "fonts-liberation",
]  # fmt: skip
# The last one is for the browser driver, which brings a node of its own.
TEST = ["chromium", "poppler-utils", "qpdf", "libatomic1"]
# How to see without dpkg that a package of the tests is there.
COMMAND_OF = {"chromium": "chromium", "poppler-utils": "pdftotext", "qpdf": "qpdf"}
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.d/kerjasama.conf")


def ensure(*, tests: bool, database: bool) -> None:
    """Install what is missing. Raises Stop with the exact line when we have no right to."""
    missing = _missing([*RUN, *(TEST if tests else [])])
    if database and binaries.find() is None:
        missing.append("postgresql")
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise Stop(f"Pasang padanan paket Debian berikut dengan cara sistem Anda: {' '.join(missing)}")
    with step(f"Memasang paket sistem: {' '.join(missing)}"):
        _install(missing)
    if database and binaries.find() is None:
        raise Stop(f"PostgreSQL {binaries.OLDEST} atau yang lebih baru tidak ditemukan setelah pemasangan.")


def _missing(wanted: list[str]) -> list[str]:
    if shutil.which("dpkg-query") is None:
        return [name for name in wanted if name in COMMAND_OF and shutil.which(COMMAND_OF[name]) is None]
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *wanted],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    there = {line.split()[0] for line in listed.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if name not in there]


def _install(names: list[str]) -> None:
    rights = _rights()
    line = f"apt-get install -y --no-install-recommends {' '.join(names)}"
    if rights is None:
        raise Stop(f"Tidak ada hak untuk memasang paket. Minta administrator menjalankan:\n\n    sudo {line}\n")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    run([*apt, "update", "-qq"], quiet=True)
    say(f"    {line}")
    with _without_system_cluster(rights):
        run([*apt, "install", "-y", "--no-install-recommends", *names], quiet=True)


@contextmanager
def _without_system_cluster(rights: list[str]) -> Iterator[None]:
    """Debian would start a cluster of its own with the package; ours is private to this folder."""
    run([*rights, "mkdir", "-p", NO_CLUSTER.parent])
    run([*rights, "sh", "-c", f"echo create_main_cluster = false > {NO_CLUSTER}"])
    try:
        yield
    finally:
        run([*rights, "rm", "-f", NO_CLUSTER])


def _rights() -> list[str] | None:
    """What to put before a command to run it as root; None without the right."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None
