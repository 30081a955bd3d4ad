"""Stage × act × office, generated from the routes and held against the page written by hand from the statute."""

from dataclasses import replace
from functools import cache

import pytest
from django.apps import apps

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat, system_user
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.core.parameter_registry import PARAMETERS
from kerjasama.demo import cast
from kerjasama.demo.walk import Walk
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import DayKind, Route, Step
from kerjasama.workflow.services import check, seat_for_act
from tests.workflow import hand

WALKED = hand.walked()
EACH = pytest.mark.parametrize(("model", "route"), WALKED, ids=[route.key for _, route in WALKED])
UNITS = {"hk": DayKind.WORKING, "hari": DayKind.CALENDAR}


def test_the_page_speaks_of_every_route_there_is() -> None:
    assert {route.key for _, route in WALKED} == {
        "KSDD.OUT.FIRST", "KSDD.IN.FIRST", "KSDD.OUT.BETWEEN", "KSDD.IN.BETWEEN", "KSDD.WAJIB.FIRST", "KSDD.WAJIB.BETWEEN",
        "KSDPK.OUT.FIRST", "KSDPK.IN.FIRST", "KSDPK.OUT.BETWEEN", "KSDPK.IN.BETWEEN", "KSDPK.SEKTOR.OUT.FIRST",
        "KSDPK.SEKTOR.IN.FIRST", "KSDPK.SEKTOR.OUT.BETWEEN", "KSDPK.SEKTOR.IN.BETWEEN", "SINERGI.OUT.FIRST", "SINERGI.IN.FIRST",
        "KSDD.KB", "KSDD.PKS", "KSDPK.KB", "KSDPK.PKS", "SINERGI.NK", "KSDD.ADD", "KSDPK.ADD", "SINERGI.ADD",
        "KSDD.MONEV", "KSDPK.MONEV", "SINERGI.MONEV", "ONLINE.REQUEST",
        "PLAN.YEAR", "PLAN.ROW", "STATUTORY.DOMESTIC", "STATUTORY.FOREIGN", "STATUTORY.RECAP", "STATUTORY.LKPJ",
        "KSDPL.KAB", "KSDPL.PROV", "KSDLL.B.KAB", "KSDLL.B.PROV",
        *(f"KSDLL.A.{track}.{level}.{gate}" for track in ("BODY", "NONPROFIT") for level in ("KAB", "PROV") for gate in ("DPRD", "BEBAS")),
        "FOREIGN.LOI", "FOREIGN.KAB.MOU", "FOREIGN.PROV.MOU", "FOREIGN.RKT", "FOREIGN.MONEV",
    }  # fmt: skip


def test_every_staged_model_has_its_chapters() -> None:
    staged = {model for model in apps.get_models() if issubclass(model, StagedModel)}
    assert staged == {model for model, _ in hand.CHAPTERS.values()}
    assert {hand.chapter_of(model, route) for model, route in WALKED} == set(hand.CHAPTERS)


@EACH
def test_every_cell_is_as_the_statute_has_it(model: type[StagedModel], route: Route) -> None:
    told, wrong = hand.acts(model, route), []
    for place in (*route.steps, *route.sidings):
        for arrow in model.arrows():
            for office in Office:
                ends = set(arrow.ends(route, place.stage)) if office in arrow.in_charge(route) else set()
                who, to = told.get((str(place.stage), arrow.act), (frozenset(), frozenset()))
                meant = set(to) if office in who else set()
                if ends != meant:
                    wrong.append(
                        f"{place.stage} × {arrow.act} × {office}: code {sorted(ends)}, by hand {sorted(meant)}"
                    )
    assert wrong == []


@EACH
def test_every_row_of_the_page_is_an_act_of_the_code(model: type[StagedModel], route: Route) -> None:
    made = {
        (str(source), arrow.act) for arrow in model.arrows() for source in arrow.sources if arrow.ends(route, source)
    }
    assert made | {(hand.NEW, "begin")} == set(hand.acts(model, route))
    assert hand.acts(model, route)[hand.NEW, "begin"][1] == {route.first}


@EACH
def test_every_stage_waits_for_whom_and_as_long_as_the_statute_says(model: type[StagedModel], route: Route) -> None:
    made = {str(place.stage): (place.office or hand.CLOSED, _days(place)) for place in (*route.steps, *route.sidings)}
    assert made == hand.stages(model, route)


def _days(place: object) -> str:
    """A deadline as the page writes it."""
    deadline = place.deadline if isinstance(place, Step) else None
    if deadline is None:
        return "–"
    unit = next(word for word, kind in UNITS.items() if kind == deadline.kind)
    receipt = " sejak diterima" if deadline.starts_on_receipt else ""
    if deadline.fixed:
        return f"{deadline.fixed} {unit}{receipt}"
    return f"{deadline.parameter} {PARAMETERS[deadline.parameter].default} {unit}{receipt}"


@EACH
def test_nothing_leaves_a_closed_stage(model: type[StagedModel], route: Route) -> None:
    closed = {stage for stage, (office, _) in hand.stages(model, route).items() if office == hand.CLOSED}
    assert {str(s.stage) for s in route.sidings if route.is_closed(s.stage)} == closed
    assert [key for key, (_, ends) in hand.acts(model, route).items() if key[0] in closed and ends - {key[0]}] == []


@EACH
def test_every_open_stage_can_be_left_and_every_stage_be_reached(model: type[StagedModel], route: Route) -> None:
    reached, edges = {route.first}, hand.acts(model, route)
    while grown := {to for (stage, _), (_, ends) in edges.items() if stage in reached for to in ends} - reached:
        reached |= grown
    places = {str(place.stage) for place in (*route.steps, *route.sidings)}
    assert places - reached == set()
    left = {stage for (stage, _), (_, ends) in edges.items() if ends - {stage}}
    # The case of a signed KB or PKS goes on in its naskah; the proposal itself rests there.
    resting = {"CLEARED"}
    assert {p for p in places if not route.is_closed(p)} - left - resting == set()


# --- with the people of the cast ---------------------------------------------------------------------


@cache
def holders() -> dict[str, set[tuple[str, str]]]:
    """username -> {(office, unit code)} of the cast, by its own list."""
    found: dict[str, set[tuple[str, str]]] = {"sistem": {("SYSTEM", ""), ("PARTNER", "")}}
    for person in cast.CAST:
        found[person.username] = {(str(person.office), person.unit)} | ({("TKKSD", "")} if person.seat else set())
    return found


def belongs(username: str, offices: frozenset[str], unit: str) -> bool:
    """Whether one of a person's offices is among these; a perangkat daerah counts for its own cases only."""
    return any(office in offices and (office != "OPD" or code == unit) for office, code in holders()[username])


@pytest.fixture
def everyone(people: dict[str, User]) -> dict[str, User]:
    assert set(people) == set(holders()) - {"sistem"}
    return {**people, "sistem": system_user()}


def subject_on(route: Route, walk: Walk) -> StagedModel:
    """A subject of the DLH on a route. Its stage is then set in memory only: guards are left out, so nothing is read."""
    proposal = walk.open().proposal
    proposal.route_key, proposal.route_version = route.key, route.version
    for model in {model for model, _ in WALKED}:
        if route in set(model.ROUTES):
            subject = (
                proposal if isinstance(proposal, model) else model(route_key=route.key, route_version=route.version)
            )
            break
    if hand.chapter_of(type(subject), route).startswith(("naskah", "adendum")):
        subject.proposal, subject.executing_unit = proposal, proposal.lead_unit
    if hand.chapter_of(type(subject), route) == "baris rencana":
        subject.unit = proposal.lead_unit
    if hand.chapter_of(type(subject), route) == "monev":
        subject.agreement = hand.CHAPTERS["naskah"][0](proposal=proposal, executing_unit=proposal.lead_unit)
    return subject


@EACH
def test_every_person_of_the_cast_hears_403_409_or_may(
    model: type[StagedModel], route: Route, walk: Walk, everyone: dict[str, User]
) -> None:
    subject, wrong, cells = subject_on(route, walk), [], 0
    # What the team asked of whom is read from the tables; only the stage is changed here, so it is read once for each act.
    subject.further_units = cache(subject.further_units)
    bare = [replace(arrow, guards=()) for arrow in model.arrows()]
    # Whose act it is does not depend on the stage.
    seats = {(arrow.act, name): seat_for_act(subject, arrow, who) for arrow in bare for name, who in everyone.items()}
    for place in (*route.steps, *route.sidings):
        subject.__dict__["stage"] = str(place.stage)
        for arrow in bare:
            for name, person in everyone.items():
                heard, cells = answer(subject, arrow, person, seats[arrow.act, name]), cells + 1
                if heard not in meant(model, route, str(place.stage), arrow.act, name):
                    wrong.append(f"{place.stage} × {arrow.act} × {name}: {heard}")
    assert wrong == []
    assert cells == (len(route.steps) + len(route.sidings)) * len(model.arrows()) * len(everyone)


def answer(subject: StagedModel, arrow: Arrow, person: User, seat: Seat | None) -> str:
    """What the door says: may, 403 or 409. A seat is found exactly when it is not 403."""
    try:
        assert check(subject, arrow, person) == seat
    except NotYours as refusal:
        assert (refusal.status, seat) == (403, None)
        return "403"
    except NotYet as refusal:
        assert refusal.status == 409 and seat is not None
        return "409"
    return "may"


def meant(model: type[StagedModel], route: Route, stage: str, act: str, username: str) -> set[str]:
    """The same by hand: the right office at the wrong stage is told to wait, any other that it is not theirs."""
    here, _ = hand.acts(model, route).get((stage, act), (frozenset(), frozenset()))
    if belongs(username, here, "DLH"):
        return {"may"}
    if act not in hand.offices(model, route):
        # The act of another route, a letter of offer on an incoming case: nobody may, and either answer is true.
        return {"403", "409"}
    return {"409"} if belongs(username, hand.offices(model, route)[act], "DLH") else {"403"}
