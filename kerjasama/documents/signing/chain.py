"""Whether a signed file goes on from the one before: its bytes untouched, every signature sound."""

from dataclasses import dataclass

from kerjasama.core.errors import BadInput
from kerjasama.documents.signing.judging import Conclusion, Report, SignatureFacts, judge
from kerjasama.documents.signing.port import BrokenAnswer


@dataclass(frozen=True, slots=True)
class Step:
    """A file that follows another, and the signatures that are new in it."""

    report: Report
    added: tuple[SignatureFacts, ...]


def problem(before: bytes, after: bytes) -> str:
    """Why a file does not go on from the one before, in one sentence; "" when it does."""
    return _followed(before, after)[0]


def step(before: bytes, after: bytes) -> Step:
    """The new signatures of a file that goes on from the one before. Raises BadInput with what is wrong."""
    told, found = _followed(before, after)
    if found is None:
        raise BadInput(told, errors={"file": [told]})
    return found


def answered(before: bytes, after: bytes) -> SignatureFacts:
    """The one new signature in what a backend gave back. Raises BrokenAnswer; the file before stands then."""
    if not after.startswith(b"%PDF-"):
        raise BrokenAnswer("Yang diterima bukan berkas PDF.")
    told, found = _followed(before, after)
    if found is None:
        raise BrokenAnswer(told)
    if len(found.added) != 1:
        raise BrokenAnswer("Jumlah tanda tangan dalam berkas tidak sesuai dengan yang diminta.")
    return found.added[0]


def _followed(before: bytes, after: bytes) -> tuple[str, Step | None]:
    """What is wrong, or the step; each file is judged once, because judging one of many pages takes seconds."""
    if after == before:
        return "Berkas ini sama persis dengan berkas kita; tanda tangan mitra belum ada di dalamnya.", None
    if not after.startswith(before):
        return (
            "Berkas ini bukan kelanjutan dari berkas yang kita tandatangani. Berkas dicetak ulang, dikompres, atau disimpan ulang, "
            "atau berasal dari naskah lain; tanda tangan kita hilang karenanya.",
            None,
        )
    report = judge(after)
    if report.conclusion is Conclusion.UNREADABLE:
        return "Tanda tangan di dalam berkas ini tidak dapat dibaca.", None
    known = len(judge(before).signatures)
    if len(report.signatures) <= known:
        return "Isi berkas bertambah, tetapi tidak ada tanda tangan baru di dalamnya.", None
    if not report.sound:
        return _unsound(report), None
    return "", Step(report, report.signatures[known:])


def _unsound(report: Report) -> str:
    wrong = next(one for one in report.signatures if not one.sound)
    if wrong.changed:
        return f"Berkas diubah sesudah ditandatangani {wrong.signer}. Perubahan itu bukan tanda tangan, jadi tanda tangannya tidak berlaku lagi."
    return f"Tanda tangan {wrong.signer} tidak sah: isi yang ditandatangani berubah, atau sertifikatnya tidak berlaku ketika menandatangani."
