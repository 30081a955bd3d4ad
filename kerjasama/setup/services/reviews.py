"""The note that a step was gone through."""

from django.db import transaction

from kerjasama.accounts.inviting import require_administrator
from kerjasama.accounts.models import User
from kerjasama.setup.models import StepReview
from kerjasama.setup.steps import STEPS


@transaction.atomic
def mark_reviewed(step: str, *, by: User) -> StepReview:
    """Record that this step was gone through, each time anew. Raises NotYours, KeyError for another step."""
    require_administrator(by)
    if step not in {known.slug for known in STEPS if known.reviewed}:
        raise KeyError(step)
    row = StepReview.objects.filter(step=step).first() or StepReview(step=step)
    row._history_user, row._change_reason = by, "Diperiksa"
    row.save()
    return row
