"""The forms of the pages on which papers are worded."""

from typing import Any

from django import forms

from kerjasama.core.forms import BaseForm
from kerjasama.documents.slots import FORMS, Kind, Slot

STATES = (
    ("", "Semua keadaan"),
    ("baku", "Naskah baku"),
    ("disesuaikan", "Disesuaikan"),
    ("tetap", "Tidak dapat disesuaikan"),
)
ONE_LINE = 200
SORTS = (("nama", "Nama"), ("penanda", "Penanda tangan"), ("terbaru", "Perubahan terbaru"))


class TemplateFilter(BaseForm):
    """What the list of papers can be narrowed by."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau penanda tangan"})
    )  # fmt: skip
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=STATES)
    urut = forms.ChoiceField(label="Urutkan", required=False, choices=SORTS)


class WordingForm(BaseForm):
    """One field for each slot of a paper, the reason, and the number of the edition that was read. The service judges them."""

    expect = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, template: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slots = FORMS[template].slots
        self.asked_later = {slot.key for slot in slots if slot.kind != Kind.LINES} | {"reason"}
        for slot in slots:
            self.fields[slot.key] = _field(slot)
        self.fields["reason"] = forms.CharField(
            label="Alasan perubahan", required=False, help_text="Tercatat pada riwayat edisi, misalnya arahan atau peraturan daerah yang mendasarinya."
        )  # fmt: skip
        self.word_fields()

    def typed(self) -> dict[str, str]:
        """What was typed for each slot."""
        return {key: value for key, value in self.cleaned_data.items() if key not in {"expect", "reason"}}


class RestoreForm(BaseForm):
    """Why the standard wording comes back."""

    expect = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Alasan", max_length=300)


def _field(slot: Slot) -> forms.Field:
    if slot.kind == Kind.CHOICE:
        return forms.ChoiceField(
            label=slot.label, required=False, choices=[(name, name) for name in slot.choices], help_text=slot.hint
        )
    hint = slot.hint
    if slot.allowed:
        names = ", ".join(f"{{{name}}}" + (" (wajib)" if name in slot.required else "") for name in slot.allowed)
        hint = f"{hint} Isian: {names}.".strip()
    rows = 4 if slot.kind == Kind.LINES or slot.longest > 200 else 2
    return forms.CharField(
        label=slot.label, required=False, widget=forms.Textarea(attrs={"rows": rows}), help_text=hint
    )
