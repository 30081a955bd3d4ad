"""The paraf page of a letter, and the chain beside its signature: a mixin for the act view of any room with letters."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kerjasama.accounts import combining, marks
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.documents import letter_parafs, letter_text
from kerjasama.documents.letter_kinds import LETTER_KINDS
from kerjasama.documents.letter_parafs import GIVEN, PENDING, VOID
from kerjasama.documents.marking_form import LetterParafForm
from kerjasama.documents.models import Document, LetterParaf
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.services import seat_for_act

ACT = "give_letter_paraf"
_STATES = {GIVEN: "done", PENDING: "todo", VOID: "stale"}


def addressee_of(letter: Document) -> str:
    """To whom a letter goes, as its first line has it; a decree goes to nobody."""
    to = letter.context.get("to") or [""]
    return str(to[0]).removeprefix("Yth. ")


def chain_of(subject: Any, user: User) -> list[dict[str, Any]]:
    """The chain under the letter that waits, then the signature, as the components draw it; empty without a chain."""
    letter = next(iter(letter_parafs.waiting_letters(subject)), None)
    rows = list(letter.letter_parafs.exclude(state=VOID).select_related("given_by").order_by("order")) if letter else []
    if not rows:
        return []
    waiting = next((row for row in rows if row.state == PENDING), None)
    return [*(_link(row, row is waiting, user) for row in rows), _head(waiting is None, user)]


def _link(row: LetterParaf, now: bool, user: User) -> dict[str, Any]:
    people = [row.given_by] if row.given_by else people_in(row.office)
    return {
        "name": people[0].full_name if people else "Jabatan lowong",
        "seat": row.shown_seat if row.given_by else str(Office(row.office).label),
        "state": "now" if now else _STATES[LetterParaf.State(row.state)],
        "when": row.given_at, "path": row.specimen, "wait_label": "Menunggu paraf", "me": user in people,
        "note": f"mewakili {row.principal_name}" if row.principal_name else "",
    }  # fmt: skip


def _head(now: bool, user: User) -> dict[str, Any]:
    people = people_in(Office.KDH)
    return {
        "name": people[0].full_name if people else str(Office.KDH.label), "seat": str(Office.KDH.label),
        "state": "todo", "wait_label": "Menunggu tanda tangan" if now else "Tanda tangan", "me": user in people,
    }  # fmt: skip


class MarksLetters:
    """Mixin for a room's act view: the act of a paraf on a letter has a page of its own, with its text and what changed."""

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        if isinstance(form, LetterParafForm):
            seat = seat_for_act(self.subject, self.arrow, self.request.user)
            declaration = combining.question_on(letter_parafs.given_by(self.subject, self.request.user), seat)
            if declaration:
                form.ask_combined(declaration)
        return form

    def facts(self, form: ActForm) -> dict[str, Any]:
        if isinstance(form, LetterParafForm):
            marks.require_pin(self.request.user, form.cleaned_data["pin"])
        return super().facts(form)

    def extra(self) -> dict[str, Any]:
        """Who has marked the letter, where it is signed or sent back."""
        return {**super().extra(), "letter_chain": chain_of(self.subject, self.request.user)}

    def answer(self, form: ActForm, status: int = 200) -> HttpResponse:
        if not isinstance(form, LetterParafForm):
            return super().answer(form, status)
        letters, user = letter_parafs.waiting_letters(self.subject), self.request.user
        context = {
            "subject": self.subject, "form": form, "letters": [_shown(letter, user) for letter in letters],
            "kind": LETTER_KINDS[letters[0].kind], "seat": seat_for_act(self.subject, self.arrow, user),
            "chain": chain_of(self.subject, user), "work_calendar": WorkCalendar.load(), "mark": marks.mark_of(user),
            "asks_pin": "pin" in self.request.GET or bool(form.errors.get("pin")), "now": clock.now(),
            "sign_heading": "Permohonan paraf surat", "back_url": self.subject.get_absolute_url(), "return_url": self._return_url(),
        }  # fmt: skip
        return render(self.request, "documents/letter_paraf.html", context, status=status)

    def _return_url(self) -> str:
        """The page that sends this letter back, beside this one."""
        back = self.subject.arrow(self.subject.LETTER_STAGES[self.subject.stage].back)
        match = self.request.resolver_match
        return reverse(match.view_name, kwargs={**match.kwargs, "slug": back.slug})


def _shown(letter: Document, user: User) -> dict[str, Any]:
    before = letter_text.known_before(letter, user)
    return {
        "document": letter, "to": addressee_of(letter), "lines": letter_text.paragraphs_of(letter), "before": before,
        "changes": letter_text.changes_since(before, letter) if before else (),
    }  # fmt: skip
