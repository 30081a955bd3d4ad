"""The chain of paraf under a letter: laid when it is issued, walked in order, void with its letter."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters
from kerjasama.documents import selectors
from kerjasama.documents.letter_kinds import LETTER_KINDS, SHEET
from kerjasama.documents.models import Document, LetterParaf

PENDING, GIVEN, VOID = LetterParaf.State.PENDING, LetterParaf.State.GIVEN, LetterParaf.State.VOID


def lay(document: Document, *, by: User) -> None:
    """Freeze the chain of today's parameter under a letter that waits for the Kepala Daerah (rulings 8)."""
    if document.kind not in LETTER_KINDS:
        return
    for order, office in enumerate(parameters.value("letter_paraf_chain"), start=1):
        row = LetterParaf(document=document, order=order, office=office)
        row._history_user, row._change_reason = by, "Surat diterbitkan"
        row.save()


def kind_at(subject: Any, stage: str | None = None) -> str:
    """The kind of letter that waits at a stage of a subject; empty where none does."""
    place = subject.LETTER_STAGES.get(subject.stage if stage is None else stage)
    return place.kind if place else ""


def waiting_letters(subject: Any) -> list[Document]:
    """Our letters that wait for their signature at the present stage, one for each addressee, the oldest first."""
    kind = kind_at(subject)
    return selectors.unsigned(subject, kind) if kind else []


def of_subject(subject: Any, kind: str) -> QuerySet[LetterParaf]:
    """Every paraf on letters of a kind of a subject, void ones too."""
    about = ContentType.objects.get_for_model(type(subject))
    return LetterParaf.objects.filter(
        document__subject_type=about, document__object_id=subject.pk, document__kind=kind
    ).order_by("order", "document_id")


def next_office(subject: Any, stage: str | None = None) -> str:
    """The office whose paraf the letters of this stage wait for; empty when they wait for none."""
    kind = kind_at(subject, stage)
    if not kind:
        return ""
    return of_subject(subject, kind).filter(state=PENDING).values_list("office", flat=True).first() or ""


def is_awaited(subject: Any) -> bool:
    """Whether the turn, as it stands on the subject, is that of an office of the chain and not of the signer; no query."""
    waits = bool(getattr(subject, "LETTER_STAGES", {}).get(subject.stage))
    return waits and subject.turn_office != subject.step.office


def chain_line(subject: Any) -> str:
    """The chain with which the waiting letter was issued, in words."""
    rows = of_subject(subject, kind_at(subject)).exclude(state=VOID)
    offices = dict.fromkeys(rows.values_list("office", flat=True))
    return " → ".join(str(Office(office).label) for office in offices) or "langsung kepada Kepala Daerah"


def given_by(subject: Any, user: User) -> list[LetterParaf]:
    """The paraf this person has given on the letter that waits, in the order of the chain.

    Letters to several addressees go the same way together: one of them speaks for all.
    """
    letters = waiting_letters(subject)[:1]
    return list(LetterParaf.objects.filter(document__in=letters, given_by=user, state=GIVEN).order_by("order"))


def seal(letters: Iterable[Document]) -> str:
    """What one paraf binds: the SHA-256 of the file, or of all files in their order; empty while one is missing."""
    prints = [letter.file.sha256 if letter.file else "" for letter in letters]
    if not prints or "" in prints:
        return ""
    return prints[0] if len(prints) == 1 else hashlib.sha256("".join(prints).encode()).hexdigest()


def givers(document: Document) -> list[int]:
    """The keys of the people whose paraf stands on a letter."""
    return list(document.letter_parafs.filter(state=GIVEN).values_list("given_by", flat=True))


def make_void(document: Document, *, by: User, reason: str) -> None:
    """With a letter that is taken back every paraf on it is void; whose it was stays on record."""
    for row in document.letter_parafs.exclude(state=VOID):
        row.state = VOID
        row._history_user, row._change_reason = by, reason
        row.save()


def sheets_of(document: Document) -> list[Document]:
    """The lembar paraf that stand for a letter."""
    if document.kind not in LETTER_KINDS:
        return []
    sheets = selectors.of_subject(document.subject).filter(kind=SHEET, context__letter=document.pk)
    return list(sheets.exclude(status__in=(Document.Status.ANNULLED, Document.Status.SUPERSEDED)))
