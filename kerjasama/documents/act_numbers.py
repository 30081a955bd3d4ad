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

    The numbers reach the records of the act as `act.data["numbers"]`: lists by type, in the order of the papers.
    """

    effects: ClassVar[Effects] = NO_EFFECTS

    def external(self) -> list[tuple[Rule, int]]:
        """The rules of the types this act takes from the central agenda, with how many numbers of each."""
        wanted = self.effects.number_types(self.arrow.act, self.subject)
        found = [(number_rules.rule_of(code), count) for code, count in wanted.items()]
        return [(rule, count) for rule, count in found if rule.is_external]

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        for rule, count in self.external():
            for place in range(1, count + 1):
                form.fields[field_of(rule.code, place)] = _field(rule, place, count)
        return form

    def facts(self, form: ActForm) -> dict[str, Any]:
        facts, numbers = dict(super().facts(form)), {}
        for rule, count in self.external():
            names = [field_of(rule.code, place) for place in range(1, count + 1)]
            numbers[rule.code] = [form.cleaned_data[name] for name in names]
            facts = {name: value for name, value in facts.items() if name not in names}
        return facts | {"numbers": numbers} if numbers else facts


def _field(rule: Rule, place: int, count: int) -> forms.CharField:
    which = f"Nomor {rule.label.lower()} dari agenda pusat"
    return forms.CharField(
        label=which if count == 1 else f"{which}, {place} dari {count}",
        max_length=120,
        help_text=f"Salin seperti dalam buku agenda. Polanya {rule.pattern}, misalnya {rule.example(clock.today())}.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": f"Isi nomor {rule.label.lower()} dari agenda pusat."},
    )
