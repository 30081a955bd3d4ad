"""One search: the rooms a person sees, and the pages of his own menu."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.desk import search
from kerjasama.parties.models import Partner


def labels(user: User, q: str) -> dict[str, list[str]]:
    return {group["label"]: [item["label"] for item in group["items"]] for group in search.results(user, q)}


def test_a_page_is_found_by_its_name(people: dict[str, User]) -> None:
    assert labels(people["dewi"], "impor")["Halaman"] == ["Impor register"]
    assert labels(people["ratna"], "PELAPORAN")["Halaman"] == ["Pelaporan"]


def test_a_page_of_another_is_not_offered(people: dict[str, User]) -> None:
    assert "Halaman" not in labels(people["setwan"], "impor")
    assert labels(people["setwan"], "riwayat")["Halaman"] == ["Riwayat keputusan"]


def test_nothing_found_is_said(people: dict[str, User]) -> None:
    assert search.results(people["dewi"], "xyzzy tidak ada") == []
    assert labels(people["dewi"], "")["Tindakan"] == ["Buat usulan baru"]


def test_a_partner_is_found_by_the_staff(people: dict[str, User]) -> None:
    partner = Partner.objects.order_by("pk").first()
    assert partner.name in labels(people["dewi"], partner.name)["Mitra"]
    assert "Mitra" not in labels(people["setwan"], partner.name)


@pytest.fixture
def as_(people: dict[str, User], client: Client) -> Callable[[str], Client]:
    def enter(username: str) -> Client:
        client.force_login(people[username])
        return client

    return enter


#: The palette opens on the page of each frame: of the staff, of the DPRD, of the paraf, of the TKKSD.
FRAMES = [("dewi", "/"), ("setwan", "/dprd/"), ("bappeda", "/admin/"), ("setwan", "/cari/?q=riwayat")]


@pytest.mark.parametrize(("username", "address"), FRAMES)
def test_search_is_on_every_frame(as_: Callable[[str], Client], username: str, address: str) -> None:
    page: Any = as_(username).get(address).content.decode()
    assert (page.count('id="palet"'), "js/palette.js" in page, "css/palette.css" in page) == (1, True, True)
