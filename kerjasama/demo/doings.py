"""What people do at a step of a case, with the facts that only the moment knows: dates, numbers, rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agreements.amending import Change, Changes, Op
from agreements.amendments import text_on
from agreements.content import Clause
from agreements.services import amending
from agreements.services import drafting as naskah
from agreements.stages import Mode
from kerjasama.core import text
from kerjasama.demo import watching, words
from kerjasama.desk import remarks
from kerjasama.desk.clockwork import run_due
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews import services as rooms
from monitoring.routes import FOREIGN
from monitoring.services import reports
from monitoring.stages import FOREIGN_FIELDS, POINTS
from proposals.models import Affair, PlanRow
from proposals.services import drafting, plan_cases

if TYPE_CHECKING:
    from kerjasama.demo.story import Story
    from kerjasama.demo.walk import Walk

ADVISERS = ("hukum", "bpkad", "bappeda")
PLACES = ("Ruang Rapat Setda Lantai 2", "Ruang Rapat Bupati", "Aula Bappeda")
SIGNING_PLACES = ("Pendopo Kabupaten Wanasari", "Ruang Rapat Bupati Wanasari")


def open_case(walk: Walk) -> None:
    """The unit opens an outgoing case, the Bagian an incoming one."""
    story = walk.story
    author = walk.who("staf" if story.incoming else "opd")
    unit = next(h.unit for h in walk.who("opd").holdings.select_related("unit") if h.unit_id)
    walk.proposal = walk.on_that_day(
        lambda: drafting.open_proposal(
            by=author,
            title=story.title,
            direction=story.direction,
            lead_unit=unit,
            partners=[story.partner, *story.also],
            kind=story.kind,
            category=story.category,
            initiative=story.initiative,
            is_demo=True,
        )
    )


def letter(walk: Walk, sort: str, statement: str = "") -> dict[str, Any]:
    """The facts of a letter of the other side, with a scan of it."""
    partner, year = walk.story.partner, walk.day.year
    number = f"100.3.7/{walk.proposal.pk * 7 % 900 + 41}/{sort}/{year}"
    told = f"{partner.name}. Nomor {number}, {text.date_long(walk.day)}. {walk.story.title}"
    return {"number": number, "dated": walk.day, "statement": statement, "file": walk.scan("surat.pdf", told)}


def fill_in(walk: Walk, only: Sequence[str] = ()) -> None:
    """The eight parts, the facts of the budget and the declarations; `only` some of them while it is a draft."""
    values = _content(walk)
    chosen = {name: values[name] for name in only} if only else values
    row = PlanRow.objects.select_related("plan").get(pk=walk.plan_row) if walk.plan_row and not only else None
    if row is not None:
        chosen = {name: value for name, value in chosen.items() if name != "plan_reference"}
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, chosen, by=walk.who("opd")))
    if row is not None:
        walk.on_that_day(lambda: plan_cases.start_from(walk.proposal, row, by=walk.who("opd")))
    if not only:
        walk.on_that_day(lambda: drafting.plan_budget(walk.proposal, _budget(walk)))


def affair_of(story: Story) -> Affair:
    """The urusan of a story."""
    return Affair.objects.get(name=story.affair)


def _content(walk: Walk) -> dict[str, Any]:
    story, year = walk.story, walk.day.year
    standing = "IN_PLAN" if story.unbudgeted else "LISTED"
    listed = f"Daftar Rencana Kerja Sama Daerah Tahun {year}, nomor urut {story.plan_row}"
    planned = f"RKPD Kabupaten Wanasari Tahun {year}, program prioritas {story.plan_row}"
    return {
        "affair": affair_of(story), "background": story.background, "aims": story.aims,
        "location": story.location, "scope": story.scope, "benefits": story.benefits, "impact": story.impact,
        "financing": story.financing, "term_years": story.years,
        "term_text": f"{text.counted(story.years)} tahun sejak ditandatangani",
        "declares_decency": True, "declares_order": True, "declares_interest": True, "declares_law": True,
        "plan_standing": standing, "plan_reference": planned if story.unbudgeted else listed,
        "burdens_community": story.community, "burdens_region": story.region, "unbudgeted": story.unbudgeted, "uses_assets": story.assets,
        "amount": story.amount,
        "budget_reference": "" if story.unbudgeted else f"DPA {story.unit} Tahun Anggaran {year}, subkegiatan kerja sama daerah",
    }  # fmt: skip


def _budget(walk: Walk) -> list[tuple[int, Decimal]]:
    """The amount spread over the years of the term, the first year taking what is left over."""
    years = walk.story.years
    share = (walk.story.amount / years // 1000) * 1000
    first = walk.story.amount - share * (years - 1)
    return [(walk.day.year + n, first if n == 1 else share) for n in range(1, years + 1)]


def call_meeting(walk: Walk, ahead: int) -> None:
    """The secretary calls the TKKSD for a day so many working days ahead."""
    walk.act(
        "call_meeting", "ratna", held_on=walk.calendar().add(walk.day, ahead), held_at=time(9), place=PLACES[walk.proposal.pk % len(PLACES)],
        agenda=f"Pembahasan rencana kerja sama {walk.story.title}",
    )  # fmt: skip


def give_opinions(walk: Walk, verdicts: Mapping[str, tuple[str, str]]) -> None:
    """Opinions of some members of the team, in the order given."""
    for username, (verdict, note) in verdicts.items():
        walk.act("give_opinion", username, verdict=verdict, note=note)


def speak_up(walk: Walk) -> None:
    """Members say more than yes: one stands aside, one comments on a part and asks, one names a condition."""
    walk.act("recuse", "bappeda", reason=words.RECUSED)
    walk.act(
        "give_opinion",
        "bpkad",
        verdict="AGREE_WITH_NOTES",
        note=words.OPINION_NOTE,
        conditions=[words.OPINION_CONDITION],
    )
    hukum, case = walk.who("hukum"), walk.proposal
    walk.on_that_day(
        lambda: remarks.say(case, hukum, part="kak:financing", words=words.REMARK, wording=words.REMARK_WORDING)
    )
    walk.on_that_day(lambda: rooms.ask(case, body="TKKSD", words=words.QUESTION, by=hukum, unit=case.lead_unit))


def hold_meeting(
    walk: Walk, conclusion: str, conditions: Sequence[dict[str, Any]], absent: Sequence[str], discussion: str
) -> None:
    """Attendance, discussion, conclusion and conditions of the meeting of today."""
    rows = reviews.attendances(reviews.current_item(walk.proposal))
    attendance = {r.member_id: ("ABSENT" if r.member.user.username in absent else "SELF", "") for r in rows}
    walk.act(
        "record_meeting",
        "ratna",
        attendance=attendance,
        conclusion=conclusion,
        conditions=list(conditions),
        discussion=discussion,
    )


def settle_conditions(walk: Walk, note: str, how_many: int = 99) -> None:
    """The first open conditions of the TKKSD are met."""
    for condition in reviews.open_conditions(walk.proposal)[:how_many]:
        walk.act("settle_condition", "staf", point=condition.pk, note=note)


def decide(walk: Walk, decision: str, notes: Sequence[str], reason: str) -> None:
    """The decision of the DPRD with its paper, handed in by its secretariat."""
    number = f"100.3.7/{walk.proposal.pk + 10}/DPRD/{walk.day.year}"
    paper = walk.scan("keputusan.pdf", f"Keputusan DPRD Kabupaten Wanasari Nomor {number}: {walk.story.title}")
    session_on = None if decision == "RETURNED" else walk.day
    walk.act(
        "decide_dprd", "setwan", decision=decision, session_on=session_on, number=number, notes=list(notes), reason=reason,
        file=paper,
    )  # fmt: skip


def follow_up_notes(walk: Walk, note: str) -> None:
    """Every open note of the DPRD is followed up."""
    for row in reviews.open_notes(walk.proposal):
        walk.act("follow_up_note", "staf", point=row.pk, note=note)


def clock_strikes(walk: Walk) -> None:
    """The clock of the product does what is due on that day: expiry, lateness, ends, reports."""
    walk.on_that_day(run_due)


def open_naskah(walk: Walk, instrument: str) -> None:
    walk.proposal.refresh_from_db()
    walk.agreement = walk.on_that_day(lambda: naskah.open_naskah(walk.proposal, instrument, by=walk.who("staf")))


def revise_text(walk: Walk, key: str, title: str, paragraphs: Sequence[str], note: str) -> None:
    """A new version of the text with one pasal written anew, put before the last one when it is a new pasal."""
    newest = walk.agreement.versions.first()
    fresh = Clause(key, title, tuple(paragraphs))
    others = [clause for clause in newest.content if clause.key != key]
    if len(others) == len(newest.content):
        clauses = [*others[:-1], fresh, others[-1]]
    else:
        clauses = [fresh if clause.key == key else clause for clause in newest.content]
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=newest.title, clauses=clauses, note=note, by=walk.who("staf")
        )
    )
    walk.agreement.refresh_from_db()


def give_paraf(walk: Walk, username: str) -> None:
    walk.agreement.refresh_from_db()
    walk.sub_act("give_paraf", username, text_hash=walk.agreement.text_hash)


def plan_signing(walk: Walk, ahead: int) -> None:
    """Numbers, signatories, day and place of the signing."""
    slots = {}
    day = walk.calendar().add(walk.day, ahead)
    while walk.stand_in("aditya", day):
        day = walk.calendar().add(day, 1)
    for party in walk.agreement.parties.select_related("partner"):
        name, title = walk.people["aditya"].full_name, "Bupati Wanasari"
        if party.partner:
            name, title = party.partner.head_name, party.partner.head_title
        number = (
            f"100.3.7/{walk.agreement.pk * 11 % 700 + 60 + party.order}/{walk.agreement.instrument}/{walk.day.year}"
        )
        slots[party.order] = {"name": name, "title": title, "number": number}
    walk.sub_act(
        "prepare_signing", "staf", planned_on=day, originals=len(slots), slots=slots, mode=Mode.DESK if walk.story.circulated else Mode.CEREMONY,
        planned_place=SIGNING_PLACES[walk.agreement.pk % len(SIGNING_PLACES)],
    )  # fmt: skip


def upload_scan(walk: Walk) -> None:
    scan = walk.scan("naskah.pdf", f"Pindaian naskah {walk.agreement.pk}: {walk.agreement}")
    walk.sub_act("upload_scan", "staf", file=scan, stamp_duty=True, seal=True)


def send_report(walk: Walk) -> None:
    """The unit fills its report in and sends it."""
    told, story = walk.story.telling, walk.story
    planned = (story.amount / story.years / 2 // 1000) * 1000
    rate = Decimal(70 + walk.report.pk * 13 % 29) / 100
    values = {
        "activities": told.activities, "outputs": told.outputs, "outcomes": told.outcomes, "problems": told.problems,
        "follow_up": told.follow_up, "budget_planned": planned, "budget_realised": (planned * rate // 1000) * 1000,
        **watching.reported(walk),
    }  # fmt: skip
    if FOREIGN in walk.report.route.traits:
        values |= dict(
            zip(
                FOREIGN_FIELDS,
                ("APBD dan mitra, masing-masing separuh.", "Foto dan berita kegiatan.", "Dilanjutkan."),
                strict=True,
            )
        )
    walk.on_that_day(lambda: reports.write(walk.report, values, by=walk.who("opd")))
    walk.report_act("submit", "opd")


def evaluate(walk: Walk, scores: Sequence[int], verdict: str, summary: str, findings: Sequence[dict[str, Any]]) -> None:
    """The eleven scores, taken in turn from `scores`, and the recommendation."""
    given = {key: scores[n % len(scores)] for n, (key, _) in enumerate(POINTS)}
    due, unit = walk.day + timedelta(days=60), walk.report.agreement.executing_unit
    told = [{"due_on": due, "unit": unit, **finding} for finding in findings]
    walk.report_act("evaluate", "staf", scores=given, notes={}, verdict=verdict, summary=summary, findings=told)


def reword(walk: Walk, key: str, paragraphs: Sequence[str], wish: str) -> None:
    """An adendum by which one pasal reads anew."""
    row = next(row for row in text_on(walk.agreement) if row.clause.key == key)
    change = Change(Op.REPLACE, row.number, Clause("", row.clause.title, tuple(paragraphs)))
    amend(walk, Changes((change,)), f"Pasal {row.number}: {wish}")


def amend(walk: Walk, changes: Changes, wish: str = "", *, burdens: bool = False) -> None:
    """A change of the naskah in force is proposed, opened as an adendum and written."""
    if wish:
        walk.sub_act("propose_change", "opd", articles=wish, reason=wish, burden_changes=burdens)
    parent = walk.agreement
    walk.agreement = walk.on_that_day(lambda: amending.open_amendment(parent, by=walk.who("staf")))
    walk.on_that_day(
        lambda: amending.write_changes(walk.agreement, changes, note="Perubahan disusun", by=walk.who("staf"))
    )
