"""How forms of the house look: label, hint, then the error, then the control.

``FORM_RENDERER = "kerjasama.core.forms.KerjasamaRenderer"`` gives every form of the site (those of
allauth too) this shape; rooms inherit `BaseForm` or `BaseModelForm` for the wording of errors.
"""

from collections.abc import Collection
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

PLAIN_CONTROLS = (
    forms.CheckboxInput,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
    forms.FileInput,
    forms.MultiWidget,
)
ASKED_BY_DJANGO = forms.Field.default_error_messages["required"]
TALL = "10"  # what Django gives a text area that nobody sized
CHOOSING = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple)


class HouseBoundField(forms.BoundField):
    """A bound field whose text controls carry the class of the house."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if not widget.is_hidden and not isinstance(widget, PLAIN_CONTROLS):
            # Attributes given here win over those of the widget, so its own class is carried along.
            # A MultiWidget would hand them to its parts, which have classes of their own (admin dates).
            own = attrs.get("class") or widget.attrs.get("class", "")
            attrs["class"] = f"in {own}".strip()
        return attrs

    @property
    def is_single_checkbox(self) -> bool:
        """True for one tick box, whose label stands after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """True where the label must say that nothing needs to be filled in."""
        asked_later = self.name in getattr(self.form, "asked_later", ())
        return not self.field.required and not self.is_single_checkbox and not asked_later


class KerjasamaRenderer(TemplatesSetting):
    """Finds widget templates through TEMPLATES and draws each field with components/field.html."""

    field_template_name = "components/field.html"
    form_template_name = "components/form_fields.html"
    bound_field_class = HouseBoundField


class HouseFormMixin:
    """No colon after labels; a missing answer is asked for by the name of its question."""

    error_css_class = "err"
    #: Fields that may be left empty now and must be filled sooner or later: their labels do not say otherwise.
    asked_later: Collection[str] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.word_fields()

    def word_fields(self) -> None:
        """Give every field the wording of the house; a form that adds fields of its own calls it again."""
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.Textarea) and field.widget.attrs.get("rows") == TALL:
                field.widget.attrs["rows"] = "4"
            if field.error_messages.get("required") == ASKED_BY_DJANGO:
                field.error_messages["required"] = _required_message(name, field)

    def full_clean(self) -> None:
        """Clean; fields that a form has added for itself by now are asked for by name like the others."""
        self.word_fields()
        super().full_clean()

    def fields_but(self, *prefixes: str) -> list[forms.BoundField]:
        """The visible fields whose names begin with none of these: what a template of its own leaves to the rest."""
        return [field for field in self.visible_fields() if not field.name.startswith(prefixes)]


def _required_message(name: str, field: forms.Field) -> str:
    label = field.label or name.replace("_", " ").capitalize()
    if isinstance(field, forms.FileField):
        return f"Unggah berkas untuk “{label}”"
    if isinstance(field, forms.BooleanField):
        return f"Beri tanda pada “{label}”"
    if isinstance(field.widget, CHOOSING):
        return f"Pilih jawaban untuk “{label}”"
    return f"Isi “{label}”"


class BaseForm(HouseFormMixin, forms.Form):
    """The form every room starts from."""


class BaseModelForm(HouseFormMixin, forms.ModelForm):
    """The model form every room starts from."""
