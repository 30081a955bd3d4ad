"""What must hold before an act on a naskah abroad: languages, consultations, the Surat Konfirmasi, the head in person."""

from collections.abc import Iterator
from typing import Any

from agreements.content import Clause, required
from agreements.stages import Trait
from kerjasama.accounts.permissions import Seat
from kerjasama.core import clock
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard
from proposals.guards.foreign import MOST_YEARS, consultation_lacks, permit_lacks
from proposals.routes.traits import Trait as CaseTrait

PM25 = "Permendagri 25/2020 Pasal"
PP28 = "PP 28/2018 Pasal"


@guard(basis="UU 24/2009 Pasal 31", on=(Trait.BILINGUAL,))
def has_second_language(agreement: Any) -> Iterator[str]:
    """The same clauses in the partner's language or English, and which text prevails."""
    newest = agreement.versions.first()
    other = newest.translation if newest else {}
    if not other.get("language"):
        yield "Bahasa kedua belum dipilih."
    if not str(other.get("title", "")).strip():
        yield "Judul dalam bahasa kedua belum diisi."
    if not str(other.get("prevailing", "")).strip():
        yield "Bahasa yang dipakai bila terdapat perbedaan penafsiran belum disebut."
    yield from _untranslated(agreement, other)


def _untranslated(agreement: Any, other: dict[str, Any]) -> Iterator[str]:
    clauses = [Clause(c["key"], c["title"], tuple(c["paragraphs"])) for c in other.get("clauses", ())]
    written = {c.key for c in clauses if c.title.strip() and any(p.strip() for p in c.paragraphs)}
    for requirement in required(agreement.route_key):
        if requirement.blocks and requirement.key not in written:
            yield f"Pasal belum ada dalam bahasa kedua: {requirement.label}."


@guard(basis=f"{PM25} 14 dan 32", on=(Trait.FOREIGN,))
def term_is_lawful(agreement: Any) -> Iterator[str]:
    """A letter of intent lasts a year at most, a naskah five."""
    most = 1 if Trait.INTENT in agreement.route.traits else MOST_YEARS
    if agreement.term_years > most:
        yield f"Masa berlaku paling lama {most} tahun."


@guard(basis=f"{PM25} 14; {PP28} 28 ayat (4)", on=(Trait.INTENT,))
def both_consulted(agreement: Any) -> Iterator[str]:
    """The Menteri and the Menlu were consulted before the letter of intent is signed."""
    yield from consultation_lacks(agreement.proposal)


@guard(
    "Surat Konfirmasi Menteri Luar Negeri atas teks ini belum ada. Tidak ada yang dapat menandatangani tanpa surat itu.",
    basis=f"{PP28} 33 ayat (3) dan (4)", on=(Trait.CONFIRMED,),
)  # fmt: skip
def is_confirmed(agreement: Any) -> bool:
    return confirmation(agreement) is not None


def confirmation(agreement: Any) -> Any:
    """The Surat Konfirmasi on the very text that is locked, or None."""
    if not agreement.text_hash:
        return None
    return reviews.answered_exchange(agreement, "FOREIGN_MINISTER", "CONFIRMATION", agreement.text_hash)


@guard(
    "Naskah luar negeri ditandatangani Kepala Daerah sendiri, tanpa kuasa dan tidak oleh pejabat yang mewakilinya.",
    basis=f"{PP28} 23 ayat (1)", on=(Trait.IN_PERSON,),
)  # fmt: skip
def signs_in_person(agreement: Any, seat: Seat | None) -> bool:
    return seat is None or not seat.principal_name


@guard(basis=f"{PM25} 30; PP 59/2016 Pasal 7 dan 16", on=(Trait.FOREIGN,))
def permits_hold(agreement: Any) -> Iterator[str]:
    """Where the partner needs permits, both are valid on the day of signing."""
    if CaseTrait.PERMITTED in agreement.proposal.route.traits:
        yield from permit_lacks(agreement.proposal, clock.today())


@guard("Pengiriman salinan pernyataan kehendak kepada Menteri belum dicatat.", basis=f"{PM25} 14", on=(Trait.INTENT,))
def copy_was_sent(agreement: Any) -> bool:
    return reviews.answered_exchange(agreement, "MINISTER", "INTENT_COPY") is not None


@guard("Salinan pernyataan kehendak sudah dikirim kepada Menteri.", hides=True)
def copy_is_to_be_sent(agreement: Any) -> bool:
    return reviews.answered_exchange(agreement, "MINISTER", "INTENT_COPY") is None


@guard("Gubernur sudah mencatat penerimaan surat.", hides=True)
def awaits_governor_receipt(agreement: Any) -> bool:
    row = reviews.open_exchange(agreement, "GOVERNOR", "DRAFT")
    return row is not None and row.received_on is None


@guard("Penerimaan surat oleh Gubernur belum dicatat.")
def governor_has_received(agreement: Any) -> bool:
    row = reviews.open_exchange(agreement, "GOVERNOR", "DRAFT")
    return row is not None and row.received_on is not None


@guard("Lima hari kerja Gubernur belum lewat.", basis=f"{PM25} 20 ayat (4)")
def governor_is_overdue(agreement: Any) -> bool:
    row = reviews.open_exchange(agreement, "GOVERNOR", "DRAFT")
    return row is not None and row.due_on is not None and clock.today() > row.due_on


def unconsulted_before(agreement: Any, day: Any) -> Iterator[str]:
    """Which consultation bears a date after the day of signing."""
    named = (
        ("MINISTER", "Tanggapan Menteri Dalam Negeri"),
        ("FOREIGN_MINISTER", "Konsultasi dengan Menteri Luar Negeri"),
    )
    for authority, label in named:
        row = reviews.answered_exchange(agreement.proposal, authority, "INTENT")
        if row is None or row.answered_on > day:
            yield f"{label} harus bertanggal sebelum LoI ditandatangani, {date_long(day)}."
