"""What a member of the TKKSD types in the workroom."""

from collections.abc import Sequence
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
    conditions = forms.CharField(
        label="Syarat Anda", required=False, max_length=4000, strip=True, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hanya untuk “setuju dengan catatan”. Satu syarat satu baris; sekretaris dapat mengambilnya ke dalam kesimpulan.",
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0

    def clean_conditions(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["conditions"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        verdict = typed.get("verdict")
        if "verdict" not in self.errors and verdict == UNDECIDED:
            self.add_error(
                "verdict", "Pilih setuju, setuju dengan catatan, atau tidak setuju. “Belum menentukan” tidak disimpan."
            )
        elif verdict != Verdict.AGREE and "note" not in self.errors and not typed.get("note"):
            self.add_error("note", "Tulis catatan atau alasannya.")
        if typed.get("conditions") and verdict in (Verdict.AGREE, Verdict.DISAGREE):
            self.add_error("conditions", "Syarat hanya menyertai pendapat “setuju dengan catatan”.")
        return typed


class StepForm(BaseForm):
    """Why a member stands aside, or takes part again."""

    reason = forms.CharField(label="Alasan", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class RemarkForm(BaseForm):
    """A comment on a named part, with a proposed wording."""

    part = forms.ChoiceField(label="Bagian yang dikomentari")
    words = forms.CharField(label="Komentar", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    wording = forms.CharField(
        label="Usul rumusan", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, parts: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [("", "Pilih bagian"), *parts]


class QuestionForm(BaseForm):
    """A question to the unit that leads the case."""

    words = forms.CharField(label="Pertanyaan", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
