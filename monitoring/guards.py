"""What must hold before an act on a monev report."""

from collections.abc import Iterator
from typing import Any

from kerjasama.workflow.guards import guard
from monitoring.stages import REPORT_FIELDS


@guard(basis="PP 28/2018 Pasal 44; pedoman monev daerah")
def is_filled_in(report: Any) -> Iterator[str]:
    """Every part of the report says something."""
    for name in REPORT_FIELDS:
        if not getattr(report, name).strip():
            yield f"Laporan: bagian {report._meta.get_field(name).verbose_name} belum diisi."
    if report.budget_realised is None:
        yield "Laporan: realisasi anggaran belum diisi (tulis 0 bila tidak ada)."
