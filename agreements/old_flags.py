"""What the register says of a naskah that did not pass through this system, with the article (statute 8)."""

from dataclasses import dataclass
from datetime import date

from agreements.models import OldNaskah
from agreements.routes import SINCE
from kerjasama.workflow.statute import CooperationKind

ABROAD = frozenset({CooperationKind.KSDPL, CooperationKind.KSDLL})
#: The day Permendagri 25/2020 came into force; for cooperation at home it is PP 28/2018 that counts.
ABROAD_SINCE = date(2020, 5, 22)
LEGACY, UNTRACED = "Naskah lama", "Tanpa jejak proses"


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark with the sentence that explains it."""

    label: str
    text: str
    law: str = ""


def is_legacy(kind: str, signed_on: date | None, year: int | None = None) -> bool:
    """Whether it was certainly signed before the rules of today; `year` is a hint where the day is unknown."""
    since = ABROAD_SINCE if kind in ABROAD else SINCE
    return signed_on < since if signed_on else bool(year and year < since.year)


def label(kind: str, signed_on: date | None) -> str:
    """The mark in one or two words."""
    return LEGACY if is_legacy(kind, signed_on) else UNTRACED


def flags(old: OldNaskah) -> list[Flag]:
    """All marks of an old naskah; there is always one."""
    year = old.hints.get("SIGNED_ON", {}).get("year")
    if is_legacy(old.kind, old.signed_on, year):
        law = "Permendagri 25/2020 Pasal 42" if old.kind in ABROAD else "PP 28/2018 Pasal 48"
        return [
            Flag(LEGACY, "Ditandatangani sebelum peraturan yang sekarang berlaku; tetap berlaku sampai berakhir.", law)
        ]
    text = "Tidak melalui tahapan dalam sistem ini; dicatat sebagaimana adanya."
    if old.signed_on is None:
        text += " Tanggal tanda tangannya belum diketahui, sehingga belum dapat dikatakan apakah ketentuan peralihan berlaku baginya."
    return [Flag(UNTRACED, text)]
