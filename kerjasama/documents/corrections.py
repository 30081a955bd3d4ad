"""A recorded mistake set right by two people: one proposes, another confirms; nothing is overwritten silently (rulings 16).

The two halves run as records of an act, so the ledger of the case or naskah holds both. Which facts may be
corrected is a table of the desk (`desk/correctables.py`).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction

from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.documents import services
from kerjasama.documents.models import Correction, Document

ELSEWHERE = NotYet("Koreksi diusulkan dan diputuskan dari halaman Koreksi pada usulan, pada isian yang salah.")
SETTLED = NotYet("Koreksi ini sudah diputuskan.", detail="Muat ulang halaman untuk melihat hasilnya.")


#: Columns that hold a day; every other is text.
DAYS = {"dated", "evaluated_on", "due_on"}


def propose(subject: models.Model, act: Any) -> None:
    """Record of `propose_correction`: what is wrong, what is right, and why.

    Raises BadInput when one is open already, NotYet without the fact that is wrong.
    """
    if not isinstance(act.data.get("correction"), dict):
        raise ELSEWHERE
    row = Correction(
        **about(subject), **act.data["correction"], reason=act.reason, proposed_by=act.by, proposed_at=act.at
    )
    row._history_user = act.by
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as problem:
        raise BadInput("Koreksi atas isian ini masih menunggu konfirmasi. Putuskan dahulu koreksi itu.") from problem
    act.record.update(correction=row.pk, fact=row.label, old=row.old_shown, new=row.new_shown)


def confirm(subject: models.Model, act: Any) -> None:
    """Record of `confirm_correction`, by a second person: the right value counts from now on, the old one stays shown.

    Raises NotYours for the one who proposed it, NotYet when it is settled or its fact has changed since, and BadInput
    when the right value belongs to another record.
    """
    row = _open(subject, act)
    if row.proposed_by_id == act.by.pk:
        raise NotYours("Koreksi dikonfirmasi oleh orang kedua, bukan oleh pengusulnya.")
    row.result_id = _replaced(row, act) if isinstance(row.target, Document) else _written(row, act)
    _settle(row, Correction.State.CONFIRMED, act)


def decline(subject: models.Model, act: Any) -> None:
    """Record of `decline_correction`: what is recorded stays, and why. Raises NotYet when it is settled."""
    row = _open(subject, act)
    row.note = act.reason
    _settle(row, Correction.State.DECLINED, act)


def of_subjects(subjects: Iterable[models.Model]) -> list[Correction]:
    """All corrections in the ledgers of these subjects, newest first."""
    keys: dict[int, set[int]] = defaultdict(set)
    for subject in subjects:
        keys[about(subject)["subject_type"].pk].add(subject.pk)
    wanted = models.Q(pk__in=[])
    for type_id, pks in keys.items():
        wanted |= models.Q(subject_type_id=type_id, object_id__in=pks)
    people = ("proposed_by", "settled_by", "file")
    return list(Correction.objects.filter(wanted).select_related(*people).order_by("-id"))


def of_papers(papers: Iterable[Document], rows: Iterable[Correction]) -> dict[int, list[Correction]]:
    """The confirmed corrections that each paper carries: its own and those of the papers it took the place of."""
    given = list(papers)
    onward = {paper.pk: paper.superseded_by_id for paper in given if paper.superseded_by_id}
    kind = ContentType.objects.get_for_model(Document).pk
    found: dict[int, list[Correction]] = defaultdict(list)
    for row in rows:
        if row.state != Correction.State.CONFIRMED or row.target_type_id != kind:
            continue
        here: int | None = row.result_id
        while here is not None:
            found[here].append(row)
            here = onward.get(here)
    return found


def of_rows(rows: Iterable[Correction], model: type[models.Model]) -> dict[tuple[int, str], Correction]:
    """The newest confirmed correction of each fact of a model: (key, field) -> correction."""
    kind = ContentType.objects.get_for_model(model).pk
    found: dict[tuple[int, str], Correction] = {}
    for row in rows:
        if row.state == Correction.State.CONFIRMED and row.target_type_id == kind:
            found.setdefault((row.target_id, row.field), row)
    return found


def public_of(document: Document) -> list[Correction]:
    """What anyone who checks a published paper is told: its own corrections, and on our paper those of its naskah."""
    rows = [row for row in of_subjects([document.subject]) if row.public and row.state == Correction.State.CONFIRMED]
    own = of_papers(Document.objects.filter(subject_type=document.subject_type, object_id=document.object_id), rows)
    kind = ContentType.objects.get_for_model(Document).pk
    around = [row for row in rows if document.template and row.target_type_id != kind]
    return [*own.get(document.pk, []), *around]


def about(subject: models.Model) -> dict[str, Any]:
    """The columns that say in whose ledger a correction stands."""
    return {"subject_type": ContentType.objects.get_for_model(type(subject)), "object_id": subject.pk}


def value_of(field: str, stored: str) -> Any:
    """A stored value as its column holds it."""
    return date.fromisoformat(stored) if field in DAYS else stored


def _open(subject: models.Model, act: Any) -> Correction:
    named = act.data.get("correction")
    if not isinstance(named, int):
        raise ELSEWHERE
    row = Correction.objects.select_for_update().filter(pk=named, **about(subject)).first()
    if row is None or not row.is_open:
        raise SETTLED
    act.record.update(correction=row.pk, fact=row.label, old=row.old_shown, new=row.new_shown)
    return row


def _settle(row: Correction, state: str, act: Any) -> None:
    row.state, row.settled_by, row.settled_at = state, act.by, act.at
    row._history_user = act.by
    row.save()


def _written(row: Correction, act: Any) -> int:
    """Write the right value into its row, whose history keeps the wrong one."""
    target = type(row.target)._default_manager.select_for_update().get(pk=row.target_id)
    _refuse_changed(str(getattr(target, row.field) or ""), row)
    setattr(target, row.field, value_of(row.field, row.new))
    target._history_user, target._change_reason = act.by, f"Koreksi: {row.reason}"
    try:
        with transaction.atomic():
            target.save()
    except IntegrityError as problem:
        raise BadInput(f"“{row.new_shown}” sudah tercatat pada naskah atau surat lain. Tolak koreksi ini.") from problem
    return target.pk


def _replaced(row: Correction, act: Any) -> int:
    """Let a paper with the right facts take the place of the one that was recorded wrongly; both stay readable."""
    old = Document.objects.select_for_update(of=("self",)).select_related("file", "superseded_by").get(pk=row.target_id)
    held = {"number": old.number, "dated": old.dated, "title": old.title, "file": old.file}
    _refuse_changed(old.file.sha256 if row.field == "file" else str(held[row.field] or ""), row)
    held[row.field] = row.file if row.field == "file" else value_of(row.field, row.new)
    fresh = services.attach(
        old.subject, old.kind, held["title"], held["file"], by=act.by, number=held["number"], dated=held["dated"],
        public=old.public,
    )  # fmt: skip
    services.supersede(old, fresh, by=act.by)
    act.record.setdefault("documents", []).append(fresh.pk)
    return fresh.pk


def _refuse_changed(now: str, row: Correction) -> None:
    if now != row.old:
        raise NotYet("Isian ini sudah berubah sejak koreksinya diusulkan. Tolak koreksi ini, lalu usulkan lagi.")


#: For the effects of a room whose subjects have nothing that copies a paper.
RECORDS = {"propose_correction": (propose,), "confirm_correction": (confirm,), "decline_correction": (decline,)}
