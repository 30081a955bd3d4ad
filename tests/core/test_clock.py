from datetime import UTC, date, datetime

import pytest
import time_machine

from kerjasama.core import clock

EVENING = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # 00.30 WIB on the 24th


@time_machine.travel(EVENING, tick=False)
def test_today_is_the_date_in_the_zone_of_the_region():
    assert clock.now() == EVENING
    assert clock.today() == date(2026, 11, 24)


def test_today_follows_the_zone_setting(settings):
    settings.TIME_ZONE = "Asia/Jayapura"
    with clock.at(datetime(2026, 12, 31, 15, 0, tzinfo=UTC)):
        assert clock.today() == date(2027, 1, 1)


def test_an_injected_clock_holds_inside_the_block_only():
    assert clock.is_injected() is False
    with clock.at(EVENING):
        assert clock.is_injected() is True
        with clock.at(datetime(2020, 1, 1, tzinfo=UTC)):
            assert clock.today() == date(2020, 1, 1)
        assert clock.now() == EVENING
    assert clock.is_injected() is False


def test_the_clock_is_given_back_after_an_error():
    with pytest.raises(RuntimeError), clock.at(EVENING):
        raise RuntimeError
    assert clock.is_injected() is False


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"), clock.at(datetime(2026, 1, 1)):
        pass
