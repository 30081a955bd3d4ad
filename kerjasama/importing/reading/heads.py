"""Which column is which fact, from the words at its head; a mapping by hand overrides and can be remembered."""

import hashlib
import json
import re
from collections.abc import Mapping as MappingType
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kerjasama.core.errors import BadInput
from kerjasama.importing.reading.fields import MANY, Field
from kerjasama.importing.reading.lines import words_of

LOWEST = 5
LONGEST_HEAD = 90
SHORT = {
    "tgl": "tanggal", "tg": "tanggal", "tggl": "tanggal", "nomer": "nomor", "nmr": "nomor", "ttd": "tanda tangan", "thn": "tahun", "th": "tahun",
    "kerjasama": "kerja sama", "ks": "kerja sama", "ket": "keterangan", "ket2": "keterangan", "pks": "naskah", "mou": "naskah", "kb": "naskah",
    "penanda": "penanda", "sd": "sampai dengan", "hingga": "sampai dengan", "sampai": "sampai", "perj": "perjanjian", "bln": "bulan", "jml": "jumlah",
    "start": "mulai", "end": "berakhir", "date": "tanggal", "title": "judul", "partner": "mitra", "number": "nomor", "organization": "instansi",
}  # fmt: skip
OURS = r"\b(?:pihak )?(?:kesatu|pertama|i|1|pemda|pemkab|pemkot|pemprov|pemerintah daerah|pemerintah kabupaten|pemerintah kota|daerah|kami)\b"
THEIRS = r"\b(?:pihak )?(?:kedua|ketiga|keempat|ii|iii|iv|2|3|4|mitra|instansi|lawan|lain)\b"

#: Score, field, pattern over the words of the head. The highest score wins a column.
RULES: tuple[tuple[int, Field, str], ...] = (
    (20, Field.NO, r"^(?:no|nomor urut|no urut|urut|nr)$"),
    (5, Field.NO, r"^nomor$"),
    (15, Field.YEAR, r"^tahun(?: (?:naskah|kerja sama|penandatanganan|tanda tangan|anggaran|dokumen))*$"),
    (12, Field.CATEGORY, r"\bkategori|jenis kerja sama|jenis mitra|kelompok|klasifikasi"),
    (7, Field.CATEGORY, r"^jenis$"),
    (11, Field.FORM, r"\b(?:bentuk|jenis) (?:naskah|dokumen|perjanjian|kesepakatan)|^bentuk(?: kerja sama)?$"),
    (8, Field.FORM, r"^(?:jenis|naskah|bentuk\b.*|naskah kerja sama|dokumen kerja sama|tipe)$"),
    (12, Field.TITLE, r"\b(?:tentang|judul|perihal)\b|^hal$|nama (?:kerja sama|perjanjian|naskah|dokumen)"),
    (7, Field.TITLE, r"\b(?:uraian|objek|materi|maksud|nama kegiatan|kegiatan)\b"),
    (10, Field.PARTY_US, r"^(?:nama )?(?:(?:pihak )?(?:kesatu|pertama)|pihak (?:i|1|daerah))$"),
    (12, Field.PARTNER, r"^(?:nama )?(?:(?:pihak )?(?:kedua|ketiga|keempat)|pihak (?:ii|iii|iv|2|3|4|lain))$"),
    (11, Field.PARTNER, r"\b(?:nama mitra|mitra|instansi|nama lembaga|lembaga|perusahaan)\b"),
    (10, Field.PARTNER, r"^(?:para )?pihak(?: pihak)?$|^pihak yang|^para pihak|^dengan$|^antara$|subjek kerja sama"),
    (14, Field.NUMBER_US, rf"\bnomor\b.*{OURS}|{OURS}.*\bnomor\b"),
    (15, Field.NUMBER_PARTNER, rf"\bnomor\b.*{THEIRS}|{THEIRS}.*\bnomor\b"),
    (10, Field.NUMBER, r"\bnomor\b.+|^.+ nomor$"),
    (6, Field.NUMBER, r"^nomor$"),
    (16, Field.SIGNER_US, rf"\b(?:penanda ?tangan|pejabat|nama pejabat)\b.*{OURS}|{OURS}.*\bpenanda ?tangan\b"),
    (17, Field.SIGNER_PARTNER, rf"\b(?:penanda ?tangan|pejabat|nama pejabat)\b.*{THEIRS}|{THEIRS}.*\bpenanda ?tangan\b"),
    (12, Field.SIGNER, r"\b(?:penanda ?tangan|yang menanda ?tangani|ditanda ?tangani oleh|pejabat)\b"),
    (18, Field.OFFICE_US, rf"\bjabatan\b.*{OURS}|{OURS}.*\bjabatan\b"),
    (19, Field.OFFICE_PARTNER, rf"\bjabatan\b.*{THEIRS}|{THEIRS}.*\bjabatan\b"),
    (13, Field.OFFICE, r"\bjabatan\b"),
    (16, Field.SIGNED_ON, r"\btanggal (?:di)?(?:penanda ?tangan|tanda tangan|naskah|surat|perjanjian|dokumen|kesepakatan)|\btanda tangan tanggal"),
    (12, Field.SIGNED_ON, r"\b(?:ditanda ?tangani|penanda ?tanganan|tanggal pengesahan)\b"),
    (8, Field.SIGNED_ON, r"^tanggal(?: (?:dd|mm|hh|bb) (?:dd|mm|hh|bb) \w+)?$"),
    (17, Field.STARTS_ON, r"\b(?:mulai|tmt|berlaku sejak|awal|terhitung|berlaku dari|efektif)\b"),
    (18, Field.ENDS_ON, r"\b(?:berakhir|berakhirnya|akhir|jatuh tempo|kadaluarsa|kadaluwarsa|kedaluwarsa|sampai|selesai)\b"),
    (13, Field.TERM, r"\b(?:jangka waktu|masa berlaku|masa kerja sama|durasi|lama kerja sama|lamanya|waktu berlaku|periode)\b"),
    (14, Field.STATUS, r"\bstatus\b"),
    (13, Field.UNIT, r"\b(?:opd|skpd|perangkat daerah|unit kerja|pd pelaksana|pelaksana|pemrakarsa|leading sector|dinas pengampu|pengampu)\b|^(?:pd|dinas)$"),
    (12, Field.AFFAIR, r"\b(?:urusan|bidang|sektor)\b"),
    (13, Field.SCOPE, r"ruang lingkup"),
    (15, Field.PARENT, r"\b(?:induk|payung|turunan|dasar naskah|naskah dasar)\b"),
    (14, Field.LINK, r"\b(?:tautan|link|url|drive|unduh|scan|pindaian|file|berkas|softcopy|arsip digital)\b"),
    (6, Field.LINK, r"^dokumen$"),
    (10, Field.REMARKS, r"\b(?:keterangan|catatan)\b"),
)  # fmt: skip
COMPILED = tuple((score, field, re.compile(pattern)) for score, field, pattern in RULES)


def head_words(head: str) -> str:
    """A head without signs and with its usual short forms written out; "No" alone stays the running number."""
    text = re.sub(r"\bs\s*[./]\s*d\b\.?", "sampai dengan", head.lower().replace("no.", "no "))
    text = re.sub(r"\(\s*(?:dd|mm|hh|bb)[-/. ].*?\)", " ", text)
    words = words_of(text).split()
    if len(words) > 1:
        words = ["nomor" if word == "no" else word for word in words]
    found = " ".join(SHORT.get(word, word) for word in words)
    return "no urut" if found == "nomor urut" else found


def candidates(head: str) -> list[tuple[int, Field]]:
    """The fields a head may mean, best first; none for a text too long to be a head."""
    if not head or len(head) > LONGEST_HEAD:
        return []
    words = head_words(head)
    if OTHER_NUMBERS.search(words):
        return []
    best: dict[Field, int] = {}
    for score, field, pattern in COMPILED:
        if pattern.search(words):
            best[field] = max(score, best.get(field, 0))
    return sorted(
        ((score, field) for field, score in best.items() if score >= LOWEST), key=lambda one: (-one[0], one[1])
    )


#: Numbers of people, money and letters, which are no number of a naskah; personal data stays out.
OTHER_NUMBERS = re.compile(
    r"\bnomor (?:permohonan|telepon|telp|hp|wa|kontak|ktp|nik|nip|npwp|rekening|agenda|identitas|registrasi|polisi|surat masuk)\b|^(?:nik|nip|npwp|no hp)$"
)


@dataclass(frozen=True)
class Placed:
    """One column: its head, what it was taken for, and why."""

    column: int
    head: str
    field: Field | None
    score: int = 0
    by_hand: bool = False


@dataclass(frozen=True)
class Mapping:
    """All columns of a sheet."""

    columns: tuple[Placed, ...]

    def of(self, field: Field) -> tuple[int, ...]:
        """The columns of a field, left to right."""
        return self._places.get(field, ())

    @cached_property
    def _places(self) -> dict[Field, tuple[int, ...]]:
        # Asked for every field of every row.
        fields = {placed.field for placed in self.columns if placed.field}
        return {field: tuple(placed.column for placed in self.columns if placed.field is field) for field in fields}

    def head(self, column: int) -> str:
        """The words above a column."""
        return next((placed.head for placed in self.columns if placed.column == column), "")

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that have a column, in the order of the enumeration."""
        return tuple(one for one in Field if one in self._places)

    @property
    def unmapped(self) -> tuple[Placed, ...]:
        """Columns with a head that nothing was taken from."""
        return tuple(placed for placed in self.columns if placed.field is None and placed.head)

    @property
    def signature(self) -> str:
        """The same for every file with the same heads: under it a mapping by hand is remembered."""
        return signature([placed.head for placed in self.columns])

    def to_json(self) -> str:
        """To be remembered."""
        columns = {str(placed.column): placed.field for placed in self.columns}
        return json.dumps({"signature": self.signature, "columns": columns}, sort_keys=True)


def signature(heads: Sequence[str]) -> str:
    """A name for a row of heads, whatever their spelling of capitals and signs."""
    return hashlib.sha256("|".join(map(words_of, heads)).encode()).hexdigest()[:32]


def place(heads: Sequence[str], by_hand: MappingType[int, Field | None] | None = None) -> Mapping:
    """Give every column at most one field and every single field at most one column, the best scores first.

    `by_hand` decides for the columns it names (None: leave this column). Raises BadInput when it gives one field two columns.
    """
    by_hand = by_hand or {}
    _refuse_doubles(by_hand)
    taken = {field for field in by_hand.values() if field}
    chosen: dict[int, tuple[int, Field]] = {}
    offers = sorted(
        (
            (score, column, field)
            for column, head in enumerate(heads)
            if column not in by_hand
            for score, field in candidates(head)
        ),
        key=lambda one: (-one[0], one[1]),
    )
    for score, column, field in offers:
        if column not in chosen and (field in MANY or field not in taken):
            chosen[column] = (score, field)
            taken.add(field)
    return Mapping(tuple(_placed(column, head, by_hand, chosen) for column, head in enumerate(heads)))


def _placed(
    column: int, head: str, by_hand: MappingType[int, Field | None], chosen: dict[int, tuple[int, Field]]
) -> Placed:
    if column in by_hand:
        return Placed(column, head, by_hand[column], by_hand=True)
    score, field = chosen.get(column, (0, None))
    return Placed(column, head, field, score)


def _refuse_doubles(by_hand: MappingType[int, Field | None]) -> None:
    single = [field for field in by_hand.values() if field and field not in MANY]
    if len(set(single)) < len(single):
        raise BadInput("Dua kolom dipetakan pada isian yang sama.", detail="Pilih satu kolom bagi setiap isian.")


def from_json(remembered: str, heads: Sequence[str]) -> dict[int, Field | None]:
    """A remembered mapping for the same heads. Raises BadInput for other heads or a broken text."""
    try:
        held = json.loads(remembered)
        columns = {int(column): Field(field) if field else None for column, field in held["columns"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BadInput("Pemetaan kolom yang tersimpan tidak terbaca.") from problem
    if held.get("signature") != signature(heads):
        raise BadInput("Pemetaan kolom yang tersimpan milik judul kolom yang lain.")
    return columns
