"""The page on which a person draws his paraf and sets his PIN."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kerjasama.accounts import marks
from kerjasama.core.errors import BadInput
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show

HIDDEN = {"inputmode": "numeric", "autocomplete": "off", "maxlength": str(marks.DIGITS), "class": "pin-in"}


class MarkForm(BaseForm):
    """A new PIN twice, the drawing, and the password that shows whose account this is."""

    specimen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=marks.MAX_PATH)
    pin = forms.CharField(
        label="PIN baru", max_length=marks.DIGITS, widget=forms.PasswordInput(attrs=HIDDEN),
        help_text="6 angka. Jangan berikan kepada siapa pun, termasuk ajudan.",
    )  # fmt: skip
    again = forms.CharField(label="Ulangi PIN", max_length=marks.DIGITS, widget=forms.PasswordInput(attrs=HIDDEN))
    password = forms.CharField(
        label="Kata sandi akun Anda", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), strip=False
    )  # fmt: skip

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        typed = self.cleaned_data["password"]
        if not self.user.check_password(typed):
            raise forms.ValidationError("Kata sandi ini salah.")
        return typed

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("pin") and values.get("again") and values["pin"] != values["again"]:
            self.add_error("again", "Kedua PIN tidak sama.")
        return values


@sensitive_post_parameters("pin", "again", "password")
@require_http_methods(["GET", "POST"])
@login_required
def mark_page(request: HttpRequest) -> HttpResponse:
    """Draw, set, and go on where one came from."""
    held = marks.mark_of(request.user)
    onward = request.GET.get("lanjut", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        onward = ""
    form = MarkForm(request.user, request.POST or None, initial={"specimen": held.specimen if held else ""})
    if request.method == "POST" and form.is_valid():
        try:
            marks.set_mark(request.user, pin=form.cleaned_data["pin"], specimen=form.cleaned_data["specimen"])
        except BadInput as refusal:
            show(form, refusal, names={"specimen": ""})
        else:
            messages.success(request, "PIN dan paraf tersimpan.")
            return redirect(onward or "accounts:profile")
    context = {
        "form": form, "held": held, "size": (marks.WIDTH, marks.HEIGHT),
        "drawn": form["specimen"].value() if marks.is_path(form["specimen"].value() or "") else "",
        "back_url": onward or reverse("accounts:profile"),
        "crumbs": [{"label": "Profil", "url": reverse("accounts:profile")}, {"label": "Paraf dan PIN"}],
    }  # fmt: skip
    return render(request, "accounts/mark.html", context, status=422 if form.is_bound else 200)
