"""The outbox of this room: one task per paper to be printed."""

from django_tasks import task

from kerjasama.documents.printing import render


@task()
def render_document(document_id: int) -> str:
    """Print one paper; says what became of it. Safe to run twice."""
    return str(render(document_id).status)
