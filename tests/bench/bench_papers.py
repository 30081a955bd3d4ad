"""`make bench`: how dear one letter is, whether memory stays flat, and numbers taken by many clients at once.

Everything is measured as a ratio or a count in one run, so a slow machine changes nothing. Not part of the suite.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from weasyprint import HTML

from kerjasama.documents import rendering
from kerjasama.documents.models import IssuedNumber, NumberSeries
from tests.bench import drawing
from tests.documents import samples
from tests.factories.accounts import GovernmentFactory

LETTER = "surat_permohonan"
ROUNDS = 25
MOST_COSTLY = 1.25
RENDERS, SETTLED = 1000, 100
MEGABYTES = 12
CLIENTS, NUMBERS = 8, 2000


def seconds(doing: Callable[[], object]) -> float:
    started = time.perf_counter()
    doing()
    return time.perf_counter() - started


def test_a_letter_costs_little_more_than_bare_weasyprint() -> None:
    context = samples.SAMPLES[LETTER]() | {"catchwords": True}
    html = rendering.render_html(LETTER, context)
    for warm_up in (lambda: rendering.render_pdf(LETTER, context), lambda: HTML(string=html).write_pdf()):
        warm_up()
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: rendering.render_pdf(LETTER, context)))
        bare.append(seconds(lambda: HTML(string=html).write_pdf()))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    print(f"\nsurat: {mine * 1000:.1f} ms; WeasyPrint telanjang: {theirs * 1000:.1f} ms; nisbah {mine / theirs:.2f}")
    assert mine <= MOST_COSTLY * theirs


def test_memory_stays_flat_over_a_thousand_letters() -> None:
    asked = [sys.executable, "-m", "tests.bench.memory", str(SETTLED), str(RENDERS)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    seen = {int(turn): float(held) for turn, held in (line.split() for line in told.splitlines())}
    print(f"\nmemori sesudah {SETTLED} surat: {seen[SETTLED]:.1f} MB; sesudah {RENDERS}: {seen[RENDERS]:.1f} MB")
    assert seen[RENDERS] - seen[SETTLED] <= MEGABYTES


def test_many_clients_take_numbers_without_gap_or_double(fresh_db: str) -> None:
    GovernmentFactory()
    took = seconds(lambda: drawing.by_processes(CLIENTS, NUMBERS // CLIENTS))
    numbers = list(IssuedNumber.objects.order_by("sequence").values_list("sequence", flat=True))
    print(f"\n{CLIENTS} klien, {NUMBERS} nomor: {took:.1f} detik, {NUMBERS / took:.0f} nomor per detik")
    assert numbers == list(range(1, NUMBERS + 1))
    assert IssuedNumber.objects.values("text").distinct().count() == NUMBERS
    assert NumberSeries.objects.get().last == NUMBERS
