"""Where our letters wait for the Kepala Daerah on the way of a naskah abroad."""

from agreements.stages import Stage
from kerjasama.documents.letter_kinds import LetterStage

OUTGOING: dict[str, LetterStage] = {
    Stage.DRAFT_LETTER: LetterStage("DRAFT_LETTER", ("sign_draft_letter",), "return_draft_letter"),
    Stage.DIRECT_LETTER: LetterStage("DRAFT_DIRECT", ("sign_direct_letter",), "return_direct_letter"),
    Stage.ORIGINAL_LETTER: LetterStage("ORIGINAL_LETTER", ("sign_original_letter",), "return_original_letter"),
}
