"""A walker who acts now: what a browser journey has in common with the others is left to the services, at the real hour."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import plans
from kerjasama.demo.walk import Story, Walk
from kerjasama.workflow.models import StagedModel
from proposals.models import Proposal
from tests.support.site import Site


class Today(WorkCalendar):
    """Everything that is called or planned ahead is for today."""

    def add(self, start: date, days: int) -> date:
        return start


@dataclass
class Live(Walk):
    """One case on a running site: acts happen one after another, papers are printed by the site's own worker."""

    site: Site = field(kw_only=True)

    def on_that_day(self, doing: Callable[[], Any]) -> Any:
        for person in self.people.values():
            forget(person)
        return doing()

    def go(self, plan: Iterable[plans.Step]) -> "Live":
        for step in plan:
            step.do(self)
        return self

    def calendar(self) -> WorkCalendar:
        return Today.load()

    def print_papers(self, subject: StagedModel, kind: str = "") -> None:
        self.site.run_worker_until_idle()

    def _through(self, door: Callable[..., Any], subject: StagedModel, name: str, by: str, facts: dict[str, Any]) -> Walk:
        subject.refresh_from_db()
        return super()._through(door, subject, name, by, facts)


def taken_up(site: Site, story: Story) -> Live:
    """A walker for the one case that the browser has begun on this site."""
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    live = Live(story, people, clock.today(), site=site)
    live.proposal = Proposal.objects.get()
    return live
