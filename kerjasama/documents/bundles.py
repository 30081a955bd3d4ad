"""The papers of a case as one file to read: a PDF with bookmarks, or a ZIP with an index. Made by the worker.

A bundle is made from papers that stand; it holds no fact of its own and is thrown away after some days. Whoever asks
for one says which papers: that those may be read by him is the asker's page to know.
"""

import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils.text import slugify
from django_tasks import task

from kerjasama.accounts.models import User
from kerjasama.core import clock, text
from kerjasama.documents import storage
from kerjasama.documents.models import Bundle, Document

FOLDER = "gabungan"
CHUNK = 1024 * 1024
PDF = "pdf"
#: The list of contents is set with page numbers that depend on its own length: this many tries are always enough.
TRIES = 3


def papers_of(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """What a bundle keeps of each paper: enough to find its bytes and to name it."""
    return [
        {
            "id": document.pk, "title": document.title, "number": document.number,
            "dated": text.date_long(document.dated) if document.dated else "", "sha256": document.file.sha256,
            "size": document.file.size, "pages": document.file.pages, "extension": document.file.extension,
        }
        for document in documents
    ]  # fmt: skip


@transaction.atomic
def ask(
    key: str, form: str, *, cover: Mapping[str, Any], documents: Sequence[Document], file_name: str, by: User
) -> Bundle:
    """The bundle of these papers with this cover; one that is made or being made is answered as it is."""
    contents = {"cover": dict(cover), "papers": papers_of(documents)}
    fingerprint = hashlib.sha256(json.dumps(contents, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    wanted = {"key": key, "form": form, "fingerprint": fingerprint}
    standing = Bundle.objects.filter(**wanted).exclude(state=Bundle.State.FAILED).first()
    if standing is not None and (not standing.is_ready or file_of(standing) is not None):
        return standing
    if standing is not None:
        standing.delete()
    try:
        with transaction.atomic():
            bundle = Bundle.objects.create(
                **wanted, contents=contents, file_name=file_name, asked_by=by, asked_at=clock.now()
            )
    except IntegrityError:
        return Bundle.objects.get(**wanted, state__in=[Bundle.State.QUEUED, Bundle.State.READY])
    make_bundle.enqueue(bundle.pk)
    return bundle


@task()
def make_bundle(bundle_id: int) -> str:
    """Put one bundle together; says what became of it."""
    return str(make(bundle_id).state)


def make(bundle_id: int) -> Bundle:
    """Put a queued bundle together. A failure is recorded on it and not raised; safe to run twice."""
    bundle = Bundle.objects.get(pk=bundle_id)
    if bundle.state != Bundle.State.QUEUED:
        return bundle
    folder = storage.root() / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{secrets.token_hex(16)}.{bundle.form.lower()}"
    try:
        (_write_pdf if bundle.form == Bundle.Form.PDF else _write_zip)(bundle, target)
        with target.open("rb") as handle:
            bundle.sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
        bundle.path, bundle.size, bundle.state = f"{FOLDER}/{target.name}", target.stat().st_size, Bundle.State.READY
    # Whatever goes wrong must be kept and shown; asking again makes a new one.
    except Exception as problem:
        target.unlink(missing_ok=True)
        bundle.state, bundle.failure = Bundle.State.FAILED, f"{type(problem).__name__}: {problem}"[:1000]
    bundle.save()
    return bundle


def file_of(bundle: Bundle) -> Path | None:
    """Where the bytes of a bundle lie; None when they are gone."""
    path = storage.root() / bundle.path
    return path if bundle.is_ready and path.is_file() else None


def clear(before: datetime) -> int:
    """Throw away what was asked for before a moment; answers how many."""
    old = list(Bundle.objects.filter(asked_at__lt=before))
    for bundle in old:
        path = file_of(bundle)
        bundle.delete()
        if path is not None:
            path.unlink(missing_ok=True)
    return len(old)


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
    return f"{paper['title']}, Nomor {paper['number']}" if paper["number"] else paper["title"]


def _write_zip(bundle: Bundle, target: Path) -> None:
    """Every paper under a name that sorts in order, an index page and a list of hashes."""
    rows = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for number, paper in enumerate(bundle.contents["papers"], start=1):
            name = f"{number:02d}-{_slug(paper['title'])}.{paper['extension']}"
            with _path(paper).open("rb") as source, archive.open(zipfile.ZipInfo(name, _stamp()), "w") as sink:
                while piece := source.read(CHUNK):
                    sink.write(piece)
            rows.append({**paper, "name": name})
        index = render_to_string(
            "documents/bundle_index.html", {**bundle.contents["cover"], "rows": rows, "asked_at": bundle.asked_at}
        )
        archive.writestr(zipfile.ZipInfo("00-daftar-isi.html", _stamp()), index)
        sums = "".join(f"{row['sha256']}  {row['name']}\n" for row in rows)
        archive.writestr(zipfile.ZipInfo("SHA256SUMS.txt", _stamp()), sums)


def _stamp() -> tuple[int, int, int, int, int, int]:
    now = clock.now().astimezone(clock.zone())
    return (now.year, now.month, now.day, now.hour, now.minute, now.second)


def _slug(title: str) -> str:
    return slugify(title)[:60].strip("-") or "dokumen"
