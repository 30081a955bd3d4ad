"""Take in the Word file that the partner has changed: a new version, its comments, and the file itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.text import slugify

from agreements import docx_in
from agreements.comparing import paired
from agreements.content import MAX_CLAUSES, MAX_TEXT, MAX_TITLE, Clause
from agreements.models import Agreement, DraftVersion
from agreements.services.drafting import write_version
from agreements.services.remarks import note_comments
from agreements.stages import Stage, Trait
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, uploads
from kerjasama.core.errors import BadInput, NotYet, UploadRefused
from kerjasama.documents import services as papers

PAPER = "PARTNER_DRAFT"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: the new version or None when its text is the same, how many comments, and what to tell."""

    version: DraftVersion | None
    comments: int
    told: tuple[str, ...]


@transaction.atomic
def take_docx(
    agreement: Agreement, upload: UploadedFile, *, sender: str, received_on: date, by: User, expect: int | None = None
) -> Taken:  # fmt: skip
    """Read a changed file as a new version. Raises NotYours, NotYet, BadInput, UploadRefused, Stale; then nothing is kept."""
    require(by, Office.BAGIAN)
    if agreement.stage != Stage.DRAFTING:
        raise NotYet(
            "Naskah sudah terkunci. Tarik naskah lebih dahulu bila teksnya perlu diubah; semua paraf akan batal."
        )
    if Trait.AMENDS in agreement.route.traits:
        raise NotYet(
            "Adendum disusun dari perubahan pasal demi pasal, sehingga DOCX tidak dibaca kembali. Catat keinginan mitra sebagai masukan, lalu terapkan "
            "pada halaman perubahan."
        )
    if received_on > clock.today():
        raise BadInput(
            "Tanggal diterima salah.", errors={"received_on": ["Tanggal diterima tidak boleh sesudah hari ini."]}
        )
    uploads.inspect(upload, allowed=("docx",))
    upload.seek(0)
    reading = docx_in.read(upload.read())
    upload.seek(0)
    _refuse_oversize(reading)
    newest = agreement.versions.first()
    clauses = with_keys(reading.clauses, newest.content)
    second = _second(agreement, newest, reading, clauses)
    title = _same_spelling(reading.title, newest.title)
    changed = _differs(newest, title, clauses, second)
    if not changed and not reading.comments:
        raise UploadRefused(
            "Berkas ini sama dengan versi terakhir dan tidak memuat komentar.",
            detail="Periksa apakah berkas yang dipilih memang berkas yang diubah mitra.",
        )
    file = papers.attach_upload(
        agreement, PAPER, f"Naskah dari {sender.strip()}", upload, by=by, dated=received_on, allowed=("docx",)
    )
    if changed:
        write_version(
            agreement, title=title, clauses=clauses, note=f"Perubahan dari {sender.strip()}"[:250], by=by, expect=expect,
            translation=second,
        )  # fmt: skip
    version = agreement.versions.first()
    kept = note_comments(agreement, version, reading.comments, document_id=file.pk, received_on=received_on, by=by)
    return Taken(version if changed else None, len(kept), tuple(_told(agreement, reading)))


def with_keys(clauses: list[Clause], known: tuple[Clause, ...]) -> list[Clause]:
    """Give the pasal of a file the keys by which the law knows them: those of the text it was made from."""
    named = [Clause(_key_of(c.title, known), c.title, c.paragraphs) for c in clauses]
    keys = {j: known[i].key for i, j in paired(known, named) if i is not None and j is not None}
    found: list[Clause] = []
    for place, clause in enumerate(named):
        key = keys.get(place) or slugify(clause.title).replace("-", "_")[:40] or f"pasal_{place + 1}"
        found.append(Clause(key, clause.title, clause.paragraphs))
    return found


def _key_of(title: str, known: tuple[Clause, ...]) -> str:
    """A pasal under the same title is the same; another one gets a key that nothing has."""
    return next((c.key for c in known if c.title == title), f"?{title}")


def _second(agreement: Any, newest: Any, reading: docx_in.Reading, clauses: list[Clause]) -> dict[str, Any] | None:
    """The second language of the file, beside the pasal of the first; None where the naskah has none."""
    if Trait.BILINGUAL not in agreement.route.traits:
        return None
    if len(reading.second) != len(clauses):
        raise UploadRefused(
            f"Bahasa kedua memuat {len(reading.second)} pasal, sedangkan bahasa Indonesia {len(clauses)} pasal.",
            detail="Kedua bahasa harus memuat pasal yang sama banyaknya. Lengkapi berkasnya, lalu unggah kembali.",
        )
    told = [Clause(c.key, second.title, second.paragraphs) for c, second in zip(clauses, reading.second, strict=True)]
    before = newest.translation or {}
    title = _same_spelling(reading.second_title, before.get("title", ""))
    return {**before, "title": title, "clauses": [clause.as_json() for clause in told]}


def _same_spelling(typed: str, known: str) -> str:
    """A title that differs in nothing but capitals and spaces, or is not in the file, is the one we have."""
    words = " ".join(typed.split())[:250]
    return known if not words or words.casefold() == " ".join(known.split()).casefold() else words


def _differs(newest: DraftVersion, title: str, clauses: list[Clause], second: dict[str, Any] | None) -> bool:
    same = title == newest.title and [c.as_json() for c in clauses] == newest.clauses
    return not same or (second is not None and second != newest.translation)


def _refuse_oversize(reading: docx_in.Reading) -> None:
    for number, clause in enumerate(reading.clauses, start=1):
        if not clause.title or not clause.paragraphs:
            raise UploadRefused(
                f"Pasal {number} dalam berkas ini tidak mempunyai judul atau isi.",
                detail="Tulis judul pada baris sesudah “Pasal …”, lalu isinya, kemudian unggah kembali.",
            )
        if len(clause.title) > MAX_TITLE or sum(map(len, clause.paragraphs)) > MAX_TEXT:
            raise UploadRefused(
                f"Pasal {number} terlalu panjang.", detail="Bagi menjadi beberapa pasal, lalu unggah kembali."
            )
    if len(reading.clauses) > MAX_CLAUSES:
        raise UploadRefused(
            f"Berkas ini memuat lebih dari {MAX_CLAUSES} pasal.", detail="Gabungkan pasal, lalu unggah kembali."
        )


def _told(agreement: Any, reading: docx_in.Reading) -> list[str]:
    found = []
    if reading.tracked:
        found.append(
            f"{reading.tracked} perubahan terlacak dibaca seolah-olah semuanya diterima; bandingkan sebelum melanjutkan."
        )
    if reading.ignored:
        found.append(f"Tidak ikut dibaca: {', '.join(reading.ignored)}. Berkas aslinya tersimpan pada naskah ini.")
    return found
