"""The steps of an online request, in plain words."""

from typing import Any

from django import forms

from kerjasama.accounts.models import Government
from kerjasama.core.human import HumanForm
from kerjasama.core.levels import RegionLevel
from kerjasama.core.widgets import OptionCards
from kerjasama.counter.stages import CLASSES_OF, Applicant
from kerjasama.parties.classes import STANDINGS, LegalClass
from kerjasama.parties.models import PHONE, Region
from kerjasama.parties.selectors import eligible_regions
from proposals.models import Affair

CENTRAL, FOREIGN = "CENTRAL", "FOREIGN"
OTHER_WAY = {
    CENTRAL: (
        "Kementerian, lembaga, instansi vertikal, TNI, Polri, dan perguruan tinggi negeri bekerja sama dengan daerah melalui Sinergi, bukan melalui "
        "halaman ini. Sampaikan surat resmi kepada Kepala Daerah (PP 28/2018 Pasal 46)."
    ),
    FOREIGN: (
        "Pihak luar negeri mempunyai jalurnya sendiri. Lembaga di luar negeri menyampaikan prakarsanya hanya melalui Menteri Dalam Negeri dan/atau "
        "Menteri Luar Negeri (PP 28/2018 Pasal 28); pemerintah daerah di luar negeri bersurat kepada Kepala Daerah."
    ),
}  # fmt: skip


def _long(label: str, help_text: str, *, rows: int = 4, most: int = 4000) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, widget=forms.Textarea(attrs={"rows": rows})
    )


class WhoForm(HumanForm):
    """Step 1: who asks. Those who have another way are told it here."""

    min_seconds = 3
    applicant = forms.ChoiceField(
        label="Siapa yang mengajukan?",
        choices=[
            (Applicant.REGION, "Pemerintah provinsi, kabupaten, atau kota"),
            (Applicant.COMPANY, "Badan usaha"),
            (Applicant.SOCIETY, "Organisasi kemasyarakatan"),
            (Applicant.PERSON, "Perseorangan"),
            (CENTRAL, "Kementerian, lembaga, TNI, Polri, atau perguruan tinggi negeri"),
            (FOREIGN, "Pihak dari luar negeri"),
        ],
        widget=OptionCards(
            consequences={
                "REGION": "Daerah lain di Indonesia.",
                "COMPANY": "Berbadan hukum: PT (termasuk PMA), koperasi, BUMN, atau BUMD.",
                "SOCIETY": "Yayasan, perkumpulan, atau organisasi lain, berbadan hukum ataupun tidak.",
                "PERSON": "Warga yang bertindak atas nama sendiri.",
                "CENTRAL": "Jalurnya Sinergi, dengan surat resmi.",
                "FOREIGN": "Jalurnya melalui pemerintah pusat.",
            }
        ),
    )

    def clean_applicant(self) -> str:
        chosen = self.cleaned_data["applicant"]
        if chosen in OTHER_WAY:
            raise forms.ValidationError(OTHER_WAY[chosen])
        return chosen


class IdentityForm(HumanForm):
    """Step 2: the applicant's own data; what is asked follows from step 1."""

    def __init__(self, *args: Any, applicant: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.applicant = applicant
        build = {Applicant.REGION: self._region, Applicant.PERSON: self._person}.get(applicant, self._body)
        self.fields = {**build(), **self.fields}
        self.word_fields()

    @staticmethod
    def _address() -> forms.CharField:
        return forms.CharField(label="Alamat", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def _region(self) -> dict[str, forms.Field]:
        region = forms.ChoiceField(
            label="Daerah pemohon", choices=_regions, help_text="Kabupaten dan kota administrasi di Jakarta bukan daerah otonom dan tidak ada dalam daftar."
        )  # fmt: skip
        head = forms.CharField(label="Nama kepala daerah", max_length=150)
        return {"region": region, "head_name": head, "address": self._address()}

    def _person(self) -> dict[str, forms.Field]:
        name = forms.CharField(
            label="Nama lengkap", max_length=150, help_text="Sesuai kartu identitas. Nomornya tidak perlu ditulis."
        )
        return {"name": name, "address": self._address()}

    def _body(self) -> dict[str, forms.Field]:
        choices = [("", "Pilih bentuknya"), *((one.value, one.label) for one in CLASSES_OF[self.applicant])]
        society = self.applicant == Applicant.SOCIETY
        return {
            "legal_class": forms.ChoiceField(label="Bentuk organisasi" if society else "Bentuk badan usaha", choices=choices),
            "name": forms.CharField(label="Nama organisasi" if society else "Nama badan usaha", max_length=200),
            "address": self._address(),
            "head_name": forms.CharField(label="Nama pimpinan", max_length=150),
            "head_title": forms.CharField(label="Jabatan pimpinan", max_length=100, help_text="Misalnya Direktur Utama atau Ketua."),
        }  # fmt: skip

    def clean_legal_class(self) -> str:
        chosen = self.cleaned_data["legal_class"]
        standing = STANDINGS[chosen]
        if standing.refused:
            raise forms.ValidationError(f"{standing.why} ({standing.basis})")
        return chosen

    def clean_region(self) -> Region:
        return eligible_regions().get(pk=self.cleaned_data["region"])

    def identity(self) -> dict[str, Any]:
        """The values of a filing that this step gives."""
        values, region = self.cleaned_data, self.cleaned_data.get("region")
        named = {
            Applicant.REGION: lambda: {"name": f"Pemerintah {region.full_name}", "head_name": values["head_name"], "head_title": region.head_title},
            Applicant.PERSON: lambda: {"name": values["name"], "head_name": values["name"], "head_title": ""},
        }  # fmt: skip
        own = named.get(self.applicant, lambda: {n: values[n] for n in ("name", "head_name", "head_title")})()
        legal = values.get("legal_class") or LegalClass(self.applicant)
        return {
            "applicant": self.applicant,
            "region": region,
            "legal_class": legal,
            "address": values["address"],
            **own,
        }


class ObjectForm(HumanForm):
    """Step 3: what is proposed."""

    title = forms.CharField(
        label="Judul kerja sama", min_length=8, max_length=250, help_text="Sebut objeknya, misalnya Pengolahan Sampah Pasar Menjadi Kompos."
    )  # fmt: skip
    affair = forms.ModelChoiceField(
        label="Urusan pemerintahan", queryset=Affair.objects.all(), required=False, empty_label="Belum tahu",
        help_text="Pilih yang paling dekat. Bila ragu, biarkan: kami yang menentukan (UU 23/2014 Pasal 12).",
    )  # fmt: skip
    aims = _long("Maksud dan tujuan", "Masalah yang hendak diatasi dan hasil yang diharapkan.")
    scope = _long("Ruang lingkup", "Kegiatan yang dikerjakan bersama. Satu kegiatan per baris.")
    location = forms.CharField(label="Lokasi", max_length=500, help_text="Desa, kecamatan, atau wilayah pelaksanaan.")
    term_text = forms.CharField(
        label="Jangka waktu", max_length=250, help_text="Misalnya 3 (tiga) tahun sejak ditandatangani."
    )
    financing = _long("Pembiayaan", "Siapa membiayai apa, dan dari sumber mana.", rows=3)
    benefits = _long("Manfaat", "Bagi masyarakat, bagi daerah, dan bagi Anda.", rows=3)


class ContactForm(HumanForm):
    """Step 4: two people who can be asked; the first one's e-mail must be confirmed."""

    template_name = "counter/forms/contacts.html"

    def __init__(self, *args: Any, fixed_email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fixed_email = fixed_email
        own: dict[str, forms.Field] = {}
        for n, word in ((1, "pertama"), (2, "kedua")):
            own[f"name_{n}"] = forms.CharField(label=f"Nama narahubung {word}", max_length=150)
            own[f"position_{n}"] = forms.CharField(label=f"Jabatan narahubung {word}", max_length=150)
            own[f"email_{n}"] = forms.EmailField(label=f"Surel narahubung {word}", max_length=254)
            own[f"phone_{n}"] = forms.CharField(
                label=f"Telepon narahubung {word}", max_length=30, min_length=6, validators=[PHONE]
            )
        own["email_1"].help_text = "Tautan konfirmasi, nomor pelacakan, dan pemberitahuan dikirim ke alamat ini."
        if fixed_email:
            own["email_1"].initial, own["email_1"].disabled = fixed_email, True
            own["email_1"].help_text = "Alamat surel akun Anda."
        self.fields = {**own, **self.fields}
        self.word_fields()

    @property
    def pairs(self) -> list[dict[str, Any]]:
        """Each contact with its fields."""
        parts = ("name", "position", "email", "phone")
        heads = {1: "Narahubung pertama", 2: "Narahubung kedua"}
        return [{"heading": head, "fields": [self[f"{part}_{n}"] for part in parts]} for n, head in heads.items()]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.fixed_email:
            values["email_1"] = self.fixed_email
        first, second = values.get("email_1", ""), values.get("email_2", "")
        if first and first.lower() == second.lower():
            self.add_error("email_2", "Isi alamat surel yang berbeda dari narahubung pertama.")
        return values


class SendForm(HumanForm):
    """Step 6: the declaration with which a request is sent."""

    declared = forms.BooleanField(
        label="Saya berwenang mengajukan permohonan ini, dan keterangan serta berkasnya benar.",
    )
    consent = forms.BooleanField(
        label="Saya menyetujui data narahubung dipakai untuk memproses permohonan ini (UU 27/2022).",
    )


def _regions() -> list[tuple[str, list[tuple[str, str]]]]:
    """All regions that may ask, under their province."""
    by_province: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for region in eligible_regions().order_by("name"):
        home = region.pk if region.level == RegionLevel.PROVINCE else region.province_id
        if region.level == RegionLevel.PROVINCE:
            names[region.pk] = region.name
            by_province.setdefault(home, []).insert(0, (region.pk, region.full_name))
        else:
            by_province.setdefault(home, []).append((region.pk, region.full_name))
    own = Government.current().name
    groups = [(names.get(key, own), members) for key, members in by_province.items()]
    return [("", [("", "Pilih daerah")]), *sorted(groups)]
