"""What must hold before an act on an online request."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kerjasama.core import clock, parameters
from kerjasama.counter.stages import WANTED, PaperKind, PaperStatus
from kerjasama.workflow.guards import guard
from proposals.services import plan_rows


def standing_papers(request: Any) -> list[Any]:
    """The files of a request that were not refused, oldest first."""
    return [paper for paper in request.papers.all() if paper.status != PaperStatus.REFUSED]


def missing_papers(applicant: str, papers: list[Any]) -> list[PaperKind]:
    """The kinds of paper an applicant still owes, by who he is."""
    there = {paper.kind for paper in papers}
    return [kind for kind in WANTED[applicant] if kind not in there]


def completion_due(request: Any) -> date:
    """The last day on which the partner may complete a request that was sent back to him."""
    return request.stage_since + timedelta(days=int(parameters.value("days_online_completion")))


@guard(basis="PP 28/2018 Pasal 18; UU 23/2014 Pasal 366 ayat (3)")
def has_wanted_papers(request: Any) -> Iterator[str]:
    """Letter, and from a third party studi kelayakan and legality papers."""
    for kind in missing_papers(request.applicant, standing_papers(request)):
        yield f"Berkas belum ada atau perlu diganti: {kind.label.lower()}."


@guard(
    "Tidak ada daftar rencana tahunan yang menerima usulan baru. Buka penyusunan daftar pada halaman Perencanaan lebih dahulu."
)
def a_list_takes_rows(request: Any) -> bool:
    return plan_rows.collecting().exists()


@guard("Batas waktu melengkapi belum lewat.")
def completion_is_overdue(request: Any) -> bool:
    return clock.today() > completion_due(request)
