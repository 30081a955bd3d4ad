"""Right answers for the acts that stand only where a third party or a surat kuasa is about."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from agreements.models import Agreement
from agreements.routes import end_grounds
from agreements.stages import Trait
from kerjasama.core import clock
from proposals.legality import PaperKind
from proposals.models import Proposal
from tests.support import facts

Pick = Callable[[list[Any]], Any]
_numbers = count(1)
CONFIRMED = Trait.CONFIRMED
HEAD = {"grantee_name": "Sri Rahayu", "grantee_title": "Kepala Dinas Lingkungan Hidup"}


def power(agreement: Agreement, pick: Pick) -> dict[str, Any]:
    """Nearly always one that names this very PKS."""
    number = f"100.3.7/{next(_numbers)}/KUASA"
    about = pick([agreement.title] * 4 + ["Perjanjian lain"])
    return HEAD | {"number": number, "dated": clock.today(), "about": about, "file": facts.scan(number)}


def result(_: Agreement, pick: Pick) -> dict[str, Any]:
    """Abroad a car may come that nobody spoke of with the Menteri: refused."""
    money = {"kind": "MONEY", "deposit_number": f"STS-{next(_numbers)}", "account": "1.01"}
    goods = {"kind": "GOODS", "asset_number": f"KIB-{next(_numbers)}"}
    grant = {"grant_reference": f"Perjanjian Hibah {next(_numbers)}"}
    return pick([money, goods]) | grant | {"description": "Bagi hasil", "amount": 1_000_000}


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


def ending(agreement: Agreement, pick: Pick) -> dict[str, Any]:
    """A ground of its own kind, or now and then one that is none."""
    number = f"BA/{next(_numbers)}/2026"
    return {
        "ground": pick([str(g) for g in end_grounds(agreement.route_key)] + ["LEADER_CHANGE"]), "number": number, "settlement": "Tidak ada.",
        "file": facts.scan(number), "replaced_by": None,
    }  # fmt: skip


def letter(_: Agreement, __: Pick) -> dict[str, Any]:
    number = f"100.3.7/{next(_numbers)}/2026"
    return {
        "number": number, "file": facts.scan(number), "summary": "Pembagian hasil berbeda.", "outcome": "Disepakati.",
        "consent": "Surat mitra Nomor 5",
    }  # fmt: skip


OTHERS: dict[str, Callable[[Any, Pick], dict[str, Any]]] = {
    "draft_power": lambda *_: dict(HEAD),
    "record_power": power,
    "record_result": result,
    "record_legal_paper": paper,
    "acknowledge_sector_law": lambda *_: {"regulation": "Peraturan sektor", "note": ""},
    "acknowledge_asset_rules": lambda *_: {"regulation": "PP 27/2014", "note": ""},
    "skip_step": lambda *_: {"legal_basis": "Pasal 8 peraturan sektor"},
    "assess_criteria": criteria,
    "end_early": ending,
    # Only a region that began on paper enters so; the walks here begin in the system, so it is tried without its papers.
    "enter_from_paper": lambda *_: {"stage": "INSTRUMENTS", "papers": {}, "given": {}, "file": None},
    "enter_exploration_from_paper": lambda *_: {"stage": "PLAN", "papers": {}},
    "enter_plan_from_paper": lambda *_: {"stage": "TKKSD_REVIEW", "papers": {}},
    "enter_dprd_from_paper": lambda *_: {"stage": "DPRD_PENDING", "papers": {}},
    "enter_signed": lambda *_: {
        "ends_on": clock.today() - timedelta(days=1),
        "slots": {},
        "file": None,
        "archive_place": "Lemari",
    },
    # Neither is anybody's to choose: a naskah takes up a signed adendum, an adendum ends with its naskah.
    "take_amendment": lambda naskah, _: {"amendment": naskah},
    "end_with_parent": lambda naskah, _: {"parent": naskah},
    "plan_replacement": lambda naskah, _: {"successor": naskah.successors().first() or naskah.proposal},
    "record_dispute": letter,
    "escalate_dispute": letter,
    "settle_dispute": letter,
    "notify_extension": letter,
    "record_extension": lambda naskah, _: (
        letter(naskah, _)
        | {
            "new_end": naskah.ends_on + timedelta(days=365),
            "confirmation_number": f"D/{next(_numbers)}/2026",
            "confirmed_on": clock.today(),
            "confirmation": facts.scan("konfirmasi"),
        }
    ),
    "record_grant_coordination": letter,
    "set_validity": lambda _, pick: {"months": pick([3, 6, 12])},
    "send_to_legal": lambda agreement, pick: (
        {"grant": pick(["NONE", "NONE", "UNSETTLED"])} if CONFIRMED in agreement.route.traits else {}
    ),
    "note_evaluation": lambda _, pick: {
        "verdict": pick(["CONTINUE", "STOP"]),
        "period": "Semester I 2026",
        "period_end": clock.today(),
    },
}
