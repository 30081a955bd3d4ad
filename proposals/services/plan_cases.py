"""A case and the row of the yearly plan it starts from."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.core import text
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.parties.models import Partner
from kerjasama.workflow.statute import Direction, Initiative
from proposals.effects.plan import release_row
from proposals.models import PlanRow, Proposal
from proposals.plan_stages import RowStage
from proposals.services import drafting
from proposals.services.planning import act_on_row
from proposals.stages import PlanStanding


def reference(row: PlanRow) -> str:
    """The row as a case cites it: list, place, and the decree that adopted it."""
    return f"{row.plan}, nomor urut {row.rank}, Keputusan Nomor {row.plan.decree_number} tanggal {text.date_long(row.plan.decree_on)}"


@transaction.atomic
def start_from(proposal: Proposal, row: PlanRow | None, *, by: User) -> None:
    """Let a case start from an adopted row, from another one than before, or from none.

    Raises NotYours (403), NotYet (409) for a row that is taken or not adopted, BadInput for a row of another unit.
    """
    held = Proposal.objects.select_for_update(of=("self",)).select_related("plan_row").get(pk=proposal.pk)
    drafting.require_writer(held, by)
    if held.plan_row == row:
        return
    release_row(held, by=by)
    drafting.write(held, _begin(held, row, by) if row is not None else {"plan_row": None}, by=by)
    proposal.refresh_from_db()


def _begin(case: Proposal, row: PlanRow, by: User) -> dict[str, Any]:
    """Start the row for a case; what the case then says of its standing in the plan."""
    if row.unit_id != case.lead_unit_id:
        raise BadInput(
            "Baris rencana milik perangkat daerah lain.",
            errors={"plan_row": ["Pilih baris perangkat daerah pemrakarsa."]},
        )
    act_on_row(row, "start", by=by, case=case.code)
    cited = reference(row)[:250]
    return {"plan_row": row, "plan_standing": PlanStanding.LISTED, "plan_reference": cited, "plan_exception": ""}


@transaction.atomic
def open_proposal_from(
    row: PlanRow, *, by: User, partners: Iterable[Partner], title: str = "", is_demo: bool = False
) -> Proposal:
    """Open a case on our own initiative from an adopted row, with everything the row knows already.

    Raises NotYours, BadInput without a partner, NotYet when the row is not adopted or taken, or its kind has no route.
    """
    if row.stage != RowStage.ADOPTED:
        told = f"Baris {row.code} sekarang: {row.stage_label()}."
        raise NotYet(f"Usulan dibuka dari baris yang sudah ditetapkan dan belum berjalan. {told}")
    proposal = drafting.open_proposal(
        by=by, title=title or row.title, direction=Direction.OUTGOING, lead_unit=row.unit, partners=partners, kind=row.kind,
        category=row.category, initiative=Initiative.REGION, choice={"plan_row": row.code}, is_demo=is_demo,
    )  # fmt: skip
    # A foreign case begins where nothing is written yet: what the row knows is part of its opening, on every route.
    for name, value in {**prefilled(row), **_begin(proposal, row, by)}.items():
        setattr(proposal, name, value)
    proposal._history_user, proposal._change_reason = by, f"Membuka dari baris {row.code}"
    proposal.save()
    if "mapping" in proposal.route.parts and drafting.may_write(proposal, by):
        mapped = ("potential", "characteristics", "needs", "externality")
        drafting.write_mapping(proposal, {name: getattr(row, name) for name in mapped}, by=by)
    return proposal


def prefilled(row: PlanRow) -> dict[str, Any]:
    """What a row says, as the fields of a proposal; the rest is asked for there."""
    funding = "; ".join(filter(None, (row.get_funding_display(), row.get_budget_status_display().lower())))
    return {
        "affair": row.affair, "location": row.location, "background": "\n".join(filter(None, (row.needs, row.potential, row.characteristics))),
        "benefits": row.benefits, "financing": funding, "amount": row.cost_amount,
    }  # fmt: skip
