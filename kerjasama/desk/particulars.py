"""What some cases hold and others do not, as cards of names and values: each shows itself when its rows are there."""

from collections.abc import Callable, Iterator
from typing import Any

from kerjasama.core import text
from kerjasama.desk.particulars_others import THIRD_PARTY
from kerjasama.parties import borders
from proposals.guards.mandatory import all_parties
from proposals.models import Proposal

Card = dict[str, Any]
NAMES = (
    ("potential", "Potensi"),
    ("characteristics", "Karakteristik"),
    ("needs", "Kebutuhan"),
    ("externality", "Eksternalitas"),
)


def cards(proposal: Proposal) -> list[Card]:
    """The particulars of a case, in the order of its way."""
    return [card for source in SOURCES for card in source(proposal) if card["rows"]]


def _card(title: str, *pairs: tuple[str, Any]) -> Card:
    return {"title": title, "rows": [{"name": name, "value": value} for name, value in pairs if value]}


def _mapping(proposal: Proposal) -> Iterator[Card]:
    mapping = getattr(proposal, "mapping", None)
    if mapping is None:
        return
    pairs = [(label, getattr(mapping, name)) for name, label in NAMES]
    known = len(borders.known(all_parties(proposal))) if mapping.externality else 0
    yield _card("Pemetaan urusan", *pairs, ("Batas daerah tercatat", f"{known} pasang" if known else ""))


def _coordination(proposal: Proposal) -> Iterator[Card]:
    held = getattr(proposal, "coordination", None)
    if held is None:
        return
    yield _card(
        "Koordinasi teknis", ("Tingkat", held.get_level_display()), ("Berita acara", held.number),
        ("Tanggal", text.date_long(held.held_on)), ("Tempat", held.place), ("Penyelenggara", held.convened_by),
        ("Objek yang disepakati", held.agreed_objects),
    )  # fmt: skip


def _secretariat(proposal: Proposal) -> Iterator[Card]:
    held = getattr(proposal, "secretariat", None)
    if held is None:
        return
    yield _card(
        "Sekretariat Kerja Sama", ("Keputusan bersama", held.decree_number), ("Tanggal", text.date_long(held.decree_date)),
        ("Kedudukan", held.seat), ("Daerah dan objek", f"{held.regions} daerah, {held.objects_count} objek"),
        ("Jangka waktu", f"{held.term_years} tahun"),
    )  # fmt: skip


def _oversight(proposal: Proposal) -> Iterator[Card]:
    for row in proposal.oversights.all():
        yield _card(
            row.get_step_display(), ("Oleh", row.get_authority_display()), ("Nomor surat", row.number),
            ("Tanggal", text.date_long(row.dated)), ("Pokok isi", row.summary), ("Persetujuan Menteri", row.minister_number),
        )  # fmt: skip


SOURCES: tuple[Callable[[Proposal], Iterator[Card]], ...] = (
    _mapping,
    _coordination,
    _secretariat,
    _oversight,
    *THIRD_PARTY,
)
