"""Runs web, worker and clock together; starts again what falls, and takes everything along when it ends."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from deploy.local import application, processes
from deploy.local.paths import BASE, LOG, PYTHON
from deploy.local.steps import Stop, say

NAME, MARK = "supervisor", "deploy.local"
HOST = "127.0.0.1"
PATIENCE = 20
LONGEST_PAUSE = 30.0
DUE_EVERY = 60.0


class Ended(Exception):
    """Somebody asked us to end."""


@dataclass
class Child:
    """One process that must be there."""

    name: str
    command: list[str]
    mark: str
    every: float = 0.0  # > 0: runs to its end, then again after so many seconds
    process: subprocess.Popen | None = None
    pause: float = 1.0
    began: float = 0.0
    due_at: float = field(default_factory=time.monotonic)

    def look(self) -> None:
        """Start it when it is its time; note when it has ended."""
        now = time.monotonic()
        if self.process and (code := self.process.poll()) is not None:
            self._ended(code, now)
        if self.process is None and now >= self.due_at:
            self._start(now)

    def _start(self, now: float) -> None:
        with (LOG / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=BASE,
                env={**os.environ, **application.variables()},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl+C reaches us alone; we end the children in order
            )
        self.began = now
        processes.record(self.name, self.process.pid, self.mark)

    def _ended(self, code: int, now: float) -> None:
        self.process = None
        processes.forget(self.name)
        if self.every and code == 0:
            self.due_at = self.began + self.every
            return
        # What ran for a while gets a fresh start; what falls at once waits longer each time.
        self.pause = 1.0 if now - self.began > 60 else min(self.pause * 2, LONGEST_PAUSE)
        self.due_at = now + max(self.pause, self.every)
        say(f"!!! {self.name} berakhir (kode {code}); dimulai lagi. Lihat {LOG / self.name}.log")

    def end(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        processes.forget(self.name)
        self.process = None


def port() -> int:
    """The port to listen on. Raises Stop for anything that is not one."""
    typed = os.environ.get("PORT", "").strip() or "8000"
    if not typed.isdigit() or not 0 < int(typed) < 65536:
        raise Stop(f"PORT harus angka 1 sampai 65535, bukan {typed!r}.")
    return int(typed)


def running() -> processes.Recorded | None:
    """The supervisor of this clone, if one runs."""
    return next((one for one in processes.recorded() if one.name == NAME), None)


def announce() -> None:
    """Write ourselves down, so that `make stop` finds us also while things are being prepared."""
    processes.record(NAME, os.getpid(), MARK)


def require_free_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port()))
        except OSError:
            raise Stop(f"Port {port()} sedang dipakai program lain. Pilih yang lain: PORT=8001 make run") from None


def serve() -> None:
    """Run until Ctrl+C, SIGTERM or `make stop`."""
    LOG.mkdir(parents=True, exist_ok=True)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _raise_ended)
    children = _children()
    try:
        _watch(children)
    except Ended:
        say("\n==> Menghentikan semua proses")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # the ending itself is not interrupted
        for child in children:
            child.end()


def _children() -> list[Child]:
    manage = [str(PYTHON), "manage.py"]
    web = [
        str(PYTHON), "-m", "gunicorn", "kerjasama.wsgi:application", "--bind", f"{HOST}:{port()}",
        "--workers", "2", "--threads", "4", "--max-requests", "2000", "--max-requests-jitter", "200",
        "--graceful-timeout", "10", "--no-control-socket", "--access-logfile", str(LOG / "access.log"),
    ]  # fmt: skip
    children = [
        Child("web", web, "kerjasama.wsgi:application"),
        Child("worker", [*manage, "db_worker", "--queue-name", "*", "--interval", "1"], "db_worker"),
    ]
    if application.has_command("run_due"):
        children.append(Child("clock", [*manage, "run_due"], "run_due", every=DUE_EVERY))
    return children


def _watch(children: list[Child]) -> None:
    began, announced = time.monotonic(), False
    while True:
        for child in children:
            child.look()
        if not announced and _answers():
            say(f"    siap dalam {time.monotonic() - began:.1f} detik")
            say(f"\nKerja Sama Daerah: http://{HOST}:{port()}   (Ctrl+C atau `make stop` untuk berhenti)")
            announced = True
        time.sleep(0.3)


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port()}/healthz", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True  # it speaks; what it says is for /healthz
    except OSError:
        return False


def _raise_ended(number: int, frame: object) -> None:
    raise Ended
