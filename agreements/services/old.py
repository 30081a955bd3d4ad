"""Writing old naskah: one by hand, many from a file. Each writing keeps its version, its reason and its person."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from agreements import entries
from agreements.models import OldNaskah
from agreements.old_facts import DAYS, FACTS, unknown_of
from agreements.old_renewals import run_in
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, Stale
from kerjasama.core.text import date_long, joined
from kerjasama.documents.models import Document
from kerjasama.documents.services import attach_upload

KEEPERS = (Office.BAGIAN, Office.KABAG)
CHUNK, NAMED = 500, 5
#: The kind of a paper that is the scan of an old naskah.
SCAN = "OLD_SCAN"
#: What a bulk writing may change.
WRITTEN = (
    *(name.removesuffix("_id") for name in FACTS),
    "unknown",
    "edition",
    "corrected_at",
    "withdrawn_at",
    "updated_at",
)


@transaction.atomic
def write(old: OldNaskah, facts: Mapping[str, Any], *, reason: str, by: User, expect: int = 0) -> OldNaskah:
    """Complete or correct one by hand; a fresh one is entered. `expect` is the edition the page showed.

    Raises NotYours, Stale when somebody else wrote meanwhile, BadInput for facts that contradict each other.
    """
    require(by, *KEEPERS)
    if old.pk:
        old = held(old, expect)
        refuse_gone_on(old)
    for name, value in facts.items():
        setattr(old, name, value)
    check(old)
    old.corrected_at = clock.now()
    return keep(old, reason=reason, by=by)


def held(old: OldNaskah, expect: int) -> OldNaskah:
    """The naskah locked for its next version, if it still stands as the page showed it. Raises Stale. Inside a transaction."""
    old = OldNaskah.objects.select_for_update().get(pk=old.pk)
    if old.withdrawn_at:
        raise Stale("Naskah ini sudah ditarik dari register.", detail="Muat ulang halamannya.")
    if old.edition != expect:
        raise Stale(
            "Naskah ini sudah diubah orang lain.", detail="Muat ulang halamannya, lalu periksa isian Anda sekali lagi."
        )
    old.edition += 1
    return old


def refuse_gone_on(old: OldNaskah) -> None:
    """What lives on as a naskah of this system is changed there. Raises NotYet."""
    if old.continued_as_id:
        raise NotYet(
            "Naskah ini sudah dilanjutkan dalam aplikasi.",
            detail="Isian dan kelanjutannya diubah pada naskah yang melanjutkannya.",
        )


def keep(old: OldNaskah, *, reason: str, by: User) -> OldNaskah:
    """Save a version, with its entry in the register. Inside a transaction."""
    old.unknown = unknown_of(old)
    old._history_user, old._change_reason = by, reason
    old.save()
    entries.note_old([old])
    return old


@transaction.atomic
def attach_scan(old: OldNaskah, upload: UploadedFile, *, title: str, by: User) -> Document:
    """Keep a scan of the naskah with it; its version says so. Raises NotYours, Stale, UploadRefused, StorageFailed."""
    require(by, *KEEPERS)
    written = write(old, {}, reason=f"Pindaian dilampirkan: {title}", expect=old.edition, by=by)
    return attach_upload(written, SCAN, title, upload, by=by)


def check(old: OldNaskah) -> None:
    """The facts do not contradict each other. Raises BadInput with a sentence at its field."""
    errors: dict[str, list[str]] = {}
    if not (old.title or old.parties or old.loose_numbers):
        errors["title"] = ["Isi judul, pihak, atau nomor: tanpa itu naskah tidak dapat dikenali."]
    if old.ends_on and old.starts_on and old.ends_on < old.starts_on:
        errors["ends_on"] = [f"Berakhir sebelum mulai ({date_long(old.starts_on)})."]
    elif old.ends_on and old.signed_on and old.ends_on < old.signed_on:
        errors["ends_on"] = [f"Berakhir sebelum ditandatangani ({date_long(old.signed_on)})."]
    elif old.ends_on and old.open_ended:
        errors["ends_on"] = ["Kosongkan tanggal ini, atau hilangkan tanda “tanpa tanggal akhir”."]
    if old.ended_on:
        errors |= _wrong_stop(old, old.ended_on)
    if old.signed_on and old.signed_on > clock.today():
        errors["signed_on"] = ["Tanggal tanda tangan belum tiba."]
    if old.pk and old.parent_old_id and _stands_under(old):
        errors["parent"] = ["Naskah ini berdiri di atas naskah itu, jadi tidak dapat berdiri di bawahnya."]
    if errors:
        raise BadInput("Isian bertentangan.", errors=errors)


def _wrong_stop(old: OldNaskah, day: date) -> dict[str, list[str]]:
    """What cannot be true of the day on which it was stopped before its time."""
    if not old.stopped:
        told = "Beri tanda bahwa naskah ini dihentikan, atau kosongkan tanggalnya."
    elif day > clock.today():
        told = "Tanggal penghentian belum tiba. Catat penghentiannya sesudah terjadi."
    elif old.signed_on and day < old.signed_on:
        told = f"Dihentikan sebelum ditandatangani ({date_long(old.signed_on)})."
    elif old.ends_on and day > old.ends_on:
        told = f"Dihentikan sesudah berakhir ({date_long(old.ends_on)}): naskah itu berakhir menurut jangka waktunya."
    else:
        return {}
    return {"ended_on": [told]}


def _stands_under(old: OldNaskah) -> bool:
    """Whether the chain above a naskah comes back to it."""
    above, seen = old.parent_old_id, set()
    while above and above not in seen:
        if above == old.pk:
            return True
        seen.add(above)
        above = OldNaskah.objects.filter(pk=above).values_list("parent_old_id", flat=True).first()
    return False


def write_fresh(olds: Sequence[OldNaskah], *, reason: str, by: User) -> list[OldNaskah]:
    """Enter many at once, with their entries in the register. Inside a transaction."""
    if not olds:
        return []
    for old in olds:
        old.unknown, old.created_at, old.updated_at = unknown_of(old), clock.now(), clock.now()
    written = bulk_create_with_history(
        list(olds), OldNaskah, batch_size=CHUNK, default_user=by, default_change_reason=reason, default_date=clock.now()
    )
    entries.note_old(written)
    return written


def write_changed(olds: Sequence[OldNaskah], *, reason: str, by: User) -> None:
    """Write many that have changed, each with its version; the register follows. Inside a transaction."""
    if not olds:
        return
    for old in olds:
        old.edition, old.unknown, old.updated_at = old.edition + 1, unknown_of(old), clock.now()
    bulk_update_with_history(
        list(olds), OldNaskah, list(WRITTEN), batch_size=CHUNK, default_user=by, default_change_reason=reason, default_date=clock.now()
    )  # fmt: skip
    entries.note_old(olds)


def withdraw(olds: Sequence[OldNaskah], *, reason: str, by: User) -> None:
    """Take many out of the register, each with a version that says so. Inside a transaction."""
    if not olds:
        return
    now = clock.now()
    for old in olds:
        old.edition, old.withdrawn_at, old.updated_at = old.edition + 1, now, now
    OldNaskah.objects.filter(pk__in=[old.pk for old in olds]).update(
        edition=F("edition") + 1, withdrawn_at=now, updated_at=now
    )
    OldNaskah.history.bulk_history_create(
        list(olds), batch_size=CHUNK, update=True, default_user=by, default_change_reason=reason, default_date=now
    )
    entries.note_old(olds)


@transaction.atomic
def withdraw_one(old: OldNaskah, *, reason: str, expect: int, by: User) -> OldNaskah:
    """Take one that came in by mistake out of the register; its page, its versions and the reason stay.

    Raises NotYours, Stale, BadInput without a reason, NotYet while something rests on it.
    """
    require(by, *KEEPERS)
    if not reason.strip():
        raise BadInput("Alasan belum ditulis.", errors={"reason": ["Tulis mengapa naskah ini ditarik."]})
    # The version is made by `withdraw`, as for many.
    old = held(old, expect)
    old.edition -= 1
    refuse_gone_on(old)
    resting = rests_on([old])
    if resting:
        raise NotYet(
            f"Naskah ini belum dapat ditarik: {joined(resting)}.", detail="Pindahkan atau putuskan itu lebih dahulu."
        )
    withdraw([old], reason=f"Ditarik: {reason.strip()}", by=by)
    return old


def rests_on(olds: Sequence[OldNaskah], *, but: int | None = None) -> list[str]:
    """What rests on some naskah, as sentences: those under them, those they take the place of, and cases that run them.

    `but`: what one import has entered is left out, for it goes with them.
    """
    keys = [old.pk for old in olds]
    others = OldNaskah.objects.filter(withdrawn_at__isnull=True).exclude(pk__in=keys)
    if but is not None:
        others = others.exclude(batch_number=but)
    found = [f"{one.code} berdiri di bawahnya" for one in others.filter(parent_old__in=keys)[:NAMED]]
    found += [f"{one.code} dilanjutkan olehnya" for one in others.filter(successor_old__in=keys)[:NAMED]]
    run = [case for old in olds if (case := run_in(old))]
    return found + [f"usulan {case.code} mengelolanya" for case in run[:NAMED]]


def facts_of(old: OldNaskah) -> dict[str, Any]:
    """Its facts as they can be kept in JSON and given back by `taken`."""
    facts = {name: getattr(old, name) for name in FACTS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}


def taken(old: OldNaskah, facts: Mapping[str, Any]) -> OldNaskah:
    """Give it facts out of JSON, without writing it."""
    for name, value in facts.items():
        setattr(old, name, date.fromisoformat(value) if name in DAYS and value else value)
    return old
