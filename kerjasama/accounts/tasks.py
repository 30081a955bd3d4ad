"""The e-mail of an invitation, run by the worker from a row written with the invitation itself."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django_tasks import task

from kerjasama.accounts import links
from kerjasama.accounts.models import Government, Invitation
from kerjasama.core import clock
from kerjasama.core.outbox import URGENT, error_of, retry


@task(priority=URGENT)
def send_invitation_of(invitation_id: int) -> str:
    """Draw a link and send it; says what became of it.

    The link is drawn here and not by the one who invites, so that it stands in no row of the queue.
    Run twice it sends twice, and the newer link is the one that works.
    """
    invitation = Invitation.objects.select_related("user").get(pk=invitation_id)
    if invitation.state != Invitation.State.OPEN:
        return "not open"
    address = links.draw(invitation)
    try:
        _message(invitation, address).send()
    # Whatever the mail server does wrong must be kept, shown and tried again.
    except Exception as problem:
        return _try_later(invitation_id, problem)
    _note(invitation_id, mailed_at=clock.now(), mail_error="")
    return "sent"


def _message(invitation: Invitation, address: str) -> EmailMessage:
    context = {"invitation": invitation, "url": address, "government": Government.current()}
    subject = render_to_string("emails/invitation_subject.txt", context).strip()
    body = render_to_string("emails/invitation_body.txt", context).strip()
    return EmailMessage(" ".join(subject.split()), body, to=[invitation.email])


def _try_later(invitation_id: int, problem: Exception) -> str:
    held = _note(invitation_id, mail_error=error_of(problem))
    return retry(send_invitation_of, invitation_id, attempts=held.mail_attempts)


@transaction.atomic
def _note(invitation_id: int, **facts: object) -> Invitation:
    held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation_id)
    held.mail_attempts += 1
    for name, value in facts.items():
        setattr(held, name, value)
    held._change_reason = "Surel undangan"
    held.save(update_fields=["mail_attempts", *facts])
    return held
