"""The small forms of the acts on a naskah that ask more than why and when."""

from typing import Any

from django import forms

from agreements.cut_over_form import FromPaperForm, SignedForm
from agreements.electronic_forms import CERTIFIED_RISK, ELECTRONIC_FORMS, RISK, STAMPS_OUTSIDE
from agreements.foreign_forms import FOREIGN_FORMS
from agreements.originals import shared
from agreements.originals_forms import ORIGINALS_FORMS
from agreements.power_forms import POWER_FORMS
from agreements.running_forms import RUNNING_FORMS
from agreements.stages import Grant, Instrument, Mode, Trait, Way
from kerjasama.accounts.offices import Capacity
from kerjasama.core import clock, parameters
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents.marking_form import LetterParafForm, MarkForm
from kerjasama.documents.signers import signer_of
from kerjasama.documents.signing import backends
from kerjasama.workflow.forms import ActForm


class ParafForm(MarkForm):
    """The paraf binds the text that was shown: its hash travels with the form."""

    text_hash = forms.CharField(widget=forms.HiddenInput)
    read = forms.BooleanField(label="Saya telah membaca naskah ini dan menyetujuinya untuk diteruskan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text_hash"].initial = self.subject.text_hash


class SendToLegalForm(ActForm):
    """Both sides stand behind the text before the lawyers read it."""

    partner_agreed = forms.BooleanField(label="Mitra telah menyetujui rancangan naskah ini")
    partner_note = forms.CharField(
        label="Bukti persetujuan mitra",
        max_length=250,
        help_text="Misalnya nomor surat atau berita acara rapat bersama.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if Trait.CONFIRMED in self.subject.route.traits:
            self.fields["grant"] = forms.ChoiceField(
                label="Hibah", choices=Grant.choices, widget=OptionCards(), initial=self.subject.grant or None,
                help_text="Hibah mengikuti peraturan hibah. Barang yang kepemilikannya belum diatur dalam naskah dikoordinasikan dengan Menteri "
                "sebelum penandatanganan (PP 28/2018 Pasal 26).",
            )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("partner_agreed")
        return values


MODES = {
    Mode.CEREMONY: "Para pihak bertemu; naskah asli dipertukarkan di tempat.",
    Mode.DESK: "Naskah diedarkan; setiap pihak menandatangani di tempatnya pada harinya sendiri.",
    Mode.HYBRID: "Sebagian pihak hadir, yang lain menandatangani di tempatnya.",
}


class SigningPlanForm(ActForm):
    """Date, place, originals, and the slots of each party."""

    template_name = "agreements/forms/signing_plan.html"
    planned_on = DayField(label="Rencana tanggal penandatanganan")
    planned_place = forms.CharField(label="Tempat", max_length=160)
    originals = forms.IntegerField(
        label="Jumlah naskah asli", min_value=2, max_value=20, help_text="Paling sedikit sebanyak para pihak."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(self.subject.parties.select_related("partner").order_by("order"))
        self.least = shared(self.subject)
        self.fields["originals"].initial = max(2, self.least)
        self.fields["planned_place"].initial = self.subject.planned_place
        self.fields["mode"] = forms.ChoiceField(
            label="Tata cara penandatanganan", choices=Mode.choices, initial=self.subject.mode or Mode.CEREMONY,
            widget=OptionCards(consequences=MODES),
        )  # fmt: skip
        for party in self.rows:
            self._ask_of(party)
        if Trait.ELECTRONIC in self.subject.route.traits and parameters.value("electronic_signing"):
            self._ask_way()

    def _ask_way(self) -> None:
        backend = backends.current()
        self.fields["way"] = forms.ChoiceField(
            label="Cara penandatanganan", choices=Way.choices, initial=self.subject.way,
            widget=OptionCards(consequences={
                Way.WET: "Naskah dicetak, dibubuhi meterai dan stempel; pindaiannya diunggah.",
                Way.ELECTRONIC: f"{backend.label}. {RISK if not backend.certified else CERTIFIED_RISK}",
            }),
        )  # fmt: skip

    def _ask_of(self, party: Any) -> None:
        ours = party.partner_id is None
        signer = self._our_signer() if ours else {"name": party.partner.head_name, "title": party.partner.head_title}
        self.fields[f"name_{party.order}"] = forms.CharField(
            label=f"Penandatangan {party.name}", max_length=160, initial=party.signatory_name or signer["name"]
        )
        self.fields[f"title_{party.order}"] = forms.CharField(
            label=f"Jabatan penandatangan {party.name}",
            max_length=160,
            initial=party.signatory_title or signer["title"],
        )
        if ours:
            return
        self.fields[f"capacity_{party.order}"] = forms.ChoiceField(
            label=f"Kedudukan penandatangan {party.name}", choices=Capacity.choices, initial=party.capacity
        )
        self.fields[f"number_{party.order}"] = forms.CharField(
            label=f"Nomor naskah dari {party.name}", max_length=120, initial=party.number,
            required=Trait.FOREIGN not in self.subject.route.traits,
            help_text="Nomor kita diambil otomatis dari buku nomor.",
        )  # fmt: skip

    def _our_signer(self) -> dict[str, Any]:
        """The holder of the surat kuasa where there is one, else the Kepala Daerah."""
        power = self.subject.power
        return {"name": power.grantee_name, "title": power.grantee_title} if power else dict(signer_of("KDH"))

    @property
    def party_rows(self) -> list[dict[str, Any]]:
        """Each party with the fields of its slots."""
        labels = {"name": "Penandatangan", "title": "Jabatan", "capacity": "Kedudukan", "number": "Nomor naskah mitra"}
        return [
            {
                "name": party.name,
                "ours": party.partner_id is None,
                "cells": [{"label": label, "field": self[f"{key}_{party.order}"]} for key, label in labels.items() if f"{key}_{party.order}" in self.fields],
            }
            for party in self.rows
        ]  # fmt: skip

    @property
    def others(self) -> list[forms.BoundField]:
        """What every act may ask besides: its day, its reason."""
        return self.fields_but("name_", "title_", "capacity_", "number_", "planned_", "originals", "mode", "way")

    def clean_planned_on(self) -> Any:
        day = self.cleaned_data["planned_on"]
        if day < clock.today():
            raise forms.ValidationError("Rencana penandatanganan tidak boleh sebelum hari ini.")
        return day

    def clean_originals(self) -> int:
        count = self.cleaned_data["originals"]
        if count < self.least:
            per = "para pihak kali bahasa" if self.least > len(self.rows) else "para pihak"
            raise forms.ValidationError(f"Naskah asli paling sedikit {self.least}, sebanyak {per}.")
        return count

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        slots = {
            party.order: {
                "name": values[f"name_{party.order}"],
                "title": values[f"title_{party.order}"],
                "number": values.get(f"number_{party.order}", ""),
                "capacity": values.get(f"capacity_{party.order}", party.capacity),
            }
            for party in self.rows
        }
        chosen = ("planned_on", "planned_place", "originals", "expect", "mode", "way")
        return {"slots": slots, **{name: values[name] for name in chosen if name in values}}


class SigningForm(ActForm):
    """The signing has taken place: on one day, or from desk to desk on the day of each party."""

    date_label = "Tanggal penandatanganan"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.apart = self.subject.mode in (Mode.DESK, Mode.HYBRID)
        if self.apart:
            self._ask_each()
        self.fields["exchanged"] = forms.BooleanField(
            label="Naskah asli langsung dibawa masing-masing pihak", required=False, initial=not self.apart,
            help_text="Kosongkan bila naskah asli masih harus dikirim; pengiriman dan penerimaannya lalu dicatat.",
        )  # fmt: skip

    def _ask_each(self) -> None:
        del self.fields["occurred_on"]
        self.days = {f"signed_{party.order}": party.order for party in self.subject.parties.order_by("order")}
        for party in self.subject.parties.order_by("order"):
            self.fields[f"signed_{party.order}"] = DayField(
                label=f"{party.name} menandatangani pada", initial=clock.today
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for name in self.days if self.apart else ():
            if values.get(name) is not None:
                try:
                    self.lawful(values[name])
                except forms.ValidationError as problem:
                    self.add_error(name, problem)
        return values

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        if not self.apart:
            return values
        signed = {order: values.pop(name) for name, order in self.days.items()}
        return {**values, "signed": signed, "occurred_on": max(signed.values())}


class ScanForm(ActForm):
    """The scan with the checklist of the signed originals."""

    file = forms.FileField(
        label="Pindaian naskah bertanda tangan",
        widget=FileDrop(),
        help_text="PDF lengkap semua halaman, paling besar 10 MB.",
    )
    paraf = forms.BooleanField(label="Setiap halaman diparaf para pihak")
    seal = forms.BooleanField(label="Stempel jabatan dibubuhkan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = self.subject.rank == Instrument.PKS or parameters.value("duty_stamp_on_kb")
        if Trait.UNSTAMPED in self.subject.route.traits:
            wanted = False
        self.fields["stamp_duty"] = forms.BooleanField(
            label=f"Meterai Rp10.000 pada {self.subject.originals} naskah asli", required=bool(wanted)
        )
        self.fields["stamps"] = forms.IntegerField(
            label="Jumlah meterai yang dibubuhkan", min_value=0, max_value=40, initial=self.subject.originals if wanted else 0,
            help_text="Satu meterai untuk setiap naskah asli.", required=bool(wanted),
        )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("paraf")
        values["stamps"] = values["stamps"] or 0
        return values


class ValidationForm(ActForm):
    """What the second person has compared."""

    complete = forms.BooleanField(label="Pindaian lengkap dan terbaca, semua halaman ada")
    same = forms.BooleanField(label="Isi pindaian sama dengan naskah yang diparaf")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.subject.way == Way.ELECTRONIC:
            self.fields[
                "complete"
            ].label = "Nama dan jabatan setiap penanda tangan sesuai dengan rencana penandatanganan"
            self.fields["same"].label = "Isi berkas bertanda tangan sama dengan naskah yang diparaf"
            self.fields["same"].help_text = STAMPS_OUTSIDE

    def facts(self) -> dict[str, Any]:
        return {"expect": self.cleaned_data["expect"]}


class RegistrationForm(ActForm):
    """Where the original is kept."""

    archive_place = forms.CharField(
        label="Tempat penyimpanan naskah asli",
        max_length=200,
        help_text="Misalnya Ruang Arsip Bagian Kerja Sama, lemari 2, boks 14.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.subject.way == Way.ELECTRONIC:
            self.fields["archive_place"].initial = "Penyimpanan elektronik aplikasi kerja sama"
            self.fields[
                "archive_place"
            ].help_text = "Naskah elektronik aslinya ialah berkas PDF; cetakannya hanya salinan."


ACT_FORMS: dict[str, type[ActForm]] = {
    "enter_from_paper": FromPaperForm,
    "enter_signed": SignedForm,
    "send_to_legal": SendToLegalForm,
    "give_paraf": ParafForm,
    "give_letter_paraf": LetterParafForm,
    "give_coordination": ParafForm,
    "prepare_signing": SigningPlanForm,
    "sign": SigningForm,
    "sign_by_power": SigningForm,
    "upload_scan": ScanForm,
    "validate_scan": ValidationForm,
    "register": RegistrationForm,
    **ELECTRONIC_FORMS,
    **FOREIGN_FORMS,
    **ORIGINALS_FORMS,
    **POWER_FORMS,
    **RUNNING_FORMS,
}
