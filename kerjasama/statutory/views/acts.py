"""The acts on an edition, and opening a report or a further edition."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import text
from kerjasama.documents.act_numbers import AsksNumbers
from kerjasama.documents.letter_marking import MarksLetters
from kerjasama.statutory import contents, differences, sheets
from kerjasama.statutory.act_forms import ACT_FORMS
from kerjasama.statutory.effects import EFFECTS
from kerjasama.statutory.forms import EditionForm, OpenForm
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services import acts, opening
from kerjasama.statutory.views.common import crumbs, edition_of
from kerjasama.workflow.views import ActView


class EditionActView(MarksLetters, AsksNumbers, ActView):
    """One act on one edition."""

    model = ReportEdition
    act_forms = ACT_FORMS
    door = staticmethod(acts.act)
    effects = EFFECTS

    def crumbs(self) -> list[dict[str, str]]:
        return crumbs(self.subject, {"label": self.arrow.label})

    def extra(self) -> dict[str, Any]:
        """The paper that is to be signed or sent, so that it can be read first."""
        return {**super().extra(), "paper": self.subject.letter}

    def summary(self) -> list[dict[str, Any]]:
        edition, content = self.subject, contents.of(self.subject)
        counts = sheets.figures(content.data)
        rows = [
            {"name": "Kepada", "value": edition.addressed()},
            {"name": "Periode", "value": edition.report.period_label},
            {"name": "Tenggat", "value": text.date_long(edition.report.due_on)},
            {
                "name": "Isi", "url": reverse("statutory:content", args=[edition.pk]),
                "value": f"{counts['naskah']} naskah, {counts['process']} usulan dalam proses",
            },
        ]  # fmt: skip
        if counts["left_out"]:
            address = f"{reverse('statutory:content', args=[edition.pk])}?bagian=tidak-dimuat"
            rows.append({"name": "Tidak dimuat", "value": f"{counts['left_out']} naskah lama", "url": address})
        if content.compared_with:
            address = reverse("statutory:changes", args=[edition.pk])
            rows.append(
                {
                    "name": f"Sejak {content.data['compared_with']['name']}",
                    "value": differences.told(content.changes),
                    "url": address,
                }
            )
        if edition.letter_number:
            rows.append({"name": "Nomor", "value": edition.letter_number})
        return rows


class OpenView(LoginRequiredMixin, View):
    """A report that the calendar did not open, by hand of the Bagian."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            require(request.user, Office.BAGIAN)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._answer(OpenForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = OpenForm(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        edition = opening.open_report(form.cleaned_data["kind"], form.cleaned_data["chosen"], by=request.user)
        messages.success(request, f"{edition} dibuka. Tulis analisisnya, lalu ajukan.")
        return redirect(edition)

    def _answer(self, form: OpenForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "crumbs": crumbs(None, {"label": "Buka laporan"})}
        return render(self.request, "statutory/open.html", context, status=status)


class NewEditionView(LoginRequiredMixin, View):
    """A further edition of what was sent, with what makes it necessary."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.edition = edition_of(request, kwargs["pk"])
            require(request.user, Office.BAGIAN, Office.KABAG)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(EditionForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = EditionForm(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        fresh = opening.open_edition(self.edition.report, why=form.cleaned_data["why"], by=request.user)
        messages.success(
            request, f"Edisi {fresh.number} dibuka. Isinya mengikuti data hari ini; perubahannya terdaftar."
        )
        return redirect(fresh)

    def _answer(self, form: EditionForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form, "edition": self.edition, "crumbs": crumbs(self.edition, {"label": "Edisi perbaikan"}),
            "changed": differences.told(opening.changed_since(self.edition)),
        }  # fmt: skip
        return render(self.request, "statutory/new_edition.html", context, status=status)
