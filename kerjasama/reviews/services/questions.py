"""A question of the DPRD or of a member of the TKKSD, and the answer of the executive (statute 5 and 6)."""

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, require
from kerjasama.core import clock, text
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from kerjasama.notifications.services import tell
from kerjasama.reviews import questions, selectors
from kerjasama.reviews.models import Question, about
from kerjasama.reviews.models.question import Body
from kerjasama.reviews.services.keeping import keep, lock, refuse_if

#: Kinds of the papers that go with them.
QUESTION_PAPER, ANSWER_PAPER = "QUESTION_PAPER", "ANSWER_PAPER"
ANCHOR = "#pertanyaan"


@transaction.atomic
def ask(
    subject: models.Model, *, body: str, words: str, by: User, unit: OrgUnit | None = None, file: UploadedFile | None = None,
    url: str = "",
) -> Question:  # fmt: skip
    """Ask the unit that leads a case (or the Bagian, without `unit`); all who may answer are told, with `url`.

    The asker needs the seat of the body. Whether its turn has come is the asker's page to know. Raises NotYours,
    BadInput, and what an upload raises.
    """
    asked_as = _seat_of(body, by)
    words = words.strip()
    refuse_if(words="" if words else "Tulis pertanyaannya.")
    question = Question(
        **about(subject), body=body, asked_by=by, asked_as=asked_as, asked_at=clock.now(), unit=unit, text=words,
        paper=_paper(subject, QUESTION_PAPER, f"Lampiran pertanyaan {Body(body).label}", file, by),
    )  # fmt: skip
    keep(question, by=by, reason=f"Pertanyaan {Body(body).label}")
    tell(
        [person for person in questions.answerers(question) if person.pk != by.pk],
        key=f"question:{question.pk}:asked",
        title=f"Pertanyaan {Body(body).label} menunggu jawaban: {_code(subject)}",
        body=f"{_title(subject)}\n{by.full_name}, {asked_as}, bertanya kepada {question.addressee}:\n{words}",
        url=url or _page(subject),
    )
    return question


@transaction.atomic
def answer(question: Question, *, words: str, by: User, file: UploadedFile | None = None, url: str = "") -> Question:
    """Answer, once; from then on nothing of it changes. The asker is told, with `url`; the DPRD all of its office.

    Raises NotYours, NotYet when it has been answered, BadInput, and what an upload raises.
    """
    seat = questions.answering_seat(question, by)
    if seat is None:
        raise NotYours(
            f"Pertanyaan ini dijawab oleh {question.addressee}.",
            detail="Bagian Kerja Sama dapat menjawab atas nama perangkat daerah.",
        )
    words = words.strip()
    refuse_if(words="" if words else "Tulis jawabannya.")
    if not lock(question).is_open:
        raise NotYet(f"Pertanyaan ini sudah dijawab pada {text.time_wib(question.answered_at)}.")
    question.answer, question.answered_by, question.answered_as = words, by, seat.label
    question.answered_at = clock.now()
    label = f"Lampiran jawaban atas pertanyaan {question.get_body_display()}"
    question.answer_paper = _paper(question.subject, ANSWER_PAPER, label, file, by)
    keep(question, by=by, reason=f"Jawaban atas pertanyaan {question.get_body_display()}")
    askers = [question.asked_by, *(people_in(Office.SETWAN) if question.body == Body.DPRD else [])]
    tell(
        {person.pk: person for person in askers if person.pk != by.pk}.values(),
        key=f"question:{question.pk}:answered",
        title=f"Pertanyaan dijawab: {_code(question.subject)}",
        body=f"{_title(question.subject)}\nPertanyaan: {question.text}\nJawaban {by.full_name}, {seat.label}:\n{words}",
        url=url or _page(question.subject),
    )
    return question


def _seat_of(body: str, by: User) -> str:
    """The office in which the person asks, as it stands in the record. Raises NotYours."""
    if body == Body.DPRD:
        return require(by, Office.SETWAN).label
    member = selectors.membership(by) if body == Body.TKKSD else None
    if member is None:
        raise NotYours(
            "Pertanyaan hanya dapat diajukan oleh anggota TKKSD yang sedang bertugas.",
            detail="Hubungi Bagian Kerja Sama bila nama Anda belum tercatat dalam tim.",
        )
    return f"{member.get_seat_display()} TKKSD" + (f" ({member.title})" if member.title else "")


def _paper(subject: models.Model, kind: str, title: str, file: UploadedFile | None, by: User) -> Document | None:
    return documents.attach_upload(subject, kind, title, file, by=by) if file else None


def _code(subject: models.Model) -> str:
    return str(getattr(subject, "case_code", subject))


def _title(subject: models.Model) -> str:
    return str(getattr(subject, "title", subject))


def _page(subject: models.Model) -> str:
    address = getattr(subject, "get_absolute_url", None)
    return f"{address()}{ANCHOR}" if address else ""
