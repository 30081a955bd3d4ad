"""The forms around a surat kuasa, and of what a naskah yields."""

from typing import Any

from django import forms

from agreements.models import CooperationResult
from agreements.stages import Trait
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, seats
from kerjasama.core import clock
from kerjasama.core.fields import DayField, RupiahField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm

FILE_HINT = "Pindaian surat dalam bentuk PDF, paling besar 10 MB."


class PowerDraftForm(ActForm):
    """Who shall sign: an official of the unit that carries the PKS out."""

    grantee_name = forms.CharField(label="Nama penerima kuasa", max_length=160)
    grantee_title = forms.CharField(
        label="Jabatan penerima kuasa", max_length=160, help_text="Pejabat perangkat daerah yang melaksanakan perjanjian ini."
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_in(Office.OPD, self.subject.executing_unit_id)
        if people:
            seat = next((s for s in seats(people[0]) if s.unit_id == self.subject.executing_unit_id), None)
            self.fields["grantee_name"].initial = people[0].full_name
            self.fields["grantee_title"].initial = seat.title if seat else ""


class PowerForm(PowerDraftForm):
    """The signed surat kuasa."""

    number = forms.CharField(label="Nomor surat kuasa", max_length=120)
    dated = DayField(label="Tanggal surat kuasa", help_text="Tidak sesudah hari penandatanganan.")
    about = forms.CharField(label="Perjanjian yang disebut dalam surat kuasa", max_length=250)
    file = forms.FileField(label="Pindaian surat kuasa bertanda tangan", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].initial = self.subject.title

    def clean_dated(self) -> Any:
        day = self.cleaned_data["dated"]
        if day > clock.today():
            raise forms.ValidationError("Tanggal surat kuasa tidak boleh sesudah hari ini.")
        return day


class ResultForm(ActForm):
    """Money or goods, booked where the law wants it."""

    date_label = "Tanggal disetor atau diserahkan"
    kind = forms.ChoiceField(label="Jenis hasil", choices=CooperationResult.Kind.choices, widget=OptionCards(two=True))
    description = forms.CharField(label="Uraian hasil", max_length=300)
    amount = RupiahField(label="Nilai")
    deposit_number = forms.CharField(
        label="Nomor STS", required=False, max_length=120, help_text="Wajib bagi hasil berupa uang."
    )
    account = forms.CharField(
        label="Rekening kas daerah", required=False, max_length=120, help_text="Wajib bagi hasil berupa uang."
    )
    asset_number = forms.CharField(
        label="Nomor register aset", required=False, max_length=120, help_text="Wajib bagi hasil berupa barang."
    )
    grant_reference = forms.CharField(
        label="Perjanjian hibah atau penerusan hibah", required=False, max_length=160,
        help_text="Nomor dan tanggalnya. Wajib bagi uang dan barang dari luar negeri, yang diterima melalui Pemerintah Pusat.",
    )  # fmt: skip
    file = forms.FileField(label="Bukti", required=False, widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if Trait.CONFIRMED not in self.subject.route.traits:
            del self.fields["grant_reference"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        wanted = {"MONEY": ("deposit_number", "account"), "GOODS": ("asset_number",)}.get(values.get("kind", ""), ())
        for name in wanted:
            if not values.get(name, "").strip():
                self.add_error(name, f"Isi {self.fields[name].label} ({self.subject.route.cite(self.arrow.basis)}).")
        return values

    def earliest(self) -> Any:
        return self.subject.signed_on or super().earliest()


POWER_FORMS: dict[str, type[ActForm]] = {
    "draft_power": PowerDraftForm,
    "record_power": PowerForm,
    "record_result": ResultForm,
}
