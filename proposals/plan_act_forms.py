"""The small forms of the acts on the yearly plan that ask more than why and when."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.documents.marking_form import LetterParafForm
from kerjasama.workflow.forms import ActForm
from proposals import scoring
from proposals.models import PlanRow

NOTE = {"max_length": 2000, "widget": forms.Textarea(attrs={"rows": 3})}


class ScoreForm(ActForm):
    """The six parts of the priority, each from 1 to 5."""

    template_name = "proposals/plan/forms/score.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known, weight = self.subject.score_parts, scoring.weights()
        own = {
            f"score_{criterion.key}": forms.TypedChoiceField(
                label=criterion.label, choices=[("", "Pilih nilai"), *scoring.SCALE], coerce=int, initial=known.get(criterion.key, ""),
                help_text=f"{criterion.hint} Bobot {weight[criterion.key]}.",
            )
            for criterion in scoring.CRITERIA
        }  # fmt: skip
        self.fields = {**own, **self.fields}
        self.word_fields()
        self.formula = scoring.formula(weight)

    @property
    def score_fields(self) -> list[forms.BoundField]:
        return [self[f"score_{criterion.key}"] for criterion in scoring.CRITERIA]

    @property
    def others(self) -> list[forms.BoundField]:
        """What every act may ask besides: its day, its reason."""
        return self.fields_but("score_")

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        scores = {criterion.key: values[f"score_{criterion.key}"] for criterion in scoring.CRITERIA}
        return {name: value for name, value in values.items() if not name.startswith("score_")} | {"scores": scores}


class BappedaForm(ActForm):
    """What Bappeda says of the link to the development plan."""

    note = forms.CharField(
        label="Catatan Bappeda", required=False, help_text="Misalnya program RKPD yang menampungnya.", **NOTE
    )


class TkksdNoteForm(ActForm):
    """What the TKKSD says of one row."""

    date_label = "Tanggal pembahasan TKKSD"
    note = forms.CharField(label="Catatan TKKSD", **NOTE)


class ExtendForm(ActForm):
    """Another last day."""

    open_until = DayField(label="Batas pengusulan yang baru")

    def clean_open_until(self) -> date:
        day = self.cleaned_data["open_until"]
        if day < clock.today():
            raise forms.ValidationError("Pilih hari ini atau sesudahnya.")
        return day


class AdoptForm(ActForm):
    """The number, where the central agenda gives it, and the day."""

    date_label = "Tanggal Keputusan"
    number = forms.CharField(
        label="Nomor dari buku agenda", required=False, max_length=120,
        help_text="Kosongkan agar nomor diambil dari seri Keputusan aplikasi ini, tanpa celah.",
    )  # fmt: skip


PLAN_FORMS: dict[str, type[ActForm]] = {"extend": ExtendForm, "adopt": AdoptForm, "give_letter_paraf": LetterParafForm}
ROW_FORMS: dict[str, type[ActForm]] = {
    "verify_as_bagian": ScoreForm, "score_again": ScoreForm, "verify_as_bappeda": BappedaForm, "discuss": TkksdNoteForm,
}  # fmt: skip


class DiscussForm(BaseForm):
    """Notes of the TKKSD on several rows; a row without a note is left for another day."""

    held_on = DayField(label="Tanggal pembahasan TKKSD", initial=clock.today)

    def __init__(self, *args: Any, rows: Iterable[PlanRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        for row in self.rows:
            self.fields[f"note_{row.pk}"] = forms.CharField(
                label=f"Catatan TKKSD untuk {row.code}",
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def lines(self) -> list[tuple[PlanRow, forms.BoundField]]:
        return [(row, self[f"note_{row.pk}"]) for row in self.rows]

    def clean_held_on(self) -> date:
        day = self.cleaned_data["held_on"]
        if day > clock.today():
            raise forms.ValidationError("Tanggal tidak boleh sesudah hari ini.")
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.notes():
            self.add_error(None, "Tulis catatan TKKSD pada sedikitnya satu baris.")
        return values

    def notes(self) -> dict[int, str]:
        """pk -> note of the rows that have one."""
        return {row.pk: note for row in self.rows if (note := self.cleaned_data.get(f"note_{row.pk}", "").strip())}


class CopyForm(BaseForm):
    """Which rows of another list to copy."""

    rows = forms.ModelMultipleChoiceField(
        label="Baris yang disalin", queryset=PlanRow.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu baris."},
    )  # fmt: skip

    def __init__(self, *args: Any, rows: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rows"].queryset = rows


class MoveForm(BaseForm):
    """One place up or down by hand."""

    by_places = forms.TypedChoiceField(choices=[("-1", "Naik"), ("1", "Turun")], coerce=int, widget=forms.HiddenInput)
    reason = forms.CharField(label="Alasan mengubah urutan", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    expect = forms.IntegerField(widget=forms.HiddenInput)
