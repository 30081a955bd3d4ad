"""Which recorded facts may be corrected, as a table: whose, which column, how it is written, and where it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import models

from agreements.models import Agreement, AgreementParty
from kerjasama.core import text
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.workflow.models import StagedModel
from monitoring.findings import due_lacks
from monitoring.models import Evaluation, Finding, Report
from monitoring.stages import Stage as MonevStage


class Kind(StrEnum):
    TEXT = "TEXT"
    DATE = "DATE"
    FILE = "FILE"


@dataclass(frozen=True, slots=True)
class Fact:
    """A column that may be corrected. `rows` finds its rows under one case or naskah; an empty value is no mistake yet."""

    key: str
    field: str
    kind: Kind
    label: str
    rows: Callable[[StagedModel], Iterable[models.Model]]
    of: Callable[[Any], str]
    public: bool = True
    #: What is wrong with a day that is to stand there, in a sentence; "" where nothing is.
    lacks: Callable[[Any, date], str] = lambda *_: ""


def _received(subject: StagedModel) -> list[Document]:
    """Papers that came to us and stand. What we print ourselves is annulled and issued anew, never corrected."""
    return [d for d in documents.of_subject(subject).filter(status=Document.Status.READY, template="") if d.file_id]


def _partners(subject: StagedModel) -> list[AgreementParty]:
    """The other parties of a naskah that is signed; before that its slots are simply filled anew."""
    signed = isinstance(subject, Agreement) and subject.signed_on is not None
    return list(AgreementParty.objects.filter(agreement_id=subject.pk, partner__isnull=False)) if signed else []


def _archived(subject: StagedModel) -> list[Agreement]:
    return [subject] if isinstance(subject, Agreement) else []


def _evaluations(subject: StagedModel) -> list[Evaluation]:
    """Of a closed period; before that an evaluation is returned and written anew."""
    return list(Evaluation.objects.filter(report_id=subject.pk)) if _is_closed(subject) else []


def _findings(subject: StagedModel) -> list[Finding]:
    standing = Finding.objects.filter(evaluation__report_id=subject.pk, withdrawn=False)
    return list(standing) if _is_closed(subject) else []


def _due_lacks(row: Finding, due: date) -> str:
    return due_lacks(due, row.evaluation.evaluated_on)


def _is_closed(subject: StagedModel) -> bool:
    return isinstance(subject, Report) and subject.stage == MonevStage.CLOSED


def _itself(row: Any) -> str:
    return str(row)


def _title(row: Any) -> str:
    return row.title


def _name(row: Any) -> str:
    return row.name


def _kind_of_naskah(row: Any) -> str:
    return row.get_instrument_display()


FACTS = (
    Fact("nomor-surat", "number", Kind.TEXT, "nomor", _received, _title),
    Fact("tanggal-surat", "dated", Kind.DATE, "tanggal", _received, _title),
    Fact("judul-surat", "title", Kind.TEXT, "nama dokumen", _received, _title),
    Fact("berkas", "file", Kind.FILE, "berkas", _received, _title),
    Fact("nomor-mitra", "number", Kind.TEXT, "nomor naskah pihak", _partners, _name),
    Fact("penandatangan-mitra", "signatory_name", Kind.TEXT, "nama penandatangan", _partners, _name),
    Fact("jabatan-mitra", "signatory_title", Kind.TEXT, "jabatan penandatangan", _partners, _name),
    Fact("tempat-arsip", "archive_place", Kind.TEXT, "tempat naskah asli", _archived, _kind_of_naskah, public=False),
    Fact("tanggal-evaluasi", "evaluated_on", Kind.DATE, "tanggal dinilai", _evaluations, _itself, public=False),
    Fact("tenggat-temuan", "due_on", Kind.DATE, "tenggat", _findings, _itself, public=False, lacks=_due_lacks),
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One fact of one row as it is recorded now."""

    fact: Fact
    subject: StagedModel
    row: Any

    @property
    def stored(self) -> str:
        """As a correction keeps and compares it."""
        value = getattr(self.row, self.fact.field)
        if value is None:
            return ""
        if self.fact.kind is Kind.FILE:
            return value.sha256
        return value.isoformat() if isinstance(value, date) else str(value)

    @property
    def shown(self) -> str:
        """As people read it."""
        value = getattr(self.row, self.fact.field)
        if self.fact.kind is Kind.FILE:
            return file_words(value)
        return text.date_long(value) if isinstance(value, date) else str(value or "")

    @property
    def label(self) -> str:
        return f"{self.fact.of(self.row)}: {self.fact.label}"[:360]


def file_words(file: Any) -> str:
    """A file by its length and first hex digits: two scans often bear the same name, and a name may tell too much."""
    pages = f"{file.pages} halaman, " if file.pages else ""
    return f"{file.extension.upper()}, {pages}SHA-256 {file.sha256[:12]}…"


def recorded(subjects: Iterable[StagedModel]) -> list[Recorded]:
    """Every correctable fact under these subjects that holds something."""
    found = (Recorded(fact, subject, row) for subject in subjects for fact in FACTS for row in fact.rows(subject))
    return [one for one in found if one.stored]


def find(subjects: Iterable[StagedModel], key: str, pk: int) -> Recorded | None:
    """One of them by the name of its fact and the key of its row."""
    return next((one for one in recorded(subjects) if one.fact.key == key and one.row.pk == pk), None)
