"""Right answers for the acts that stand only where a third party or a surat kuasa is about."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from agreements.models import Agreement
from kerjasama.core import clock
from proposals.legality import PaperKind
from proposals.models import Proposal
from tests.support import facts

Pick = Callable[[list[Any]], Any]
_numbers = count(1)
HEAD = {"grantee_name": "Sri Rahayu", "grantee_title": "Kepala Dinas Lingkungan Hidup"}


def power(agreement: Agreement, pick: Pick) -> dict[str, Any]:
    """Nearly always one that names this very PKS."""
    number = f"100.3.7/{next(_numbers)}/KUASA"
    about = pick([agreement.title] * 4 + ["Perjanjian lain"])
    return HEAD | {"number": number, "dated": clock.today(), "about": about, "file": facts.scan(number)}


def result(_: Agreement, pick: Pick) -> dict[str, Any]:
    money = {"kind": "MONEY", "deposit_number": f"STS-{next(_numbers)}", "account": "1.01"}
    goods = {"kind": "GOODS", "asset_number": f"KIB-{next(_numbers)}"}
    return pick([money, goods]) | {"description": "Bagi hasil", "amount": 1_000_000}


def paper(_: Proposal, pick: Pick) -> dict[str, Any]:
    number, day = f"LEG-{next(_numbers)}", clock.today()
    until = pick([None, day + timedelta(days=400)])
    return {
        "kind": pick(list(PaperKind.values)),
        "number": number,
        "dated": day,
        "expires_on": until,
        "file": facts.scan(number),
    }


def criteria(_: Proposal, pick: Pick) -> dict[str, Any]:
    return {
        "findings": {
            code: (pick([True, True, True, False]), "Terbukti.") for code in ("MASTER_PLAN", "FEASIBLE", "ABLE")
        }
    }


OTHERS: dict[str, Callable[[Any, Pick], dict[str, Any]]] = {
    "draft_power": lambda *_: dict(HEAD),
    "record_power": power,
    "record_result": result,
    "record_legal_paper": paper,
    "acknowledge_sector_law": lambda *_: {"regulation": "Peraturan sektor", "note": ""},
    "acknowledge_asset_rules": lambda *_: {"regulation": "PP 27/2014", "note": ""},
    "skip_step": lambda *_: {"legal_basis": "Pasal 8 peraturan sektor"},
    "assess_criteria": criteria,
}
