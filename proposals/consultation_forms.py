"""The forms of the acts around the TKKSD: call, opinion, conditions; the record of a meeting has its own module."""

from typing import Any

from django import forms

from kerjasama.accounts.permissions import seats
from kerjasama.core import text
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.forms import ActForm
from proposals.guards import reportable


class MeetingCallForm(ActForm):
    """Day, hour, place and agenda of the meeting."""

    held_on = DayField(label="Tanggal rapat")
    held_at = forms.TimeField(
        label="Pukul", initial="09.00", input_formats=["%H.%M", "%H:%M"],
        widget=forms.TimeInput(format="%H.%M", attrs={"class": "w-s"}), help_text="Contoh: 09.00",
    )  # fmt: skip
    place = forms.CharField(label="Tempat", max_length=160)
    agenda = forms.CharField(label="Acara", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class OpinionForm(ActForm):
    """What a member of the TKKSD thinks."""

    asked_later = ("note",)
    verdict = forms.ChoiceField(
        label="Pendapat",
        choices=[("AGREE", "Setuju"), ("AGREE_WITH_NOTES", "Setuju dengan catatan"), ("DISAGREE", "Tidak setuju")],
        widget=OptionCards(),
    )
    note = forms.CharField(
        label="Catatan", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wajib diisi bila bukan “Setuju”.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("verdict") not in (None, "AGREE") and not values.get("note", "").strip():
            self.add_error("note", "Tulis alasan pendapat Anda.")
        return values


class OpenItemForm(ActForm):
    """Choose one of several open points and say what was done."""

    date_label = "Tanggal dipenuhi"
    note = forms.CharField(label="Bagaimana dipenuhi", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open = {str(row.pk): row for row in self.open_rows()}
        choices = [(key, row.text) for key, row in self.open.items()]
        first = choices[0][0] if choices else None
        point = forms.ChoiceField(label=self.point_label, choices=choices, widget=OptionCards(), initial=first)
        self.fields = {"point": point, **self.fields}

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["point"] = int(values["point"])
        return values


class ConditionForm(OpenItemForm):
    """Tick a condition off; what its owner reported stands beside it."""

    point_label = "Syarat yang dipenuhi"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reports = {
            key: f"Dilaporkan {row.reported_by} pada {text.date_long(row.reported_on)}: {row.report_note}"
            + (" Buktinya ada di antara dokumen usulan." if row.report_paper_id else "")
            for key, row in self.open.items()
            if row.reported_on
        }
        self.fields["point"].widget.consequences = reports

    def open_rows(self) -> Any:
        return reviews.open_conditions(self.subject)


class ConditionReportForm(ConditionForm):
    """How a condition was met, as its owner tells it, with what proves it."""

    evidence = forms.FileField(
        label="Bukti", required=False, widget=FileDrop(), help_text="Bila ada, dalam bentuk PDF, paling besar 10 MB."
    )

    def open_rows(self) -> Any:
        return reportable(self.subject, seats(self.by)) if self.by is not None else super().open_rows()
