"""Who may open a paper, and the note that they did."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest

from kerjasama.core.visitors import address_of
from kerjasama.documents.models import Document, FileAccess


def visible_document(user: Any, pk: int) -> Document:
    """The paper when `user` may see its subject. Raises Http404 in every other case."""
    document = Document.objects.select_related("file", "subject_type", "superseded_by").filter(pk=pk).first()
    if document is None or not may_see(user, document):
        raise Http404
    return document


def may_see(user: Any, document: Document) -> bool:
    """Whether `user` may open this paper; see `readable`."""
    return bool(readable(user, [document]))


def readable(user: Any, documents: Iterable[Document]) -> list[Document]:
    """Those of the papers that `user` may open, in the order given; one query for each kind of subject.

    Asked of the subject's own `visible_to(user)`; a subject that cannot answer shows nothing.
    A subject may narrow it to some kinds of papers: `readable_papers(user)`, None for all.
    """
    given = list(documents)
    subjects: dict[int, set[int]] = defaultdict(set)
    for document in given:
        subjects[document.subject_type_id].add(document.object_id)
    seen = {type_id: _seen(user, type_id, keys) for type_id, keys in subjects.items()}
    return [document for document in given if _opens(document, *seen[document.subject_type_id])]


def _seen(user: Any, type_id: int, keys: set[int]) -> tuple[set[int], frozenset[str] | None]:
    """Which of these subjects of a kind a person sees, and the kinds of papers of it he is limited to."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    visible_to, narrowed = getattr(model, "visible_to", None), getattr(model, "readable_papers", None)
    if visible_to is None:
        return set(), None
    shown = set(visible_to(user).filter(pk__in=keys).order_by().values_list("pk", flat=True))
    return shown, narrowed(user) if narrowed else None


def _opens(document: Document, shown: set[int], kinds: frozenset[str] | None) -> bool:
    return document.object_id in shown and (kinds is None or document.kind in kinds)


def opened_at(user: Any, document: Document) -> datetime | None:
    """When this person last opened the file, or None. A paper keeps one file for ever, so it is this exact text."""
    seen = FileAccess.objects.filter(user=user, document=document).order_by("-id").first()
    return seen.at if seen else None


def note(request: HttpRequest, document: Document) -> None:
    """Write down that this person opened the file."""
    FileAccess.objects.create(user=request.user, document=document, address=address_of(request) or None)
