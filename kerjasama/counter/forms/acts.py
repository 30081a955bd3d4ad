"""The forms of the acts of the Bagian on an online request, and of sending a link."""

from typing import Any

from django import forms

from kerjasama.accounts.models import OrgUnit
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import OptionCards
from kerjasama.counter import selectors
from kerjasama.counter.guards import standing_papers
from kerjasama.counter.stages import Applicant
from kerjasama.parties.models import Partner
from kerjasama.workflow.forms import ActForm
from proposals.choosing import questions_for
from proposals.models import PlanYear
from proposals.services import plan_rows


class UnitChoice(forms.ModelChoiceField):
    """A unit by its full name."""

    def label_from_instance(self, obj: OrgUnit) -> str:
        return obj.name


class AcceptForm(ActForm):
    """Whose case it becomes, with which partner."""

    title = forms.CharField(label="Judul usulan", min_length=8, max_length=250)
    lead_unit = UnitChoice(
        label="Perangkat daerah yang membidangi", queryset=OrgUnit.objects.none(), empty_label="Pilih perangkat daerah"
    )
    partner = forms.ModelChoiceField(
        label="Mitra", queryset=Partner.objects.none(), required=False, empty_label="Daftarkan sebagai mitra baru",
        help_text="Yang namanya mirip ditampilkan di sini. Periksa sebelum mendaftarkan mitra baru.",
    )  # fmt: skip
    checked = forms.BooleanField(
        label="Berkasnya sudah saya buka dan periksa; berkas itu menjadi dokumen usulan dan tidak dapat dihapus"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = questions_for(self.subject.legal_class) if self.subject.applicant != Applicant.REGION else ()
        for question in questions:
            asked = forms.ChoiceField(
                label="Apa yang direncanakan pemohon?", choices=question.choices, widget=OptionCards(),
                initial=question.choices[0][0], help_text="Menentukan tipe KSDPK (PP 28/2018 Pasal 15).",
            )  # fmt: skip
            self.fields = {question.name: asked, **self.fields}
        self.word_fields()
        self.fields["title"].initial = self.subject.title
        self.fields["lead_unit"].queryset = OrgUnit.objects.filter(active=True).order_by("name")
        known = selectors.candidates(self.subject)
        self.fields["partner"].queryset = known
        if self.subject.region_id:
            self.fields["partner"].initial = known.first()

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("checked")
        return values


class PlanForm(AcceptForm):
    """Into which list it goes, as a draft of which unit."""

    plan = forms.ModelChoiceField(label="Daftar rencana", queryset=PlanYear.objects.none(), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = plan_rows.collecting()
        self.fields["partner"].empty_label = "Belum terdaftar sebagai mitra"
        self.fields["partner"].help_text = "Mitra baru didaftarkan ketika kerja samanya dimulai."
        self.fields[
            "checked"
        ].label = (
            "Berkasnya sudah saya buka dan periksa; berkas itu disimpan pada baris rencana dan tidak dapat dihapus"
        )
        self.fields["title"].label = "Objek kerja sama"
        self.order_fields(["plan"])


class CompletionForm(ActForm):
    """What is missing, and which papers must be replaced."""

    reason_label = "Apa yang perlu dilengkapi"
    reason_hint = "Dikirim kepada pemohon apa adanya."
    refused = forms.TypedMultipleChoiceField(
        label="Berkas yang perlu diganti", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        papers = standing_papers(self.subject)
        self.fields["refused"].choices = [(paper.pk, paper.title) for paper in papers]


class RejectForm(ActForm):
    """Why the request is not taken up."""

    reason_hint = "Dikirim kepada pemohon apa adanya. Berkasnya dihapus sesudah batas simpan karantina."


ACT_FORMS: dict[str, type[ActForm]] = {
    "accept": AcceptForm,
    "put_into_plan": PlanForm,
    "ask_completion": CompletionForm,
    "reject": RejectForm,
}


class InviteForm(BaseForm):
    """To whom the link goes; which of several parties, where more than one is still waited for."""

    partner = forms.TypedChoiceField(label="Pihak", coerce=int)
    name = forms.CharField(label="Nama penerima", max_length=150, required=False)
    email = forms.EmailField(label="Surel penerima", max_length=254)

    def __init__(self, *args: Any, partners: list[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {partner.pk: partner for partner in partners}
        self.fields["partner"].choices = [(pk, partner.name) for pk, partner in self.partners.items()]
        if len(partners) == 1:
            self.fields["partner"].widget = forms.HiddenInput()

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {"partner": self.partners[values["partner"]], "name": values["name"], "email": values["email"]}


class ReturnForm(BaseForm):
    """Why an answer goes back."""

    reason = forms.CharField(
        label="Apa yang perlu diperbaiki", max_length=2000, help_text="Dikirim kepada mitra apa adanya.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
