"""The places in a paper where its parties sign: read from the paper, made before the first signature.

A field that is added after a signature may break it; one that was there and is filled does not. The printed paper
marks each place by a named destination ("ttd-1"); where it has none the signature is invisible.
"""

import io
from collections.abc import Iterable
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, enumerate_sig_fields

from kerjasama.documents.signing.port import BadDocument, Placement

POINTS = 72 / 25.4
#: Millimetres of the space the template leaves (letters/naskah.css, .ttd).
WIDTH, HEIGHT = 62, 24


def name_of(order: int) -> str:
    """The field of a party: "PIHAK-1"."""
    return f"PIHAK-{order}"


def places(pdf: bytes, orders: Iterable[int]) -> dict[int, Placement]:
    """Where each party signs, by its order. Raises BadDocument for a file that is encrypted or cannot be read."""
    reader = _reader(pdf)
    anchors = _anchors(reader)
    pages = {page.reference: number for number, page in enumerate(_pages(reader), start=1)}
    return {order: _place(order, anchors.get(f"ttd-{order}"), pages) for order in orders}


def with_fields(pdf: bytes, wanted: Iterable[Placement]) -> bytes:
    """The file with an empty signature field for each place, added behind its own bytes."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for place in wanted:
        box = tuple(round(edge) for edge in place.box) if place.box else None
        spec = SigFieldSpec(
            sig_field_name=place.field, on_page=place.page - 1, box=box, empty_field_appearance=box is not None
        )
        append_signature_field(writer, spec)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def field_names(pdf: bytes) -> list[str]:
    """The names of all signature fields in a file, filled or not."""
    return [name for name, _, _ in enumerate_sig_fields(_reader(pdf))]


def _reader(pdf: bytes) -> PdfFileReader:
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            raise BadDocument("Berkas PDF terkunci, jadi tidak dapat ditandatangani.")
        return reader
    except (PdfError, ValueError, KeyError, TypeError) as problem:
        raise BadDocument("Berkas PDF ini tidak dapat dibaca.") from problem


def _anchors(reader: PdfFileReader) -> dict[str, list]:
    """Named destinations of the paper; our press writes them as one flat list."""
    held: Any = reader.root
    for step in ("/Names", "/Dests", "/Names"):
        if step not in held:
            return {}
        held = held[step]
    names = held
    return {str(names[i]): names[i + 1] for i in range(0, len(names) - 1, 2)}


def _pages(reader: PdfFileReader) -> list:
    count = int(reader.root["/Pages"]["/Count"])
    return [reader.find_page_for_modification(number)[0] for number in range(count)]


def _place(order: int, anchor: list | None, pages: dict) -> Placement:
    if anchor is None:
        return Placement(name_of(order))
    page = anchor.raw_get(0).reference
    left, top = float(anchor[2]), float(anchor[3])
    box = (left, top - HEIGHT * POINTS, left + WIDTH * POINTS, top)
    return Placement(name_of(order), pages[page], box)
