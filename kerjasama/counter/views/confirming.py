"""The link in the confirmation mail, and the number and token that follow it."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kerjasama.core import parameters
from kerjasama.counter import access, links
from kerjasama.counter.forms.steps import assemble
from kerjasama.counter.models import QuarantinedFile, RequestDraft
from kerjasama.counter.services import requests
from kerjasama.counter.tasks import token_letter
from kerjasama.counter.views import _public as public
from kerjasama.counter.views.applying import DRAFT, SENT
from kerjasama.counter.views.summary import summary_of

logger = logging.getLogger(__name__)
DAY_SECONDS = 24 * 60 * 60


@require_http_methods(["GET", "POST"])
@public.private
def confirm(request: HttpRequest, signed: str) -> HttpResponse:
    """Show what is confirmed; the button sends it. The number and the token are shown this once."""
    said = links.read_confirm(signed, int(parameters.value("days_unconfirmed")) * DAY_SECONDS)
    draft = RequestDraft.objects.filter(pk=said[0], user=None, sent_at__isnull=False).first() if said else None
    filing = assemble(draft).filing if draft else None
    if draft is None or filing is None or filing.contacts[0].email != said[1]:
        return render(request, "counter/confirm_gone.html", status=404)
    if request.method == "GET":
        papers = list(QuarantinedFile.objects.filter(draft=draft))
        context = {"sections": summary_of(filing), "papers": papers, "email": said[1]}
        return render(request, "counter/confirm.html", context)
    online, token = requests.file_request(draft, filing)
    for key in (DRAFT, SENT):
        request.session.pop(key, None)
    access.grant(request, online)
    context = {"online": online, "token": token, "mailed": _mail(online, filing.contacts[0].name, token)}
    return render(request, "counter/received.html", context)


def _mail(online: object, name: str, token: str) -> bool:
    """Sent at once and not queued: a token never lies in a table. The page shows it in any case."""
    try:
        token_letter(online, name, token).send()
    except Exception as problem:  # noqa: BLE001 - whatever the mail server does, the request stands
        logger.warning("Token mail failed: %s", type(problem).__name__)
        return False
    return True
