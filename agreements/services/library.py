"""Keep the clauses of the region: written by the Bagian or the lawyers, retired when they no longer serve."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from agreements.content import MAX_TEXT, MAX_TITLE
from agreements.models import LibraryClause
from agreements.placeholders import KNOWN, unknown
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.reviews.services.keeping import keep, refuse_if

KEEPERS = (Office.BAGIAN, Office.KABAG, Office.HUKUM)


@transaction.atomic
def write_clause(
    clause: LibraryClause, *, instrument: str, key: str, title: str, text: str, note: str = "", by: User
) -> LibraryClause:
    """Keep a clause, new or changed; naskah that took it over before stay as they are. Raises NotYours, BadInput."""
    require(by, *KEEPERS)
    title = " ".join(title.split()).upper()
    text = text.replace("\r\n", "\n").strip()
    twins = LibraryClause.objects.filter(instrument=instrument, title=title, active=True).exclude(pk=clause.pk)
    strange = ", ".join(f"{{{name}}}" for name in unknown(text))
    known = ", ".join(f"{{{name}}}" for name in KNOWN)
    refuse_if(
        title="" if title else "Isi judul pasal.",
        text=f"Isian {strange} tidak dikenal. Yang dapat dipakai: {known}."
        if strange
        else ""
        if text
        else "Isi bunyi pasal.",
    )
    refuse_if(
        title="Pasal dengan judul ini sudah ada untuk bentuk naskah itu. Ubah yang ada atau pakai judul lain." if twins.exists()
        else f"Judul paling panjang {MAX_TITLE} huruf." if len(title) > MAX_TITLE else "",
        text=f"Bunyi pasal paling panjang {MAX_TEXT} huruf." if len(text) > MAX_TEXT else "",
    )  # fmt: skip
    values: dict[str, Any] = {
        "instrument": instrument, "key": key or slugify(title).replace("-", "_")[:40], "title": title, "text": text, "note": note.strip(),
    }  # fmt: skip
    for name, value in values.items():
        setattr(clause, name, value)
    return keep(clause, by=by, reason="Pasal pustaka ditulis")


@transaction.atomic
def retire_clause(clause: LibraryClause, *, by: User) -> LibraryClause:
    """Offer a clause no longer; it stays on record. Raises NotYours."""
    require(by, *KEEPERS)
    clause.active = False
    return keep(clause, by=by, reason="Pasal pustaka tidak dipakai lagi")
