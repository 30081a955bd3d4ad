"""Check the hash chain: each link, each row it speaks of, and that no row stands outside it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from kerjasama.workflow.dbguards import chained_models
from kerjasama.workflow.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check: how many links, the head, and the first thing wrong (empty when sound)."""

    entries: int
    head: str
    problem: str

    @property
    def sound(self) -> bool:
        return not self.problem


def verify(expected_head: str = "") -> Verdict:
    """Verify the whole chain; `expected_head` ("seq:hash") was published elsewhere and must still be in it."""
    previous, count, problem = b"", 0, ""
    wanted_seq, _, wanted_hash = expected_head.partition(":")
    met_head = not expected_head
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=2000):
        count += 1
        problem = _link_problem(entry, count, previous)
        if problem:
            return Verdict(count, bytes(entry.hash).hex(), problem)
        previous = bytes(entry.hash)
        met_head = met_head or (str(entry.seq) == wanted_seq and previous.hex() == wanted_hash)
    if not met_head:
        problem = f"Kepala rantai {expected_head} yang pernah diumumkan tidak ada lagi: ekor rantai dipotong"
    return Verdict(count, previous.hex(), problem or _row_problem())


def _link_problem(entry: AuditEntry, place: int, previous: bytes) -> str:
    if entry.seq != place:
        return f"Urutan terputus pada {place}: ditemukan {entry.seq}"
    if bytes(entry.prev) != previous:
        return f"Mata rantai {entry.seq} tidak menyambung dengan sebelumnya"
    if hashlib.sha256(previous + entry.payload.encode()).digest() != bytes(entry.hash):
        return f"Isi mata rantai {entry.seq} ({entry.table_name} baris {entry.row_id}) tidak cocok dengan sidiknya"
    said = json.loads(entry.payload)
    columns = (entry.seq, entry.table_name, entry.row_id, entry.at)
    if (said["seq"], said["table"], said["row_id"], datetime.fromisoformat(said["at"])) != columns:
        return f"Kolom mata rantai {entry.seq} tidak cocok dengan isinya"
    return ""


def _row_problem() -> str:
    """The first history row or event that differs from the chain, is gone, or was never chained."""
    tables = {model._meta.db_table: model._meta.pk.column for model in chained_models()}
    strange = AuditEntry.objects.exclude(table_name__in=tables).order_by("seq").first()
    if strange:
        return f"Mata rantai {strange.seq} menyebut tabel {strange.table_name} yang tidak dirantai"
    with connection.cursor() as cursor:
        for table, key in tables.items():
            # Columns that a later migration added are not in older links; every column said must still be as said.
            cursor.execute(
                f"""
                SELECT a.seq, a.row_id FROM workflow_auditentry a LEFT JOIN "{table}" t ON t."{key}" = a.row_id
                WHERE a.table_name = %s AND (t."{key}" IS NULL OR to_jsonb(t) <> a.payload::jsonb -> 'row' AND EXISTS (
                  SELECT 1 FROM jsonb_each(a.payload::jsonb -> 'row') said
                  WHERE to_jsonb(t) -> said.key IS DISTINCT FROM said.value))
                ORDER BY a.seq LIMIT 1
                """,  # noqa: S608 - table and key come from the models, never from a person
                [table],
            )
            changed = cursor.fetchone()
            if changed:
                return f"Baris {changed[1]} pada {table} berubah atau hilang (mata rantai {changed[0]})"
            cursor.execute(
                f"""
                SELECT t."{key}" FROM "{table}" t
                LEFT JOIN workflow_auditentry a ON a.table_name = %s AND a.row_id = t."{key}"
                WHERE a.seq IS NULL ORDER BY 1 LIMIT 1
                """,  # noqa: S608 - as above
                [table],
            )
            loose = cursor.fetchone()
            if loose:
                return f"Baris {loose[0]} pada {table} tidak ada dalam rantai"
    return ""
