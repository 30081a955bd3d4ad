"""One file of somebody outside, with what he says it is."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.human import HumanForm
from kerjasama.core.widgets import FileDrop
from kerjasama.counter.stages import Applicant, PaperKind

ASKED = (PaperKind.LETTER, PaperKind.STUDY, PaperKind.LEGALITY, PaperKind.OTHER)


class PaperForm(HumanForm):
    """What kind of paper, its number and dates where it has them, and the PDF."""

    min_seconds = 1
    asked_later = ("title", "number", "dated")
    kind = forms.ChoiceField(label="Jenis berkas")
    title = forms.CharField(
        label="Judul", max_length=160, required=False, help_text="Misalnya Akta Pendirian atau NIB. Untuk surat dan studi boleh kosong."
    )  # fmt: skip
    number = forms.CharField(
        label="Nomor", max_length=120, required=False, help_text="Wajib untuk surat dan dokumen legalitas."
    )
    dated = DayField(label="Tanggal", required=False, help_text="Wajib untuk surat. Contoh: 23-11-2026")
    expires_on = DayField(label="Berlaku sampai", required=False, help_text="Bila dokumennya mempunyai masa berlaku.")
    file = forms.FileField(label="Berkas", widget=FileDrop(), help_text="PDF, paling besar 10 MB.")

    def __init__(self, *args: Any, applicant: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [k for k in ASKED if applicant != Applicant.REGION or k in (PaperKind.LETTER, PaperKind.OTHER)]
        self.fields["kind"].choices = [("", "Pilih jenis berkas"), *((k.value, k.label) for k in kinds)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        kind = values.get("kind")
        wanted = {
            PaperKind.LETTER: ("number", "dated"),
            PaperKind.LEGALITY: ("number", "title"),
            PaperKind.OTHER: ("title",),
        }
        for name in wanted.get(kind, ()):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, f"Isi “{self.fields[name].label}” untuk {PaperKind(kind).label.lower()}.")
        dated, expires = values.get("dated"), values.get("expires_on")
        if dated and dated > clock.today():
            self.add_error("dated", "Tanggal tidak boleh sesudah hari ini.")
        if expires and expires < clock.today():
            self.add_error("expires_on", "Dokumen ini sudah tidak berlaku. Unggah yang masih berlaku.")
        return values

    def facts(self) -> dict[str, Any]:
        """What is kept of a paper beside its bytes."""
        values = self.cleaned_data
        kind = PaperKind(values["kind"])
        return {
            "kind": kind, "title": values["title"].strip() or kind.label, "number": values["number"].strip(), "dated": values["dated"],
            "expires_on": values["expires_on"],
        }  # fmt: skip
