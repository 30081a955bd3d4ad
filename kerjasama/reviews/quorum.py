"""How many must come, and how many count: for one subject at a time, because who recused himself does not count for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Attendance
from kerjasama.reviews.models.meeting import Presence, QuorumRule

RULES: dict[str, Callable[[int], int]] = {
    QuorumRule.MORE_THAN_HALF: lambda fixed: fixed // 2 + 1,
    QuorumRule.TWO_THIRDS: lambda fixed: ceil(fixed * 2 / 3),
    QuorumRule.ALL: lambda fixed: fixed,
}


@dataclass(frozen=True, slots=True)
class Quorum:
    """The count for one subject: fixed members that count, how many are needed, how many came."""

    fixed: int
    needed: int
    present: int
    recused: int
    recorded: bool

    @property
    def is_met(self) -> bool:
        return self.present >= self.needed

    @property
    def sentence(self) -> str:
        """The count in words, as pages and refusals give it."""
        without = f", {self.recused} mengundurkan diri" if self.recused else ""
        return (
            f"hadir {self.present} dari paling sedikit {self.needed} anggota tetap (seluruhnya {self.fixed}{without})"
        )


def of_item(item: AgendaItem, rows: Iterable[Attendance] | None = None) -> Quorum:
    """The quorum of a subject on an agenda; `rows` is the attendance with its members, read when not given.

    At least one must come even where every fixed member has recused himself.
    """
    listed = selectors.attendances(item) if rows is None else list(rows)
    aside = selectors.recused(item.subject)
    meeting = item.meeting
    out = sum(row.member.is_fixed and row.member_id in aside for row in listed)
    fixed = max(meeting.fixed_count - out, 0)
    needed = max(RULES[meeting.quorum_rule](fixed), 1) if out else meeting.quorum_needed
    present = sum(row.is_present and row.member.is_fixed and row.member_id not in aside for row in listed)
    recorded = any(row.state != Presence.INVITED for row in listed)
    return Quorum(fixed, needed, present, out, recorded)
