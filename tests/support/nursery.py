"""Processes of a site that begin where the product has been loaded already.

A web or worker process spends most of its start on reading the same modules as the one before. Here that is done once by a
process that does nothing else; each new process is forked from it, into a session of its own, with the variables under which it was
loaded. `python -m tests.support.nursery web|worker` takes an order a line on its standard input and answers with a process id.
"""

import gc
import json
import os
import select
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

MOST = 4  # a web and a worker for two sets of variables; the oldest makes room


class Born:
    """A process that somebody else's process forked: as much of `subprocess.Popen` as a site needs."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self._handle = os.pidfd_open(pid)
        except ProcessLookupError:
            self._handle = -1

    def poll(self) -> int | None:
        """None while it runs."""
        return None if self._runs(0) else 0

    def wait(self, timeout: float) -> int:
        """Raises TimeoutExpired."""
        if self._runs(timeout):
            raise subprocess.TimeoutExpired(str(self.pid), timeout)
        return 0

    def _runs(self, seconds: float) -> bool:
        if self._handle < 0:
            return False
        if not select.select([self._handle], [], [], seconds)[0]:
            return True
        os.close(self._handle)
        self._handle = -1
        return False


class Nursery:
    """The processes from which others are forked, one for each kind and each set of variables."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[Any, ...], subprocess.Popen[str]] = {}

    def born(self, kind: str, arguments: list[str], variables: dict[str, str], folder: Path, log: Path) -> Born:
        """Start a process with these arguments; what it says goes into `log`."""
        key = (kind, folder, *sorted(variables.items()))
        if key not in self._loaded:
            while len(self._loaded) >= MOST:
                self._close(self._loaded.pop(next(iter(self._loaded))))
            self._loaded[key] = subprocess.Popen(
                [sys.executable, "-m", "tests.support.nursery", kind], cwd=folder, env=variables, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        loaded = self._loaded[key]
        print(json.dumps({"arguments": arguments, "log": str(log)}), file=loaded.stdin, flush=True)
        answer = loaded.stdout.readline()
        if not answer:
            raise RuntimeError(f"No {kind} process could be started: the product does not load.")
        return Born(int(answer))

    def close(self) -> None:
        for loaded in self._loaded.values():
            self._close(loaded)
        self._loaded.clear()

    @staticmethod
    def _close(loaded: subprocess.Popen[str]) -> None:
        loaded.stdin.close()
        loaded.stdout.close()
        loaded.wait()


# --- in the process that is loaded


def main(kind: str) -> None:
    """Load, then fork for each order until there are no more."""
    run = {"web": _web, "worker": _worker}[kind]()
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those who end are not waited for
    for line in sys.stdin:
        order = json.loads(line)
        apart, told = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(apart)
            _become(run, order["arguments"], order["log"], told)
        os.close(told)
        os.read(apart, 1)  # comes back when it stands in its own session, so that it can be ended as one
        os.close(apart)
        print(pid, flush=True)


def _web() -> Any:
    from django.urls import get_resolver  # noqa: PLC0415 - what is loaded depends on the kind
    from gunicorn.app.wsgiapp import run  # noqa: PLC0415
    from gunicorn.workers import gthread  # noqa: F401, PLC0415

    from kerjasama import wsgi  # noqa: F401, PLC0415

    _ = get_resolver().url_patterns
    _disconnect()
    return lambda arguments: run()


def _worker() -> Any:
    import django  # noqa: PLC0415
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    django.setup()
    from django_tasks_db.management.commands import db_worker  # noqa: F401, PLC0415

    from kerjasama.documents import press, rendering  # noqa: F401, PLC0415

    _disconnect()
    return execute_from_command_line


def _disconnect() -> None:
    from django.db import connections  # noqa: PLC0415

    connections.close_all()


def _become(run: Any, arguments: list[str], log: str, told: int) -> None:
    """Be the process that was asked for; never come back. `told` is closed as soon as it has a session of its own."""
    code = 1
    try:
        os.setsid()
        os.close(told)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.argv = arguments
        run(arguments)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - it goes into the log, whatever it is
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(sys.argv[1])
