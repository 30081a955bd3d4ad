"""Print letter after letter in a process of its own and say how much memory it holds on the way."""

import gc
import os
import sys
from pathlib import Path

LETTER = "surat_permohonan"


def resident() -> float:
    """Memory of this process in MB."""
    gc.collect()
    line = next(row for row in Path("/proc/self/status").read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main(marks: list[int]) -> None:
    """Print as many letters as the last mark, each with a number of its own; a line "letters MB" at each mark."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django  # noqa: PLC0415 - the settings must be named first

    django.setup()
    from kerjasama.documents.rendering import render_pdf  # noqa: PLC0415
    from tests.documents import samples  # noqa: PLC0415

    context = samples.SAMPLES[LETTER]() | {"catchwords": True}
    for turn in range(1, max(marks) + 1):
        render_pdf(LETTER, context | {"number": f"100.3.7/{turn}/KS/XI/2026"})
        if turn in marks:
            sys.stdout.write(f"{turn} {resident():.1f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main([int(mark) for mark in sys.argv[1:]])
