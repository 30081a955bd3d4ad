"""Hand-over: everything open of one person passes to another in one act, with both names on record."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from kerjasama.accounts import permissions, services
from kerjasama.accounts.models import Delegation, Handover, Holding, User
from kerjasama.accounts.offices import NEVER_ASSIGNED, Office
from kerjasama.accounts.people import office_words
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.desk import worklist
from kerjasama.notifications.services import tell
from kerjasama.workflow.models import StagedModel, StageEvent
from monitoring.models import Report
from monitoring.services.reports import act as act_on_report
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal

REFUSED = "Serah terima belum dapat disimpan. Perbaiki isian yang ditandai."
DOORS: dict[type[StagedModel], Callable[..., StageEvent]] = {
    Proposal: act_on_proposal,
    Agreement: act_on_agreement,
    Report: act_on_report,
}
#: A seat in the TKKSD follows from the Keputusan Kepala Daerah, and is replaced there.
STAYS = NEVER_ASSIGNED | {Office.TKKSD}


def offices_to_pass(giver: User, from_day: date) -> list[Holding | Delegation]:
    """The offices of a person that go on on that day or later, also those held as an acting official."""
    records = [
        *Holding.objects.filter(user=giver).select_related("unit").order_by("pk"),
        *Delegation.objects.filter(delegate=giver).select_related("unit", "principal").order_by("pk"),
    ]
    return [
        record
        for record in records
        if record.office not in STAYS and not record.is_annulled and (record.ends_on is None or record.ends_on >= from_day)
    ]  # fmt: skip


def open_items(giver: User) -> list[dict[str, Any]]:
    """What waits for a person now, as it is kept on record: code, what it is, stage, since when."""
    return _kept(worklist.waiting(giver))


def _kept(subjects: Sequence[StagedModel]) -> list[dict[str, Any]]:
    return [
        {
            "code": subject.case_code, "what": text.sentence_case(str(subject._meta.verbose_name)), "stage": subject.stage_label(),
            "since": subject.stage_since.isoformat(),
        }
        for subject in subjects
    ]  # fmt: skip


@transaction.atomic
def hand_over(giver: User, taker: User, *, from_day: date, basis: str, by: User) -> Handover:
    """Pass every office of one person, and with them all that is open, to another from a day on.

    Both are told, and both stand in the record, in the history of each office and in the ledger of each subject. Raises NotYours unless `by`
    administers, BadInput for a wrong person, day or basis, NotYet where there is nothing to pass on.
    """
    permissions.require(by, Office.ADMIN)
    _check(giver, taker, from_day, basis)
    list(User.objects.select_for_update().filter(pk__in=[giver.pk, taker.pk]).order_by("pk"))
    records = offices_to_pass(giver, from_day)
    if not records:
        raise NotYet("Orang ini tidak memegang jabatan yang dapat diserahkan sejak hari itu.")
    waiting, why = worklist.waiting(giver), f"Serah terima dari {giver} kepada {taker}: {basis.strip()}"
    row = Handover(
        giver=giver, taker=taker, from_day=from_day, basis=basis.strip(), items=_kept(waiting), recorded_by=by,
        offices=[office_words(record) for record in records],
    )  # fmt: skip
    row._history_user, row._change_reason = by, why
    row.save()
    for subject in waiting:
        _note(subject, row)
    for record in records:
        _pass_on(record, taker, from_day, why, by)
    permissions.forget(giver)
    _tell(row)
    return row


def _note(subject: StagedModel, row: Handover) -> None:
    """One row in the ledger of what waited, through the door of its own room: its timeline names both."""
    told = f"Dari {row.giver} kepada {row.taker}, berlaku sejak {text.date_long(row.from_day)}. Dasar: {row.basis}"
    DOORS[type(subject)](subject, "hand_over", by=row.recorded_by, reason=told, handover=row)


def _check(giver: User, taker: User, from_day: date, basis: str) -> None:
    errors: dict[str, list[str]] = {}
    if taker == giver:
        errors["taker"] = ["Pilih orang lain sebagai penerima."]
    elif not taker.is_active or taker.is_system or taker.is_partner:
        errors["taker"] = ["Penerima harus pengguna pemerintah daerah yang aktif."]
    if from_day < clock.today():
        errors["from_day"] = ["Serah terima berlaku paling awal hari ini."]
    if not basis.strip():
        errors["basis"] = ["Tulis nomor dan tanggal surat yang menjadi dasarnya."]
    if errors:
        raise BadInput(REFUSED, errors=errors)


def _pass_on(record: Holding | Delegation, taker: User, from_day: date, why: str, by: User) -> None:
    """End one office with its giver the day before, and begin it with its taker."""
    first, until = max(from_day, record.starts_on or from_day), record.ends_on
    if record.starts_on is not None and record.starts_on >= from_day:
        services.annul(record, reason=why, by=by)
    else:
        services.end(record, last_day=from_day - timedelta(days=1), reason=why, by=by)
    facts = {"unit": record.unit, "title": record.title, "basis": why[:250], "by": by}
    if isinstance(record, Delegation):
        # Where the definitive official himself takes over, the delegation simply ends.
        if record.principal_id != taker.pk and until is not None:
            services.delegate(
                record.office, taker, record.capacity, starts_on=first, ends_on=until, principal=record.principal, **facts
            )  # fmt: skip
    elif not _holds_already(record, taker, first):
        services.assign(taker, record.office, starts_on=first, ends_on=until, **facts)


def _holds_already(record: Holding, taker: User, first: date) -> bool:
    theirs = Holding.objects.filter(user=taker, office=record.office, unit=record.unit)
    return any(not held.is_annulled and (held.ends_on is None or held.ends_on >= first) for held in theirs)


def _tell(row: Handover) -> None:
    lines = [f"{item['code']}, {item['what']}: {item['stage']}" for item in row.items] or ["Tidak ada berkas yang terbuka."]  # fmt: skip
    tell(
        [row.giver, row.taker],
        key=f"accounts.handover:{row.pk}",
        title=f"Serah terima dari {row.giver} kepada {row.taker}",
        body="\n".join([
            f"Berlaku sejak {text.date_long(row.from_day)}. Dasar: {row.basis}", f"Jabatan: {'; '.join(row.offices)}",
            "Berkas yang terbuka:", *lines,
        ]),
        url=reverse("desk:tasks"),
    )  # fmt: skip
