"""Who gets into the pages of the DPRD, and to which cases."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kerjasama.accounts.offices import DPRD_OFFICES, Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.desk import dossier
from proposals import selectors as proposals
from proposals.models import Proposal

READERS = tuple(sorted(DPRD_OFFICES, reverse=True))


def require_reader(request: HttpRequest) -> None:
    """The Sekretariat and the members of the DPRD. Raises NotYours for everybody else."""
    require(request.user, *READERS)


def acts_here(request: HttpRequest) -> bool:
    """Whether the person may act: the Sekretariat does, a member reads."""
    return holds(request.user, Office.SETWAN)


def case_of(request: HttpRequest, code: str) -> Proposal:
    """A case that came before the DPRD, with its parties and budget; 404 for any other."""
    seen = proposals.with_parties(dossier.seen(request.user)).prefetch_related("budget_lines")
    return get_object_or_404(seen, code=code)


def crumbs(*rest: tuple[str, str]) -> list[dict[str, str]]:
    """Where a page stands below the inbox."""
    return [
        {"label": "Permohonan", "url": reverse("desk:dprd")},
        *({"label": label, "url": url} for label, url in rest),
    ]


def page_of(code: str) -> str:
    """The address of a request."""
    return reverse("desk:dprd_request", args=[code])
