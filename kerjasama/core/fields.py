"""Form fields that read what people here write: "6,2 miliar", "23-11-2026"."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kerjasama.core.text import figure
from kerjasama.core.widgets import DayInput, FileDrop, RupiahInput

UNITS = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "m": 9,
    "triliun": 12,
    "t": 12,
}
AMOUNT = re.compile(r"(?:rp\.?)?\s*(-?[\d.,]+)\s*([a-z]*)\s*(?:rupiah)?", re.IGNORECASE)
ONE_POINT = re.compile(r"\d+\.\d{1,2}")


class RupiahField(forms.DecimalField):
    """An amount of money: "6.200.000.000", "Rp6.200.000.000,50" and "6,2 miliar" are all read.

    Gives a Decimal in rupiah with at most two places, as the columns of the house hold it.
    """

    widget = RupiahInput
    default_error_messages = {
        "invalid": "Tulis jumlah dalam rupiah, misalnya 6.200.000.000 atau 6,2 miliar",
        "min_value": "Jumlah tidak boleh kurang dari %(limit_value)s rupiah",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 0)
        super().__init__(max_digits=18, decimal_places=2, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = read_amount(value)
            if value is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # the control is text: min and step belong to number inputs


class FilesField(forms.FileField):
    """Several files in one control. Gives a list, empty where none was chosen."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(widget=FileDrop(multiple=True), **kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = list(data or [])
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.most:
            raise ValidationError(f"Pilih paling banyak {self.most} berkas sekaligus.", code="many")
        return [super(FilesField, self).clean(file, initial) for file in files]


GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+")


class FigureField(forms.DecimalField):
    """A measured number: "1.250", "87,5" and "87.5" are all read. Gives a Decimal with at most two places."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Tulis angka, misalnya 1.250 atau 87,5"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=18, decimal_places=2, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = value.strip().replace("\u00a0", "").replace(" ", "")
            if "," in value:
                value = value.replace(".", "").replace(",", ".")
            elif GROUPED.fullmatch(value):
                value = value.replace(".", "")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return figure(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal"}


def read_amount(written: str) -> str | None:
    """The plain decimal notation of an amount as people write it; "" for nothing, None when unreadable."""
    written = written.strip().replace("\u00a0", " ")
    if not written:
        return ""
    found = AMOUNT.fullmatch(written)
    if not found:
        return None
    digits, unit = found.group(1), found.group(2).lower()
    power = 0 if unit in ("", "rupiah") else UNITS.get(unit)
    if power is None:
        return None
    # "6.2 miliar" is a decimal point; "6.200" is six thousand two hundred.
    if not (power and ONE_POINT.fullmatch(digits)):
        digits = digits.replace(".", "").replace(",", ".")
    try:
        return format(Decimal(digits).scaleb(power), "f")
    except ArithmeticError:
        return None


#: No paper of a region is older than the republic, and none speaks of a day two centuries ahead: such a year is a slip of the hand.
FIRST_YEAR, LAST_YEAR = 1945, 2199


class DayField(forms.DateField):
    """A date written day first; a slash or an ISO date is read as well."""

    widget = DayInput
    default_error_messages = {
        "invalid": "Tulis tanggal sebagai tanggal-bulan-tahun, misalnya 23-11-2026",
        "year": f"Periksa tahunnya: tulis tahun antara {FIRST_YEAR} dan {LAST_YEAR}",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d"])
        kwargs.setdefault("help_text", "Contoh: 23-11-2026")
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day; raises ValidationError for what is no date, or of a year nobody can mean."""
        day = super().to_python(value)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["year"], code="year")
        return day
