"""Right answers for the acts of cooperation abroad: a paper from outside with what it says."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from kerjasama.core import clock
from kerjasama.parties.models import Partner
from tests.support import facts

Pick = Callable[[list[Any]], Any]
_numbers = count(1)
#: Acts that keep a paper of the partner, the Gubernur, the Menteri or the Menlu.
PAPERS = (
    "record_initiative", "record_relations", "record_minister_on_intent", "record_menlu_on_intent", "record_forwarding",
    "record_verification", "name_technical_partner", "send_intent_copy", "record_discussion", "record_approval", "record_copy",
)  # fmt: skip


def paper(_: Any, pick: Pick) -> dict[str, Any]:
    """A paper with a number of its own; the Menteri may want the plan repaired, the Menlu may know of no relations."""
    number = f"LN/{next(_numbers)}/2026"
    return {
        "number": number, "dated": clock.today(), "file": facts.scan(number), "reply": pick(["ANSWERED", "MINUTES"]),
        "signed_by": "Sekretaris Jenderal", "summary": "Dapat dilanjutkan.", "result": pick(["PROCEED", "PROCEED", "REPAIR"]),
        "relations": pick(["YES", "YES", "NO"]), "ministry": Partner.objects.filter(kind="CENTRAL").first(), "recommendation": "7/REK/2026",
    }  # fmt: skip


def confirmation(agreement: Any, pick: Pick) -> dict[str, Any]:
    """Nearly always on the text as it stands."""
    return paper(agreement, pick) | {"text_hash": pick([agreement.text_hash] * 4 + ["0" * 64])}


def permit(subject: Any, pick: Pick) -> dict[str, Any]:
    day = clock.today()
    term = {"kind": pick(["PRINCIPLE", "OPERATIONAL"]), "issuer": "Kementerian Luar Negeri"}
    return paper(subject, pick) | term | {"valid_from": day, "valid_to": day + timedelta(days=pick([300, 900, 1500]))}


ABROAD: dict[str, Callable[[Any, Pick], dict[str, Any]]] = {
    **dict.fromkeys(PAPERS, paper),
    "record_relations": lambda subject, pick: paper(subject, pick) | {"reply": pick(["PROCEED", "ANSWERED"])},
    "record_confirmation": confirmation,
    "record_permit": permit,
    "submit_repaired_plan": lambda _, pick: {"substance_changed": pick([False, True])},
}
