"""The forms of electronic signing, and what it is worth in law, in the words that people read."""

from typing import Any

from django import forms

from agreements import selectors
from agreements.stages import Stage
from kerjasama.core.widgets import FileDrop
from kerjasama.documents.signing.port import SecretOnce
from kerjasama.workflow.forms import ActForm

RISK = (
    "Tanpa sertifikat PSrE Indonesia tanda tangan ini tetap tanda tangan elektronik, tetapi kekuatan pembuktiannya lebih rendah dan dapat "
    "dibantah (PP 71/2019 Pasal 42, 59, 60, dan 63). Meterai elektronik dibubuhkan di luar sistem ini."
)
CERTIFIED_RISK = "Meterai elektronik dibubuhkan di luar sistem ini."
STAMPS_OUTSIDE = (
    "Stempel tidak dipakai pada naskah elektronik. Meterai elektronik yang terutang (UU 10/2020) diurus di luar sistem ini; membubuhkannya "
    "sesudah penandatanganan mengubah berkas."
)


class ElectronicForm(ActForm):
    """The signer agrees to the exact text, shows who he is, and opens his key."""

    read = forms.BooleanField(
        label="Saya telah membaca dan memahami naskah ini, dan menyetujui isinya dengan tanda tangan elektronik saya",
        error_messages={"required": "Nyatakan persetujuan Anda atas naskah ini (PP 71/2019 Pasal 62)."},
    )
    proof = forms.CharField(max_length=128, widget=forms.PasswordInput)
    passphrase = forms.CharField(
        label="Frasa sandi tanda tangan", max_length=200, strip=False,
        help_text="Hanya Anda yang mengetahuinya. Tidak disimpan dan tidak dapat dipulihkan oleh administrator.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}),
    )  # fmt: skip

    def ask(self, *, paired: bool, nik: bool) -> None:
        """What is asked of this person: the code of the app or the PIN of paraf, and the NIK where the service wants it."""
        proof = self.fields["proof"]
        proof.label = "Kode autentikator (enam angka)" if paired else "PIN paraf (enam angka)"
        proof.help_text = "Faktor kedua, di samping frasa sandi (PP 71/2019 Pasal 64)."
        proof.widget.attrs.update({"autocomplete": "one-time-code" if paired else "off", "inputmode": "numeric"})
        if nik:
            self.fields["nik"] = forms.CharField(
                label="NIK", min_length=16, max_length=16, help_text="Diminta layanan BSrE setiap kali; tidak disimpan.",
                widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
            )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("read")
        values |= {name: SecretOnce(values[name]) for name in ("passphrase", "proof")}
        return values


class PartnerFileForm(ActForm):
    """The file that another party has signed in its own system."""

    date_label = "Tanggal mitra menandatangani"
    party = forms.ChoiceField(label="Ditandatangani oleh")
    file = forms.FileField(
        label="Berkas bertanda tangan mitra", widget=FileDrop(),
        help_text="PDF yang sama dengan berkas kita, dengan tanda tangan mitra di dalamnya. Berkas yang dicetak ulang, dipindai, atau dikompres "
        "tidak dapat diterima.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waited = selectors.may_send_signed(self.subject)
        self.fields["party"].choices = [(party.order, party.name) for party in waited]
        if self.subject.stage == Stage.SCANNING:
            self.fields["occurred_on"].initial = self.subject.signed_on

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "party": int(self.cleaned_data["party"])}

    def earliest(self) -> Any:
        """Not before we have signed."""
        return self.subject.parties.get(partner__isnull=True).signed_on


ELECTRONIC_FORMS: dict[str, type[ActForm]] = {
    "sign_electronically": ElectronicForm,
    "receive_signed": PartnerFileForm,
    "receive_again": PartnerFileForm,
}
