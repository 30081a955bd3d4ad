"""What must hold around the TKKSD."""

from collections.abc import Iterable, Iterator
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat
from kerjasama.core import clock
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Condition
from kerjasama.workflow.guards import guard

#: They sit in the team for their subject, and report what it asked of them by name.
ADVISERS = frozenset({Office.HUKUM, Office.BPKAD, Office.BAPPEDA})


def _conclusion(proposal: Any) -> str:
    """What the TKKSD concluded at its newest meeting on this case; empty when it is still open, or the plan is a newer one."""
    item = reviews.current_item(proposal)
    return item.conclusion if item and item.meeting.held_on >= proposal.stage_since else ""


@guard(
    "Belum ada rapat TKKSD yang dijadwalkan untuk usulan ini.", basis="PP 28/2018 Pasal 6; Keputusan pembentukan TKKSD"
)
def has_meeting(proposal: Any) -> bool:
    item = reviews.current_item(proposal)
    return item is not None and item.called_off_on is None


@guard("Rapat yang dijadwalkan belum berlangsung. Catat hasilnya sesudah rapat; tanpa kuorum, jadwalkan rapat baru.")
def no_meeting_ahead(proposal: Any) -> bool:
    item = reviews.current_item(proposal)
    return item is None or not item.is_open or item.meeting.held_on <= clock.today()


@guard("Rapat TKKSD sudah menyimpulkan usulan ini.")
def is_not_concluded(proposal: Any) -> bool:
    return not _conclusion(proposal)


@guard(basis="Rekomendasi TKKSD")
def is_recommended(proposal: Any) -> Iterator[str]:
    """The TKKSD recommends, and every condition is ticked off."""
    if _conclusion(proposal) not in {"RECOMMENDED", "WITH_REPAIR"}:
        yield "TKKSD belum menyimpulkan rekomendasi."
    for condition in reviews.open_conditions(proposal):
        yield f"Syarat TKKSD belum dipenuhi: {condition.text}"


@guard("TKKSD tidak menyimpulkan “tidak direkomendasikan”.", hides=True)
def is_not_recommended(proposal: Any) -> bool:
    return _conclusion(proposal) == "NOT_RECOMMENDED"


@guard("Tidak ada syarat TKKSD yang masih terbuka.", hides=True)
def has_open_condition(proposal: Any) -> bool:
    return bool(reviews.open_conditions(proposal))


@guard("Tidak ada syarat TKKSD yang menjadi tanggung jawab Anda.", hides=True)
def owns_open_condition(proposal: Any, seat: Seat | None) -> bool:
    return seat is None or bool(reportable(proposal, (seat,)))


def reportable(proposal: Any, held: Iterable[Seat]) -> list[Condition]:
    """The open conditions that one of these seats answers for.

    Where the team named a unit of ours it is that unit; where it named somebody in words, the leading unit and the
    offices that advise speak for him.
    """
    seats = tuple(held)
    return [c for c in reviews.open_conditions(proposal) if any(_answers_for(c, s, proposal) for s in seats)]


def _answers_for(condition: Condition, seat: Seat, proposal: Any) -> bool:
    if condition.owner_unit_id is not None:
        return seat.unit_id == condition.owner_unit_id
    return seat.unit_id == proposal.lead_unit_id if seat.office == Office.OPD else seat.office in ADVISERS
