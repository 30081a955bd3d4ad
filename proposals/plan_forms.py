"""The forms in which a row of the yearly plan is written, a section each, and those that open years, rows and cases."""

from typing import Any

from django import forms

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock, parameters
from kerjasama.core.fields import DayField, RupiahField
from kerjasama.core.forms import BaseForm, BaseModelForm
from kerjasama.core.widgets import OptionCards
from kerjasama.parties.models import Partner
from kerjasama.workflow.statute import CATEGORIES, Category, CooperationKind
from proposals.models import Affair, PlanRow
from proposals.opening_forms import UnitChoice
from proposals.plan_stages import Source
from proposals.services import plan_rows
from proposals.stages import PlanException

#: Kinds of partners that each kind of cooperation is made with.
PARTNERS_OF = {
    CooperationKind.KSDD: (Partner.Kind.REGION,),
    CooperationKind.KSDPK: (Partner.Kind.PERSON, Partner.Kind.COMPANY, Partner.Kind.SOCIETY),
    CooperationKind.KSDPL: (Partner.Kind.FOREIGN_REGION,),
    CooperationKind.KSDLL: (Partner.Kind.FOREIGN_BODY,),
    CooperationKind.SINERGI: (Partner.Kind.CENTRAL,),
}


def kinds_with_categories() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every category under the heading of its kind, as one choice: "KSDD:VOLUNTARY"."""
    return [
        (
            f"{kind} · {CooperationKind(kind).label}",
            [(f"{kind}:{category}", f"{kind} {Category(category).label}") for category in found],
        )
        for kind, found in CATEGORIES.items()
    ]


def partners_for(kind: str) -> Any:
    """The registered partners with whom a kind is possible, by name."""
    return (
        Partner.objects.filter(kind__in=PARTNERS_OF[CooperationKind(kind)])
        .exclude(region__autonomous=False)
        .order_by("name", "pk")
    )


class RowForm(BaseModelForm):
    """A section of a row: what it holds is stored through the room's services."""

    def store(self, *, by: User) -> None:
        """Keep what was written. Raises what the services raise."""
        plan_rows.write(self.instance, self.values(), by=by)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.cleaned_data}


class ObjectForm(RowForm):
    """What, of which kind, and with whom."""

    asked_later = ("affair", "partner_name", "location")
    sort = forms.ChoiceField(
        label="Jenis dan kategori", help_text="Jenis ditentukan oleh mitranya. Dapat disesuaikan ketika usulan dibuka."
    )

    class Meta:
        model = PlanRow
        fields = ["title", "affair", "source", "source_reference", "partner", "partner_name", "location"]
        widgets = {"location": forms.Textarea(attrs={"rows": 2}), "source": OptionCards()}
        help_texts = {
            "title": "Sebut objeknya, tanpa kata “kerja sama”.",
            "partner": "Bila sudah ada dalam daftar mitra.",
            "partner_name": "Bila belum terdaftar, misalnya “Kabupaten tetangga di hulu”.",
            "source_reference": "Nomor surat atau permohonan, bila usulan datang dari luar.",
            "location": "Kecamatan, desa, atau wilayah tempat kerja sama dilaksanakan.",
        }

    field_order = ["title", "affair", "sort", "source", "source_reference", "partner", "partner_name", "location"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["affair"].queryset = affairs()
        self.fields["affair"].empty_label = "Pilih urusan"
        self.fields["partner"].queryset = Partner.objects.exclude(region__autonomous=False).order_by("name", "pk")
        self.fields["partner"].empty_label = "Belum terdaftar"
        self.fields["source"].choices = Source.choices
        self.fields["sort"].choices = kinds_with_categories()
        self.fields["sort"].initial = f"{self.instance.kind}:{self.instance.category}"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        kind, partner = values.get("sort", "").partition(":")[0], values.get("partner")
        if kind and partner and partner.kind not in PARTNERS_OF[CooperationKind(kind)]:
            self.add_error(
                "sort",
                f"{partner.name} adalah {partner.get_kind_display().lower()}. Pilih jenis yang sesuai dengan mitranya.",
            )
        return values

    def values(self) -> dict[str, Any]:
        kind, _, category = self.cleaned_data["sort"].partition(":")
        return super().values() | {"kind": kind, "category": category}


class MappingPartForm(RowForm):
    """Potential, characteristics, needs, externality (PP 28/2018 art. 5(1), 17a)."""

    asked_later = ("potential", "characteristics", "needs")

    class Meta:
        model = PlanRow
        fields = ["potential", "characteristics", "needs", "externality"]
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in fields}
        help_texts = {
            "potential": "Sumber daya, sarana, dan peluang yang dimiliki para pihak.",
            "characteristics": "Keadaan khas wilayah, masyarakat, dan layanan.",
            "needs": "Masalah yang hendak diatasi dan siapa yang membutuhkannya.",
            "externality": "Akibat yang melintasi batas daerah bila dikerjakan sendiri-sendiri.",
        }


class WorthForm(RowForm):
    """Benefit, cost, who pays, and whether it is budgeted."""

    asked_later = ("benefit_amount", "cost_amount", "funding", "budget_status")
    benefit_amount = RupiahField(
        label="Perkiraan manfaat",
        required=False,
        help_text="Seluruh jangka waktu. Tulis 0 bila tidak dapat dinilai dengan uang.",
    )
    cost_amount = RupiahField(
        label="Perkiraan biaya", required=False, help_text="Seluruh jangka waktu, bagian daerah ini."
    )

    class Meta:
        model = PlanRow
        fields = ["benefits", "benefit_amount", "cost_amount", "funding", "budget_status"]
        widgets = {"benefits": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"benefits": "Manfaat bagi masyarakat dan daerah, dan cara menghitung angkanya."}


class ProgrammeForm(RowForm):
    """The link to RPJMD or RKPD, or the exception."""

    asked_later = ("programme_document", "programme")

    class Meta:
        model = PlanRow
        fields = ["programme_document", "programme", "exception"]
        labels = {"programme_document": "Objek ini tercantum dalam"}
        help_texts = {
            "programme": "Tujuan, sasaran, atau program beserta kodenya.",
            "exception": "Hanya bila belum tercantum (PP 28/2018 Pasal 4 ayat (3)). Buktinya diunggah ketika usulan dibuka.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["exception"].choices = [("", "Tidak memakai pengecualian"), *PlanException.choices]


SECTION_FORMS: dict[str, type[RowForm]] = {
    "object": ObjectForm, "mapping": MappingPartForm, "worth": WorthForm, "programme": ProgrammeForm,
}  # fmt: skip


class NewRowForm(BaseForm):
    """The first line of a new row."""

    title = forms.CharField(
        label="Objek kerja sama", max_length=250, min_length=8,
        help_text="Sebut objeknya, tanpa kata “kerja sama”. Contoh: Pengelolaan Sampah Regional TPA Wanakerta.",
    )  # fmt: skip
    unit = UnitChoice(
        label="Perangkat daerah pengusul", queryset=OrgUnit.objects.none(), empty_label="Pilih perangkat daerah"
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        if len(units) == 1:
            self.fields["unit"].initial = units[0].pk


class OpenYearForm(BaseForm):
    """Which year, and until when units may hand rows in."""

    year = forms.TypedChoiceField(label="Tahun rencana", coerce=int)
    open_until = DayField(label="Batas pengusulan")

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]


class RevisionForm(BaseForm):
    """Until when the Perubahan takes rows."""

    open_until = DayField(label="Batas pengusulan")


class CaseFromRowForm(BaseForm):
    """The case that starts from a row: its title, and the registered partners."""

    title = forms.CharField(label="Judul kerja sama", max_length=250, min_length=8)
    partner = forms.ModelChoiceField(label="Mitra", queryset=Partner.objects.none(), empty_label="Pilih mitra")

    def __init__(self, *args: Any, row: PlanRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners_for(row.kind)
        self.initial = {"title": row.title, "partner": row.partner_id, **self.initial}
        if row.partner is None and row.partner_name:
            self.fields["partner"].help_text = f"Dalam rencana tertulis: {row.partner_name}."


def affairs() -> Any:
    """The urusan that may be chosen today."""
    found = Affair.objects.all()
    return found if parameters.value("objects_include_support_functions") else found.exclude(group=Affair.Group.SUPPORT)


def next_years(taken: set[int]) -> list[int]:
    """The years whose list may be opened: this one and the two after it, those without a list."""
    this = clock.today().year
    return [year for year in range(this, this + 3) if year not in taken]
