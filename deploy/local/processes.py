"""Processes we started: recorded by id, known again by start time and command line, ended by id only."""

import fcntl
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local.paths import LOCAL, RUN, make_local


@dataclass(frozen=True)
class Recorded:
    """A process as it was when we started it."""

    name: str
    pid: int
    started: str
    mark: str  # a part of its command line

    def is_alive(self) -> bool:
        """True when the id still belongs to that very process."""
        return _start_time(self.pid) == self.started and self.mark in command_line(self.pid)


def record(name: str, pid: int, mark: str) -> Recorded:
    """Write the process down in .local/run."""
    RUN.mkdir(parents=True, exist_ok=True)
    made = Recorded(name, pid, _start_time(pid), mark)
    file = RUN / f"{name}.json"
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(made)))
    fresh.rename(file)
    return made


def forget(name: str) -> None:
    (RUN / f"{name}.json").unlink(missing_ok=True)


def recorded() -> list[Recorded]:
    """All processes written down that are still alive; the rest is forgotten."""
    found = []
    for file in sorted(RUN.glob("*.json")):
        try:
            one = Recorded(**json.loads(file.read_text()))
        except (ValueError, TypeError):
            one = None
        if one and one.is_alive():
            found.append(one)
        else:
            file.unlink(missing_ok=True)
    return found


def end(process: Recorded, patience: float = 20) -> None:
    """Ask it to end; after `patience` seconds make it end."""
    for number, wait in ((signal.SIGTERM, patience), (signal.SIGKILL, 5)):
        if not process.is_alive():
            break
        os.kill(process.pid, number)
        until = time.monotonic() + wait
        while process.is_alive() and time.monotonic() < until:
            time.sleep(0.1)
    forget(process.name)


def command_line(pid: int) -> str:
    """The command line of a process; empty when there is none (a zombie has none either)."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return _ask_ps(pid, "command") if not Path("/proc/self").exists() else ""


def _start_time(pid: int) -> str:
    try:
        # The second field may hold spaces and brackets; the start time is the 20th after it.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return _ask_ps(pid, "lstart") if not Path("/proc/self").exists() else ""


def _ask_ps(pid: int, column: str) -> str:
    told = subprocess.run(["ps", "-o", f"{column}=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return told.stdout.strip()


@contextmanager
def lock(name: str, *, shared: bool = False) -> Iterator[None]:
    """Hold .local/<name>.lock; waits for others."""
    make_local()
    with (LOCAL / f"{name}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield


def is_free(name: str) -> bool:
    """True when nobody holds .local/<name>.lock."""
    with (LOCAL / f"{name}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
