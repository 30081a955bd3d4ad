"""The page of one list: how far it has come, who is waited for, until when, and what can be done."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, people_in
from kerjasama.core import text
from kerjasama.documents import selectors as documents
from kerjasama.workflow.selectors import events_of
from proposals import plan_selectors as selectors
from proposals.guards.plan import list_is_finished
from proposals.models import PlanYear
from proposals.plan_stages import PlanStage, RowStage
from proposals.views.plan.common import TONES, address, buttons, crumbs, may_add, plan_of, tabs, timeline

#: The phases of a list: label, who, the stages of its rows that stand in it.
PHASES = (
    ("Usulan perangkat daerah", "Perangkat daerah", (RowStage.DRAFT,)),
    ("Verifikasi", "Bagian Kerja Sama dan Bappeda", (RowStage.PROPOSED,)),
    ("Pembahasan TKKSD", "TKKSD, dicatat Kabag", (RowStage.VERIFIED,)),
    ("Penetapan", "Kepala Daerah", (RowStage.DISCUSSED,)),
    ("Pelaksanaan", "Perangkat daerah", (RowStage.ADOPTED, RowStage.RUNNING)),
)
ADOPTED_FROM = 4
WORDS = {"done": "Selesai", "now": "Berjalan", "todo": "Berikutnya"}


def counts_line(counts: Mapping[str, int]) -> str:
    """ "12 baris, 3 berjalan" from how many rows stand at each stage."""
    standing = sum(n for stage, n in counts.items() if stage != RowStage.DROPPED)
    ends = (RowStage.RUNNING, RowStage.FINISHED, RowStage.DROPPED)
    parts = [f"{counts[stage]} {stage.label.lower()}" for stage in ends if counts.get(stage)]
    return ", ".join([f"{standing} baris", *parts])


@require_GET
@login_required
def year_page(request: HttpRequest, year: int, edition: int) -> HttpResponse:
    """One list at a glance."""
    plan, user = plan_of(request, year, edition), request.user
    counts = plan.counts_by_stage()
    context = {
        "plan": plan,
        "tone": TONES.get(plan.stage, "ok"),
        "pages": tabs(plan, "year"),
        "phases": _phases(plan, counts),
        "turn": _turn(plan, user),
        "acts": buttons(plan, user, "plan:act", plan.year, plan.edition),
        "stages": _stages(plan, counts),
        "waits": [found for found in selectors.waiting(user) if found["plan"] == plan],
        "documents": documents.for_subjects([plan]),
        "events": timeline(events_of([plan])[:30]),
        "may_add": may_add(plan, user),
        "may_discuss": plan.stage == PlanStage.OPEN and holds(user, Office.KABAG) and counts.get(RowStage.VERIFIED),
        "may_revise": plan.stage == PlanStage.ADOPTED and holds(user, Office.BAGIAN, Office.KABAG) and _is_newest(plan),
        "editions": PlanYear.visible_to(user).filter(year=plan.year).exclude(pk=plan.pk),
        "crumbs": crumbs(None, {"label": plan.label}),
    }
    return render(request, "proposals/plan/year.html", context)


def _is_newest(plan: PlanYear) -> bool:
    return not PlanYear.objects.filter(year=plan.year, edition__gt=plan.edition).exists()


def _phases(plan: PlanYear, counts: dict[str, int]) -> list[dict[str, Any]]:
    found, reached = [], False
    for number, (label, who, stages) in enumerate(PHASES, start=1):
        here = sum(counts.get(stage, 0) for stage in stages)
        state = _state(plan, number, here, reached)
        reached = reached or state == "now"
        past = plan.stage == PlanStage.ADOPTED and number < ADOPTED_FROM
        told = f"{here} baris" if here and not past else WORDS[state]
        found.append(
            {
                "number": number,
                "label": label,
                "state": state,
                "state_label": told,
                "actor": who,
                "date": _date(plan, number),
            }
        )
    return found


def _state(plan: PlanYear, number: int, here: int, reached: bool) -> str:
    if plan.stage == PlanStage.ADOPTED:
        return "done" if number <= ADOPTED_FROM else "now"
    if plan.stage == PlanStage.SUBMITTED:
        return "done" if number < ADOPTED_FROM else "now" if number == ADOPTED_FROM else "todo"
    if number > ADOPTED_FROM:
        return "todo"
    return "now" if here or (number == 1 and not reached) else "todo"


def _date(plan: PlanYear, number: int) -> str:
    if number == 1 and plan.stage == PlanStage.OPEN:
        return f"sampai {text.date_short(plan.open_until)}"
    return text.date_short(plan.decree_on) if number == ADOPTED_FROM and plan.decree_on else ""


def _turn(plan: PlanYear, user: Any) -> dict[str, Any]:
    """Who is waited for, in words: every key that components/turn.html reads."""
    if plan.stage == PlanStage.ADOPTED:
        decree = f"Keputusan Nomor {plan.decree_number} tanggal {text.date_long(plan.decree_on)}"
        return _box(f"Ditetapkan dengan {decree}. Usulan kerja sama dibuka dari barisnya.", closed=True)
    if plan.stage == PlanStage.SUBMITTED:
        return _before_head(plan, user)
    lacks = list_is_finished.lacks(plan, None)
    if not lacks:
        return _of(Office.KABAG, user, "Semua baris sudah dibahas. Daftar dapat diajukan untuk ditetapkan.")
    told = " ".join(lack.sentence for lack in lacks)
    return _box(told, office="Perangkat daerah, Bagian Kerja Sama, Bappeda", due_on=plan.open_until)


def _before_head(plan: PlanYear, user: Any) -> dict[str, Any]:
    if plan.turn_office == Office.KDH:
        return _of(Office.KDH, user, "Rancangan Keputusan menunggu penetapan Kepala Daerah.")
    return _of(Office(plan.turn_office), user, "Rancangan Keputusan menunggu paraf sebelum ditetapkan Kepala Daerah.")


def _of(office: Office, user: Any, told: str) -> dict[str, Any]:
    return _box(told, office=office.label, person=_names(office), mine=holds(user, office))


def _box(told: str, **facts: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"person": "", "office": "", "mine": False, "closed": False, "due_on": None}
    return {**plain, "text": told, **facts}


def _names(office: str) -> str:
    return text.joined([person.full_name for person in people_in(office)])


def _stages(plan: PlanYear, counts: dict[str, int]) -> list[dict[str, Any]]:
    """How many rows stand where, each a link to the list."""
    base = address(plan, "list")
    return [
        {
            "label": stage.label,
            "count": counts.get(stage, 0),
            "url": f"{base}?tahap={stage.value}",
            "tone": TONES.get(stage, ""),
        }
        for stage in RowStage
        if counts.get(stage)
    ]
