import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_failures_remembered():
    """Failed sign-ins are counted in the cache; each test starts from nothing."""
    cache.clear()
    yield
    cache.clear()
