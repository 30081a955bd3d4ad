"""The result of one case, recorded in the room of its meeting: the same act through the same door as on its own page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django.contrib import messages
from django.forms import RadioSelect
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kerjasama.desk import meeting_room, workroom
from kerjasama.reviews import quorum
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem, Meeting
from kerjasama.workflow.forms import ActForm
from proposals.models import Proposal
from proposals.result_forms import ResultForm
from proposals.services import meetings
from proposals.views.acts import ProposalActView

SLUG = "catat-hasil-rapat"


class ResultView(ProposalActView):
    """Discussion, conclusion and conditions of a case on the agenda; who came stands recorded for the whole meeting."""

    template_name = "admin/reviews/meeting/result.html"
    act_forms: ClassVar[Mapping[str, type[ActForm]]] = {"record_meeting": ResultForm}
    meeting: Meeting | None = None
    frame: Mapping[str, Any] = MappingProxyType({})

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        case = Proposal.visible_to(request.user).filter(code=kwargs["code"]).first()
        self.item = _item(self.meeting, case)
        lacks = meeting_room.result_lacks(self.item, case, request.user)
        if lacks:
            messages.warning(request, f"Hasil {case.code} belum dapat dicatat. {' '.join(lacks)}")
            return redirect(self.meeting.get_absolute_url())
        return super().dispatch(request, *args, **kwargs)

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        form.fields["occurred_on"].initial = self.meeting.held_on
        # The admin has a look of its own for choices.
        conclusion = form.fields["conclusion"]
        conclusion.widget = RadioSelect(attrs={"class": "radiolist"}, choices=conclusion.choices)
        if "take_over" in form.fields:
            form.fields["take_over"].widget.attrs["class"] = "ks-checks"
        return form

    def extra(self) -> dict[str, Any]:
        return {
            **self.frame,
            "meeting": self.meeting,
            "case": self.subject,
            "dossier_url": workroom.url_of(self.item),
            "quorum": quorum.of_item(self.item, reviews.attendances(self.item)),
            "opinions": reviews.opinions(self.subject),
        }

    def after(self, event: Any) -> str:
        return self.meeting.get_absolute_url()

    def thanks(self, event: Any) -> str:
        left = len(meetings.open_cases(self.meeting))
        rest = f"{left} usulan belum disimpulkan." if left else "Semua usulan pada rapat ini sudah disimpulkan."
        return f"Hasil rapat tentang {self.subject.code} tercatat. {rest}"


def _item(meeting: Meeting, case: Proposal | None) -> AgendaItem:
    """The place of a visible case on the agenda of this meeting, its newest one. Raises Http404."""
    item = reviews.current_item(case) if case is not None else None
    if item is None or item.meeting_id != meeting.pk:
        raise Http404
    return item
