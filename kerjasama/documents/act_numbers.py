"""Acts whose papers take a number: the form asks for it where the central agenda gives it (rulings 10)."""

from typing import Any, ClassVar

from django import forms

from kerjasama.core import clock
from kerjasama.documents import number_rules
from kerjasama.documents.number_rules import Rule
from kerjasama.documents.numbering import field_of
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.services import NO_EFFECTS, Effects


class AsksNumbers:
    """Mixin for a room's act view: one more field for each number that is typed and not drawn.

    The numbers reach the records of the act as `act.data["numbers"]`, by type.
    """

    effects: ClassVar[Effects] = NO_EFFECTS

    def external(self) -> list[Rule]:
        """The rules of the types this act takes from the central agenda."""
        types = self.effects.number_types(self.arrow.act, self.subject)
        return [rule for rule in map(number_rules.rule_of, types) if rule.is_external]

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        for rule in self.external():
            form.fields[field_of(rule.code)] = forms.CharField(
                label=f"Nomor {rule.label.lower()} dari agenda pusat",
                max_length=120,
                help_text=f"Salin seperti dalam buku agenda. Polanya {rule.pattern}, misalnya {rule.example(clock.today())}.",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
                error_messages={"required": f"Isi nomor {rule.label.lower()} dari agenda pusat."},
            )
        return form

    def facts(self, form: ActForm) -> dict[str, Any]:
        typed = {rule.code: form.cleaned_data[field_of(rule.code)] for rule in self.external()}
        known = {field_of(code) for code in typed}
        facts = {name: value for name, value in super().facts(form).items() if name not in known}
        return facts | {"numbers": typed} if typed else facts
