"""Where the originals of a naskah lie, and with whom each shall be kept."""

from dataclasses import dataclass
from typing import Any

from agreements.stages import Mode, Stage, Trait, Way
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors as reviews

#: Indonesian and one other (UU 24/2009 art. 31).
LANGUAGES = 2
MINISTER = "Menteri Dalam Negeri"


@dataclass(frozen=True, slots=True)
class Original:
    """One original: whose it is, with whom it lies or to whom it is under way."""

    number: int
    keeper: Any
    holder: Any
    move: Any
    at_minister: bool = False

    @property
    def under_way(self) -> bool:
        return self.move is not None and self.move.received_on is None

    @property
    def settled(self) -> bool:
        """Whether it lies with the party that keeps it."""
        return not self.under_way and self.holder.pk == self.keeper.pk

    @property
    def where(self) -> str:
        """In words: "dalam perjalanan kepada X sejak ..." or the name of the party that has it."""
        if self.under_way:
            return f"dalam perjalanan kepada {self.holder.name} sejak {date_long(self.move.sent_on)}"
        return MINISTER if self.at_minister else str(self.holder.name)


def shared(agreement: Any) -> int:
    """How many originals there are at least: one for each party, abroad one of each language."""
    return len(agreement.parties.all()) * (LANGUAGES if Trait.BILINGUAL in agreement.route.traits else 1)


def originals(agreement: Any) -> list[Original]:
    """Every original of a naskah on paper, in order; none of an electronic one or one whose signing is not planned yet."""
    if agreement.way == Way.ELECTRONIC or not agreement.mode:
        return []
    parties = sorted(agreement.parties.all(), key=lambda party: party.order)
    ours = next(party for party in parties if party.partner_id is None)
    newest = {move.number: move for move in agreement.moves.select_related("to_party").order_by("pk")}
    handed_in = reviews.exchanges(agreement).filter(purpose="ORIGINAL").exists()
    found, least = [], shared(agreement)
    for number in range(1, agreement.originals + 1):
        # Each party keeps one of each language; what is over stays with us.
        keeper = parties[(number - 1) % len(parties)] if number <= least else ours
        move = newest.get(number)
        holder = move.to_party if move else ours
        found.append(
            Original(number, keeper, holder, move, at_minister=handed_in and keeper.pk == holder.pk == ours.pk)
        )
    return found


def sendable(agreement: Any) -> list[Original]:
    """Those that may leave now: any while it goes from desk to desk to be signed, afterwards those that lie with the wrong party."""
    resting = [original for original in originals(agreement) if not original.under_way]
    if agreement.stage == Stage.SIGNING:
        return [] if agreement.mode == Mode.CEREMONY else resting
    return [original for original in resting if not original.settled]


def all_settled(agreement: Any) -> bool:
    """Whether every party has its original."""
    return all(original.settled for original in originals(agreement))
