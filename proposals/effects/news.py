"""Whom acts on a proposal concern."""

from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock, parameters, text
from kerjasama.core.ical import Appointment, Method, Person, written
from kerjasama.core.outbox import absolute, site_root
from kerjasama.notifications import notices
from kerjasama.notifications.services import tell
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Meeting
from kerjasama.reviews.papers import listed
from proposals.stages import Classification, Stage


def concerned(proposal: Any) -> list[Any]:
    """The author, the leading unit and the Bagian with its head."""
    return [
        proposal.author,
        *people_in(Office.OPD, proposal.lead_unit_id),
        *people_in(Office.BAGIAN),
        *people_in(Office.KABAG),
    ]


def tell_concerned(proposal: Any, event: Any) -> None:
    """Returns, refusals, decisions and ends reach everyone concerned, with the reason."""
    notices.tell_concerned(proposal, event, concerned(proposal))


def tell_void(proposal: Any, event: Any) -> None:
    """A letter came back: also those whose paraf fell with it learn it, and why."""
    given = User.objects.filter(pk__in=event.data.get("void", []))
    notices.tell_concerned(proposal, event, [*concerned(proposal), *given])


def tell_dprd(proposal: Any, event: Any) -> None:
    """The Sekretariat DPRD learns that a request is no longer for it to answer, and why."""
    if event.source == Stage.DPRD_PENDING:
        notices.tell_concerned(proposal, event, people_in(Office.SETWAN))


def tell_secretary(proposal: Any, event: Any) -> None:
    """A member stepped aside, or a condition was reported as met: the Kabag and the Bagian are told."""
    notices.tell_concerned(proposal, event, [*people_in(Office.BAGIAN), *people_in(Office.KABAG)])


def tell_owners(proposal: Any, event: Any) -> None:
    """The people of each unit that the team asked something of learn what, and where they report it.

    A secret case belongs to named people only: its unit is asked by them.
    """
    if proposal.classification == Classification.SECRET:
        return
    asked: dict[OrgUnit, list[str]] = {}
    for condition in reviews.open_conditions(proposal):
        if condition.owner_unit is not None:
            due = f" (tenggat {text.date_long(condition.due_on)})" if condition.due_on else ""
            asked.setdefault(condition.owner_unit, []).append(f"{condition.text}{due}")
    for unit, lines in asked.items():
        tell(
            [person for person in people_in(Office.OPD, unit.pk) if person.pk != event.actor_id],
            key=f"tkksd-condition:{proposal.pk}:{event.seq}:{unit.pk}",
            title=f"Syarat TKKSD bagi {unit}: {proposal.case_code}",
            body="\n".join([proposal.listed_title, *lines]),
            url=f"{proposal.get_absolute_url()}tindakan/laporkan-syarat/",
        )


def invite(proposal: Any, event: Any) -> None:
    """The members are told of a meeting that was called about this case alone; others tell of a joint one."""
    if not event.data.get("joint"):
        tell_invited(reviews.current_item(proposal).meeting, Method.REQUEST)


def tell_invited(meeting: Meeting, method: Method, why: str = "") -> None:
    """Every invited member, and who fills his seat, learns of this edition of the invitation, with a calendar file."""
    items = list(meeting.items.order_by("pk").prefetch_related("subject"))
    open_items = [item for item in items if item.is_open] or items
    first = open_items[0].subject
    lines = [
        f"{n}. {listed(item)['title']} ({listed(item)['case_code']})" for n, item in enumerate(open_items, start=1)
    ]
    single = len(open_items) == 1
    appointment = _appointment(meeting, "\n".join(lines))
    headline = f"{_HEADLINES[method, meeting.sequence > 0]}: {first.code if single else str(meeting)}"
    body = [
        *(lines if not single else [listed(open_items[0])["title"]]),
        f"{text.day_name(meeting.held_on)}, {text.date_long(meeting.held_on)} pukul {meeting.held_at:%H.%M}, {meeting.place}.",
        f"Alasan: {why}" if why else "",
        "Beri pendapat Anda sebelum rapat."
        if method is Method.REQUEST
        else "Usulannya menunggu undangan rapat berikutnya.",
    ]
    tell(
        _people(meeting),
        key=f"meeting:{meeting.pk}:{meeting.sequence}",
        title=headline,
        body="\n".join(line for line in body if line),
        url=first.get_absolute_url() if single else meeting.get_absolute_url(),
        calendar=lambda user: written(appointment, method, Person(user.full_name, user.email)),
    )


_HEADLINES = {
    (Method.REQUEST, False): "Undangan rapat TKKSD",
    (Method.REQUEST, True): "Undangan rapat TKKSD diperbarui",
    (Method.CANCEL, False): "Rapat TKKSD dibatalkan",
    (Method.CANCEL, True): "Rapat TKKSD dibatalkan",
}


def _people(meeting: Meeting) -> list[Any]:
    members = reviews.invited(meeting)
    filling = [reviews.substitute_of(member, meeting.held_on) for member in members]
    return [member.user for member in members] + [row.user for row in filling if row is not None]


def _appointment(meeting: Meeting, cases: str) -> Appointment:
    """The meeting as a calendar knows it: one name for good, an edition that counts on."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    host = urlsplit(site_root()).hostname or "localhost"
    return Appointment(
        uid=f"rapat-tkksd-{meeting.pk}@{host}",
        sequence=meeting.sequence,
        starts=datetime.combine(meeting.held_on, meeting.held_at, clock.zone()),
        length=timedelta(hours=int(parameters.value("tkksd_meeting_hours"))),
        summary=str(meeting),
        place=meeting.place,
        description=f"{meeting.agenda}\n{cases}",
        url=absolute(meeting.get_absolute_url()),
        organiser=Person("Sekretariat TKKSD", address),
        stamped=clock.now(),
    )
