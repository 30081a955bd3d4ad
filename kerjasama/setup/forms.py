"""What is typed on the pages of the set-up."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from kerjasama.accounts.models import Government, OrgUnit, User
from kerjasama.accounts.models.government import HEX_COLOUR, MINIMUM_CONTRAST, contrast_with_white
from kerjasama.accounts.offices import SYSTEM_USERNAME
from kerjasama.accounts.people_forms import OfficeForm
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm, BaseModelForm
from kerjasama.core.models import Holiday
from kerjasama.core.widgets import MEGABYTE, FileDrop
from kerjasama.documents.models import NumberRule
from kerjasama.documents.number_rules import Rule
from kerjasama.parties.fields import OwnRegionField
from kerjasama.reviews.models.tkksd import TeamSeat

POSTAL = forms.RegexField(
    r"^\d{5}$", label="Kode pos", required=False, error_messages={"invalid": "Kode pos terdiri atas lima angka."},
    widget=forms.TextInput(attrs={"class": "w-s", "inputmode": "numeric", "maxlength": "5"}),
)  # fmt: skip


class RegionForm(BaseForm):
    """Which region; what follows from the choice may be typed otherwise."""

    region = OwnRegionField(label="Daerah", help_text="Ketik nama atau kode daerah, misalnya Sleman atau 34.04.")
    seat_city = forms.CharField(label="Ibu kota", max_length=80, help_text="Tempat surat ditandatangani.")
    head_title = forms.CharField(
        label="Sebutan kepala daerah",
        max_length=40,
        required=False,
        help_text="Kosongkan untuk sebutan menurut tingkatnya.",
    )
    deputy_title = forms.CharField(label="Sebutan wakil kepala daerah", max_length=40, required=False)
    unit_code = forms.CharField(
        label="Kode unit dalam nomor", max_length=20, initial="KS", help_text="Bagian {unit} pada nomor surat."
    )
    classification_code = forms.CharField(
        label="Kode klasifikasi arsip",
        max_length=20,
        initial="100.3.7",
        help_text="Bagian {klasifikasi} pada nomor surat.",
    )


class LetterheadForm(BaseForm):
    """The head of every letter, the emblem and the colour of the pages."""

    address = forms.CharField(label="Alamat", max_length=200)
    postal_code = POSTAL
    phone = forms.CharField(label="Telepon", max_length=40)
    website = forms.CharField(label="Laman", max_length=100, required=False)
    email = forms.EmailField(label="Surel", required=False)
    emblem = forms.FileField(
        label="Lambang daerah", required=False, widget=FileDrop(accept=".svg,.png", max_bytes=MEGABYTE),
        help_text="SVG sederhana paling besar 100 KB, atau PNG paling besar 1 MB dengan latar bening.",
    )  # fmt: skip
    state_emblem = forms.FileField(
        label="Lambang negara", required=False, widget=FileDrop(accept=".svg,.png", max_bytes=MEGABYTE),
        help_text="Garuda Pancasila untuk surat Kepala Daerah saja (UU 24/2009 Pasal 54 dan 57). Tanpa berkas ini kop Kepala Daerah tercetak tanpa lambang.",
    )  # fmt: skip
    brand_colour = forms.CharField(
        label="Warna utama", max_length=7, validators=[HEX_COLOUR], help_text="Misalnya #0e5a61. Tulisan putih di atasnya harus terbaca.",
        widget=forms.TextInput(attrs={"class": "w-s", "autocomplete": "off"}),
    )  # fmt: skip

    def clean_brand_colour(self) -> str:
        colour = self.cleaned_data["brand_colour"]
        if contrast_with_white(colour) < MINIMUM_CONTRAST:
            raise forms.ValidationError(
                f"Kontras warna ini dengan putih hanya {contrast_words(colour)}; paling sedikit {ratio_words(MINIMUM_CONTRAST)}. Pilih warna yang lebih tua."
            )
        return colour

    @classmethod
    def initial_of(cls, government: Government) -> dict[str, Any]:
        """What stands now, to begin from."""
        return {name: getattr(government, name) for name in cls.base_fields if not name.endswith("emblem")}


def contrast_words(colour: str) -> str:
    """The contrast with white as people write it: "6,3 : 1"."""
    return ratio_words(contrast_with_white(colour))


def ratio_words(ratio: float) -> str:
    """A ratio with one decimal: "6,3 : 1"."""
    return f"{ratio:.1f}".replace(".", ",") + " : 1"


class UnitForm(BaseModelForm):
    class Meta:
        model = OrgUnit
        fields = ["code", "name", "short_name", "kind", "active"]
        labels = {"code": "Kode", "name": "Nama", "short_name": "Nama singkat", "kind": "Jenis", "active": "Aktif"}
        help_texts = {"code": "Huruf, angka, dan tanda hubung; tercetak pada {unit} bila nomornya milik unit ini."}

    def _post_clean(self) -> None:
        """Leave the record alone: the service fills and checks it."""


class SheetForm(BaseForm):
    """A list, pasted or uploaded."""

    pasted = forms.CharField(
        label="Tempelkan daftar", required=False, widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})
    )
    file = forms.FileField(
        label="Atau unggah CSV", required=False, widget=FileDrop(accept=".csv,.txt", max_bytes=MEGABYTE)
    )


def seatable() -> QuerySet[User]:
    """Who may be given a seat: in use or invited, neither a partner nor the account of the clock."""
    return User.objects.filter(retired_on=None, is_partner=False).exclude(username=SYSTEM_USERNAME)


class OfficialForm(OfficeForm):
    """An office for somebody who has an account or an invitation."""

    user = forms.ModelChoiceField(label="Orang", queryset=User.objects.none(), empty_label="Pilih orang")
    field_order = ["user"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = seatable()


class HolidayForm(BaseModelForm):
    date = DayField(label="Tanggal")
    reason = forms.CharField(label="Dasar atau alasan", max_length=500, help_text="Misalnya nomor SKB 3 Menteri.")

    class Meta:
        model = Holiday
        fields = ["date", "name", "kind", "active"]
        labels = {"name": "Nama", "kind": "Jenis", "active": "Berlaku"}

    def _post_clean(self) -> None:
        """Leave the record alone: the service fills and checks it."""


class HolidaySheetForm(SheetForm):
    reason = forms.CharField(label="Dasar", max_length=500, help_text="Nomor dan tanggal SKB 3 Menteri.")


class NumberRuleForm(BaseForm):
    """How one type of paper gets its number."""

    source = forms.ChoiceField(label="Asal nomor", choices=NumberRule.Source.choices)
    pattern = forms.CharField(
        label="Pola nomor", max_length=200, required=False, help_text="Kosongkan untuk memakai pola daerah."
    )
    start_year = forms.IntegerField(label="Mulai pada tahun", required=False, min_value=2000, max_value=2100)
    start_number = forms.IntegerField(
        label="Dengan nomor", required=False, min_value=1, max_value=999_999,
        help_text="Bila buku nomor lama sudah terpakai pada tahun ini: nomor berikutnya.",
    )  # fmt: skip
    reason = forms.CharField(label="Alasan", max_length=500, help_text="Dicatat di riwayat bersama nama Anda.")

    @classmethod
    def initial_of(cls, rule: Rule) -> dict[str, Any]:
        return {
            "source": rule.source, "pattern": rule.pattern if rule.own_pattern else "", "start_year": rule.start_year,
            "start_number": rule.start_number,
        }  # fmt: skip


class TeamForm(BaseForm):
    """The Keputusan Kepala Daerah that forms the TKKSD."""

    decree_number = forms.CharField(label="Nomor keputusan", max_length=100)
    decree_date = DayField(label="Tanggal keputusan")
    starts_on = DayField(label="Berlaku sejak")
    ends_on = DayField(label="Sampai", required=False, help_text="Kosongkan bila tidak disebut.")


class MemberForm(BaseForm):
    """One seat of the decree."""

    user = forms.ModelChoiceField(label="Orang", queryset=User.objects.none(), empty_label="Pilih orang")
    seat = forms.ChoiceField(label="Kedudukan", choices=[("", "Pilih kedudukan"), *TeamSeat.choices])
    title = forms.CharField(label="Jabatan dinas", max_length=150, required=False)

    def __init__(self, *args: Any, people: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = seatable()
        if people is not None:
            # One reading of the people for all rows of the table.
            self.fields["user"].choices = people
