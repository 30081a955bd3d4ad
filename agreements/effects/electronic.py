"""What electronic signatures leave: the signed file, the record of each signature, the request that is settled."""

from typing import Any

from agreements.effects import amending as m
from agreements.effects import papers as p
from agreements.effects import rows as r
from agreements.stages import Stage, Trait, Way
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput
from kerjasama.documents import selectors as documents
from kerjasama.documents import services
from kerjasama.documents.models import Backend, ElectronicSignature, SigningAttempt
from kerjasama.documents.signing import attempts

PDF = "application/pdf"
KIND = "NASKAH_SIGNED"


def check_way(agreement: Any, act: Any) -> None:
    """Electronic only where the route knows it and the region allows it. Raises BadInput."""
    if agreement.way != Way.ELECTRONIC:
        return
    if Trait.ELECTRONIC not in agreement.route.traits:
        raise BadInput("Naskah ini ditandatangani basah.", errors={"way": ["Naskah luar negeri ditandatangani basah."]})
    if not parameters.value("electronic_signing"):
        told = (
            "Daerah ini tidak memakai tanda tangan elektronik untuk naskah kerja sama (parameter `electronic_signing`)."
        )
        raise BadInput("Cara penandatanganan tidak tersedia.", errors={"way": [told]})


def keep_signature(agreement: Any, act: Any) -> None:
    """Our own signature: the file, its record, and the request that is done."""
    result, ours = act.data["result"], agreement.parties.get(partner__isnull=True)
    _keep(
        agreement, act, ours, result.pdf, signed_by=act.by, backend=Backend[result.backend.upper()], certified=result.certified,
        subject=result.subject, issuer=result.issuer, serial=result.serial, level=result.level, signed_at=result.signed_at,
        not_before=result.not_before, not_after=result.not_after, provider_tx=result.provider_tx, read_at=act.data["read_at"],
    )  # fmt: skip
    act.record["read_at"] = act.data["read_at"].isoformat()
    attempt = SigningAttempt.objects.select_for_update().get(pk=act.data["attempt"])
    attempts.end(attempt, SigningAttempt.State.SIGNED, by=act.by)


def keep_partner_signature(agreement: Any, act: Any) -> None:
    """The newest signature in the file of another party; ours and all others still hold."""
    facts = act.data["signature"]
    _keep(
        agreement, act, agreement.parties.get(order=act.data["party"]), act.data["content"], signed_by=None, backend=Backend.OTHER,
        certified=facts.trusted, subject=facts.signer, issuer=facts.issuer, serial=facts.serial, level=facts.level,
        signed_at=facts.signed_at, not_before=facts.not_before, not_after=facts.not_after,
    )  # fmt: skip


def begin_if_all_signed(agreement: Any, act: Any) -> None:
    """The last party has signed: the case learns it, and the QR page knows the naskah."""
    if agreement.stage == Stage.VALIDATION and act.record.get("first"):
        r.note_first_signature(agreement, act)
        p.publish_final_text(agreement, act)
        m.take_effect(agreement, act)


def unsign(agreement: Any, act: Any) -> None:
    """Another day, place or text: what was signed before goes with the paper it was signed on."""
    for party in agreement.parties.filter(signed_on__isnull=False):
        party.signed_on = None
        party.save()
    before = documents.latest(agreement, KIND)
    if before is not None:
        services.annul(before, reason=act.reason, by=act.by)


def settle_doubt(agreement: Any, act: Any) -> None:
    """The request in doubt is closed by the one who has looked."""
    act.record.update(attempts.clear(documents.latest(agreement, "NASKAH_FINAL"), by=act.by, reason=act.reason))


def _keep(agreement: Any, act: Any, party: Any, content: bytes, **facts: Any) -> None:
    paper, before = documents.latest(agreement, "NASKAH_FINAL"), documents.latest(agreement, KIND)
    order = paper.signatures.count() + 1
    file = services.store_bytes(
        content, name=f"naskah-bertanda-tangan-{order}.pdf", content_type=PDF, pages=paper.file.pages, by=act.by
    )
    row = ElectronicSignature(
        document=paper, file=file, order=order, party_order=party.order, party_name=party.name, **facts
    )
    row._history_user = act.by
    row.save()
    party.signed_on = act.occurred_on
    party.save()
    signed = agreement.parties.filter(signed_on__isnull=False).count()
    title = f"{agreement.get_instrument_display()} bertanda tangan elektronik ({signed} dari {agreement.parties.count()} pihak)"
    fresh = services.attach(agreement, KIND, title, file, by=act.by, number=paper.number, dated=act.occurred_on)
    if before is not None:
        services.supersede(before, fresh, by=act.by)
    act.record.setdefault("documents", []).append(fresh.pk)
    act.record["signature"] = {
        "party": party.order, "backend": str(row.backend), "certified": row.certified, "level": row.level, "serial": row.serial,
        "file_sha256": file.sha256,
    }  # fmt: skip


ELECTRONIC = {
    "sign_electronically": (keep_signature,),
    "receive_signed": (keep_partner_signature, begin_if_all_signed),
    "receive_again": (keep_partner_signature,),
    "settle_doubt": (settle_doubt,),
    "replan": (unsign,),
}
ELECTRONIC_TOLD = ("sign_electronically", "receive_signed", "receive_again", "settle_doubt")
