"""The forms in which a proposal is written, a section each."""

from decimal import Decimal
from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.core import parameters
from kerjasama.core.fields import RupiahField
from kerjasama.core.forms import BaseModelForm
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents import services as papers
from proposals.guards.content import EVIDENCE
from proposals.models import Affair, PlanRow, Proposal
from proposals.plan_selectors import adopted_for
from proposals.routes import Trait
from proposals.services import drafting, plan_cases
from proposals.stages import PlanException, PlanStanding

YES_NO = [("True", "Ya"), ("False", "Tidak")]


def boolean_of(value: Any) -> bool | None:
    return {"True": True, "False": False, True: True, False: False}.get(value)


class RowChoice(forms.ModelChoiceField):
    """A row of the yearly list by list, place and object."""

    def label_from_instance(self, obj: PlanRow) -> str:
        return f"{obj.plan.label}, nomor urut {obj.rank}: {obj.title}"


class SectionForm(BaseModelForm):
    """A section of a proposal: what it holds is stored through the room's services."""

    def offer_affairs(self) -> None:
        """The urusan that may be chosen; supporting functions where the region counts them as objects."""
        affairs = Affair.objects.all()
        if not parameters.value("objects_include_support_functions"):
            affairs = affairs.exclude(group=Affair.Group.SUPPORT)
        self.fields["affair"].queryset = affairs
        self.fields["affair"].empty_label = "Pilih urusan"

    def store(self, *, by: User) -> None:
        """Keep what was written. Raises what the services raise."""
        names = [name for name in self.Meta.fields if name in self.cleaned_data]
        drafting.write(self.instance, {name: self.cleaned_data[name] for name in names}, by=by)


class TermsForm(SectionForm):
    """Step 2: the eight parts of the KAK and the urusan."""

    asked_later = (
        "affair", "background", "aims", "location", "scope", "term_text", "term_years", "benefits", "impact", "financing",
    )  # fmt: skip

    class Meta:
        model = Proposal
        fields = [
            "title", "affair", "background", "aims", "location", "scope", "term_text", "term_years", "benefits", "impact",
            "financing",
        ]  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 5}) for name in
                   ("background", "aims", "scope", "benefits", "impact", "financing")} | {
            "location": forms.Textarea(attrs={"rows": 2}),
        }  # fmt: skip
        help_texts = {
            "background": "Masalah, peluang, atau amanat peraturan yang mendasari kerja sama ini.",
            "aims": "Yang hendak dicapai, dengan sasaran yang dapat diukur bila ada.",
            "location": "Kecamatan, desa, atau wilayah tempat kerja sama dilaksanakan.",
            "scope": "Kegiatan yang dikerjakan bersama. Satu kegiatan per baris.",
            "term_text": "Contoh: 5 (lima) tahun sejak ditandatangani.",
            "term_years": "Angka bulat. Dipakai untuk menghitung tanggal berakhir.",
            "benefits": "Bagi masyarakat dan bagi kedua daerah.",
            "impact": "Dampak sosial dan lingkungan sesuai bidangnya, serta cara mengelolanya.",
            "financing": "Sumber dan pembagian pembiayaan antara para pihak.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_affairs()

    def clean_term_years(self) -> int | None:
        years = self.cleaned_data["term_years"]
        if years is not None and not 1 <= years <= 50:
            raise forms.ValidationError("Isi lama antara 1 dan 50 tahun.")
        return years


class FinanceForm(SectionForm):
    """Step 3: the three facts that decide on the DPRD, and the planned burden per year."""

    template_name = "proposals/forms/finance.html"
    asked_later = ("amount", "burdens_community", "burdens_region", "unbudgeted")

    burdens_community = forms.TypedChoiceField(
        label="Apakah kerja sama ini membebani masyarakat?", choices=YES_NO, coerce=boolean_of, empty_value=None,
        required=False, widget=OptionCards(two=True),
        help_text="Misalnya menimbulkan tarif, pungutan, atau kewajiban baru bagi warga (PP 28/2018 Pasal 6 ayat (2)).",
    )  # fmt: skip
    burdens_region = forms.TypedChoiceField(
        label="Apakah kerja sama ini membebani daerah?", choices=YES_NO, coerce=boolean_of, empty_value=None,
        required=False, widget=OptionCards(two=True), help_text="Biaya dari APBD atau pemakaian aset daerah.",
    )  # fmt: skip
    unbudgeted = forms.TypedChoiceField(
        label="Apakah ada pendanaan APBD yang belum (sepenuhnya) teranggarkan pada tahun berjalan?",
        choices=[("True", "Ya, belum teranggarkan"), ("False", "Tidak, sudah teranggarkan atau tidak memakai APBD")],
        coerce=boolean_of, empty_value=None, required=False, widget=OptionCards(two=True),
        help_text="Yang sudah ada dalam Perubahan APBD yang disahkan dihitung teranggarkan. Yang baru direncanakan belum.",
    )  # fmt: skip
    amount = RupiahField(
        label="Perkiraan nilai kerja sama",
        required=False,
        help_text="Seluruh jangka waktu. Boleh ditulis “6,2 miliar”.",
    )

    class Meta:
        model = Proposal
        fields = ["amount", "burdens_community", "burdens_region", "unbudgeted", "uses_assets", "budget_reference"]
        labels = {"uses_assets": "Memakai barang milik daerah"}
        help_texts = {
            "budget_reference": "Program, kegiatan, subkegiatan, dan pagu; bukti bila pendanaannya sudah teranggarkan."
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned = {line.year: line.amount for line in self.instance.budget_lines.all()}
        for year in self.years():
            self.fields[f"year_{year}"] = RupiahField(
                label=f"Beban APBD {year}", required=False, initial=planned.get(year)
            )

    @property
    def year_fields(self) -> list[forms.BoundField]:
        """The planned burden of each year."""
        return [self[f"year_{year}"] for year in self.years()]

    @property
    def others(self) -> list[forms.BoundField]:
        """Everything but the years."""
        return self.fields_but("year_")

    def years(self) -> list[int]:
        """The budget years asked for: this one and the term after it, at most six."""
        term = min(self.instance.term_years or 5, 5)
        return list(range(self.instance.year, self.instance.year + term + 1))

    def store(self, *, by: User) -> None:
        """The facts, and the planned burden of each year."""
        super().store(by=by)
        drafting.plan_budget(self.instance, self.budget_lines())

    def budget_lines(self) -> list[tuple[int, Decimal]]:
        """The years with an amount above zero."""
        return [(y, self.cleaned_data[f"year_{y}"]) for y in self.years() if self.cleaned_data.get(f"year_{y}")]


class SupportForm(SectionForm):
    """Step 4: planning, declarations and supporting papers."""

    asked_later = ("plan_standing", "plan_row", "plan_reference")

    plan_row = RowChoice(
        label="Baris daftar rencana tahunan", required=False, queryset=PlanRow.objects.none(),
        empty_label="Tidak dari baris daftar di sistem ini",
        help_text="Baris perangkat daerah pemrakarsa yang sudah ditetapkan dan belum berjalan.",
    )  # fmt: skip
    evidence = forms.FileField(
        label="Bukti pengecualian", required=False, widget=FileDrop(),
        help_text="Wajib bila memakai pengecualian: misalnya keputusan keadaan darurat, surat penetapan PSN, atau surat penugasan. PDF, paling besar 10 MB.",
    )  # fmt: skip
    attachment = forms.FileField(
        label="Dokumen pendukung", required=False, widget=FileDrop(),
        help_text="PDF, paling besar 10 MB. Misalnya halaman DPA, bukti perencanaan, atau kajian.",
    )  # fmt: skip
    attachment_title = forms.CharField(label="Judul dokumen", required=False, max_length=160)

    field_order = ["plan_standing", "plan_row", "plan_reference", "plan_exception", "evidence"]

    class Meta:
        model = Proposal
        fields = [
            "plan_standing", "plan_reference", "plan_exception", "declares_decency", "declares_order", "declares_interest",
            "declares_law",
        ]  # fmt: skip
        widgets = {"plan_standing": OptionCards()}
        labels = {
            "plan_standing": "Bagaimana kedudukan objek ini dalam perencanaan?",
            "plan_reference": "Rujukan atau bukti",
            "plan_exception": "Pengecualian yang dipakai",
        }
        help_texts = {
            "plan_reference": "Program RPJMD/RKPD, nomor urut daftar di luar sistem ini, atau dokumen bukti pengecualian. "
            "Terisi sendiri bila barisnya dipilih.",
            "plan_exception": "Hanya bila objek belum tercantum (PP 28/2018 Pasal 4 ayat (3)).",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan_standing"].choices = PlanStanding.choices
        self.fields["plan_exception"].choices = [("", "Tidak memakai pengecualian"), *PlanException.choices]
        self.fields["plan_row"].queryset = adopted_for(self.instance)
        self.fields["plan_row"].initial = self.instance.plan_row_id
        if not self.fields["plan_row"].queryset.exists():
            del self.fields["plan_row"]
        # Foreign kinds know no exception (Permendagri 25/2020 art. 5(1)e).
        if Trait.FOREIGN in self.instance.route.traits:
            self.fields["plan_standing"].choices = [c for c in PlanStanding.choices if c[0] != PlanStanding.EXCEPTION]
            del self.fields["plan_exception"], self.fields["evidence"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("plan_standing") == PlanStanding.EXCEPTION and not values.get("plan_exception"):
            self.add_error("plan_exception", "Pilih pengecualian yang dipakai.")
        if values.get("plan_row") and values.get("plan_standing") not in ("", None, PlanStanding.LISTED):
            self.add_error(
                "plan_row",
                "Baris daftar hanya dipilih bila objek tercantum dalam daftar tahunan. Kosongkan, atau ubah jawaban di atas.",
            )
        if values.get("attachment") and not values.get("attachment_title"):
            self.add_error("attachment_title", "Beri judul agar dokumen ini mudah dikenali.")
        return values

    def store(self, *, by: User) -> None:
        """The facts, the row of the plan, and the papers that came with them."""
        super().store(by=by)
        if "plan_row" in self.fields:
            plan_cases.start_from(self.instance, self.cleaned_data["plan_row"], by=by)
        evidence, exception = self.cleaned_data.get("evidence"), self.cleaned_data.get("plan_exception")
        if evidence:
            named = f": {PlanException(exception).label}" if exception else ""
            papers.attach_upload(self.instance, EVIDENCE, f"Bukti Pengecualian Perencanaan{named}", evidence, by=by)
        upload = self.cleaned_data.get("attachment")
        if upload:
            papers.attach_upload(self.instance, "ATTACHMENT", self.cleaned_data["attachment_title"], upload, by=by)
