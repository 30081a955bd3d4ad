"""Letters that acts on a proposal make, sign, annul or keep."""

from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters
from kerjasama.documents import papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.documents.signers import signer_for, signer_of
from proposals.guards import requirement_of
from proposals.models import Letter
from proposals.stages import KAK_FIELDS, Answer, LetterKind

SERIES_LETTER = "SURAT"


def terms_rows(proposal: Any) -> list[tuple[str, str]]:
    """The eight parts of the KAK with their labels."""
    fields = proposal._meta
    return [(fields.get_field(n).verbose_name.capitalize(), getattr(proposal, n)) for n in KAK_FIELDS]


def _common(proposal: Any) -> dict[str, Any]:
    partner = proposal.counterparts[0]
    return {
        "partner_name": partner.name,
        "partner_head_title": _head_of(partner),
        "partner_place": partner.address or "tempat",
        "title": proposal.title,
        "contact": f"Bagian Kerja Sama, telepon {Government.current().phone}",
        "signer": signer_of(Office.KDH),
        "paper": parameters.value("paper_size"),
    }


def _head_of(partner: Any) -> str:
    place = partner.region.name.split(" ", 1)[-1] if partner.region and partner.region.level != "PROVINCE" else ""
    return f"{partner.head_title} {place or (partner.region.name if partner.region else '')}".strip()


def _issue(
    proposal: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any], **options: Any
) -> Document:
    document = services.issue(
        proposal, kind, template=template, context=context, by=act.by, title=title, dated=act.occurred_on,
        unit_code=Government.current().unit_code, **options,
    )  # fmt: skip
    act.record.setdefault("documents", []).append(document.pk)
    return document


def _numbered(proposal: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any]) -> Document:
    return _issue(proposal, act, kind, template, title, context, series=SERIES_LETTER)


def _ours(proposal: Any, document: Document, kind: str, answer: str = "", statement: str = "") -> Letter:
    return Letter.objects.create(
        proposal=proposal, partner=proposal.counterparts[0], kind=kind, ours=True, number=document.number,
        dated=document.dated, answer=answer, statement=statement, document_id=document.pk,
    )  # fmt: skip


def _standing_letter(proposal: Any) -> Letter | None:
    return proposal.letters.filter(ours=True, annulled=False).order_by("-pk").first()


def issue_terms_of_reference(proposal: Any, act: Any) -> None:
    """The KAK as the OPD sends it; an earlier one is superseded."""
    context = papers.terms_of_reference(
        title=proposal.title, case_code=proposal.code, unit_name=proposal.lead_unit.name,
        partner_name=proposal.counterparts[0].name, parts=terms_rows(proposal),
        signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    before = documents.latest(proposal, "KAK")
    fresh = _issue(proposal, act, "KAK", "kak", "Kerangka Acuan Kerja", context)
    if before is not None:
        services.supersede(before, fresh, by=act.by)


def issue_offer(proposal: Any, act: Any) -> None:
    """Our letter of request, numbered."""
    context = papers.offer(
        **_common(proposal), affair=str(proposal.affair), background=proposal.background, kak=terms_rows(proposal),
        copies=["Gubernur", "Sekretaris Daerah", f"Kepala {proposal.lead_unit.name}"],
    )  # fmt: skip
    document = _numbered(proposal, act, "OFFER", "surat_permohonan", "Surat Permohonan Kerja Sama", context)
    _ours(proposal, document, LetterKind.REQUEST)


def issue_answer(proposal: Any, act: Any) -> None:
    """Our letter of answer, numbered: willing or not."""
    theirs = proposal.letters.filter(ours=False, kind=LetterKind.REQUEST).order_by("-pk").first()
    answer, statement = act.data["answer"], act.data.get("statement", "")
    build, template, title = {
        Answer.WILLING: (papers.willingness, "surat_kesediaan", "Surat Kesediaan Kerja Sama"),
        Answer.REFUSED: (papers.refusal, "surat_penolakan", "Surat Jawaban Permohonan Kerja Sama"),
    }[answer]
    context = build(
        **_common(proposal), their_number=theirs.number if theirs else "", their_date=theirs.dated if theirs else None,
        statement=statement, unit_name=proposal.lead_unit.name, copies=["Sekretaris Daerah", f"Kepala {proposal.lead_unit.name}"],
    )  # fmt: skip
    document = _numbered(proposal, act, "ANSWER", template, title, context)
    _ours(proposal, document, LetterKind.ANSWER, answer, statement)


def issue_dprd_letter(proposal: Any, act: Any) -> None:
    """The letter to the DPRD with the reason and the burden per year, numbered."""
    government, need = Government.current(), requirement_of(proposal)
    context = papers.dprd_request(
        council_name=f"DPRD {government.name}", place=government.seat_city, title=proposal.title, case_code=proposal.code,
        partner_name=proposal.counterparts[0].name, reason=need.sentence, basis=need.basis, purpose=proposal.aims,
        scope=proposal.scope, term=proposal.term_text,
        budget=[(line.year, line.amount) for line in proposal.budget_lines.all()], total=proposal.total_planned,
        tkksd_line=_tkksd_line(proposal), signer=signer_of(Office.KDH), copies=["Gubernur", "Sekretaris Daerah"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    _numbered(proposal, act, "DPRD_REQUEST", "permohonan_dprd", "Surat Permohonan Persetujuan DPRD", context)


def _tkksd_line(proposal: Any) -> str:
    return "Rencana kerja sama ini telah dibahas dan direkomendasikan oleh Tim Koordinasi Kerja Sama Daerah."


def publish_signed(kind: str) -> Any:
    """A record that marks our newest letter of a kind as signed, and opens it to verification."""

    def record(proposal: Any, act: Any) -> None:
        document = documents.latest(proposal, kind)
        services.publish(document, by=act.by)
        letter = _standing_letter(proposal)
        if letter is not None and letter.document_id == document.pk:
            letter.signed_on = act.occurred_on
            letter.save()
        act.record.setdefault("documents", []).append(document.pk)

    return record


def annul(kind: str) -> Any:
    """A record that annuls our newest letter of a kind: its number stays cancelled."""

    def record(proposal: Any, act: Any) -> None:
        document = documents.latest(proposal, kind)
        if document is None:
            return
        services.annul(document, reason=act.reason or act.name, by=act.by)
        for letter in proposal.letters.filter(document_id=document.pk):
            letter.annulled = True
            letter.save()

    return record


def keep_theirs(kind: str, answer: str, title: str) -> Any:
    """A record that keeps a letter of the other side: scan, number and date."""

    def record(proposal: Any, act: Any) -> None:
        facts = act.data
        document = services.attach_upload(
            proposal, "THEIR_LETTER", title, facts["file"], by=act.by, number=facts["number"], dated=facts["dated"]
        )
        act.record.setdefault("documents", []).append(document.pk)
        act.record.update(number=facts["number"], dated=facts["dated"].isoformat())
        Letter.objects.create(
            proposal=proposal, partner=proposal.counterparts[0], kind=kind, ours=False, number=facts["number"],
            dated=facts["dated"], answer=answer, statement=facts.get("statement", "") or act.reason, document_id=document.pk,
        )  # fmt: skip

    return record
