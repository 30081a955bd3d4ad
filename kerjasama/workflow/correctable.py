"""The three acts by which two people set a recorded mistake right, for any subject whose ledger has them (rulings 16)."""

from collections.abc import Iterable
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import stay

KEEPERS = (Office.BAGIAN, Office.KABAG)


def correctable(stages: Iterable[str]) -> type:
    """A part of a lifecycle: correction is possible at every one of these stages, the closed ones too."""
    everywhere = tuple(stages)

    class Correctable:
        """A mistake is proposed for correction by one person and confirmed or declined by another."""

        @stay(everywhere, "Usulkan koreksi", slug="usulkan-koreksi", offices=KEEPERS, asks_reason=True, quiet=True)
        def propose_correction(self, act: Any) -> None:
            """Something was recorded wrongly: which fact, and what is right."""

        @stay(everywhere, "Konfirmasi koreksi", slug="konfirmasi-koreksi", offices=KEEPERS, quiet=True)
        def confirm_correction(self, act: Any) -> None:
            """A second person has compared it with the paper: the right value counts, the old one stays shown."""

        @stay(everywhere, "Tolak koreksi", slug="tolak-koreksi", offices=KEEPERS, asks_reason=True, quiet=True)
        def decline_correction(self, act: Any) -> None:
            """What is recorded stays."""

    return Correctable
