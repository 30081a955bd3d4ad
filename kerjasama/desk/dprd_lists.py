"""The lists of the DPRD as they are asked for in the address: what waits, what was decided, how long it took."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.forms import BaseForm
from kerjasama.desk import dossier
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Clearance
from kerjasama.reviews.models.clearance import OPEN, ClearanceStatus
from proposals import selectors as proposals
from proposals.models import Proposal

_S = ClearanceStatus
WAITING_SORTS = {"tenggat": ("due_on", "dprd_since", "pk"), "terbaru": ("-dprd_since", "-pk"), "judul": ("title", "pk")}
RESULTS = [_S.APPROVED, _S.APPROVED_WITH_NOTES, _S.REJECTED, _S.RETURNED, _S.DEEMED, _S.REVOKED]
ANSWERED_SORTS = {
    "terbaru": (F("decided_on").desc(nulls_last=True), "-pk"),
    "terlama": (F("decided_on").asc(nulls_last=True), "pk"),
}
STATES = [("semua", "Semua"), ("belum", "Belum diterima"), ("berjalan", "Dalam tenggat"), ("lewat", "Lewat tenggat")]
SEARCH = {"type": "search", "placeholder": "Judul, mitra, kode, nomor surat"}


class WaitingForm(BaseForm):
    """What the inbox can be narrowed by."""

    q = forms.CharField(label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs=SEARCH))
    komisi = forms.ChoiceField(label="Komisi", required=False)
    urut = forms.ChoiceField(
        label="Urutkan",
        required=False,
        choices=[("tenggat", "Tenggat terdekat"), ("terbaru", "Surat terbaru"), ("judul", "Judul")],
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, committees: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["komisi"].choices = [("", "Semua komisi"), *((name, name) for name in committees)]


class AnsweredForm(BaseForm):
    """What the history can be narrowed by."""

    q = forms.CharField(label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs=SEARCH))
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)
    hasil = forms.ChoiceField(
        label="Hasil", required=False, choices=[("", "Semua hasil"), *((s.value, s.label) for s in RESULTS)]
    )
    komisi = forms.ChoiceField(label="Komisi", required=False)
    urut = forms.ChoiceField(label="Urutkan", required=False, choices=[("terbaru", "Terbaru"), ("terlama", "Terlama")])

    def __init__(self, *args: Any, years: list[int], committees: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [("", "Semua tahun"), *((y, str(y)) for y in years)]
        self.fields["komisi"].choices = [("", "Semua komisi"), *((name, name) for name in committees)]


@dataclass(frozen=True, slots=True)
class Row:
    """One request in a list, with the case it is about."""

    proposal: Proposal
    clearance: Clearance
    standing: dict[str, str]
    late: bool
    days: int | None


def asked_about(user: User) -> QuerySet[Clearance]:
    """Every request about a case that came before the DPRD and which this person may see."""
    kind = ContentType.objects.get_for_model(Proposal)
    seen = dossier.seen(user).order_by().values("pk")
    return Clearance.objects.filter(subject_type=kind, object_id__in=seen, authority="DPRD")


def committees(user: User) -> list[str]:
    """The names of the komisi that had a request, by name."""
    named = asked_about(user).exclude(committee="").order_by("committee")
    return list(named.values_list("committee", flat=True).distinct())


def years(user: User) -> list[int]:
    """The years in which the DPRD answered, newest first."""
    answered = asked_about(user).filter(decided_on__isnull=False).order_by("-decided_on__year")
    return list(answered.values_list("decided_on__year", flat=True).distinct())


def waiting(user: User, wanted: dict[str, Any]) -> QuerySet[Proposal]:
    """The cases that wait for the DPRD and match, in the order asked for: the fewest days left first."""
    found, today = dossier.waiting(user), clock.today()
    if wanted.get("q"):
        found = found.filter(proposals.matches(wanted["q"]))
    if wanted.get("komisi"):
        there = asked_about(user).filter(status__in=sorted(OPEN), committee=wanted["komisi"])
        found = found.filter(pk__in=there.order_by().values("object_id"))
    state = wanted.get("keadaan")
    if state == "belum":
        found = found.filter(due_on__isnull=True)
    elif state == "berjalan":
        found = found.filter(due_on__gte=today)
    elif state == "lewat":
        found = found.filter(due_on__lt=today)
    return found.order_by(*WAITING_SORTS.get(wanted.get("urut") or "tenggat", WAITING_SORTS["tenggat"]))


def answered(user: User, wanted: dict[str, Any]) -> QuerySet[Clearance]:
    """The requests that no longer wait and match, the newest answer first unless asked otherwise."""
    found = asked_about(user).exclude(status__in=sorted(OPEN))
    if wanted.get("q"):
        found = found.filter(object_id__in=Proposal.objects.filter(proposals.matches(wanted["q"])).values("pk"))
    if wanted.get("tahun"):
        found = found.filter(decided_on__year=wanted["tahun"])
    if wanted.get("hasil"):
        found = found.filter(status=wanted["hasil"])
    if wanted.get("komisi"):
        found = found.filter(committee=wanted["komisi"])
    return found.order_by(*ANSWERED_SORTS.get(wanted.get("urut") or "terbaru", ANSWERED_SORTS["terbaru"]))


def waiting_rows(cases: Iterable[Proposal]) -> list[Row]:
    """The newest request of each case; one query for all."""
    held = list(cases)
    asked = reviews.current_clearances(Proposal, [case.pk for case in held])
    today = clock.today()
    return [_row(case, asked[case.pk], today, None) for case in held]


def answered_rows(clearances: Iterable[Clearance]) -> list[Row]:
    """The case of each request and the working days it took; a fixed number of queries."""
    held, calendar, today = list(clearances), WorkCalendar.load(), clock.today()
    cases = proposals.with_parties(Proposal.objects.filter(pk__in={c.object_id for c in held}))
    by_key = {case.pk: case for case in cases}
    return [_row(by_key[c.object_id], c, today, days_taken(c, calendar)) for c in held]


def days_taken(clearance: Clearance, calendar: WorkCalendar) -> int | None:
    """Working days from receipt to the answer, without those on which the clock stood still; None without an answer."""
    if clearance.counted_from is None or clearance.decided_on is None:
        return None
    return max(0, calendar.between(clearance.counted_from, clearance.decided_on) - clearance.stopped_days)


def _row(case: Proposal, clearance: Clearance, today: Any, days: int | None) -> Row:
    late = clearance.is_open and clearance.due_on is not None and clearance.due_on < today
    return Row(case, clearance, dossier.standing(clearance), late, days)
