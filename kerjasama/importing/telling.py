"""What would be read from a file, told in Indonesian or as JSON."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core.text import date_long, digits, joined
from kerjasama.importing.reading import layout, states
from kerjasama.importing.reading.book import Report
from kerjasama.importing.reading.durations import Term
from kerjasama.importing.reading.fields import LABELS, Field
from kerjasama.importing.reading.party_classes import LABELS as GUESSES
from kerjasama.importing.reading.rows import Row, Value, Verdict

VERDICTS = {Verdict.OK: "baik", Verdict.WARNING: "perlu dilihat", Verdict.ERROR: "salah"}


def told(report: Report) -> Iterator[str]:
    """Line by line: the file, its columns, what was decided, every row, and the counts at the end."""
    facts = report.source.sheets[report.sheet]
    yield f"Lembar {report.sheet + 1} dari {len(report.source.sheets)}: “{facts.name}”, {digits(facts.rows)} baris berisi."
    yield from report.source.notes
    yield f"Kepala kolom pada baris {report.head.first}" + (
        f" sampai {report.head.last}." if report.head.last > report.head.first else "."
    )
    for placed in report.mapping.columns:
        if placed.field:
            yield f"  Kolom {placed.column + 1} “{placed.head}” → {LABELS[placed.field]}" + (
                " (dipilih sendiri)" if placed.by_hand else ""
            )
    if report.mapping.unmapped:
        heads = joined([f"“{placed.head}”" for placed in report.mapping.unmapped])
        yield f"  Tidak dipetakan: {heads}."
    yield from (f"  {line}" for line in report.decisions())
    for kind, times in report.kinds.items():
        yield f"  {digits(times)} {layout.LABELS[kind]}"
    for row in report.rows():
        yield from _row(row)
    counts = [f"{digits(report.counts[verdict])} {label}" for verdict, label in VERDICTS.items()]
    yield f"Jumlah: {joined(counts)}."


def _row(row: Row) -> Iterator[str]:
    yield f"Baris {row.number} [{VERDICTS[row.verdict]}] {_shown(row, Field.TITLE) or '(tanpa judul)'}"
    if row.numbers.found:
        yield "  Nomor: " + "; ".join(one.normal for one in row.numbers.found)
    for party in row.parties.found:
        who = ", ".join(part for part in (party.signatory, party.office) if part)
        side = "pihak kita" if party.ours else f"dugaan: {GUESSES[party.guess]}"
        yield f"  Pihak: {party.name} ({side})" + (f" – {who}" if who else "")
    ours = ", ".join(part for part in (row.parties.our_signer.name, row.parties.our_signer.office) if part)
    if ours:
        yield f"  Penandatangan pihak kita: {ours}"
    days = ((LABELS[which], row.values.get(which)) for which in (Field.SIGNED_ON, Field.STARTS_ON, Field.ENDS_ON))
    yield "  " + "; ".join(f"{name} {_day(value)}" for name, value in days) + f"; {states.LABELS[row.state.state]}"
    yield from (f"  Salah: {one}" for one in row.errors)
    yield from (f"  Perhatikan: {one}" for one in row.warnings)
    yield from (f"  Keterangan: {one}" for one in row.notes)
    if row.work:
        yield f"  Belum diketahui: {joined(row.work)}."


def _shown(row: Row, which: Field) -> str:
    value = row.values.get(which)
    return " ".join(value.raw.split()) if value else ""


def _day(value: Value | None) -> str:
    return date_long(value.value) if value and value.value else "tidak diketahui"  # type: ignore[arg-type]


def as_json(report: Report) -> dict[str, Any]:
    """The same as one object; days as ISO."""
    rows = [_row_json(row) for row in report.rows()]
    return {
        "sheet": report.source.sheets[report.sheet].name,
        "notes": report.source.notes,
        "columns": [{"column": one.column + 1, "head": one.head, "field": one.field} for one in report.mapping.columns],
        "signature": report.mapping.signature,
        "decisions": report.decisions(),
        "lines": {str(kind): times for kind, times in report.kinds.items()},
        "counts": {str(verdict): report.counts[verdict] for verdict in Verdict},
        "rows": rows,
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "row": row.number, "verdict": row.verdict, "fingerprint": row.fingerprint, "group": row.group,
        "values": {str(which): _value_json(one) for which, one in row.values.items()},
        "numbers": [{"number": one.normal, "owner": one.owner} for one in row.numbers.found],
        "parties": [
            {"name": one.name, "ours": one.ours, "signatory": one.signatory, "office": one.office, "guess": one.guess} for one in row.parties.found
        ],
        "our_signer": {"name": row.parties.our_signer.name, "office": row.parties.our_signer.office},
        "state": row.state.state, "errors": row.errors, "warnings": row.warnings, "notes": row.notes, "work": row.work,
    }  # fmt: skip


def _value_json(one: Value) -> dict[str, Any]:
    return {"raw": one.raw, "value": _plain(one.value), "certainty": one.certainty, "notes": one.notes}


def _plain(value: object) -> object:
    if isinstance(value, Term):
        return {"kind": value.kind, "months": value.months, "days": value.days, "until": _plain(value.until)}
    return value.isoformat() if hasattr(value, "isoformat") else value
