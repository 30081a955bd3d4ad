from django import forms

from kerjasama.core.forms import BaseForm
from kerjasama.documents import codes

CODE_LENGTH = codes.GROUPS * (codes.GROUP + 1) - 1


class VerifyForm(BaseForm):
    """The three things that stand on a paper beside its QR code."""

    number = forms.CharField(
        label="Nomor naskah",
        max_length=120,
        help_text="Salin seperti tertulis pada naskah, termasuk garis miring.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    year = forms.IntegerField(
        label="Tahun naskah",
        min_value=1945,
        max_value=2999,
        error_messages={"invalid": "Tulis tahun dengan empat angka, misalnya 2026."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-s", "maxlength": "4"}),
    )
    short_code = forms.CharField(
        label="Kode singkat",
        max_length=20,
        help_text="Delapan huruf dan angka di bawah kode QR, misalnya 7K4D-92QF.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "class": "w-s"}),
    )

    def clean_short_code(self) -> str:
        code = codes.normal(self.cleaned_data["short_code"])
        if len(code) != CODE_LENGTH:
            raise forms.ValidationError("Kode singkat terdiri atas delapan huruf dan angka, misalnya 7K4D-92QF.")
        return code
