"""Act on an edition, and write what no table can say."""

from typing import Any

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core.errors import NotYet
from kerjasama.statutory.effects import EFFECTS
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.stages import Stage
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import perform


@transaction.atomic
def act(edition: ReportEdition, name: str, *, by: User, **facts: Any) -> StageEvent:
    """Do a named act on an edition; raises what the door raises, and then nothing has happened."""
    return perform(edition, name, by=by, effects=EFFECTS, **facts)


@transaction.atomic
def write(edition: ReportEdition, *, by: User, analysis: str, follow_up: str) -> ReportEdition:
    """The analysis and what is to follow, while the edition is a draft. Raises NotYours (403), NotYet (409)."""
    held = ReportEdition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    require(by, Office.BAGIAN)
    if held.stage != Stage.DRAFT:
        raise NotYet("Laporan tidak lagi dalam penyusunan. Minta Kepala Bagian mengembalikannya bila perlu diperbaiki.")
    held.analysis, held.follow_up = analysis.strip(), follow_up.strip()
    held._history_user, held._change_reason = by, "Mengisi analisis"
    held.save()
    return held
