"""What is typed about people: an invitation, an office, an ending, a password of one's own."""

from typing import Any

from django import forms

from kerjasama.accounts.models import OrgUnit
from kerjasama.accounts.models.user import NIP, PHONE
from kerjasama.accounts.offices import NEVER_ASSIGNED, UNIT_BOUND, Office
from kerjasama.accounts.people import STATES
from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm

GIVABLE = [(value, label) for value, label in Office.choices if value not in NEVER_ASSIGNED]
SORT_LABELS = [("nama", "Nama"), ("terbaru", "Terbaru didaftarkan"), ("masuk", "Terakhir masuk")]


class PeopleFilterForm(BaseForm):
    """What the list of people can be narrowed by; every field stands in the address."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama, surel, NIP"}),
    )
    jabatan = forms.ChoiceField(label="Jabatan", required=False, choices=[("", "Semua jabatan"), *GIVABLE])
    urut = forms.ChoiceField(label="Urutkan", required=False, choices=[*SORT_LABELS, ("-nama", "Nama, Z–A")])
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)


class OfficeForm(BaseForm):
    """An office from a day on, with its basis. `prefix` lets several stand on one page."""

    office = forms.ChoiceField(label="Jabatan", choices=[("", "Pilih jabatan"), *GIVABLE])
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=OrgUnit.objects.none(), required=False, empty_label="Tanpa unit",
        help_text="Wajib untuk perangkat daerah.",
    )  # fmt: skip
    title = forms.CharField(
        label="Sebutan jabatan",
        max_length=150,
        required=False,
        help_text="Seperti tertulis pada surat, misalnya Kepala Dinas Kesehatan.",
    )
    starts_on = DayField(label="Hari pertama")
    ends_on = DayField(label="Hari terakhir", required=False, help_text="Kosongkan bila belum diketahui.")
    basis = forms.CharField(
        label="Dasar penunjukan", max_length=250, help_text="Nomor dan tanggal keputusan pengangkatan."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = OrgUnit.objects.filter(active=True)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("office") in UNIT_BOUND and typed.get("unit") is None:
            self.add_error("unit", "Pilih perangkat daerahnya.")
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Hari terakhir tidak boleh sebelum hari pertama.")
        return typed


class InviteForm(BaseForm):
    """Who the person is; the offices stand in forms of their own."""

    full_name = forms.CharField(
        label="Nama lengkap", max_length=150, help_text="Dengan gelar, seperti tertulis pada surat."
    )
    email = forms.EmailField(label="Surel", max_length=254, help_text="Undangan dikirim ke alamat ini.")
    nip = forms.CharField(label="NIP", max_length=18, required=False, validators=[NIP])
    phone = forms.CharField(label="Telepon", max_length=20, required=False, validators=[PHONE])


class ReasonForm(BaseForm):
    """Why; kept in the history with the name of the one who typed it."""

    reason = forms.CharField(
        label="Alasan",
        max_length=500,
        help_text="Dicatat di riwayat bersama nama Anda.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RetireForm(ReasonForm):
    on = DayField(label="Nonaktif sejak", help_text="Jabatan berakhir pada hari ini. Contoh: 23-11-2026")
    field_order = ["on", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today


class EndOfficeForm(ReasonForm):
    last_day = DayField(label="Hari terakhir")
    field_order = ["last_day", "reason"]


class AcceptForm(BaseForm):
    """The first password of an account."""

    password1 = forms.CharField(
        label="Kata sandi", strip=False, help_text="Paling sedikit 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    password2 = forms.CharField(
        label="Ulangi kata sandi", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("password1") and typed.get("password2") and typed["password1"] != typed["password2"]:
            self.add_error("password2", "Kedua kata sandi belum sama.")
        return typed
