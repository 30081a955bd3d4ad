"""Plans: the steps of a case in order, each with the days before it and what is done then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kerjasama.demo import doings, words

if TYPE_CHECKING:
    from kerjasama.demo.story import Story
    from kerjasama.demo.walk import Walk

Doing = Callable[["Walk"], object]
AGREE = dict.fromkeys(doings.ADVISERS, ("AGREE", ""))


@dataclass(frozen=True, slots=True)
class Step:
    """Something done `wait` days after the step before: working days, or calendar days for the clock.

    `on` names a day that only the case knows by then; `wait` is then what it is expected to take.
    """

    wait: int
    do: Doing
    calendar: bool = False
    on: Callable[[Walk], date] | None = None

    def day_for(self, walk: Walk) -> date:
        """The day of this step for a walker who has done the step before."""
        if self.on:
            return max(walk.day, self.on(walk))
        return walk.day + timedelta(days=self.wait) if self.calendar else walk.calendar().add(walk.day, self.wait)


Plan = list[Step]


def case(wait: int, name: str, by: str, **facts: Any) -> Step:
    """An act on the proposal."""
    return Step(wait, lambda walk: walk.act(name, by, **facts))


def text(wait: int, name: str, by: str, **facts: Any) -> Step:
    """An act on the naskah."""
    return Step(wait, lambda walk: walk.sub_act(name, by, **facts))


def lettered(wait: int, name: str, sort: str, statement: str = "", reason: str = "") -> Step:
    """An act that records a letter of the other side."""
    return Step(wait, lambda walk: walk.act(name, "staf", reason=reason, **doings.letter(walk, sort, statement)))


OPEN = Step(0, doings.open_case)
ACCEPTED = case(0, "accept_recommendation", "ratna")
REGISTERED = text(1, "register", "staf", archive_place="Ruang Arsip Bagian Kerja Sama, lemari 2")


def prepared(story: Story, writing: int = 1) -> Plan:
    """Opened, filled in and sent; an incoming one after its letter was recorded."""
    asked = [lettered(0, "register_request", "PERM")] if story.incoming else []
    return [OPEN, *asked, Step(writing, doings.fill_in), case(0, "submit", "opd")]


def letter_drafted(story: Story, answer: str = "WILLING", statement: str = "") -> Plan:
    """Verified, with our letter drafted and laid before the Bupati."""
    if story.incoming:
        return [case(1, "verify", "staf"), case(1, "prepare_answer", "staf", answer=answer, statement=statement)]
    return [case(1, "verify", "staf"), case(1, "prepare_offer", "staf")]


def answered(story: Story, after: int = 5) -> Plan:
    """Asked and answered: the other side, or we, are willing."""
    if story.incoming:
        return [case(1, "sign_willingness", "aditya")]
    return [case(1, "sign_offer", "aditya"), lettered(after, "record_willing", "SED")]


def met(
    conclusion: str = "RECOMMENDED", conditions: Sequence[dict[str, Any]] = (), absent: Sequence[str] = (), *,
    verdicts: Mapping[str, tuple[str, str]] | None = None, discussion: str = words.DISCUSSIONS[0], wait: int = 0, ahead: int = 3,
) -> Plan:  # fmt: skip
    """A meeting of the TKKSD, with opinions, from the call to its conclusion."""
    return [
        Step(wait, lambda walk: doings.call_meeting(walk, ahead)),
        Step(ahead - 1, lambda walk: doings.give_opinions(walk, verdicts or AGREE)),
        Step(1, lambda walk: doings.hold_meeting(walk, conclusion, conditions, absent, discussion)),
    ]


def asked_dprd() -> Plan:
    """Asked and received by the Sekretariat DPRD."""
    return [
        case(0, "prepare_dprd_letter", "ratna"), case(1, "sign_dprd_letter", "aditya"),
        Step(1, lambda walk: walk.act("receive_request", "setwan", proof=f"Buku agenda Sekretariat DPRD nomor {walk.proposal.pk * 3 + 100}")),
    ]  # fmt: skip


def decided(wait: int, decision: str, notes: Sequence[str] = (), reason: str = "") -> Step:
    """The decision of the DPRD."""
    return Step(wait, lambda walk: doings.decide(walk, decision, notes, reason))


def cleared(story: Story, after: int = 12) -> Plan:
    """The DPRD requirement met, by evidence or by approval."""
    if not story.needs_dprd:
        return [case(0, "establish_not_required", "ratna", reason=words.NOT_REQUIRED)]
    return [*asked_dprd(), decided(after, "APPROVED")]


def naskah_opened(wait: int, instrument: str) -> Step:
    return Step(wait, lambda walk: doings.open_naskah(walk, instrument))


def text_locked(drafting: int = 0, reading: int = 1) -> Plan:
    """Agreed with the other side, reviewed and locked."""
    return [
        text(drafting, "send_to_legal", "staf", partner_note="Berita acara rapat bersama"),
        text(reading, "approve_text", "hukum"),
    ]


def parafs(*usernames: str) -> Plan:
    """One paraf a working day, in the order of the chain."""
    return [
        Step(1, lambda walk, name=name: doings.give_paraf(walk, name))
        for name in usernames or ("ratna", "bambang", "nurhayati")
    ]


def signing_planned(wait: int, ahead: int) -> Step:
    return Step(wait, lambda walk: doings.plan_signing(walk, ahead))


def struck(wait: int, *, calendar: bool = False, on: Callable[[Walk], date] | None = None) -> Step:
    """The clock does what is due on that day."""
    return Step(wait, lambda walk: walk.clock_strikes(walk), calendar, on)


def scanned() -> Plan:
    """Scanned by one, checked by another."""
    return [Step(1, doings.upload_scan), text(0, "validate_scan", "pemeriksa")]


def whole_naskah(instrument: str, *, wait: int = 2, ahead: int = 2) -> Plan:
    """A naskah from its opening until it is in force."""
    return [
        naskah_opened(wait, instrument), *text_locked(), *parafs(), signing_planned(0, ahead), signed(ahead), *scanned(), REGISTERED,
    ]  # fmt: skip


def signed(ahead: int) -> Step:
    """Signed on the planned day."""
    return Step(ahead, lambda walk: walk.sub_act("sign", "aditya"), on=lambda walk: walk.agreement.planned_on)


def reported(wait: int) -> Step:
    return Step(wait, doings.send_report)


def evaluated(
    wait: int, scores: Sequence[int], verdict: str, summary: str, findings: Sequence[dict[str, Any]] = ()
) -> Step:
    return Step(wait, lambda walk: doings.evaluate(walk, scores, verdict, summary, findings))
