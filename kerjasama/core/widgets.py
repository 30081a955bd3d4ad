"""Controls of the house: option cards, money, dates, files."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from kerjasama.core import text

MEGABYTE = 1024 * 1024


class OptionCards(forms.RadioSelect):
    """Radio buttons as cards, each with a line that says what the choice leads to.

    ``OptionCards(consequences={"YES": "Perlu persetujuan DPRD"}, two=True)``; `two` sets them side by side.
    """

    template_name = "components/widgets/option_cards.html"

    def __init__(
        self,
        attrs: Mapping[str, Any] | None = None,
        choices: Any = (),
        *,
        consequences: Mapping[str, str] | None = None,
        two: bool = False,
    ) -> None:
        super().__init__(attrs, choices)
        self.consequences = dict(consequences or {})
        self.two = two

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["consequence"] = self.consequences.get(str(value), "")
        return option

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["two"] = self.two
        return context


class Suggestions(forms.TextInput):
    """A text with known answers to choose from; any other words are as good."""

    template_name = "components/widgets/suggestions.html"

    def __init__(self, known: Sequence[str], attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.known = list(known)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}-usul"
        context["widget"]["attrs"]["list"] = list_id
        context["widget"] |= {"known": self.known, "list_id": list_id}
        return context


class RupiahInput(forms.TextInput):
    """An amount with Rp in front and, when it can be read, the amount in words below."""

    template_name = "components/widgets/rupiah.html"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal | int):
            return text.rupiah(Decimal(value)).removeprefix("Rp")
        return super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        amount = value if isinstance(value, Decimal | int) else None
        context["widget"]["words"] = text.rupiah_words(Decimal(amount)) if amount else ""
        return context


class DayInput(forms.DateInput):
    """A date typed as 23-11-2026: a native picker would show it in the browser's own order."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        base = {"inputmode": "numeric", "autocomplete": "off", "class": "w-s", "maxlength": "10"}
        super().__init__({**base, **(attrs or {})}, format="%d-%m-%Y")


class FileDrop(forms.ClearableFileInput):
    """A field to drop a file on, with a button that does the same (upload.js checks size and kind)."""

    template_name = "components/widgets/file_drop.html"

    def __init__(
        self,
        attrs: Mapping[str, Any] | None = None,
        *,
        accept: str = ".pdf",
        max_bytes: int = 10 * MEGABYTE,
        multiple: bool = False,
    ) -> None:
        self.allow_multiple_selected = multiple
        super().__init__({"accept": accept, "multiple": multiple, **(attrs or {})})
        self.max_bytes = max_bytes

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["max_bytes"] = str(self.max_bytes)
        context["widget"]["max_words"] = f"{self.max_bytes // MEGABYTE} MB"
        return context
