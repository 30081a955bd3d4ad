"""Many clients take numbers from one series at the same moment: each a process with a connection of its own."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from multiprocessing.synchronize import Barrier

from django.db import connections

from kerjasama.documents import numbering

ON = date(2026, 11, 23)


def take(count: int) -> None:
    """Draw that many numbers, one transaction each, and let the connection go."""
    try:
        for _ in range(count):
            numbering.draw("SURAT", on=ON, unit_code="KS")
    finally:
        connections.close_all()


def by_threads(clients: int, each: int) -> None:
    """So many threads of this process."""
    with ThreadPoolExecutor(clients) as hands:
        list(hands.map(take, [each] * clients))


def by_processes(clients: int, each: int) -> None:
    """So many processes, begun together. Raises RuntimeError when one of them fails."""
    # A forked client must not speak over a connection of its parent.
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    gate = fork.Barrier(clients)
    started = [fork.Process(target=_client, args=(gate, take, each)) for _ in range(clients)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    if any(process.exitcode for process in started):
        raise RuntimeError("a client failed")


def _client(gate: Barrier, doing: Callable[[int], None], each: int) -> None:
    gate.wait(30)
    doing(each)
