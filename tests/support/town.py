"""A town with cases of every kind, each left at another part of its way, and what people write before an act."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import abroad, doings, mandatory, plans, synergy, third_party
from kerjasama.demo.timepiece import Timepiece
from kerjasama.demo.walk import Walk
from monitoring.models import Report
from monitoring.services import reports
from monitoring.stages import FOREIGN_FIELDS, REPORT_FIELDS
from proposals.models import Proposal
from proposals.stages import Stage
from tests.support import partners
from tests.support.abroad import abroad_walk
from tests.support.wanasari import new_walk, story

People = dict[str, User]


# --- where cases stand when the walk begins


def between_regions(people: People) -> list[Walk]:
    """KSDD sukarela and wajib; the last one has a KB in force with its report open."""
    return [
        new_walk(people).to_verification(),
        new_walk(people, direction="INCOMING").to_verification().to_answer(),
        new_walk(people).to_verification().to_answer().act("sign_offer", "aditya"),
        new_walk(people).to_verification().to_answer().to_tkksd(),
        new_walk(people, unbudgeted=True).to_verification().to_answer().to_tkksd().to_assessment().to_dprd(),
        new_walk(people, category="MANDATORY").go(mandatory.mapped(story(category="MANDATORY"))).act("verify", "dewi"),
        writing(people).open_naskah().to_paraf(),
        writing(people).open_naskah().to_paraf().paraf("ratna", "bambang", "nurhayati").to_signing(),
        writing(people).whole_naskah("KB").open_report(),
    ]


def writing(people: People) -> Walk:
    """A case of two regions whose naskah may be written."""
    return new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()


def with_third_parties(people: People) -> list[Walk]:
    """KSDPK on our initiative and on theirs, under sector law too, up to a PKS that waits for its signature."""
    ours, theirs = partners.third_party(people), partners.third_party(people, theirs=True)
    sector = partners.third_party(people, theirs=True, category="INVESTMENT", key="energy", title="Listrik Surya Atap")
    signing = partners.third_party(people, title="Parkir Elektronik Kawasan Pasar")
    return [
        ours.go(third_party.region_willing(ours.story)[:-1]),
        theirs.go(third_party.partner_assessed(theirs.story)),
        sector.go(third_party.partner_prepared(sector.story)),
        signing.go([*third_party.region_cleared(signing.story), *plans.whole_naskah("KB")]).open_naskah("PKS"),
    ]


def with_the_centre(people: People) -> list[Walk]:
    """A synergy that asks, one that is asked, and one whose note waits for paraf."""
    asked, locked = partners.synergy(people, theirs=True), partners.synergy(people, title="Penataan Aset Tanah")
    return [
        partners.synergy(people).to_verification(),
        asked.to_verification().to_answer(),
        locked.go([*synergy.agreed(locked.story), *synergy.note_locked()]),
    ]


def abroad_cases(people: People) -> list[Walk]:
    """KSDPL, KSDLL-B and both tracks of KSDLL-A, from the study to a naskah in force."""
    first, asking, meant, talking = (abroad_walk(people, "KSDPL") for _ in range(4))
    school, body, forwarded = (abroad_walk(people, sort) for sort in ("KSDLL_B", "BODY", "NONPROFIT"))
    before = [*abroad.explored(asking.story), *abroad.asked_about_intent()]
    planned = [*abroad.explored(meant.story), *abroad.consulted(), *abroad.intended()]
    sent = [
        *planned,
        *abroad.planned(),
        *abroad.cleared_by_dprd(),
        *abroad.submitted(),
        abroad.verified(),
        *abroad.in_talks(),
    ]
    return [
        first.go(abroad.explored(first.story)[:2]),
        asking.go(before),
        meant.go(planned),
        talking.go(sent),
        school.go([*abroad.explored(school.story), *abroad.consulted(), plans.naskah_opened(0, "LOI")]),
        body.go(abroad.forwarded_head(body.story)),
        forwarded.go(abroad.forwarded_to_nonprofit(forwarded.story)),
    ]  # fmt: skip


def settle_in(people: People) -> list[Walk]:
    """Everyone's cases at once."""
    return [
        *between_regions(people), *with_third_parties(people), *with_the_centre(people), *abroad_cases(people),
    ]  # fmt: skip


# --- what may be opened besides

#: Sort -> a walker that has not begun.
NEWCOMERS: dict[str, Callable[..., Walk]] = {
    "KSDD": lambda people, **facts: new_walk(people, **facts),
    "KSDD incoming": lambda people, **facts: new_walk(people, direction="INCOMING", **facts),
    "KSDPK": lambda people, **facts: partners.third_party(people, **facts),
    "KSDPK theirs": lambda people, **facts: partners.third_party(people, theirs=True, **facts),
    "KSDPK sector": lambda people, **facts: partners.third_party(people, category="ASSETS", assets=True, **facts),
    "SINERGI": lambda people, **facts: partners.synergy(people, **facts),
    "KSDPL": lambda people, **_: abroad_walk(people, "KSDPL"),
    "KSDLL_B": lambda people, **_: abroad_walk(people, "KSDLL_B"),
    "BODY": lambda people, **_: abroad_walk(people, "BODY"),
    "NONPROFIT": lambda people, **_: abroad_walk(people, "NONPROFIT"),
}


def open_new(sort: str, people: People, day: date, timepiece: Timepiece, **facts: Any) -> Walk:
    """A newcomer's case, opened on a day and with nothing written yet."""
    walk = replace(NEWCOMERS[sort](people, **facts), day=day, timepiece=timepiece)
    abroad.open_case(walk) if isinstance(walk.story, abroad.ForeignStory) else walk.open()
    return walk


# --- what is written before an act, and not by it


def _prepare(walk: Walk) -> None:
    """The eight parts; with a third party its study and contacts as well."""
    traits = walk.proposal.route.traits
    if "STUDIED" in traits and not hasattr(walk.proposal, "study"):
        third_party.study(walk, "staf" if "CRITERIA" in traits else "opd")
    if "CRITERIA" in traits and not walk.proposal.contacts.exists():
        third_party.contacts(walk)
    # While a request is only being recorded, its words are still the partner's.
    if walk.proposal.stage == Stage.PREPARATION and not walk.proposal.background:
        doings.fill_in(walk)


def _plan(walk: Walk) -> None:
    """The plan abroad, with the cooperation of the centre where it is passed on."""
    if hasattr(walk.proposal, "cooperation_plan"):
        return
    if walk.proposal.route.key.startswith("KSDLL.A."):
        abroad.write_forwarding(walk)
    abroad.write_plan(walk)


def _study(walk: Walk) -> None:
    if not hasattr(walk.proposal, "exploration"):
        abroad.study(walk)


def _map(walk: Walk) -> None:
    if hasattr(walk.proposal, "mapping"):
        return
    if walk.story.category == "MANDATORY":
        mandatory.map_affair(walk)
    else:
        third_party.map_affair(walk)


WRITTEN_BEFORE: dict[str, Callable[[Walk], None]] = {
    Stage.MAPPING: _map, Stage.INTAKE: _prepare, Stage.PREPARATION: _prepare, Stage.EXPLORATION: _study, Stage.PLAN: _plan,
}  # fmt: skip


def write_up(walk: Walk) -> None:
    """What a case must say before its next act, as far as it does not say it yet."""
    walk.proposal = Proposal.objects.get(pk=walk.proposal.pk)
    doing = WRITTEN_BEFORE.get(walk.proposal.stage)
    if doing is not None:
        doing(walk)


def fill_report(report: Report, by: User, timepiece: Timepiece, day: date) -> None:
    """Every part that a report on this route asks for."""
    told = dict.fromkeys((*REPORT_FIELDS, *FOREIGN_FIELDS), "Sesuai dengan rencana kerja.")
    with clock.at(timepiece.moment(day)):
        reports.write(report, {**told, "budget_realised": 0}, by=by)
