"""Guards: small questions that say what is lacking, and by which article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from kerjasama.accounts.permissions import Seat


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is still missing, as a sentence, with its legal basis."""

    sentence: str
    basis: str = ""


@dataclass(frozen=True)
class Guard:
    """A named question about a subject. `hides` takes the act off the page when the answer is no.

    `on` names traits of a route: where one of them is wanting, the question is not asked.
    """

    name: str
    question: Callable[[Any, Seat | None], Iterable[str]]
    basis: str
    hides: bool
    on: frozenset[str] = frozenset()

    def lacks(self, subject: Any, seat: Seat | None) -> tuple[Lack, ...]:
        """What is missing; empty when the guard lets the act pass."""
        if self.on and not self.on <= subject.route.traits:
            return ()
        sentences = tuple(self.question(subject, seat))
        if not sentences:
            return ()
        basis = subject.route.cite(self.basis) if self.basis else ""
        return tuple(Lack(sentence, basis) for sentence in sentences)


def guard(
    why_not: str = "", *, basis: str = "", hides: bool = False, on: Iterable[str] = ()
) -> Callable[[Callable[..., Any]], Guard]:
    """Make a guard of a function of (subject) or (subject, seat).

    The function answers yes or no (then `why_not` is the sentence), or yields the sentences itself.
    """

    def decorate(function: Callable[..., Any]) -> Guard:
        wants_seat = function.__code__.co_argcount > 1

        def question(subject: Any, seat: Seat | None) -> tuple[str, ...]:
            answer = function(subject, seat) if wants_seat else function(subject)
            if isinstance(answer, bool):
                return () if answer else (why_not,)
            return tuple(answer)

        return Guard(function.__name__, question, basis, hides, frozenset(on))

    return decorate
