"""Day first or month first: decided for a whole column, from proofs, then from the roman months of the numbers."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from kerjasama.importing.reading.day_words import cleaned
from kerjasama.importing.reading.days import DATES, Order
from kerjasama.importing.reading.lines import Plain

#: So many votes, and so large a share of them, make an order.
VOTES, SHARE = 2, 0.8
#: So many real dates, none after the 12th, beside text cells: a sign that Excel turned them.
TURNED = 3


@dataclass(frozen=True)
class Decision:
    """What a column of dates has proved. `turned` real dates are those Excel read the wrong way round."""

    order: Order | None
    reason: str
    turned: bool = False


@dataclass
class Evidence:
    """Collected over a column, cell by cell."""

    proofs: Counter[Order] = field(default_factory=Counter)
    votes: Counter[Order] = field(default_factory=Counter)
    unclear: int = 0
    real_right: int = 0
    real_wrong: int = 0
    real_small: int = 0
    real_large: int = 0

    def add(self, value: Plain, month: int | None = None) -> None:
        """Hear one cell; `month` is the roman month of the number in its row."""
        if isinstance(value, date):
            self._real(value, month)
        elif isinstance(value, str):
            for found in DATES.finditer(cleaned(value)):
                if found["fa"]:
                    self._figures(int(found["fa"]), int(found["fb"]), month)

    def _real(self, value: date, month: int | None) -> None:
        if value.day > 12:
            self.real_large += 1
            return
        self.real_small += 1
        if month and value.day != value.month:
            self.real_right += value.month == month
            self.real_wrong += value.day == month

    def _figures(self, first: int, second: int, month: int | None) -> None:
        if first > 12 >= second:
            self.proofs[Order.DAY_FIRST] += 1
        elif second > 12 >= first:
            self.proofs[Order.MONTH_FIRST] += 1
        elif first != second and first <= 12:
            self.unclear += 1
            if month == second:
                self.votes[Order.DAY_FIRST] += 1
            elif month == first:
                self.votes[Order.MONTH_FIRST] += 1

    def decide(self) -> Decision:
        """The order of the column with its reason, in Indonesian."""
        order, reason = self._order()
        if not self._turned():
            return Decision(order, reason)
        return Decision(order, f"{reason} Sebagian tanggal asli tampak terbalik dibaca Excel.".strip(), turned=True)

    def _order(self) -> tuple[Order | None, str]:
        if len(self.proofs) > 1:
            day, month = self.proofs[Order.DAY_FIRST], self.proofs[Order.MONTH_FIRST]
            return None, f"Bukti bertentangan: {day} sel hari lebih dulu, {month} sel bulan lebih dulu."
        if self.proofs:
            order = next(iter(self.proofs))
            return order, f"{SAID[order]}: {self.proofs[order]} sel memuat angka di atas 12 yang membuktikannya."
        cast = self.votes.total()
        if cast:
            order, times = self.votes.most_common(1)[0]
            if times >= VOTES and times >= SHARE * cast:
                return order, f"{SAID[order]}: bulan romawi pada nomor {times} dari {cast} baris membuktikannya."
            return None, f"Bulan romawi pada nomor tidak cukup: {times} dari {cast} baris."
        if self.unclear:
            return None, f"Tidak ada yang membuktikan urutan hari dan bulan ({self.unclear} sel)."
        return None, ""

    def _turned(self) -> bool:
        voted = self.real_wrong + self.real_right
        if voted:
            return self.real_wrong >= VOTES and self.real_wrong >= SHARE * voted
        left_over = bool(self.proofs) and len(self.proofs) == 1 and not self.unclear
        return left_over and not self.real_large and self.real_small >= TURNED


SAID = {Order.DAY_FIRST: "Hari lebih dulu", Order.MONTH_FIRST: "Bulan lebih dulu"}
HINT = re.compile(r"\(?\b(dd|mm|hh|bb)[-/. ](dd|mm|hh|bb)[-/. ](?:yy|tt)(?:yy|tt)?\)?", re.IGNORECASE)


def from_head(head: str) -> Decision | None:
    """The order a head states itself: "Tanggal (dd/mm/yyyy)"."""
    found = HINT.search(head)
    if not found or found[1].lower() == found[2].lower():
        return None
    order = Order.DAY_FIRST if found[1].lower() in {"dd", "hh"} else Order.MONTH_FIRST
    return Decision(order, f"{SAID[order]}: judul kolom mengatakannya.")
