"""An adendum: open it, write what it changes, and read the text that holds on a day."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View
from django.views.decorators.http import require_GET, require_POST

from agreements import offered
from agreements.amending import Changes, Op
from agreements.amendments import changes_in, end_on, history, over_since, text_on
from agreements.change_input import MOST_INSERTED, Inserted, changes_from, fields_of, typed
from agreements.services.amending import open_amendment, write_changes
from agreements.stages import SIGNED, Trait
from agreements.views.pages import visible_agreement
from agreements.views.versions import crumbs_of
from kerjasama.core import clock, drafts
from kerjasama.core.errors import BadInput, Stale
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.text import date_long
from kerjasama.core.typed import whole
from kerjasama.workflow.services import check

OVERTAKEN = (
    "Adendum ini disimpan orang lain sesudah Anda membukanya. Yang Anda ketik masih ada di bawah; bila Anda menyimpan sekali lagi, isian Anda "
    "menjadi versi berikutnya."
)


class EndForm(BaseForm):
    """The last day, where it moves."""

    new_end = DayField(
        label="Hari terakhir yang baru", required=False,
        help_text="Isi hanya bila jangka waktunya diubah. Hari yang lebih lambat memerlukan usulan perpanjangan dan evaluasi yang menyimpulkan "
        "dilanjutkan atau diperluas, dan tidak melewati jangka waktu paling lama.",
    )  # fmt: skip


class DayForm(BaseForm):
    """On which day the text shall be read."""

    pada = DayField(label="Teks pada hari", required=False)


@require_POST
@login_required
def open_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an adendum under a naskah in force."""
    amendment = open_amendment(visible_agreement(request, pk), by=request.user)
    messages.success(request, "Adendum dibuka. Sunting bunyi pasal yang diubah; yang tidak Anda sentuh tetap berlaku.")
    return redirect("agreements:changes", amendment.pk)


class ChangesView(LoginRequiredMixin, View):
    """Write what an adendum changes, on the text that holds; each save is a new version."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.agreement = visible_agreement(request, kwargs["pk"])
            if Trait.AMENDS not in self.agreement.route.traits:
                raise Http404
            self.draft_key = f"naskah:{self.agreement.pk}"
            self.text = text_on(self.agreement.parent, until=self.agreement)
            self.kept: Any = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        check(self.agreement, self.agreement.arrow("write_version"), request.user)
        self.kept = drafts.load(request.user, self.draft_key)
        if self.kept is not None:
            return self._posted(drafts.as_post(self.kept))
        changes = changes_in(self.agreement)
        return self._answer(*fields_of(self.text, changes), EndForm(initial={"new_end": changes.new_end}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "buang" in request.POST:
            drafts.discard(request.user, self.draft_key)
            return redirect("agreements:changes", self.agreement.pk)
        check(self.agreement, self.agreement.arrow("write_version"), request.user)
        fields, inserts, form = self._typed(request.POST)
        if "tambah" in request.POST or "sisip" in request.POST:
            return self._answer(fields, [*inserts, self._one_more(len(inserts) + 1)], form)
        if not form.is_valid():
            return self._answer(fields, inserts, form, status=422)
        changes, seen = (
            Changes(changes_from(fields, inserts), form.cleaned_data["new_end"]),
            request.POST.get("expect", ""),
        )
        try:
            write_changes(
                self.agreement, changes, note=request.POST.get("note", "")[:250], by=request.user, expect=whole(seen)
            )  # fmt: skip
        except Stale:
            self.agreement.refresh_from_db()
            return self._answer(fields, inserts, form, [OVERTAKEN], 409)
        except BadInput as refusal:
            told = [sentence for sentences in refusal.errors.values() for sentence in sentences]
            return self._answer(fields, inserts, form, told or [refusal.message], 422)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Versi baru tersimpan.")
        return redirect("agreements:read", self.agreement.pk)

    def _typed(self, posted: Any) -> tuple[list[Any], list[Inserted], EndForm]:
        return *typed(posted, self.text), EndForm(posted)

    def _posted(self, posted: Any) -> HttpResponse:
        fields, inserts, form = self._typed(posted)
        form.is_valid()
        return self._answer(fields, inserts, form)

    def _one_more(self, n: int) -> Inserted:
        """An empty pasal to be put in between, or one of the library; behind the last but the closing."""
        offer = offered.offered(self.agreement.parent, self.request.POST.get("sisip", ""))
        standing = [row.number for row in self.text if not row.gone]
        words = (offer.clause.title, "\n\n".join(offer.clause.paragraphs)) if offer else ("", "")
        return Inserted(n, standing[-2] if len(standing) > 1 else standing[-1], *words)

    def _offers(self) -> list[offered.Offer]:
        """Pasal of the library that the text in force has none of."""
        standing = {row.clause.key for row in self.text if not row.gone}
        return [offer for offer in offered.offers(self.agreement.parent) if offer.clause.key not in standing]

    def _answer(
        self, fields: Any, inserts: Any, form: EndForm, problems: list[str] | None = None, status: int = 200
    ) -> HttpResponse:
        context = {
            "agreement": self.agreement, "fields": fields, "inserts": inserts, "form": form, "problems": problems or [],
            "places": [row.number for row in self.text if not row.gone], "may_insert": len(inserts) < MOST_INSERTED,
            "expect": self.agreement.act_count, "kept": self.kept, "draft_key": self.draft_key, "offers": self._offers(),
            "overtaken": bool(self.kept) and str(self.agreement.act_count) != str(self.kept.data.get("expect")),
            "crumbs": crumbs_of(self.agreement, "Perubahan"),
        }  # fmt: skip
        return render(self.request, "agreements/changes.html", context, status=status)


#: How the text in force names what an adendum did to a pasal.
DONE = {Op.REPLACE: "Diubah", Op.INSERT: "Disisipkan", Op.REMOVE: "Dihapus"}


def _line(row: Any, changed: Any, moved: Any) -> dict[str, Any]:
    """A pasal, which adendum made it so, and for the term the adendum that moved its last day (`moved`), which changes no words of it."""
    by, done = changed.get(row.number, (None, None))
    is_term = row.clause.key == "term" and moved is not None
    return {"row": row, "by": by, "done": DONE[done] if by else "", "moved": moved if is_term else None}


def _over(agreement: Any, since: date) -> str:
    """Since when it does not hold any more, and why where it ended before its term."""
    early = agreement.ended_on == since and agreement.end_ground
    why = f" ({agreement.get_end_ground_display().lower()})" if early else ""
    return f"Naskah berakhir {date_long(since)}{why}. Teks di bawah ialah teks terakhirnya."


@require_GET
@login_required
def in_force(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of a signed naskah as it holds on a day, with the adenda that made it so."""
    agreement = visible_agreement(request, pk)
    if agreement.stage not in SIGNED or Trait.AMENDS in agreement.route.traits or agreement.locked_version is None:
        raise Http404
    form = DayForm(request.GET or None)
    day = (form.cleaned_data["pada"] if form.is_bound and form.is_valid() else None) or clock.today()
    told = history(agreement)
    rows = [
        {
            "agreement": one.adendum,
            "changes": one.changes,
            "holds": one.adendum.signed_on <= day,
            "touched": [n for n, _ in one.touched],
        }
        for one in told
    ]
    changed = {
        number: (one.adendum, done) for one in told if one.adendum.signed_on <= day for number, done in one.touched
    }
    moved = [one for one in told if one.adendum.signed_on <= day and one.changes.new_end]
    over = over_since(agreement, day)
    context = {
        "agreement": agreement, "day": day, "filter_form": form, "amendments": rows, "early": day < agreement.signed_on,
        "lines": [_line(row, changed, moved[-1] if moved else None) for row in text_on(agreement, day)], "over_since": over,
        "over_text": _over(agreement, over) if over else "",
        "ends_on": end_on(agreement, day), "crumbs": crumbs_of(agreement, "Teks yang berlaku"),
    }  # fmt: skip
    return render(
        request, "agreements/in_force.html", context, status=422 if form.is_bound and not form.is_valid() else 200
    )
