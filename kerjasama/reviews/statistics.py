"""How long the DPRD took, counted by the database: working days from the holiday table, medians, longest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

#: One row a final answer. A return for repair is none: its clock runs on in the next request.
_SQL = """
WITH answered AS (
  SELECT extract(year FROM c.decided_on)::int AS year, c.committee, c.status, c.decided_on > c.due_on AS late,
    (SELECT count(*) FROM generate_series(c.counted_from + 1, c.decided_on, interval '1 day') AS d(day)
      WHERE extract(isodow FROM d.day) < 6
        AND NOT EXISTS (SELECT 1 FROM core_holiday h WHERE h.active AND h.date = d.day::date)) - c.stopped_days AS days
  FROM reviews_clearance c
  WHERE c.id = ANY(%s) AND c.status IN ('APPROVED', 'APPROVED_WITH_NOTES', 'REJECTED', 'DEEMED')
)
SELECT grouping(year), grouping(committee), year, committee, count(*),
  count(*) FILTER (WHERE status = 'REJECTED'), count(*) FILTER (WHERE status = 'DEEMED'), count(*) FILTER (WHERE late),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(days, 0)), max(greatest(days, 0))
FROM answered GROUP BY GROUPING SETS ((), (year), (committee)) ORDER BY 1, 2, year DESC, committee
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Answers of one year or one komisi, or all of them (`name` empty); durations in working days."""

    name: str
    answers: int
    refused: int
    deemed: int
    late: int
    median: float
    longest: int


@dataclass(frozen=True, slots=True)
class Durations:
    """The whole, and its parts by year (newest first) and by komisi."""

    whole: Line | None
    years: tuple[Line, ...]
    committees: tuple[Line, ...]


def durations(clearances: Iterable[int]) -> Durations:
    """Statistics over these requests, by their keys; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(clearances)])
        rows = cursor.fetchall()
    whole = next((_line("", row) for row in rows if row[0] and row[1]), None)
    return Durations(
        whole=whole if whole is not None and whole.answers else None,
        years=tuple(_line(str(row[2]), row) for row in rows if not row[0]),
        committees=tuple(_line(row[3], row) for row in rows if row[0] and not row[1]),
    )


def _line(name: str, row: tuple) -> Line:
    answers, refused, deemed, late, median, longest = row[4:]
    return Line(name, answers, refused, deemed, late, float(median or 0), int(longest or 0))
