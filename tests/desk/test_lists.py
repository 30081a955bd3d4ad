"""Every list costs the same number of queries with one row and with fifty."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from tests.support.wanasari import new_walk

MANY = 50
SOME = 6  # of what takes a whole walk to come about


def queries(client: Client, address: str) -> int:
    """How many statements one page costs, once the caches of the process are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def grow(client: Client, address: str, more: Callable[[], object]) -> tuple[int, int]:
    """The cost with one row and with fifty."""
    more()
    one = queries(client, address)
    for _ in range(MANY - 1):
        more()
    return one, queries(client, address)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


@pytest.mark.parametrize(
    ("username", "address"),
    [
        ("dewi", "/usulan/"),
        ("dlh", "/tugas/"),
        ("dlh", "/"),
        ("dewi", "/"),
        ("dewi", "/cari/?q=sampah"),
        ("inspektur", "/jejak/"),
    ],
)
def test_lists_of_cases(
    people: dict[str, User], client_of: Callable[[str], Client], username: str, address: str
) -> None:
    one, many = grow(client_of(username), address, lambda: new_walk(people).open())
    assert one == many
    assert many <= 40


def test_register_and_monev(people: dict[str, User], client_of: Callable[[str], Client], quick_press: None) -> None:
    client = client_of("dewi")

    def more() -> Walk:
        walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
        return walk.whole_naskah("KB").open_report()

    more()
    before = [queries(client, address) for address in ("/naskah/?keadaan=semua", "/monev/", "/mitra/")]
    for _ in range(SOME - 1):
        more()
    assert [queries(client, address) for address in ("/naskah/?keadaan=semua", "/monev/", "/mitra/")] == before
