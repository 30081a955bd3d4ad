"""The forms of the acts around the DPRD: facts, receipt, decision, follow-up of its notes."""

from typing import Any

from django import forms

from kerjasama.core import clock, parameters
from kerjasama.core.fields import DayField
from kerjasama.core.templatetags.ui import ukuran
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents.models import HeldUpload
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.sentences import lower_first
from proposals.consultation_forms import OpenItemForm
from proposals.routes.traits import Trait
from proposals.stages import Stage

FILE_HINT = "Pindaian surat dalam bentuk PDF, paling besar 10 MB."


class BudgetFactsForm(ActForm):
    """The three facts, as they are now."""

    reason_label = "Apa yang berubah"
    burdens_community = forms.TypedChoiceField(
        label="Membebani masyarakat",
        choices=[("True", "Ya"), ("False", "Tidak")],
        coerce=lambda v: v == "True",
        widget=OptionCards(two=True),
    )
    burdens_region = forms.TypedChoiceField(
        label="Membebani daerah",
        choices=[("True", "Ya"), ("False", "Tidak")],
        coerce=lambda v: v == "True",
        widget=OptionCards(two=True),
    )
    unbudgeted = forms.TypedChoiceField(
        label="Ada pendanaan APBD yang belum teranggarkan pada tahun berjalan",
        choices=[("True", "Ya"), ("False", "Tidak")],
        coerce=lambda v: v == "True",
        widget=OptionCards(two=True),
    )
    budget_reference = forms.CharField(label="Rujukan APBD/DPA", required=False, max_length=250)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("burdens_community", "burdens_region", "unbudgeted"):
            self.fields[name].initial = str(getattr(self.subject, name))
        self.fields["budget_reference"].initial = self.subject.budget_reference


class ReceiptForm(ActForm):
    """The proof of receipt: it starts the clock."""

    date_label = "Tanggal diterima Sekretariat DPRD"
    proof = forms.CharField(
        label="Nomor agenda penerimaan",
        max_length=120,
        help_text="Seperti tercatat dalam buku agenda Sekretariat DPRD.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["occurred_on", "proof"])


class OfReceivedRequest(ActForm):
    """What can only happen after the DPRD has received the request."""

    too_early = "Tanggal ini tidak boleh sebelum tanggal penerimaan permohonan."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clearance = reviews.current_clearance(self.subject)

    def earliest(self) -> Any:
        """Not before the day of receipt."""
        received = self.clearance.received_on if self.clearance else None
        return received or super().earliest()


class CommitteeForm(OfReceivedRequest):
    """Which komisi discusses the request."""

    date_label = "Tanggal diteruskan"
    committee = forms.CharField(
        label="Komisi", max_length=100, help_text="Seperti disebut dalam tata tertib DPRD, misalnya Komisi C."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["committee", "occurred_on"])
        if self.clearance is not None:
            self.fields["committee"].initial = self.clearance.committee


class CommitteeMeetingForm(OfReceivedRequest):
    """A meeting of the komisi, once it was held."""

    date_label = "Tanggal rapat komisi"
    place = forms.CharField(label="Tempat", max_length=160)
    present = forms.IntegerField(
        label="Jumlah yang hadir", min_value=1, max_value=999, widget=forms.NumberInput(attrs={"class": "w-s"})
    )
    summary = forms.CharField(
        label="Pokok pembahasan", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
    )
    file = forms.FileField(label="Risalah rapat", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["occurred_on", "place", "present", "summary", "file"])


class DeemedForm(ActForm):
    """The memo of the Kabag, without which silence means nothing."""

    reason_label = "Nota Kepala Bagian Kerja Sama"
    reason_hint = "Tegaskan tanggal terima, hari terakhir, dan bahwa sampai hari ini tidak ada jawaban DPRD."


class DprdDecisionForm(OfReceivedRequest):
    """The decision of the DPRD, as its Sekretariat records it."""

    asked_later = ("notes", "why", "session_on")
    date_label = "Tanggal keputusan atau surat DPRD"
    too_early = "Tanggal keputusan tidak boleh sebelum tanggal penerimaan permohonan."
    decision = forms.ChoiceField(
        label="Keputusan",
        choices=[
            ("APPROVED", "Setujui"),
            ("APPROVED_WITH_NOTES", "Setujui dengan catatan"),
            ("RETURNED", "Minta perbaikan rencana"),
            ("REJECTED", "Tolak"),
        ],
        widget=OptionCards(),
    )
    notes = forms.CharField(
        label="Catatan DPRD", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Tulis satu catatan per baris agar mudah ditindaklanjuti. Wajib bila menyetujui dengan catatan.",
    )  # fmt: skip
    why = forms.CharField(
        label="Alasan", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila menolak atau meminta perbaikan.",
    )  # fmt: skip
    session_on = DayField(
        label="Tanggal rapat paripurna", required=False,
        help_text="Hari DPRD mengambil keputusan, misalnya 23-11-2026. Wajib bila menyetujui atau menolak.",
    )  # fmt: skip
    number = forms.CharField(label="Nomor keputusan atau surat DPRD", max_length=100)
    file = forms.FileField(label="Salinan keputusan atau surat DPRD", widget=FileDrop(), help_text=FILE_HINT)
    confirmed = forms.BooleanField(label="Isi keputusan sesuai dengan hasil rapat DPRD")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["decision", "notes", "why", "session_on", "number", "occurred_on", "file", "confirmed"])
        if self.subject.stage == Stage.DPRD_PENDING:
            self.fields["decision"].widget.consequences = self.consequences()
        self.fields["occurred_on"].help_text = "Seperti tertulis pada keputusan atau suratnya. Contoh: 23-11-2026"

    def consequences(self) -> dict[str, str]:
        """What each decision leads to, by the route of the case and the parameters in force."""
        onward = self.subject.route.after(self.subject.stage, past_gate=True)
        then = f"Usulan lanjut ke tahap {lower_first(Stage(onward).label)}"
        late = (
            self.clearance is not None and self.clearance.due_on is not None and clock.today() > self.clearance.due_on
        )
        may_stop = Trait.DPRD_ALWAYS not in self.subject.route.traits
        stops = may_stop and parameters.value("dprd_repair_stops_clock") and not late
        clocks = "Hitungan hari berhenti sampai diajukan lagi." if stops else "Hitungan hari tetap berjalan."
        return {
            "APPROVED": f"{then}.",
            "APPROVED_WITH_NOTES": f"{then}. Catatan ditindaklanjuti sebelum penandatanganan.",
            "RETURNED": f"Kembali ke Bagian Kerja Sama untuk diperbaiki dan diajukan lagi. {clocks}",
            "REJECTED": "Usulan tertahan. Rencana yang diubah dapat diajukan sebagai permohonan baru.",
        }

    def hold(self, file: HeldUpload) -> None:
        """The paper has come with an earlier sending of this form and is kept: another is not needed."""
        field = self.fields["file"]
        field.required = False
        field.widget.is_required = False
        field.help_text = (
            f"{file.original_name} ({ukuran(file.size)}) sudah terunggah. Pilih berkas lain hanya untuk menggantinya."
        )

    def clean_session_on(self) -> Any:
        day = self.cleaned_data["session_on"]
        if day is not None and day > clock.today():
            raise forms.ValidationError("Tanggal rapat paripurna tidak boleh sesudah hari ini.")
        if day is not None and day < self.earliest():
            raise forms.ValidationError("Rapat paripurna tidak boleh sebelum tanggal penerimaan permohonan.")
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        decision = values.get("decision")
        self._check_session(decision, values)
        if decision == "APPROVED_WITH_NOTES" and not values.get("notes", "").strip():
            self.add_error("notes", "Tulis sedikitnya satu catatan.")
        if decision in {"APPROVED", "REJECTED"} and values.get("notes", "").strip():
            self.add_error("notes", "Catatan hanya menyertai persetujuan dengan catatan atau permintaan perbaikan.")
        if decision in {"RETURNED", "REJECTED"} and not values.get("why", "").strip():
            self.add_error("why", "Tulis alasan DPRD.")
        return values

    def _check_session(self, decision: str | None, values: dict[str, Any]) -> None:
        """A decision is taken in a paripurna, before or on the day it is written; a request for repair is a letter."""
        if "session_on" not in values:
            return
        day, written = values["session_on"], values.get("occurred_on")
        if day is None and decision in {"APPROVED", "APPROVED_WITH_NOTES", "REJECTED"}:
            self.add_error("session_on", "Isi tanggal rapat paripurna yang mengambil keputusan.")
        elif day is not None and written is not None and day > written:
            self.add_error("session_on", "Rapat paripurna tidak boleh sesudah tanggal keputusan.")

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("confirmed")
        values["notes"] = [line.strip() for line in values["notes"].splitlines() if line.strip()]
        values["reason"] = values.pop("why", "")
        return values


class NoteForm(OpenItemForm):
    point_label = "Catatan DPRD yang ditindaklanjuti"
    date_label = "Tanggal ditindaklanjuti"

    def open_rows(self) -> Any:
        return reviews.open_notes(self.subject)
