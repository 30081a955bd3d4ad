"""Choose one of 552 regions by typing: a list of suggestions, and plain text without scripts."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse_lazy

from kerjasama.parties.models import Region
from kerjasama.parties.selectors import autonomous_regions, eligible_regions

CODE = re.compile(r"\(?\b(\d{2}(?:\.\d{2})?)\b\)?")
TOO_MANY = 5


def as_typed(region: Region) -> str:
    """How a region stands in the text field: "Kabupaten Sleman (34.04)"."""
    return f"{region.full_name} ({region.code})"


class RegionInput(forms.TextInput):
    """A text field whose suggestions are fetched while typing."""

    template_name = "parties/region_input.html"
    options_url = reverse_lazy("parties:region_options")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["options_id"] = f"{widget['attrs'].get('id', name)}_pilihan"
        widget["options_url"] = self.options_url
        widget["attrs"] |= {"list": widget["options_id"], "autocomplete": "off"}
        return context


class RegionField(forms.CharField):
    """Gives a Region that may be our party, or None when empty.

    Reads a suggestion, a code, or a name that fits one region only.
    """

    widget = RegionInput

    def regions(self, q: str = "") -> QuerySet[Region]:
        """What may be chosen."""
        return eligible_regions(q)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 150)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Region):
            return as_typed(value)
        # A model form starts from the stored key; what was typed comes back untouched.
        region = Region.objects.filter(pk=value).first() if value and CODE.fullmatch(str(value)) else None
        return as_typed(region) if region else value

    def clean(self, value: Any) -> Region | None:
        typed = super().clean(value)
        if not typed:
            return None
        code = CODE.search(typed)
        if code:
            found = list(self.regions().filter(pk=code.group(1)))
        else:
            found = list(self.regions(typed)[: TOO_MANY + 1])
            exact = [r for r in found if typed.casefold() in (r.name.casefold(), r.full_name.casefold())]
            found = exact or found
        return self._only(found)

    def _only(self, found: list[Region]) -> Region:
        if not found:
            raise ValidationError(
                "Daerah ini tidak ditemukan, atau bukan daerah otonom di luar daerah sendiri.",
                code="unknown",
            )
        if len(found) > 1:
            names = "; ".join(as_typed(region) for region in found[:TOO_MANY])
            raise ValidationError(f"Lebih dari satu daerah cocok. Pilih salah satu: {names}", code="many")
        return found[0]


class OwnRegionInput(RegionInput):
    """As above, with our own region among the suggestions."""

    options_url = reverse_lazy("setup:region_options")


class OwnRegionField(RegionField):
    """Which of the regions we are ourselves."""

    widget = OwnRegionInput

    def regions(self, q: str = "") -> QuerySet[Region]:
        return autonomous_regions(q)
