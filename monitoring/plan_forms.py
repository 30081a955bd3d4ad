"""The rows in which the indicators of a naskah and the work plan of a year are written."""

from collections.abc import Mapping
from typing import Any

from django import forms

from agreements.models import Agreement
from kerjasama.core.fields import DayField, FigureField, RupiahField
from kerjasama.core.forms import BaseForm
from kerjasama.core.text import month_name
from kerjasama.core.typed import whole
from monitoring.models import Indicator, WorkPlan
from monitoring.stages import Better, Counts, Source

SPARE, MOST_INDICATORS, MOST_ACTIVITIES = 3, 20, 30
MONTHS = [(month, month_name(month)) for month in range(1, 13)]


class RowsForm(BaseForm):
    """A form of numbered rows: those that stand, then a few empty ones. A row without its first field says nothing."""

    parts: tuple[str, ...] = ()
    first = ""
    most = 0

    def __init__(self, standing: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standing = standing
        self.count = min(self.most, max(len(standing), self._typed()) + SPARE)
        for n in range(1, self.count + 1):
            row = standing[n - 1] if n <= len(standing) else None
            self.fields[f"pk_{n}"] = forms.IntegerField(
                required=False, widget=forms.HiddenInput, initial=row.pk if row else None
            )
            for name, field in self.row_fields(n, row).items():
                self.fields[f"{name}_{n}"] = field

    def _typed(self) -> int:
        """How many rows a posted form holds."""
        numbers = (whole(name.rpartition("_")[2]) for name in self.data if name.startswith(f"{self.first}_"))
        return max((n for n in numbers if n and self.data.get(f"{self.first}_{n}", "").strip()), default=0)

    def row_fields(self, n: int, row: Any) -> dict[str, forms.Field]:
        """The fields of one row."""
        raise NotImplementedError

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each row with its fields, as the page draws it."""
        return [
            {"n": n, "pk": self[f"pk_{n}"], **{part: self[f"{part}_{n}"] for part in self.parts}}
            for n in range(1, self.count + 1)
        ]

    def told(self) -> list[dict[str, Any]]:
        """The rows that say something; a row of another naskah counts as a new one."""
        values, known = self.cleaned_data, {row.pk for row in self.standing}
        found = []
        for n in range(1, self.count + 1):
            if not values.get(f"{self.first}_{n}"):
                continue
            pk = values.get(f"pk_{n}")
            found.append(
                {"pk": pk if pk in known else None, **{part: values.get(f"{part}_{n}") for part in self.parts}}
            )
        return found

    def clean(self) -> dict[str, Any]:
        """Rows that never arrived are no rows that were emptied."""
        values = super().clean() or self.cleaned_data
        if not any(name.startswith(f"{self.first}_") for name in self.data):
            raise forms.ValidationError("Isian tidak terkirim utuh. Muat ulang halaman, lalu simpan lagi.")
        return values

    def require_beside(self, *names: str) -> None:
        """A row that has its first field has these too."""
        values = self.cleaned_data
        for n in range(1, self.count + 1):
            for name in names if values.get(f"{self.first}_{n}") else ():
                key = f"{name}_{n}"
                if values.get(key) in (None, "") and key not in self.errors:
                    self.add_error(key, "Isi bagian ini.")


class IndicatorsForm(RowsForm):
    """The indicators of a naskah."""

    parts, first, most = (
        ("name", "measure", "better", "counts", "clause", "baseline", "target"),
        "name",
        MOST_INDICATORS,
    )

    def row_fields(self, n: int, row: Indicator | None) -> dict[str, forms.Field]:
        return {
            "name": forms.CharField(label="Indikator", required=False, max_length=200, initial=row.name if row else ""),
            "measure": forms.CharField(
                label="Satuan", required=False, max_length=40, initial=row.measure if row else ""
            ),
            "better": forms.ChoiceField(
                label="Arah", required=False, choices=Better.choices, initial=row.better if row else Better.MORE
            ),
            "counts": forms.ChoiceField(
                label="Cara hitung", required=False, choices=Counts.choices, initial=row.counts if row else Counts.LEVEL
            ),
            "clause": forms.CharField(label="Pasal", required=False, max_length=8, initial=row.clause if row else ""),
            "baseline": FigureField(label="Nilai awal", required=False, initial=row.baseline if row else None),
            "target": FigureField(label="Target akhir", required=False, initial=row.target if row else None),
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        self.require_beside("measure", "target")
        return values


class PlanForm(RowsForm):
    """The work plan of a year: activities, targets of the indicators, and since when the parties agree on it."""

    parts, first, most = (
        ("text", "responsible", "first_month", "last_month", "budget", "source"),
        "text",
        MOST_ACTIVITIES,
    )
    agreed_on = DayField(label="Disepakati pada", required=False)
    agreed_by = forms.CharField(
        label="Dasar kesepakatan",
        required=False,
        max_length=250,
        help_text="Misalnya berita acara rapat koordinasi tahunan dan nomornya.",
    )

    def __init__(self, agreement: Agreement, plan: WorkPlan | None, *args: Any, **kwargs: Any) -> None:
        self.unit = agreement.executing_unit.name
        standing = list(plan.activities.filter(withdrawn=False)) if plan else []
        super().__init__(standing, *args, **kwargs)
        if plan:
            self.initial |= {"agreed_on": plan.agreed_on, "agreed_by": plan.agreed_by}
        targets = dict(plan.targets.values_list("indicator", "value")) if plan else {}
        self.indicators = list(agreement.indicators.filter(withdrawn=False))
        for row in self.indicators:
            self.fields[f"target_{row.pk}"] = FigureField(
                label=f"Target {row.name}", required=False, initial=targets.get(row.pk)
            )

    def row_fields(self, n: int, row: Any) -> dict[str, forms.Field]:
        return {
            "text": forms.CharField(label="Kegiatan", required=False, max_length=300, initial=row.text if row else ""),
            "responsible": forms.CharField(label="Pelaksana", required=False, max_length=160, initial=row.responsible if row else ""),
            "first_month": forms.TypedChoiceField(label="Mulai", required=False, coerce=int, choices=MONTHS, initial=row.first_month if row else 1),
            "last_month": forms.TypedChoiceField(label="Selesai", required=False, coerce=int, choices=MONTHS, initial=row.last_month if row else 12),
            "budget": RupiahField(label="Anggaran", required=False, initial=row.budget if row else None),
            "source": forms.ChoiceField(label="Sumber", required=False, choices=Source.choices, initial=row.source if row else Source.APBD),
        }  # fmt: skip

    @property
    def target_rows(self) -> list[dict[str, Any]]:
        """Each indicator with the field of its target in this year."""
        return [{"indicator": row, "field": self[f"target_{row.pk}"]} for row in self.indicators]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for n in range(1, self.count + 1):
            first, last = values.get(f"first_month_{n}"), values.get(f"last_month_{n}")
            if values.get(f"text_{n}") and first and last and last < first:
                self.add_error(f"last_month_{n}", "Bulan selesai mendahului bulan mulai.")
        return values

    def activities(self) -> list[dict[str, Any]]:
        """The activities that are told; the unit that carries the naskah out does what nobody else is named for."""
        return [
            {**row, "responsible": row["responsible"] or self.unit, "budget": row["budget"] or 0} for row in self.told()
        ]

    def targets(self) -> Mapping[int, Any]:
        """indicator -> its target in this year, where one is told."""
        values = self.cleaned_data
        return {
            row.pk: values[f"target_{row.pk}"] for row in self.indicators if values.get(f"target_{row.pk}") is not None
        }
