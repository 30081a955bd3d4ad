"""Days and hours of the demo: moments that never run back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kerjasama.core import clock

OPENS = time(8, 5)


@dataclass
class Timepiece:
    """Gives the moments at which acts happen: office hours, each later than the one before."""

    last: datetime | None = None
    given: int = 0

    def moment(self, day: date, opens: time = OPENS) -> datetime:
        """The next moment of a day; after the last one given when that was on the same day."""
        self.given += 1
        first = datetime.combine(day, opens, tzinfo=clock.zone()) + timedelta(minutes=day.toordinal() * 37 % 50)
        if self.last is None or self.last < first:
            self.last = first
        else:
            self.last += timedelta(minutes=2 + self.given * 7 % 4, seconds=self.given * 13 % 60)
        return self.last
