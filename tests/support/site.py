"""The real thing for tests: gunicorn and the worker as processes of their own, on a fresh database."""

import os
import random
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_string, policy
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.support import databases
from tests.support.nursery import Born, Nursery

START_SECONDS, IDLE_SECONDS = 30, 60
PORTS = range(20_000, 32_000)


@dataclass
class Site:
    """A running site. `url` is its address without a slash at the end."""

    folder: Path
    database: str
    media: Path
    port: int
    nursery: Nursery
    settings: dict[str, str] = field(default_factory=dict)
    _processes: dict[str, Born] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def mail(self) -> Path:
        """Folder into which the site puts its e-mail, one file for each connection."""
        return self.folder / "mail"

    def start(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.mail.mkdir(parents=True)
        self.restart_web()
        self.start_worker()

    def restart_web(self) -> None:
        """End the web processes, if any, and wait until new ones answer."""
        self._end("web")
        command = ["gunicorn", "kerjasama.wsgi:application", "--bind", f"127.0.0.1:{self.port}"]
        options = ["--workers", "1", "--threads", "4", "--graceful-timeout", "5", "--no-control-socket"]
        self._spawn("web", "web", [*command, *options])
        self._wait_until_it_answers()

    def kill_web(self) -> None:
        """End the web processes as a power cut would, in the middle of whatever they do."""
        self._end("web", signal.SIGKILL)

    def start_worker(self) -> None:
        self._end("worker")
        options = ["--queue-name", "*", "--interval", "0.2", "--no-startup-delay", "--no-reload"]
        self._spawn("worker", "worker", ["manage.py", "db_worker", *options])

    def kill_worker(self) -> None:
        self._end("worker", signal.SIGKILL)

    @contextmanager
    def worker_at_rest(self) -> Iterator[None]:
        """Let the worker finish, then hold it still: what is queued inside waits until the end."""
        self.run_worker_until_idle()
        worker = self._processes["worker"]
        os.killpg(worker.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(worker.pid, signal.SIGCONT)

    def run_worker_until_idle(self) -> None:
        """Wait until no task that is due waits or runs; without a worker, run one to the end of the queue."""
        if self._processes.get("worker") is None:
            options = ["--queue-name", "*", "--batch", "--interval", "0", "--no-startup-delay", "--no-reload"]
            self._spawn("batch", "worker", ["manage.py", "db_worker", *options]).wait(IDLE_SECONDS)
        end = time.monotonic() + IDLE_SECONDS
        while self._busy():
            if time.monotonic() > end:
                raise TimeoutError(f"The worker did not finish:\n{self.log('worker')}")
            time.sleep(0.1)

    def letters(self, to: str) -> list[str]:
        """The bodies of all mails to an address, oldest first, once the worker has nothing left to send."""
        self.run_worker_until_idle()
        files = sorted(self.mail.iterdir(), key=lambda path: path.stat().st_mtime)
        raw = [part for file in files for part in file.read_text(encoding="utf-8").split("-" * 79)]
        mails = [message_from_string(f"{part.strip()}\n", policy=policy.default) for part in raw]
        return [mail.get_content() for mail in mails if mail["To"] == to]

    def stop(self) -> None:
        for name in list(self._processes):
            self._end(name)

    def log(self, name: str) -> str:
        """What the web, the worker or the batch has written."""
        file = self.folder / f"{name}.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def environment(self) -> dict[str, str]:
        """Variables with which any other command speaks to the same site."""
        return {
            **{name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"},
            "KERJASAMA_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "kerjasama.settings",
            "TASKS_IN_DATABASE": "1",
            "DATABASE_URL": databases.url("default", self.database),
            "DATABASE_OWNER_URL": databases.url(databases.owner_alias(), self.database),
            "MEDIA_ROOT": str(self.media),
            "EMAIL_URL": self.mail.as_uri(),
            "SITE_URL": self.url,
            **self.settings,
        }

    def _spawn(self, name: str, kind: str, arguments: list[str]) -> Born:
        log = self.folder / f"{name}.log"
        born = self.nursery.born(kind, arguments, self.environment(), settings.BASE_DIR, log)
        self._processes[name] = born
        return born

    def _end(self, name: str, number: int = signal.SIGTERM) -> None:
        process = self._processes.pop(name, None)
        if process is None:
            return
        if process.poll() is None:
            os.killpg(process.pid, number)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(15)

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self._processes["web"].poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=10):  # noqa: S310
                    return
            except urllib.error.HTTPError as problem:
                raise RuntimeError(f"The site is not well: {problem.read().decode()}\n{self.log('web')}") from None
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"The site did not start:\n{self.log('web')}")

    def _busy(self) -> bool:
        connection.close_if_unusable_or_obsolete()
        waiting = DBTaskResult.objects.filter(status="READY", run_after__lte=timezone.now())
        # Without a set time a task carries a far future one; it is due at once.
        at_once = DBTaskResult.objects.filter(status="READY", run_after__year__gte=9999)
        return (waiting | at_once | DBTaskResult.objects.filter(status="RUNNING")).exists()


def free_port() -> int:
    """A port below those that the system gives to clients, so that it stays free from one site to the next."""
    for port in random.sample(PORTS, 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("No port is free.")
