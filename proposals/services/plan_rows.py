"""Write rows of the yearly plan: new, part by part, copied from last year, changed in a Perubahan, deleted while drafts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require, seat_for
from kerjasama.core import clock, locks
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.documents import selectors as documents
from kerjasama.workflow.services import begin
from proposals.effects.plan import lock_plan
from proposals.models import PlanRow, PlanYear
from proposals.plan_stages import PlanStage, RowStage
from proposals.routes.plan import ROW

WRITERS = (Office.OPD, Office.BAGIAN)
#: What a copy takes along; figures are copied to be looked at again, scores and verifications never.
COPIED = (
    "source", "source_reference", "affair_id", "title", "kind", "category", "partner_id", "partner_name", "location", "potential",
    "characteristics", "needs", "externality", "benefits", "benefit_amount", "cost_amount", "funding", "programme_document", "programme",
    "exception",
)  # fmt: skip


@transaction.atomic
def new_row(
    plan: PlanYear, *, unit: OrgUnit, title: str, by: User, values: Mapping[str, Any] | None = None, label: str = "Membuat baris rencana",
) -> PlanRow:  # fmt: skip
    """A draft row of a unit. Raises NotYours, BadInput without a title, NotYet when the list takes no rows any more."""
    seat = require(by, *WRITERS, unit_id=unit.pk)
    if not title.strip():
        raise BadInput("Objek belum disebut.", errors={"title": ["Tulis objek kerja sama."]})
    require_collecting(plan)
    row = PlanRow(plan=plan, unit=unit, author=by, title=title.strip(), code=_next_code(plan.year), **(values or {}))
    begin(row, by=by, seat=seat, route_key=ROW, label=label)
    return row


def collecting() -> QuerySet[PlanYear]:
    """The lists that take new rows today, the nearest year first."""
    return PlanYear.objects.filter(stage=PlanStage.OPEN, open_until__gte=clock.today()).order_by("year", "edition")


def require_collecting(plan: PlanYear) -> None:
    """Refuse new rows (409) once the list is laid before the Kepala Daerah or the day has passed."""
    if plan.stage != PlanStage.OPEN:
        raise NotYet(f"{plan} sudah diajukan atau ditetapkan. Usulkan baris baru pada Perubahan.")
    if clock.today() > plan.open_until:
        raise NotYet("Masa pengusulan sudah lewat. Minta Bagian Kerja Sama memperpanjangnya.")


def may_write(row: PlanRow, user: User) -> bool:
    """Whether a person may change the content of a row now."""
    return row.stage == RowStage.DRAFT and seat_for(user, WRITERS, row.unit_id) is not None


def require_writer(row: PlanRow, user: User) -> None:
    """Refuse a person who may not write here (403), or anyone once the row was handed in (409)."""
    if seat_for(user, WRITERS, row.unit_id) is None:
        raise NotYours("Baris rencana ini hanya dapat diisi oleh perangkat daerah pengusul dan Bagian Kerja Sama.")
    if row.stage != RowStage.DRAFT:
        raise NotYet(
            "Baris rencana ini sudah dikirim. Minta Bagian Kerja Sama atau Bappeda mengembalikannya bila perlu diperbaiki."
        )


@transaction.atomic
def write(row: PlanRow, values: Mapping[str, Any], *, by: User) -> PlanRow:
    """Change the content of a draft row. Raises NotYours (403), NotYet (409)."""
    held = PlanRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
    require_writer(held, by)
    for name, value in values.items():
        setattr(held, name, value)
    held._history_user = by
    held._change_reason = "Mengisi baris rencana"
    held.save()
    return held


@transaction.atomic
def copy_rows(rows: Iterable[PlanRow], to: PlanYear, *, by: User) -> list[PlanRow]:
    """Copy rows of another list as drafts; one that was copied before is left out. Raises as `new_row`."""
    require_collecting(to)
    lock_plan(to.pk)
    there = set(to.rows.filter(copied_from__isnull=False).values_list("copied_from_id", flat=True))
    return [
        new_row(
            to, unit=row.unit, title=row.title, by=by, label=f"Menyalin baris {row.code}",
            values={**{name: getattr(row, name) for name in COPIED if name != "title"}, "copied_from": row},
        )
        for row in rows
        if row.pk not in there
    ]  # fmt: skip


@transaction.atomic
def revise_row(row: PlanRow, plan: PlanYear, *, by: User) -> PlanRow:
    """Begin a row of a Perubahan that shall replace an adopted one. Raises NotYet unless it stands and has not begun."""
    if (row.plan.year, row.plan.edition < plan.edition) != (plan.year, True):
        raise NotYet("Perubahan hanya mengganti baris dari daftar tahun yang sama.")
    held = PlanRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if held.stage != RowStage.ADOPTED:
        raise NotYet(f"Baris {row.code} sudah berjalan atau gugur, sehingga tidak dapat diganti.")
    if held.successors.exclude(stage=RowStage.DROPPED).exists():
        raise NotYet(f"Perubahan atas baris {row.code} sudah dimulai. Buka baris itu dari daftar Perubahan.")
    values = {name: getattr(row, name) for name in COPIED if name != "title"} | {
        "replaces": row,
        "budget_status": row.budget_status,
    }
    return new_row(plan, unit=row.unit, title=row.title, by=by, values=values, label=f"Mengubah baris {row.code}")


def require_deletable(row: PlanRow, user: User) -> None:
    """Refuse to delete another's draft (403), or a row that has an act on it (409)."""
    if row.author_id != user.pk:
        raise NotYours("Draf hanya dapat dihapus oleh penyusunnya.")
    if documents.of_subject(row).exists():
        raise NotYet(
            "Baris ini menyimpan berkas permohonan dari luar, sehingga tidak dapat dihapus. Gunakan “Nyatakan gugur”."
        )
    if row.act_count > 1:
        raise NotYet("Baris ini sudah mempunyai tindakan, sehingga tidak dapat dihapus. Gunakan “Nyatakan gugur”.")


@transaction.atomic
def delete_draft(row: PlanRow, *, by: User) -> None:
    """Delete a draft to which nothing has happened; its author's right only. Its history stays."""
    require_deletable(row, by)
    row._history_user = by
    row._change_reason = "Menghapus draf"
    row.delete()


def _next_code(year: int) -> str:
    # One lock for all codes: two new rows never get the same one.
    locks.hold(locks.Lock.PLAN_CODE)
    newest = PlanRow.objects.filter(plan__year=year).order_by("-code").values_list("code", flat=True).first()
    number = int(newest.rsplit("-", 1)[1]) + 1 if newest else 1
    return f"RKS-{year}-{number:03d}"
