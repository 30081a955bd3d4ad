"""The first step of a proposal: who the partner is and what is planned; then title, parties and unit."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kerjasama.accounts.models import OrgUnit
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import OptionCards
from kerjasama.parties.classes import cooperations_with, grouped, partner_kind_of
from kerjasama.parties.models import Partner
from kerjasama.parties.selectors import partners_of_class
from kerjasama.workflow.statute import CATEGORIES, Category, CooperationKind
from proposals.choosing import BEGINNERS, QUESTION_NAMES, Advice, advise, questions_for

PARTIES = 6
AS_ADVISED = ""


class WhoForm(BaseForm):
    """Who the partner is and who begins."""

    partner = forms.ChoiceField(
        label="Siapa mitranya?", help_text="Pilih bentuknya menurut akta, undang-undang, atau keputusan pembentukannya."
    )
    begins = forms.ChoiceField(label="Siapa yang memulai?", widget=OptionCards(), choices=BEGINNERS, initial="WE")

    def __init__(self, *args: Any, beginners: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].choices = [("", "Pilih bentuk mitra"), *grouped()]
        self.fields["begins"].choices = [pair for pair in BEGINNERS if pair[0] in beginners]


class PartnerChoice(forms.ModelChoiceField):
    """A partner by its name, those of the class at hand only."""

    default_error_messages = {
        "invalid_choice": "Mitra ini tidak dikenal. Cari dan pilih dari daftar, atau tambahkan pada halaman Mitra."
    }

    def label_from_instance(self, obj: Partner) -> str:
        return obj.name


class UnitChoice(forms.ModelChoiceField):
    """A unit by its full name."""

    def label_from_instance(self, obj: OrgUnit) -> str:
        return obj.name


class OpeningForm(BaseForm):
    """What is planned, with whom, by which unit; the kind that follows, or another one with a reason."""

    title = forms.CharField(
        label="Judul kerja sama",
        max_length=250,
        min_length=8,
        help_text="Sebut objeknya, tanpa kata “kerja sama”. Contoh: Pengelolaan Sampah Regional TPA Wanakerta.",
    )
    lead_unit = UnitChoice(
        label="Perangkat daerah pemrakarsa", queryset=OrgUnit.objects.none(), empty_label="Pilih perangkat daerah"
    )
    other_kind = forms.ChoiceField(
        label="Jenis kerja sama", required=False,
        help_text="Ikuti anjuran, atau pilih jenis lain dengan alasan yang tersimpan dalam usulan.",
    )  # fmt: skip
    other_reason = forms.CharField(
        label="Alasan memilih jenis lain", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, units: Any, answers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = dict(answers)
        legal_class = self.answers["partner"]
        asked = {
            question.name: forms.ChoiceField(
                label=question.label, choices=question.choices, help_text=question.hint, widget=OptionCards(two=len(question.choices) == 2)
            )
            for question in questions_for(legal_class)
        }  # fmt: skip
        partners = {f"partner_{n}": self._partner(n, legal_class) for n in range(1, PARTIES + 1)}
        self.fields = {**asked, **partners, **self.fields}
        self.fields["lead_unit"].queryset = units
        if units.count() == 1:
            self.fields["lead_unit"].initial = units.first().pk
        self.word_fields()
        self.fields["other_kind"].choices = [(AS_ADVISED, "Ikuti anjuran"), *_others(legal_class)]

    @staticmethod
    def _partner(number: int, legal_class: str) -> PartnerChoice:
        return PartnerChoice(
            queryset=partners_of_class(legal_class), required=number == 1, empty_label="Pilih mitra" if number == 1 else "Tidak ada",
            label="Mitra" if number == 1 else f"Mitra ke-{number}",
            help_text="Mitra yang belum ada ditambahkan pada halaman Mitra." if number == 1 else "",
        )  # fmt: skip

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """What is always asked: the questions, the first partner, title and unit."""
        return self.fields_but(*(f"partner_{n}" for n in range(2, PARTIES + 1)), "other_")

    @property
    def more_partners(self) -> list[forms.BoundField]:
        """Further parties."""
        return [self[f"partner_{n}"] for n in range(2, PARTIES + 1)]

    @property
    def more_open(self) -> bool:
        """Whether a further party was chosen or refused already, so that the part stands open."""
        return any(field.value() or field.errors for field in self.more_partners)

    @property
    def other_open(self) -> bool:
        """Whether another kind was chosen or refused already."""
        return bool(self["other_kind"].value() or self.errors.get("other_kind") or self.errors.get("other_reason"))

    def advice(self) -> Advice | None:
        """What follows from the answers given so far."""
        given = {name: self[name].value() or "" for name in self.fields if name in QUESTION_NAMES}
        return advise({**self.answers, **given}) if all(given.values()) else None

    def partners(self) -> list[Partner]:
        """The chosen parties, in order."""
        found = [self.cleaned_data.get(f"partner_{n}") for n in range(1, PARTIES + 1)]
        return [partner for partner in found if partner]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        chosen = [values.get(f"partner_{n}") for n in range(1, PARTIES + 1)]
        for number, partner in enumerate(chosen, start=1):
            if partner and partner in chosen[: number - 1]:
                self.add_error(f"partner_{number}", "Mitra ini sudah dipilih.")
        if values.get("other_kind") and not values.get("other_reason", "").strip():
            self.add_error("other_reason", "Tulis alasan memilih jenis lain.")
        return values

    def chosen(self) -> tuple[str, str]:
        """Kind and category: as advised, or as the person decides."""
        advice = self.advice()
        kind, _, category = (self.cleaned_data["other_kind"] or f"{advice.kind}:{advice.category}").partition(":")
        return kind, category


def _others(legal_class: str) -> list[tuple[str, str]]:
    """The other kinds and categories a partner of this class could fall under, by the register's kind of partner."""
    kinds = cooperations_with(partner_kind_of(legal_class))
    return [
        (f"{kind}:{category}", f"{kind}, {Category(category).label}")
        for kind in CooperationKind.values
        if kind in kinds
        for category in CATEGORIES[kind]
    ]
