"""What of the statutory reports waits for a person."""

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import seats
from kerjasama.desk.task import Task
from kerjasama.statutory import selectors
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.stages import Stage

TITLES = {
    Stage.DRAFT: "Susun laporan",
    Stage.CHECK: "Periksa laporan",
    Stage.LETTER: "Tandatangani laporan",
    Stage.SENDING: "Kirim laporan dan catat pengirimannya",
}


def tasks(user: User) -> list[Task]:
    """One task for each edition that waits for an office of this person; one query."""
    offices = sorted({seat.office for seat in seats(user)})
    return [_task(edition) for edition in selectors.in_hand(user, offices)]


def _task(edition: ReportEdition) -> Task:
    marked = edition.stage == Stage.LETTER and edition.turn_office != edition.step.office
    return Task(
        title=edition.arrow("give_letter_paraf").label if marked else TITLES[Stage(edition.stage)], subject=str(edition), code=edition.case_code,
        kind="", category="", url=edition.get_absolute_url(), action_url=edition.get_absolute_url(), due_on=edition.due_on, since=edition.stage_since,
    )  # fmt: skip
