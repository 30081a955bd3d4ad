"""What the register can be narrowed by, ordered by and shown with; all of it stands in the address."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import QueryDict

from agreements import register_columns, register_standing, searching
from agreements.models import OldFact, RegisterEntry
from agreements.searching import Meant
from agreements.stages import Instrument
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.text import date_long
from kerjasama.workflow.statute import CooperationKind
from proposals.models import Affair

STATES = (
    ("berlaku", "Berlaku"), ("segera", "Segera berakhir"), ("berakhir", "Berakhir"),
    ("tidak-diketahui", "Tidak diketahui"), ("semua", "Semua"), ("dilanjutkan", "Dilanjutkan"),
)  # fmt: skip
ORIGINS = (("", "Semua asal"), ("sistem", "Melalui sistem ini"), ("lama", "Naskah lama"))
SORTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "terbaru": ("Terbaru ditandatangani", ("-signed_key", "-id")),
    "terlama": ("Terlama ditandatangani", ("signed_key", "id")),
    "berakhir": ("Segera berakhir", ("ends_key", "id")),
    "akhir": ("Paling lama berlaku", ("-ends_key", "-id")),
    "judul": ("Judul", ("title", "id")),
}
FITTING = ("-fit", "-id")
#: What a row of the register shows besides itself.
JOINED = ("proposal", "unit", "parent__proposal", "parent_old", "continued_as__proposal")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the register, as they stand in the URL."""

    q: str = ""
    state: str = "berlaku"
    kinds: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    unit: int | None = None
    signed_from: date | None = None
    signed_to: date | None = None
    ends_from: date | None = None
    ends_to: date | None = None
    affair: int | None = None
    parent: int | None = None
    parent_old: int | None = None
    origin: str = ""
    sort: str = ""
    columns: tuple[str, ...] = register_columns.USUAL
    #: What stood in the address and could not be read, in sentences: it narrows nothing, and every page and file says so.
    unread: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """The order of the list; a search is ordered by how well each fits, unless another order is asked for."""
        if self.sort in SORTS:
            return SORTS[self.sort][1]
        return FITTING if self.q.strip() else SORTS["terbaru"][1]

    @property
    def narrowed(self) -> bool:
        """Whether anything but the state narrows the list."""
        return bool(self.q or self.unit or self.deep or self.parent or self.parent_old or self.unread)

    @property
    def deep(self) -> bool:
        """Whether what is folded away narrows the list: days, urusan, origin, kind, or form."""
        days = (self.signed_from, self.signed_to, self.ends_from, self.ends_to)
        return bool(any(days) or self.affair or self.origin or self.kinds or self.instruments)

    def above(self) -> str:
        """The naskah whose children are listed, by its form and code; "" where the list is not narrowed to any."""
        if not (self.parent or self.parent_old):
            return ""
        held = Q(agreement=self.parent) if self.parent else Q(old=self.parent_old)
        entry = RegisterEntry.objects.filter(held).select_related("proposal").first()
        return f"{entry.get_instrument_display() or 'naskah'} {entry.code}" if entry else "naskah yang tidak dikenal"

    def told(self) -> str:
        """The filters in a sentence, for the head of a download or a print."""
        parts = [dict(STATES)[self.state].lower()]
        parts += [f"kata “{self.q}”"] if self.q else []
        parts += [", ".join(self.kinds)] if self.kinds else []
        parts += [", ".join(str(Instrument(code).label) for code in self.instruments)] if self.instruments else []
        parts += [str(OrgUnit.objects.get(pk=self.unit))] if self.unit else []
        parts += [f"ditandatangani sejak {date_long(self.signed_from)}"] if self.signed_from else []
        parts += [f"ditandatangani sampai {date_long(self.signed_to)}"] if self.signed_to else []
        parts += [f"berakhir sejak {date_long(self.ends_from)}"] if self.ends_from else []
        parts += [f"berakhir sampai {date_long(self.ends_to)}"] if self.ends_to else []
        parts += [f"urusan {Affair.objects.get(pk=self.affair).name}"] if self.affair else []
        parts += [dict(ORIGINS)[self.origin].lower()] if self.origin else []
        parts += [f"di bawah {above}"] if (above := self.above()) else []
        parts += [f"TIDAK TERBACA DAN TIDAK DIPAKAI: {' '.join(self.unread)}"] if self.unread else []
        return "; ".join(parts)


class ParentField(forms.CharField):
    """The key of a naskah of this system, or the code of an old one: gives (key, None) or (None, key)."""

    def to_python(self, value: Any) -> tuple[int | None, int | None]:
        written = str(value or "").strip().upper()
        digits = written.removeprefix("NL-")
        if not written:
            return (None, None)
        if not re.fullmatch(r"[0-9]{1,18}", digits):
            raise forms.ValidationError(f"Naskah induk “{written[:20]}” tidak dikenal.")
        return (None, int(digits)) if digits != written else (int(digits), None)


class RegisterFilter(BaseForm):
    """The line above the register."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, pihak, nomor, penandatangan"}),
    )  # fmt: skip
    unit = forms.ModelChoiceField(
        label="Pelaksana",
        required=False,
        queryset=OrgUnit.objects.order_by("name"),
        empty_label="Semua perangkat daerah",
    )
    dari = DayField(label="Ditandatangani sejak", required=False)
    sampai = DayField(label="Ditandatangani sampai", required=False)
    urusan = forms.ModelChoiceField(
        label="Urusan", required=False, queryset=Affair.objects.order_by("name"), empty_label="Semua urusan"
    )
    akhir_dari = DayField(label="Berakhir sejak", required=False)
    akhir_sampai = DayField(label="Berakhir sampai", required=False)
    asal = forms.ChoiceField(label="Asal", required=False, choices=ORIGINS)
    urut = forms.ChoiceField(label="Urutkan", required=False)
    jenis = forms.MultipleChoiceField(
        label="Jenis", required=False, choices=CooperationKind.choices, widget=forms.CheckboxSelectMultiple
    )
    bentuk = forms.MultipleChoiceField(
        label="Bentuk naskah", required=False, choices=Instrument.choices, widget=forms.CheckboxSelectMultiple
    )
    kolom = forms.MultipleChoiceField(
        label="Kolom", required=False, choices=register_columns.CHOICES, widget=forms.CheckboxSelectMultiple
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)
    induk = ParentField(label="Naskah induk", required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        if "kolom" not in data:
            data = data.copy()
            data.setlist("kolom", list(register_columns.USUAL))
        super().__init__(data, *args, **kwargs)
        orders = [(key, label) for key, (label, _) in SORTS.items()]
        self.fields["urut"].choices = [
            ("", "Paling cocok" if data.get("q") else "Terbaru ditandatangani"),
            *orders[0 if data.get("q") else 1 :],
        ]

    @property
    def line(self) -> list[forms.BoundField]:
        """What stands in the line itself."""
        return [self[name] for name in ("q", "unit", "urut")]

    @property
    def folded(self) -> list[forms.BoundField]:
        """What is asked for less often, folded away."""
        return [self[name] for name in ("dari", "sampai", "akhir_dari", "akhir_sampai", "urusan", "asal")]

    @property
    def choices(self) -> list[forms.BoundField]:
        """What is chosen from, several at once."""
        return [self[name] for name in ("jenis", "bentuk", "kolom")]

    def wanted(self) -> Wanted:
        """The filters; each that cannot be read is left out, and `unread` says which."""
        self.is_valid()
        values = self.cleaned_data
        parent, parent_old = values.get("induk") or (None, None)
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "berlaku", kinds=tuple(values.get("jenis") or ()),
            instruments=tuple(values.get("bentuk") or ()), unit=values["unit"].pk if values.get("unit") else None,
            signed_from=values.get("dari"), signed_to=values.get("sampai"), ends_from=values.get("akhir_dari"), ends_to=values.get("akhir_sampai"),
            affair=values["urusan"].pk if values.get("urusan") else None, parent=parent, parent_old=parent_old, sort=values.get("urut", ""),
            origin=values.get("asal", ""), unread=self._unread(),
            columns=register_columns.known(values.get("kolom") or ()) or register_columns.USUAL,
        )  # fmt: skip

    def _unread(self) -> tuple[str, ...]:
        """One sentence for each filter that could not be read."""
        return tuple(
            f"{self.fields[name].label or UNNAMED.get(name, name)}: {' '.join(told)}"
            for name, told in self.errors.items()
        )


UNNAMED = {"keadaan": "Keadaan"}


def found(user: User, wanted: Wanted, today: date) -> Meant:
    """The entries a person may see that match; `Meant` says where a misspelt word stood for another."""
    rows = narrowed(seen(user, today), wanted, today).select_related(*JOINED)
    unknown = ExpressionWrapper(Q(old__unknown__contains=[str(OldFact.PARENT)]), output_field=BooleanField())
    return searching.search(rows.annotate(parent_unknown=unknown), wanted.q)


def seen(user: User, today: date) -> QuerySet[RegisterEntry]:
    """The register as a person may see it, each naskah where it stands on a day."""
    return register_standing.annotated(RegisterEntry.visible_to(user), today)


def narrowed(entries: QuerySet[RegisterEntry], wanted: Wanted, today: date) -> QuerySet[RegisterEntry]:
    """All filters but the words."""
    state = RegisterEntry.State
    by_state = {
        "berlaku": Q(standing__in=[state.SIGNED, state.IN_FORCE]),
        "segera": Q(standing=state.IN_FORCE, ends_on__lte=today + register_columns.SOON),
        "berakhir": Q(standing=state.ENDED),
        "tidak-diketahui": Q(standing=state.UNKNOWN),
        "dilanjutkan": Q(standing=state.GONE_ON),
    }
    # What lives on as a naskah of this system is listed there, and never beside it.
    entries = entries.filter(by_state.get(wanted.state, ~Q(standing=state.GONE_ON)))
    if wanted.origin:
        entries = entries.filter(old__isnull=wanted.origin == "sistem")
    simple = {
        "kind__in": wanted.kinds, "instrument__in": wanted.instruments, "unit": wanted.unit, "signed_on__gte": wanted.signed_from,
        "signed_on__lte": wanted.signed_to, "proposal__affair": wanted.affair, "parent": wanted.parent,
        "parent_old": wanted.parent_old,
    }  # fmt: skip
    if wanted.ends_from or wanted.ends_to:
        # What has no known last day is not between two days; the key is the real end where it ended early.
        entries = entries.filter(ends_key__gte=wanted.ends_from or date.min, ends_key__lte=wanted.ends_to or date.max)
        entries = entries.exclude(ends_on=None, ended_on=None)
    return entries.filter(**{name: value for name, value in simple.items() if value})
