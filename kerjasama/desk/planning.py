"""What of the yearly plan waits for a person: rows by list and step, and the lists themselves."""

from typing import Any

from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.desk.task import Task
from proposals import plan_selectors
from proposals.models import PlanRow, PlanYear
from proposals.plan_selectors import WAITS
from proposals.plan_stages import PlanStage, RowStage

LISTS = {PlanStage.OPEN: "Ajukan daftar rencana untuk ditetapkan", PlanStage.SUBMITTED: "Tetapkan daftar rencana"}


def tasks(user: User) -> list[Task]:
    """One task for each list and step: thirty rows to verify are one piece of work; a single row is opened at once."""
    found = [_of_rows(group) for group in plan_selectors.waiting(user)]
    return found + [_of_list(plan) for plan in plan_selectors.lists_in_hand(user)]


def _of_rows(group: dict[str, Any]) -> Task:
    plan, rows, stage = group["plan"], group["rows"], RowStage(group["stage"])
    due = plan.open_until if stage == RowStage.DRAFT else min((row.due_on for row in rows if row.due_on), default=None)
    if len(rows) == 1:
        row = rows[0]
        return _task(WAITS[stage], row.title, row.code, row.get_absolute_url(), due, row.stage_since, row)
    address = f"{reverse('plan:list', args=[plan.year, plan.edition])}?giliran=1&tahap={stage.value}"
    return _task(f"{WAITS[stage]}: {len(rows)} baris", str(plan), plan.case_code, address, due, rows[0].stage_since)


def _of_list(plan: PlanYear) -> Task:
    marked = plan.stage == PlanStage.SUBMITTED and plan.turn_office != Office.KDH
    title = plan.arrow("give_letter_paraf").label if marked else LISTS[PlanStage(plan.stage)]
    return _task(title, str(plan), plan.case_code, plan.get_absolute_url(), None, plan.stage_since)


def _task(title: str, subject: str, code: str, url: str, due: Any, since: Any, row: PlanRow | None = None) -> Task:
    kind, category = (row.kind, row.get_category_display()) if row else ("", "")
    return Task(
        title=title,
        subject=subject,
        code=code,
        kind=kind,
        category=category,
        url=url,
        action_url=url,
        due_on=due,
        since=since,
    )
