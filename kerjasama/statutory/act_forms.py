"""The small forms of the acts on an edition that ask more than why and when."""

from datetime import date
from typing import Any

from django import forms

from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents.marking_form import LetterParafForm
from kerjasama.statutory import contents
from kerjasama.statutory.stages import Way
from kerjasama.workflow.forms import ActForm

FILE_HINT = "Pindaian dalam bentuk PDF, paling besar 10 MB."


class ApproveForm(ActForm):
    """What was read is what is frozen: its mark travels with the form."""

    seal = forms.CharField(widget=forms.HiddenInput)
    read = forms.BooleanField(
        label="Isi laporan sudah saya periksa dan saya setujui untuk diterbitkan",
        error_messages={"required": "Nyatakan bahwa isi laporan sudah Anda periksa."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.fields["seal"].initial = contents.live(self.subject).sha256

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("read")
        return values


class SendForm(ActForm):
    """When, how and under which number it went out."""

    date_label = "Dikirim pada"
    way = forms.ChoiceField(label="Cara pengiriman", choices=Way.choices, widget=OptionCards())
    dispatch_number = forms.CharField(
        label="Nomor pengiriman atau ekspedisi", required=False, max_length=120, help_text="Nomor buku ekspedisi, resi, atau nomor pada SRIKANDI."
    )  # fmt: skip
    file = forms.FileField(label="Bukti pengiriman", required=False, widget=FileDrop(), help_text=FILE_HINT)


class ReceiptForm(ActForm):
    """The receipt of the addressee."""

    date_label = "Diterima pada"
    too_early = "Tanggal ini mendahului pengiriman laporan."
    receipt_number = forms.CharField(
        label="Nomor tanda terima atau agenda penerima", max_length=120, error_messages={"required": "Isi nomor tanda terima."}
    )  # fmt: skip
    file = forms.FileField(
        label="Pindaian tanda terima", widget=FileDrop(), help_text=FILE_HINT, error_messages={"required": "Unggah pindaian tanda terima."}
    )  # fmt: skip

    def earliest(self) -> date:
        return self.subject.sent_on


ACT_FORMS: dict[str, type[ActForm]] = {
    "approve_report": ApproveForm, "give_letter_paraf": LetterParafForm, "send_report": SendForm, "record_receipt": ReceiptForm,
}  # fmt: skip
