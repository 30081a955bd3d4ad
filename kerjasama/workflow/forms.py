"""The form of an act: its own fields, and what every act of its kind asks (reason, date, the seen state)."""

from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.models import StagedModel


class ActForm(BaseForm):
    """Base of the small forms. A room subclasses it for an act that asks more than why and when.

    `by` is who fills it in, where the choices depend on the person.
    `date_label` names the date asked by a dated act; `summary(subject)` gives rows for the check before sending.
    """

    #: What its page runs besides the scripts of every page.
    scripts: tuple[str, ...] = ()
    date_label = "Tanggal kejadian"
    too_early = "Tanggal ini mendahului awal tahap. Periksa kembali urutannya."
    reason_label = "Alasan"
    reason_hint = "Alasan ini dibaca oleh semua pihak yang berkepentingan dan tersimpan dalam jejak."

    def __init__(self, *args: Any, subject: StagedModel, arrow: Arrow, by: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.arrow, self.by = subject, arrow, by
        if arrow.dated:
            self.fields["occurred_on"] = DayField(label=self.date_label, initial=clock.today)
        if arrow.asks_reason:
            self.fields["reason"] = forms.CharField(
                label=self.reason_label,
                help_text=self.reason_hint,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )
        self.fields["expect"] = forms.IntegerField(initial=subject.act_count, widget=forms.HiddenInput)

    @property
    def agenda_fields(self) -> list[forms.BoundField]:
        """Where numbers of the central agenda are typed; a template of its own draws them with these."""
        return [field for field in self.visible_fields() if field.name.startswith("agenda_")]

    def facts(self) -> dict[str, Any]:
        """The cleaned values, as keyword arguments for the door."""
        return dict(self.cleaned_data)

    def clean_occurred_on(self) -> Any:
        return self.lawful(self.cleaned_data["occurred_on"])

    def lawful(self, day: Any) -> Any:
        """A day on which the act can have happened, as it was given. Raises ValidationError for one to come, or too early."""
        if day > clock.today():
            raise forms.ValidationError("Tanggal tidak boleh sesudah hari ini.")
        if day < self.earliest():
            raise forms.ValidationError(self.too_early)
        return day

    def earliest(self) -> Any:
        """The first day on which the act can have happened: not before its stage began, as the door asks too."""
        return self.subject.stage_since
