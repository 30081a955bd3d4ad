"""Says what is being done and how long it took; ends with a clear word when it cannot be done."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from deploy.local.paths import BASE


class Stop(Exception):
    """The step cannot go on; the message says what the person can do."""


def say(line: str) -> None:
    print(line, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print `what` before and the duration after."""
    began = time.monotonic()
    say(f"==> {what}")
    yield
    say(f"    selesai dalam {time.monotonic() - began:.1f} detik")


def run(command: Sequence[str | Path], *, env: dict[str, str] | None = None, quiet: bool = False) -> None:
    """Run a command in the project folder. Raises Stop with its last lines when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=BASE,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        check=False,
    )
    if done.returncode:
        tail = "\n".join((done.stdout or "").splitlines()[-30:])
        raise Stop(f"{tail}\nPerintah gagal (kode {done.returncode}): {' '.join(map(str, command))}".strip())


def answer(command: Sequence[str | Path], **options: object) -> str:
    """What a command prints, without the last line end. Raises CalledProcessError when it fails."""
    found = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True, **options)
    return found.stdout.strip()


def fail(problem: Stop) -> int:
    print(f"\nBERHENTI: {problem}", file=sys.stderr, flush=True)
    return 1
