"""The forms of the acts on a naskah in force, and of what a draft abroad must say of grants and validity."""

from datetime import date
from typing import Any

from django import forms

from agreements import renewals
from agreements.models import Agreement
from agreements.routes import end_grounds
from agreements.running_lifecycle import NOT_A_GROUND
from agreements.stages import EndGround
from kerjasama.core.fields import DayField
from kerjasama.core.text import date_long
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm
from proposals.models import Proposal

FILE_HINT = "Pindaian surat dalam bentuk PDF, paling besar 10 MB."


def _words(label: str, hint: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}))


def _paper(label: str, *, required: bool = True) -> forms.FileField:
    return forms.FileField(label=label, required=required, widget=FileDrop(), help_text=FILE_HINT)


class NaskahChoice(forms.ModelChoiceField):
    """A naskah by its title and day."""

    def label_from_instance(self, obj: Agreement) -> str:
        return f"{obj.title}, ditandatangani {date_long(obj.signed_on)}"


class EndForm(ActForm):
    """Why and since when it ends, on which paper, and what becomes of rights, duties and goods."""

    date_label = "Berakhir sejak"
    too_early = "Tanggal ini mendahului awal berlakunya naskah."
    ground = forms.ChoiceField(
        label="Sebab berakhir", widget=OptionCards(), error_messages={"invalid_choice": NOT_A_GROUND},
        help_text="Pergantian pimpinan atau pejabat penerima kuasa bukan sebab berakhirnya kerja sama.",
    )  # fmt: skip
    replaced_by = NaskahChoice(
        label="Naskah yang menggantikannya", queryset=Agreement.objects.none(), required=False, empty_label="Pilih naskah baru"
    )  # fmt: skip
    number = forms.CharField(
        label="Nomor berita acara, keputusan, atau putusan", max_length=120, help_text="Dasar tertulis pengakhiran ini."
    )
    file = _paper("Dasar tertulis pengakhiran")
    settlement = _words(
        "Penyelesaian hak, kewajiban, dan aset",
        "Termasuk kegiatan yang masih berjalan dan laporan akhir; tulis “Tidak ada” bila tidak ada.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [ground for ground in end_grounds(self.subject.route_key) if ground != EndGround.TERM]
        self.fields["ground"].choices = [(str(ground), ground.label) for ground in known]
        if EndGround.REPLACED in known:
            self.fields["replaced_by"].queryset = self.subject.replacements()
        else:
            del self.fields["replaced_by"]
        self.order_fields(["ground", "replaced_by", "occurred_on", "number", "file", "settlement"])

    def earliest(self) -> date:
        return self.subject.starts_on

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        replaced = values.get("ground") == EndGround.REPLACED
        if replaced and not values.get("replaced_by"):
            self.add_error("replaced_by", "Pilih naskah baru yang menggantikannya (Permendagri 25/2020 Pasal 34).")
        if not replaced:
            values["replaced_by"] = None
        return values


class ExtensionForm(ActForm):
    """Why the cooperation shall go on."""

    reason_label = "Alasan perpanjangan"
    reason_hint = (
        "Kaitkan dengan kesimpulan evaluasi. Naskah perpanjangan ditandatangani sebelum kerja sama berakhir; pengingat diam selama perpanjangan "
        "dijalankan, dan berbunyi lagi bila terlambat atau tidak jadi."
    )


class LetEndForm(ActForm):
    """Why it shall end on its day."""

    reason_hint = (
        "Pengingat dihentikan. Keputusan ini dapat diganti dengan usulan perpanjangan selama kerja sama masih berlaku."
    )


class CaseChoice(forms.ModelChoiceField):
    """A case by its code and title."""

    def label_from_instance(self, obj: Proposal) -> str:
        return f"{obj.code}, {obj.title}"


class ReplacementForm(ActForm):
    """Which case takes its place."""

    reason_label = "Alasan penggantian"
    reason_hint = "Pengingat dihentikan selama usulan pengganti berjalan, dan berbunyi lagi bila usulan itu ditarik, ditolak, atau kedaluwarsa."
    successor = CaseChoice(label="Usulan pengganti", queryset=Proposal.objects.none(), empty_label="Pilih usulan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = self.subject.successors()
        self.fields["successor"].help_text = "Usulan yang masih berjalan dengan salah satu mitra yang sama."
        self.order_fields(["successor"])


class NoticeForm(ActForm):
    """The letter to the Menteri, with the consent of the partner."""

    date_label = "Tanggal surat pemberitahuan"
    number = forms.CharField(label="Nomor surat pemberitahuan", max_length=120)
    file = _paper("Pindaian surat pemberitahuan")
    consent = forms.CharField(
        label="Persetujuan mitra", max_length=250, help_text="Nomor dan tanggal surat persetujuan mitra (Permendagri 25/2020 Pasal 32 ayat (2))."
    )  # fmt: skip
    copied = forms.BooleanField(label="Tembusan disampaikan kepada DPRD, dan kepada Gubernur bagi kabupaten/kota")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["occurred_on"].help_text = f"Paling lambat {date_long(renewals.notice_by(self.subject))}."

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("copied")
        return values


class ExtendedForm(ActForm):
    """The paper by which both sides hold to the naskah longer, and the Surat Konfirmasi it rests on."""

    date_label = "Tanggal penandatanganan perpanjangan"
    new_end = DayField(label="Hari terakhir yang baru")
    number = forms.CharField(label="Nomor naskah perpanjangan", max_length=120)
    file = _paper("Pindaian naskah perpanjangan yang ditandatangani kedua pihak")
    confirmation_number = forms.CharField(
        label="Nomor Surat Konfirmasi", max_length=120,
        help_text="Surat Konfirmasi Menteri Luar Negeri atas perpanjangan, disampaikan oleh Menteri (PP 28/2018 Pasal 33).",
    )  # fmt: skip
    confirmed_on = DayField(label="Tanggal Surat Konfirmasi")
    confirmation = _paper("Pindaian Surat Konfirmasi")
    unchanged = forms.BooleanField(
        label="Isi naskah tidak berubah selain jangka waktunya",
        help_text="Perubahan lain menempuh naskah kerja sama baru: pilih “Ganti dengan kerja sama baru”.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = date_long(renewals.longest_end(self.subject))
        self.fields[
            "new_end"
        ].help_text = f"Paling lambat {last}: perpanjangan paling lama 5 tahun (Permendagri 25/2020 Pasal 32)."
        self.order_fields(["occurred_on", "new_end", "number", "file"])

    def clean_confirmed_on(self) -> date:
        return self.lawful(self.cleaned_data["confirmed_on"])

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("unchanged")
        return values


class ChangeForm(ActForm):
    """Which articles shall read otherwise."""

    reason_label = "Alasan perubahan"
    articles = _words("Pasal yang diubah", "Sebut bunyi lama dan bunyi baru setiap pasal.")
    burden_changes = forms.BooleanField(
        label="Perubahan ini menyangkut uang, pungutan, atau aset daerah", required=False,
        help_text="Keperluan persetujuan DPRD dinilai kembali.",
    )  # fmt: skip


class DisputeForm(ActForm):
    """What the parties disagree on."""

    date_label = "Tanggal perselisihan dicatat"
    summary = _words("Pokok perselisihan")
    number = forms.CharField(label="Nomor surat", required=False, max_length=120)
    file = _paper("Dokumen perselisihan", required=False)

    def earliest(self) -> date:
        return self.subject.starts_on


class EscalationForm(ActForm):
    """The letter that brings the dispute before the next step."""

    date_label = "Tanggal surat"
    number = forms.CharField(label="Nomor surat", max_length=120)
    file = _paper("Pindaian surat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dispute = self.subject.open_dispute
        onward = renewals.next_dispute_step(self.subject, dispute.step) if dispute else None
        self.fields["number"].help_text = f"Perselisihan diteruskan kepada: {onward.label}." if onward else ""

    def earliest(self) -> date:
        return self.subject.starts_on


class SettlementForm(EscalationForm):
    """How it ended."""

    date_label = "Tanggal penyelesaian"
    outcome = _words("Isi penyelesaian")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].label, self.fields["number"].help_text = "Nomor berita acara atau putusan", ""
        self.fields["file"].label = "Pindaian berita acara atau putusan"
        self.order_fields(["outcome", "occurred_on", "number", "file"])


class GrantForm(ActForm):
    """What was agreed with the Menteri on the goods."""

    date_label = "Tanggal surat atau risalah"
    number = forms.CharField(label="Nomor surat atau risalah", max_length=120)
    file = _paper("Pindaian surat atau risalah")
    summary = _words("Hasil koordinasi")


class ValidityForm(ActForm):
    """How long a letter of intent shall hold."""

    months = forms.IntegerField(
        label="Masa berlaku dalam bulan",
        min_value=1,
        max_value=12,
        help_text="Paling lama 12 bulan sejak ditandatangani.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["months"].initial = self.subject.term_months or 12


RUNNING_FORMS: dict[str, type[ActForm]] = {
    "end_early": EndForm,
    "propose_extension": ExtensionForm,
    "let_end": LetEndForm,
    "plan_replacement": ReplacementForm,
    "notify_extension": NoticeForm,
    "record_extension": ExtendedForm,
    "propose_change": ChangeForm,
    "record_dispute": DisputeForm,
    "escalate_dispute": EscalationForm,
    "settle_dispute": SettlementForm,
    "record_grant_coordination": GrantForm,
    "set_validity": ValidityForm,
}
