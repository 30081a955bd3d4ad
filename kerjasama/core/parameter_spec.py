"""What a parameter is: its type, its legal basis, and how a typed value is checked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from django.core.exceptions import ValidationError

Kind = Literal["int", "bool", "choice", "list", "text"]


class Applies(StrEnum):
    """From when a change counts, so that a page can say which running work it leaves alone (rulings 8)."""

    AT_ONCE = "AT_ONCE"
    NEXT_STAGE = "NEXT_STAGE"  # deadlines are frozen when a stage begins
    NEXT_CASE = "NEXT_CASE"  # a case keeps the route it began under
    NEXT_TEXT = "NEXT_TEXT"  # the chain of paraf is frozen with the text
    NEXT_LETTER = "NEXT_LETTER"  # the chain under a letter is frozen when it is issued
    NEXT_DRAFT = "NEXT_DRAFT"  # a naskah keeps the terms under which it was opened
    NEXT_MEETING = "NEXT_MEETING"  # the quorum is frozen when a meeting is called
    NEXT_SCHEDULE = "NEXT_SCHEDULE"  # an open report keeps its period and its deadline
    NEXT_REPORT = "NEXT_REPORT"  # an opened statutory report keeps its period and its deadline
    NEXT_PAPER = "NEXT_PAPER"  # what is printed stays as it is
    NEXT_NUMBER = "NEXT_NUMBER"  # what is numbered keeps its number
    NEXT_SCORE = "NEXT_SCORE"  # a row of the yearly plan keeps its score with its weights
    NEXT_INVITATION = "NEXT_INVITATION"  # a letter that went out keeps its date


@dataclass(frozen=True)
class ParameterSpec:
    """One entry of the registry.

    `choices` are pairs of code and label: the allowed values of a choice, the allowed members of
    a list of codes; a list without choices holds whole numbers. `minimum` and `maximum` bound an
    int and the members of a list of ints. `verified` is True only where the article was read.
    """

    key: str
    label: str
    default: Any
    kind: Kind
    legal_basis: str
    effect: str
    applies: Applies = Applies.AT_ONCE
    verified: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    minimum: int = 0
    maximum: int = 3650
    check: Callable[[Any], None] | None = None
    may_be_empty: bool = False

    def clean(self, typed: Any) -> Any:
        """The typed value as it is stored. Raises ValidationError with an Indonesian sentence."""
        cleaned = getattr(self, f"_clean_{self.kind}")(typed)
        if self.check is not None:
            self.check(cleaned)
        return cleaned

    def shown(self, stored: Any) -> str:
        """The value as a person reads it."""
        if self.kind == "bool":
            return "Ya" if stored else "Tidak"
        labels = dict(self.choices)
        if self.kind == "list":
            return ", ".join(str(labels.get(item, item)) for item in stored) or "Tidak ada"
        text = str(labels.get(stored, stored))
        return f"{text} {self.unit}".strip()

    def _clean_int(self, typed: Any) -> int:
        if isinstance(typed, bool) or not re.fullmatch(r"\d{1,6}", str(typed).strip()):
            raise ValidationError("Isi dengan bilangan bulat, tanpa titik atau koma.")
        number = int(typed)
        if not self.minimum <= number <= self.maximum:
            raise ValidationError(f"Isi dengan bilangan {self.minimum} sampai {self.maximum}.")
        return number

    def _clean_bool(self, typed: Any) -> bool:
        if not isinstance(typed, bool):
            raise ValidationError("Pilih ya atau tidak.")
        return typed

    def _clean_choice(self, typed: Any) -> str:
        if typed not in dict(self.choices):
            raise ValidationError("Pilih salah satu nilai yang tersedia.")
        return typed

    def _clean_list(self, typed: Any) -> list[Any]:
        items = [part for part in re.split(r"[\s,;]+", typed) if part] if isinstance(typed, str) else typed
        if not isinstance(items, list | tuple) or (not items and not self.may_be_empty):
            raise ValidationError("Isi paling sedikit satu nilai, dipisahkan dengan koma.")
        if len({str(item) for item in items}) != len(items):
            raise ValidationError("Setiap nilai hanya boleh ditulis satu kali.")
        if not self.choices:
            return [self._clean_int(item) for item in items]
        unknown = [str(item) for item in items if item not in dict(self.choices)]
        if unknown:
            raise ValidationError(f"Nilai ini tidak dikenal: {', '.join(unknown)}.")
        return list(items)

    def _clean_text(self, typed: Any) -> str:
        text = str(typed).strip()
        if not text or len(text) > 200:
            raise ValidationError("Isi dengan teks, paling panjang 200 karakter.")
        return text


def number_pattern_is_known(pattern: str) -> None:
    """Refuse a number pattern with unknown slots, or one that could give two equal numbers."""
    allowed = {"klasifikasi", "urut", "jenis", "unit", "bulan_romawi", "tahun"}
    slots = re.findall(r"\{([^{}]*)\}", pattern)
    rest = re.sub(r"\{[a-z_]+\}", "", pattern)
    if set(slots) - allowed or "{" in rest or "}" in rest:
        names = ", ".join(f"{{{name}}}" for name in sorted(allowed))
        raise ValidationError(f"Gunakan hanya isian ini di dalam kurung kurawal: {names}.")
    if not {"urut", "tahun"} <= set(slots):
        raise ValidationError("Pola nomor harus memuat {urut} dan {tahun} agar nomor tidak kembar.")
