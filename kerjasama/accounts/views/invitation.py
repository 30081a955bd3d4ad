"""The public end of an invitation: the link opens a page on which the person sets a password."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kerjasama.accounts import inviting, links, people
from kerjasama.accounts.models import Invitation
from kerjasama.accounts.people_forms import AcceptForm
from kerjasama.core.errors import BadInput
from kerjasama.core.refusals import show

#: What a link that does not open says, and what to do now; by what became of it.
CLOSED = {
    Invitation.State.ACCEPTED: (
        "Undangan ini sudah dipakai.",
        "Masuklah dengan kata sandi yang sudah dibuat. Bila lupa, buat kata sandi baru dari halaman masuk.",
    ),
    Invitation.State.EXPIRED: (
        "Masa berlaku undangan ini sudah lewat.",
        "Minta administrator mengirim ulang undangannya; Anda akan menerima surel dengan tautan baru.",
    ),
    Invitation.State.REVOKED: (
        "Undangan ini sudah dicabut.",
        "Hubungi administrator bila menurut Anda hal ini keliru.",
    ),
}
REPLACED = (
    "Tautan ini sudah diganti dengan yang lebih baru.",
    "Buka surel undangan terbaru di kotak masuk Anda; hanya tautan di dalamnya yang berlaku.",
)
UNKNOWN = (
    "Tautan undangan ini tidak dikenal.",
    "Salin alamatnya utuh dari surel, atau minta administrator mengirim ulang undangannya.",
)


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Set the first password. The link works once; one that does not says plainly what to do (410)."""
    invitation = links.find(token)
    if invitation is None or invitation.state != Invitation.State.OPEN:
        return _closed(request, token, invitation)
    form = AcceptForm(request.POST or None)
    if form.is_valid():
        try:
            user = inviting.accept(token, form.cleaned_data["password1"])
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Kata sandi tersimpan. Masuklah sebagai {user.username} atau dengan surel Anda.")
            return redirect("account_login")
    context = {
        "form": form,
        "invitation": invitation,
        "person": people.with_offices([invitation.user])[0],
    }
    return render(request, "accounts/accept.html", context, status=422 if form.errors else 200)


def _closed(request: HttpRequest, token: str, invitation: Invitation | None) -> HttpResponse:
    if invitation is not None:
        told = CLOSED[invitation.state]
    else:
        told = REPLACED if links.was_replaced(token) else UNKNOWN
    return render(request, "accounts/accept_closed.html", {"told": told[0], "advice": told[1]}, status=410)
