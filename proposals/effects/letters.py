"""Letters that acts on a proposal make, sign, annul or keep."""

from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.documents import letter_acts, papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.documents.signers import signer_for, signer_of
from kerjasama.workflow.services import numbered
from proposals.effects.wording import OFFER, wording
from proposals.guards import requirement_of
from proposals.models import Letter
from proposals.routes.traits import Trait
from proposals.stages import KAK_FIELDS, Answer, LetterKind

SERIES_LETTER = "SURAT"


def terms_rows(proposal: Any) -> list[tuple[str, str]]:
    """The eight parts of the KAK with their labels."""
    fields = proposal._meta
    return [(fields.get_field(n).verbose_name.capitalize(), text.as_items(getattr(proposal, n))) for n in KAK_FIELDS]


def _common(proposal: Any, partner: Any) -> dict[str, Any]:
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
    """The head as a letter addresses him: "Bupati Tirtamarga", "Gubernur Jaya Mandala", "Direktur Utama PT Karya"."""
    if partner.region is None:
        named = partner.name in partner.head_title
        return partner.head_title if named else f"{partner.head_title} {partner.name}".strip()
    place = partner.region.name.split(" ", 1)[-1] if partner.region.level != "PROVINCE" else partner.region.name
    return partner.head_title if place in partner.head_title else f"{partner.head_title} {place}".strip()


def _issue(
    proposal: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any], **options: Any
) -> Document:
    document = services.issue(
        proposal, kind, template=template, context=context, by=act.by, title=title, dated=act.occurred_on,
        unit_code=Government.current().unit_code, numbers=act.data.get("numbers"), **options,
    )  # fmt: skip
    act.record.setdefault("documents", []).append(document.pk)
    return document


def _numbered(proposal: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any]) -> Document:
    return _issue(proposal, act, kind, template, title, context, series=SERIES_LETTER)


def _ours(proposal: Any, partner: Any, document: Document, kind: str, answer: str = "", statement: str = "") -> Letter:
    return Letter.objects.create(
        proposal=proposal, partner=partner, kind=kind, ours=True, number=document.number,
        dated=document.dated, answer=answer, statement=statement, document_id=document.pk,
    )  # fmt: skip


def _addressed(title: str, proposal: Any, partner: Any) -> str:
    """The title of a paper, with its addressee where there are several."""
    return f"{title} kepada {partner.name}" if len(proposal.counterparts) > 1 else title


def issue_terms_of_reference(proposal: Any, act: Any) -> None:
    """The KAK as the OPD sends it; an earlier one is superseded."""
    context = papers.terms_of_reference(
        title=proposal.title, case_code=proposal.code, unit_name=proposal.lead_unit.name,
        partner_name=proposal.partner_names, parts=terms_rows(proposal),
        signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    before = documents.latest(proposal, "KAK")
    fresh = _issue(proposal, act, "KAK", "kak", "Kerangka Acuan Kerja", context)
    if before is not None:
        services.supersede(before, fresh, by=act.by)


@numbered(SERIES_LETTER, papers=lambda proposal: len(proposal.awaited_partners))
def issue_offer(proposal: Any, act: Any) -> None:
    """Our letter of request, numbered: one to each party that has not said yes."""
    for partner in proposal.awaited_partners:
        context = papers.offer(
            **_common(proposal, partner), affair=str(proposal.affair), background=proposal.background, kak=terms_rows(proposal),
            copies=["Gubernur", "Sekretaris Daerah", f"Kepala {proposal.lead_unit.name}"],
        )  # fmt: skip
        letter = wording(proposal, OFFER)
        title = _addressed(letter.title, proposal, partner)
        document = _numbered(proposal, act, "OFFER", letter.template, title, letter.worded(context))
        _ours(proposal, partner, document, LetterKind.REQUEST)


@numbered(SERIES_LETTER, papers=lambda proposal: len(proposal.counterparts))
def issue_answer(proposal: Any, act: Any) -> None:
    """Our letter of answer, numbered: willing or not; to each of the asking parties."""
    answer, statement = act.data["answer"], act.data.get("statement", "")
    for partner in proposal.counterparts:
        _answer(proposal, act, partner, answer, statement)


def _answer(proposal: Any, act: Any, partner: Any, answer: str, statement: str) -> None:
    asked = proposal.letters.filter(ours=False, kind=LetterKind.REQUEST).order_by("-pk")
    theirs = asked.filter(partner=partner).first() or asked.first()
    build = {Answer.WILLING: papers.willingness, Answer.REFUSED: papers.refusal}[answer]
    letter = wording(proposal, answer)
    context = build(
        **_common(proposal, partner), their_number=theirs.number if theirs else "", their_date=theirs.dated if theirs else None,
        statement=statement, unit_name=proposal.lead_unit.name, copies=["Sekretaris Daerah", f"Kepala {proposal.lead_unit.name}"],
    )  # fmt: skip
    document = _numbered(
        proposal, act, "ANSWER", letter.template, _addressed(letter.title, proposal, partner), letter.worded(context)
    )
    _ours(proposal, partner, document, LetterKind.ANSWER, answer, statement)


@numbered(SERIES_LETTER)
def issue_dprd_letter(proposal: Any, act: Any) -> None:
    """The letter to the DPRD with the reason and the burden per year, numbered."""
    government, need = Government.current(), requirement_of(proposal)
    context = papers.dprd_request(
        council_name=f"DPRD {government.name}", place=government.seat_city, title=proposal.title, case_code=proposal.code,
        partner_name=proposal.partner_names, reason=need.sentence, basis=proposal.route.cite(need.basis), purpose=text.as_items(proposal.aims),
        scope=text.as_items(proposal.scope), term=proposal.term_text,
        budget=[(line.year, line.amount) for line in proposal.budget_lines.all()], total=proposal.total_planned,
        tkksd_line=_tkksd_line(proposal), enclosed=_enclosed(proposal), signer=signer_of(Office.KDH), copies=["Gubernur", "Sekretaris Daerah"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    _numbered(proposal, act, "DPRD_REQUEST", "permohonan_dprd", "Surat Permohonan Persetujuan DPRD", context)


def _enclosed(proposal: Any) -> str:
    """Abroad the plan and the letter of intent go with the request (Permendagri 25/2020 art. 16)."""
    traits = proposal.route.traits
    if Trait.FOREIGN not in traits:
        return ""
    papers_sent = ["Rencana Kerja Sama", *(["pernyataan kehendak kerja sama"] if Trait.INTENT in traits else [])]
    return text.joined([*papers_sent, "berita acara dan rekomendasi Tim Koordinasi Kerja Sama Daerah"])


def _tkksd_line(proposal: Any) -> str:
    skipped = proposal.skipped_steps.filter(stage="TKKSD_REVIEW").first()
    if skipped is not None:
        return f"Pembahasan Tim Koordinasi Kerja Sama Daerah tidak dilakukan karena tata caranya diatur dalam {skipped.basis}."
    return "Rencana kerja sama ini telah dibahas dan direkomendasikan oleh Tim Koordinasi Kerja Sama Daerah."


def publish_signed(kind: str) -> Any:
    """A record that marks our open letters of a kind as signed, and opens them to verification."""

    def record(proposal: Any, act: Any) -> None:
        for document in documents.unsigned(proposal, kind):
            services.publish(document, by=act.by)
            for letter in proposal.letters.filter(document_id=document.pk, annulled=False):
                letter.signed_on = act.occurred_on
                letter.save()
            act.record.setdefault("documents", []).append(document.pk)

    return record


def annul(kind: str) -> Any:
    """A record that annuls our letters of a kind that still stand: their numbers stay cancelled."""

    def record(proposal: Any, act: Any) -> None:
        standing = documents.unsigned(proposal, kind) or [documents.latest(proposal, kind)]
        for document in filter(None, standing):
            letter_acts.note_void(document, act)
            services.annul(document, reason=act.reason or act.name, by=act.by)
            for letter in proposal.letters.filter(document_id=document.pk):
                letter.annulled = True
                letter.save()

    return record


def keep_theirs(kind: str, answer: str, title: str) -> Any:
    """A record that keeps a letter of another party: scan, number and date."""

    def record(proposal: Any, act: Any) -> None:
        facts, partner = act.data, proposal.party_of(act.data.get("partner"))
        document = services.attach_upload(
            proposal, "THEIR_LETTER", _addressed_from(title, proposal, partner), facts["file"], by=act.by,
            number=facts["number"], dated=facts["dated"],
        )  # fmt: skip
        act.record.setdefault("documents", []).append(document.pk)
        act.record.update(number=facts["number"], dated=facts["dated"].isoformat(), partner=partner.pk)
        Letter.objects.create(
            proposal=proposal, partner=partner, kind=kind, ours=False, number=facts["number"],
            dated=facts["dated"], answer=answer, statement=facts.get("statement", "") or act.reason, document_id=document.pk,
        )  # fmt: skip

    return record


def _addressed_from(title: str, proposal: Any, partner: Any) -> str:
    return f"{title} ({partner.name})" if len(proposal.counterparts) > 1 else title
