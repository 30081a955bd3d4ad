"""Letters with a secret in them. The secret is drawn here, goes into the e-mail, and only its hash is kept."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django_tasks import task

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.outbox import URGENT
from kerjasama.counter import codes, letters, links
from kerjasama.counter.models import AnswerInvitation, OnlineRequest, RequestDraft
from kerjasama.counter.stages import InvitationStatus
from kerjasama.notifications.outside import again, compose
from kerjasama.notifications.tasks import absolute


@task(priority=URGENT)
def send_confirmation(draft_id: int, email: str, name: str, attempt: int = 1) -> str:
    """Ask the owner of an e-mail address whether the request is his."""
    if not RequestDraft.objects.filter(pk=draft_id).exists():
        return "gone"
    letter = compose(
        email, name=name, subject="Konfirmasi permohonan kerja sama",
        paragraphs=["Seseorang mengisi permohonan kerja sama dengan alamat surel ini. Bila itu Anda, buka tautan di bawah dan tekan “Konfirmasi dan kirim”.",
                    "Bila bukan Anda, abaikan surel ini: tanpa konfirmasi tidak ada yang sampai kepada kami dan isiannya dihapus."],
        url=links.confirm_url(draft_id, email),
    )  # fmt: skip
    try:
        letter.send()
    except Exception as problem:  # noqa: BLE001 - whatever the mail server does wrong is tried again
        return again(send_confirmation, draft_id, email, name, attempt=attempt, problem=problem)
    return "sent"


def token_letter(request: OnlineRequest, name: str, token: str) -> EmailMessage:
    """The letter that carries a token."""
    return compose(
        request.email, name=name, subject=f"Nomor pelacakan {request.number}",
        paragraphs=[f"Permohonan kerja sama “{request.title}” telah kami terima.",
                    f"Nomor pelacakan: {request.number}\nToken: {token}",
                    "Simpan surel ini. Siapa pun yang memegang token dapat melihat permohonan Anda. Token sebelumnya tidak berlaku lagi."],
        url=letters.follow_url(request.number),
    )  # fmt: skip


@task(priority=URGENT)
def send_new_token(request_id: int, attempt: int = 1) -> str:
    """A lost token: a new one to the confirmed address; the old one holds until this letter has gone."""
    try:
        with transaction.atomic():
            request = OnlineRequest.objects.select_for_update(of=("self",)).get(pk=request_id)
            contact = request.contacts.order_by("order").first()
            token = codes.new_token()
            request.token_hash = codes.hashed(token)
            request._change_reason = "Token pelacakan diganti"
            request.save(update_fields=["token_hash"])
            token_letter(request, contact.name if contact else request.name, token).send()
    except Exception as problem:  # noqa: BLE001 - as above; the transaction took the new hash back
        return again(send_new_token, request_id, attempt=attempt, problem=problem)
    return "sent"


@task(priority=URGENT)
def send_account_link(email: str, attempt: int = 1) -> str:
    """For a confirmed address: the link to make an account, or the news that it has one. For others nothing."""
    request = OnlineRequest.objects.filter(email__iexact=email).order_by("-pk").first()
    if request is None:
        return "unknown"
    contact = request.contacts.order_by("order").first()
    name = contact.name if contact else request.name
    if User.objects.filter(email__iexact=email).exists():
        paragraphs = [
            "Alamat surel ini sudah mempunyai akun. Masuk dengan alamat surel ini; bila lupa kata sandi, gunakan “Lupa kata sandi”."
        ]
        url = absolute(reverse("account_login"))
    else:
        paragraphs = [
            "Buka tautan di bawah untuk membuat kata sandi. Tautan berlaku 24 jam. Bila bukan Anda yang meminta, abaikan surel ini."
        ]
        url = links.account_url(request.email)
    try:
        compose(request.email, name=name, subject="Akun mitra kerja sama", paragraphs=paragraphs, url=url).send()
    except Exception as problem:  # noqa: BLE001 - as above
        return again(send_account_link, email, attempt=attempt, problem=problem)
    return "sent"


@task(priority=URGENT)
def send_invitation(invitation_id: int, attempt: int = 1) -> str:
    """The link by which a partner answers our letter, with a fresh token; earlier links end."""
    try:
        with transaction.atomic():
            return _invite(invitation_id)
    except Exception as problem:  # noqa: BLE001 - as above
        return again(send_invitation, invitation_id, attempt=attempt, problem=problem)


def _invite(invitation_id: int) -> str:
    invitation = AnswerInvitation.objects.select_for_update(of=("self",)).get(pk=invitation_id)
    if invitation.status not in (InvitationStatus.QUEUED, InvitationStatus.RETURNED):
        return "not wanted"
    token = codes.new_token()
    invitation.token_hash, invitation.sent_at = codes.hashed(token), clock.now()
    paragraphs = [
        f"Surat permohonan kami tentang “{invitation.proposal.title}” telah ditandatangani.",
        "Melalui tautan di bawah Anda dapat membaca surat itu dan menyampaikan jawaban beserta surat resminya.",
    ]
    if invitation.status == InvitationStatus.RETURNED:
        paragraphs.append(f"Jawaban sebelumnya perlu diperbaiki: {invitation.returned_reason}")
    else:
        invitation.status = InvitationStatus.SENT
    invitation._change_reason = "Tautan jawaban dikirim"
    invitation.save()
    compose(
        invitation.email, name=invitation.contact_name or str(invitation.partner), subject="Jawaban atas permohonan kerja sama",
        paragraphs=[*paragraphs, "Tautan ini hanya untuk Anda; jangan diteruskan."], url=absolute(reverse("counter:answer", args=[token])),
    ).send()  # fmt: skip
    return "sent"
