"""The form that completes or corrects an old naskah, and the filter of the list of what is still unknown."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import QueryDict

from agreements.models import OldFact, OldNaskah, RegisterEntry
from agreements.models.old import PARTY_FACTS
from agreements.old_finding import NAMED, likely_doubles
from agreements.services.old_lead import only_one
from agreements.stages import Instrument
from kerjasama.accounts.models import OrgUnit
from kerjasama.core.errors import BadInput
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import FileDrop
from kerjasama.workflow.statute import CooperationKind

#: Rows for parties that are not there yet, and the most that one naskah has.
SPARE, MOST = 2, 60
PARTY_LABELS = {"name": "Nama", "number": "Nomor", "signatory": "Penandatangan", "office": "Jabatan"}
WIDTHS = {"name": 500, "number": 250, "signatory": 250, "office": 250}
SIDES = (("", "Pihak lain"), ("ours", "Pihak kita"))


class OldForm(BaseForm):
    """The facts of an old naskah. Whatever nobody knows stays empty."""

    template_name = "agreements/forms/old.html"

    title = forms.CharField(label="Judul", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(
        label="Jenis kerja sama", required=False, choices=[("", "Tidak diketahui"), *CooperationKind.choices]
    )
    instrument = forms.ChoiceField(
        label="Bentuk naskah", required=False, choices=[("", "Tidak diketahui"), *Instrument.choices]
    )
    unit = forms.ModelChoiceField(
        label="Perangkat daerah",
        required=False,
        queryset=OrgUnit.objects.order_by("name"),
        empty_label="Tidak diketahui",
    )
    signed_on = DayField(label="Tanggal tanda tangan", required=False)
    starts_on = DayField(label="Mulai berlaku", required=False)
    ends_on = DayField(label="Berakhir", required=False)
    open_ended = forms.BooleanField(label="Tanpa tanggal akhir, menurut naskahnya", required=False)
    stopped = forms.BooleanField(label="Dihentikan sebelum waktunya", required=False)
    ended_on = DayField(label="Dihentikan pada", required=False)
    loose_numbers = forms.CharField(
        label="Nomor yang belum diketahui milik siapa", required=False, max_length=2000, help_text="Satu nomor pada setiap baris.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    link = forms.CharField(label="Tautan atau letak arsip", required=False, max_length=500)
    remarks = forms.CharField(label="Keterangan", required=False, max_length=4000, widget=forms.Textarea)
    parent = forms.CharField(
        label="Naskah induk", required=False, max_length=250,
        help_text="Nomor naskah di atasnya seperti tertulis pada naskah itu, atau kode NL-nya. Kosongkan bila tidak diketahui.",
    )  # fmt: skip
    stands_alone = forms.BooleanField(
        label="Tidak mempunyai naskah induk dalam register; sudah diperiksa", required=False
    )
    is_other = forms.BooleanField(label="Ini naskah lain; tetap simpan", required=False)
    doubts_seen = forms.BooleanField(label="Keterangan yang meragukan sudah diperiksa pada naskahnya", required=False)
    reason = forms.CharField(
        label="Dari mana diketahui", max_length=400, help_text="Misalnya: naskah asli di arsip Bagian Hukum, map 12."
    )
    expect = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, old: OldNaskah, data: QueryDict | None = None) -> None:
        self.old = old
        self.count = min(MOST, _rows_posted(data) if data is not None else len(old.parties) + SPARE)
        super().__init__(data, initial=_initial(old))
        #: Naskah of the register that this may be a double of: asked about before a fresh one is kept.
        self.doubles: list[RegisterEntry] = []
        if not old.doubts:
            del self.fields["doubts_seen"]
        if told := old.told.get("PARENT"):
            self.fields["parent"].help_text += f" Tertulis “{told}”."
        for n in range(self.count):
            party = old.parties[n] if n < len(old.parties) else {}
            for name in PARTY_FACTS:
                self.fields[f"party_{n}_{name}"] = forms.CharField(
                    label=PARTY_LABELS[name], required=False, max_length=WIDTHS[name], initial=party.get(name, "")
                )
            self.fields[f"party_{n}_side"] = forms.ChoiceField(
                label="Sebagai", required=False, choices=SIDES, initial="ours" if party.get("ours") else ""
            )

    @property
    def party_rows(self) -> Iterator[dict[str, Any]]:
        """The fields of each party, for the template."""
        for n in range(self.count):
            yield {"n": n + 1, "fields": [self[f"party_{n}_{name}"] for name in (*PARTY_FACTS, "side")]}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for n in range(self.count):
            told = [values.get(f"party_{n}_{name}", "") for name in PARTY_FACTS]
            if any(told) and not told[0]:
                self.add_error(f"party_{n}_name", "Isi nama pihak ini, atau kosongkan seluruh barisnya.")
        self._find_parent(values)
        return values

    def _find_parent(self, values: dict[str, Any]) -> None:
        """Which naskah the typed number or code names; an untouched one stays what it is."""
        written = values.get("parent", "").strip()
        self.above: dict[str, Any] = {"parent_id": self.old.parent_id, "parent_old_id": self.old.parent_old_id}
        if written and values.get("stands_alone"):
            self.add_error("stands_alone", "Kosongkan naskah induknya, atau hilangkan tanda ini.")
        if written == parent_words(self.old):
            return
        self.above = {"parent_id": None, "parent_old_id": None}
        if written:
            try:
                entry = only_one(written, "parent")
            except BadInput as refusal:
                self.add_error("parent", refusal.errors["parent"])
                return
            if self.old.pk and entry.old_id == self.old.pk:
                self.add_error("parent", "Naskah tidak berdiri di bawah dirinya sendiri.")
                return
            self.above = {"parent_id": entry.agreement_id, "parent_old_id": entry.old_id}

    def may_be_kept(self, facts: dict[str, Any]) -> bool:
        """Whether a fresh one is no likely double, or somebody has said that it is another naskah."""
        if self.old.pk or self.cleaned_data.get("is_other"):
            return True
        kept = {name: value for name, value in facts.items() if name not in {"unit"}}
        self.doubles = likely_doubles(OldNaskah(**kept))[:NAMED]
        return not self.doubles

    def facts(self) -> dict[str, Any]:
        """The facts as `services.old.write` takes them."""
        values = self.cleaned_data
        names = (
            "title", "kind", "instrument", "unit", "signed_on", "starts_on", "ends_on", "open_ended", "stopped", "ended_on", "link", "remarks",
        )  # fmt: skip
        facts = {**{name: values[name] for name in names}, **self.above, "stands_alone": values["stands_alone"]}
        facts["title"] = " ".join(facts["title"].split())
        facts["loose_numbers"] = [
            " ".join(line.split()) for line in values["loose_numbers"].splitlines() if line.strip()
        ]
        facts["parties"] = [party for n in range(self.count) if (party := self._party(n))["name"]]
        days = {fact: facts[field] for fact, field in DAYS.items()}
        facts["hints"] = {code: hint for code, hint in self.old.hints.items() if not days.get(code)}
        if values.get("doubts_seen"):
            facts["doubts"] = []
        return facts

    def _party(self, n: int) -> dict[str, Any]:
        values = self.cleaned_data
        told = {name: " ".join(values.get(f"party_{n}_{name}", "").split()) for name in PARTY_FACTS}
        return {**told, "ours": values.get(f"party_{n}_side") == "ours"}


DAYS = {"SIGNED_ON": "signed_on", "STARTS_ON": "starts_on", "ENDS_ON": "ends_on"}


def _initial(old: OldNaskah) -> dict[str, Any]:
    names = (
        "title", "kind", "instrument", "unit", "signed_on", "starts_on", "ends_on", "open_ended", "stopped", "ended_on", "link", "remarks",
    )  # fmt: skip
    given = {name: getattr(old, name) for name in names}
    return {
        **given, "stands_alone": old.stands_alone, "parent": parent_words(old), "loose_numbers": "\n".join(old.loose_numbers),
        "expect": old.edition if old.pk else 0,
    }  # fmt: skip


def parent_words(old: OldNaskah) -> str:
    """Its parent as the form shows it: the code of an old one, the number of one signed here; "" for none."""
    if old.parent_old_id:
        return f"NL-{old.parent_old_id}"
    if old.parent_id:
        numbers = (party.number for party in old.parent.parties.order_by("order") if party.number)
        return next(numbers, old.parent.case_code)
    return ""


def _rows_posted(data: QueryDict) -> int:
    return sum(1 for name in data if name.startswith("party_") and name.endswith("_name"))


class ScanForm(BaseForm):
    """A scan of an old naskah."""

    title = forms.CharField(label="Judul dokumen", max_length=200, initial="Pindaian naskah")
    scan = forms.FileField(label="Pindaian (PDF)", widget=FileDrop(accept=".pdf"))


class UnknownFilter(BaseForm):
    """What the list of unknown facts can be narrowed by."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, pihak, nomor"}),
    )  # fmt: skip
    fakta = forms.ChoiceField(label="Yang belum diketahui", required=False, choices=[("", "Apa pun"), *OldFact.choices])
    unit = forms.ModelChoiceField(
        label="Perangkat daerah", required=False, queryset=OrgUnit.objects.order_by("name"), empty_label="Semua"
    )
    ragu = forms.ChoiceField(
        label="Keterangan",
        required=False,
        choices=[("", "Semua"), ("ya", "Ada yang meragukan"), ("tidak", "Tidak ada")],
    )
    urut = forms.ChoiceField(
        label="Urutkan", required=False,
        choices=[("", "Terbaru masuk"), ("lama", "Terlama masuk"), ("judul", "Judul"), ("kurang", "Paling banyak yang kurang")],
    )  # fmt: skip
    impor = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
