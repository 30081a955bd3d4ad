"""The acts on a proposal, each on its own page."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kerjasama.core.text import rupiah
from kerjasama.documents import selectors as documents
from kerjasama.documents.act_numbers import AsksNumbers
from kerjasama.documents.letter_marking import MarksLetters
from kerjasama.workflow.views import ActView
from proposals.act_forms import ACT_FORMS
from proposals.effects import EFFECTS
from proposals.guards import requirement_of
from proposals.guards.letters import LETTER_AT
from proposals.models import Proposal
from proposals.services.acts import act


class ProposalActView(MarksLetters, AsksNumbers, ActView):
    """One act on one proposal."""

    model = Proposal
    lookup = "code"
    act_forms = ACT_FORMS
    door = staticmethod(act)
    effects = EFFECTS
    #: Acts with a page of their own, which shows more before it is done.
    elsewhere: ClassVar[Mapping[str, str]] = {"decide_dprd": "/dprd/{code}/tindakan/putuskan-dprd/"}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = self.elsewhere.get(self.arrow.act)
        return redirect(page.format(code=kwargs["code"])) if page else super().dispatch(request, *args, **kwargs)

    def crumbs(self) -> list[dict[str, str]]:
        return [
            {"label": "Usulan", "url": reverse("proposals:list")},
            {"label": self.subject.code, "url": self.subject.get_absolute_url()},
            {"label": self.arrow.label},
        ]

    def extra(self) -> dict[str, Any]:
        """The letter that is to be signed, so that it can be read first."""
        return {**super().extra(), "paper": documents.latest(self.subject, LETTER_AT.get(self.subject.stage, ""))}

    def summary(self) -> list[dict[str, Any]]:
        case, requirement = self.subject, requirement_of(self.subject)
        rows = [
            ("Mitra", ", ".join(partner.name for partner in case.counterparts)),
            ("Pemrakarsa", case.lead_unit.name),
            ("Urusan", str(case.affair or "")),
            ("Jangka waktu", case.term_text),
            ("Nilai", rupiah(case.amount) if case.amount is not None else ""),
            ("Perencanaan", case.get_plan_standing_display()),
            ("DPRD", requirement.sentence if requirement.required is not None else ""),
        ]
        return [{"name": name, "value": value} for name, value in rows if value]
