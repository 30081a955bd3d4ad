"""Ask a partner for his answer by link, take it in, check it, and record it by the acts of the case itself."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.counter import quarantine
from kerjasama.counter.models import AnswerInvitation
from kerjasama.counter.stages import InvitationStatus, PaperKind, PaperStatus
from kerjasama.counter.tasks import send_invitation
from kerjasama.notifications.services import tell
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal
from proposals.stages import Answer, Stage

Status = InvitationStatus
OPEN = (Status.QUEUED, Status.SENT, Status.ANSWERED, Status.RETURNED)
#: Which act of the case records which answer.
ACTS = {Answer.WILLING: "record_willing", Answer.REFUSED: "record_refusal", Answer.DATA_WANTED: "record_data_request"}


@dataclass(frozen=True, slots=True)
class Given:
    """What a partner answers."""

    answer: str
    statement: str
    respondent: str
    number: str
    dated: date


def may_invite(proposal: Proposal) -> bool:
    """Whether the case waits for the answer of another party now."""
    return proposal.stage == Stage.WILLINGNESS


def is_awaited(invitation: AnswerInvitation) -> bool:
    """Whether the answer of just this party is still waited for."""
    proposal = invitation.proposal
    return may_invite(proposal) and invitation.partner in proposal.awaited_partners


@transaction.atomic
def invite(proposal: Proposal, *, email: str, name: str, by: User, partner: Partner | None = None) -> AnswerInvitation:
    """Send one party the link; an earlier open one of his is revoked. Raises NotYours (403), NotYet (409), BadInput without an address."""
    require(by, Office.BAGIAN)
    held = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not may_invite(held):
        raise NotYet(
            "Tautan jawaban hanya dikirim ketika surat permohonan telah ditandatangani dan jawabannya ditunggu."
        )
    if not email:
        raise BadInput("Alamat surel mitra belum ada.", errors={"email": ["Isi alamat surel narahubung mitra."]})
    addressed = held.party_of(partner.pk if partner else None)
    if addressed not in held.awaited_partners:
        raise NotYet(f"Kesediaan {addressed} sudah tercatat.")
    for former in held.invitations.filter(partner=addressed, status__in=OPEN):
        _set(former, by, "Tautan baru dikirim", status=Status.REVOKED)
    invitation = AnswerInvitation(proposal=held, partner=addressed, email=email, contact_name=name, sent_by=by)
    invitation._history_user = by
    invitation.save()
    send_invitation.enqueue(invitation.pk)
    return invitation


@transaction.atomic
def give(invitation: AnswerInvitation, given: Given, upload: UploadedFile) -> AnswerInvitation:
    """Take the partner's answer in; it waits for the Bagian and moves nothing.

    Raises NotYet when no answer is waited for any more; UploadRefused for a file that is not accepted.
    """
    held = AnswerInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if held.status not in (Status.SENT, Status.RETURNED) or not is_awaited(held):
        raise NotYet(
            "Jawaban sudah kami terima, atau tidak ditunggu lagi. Hubungi Bagian Kerja Sama bila ada yang berubah."
        )
    quarantine.refuse(held.papers.exclude(status=PaperStatus.REFUSED))
    facts = {"kind": PaperKind.ANSWER, "title": "Surat jawaban mitra", "number": given.number, "dated": given.dated}
    quarantine.keep(upload, facts=facts, present=[], invitation=held)
    _set(
        held, None, "Dijawab oleh mitra", status=Status.ANSWERED, answered_at=clock.now(), answer=given.answer,
        statement=given.statement, respondent=given.respondent, number=given.number, dated=given.dated, returned_reason="",
    )  # fmt: skip
    tell(
        people_in(Office.BAGIAN),
        key=f"counter.answer:{held.pk}:{held.answered_at.isoformat()}",
        title=f"Jawaban mitra perlu diperiksa: {held.proposal.code}",
        body=f"{held.proposal.title}\n{held.partner} menjawab: {Answer(given.answer).label}.",
        url=held.get_absolute_url(),
    )
    return held


@transaction.atomic
def accept(invitation: AnswerInvitation, *, by: User) -> AnswerInvitation:
    """The answer is checked: record it on the case by the act that fits, with the letter out of quarantine.

    Raises NotYours, NotYet as the act of the case does, and then nothing has happened.
    """
    require(by, Office.BAGIAN)
    held = _answered(invitation)
    letter = held.papers.filter(status=PaperStatus.QUARANTINED).last()
    if letter is None:
        raise NotYet("Surat jawabannya tidak ada lagi. Kembalikan kepada mitra agar diunggah lagi.")
    # An answer that came before the case returned to its present stage counts from the first day of that stage.
    answered_on = max(held.answered_at.astimezone(clock.zone()).date(), held.proposal.stage_since)
    event = act_on_proposal(
        held.proposal, ACTS[Answer(held.answer)], by=by, partner=held.partner_id, number=held.number, dated=held.dated, statement=held.statement,
        reason=held.statement if held.answer == Answer.REFUSED else "", occurred_on=answered_on,
        file=SimpleUploadedFile(letter.name, quarantine.take(letter), "application/pdf"),
    )  # fmt: skip
    quarantine.accept(letter, event.data["documents"][0])
    return _set(held, by, "Jawaban diterima", status=Status.ACCEPTED, checked_by=by, checked_at=clock.now())


@transaction.atomic
def send_back(invitation: AnswerInvitation, *, reason: str, by: User) -> AnswerInvitation:
    """The answer needs repair: a new link goes out with the reason. Raises BadInput without one."""
    require(by, Office.BAGIAN)
    if not reason.strip():
        raise BadInput("Alasan wajib diisi.", errors={"reason": ["Tulis apa yang perlu diperbaiki."]})
    held = _answered(invitation)
    _set(
        held, by, "Jawaban dikembalikan", status=Status.RETURNED, returned_reason=reason.strip(), checked_by=by,
        checked_at=clock.now(),
    )  # fmt: skip
    send_invitation.enqueue(held.pk)
    return held


def _answered(invitation: AnswerInvitation) -> AnswerInvitation:
    held = AnswerInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if held.status != Status.ANSWERED:
        raise NotYet("Jawaban ini sudah diperiksa, atau mitra belum menjawab. Muat ulang halaman.")
    return held


def _set(held: AnswerInvitation, by: User | None, why: str, **values: object) -> AnswerInvitation:
    for name, value in values.items():
        setattr(held, name, value)
    held._history_user, held._change_reason = by, why
    held.save()
    return held
