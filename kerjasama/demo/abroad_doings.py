"""What people do in a case abroad of the demo, and the invented partners of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kerjasama.accounts.models import Government
from kerjasama.demo import doings
from kerjasama.demo.story import Story
from kerjasama.parties.models import Country, Partner
from proposals.models import Affair
from proposals.services import drafting, foreign

if TYPE_CHECKING:
    from kerjasama.demo.walk import Walk

# class, kind in the register, name, head, title, country, level
PARTNERS = (
    ("FOREIGN_REGION", "FOREIGN_REGION", "Pemerintah Kota Aoshima", "Haruto Nishikawa", "Mayor of Aoshima", "JP", "LOCAL"),
    ("FOREIGN_OTHER", "FOREIGN_BODY", "Riverbend Institute of Technology", "Eleanor Whitfield", "President", "AU", ""),
    ("FOREIGN_NONPROFIT", "FOREIGN_BODY", "Stichting Schoon Water", "Pieter van der Linden", "Executive Director", "NL", ""),
    ("INTERNATIONAL_BODY", "FOREIGN_BODY", "Asian Rivers Programme", "Mai Thu Ha", "Country Director", "TH", ""),
    ("MINISTRY", "CENTRAL", "Kementerian Pembinaan Perairan", "Bagus Wicaksono", "Menteri", "", ""),
)  # fmt: skip


@dataclass(frozen=True)
class ForeignStory(Story):
    """A case abroad: what a story has, and its kind."""

    kind: str = "KSDPL"
    category: str = "SISTER"
    initiative: str = "REGION"
    ministry: Partner | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def set_up() -> dict[str, Partner]:
    """The invented partners abroad, and the ministry whose cooperation is passed on, by their class."""
    return {
        legal_class: Partner.objects.create(
            legal_class=legal_class, kind=kind, name=name, head_name=head, head_title=title, is_demo=True, address=name,
            country=Country.objects.filter(code=code).first(), foreign_level=level,
        )
        for legal_class, kind, name, head, title, code, level in PARTNERS
    }  # fmt: skip


def open_case(walk: Walk) -> None:
    """The unit opens the case, or the Bagian when it came from abroad."""
    story: ForeignStory = walk.story
    author = walk.who("staf" if story.incoming else "opd")
    unit = next(h.unit for h in walk.who("opd").holdings.select_related("unit") if h.unit_id)
    walk.proposal = walk.on_that_day(
        lambda: drafting.open_proposal(
            by=author, title=story.title, direction=story.direction, lead_unit=unit, partners=[story.partner, *story.also],
            kind=story.kind, category=story.category, initiative=story.initiative, is_demo=True,
        )
    )  # fmt: skip


def paper(walk: Walk, sort: str, told: str) -> dict[str, Any]:
    """Number and scan of a paper that came from outside."""
    number = f"{walk.proposal.pk * 13 % 900 + 21}/{sort}/{walk.day.year}"
    return {
        "number": number,
        "file": walk.scan("surat.pdf", f"{told} Nomor {number}, {walk.day}. {walk.story.title} {walk.day:%j}{sort}"),
    }


def study(walk: Walk) -> None:
    """The study, written by the unit."""
    story = walk.story
    facts = {
        "background": story.background, "aims": story.aims, "benefits": story.benefits, "location": story.location,
        "affair": Affair.objects.get(name=story.affair), "plan_standing": "IN_PLAN",
        "plan_reference": f"RKPD Kabupaten Wanasari Tahun {walk.day.year}, program prioritas {story.plan_row}",
    }  # fmt: skip
    mapped = dict.fromkeys(
        ("potential", "characteristics", "needs"), "Kedua pihak mempunyai keunggulan yang saling mengisi."
    )
    explored = {
        "object_class": "CAPABILITY", "conclusion": "Kerja sama layak ditindaklanjuti.", "no_office_abroad": True, "no_interference": True,
        "equal_status": True, "complementary": "Teknologi mitra dan pengalaman daerah saling melengkapi.",
        "people": "Pertukaran pelajar dan komunitas setiap tahun.", **story.extra,
    }  # fmt: skip
    by = walk.who("opd")
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, facts, by=by))
    walk.on_that_day(lambda: drafting.write_mapping(walk.proposal, mapped, by=by))
    walk.on_that_day(lambda: foreign.write_exploration(walk.proposal, explored, by=by))


def plan_parts(walk: Walk) -> dict[str, str]:
    """The seven parts of the plan."""
    story = walk.story
    return {
        "subject": f"{Government.current()} dan {story.partner.name}", "background": story.background, "aims": story.aims,
        "object_text": story.title, "scope": story.scope, "funding": story.financing, "term_text": f"{story.years} tahun sejak ditandatangani",
    }  # fmt: skip


def write_plan(walk: Walk, **changes: str) -> None:
    """The plan, written by the unit."""
    by, parts = walk.who("opd"), {**plan_parts(walk), **changes}
    walk.on_that_day(lambda: foreign.write_plan(walk.proposal, parts, term_years=walk.story.years, by=by))


def write_forwarding(walk: Walk) -> None:
    """The cooperation of the centre, and what belongs to it."""
    story, by = walk.story, walk.who("opd")
    study(walk)
    terms = {
        "scope": story.scope, "impact": story.impact, "financing": story.financing, "term_text": f"{story.years} tahun", "burdens_region": False,
    }  # fmt: skip
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, terms, by=by))
    parent = {
        "ministry": story.ministry, "number": "14/KPP/LN/2024", "dated": walk.day - timedelta(days=400),
        "ends_on": walk.day + timedelta(days=1500), "technical": True,
    }  # fmt: skip
    file = walk.scan("kesediaan.pdf", f"Surat kesediaan {story.partner.name}, {walk.story.title}")
    walk.on_that_day(lambda: foreign.write_forwarding(walk.proposal, parent, by=by, willingness=file))


def record_permits(walk: Walk) -> None:
    """Both permits of a foreign nonprofit, valid for two years more."""
    first = walk.day - timedelta(days=300)
    for kind, name in (("PRINCIPLE", "prinsip"), ("OPERATIONAL", "operasional")):
        walk.act(
            "record_permit", "staf", kind=kind, issuer="Kementerian Luar Negeri", valid_from=first, valid_to=first + timedelta(days=1000),
            **paper(walk, f"IZIN-{kind}", f"Izin {name}"),
        )  # fmt: skip


def open_naskah(walk: Walk, instrument: str) -> None:
    """A naskah of the case, by the Bagian."""
    doings.open_naskah(walk, instrument)


def confirm(walk: Walk) -> None:
    """The Surat Konfirmasi on the text that is locked."""
    walk.agreement.refresh_from_db()
    walk.sub_act(
        "record_confirmation", "staf", text_hash=walk.agreement.text_hash, **paper(walk, "KONF", "Surat Konfirmasi")
    )


def plan_signing(walk: Walk, ahead: int) -> None:
    """Day, place and the slots; the partner abroad gives no number of its own."""
    agreement, day = walk.agreement, walk.calendar().add(walk.day, ahead)
    while walk.stand_in("aditya", day):
        day = walk.calendar().add(day, 1)  # the head signs in person
    slots = {
        party.order: {
            "name": party.partner.head_name if party.partner else walk.people["aditya"].full_name,
            "title": party.partner.head_title if party.partner else "Bupati Wanasari",
            "number": "",
        }
        for party in agreement.parties.select_related("partner")
    }
    walk.sub_act(
        "prepare_signing", "staf", planned_on=day, planned_place="Pendopo Kabupaten Wanasari", originals=len(slots) * 2, slots=slots
    )  # fmt: skip
