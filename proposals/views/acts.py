"""The acts on a proposal, each on its own page."""

from typing import Any

from django.urls import reverse

from kerjasama.core.text import rupiah
from kerjasama.documents import selectors as documents
from kerjasama.documents.act_numbers import AsksNumbers
from kerjasama.workflow.views import ActView
from proposals.act_forms import ACT_FORMS
from proposals.effects import EFFECTS
from proposals.guards import requirement_of
from proposals.guards.letters import LETTER_AT
from proposals.models import Proposal
from proposals.services.acts import act


class ProposalActView(AsksNumbers, ActView):
    """One act on one proposal."""

    model = Proposal
    lookup = "code"
    act_forms = ACT_FORMS
    door = staticmethod(act)
    effects = EFFECTS

    def crumbs(self) -> list[dict[str, str]]:
        return [
            {"label": "Usulan", "url": reverse("proposals:list")},
            {"label": self.subject.code, "url": self.subject.get_absolute_url()},
            {"label": self.arrow.label},
        ]

    def extra(self) -> dict[str, Any]:
        """The letter that is to be signed, so that it can be read first."""
        return {"paper": documents.latest(self.subject, LETTER_AT.get(self.subject.stage, ""))}

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
