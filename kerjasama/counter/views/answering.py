"""A partner answers our letter of request by the link he was sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.core import throttle
from kerjasama.core.errors import UploadRefused
from kerjasama.counter import codes, progress
from kerjasama.counter.forms.following import AnswerForm
from kerjasama.counter.models import AnswerInvitation
from kerjasama.counter.services import answers
from kerjasama.counter.services.answers import Given
from kerjasama.counter.stages import InvitationStatus
from kerjasama.counter.views import _public as public
from kerjasama.counter.views.following import letter_of

WAITING = (InvitationStatus.SENT, InvitationStatus.RETURNED)


def _invitation(token: str) -> AnswerInvitation:
    found = (
        AnswerInvitation.objects.select_related("proposal", "partner").filter(token_hash=codes.hashed(token)).first()
    )
    if found is None or found.status == InvitationStatus.REVOKED:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@public.private
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Our letter, and the form of the answer; afterwards only that it was received."""
    throttle.require(request, public.ANSWER)
    invitation = _invitation(token)
    if invitation.status not in WAITING or not answers.is_awaited(invitation):
        return render(request, "counter/answered.html", {"invitation": invitation})
    form = AnswerForm(request.POST, request.FILES) if request.method == "POST" else AnswerForm()
    if request.method == "POST" and form.is_valid() and _given(form, invitation):
        return render(request, "counter/answered.html", {"invitation": invitation, "now": True})
    context = {
        "form": form, "invitation": invitation, "case": progress.of_case(invitation.proposal, invitation.partner),
        "token": token,
    }  # fmt: skip
    return render(request, "counter/answer.html", context, status=422 if form.errors else 200)


def _given(form: AnswerForm, invitation: AnswerInvitation) -> bool:
    typed = form.cleaned_data
    given = Given(
        typed["answer"], typed["statement"].strip(), f"{typed['name']}, {typed['position']}", typed["number"], typed["dated"]
    )  # fmt: skip
    try:
        answers.give(invitation, given, typed["file"])
    except UploadRefused as refusal:
        form.add_error("file", f"{refusal.message} {refusal.detail}".strip())
        return False
    return True


@require_GET
@public.private
def answer_letter(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """Our signed letter, for the one who is asked to answer it."""
    throttle.require(request, public.ANSWER)
    invitation = _invitation(token)
    return letter_of(invitation.proposal, invitation.partner, pk)
