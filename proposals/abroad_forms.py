"""The sections of a case abroad: the study, the cooperation of the centre, the plan."""

from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.parties.models import Partner
from proposals.forms import SectionForm
from proposals.models import Affair, CooperationPlan, Exploration, Mapping, ObjectClass, Proposal
from proposals.models.foreign import PLAN_PARTS
from proposals.routes.traits import Trait
from proposals.services import drafting, foreign
from proposals.stages import PlanStanding

OBJECT = ("object_class", "object_note", "transfer", "no_office_abroad", "no_interference")
EQUALITY = ("equal_status", "equal_territory", "equality", "complementary", "people")
MAPPED = ("potential", "characteristics", "needs")
PLACES = (
    (PlanStanding.LISTED, "Tercantum dalam daftar rencana kerja sama tahunan"),
    (PlanStanding.IN_PLAN, "Sesuai dengan RPJMD/RKPD dan kebijakan nasional, belum dalam daftar tahunan"),
)
HINTS = {
    "object_note": "Wajib bila golongannya “objek lain”.",
    "transfer": "Wajib bila objeknya ilmu pengetahuan dan teknologi (PP 28/2018 Pasal 27 ayat (2)).",
    "equality": "Wajib bila mitra tidak setingkat dengan daerah kita.",
    "conclusion": "Layak atau tidak ditindaklanjuti, dan alasannya.",
    "potential": "Potensi kedua pihak pada urusan ini.",
    "characteristics": "Keadaan khas wilayah, masyarakat, dan layanan kedua pihak.",
    "needs": "Masalah yang hendak diatasi.",
}


def _first_capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


class AbroadForm(SectionForm):
    """Fields of the proposal, and of the study beside it."""

    plan_standing = forms.ChoiceField(
        label="Kedudukan dalam perencanaan", choices=PLACES, required=False, widget=OptionCards(),
        help_text="Kerja sama luar negeri tidak mengenal pengecualian (Permendagri 25/2020 Pasal 5 ayat (1) huruf e).",
    )  # fmt: skip
    beside: tuple[str, ...] = OBJECT

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Out of urusan wajib and pilihan only (Permendagri 25/2020 art. 4).
        self.fields["affair"].queryset = Affair.objects.exclude(group=Affair.Group.SUPPORT)
        self.fields["affair"].empty_label = "Pilih urusan"
        self._ask(Exploration, getattr(self.instance, "exploration", None), self.beside)
        self.asked_later = tuple(self.fields)
        self.word_fields()

    def _ask(self, model: Any, row: Any, names: tuple[str, ...]) -> None:
        for name in names:
            self.fields[name] = _field(model, name, getattr(row, name, None))

    def written(self, names: tuple[str, ...]) -> dict[str, Any]:
        """What was typed of some fields that were asked for."""
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def store(self, *, by: User) -> None:
        """The fields of the proposal, then the study."""
        super().store(by=by)
        foreign.write_exploration(self.instance, self.written(self.beside), by=by)


def _field(model: Any, name: str, initial: Any) -> forms.Field:
    """A form field for a column of a table beside the proposal; nothing of it is owed yet."""
    column = model._meta.get_field(name)
    label, hint = _first_capital(str(column.verbose_name)), HINTS.get(name, "")
    if name == "object_class":
        return forms.ChoiceField(
            label=label, choices=ObjectClass.choices, required=False, initial=initial, widget=OptionCards()
        )
    if column.get_internal_type() == "BooleanField":
        return forms.BooleanField(label=label, required=False, initial=bool(initial))
    return forms.CharField(
        label=label, required=False, initial=initial or "", help_text=hint, max_length=column.max_length, widget=forms.Textarea(attrs={"rows": 4})
    )  # fmt: skip


class ExplorationForm(AbroadForm):
    """The study in its six parts, the five conditions, and for a region abroad the three of equality."""

    class Meta:
        model = Proposal
        fields = ["title", "affair", "background", "aims", "location", "benefits", "plan_standing", "plan_reference"]
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ("background", "aims", "benefits")} | {
            "location": forms.Textarea(attrs={"rows": 2})
        }
        labels = {"plan_reference": "Rujukan perencanaan"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        equal = Trait.EQUAL in kwargs["instance"].route.traits
        self.beside = ("conclusion", *OBJECT, *(EQUALITY if equal else ()))
        super().__init__(*args, **kwargs)
        from_mapping = getattr(self.instance, "mapping", None)
        for name in MAPPED:
            self.fields[name] = _field(Mapping, name, getattr(from_mapping, name, None))
        self.asked_later = tuple(self.fields)
        front = ["title", "affair", "background", "aims", "location", *MAPPED, "benefits", "conclusion"]
        self.order_fields(front)

    def store(self, *, by: User) -> None:
        """Proposal, study and mapping."""
        super().store(by=by)
        drafting.write_mapping(self.instance, self.written(MAPPED), by=by)


class ForwardingForm(AbroadForm):
    """The cooperation of the centre that is passed on; for a technical one also what art. 29 asks."""

    ministry = forms.ModelChoiceField(
        label="Kementerian/lembaga pemegang kerja sama induk", required=False, empty_label="Pilih kementerian/lembaga",
        queryset=Partner.objects.filter(kind=Partner.Kind.CENTRAL).order_by("name"),
    )  # fmt: skip
    number = forms.CharField(label="Nomor kerja sama induk", required=False, max_length=120)
    dated = DayField(label="Tanggal kerja sama induk", required=False)
    ends_on = DayField(label="Kerja sama induk berakhir", required=False)
    technical = forms.BooleanField(label="Bersifat teknis", required=False)
    willingness = forms.FileField(
        label="Surat kesediaan mitra",
        required=False,
        widget=FileDrop(),
        help_text="PDF. Diunggah sekali; yang baru menggantikan.",
    )
    study = forms.FileField(
        label="Studi kelayakan", required=False, widget=FileDrop(),
        help_text="Wajib bila bersifat teknis dan membebani atau memakai aset daerah.",
    )  # fmt: skip

    class Meta:
        model = Proposal
        fields = ["affair", "plan_standing", "plan_reference", "burdens_region", "uses_assets"]
        labels = {
            "plan_reference": "Rujukan perencanaan",
            "burdens_region": "Membebani daerah",
            "uses_assets": "Memakai barang milik daerah",
        }
        widgets = {"burdens_region": forms.CheckboxInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = getattr(self.instance, "forwarding", None)
        for name in ("ministry", "number", "dated", "ends_on", "technical"):
            self.fields[name].initial = getattr(row, name, None)
        if Trait.TECHNICAL not in self.instance.route.traits:
            for name in ("technical", "willingness", "study", "burdens_region", "uses_assets"):
                del self.fields[name]
        self.order_fields(["ministry", "number", "dated", "ends_on", "affair", *OBJECT])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("dated"), values.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", "Akhir kerja sama induk harus sesudah tanggalnya.")
        return values

    def store(self, *, by: User) -> None:
        """Proposal, study, and the cooperation of the centre with its papers."""
        super().store(by=by)
        names = ("ministry", "number", "dated", "ends_on", "technical")
        foreign.write_forwarding(
            self.instance, self.written(names), by=by, willingness=self.cleaned_data.get("willingness"), study=self.cleaned_data.get("study")
        )  # fmt: skip


class PlanForm(SectionForm):
    """The seven parts of the plan, and the term in years."""

    term_years = forms.IntegerField(label="Lama dalam tahun", required=False, min_value=1, max_value=5,
                                    help_text="Paling lama lima tahun (Permendagri 25/2020 Pasal 32).")  # fmt: skip

    class Meta:
        model = Proposal
        fields = ["term_years"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = getattr(self.instance, "cooperation_plan", None)
        for name in PLAN_PARTS:
            self.fields[name] = _field(CooperationPlan, name, getattr(row, name, None))
        self.fields["term_text"].widget = forms.TextInput()
        self.fields["term_text"].help_text = "Contoh: 5 (lima) tahun sejak ditandatangani."
        self.asked_later = tuple(self.fields)
        self.order_fields([*PLAN_PARTS, "term_years"])
        self.word_fields()

    def store(self, *, by: User) -> None:
        """The plan with its term."""
        parts = {name: self.cleaned_data[name] for name in PLAN_PARTS}
        foreign.write_plan(self.instance, parts, term_years=self.cleaned_data["term_years"], by=by)


#: By the key of a section.
ABROAD_SECTIONS: dict[str, type[SectionForm]] = {
    "exploration": ExplorationForm,
    "forwarding": ForwardingForm,
    "plan": PlanForm,
}
