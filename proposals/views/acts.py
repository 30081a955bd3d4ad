"""The acts on a proposal, each on its own page."""

from django.urls import reverse

from kerjasama.workflow.views import ActView
from proposals.act_forms import ACT_FORMS
from proposals.models import Proposal
from proposals.services.acts import act


class ProposalActView(ActView):
    """One act on one proposal."""

    model = Proposal
    lookup = "code"
    act_forms = ACT_FORMS
    door = staticmethod(act)

    def crumbs(self) -> list[dict[str, str]]:
        return [
            {"label": "Usulan", "url": reverse("proposals:list")},
            {"label": self.subject.code, "url": self.subject.get_absolute_url()},
            {"label": self.arrow.label},
        ]
