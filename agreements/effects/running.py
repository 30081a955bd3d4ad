"""What acts on a naskah in force leave: papers of an end, of a dispute, of the notice to the Menteri."""

from typing import Any

from agreements import renewals
from agreements.models import Dispute
from agreements.stages import DisputeStep, EndGround
from kerjasama.core.errors import BadInput
from kerjasama.documents import services
from kerjasama.reviews.services import exchanges


def _keep(agreement: Any, act: Any, kind: str, title: str) -> int | None:
    """The paper that came with an act; None when it brought none."""
    facts = act.data
    if not facts.get("file"):
        return None
    paper = services.attach_upload(
        agreement, kind, title, facts["file"], by=act.by, number=facts.get("number", ""), dated=act.occurred_on
    )
    act.record.setdefault("documents", []).append(paper.pk)
    return paper.pk


def keep_end(agreement: Any, act: Any) -> None:
    """The paper that ends it, how rights and duties are settled, and the naskah that takes its place where one does."""
    facts = act.data
    replaced = facts.get("replaced_by")
    known = replaced is not None and agreement.replacements().filter(pk=replaced.pk).exists()
    if (agreement.end_ground == EndGround.REPLACED) != known:
        told = "Pilih naskah baru yang menggantikannya; hanya bila sebabnya digantikan naskah baru."
        raise BadInput("Naskah pengganti salah.", errors={"replaced_by": [told]})
    agreement.replaced_by = replaced if known else None
    agreement.end_note = facts["settlement"].strip()
    agreement.end_document_id = _keep(agreement, act, "ENDING", "Dasar Pengakhiran Kerja Sama")


def keep_notice(agreement: Any, act: Any) -> None:
    """Our letter to the Menteri; no answer is due."""
    paper = _keep(agreement, act, "EXTENSION_NOTICE", "Pemberitahuan Perpanjangan kepada Menteri")
    exchanges.record(
        agreement, "MINISTER", "EXTENSION", "NONE_DUE", on=act.occurred_on, by=act.by, number=act.data["number"],
        summary=f"Persetujuan mitra: {act.data['consent'].strip()}", document_id=paper,
    )  # fmt: skip


def keep_extension(agreement: Any, act: Any) -> None:
    """The signed extension, and the Surat Konfirmasi it rests on, bound to the text that does not change."""
    facts = act.data
    _keep(agreement, act, "EXTENSION", "Naskah Perpanjangan")
    confirmation = services.attach_upload(
        agreement, "GOVERNMENT", "Surat Konfirmasi atas Perpanjangan", facts["confirmation"], by=act.by,
        number=facts["confirmation_number"], dated=facts["confirmed_on"],
    )  # fmt: skip
    act.record.setdefault("documents", []).append(confirmation.pk)
    exchanges.record(
        agreement, "FOREIGN_MINISTER", "CONFIRMATION", "CONFIRMED", on=facts["confirmed_on"], by=act.by,
        number=facts["confirmation_number"], summary="Perpanjangan jangka waktu", document_id=confirmation.pk,
        text_hash=agreement.text_hash,
    )  # fmt: skip


def keep_grant_coordination(agreement: Any, act: Any) -> None:
    """What was agreed with the Menteri on goods whose owner the naskah does not name."""
    paper = _keep(agreement, act, "GOVERNMENT", "Koordinasi Hibah dengan Menteri")
    exchanges.record(
        agreement, "MINISTER", "GRANT", "ANSWERED", on=act.occurred_on, by=act.by, number=act.data["number"], summary=act.data["summary"],
        document_id=paper,
    )  # fmt: skip
    act.record["number"] = act.data["number"]


def open_dispute(agreement: Any, act: Any) -> None:
    """A row for the dispute, before the parties themselves."""
    row = Dispute(
        agreement=agreement, summary=act.data["summary"].strip(), began_on=act.occurred_on, step=DisputeStep.PARTIES
    )
    row._history_user = act.by
    row.save()
    _keep(agreement, act, "DISPUTE", "Dokumen Perselisihan")


def pass_dispute_on(agreement: Any, act: Any) -> None:
    """Before whom it lies now."""
    row = agreement.open_dispute
    _refuse_before(row, act)
    row.step = renewals.next_dispute_step(agreement, row.step)
    row._history_user = act.by
    row.save()
    _keep(agreement, act, "DISPUTE", f"Penerusan Perselisihan kepada {row.get_step_display()}")


def close_dispute(agreement: Any, act: Any) -> None:
    """Settled, and how."""
    row = agreement.open_dispute
    _refuse_before(row, act)
    row.settled_on, row.outcome = act.occurred_on, act.data["outcome"].strip()
    row._history_user = act.by
    row.save()
    act.record["step"] = row.step
    _keep(agreement, act, "DISPUTE", "Penyelesaian Perselisihan")


def _refuse_before(row: Dispute, act: Any) -> None:
    if act.occurred_on < row.began_on:
        raise BadInput("Tanggal salah.", errors={"occurred_on": ["Tanggal ini mendahului perselisihannya."]})


RUNNING = {
    "end_early": (keep_end,),
    "notify_extension": (keep_notice,),
    "record_extension": (keep_extension,),
    "record_grant_coordination": (keep_grant_coordination,),
    "record_dispute": (open_dispute,),
    "escalate_dispute": (pass_dispute_on,),
    "settle_dispute": (close_dispute,),
}
RUNNING_TOLD = (
    "end_early",
    "notify_extension",
    "record_extension",
    "propose_extension",
    "let_end",
    "plan_replacement",
    "propose_change",
    "record_dispute",
    "escalate_dispute",
    "settle_dispute",
)
