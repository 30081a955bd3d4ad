"""Forms of a monev report and its evaluation."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from kerjasama.accounts.models import OrgUnit
from kerjasama.core import clock
from kerjasama.core.fields import DayField, FigureField, FilesField, RupiahField
from kerjasama.core.forms import BaseModelForm
from kerjasama.core.text import figure
from kerjasama.core.widgets import OptionCards
from kerjasama.workflow.forms import ActForm
from monitoring import findings, measuring
from monitoring.models import Report
from monitoring.routes import FOREIGN
from monitoring.stages import FOREIGN_FIELDS, POINTS, REPORT_FIELDS, SCORES, Verdict

SPARE, MOST_OWN, MOST_FILES = 3, 50, 20
#: So many rows of findings are shown at first; one asks for more, up to a bound that only a machine reaches.
FINDINGS, MORE_FINDINGS, MOST_FINDINGS = 3, 5, 100


def typed_rows(data: Mapping[str, Any], first: str, *, empty: bool = False) -> int:
    """The number of the last row that was posted, by the name of its first field; with `empty` one that says nothing counts too."""
    tails = ((name, name.removeprefix(f"{first}_")) for name in data if name.startswith(f"{first}_"))
    numbers = (
        int(tail)
        for name, tail in tails
        if tail.isdecimal() and len(tail) <= 3 and (empty or data.get(name, "").strip())
    )
    return max(numbers, default=0)


class ReportForm(BaseModelForm):
    """What the executing unit reports."""

    template_name = "monitoring/forms/report.html"
    asked_later = (*REPORT_FIELDS, *FOREIGN_FIELDS, "budget_realised")
    budget_planned = RupiahField(label="Anggaran", required=False, help_text="Untuk periode laporan ini.")
    budget_realised = RupiahField(
        label="Realisasi anggaran", required=False, help_text="Tulis 0 bila tidak memakai anggaran."
    )
    evidence = FilesField(
        label="Bukti dukung", required=False, most=MOST_FILES,
        help_text=f"PDF, paling besar 10 MB setiap berkas, paling banyak {MOST_FILES} berkas sekali simpan.",
    )  # fmt: skip
    evidence_title = forms.CharField(
        label="Judul bukti", required=False, max_length=140, help_text="Beberapa berkas sekaligus diberi nomor di belakang judul ini."
    )  # fmt: skip

    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = Report
        fields = [
            "activities", "outputs", "outcomes", "budget_planned", "budget_realised", "cost_sources", "problems", "follow_up",
            "documentation", "recommendation",
        ]  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in (*REPORT_FIELDS, *FOREIGN_FIELDS)}
        help_texts = {
            "activities": "Kegiatan yang dilaksanakan dibandingkan dengan rencana.",
            "outputs": "Keluaran yang dapat dihitung.",
            "outcomes": "Hasil dan manfaat bagi masyarakat dan kedua daerah.",
            "problems": "Hambatan yang dihadapi; tulis “Tidak ada” bila tidak ada.",
            "follow_up": "Rencana tindak lanjut.",
            "cost_sources": "APBD, mitra, dan sumber lain, masing-masing dengan jumlahnya.",
            "documentation": "Foto, berita, atau berkas yang membuktikan pelaksanaan.",
            "recommendation": "Dilanjutkan, diperluas, atau diakhiri, dengan alasannya.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.seen
        if FOREIGN not in self.instance.route.traits:
            for name in FOREIGN_FIELDS:
                del self.fields[name]
        self._ask_measured()
        self._ask_progress()
        own = [row for row in self.instance.indicators if not row.get("indicator")]
        self.count = min(MOST_OWN, max(len(own), typed_rows(self.data, "name")) + SPARE)
        rows = [*own, *([{}] * self.count)][: self.count]
        for number, row in enumerate(rows, start=1):
            for part, label in (
                ("name", "Indikator"),
                ("target", "Target indikator"),
                ("realised", "Capaian indikator"),
            ):
                self.fields[f"{part}_{number}"] = forms.CharField(
                    label=f"{label} {number}", required=False, max_length=200, initial=row.get(part, "")
                )

    def _ask_measured(self) -> None:
        """What each indicator of the naskah came to, against the target of the year."""
        self.measured = measuring.measured(self.instance)
        for promise in self.measured:
            row = promise.indicator
            told = measuring.of_indicator(self.instance, row.pk).get("figure")
            self.fields[f"measured_{row.pk}"] = FigureField(
                label=f"Capaian {row.name}", required=False, initial=Decimal(told) if told else None
            )

    def _ask_progress(self) -> None:
        """How far each activity of the work plan is, in percent."""
        self.steps = measuring.steps(self.instance)
        for step in self.steps:
            activity = step.activity
            told = measuring.of_activity(self.instance, activity.pk)
            self.fields[f"done_{activity.pk}"] = forms.IntegerField(
                label=f"Kemajuan {activity.text}", required=False, min_value=0, max_value=100, initial=told.get("percent"),
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip
            self.fields[f"said_{activity.pk}"] = forms.CharField(
                label=f"Keterangan {activity.text}", required=False, max_length=300, initial=told.get("note", "")
            )
        planned = measuring.planned_budget(self.instance)
        if planned is not None and self.instance.budget_planned is None:
            self.initial["budget_planned"] = planned

    @property
    def measured_rows(self) -> list[dict[str, Any]]:
        """Each indicator of the naskah with its target, what it should have come to, and the field of what it came to."""
        return [
            {
                "name": one.indicator.name, "clause": one.indicator.clause, "target": f"{figure(one.target)} {one.indicator.measure}",
                "expected": one.expected, "realised": self[f"measured_{one.indicator.pk}"],
            }
            for one in self.measured
        ]  # fmt: skip

    @property
    def activity_rows(self) -> list[dict[str, Any]]:
        """Each planned activity with its two fields."""
        return [
            {
                "activity": one.activity, "expected": one.expected, "done": self[f"done_{one.activity.pk}"],
                "said": self[f"said_{one.activity.pk}"],
            }
            for one in self.steps
        ]  # fmt: skip

    def progress(self) -> list[dict[str, Any]]:
        """The rows of the planned activities."""
        values = self.cleaned_data
        return [
            measuring.activity_row(
                one, values.get(f"done_{one.activity.pk}"), values.get(f"said_{one.activity.pk}", "").strip()
            )
            for one in self.steps
        ]

    @property
    def foreign_fields(self) -> list[forms.BoundField]:
        """What a report on cooperation abroad asks besides."""
        return [self[name] for name in FOREIGN_FIELDS if name in self.fields]

    @property
    def indicator_rows(self) -> list[dict[str, Any]]:
        """Each indicator with its three fields."""
        parts = ("name", "target", "realised")
        return [{"n": n, **{part: self[f"{part}_{n}"] for part in parts}} for n in range(1, self.count + 1)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("evidence") and not values.get("evidence_title"):
            self.add_error("evidence_title", "Beri judul agar bukti ini mudah dikenali.")
        return values

    def evidence_papers(self) -> list[tuple[str, Any]]:
        """Each file with its title; several are numbered."""
        files, title = self.cleaned_data["evidence"], self.cleaned_data["evidence_title"]
        if len(files) < 2:
            return [(title, file) for file in files]
        return [(f"{title} ({n} dari {len(files)})", file) for n, file in enumerate(files, start=1)]

    def indicators(self) -> list[dict[str, Any]]:
        """The indicators of the naskah, then the rows that name another one."""
        values = self.cleaned_data
        told = [measuring.indicator_row(one, values.get(f"measured_{one.indicator.pk}")) for one in self.measured]
        rows = [
            {part: values.get(f"{part}_{n}", "").strip() for part in ("name", "target", "realised")}
            for n in range(1, self.count + 1)
        ]
        return [*told, *(row for row in rows if row["name"])]


class EvaluationForm(ActForm):
    """Eleven scored points, the recommendation, a conclusion, and as many findings as there are."""

    template_name = "monitoring/forms/evaluation.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = typed_rows(self.data or self.initial, "finding", empty=True)
        self.count = min(MOST_FINDINGS, max(FINDINGS, shown + (MORE_FINDINGS if self.initial else 0)))
        own, units = {}, OrgUnit.objects.order_by("name")
        for key, label in POINTS:
            own[f"score_{key}"] = forms.TypedChoiceField(
                label=label, choices=[("", "Pilih nilai"), *SCORES], coerce=int
            )
            own[f"note_{key}"] = forms.CharField(label=f"Catatan: {label.lower()}", required=False, max_length=500)
        own["verdict"] = forms.ChoiceField(label="Rekomendasi", choices=Verdict.choices, widget=OptionCards())
        own["summary"] = forms.CharField(label="Kesimpulan", max_length=8000, widget=forms.Textarea(attrs={"rows": 4}))
        for n in range(1, self.count + 1):
            own[f"finding_{n}"] = forms.CharField(label=f"Temuan {n}", required=False, max_length=500)
            own[f"owner_{n}"] = forms.CharField(label=f"Penanggung jawab temuan {n}", required=False, max_length=160)
            own[f"unit_{n}"] = forms.ModelChoiceField(
                label=f"Perangkat daerah temuan {n}", queryset=units, required=False, empty_label="Pilih bila ada"
            )
            own[f"due_{n}"] = DayField(label=f"Tenggat temuan {n}", required=False, help_text="")
        self.fields = {**own, **self.fields}

    @property
    def point_rows(self) -> list[dict[str, Any]]:
        """Each scored point with its two fields."""
        return [{"label": label, "score": self[f"score_{key}"], "note": self[f"note_{key}"]} for key, label in POINTS]

    @property
    def finding_rows(self) -> list[dict[str, Any]]:
        """Each finding with its three fields."""
        return [
            {
                "n": n,
                "text": self[f"finding_{n}"],
                "owner": self[f"owner_{n}"],
                "unit": self[f"unit_{n}"],
                "due": self[f"due_{n}"],
            }
            for n in range(1, self.count + 1)
        ]

    @property
    def others(self) -> list[forms.BoundField]:
        """What every act may ask besides: its day, its reason."""
        return self.fields_but("score_", "note_", "finding_", "owner_", "unit_", "due_", "verdict", "summary")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for n in range(1, self.count + 1):
            if values.get(f"due_{n}"):
                self._judge_due(n, values[f"due_{n}"])
            if values.get(f"finding_{n}", "").strip() and not values.get(f"owner_{n}", "").strip():
                self.add_error(f"owner_{n}", "Sebut penanggung jawab temuan ini.")
            if values.get(f"finding_{n}", "").strip() and not values.get(f"due_{n}") and f"due_{n}" not in self.errors:
                self.add_error(f"due_{n}", "Sebut tenggat temuan ini.")
        return values

    def _judge_due(self, n: int, due: date) -> None:
        wrong = findings.due_lacks(due, clock.today())
        if wrong:
            self.add_error(f"due_{n}", wrong)

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        named = [n for n in range(1, self.count + 1) if values[f"finding_{n}"].strip()]
        return {
            "scores": {key: values[f"score_{key}"] for key, _ in POINTS},
            "notes": {key: values[f"note_{key}"] for key, _ in POINTS if values[f"note_{key}"]},
            "verdict": values["verdict"],
            "summary": values["summary"],
            "findings": [
                {
                    "text": values[f"finding_{n}"].strip(),
                    "owner": values[f"owner_{n}"].strip(),
                    "unit": values[f"unit_{n}"],
                    "due_on": values[f"due_{n}"],
                }
                for n in named
            ],
            "expect": values["expect"],
        }


ACT_FORMS: dict[str, type[ActForm]] = {"evaluate": EvaluationForm}
