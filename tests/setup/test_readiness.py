"""An empty installation says what is missing; a set-up one says that it is ready."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import Government, Holding
from kerjasama.accounts.offices import Office
from kerjasama.core.holidays import load_year
from kerjasama.setup import readiness
from kerjasama.setup.services.reviews import mark_reviewed
from tests.factories.accounts import HoldingFactory, UserFactory
from tests.support.wanasari import people  # noqa: F401 - fixture

pytestmark = pytest.mark.django_db
EMPTY = [
    "Daerah dipilih dari daftar 552 daerah", "Kop lengkap", "Ada perangkat daerah yang aktif", "Kepala Daerah", "Sekretaris Daerah",
    "Asisten Sekretaris Daerah", "Kepala Bagian Kerja Sama", "Perangkat daerah", "Bagian Kerja Sama", "Bagian Hukum", "Sekretariat DPRD",
    "Hari libur nasional 2026", "Hari libur nasional 2027", "Pola dan nomor pertama diperiksa", "Tim TKKSD yang berlaku",
    "Parameter diperiksa",
]  # fmt: skip


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-23T03:00:00Z", tick=False):
        yield


@pytest.fixture
def complete(people):  # noqa: F811
    government = Government.current()
    government.region_code = "33.01"
    government.save()
    for year in (2026, 2027):
        load_year(year)
    for step in ("nomor", "parameter"):
        mark_reviewed(step, by=people["admin"])
    return people


def lacking():
    return [check.text for check in readiness.missing()]


def test_an_empty_installation_lacks_everything_in_the_order_of_the_steps():
    assert lacking() == EMPTY
    assert readiness.is_ready() is False


def test_a_complete_one_lacks_nothing(complete):
    assert lacking() == []


@pytest.mark.parametrize(
    ("office", "text"),
    [(Office.KDH, "Kepala Daerah"), (Office.SETWAN, "Sekretariat DPRD"), (Office.KABAG, "Kepala Bagian Kerja Sama")],
)
def test_an_office_that_ended_or_whose_holder_has_not_come_yet_is_missing(complete, office, text):
    holding = Holding.objects.filter(office=office).select_related("user").first()
    holding.user.is_active = False
    holding.user.save()
    check = next(c for c in readiness.missing() if c.text == text)
    assert check.detail == f"{holding.user.full_name} belum menerima undangannya."
    Holding.objects.filter(pk=holding.pk).update(period=f"[2020-01-01,{date(2026, 11, 23)})")
    assert lacking() == [text]


def test_next_years_holidays_are_needed_from_october():
    with time_machine.travel("2026-09-30T03:00:00Z", tick=False):
        assert "Hari libur nasional 2027" not in lacking()
    assert "Hari libur nasional 2027" in lacking()


def test_the_demo_needs_no_code_of_a_real_region(complete, settings):
    Government.objects.update(region_code="")
    assert lacking() == ["Daerah dipilih dari daftar 552 daerah"]
    settings.DEMO_MODE = True
    assert lacking() == []


def test_opening_a_case_says_what_is_missing(complete):
    client = Client()
    client.force_login(complete["dlh"])
    assert "Penyiapan aplikasi belum lengkap" not in client.get("/usulan/baru/").content.decode()
    Government.objects.update(region_code="")
    page = client.get("/usulan/baru/").content.decode()
    assert "Penyiapan aplikasi belum lengkap: 1 hal masih kurang." in page
    assert "Hubungi administrator" in page and 'href="/penyiapan/"' not in page


def test_the_overview_leads_on_and_costs_the_same_with_many(desk):
    page = desk.get("/penyiapan/")
    assert (page.context["missing"], page.context["done"], page.context["onward"]["step"].slug) == (16, 0, "daerah")

    def cost():
        with CaptureQueriesContext(connection) as caught:
            desk.get("/penyiapan/")
        return len(caught)

    one = cost()
    for _ in range(20):
        HoldingFactory(office=Office.BAGIAN)
    # The counts of one's work in the menu are a part of it (tests/desk/test_lists.py).
    assert cost() == one <= 36


@pytest.mark.parametrize("office", [Office.KABAG, Office.OPD, Office.SETWAN, Office.INSPEKTORAT])
def test_only_the_administrator_sets_up(client, office):
    client.force_login(UserFactory(office=office))
    for address in (
        "",
        "daerah/",
        "kop/",
        "unit/",
        "unit/daftar/",
        "pejabat/",
        "pengguna/",
        "libur/",
        "nomor/",
        "tkksd/",
        "parameter/",
    ):
        assert client.get(f"/penyiapan/{address}").status_code == 403
        assert client.post(f"/penyiapan/{address}").status_code in (403, 405)
