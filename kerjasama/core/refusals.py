"""A refusal shown on the form that was refused: each sentence at its field."""

from collections.abc import Mapping

from django import forms

from kerjasama.core.errors import Refusal


def show(
    form: forms.BaseForm, refusal: Refusal, *others: forms.BaseForm, names: Mapping[str, str] | None = None
) -> None:
    """Put each sentence of a refusal at its field, in this form or in one beside it, else on top of this one.

    `names` says which field of the form stands for another ("ends_on" is asked as "last_day", "" is on top); the field "" is a refusal
    that names none, shown with its message.
    """
    told = getattr(refusal, "errors", None) or {"": [" ".join(filter(None, (refusal.message, refusal.detail)))]}
    for field, sentences in told.items():
        name = (names or {}).get(field, field)
        if name and name not in form.fields:
            name = field
        holder = next((one for one in (form, *others) if name in one.fields), None)
        (holder or form).add_error(name if holder else None, sentences)
