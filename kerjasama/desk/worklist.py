"""Tugas saya: exactly what waits for a person, over all rooms.

Every page counts it in its frame, and most people have nothing in most rooms. So each room is first asked the small
question, whether there is anything at all; who may see it is asked only then.
"""

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from agreements.lifecycle import COORDINATORS
from agreements.models import Agreement
from agreements.stages import ParafKind, ParafState, Stage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import UNIT_BOUND, Office
from kerjasama.accounts.permissions import holds, seats
from kerjasama.core import clock
from kerjasama.counter import selectors as counter
from kerjasama.counter.classify import classify
from kerjasama.desk import council, duties, exchange, inquiries, old_endings, planning, remarks, reporting, workroom
from kerjasama.desk.next_act import next_acts
from kerjasama.desk.task import Task
from kerjasama.desk.vacancies import vacancies
from kerjasama.notifications.selectors import given_up
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.selectors import in_hand
from monitoring.models import Report
from proposals.models import Proposal
from proposals.permits import Ending, endings

ROOMS: tuple[tuple[type[StagedModel], tuple[str, ...]], ...] = (
    (Proposal, ("lead_unit",)),
    (Agreement, ("proposal", "executing_unit")),
    (Report, ("agreement__proposal", "agreement__executing_unit")),
)


def case_of(subject: StagedModel) -> Proposal:
    """The case a subject belongs to."""
    if isinstance(subject, Proposal):
        return subject
    return subject.proposal if isinstance(subject, Agreement) else subject.agreement.proposal


def tasks(user: User) -> list[Task]:
    """What waits for a person, nearest deadline first; opinions a TKKSD member still owes count too."""
    found = [_opinion(item) for item in workroom.waiting(user)] if holds(user, Office.TKKSD) else []
    if seats(user):
        subjects = waiting(user)
        acts = next_acts(subjects)
        found = (
            [_task(subject, acts[subject]) for subject in subjects]
            + found
            + _at_the_counter(user)
            + planning.tasks(user)
            + reporting.tasks(user)
            + _permits(user)
            + inquiries.tasks(user)
            + council.tasks(user)
            + duties.tasks(user)
            + exchange.tasks(user)
            + old_endings.tasks(user)
            + _remarks(user)
            + _coordination(user)
            + _vacancies(user)
            + _failed_mail(user)
        )
    return sorted(found, key=lambda task: (task.due_on or date.max, task.since or date.max, task.code))


def of_request(request: HttpRequest) -> list[Task]:
    """The tasks of the person who asks, worked out once a request: the page and its frame both show them."""
    if not hasattr(request, "_kerjasama_tasks"):
        request._kerjasama_tasks = tasks(request.user)
    return request._kerjasama_tasks


def waiting(user: User) -> list[StagedModel]:
    """The subjects whose turn is this person's, of those he may see; one query a room, and one more where there are any."""
    held = seats(user)
    found: list[StagedModel] = []
    for model, joined in ROOMS:
        turned = in_hand(model, held)
        if turned.exists():
            seen = model.visible_to(user).select_related(None).order_by()
            found.extend(turned.filter(pk__in=seen.values("pk")).select_related(*joined))
    return found


def _task(subject: StagedModel, act: str) -> Task:
    case = case_of(subject)
    return Task(
        title=act, subject=case.title, code=case.code, kind=case.kind, category=case.get_category_display(),
        url=subject.get_absolute_url(), action_url=subject.get_absolute_url(), due_on=subject.due_on, since=subject.stage_since,
    )  # fmt: skip


def _at_the_counter(user: User) -> list[Task]:
    """What came in from outside and waits for the Bagian."""
    requests = [
        Task(
            title="Periksa permohonan daring", subject=online.title, code=online.number, kind=classify(online.legal_class).kind, category="",
            url=online.get_absolute_url(), action_url=online.get_absolute_url(), due_on=online.due_on, since=online.stage_since,
        )
        for online in counter.waiting(user)
    ]  # fmt: skip
    answers = [
        Task(
            title="Periksa jawaban mitra", subject=given.proposal.title, code=given.proposal.code, kind=given.proposal.kind,
            category=given.proposal.get_category_display(), url=given.get_absolute_url(), action_url=given.get_absolute_url(),
            due_on=given.proposal.due_on, since=given.answered_at.astimezone(clock.zone()).date(),
        )
        for given in counter.unchecked_answers(user)
    ]  # fmt: skip
    return requests + answers


def _remarks(user: User) -> list[Task]:
    """Comments of the TKKSD on texts this person drafts, one task a case."""
    return [
        Task(
            title=f"Jawab {count} komentar TKKSD", subject=case.title, code=case.code, kind=case.kind,
            category=case.get_category_display(), url=case.get_absolute_url(), action_url=remarks.url_of(case), due_on=None, since=None,
        )
        for case, count in remarks.waiting_for(user)
    ]  # fmt: skip


def _coordination(user: User) -> list[Task]:
    """Paraf asked beside the hierarchy, of the offices this person holds."""
    held = [seat for seat in seats(user) if seat.office in COORDINATORS]
    if not held:
        return []
    own = Q(pk__in=[])
    for seat in held:
        unit = Q(executing_unit=seat.unit_id) if seat.office in UNIT_BOUND else Q()
        own |= unit & Q(parafs__office=seat.office)
    own &= Q(parafs__state=ParafState.PENDING, parafs__kind=ParafKind.COORDINATION, stage=Stage.PARAF)
    if not Agreement.objects.filter(own).exists():
        return []
    asked = Agreement.visible_to(user).filter(own)
    return [
        Task(
            title="Bubuhkan paraf koordinasi", subject=naskah.proposal.title, code=naskah.proposal.code, kind=naskah.proposal.kind,
            category=naskah.proposal.get_category_display(), url=naskah.get_absolute_url(), action_url=naskah.get_absolute_url(),
            due_on=naskah.due_on, since=naskah.stage_since,
        )
        for naskah in asked.distinct().order_by("pk")
    ]  # fmt: skip


def _vacancies(user: User) -> list[Task]:
    """Offices that nobody holds while something waits for them, for the administrator; cases by their code only."""
    if not holds(user, Office.ADMIN):
        return []
    return [
        Task(
            title=f"Isi jabatan yang kosong: {vacancy.label}", subject=", ".join(vacancy.codes[:5]), code=f"{vacancy.count} berkas menunggu",
            kind="", category="", url=reverse("accounts:people"), action_url=reverse("accounts:people"), due_on=None, since=vacancy.since,
        )
        for vacancy in vacancies()
    ]  # fmt: skip


def _failed_mail(user: User) -> list[Task]:
    """E-mail that was tried five times in vain, for the administrator, as one task."""
    count = given_up().count() if holds(user, Office.ADMIN) else 0
    if not count:
        return []
    address = f"{reverse('admin:notifications_notification_changelist')}?surel=menyerah"
    return [
        Task(
            title="Periksa surel yang gagal terkirim", subject="Dicoba lima kali; penerimanya tetap melihat pemberitahuannya di aplikasi.",
            code=f"{count} surel", kind="", category="", url=address, action_url=address, due_on=None, since=None,
        )
    ]  # fmt: skip


def _permits(user: User) -> list[Task]:
    """Permits of foreign nonprofits that run out, for the Bagian."""
    return [_permit(ending) for ending in endings(clock.today())] if holds(user, Office.BAGIAN) else []


def _permit(ending: Ending) -> Task:
    case, permit = ending.proposal, ending.permit
    return Task(
        title=f"Perbarui {permit.get_kind_display().lower()} {permit.partner.name}", subject=case.title, code=case.code, kind=case.kind,
        category=case.get_category_display(), url=case.get_absolute_url(), action_url=case.get_absolute_url(), due_on=permit.valid_to, since=None,
    )  # fmt: skip


def _opinion(item: Any) -> Task:
    case = case_of(item.subject)
    return Task(
        title="Beri pendapat TKKSD", subject=case.title, code=case.code, kind=case.kind, category=case.get_category_display(),
        url=case.get_absolute_url(), action_url=workroom.url_of(item), due_on=item.meeting.held_on, since=None,
    )  # fmt: skip
