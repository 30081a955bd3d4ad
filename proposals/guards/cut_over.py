"""What must hold before a case comes in from paper in the midst of its way."""

from typing import Any

from kerjasama.workflow.guards import guard
from proposals.guards.foreign import intent_holds
from proposals.routes.traits import Trait
from proposals.stages import Stage


@guard("Usulan ini tidak masuk dari proses kertas.", hides=True)
def came_from_paper(proposal: Any) -> bool:
    """A case that began here is not carried past a stage by papers: only one that came in from paper is."""
    return proposal.from_paper_on is not None


@guard("Usulan ini tidak masuk dari proses kertas.", hides=True)
def runs_on_paper(proposal: Any) -> bool:
    """As above; where nothing comes before the plan, the plan itself is where a case comes in."""
    return proposal.from_paper_on is not None or Trait.INTENT not in proposal.route.traits


@guard(
    "Pernyataan kehendak (LoI) belum ada: masukkan LoI yang sedang berlaku sebagai naskah, atau sebagai bukti bersama penjajakannya.",
    basis="Permendagri 25/2020 Pasal 14 dan 15", on=(Trait.INTENT,),
)  # fmt: skip
def intent_was_signed(proposal: Any) -> bool:
    """The letter of intent holds today, or came in as a paper: its year may have passed since the plan was handed in."""
    told = proposal.events.filter(act="enter_exploration_from_paper", target=Stage.PLAN)
    return intent_holds(proposal) or told.exists()
