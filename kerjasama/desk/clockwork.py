"""What the clock may start: expiry, lateness and reports that fall due. It never approves anything (rulings 5)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from agreements.stages import Instrument
from agreements.stages import Stage as NaskahStage
from kerjasama.accounts.permissions import system_user
from kerjasama.core import clock, parameters
from kerjasama.core.errors import Refusal
from kerjasama.counter.services.due import clear
from kerjasama.desk.abroad import alarm_permits
from kerjasama.desk.endings import due_for_decision, remind_of_endings
from kerjasama.desk.late_findings import remind_of_findings
from kerjasama.desk.legality import warn_of_expiry
from kerjasama.desk.old_endings import remind_of_old_endings
from kerjasama.desk.reminders import remind_of_turns
from kerjasama.documents import bundles, holding
from kerjasama.importing.services import uploading as undecided
from kerjasama.notifications.digest import send_digests
from kerjasama.reviews import selectors as reviews
from kerjasama.statutory.services.opening import open_owed
from kerjasama.workflow.services import lacks_of, seat_for_act
from monitoring.services.due import open_due_reports
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal
from proposals.stages import Stage as ProposalStage


@dataclass
class Done:
    """How often each thing was done, and what was refused with its reason."""

    expired_offers: int = 0
    overdue_requests: int = 0
    ending_reminders: int = 0
    old_ending_reminders: int = 0
    renewal_tasks: int = 0
    ended_agreements: int = 0
    opened_reports: int = 0
    statutory_reports: int = 0
    lapsed_requests: int = 0
    removed_drafts: int = 0
    removed_files: int = 0
    permit_alarms: int = 0
    legality_warnings: int = 0
    removed_bundles: int = 0
    unsent_uploads: int = 0
    finding_reminders: int = 0
    undecided_imports: int = 0
    turn_reminders: int = 0
    digests: int = 0
    refused: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return vars(self)


def run_due() -> Done:
    """Everything that is due today, once; running it again changes nothing more."""
    done, today = Done(), clock.today()
    done.expired_offers = _each(_silent_offers(today), "expire_offer", act_on_proposal, done)
    done.overdue_requests = _each(_late_requests(today), "mark_overdue", act_on_proposal, done)
    # Reminders come first: what ended while the clock stood still is told of before it is closed.
    done.ending_reminders = remind_of_endings(today)
    done.old_ending_reminders = remind_of_old_endings(today)
    done.renewal_tasks = _each(due_for_decision(today), "ask_renewal", act_on_agreement, done)
    done.ended_agreements = _each(_reached_terms(today), "expire", act_on_agreement, done)
    done.ended_agreements += _each(_outlived(), "end_with_parent", act_on_agreement, done)
    done.opened_reports = len(open_due_reports(today))
    done.statutory_reports = len(open_owed(today))
    cleared = clear()
    done.lapsed_requests, done.removed_drafts, done.removed_files = cleared.lapsed, cleared.drafts, cleared.files
    done.permit_alarms = alarm_permits()
    done.legality_warnings = warn_of_expiry(today)
    done.removed_bundles = bundles.clear(clock.now() - timedelta(days=int(parameters.value("days_bundle"))))
    done.unsent_uploads = holding.clear(clock.now())
    done.finding_reminders = remind_of_findings(today)
    done.undecided_imports = undecided.clear(clock.now())
    done.turn_reminders = remind_of_turns(today)
    done.digests = send_digests(today)
    return done


def _silent_offers(today: date) -> Iterable[Proposal]:
    return Proposal.objects.filter(stage=ProposalStage.WILLINGNESS, due_on__lt=today).order_by("pk")


def _late_requests(today: date) -> Iterable[Proposal]:
    late = [row.object_id for row in reviews.past_due(today) if isinstance(row.subject, Proposal)]
    return Proposal.objects.filter(pk__in=late, stage=ProposalStage.DPRD_PENDING).order_by("pk")


def _reached_terms(today: date) -> Iterable[Agreement]:
    return (
        Agreement.objects.filter(stage=NaskahStage.IN_FORCE, ends_on__lt=today)
        .exclude(instrument=Instrument.ADD)
        .order_by("pk")
    )


def _outlived() -> Iterable[Agreement]:
    """Adenda that came into the register after the naskah they change had ended."""
    return Agreement.objects.filter(
        instrument=Instrument.ADD, stage=NaskahStage.IN_FORCE, parent__stage=NaskahStage.ENDED
    ).order_by("pk")


def _each(subjects: Iterable[Any], name: str, door: Callable[..., Any], done: Done) -> int:
    """Do one act on each subject in its own transaction; a refusal is noted and stops nobody else."""
    by, count = system_user(), 0
    for subject in subjects:
        arrow = subject.arrow(name)
        if lacks_of(subject, arrow, seat_for_act(subject, arrow, by)):
            continue
        try:
            door(subject, name, by=by)
        except Refusal as refusal:
            done.refused.append(f"{subject.case_code} {name}: {refusal.message}")
        else:
            count += 1
    return count
