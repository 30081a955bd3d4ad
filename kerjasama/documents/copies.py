"""Rows of other rooms that copy the number and the date of a received paper: they follow when the paper is corrected."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, models, transaction

from kerjasama.core.errors import BadInput
from kerjasama.documents.models import Correction, Document

CLASHES = BadInput(
    "Nilai itu tidak cocok dengan tanggal lain yang tercatat, atau sudah dipakai surat lain. Tolak koreksi ini."
)


def corrected_paper(act: Any) -> tuple[Correction, Document] | None:
    """What an act of confirmation has corrected, and the paper that now stands; None when it was no paper."""
    row = Correction.objects.get(pk=act.data["correction"])
    return (row, Document.objects.get(pk=row.result_id)) if isinstance(row.target, Document) else None


def follow(rows: Iterable[models.Model], row: Correction, act: Any, **values: Any) -> None:
    """Write the facts of the corrected paper into its copies; their history keeps the old. Raises BadInput when they clash."""
    for copy in rows:
        for name, value in values.items():
            setattr(copy, name, value)
        copy._history_user, copy._change_reason = act.by, f"Koreksi: {row.reason}"
        try:
            with transaction.atomic():
                copy.save()
        except IntegrityError as problem:
            raise CLASHES from problem
