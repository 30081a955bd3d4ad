"""One person in two offices of the chain: when he may paraf the same text a second time (docs/decisions/0009)."""

from typing import Any

from agreements.stages import ParafState
from kerjasama.accounts import combining
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import Seat


def given_by(agreement: Any, user: User) -> list[Any]:
    """The paraf this person has given on the locked text, in the order of the chain."""
    rows = agreement.parafs.filter(version=agreement.locked_version_id, given_by=user, state=ParafState.GIVEN)
    return list(rows.order_by("order"))


def question(agreement: Any, user: User, seat: Seat | None) -> str:
    """What a person who combines two offices declares; empty when it is his first paraf, or none is possible."""
    return combining.question_on(given_by(agreement, user), seat)


def refuse_silent_second(agreement: Any, act: Any) -> str:
    """The office in which this person has given his first paraf; empty when this is his first. See `combining`."""
    return combining.refuse_silent(given_by(agreement, act.by), act, what="teks", whole="naskah")
