"""What follows an act on an online request."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import Government, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat, people_in
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.counter import letters, quarantine
from kerjasama.counter.classify import answers_of, classify
from kerjasama.counter.guards import standing_papers
from kerjasama.counter.models import PartnerAccount
from kerjasama.counter.stages import Applicant, PaperKind
from kerjasama.documents import services as documents
from kerjasama.notifications.services import tell
from kerjasama.parties.classes import partner_kind_of
from kerjasama.parties.models import Partner
from kerjasama.parties.services import create_partner
from kerjasama.workflow.services import Effects
from kerjasama.workflow.statute import Direction
from proposals.choosing import Advice
from proposals.models import Letter
from proposals.plan_stages import Source
from proposals.routes import Trait, has_route
from proposals.services import drafting, planning, third_party
from proposals.services.acts import act as act_on_proposal

#: What the applicant wrote that the case takes over; the OPD goes on writing from there.
TAKEN_OVER = ("affair", "aims", "scope", "location", "term_text", "financing", "benefits")
DOCUMENT_KINDS = {PaperKind.STUDY: "FEASIBILITY_STUDY", PaperKind.LEGALITY: "LEGALITY"}


def speaker(request: Any, name: str) -> Seat:
    """The seat of a person who speaks for the applicant: the ledger names both."""
    return Seat(Office.PARTNER, None, f"Narahubung {request.name}"[:160], principal_name=name[:160])


def speak_for_partner(request: Any, act: Any) -> None:
    """The account may be that of the system: who spoke stands in the seat."""
    contact = request.contacts.order_by("order").first()
    act.seat = speaker(request, contact.name if contact else request.name)


def note_papers(request: Any, act: Any) -> None:
    """What was handed in, with its fingerprints: the list outlives the files."""
    request.sent_papers = paper_list(standing_papers(request))
    act.record["papers"] = request.sent_papers


def paper_list(papers: list[Any]) -> list[dict[str, str]]:
    """Kind, title and SHA-256 of each paper."""
    return [{"kind": str(p.kind), "title": p.title, "sha256": p.sha256} for p in papers]


def send_back_papers(request: Any, act: Any) -> None:
    """The papers the Bagian wants anew leave the list; the clock removes them."""
    chosen = set(act.data.get("refused", ()))
    papers = [paper for paper in standing_papers(request) if paper.pk in chosen]
    quarantine.refuse(papers)
    act.record["refused"] = [paper.title for paper in papers]


def refuse_papers(request: Any, act: Any) -> None:
    """A request that is not taken up keeps no files."""
    quarantine.refuse(standing_papers(request))


def open_case(request: Any, act: Any) -> None:
    """Partner, case, letter and papers: all in the transaction of the acceptance, by the hand that accepts."""
    wanted = classify(request.legal_class, act.data.get("planned", ""))
    _refuse_without_route(wanted)
    partner = act.data.get("partner") or _new_partner(request, act.by)
    letter = next(paper for paper in reversed(standing_papers(request)) if paper.kind == PaperKind.LETTER)
    _refuse_known_letter(partner, letter)
    proposal = drafting.open_proposal(
        by=act.by, title=act.data["title"], direction=Direction.INCOMING, lead_unit=act.data["lead_unit"],
        partners=[partner], kind=wanted.kind, category=wanted.category, initiative=wanted.initiative,
        choice=wanted.as_record(answers_of(request.legal_class, act.data.get("planned", ""))),
    )  # fmt: skip
    drafting.write(proposal, {name: getattr(request, name) for name in TAKEN_OVER}, by=act.by)
    _take_contacts(request, proposal, act.by)
    event = act_on_proposal(
        proposal, "register_request", by=act.by, number=letter.number, dated=letter.dated,
        occurred_on=request.confirmed_at.astimezone(clock.zone()).date(), statement="Diajukan secara daring",
        file=SimpleUploadedFile(letter.name, quarantine.take(letter), "application/pdf"),
    )  # fmt: skip
    quarantine.accept(letter, event.data["documents"][0])
    kept = [_keep(proposal, paper, act.by) for paper in standing_papers(request) if paper.pk != letter.pk]
    request.partner, request.proposal = partner, proposal
    bind_account(request.email, partner, by=act.by)
    act.record.update(case=proposal.code, partner=partner.pk, documents=[*event.data["documents"], *kept])


def plan_row(request: Any, act: Any) -> None:
    """A draft row of a unit in the yearly plan, with the letter as its reference and the papers beside it."""
    wanted = classify(request.legal_class, act.data.get("planned", ""))
    papers = standing_papers(request)
    letter = next(paper for paper in reversed(papers) if paper.kind == PaperKind.LETTER)
    row = planning.propose_from_partner(
        act.data["plan"], by=act.by, unit=act.data["lead_unit"], title=act.data["title"],
        source=Source.REGION if request.applicant == Applicant.REGION else Source.THIRD_PARTY, partner=act.data.get("partner"),
        partner_name=request.name, kind=wanted.kind, category=wanted.category, affair=request.affair, needs=request.aims,
        location=request.location, reference=f"Permohonan daring {request.number}, surat {letter.number}",
    )  # fmt: skip
    kept = [_keep(row, paper, act.by) for paper in papers]
    request.partner, request.plan_row = act.data.get("partner"), row
    act.record.update(row=row.code, documents=kept)


def _take_contacts(request: Any, proposal: Any, by: User) -> None:
    """The two people of a proposer go on with the case where its route asks for them."""
    if Trait.CRITERIA in proposal.route.traits:
        rows = request.contacts.order_by("order")[:2]
        people = [{name: getattr(row, name) for name in ("name", "position", "email", "phone")} for row in rows]
        third_party.write_contacts(proposal, people, by=by)


def _refuse_without_route(wanted: Advice) -> None:
    if not has_route(wanted.kind, wanted.category):
        raise NotYet(
            f"Jalur {wanted.kind} belum tersedia pada aplikasi ini, sehingga permohonan ini belum dapat diterima.",
            detail="Permohonan tetap tersimpan. Proses di luar aplikasi, atau tunggu jalurnya tersedia.",
        )


def _refuse_known_letter(partner: Partner, letter: Any) -> None:
    if Letter.objects.filter(partner=partner, number=letter.number, dated=letter.dated, ours=False).exists():
        raise BadInput(
            "Surat ini sudah pernah dicatat.",
            errors={"partner": [f"Surat {letter.number} dari {partner} sudah tercatat pada usulan lain. Tolak permohonan ini bila memang sama."]},
        )  # fmt: skip


def _new_partner(request: Any, by: User) -> Partner:
    contact = request.contacts.order_by("order").first()
    known = Partner.objects.filter(region=request.region).first() if request.region_id else None
    values = {
        "kind": partner_kind_of(request.legal_class),
        "contact_name": contact.name,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
    }
    same = ("legal_class", "region", "name", "address", "head_name", "head_title")
    return known or create_partner(values | {name: getattr(request, name) for name in same}, by=by)


def _keep(subject: Any, paper: Any, by: User) -> int:
    file = documents.store_bytes(
        quarantine.take(paper), name=paper.name, content_type="application/pdf", pages=paper.pages, by=by
    )
    kind = DOCUMENT_KINDS.get(PaperKind(paper.kind), "ATTACHMENT")
    document = documents.attach(subject, kind, paper.title, file, by=by, number=paper.number, dated=paper.dated)
    quarantine.accept(paper, document.pk)
    return document.pk


def bind_account(email: str, partner: Partner, *, by: User | None) -> None:
    """Let the account of a confirmed address speak for a partner; one that speaks for another already stays there."""
    account = PartnerAccount.objects.filter(user__email__iexact=email, partner__isnull=True).first()
    if account is not None:
        account.partner, account.bound_on = partner, clock.today()
        account._history_user, account._change_reason = by, "Permohonan diterima Bagian Kerja Sama"
        account.save()


def tell_bagian(request: Any, event: Any) -> None:
    """A new or completed request reaches the people of the Bagian."""
    if request.turn_office != Office.BAGIAN:
        return
    what = "baru" if not event.source else "dilengkapi"
    tell(
        people_in(Office.BAGIAN),
        key=f"counter.onlinerequest:{request.pk}:{event.seq}",
        title=f"Permohonan daring {what}: {request.number}",
        body=f"{request.title}\nDari {request.name} ({Applicant(request.applicant).label}), kepada Pemerintah {Government.current().name}.",
        url=request.get_absolute_url(),
    )


def tell_unit(request: Any, event: Any) -> None:
    """The unit whose draft it is hears that it is to be completed."""
    row = request.plan_row
    tell(
        people_in(Office.OPD, row.unit_id), key=f"counter.onlinerequest:{request.pk}:{event.seq}:row",
        title=f"Usulan dari luar masuk ke rencana: {row.code}",
        body=f"{row.title}\nDari {request.name}. Lengkapi barisnya, lalu usulkan.", url=row.get_absolute_url(),
    )  # fmt: skip


EFFECTS = Effects(
    records={
        "accept": (open_case,),
        "put_into_plan": (plan_row,),
        "ask_completion": (send_back_papers,),
        "complete": (speak_for_partner, note_papers),
        "reject": (refuse_papers,),
        "lapse": (refuse_papers,),
    },
    notices={
        "accept": (letters.tell_accepted,),
        "put_into_plan": (letters.tell_planned, tell_unit),
        "ask_completion": (letters.tell_incomplete,),
        "reject": (letters.tell_rejected,),
        "lapse": (letters.tell_lapsed,),
    },
    always=(tell_bagian,),
)
