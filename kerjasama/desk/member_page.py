"""The page of one case for a member of the TKKSD: the dossier, and four small forms with one service behind each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from kerjasama.core.errors import NotYet, Refusal
from kerjasama.desk import member_dossier, remarks, workroom
from kerjasama.desk.meeting_admin import show
from kerjasama.desk.opinion_form import OpinionForm, QuestionForm, RemarkForm, StepForm
from kerjasama.reviews import services as reviews
from kerjasama.reviews.models import AgendaItem
from proposals.services.acts import act


@dataclass
class Member:
    """Who is asked about what, with what he has said so far."""

    request: HttpRequest
    item: AgendaItem
    own: Any
    recusal: Any


def answer(admin: Any, request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Draw the page, or take one of its forms: `bentuk` in the POST says which."""
    me = Member(request, item, workroom.own_opinion(item, request.user), workroom.own_recusal(item, request.user))
    forms = {name: make(me, None) for name, (make, _) in FORMS.items()}
    if request.method != "POST":
        return _page(admin, me, forms, 200)
    name = request.POST.get("bentuk", "pendapat")
    make, do = FORMS.get(name, FORMS["pendapat"])
    typed = request.POST.copy()
    form = forms[name if name in FORMS else "pendapat"] = make(me, typed)
    if not form.is_valid():
        return _page(admin, me, forms, 422)
    try:
        said, onward = do(me, form.cleaned_data)
    except Refusal as refusal:
        show(form, refusal)
        if isinstance(refusal, NotYet) and "seen" in form.fields:
            # Read and sent again, what was typed replaces what came in between.
            newest = workroom.own_opinion(item, request.user)
            typed["seen"] = str(newest.pk if newest else 0)
            me.own = newest
        return _page(admin, me, forms, refusal.status)
    messages.success(request, said)
    return redirect(onward)


def _opinion_form(me: Member, typed: Any) -> OpinionForm:
    own = me.own
    start = {
        "verdict": own.verdict if own else "", "note": own.note if own else "", "seen": own.pk if own else 0,
        "conditions": "\n".join(c.text for c in own.conditions.all()) if own else "",
    }  # fmt: skip
    return OpinionForm(typed, initial=start)


def _remark_form(me: Member, typed: Any) -> RemarkForm:
    parts = [(part.key, part.label) for part in remarks.parts_of(me.item.subject)]
    return RemarkForm(typed, parts=parts, auto_id="komentar_%s")


def _say(me: Member, values: dict[str, Any]) -> tuple[str, str]:
    is_new = workroom.say(me.item, me.request.user, **values)
    onward = workroom.following(me.request.user, done=me.item)
    said = f"Pendapat Anda tentang “{me.item.subject.title}” {'tercatat' if is_new else 'sudah tercatat'}."
    rest = f"Berikutnya: {onward.subject.title}." if onward else "Tidak ada lagi yang menunggu pendapat Anda."
    there = workroom.url_of(onward) if onward else reverse("admin:reviews_agendaitem_changelist")
    return f"{said} {rest}", there


def _step(me: Member, values: dict[str, Any]) -> tuple[str, str]:
    name = "lift_recusal" if me.recusal else "recuse"
    act(me.item.subject, name, by=me.request.user, reason=values["reason"])
    said = (
        "Pengunduran diri Anda dicabut."
        if me.recusal
        else "Pengunduran diri Anda tercatat. Anda tidak dihitung dalam kuorum usulan ini."
    )
    return said, workroom.url_of(me.item)


def _remark(me: Member, values: dict[str, Any]) -> tuple[str, str]:
    row = remarks.say(me.item.subject, me.request.user, **values)
    return f"Komentar Anda atas {row.part_label} dikirim kepada penyusunnya.", f"{workroom.url_of(me.item)}#komentar"


def _ask(me: Member, values: dict[str, Any]) -> tuple[str, str]:
    case = me.item.subject
    reviews.ask(case, body="TKKSD", words=values["words"], by=me.request.user, unit=case.lead_unit)
    return f"Pertanyaan Anda dikirim kepada {case.lead_unit.name}.", f"{workroom.url_of(me.item)}#pertanyaan"


Maker = Callable[[Member, Any], Any]
Door = Callable[[Member, dict[str, Any]], tuple[str, str]]
FORMS: dict[str, tuple[Maker, Door]] = {
    "pendapat": (_opinion_form, _say),
    "mundur": (lambda me, typed: StepForm(typed, auto_id="mundur_%s"), _step),
    "komentar": (_remark_form, _remark),
    "pertanyaan": (lambda me, typed: QuestionForm(typed, auto_id="tanya_%s"), _ask),
}


@csp_update({"frame-src": [SELF]})
def _framing(response: HttpResponse) -> HttpResponse:
    """Papers of our own are drawn in place on this page, and on no other."""
    return response


def _page(admin: Any, me: Member, forms: dict[str, Any], status: int) -> HttpResponse:
    item, request = me.item, me.request
    context = {
        **admin.admin_site.each_context(request),
        "title": item.subject.title,
        "opts": admin.opts,
        "item": item,
        "own": me.own,
        "recusal": me.recusal,
        "form": forms["pendapat"],
        "step_form": forms["mundur"],
        "remark_form": forms["komentar"],
        "question_form": forms["pertanyaan"],
        "errors": any(form.errors for form in forms.values() if form.is_bound),
        "closed": workroom.closed_because(item, request.user),
        "sits": workroom.sits(request.user),
        **member_dossier.whole(item, request.user),
    }
    request.current_app = admin.admin_site.name
    return _framing(TemplateResponse(request, admin.change_form_template, context, status=status))
