"""What acts on a naskah abroad leave: letters to the government, minutes, Surat Konfirmasi, approval, original and copy."""

from typing import Any

from agreements.stages import Trait
from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.documents import letter_acts, papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.papers.foreign import MINISTER
from kerjasama.documents.signers import signer_of
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.services import exchanges
from kerjasama.workflow.services import due_date
from proposals.effects.foreign_papers import SERIES_LETTER, countries, issue, keep_file, through
from proposals.services.acts import act as act_on_proposal


def _letter(
    agreement: Any, act: Any, kind: str, title: str, to: list[str], about: str, words: list[str], enclosed: list[str]
) -> None:
    context = papers.to_government(
        to=to, about=about, paragraphs=words, enclosures=enclosed, signer=signer_of(Office.KDH), copies=["Menteri Luar Negeri", "Sekretaris Daerah"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    issue(agreement, act, kind, "surat_pemerintah", title, context, series=SERIES_LETTER)


def _about(agreement: Any) -> str:
    proposal = agreement.proposal
    return f"{Government.current()} dengan {proposal.partner_names}, {countries(proposal)}, tentang {agreement.title}"


def issue_draft_letter(agreement: Any, act: Any) -> None:
    """The draft goes to the Menteri, through the Gubernur where the route says so (Permendagri 25/2020 art. 20)."""
    words = [f"Dengan ini kami sampaikan rancangan Naskah Kerja Sama {_about(agreement)}, untuk dibahas dan disetujui."]
    _draft(agreement, act, "DRAFT_LETTER", "Surat Penyampaian Rancangan Naskah", through(agreement.route)[1], words)


def issue_direct_letter(agreement: Any, act: Any) -> None:
    """The same, past the Gubernur."""
    asked = reviews.open_exchange(agreement, "GOVERNOR", "DRAFT")
    words = [
        f"Dengan ini kami sampaikan rancangan Naskah Kerja Sama {_about(agreement)}, untuk dibahas dan disetujui.",
        f"Rancangan ini telah diterima Gubernur pada tanggal {text.date_long(asked.received_on)} dan sampai dengan tanggal "
        f"{text.date_long(asked.due_on)} belum diteruskan, sehingga kami sampaikan langsung sesuai dengan Pasal 20 ayat (4) Peraturan Menteri Dalam "
        "Negeri Nomor 25 Tahun 2020.",
    ]  # fmt: skip
    _draft(agreement, act, "DRAFT_DIRECT", "Surat Penyampaian Langsung kepada Menteri", MINISTER, words)


def _draft(agreement: Any, act: Any, kind: str, title: str, to: list[str], words: list[str]) -> None:
    enclosed = ["Rancangan Naskah Kerja Sama dalam dua bahasa", "Pertimbangan Menteri atas Rencana Kerja Sama"]
    _letter(agreement, act, kind, title, to, "Penyampaian Rancangan Naskah Kerja Sama", words, enclosed)


def issue_original_letter(agreement: Any, act: Any) -> None:
    """The signed original goes to the Menteri, who keeps it (Permendagri 25/2020 art. 25)."""
    words = [
        f"Naskah Kerja Sama {_about(agreement)}, telah ditandatangani pada tanggal {text.date_long(agreement.signed_on)} di {agreement.planned_place}.",
        "Dengan ini kami sampaikan naskah aslinya untuk disimpan, dan kami mohon salinannya.",
    ]  # fmt: skip
    enclosed = ["Naskah asli"]
    _letter(
        agreement,
        act,
        "ORIGINAL_LETTER",
        "Surat Penyampaian Naskah Asli",
        MINISTER,
        "Penyampaian Naskah Asli Kerja Sama",
        words,
        enclosed,
    )


def publish_letter(kind: str) -> Any:
    """A record that marks our letter of a kind as signed."""

    def record(agreement: Any, act: Any) -> None:
        for document in documents.unsigned(agreement, kind):
            services.publish(document, by=act.by)
            act.record.setdefault("documents", []).append(document.pk)

    return record


def annul_letter(kind: str) -> Any:
    """A record that annuls our letter of a kind: its number stays cancelled."""

    def record(agreement: Any, act: Any) -> None:
        document = documents.latest(agreement, kind)
        if document is not None:
            letter_acts.note_void(document, act)
            services.annul(document, reason=act.reason or act.name, by=act.by)

    return record


def send(authority: str, purpose: str, kind: str) -> Any:
    """A record that notes our signed letter as sent; "" lets the route choose to whom."""

    def record(agreement: Any, act: Any) -> None:
        paper = documents.latest(agreement, kind)
        exchanges.send(
            agreement, authority or through(agreement.route)[0], purpose, number=paper.number, dated=paper.dated, by=act.by,
            document_id=paper.pk, text_hash=agreement.text_hash,
        )  # fmt: skip

    return record


def receive_at_governor(agreement: Any, act: Any) -> None:
    """The Gubernur has it: five working days."""
    due = due_date(agreement.step.deadline, act.occurred_on)
    exchanges.note_receipt(
        reviews.open_exchange(agreement, "GOVERNOR", "DRAFT"), on=act.occurred_on, due_on=due, by=act.by
    )
    agreement.due_on = due
    act.record["due_on"] = due.isoformat()


def pass_on(agreement: Any, act: Any) -> None:
    """The Gubernur's letter closes our question to him and opens that to the Menteri."""
    number = act.data["number"]
    paper = keep_file(agreement, act, "GOVERNMENT", "Surat Penerusan Gubernur", number)
    exchanges.record(
        agreement, "GOVERNOR", "DRAFT", "FORWARDED", on=act.occurred_on, by=act.by, number=number, document_id=paper
    )
    exchanges.send(
        agreement, "MINISTER", "DRAFT", number=number, dated=act.occurred_on, by=act.by, document_id=paper, text_hash=agreement.text_hash
    )  # fmt: skip
    act.record["number"] = number


def pass_by(agreement: Any, act: Any) -> None:
    """The Gubernur let his days pass."""
    exchanges.record(agreement, "GOVERNOR", "DRAFT", "BYPASSED", on=act.occurred_on, by=act.by)
    send("MINISTER", "DRAFT", "DRAFT_DIRECT")(agreement, act)


def keep_answer(authority: str, purpose: str, reply: str, title: str) -> Any:
    """A record that keeps an answer on the exact text that is locked."""

    def record(agreement: Any, act: Any) -> None:
        facts = act.data
        number = facts.get("number", "")
        exchanges.record(
            agreement, authority, purpose, reply, on=act.occurred_on, by=act.by, number=number, summary=facts.get("summary", ""),
            document_id=keep_file(agreement, act, "GOVERNMENT", title, number), text_hash=agreement.text_hash,
        )  # fmt: skip
        act.record["number"] = number

    return record


def keep_minutes(agreement: Any, act: Any) -> None:
    """The minutes answer the letter with the draft, and stand by themselves when the talks go on."""
    facts = act.data
    paper = keep_file(agreement, act, "GOVERNMENT", "Risalah Rapat Pembahasan", facts.get("number", ""))
    purpose = "DRAFT" if reviews.open_exchange(agreement, "MINISTER", "DRAFT") else "DISCUSSION"
    exchanges.record(
        agreement, "MINISTER", purpose, "MINUTES", on=act.occurred_on, by=act.by, number=facts.get("number", ""),
        summary=facts["summary"], document_id=paper, text_hash=agreement.text_hash,
    )  # fmt: skip


def keep_intent_copy(agreement: Any, act: Any) -> None:
    """A copy of the signed letter of intent has gone to the Menteri; no answer is due."""
    number = act.data["number"]
    document = keep_file(agreement, act, "GOVERNMENT", "Surat Pengantar Salinan LoI", number)
    exchanges.record(
        agreement, "MINISTER", "INTENT_COPY", "NONE_DUE", on=act.occurred_on, by=act.by, number=number, document_id=document
    )  # fmt: skip
    act.record["number"] = number


def close_exchanges(agreement: Any, act: Any) -> None:
    """A naskah that is given up waits for nobody's letter."""
    exchanges.withdraw_open(agreement, on=act.occurred_on, by=act.by)


def lead_case_on(agreement: Any, event: Any) -> None:
    """A registered letter of intent leads its case on to the plan, where it waits for one."""
    proposal = agreement.proposal
    arrow = proposal.arrow("enter_plan")
    if Trait.INTENT in agreement.route.traits and arrow.ends(proposal.route, proposal.stage):
        act_on_proposal(proposal, "enter_plan", by=event.actor)


FOREIGN = {
    "prepare_draft_letter": (issue_draft_letter,),
    "sign_draft_letter": (publish_letter("DRAFT_LETTER"), send("", "DRAFT", "DRAFT_LETTER")),
    "return_draft_letter": (annul_letter("DRAFT_LETTER"),),
    "record_governor_receipt": (receive_at_governor,),
    "record_forwarding": (pass_on,),
    "prepare_direct_letter": (issue_direct_letter,),
    "sign_direct_letter": (publish_letter("DRAFT_DIRECT"), pass_by),
    "return_direct_letter": (annul_letter("DRAFT_DIRECT"),),
    "record_discussion": (keep_minutes,),
    "record_confirmation": (keep_answer("FOREIGN_MINISTER", "CONFIRMATION", "CONFIRMED", "Surat Konfirmasi"),),
    "record_approval": (keep_answer("MINISTER", "APPROVAL", "APPROVED", "Surat Persetujuan Menteri"),),
    "send_intent_copy": (keep_intent_copy,),
    "prepare_original_letter": (issue_original_letter,),
    "sign_original_letter": (publish_letter("ORIGINAL_LETTER"), send("MINISTER", "ORIGINAL", "ORIGINAL_LETTER")),
    "return_original_letter": (annul_letter("ORIGINAL_LETTER"),),
    "record_copy": (keep_answer("MINISTER", "ORIGINAL", "COPY", "Salinan Naskah dari Sekretaris Jenderal"),),
}
FOREIGN_TOLD = (
    "return_draft_letter", "record_forwarding", "sign_direct_letter", "return_direct_letter", "record_discussion", "record_confirmation",
    "record_approval", "return_original_letter", "record_copy",
)  # fmt: skip
