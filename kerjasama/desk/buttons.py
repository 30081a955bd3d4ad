"""Acts as buttons: where each kind of subject has its act pages."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from agreements.models import Agreement
from agreements.services.amending import lacks_for_opening
from agreements.services.drafting import openable
from agreements.stages import Instrument, Stage, Trait
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.counter.services.answers import may_invite
from kerjasama.desk import reminders
from kerjasama.workflow.arrows import Motion
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.sentences import lacking
from kerjasama.workflow.services import Offer, offers
from proposals.models import Proposal
from proposals.sections import section_to_write
from proposals.services.drafting import may_write


def act_url(subject: StagedModel, slug: str) -> str:
    """The page of an act on a subject."""
    if isinstance(subject, Proposal):
        return reverse("proposals:act", args=[subject.code, slug])
    name = "agreements:act" if isinstance(subject, Agreement) else "monitoring:act"
    return reverse(name, args=[subject.pk, slug])


def buttons(subject: StagedModel, user: User) -> list[dict[str, Any]]:
    """The acts a person has on a subject: the way onward first, dangerous ones last."""
    found = sorted(offers(subject, user), key=_order)
    shown = [_button(subject, offer) for offer in found]
    first = next((button for button in shown if not button["disabled"] and not button["danger"]), None)
    if first is not None and subject.turn_office:
        first["primary"] = True
    pages = _extra(subject, user)
    if first is None and pages:
        pages[0]["primary"] = True
    return [*pages, *shown]


def _order(offer: Offer) -> tuple[bool, bool]:
    return (offer.arrow.danger, offer.arrow.motion is not Motion.FORWARD)


def _button(subject: StagedModel, offer: Offer) -> dict[str, Any]:
    return {
        "label": offer.arrow.label,
        "url": act_url(subject, offer.arrow.slug),
        "danger": offer.arrow.danger,
        "disabled": not offer.ready,
        "why_not": lacking(offer.lacks),
    }


def _extra(subject: StagedModel, user: User) -> list[dict[str, Any]]:
    """Pages that are no acts by themselves: write the proposal, write the text."""
    if isinstance(subject, Proposal) and may_write(subject, user):
        part = section_to_write(subject)
        return [
            {
                "label": "Isi usulan",
                "url": reverse("proposals:section", args=[subject.code, part.slug]),
                "icon": "pencil",
            }
        ]
    if isinstance(subject, Proposal) and may_invite(subject) and holds(user, Office.BAGIAN):
        return [
            {"label": "Kirim tautan jawaban", "url": reverse("counter:invite", args=[subject.code]), "icon": "send"}
        ]
    if isinstance(subject, Agreement) and subject.stage == Stage.DRAFTING and holds(user, Office.BAGIAN):
        return [{"label": "Sunting naskah", "url": reverse("agreements:edit", args=[subject.pk]), "icon": "pencil"}]
    return []


def naskah_to_open(proposal: Proposal, user: User) -> list[dict[str, Any]]:
    """Buttons that open a KB or a PKS, when the case is there and the person is of the Bagian."""
    arrow = proposal.arrow("open_naskah")
    if not holds(user, Office.BAGIAN) or not arrow.ends(proposal.route, proposal.stage):
        return []
    return [
        {
            "label": f"Buka {Instrument(kind).label}",
            "url": reverse("agreements:open", args=[proposal.code, kind.lower()]),
            "method": "post",
            "primary": bool(proposal.turn_office),
            "icon": "file-plus",
        }
        for kind in openable(proposal)
    ]


def amendment_to_open(agreement: Agreement, user: User) -> list[dict[str, Any]]:
    """The button that opens an adendum, once somebody has asked for a change."""
    case = agreement.proposal
    if (
        not holds(user, Office.BAGIAN)
        or not case.arrow("open_naskah").ends(case.route, case.stage)
        or lacks_for_opening(agreement)
    ):
        return []
    return [
        {
            "label": "Buka adendum",
            "url": reverse("agreements:amend", args=[agreement.pk]),
            "method": "post",
            "icon": "file-plus",
        }
    ]


def report_to_open(agreement: Agreement, user: User) -> list[dict[str, Any]]:
    """The button that opens the monev report of the running period."""
    mine = holds(user, Office.BAGIAN) or holds(user, Office.OPD, unit_id=agreement.executing_unit_id)
    if agreement.stage != Stage.IN_FORCE or not mine or Trait.UNREPORTED in agreement.route.traits:
        return []
    return [
        {
            "label": "Buka laporan monev",
            "url": reverse("monitoring:open", args=[agreement.pk]),
            "method": "post",
            "icon": "chart",
        }
    ]


def without_turn(subject: StagedModel, user: User) -> list[dict[str, Any]]:
    """The acts a person has on a subject that waits for nobody; none of them is the way onward."""
    return [act | {"primary": False} for act in buttons(subject, user)]


def subject_turn(subject: StagedModel, user: User) -> bool:
    """Whether it is this person's turn on a subject."""
    return bool(subject.turn_office) and holds(user, subject.turn_office, unit_id=subject.turn_unit_id)


def reminder(subject: StagedModel, user: User, whom: str, reminded: datetime | None) -> list[dict[str, Any]]:
    """The button that reminds the people in turn, once a working day; none for themselves."""
    if not reminders.may_remind(subject, user):
        return []
    label = f"Ingatkan {whom}"
    if reminded:
        return [{"label": label, "icon": "bell", "disabled": True, "why_not": "Sudah diingatkan pada hari kerja ini."}]
    return [{"label": label, "url": reminder_url(subject), "icon": "bell", "method": "post"}]


def reminder_url(subject: StagedModel) -> str:
    """Where a reminder about a subject is posted."""
    return reverse("desk:remind", args=[subject._meta.model_name, subject.pk])
