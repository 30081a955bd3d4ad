"""The forms of a paraf: read, declared, and given with the PIN."""

from typing import Any

from django import forms

from kerjasama.documents import letter_parafs
from kerjasama.workflow.forms import ActForm


class MarkForm(ActForm):
    """What every paraf asks: that it was read, and the PIN of the person; a subclass names what it binds."""

    pin = forms.CharField(label="PIN paraf", max_length=6, strip=True)

    def ask_combined(self, declaration: str) -> None:
        """One more box for a person who has marked this text in another office."""
        self.fields["combined"] = forms.BooleanField(
            label=declaration,
            error_messages={"required": "Nyatakan bahwa paraf kedua ini dibubuhkan dalam jabatan yang dirangkap."},
        )

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("read")
        values.pop("pin")
        return values


class LetterParafForm(MarkForm):
    """The paraf binds the file that was shown: its SHA-256 travels with the form."""

    seal = forms.CharField(widget=forms.HiddenInput)
    read = forms.BooleanField(
        label="Surat ini sudah saya baca dan saya setujui untuk diteruskan",
        error_messages={"required": "Nyatakan bahwa surat ini sudah Anda baca."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seal"].initial = letter_parafs.seal(letter_parafs.waiting_letters(self.subject))
