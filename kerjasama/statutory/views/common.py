"""What the pages of the reports share: who may read, how an edition is found, crumbs and tones."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import require
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.stages import Stage
from kerjasama.workflow.sentences import lacking
from kerjasama.workflow.services import offers
from proposals.models.visibility import EVERY_ORDINARY

READERS = tuple(sorted(EVERY_ORDINARY))
TONES = {Stage.SENT: "ok", Stage.CANCELLED: "bad", Stage.SENDING: "info"}


def found(request: HttpRequest) -> QuerySet[ReportEdition]:
    """The editions this person may read, with what a page shows. Raises NotYours for an office that reads none."""
    require(request.user, *READERS)
    joined = ("report", "content__compared_with__report", "letter__file", "workbook__file")
    return ReportEdition.visible_to(request.user).select_related(*joined)


def edition_of(request: HttpRequest, pk: int) -> ReportEdition:
    """The edition of an address. Raises Http404 where the person may not see it."""
    return get_object_or_404(found(request), pk=pk)


def tone(edition: ReportEdition) -> str:
    return TONES.get(Stage(edition.stage), "wait")


def crumbs(edition: ReportEdition | None = None, *more: dict[str, str]) -> list[dict[str, str]]:
    """Pelaporan, the edition, and what follows."""
    trail = [{"label": "Pelaporan", "url": reverse("statutory:list")}]
    if edition is not None:
        trail.append({"label": edition.case_code, "url": edition.get_absolute_url()})
    return [*trail, *more]


def buttons(edition: ReportEdition, user: User) -> list[dict[str, Any]]:
    """The acts a person has on an edition, as buttons."""
    return [
        {
            "label": offer.arrow.label, "url": reverse("statutory:act", args=[edition.pk, offer.arrow.slug]),
            "primary": offer.ready and not offer.arrow.danger, "danger": offer.arrow.danger, "disabled": not offer.ready,
            "why_not": lacking(offer.lacks),
        }
        for offer in offers(edition, user)
    ]  # fmt: skip
