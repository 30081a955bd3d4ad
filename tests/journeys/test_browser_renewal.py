"""A KB over three years: walked under a frozen clock to its last months, extended in the browser, then watched to its new end."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.calendar import anniversary
from kerjasama.core.holidays import load_year
from kerjasama.core.text import date_long
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from kerjasama.notifications.models import Notification
from tests.journeys.test_browser import check_ledger, from_text_to_register, person
from tests.support.browsing import Person, day
from tests.support.press import quick_press
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person", "quick_press"]
YEARS = 3


def near_its_end() -> Walk:
    """A KB in force for three years of which about three months are left, each half year reported, evaluated and closed."""
    today = clock.today()
    for year in range(today.year - YEARS, today.year + 3):
        load_year(year)
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    walk = Walk(story(years=YEARS), people, today - timedelta(days=YEARS * 365 - 60), print_now=True)
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    naskah = walk.agreement
    while walk.day <= today:
        doings.clock_strikes(walk)
        for report in naskah.reports.filter(stage="OPEN").order_by("pk"):
            walk.report = report
            walk.send_report().evaluate().close_report()
        walk.day = half_year_after(walk.day)
    walk.day = today
    doings.clock_strikes(walk)
    walk.agreement = Agreement.objects.get(pk=naskah.pk)
    return walk


def half_year_after(on: date) -> date:
    """The first day of the next half year."""
    half = (on.month - 1) // 6
    return date(on.year + half, 1 if half else 7, 1)


def test_three_years_an_extension_and_the_new_end(person: Person) -> None:
    walk = near_its_end()
    naskah, page = walk.agreement, person.page
    old_end, new_end = naskah.ends_on, anniversary(naskah.ends_on, 2)
    assert (naskah.stage, naskah.renewal, naskah.verdict) == ("IN_FORCE", "ASKED", "CONTINUE")
    assert set(naskah.reports.values_list("stage", flat=True)) == {"CLOSED"} and naskah.reports.count() >= 2 * YEARS - 1
    person.code = walk.proposal.code
    person.sign_in("dlh")
    assert person.waits_for_me()
    person.act("Usulkan perpanjangan", reason="Evaluasi menyimpulkan dilanjutkan.")
    person.sign_in("dewi").open_case().press("Buka adendum")
    person.fill({"new_end": day(new_end)}).press("Simpan versi baru")
    expect(page.get_by_role("article", name="Teks naskah")).to_contain_text(
        f"sampai dengan tanggal {date_long(new_end)}"
    )
    from_text_to_register(person, "ADD")
    page.goto(f"{person.base}/naskah/{naskah.pk}/teks-berlaku/")
    expect(page.locator("main")).to_contain_text(f"Berlaku sampai {date_long(new_end)}")
    person.sign_in("dlh")
    assert not person.waits_for_me()
    told = Notification.objects.filter(key__startswith=f"end:{naskah.pk}:{new_end}").count()
    for on, stage in (
        (old_end + timedelta(days=1), "IN_FORCE"),
        (new_end, "IN_FORCE"),
        (new_end + timedelta(days=1), "ENDED"),
    ):
        walk.day = on
        doings.clock_strikes(walk)
        naskah.refresh_from_db()
        assert (on, naskah.stage) == (on, stage)
    assert [child.end_ground for child in naskah.children.all()] == ["PARENT"]
    assert told == 0 and Notification.objects.filter(key__startswith=f"end:{naskah.pk}:{new_end}").exists()
    check_ledger()
