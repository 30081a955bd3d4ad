"""What a paraf on a letter leaves: its rows, and the lembar paraf when the last one is there."""

from typing import Any

from kerjasama.accounts import marks
from kerjasama.core import parameters
from kerjasama.documents import letter_parafs, papers, services
from kerjasama.documents.letter_kinds import LETTER_KINDS, SHEET
from kerjasama.documents.letter_parafs import GIVEN, PENDING
from kerjasama.documents.models import Document, LetterParaf


def give(subject: Any, act: Any) -> None:
    """The paraf of the office in turn on every letter that waits, with both names when somebody acts for another."""
    specimen = marks.specimen_of(act.by)
    for letter in letter_parafs.waiting_letters(subject):
        row = letter.letter_parafs.filter(state=PENDING).order_by("order").first()
        row.state, row.given_by, row.given_at = GIVEN, act.by, act.at
        row.seat_title, row.principal_name = act.seat.label, act.seat.principal_name or ""
        row.capacity, row.also_as = act.seat.capacity, act.record.get("also_as", "")
        row.specimen, row.bound_sha256 = specimen, letter.file.sha256
        row._history_user, row._change_reason = act.by, act.name
        row.save()
        act.record["paraf"] = row.order
        _issue_sheet(subject, letter, act)


def _issue_sheet(subject: Any, letter: Document, act: Any) -> None:
    rows = list(letter.letter_parafs.select_related("given_by").order_by("order"))
    if any(row.state != GIVEN for row in rows):
        return
    context = papers.letter_paraf_sheet(
        kind=LETTER_KINDS[letter.kind].label, title=letter.context.get("about") or letter.title, number=letter.number, sha256=letter.file.sha256,
        rows=[_told(row) for row in rows], paper=parameters.value("paper_size"),
    )  # fmt: skip
    sheet = services.issue(
        subject, SHEET, template="lembar_paraf", context=context | {"letter": letter.pk}, by=act.by,
        title=f"Lembar Paraf {letter.title}", dated=act.occurred_on,
    )  # fmt: skip
    act.record.setdefault("documents", []).append(sheet.pk)


def _told(row: LetterParaf) -> tuple[int, str, str, str, Any, str]:
    return row.order, row.shown_seat, row.given_by.full_name, row.principal_name, row.given_at, row.specimen


def note_void(letter: Document, act: Any) -> None:
    """Before a letter is annulled: whose paraf falls with it, so that they hear of it."""
    held = act.record.setdefault("void", [])
    held.extend(pk for pk in letter_parafs.givers(letter) if pk not in held)


def stop_waiting(subject: Any, act: Any) -> None:
    """A subject that is given up waits for no paraf any more."""
    for place in subject.LETTER_STAGES.values():
        for row in letter_parafs.of_subject(subject, place.kind).filter(state=PENDING):
            row.state = letter_parafs.VOID
            row._history_user, row._change_reason = act.by, act.reason or act.name
            row.save()
