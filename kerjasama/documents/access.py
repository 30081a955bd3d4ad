"""Who may open a paper, and the note that they did."""

from typing import Any

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
    """Asked of the subject's own `visible_to(user)`; a subject that cannot answer shows nothing.

    A subject may narrow it to some kinds of papers: `readable_papers(user)`, None for all.
    """
    model = document.subject_type.model_class()
    visible_to, readable = getattr(model, "visible_to", None), getattr(model, "readable_papers", None)
    kinds = readable(user) if readable else None
    if kinds is not None and document.kind not in kinds:
        return False
    return visible_to is not None and visible_to(user).filter(pk=document.object_id).exists()


def note(request: HttpRequest, document: Document) -> None:
    """Write down that this person opened the file."""
    FileAccess.objects.create(user=request.user, document=document, address=address_of(request) or None)
