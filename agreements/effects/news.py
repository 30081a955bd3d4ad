"""Whom acts on a naskah concern, and what they mean for the case."""

from typing import Any

from agreements.stages import Stage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import UNIT_BOUND
from kerjasama.accounts.permissions import people_in
from kerjasama.notifications import notices
from kerjasama.notifications.services import tell
from proposals.effects.news import concerned
from proposals.effects.standing import stand
from proposals.models import CaseStanding

_STATES = {Stage.IN_FORCE: CaseStanding.State.IN_FORCE, Stage.ENDED: CaseStanding.State.CLOSED}


def own_standing(agreement: Any, event: Any) -> None:
    """The case stands where its newest naskah stands; an older one does not pull it back."""
    newest = agreement.proposal.agreements.exclude(stage=Stage.CANCELLED).order_by("-pk").first()
    # A case that has moved on from its letter of intent stands where it is itself.
    moved_on = not agreement.proposal.naskah_opened
    if newest is None or agreement.proposal.closed or moved_on:
        agreement.proposal.refresh_from_db()
        stand(agreement.proposal, agreement.proposal)
    elif newest.pk == agreement.pk:
        label = f"{agreement.stage_label()} {agreement.instrument}"
        stand(agreement.proposal, agreement, state=_STATES.get(Stage(agreement.stage), ""), label=label)


def tell_concerned(agreement: Any, event: Any) -> None:
    """Those of the case, with the reason."""
    notices.tell_concerned(agreement, event, concerned(agreement.proposal))


def tell_coordinators(agreement: Any, event: Any) -> None:
    """Those whose paraf is asked beside the hierarchy: it is nobody's turn alone, so nothing else tells them."""
    for row in agreement.asked_coordination():
        unit = agreement.executing_unit_id if row.office in UNIT_BOUND else None
        tell(
            [person for person in people_in(row.office, unit) if person.pk != event.actor_id],
            key=f"agreements.agreement:{agreement.pk}:coordination:{event.pk}:{row.pk}",
            title=f"Paraf koordinasi diminta: {agreement.proposal.code}",
            body=f"{agreement}\nNaskah dapat diparaf sejajar dengan paraf hierarki, sebelum pejabat terakhirnya.",
            url=agreement.get_absolute_url(),
        )


def tell_void(agreement: Any, event: Any) -> None:
    """Also those whose paraf is void learn it, and why."""
    given = User.objects.filter(pk__in=event.data.get("void", []))
    notices.tell_concerned(agreement, event, [*concerned(agreement.proposal), *given])
