"""Until when a finding may be put right."""

from datetime import date

from kerjasama.core.calendar import months_later
from kerjasama.core.text import date_long

#: The next evaluation, a year later at the latest (the Perda asks for one a year), judges whether it is.
LONGEST_MONTHS = 12


def due_lacks(due: date, found_on: date) -> str:
    """What is wrong with the last day for a finding of an evaluation of a day, in a sentence; "" where nothing is."""
    latest = months_later(found_on, LONGEST_MONTHS)
    if found_on <= due <= latest:
        return ""
    return f"Tenggat temuan terletak antara {date_long(found_on)} dan {date_long(latest)}: hari evaluasi ini sampai evaluasi tahun berikutnya."
