"""The act by which an office gives its paraf on a letter, for any subject whose letters wait for the Kepala Daerah."""

from collections.abc import Mapping
from typing import Any, ClassVar

from kerjasama.accounts.combining import refuse_silent
from kerjasama.core.errors import BadInput
from kerjasama.documents import letter_parafs
from kerjasama.documents.letter_guards import letter_is_printed, letter_paraf_is_asked
from kerjasama.documents.letter_kinds import BASIS, CHAIN_OFFICES, LetterStage
from kerjasama.workflow.arrows import stay
from kerjasama.workflow.guards import Guard

CHANGED = "Surat berubah sejak Anda membacanya. Buka kembali surat itu, baca perubahannya, lalu paraf."


def parafed(stages: Mapping[str, LetterStage], *guards: Guard) -> type:
    """A part of a lifecycle: at each of these stages the letter waits for its chain before it waits for its signature."""

    class Parafed:
        """Paraf under the Kepala Daerah, in order; an empty chain lets a letter go straight to him."""

        LETTER_STAGES: ClassVar[Mapping[str, LetterStage]] = stages

        @stay(
            tuple(stages), "Bubuhkan paraf surat", letter_paraf_is_asked, *guards, letter_is_printed,
            slug="paraf-surat", offices=CHAIN_OFFICES, basis=BASIS,
        )  # fmt: skip
        def give_letter_paraf(self, act: Any) -> None:
            """A paraf on the exact file of the letter; with several addressees on all of them at once."""
            seal = letter_parafs.seal(letter_parafs.waiting_letters(self))
            if not seal or act.data.get("seal") != seal:
                raise BadInput(CHANGED)
            given = letter_parafs.given_by(self, act.by)
            also_as = refuse_silent(given, act, what="surat", whole="surat")
            if also_as:
                act.record["also_as"] = also_as
            act.record.update(text_hash=seal, turn_moved=True)

        def turn(self, stage: str) -> str:
            """The office of the chain whose paraf is waited for, before anybody else."""
            return letter_parafs.next_office(self, stage) or super().turn(stage)  # type: ignore[misc]

    return Parafed
