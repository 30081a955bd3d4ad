"""Forms by which somebody outside comes back: number and token, a lost token, an account, an answer."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.human import HumanForm
from kerjasama.core.widgets import FileDrop, OptionCards
from proposals.stages import Answer


class LookupForm(HumanForm):
    """Number and token."""

    min_seconds = 1
    number = forms.CharField(label="Nomor pelacakan", max_length=20, help_text="Contoh: MOHON-2026-7F3A9C")
    token = forms.CharField(
        label="Token", max_length=64, help_text="Tercantum dalam surel yang Anda terima sesudah konfirmasi.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip


class LostForm(HumanForm):
    """A lost token goes to the confirmed address only."""

    number = forms.CharField(label="Nomor pelacakan", max_length=20, help_text="Contoh: MOHON-2026-7F3A9C")
    email = forms.EmailField(label="Surel narahubung pertama", max_length=254)


class AccountAskForm(HumanForm):
    """The address of an account to be."""

    email = forms.EmailField(label="Surel yang pernah Anda konfirmasi", max_length=254)


class AccountForm(HumanForm):
    """The password of a new account, twice."""

    password = forms.CharField(
        label="Kata sandi", strip=False, max_length=128, help_text="Paling sedikit 12 karakter, tidak hanya angka.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(
        label="Ulangi kata sandi", strip=False, max_length=128, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("password") and values.get("again") and values["password"] != values["again"]:
            self.add_error("again", "Kedua kata sandi tidak sama.")
        return values


class AnswerForm(HumanForm):
    """What the partner answers to our letter of request."""

    min_seconds = 3
    asked_later = ("statement",)
    answer = forms.ChoiceField(
        label="Jawaban",
        choices=[
            (Answer.WILLING, "Bersedia"),
            (Answer.REFUSED, "Belum dapat"),
            (Answer.DATA_WANTED, "Minta data tambahan"),
        ],
        widget=OptionCards(
            consequences={
                "WILLING": "Rencana kerja sama dibahas lebih lanjut.",
                "REFUSED": "Sebutkan alasannya.",
                "DATA_WANTED": "Sebutkan data yang diperlukan; jawaban tetap ditunggu.",
            }
        ),
    )
    statement = forms.CharField(
        label="Pernyataan", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wajib bila belum dapat atau meminta data.",
    )  # fmt: skip
    name = forms.CharField(label="Nama Anda", max_length=150)
    position = forms.CharField(label="Jabatan Anda", max_length=140)
    number = forms.CharField(label="Nomor surat jawaban", max_length=120)
    dated = DayField(label="Tanggal surat jawaban")
    file = forms.FileField(
        label="Surat jawaban", widget=FileDrop(), help_text="Pindaian surat bertanda tangan, PDF, paling besar 10 MB."
    )

    def clean_dated(self) -> Any:
        day = self.cleaned_data["dated"]
        if day > clock.today():
            raise forms.ValidationError("Tanggal surat tidak boleh sesudah hari ini.")
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("answer") not in (None, Answer.WILLING) and not values.get("statement", "").strip():
            self.add_error("statement", "Tulis alasan, atau data yang Anda perlukan.")
        return values
