"""Which papers there are."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet

from kerjasama.documents import codes
from kerjasama.documents.models import Document

UNFINISHED = (Document.Status.QUEUED, Document.Status.FAILED)


def for_subjects(subjects: Iterable[models.Model]) -> list[Document]:
    """All papers of these subjects, newest first, with their files; one query per type of subject."""
    ids: dict[type[models.Model], set[int]] = defaultdict(set)
    for subject in subjects:
        ids[type(subject)].add(subject.pk)
    papers = [
        document
        for model, keys in ids.items()
        for document in _joined().filter(subject_type=_type(model), object_id__in=keys)
    ]
    return sorted(papers, key=lambda document: -document.pk)


def of_subject(subject: models.Model) -> QuerySet[Document]:
    """The papers of one subject, newest first, with their files."""
    return _joined().filter(subject_type=_type(type(subject)), object_id=subject.pk)


def unsigned(subject: models.Model, kind: str) -> list[Document]:
    """Our papers of a kind that stand and have not gone out yet, the oldest first: one for each addressee."""
    ours = of_subject(subject).filter(kind=kind, public=False).exclude(template="")
    return list(ours.filter(status__in=(*UNFINISHED, Document.Status.READY)).order_by("id"))


def latest(subject: models.Model, kind: str) -> Document | None:
    """The newest paper of a kind that still stands (not annulled, not replaced), or None."""
    gone = (Document.Status.ANNULLED, Document.Status.SUPERSEDED)
    return of_subject(subject).filter(kind=kind).exclude(status__in=gone).first()


def in_making(subject: models.Model, kind: str = "") -> bool:
    """True while a paper of the subject, or only one of `kind`, is being printed, or its printing failed."""
    found = of_subject(subject).filter(status__in=UNFINISHED)
    return (found.filter(kind=kind) if kind else found).exists()


def by_token(token: str) -> Document | None:
    """The paper behind a QR code, public or not; whoever shows it must ask `public`."""
    return _joined().filter(token=token).first()


def by_short_code(number: str, year: int, short_code: str) -> Document | None:
    """The public paper with this number, year and short code, as people type them; or None."""
    wanted = " ".join(number.split())
    found = _joined().filter(public=True, short_code=codes.normal(short_code), dated__year=year)
    return found.filter(number__iexact=wanted).first()


def _joined() -> QuerySet[Document]:
    return Document.objects.select_related("file", "superseded_by").order_by("-id")


def _type(model: type[models.Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)
