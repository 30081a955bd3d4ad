"""E-mail to people outside, who have no inbox here: one letter, tried up to five times.

What must not stand in the queue (a token, a link that opens something) is never given to `post`: such a letter is
made where it is sent, by a task that draws the secret itself and calls `compose`.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django_tasks import task

from kerjasama.accounts.models import Government
from kerjasama.core import clock
from kerjasama.core.outbox import MAX_ATTEMPTS, NEWS, retry

logger = logging.getLogger(__name__)


def compose(to: str, *, name: str, subject: str, paragraphs: Sequence[str], url: str = "") -> EmailMessage:
    """A letter in the words of the house; `url` is a full address."""
    context = {"name": name, "paragraphs": paragraphs, "url": url, "government": Government.current()}
    body = render_to_string("emails/outside_body.txt", context).strip()
    return EmailMessage(" ".join(subject.split()), body, to=[to])


def post(to: str, *, name: str, subject: str, paragraphs: Sequence[str], url: str = "") -> None:
    """Queue a letter in the caller's transaction. Under an injected clock none leaves: the occasion is past."""
    if to and not clock.is_injected():
        send_outside.enqueue(to, name, subject, list(paragraphs), url)


@task(priority=NEWS)
def send_outside(to: str, name: str, subject: str, paragraphs: list[str], url: str = "", attempt: int = 1) -> str:
    """Send one letter; says what became of it."""
    try:
        compose(to, name=name, subject=subject, paragraphs=paragraphs, url=url).send()
    # Whatever the mail server does wrong is written down and tried again.
    except Exception as problem:
        return again(send_outside, to, name, subject, paragraphs, url, attempt=attempt, problem=problem)
    return "sent"


def again(job: Any, *arguments: Any, attempt: int, problem: Exception) -> str:
    """Queue a failed letter once more, after a growing pause."""
    logger.warning("Mail outside failed (%s of %s): %s", attempt, MAX_ATTEMPTS, type(problem).__name__)
    return retry(job, *arguments, attempts=attempt, attempt=attempt + 1)
