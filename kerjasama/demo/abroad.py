"""Cooperation abroad through the same doors: the steps from the initiative to the registered naskah."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from agreements.stages import Instrument
from kerjasama.demo import plans
from kerjasama.demo.abroad_doings import (
    ForeignStory,
    confirm,
    open_case,
    open_naskah,
    paper,
    plan_parts,
    plan_signing,
    record_permits,
    set_up,
    study,
    write_forwarding,
    write_plan,
)
from kerjasama.demo.plans import Plan, Step, case, text

if TYPE_CHECKING:
    from kerjasama.demo.walk import Walk

__all__ = [
    "ForeignStory",
    "Step",
    "confirm",
    "open_case",
    "open_naskah",
    "paper",
    "plan_parts",
    "plan_signing",
    "record_permits",
    "set_up",
    "study",
    "write_forwarding",
    "write_plan",
]


def came(wait: int, name: str, by: str, sort: str, told: str, **facts: Any) -> Step:
    """An act on the case that records a paper from outside."""
    return Step(wait, lambda walk: walk.act(name, by, **paper(walk, sort, told), **facts))


def came_for_text(wait: int, name: str, sort: str, told: str, **facts: Any) -> Step:
    """An act on the naskah that records a paper from outside."""

    def do(walk: Walk) -> None:
        walk.agreement.refresh_from_db()
        walk.sub_act(name, "staf", **paper(walk, sort, told), **facts)

    return Step(wait, do)


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
