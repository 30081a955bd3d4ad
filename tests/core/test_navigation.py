"""Navigation as data, and what the page frames are given."""

import pytest
from django.test import RequestFactory, override_settings
from django.urls import path

from kerjasama.core.context_processors import frame
from kerjasama.core.navigation import NavItem, build


def _nothing(request):
    raise AssertionError("never called")


urlpatterns = [
    path("", _nothing, name="home"),
    path("usulan/", _nothing, name="list"),
    path("usulan/baru/", _nothing, name="new"),
]
HOME = NavItem("Beranda", "home", "home", "Pekerjaan", tab="Beranda", key="b")
LIST = NavItem("Usulan", "list", "inbox", "Pekerjaan", count_key="cases", key="u")
NEW = NavItem("Usulan baru", "new", "plus", "Pekerjaan", offices=frozenset({"OPD"}))
GONE = NavItem("Belum ada", "not-there", "flag", "Pengendalian")
pytestmark = pytest.mark.urls(__name__)


def built(path: str, offices: set[str] = frozenset()) -> list[dict]:
    return build((HOME, LIST, NEW, GONE), offices=offices, counts={"cases": 15}, path=path)


def test_lines_are_grouped_and_pages_that_do_not_exist_are_left_out():
    assert [(g["label"], [i["label"] for i in g["items"]]) for g in built("/")] == [
        ("Pekerjaan", ["Beranda", "Usulan"])
    ]


def test_a_line_is_seen_only_by_its_offices():
    assert [i["label"] for i in built("/", {"OPD"})[0]["items"]] == ["Beranda", "Usulan", "Usulan baru"]


@pytest.mark.parametrize(
    ("address", "current"),
    [("/", ["Beranda"]), ("/usulan/", ["Usulan"]), ("/usulan/7/", ["Usulan"]), ("/usulan/baru/", ["Usulan baru"])],
)
def test_the_longest_matching_address_is_the_current_page(address, current):
    assert [i["label"] for i in built(address, {"OPD"})[0]["items"] if i["current"]] == current


def test_counts_stand_beside_their_line():
    assert [i["count"] for i in built("/")[0]["items"]] == [0, 15]


calls: list[str] = []


def provide(request) -> dict:
    calls.append(request.path)
    return {"unread_count": 3, "links": {"help": "/panduan/"}, "government": {"name": "Kabupaten Wanasari"}}


@override_settings(FRAME_PROVIDERS=(f"{__name__}.provide",))
def test_providers_are_asked_once_and_only_when_a_template_asks():
    calls.clear()
    context = frame(RequestFactory().get("/"))
    assert calls == []
    assert (context["unread_count"] == 3, bool(context["nav_groups"]), bool(context["me"])) == (True, False, False)
    assert context["links"]["help"] == "/panduan/"
    assert context["links"]["search"] == "/cari/"
    assert context["government"]["name"] == "Kabupaten Wanasari"
    assert calls == ["/"]
