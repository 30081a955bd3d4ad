"""When a naskah nears its end: until when its extension is decided, told of and begun, and before whom a dispute lies."""

from datetime import date, timedelta
from typing import Any

from agreements.amendments import opened_since, under_way
from agreements.routes import dispute_path
from agreements.stages import UNSIGNED, DisputeStep, Renewal, Trait
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar, anniversary, months_later
from kerjasama.parties.borders import of_one_province
from proposals.guards.foreign import MOST_YEARS

#: Abroad the extension is told to the Menteri no later than so many months before the end (Permendagri 25/2020 art. 33).
NOTICE_MONTHS = 6
#: So many months before the end the reminders come back where an extension abroad is not signed yet.
SIGNED_MONTHS = 1
#: The acts by which people set about going on with it, or replacing it.
ONWARD = ("propose_extension", "take_up_extension", "notify_extension", "plan_replacement")


def is_renewable(agreement: Any) -> bool:
    """A letter of intent and a yearly plan run out, a new one takes their place; an adendum ends with the naskah it changes."""
    return not {Trait.INTENT, Trait.YEARLY, Trait.AMENDS} & agreement.route.traits


def is_undecided(agreement: Any) -> bool:
    """Nobody has said what becomes of it, or what was decided cannot come true any more."""
    return not agreement.renewal or has_failed(agreement)


def has_failed(agreement: Any) -> bool:
    """Whether the case that should take its place leads nowhere, or the extension that was proposed came to nothing."""
    if agreement.renewal == Renewal.REPLACE:
        return agreement.successor.leads_nowhere
    if agreement.renewal != Renewal.EXTEND:
        return False
    if is_told_abroad(agreement):
        # A letter that left in time may be recorded some days after the last day of the notice.
        return agreement.extension_notified_on is None and clock.today() > _after(notice_by(agreement))
    answer = opened_since(agreement, agreement.events.filter(act="propose_extension").last())
    # Given up, or signed without moving the end: either way nothing extends it.
    return answer is not None and answer.stage not in UNSIGNED


def is_settled(agreement: Any) -> bool:
    """Whether its end needs no more reminders: it shall end, a living case takes its place, or its extension is in hand."""
    if agreement.renewal == Renewal.EXTEND:
        return not has_failed(agreement) and is_in_hand(agreement)
    return agreement.renewal == Renewal.LAPSE or agreement.renewal == Renewal.REPLACE and not has_failed(agreement)


def is_in_hand(agreement: Any) -> bool:
    """Whether a proposed extension is being written, or the day until which it is to be begun has not passed."""
    waits = agreement.due_on is not None and clock.today() <= agreement.due_on
    return waits or under_way(agreement) is not None


def is_told_abroad(agreement: Any) -> bool:
    """Whether it is extended by notice and consent (Permendagri 25/2020 art. 32-33), not by an adendum."""
    return Trait.CONFIRMED in agreement.route.traits


def wants_notice(agreement: Any) -> bool:
    """Whether the Menteri is still to hear of an extension that is wanted, or of which nobody has decided."""
    open_still = agreement.renewal in (Renewal.ASKED, Renewal.EXTEND) or is_undecided(agreement)
    return agreement.extension_notified_on is None and open_still


def trouble(agreement: Any) -> str:
    """What became of a decision that is not carried out, for a sentence; "" where none was taken, or it is in hand."""
    if agreement.renewal == Renewal.REPLACE and has_failed(agreement):
        return f"usulan pengganti {agreement.successor.code} {agreement.successor.stage_label().lower()}"
    if agreement.renewal != Renewal.EXTEND or is_settled(agreement):
        return ""
    if is_told_abroad(agreement):
        notified = agreement.extension_notified_on is not None
        return "naskah perpanjangannya belum dicatat" if notified else "pemberitahuan kepada Menteri belum dicatat"
    failed = "adendum perpanjangannya tidak jadi, atau tidak mengubah jangka waktu"
    return failed if has_failed(agreement) else "adendum perpanjangannya belum dibuka"


def steps_taken(agreement: Any) -> int:
    """How many steps were taken so that it goes on or is replaced: each that comes to nothing is reminded of anew."""
    return agreement.events.filter(act__in=ONWARD).count()


def begin_by(agreement: Any) -> date:
    """The last day of the next step of a proposed extension: open the adendum; abroad tell the Menteri, then have it signed."""
    if not is_told_abroad(agreement):
        return min(_after(clock.today()), agreement.ends_on)
    if agreement.extension_notified_on is None:
        return notice_by(agreement)
    return max(months_later(agreement.ends_on, -SIGNED_MONTHS), clock.today())


def _after(day: date) -> date:
    """The last day on which the next step after a day is in time (hari kerja)."""
    return WorkCalendar.load().add(day, int(parameters.value("days_extension")))


def longest_end(agreement: Any) -> date:
    """The last day that an extension can give it: one more longest term after the present end, abroad that of art. 32."""
    years = int(parameters.value("max_term_years"))
    if is_told_abroad(agreement):
        years = min(years, MOST_YEARS)
    return anniversary(agreement.ends_on, years)


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


def answer_by(agreement: Any) -> date:
    """Until when the question is to be answered: where the day of the notice has passed, until the end."""
    last = decide_by(agreement)
    return last if clock.today() <= last else agreement.ends_on


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
