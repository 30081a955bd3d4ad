"""The legal acts on a proposal: one named method an act, its arrow in the decorator, a module for each part of the way.

A method moves the proposal and notes facts on it; letters, rows of other rooms and messages are effects.
"""

from kerjasama.documents.parafed import parafed
from kerjasama.workflow.correctable import correctable
from proposals.lifecycle.closing import Closing
from proposals.lifecycle.cut_over import FromPaper
from proposals.lifecycle.dprd import Approved
from proposals.lifecycle.foreign import Foreign
from proposals.lifecycle.letters import Letters
from proposals.lifecycle.mandatory import Mandatory
from proposals.lifecycle.preparation import Preparation
from proposals.lifecycle.third_party import ThirdParty
from proposals.lifecycle.tkksd import Consulted
from proposals.outgoing import OUTGOING
from proposals.stages import Stage

Parafed = parafed(OUTGOING)
Corrected = correctable(Stage)


class ProposalLifecycle(
    Preparation, Letters, Consulted, Approved, Mandatory, ThirdParty, Foreign, FromPaper, Parafed, Closing, Corrected
):
    """Every act on a proposal, in the order of the statute. Called through the one door only."""
