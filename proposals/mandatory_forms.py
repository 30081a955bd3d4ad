"""The forms of mandatory cooperation: coordination, secretariat, steps towards a take-over."""

from typing import Any

from django import forms

from kerjasama.core import parameters
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.parties import borders
from kerjasama.workflow.forms import ActForm
from proposals.dprd_forms import FILE_HINT
from proposals.guards.mandatory import all_parties
from proposals.models.mandatory import CoordinationLevel, Oversight


class CoordinationForm(ActForm):
    """The minutes of the technical coordination."""

    date_label = "Tanggal koordinasi teknis"
    level = forms.ChoiceField(
        label="Tingkat koordinasi", choices=CoordinationLevel.choices,
        widget=OptionCards(
            two=True,
            consequences={
                "PROVINCE": "Semua pihak kabupaten/kota dalam satu provinsi.",
                "NATIONAL": "Pihak lainnya, juga provinsi dengan kabupaten/kota di wilayahnya.",
            },
        ),
    )  # fmt: skip
    number = forms.CharField(label="Nomor berita acara", max_length=120)
    place = forms.CharField(label="Tempat", max_length=160)
    convened_by = forms.CharField(
        label="Penyelenggara", max_length=160, help_text="Misalnya Gubernur sebagai wakil Pemerintah Pusat."
    )
    agreed_objects = forms.CharField(
        label="Objek yang disepakati", max_length=8000, widget=forms.Textarea(attrs={"rows": 3}), help_text="Satu objek per baris."
    )  # fmt: skip
    file = forms.FileField(label="Pindaian berita acara", widget=FileDrop(), help_text=FILE_HINT)
    agreed = forms.BooleanField(label="Berita acara disepakati oleh kepala daerah semua pihak")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(
            ["level", "occurred_on", "number", "place", "convened_by", "agreed_objects", "file", "agreed"]
        )
        one = borders.of_one_province(all_parties(self.subject))
        self.wanted = {True: "PROVINCE", False: "NATIONAL", None: ""}[one]
        self.fields["level"].initial = self.wanted or None

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("agreed")
        return {**values, "wanted_level": self.wanted}


class SecretariatForm(ActForm):
    """The joint decree, and the three conditions of PP 28/2018 art. 7(2)."""

    date_label = "Tanggal keputusan bersama"
    decree_number = forms.CharField(label="Nomor keputusan bersama", max_length=120)
    seat = forms.CharField(label="Kedudukan sekretariat", max_length=160)
    continuous = forms.BooleanField(label="Kerja sama dilaksanakan terus-menerus", required=False)
    objects_count = forms.IntegerField(label="Jumlah objek kerja sama", min_value=1, max_value=99)
    term_years = forms.IntegerField(label="Jangka waktu dalam tahun", min_value=1, max_value=50)
    file = forms.FileField(label="Salinan keputusan bersama", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regions = len(all_parties(self.subject))
        self.fields["term_years"].initial = self.subject.term_years
        self.fields[
            "objects_count"
        ].help_text = (
            f"Para pihak: {self.regions} daerah. Kompleks berarti lebih dari dua daerah atau lebih dari dua objek."
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("continuous"):
            self.add_error(
                "continuous",
                "Sekretariat hanya dibentuk bila kerja samanya terus-menerus (PP 28/2018 Pasal 7 ayat (2)).",
            )
        if self.regions <= 2 and (values.get("objects_count") or 0) <= 2:
            self.add_error(
                "objects_count",
                "Sekretariat hanya dibentuk bila kerja samanya kompleks: lebih dari dua daerah atau lebih dari dua objek (PP 28/2018 Pasal 7 ayat (2)).",
            )
        if (values.get("term_years") or 0) < 5:
            self.add_error(
                "term_years",
                "Sekretariat hanya dibentuk bila jangka waktunya paling singkat lima tahun (PP 28/2018 Pasal 7 ayat (2)).",
            )
        return values

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "regions": self.regions}


class OversightForm(ActForm):
    """A letter of guidance or evaluation."""

    date_label = "Tanggal surat"
    number = forms.CharField(label="Nomor surat", max_length=120)
    authority = forms.ChoiceField(
        label="Dilakukan oleh", choices=Oversight.Authority.choices, widget=OptionCards(two=True)
    )
    summary = forms.CharField(label="Pokok isi", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    file = forms.FileField(label="Pindaian surat", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].initial = takeover_authority(self.subject)


class TakeoverForm(OversightForm):
    """Who takes over follows from the pair of regions and the parameter `takeover_rule`."""

    minister_number = forms.CharField(
        label="Nomor persetujuan Menteri", max_length=120, required=False,
        help_text="Wajib bila yang mengambil alih adalah Gubernur (PP 28/2018 Pasal 11 ayat (2)).",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        wanted = takeover_authority(self.subject)
        if values.get("authority") and values["authority"] != wanted:
            who = Oversight.Authority(wanted).label
            self.add_error(
                "authority", f"Menurut pasangan daerah dan kebijakan yang berlaku, yang mengambil alih adalah {who}."
            )
        if values.get("authority") == "GOVERNOR" and not values.get("minister_number", "").strip():
            self.add_error("minister_number", "Isi nomor persetujuan Menteri.")
        return values


def takeover_authority(proposal: Any) -> str:
    """Who takes a mandatory cooperation over (UU 23/2014 art. 364(3)-(4), or PP 28/2018 art. 10 by parameter)."""
    parties = all_parties(proposal)
    if borders.of_one_province(parties):
        return Oversight.Authority.GOVERNOR
    levels = {region.level for region in map(borders.region_of, parties) if region}
    by_pp28 = parameters.value("takeover_rule") == "pp28" and "PROVINCE" not in levels
    return Oversight.Authority.GOVERNOR if by_pp28 else Oversight.Authority.CENTRE


MANDATORY_FORMS: dict[str, type[ActForm]] = {
    "record_coordination": CoordinationForm,
    "form_secretariat": SecretariatForm,
    "record_guidance": OversightForm,
    "record_obstacles": OversightForm,
    "record_takeover": TakeoverForm,
}
