"""Write what a third party asks beside the KAK: the feasibility study and the two contacts."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers
from proposals.models import Contact, FeasibilityStudy, Proposal
from proposals.services import drafting

STUDY_PAPER = "FEASIBILITY_STUDY"


@transaction.atomic
def write_study(
    proposal: Proposal, values: Mapping[str, Any], file: UploadedFile | None, *, by: User
) -> FeasibilityStudy:
    """Keep the study with its file; what it says of burdens becomes the facts of the DPRD question.

    A study that is there already, or came in with the request, keeps its file unless another is given. Raises NotYours (403), NotYet (409), BadInput.
    """
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    drafting.require_writer(held, by)
    study = FeasibilityStudy.objects.filter(proposal=held).first() or FeasibilityStudy(proposal=held)
    if values["dated"] > clock.today():
        raise BadInput("Tanggal studi salah.", errors={"dated": ["Tanggal studi tidak boleh sesudah hari ini."]})
    if file is None and not study.document_id:
        sent = documents.latest(held, STUDY_PAPER)
        study.document_id = sent.pk if sent else 0
    if file is None and not study.document_id:
        raise BadInput("Berkas studi belum ada.", errors={"file": ["Unggah berkas studi kelayakan."]})
    for name, value in values.items():
        setattr(study, name, value)
    if file is not None:
        study.document_id = papers.attach_upload(
            held, STUDY_PAPER, "Studi Kelayakan", file, by=by, dated=study.dated
        ).pk
    study._history_user = by
    study.save()
    said = {
        "burdens_community": study.burdens_community, "burdens_region": study.burdens_region, "unbudgeted": not study.budgeted,
        "uses_assets": study.uses_assets,
    }  # fmt: skip
    if study.budget_evidence and not held.budget_reference:
        said["budget_reference"] = study.budget_evidence
    drafting.write(held, said, by=by)
    return study


@transaction.atomic
def write_contacts(proposal: Proposal, people: Sequence[Mapping[str, str]], *, by: User) -> None:
    """The two people through whom the proposer is reached. Raises NotYours (403), NotYet (409)."""
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    drafting.require_writer(held, by)
    for order, person in enumerate(people[:2], start=1):
        row = Contact.objects.filter(proposal=held, order=order).first()
        if not any(person.values()):
            if row is not None:
                row._history_user = by
                row.delete()
            continue
        row = row or Contact(proposal=held, order=order)
        for name, value in person.items():
            setattr(row, name, value)
        row._history_user = by
        row.save()
