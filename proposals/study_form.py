"""The sections of a case with a third party: the feasibility study, and the two contacts of a proposer."""

from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents import selectors as documents
from kerjasama.parties.models import PHONE
from proposals.forms import YES_NO, SectionForm, boolean_of
from proposals.models import FeasibilityStudy, Proposal
from proposals.routes import Trait
from proposals.services import third_party

_TEXTS = ("author", "made_by", "dated", "conclusion", "conditions", "summary", "budget_evidence")
_FACTS = ("burdens_community", "burdens_region", "budgeted", "uses_assets")


def _fact(label: str, hint: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, help_text=hint, choices=YES_NO, coerce=boolean_of, empty_value=None, widget=OptionCards(two=True)
    )


class StudyForm(SectionForm):
    """The study: who made it, what it concludes, and what it says of burdens, budget and assets."""

    author = forms.ChoiceField(label="Studi disusun oleh", choices=FeasibilityStudy.Author.choices)
    made_by = forms.CharField(
        label="Nama penyusun", max_length=200, help_text="Perangkat daerah, konsultan, atau tim penyusun."
    )
    dated = DayField(label="Tanggal studi")
    conclusion = forms.ChoiceField(
        label="Kesimpulan studi", choices=FeasibilityStudy.Conclusion.choices,
        widget=OptionCards(consequences={"NOT_FEASIBLE": "Usulan tidak dapat lulus verifikasi."}),
    )  # fmt: skip
    conditions = forms.CharField(
        label="Syarat kelayakan", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila layak bersyarat.",
    )  # fmt: skip
    summary = forms.CharField(
        label="Ringkasan aspek teknis, ekonomi, keuangan, hukum, sosial, dan lingkungan", max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    burdens_community = _fact("Menurut studi, apakah masyarakat membayar tarif, pungutan, atau kewajiban baru?", "")
    burdens_region = _fact("Menurut studi, apakah daerah menanggung biaya atau menyerahkan pemakaian aset?", "")
    budgeted = _fact(
        "Apakah biaya yang ditanggung daerah sudah teranggarkan pada tahun berjalan?",
        "Jawab Ya juga bila tidak ada biaya APBD. Jawaban studi dipakai untuk menghitung persetujuan DPRD.",
    )
    budget_evidence = forms.CharField(label="Rujukan RKA atau DPA", required=False, max_length=250)
    uses_assets = _fact("Apakah memakai barang milik daerah?", "Tanah, gedung, atau peralatan milik daerah.")
    file = forms.FileField(
        label="Berkas studi kelayakan", required=False, widget=FileDrop(), help_text="PDF, paling besar 10 MB."
    )

    class Meta:
        model = Proposal
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        study = FeasibilityStudy.objects.filter(proposal=self.instance).first()
        sent = documents.latest(self.instance, third_party.STUDY_PAPER)
        self.kept = study is not None or sent is not None
        if sent is not None:
            self.fields[
                "file"
            ].help_text = f"{sent.title} sudah tersimpan. Unggah lagi hanya bila diganti. PDF, paling besar 10 MB."
        if study is None:
            theirs = Trait.CRITERIA in self.instance.route.traits
            self.fields["author"].initial = "THIRD_PARTY" if theirs else "REGION"
            return
        for name in _TEXTS:
            self.fields[name].initial = getattr(study, name)
        for name in _FACTS:
            self.fields[name].initial = str(getattr(study, name))

    def clean_dated(self) -> Any:
        day = self.cleaned_data["dated"]
        if day > clock.today():
            raise forms.ValidationError("Tanggal studi tidak boleh sesudah hari ini.")
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("conclusion") == "CONDITIONAL" and not values.get("conditions", "").strip():
            self.add_error("conditions", "Tulis syarat kelayakannya.")
        if not values.get("file") and not self.kept:
            self.add_error("file", "Unggah berkas studi kelayakan.")
        return values

    def store(self, *, by: User) -> None:
        """The study, its file, and the facts that follow from it."""
        values = {name: self.cleaned_data[name] for name in (*_TEXTS, *_FACTS)}
        third_party.write_study(self.instance, values, self.cleaned_data.get("file"), by=by)


class ContactsForm(SectionForm):
    """Two people of the proposer."""

    class Meta:
        model = Proposal
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {row.order: row for row in self.instance.contacts.all()}
        self.asked_later = tuple(f"{name}_{n}" for n in (1, 2) for name in ("name", "position", "email", "phone"))
        for n, word in ((1, "pertama"), (2, "kedua")):
            row = known.get(n)
            text = {"required": False, "max_length": 150}
            self.fields[f"name_{n}"] = forms.CharField(
                label=f"Nama narahubung {word}", initial=getattr(row, "name", ""), **text
            )
            self.fields[f"position_{n}"] = forms.CharField(
                label=f"Jabatan narahubung {word}", initial=getattr(row, "position", ""), **text
            )
            self.fields[f"email_{n}"] = forms.EmailField(
                label=f"Surel narahubung {word}", required=False, initial=getattr(row, "email", "")
            )
            self.fields[f"phone_{n}"] = forms.CharField(
                label=f"Telepon narahubung {word}", required=False, max_length=30, validators=[PHONE], initial=getattr(row, "phone", "")
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for person, n in zip(self._people(values), (1, 2), strict=True):
            if any(person.values()):
                for name in (name for name, value in person.items() if not value and f"{name}_{n}" not in self.errors):
                    self.add_error(f"{name}_{n}", "Lengkapi data narahubung ini.")
        return values

    @staticmethod
    def _people(values: dict[str, Any]) -> list[dict[str, str]]:
        names = ("name", "position", "email", "phone")
        return [{name: (values.get(f"{name}_{n}") or "").strip() for name in names} for n in (1, 2)]

    def store(self, *, by: User) -> None:
        """Both people."""
        third_party.write_contacts(self.instance, self._people(self.cleaned_data), by=by)
