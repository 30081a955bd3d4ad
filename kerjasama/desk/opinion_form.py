"""What a member of the TKKSD types in the workroom."""

from typing import Any

from django import forms

from kerjasama.core.forms import BaseForm
from kerjasama.reviews.models.opinion import Verdict

UNDECIDED = ""


class OpinionForm(BaseForm):
    """Four ways to stand; everything but agreement says why."""

    verdict = forms.ChoiceField(
        label="Pendapat", required=False, choices=[(UNDECIDED, "Belum menentukan"), *Verdict.choices],
        widget=forms.RadioSelect(attrs={"class": "radiolist"}),
    )  # fmt: skip
    note = forms.CharField(
        label="Catatan untuk pemrakarsa", required=False, max_length=4000, strip=True, widget=forms.Textarea(attrs={"rows": 7}),
        help_text="Wajib diisi jika pendapat Anda bukan “Setuju”. Sebutkan bagian KAK atau pasal yang perlu diubah.",
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        verdict = typed.get("verdict")
        if "verdict" not in self.errors and verdict == UNDECIDED:
            self.add_error(
                "verdict", "Pilih setuju, setuju dengan catatan, atau tidak setuju. “Belum menentukan” tidak disimpan."
            )
        elif verdict != Verdict.AGREE and "note" not in self.errors and not typed.get("note"):
            self.add_error("note", "Tulis catatan atau alasannya.")
        return typed
