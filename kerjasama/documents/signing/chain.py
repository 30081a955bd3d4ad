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
    if after == before:
        return "Berkas ini sama persis dengan berkas kita; tanda tangan mitra belum ada di dalamnya."
    if not after.startswith(before):
        return (
            "Berkas ini bukan kelanjutan dari berkas yang kita tandatangani. Berkas dicetak ulang, dikompres, atau disimpan ulang, "
            "atau berasal dari naskah lain; tanda tangan kita hilang karenanya."
        )
    report = judge(after)
    if report.conclusion is Conclusion.UNREADABLE:
        return "Tanda tangan di dalam berkas ini tidak dapat dibaca."
    if len(report.signatures) <= len(judge(before).signatures):
        return "Isi berkas bertambah, tetapi tidak ada tanda tangan baru di dalamnya."
    if not report.sound:
        return _unsound(report)
    return ""


def step(before: bytes, after: bytes) -> Step:
    """The new signatures of a file that goes on from the one before. Raises BadInput with what is wrong."""
    told = problem(before, after)
    if told:
        raise BadInput(told, errors={"file": [told]})
    report = judge(after)
    return Step(report, report.signatures[len(judge(before).signatures) :])


def answered(before: bytes, after: bytes) -> SignatureFacts:
    """The one new signature in what a backend gave back. Raises BrokenAnswer; the file before stands then."""
    if not after.startswith(b"%PDF-"):
        raise BrokenAnswer("Yang diterima bukan berkas PDF.")
    told = problem(before, after)
    if told:
        raise BrokenAnswer(told)
    report = judge(after)
    added = report.signatures[len(judge(before).signatures) :]
    if len(added) != 1:
        raise BrokenAnswer("Jumlah tanda tangan dalam berkas tidak sesuai dengan yang diminta.")
    return added[0]


def _unsound(report: Report) -> str:
    wrong = next(one for one in report.signatures if not one.sound)
    if wrong.changed:
        return f"Berkas diubah sesudah ditandatangani {wrong.signer}. Perubahan itu bukan tanda tangan, jadi tanda tangannya tidak berlaku lagi."
    return f"Tanda tangan {wrong.signer} tidak sah: isi yang ditandatangani berubah, atau sertifikatnya tidak berlaku ketika menandatangani."
