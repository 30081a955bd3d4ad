"""Put the papers of a bundle into one file: a PDF with bookmarks, or a ZIP with an index and hashes. The worker's hand."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.text import slugify

from kerjasama.core import clock
from kerjasama.core.exports import BYTE_ORDER_MARK, safe_cell, writer_to
from kerjasama.documents import storage
from kerjasama.documents.models import Bundle

CHUNK = 1024 * 1024
PDF = "pdf"
INDEX, ACTS, SUMS = "00-daftar-isi.html", "00-riwayat-tindakan.csv", "SHA256SUMS"
#: The list of contents is set with page numbers that depend on its own length: this many tries are always enough.
TRIES = 3


def write(bundle: Bundle, target: Path) -> None:
    """Write a bundle in its form. Raises LookupError when a paper is missing or damaged."""
    (_write_pdf if bundle.form == Bundle.Form.PDF else _write_zip)(bundle, target)


def _path(paper: Mapping[str, Any]) -> Path:
    """The bytes of a paper, compared with their hash. Raises LookupError when they are missing or damaged."""
    if storage.digest(paper["sha256"]) != paper["sha256"]:
        raise LookupError(f"berkas “{paper['title']}” tidak ditemukan atau rusak")
    return storage.root() / storage.path_of(paper["sha256"])


def _write_pdf(bundle: Bundle, target: Path) -> None:
    """Cover with list of contents, then every paper in order; qpdf reads the pages from their files as it writes."""
    # As with printing: only the worker needs it.
    import pikepdf  # noqa: PLC0415

    with ExitStack() as stack:
        whole = stack.enter_context(pikepdf.new())
        parts = [_part(stack, pikepdf, paper) for paper in bundle.contents["papers"]]
        lengths = [len(part.pages) if part else 0 for part in parts]
        cover = stack.enter_context(_cover(pikepdf, bundle, lengths))
        whole.pages.extend(cover.pages)
        starts = []
        for part in parts:
            starts.append(len(whole.pages))
            if part is not None:
                whole.pages.extend(part.pages)
        with whole.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Sampul dan daftar isi", 0))
            for paper, part, start in zip(bundle.contents["papers"], parts, starts, strict=True):
                if part is not None:
                    outline.root.append(pikepdf.OutlineItem(_bookmark(paper), start))
        whole.Root.PageMode = pikepdf.Name.UseOutlines
        whole.docinfo["/Title"] = bundle.contents["cover"]["heading"]
        whole.save(target)


def _part(stack: ExitStack, pikepdf: Any, paper: Mapping[str, Any]) -> Any:
    """The opened paper, or None for one that cannot be joined: the list says where it is to be had."""
    path = _path(paper)
    if paper["extension"] != PDF:
        return None
    try:
        return stack.enter_context(pikepdf.open(path))
    except pikepdf.PdfError:
        return None


def _cover(pikepdf: Any, bundle: Bundle, lengths: Sequence[int]) -> Any:
    """The cover, set again until the page numbers in it are true."""
    # WeasyPrint costs memory and start-up time: only the worker loads it.
    from kerjasama.documents.press import print_pdf  # noqa: PLC0415

    count, opened = 1, None
    for _ in range(TRIES):
        page, rows = count + 1, []
        for number, (paper, length) in enumerate(zip(bundle.contents["papers"], lengths, strict=True), start=1):
            rows.append({**paper, "place": number, "page": page if length else None, "pages": length})
            page += length
        told = render_to_string(
            "documents/bundle_cover.html", {**bundle.contents["cover"], "rows": rows, "asked_at": bundle.asked_at}
        )
        opened = pikepdf.open(io.BytesIO(print_pdf(told, bundle.fingerprint[:16].encode())))
        if len(opened.pages) == count:
            return opened
        count = len(opened.pages)
    return opened


def _bookmark(paper: Mapping[str, Any]) -> str:
    name = f"{paper['title']}, Nomor {paper['number']}" if paper["number"] else paper["title"]
    return f"[{paper['standing']}] {name}" if paper.get("standing") else name


def _write_zip(bundle: Bundle, target: Path) -> None:
    """Every paper under a name that sorts in order, an index page, the acts, and a list of hashes of all of them."""
    rows, told = [], bundle.contents["cover"]
    width = max(2, len(str(len(bundle.contents["papers"]))))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for number, paper in enumerate(bundle.contents["papers"], start=1):
            name = f"{number:0{width}d}-{_slug(paper)}.{paper['extension']}"
            with _path(paper).open("rb") as source, archive.open(zipfile.ZipInfo(name, _stamp()), "w") as sink:
                while piece := source.read(CHUNK):
                    sink.write(piece)
            rows.append({**paper, "name": name})
        shown = {**told, "rows": rows, "asked_at": bundle.asked_at}
        ours = {INDEX: render_to_string("documents/bundle_index.html", shown).encode()}
        if told.get("acts"):
            ours[ACTS] = _acts(told["acts"])
        for name, content in ours.items():
            archive.writestr(zipfile.ZipInfo(name, _stamp()), content)
        sums = {name: hashlib.sha256(content).hexdigest() for name, content in ours.items()}
        sums |= {row["name"]: row["sha256"] for row in rows}
        listed = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
        archive.writestr(zipfile.ZipInfo(SUMS, _stamp()), listed)


def _acts(acts: Sequence[Mapping[str, str]]) -> bytes:
    """The acts as a table for spreadsheets, the first act first."""
    out = io.StringIO()
    writer = writer_to(out)
    writer.writerow(["Dicatat pada", "Terjadi pada", "Perkara", "Tindakan", "Pelaku", "Jabatan", "Mewakili", "Alasan"])
    keys = ("recorded", "occurred", "about", "act", "actor", "seat", "principal", "reason")
    for act in acts:
        writer.writerow([safe_cell(act[key]) for key in keys])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _stamp() -> tuple[int, int, int, int, int, int]:
    now = clock.now().astimezone(clock.zone())
    return (now.year, now.month, now.day, now.hour, now.minute, now.second)


def _slug(paper: Mapping[str, Any]) -> str:
    marked = f"{paper.get('standing', '')} {paper['title']}"
    return slugify(marked)[:60].strip("-") or "dokumen"
