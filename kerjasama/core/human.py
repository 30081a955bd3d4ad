"""Keep machines from public forms without any outside service: a field to leave empty, and a signed time of opening.

Neither stores anything. What is typed stays: a form that was sent too fast is only asked to be sent again.
"""

from typing import Any

from django import forms
from django.core import signing

from kerjasama.core import clock
from kerjasama.core.forms import BaseForm

SALT = "kerjasama.core.human"
MAX_AGE_SECONDS = 12 * 60 * 60
TRAP, OPENED = "situs_web", "dibuka"


class HumanForm(BaseForm):
    """Base of forms that anybody may send. `min_seconds`: how long a person needs at least to fill it in.

    With `human=False` it only reads again what came through the door before.
    """

    template_name = "components/human_form.html"
    min_seconds = 2

    def __init__(self, *args: Any, human: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.human = human
        if not human:
            return
        self.fields[TRAP] = forms.CharField(
            label="Biarkan kosong", required=False, max_length=200,
            widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
        )  # fmt: skip
        self.fields[OPENED] = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput, initial=_stamp)

    @property
    def asked(self) -> list[forms.BoundField]:
        """The visible fields a person fills in."""
        return self.fields_but(TRAP)

    @property
    def trap(self) -> forms.BoundField:
        return self[TRAP]

    @property
    def opened(self) -> forms.BoundField:
        return self[OPENED]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.human:
            return values
        trapped, opened = values.pop(TRAP, ""), values.pop(OPENED, "")
        complaint = (
            "Formulir ini tidak dapat diterima. Muat ulang halaman, lalu isi kembali." if trapped else self._age(opened)
        )
        if complaint:
            self.add_error(None, complaint)
        return values

    def _age(self, opened: str) -> str:
        try:
            since = float(signing.loads(opened, salt=SALT, max_age=None))
        except (signing.BadSignature, ValueError, TypeError):
            return "Formulir ini tidak lengkap. Muat ulang halaman, lalu isi kembali."
        age = clock.now().timestamp() - since
        if age > MAX_AGE_SECONDS:
            return "Halaman ini terlalu lama terbuka. Muat ulang halaman, lalu kirim kembali."
        if age < self.min_seconds:
            return "Formulir terkirim terlalu cepat. Tunggu beberapa detik, lalu kirim sekali lagi."
        return ""


def _stamp() -> str:
    return signing.dumps(round(clock.now().timestamp(), 1), salt=SALT)
