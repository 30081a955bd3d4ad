"""Make, receive, publish, annul and replace the papers of a case."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import UploadedFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction

from kerjasama.accounts.models import Government, User
from kerjasama.core import uploads
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents import codes, letter_parafs, links, numbering, storage, wording
from kerjasama.documents.models import Document, IssuedNumber, StoredFile
from kerjasama.documents.printing import render
from kerjasama.documents.rendering import TEMPLATE_VERSIONS, bears_catchwords
from kerjasama.documents.tasks import render_document

__all__ = [
    "annul",
    "attach",
    "attach_upload",
    "issue",
    "publish",
    "render",
    "retry",
    "store_bytes",
    "store_upload",
    "supersede",
]


def store_upload(upload: UploadedFile, *, by: User, allowed: Sequence[str] = ("pdf",)) -> StoredFile:
    """Check an uploaded file and keep its bytes. Raises UploadRefused or StorageFailed."""
    seen = uploads.inspect(upload, allowed=allowed)
    upload.seek(0)
    return store_bytes(upload.read(), name=seen.name, content_type=seen.content_type, pages=seen.pages, by=by)


@transaction.atomic
def store_bytes(
    content: bytes, *, name: str, content_type: str, pages: int | None = None, by: User | None
) -> StoredFile:
    """Keep bytes that are already trusted. The same content is one row, under its first name."""
    sha256 = storage.keep(content)
    held = StoredFile.objects.filter(sha256=sha256).first()
    if held is not None:
        return held
    fresh = StoredFile(
        sha256=sha256, size=len(content), content_type=content_type, original_name=name[:200],
        path=storage.path_of(sha256), pages=pages,
    )  # fmt: skip
    fresh._history_user = by
    try:
        # Two hands may bring the same bytes in the same moment: the second waits here for the first to commit.
        with transaction.atomic():
            fresh.save()
    except IntegrityError:
        return StoredFile.objects.get(sha256=sha256)
    return fresh


@transaction.atomic
def attach(
    subject: models.Model, kind: str, title: str, file: StoredFile, *, by: User, number: str = "",
    dated: date | None = None, public: bool = False,
) -> Document:  # fmt: skip
    """A paper that exists already as a file. `number` and `dated` are those of its sender."""
    return _create(
        subject, by, kind=kind, title=title, file=file, number=number.strip(), dated=dated, public=public,
        status=Document.Status.READY,
    )  # fmt: skip


@transaction.atomic
def attach_upload(
    subject: models.Model, kind: str, title: str, upload: UploadedFile, *, by: User, number: str = "",
    dated: date | None = None, allowed: Sequence[str] = ("pdf",),
) -> Document:  # fmt: skip
    """`store_upload` and `attach` in one. Raises UploadRefused or StorageFailed."""
    file = store_upload(upload, by=by, allowed=allowed)
    return attach(subject, kind, title, file, by=by, number=number, dated=dated)


@transaction.atomic
def issue(
    subject: models.Model, kind: str, *, template: str, context: Mapping[str, Any], by: User, title: str,
    dated: date, series: str = "", unit_code: str = "", number: str = "", public: bool = False,
    numbers: Mapping[str, list[str]] | None = None,
) -> Document:  # fmt: skip
    """A paper of ours: number it, freeze its facts and queue its printing, in one transaction.

    With `series` a number is drawn (unit of the government when `unit_code` is empty), or taken from
    `numbers` (by type) where the central agenda gives it; `number` is one that was given before. The frozen context gains `number`,
    `dated` (ISO), `verify_url`, `short_code`, `catchwords`, and the wording
    of the region where it has adapted the paper. Raises BadInput, or NotYet from the numbering.
    """
    if series and number:
        raise ValueError("a number is either drawn or given")
    typed = numbering.next_typed(numbers, series) if series else number.strip()
    issued = _number(subject, series, unit_code, typed, dated)
    token, short_code = codes.new_token(), codes.new_short_code()
    facts = {
        **wording.dressed(template, context),
        "number": issued.text if issued else "",
        "dated": dated.isoformat(),
        "verify_url": links.verify_url(token),
        "short_code": short_code,
        "catchwords": bears_catchwords(template),
    }
    version = TEMPLATE_VERSIONS.get(template, 1)
    frozen = json.loads(json.dumps(facts, cls=DjangoJSONEncoder))
    document = _create(
        subject, by, kind=kind, title=title, number=facts["number"], dated=dated, public=public,
        template=template, template_version=version, context=frozen,
        data_hash=fingerprint(template, version, frozen), token=token, short_code=short_code,
        issued_number=issued, status=Document.Status.QUEUED,
    )  # fmt: skip
    letter_parafs.lay(document, by=by)
    render_document.enqueue(document.pk)
    return document


@transaction.atomic
def annul(document: Document, *, reason: str, by: User) -> None:
    """Take a paper back, with the reason. Its number stays in the register as cancelled; paraf on it are void.

    The number is kept when another standing paper carries it too. Raises BadInput without a
    reason, NotYet when the paper was annulled or replaced before.
    """
    reason = reason.strip()
    if not reason:
        raise BadInput("Tulis alasan pembatalan.", errors={"reason": ["Tulis alasan pembatalan."]})
    held = _standing(document, "dibatalkan")
    held.status, held.annulled_reason = Document.Status.ANNULLED, reason
    _save(held, by, reason, "status", "annulled_reason")
    letter_parafs.make_void(held, by=by, reason=reason)
    for sheet in letter_parafs.sheets_of(held):
        annul(sheet, reason=reason, by=by)
    number = held.issued_number
    if number is not None and not _carried_by_another(number, held):
        numbering.cancel(number, reason=reason, by=by)
    _carry_back(held, document)


@transaction.atomic
def supersede(old: Document, new: Document, *, by: User) -> None:
    """Let `new` stand in place of `old`. Raises NotYet when `old` no longer stands."""
    if (old.subject_type_id, old.object_id) != (new.subject_type_id, new.object_id) or old.pk == new.pk:
        raise ValueError("a paper is replaced by another paper of the same case")
    held = _standing(old, "diganti")
    held.status, held.superseded_by = Document.Status.SUPERSEDED, new
    _save(held, by, f"Diganti oleh {new}", "status", "superseded_by")
    _carry_back(held, old)


@transaction.atomic
def publish(document: Document, *, by: User) -> None:
    """Let anyone with its QR code or its number and short code see its facts, never its file."""
    held = _standing(document, "diterbitkan")
    if not held.public:
        held.public = True
        _save(held, by, "Dapat diperiksa umum", "public")
    _carry_back(held, document)


@transaction.atomic
def retry(document: Document, *, by: User) -> None:
    """Queue the printing again, after a failure or when the worker never came to it."""
    held = _locked(document)
    if not held.in_making:
        raise NotYet("Dokumen ini sudah selesai dibuat.", detail="Muat ulang halaman untuk melihatnya.")
    if held.status == Document.Status.FAILED:
        held.status, held.failure = Document.Status.QUEUED, ""
        _save(held, by, "Dicoba lagi", "status", "failure")
    render_document.enqueue(held.pk)
    _carry_back(held, document)


def fingerprint(template: str, version: int, context: Mapping[str, Any]) -> str:
    """SHA-256 of what a paper is printed from."""
    facts = json.dumps([template, version, context], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(facts.encode()).hexdigest()


def _number(subject: models.Model, series: str, unit_code: str, typed: str, dated: date) -> IssuedNumber | None:
    if series:
        own = unit_code or Government.current().unit_code
        return numbering.obtain(series, on=dated, unit_code=own, typed=typed)
    if typed:
        return numbering.keep_typed(typed, same=(_type_of(subject).pk, subject.pk))
    return None


def _create(subject: models.Model, by: User, **values: Any) -> Document:
    values.setdefault("token", codes.new_token())
    values.setdefault("short_code", codes.new_short_code())
    document = Document(subject_type=_type_of(subject), object_id=subject.pk, created_by=by, **values)
    document._history_user = by
    document.save()
    return document


def _type_of(subject: models.Model) -> ContentType:
    return ContentType.objects.get_for_model(type(subject))


def _locked(document: Document) -> Document:
    return Document.objects.select_for_update().get(pk=document.pk)


def _standing(document: Document, verb: str) -> Document:
    held = _locked(document)
    if held.status in {Document.Status.ANNULLED, Document.Status.SUPERSEDED}:
        raise NotYet(
            f"Dokumen ini tidak dapat {verb} karena sudah {held.get_status_display().lower()}.",
            detail="Muat ulang halaman untuk melihat dokumen yang berlaku.",
        )
    return held


def _carried_by_another(number: IssuedNumber, document: Document) -> bool:
    others = number.documents.exclude(pk=document.pk)
    return others.exclude(status=Document.Status.ANNULLED).exists()


def _save(held: Document, by: User, reason: str, *fields: str) -> None:
    held._history_user, held._change_reason = by, reason
    held.save(update_fields=fields)


def _carry_back(held: Document, given: Document) -> None:
    """Let the caller's own copy show what has happened."""
    if given is not held:
        given.refresh_from_db()
