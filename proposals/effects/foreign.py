"""What acts of cooperation abroad leave: letters to the government, their answers, permits."""

from typing import Any

from kerjasama.core import text
from kerjasama.core.calendar import anniversary
from kerjasama.core.errors import BadInput
from kerjasama.documents import selectors as documents
from kerjasama.parties.models import Permit
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.services import exchanges
from kerjasama.workflow.services import due_date
from proposals.effects.foreign_papers import (
    issue_direct,
    issue_intent_request,
    issue_plan,
    issue_study,
    issue_submission,
    keep_file,
    through,
)
from proposals.effects.letters import annul, publish_signed
from proposals.effects.tkksd import call_off


def keep_initiative(proposal: Any, act: Any) -> None:
    """The note of the unit, or the letter that came."""
    keep_file(proposal, act, "INITIATIVE", f"{proposal.get_initiative_display()}: surat atau nota", act.data["number"])
    act.record["number"] = act.data["number"]


def send(authority: str, purpose: str, kind: str) -> Any:
    """A record that notes our signed letter as sent to an authority; "" lets the route choose."""

    def record(proposal: Any, act: Any) -> None:
        paper = documents.latest(proposal, kind)
        exchanges.send(
            proposal, authority or through(proposal.route)[0], purpose, number=paper.number, dated=paper.dated, by=act.by, document_id=paper.pk
        )  # fmt: skip

    return record


def keep_answer(authority: str, purpose: str, title: str) -> Any:
    """A record that keeps what an authority answered: number, date, file, summary."""

    def record(proposal: Any, act: Any) -> None:
        facts = act.data
        exchanges.record(
            proposal, authority, purpose, facts["reply"], on=act.occurred_on, by=act.by, number=facts.get("number", ""),
            summary=facts.get("summary", ""), signed_by=facts.get("signed_by", ""),
            document_id=keep_file(proposal, act, "GOVERNMENT", title, facts.get("number", "")),
        )  # fmt: skip
        act.record.update(number=facts.get("number", ""), reply=facts["reply"])

    return record


def receive_at_governor(proposal: Any, act: Any) -> None:
    """The Gubernur has it: five working days."""
    due = due_date(proposal.step.deadline, act.occurred_on)
    exchanges.note_receipt(
        reviews.open_exchange(proposal, "GOVERNOR", "PLAN"), on=act.occurred_on, due_on=due, by=act.by
    )
    proposal.due_on = due
    act.record["due_on"] = due.isoformat()


def pass_on(proposal: Any, act: Any) -> None:
    """The Gubernur's letter closes our question to him and opens that to the Menteri."""
    facts = act.data
    paper = keep_file(proposal, act, "GOVERNMENT", "Surat Penerusan Gubernur", facts["number"])
    exchanges.record(
        proposal,
        "GOVERNOR",
        "PLAN",
        "FORWARDED",
        on=act.occurred_on,
        by=act.by,
        number=facts["number"],
        document_id=paper,
    )
    exchanges.send(
        proposal, "MINISTER", "PLAN", number=facts["number"], dated=act.occurred_on, by=act.by, document_id=paper
    )
    act.record["number"] = facts["number"]


def pass_by(proposal: Any, act: Any) -> None:
    """The Gubernur let his days pass: our letter goes to the Menteri directly."""
    exchanges.record(proposal, "GOVERNOR", "PLAN", "BYPASSED", on=act.occurred_on, by=act.by)
    send("MINISTER", "PLAN", "PLAN_DIRECT")(proposal, act)


def keep_verification(proposal: Any, act: Any) -> None:
    """The written answer of the Menteri on the plan."""
    act.data["reply"] = act.data["result"]
    keep_answer("MINISTER", "PLAN", "Pertimbangan Menteri atas Rencana")(proposal, act)


def keep_technical_partner(proposal: Any, act: Any) -> None:
    """The minutes of the meeting of ministries, and whom it named."""
    facts = act.data
    act.data["reply"] = "MINUTES"
    keep_answer("MINISTER", "TECHNICAL", "Risalah Rapat Kementerian/Lembaga")(proposal, act)
    row = proposal.forwarding
    row.technical_partner, row.recommendation = facts["ministry"], facts.get("recommendation", "")
    row._history_user = act.by
    row.save()
    act.record["ministry"] = facts["ministry"].name


def keep_permit(proposal: Any, act: Any) -> None:
    """A permit is a new row; an izin operasional never outlasts the izin prinsip (PP 59/2016 art. 16)."""
    facts, partner = act.data, proposal.counterparts[0]
    _refuse_permit(partner, facts)
    title = f"{Permit.Kind(facts['kind']).label} {partner.name}"
    row = Permit(
        partner=partner, kind=facts["kind"], number=facts["number"].strip(), issuer=facts["issuer"], valid_from=facts["valid_from"],
        valid_to=facts["valid_to"], document_id=keep_file(proposal, act, "PERMIT", title, facts["number"]),
    )  # fmt: skip
    row._history_user = act.by
    row.save()


def _refuse_permit(partner: Any, facts: dict[str, Any]) -> None:
    first, last = facts["valid_from"], facts["valid_to"]
    problem = "" if last > first else "Akhir izin harus sesudah awalnya."
    if not problem and facts["kind"] == Permit.Kind.PRINCIPLE and last > anniversary(first, 3):
        problem = "Izin prinsip berlaku paling lama tiga tahun (PP 59/2016 Pasal 7)."
    if not problem and facts["kind"] == Permit.Kind.OPERATIONAL:
        above = partner.permits.filter(kind=Permit.Kind.PRINCIPLE).order_by("-valid_to").first()
        if above is None:
            problem = "Catat izin prinsip lebih dahulu."
        elif last > above.valid_to:
            problem = f"Izin operasional tidak boleh melampaui izin prinsip, {text.date_long(above.valid_to)} (PP 59/2016 Pasal 16)."
    if not problem and partner.permits.filter(kind=facts["kind"], number=facts["number"].strip()).exists():
        raise BadInput("Izin ini sudah dicatat.", errors={"number": ["Izin dengan nomor ini sudah dicatat."]})
    if problem:
        raise BadInput("Masa berlaku izin salah.", errors={"valid_to": [problem]})


def close_exchanges(proposal: Any, act: Any) -> None:
    """A case that stops waits for nobody's letter."""
    exchanges.withdraw_open(proposal, on=act.occurred_on, by=act.by)


FOREIGN = {
    "record_initiative": (keep_initiative,),
    "record_relations": (keep_answer("FOREIGN_MINISTER", "RELATIONS", "Jawaban Menteri Luar Negeri"),),
    "submit_exploration": (issue_study,),
    "stop_exploration": (close_exchanges,),
    "prepare_intent_letter": (issue_intent_request,),
    "sign_intent_letter": (publish_signed("INTENT_REQUEST"), send("MINISTER", "INTENT", "INTENT_REQUEST")),
    "return_intent_letter": (annul("INTENT_REQUEST"),),
    "record_minister_on_intent": (keep_answer("MINISTER", "INTENT", "Tanggapan Menteri atas Rencana LoI"),),
    "record_menlu_on_intent": (keep_answer("FOREIGN_MINISTER", "INTENT", "Konsultasi dengan Menteri Luar Negeri"),),
    "submit_plan": (issue_plan,),
    "submit_repaired_plan": (issue_plan,),
    "return_plan": (call_off,),
    "prepare_submission": (issue_submission,),
    "sign_submission": (publish_signed("PLAN_SUBMISSION"), send("", "PLAN", "PLAN_SUBMISSION")),
    "return_submission": (annul("PLAN_SUBMISSION"),),
    "record_governor_receipt": (receive_at_governor,),
    "record_forwarding": (pass_on,),
    "prepare_direct_letter": (issue_direct,),
    "sign_direct_letter": (publish_signed("PLAN_DIRECT"), pass_by),
    "return_direct_letter": (annul("PLAN_DIRECT"),),
    "record_verification": (keep_verification,),
    "name_technical_partner": (keep_technical_partner,),
    "record_permit": (keep_permit,),
}
FOREIGN_TOLD = (
    "return_exploration", "approve_exploration", "stop_exploration", "return_intent_letter", "record_minister_on_intent", "record_menlu_on_intent",
    "return_plan", "return_submission", "record_forwarding", "return_direct_letter", "sign_direct_letter", "record_verification",
    "name_technical_partner",
)  # fmt: skip
