"""What follows an act on an edition: its frozen content, its paper and workbook, the proof that it was sent, and who is told."""

from typing import Any

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core.errors import BadInput
from kerjasama.core.sheets import XLSX
from kerjasama.documents import letter_acts, services
from kerjasama.documents.signers import signer_for, signer_of
from kerjasama.notifications import notices
from kerjasama.statutory import collecting, contents, papers, workbooks
from kerjasama.statutory.stages import Trait
from kerjasama.workflow.services import Effects, numbered

CHANGED = "Isi laporan berubah sejak Anda membacanya. Buka kembali pratinjaunya, periksa perubahannya, lalu setujui."
WORKBOOK, PROOF = "STATUTORY_WORKBOOK", "STATUTORY_PROOF"


def keep_deadline(edition: Any, act: Any) -> None:
    """The statutory day holds over all stages until it is sent; a correction has none."""
    edition.due_on = edition.report.due_on if edition.number == 1 and not edition.closed else None


def freeze(edition: Any, act: Any) -> None:
    """What the Kabag has read, and nothing that has changed since. Raises BadInput."""
    content = contents.live(edition)
    if act.data.get("seal") != content.sha256:
        raise BadInput(CHANGED)
    edition.content = contents.freeze(edition, content)
    edition.restricted = collecting.holds_restricted(edition.report.rule, edition.report.period)
    edition.addressee = papers.addressee_of(edition)
    act.record["sha256"] = content.sha256


@numbered(papers.series_of)
def issue(edition: Any, act: Any) -> None:
    """The paper with its number, and the workbook that says the same."""
    content, sort = contents.of(edition), papers.paper_of(edition)
    signer = signer_of(sort.office) if Trait.OUTGOING in edition.route.traits else signer_for(act.by, act.seat)
    letter = services.issue(
        edition, sort.kind, template=sort.template, context=papers.context_of(edition, content, signer), by=act.by, title=str(edition),
        dated=act.occurred_on, series=sort.series, numbers=act.data.get("numbers"), public=Trait.INTERNAL in edition.route.traits,
    )  # fmt: skip
    edition.letter, edition.letter_number, edition.dated = letter, letter.number, act.occurred_on
    author = letter.context["kop"]["government"]
    sheet = workbooks.workbook(edition, content, number=letter.number, dated=act.occurred_on, author=author)
    file = services.store_bytes(sheet, name=f"{edition.case_code}.xlsx", content_type=XLSX, by=act.by)
    edition.workbook = services.attach(
        edition, WORKBOOK, f"Lembar kerja {edition}", file, by=act.by, number=letter.number, dated=act.occurred_on
    )
    act.record.update(documents=[letter.pk, edition.workbook.pk], number=letter.number)


def publish(edition: Any, act: Any) -> None:
    """Signed: whoever holds the paper may check it."""
    services.publish(edition.letter, by=act.by)
    act.record["documents"] = [edition.letter_id]


def take_back(edition: Any, act: Any) -> None:
    """Paper, number and workbook fall with the reason; the content is written anew."""
    letter_acts.note_void(edition.letter, act)
    for paper in (edition.letter, edition.workbook):
        services.annul(paper, reason=act.reason, by=act.by)
    edition.content = edition.letter = edition.workbook = edition.dated = None
    edition.letter_number = edition.addressee = ""
    edition.restricted = False


def keep_dispatch(edition: Any, act: Any) -> None:
    """By what number it went out, with the proof where there is one already."""
    edition.dispatch_number = act.data.get("dispatch_number", "").strip()
    _keep_proof(edition, act, f"Bukti pengiriman {edition}", edition.dispatch_number)


def keep_receipt(edition: Any, act: Any) -> None:
    """The receipt of the addressee, not older than the sending."""
    if act.occurred_on < edition.sent_on:
        told = "Tanggal tanda terima tidak boleh mendahului tanggal pengiriman."
        raise BadInput("Tanggal tanda terima salah.", errors={"occurred_on": [told]})
    _keep_proof(edition, act, f"Tanda terima {edition}", edition.receipt_number)


def _keep_proof(edition: Any, act: Any, title: str, number: str) -> None:
    file = act.data.get("file")
    if file:
        paper = services.attach_upload(edition, PROOF, title, file, by=act.by, number=number, dated=act.occurred_on)
        act.record["documents"] = [paper.pk]


def tell_writers(edition: Any, event: Any) -> None:
    """The Bagian and its head, and whose paraf fell."""
    given = User.objects.filter(pk__in=event.data.get("void", []))
    notices.tell_concerned(edition, event, [*people_in(Office.BAGIAN), *people_in(Office.KABAG), *given])


def tell_leaders(edition: Any, event: Any) -> None:
    """It is sent: its writers and those above them."""
    offices = (Office.BAGIAN, Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH)
    notices.tell_concerned(edition, event, [person for office in offices for person in people_in(office)])


EFFECTS = Effects(
    records={
        "submit_report": (keep_deadline,),
        "return_report": (keep_deadline,),
        "approve_report": (freeze, issue, keep_deadline),
        "give_letter_paraf": (letter_acts.give,),
        "sign_report": (publish, keep_deadline),
        "return_letter": (take_back, keep_deadline),
        "recall_report": (take_back, keep_deadline),
        "send_report": (keep_dispatch, keep_deadline),
        "record_receipt": (keep_receipt,),
        "cancel_edition": (keep_deadline,),
    },
    notices={
        **{name: (tell_writers,) for name in ("return_report", "return_letter", "recall_report", "cancel_edition")},
        "send_report": (tell_leaders,),
    },
    always=(notices.tell_turn,),
)
