"""One act on one subject: a page to check before, and the POST that does it."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from kerjasama.core.errors import BadInput, NotYours, UploadRefused
from kerjasama.core.refusals import show
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.services import check, lacks_of, seat_for_act


class ActView(LoginRequiredMixin, View):
    """Base of the rooms' act pages: load, ask, one call through the room's door, answer."""

    model: ClassVar[type[StagedModel]]
    lookup: ClassVar[str] = "pk"
    act_forms: ClassVar[Mapping[str, type[ActForm]]] = {}
    door: ClassVar[Callable[..., Any]]
    template_name = "workflow/act.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.arrow = self._arrow(kwargs["slug"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        seen = self.model.visible_to(request.user)
        self.subject = get_object_or_404(seen, **{self.lookup: kwargs[self.lookup]})
        if seat_for_act(self.subject, self.arrow, request.user) is None:
            raise NotYours(
                f"“{self.arrow.label}” bukan tindakan Anda.",
                detail="Halaman usulan menunjukkan jabatan yang gilirannya. Bila jabatan Anda belum tercatat, hubungi administrator.",
            )
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        check(self.subject, self.arrow, request.user)
        return self.answer(self.form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            check(self.subject, self.arrow, request.user)
            return self.answer(form, status=422)
        try:
            event = type(self).door(self.subject, self.arrow.act, by=request.user, **self.facts(form))
        except (BadInput, UploadRefused) as refusal:
            self._show(form, refusal)
            return self.answer(form, status=422)
        messages.success(request, self.thanks(event))
        return redirect(self.after(event))

    def form(self, *args: Any) -> ActForm:
        """The form of this act, blank or filled."""
        return self.act_forms.get(self.arrow.act, ActForm)(
            *args, subject=self.subject, arrow=self.arrow, by=self.request.user
        )

    def facts(self, form: ActForm) -> dict[str, Any]:
        """What the valid form gives to the door."""
        return form.facts()

    def after(self, event: Any) -> str:
        """Where to go when the act is done."""
        return self.subject.get_absolute_url()

    def thanks(self, event: Any) -> str:
        """What has happened, and what comes next."""
        if self.subject.stage != event.source:
            return f"{self.arrow.label}: tercatat. Tahap sekarang: {self.subject.stage_label()}."
        return f"{self.arrow.label}: tercatat."

    def answer(self, form: ActForm, status: int = 200) -> HttpResponse:
        seat = seat_for_act(self.subject, self.arrow, self.request.user)
        context = {
            "subject": self.subject,
            "arrow": self.arrow,
            "form": form,
            "seat": seat,
            "lacks": lacks_of(self.subject, self.arrow, seat),
            "basis": self.subject.route.cite(self.arrow.basis),
            "consequence": self.consequence(),
            "rows": self.summary(),
            "crumbs": self.crumbs(),
            **self.extra(),
        }
        return render(self.request, self.template_name, context, status=status)

    def extra(self) -> dict[str, Any]:
        """What the template of a room needs besides."""
        return {}

    def summary(self) -> list[dict[str, Any]]:
        """Names and values by which the subject is known, beside the form."""
        return []

    def crumbs(self) -> list[dict[str, str]]:
        """Where this page stands."""
        return [{"label": self.subject.case_code, "url": self.subject.get_absolute_url()}, {"label": self.arrow.label}]

    def consequence(self) -> str:
        """What follows when the person presses the button, in one sentence."""
        ends = self.arrow.ends(self.subject.route, self.subject.stage)
        if ends == (self.subject.stage,) or not ends:
            return "Tindakan ini dicatat dalam linimasa. Tahap usulan tidak berubah."
        return f"Sesudah ini tahap menjadi {' atau '.join(self.model.label_of(end) for end in ends)}."

    def _arrow(self, slug: str) -> Arrow:
        for arrow in self.model.arrows():
            if arrow.slug == slug:
                return arrow
        raise Http404

    @staticmethod
    def _show(form: ActForm, refusal: Any) -> None:
        uploads = [
            name for name, f in form.fields.items() if hasattr(f, "max_length") and hasattr(f, "allow_empty_file")
        ]
        show(form, refusal, names={"": uploads[0]} if uploads else {})
