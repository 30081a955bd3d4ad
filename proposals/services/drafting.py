"""Write a proposal: open it, fill its parts, delete it while nothing has happened to it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from kerjasama.accounts.models import Government, OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require, seat_for
from kerjasama.core import clock, locks, parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.parties.models import Partner
from kerjasama.workflow.services import begin
from kerjasama.workflow.statute import Category, CooperationKind, Direction, Initiative
from proposals.effects import EFFECTS
from proposals.effects.plan import release_row
from proposals.models import BudgetLine, Party, Proposal
from proposals.models import Mapping as AffairMapping
from proposals.routes import Beginning, has_route, route_key
from proposals.stages import Stage

WRITERS = {
    Stage.MAPPING: (Office.OPD, Office.BAGIAN),
    Stage.PREPARATION: (Office.OPD, Office.BAGIAN),
    Stage.INTAKE: (Office.BAGIAN,),
    Stage.EXPLORATION: (Office.OPD, Office.BAGIAN),
    Stage.PLAN: (Office.OPD, Office.BAGIAN),
}


@transaction.atomic
def open_proposal(
    *,
    by: User,
    title: str,
    direction: str,
    lead_unit: OrgUnit,
    partners: Iterable[Partner],
    kind: str = CooperationKind.KSDD,
    category: str = Category.VOLUNTARY,
    initiative: str = Initiative.REGION,
    choice: Mapping[str, Any] | None = None,
    choice_reason: str = "",
    is_demo: bool = False,
) -> Proposal:
    """Open a case with its parties, on the route of its kind, direction and the policies of today.

    An outgoing one is the lead unit's or the Bagian's to open, an incoming one the Bagian's. `choice` is what was
    answered when the kind was chosen. Raises NotYours, BadInput when there is no partner, NotYet without a route.
    """
    others = list(dict.fromkeys(partners))
    if not others:
        raise BadInput("Mitra belum dipilih.", errors={"partner": ["Pilih mitra."]})
    held_back = [partner for partner in others if partner.awaits_clearance]
    if held_back:
        told = f"{held_back[0]} mewakili {held_back[0].owns}, yang tidak berbadan hukum: tunggu telaah Bagian Hukum (PP 28/2018 Pasal 14)."
        raise BadInput(told, errors={"partner": [told]})
    openers = (Office.BAGIAN,) if direction == Direction.INCOMING else (Office.OPD, Office.BAGIAN)
    seat = require(by, *openers, unit_id=lead_unit.pk)
    year = clock.today().year
    if not has_route(kind, category):
        raise NotYet("Jenis kerja sama ini belum mempunyai rute, sehingga usulannya belum dapat dibuat.")
    proposal = Proposal(
        code=_next_code(kind, year), year=year, kind=kind, category=category, initiative=initiative, direction=direction,
        title=title.strip(), lead_unit=lead_unit, author=by, choice=dict(choice or {}), choice_reason=choice_reason.strip(),
        is_demo=is_demo,
    )  # fmt: skip
    key = route_key(
        Beginning(
            kind,
            category,
            direction,
            initiative,
            Government.current().level,
            parameters.value("dprd_gate"),
            parameters.value("dprd_for_forwarding"),
        )  # fmt: skip
    )
    begin(proposal, by=by, seat=seat, route_key=key, label="Membuat usulan", effects=EFFECTS)
    ours_first = direction == Direction.OUTGOING
    ordered: list[Partner | None] = [None, *others] if ours_first else [*others, None]
    for order, partner in enumerate(ordered, start=1):
        Party.objects.create(proposal=proposal, partner=partner, order=order)
    return proposal


def _next_code(kind: str, year: int) -> str:
    # One lock for all codes: two new proposals never get the same one.
    locks.hold(locks.Lock.PROPOSAL_CODE)
    newest = Proposal.objects.filter(kind=kind, year=year).order_by("-code").values_list("code", flat=True).first()
    number = int(newest.rsplit("-", 1)[1]) + 1 if newest else 1
    return f"{kind}-{year}-{number:03d}"


def may_write(proposal: Proposal, user: User) -> bool:
    """Whether a person may change the content of a proposal now."""
    offices = WRITERS.get(Stage(proposal.stage), ())
    return seat_for(user, offices, proposal.lead_unit_id) is not None


def require_writer(proposal: Proposal, user: User) -> None:
    """Refuse a person who may not write here (403), or anyone once the proposal has moved on (409)."""
    if seat_for(user, (Office.OPD, Office.BAGIAN), proposal.lead_unit_id) is None:
        raise NotYours("Isi usulan ini hanya dapat diubah oleh perangkat daerah pemrakarsa dan Bagian Kerja Sama.")
    if not may_write(proposal, user):
        raise NotYet(
            f"Isi usulan tidak dapat diubah pada tahap {proposal.stage_label()}. Minta Bagian Kerja Sama mengembalikannya."
        )


@transaction.atomic
def write(proposal: Proposal, values: dict[str, Any], *, by: User) -> Proposal:
    """Change content fields while the proposal is being prepared. Raises NotYours (403), NotYet (409)."""
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    require_writer(held, by)
    for name, value in values.items():
        setattr(held, name, value)
    held._history_user = by
    held._change_reason = "Mengisi usulan"
    held.save()
    return held


@transaction.atomic
def write_mapping(proposal: Proposal, values: Mapping[str, str], *, by: User) -> None:
    """Write the mapping of the affair beside the proposal. Raises NotYours (403), NotYet (409)."""
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    require_writer(held, by)
    row = AffairMapping.objects.filter(proposal=held).first() or AffairMapping(proposal=held)
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user = by
    row.save()


@transaction.atomic
def plan_budget(proposal: Proposal, lines: Iterable[tuple[int, Decimal]]) -> None:
    """Replace the planned burden per budget year (rupiah); a year that is gone is removed."""
    wanted = dict(lines)
    proposal.budget_lines.exclude(year__in=wanted).delete()
    for year, amount in wanted.items():
        BudgetLine.objects.update_or_create(proposal=proposal, year=year, defaults={"amount": amount})


@transaction.atomic
def delete_draft(proposal: Proposal, *, by: User) -> None:
    """Delete a draft to which nothing has happened yet; its author's right only. Its history stays.

    Raises NotYours, NotYet: also where a naskah names it as the case that follows it or runs it.
    """
    require_deletable(proposal, by)
    release_row(proposal, by=by)
    proposal._history_user = by
    proposal._change_reason = "Menghapus draf"
    try:
        proposal.delete()
    except ProtectedError as error:
        told = (
            "Usulan ini disebut sebagai kelanjutan sebuah naskah, sehingga tidak dapat dihapus. Gunakan “Tarik usulan”."
        )
        raise NotYet(told) from error


def require_deletable(proposal: Proposal, user: User) -> None:
    """Refuse to delete another's draft (403), or anything that has an act on it (409)."""
    if proposal.author_id != user.pk:
        raise NotYours("Draf hanya dapat dihapus oleh penyusunnya.")
    if proposal.act_count > 1:
        raise NotYet("Usulan ini sudah mempunyai tindakan, sehingga tidak dapat dihapus. Gunakan “Tarik usulan”.")
