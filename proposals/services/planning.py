"""The yearly plan: open a year or its Perubahan, do acts on the list and its rows, and hear from the rooms downstream."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.parties.models import Partner
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin, perform
from kerjasama.workflow.statute import Category, CooperationKind
from proposals.effects.plan import ROW_EFFECTS, YEAR_EFFECTS, finish_row, lock_plan
from proposals.models import Affair, PlanRow, PlanYear, Proposal
from proposals.plan_stages import PlanStage, Source
from proposals.routes.plan import YEAR
from proposals.services import plan_rows

PLANNERS = (Office.BAGIAN, Office.KABAG)
LAST_EDITION = 4


@transaction.atomic
def open_year(year: int, open_until: date, *, by: User) -> PlanYear:
    """Open the list of a year for rows until a day (inclusive).

    Raises NotYours, BadInput for a day that has passed or a year out of reach, NotYet when the list is there already.
    """
    seat = require(by, *PLANNERS)
    _refuse_past(open_until)
    if not clock.today().year <= year <= clock.today().year + 2:
        raise BadInput("Tahun di luar jangkauan.", errors={"year": ["Pilih tahun berjalan atau dua tahun sesudahnya."]})
    if PlanYear.objects.filter(year=year).exists():
        raise NotYet(f"Daftar rencana tahun {year} sudah ada. Buka dari halaman Perencanaan.")
    plan = PlanYear(year=year, edition=1, open_until=open_until)
    begin(plan, by=by, seat=seat, route_key=YEAR, label="Membuka penyusunan daftar rencana", due_on=open_until)
    return plan


@transaction.atomic
def open_revision(plan: PlanYear, open_until: date, *, by: User) -> PlanYear:
    """Open the Perubahan of an adopted list as its next edition. Raises NotYours, BadInput, NotYet."""
    seat = require(by, *PLANNERS)
    _refuse_past(open_until)
    lock_plan(plan.pk)
    newest = PlanYear.objects.filter(year=plan.year).order_by("-edition").first()
    if newest is None or newest.stage != PlanStage.ADOPTED:
        raise NotYet("Perubahan dibuka sesudah daftar sebelumnya ditetapkan.")
    if newest.edition >= LAST_EDITION:
        raise NotYet("Daftar satu tahun paling banyak diubah tiga kali.")
    fresh = PlanYear(year=plan.year, edition=newest.edition + 1, open_until=open_until)
    begin(fresh, by=by, seat=seat, route_key=YEAR, label="Membuka Perubahan daftar rencana", due_on=open_until)
    return fresh


@transaction.atomic
def act_on_plan(plan: PlanYear, name: str, *, by: User, **facts: Any) -> StageEvent:
    """Do a named act on the list of a year; raises what the door raises, and then nothing has happened."""
    if name == "extend":
        _refuse_past(facts["open_until"])
    return perform(plan, name, by=by, effects=YEAR_EFFECTS, **facts)


@transaction.atomic
def act_on_row(row: PlanRow, name: str, *, by: User, **facts: Any) -> StageEvent:
    """Do a named act on a row. The list is locked first, so that two at once never give one place twice."""
    lock_plan(row.plan_id)
    return perform(row, name, by=by, effects=ROW_EFFECTS, **facts)


@transaction.atomic
def discuss(notes: Mapping[int, str], *, held_on: date, by: User) -> list[StageEvent]:
    """Record what the TKKSD said of several rows (pk -> note) in one act. Raises as the door, BadInput for an empty note."""
    if not notes:
        raise BadInput(
            "Belum ada baris yang dipilih.", errors={"rows": ["Tulis catatan TKKSD pada sedikitnya satu baris."]}
        )
    if any(not note.strip() for note in notes.values()):
        raise BadInput("Catatan TKKSD wajib diisi.", errors={"rows": ["Tulis catatan pada setiap baris yang dipilih."]})
    rows = PlanRow.visible_to(by).filter(pk__in=notes).order_by("rank", "pk")
    if len(rows) != len(notes):
        raise BadInput("Sebagian baris tidak ditemukan. Muat ulang halaman.")
    return [act_on_row(row, "discuss", by=by, note=notes[row.pk].strip(), occurred_on=held_on) for row in rows]


def note_in_force(proposal: Proposal, on: date) -> None:
    """Downstream tells that a naskah of a case is in force: its row is carried out. A later one changes nothing."""
    finish_row(proposal, on)


def propose_from_partner(
    plan: PlanYear,
    *,
    by: User,
    unit: OrgUnit,
    title: str,
    source: str = Source.THIRD_PARTY,
    partner: Partner | None = None,
    partner_name: str = "",
    kind: str = CooperationKind.KSDPK,
    category: str = Category.PUBLIC_SERVICE,
    affair: Affair | None = None,
    needs: str = "",
    location: str = "",
    reference: str = "",
) -> PlanRow:
    """Take a request of another region or a third party into the list, as a draft that a unit completes.

    `reference` names the request (tracking number or letter). Raises NotYours unless the Bagian does it, BadInput when
    nobody is named as partner or the source is a unit of ours, NotYet when the list takes no rows any more.
    """
    require(by, Office.BAGIAN)
    if source == Source.OPD:
        raise BadInput("Asal usulan salah.", errors={"source": ["Pilih daerah lain atau pihak ketiga."]})
    if partner is None and not partner_name.strip():
        raise BadInput("Pengusul belum disebut.", errors={"partner_name": ["Tulis nama pengusul."]})
    values = {
        "source": source, "source_reference": reference.strip(), "partner": partner, "partner_name": partner_name.strip(),
        "kind": kind, "category": category, "affair": affair, "needs": needs.strip(), "location": location.strip(),
    }  # fmt: skip
    return plan_rows.new_row(plan, unit=unit, title=title, by=by, values=values, label="Mencatat usulan dari luar")


def _refuse_past(day: date) -> None:
    if day < clock.today():
        raise BadInput("Batas pengusulan sudah lewat.", errors={"open_until": ["Pilih hari ini atau sesudahnya."]})
