"""The forms of what becomes of an old naskah: its continuation, the case that runs it, the naskah it is, its withdrawal."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms

from agreements.models import OldNaskah
from agreements.services.old_lead import Opening, related_cases
from agreements.stages import Renewal
from kerjasama.accounts.models import OrgUnit
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import OptionCards
from kerjasama.parties.classes import cooperations_with
from kerjasama.parties.models import Partner
from kerjasama.workflow.statute import CATEGORIES, Category, CooperationKind
from proposals.models import Proposal
from proposals.routes import has_route

NOT_YET = "NONE"
DECISIONS = (
    (str(Renewal.REPLACE), "Dilanjutkan dengan usulan atau naskah baru"), (str(Renewal.LAPSE), "Tidak dilanjutkan"),
    (NOT_YET, "Belum diputuskan; pengingat berbunyi lagi"),
)  # fmt: skip
PARTIES = 4


class _OfOld(BaseForm):
    """An act on an old naskah: with its reason, on the edition that the page showed."""

    reason = forms.CharField(label="Alasan", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    expect = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, old: OldNaskah, data: Any = None) -> None:
        self.old = old
        super().__init__(data, initial={"expect": old.edition, **self.starting(old)})

    def starting(self, old: OldNaskah) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {}


class DecideForm(_OfOld):
    """What becomes of it when it ends."""

    asked_later = ("after",)

    renewal = forms.ChoiceField(label="Keputusan", choices=DECISIONS, widget=OptionCards())
    after = forms.CharField(
        label="Usulan atau naskah yang melanjutkannya", required=False, max_length=250,
        help_text="Hanya bila dilanjutkan: kode usulan, nomor naskah, atau kode NL. Pengingat diam selama itu berjalan, berbunyi lagi bila itu gugur.",
    )  # fmt: skip
    field_order = ("renewal", "after", "reason", "expect")

    def starting(self, old: OldNaskah) -> dict[str, Any]:
        after = old.successor or old.successor_old
        return {"renewal": old.renewal, "after": after.code if after else "", "reason": old.renewal_reason}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("renewal") == Renewal.REPLACE and not values.get("after"):
            self.add_error("after", "Sebut usulan atau naskah yang melanjutkannya.")
        return values

    @property
    def decision(self) -> str:
        """The decision as it is kept: "" where nothing is decided."""
        return self.cleaned_data["renewal"].replace(NOT_YET, "")


class SameForm(_OfOld):
    """Which naskah of this system it is."""

    number = forms.CharField(
        label="Nomor naskah dalam aplikasi", max_length=250, help_text="Tulis lengkap, seperti pada naskahnya."
    )
    field_order = ("number", "reason", "expect")

    def __init__(self, old: OldNaskah, data: Any = None) -> None:
        super().__init__(old, data)
        self.fields["reason"].label = "Bagaimana diketahui bahwa keduanya naskah yang sama"


class WithdrawForm(_OfOld):
    """Why it is taken out of the register."""

    def __init__(self, old: OldNaskah, data: Any = None) -> None:
        super().__init__(old, data)
        self.fields["reason"].label = "Mengapa ditarik"
        self.fields[
            "reason"
        ].help_text = "Misalnya: naskah yang sama sudah terdaftar sebagai NL-12. Alasan ini tetap terbaca."


class CaseChoice(forms.ModelChoiceField):
    """A case by its code and title."""

    def label_from_instance(self, obj: Proposal) -> str:
        return f"{obj.code}, {obj.title}"


class PartnerChoice(forms.ModelChoiceField):
    """A partner by its name."""

    def label_from_instance(self, obj: Partner) -> str:
        return obj.name


class UnitChoice(forms.ModelChoiceField):
    """A unit by its full name."""

    def label_from_instance(self, obj: OrgUnit) -> str:
        return obj.name


class ManageForm(BaseForm):
    """The case in which it is run in full: a new one prefilled from it, or that of the naskah above or below it."""

    #: A new case needs them; the case of a relative does not.
    asked_later = ("title", "kind", "unit", "partner_1")

    case = CaseChoice(label="Usulan", required=False, queryset=Proposal.objects.none(), empty_label="Usulan baru")
    title = forms.CharField(label="Judul kerja sama", max_length=250, required=False)
    kind = forms.ChoiceField(label="Jenis kerja sama", required=False)
    unit = UnitChoice(
        label="Perangkat daerah pelaksana",
        required=False,
        queryset=OrgUnit.objects.none(),
        empty_label="Pilih perangkat daerah",
    )
    expect = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, old: OldNaskah, data: Any = None) -> None:
        self.old = old
        known = partners_of(old)
        initial = {
            "title": old.title[:250], "kind": _first_kind(old.kind), "unit": old.unit_id, "expect": old.edition,
            **{f"partner_{n}": partner.pk for n, partner in enumerate(known[:PARTIES], start=1)},
        }  # fmt: skip
        super().__init__(data, initial=initial)
        self.fields["kind"].choices = [("", "Pilih jenis"), *_kinds(old.kind)]
        self.fields["unit"].queryset = OrgUnit.objects.filter(active=True).order_by("name")
        cases = related_cases(old)
        self.fields["case"].queryset = Proposal.objects.filter(pk__in=[case.pk for case in cases]).order_by("pk")
        if not cases:
            del self.fields["case"]
        for n in range(1, PARTIES + 1):
            self.fields[f"partner_{n}"] = PartnerChoice(
                label="Mitra" if n == 1 else f"Mitra ke-{n}",
                required=False,
                queryset=Partner.objects.order_by("name"),
                empty_label="Pilih mitra",
            )
        self.word_fields()

    @property
    def unlisted(self) -> list[str]:
        """The names of its parties that are not among the partners yet."""
        known = {_plain(partner.name) for partner in partners_of(self.old)}
        return [party["name"] for party in self.old.parties if not party["ours"] and _plain(party["name"]) not in known]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("case"):
            return values
        asked = {
            "title": "Tulis judulnya.",
            "kind": "Pilih jenis kerja samanya.",
            "unit": "Pilih perangkat daerah pelaksananya.",
            "partner_1": "Pilih mitranya.",
        }
        for name, told in asked.items():
            if not values.get(name) and name not in self.errors:
                self.add_error(name, told)
        kind = (values.get("kind") or "").partition(":")[0]
        for n in range(1, PARTIES + 1):
            partner = values.get(f"partner_{n}")
            if kind and partner and kind not in cooperations_with(partner.kind):
                self.add_error(f"partner_{n}", f"{partner.name} bukan mitra {CooperationKind(kind).label}.")
        return values

    def opening(self) -> Opening:
        """What the new case begins with."""
        values = self.cleaned_data
        kind, _, category = values["kind"].partition(":")
        partners = [values[f"partner_{n}"] for n in range(1, PARTIES + 1) if values.get(f"partner_{n}")]
        return Opening(values["title"], kind, category, values["unit"], partners)


def partners_of(old: OldNaskah) -> list[Partner]:
    """The partners that its parties name, in its order; by name alone, whatever the letters or blanks."""
    wanted = [_plain(party["name"]) for party in old.parties if not party["ours"]]
    found = {_plain(partner.name): partner for partner in Partner.objects.order_by("-pk")} if wanted else {}
    return [found[name] for name in dict.fromkeys(wanted) if name in found]


def _plain(name: str) -> str:
    return " ".join(name.lower().replace(".", " ").split())


def _kinds(kind: str) -> Iterable[tuple[str, str]]:
    for one in CooperationKind:
        if not kind or one == kind:
            for category in filter(partial(has_route, one), CATEGORIES[one]):
                yield f"{one}:{category}", f"{one.label}, {Category(category).label.lower()}"


def _first_kind(kind: str) -> str:
    """The kind with its category where it has only one."""
    known = list(_kinds(kind)) if kind else []
    return known[0][0] if len(known) == 1 else ""
