"""Four people and the unit in charge at every address of the site: each opens and does what is theirs, nothing else.

The tables are written by hand. What is not in them is refused: 403, 404, or 405 where a method has no meaning there.
"""

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.counter.models import PartnerAccount
from kerjasama.demo.walk import Walk
from tests.house.test_urls import NAMES, address, opened_report
from tests.support.outside import filed
from tests.support.plan import Planner, at
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
REFUSED = {403, 404, 405}
MEMBER, OTHER_UNIT, SECRETARY, PARTNER, UNIT = "dinkes", "dishub", "setwan", "mitra", "dlh"

# Where everybody may knock, signed in or not, and what stands in the frame of every page.
OPEN = {
    "core:healthz",
    "counter:account_ask",
    "counter:lookup",
    "counter:lost",
    "counter:start",
    "documents:verify_form",
}
SIGNED_IN = {
    "accounts:mark",
    "accounts:profile",
    "desk:help",
    "desk:search",
    "notifications:inbox",
    "parties:region_options",
}
# Lists that hold only what the reader may see (their rows are proved elsewhere).
LISTS = {
    "agreements:export", "agreements:print", "agreements:register", "agreements:unknown", "agreements:unknown_export", "agreements:workbook",
    "monitoring:export", "monitoring:findings", "monitoring:findings_export", "monitoring:list", "monitoring:results", "monitoring:results_export",
    "proposals:export", "proposals:list",
}  # fmt: skip
STAFF = {"desk:home", "desk:tasks", "parties:detail", "parties:list", "proposals:advice", "proposals:open"}
PLAN = {
    "plan:export", "plan:home", "plan:list", "plan:matrix", "plan:priority", "plan:realised", "plan:realised_export", "plan:year",
}  # fmt: skip
OF_THE_CASE = {
    "agreements:compare", "agreements:docx", "agreements:in_force", "agreements:read", "agreements:read_version", "agreements:remarks",
    "desk:case", "desk:corrections", "desk:remarks", "documents:download", "documents:row", "monitoring:detail", "monitoring:naskah",
}  # fmt: skip
EVERY_UNIT = OPEN | SIGNED_IN | LISTS | STAFF | PLAN
COUNCIL = {
    "desk:dprd", "desk:dprd_ask", "desk:dprd_export", "desk:dprd_history", "desk:dprd_history_export", "desk:dprd_request",
    "desk:dprd_statistics", "desk:dprd_statistics_export",
}  # fmt: skip
OPENS = {
    MEMBER: EVERY_UNIT | OF_THE_CASE,
    OTHER_UNIT: EVERY_UNIT,
    SECRETARY: OPEN | SIGNED_IN | LISTS | COUNCIL,
    PARTNER: OPEN | {"counter:mine", "counter:mine_case", "counter:mine_report"},
    UNIT: EVERY_UNIT
    | OF_THE_CASE
    | {"plan:delete", "plan:row", "plan:row_act", "plan:section", "proposals:act"}
    | {"monitoring:indicators", "monitoring:work_plan"},
}

# What a POST without any facts meets where somebody may act: what is missing (422), why not now (409), or a way on (302).
KNOCKS = {
    "accounts:accept": 410, "counter:account_ask": 422, "counter:complete": 302, "counter:leave": 302, "counter:lookup": 422,
    "counter:lost": 422, "counter:sent": 302, "documents:verify_form": 422,
}  # fmt: skip
OWN = {
    "accounts:mail_mode": 422,
    "accounts:mark": 422,
    "agreements:keep_view": 422,
    "core:save_draft": 200,
    "notifications:read_all": 302,
}
# The yearly list of the sample closed in June.
OF_UNITS = {"plan:copy": 409, "plan:new": 409, "proposals:open": 422}
ACTS = {
    MEMBER: KNOCKS | OWN | OF_UNITS | {"desk:remarks": 422, "documents:retry": 409},
    OTHER_UNIT: KNOCKS | OWN | OF_UNITS,
    SECRETARY: KNOCKS | OWN | {"desk:dprd_act": 409, "desk:dprd_ask": 422},
    PARTNER: {name: status for name, status in KNOCKS.items() if name != "accounts:accept"} | {"counter:mine_report": 422},
    UNIT: KNOCKS | OWN | OF_UNITS | {
        "desk:remarks": 422, "documents:retry": 409, "monitoring:act": 409, "monitoring:detail": 302, "monitoring:open": 302,
        "monitoring:indicators": 422, "monitoring:work_plan": 422, "plan:delete": 302, "proposals:act": 422, "proposals:delete": 409, "proposals:section": 409,
    },
}  # fmt: skip


def a_busy_town(people: dict[str, User]) -> Walk:
    """A case of the DLH before the DPRD, another in force with an open report, a yearly list, a request from outside."""
    signed = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    signed.whole_naskah("KB").open_report()
    case = new_walk(people, title="Air Minum Curah", unbudgeted=True).to_verification().to_answer().to_tkksd()
    case.to_assessment().to_dprd()
    case.agreement, case.report, case.edition = signed.agreement, signed.report, opened_report(signed)
    with at():
        planner = Planner(people)
        case.others = {"year": planner.plan.year, "row": planner.draft().pk}
    case.others["request"] = filed()[0].number
    return case


begun = walked(a_busy_town)


@pytest.fixture
def town(begun: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(begun, people)


def client_of(town: Walk, who: str) -> Client:
    """Somebody of the cast, or the partner of the cases with an account."""
    client, user = Client(), town.people.get(who)
    if who == PARTNER:
        user = User.objects.create(username=who, full_name="Sari", email="mitra@contoh.example", is_partner=True)
        PartnerAccount.objects.create(user=user, position="Staf", partner=town.story.partner, bound_on=clock.today())
    client.force_login(user)
    return client


@pytest.mark.parametrize("who", OPENS)
def test_each_opens_what_is_theirs(who: str, town: Walk) -> None:
    client = client_of(town, who)
    assert {name for name in NAMES if client.get(address(name, town, **town.others)).status_code == 200} == OPENS[who]


@pytest.mark.parametrize("who", ACTS)
def test_each_acts_where_it_is_theirs(who: str, town: Walk) -> None:
    client, met = client_of(town, who), {}
    for name in NAMES:
        status = client.post(address(name, town, **town.others), {"x": "1"}).status_code
        if status not in REFUSED:
            met[name] = status
    assert met == ACTS[who]
