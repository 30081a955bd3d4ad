"""Where our reports wait for the Kepala Daerah."""

from kerjasama.documents.letter_kinds import LetterStage
from kerjasama.statutory.stages import Stage

REPORT = "STATUTORY_REPORT"
OUTGOING: dict[str, LetterStage] = {Stage.LETTER: LetterStage(REPORT, ("sign_report",), "return_letter")}
