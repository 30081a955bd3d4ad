"""What must hold before an act on a monev report."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock
from kerjasama.workflow.guards import guard
from monitoring.routes import FOREIGN
from monitoring.stages import FOREIGN_FIELDS, REPORT_FIELDS
from proposals.guards.foreign import permit_lacks
from proposals.routes.traits import Trait as CaseTrait


@guard(basis="PP 28/2018 Pasal 44; pedoman monev daerah")
def is_filled_in(report: Any) -> Iterator[str]:
    """Every part of the report says something."""
    for name in REPORT_FIELDS:
        if not getattr(report, name).strip():
            yield f"Laporan: bagian {report._meta.get_field(name).verbose_name} belum diisi."
    if report.budget_realised is None:
        yield "Laporan: realisasi anggaran belum diisi (tulis 0 bila tidak ada)."


@guard(basis="Permendagri 25/2020 Pasal 37", on=(FOREIGN,))
def has_nine_parts(report: Any) -> Iterator[str]:
    """What the Menteri asks besides: cost by source, documentation, whether to go on."""
    for name in FOREIGN_FIELDS:
        if not getattr(report, name).strip():
            yield f"Laporan: bagian {report._meta.get_field(name).verbose_name} belum diisi."


@guard(basis="Permendagri 25/2020 Pasal 30; PP 59/2016 Pasal 7 dan 16", on=(FOREIGN,))
def activities_were_permitted(report: Any) -> Iterator[str]:
    """A lapsed permit suspends the activities: none can be recorded for the days after it."""
    proposal = report.agreement.proposal
    if CaseTrait.PERMITTED in proposal.route.traits:
        for sentence in permit_lacks(proposal, min(clock.today(), report.ends_on)):
            yield f"Kegiatan ditangguhkan. {sentence}"
