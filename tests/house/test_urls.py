"""Every address of the site asks who is there; no address writes on GET."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from kerjasama.notifications.models import Notification
from kerjasama.statutory.services import opening
from kerjasama.workflow.models import StageEvent
from monitoring.schedule import period_of
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]

ROOMS = {
    "accounts",
    "setup",
    "core",
    "parties",
    "notifications",
    "documents",
    "proposals",
    "agreements",
    "monitoring",
    "counter",
    "importing",
    "statutory",
    "desk",
    "plan",
}
COUNTER = {
    "start", "step", "remove_paper", "sent", "confirm", "lookup", "lost", "follow", "complete", "remove_sent", "letter", "leave",
    "answer", "answer_letter", "account_ask", "account_create",
}  # fmt: skip
PUBLIC = {
    "accounts:accept",
    "accounts:emblem",
    "accounts:brand",
    "core:healthz",
    "documents:verify",
    "documents:verify_form",
} | {f"counter:{name}" for name in COUNTER}
# Where a public page sends somebody who has not begun, or has shown no token.
BEGINNINGS = ("/ajukan/", "/lacak/")
# What belongs to one case, by the keyword of its address.
OF_A_CASE = {"code", "pk"}


def patterns(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named address of our rooms with the keywords it takes."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = entry.namespace or space
            if not entry.namespace or entry.namespace in ROOMS:
                yield from patterns(entry, inner)
        elif isinstance(entry, URLPattern) and entry.name and space in ROOMS:
            yield f"{space}:{entry.name}", dict(entry.pattern.converters)


SLUGS = {
    "proposals:section": "kak",
    "agreements:act": "batalkan-naskah",
    "monitoring:act": "kirim-laporan",
    "statutory:act": "ajukan",
    "plan:act": "ajukan-daftar",
    "plan:row_act": "gugur",
    "plan:section": "objek",
    "desk:dprd_act": "terima-di-dprd",
    "counter:act": "terima",
    "documents:template": "surat_kesediaan",
    "documents:template_preview": "surat_kesediaan",
    "documents:template_restore": "surat_kesediaan",
}
NAMES = sorted({name for name, _ in patterns()})
CONVERTERS = dict(patterns())


def with_report(people: dict[str, User]) -> Walk:
    """A case of the DLH whose KB is in force, with an open report."""
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    walk.whole_naskah("KB").open_report()
    walk.edition = opened_report(walk)
    return walk


def opened_report(walk: Walk) -> int:
    """The key of a statutory report that is being written: the recapitulation of the year before."""
    last_year = period_of(walk.day.replace(year=walk.day.year - 1), "YEAR")
    return walk.on_that_day(lambda: opening.open_report("RECAP", last_year, by=walk.people["dewi"])).pk


signed = walked(with_report)


@pytest.fixture
def world(signed: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(signed, people)


def address(name: str, world: Walk, year: int = 1, row: int = 1, request: str = "1") -> str:
    """The address of a name for the sample case; of the yearly list, its row and the request from outside where given."""
    room = name.split(":")[0]
    pk = {
        "agreements": world.agreement.pk,
        "monitoring": world.report.pk,
        "statutory": getattr(world, "edition", 1),
        "desk": world.agreement.pk,
        "parties": world.story.partner.pk,
    }.get(room, 1)
    if name in {"monitoring:open", "monitoring:naskah", "monitoring:indicators", "monitoring:work_plan"}:
        pk = world.agreement.pk
    if name == "counter:mine_report":
        pk = world.report.pk
    document = Document.objects.filter(status="READY").order_by("pk").first()
    sample = {
        "code": world.proposal.code, "pk": document.pk if room == "documents" else pk, "number": 1, "instrument": "kb",
        "slug": SLUGS.get(name, "tarik"), "token": document.token, "key": "x", "name": "berkas.pdf",
        "kind": "proposal", "file_name": "berkas.pdf",
    }  # fmt: skip
    if room == "plan":
        sample |= {"year": year, "pk": row}
    if room == "monitoring":
        sample["year"] = world.report.year
    if room == "counter":
        sample["number"] = request
    wanted = CONVERTERS[name]
    return reverse(name, kwargs={key: sample.get(key, 1) for key in wanted})


def test_a_visitor_is_sent_to_sign_in(world: Walk) -> None:
    wrong = []
    for name in NAMES:
        for method in ("get", "post"):
            answer = getattr(Client(), method)(address(name, world))
            to_login = answer.status_code == 302 and "/akun/masuk/" in answer["Location"]
            back_to_the_start = (
                name in PUBLIC and answer.status_code == 302 and answer["Location"].startswith(BEGINNINGS)
            )
            if back_to_the_start:
                continue
            allowed = {200, 404, 405, 410, 422, 429} if name in PUBLIC else {401, 403, 405}
            if not to_login and answer.status_code not in allowed:
                wrong.append((name, method, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("username", ["dishub", "setwan", "admin"])
def test_a_stranger_to_the_case_finds_nothing_under_its_addresses(username: str, world: Walk) -> None:
    assert _found_by(world, username) == []


def _found_by(world: Walk, username: str) -> list[tuple[str, str, int]]:
    client, seen = Client(), []
    client.force_login(world.people[username])
    for name in NAMES:
        if (
            name in PUBLIC
            or not (OF_A_CASE & set(CONVERTERS[name]))
            or name.split(":")[0] in {"accounts", "core", "setup", "parties", "notifications"}
        ):
            continue
        for method in ("get", "post"):
            status = getattr(client, method)(address(name, world)).status_code
            if status not in {403, 404, 405}:
                seen.append((name, method, status))
    return seen


@pytest.mark.parametrize("username", ["dewi", "ratna", "dlh", "aditya", "hukum", "setwan", "inspektur", "admin"])
def test_a_get_writes_nothing_and_never_breaks(username: str, world: Walk) -> None:
    before = (StageEvent.objects.count(), Notification.objects.count(), Document.objects.count())
    client = Client()
    client.force_login(world.people[username])
    assert [name for name in NAMES if client.get(address(name, world)).status_code >= 500] == []
    assert (StageEvent.objects.count(), Notification.objects.count(), Document.objects.count()) == before
