"""The forms of the acts of a case abroad: papers that came, and what they say."""

from datetime import date
from typing import Any

from django import forms

from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.parties.models import Partner, Permit
from kerjasama.workflow.forms import ActForm
from proposals.dprd_forms import FILE_HINT


class CameForm(ActForm):
    """A paper from outside: number, date, scan."""

    date_label = "Tanggal surat"
    number = forms.CharField(label="Nomor surat", max_length=120)
    file = forms.FileField(label="Pindaian surat", widget=FileDrop(), help_text=FILE_HINT)
    first = ("number", "occurred_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.first)


class InitiativeForm(CameForm):
    """The note of the unit or the letter that came; it may be older than our record of it."""

    def earliest(self) -> Any:
        return date.min


class RelationsForm(CameForm):
    """What the Menlu says of the relations with the state of the partner."""

    first = ("reply", "number", "occurred_on")
    reply = forms.ChoiceField(
        label="Jawaban Menteri Luar Negeri", widget=OptionCards(two=True),
        choices=[("PROCEED", "Ada hubungan diplomatik"), ("ANSWERED", "Tidak ada hubungan diplomatik")],
    )  # fmt: skip


class MinisterOnIntentForm(CameForm):
    """The written answer, signed by the Sekjen for the Menteri."""

    signed_by = forms.CharField(label="Ditandatangani oleh", max_length=160, initial="Sekretaris Jenderal")
    summary = forms.CharField(label="Pokok tanggapan", max_length=8000, widget=forms.Textarea(attrs={"rows": 3}))

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "reply": "ANSWERED"}


class MenluOnIntentForm(CameForm):
    """An answer, or the minutes of the consultation, which need no number."""

    date_label = "Tanggal jawaban atau konsultasi"
    first = ("reply", "number", "occurred_on")
    reply = forms.ChoiceField(
        label="Bentuk konsultasi", widget=OptionCards(two=True), choices=[("ANSWERED", "Surat jawaban"), ("MINUTES", "Risalah konsultasi")]
    )  # fmt: skip
    number = forms.CharField(label="Nomor surat", max_length=120, required=False, help_text="Wajib bila surat jawaban.")
    summary = forms.CharField(label="Pokok hasil", max_length=8000, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("reply") == "ANSWERED" and not values.get("number", "").strip():
            self.add_error("number", "Isi nomor surat jawaban.")
        return values

    def earliest(self) -> Any:
        """The Menlu may have been consulted before the letter to the Menteri left."""
        return self.subject.created_at.date()


class RepairedPlanForm(ActForm):
    """Whether the substance changed decides whether the DPRD is asked again."""

    substance_changed = forms.TypedChoiceField(
        label="Apakah substansi rencana berubah?", coerce=lambda value: value == "True", choices=[("True", "Ya"), ("False", "Tidak")],
        widget=OptionCards(
            two=True,
            consequences={
                "True": "Rencana dibahas TKKSD dan dimintakan persetujuan DPRD lagi.",
                "False": "Rencana langsung disampaikan lagi kepada Menteri.",
            },
        ),
    )  # fmt: skip


class ReceiptAtGovernorForm(ActForm):
    """From the receipt on the Gubernur has five working days."""

    date_label = "Tanggal diterima Gubernur"


class VerificationForm(CameForm):
    """The written answer of the Menteri on the plan."""

    first = ("result", "number", "occurred_on")
    result = forms.ChoiceField(
        label="Pertimbangan Menteri", choices=[("PROCEED", "Menyusun rancangan naskah"), ("REPAIR", "Memperbaiki rencana")],
        widget=OptionCards(
            two=True,
            consequences={"PROCEED": "Usulan lanjut.", "REPAIR": "Rencana kembali kepada perangkat daerah pemrakarsa."},
        ),
    )  # fmt: skip
    summary = forms.CharField(
        label="Pokok pertimbangan", max_length=8000, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class TechnicalPartnerForm(CameForm):
    """The minutes of the meeting of ministries, and whom it named."""

    date_label = "Tanggal rapat"
    number = forms.CharField(label="Nomor risalah", max_length=120, required=False)
    ministry = forms.ModelChoiceField(
        label="Mitra Teknis", queryset=Partner.objects.filter(kind=Partner.Kind.CENTRAL).order_by("name"), empty_label="Pilih kementerian/lembaga"
    )  # fmt: skip
    recommendation = forms.CharField(
        label="Nomor rekomendasi Menteri", max_length=120, required=False,
        help_text="Bila kementerian/lembaga itu bekerja di daerah (Permendagri 25/2020 Pasal 27 ayat (2)).",
    )  # fmt: skip
    summary = forms.CharField(label="Pokok hasil", max_length=8000, widget=forms.Textarea(attrs={"rows": 3}))


class PermitForm(ActForm):
    """An izin prinsip or izin operasional."""

    kind = forms.ChoiceField(label="Jenis izin", choices=Permit.Kind.choices, widget=OptionCards(two=True))
    number = forms.CharField(label="Nomor izin", max_length=120)
    issuer = forms.CharField(label="Penerbit", max_length=160)
    valid_from = DayField(label="Berlaku sejak")
    valid_to = DayField(label="Berlaku sampai")
    file = forms.FileField(label="Pindaian izin", widget=FileDrop(), help_text=FILE_HINT)


FOREIGN_FORMS: dict[str, type[ActForm]] = {
    "record_initiative": InitiativeForm,
    "record_relations": RelationsForm,
    "record_minister_on_intent": MinisterOnIntentForm,
    "record_menlu_on_intent": MenluOnIntentForm,
    "submit_repaired_plan": RepairedPlanForm,
    "record_governor_receipt": ReceiptAtGovernorForm,
    "record_forwarding": CameForm,
    "record_verification": VerificationForm,
    "name_technical_partner": TechnicalPartnerForm,
    "record_permit": PermitForm,
}
