"""A file is read into rows to look at. The worker's hand; nothing is written into the register."""

import logging
from collections.abc import Iterator
from itertools import islice
from typing import Any

from agreements.models import OldNaskah
from agreements.old_facts import unknown_of
from agreements.services.old import taken
from kerjasama.accounts.models import Government, OrgUnit
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, Refusal
from kerjasama.importing import files, matching
from kerjasama.importing.facts import House, cells_of, facts_of, identity_of
from kerjasama.importing.models import ImportBatch, ImportRow, RememberedColumns
from kerjasama.importing.reading import heads, layout
from kerjasama.importing.reading.book import Choices, Report, survey
from kerjasama.importing.reading.days import Order
from kerjasama.importing.reading.fields import DATES, Field
from kerjasama.importing.reading.lines import words_of
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.rows import Row
from kerjasama.importing.reading.rows import Verdict as Quality
from kerjasama.importing.reading.sheets import Source, open_source

logger = logging.getLogger(__name__)
CHUNK = 500
State, Verdict = ImportBatch.State, ImportRow.Verdict
BROKEN = (
    "Berkas ini tidak dapat dibaca karena gangguan. Coba baca sekali lagi; bila tetap gagal, hubungi administrator."
)


def read_batch(batch_id: int, reading: int) -> str:
    """Read a batch that waits for it; answers its state. A failure is kept on it and shown, not raised."""
    batch = ImportBatch.objects.get(pk=batch_id)
    if batch.state != State.READING or batch.reading != reading:
        return str(batch.state)
    ImportRow.objects.filter(batch=batch).delete()
    found: dict[str, Any] = {}
    try:
        _read(batch, found)
    except Refusal as refused:
        return _ended(
            batch,
            State.FAILED,
            "Berkas tidak terbaca",
            found=found,
            failure=f"{refused.message} {refused.detail}".strip(),
        )
    # Whatever goes wrong must be kept and shown: the page waits for an answer.
    except Exception:
        logger.exception("Reading of import %s failed", batch_id)
        return _ended(batch, State.FAILED, "Berkas tidak terbaca", failure=BROKEN)
    return _ended(batch, State.READY, "Berkas dibaca", found=found)


def _ended(batch: ImportBatch, state: str, reason: str, **values: Any) -> str:
    """Keep the outcome, unless the batch was thrown away or chosen otherwise meanwhile."""
    held = ImportBatch.objects.get(pk=batch.pk)
    if (held.state, held.reading) != (State.READING, batch.reading):
        return str(held.state)
    for name, value in values.items():
        setattr(held, name, value)
    held.state, held._change_reason = state, reason
    held.save()
    return state


def _read(batch: ImportBatch, found: dict[str, Any]) -> None:
    """Read the rows; `found` is filled as far as the reading comes, so that another sheet can be chosen after a refusal."""
    government = str(Government.current())
    source = open_source(files.read(batch), batch.file_name)
    found.update(_sheets(source, batch))
    report = survey(source, clock.today(), Us.named(government), _choices(batch, source), _progress(batch))
    units = OrgUnit.objects.values_list("pk", "name", "short_name", "code")
    by_words = {words_of(name): pk for pk, *names in units for name in names}
    writer = _Writer(batch, report, House(government, by_words), {pk: name for pk, name, *_ in units})
    for chunk in _chunks(report.rows()):
        writer.write(chunk)
    found.update(_found(source, report))


def _progress(batch: ImportBatch) -> Any:
    def tell(done: int, total: int) -> None:
        # How far it is has no version: only the page that waits reads it.
        ImportBatch.objects.filter(pk=batch.pk).update(done=done, total=total)

    return tell


def _choices(batch: ImportBatch, source: Source) -> Choices:
    """What was chosen for this file; else what is remembered of its heads."""
    chosen = batch.choices
    sheet = chosen.get("sheet")
    columns = {int(column): Field(field) if field else None for column, field in chosen.get("columns", {}).items()}
    if not columns:
        columns = _remembered(source, source.default if sheet is None else sheet)
    orders = {Field(field): Order(order) for field, order in chosen.get("orders", {}).items() if order}
    return Choices(sheet, columns, orders)


def _remembered(source: Source, sheet: int) -> dict[int, Field | None]:
    names = layout.find_head(source.lines(sheet)).heads
    kept = RememberedColumns.of(heads.signature(names))
    if kept is None:
        return {}
    try:
        return heads.from_json(kept.mapping, names)
    except BadInput:
        return {}


def _sheets(source: Source, batch: ImportBatch) -> dict[str, Any]:
    """What is known of a file before its rows: its sheets, and which is read."""
    sheet = batch.choices.get("sheet")
    return {
        "sheets": [{"name": one.name, "rows": one.rows, "hidden": one.hidden} for one in source.sheets],
        "sheet": source.default if sheet is None else sheet, "columns": [], "orders": {}, "notes": source.notes, "decisions": [], "lines": {},
    }  # fmt: skip


def _found(source: Source, report: Report) -> dict[str, Any]:
    mapping = report.mapping
    return {
        "sheet": report.sheet, "head": [report.head.first, report.head.last], "signature": mapping.signature, "decisions": report.decisions(),
        "columns": [{"column": one.column, "head": one.head, "field": str(one.field or ""), "by_hand": one.by_hand} for one in mapping.columns],
        "lines": {str(kind): times for kind, times in report.kinds.items()},
        "orders": {str(which): str(one.order or "") for which, one in report.rules.days.decisions.items() if which in DATES},
    }  # fmt: skip


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


class _Writer:
    """Keeps the rows of a file a chunk at a time, each compared with the register and with the rows before it."""

    def __init__(self, batch: ImportBatch, report: Report, house: House, units: dict[int, str]) -> None:
        self.batch, self.house, self.units = batch, house, units
        self.first_party = bool(report.mapping.of(Field.PARTY_US))
        self.known = matching.Known.load()
        self.met: dict[str, int] = {}
        self.claimed: dict[int, int] = {}

    def write(self, rows: list[Row]) -> None:
        read = [(row, *facts_of(row, self.house, names_first_party=self.first_party)) for row in rows]
        matches = [self.known.find(identity_of(row), facts) for row, facts, *_ in read]
        olds = [match.old for match in matches if match.old]
        current, before = matching.current_of(olds), matching.told_before(olds)
        kept = [
            self._kept(row, facts, [*row.errors, *errors], [*row.warnings, *warnings], match, current, before)
            for (row, facts, errors, warnings), match in zip(read, matches, strict=True)
        ]
        ImportRow.objects.bulk_create(kept)

    def _kept(
        self, row: Row, facts: dict[str, Any], errors: list[str], warnings: list[str], match: matching.Match, current: dict[int, OldNaskah],
        before: dict[int, dict[str, Any]],
    ) -> ImportRow:  # fmt: skip
        errors += self._again(row, match)
        old = current.get(match.old or 0)
        kept = ImportRow(
            batch=self.batch, number=row.number, title=facts["title"][:500], cells=cells_of(row), fingerprint=identity_of(row),
            notes=list(row.notes), old=old, agreement_id=match.agreement, relation=Verdict.HERE if match.agreement else Verdict.NEW, facts=facts,
        )  # fmt: skip
        unsure = bool(match.doubt)
        if match.doubt:
            warnings.append(match.doubt)
        if old is not None:
            unsure = compare(kept, old, before.get(old.pk), self.units, errors, warnings)
        kept.errors, kept.warnings = errors, list(dict.fromkeys(warnings))
        kept.unknown = unknown_of(taken(OldNaskah(), kept.facts))
        doubtful = bool(kept.warnings) or row.verdict is not Quality.OK
        kept.verdict = _verdict(kept, doubtful)
        kept.included = kept.may_be_written and not unsure
        kept.looked_for = " ".join(
            [str(row.number), facts["title"], *(p["name"] for p in facts["parties"]), *matching.numbers_of(facts)]
        )
        return kept

    def _again(self, row: Row, match: matching.Match) -> list[str]:
        """A sentence when a row before this one has already spoken of the same naskah."""
        first = self.met.setdefault(identity_of(row), row.number)
        if match.old:
            first = min(first, self.claimed.setdefault(match.old, row.number))
        return (
            [f"Naskah yang sama dengan baris {first} dalam berkas ini; tidak ditulis dua kali."]
            if first != row.number
            else []
        )


def compare(
    kept: ImportRow, old: OldNaskah, earlier: dict[str, Any] | None, units: dict[int, str], errors: list[str], warnings: list[str]
) -> bool:  # fmt: skip
    """Hold a row against the naskah that is there; answers whether a person must choose it himself."""
    before = matching.as_kept(old)
    after = matching.merged(before, kept.facts, earlier)
    kept.changes, kept.edition = matching.changes(before, after, units), old.edition
    kept.relation = Verdict.CHANGED if kept.changes else Verdict.SAME
    kept.told, kept.facts = kept.facts, after
    clash = matching.clash(after)
    if clash:
        errors.append(clash)
    if kept.changes and old.corrected_at:
        warnings.append(
            "Naskah ini sudah dilengkapi orang; berkas mengatakan lain. Pilih sendiri bila berkasnya yang benar."
        )
        return True
    return False


def _verdict(kept: ImportRow, doubtful: bool) -> str:
    if kept.errors:
        return Verdict.ERROR
    if kept.relation in (Verdict.HERE, Verdict.SAME):
        return str(kept.relation)
    return Verdict.WARNING if doubtful else str(kept.relation)
