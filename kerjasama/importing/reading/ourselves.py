"""Recognising our own government in the ways people write it."""

import re
from dataclasses import dataclass

from kerjasama.importing.reading.lines import words_of

LEVELS = {
    "kabupaten": ("kabupaten", "kab"),
    "kota": ("kota",),
    "provinsi": ("provinsi", "prov", "propinsi"),
}
SHORT = {"kabupaten": "pemkab", "kota": "pemkot", "provinsi": "pemprov"}
HEADS = {"kabupaten": ("bupati",), "kota": ("wali kota", "walikota"), "provinsi": ("gubernur",)}
OWN_UNIT = re.compile(
    r"^(?:dinas|inspektorat|kecamatan|kelurahan|rsud|rumah sakit umum daerah|satuan polisi pamong praja|satpol pp|sekretariat daerah|setda"
    r"|bagian|badan (?!narkotika|pusat|pertanahan|nasional|pengawas|pemeriksa|penyelenggara))\b"
)


@dataclass(frozen=True)
class Us:
    """Our own government. `level` is kabupaten, kota or provinsi; empty where the name does not say."""

    level: str
    place: str

    @classmethod
    def named(cls, name: str) -> "Us":
        """From "Pemerintah Kabupaten Wanasari" or any of its short forms."""
        words = words_of(name)
        for level, short in SHORT.items():
            names = "|".join((short, *LEVELS[level], *HEADS[level]))
            found = re.search(rf"\b(?:{names}) (.+)$", words)
            if found:
                return cls(level, found[1])
        return cls("", re.sub(r"^(?:pemerintah daerah|pemerintah|pemda) ", "", words))

    def is_us(self, text: str) -> bool:
        """True for the government itself or its head, under any of its usual names."""
        return bool(self.place) and re.fullmatch(self._names(), words_of(text)) is not None

    def is_unit(self, text: str) -> bool:
        """True for an office of ours: "Dinas Kesehatan Kabupaten Wanasari"."""
        words = words_of(text)
        here = rf"(?:{'|'.join(LEVELS.get(self.level, ()))}) {re.escape(self.place)}$"
        return bool(self.level) and OWN_UNIT.match(words) is not None and re.search(here, words) is not None

    @staticmethod
    def looks_own(text: str) -> bool:
        """True for an office that could be of any region and names none: "Dinas Kesehatan"."""
        words = words_of(text)
        return (
            OWN_UNIT.match(words) is not None and re.search(r"\b(?:kabupaten|kab|kota|provinsi|prov)\b", words) is None
        )

    def _names(self) -> str:
        levels = "|".join(LEVELS.get(self.level, ("kabupaten", "kab", "kota", "provinsi", "prov")))
        heads = "|".join(HEADS.get(self.level, ())) or "bupati|gubernur"
        shorts = SHORT.get(self.level, "pemkab|pemkot|pemprov")
        place = re.escape(self.place)
        return rf"(?:(?:(?:pemerintah|pemda)(?: daerah)?|pemda) )?(?:(?:{levels}) )?{place}|(?:{shorts}) {place}|(?:{heads}) {place}"
