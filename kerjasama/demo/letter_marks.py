"""Paraf under the letters of the demo: whoever is in turn gives it on the day on which the letter is signed."""

from collections.abc import Callable
from typing import Any

from agreements.outgoing import OUTGOING as OF_NASKAH
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.documents import letter_parafs
from kerjasama.statutory.outgoing import OUTGOING as OF_REPORTS
from kerjasama.workflow.models import StagedModel
from proposals.outgoing import OUTGOING, PLAN_OUTGOING

HOLDERS = {Office.KABAG: "ratna", Office.ASISTEN: "bambang", Office.SEKDA: "nurhayati"}
#: Acts that sign a letter, of every room.
SIGNS = frozenset(
    act for table in (OUTGOING, PLAN_OUTGOING, OF_NASKAH, OF_REPORTS) for place in table.values() for act in place.signs
)


def facts_of(subject: StagedModel) -> dict[str, Any]:
    """What a paraf says besides who gives it: the files it binds. A second office is declared where there is one."""
    return {"seal": letter_parafs.seal(letter_parafs.waiting_letters(subject)), "combined": True}


def mark_all(
    subject: StagedModel, door: Callable[..., Any], who: Callable[[str], User], do: Callable[[Callable[[], Any]], Any]
) -> None:
    """Every paraf that is still waited for, in order: `who` finds the person of that day, `do` lets it happen then."""
    while office := letter_parafs.next_office(subject):
        by = who(HOLDERS[Office(office)])
        do(lambda by=by: door(subject, "give_letter_paraf", by=by, **facts_of(subject)))
