"""The forms of the exchange of originals."""

from datetime import date
from typing import Any

from django import forms

from agreements.originals import Original, originals, sendable
from agreements.stages import Carriage
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm


def _named(original: Original) -> str:
    return f"Naskah asli ke-{original.number}, untuk {original.keeper.name} ({original.where})"


class OriginalsForm(ActForm):
    """Which of the originals it is about."""

    originals = forms.MultipleChoiceField(
        label="Naskah asli", widget=forms.CheckboxSelectMultiple, error_messages={"required": "Pilih paling sedikit satu naskah asli."}
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = self.choose()
        field = self.fields["originals"]
        field.choices = [(str(original.number), _named(original)) for original in self.known]
        if len(self.known) == 1:
            field.initial = [str(self.known[0].number)]

    def choose(self) -> list[Original]:
        """Those that the act may be about."""
        raise NotImplementedError

    def earliest(self) -> date:
        """Not before the naskah was laid ready, or the first of them was sent."""
        moves = [original.move for original in self.known if original.move is not None]
        return min([move.sent_on for move in moves], default=self.subject.signed_on or self.subject.stage_since)

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["originals"] = sorted(int(number) for number in values["originals"])
        return values


class SendForm(OriginalsForm):
    """To whom they go, and how."""

    date_label = "Tanggal dikirim atau diserahkan"
    party = forms.ChoiceField(label="Kepada", widget=forms.RadioSelect)
    carriage = forms.ChoiceField(label="Cara", choices=Carriage.choices, widget=OptionCards())
    tracking = forms.CharField(label="Nomor resi atau surat pengantar", required=False, max_length=120)
    received_by = forms.CharField(
        label="Diterima oleh", required=False, max_length=160, help_text="Diisi bila diserahkan langsung; yang lain dicatat saat diterima."
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [(p.order, p.name) for p in self.subject.parties.order_by("order")]
        self.order_fields(["originals", "party", "carriage", "occurred_on", "tracking", "received_by"])

    def choose(self) -> list[Original]:
        return sendable(self.subject)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("carriage") == Carriage.HANDED and not values.get("received_by"):
            self.add_error("received_by", "Sebut siapa yang menerimanya langsung.")
        return values

    def facts(self) -> dict[str, Any]:
        values = super().facts()
        return {**values, "party": int(values["party"])}


class ReceiptForm(OriginalsForm):
    """When they arrived, and who took them."""

    date_label = "Tanggal diterima"
    received_by = forms.CharField(label="Diterima oleh", max_length=160)
    file = forms.FileField(
        label="Tanda terima", required=False, widget=FileDrop(), help_text="Pindaian tanda terima dalam bentuk PDF, bila ada."
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["originals", "received_by", "occurred_on", "file"])

    def choose(self) -> list[Original]:
        return [original for original in originals(self.subject) if original.under_way]


ORIGINALS_FORMS: dict[str, type[ActForm]] = {"send_original": SendForm, "receive_original": ReceiptForm}
