"""When a naskah nears its end: until when its extension is to be decided and told of, and before whom a dispute lies."""

from datetime import date, timedelta
from typing import Any

from agreements.amendments import under_way
from agreements.routes import dispute_path
from agreements.stages import DisputeStep, Renewal, Trait
from kerjasama.core import parameters
from kerjasama.core.calendar import months_later
from kerjasama.parties.borders import of_one_province

#: Abroad the extension is told to the Menteri no later than so many months before the end (Permendagri 25/2020 art. 33).
NOTICE_MONTHS = 6


def is_renewable(agreement: Any) -> bool:
    """A letter of intent and a yearly plan run out, a new one takes their place; an adendum ends with the naskah it changes."""
    return not {Trait.INTENT, Trait.YEARLY, Trait.AMENDS} & agreement.route.traits


def is_undecided(agreement: Any) -> bool:
    """Nobody has said what becomes of it, or the case that should take its place has died."""
    replaced = agreement.renewal == Renewal.REPLACE
    return not agreement.renewal or (replaced and agreement.successor.closed)


def is_settled(agreement: Any) -> bool:
    """Whether its end needs no more reminders: it shall end, a living case takes its place, or its extension is being signed."""
    if agreement.renewal == Renewal.EXTEND:
        return under_way(agreement) is not None
    return agreement.renewal == Renewal.LAPSE or (
        agreement.renewal == Renewal.REPLACE and not agreement.successor.closed
    )


def notice_by(agreement: Any) -> date | None:
    """The last day to tell the Menteri of an extension; None where the law asks no notice."""
    if agreement.ends_on is None or Trait.CONFIRMED not in agreement.route.traits:
        return None
    return months_later(agreement.ends_on, -NOTICE_MONTHS)


def latest_end(day: date) -> date:
    """The last end that can matter on or before a day, that of a notice included."""
    return months_later(day, NOTICE_MONTHS) + timedelta(days=1)


def decide_by(agreement: Any) -> date:
    """The last day on which an extension can still be set going: that of the notice, else the end itself."""
    return notice_by(agreement) or agreement.ends_on


def opens_on(agreement: Any) -> date:
    """From this day on an extension may be proposed: the earliest reminder before the last day to decide."""
    return decide_by(agreement) - timedelta(days=max(int(day) for day in parameters.value("reminder_days")))


def dispute_steps(agreement: Any) -> tuple[DisputeStep, ...]:
    """Before whom a dispute over this naskah comes, in order: past the Gubernur when the parties lie in several provinces."""
    steps = dispute_path(agreement.route_key)
    if DisputeStep.GOVERNOR not in steps:
        return steps
    parties = [party.partner for party in agreement.parties.select_related("partner__region")]
    return steps if of_one_province(parties) is not False else tuple(s for s in steps if s != DisputeStep.GOVERNOR)


def next_dispute_step(agreement: Any, here: str) -> DisputeStep | None:
    """Who is next when a step does not settle a dispute; None when the last word is spoken."""
    steps = dispute_steps(agreement)
    place = steps.index(DisputeStep(here)) if here in steps else len(steps)
    return steps[place + 1] if place + 1 < len(steps) else None
