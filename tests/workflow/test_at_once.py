"""Two people at the same moment: exactly one act, one event, one history row; the other hears why."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connections

from agreements.models import Agreement
from agreements.services.drafting import open_naskah
from kerjasama.accounts.models import User
from kerjasama.core.errors import NotYet, Refusal, Stale
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import IssuedNumber, NumberSeries
from kerjasama.workflow.audit import verify
from proposals.models import Proposal
from proposals.services.acts import act
from tests.support.wanasari import new_walk, set_up

pytestmark = pytest.mark.slow


@pytest.fixture
def people(fresh_db: str) -> dict[str, User]:
    return set_up()


def at_once(*doings: Callable[[], object]) -> list[object]:
    """Do all of these at the same moment, each on its own connection; what came of each, or its refusal."""
    gate, found = threading.Barrier(len(doings)), [None] * len(doings)

    def run(place: int, doing: Callable[[], object]) -> None:
        gate.wait(10)
        try:
            found[place] = doing()
        except Refusal as refusal:
            found[place] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place, doing)) for place, doing in enumerate(doings)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return found


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def tries(walk: Walk, name: str, *usernames: str, **given: object) -> list[Callable[[], object]]:
    """The same act by several people, each with a page of his own open."""
    pk = walk.proposal.pk
    return [lambda u=u: act(Proposal.objects.get(pk=pk), name, by=fresh(walk.people[u]), **given) for u in usernames]


@pytest.mark.parametrize("seen", [True, False])
def test_of_two_only_one_wins(people: dict[str, User], seen: bool) -> None:
    walk = new_walk(people).to_verification()
    count, rows = walk.proposal.act_count, walk.proposal.history.count()
    given = {"expect": count} if seen else {}
    found = at_once(*tries(walk, "verify", "dewi", "galih", **given))
    losers = [one for one in found if isinstance(one, Refusal)]
    assert [type(one) for one in losers] == [Stale if seen else NotYet]
    walk.proposal.refresh_from_db()
    assert (walk.proposal.stage, walk.proposal.act_count) == ("OFFER_DRAFTING", count + 1)
    assert walk.proposal.events.filter(act="verify").count() == 1
    assert walk.proposal.history.count() == rows + 1
    assert verify().problem == ""


def test_of_two_different_acts_only_one_wins(people: dict[str, User]) -> None:
    """One says complete, the other sends back, the unit withdraws."""
    walk = new_walk(people).to_verification()
    count = walk.proposal.act_count
    found = at_once(
        *tries(walk, "verify", "dewi", expect=count),
        *tries(walk, "return_for_repair", "galih", reason="Lengkapi lokasi.", expect=count),
        *tries(walk, "withdraw", "dlh", reason="Anggaran dialihkan.", expect=count),
    )
    assert Counter(type(one) for one in found if isinstance(one, Refusal)) == {Stale: 2}
    walk.proposal.refresh_from_db()
    assert walk.proposal.act_count == count + 1 == walk.proposal.events.count()
    assert walk.proposal.events.last().target == walk.proposal.stage
    assert verify().problem == ""


def test_many_cases_at_once_draw_numbers_without_a_gap(people: dict[str, User]) -> None:
    walks = [new_walk(people, title=f"Kerja sama {n}").to_verification().act("verify", "dewi") for n in range(4)]
    found = at_once(*[one for walk in walks for one in tries(walk, "prepare_offer", "dewi")])
    assert [one for one in found if isinstance(one, Refusal)] == []
    for series in NumberSeries.objects.all():
        drawn = IssuedNumber.objects.filter(series=series).order_by("sequence").values_list("sequence", flat=True)
        assert list(drawn) == list(range(1, series.last + 1))
    assert verify().problem == ""


def test_cases_opened_at_once_get_their_own_codes(people: dict[str, User]) -> None:
    walks = [new_walk(people, title=f"Kerja sama {n}") for n in range(4)]
    at_once(*[lambda w=walk: w.open() for walk in walks])
    assert sorted(walk.proposal.code for walk in walks) == [f"KSDD-2026-00{n}" for n in range(1, 5)]
    assert verify().problem == ""


def test_a_naskah_is_opened_once(people: dict[str, User]) -> None:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    pk = walk.proposal.pk
    found = at_once(
        *[lambda u=u: open_naskah(Proposal.objects.get(pk=pk), "KB", by=fresh(people[u])) for u in ("dewi", "galih")]
    )
    assert Counter(type(one) for one in found) == {Agreement: 1, NotYet: 1}
    assert Agreement.objects.count() == 1
    assert verify().problem == ""
