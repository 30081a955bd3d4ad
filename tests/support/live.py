"""A walker who acts now: what a browser journey has in common with the others is left to the services, at the real hour.

Papers on the way are printed small; what a journey reads, it has clicked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import plans
from kerjasama.demo.walk import Story, Walk
from kerjasama.documents import printing, rendering
from kerjasama.documents import selectors as papers
from kerjasama.workflow.models import StagedModel
from proposals.models import Proposal
from tests.support.press import small_paper
from tests.support.site import Site


class Today(WorkCalendar):
    """Everything that is called or planned ahead is for today."""

    def add(self, start: date, days: int) -> date:
        return start


@dataclass
class Live(Walk):
    """One case on a running site: acts happen one after another, while the site's own worker is at rest."""

    site: Site = field(kw_only=True)

    def on_that_day(self, doing: Callable[[], Any]) -> Any:
        for person in self.people.values():
            forget(person)
        return doing()

    def go(self, plan: Iterable[plans.Step]) -> "Live":
        with self.site.worker_at_rest(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(rendering, "render_pdf", small_paper)
            for step in plan:
                step.do(self)
        return self

    def calendar(self) -> WorkCalendar:
        return Today.load()

    def print_papers(self, subject: StagedModel, kind: str = "") -> None:
        for pk in papers.of_subject(subject).filter(status="QUEUED").values_list("pk", flat=True):
            printing.render(pk)

    def _through(
        self, door: Callable[..., Any], subject: StagedModel, name: str, by: str, facts: dict[str, Any]
    ) -> Walk:
        subject.refresh_from_db()
        return super()._through(door, subject, name, by, facts)


def taken_up(site: Site, story: Story) -> Live:
    """A walker for the one case that the browser has begun on this site."""
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    live = Live(story, people, clock.today(), print_now=True, site=site)
    live.proposal = Proposal.objects.get()
    return live
