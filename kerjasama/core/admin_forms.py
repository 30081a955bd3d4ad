"""Forms of the admin: a parameter is typed as its kind asks, with basis and effect in sight."""

from typing import Any

from django import forms

from kerjasama.core.models import Holiday, Parameter
from kerjasama.core.parameter_registry import PARAMETERS
from kerjasama.core.parameter_spec import ParameterSpec

REASON = "Dicatat di riwayat bersama nama Anda."


class ParameterForm(forms.ModelForm):
    value = forms.CharField(label="Nilai")
    reason = forms.CharField(label="Alasan perubahan", max_length=500, help_text=REASON)

    class Meta:
        model = Parameter
        fields = ["value", "legal_basis", "verified"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spec = PARAMETERS[self.instance.key]
        self.fields["value"] = value_field(self.spec)
        self.initial["value"] = self._as_typed(self.instance.value)

    def clean_value(self) -> Any:
        return self.spec.clean(self.cleaned_data["value"])

    def _as_typed(self, stored: Any) -> Any:
        return ", ".join(map(str, stored)) if self.spec.kind == "list" else stored


def value_field(spec: ParameterSpec) -> forms.Field:
    """The form field for a parameter of this kind, saying its default, effect and basis."""
    known = "Nilai yang dikenal: " + ", ".join(code for code, _ in spec.choices) + ". "
    told = f"{spec.effect} Nilai bawaan: {spec.shown(spec.default)}."
    asked: dict[str, Any] = {"label": spec.label, "help_text": told}
    if spec.kind == "bool":
        return forms.TypedChoiceField(
            choices=[(True, "Ya"), (False, "Tidak")], coerce=lambda typed: typed == "True", **asked
        )
    if spec.kind == "choice":
        return forms.ChoiceField(choices=spec.choices, **asked)
    if spec.kind == "list":
        asked["help_text"] = f"Pisahkan dengan koma. {known if spec.choices else ''}{told}"
    return forms.CharField(max_length=200, **asked)


class HolidayForm(forms.ModelForm):
    reason = forms.CharField(label="Alasan perubahan", max_length=500, required=False, help_text=REASON)

    class Meta:
        model = Holiday
        fields = ["date", "name", "kind", "active"]
