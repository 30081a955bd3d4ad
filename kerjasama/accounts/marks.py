"""The PIN and the specimen of a paraf: set by the person himself, asked for at every paraf.

The PIN shows that the person who holds the phone is the one who signed in. It is no key: what binds the text is the ledger.
"""

import re
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from kerjasama.accounts.models import PersonalMark, User
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput

DIGITS = 6
TRIES, PAUSE = 3, timedelta(minutes=15)
WIDTH, HEIGHT = 96, 48
POINT = r"\d{1,2}(?:\.\d)? \d{1,2}(?:\.\d)?"
PATH = re.compile(rf"(?:M{POINT}(?:L{POINT})+)+")
MAX_PATH = 8000


def mark_of(user: User) -> PersonalMark | None:
    """The mark of a person, or None while he has set none."""
    return PersonalMark.objects.filter(user=user).first()


def specimen_of(user: User) -> str:
    """The path of his paraf; empty when the initials stand for it."""
    mark = mark_of(user)
    return mark.specimen if mark else ""


@transaction.atomic
def set_mark(user: User, *, pin: str, specimen: str = "") -> PersonalMark:
    """Set or change PIN and specimen. Raises BadInput for a PIN that is easily guessed or a path that is none."""
    problem = _pin_problem(user, pin)
    drawn = specimen.strip()
    if problem or (drawn and not is_path(drawn)):
        told = (
            {"pin": [problem]} if problem else {"specimen": ["Gambar paraf tidak terbaca. Hapus, lalu gambar kembali."]}
        )
        raise BadInput("PIN atau paraf belum dapat disimpan.", errors=told)
    mark = PersonalMark.objects.select_for_update().filter(user=user).first() or PersonalMark(user=user)
    mark.pin, mark.specimen, mark.set_at = make_password(pin), drawn, clock.now()
    mark.failures, mark.locked_until = 0, None
    mark._history_user, mark._change_reason = user, "PIN dan paraf dibuat sendiri"
    mark.save()
    return mark


@transaction.atomic
def _judge(user: User, typed: str) -> str:
    """The sentence against a PIN, or "". What went wrong is counted for good, whatever becomes of the act."""
    mark = PersonalMark.objects.select_for_update().filter(user=user).first()
    if mark is None:
        return "Anda belum membuat PIN paraf. Buat dahulu di Profil, Paraf dan PIN."
    now = clock.now()
    if mark.locked_until is not None and mark.locked_until > now:
        return f"PIN terkunci sampai pukul {text.time_wib(mark.locked_until)} karena tiga kali salah."
    if check_password(typed, mark.pin):
        PersonalMark.objects.filter(pk=mark.pk).update(failures=0, locked_until=None)
        return ""
    failures = mark.failures + 1
    left = TRIES - failures
    locked = now + PAUSE if left <= 0 else None
    PersonalMark.objects.filter(pk=mark.pk).update(failures=0 if locked else failures, locked_until=locked)
    if locked:
        return f"PIN salah tiga kali. Paraf terkunci sampai pukul {text.time_wib(locked)}."
    return f"PIN salah. Tersisa {left} percobaan sebelum paraf dikunci selama 15 menit."


def require_pin(user: User, typed: str) -> None:
    """Raise BadInput at the field `pin` unless it is this person's; three wrong ones lock it for 15 minutes.

    To be called outside the transaction of the act, so that a wrong try stays counted.
    """
    problem = _judge(user, typed)
    if problem:
        raise BadInput(problem, errors={"pin": [problem]})


def is_path(drawn: str) -> bool:
    """Whether this is a drawing of ours: lines within the frame, and nothing else."""
    if len(drawn) > MAX_PATH or not PATH.fullmatch(drawn):
        return False
    figures = [float(figure) for figure in re.findall(r"\d+(?:\.\d)?", drawn)]
    return max(figures[::2]) <= WIDTH and max(figures[1::2]) <= HEIGHT


def _pin_problem(user: User, pin: str) -> str:
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", pin):
        return f"PIN terdiri atas {DIGITS} angka."
    steps = {(int(after) - int(before)) % 10 for before, after in zip(pin, pin[1:], strict=False)}
    if steps in ({0}, {1}, {9}) or pin[:3] == pin[3:] or len(set(pin)) < 3:
        return "PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak berulang."
    known = "".join(re.findall(r"\d", f"{user.nip} {user.phone}"))
    # 18 figures of a NIP begin with the day of birth: 19850203 is 850203 and 030285.
    birth = user.nip[2:8]
    if pin in known or (birth and pin in {birth, birth[4:] + birth[2:4] + birth[:2]}):
        return "PIN ini ada dalam NIP, tanggal lahir, atau nomor telepon Anda. Pilih yang lain."
    return ""
