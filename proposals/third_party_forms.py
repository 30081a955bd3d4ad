"""The forms of the acts with a third party: legality papers, other regimes, skipped stages, the three criteria."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm
from proposals.dprd_forms import FILE_HINT
from proposals.effects.third_party import sent_papers
from proposals.guards.third_party import CRITERIA
from proposals.legality import PaperKind, needed_of
from proposals.models import CriterionFinding


class LegalPaperForm(ActForm):
    """One paper of the partner; which ones are owed stands above the choice."""

    kind = forms.ChoiceField(label="Jenis dokumen", choices=PaperKind.choices)
    number = forms.CharField(label="Nomor dokumen", max_length=120)
    dated = DayField(label="Tanggal dokumen")
    expires_on = DayField(
        label="Berlaku sampai", required=False, help_text="Kosongkan bila tanpa batas waktu. Pengingat dikirim sebelum tanggal ini."
    )  # fmt: skip
    file = forms.FileField(label="Pindaian dokumen", required=False, widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = sent_papers(self.subject)
        if sent:
            choices = [("", "Unggah pindaian di bawah ini"), *((paper.pk, paper.title) for paper in sent)]
            came = forms.TypedChoiceField(
                label="Dokumen yang masuk bersama permohonan", choices=choices, coerce=int, empty_value=None, required=False
            )  # fmt: skip
            self.fields = {**self.fields, "document": came}
            self.order_fields(["kind", "number", "dated", "expires_on", "document", "file"])
        parties = self.subject.counterparts
        owed = dict.fromkeys(kind for p in parties for kind in needed_of(p.legal_class, p.kind))
        names = "; ".join(str(PaperKind(kind).label) for kind in owed)
        self.fields["kind"].help_text = f"Yang diperlukan dari mitra ini: {names}."
        if len(parties) > 1:
            choices = [("", "Pilih mitra"), *((p.pk, p.name) for p in parties)]
            owner = forms.TypedChoiceField(label="Mitra pemilik dokumen", choices=choices, coerce=int)
            self.fields = {"partner": owner, **self.fields}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        dated, until = values.get("dated"), values.get("expires_on")
        if dated and dated > clock.today():
            self.add_error("dated", "Tanggal dokumen tidak boleh sesudah hari ini.")
        if dated and until and until < dated:
            self.add_error("expires_on", "Masa berlaku mendahului tanggal dokumen.")
        if not values.get("file") and not values.get("document") and "file" not in self.errors:
            self.add_error("file", "Unggah berkas untuk “Pindaian dokumen”")
        return values


class SectorLawForm(ActForm):
    """The notice of art. 15: sector law governs the procedure."""

    regulation = forms.CharField(
        label="Peraturan sektor yang mengatur", max_length=300,
        help_text="Sebut jenis, nomor, tahun, dan tentangnya. Tata cara objek ini diatur peraturan sektor (PP 28/2018 Pasal 15); "
        "studi kelayakan, persetujuan DPRD, dan keempat pasal wajib perjanjian tetap berlaku.",
    )  # fmt: skip
    note = forms.CharField(
        label="Pengaruhnya terhadap tahap", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    understood = forms.BooleanField(label="Saya memahami bahwa tata caranya mengikuti peraturan sektor tersebut")

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("understood")
        return values


class AssetRulesForm(SectorLawForm):
    """The warning about assets of the region."""

    regulation = forms.CharField(
        label="Peraturan pengelolaan barang milik daerah", max_length=300,
        initial="PP 27/2014 tentang Pengelolaan Barang Milik Negara/Daerah beserta perubahannya",
        help_text="Rencana ini memakai barang milik daerah. Bentuk pemanfaatannya (sewa, pinjam pakai, kerja sama pemanfaatan, BGS/BSG) "
        "mengikuti peraturan pengelolaan barang milik daerah.",
    )  # fmt: skip
    understood = forms.BooleanField(label="Saya memahami bahwa pemakaian barang milik daerah mengikuti peraturan itu")


class SkipForm(ActForm):
    """Which article of sector law takes the place of this stage."""

    reason_label = "Alasan melewati tahap ini"
    legal_basis = forms.CharField(
        label="Dasar hukum",
        max_length=300,
        help_text="Pasal peraturan sektor yang mengatur tahap ini dengan cara lain.",
    )


class CriteriaForm(ActForm):
    """The three criteria, each with its reason."""

    date_label = "Tanggal penilaian"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = {row.criterion: row for row in self.subject.criteria.all()}
        asked: dict[str, forms.Field] = {}
        for code in CRITERIA:
            label, row = str(CriterionFinding.Criterion(code).label), before.get(code)
            asked[f"met_{code}"] = forms.TypedChoiceField(
                label=f"Apakah usulan ini {label}?" if code != "ABLE" else "Apakah pemrakarsa memiliki kemampuan keuangan yang memadai?",
                choices=[("True", "Terpenuhi"), ("False", "Tidak terpenuhi")], coerce=lambda value: value == "True",
                widget=OptionCards(two=True), initial=str(row.met) if row else None,
            )  # fmt: skip
            asked[f"reason_{code}"] = forms.CharField(
                label="Pertimbangan dan buktinya", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
                initial=row.reason if row else "",
            )  # fmt: skip
        self.fields = {**asked, **self.fields}
        self.word_fields()

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        findings = {code: (values[f"met_{code}"], values[f"reason_{code}"]) for code in CRITERIA}
        return {"findings": findings, "occurred_on": values["occurred_on"], "expect": values["expect"]}


THIRD_PARTY_FORMS: dict[str, type[ActForm]] = {
    "record_legal_paper": LegalPaperForm,
    "acknowledge_sector_law": SectorLawForm,
    "acknowledge_asset_rules": AssetRulesForm,
    "skip_step": SkipForm,
    "assess_criteria": CriteriaForm,
}
