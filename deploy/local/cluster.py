"""The private PostgreSQL cluster of this clone: unix socket only, checksums on, folders 0700.

PostgreSQL refuses to run as root, so root runs it as the system user `postgres`. Where that user cannot
reach this clone, the data live under /var/lib; no folder above ours ever gets other rights.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.local import binaries, processes
from deploy.local.paths import BASE, PG, PG_SOCKET_POINTER, make_local
from deploy.local.steps import Stop

SERVER_USER = "postgres"
LONGEST_SOCKET = 100  # bytes; the kernel takes 107 with the name of the socket
SOCKET_NAME = "/.s.PGSQL.5432"
KEEP = "kept"  # in .local/pg: `make db` asked for a server that stays


def start() -> bool:
    """Make sure the server runs. True when this call started it. Call under `processes.lock`."""
    folder = _folder()
    server = _server(folder)
    if not (folder / "data" / "PG_VERSION").exists():
        _create(server, folder)
    socket = _socket_folder(folder)
    if is_ready(server, socket):
        return False
    _configure(folder, socket)
    _forget_stale_pid(folder)
    done = _as_server([server["pg_ctl"], "start", "-w", "-t", "60", "-D", folder / "data", "-l", folder / "server.log"])
    if done.returncode or not is_ready(server, socket):
        raise Stop(f"PostgreSQL tidak dapat dijalankan:\n{_log_tail(folder)}")
    return True


def stop() -> bool:
    """Stop the server of this clone. True when there was one running."""
    pid = _running_pid()
    if pid is None:
        return False
    server = _server(PG)
    done = _as_server([server["pg_ctl"], "stop", "-m", "fast", "-w", "-t", "60", "-D", PG.resolve() / "data"])
    if done.returncode:
        raise Stop(f"PostgreSQL (proses {pid}) tidak berhenti:\n{_log_tail(PG)}")
    return True


def is_running() -> bool:
    return _running_pid() is not None


def is_ready(server: binaries.Server, socket: Path) -> bool:
    """True when the server answers on our socket."""
    asked = [server["pg_isready"], "-q", "-h", socket, "-U", SERVER_USER, "-d", "postgres"]
    return subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def sql(statement: str, database: str = "postgres", role: str = SERVER_USER) -> str:
    """Run one statement over our socket and give what it answers."""
    socket = PG_SOCKET_POINTER.read_text().strip()
    psql = _server(PG)["psql"]
    asked = [psql, "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", role, "-d", database, "-c", statement]
    # A PGHOST, PGSERVICE and so on of the person at the keyboard mean another server.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    done = subprocess.run(asked, capture_output=True, text=True, env=clean, cwd="/", check=False)
    if done.returncode:
        raise Stop(f"PostgreSQL menolak: {done.stderr.strip()}")
    return done.stdout.strip()


def _folder() -> Path:
    """The folder of the cluster, made when it is not there, owned by who runs the server."""
    make_local()
    if not PG.exists():
        PG.unlink(missing_ok=True)  # a symlink whose target is gone
        _make_folder()
    owner, wanted = PG.stat().st_uid, _account().pw_uid
    if owner != wanted:
        name = pwd.getpwuid(owner).pw_name
        raise Stop(
            f"{PG} milik pengguna {name}. Jalankan sebagai pengguna yang membuatnya, atau hapus dengan `make clean`."
        )
    return PG.resolve()


def _make_folder() -> None:
    _own(PG)
    if os.geteuid() != 0 or _as_server(["test", "-w", PG]).returncode == 0:
        return
    PG.rmdir()
    elsewhere = Path("/var/lib") / f"kerjasama-{hashlib.sha256(str(BASE).encode()).hexdigest()[:12]}"
    if not elsewhere.exists():
        _own(elsewhere)
    PG.symlink_to(elsewhere)


def _own(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(folder, _account().pw_uid, _account().pw_gid)


def _account() -> pwd.struct_passwd:
    """Who runs the server."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        raise Stop("Pengguna sistem `postgres` tidak ada. Pasang paket postgresql lebih dahulu.") from None


def _as_server(command: Sequence[str | Path]) -> subprocess.CompletedProcess[bytes]:
    """Run as the server's user. Output goes nowhere: a pipe would stay open as long as the server runs."""
    account = _account()
    identity = {} if os.geteuid() else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd="/", env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}, check=False, **identity,
    )  # fmt: skip


def _server(folder: Path) -> binaries.Server:
    version = folder / "data" / "PG_VERSION"
    major = int(version.read_text()) if version.exists() else None
    server = binaries.find(major)
    if server is None:
        which = (
            f"versi {major} (data di {folder} dibuat dengannya)" if major else f"{binaries.OLDEST} atau yang lebih baru"
        )
        raise Stop(f"Program server PostgreSQL {which} tidak ditemukan.")
    return server


def _create(server: binaries.Server, folder: Path) -> None:
    data, fresh = folder / "data", folder / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    # Without this the locale would follow the terminal of whoever runs it first.
    locale = ["--locale-provider=builtin"] if server.major >= 17 else []
    done = _as_server([
        server["initdb"], "-D", fresh, "-U", SERVER_USER, "-E", "UTF8", "--locale=C.UTF-8", *locale,
        "--data-checksums", "--auth-local=trust", "--auth-host=reject",
    ])  # fmt: skip
    if done.returncode:
        raise Stop(f"initdb gagal di {fresh} (kode {done.returncode}).")
    with (fresh / "postgresql.conf").open("a") as file:
        file.write("\ninclude_if_exists = 'kerjasama.conf'\n")
    fresh.rename(data)  # only a finished cluster gets the name


def _configure(folder: Path, socket: Path) -> None:
    """Rewritten before each start, as the clone may have been moved."""
    quoted = str(socket).replace('"', '""').replace("'", "''")
    file = folder / "data" / "kerjasama.conf"
    file.write_text(
        f"""# written by deploy/local before each start
listen_addresses = ''
unix_socket_directories = '"{quoted}"'
unix_socket_permissions = 0700
port = 5432
fsync = on
full_page_writes = on
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
"""
    )
    if os.geteuid() == 0:
        os.chown(file, _account().pw_uid, _account().pw_gid)


def _socket_folder(folder: Path) -> Path:
    """Where the socket is; a short private folder when our own path is too long for the kernel."""
    socket = folder / "socket"
    if len(os.fsencode(f"{socket}{SOCKET_NAME}")) > LONGEST_SOCKET:
        socket = _short_folder()
    elif not socket.exists():
        _own(socket)
    PG_SOCKET_POINTER.write_text(f"{socket}\n")
    return socket


def _short_folder() -> Path:
    known = Path(PG_SOCKET_POINTER.read_text().strip()) if PG_SOCKET_POINTER.exists() else None
    if known and known.is_dir() and not known.is_symlink():
        state = known.stat()
        if state.st_uid == _account().pw_uid and state.st_mode & 0o777 == 0o700:
            return known
    made = Path(tempfile.mkdtemp(prefix="kerjasama-", dir="/tmp"))
    os.chown(made, _account().pw_uid, _account().pw_gid)
    return made


def remove_short_socket() -> None:
    """Take away the socket's folder when it is not inside ours."""
    known = Path(PG_SOCKET_POINTER.read_text().strip()) if PG_SOCKET_POINTER.exists() else PG / "socket"
    if known.name.startswith("kerjasama-"):
        shutil.rmtree(known, ignore_errors=True)


def _postmaster(folder: Path) -> tuple[int, str] | None:
    """The process that the pid file names, with its command line; None without a file."""
    try:
        pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid, processes.command_line(pid)


def _running_pid() -> int | None:
    if not PG.exists():
        return None
    found = _postmaster(PG)
    ours = found and "postgres" in found[1] and str(PG.resolve() / "data") in found[1]
    return found[0] if found and ours else None


def _forget_stale_pid(folder: Path) -> None:
    """After a crash of the machine the recorded id may belong to some other program by now."""
    found = _postmaster(folder)
    if found and str(folder / "data") not in found[1]:
        (folder / "data" / "postmaster.pid").unlink()


def _log_tail(folder: Path) -> str:
    log = folder / "server.log"
    return "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log.exists() else "(tidak ada catatan)"
