"""Every figure of Beranda is the number of rows of the list behind its link."""

from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from agreements.models import OldNaskah
from agreements.register_filter import RegisterFilter, found
from agreements.services import old as room
from agreements.services import old_lead as lead
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.desk import home
from monitoring import selectors as monev
from monitoring.views.lists import FilterForm as ReportFilter
from proposals import selectors as proposals
from proposals.views.lists import FilterForm as CaseFilter
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]


def a_full_house(people: dict[str, User]) -> Walk:
    """A KB in force with an open report, one signed and not registered, a late case, and old naskah of every standing."""
    new_walk(people, title="Promosi Wisata").to_verification()
    signed = new_walk(people, title="Air Curah").to_verification().to_answer().to_tkksd().to_assessment()
    signed.to_instruments().open_naskah().to_paraf().paraf().to_signing().sign()
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    walk.open_report()
    day = walk.day + timedelta(days=3)
    known = (
        {"signed_on": date(2020, 1, 5), "ends_on": day + timedelta(days=100)}, {"signed_on": date(2020, 1, 5), "ends_on": day + timedelta(days=800)},
        {"signed_on": date(day.year, 1, 2), "open_ended": True}, {"signed_on": date(2012, 1, 5), "ends_on": date(2017, 1, 4)}, {},
        {"signed_on": date(2020, 1, 5), "starts_on": day + timedelta(days=9), "ends_on": day + timedelta(days=99)},
    )  # fmt: skip
    walk.day = day
    for n, facts in enumerate(known):
        full = {"title": f"Naskah {n}", "kind": "KSDD" if n else "", **facts}
        walk.on_that_day(lambda full=full: room.write(OldNaskah(), full, reason="arsip", by=walk.who("staf")))
    same = walk.on_that_day(
        lambda: room.write(
            OldNaskah(), {"title": "Sama", "ends_on": day + timedelta(days=50)}, reason="arsip", by=walk.who("staf")
        )
    )
    number = walk.agreement.parties.exclude(number="").first().number
    walk.on_that_day(lambda: lead.declare_same(same, number, reason="sama", expect=1, by=walk.who("staf")))
    return walk


begun = walked(a_full_house)


@pytest.fixture
def town(begun: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(begun, people)


def rows_behind(user: User, address: str) -> int:
    """How many rows the list at an address holds, by the filter of its own page."""
    path, query = urlsplit(address).path, QueryDict(urlsplit(address).query)
    if path == "/naskah/":
        wanted = RegisterFilter(query).wanted()
        assert wanted.unread == ()
        return found(user, wanted, clock.today()).found.count()
    if path == "/usulan/":
        return proposals.listed(user, CaseFilter(query, years=[]).wanted()).count()
    assert path == "/monev/", path
    return monev.listed(user, ReportFilter(query).wanted()).count()


@pytest.mark.parametrize("who", ["dewi", "ratna", "dlh", "dinkes", "aditya"])
def test_each_figure_counts_the_list_behind_its_link(town: Walk, who: str) -> None:
    user = town.people[who]

    def compared() -> list[tuple[str, int, int]]:
        return [
            (figure["label"], figure[value], rows_behind(user, figure[url]))
            for figure in home.figures(user)
            for value, url in (("value", "url"), ("small_count", "small_url"))
            if figure.get(url)
        ]

    told = town.on_that_day(compared)
    assert len(told) >= 4
    assert [(label, shown) for label, shown, _ in told] == [(label, behind) for label, _, behind in told]
    if who == "dewi":
        shown = {label: value for label, value, _ in reversed(told)}
        assert shown == {
            "Kerja sama berlaku": 6,
            "Usulan berjalan": 2,
            "Berakhir dalam 6 bulan": 1,
            "Laporan monev belum masuk": 1,
        }


class Links(HTMLParser):
    """The links of the figures of a page, each with the figure that stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside = tag == "a" and (self.inside or "href" in given)
        if tag == "a":
            self.found.append((given.get("href") or "", ""))

    def handle_data(self, data: str) -> None:
        if self.found and data.strip():
            address, text = self.found[-1]
            self.found[-1] = (address, f"{text} {data.strip()}".strip())


def test_the_page_shows_these_figures_and_opens_these_lists(town: Walk) -> None:
    client = Client()
    client.force_login(town.people["dewi"])
    page = town.on_that_day(lambda: client.get("/")).content.decode()
    links = Links()
    links.feed(page.split('<div class="card figs">')[1].split('<div class="grid-2">')[0])
    told = town.on_that_day(lambda: home.figures(town.people["dewi"]))
    assert [(address, text) for address, text in links.found] == [
        pair for figure in told for pair in shown_of(figure)
    ]  # fmt: skip
    for address, _ in links.found:
        assert town.on_that_day(lambda address=address: client.get(address)).status_code == 200
        assert parse_qs(urlsplit(address).query)["keadaan"]


def shown_of(figure: dict[str, Any]) -> list[tuple[str, str]]:
    head = f"{figure['label']} {figure['value']}"
    if figure.get("small_url"):
        return [(figure["url"], head), (figure["small_url"], figure["small"])]
    return [(figure["url"], f"{head} {figure['small']}".strip())]


def test_the_list_of_what_ends_first_is_the_head_of_the_register(town: Walk) -> None:
    user = town.people["dewi"]
    ending = town.on_that_day(lambda: home.ending_soon(user))
    wanted = RegisterFilter(QueryDict("keadaan=berlaku&urut=berakhir")).wanted()
    listed = town.on_that_day(lambda: list(found(user, wanted, clock.today()).found.order_by(*wanted.order)))
    assert [row["entry"].pk for row in ending] == [entry.pk for entry in listed[: len(ending)]]
    assert town.on_that_day(lambda: home.signed_by_year(user))["signed_any"]
