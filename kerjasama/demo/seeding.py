"""Fill an empty database with the demo region."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import F

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import SYSTEM_USERNAME
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.holidays import load_year
from kerjasama.demo import abroad, cast, counter, others, words
from kerjasama.demo.scenario import YEARS, Scenario
from kerjasama.notifications.models import Notification
from kerjasama.setup.services.reviews import mark_reviewed
from proposals.models import Proposal

UNREAD_DAYS = 10
Report = Callable[[str], None]


class CannotSeed(Exception):
    """The demo region does not go into this database; the message says why and what to do."""


def refuse_unless_empty() -> None:
    """Raise CannotSeed in production, and where anybody works already."""
    if settings.PRODUCTION:
        raise CannotSeed("Data peragaan tidak pernah diisikan pada lingkungan produksi (KERJASAMA_ENV=production).")
    if not settings.DEMO_MODE and not settings.TESTING:
        raise CannotSeed(
            "Data peragaan hanya untuk basis data pribadi dari `make run` (mode demo). Kosongkan DATABASE_URL, lalu jalankan `make demo`."
        )
    cases, people = Proposal.objects.count(), User.objects.exclude(username=SYSTEM_USERNAME).count()
    if cases or people:
        raise CannotSeed(
            f"Basis data ini sudah berisi {people} pengguna dan {cases} usulan, sehingga data peragaan tidak ditambahkan. "
            "Untuk mengulang dari awal pada basis data pribadi: make clean, lalu make run."
        )


def seed(say: Report = lambda line: None) -> None:
    """Kabupaten Wanasari, up to the day before today. Raises CannotSeed where it does not belong."""
    refuse_unless_empty()
    today = clock.today()
    with connection.cursor() as cursor:
        # Thousands of small transactions: waiting for the disk after each gains nothing in a database that can be filled again.
        cursor.execute("SET synchronous_commit TO off")
    try:
        with parameters.snapshot():
            scenario = _prepare(today, say)
            scenario.run(_by_year(say))
            counter.set_up(scenario.people, scenario.timepiece, scenario.work.back(today, 1))
            _mark_read(today)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")


def _prepare(today: date, say: Report) -> Scenario:
    first = date(today.year - YEARS - 1, 1, 3)
    with clock.at(datetime.combine(first, time(8), tzinfo=clock.zone())):
        for year in range(first.year, today.year + 2):
            load_year(year)
        cast.set_up_government()
        people = cast.set_up_people(first)
        cast.set_up_team(people, first)
        partners = {**dict(enumerate(cast.set_up_partners())), **others.set_up()}
        for step in ("nomor", "parameter"):
            mark_reviewed(step, by=people["admin"])
        parameters.change("letter_paraf_chain", ["KABAG", "SEKDA"], by=people["admin"], reason=words.LETTER_CHAIN)
        parameters.change("dprd_gate", "between_kb_and_pks", by=people["admin"], reason=words.GATE_FIRST)
    say(f"{len(people)} pengguna, {len(partners)} mitra, hari libur {first.year} sampai {today.year + 1}")
    return Scenario(today, people, partners, WorkCalendar.load(), abroad.set_up())


def _by_year(say: Report) -> Callable[[date], None]:
    told: set[int] = set()

    def report(day: date) -> None:
        if day.year not in told:
            told.add(day.year)
            say(f"tahun {day.year}")

    return report


def _mark_read(today: date) -> None:
    """Nobody comes to an inbox of four years: what is older than ten days was read on the day after."""
    long_past = datetime.combine(today - timedelta(days=UNREAD_DAYS), time(0), tzinfo=clock.zone())
    old = Notification.objects.filter(created_at__lt=long_past, read_at__isnull=True)
    old.update(read_at=F("created_at") + timedelta(hours=20))
