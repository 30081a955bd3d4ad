from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from kerjasama.accounts.models import OrgUnit
from kerjasama.documents import rendering
from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.documents import pdf_bytes

MONDAY = datetime(2026, 11, 23, 9, 48, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def monday():
    """Senin, 23 November 2026, 09.48 WIB."""
    with time_machine.travel(MONDAY, tick=False) as machine:
        yield machine


@pytest.fixture
def subject(db):
    """Any stored row will do: this room knows no subject by name."""
    return OrgUnitFactory(name="Dinas Lingkungan Hidup")


@pytest.fixture
def writer(db):
    return UserFactory(full_name="Nurhayati Lestari")


@pytest.fixture
def visible(monkeypatch):
    """Let units say who sees them, as the subjects of the rooms above do: everyone named here."""
    people = set()
    monkeypatch.setattr(
        OrgUnit,
        "visible_to",
        classmethod(lambda cls, user: cls.objects.all() if user in people else cls.objects.none()),
        raising=False,
    )
    return people


@pytest.fixture
def press(monkeypatch):
    """A printer that counts: its paper depends on the facts, as the real one's does."""
    printed = []

    def render_pdf(template, context):
        printed.append((template, context))
        return pdf_bytes(mark=f"{template} {sorted(context.items())}")

    monkeypatch.setattr(rendering, "render_pdf", render_pdf)
    return printed


@pytest.fixture
def broken_press(monkeypatch):
    """A printer that never succeeds."""

    def render_pdf(template, context):
        raise RuntimeError("huruf tidak ditemukan")

    monkeypatch.setattr(rendering, "render_pdf", render_pdf)


@pytest.fixture
def files(settings, tmp_path):
    """An empty folder of files for this test alone."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    return settings.MEDIA_ROOT
