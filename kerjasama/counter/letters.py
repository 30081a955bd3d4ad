"""What people outside are told by e-mail, in one place."""

from typing import Any

from django.urls import reverse

from kerjasama.core import text
from kerjasama.counter.guards import completion_due
from kerjasama.notifications.outside import post
from kerjasama.notifications.tasks import absolute


def follow_url(number: str) -> str:
    """Where a request is followed; the token is asked for there."""
    return absolute(reverse("counter:follow", args=[number]))


def _to_contact(request: Any, subject: str, *paragraphs: str) -> None:
    contact = request.contacts.order_by("order").first()
    post(
        request.email, name=contact.name if contact else request.name, subject=f"{subject}: {request.number}",
        paragraphs=[f"Permohonan kerja sama “{request.title}”, nomor {request.number}.", *paragraphs],
        url=follow_url(request.number),
    )  # fmt: skip


def tell_accepted(request: Any, event: Any) -> None:
    """The request has become a case."""
    _to_contact(
        request,
        "Permohonan diterima",
        f"Permohonan Anda diterima untuk diproses pada {text.date_long(event.occurred_on)} dan dicatat sebagai usulan "
        f"{request.proposal.code}. Penerimaan ini belum berarti persetujuan; jawaban Kepala Daerah disampaikan dengan surat.",
        "Perkembangannya dapat Anda ikuti dengan nomor pelacakan dan token Anda.",
    )


def tell_planned(request: Any, event: Any) -> None:
    """The request stands in the yearly plan as a draft."""
    _to_contact(
        request,
        "Permohonan dimasukkan ke rencana tahunan",
        f"Permohonan Anda dimasukkan ke penyusunan {request.plan_row.plan} pada {text.date_long(event.occurred_on)}. Daftar itu dibahas dan ditetapkan "
        "Kepala Daerah; kerja sama dimulai sesudah objeknya tercantum di dalamnya.",
        "Dimasukkannya permohonan ini belum berarti persetujuan. Bagian Kerja Sama menghubungi Anda bila kerja sama dimulai.",
    )


def tell_incomplete(request: Any, event: Any) -> None:
    """Something is missing."""
    _to_contact(
        request,
        "Permohonan perlu dilengkapi",
        f"Yang diminta Bagian Kerja Sama: {event.reason}",
        f"Buka halaman permohonan Anda, unggah kelengkapannya, lalu tekan “Kirim kelengkapan” paling lambat {text.date_long(completion_due(request))}.",
    )


def tell_rejected(request: Any, event: Any) -> None:
    """The request is not taken up."""
    _to_contact(
        request,
        "Permohonan tidak dapat diproses",
        f"Alasannya: {event.reason}",
        "Berkas yang Anda unggah akan dihapus. Permohonan baru dapat diajukan kapan saja.",
    )


def tell_lapsed(request: Any, event: Any) -> None:
    """Nothing came within the term."""
    _to_contact(
        request,
        "Permohonan gugur",
        "Kelengkapan yang diminta tidak kami terima sampai batas waktunya. Permohonan baru dapat diajukan kapan saja.",
    )
