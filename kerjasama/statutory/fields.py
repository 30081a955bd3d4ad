"""What a report tells of each naskah and each case under way, as tables: one list for page, PDF, Excel and comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kerjasama.core import text

Row = Mapping[str, Any]
NOTHING = "Belum diisi"


class Form(StrEnum):
    """How a fact is kept in the frozen content: words, an ISO day, rupiah as a decimal string, a count."""

    TEXT = "TEXT"
    DATE = "DATE"
    MONEY = "MONEY"


@dataclass(frozen=True, slots=True)
class Field:
    """One fact. `reported`: it comes from the monev report of the period, and is unknown without one.

    `nothing` is what stands in place of words that are rightly absent.
    """

    key: str
    label: str
    form: Form = Form.TEXT
    reported: bool = False
    nothing: str = ""

    def value(self, row: Row) -> Any:
        """As a workbook takes it: a day, a number or words."""
        kept = row.get(self.key)
        if not kept:
            return self.shown(row)
        if self.form is Form.DATE:
            return date.fromisoformat(kept)
        return Decimal(kept) if self.form is Form.MONEY else kept

    def shown(self, row: Row) -> str:
        """In words; what is unknown says so."""
        kept = row.get(self.key)
        if not kept:
            return (
                row["report"]
                if self.reported and not row.get("has_report")
                else self.nothing or NOTHING
                if self.form is Form.TEXT
                else "–"
            )
        if self.form is Form.DATE:
            return text.date_long(date.fromisoformat(kept))
        return text.rupiah(Decimal(kept)) if self.form is Form.MONEY else str(kept)


#: The union of what a report at home and one abroad must tell (statute 9; Permendagri 25/2020 art. 37).
NASKAH = (
    Field("title", "Judul"),
    Field("kind", "Jenis"),
    Field("category", "Kategori"),
    Field("instrument", "Bentuk naskah"),
    Field("parties", "Para pihak dan nomor"),
    Field("signed_on", "Ditandatangani", Form.DATE),
    Field("starts_on", "Mulai", Form.DATE),
    Field("ends_on", "Berakhir", Form.DATE),
    Field("unit", "Pelaksana"),
    Field("state", "Keadaan"),
    Field("ended_on", "Berakhir sejak", Form.DATE),
    Field("end_ground", "Sebab berakhir", nothing="–"),
    Field("background", "Latar belakang"),
    Field("aims", "Maksud dan tujuan"),
    Field("scope", "Objek dan ruang lingkup"),
    Field("benefits", "Penerima manfaat"),
    Field("report", "Laporan monev"),
    Field("activities", "Pelaksanaan kegiatan", reported=True),
    Field("progress", "Kemajuan fisik", reported=True),
    Field("outputs", "Keluaran", reported=True),
    Field("outcomes", "Hasil dan manfaat", reported=True),
    Field("indicators", "Capaian indikator", reported=True),
    Field("financing", "Pembiayaan", reported=True),
    Field("planned", "Anggaran", Form.MONEY, reported=True),
    Field("realised", "Realisasi anggaran", Form.MONEY, reported=True),
    Field("money", "Hasil berupa uang", Form.MONEY),
    Field("goods", "Hasil berupa barang", Form.MONEY),
    Field("other", "Hasil lain", Form.MONEY),
    Field("results", "Rincian hasil"),
    Field("problems", "Permasalahan", reported=True),
    Field("follow_up", "Tindak lanjut", reported=True),
    Field("light", "Lampu evaluasi", reported=True),
    Field("verdict", "Rekomendasi evaluasi", reported=True),
    Field("findings", "Temuan terbuka", reported=True),
)
PROCESS = (
    Field("code", "Usulan"),
    Field("title", "Judul"),
    Field("kind", "Jenis"),
    Field("partners", "Mitra"),
    Field("unit", "Pemrakarsa"),
    Field("short", "Tahap"),
    Field("stage", "Keadaan"),
    Field("since", "Sejak", Form.DATE),
)
LEFT_OUT = (Field("why", "Yang tidak dimuat dan sebabnya"), Field("count", "Jumlah naskah"))
OVERDUE = (
    Field("title", "Naskah"),
    Field("unit", "Pelaksana"),
    Field("period", "Periode laporan monev"),
    Field("due_on", "Tenggat", Form.DATE),
)
#: Which list of the content is compared, by what it is called, and with which facts.
COMPARED: dict[str, tuple[str, tuple[Field, ...]]] = {
    "naskah": ("Naskah", NASKAH),
    "process": ("Usulan dalam proses", PROCESS),
}
