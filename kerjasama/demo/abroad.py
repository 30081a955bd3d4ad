"""Cooperation abroad through the same doors: invented partners, and the steps from the initiative to the registered naskah."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from agreements.stages import Instrument
from kerjasama.accounts.models import Government
from kerjasama.demo import doings, plans
from kerjasama.demo.plans import Plan, Step, case, text
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


# What people do


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


def came(wait: int, name: str, by: str, sort: str, told: str, **facts: Any) -> Step:
    """An act on the case that records a paper from outside."""
    return Step(wait, lambda walk: walk.act(name, by, **paper(walk, sort, told), **facts))


def came_for_text(wait: int, name: str, sort: str, told: str, **facts: Any) -> Step:
    """An act on the naskah that records a paper from outside."""

    def do(walk: Walk) -> None:
        walk.agreement.refresh_from_db()
        walk.sub_act(name, "staf", **paper(walk, sort, told), **facts)

    return Step(wait, do)


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


# Plans


def explored(story: ForeignStory) -> Plan:
    """From the initiative to the decision of the Bupati on the study."""
    return [
        Step(0, open_case), came(0, "record_initiative", "staf" if story.incoming else "opd", "PRAKARSA", "Nota usulan"),
        Step(1, study), case(0, "submit_exploration", "opd"), case(1, "approve_exploration", "aditya"),
    ]  # fmt: skip


def asked_about_intent() -> Plan:
    """Our letter to the Menteri is out."""
    return [case(1, "prepare_intent_letter", "staf"), case(1, "sign_intent_letter", "aditya")]


def consulted() -> Plan:
    """Both have been consulted; the letter of intent may be written."""
    return [
        *asked_about_intent(),
        came(5, "record_minister_on_intent", "staf", "SJ", "Tanggapan", reply="ANSWERED", signed_by="Sekretaris Jenderal", summary="Dapat dilanjutkan."),
        came(2, "record_menlu_on_intent", "staf", "KEMLU", "Risalah", reply="MINUTES", summary="Tidak ada keberatan."),
        case(0, "open_intent", "staf"),
    ]  # fmt: skip


def locked(drafting_days: int = 0) -> Plan:
    """Agreed, reviewed and locked."""
    return plans.text_locked(drafting_days)


def signed(ahead: int = 2) -> Plan:
    """Three paraf, the plan of the signing, the signing, the scan and its check."""
    return [
        *plans.parafs(), Step(0, lambda walk: plan_signing(walk, ahead)), plans.signed(ahead), *plans.scanned(),
    ]  # fmt: skip


def intended() -> Plan:
    """The letter of intent from its opening to the register; the case goes on by itself."""
    return [
        Step(0, lambda walk: open_naskah(walk, Instrument.LOI)), *locked(), *signed(),
        came_for_text(0, "send_intent_copy", "LOI", "Surat pengantar salinan LoI"), plans.REGISTERED, Step(0, lambda walk: walk.proposal.refresh_from_db()),
    ]  # fmt: skip


def planned(write: Callable[[Walk], None] = write_plan) -> Plan:
    """The plan written, handed in, and recommended by the TKKSD."""
    return [Step(1, write), case(0, "submit_plan", "opd"), *plans.met(), plans.ACCEPTED]


def submitted() -> Plan:
    """The plan is with the Menteri, through the Gubernur."""
    return [
        case(1, "prepare_submission", "staf"), case(1, "sign_submission", "aditya"), case(1, "record_governor_receipt", "staf"),
        came(2, "record_forwarding", "staf", "GUB", "Surat penerusan"),
    ]  # fmt: skip


def verified(result: str = "PROCEED") -> Step:
    """The Menteri has answered on the plan."""
    return came(6, "record_verification", "staf", f"VER-{result}", "Pertimbangan Menteri", result=result)


def in_talks() -> Plan:
    """The naskah opened, reviewed, sent and forwarded: the ministries discuss."""
    return [
        Step(1, lambda walk: open_naskah(walk, Instrument.MOU)), *locked(), text(1, "prepare_draft_letter", "staf"),
        text(1, "sign_draft_letter", "aditya"), text(1, "record_governor_receipt", "staf"),
        came_for_text(2, "record_forwarding", "GUB2", "Surat penerusan rancangan"),
    ]  # fmt: skip


def confirmed() -> Plan:
    """Discussed, confirmed by the Menlu and approved by the Menteri."""
    return [
        came_for_text(5, "record_discussion", "RISALAH", "Risalah rapat", summary="Rancangan disepakati."), Step(4, confirm),
        came_for_text(3, "record_approval", "SETUJU", "Surat persetujuan", summary="Disetujui."),
    ]  # fmt: skip


def kept() -> Plan:
    """The original is with the Menteri, its copy is back, both stand in the register."""
    return [
        text(1, "prepare_original_letter", "staf"), text(1, "sign_original_letter", "aditya"),
        came_for_text(5, "record_copy", "SALIN", "Salinan naskah"), plans.REGISTERED,
    ]  # fmt: skip


def cleared_by_dprd() -> Plan:
    """The DPRD has approved."""
    return [*plans.asked_dprd(), plans.decided(10, "APPROVED")]


def whole_naskah() -> Plan:
    """The naskah from its opening to the register."""
    return [*in_talks(), *confirmed(), *signed(), *kept()]


def approved_case(story: ForeignStory) -> Plan:
    """KSDPL and KSDLL-B, whole."""
    return [
        *explored(story), *consulted(), *intended(), *planned(), *cleared_by_dprd(), *submitted(), verified(), *whole_naskah(),
    ]  # fmt: skip


def forwarded_head(story: ForeignStory) -> Plan:
    """KSDLL-A up to the answer of the Menteri."""

    def write(walk: Walk) -> None:
        write_forwarding(walk)
        write_plan(walk)

    return [
        Step(0, open_case), came(0, "record_initiative", "staf" if story.incoming else "opd", "PRAKARSA", "Nota usulan"), *planned(write),
        *cleared_by_dprd(), *submitted(), verified(),
    ]  # fmt: skip


def forwarded_to_nonprofit(story: ForeignStory) -> Plan:
    """KSDLL-A with a foreign nonprofit, whole."""
    return [*forwarded_head(story), Step(1, record_permits), case(0, "confirm_permits", "staf"), *whole_naskah()]


def forwarded_to_body(story: ForeignStory) -> Plan:
    """KSDLL-A with an international body, whole."""
    named = came(4, "name_technical_partner", "staf", "MT", "Risalah rapat", summary="Mitra Teknis ditetapkan.",
                 ministry=story.ministry, recommendation="7/REK/2026")  # fmt: skip
    return [*forwarded_head(story), named, *whole_naskah()]
