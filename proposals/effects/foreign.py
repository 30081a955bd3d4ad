"""What acts of cooperation abroad leave: study, plan, letters to the government, their answers, permits."""

from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.core.calendar import anniversary
from kerjasama.core.errors import BadInput
from kerjasama.documents import papers
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.documents.models import Document
from kerjasama.documents.papers.foreign import MINISTER
from kerjasama.documents.signers import signer_for, signer_of
from kerjasama.parties.models import Permit
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.services import exchanges
from kerjasama.workflow.services import due_date
from proposals.effects.consultation import call_off, note_arrival
from proposals.effects.letters import annul, publish_signed
from proposals.guards.foreign import MAPPING_LABELS, PLAN_LABELS
from proposals.routes.traits import Trait

SERIES_LETTER = "SURAT"


def keep_file(subject: Any, act: Any, kind: str, title: str, number: str = "") -> int:
    """The paper that came with an act, kept with its number; its key."""
    document = papers_out.attach_upload(
        subject, kind, title, act.data["file"], by=act.by, number=number, dated=act.occurred_on
    )
    act.record.setdefault("documents", []).append(document.pk)
    return document.pk


def keep_initiative(proposal: Any, act: Any) -> None:
    """The note of the unit, or the letter that came."""
    keep_file(proposal, act, "INITIATIVE", f"{proposal.get_initiative_display()}: surat atau nota", act.data["number"])
    act.record["number"] = act.data["number"]


def issue(
    subject: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any], **options: Any
) -> Document:
    """A paper of ours from an act."""
    document = papers_out.issue(
        subject, kind, template=template, context=context, by=act.by, title=title, dated=act.occurred_on,
        unit_code=Government.current().unit_code, **options,
    )  # fmt: skip
    act.record.setdefault("documents", []).append(document.pk)
    return document


def replace_paper(subject: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any]) -> None:
    """A paper that takes the place of the one before it."""
    before = documents.latest(subject, kind)
    fresh = issue(subject, act, kind, template, title, context)
    if before is not None:
        papers_out.supersede(before, fresh, by=act.by)


def countries(proposal: Any) -> str:
    """The states of the partners, in a sentence."""
    return text.joined(list(dict.fromkeys(str(p.country) for p in proposal.counterparts if p.country)))


def issue_study(proposal: Any, act: Any) -> None:
    """The study in its six parts, with how the conditions are met."""
    study, mapping = proposal.exploration, proposal.mapping
    mapped = "\n".join(f"{label.capitalize()}: {getattr(mapping, name)}" for name, label in MAPPING_LABELS.items())
    parts = [
        ("Latar belakang", proposal.background), ("Maksud dan tujuan", proposal.aims),
        ("Pemetaan potensi, karakteristik, dan kebutuhan", mapped), ("Manfaat", proposal.benefits), ("Kesimpulan", study.conclusion),
    ]  # fmt: skip
    conditions = [
        ("Hubungan diplomatik", f"Ada, dengan {countries(proposal)}."),
        ("Urusan", f"{proposal.affair}."), ("Golongan objek", f"{study.get_object_class_display()}. {study.object_note}"),
        ("Alih pengetahuan", study.transfer), ("Kantor perwakilan", "Tidak membuka kantor perwakilan di luar negeri."),
        ("Urusan dalam negeri", "Mitra tidak mencampuri urusan dalam negeri."),
        ("Perencanaan", f"{proposal.get_plan_standing_display()}. {proposal.plan_reference}"),
        ("Kesetaraan", _equality(study)), ("Saling melengkapi", study.complementary), ("Hubungan antarmasyarakat", study.people),
    ]  # fmt: skip
    context = papers.study(
        title=proposal.title, case_code=proposal.code, unit_name=proposal.lead_unit.name, partner_name=proposal.partner_names,
        country=countries(proposal), parts=parts, conditions=[(label, words) for label, words in conditions if words],
        signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    replace_paper(proposal, act, "STUDY", "kajian_penjajakan", "Kajian Penjajakan", context)


def _equality(study: Any) -> str:
    named = [
        label
        for held, label in ((study.equal_status, "status administrasi"), (study.equal_territory, "wilayah"))
        if held
    ]
    return f"Kesetaraan {' dan '.join(named)}. {study.equality}" if named else ""


def issue_plan(proposal: Any, act: Any) -> None:
    """The plan in its seven parts; the letters of the case speak of it from now on."""
    plan = proposal.cooperation_plan
    plan.edition += 1
    plan._history_user = act.by
    plan.save()
    proposal.scope, proposal.financing, proposal.term_text = plan.scope, plan.funding, plan.term_text
    proposal.aims = proposal.aims or plan.aims
    parts = [(f"{label[:1].upper()}{label[1:]}", getattr(plan, name)) for name, label in PLAN_LABELS]
    context = papers.cooperation_plan(
        title=proposal.title, case_code=proposal.code, partner_name=proposal.partner_names, parts=parts, edition=plan.edition,
        signer=signer_of(Office.KDH), paper=parameters.value("paper_size"),
    )  # fmt: skip
    replace_paper(proposal, act, "PLAN", "rencana_kerja_sama", "Rencana Kerja Sama", context)
    act.record["edition"] = plan.edition
    note_arrival(proposal, act)


def _letter(
    proposal: Any, act: Any, kind: str, title: str, to: list[str], about: str, words: list[str], enclosed: list[str]
) -> None:
    context = papers.to_government(
        to=to, about=about, paragraphs=words, enclosures=enclosed, signer=signer_of(Office.KDH),
        copies=["Menteri Luar Negeri", "Gubernur", "Sekretaris Daerah"] if to == MINISTER else ["Menteri Dalam Negeri", "Sekretaris Daerah"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    issue(proposal, act, kind, "surat_pemerintah", title, context, series=SERIES_LETTER)


def issue_intent_request(proposal: Any, act: Any) -> None:
    """We ask the Menteri what he thinks of the intended LoI (Permendagri 25/2020 art. 14)."""
    ours = str(Government.current())
    words = [
        f"Sesuai dengan Pasal 28 ayat (4) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, {ours} telah melakukan penjajakan "
        f"dengan {proposal.partner_names}, {countries(proposal)}, tentang {proposal.title}.",
        "Hasil penjajakan menunjukkan bahwa rencana tersebut dapat ditindaklanjuti dengan pernyataan kehendak kerja sama (letter of intent). "
        "Dengan ini kami mohon tanggapan tertulis atas rencana pernyataan kehendak dimaksud.",
    ]  # fmt: skip
    _letter(
        proposal, act, "INTENT_REQUEST", "Surat Permohonan Tanggapan LoI", MINISTER, "Permohonan Tanggapan atas Rencana Pernyataan Kehendak Kerja Sama",
        words, ["Kajian penjajakan"],
    )  # fmt: skip


def to_governor() -> list[str]:
    """The Gubernur as the addressee, as representative of the centre."""
    return ["Yth. Gubernur", "selaku wakil Pemerintah Pusat", "di tempat"]


def through(route: Any) -> tuple[str, list[str]]:
    """To whom our papers for the Menteri go on a route: authority and address."""
    return ("GOVERNOR", to_governor()) if Trait.VIA_GOVERNOR in route.traits else ("MINISTER", MINISTER)


def issue_submission(proposal: Any, act: Any) -> None:
    """The plan with the papers the Menteri checks (Permendagri 25/2020 art. 18-19)."""
    _, to = through(proposal.route)
    _submit(proposal, act, "PLAN_SUBMISSION", "Surat Penyampaian Rencana Kerja Sama", to, [])


def issue_direct(proposal: Any, act: Any) -> None:
    """The same, past the Gubernur."""
    asked = reviews.open_exchange(proposal, "GOVERNOR", "PLAN")
    told = (
        f"Rencana ini telah diterima Gubernur pada tanggal {text.date_long(asked.received_on)}. Sampai dengan tanggal {text.date_long(asked.due_on)} rencana "
        "tersebut belum diteruskan, sehingga kami sampaikan langsung sesuai dengan Pasal 18 Peraturan Menteri Dalam Negeri Nomor 25 Tahun 2020."
    )  # fmt: skip
    _submit(proposal, act, "PLAN_DIRECT", "Surat Penyampaian Langsung kepada Menteri", MINISTER, [told])


def _submit(proposal: Any, act: Any, kind: str, title: str, to: list[str], more: list[str]) -> None:
    words = [
        f"Dengan ini kami sampaikan Rencana Kerja Sama {Government.current()} dengan {proposal.partner_names}, {countries(proposal)}, tentang "
        f"{proposal.title}, untuk diverifikasi sesuai dengan Pasal 31 Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah.",
        *more,
    ]  # fmt: skip
    enclosed = ["Rencana Kerja Sama"]
    traits = proposal.route.traits
    if Trait.INTENT in traits:
        enclosed += ["Pernyataan kehendak kerja sama", "Kajian penjajakan"]
    if Trait.DPRD_ALWAYS in traits:
        enclosed.append("Persetujuan DPRD")
    if Trait.TECHNICAL in traits:
        enclosed += ["Pemetaan potensi dan kebutuhan", "Kerangka Acuan Kerja", "Surat kesediaan mitra"]
    _letter(proposal, act, kind, title, to, "Penyampaian Rencana Kerja Sama", words, enclosed)


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
