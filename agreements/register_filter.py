"""What the register can be narrowed by, ordered by and shown with; all of it stands in the address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from agreements import register_columns, register_standing, searching
from agreements.models import RegisterEntry
from agreements.searching import Meant
from agreements.stages import Instrument
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.text import date_long
from kerjasama.workflow.statute import CooperationKind

STATES = (
    ("berlaku", "Berlaku"), ("segera", "Segera berakhir"), ("berakhir", "Berakhir"),
    ("tidak-diketahui", "Tidak diketahui"), ("semua", "Semua"),
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
    parent: int | None = None
    origin: str = ""
    sort: str = ""
    columns: tuple[str, ...] = register_columns.USUAL

    @property
    def order(self) -> tuple[str, ...]:
        """The order of the list; a search is ordered by how well each fits, unless another order is asked for."""
        if self.sort in SORTS:
            return SORTS[self.sort][1]
        return FITTING if self.q.strip() else SORTS["terbaru"][1]

    @property
    def narrowed(self) -> bool:
        """Whether anything but the state narrows the list."""
        return bool(
            self.q
            or self.kinds
            or self.instruments
            or self.unit
            or self.signed_from
            or self.signed_to
            or self.parent
            or self.origin
        )

    def told(self) -> str:
        """The filters in a sentence, for the head of a download or a print."""
        parts = [dict(STATES)[self.state].lower()]
        parts += [f"kata “{self.q}”"] if self.q else []
        parts += [", ".join(self.kinds)] if self.kinds else []
        parts += [", ".join(str(Instrument(code).label) for code in self.instruments)] if self.instruments else []
        parts += [str(OrgUnit.objects.get(pk=self.unit))] if self.unit else []
        parts += [f"ditandatangani sejak {date_long(self.signed_from)}"] if self.signed_from else []
        parts += [f"ditandatangani sampai {date_long(self.signed_to)}"] if self.signed_to else []
        parts += [dict(ORIGINS)[self.origin].lower()] if self.origin else []
        return "; ".join(parts)


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
    sampai = DayField(label="Sampai", required=False)
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
    induk = forms.IntegerField(required=False, widget=forms.HiddenInput)

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
        return [self[name] for name in ("q", "unit", "dari", "sampai", "asal", "urut")]

    @property
    def choices(self) -> list[forms.BoundField]:
        """What is chosen from, several at once."""
        return [self[name] for name in ("jenis", "bentuk", "kolom")]

    def wanted(self) -> Wanted:
        """The filters; each that cannot be read is left out."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "berlaku", kinds=tuple(values.get("jenis") or ()),
            instruments=tuple(values.get("bentuk") or ()), unit=values["unit"].pk if values.get("unit") else None,
            signed_from=values.get("dari"), signed_to=values.get("sampai"), parent=values.get("induk"), sort=values.get("urut", ""),
            origin=values.get("asal", ""),
            columns=register_columns.known(values.get("kolom") or ()) or register_columns.USUAL,
        )  # fmt: skip


def found(user: User, wanted: Wanted, today: date) -> Meant:
    """The entries a person may see that match; `Meant` says where a misspelt word stood for another."""
    seen = register_standing.annotated(RegisterEntry.visible_to(user), today)
    return searching.search(narrowed(seen, wanted, today).select_related("proposal", "unit"), wanted.q)


def narrowed(entries: QuerySet[RegisterEntry], wanted: Wanted, today: date) -> QuerySet[RegisterEntry]:
    """All filters but the words."""
    state = RegisterEntry.State
    by_state = {
        "berlaku": Q(standing__in=[state.SIGNED, state.IN_FORCE]),
        "segera": Q(standing=state.IN_FORCE, ends_on__lte=today + register_columns.SOON),
        "berakhir": Q(standing=state.ENDED),
        "tidak-diketahui": Q(standing=state.UNKNOWN),
    }
    entries = entries.filter(by_state.get(wanted.state, Q()))
    if wanted.origin:
        entries = entries.filter(old__isnull=wanted.origin == "sistem")
    simple = {
        "kind__in": wanted.kinds, "instrument__in": wanted.instruments, "unit": wanted.unit, "signed_on__gte": wanted.signed_from,
        "signed_on__lte": wanted.signed_to, "parent": wanted.parent,
    }  # fmt: skip
    return entries.filter(**{name: value for name, value in simple.items() if value})
