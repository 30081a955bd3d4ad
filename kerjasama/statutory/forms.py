"""Forms of the reports: the filters of the list, the analysis, a report opened by hand, a further edition."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.forms import BaseForm, BaseModelForm
from kerjasama.statutory import selectors
from kerjasama.statutory.kinds import KINDS
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.selectors import Wanted
from kerjasama.statutory.stages import Kind
from monitoring.schedule import Period, period_of, periods_between

STATES = [("semua", "Semua"), ("berjalan", "Sedang disusun"), ("lewat", "Lewat tenggat"), ("terkirim", "Terkirim")]
ORDERS = [("terbaru", "Periode terbaru"), ("tenggat", "Tenggat terdekat"), ("terkirim", "Terakhir dikirim")]
#: How many years back a report may be opened by hand.
YEARS_BACK = 3


class FilterForm(BaseForm):
    """What the list can be narrowed by; all of it stands in the address."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama laporan, nomor, tujuan, tahun"}),
    )  # fmt: skip
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua jenis"), *Kind.choices])
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)
    urut = forms.ChoiceField(label="Urutkan", required=False, choices=ORDERS)
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [("", "Semua tahun"), *((year, str(year)) for year in selectors.years())]

    def wanted(self) -> Wanted:
        """The filters; each that cannot be read is left out."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "semua", kind=values.get("jenis", ""), year=values.get("tahun"),
            sort=values.get("urut") or "terbaru",
        )  # fmt: skip


class AnalysisForm(BaseModelForm):
    """What no table can say."""

    asked_later = ("analysis", "follow_up")

    class Meta:
        model = ReportEdition
        fields = ["analysis", "follow_up"]
        widgets = {name: forms.Textarea(attrs={"rows": 5}) for name in ("analysis", "follow_up")}
        help_texts = {
            "analysis": "Penilaian atas pelaksanaan pada periode ini: capaian, hambatan, dan tantangan.",
            "follow_up": "Apa yang akan dilakukan pada periode berikutnya, dan arahan apa yang dimohonkan.",
        }


class OpenForm(BaseForm):
    """A report that the calendar did not open: which, and of what period."""

    kind = forms.ChoiceField(label="Jenis laporan", choices=Kind.choices)
    period = forms.ChoiceField(
        label="Periode", help_text="Hanya periode yang sudah berakhir. Laporan tahunan memakai tahunnya, laporan semester memakai semesternya."
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [(_key(period), _name(period)) for period in _periods()]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        chosen = next((period for period in _periods() if _key(period) == values.get("period")), None)
        if chosen and values.get("kind") and bool(chosen.half) != (KINDS[values["kind"]].rhythm() == "SEMESTER"):
            told = "semester" if KINDS[values["kind"]].rhythm() == "SEMESTER" else "tahun"
            self.add_error("period", f"Laporan ini disusun setiap {told}. Pilih {told}nya.")
        values["chosen"] = chosen
        return values


class EditionForm(BaseForm):
    """Why a further edition is needed."""

    why = forms.CharField(
        label="Apa yang perlu diperbaiki", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercetak pada surat edisi perbaikan, sesudah kata “karena”.", error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )  # fmt: skip


def _periods() -> list[Period]:
    """The periods that are over, newest first: half years and whole years."""
    today = clock.today()
    first = period_of(today.replace(year=today.year - YEARS_BACK, month=1, day=1), "YEAR").starts_on
    found = [*periods_between(first, today, "SEMESTER"), *periods_between(first, today, "YEAR")]
    over = [period for period in found if period.ends_on < today]
    return sorted(over, key=lambda period: (period.ends_on, -period.half), reverse=True)


def _key(period: Period) -> str:
    return f"{period.year}-{period.half}"


def _name(period: Period) -> str:
    return f"Semester {'I' * period.half} {period.year}" if period.half else f"Tahun {period.year}"
