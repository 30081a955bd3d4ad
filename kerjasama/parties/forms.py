from typing import Any

from django import forms

from kerjasama.core.forms import BaseForm, BaseModelForm
from kerjasama.parties.classes import ABROAD, STANDINGS, LegalClass, grouped, partner_kind_of
from kerjasama.parties.fields import RegionField
from kerjasama.parties.models import ForeignLevel, Partner
from kerjasama.parties.services import TAKEN


class PartnerForm(BaseModelForm):
    """Data of a partner; `seen` carries the version that was on the screen."""

    region = RegionField(label="Daerah", required=False, help_text="Ketik nama atau kode daerah, misalnya Sleman.")
    name = forms.CharField(
        label="Nama",
        max_length=200,
        required=False,
        help_text="Untuk daerah boleh dikosongkan: diisi dari nama daerahnya.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Partner
        fields = [
            "legal_class",
            "region",
            "country",
            "foreign_level",
            "name",
            "owns",
            "address",
            "head_name",
            "head_title",
            "contact_name",
            "contact_email",
            "contact_phone",
        ]
        labels = {
            "legal_class": "Bentuk mitra",
            "country": "Negara",
            "foreign_level": "Tingkat pemerintah daerah di luar negeri",
            "owns": "CV, firma, atau usaha dagang yang dimiliki",
            "address": "Alamat",
            "head_name": "Nama kepala daerah atau pimpinan",
            "head_title": "Sebutan jabatan pimpinan",
            "contact_name": "Narahubung",
            "contact_email": "Surel narahubung",
            "contact_phone": "Telepon narahubung",
        }
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["legal_class"].required = True
        self.fields["legal_class"].choices = [("", "Pilih bentuk mitra"), *grouped()]
        self.word_fields()
        # What is asked depends on the class; invented regions of the demo may have no code.
        self.fields["region"].required = self["legal_class"].value() == LegalClass.REGION and not self.instance.is_demo
        abroad = self._is_abroad(self["legal_class"].value())
        self.fields["country"].required = abroad and not self.instance.is_demo
        self.fields["country"].empty_label = "Bukan mitra luar negeri"
        self.fields["country"].help_text = "Wajib bagi mitra luar negeri."
        self.fields["foreign_level"].choices = [("", "Bukan pemerintah daerah di luar negeri"), *ForeignLevel.choices]
        self.fields["owns"].help_text = (
            "Hanya bagi perseorangan yang mewakili usahanya. Usaha itu tidak berbadan hukum, sehingga Bagian Hukum menelaah lebih dahulu "
            "apakah pemiliknya dapat menjadi pihak (PP 28/2018 Pasal 14)."
        )
        if self.instance.pk:
            self.initial["seen"] = self.instance.updated_at.isoformat()

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        chosen, region = typed.get("legal_class"), typed.get("region")
        if chosen in STANDINGS and STANDINGS[chosen].refused:
            self.add_error("legal_class", STANDINGS[chosen].why)
        if chosen != LegalClass.REGION:
            typed["region"] = region = None
        if not self._is_abroad(chosen):
            typed["country"] = None
        if chosen != LegalClass.FOREIGN_REGION:
            typed["foreign_level"] = ""
        elif not typed.get("foreign_level") and not self.instance.is_demo:
            self.add_error("foreign_level", "Pilih tingkat pemerintah daerah itu.")
        if chosen != LegalClass.PERSON:
            typed["owns"] = ""
        if not typed.get("name") and region is None and "region" not in self.errors:
            self.add_error("name", "Isi “Nama”")
        others = Partner.objects.filter(region=region).exclude(pk=self.instance.pk)
        if region is not None and others.exists():
            self.add_error("region", TAKEN)
        return typed

    @staticmethod
    def _is_abroad(legal_class: Any) -> bool:
        return legal_class in STANDINGS and STANDINGS[legal_class].group == ABROAD

    def _post_clean(self) -> None:
        """Leave the instance alone: the service fills and checks it under a lock."""

    def values(self) -> dict[str, Any]:
        """What was typed, by field of the model."""
        typed = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**typed, "kind": partner_kind_of(typed["legal_class"])}


class OwnerForm(BaseForm):
    """What the Bagian Hukum finds on an owner who shall stand for his business."""

    reason = forms.CharField(
        label="Hasil telaah", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Sebut mengapa pemiliknya dapat menjadi pihak sebagai perseorangan. Telaah ini tampak pada mitra dan pada setiap usulannya.",
    )  # fmt: skip


class PartnerFilterForm(BaseForm):
    q = forms.CharField(label="Cari", max_length=100, required=False)
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua jenis"), *Partner.Kind.choices])
