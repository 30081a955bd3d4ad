"""Propose and settle the correction of a recorded mistake on a case, through the door of its room; both people are told."""

from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from agreements.models import Agreement
from agreements.services import acts as naskah_acts
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import people_in
from kerjasama.core import text
from kerjasama.core.errors import BadInput
from kerjasama.desk.correctables import Kind, Recorded, file_words
from kerjasama.documents.models import Correction, StoredFile
from kerjasama.notifications.services import tell
from kerjasama.workflow.correctable import KEEPERS
from kerjasama.workflow.models import StagedModel, StageEvent
from monitoring.models import Report
from monitoring.services import reports as reports_door
from proposals.models import Proposal
from proposals.services import acts as case_acts

DOORS = {Proposal: case_acts.act, Agreement: naskah_acts.act, Report: reports_door.act}


def subjects_of(proposal: Proposal) -> list[StagedModel]:
    """The case, its naskah and their monev reports: each has a ledger of its own."""
    reports = Report.objects.filter(agreement__proposal=proposal).select_related("agreement__proposal")
    return [proposal, *proposal.agreements.order_by("pk"), *reports.order_by("pk")]


def _act(subject: StagedModel, name: str, **facts: Any) -> StageEvent:
    return DOORS[type(subject)](subject, name, **facts)


@transaction.atomic
def propose(wrong: Recorded, value: str | date | StoredFile, *, reason: str, by: User, url: str) -> Correction:
    """Say what is right, and why. Raises BadInput when nothing would change or one is open, and what the door raises."""
    stored, shown = _value(wrong, value)
    told = wrong.fact.lacks(wrong.row, value) if isinstance(value, date) else ""
    if told:
        raise BadInput("Nilai yang benar tidak dapat diterima.", errors={"value": [told]})
    if stored == wrong.stored:
        raise BadInput(
            "Nilai yang benar sama dengan yang tercatat.", errors={"value": ["Tulis nilai yang berbeda dari yang tercatat."]}
        )  # fmt: skip
    event = _act(
        wrong.subject, "propose_correction", by=by, reason=reason,
        correction={
            "target_type": ContentType.objects.get_for_model(wrong.row), "target_id": wrong.row.pk,
            "field": wrong.fact.field, "label": wrong.label, "old": wrong.stored, "new": stored,
            "old_shown": wrong.shown[:300], "new_shown": shown[:300], "public": wrong.fact.public,
            "file": value if isinstance(value, StoredFile) else None,
        },
    )  # fmt: skip
    row = Correction.objects.get(pk=event.data["correction"])
    second = {person for office in KEEPERS for person in people_in(office)} - {by}
    tell(
        second, key=f"correction:{row.pk}:asked", title=f"Koreksi menunggu orang kedua: {wrong.subject.case_code}",
        body=f"{row}\nAlasan: {row.reason}\nDiusulkan {by.full_name}", url=url,
    )  # fmt: skip
    return row


@transaction.atomic
def settle(row: Correction, *, accept: bool, reason: str, by: User, url: str) -> None:
    """Confirm or decline, as the second person; the two are told. Raises what the door and the record raise."""
    subject = row.subject
    _act(subject, "confirm_correction" if accept else "decline_correction", by=by, reason=reason, correction=row.pk)
    done = "dikonfirmasi" if accept else "ditolak"
    tell(
        {row.proposed_by, by}, key=f"correction:{row.pk}:settled", title=f"Koreksi {done}: {subject.case_code}",
        body=f"{row}\n{done.capitalize()} oleh {by.full_name}. {reason}".strip(), url=url, news=True,
    )  # fmt: skip


def _value(wrong: Recorded, value: str | date | StoredFile) -> tuple[str, str]:
    """As it is kept, and as people read it."""
    if wrong.fact.kind is Kind.FILE:
        return value.sha256, file_words(value)
    if isinstance(value, date):
        return value.isoformat(), text.date_long(value)
    return str(value).strip(), str(value).strip()
