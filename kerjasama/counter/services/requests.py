"""Take in an online request, and carry it through its acts."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db import IntegrityError, transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import system_user
from kerjasama.core import clock, parameters
from kerjasama.core.errors import NotYet
from kerjasama.counter import codes
from kerjasama.counter.effects import EFFECTS, paper_list, speaker
from kerjasama.counter.guards import missing_papers
from kerjasama.counter.models import OnlineContact, OnlineRequest, QuarantinedFile, RequestDraft
from kerjasama.counter.routes import ROUTE
from kerjasama.counter.stages import Stage
from kerjasama.parties.models import Region
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin, perform
from proposals.models import Affair

TRIES = 5


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who speaks for the applicant."""

    name: str
    position: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything a request says, checked by the forms."""

    applicant: str
    region: Region | None
    legal_class: str
    name: str
    address: str
    head_name: str
    head_title: str
    title: str
    affair: Affair | None
    aims: str
    scope: str
    location: str
    term_text: str
    financing: str
    benefits: str
    contacts: tuple[Contact, Contact]


def require_open() -> None:
    """Refuse new requests while the region has closed this door (409)."""
    if not parameters.value("online_requests_open"):
        raise NotYet(
            "Permohonan daring sedang ditutup.",
            detail="Sampaikan permohonan dengan surat resmi kepada Kepala Daerah melalui Bagian Kerja Sama.",
        )


def act(request: OnlineRequest, name: str, *, by: User, **facts: Any) -> StageEvent:
    """The room's door: do a named act on an online request with what follows from it."""
    return perform(request, name, by=by, effects=EFFECTS, **facts)


def complete(request: OnlineRequest, *, by: User | None = None) -> StageEvent:
    """The partner hands in what was asked for; without an account the system writes it down for him."""
    return act(request, "complete", by=by or system_user())


@transaction.atomic
def file_request(draft: RequestDraft, filing: Filing, *, by: User | None = None) -> tuple[OnlineRequest, str]:
    """Make a request of a draft whose e-mail is confirmed; answers it and its token, which is kept nowhere.

    `by` is the account of the applicant, when he has one. The draft is gone afterwards, so a second click finds
    nothing to file. Raises NotYet when papers are missing or the door is closed.
    """
    require_open()
    held = RequestDraft.objects.select_for_update().filter(pk=draft.pk).first()
    if held is None:
        raise NotYet("Permohonan ini sudah terkirim. Gunakan nomor pelacakan pada surel yang Anda terima.")
    papers = list(QuarantinedFile.objects.filter(draft=held))
    missing = missing_papers(filing.applicant, papers)
    if missing:
        raise NotYet(f"Berkas belum lengkap: {', '.join(kind.label.lower() for kind in missing)}.")
    token = codes.new_token()
    request = _store(filing, papers, token, by or system_user())
    for order, contact in enumerate(filing.contacts, start=1):
        OnlineContact.objects.create(request=request, order=order, **asdict(contact))
    for paper in papers:
        paper.draft, paper.request = None, request
        paper.save(update_fields=["draft", "request"])
    held.delete()
    return request, token


def _store(filing: Filing, papers: list[QuarantinedFile], token: str, by: User) -> OnlineRequest:
    values = {name: getattr(filing, name) for name in Filing.__slots__ if name != "contacts"}
    contact = filing.contacts[0]
    for left in reversed(range(TRIES)):
        request = OnlineRequest(
            **values, number=codes.new_number(clock.today().year), token_hash=codes.hashed(token), email=contact.email,
            confirmed_at=clock.now(), sent_papers=paper_list(papers),
        )  # fmt: skip
        try:
            with transaction.atomic():
                begin(
                    request, by=by, seat=speaker(request, contact.name), route_key=ROUTE,
                    label="Mengajukan permohonan daring", effects=EFFECTS,
                )  # fmt: skip
            return request
        except IntegrityError:
            # Two of sixteen million numbers a year were the same; another is drawn.
            if not left:
                raise
    raise AssertionError("unreachable")


def is_followed(request: OnlineRequest) -> bool:
    """Whether the partner still has something to hand in."""
    return request.stage == Stage.INCOMPLETE
