"""What must hold around the TKKSD."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard


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
