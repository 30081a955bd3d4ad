"""What an act of hand-over leaves on each subject that was waiting: who gave, who took, from when (docs/decisions/0015)."""

from typing import Any

from kerjasama.accounts.models import Handover
from kerjasama.core.errors import NotYet

LABEL = "Catat serah terima"


def note(act: Any) -> None:
    """Both names and the first day, into the ledger. Raises NotYet without the record of the hand-over itself."""
    row = act.data.get("handover")
    if not isinstance(row, Handover):
        raise NotYet("Serah terima dicatat untuk semua berkas sekaligus, pada halaman pengguna yang menyerahkannya.")
    act.record.update(handover=row.pk, giver=str(row.giver), taker=str(row.taker), from_day=row.from_day.isoformat())
