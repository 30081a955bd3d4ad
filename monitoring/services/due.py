"""What the clock opens: reports of periods that are over."""

from datetime import date

from kerjasama.accounts.permissions import seats, system_user
from monitoring import selectors
from monitoring.models import Report
from monitoring.services.reports import open_period


def open_due_reports(today: date) -> list[Report]:
    """Open every missing report of every naskah that owes one, once; safe to repeat after days of standstill."""
    by = system_user()
    seat = seats(by)[0]
    return [
        open_period(agreement, period, by=by, seat=seat)
        for agreement in selectors.reporting()
        for period in selectors.missing_periods(agreement, today)
    ]
