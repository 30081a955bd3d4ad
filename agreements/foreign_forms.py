"""The forms of the acts on a naskah abroad: papers of the government, and what they say."""

from typing import Any

from django import forms

from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop
from kerjasama.workflow.forms import ActForm

FILE_HINT = "Pindaian surat dalam bentuk PDF, paling besar 10 MB."


class GovernmentPaperForm(ActForm):
    """A paper from outside: number, date, scan."""

    date_label = "Tanggal surat"
    number = forms.CharField(label="Nomor surat", max_length=120)
    file = forms.FileField(label="Pindaian surat", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["number", "occurred_on"])


class GovernorReceiptForm(ActForm):
    """From the receipt on the Gubernur has five working days."""

    date_label = "Tanggal diterima Gubernur"


class DiscussionForm(GovernmentPaperForm):
    """The minutes, signed by those present."""

    date_label = "Tanggal rapat"
    number = forms.CharField(label="Nomor risalah", max_length=120, required=False)
    present = forms.CharField(
        label="Yang hadir dan menandatangani risalah", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kementerian, lembaga, atau pemerintah daerah per baris.",
    )  # fmt: skip
    summary = forms.CharField(label="Pokok hasil", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        present = "; ".join(line.strip() for line in values.pop("present").splitlines() if line.strip())
        return {**values, "summary": f"{values['summary'].strip()}\nHadir: {present}"}


class ConfirmationForm(GovernmentPaperForm):
    """The Surat Konfirmasi binds the text that was shown: its hash travels with the form."""

    text_hash = forms.CharField(widget=forms.HiddenInput)
    same = forms.BooleanField(label="Surat Konfirmasi ini mengenai teks naskah yang terkunci sekarang")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text_hash"].initial = self.subject.text_hash

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("same")
        return values


class ApprovalForm(GovernmentPaperForm):
    """The approval, with place and day of the signing where it announces them."""

    planned_on = DayField(label="Tanggal penandatanganan yang diumumkan", required=False)
    planned_place = forms.CharField(label="Tempat penandatanganan", max_length=160, required=False)
    summary = forms.CharField(
        label="Catatan Menteri", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


FOREIGN_FORMS: dict[str, type[ActForm]] = {
    "record_governor_receipt": GovernorReceiptForm,
    "record_forwarding": GovernmentPaperForm,
    "record_discussion": DiscussionForm,
    "record_confirmation": ConfirmationForm,
    "record_approval": ApprovalForm,
    "send_intent_copy": GovernmentPaperForm,
    "record_copy": GovernmentPaperForm,
}
