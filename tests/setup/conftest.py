import pytest

from kerjasama.accounts.offices import Office
from tests.factories.accounts import UserFactory
from tests.support.press import quick_press

__all__ = ["quick_press"]


@pytest.fixture
def admin(db):
    return UserFactory(office=Office.ADMIN, full_name="Fajar Ramadhan")


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client
