"""Which paraf were given on paper, by whom and when, with the sheet that proves it."""

from datetime import date
from typing import Any

from django import forms

from agreements.old_continuing import expected, told_of
from kerjasama.accounts.offices import UNIT_BOUND, Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import parameters
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop
from kerjasama.workflow.forms import ActForm


class FromPaperForm(ActForm):
    """A day for each office whose paraf stands on the paper; an empty one is still to come."""

    reason_label = "Mengapa masuk di tengah jalan"
    reason_hint = "Misalnya: naskah sudah diedarkan di atas kertas sebelum aplikasi dipakai."
    file = forms.FileField(
        label="Pindaian naskah atau lembar paraf", widget=FileDrop(), help_text="PDF, paling besar 10 MB."
    )
    same = forms.BooleanField(label="Teks di aplikasi sama dengan naskah kertas yang sudah diparaf")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = [*parameters.value("paraf_chain"), *parameters.value("paraf_coordination")]
        own = {
            f"on_{office}": DayField(label=f"Paraf {self._who(office)} pada", required=False, help_text="")
            for office in offices
        }
        self.fields = {**own, **self.fields}

    def _who(self, office: str) -> str:
        """The office with its present holder: the paraf of a former one is asked for anew."""
        people = people_in(office, self.subject.executing_unit_id if office in UNIT_BOUND else None)
        return f"{Office(office).label} ({people[0].full_name})" if people else Office(office).label

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("same")
        given = {name.removeprefix("on_"): values.pop(name) for name in list(values) if name.startswith("on_")}
        return {**values, "given": {office: day for office, day in given.items() if day}}


class SignedForm(ActForm):
    """What stands on the signed paper: day, last day, numbers, signatories, and its scan."""

    date_label = "Tanggal penandatanganan"
    reason_label, reason_hint = FromPaperForm.reason_label, "Misalnya: ditandatangani sebelum aplikasi dipakai."
    ends_on = DayField(label="Berlaku sampai", help_text="Menurut pasal jangka waktu dan adendumnya.")
    file = forms.FileField(
        label="Pindaian naskah bertanda tangan", widget=FileDrop(), help_text="PDF lengkap, paling besar 10 MB."
    )
    same = forms.BooleanField(label="Teks di aplikasi sama dengan naskah yang ditandatangani")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(self.subject.parties.select_related("partner").order_by("order"))
        old = expected(self.subject)
        known = told_of(old, self.rows) if old else {}
        own: dict[str, forms.Field] = {}
        for party in self.rows:
            number, name, title = known.get(party.order, ("", "", ""))
            own[f"number_{party.order}"] = forms.CharField(
                label=f"Nomor naskah {party.name}", max_length=120, initial=number[:120]
            )
            own[f"name_{party.order}"] = forms.CharField(
                label=f"Penandatangan {party.name}", max_length=160, initial=name[:160]
            )
            own[f"title_{party.order}"] = forms.CharField(
                label=f"Jabatan penandatangan {party.name}", max_length=160, initial=title[:160]
            )
        self.fields = {**own, **self.fields}
        if old:
            self.fields["occurred_on"].initial, self.fields["ends_on"].initial = old.signed_on, old.ends_on
            self.fields["reason"].initial = f"Mengelola naskah lama {old.code} dalam aplikasi."

    def earliest(self) -> date:
        return date.min

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("same")
        slots = {
            party.order: {part: values.pop(f"{part}_{party.order}") for part in ("number", "name", "title")}
            for party in self.rows
        }
        return {**values, "slots": slots}
