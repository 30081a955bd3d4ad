"""Write what a case abroad asks besides: the study, the plan, the cooperation of the centre."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.documents import services as papers
from proposals.models import CooperationPlan, Exploration, Forwarding, Proposal
from proposals.services.drafting import require_writer

Row = TypeVar("Row", bound=AuditedModel)


@transaction.atomic
def write_exploration(proposal: Proposal, values: Mapping[str, Any], *, by: User) -> Exploration:
    """The study beside the proposal. Raises NotYours (403), NotYet (409)."""
    return _write(Exploration, _held(proposal, by), values, by)


@transaction.atomic
def write_plan(proposal: Proposal, values: Mapping[str, Any], *, term_years: int | None, by: User) -> CooperationPlan:
    """The plan in its seven parts, with the term in years. Raises NotYours (403), NotYet (409)."""
    held = _held(proposal, by)
    held.term_years = term_years
    held._history_user, held._change_reason = by, "Mengisi rencana kerja sama"
    held.save()
    return _write(CooperationPlan, held, values, by)


@transaction.atomic
def write_forwarding(
    proposal: Proposal, values: Mapping[str, Any], *, by: User, willingness: UploadedFile | None = None, study: UploadedFile | None = None
) -> Forwarding:  # fmt: skip
    """The cooperation of the centre, with the letter of willingness and the study where they are new.

    Raises NotYours (403), NotYet (409), UploadRefused.
    """
    held, facts = _held(proposal, by), dict(values)
    for name, upload, title in (
        ("willingness_id", willingness, "Surat Kesediaan Mitra"),
        ("study_id", study, "Studi Kelayakan"),
    ):
        if upload is not None:
            facts[name] = papers.attach_upload(held, "ATTACHMENT", title, upload, by=by).pk
    return _write(Forwarding, held, facts, by)


def _held(proposal: Proposal, by: User) -> Proposal:
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    require_writer(held, by)
    return held


def _write(model: type[Row], proposal: Proposal, values: Mapping[str, Any], by: User) -> Row:
    row = model._default_manager.filter(proposal=proposal).first() or model(proposal=proposal)
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user = by
    row.save()
    return row
