"""Anybody does anything to any case in any order, and what the law asks stays true all the same.

Acts are drawn from the arrows of the models themselves, so a new route or act is walked as soon as it exists.
`make fuzz` walks much longer, by chance and not by a fixed seed.
"""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget, system_user
from kerjasama.core import clock, parameters
from kerjasama.core.errors import NotYours, Refusal, Stale
from kerjasama.demo.timepiece import Timepiece
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.audit import verify
from kerjasama.workflow.models import StagedModel, StageEvent
from kerjasama.workflow.services import lacks_of, seat_for_act
from monitoring.models import Report
from proposals.models import Proposal
from tests.support import facts, right, town, truths
from tests.support.sql import footprint, settle
from tests.support.wanasari import MONDAY
from tests.support.world import undone, walked

pytestmark = pytest.mark.slow

ROOMS: tuple[type[StagedModel], ...] = (Proposal, Agreement, Report)
LONG = os.environ.get("FUZZ_EXAMPLES")
# The suite walks the same ways each time and for a bounded while; `make fuzz` looks for new ones and shrinks what it finds.
PROFILE = (
    settings(max_examples=int(LONG), stateful_step_count=60, print_blob=True)
    if LONG
    else settings(
        max_examples=6, stateful_step_count=30, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
    )
)


def everyones_cases(people: dict[str, User]) -> Walk:
    """Cases of every kind at every part of the way, so that the first step already falls anywhere."""
    walks = town.settle_in(people)
    STANDING[:] = walks
    return max(walks, key=lambda walk: walk.day)


#: The walkers of the cases that stand there from the beginning: they know what is still to be written.
STANDING: list[Walk] = []
begun = walked(everyones_cases)

#: Possible at every stage, and the case stays where it is: let these not crowd out what leads on.
BESIDE = frozenset({"hand_over", "propose_correction", "confirm_correction", "decline_correction"})


class AnyoneDoesAnything(RuleBasedStateMachine):
    """The office, with everybody in it, over some weeks; nothing of it is left when it is over."""

    people: ClassVar[dict[str, User]]
    first_day: ClassVar[Any]
    done: ClassVar[Counter[str]]
    refused: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.scope = undone()
        self.scope.__enter__()
        self.day, self.timepiece = self.first_day, Timepiece()
        self.opened = 0
        self.walks = {walk.proposal.pk: self._resumed(walk) for walk in STANDING}
        self.times: Counter[str] = Counter()
        self.routes = dict(Proposal.objects.values_list("pk", "route_key"))
        self.found_free = list(Proposal.objects.filter(dprd_outcome="NOT_REQUIRED").values_list("pk", flat=True))
        for person in self.people.values():
            forget(person)

    def teardown(self) -> None:
        try:
            settle()
            assert verify().problem == ""
        finally:
            self.scope.__exit__(None, None, None)

    # --- what may happen

    @initialize(policy=st.sampled_from(["conservative", "strict"]), silence=st.booleans())
    def the_region_has_chosen(self, policy: str, silence: bool) -> None:
        parameters.change("dprd_policy", policy, reason="Uji")
        parameters.change("dprd_silence_is_consent", silence, reason="Uji")

    @rule(
        gate=st.sampled_from(["before_first_signing", "between_kb_and_pks"]),
        sort=st.sampled_from(sorted(town.NEWCOMERS)),
        forwarding_asks=st.booleans(),
        facts=st.fixed_dictionaries({name: st.booleans() for name in ("community", "region", "unbudgeted")}),
    )
    @precondition(lambda self: self.opened < 3)
    def a_case_is_opened(self, gate: str, sort: str, forwarding_asks: bool, facts: dict[str, bool]) -> None:
        parameters.change("dprd_gate", gate, reason="Uji")
        parameters.change("dprd_for_forwarding", forwarding_asks, reason="Uji")
        walk = town.open_new(sort, self.people, self.day, self.timepiece, **facts)
        self.opened += 1
        self.walks[walk.proposal.pk] = walk
        self.routes[walk.proposal.pk] = walk.proposal.route_key

    @rule(data=st.data())
    def a_case_is_led_on(self, data: st.DataObject) -> None:
        """The next few acts on one case, each by somebody whose it is."""
        self._lead_on(data, 5)

    @rule(data=st.data())
    def some_cases_are_led_on(self, data: st.DataObject) -> None:
        for _ in range(4):
            self._lead_on(data, 1)

    @rule(data=st.data())
    def somebody_does_what_he_may_not(self, data: st.DataObject) -> None:
        """What is possible, by a stranger; what is his, from an older page; anything at all, by anyone."""
        subject = self._subject(data)
        how = data.draw(st.sampled_from([self._stranger, self._older_page, self._anything]))
        how(subject, data)

    def _lead_on(self, data: st.DataObject, steps: int) -> None:
        subject = self._subject(data)
        for _ in range(steps):
            self._make_ready(subject)
            arrow = self._choose(self._possible(subject), data)
            if arrow:
                self._attempt(subject, arrow, self._person_for(subject, arrow, data), data)

    def _stranger(self, subject: StagedModel, data: st.DataObject) -> None:
        arrow = self._choose(self._possible(subject), data)
        others = [n for n, p in sorted(self.people.items()) if arrow and not seat_for_act(subject, arrow, p)]
        if arrow and others:
            refusal = self._attempt(subject, arrow, self.people[data.draw(st.sampled_from(others))], data)
            assert isinstance(refusal, NotYours), arrow.act

    def _older_page(self, subject: StagedModel, data: st.DataObject) -> None:
        arrow = self._choose([a for a in self._possible(subject) if a.act not in right.OWN_DOORS], data)
        if arrow:
            person = self._person_for(subject, arrow, data)
            refusal = self._attempt(subject, arrow, person, data, expect=subject.act_count - 1)
            assert isinstance(refusal, Stale)

    def _anything(self, subject: StagedModel, data: st.DataObject) -> None:
        """The right person at the wrong stage, the wrong person at the right one, and neither."""
        arrow = type(subject).arrow(data.draw(st.sampled_from([a.act for a in type(subject).arrows()])))
        person = data.draw(st.sampled_from(sorted(self.people)))
        self._attempt(subject, arrow, self.people[person], data)

    @rule(days=st.sampled_from([1, 4, 31, 70]))
    def days_pass(self, days: int) -> None:
        """And the clock does what is due; it never approves."""
        self.day += timedelta(days=days)
        for person in self.people.values():
            forget(person)
        newest = StageEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
        self._now(run_due)
        started = Counter(StageEvent.objects.filter(pk__gt=newest).values_list("act", flat=True))
        assert set(started) <= {"expire_offer", "mark_overdue", "expire", "begin", "ask_renewal"}
        self.done.update(started)
        self._print()

    # --- what must stay true

    @invariant()
    def every_change_of_stage_is_one_event_and_one_row_in_the_chain(self) -> None:
        assert {room: truths.one_event_and_one_row(room) for room in ROOMS} == dict.fromkeys(ROOMS, [])
        assert {room: truths.outside_the_chain(room) for room in ROOMS} == dict.fromkeys(ROOMS, [])

    @invariant()
    def nothing_is_signed_without_every_paraf_on_its_text(self) -> None:
        assert truths.signed_without_paraf([*facts.stages_signed()]) == []

    @invariant()
    def nothing_is_signed_while_the_dprd_has_not_answered(self) -> None:
        assert truths.signed_without_dprd([*facts.stages_signed()], self.found_free) == []

    @invariant()
    def nothing_abroad_is_signed_unconsulted_or_unconfirmed(self) -> None:
        assert truths.signed_unconsulted([*facts.stages_signed()]) == []
        assert truths.signed_unconfirmed([*facts.stages_signed()]) == []

    @invariant()
    def nothing_with_a_third_party_is_signed_without_its_four_clauses(self) -> None:
        assert truths.signed_without_clauses([*facts.stages_signed()]) == []

    @invariant()
    def numbers_have_no_gap(self) -> None:
        assert truths.gaps() == []

    @invariant()
    def a_case_keeps_the_route_it_began_under(self) -> None:
        assert dict(Proposal.objects.values_list("pk", "route_key")) == self.routes

    # --- how it is done

    def _now(self, doing: Callable[[], Any]) -> Any:
        with clock.at(self.timepiece.moment(self.day)):
            return doing()

    def _subject(self, data: st.DataObject) -> StagedModel:
        """One of the cases, naskah and reports that wait for somebody; any of them when none does."""
        everything = [*chain.from_iterable(room.objects.order_by("pk") for room in ROOMS)]
        found = [subject for subject in everything if subject.turn_office] or everything
        return found[data.draw(st.integers(0, len(found) - 1))]

    def _possible(self, subject: StagedModel) -> list[Arrow]:
        """What could be done to a subject now, if the right person came."""
        return self._now(
            lambda: [
                arrow
                for arrow in type(subject).arrows()
                if arrow.ends(subject.route, subject.stage) and not lacks_of(subject, arrow, None)
            ]
        )

    def _choose(self, arrows: list[Arrow], data: st.DataObject) -> Arrow | None:
        """Rather what was seldom tried so far; what sends a case back, ends it or leads nowhere only now and then."""
        if not arrows:
            return None
        closing = data.draw(st.integers(0, 4)) == 4
        kept = [a for a in arrows if closing or not (a.danger or a.act in BESIDE)] or arrows
        kept.sort(key=lambda a: self.times[a.act])
        seldom = [a.act for a in kept[: (len(kept) + 1) // 2]]
        return kept[seldom.index(data.draw(st.sampled_from(seldom)))]

    def _person_for(self, subject: StagedModel, arrow: Arrow, data: st.DataObject) -> User:
        able = self._now(lambda: [n for n, p in sorted(self.people.items()) if seat_for_act(subject, arrow, p)])
        return self.people[data.draw(st.sampled_from(able))]

    def _resumed(self, walk: Walk) -> Walk:
        """The same case in the hands of the people of this walk."""
        taken = replace(walk, people=self.people, timepiece=self.timepiece)
        taken.proposal = walk.proposal
        return taken

    def _make_ready(self, subject: StagedModel) -> None:
        """What is written before its act, and not by it: the content of a case, and of a report."""
        walk = self.walks.get(subject.pk) if isinstance(subject, Proposal) else None
        if walk:
            walk.day = self.day
            town.write_up(walk)
        if isinstance(subject, Report) and subject.stage == "OPEN" and not subject.activities:
            town.fill_report(subject, self.people["dlh"], self.timepiece, self.day)
        subject.refresh_from_db()

    def _attempt(
        self, subject: StagedModel, arrow: Arrow, by: User, data: st.DataObject, **changed: Any
    ) -> Refusal | None:
        """Do it or hear why not; a refused act leaves nothing at all behind."""
        before, stood = footprint(), (subject.stage, subject.act_count)
        self.times[arrow.act] += 1
        try:
            self._now(
                lambda: right.do(subject, arrow.act, by, lambda some: data.draw(st.sampled_from(some)), **changed)
            )
        except Refusal as refusal:
            assert footprint() == before, arrow.act
            now = type(subject).objects.get(pk=subject.pk)
            assert (now.stage, now.act_count) == stood
            self.refused[type(refusal).__name__] += 1
            return refusal
        self.done[arrow.act] += 1
        self._after(type(subject).objects.get(pk=subject.pk), arrow.act)
        return None

    def _after(self, subject: StagedModel, act: str) -> None:
        """Findings on the DPRD are judged by the facts and the policy of the moment in which they are made."""
        if act == "establish_not_required":
            assert not truths.dprd_is_needed(subject, parameters.value("dprd_policy"))
            self.found_free.append(subject.pk)
        if act == "deem_approved":
            assert parameters.value("dprd_silence_is_consent")
        self._print()

    def _print(self) -> None:
        """The worker has nothing else to do."""
        for pk in Document.objects.filter(status="QUEUED").order_by("pk").values_list("pk", flat=True):
            self._now(lambda pk=pk: documents.render(pk))


def test_whatever_people_do_the_law_holds(begun: Walk, people: dict[str, User]) -> None:
    AnyoneDoesAnything.people = {**people, "sistem": system_user()}
    AnyoneDoesAnything.first_day = max(begun.day, MONDAY)
    AnyoneDoesAnything.done, AnyoneDoesAnything.refused = Counter(), Counter()
    run_state_machine_as_test(
        AnyoneDoesAnything,
        settings=settings(PROFILE, deadline=None, suppress_health_check=list(HealthCheck)),
    )
    done, refused = AnyoneDoesAnything.done, AnyoneDoesAnything.refused
    print(f"{sum(done.values())} acts of {len(done)} kinds, refused {dict(refused)}; never done: {never(done)}")
    assert {"sign", "give_paraf", "submit", "withdraw"} <= set(done), "it came far enough to mean something"
    assert min(refused[kind] for kind in ("NotYours", "NotYet", "Stale")) > 0


def never(done: Counter[str]) -> list[str]:
    return sorted({arrow.act for room in ROOMS for arrow in room.arrows()} - set(done))
