"""All cases side by side: the next step of any of them, in the order of the days."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo.plans import Plan, Step
from kerjasama.demo.walk import Walk

Tick = Callable[[date], None]


@dataclass
class Schedule:
    """Plans under way. Steps are done day by day over all cases, so that numbers and the audit chain run with time.

    Nothing happens on `today` itself: the people who sign in today begin it. A plan that would reach it raises ValueError.
    """

    today: date
    work: WorkCalendar
    queue: list[tuple[date, int, Walk, Step, Iterator[Step], bool]] = field(default_factory=list)
    ticks: list[tuple[date, Tick]] = field(default_factory=list)
    pushed: int = 0
    done: int = 0

    def starting(self, walk: Walk, plan: Plan, *, soft: bool = False) -> None:
        """Begin a plan on the walker's own day; a soft one is left where it would reach today."""
        self._push(walk, iter(plan), soft)

    def standing(self, walk: Walk, plan: Plan, days: int, then: Sequence[Step] = ()) -> None:
        """Place a plan so that its last step happened `days` calendar days ago, or on the working day before that.

        `then` follows, on days that only the case itself knows.
        """
        walk.day = self.start_of(plan, days)
        self.starting(walk, [*plan, *then])

    def start_of(self, plan: Plan, days: int) -> date:
        """The day a plan must begin for its last step to happen `days` calendar days ago."""
        end = self.work.back(self.today - timedelta(days=max(days, 1) - 1), 1)
        for step in reversed(plan):
            end = end - timedelta(days=step.wait) if step.calendar else self.work.back(end, step.wait)
            end = self.work.at_or_before(end)
        return end

    def run(self, report: Callable[[date], None] = lambda day: None) -> None:
        """Do every step of every plan, and the ticks of the days between them."""
        while self.queue or self.ticks:
            next_day = self.queue[0][0] if self.queue else self.today
            if self.ticks and self.ticks[0][0] <= next_day:
                when, tick = self.ticks.pop(0)
                tick(when)
                continue
            day, _, walk, step, rest, soft = heapq.heappop(self.queue)
            report(day)
            walk.day = day
            step.do(walk)
            self.done += 1
            self._push(walk, rest, soft)

    def _push(self, walk: Walk, rest: Iterator[Step], soft: bool) -> None:
        step = next(rest, None)
        if step is None:
            return
        day = step.day_for(walk)
        if day >= self.today:
            if soft:
                return
            raise ValueError(f"{walk.story.title}: a step would happen on {day}, which has not passed yet")
        self.pushed += 1
        heapq.heappush(self.queue, (day, self.pushed, walk, step, rest, soft))
