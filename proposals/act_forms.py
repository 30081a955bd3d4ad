"""The small forms of the acts that ask more than why and when."""

from typing import Any

from django import forms

from kerjasama.core import clock, parameters
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.forms import ActForm
from proposals.stages import Answer, Stage

FILE_HINT = "Pindaian surat dalam bentuk PDF, paling besar 10 MB."


class TheirLetterForm(ActForm):
    """A letter of the other side: number, date, scan."""

    date_label = "Tanggal surat diterima"
    number = forms.CharField(label="Nomor surat", max_length=120)
    dated = DayField(label="Tanggal surat")
    statement = forms.CharField(
        label="Pokok isi surat", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(label="Pindaian surat", widget=FileDrop(), help_text=FILE_HINT)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        dated, received = values.get("dated"), values.get("occurred_on")
        if dated and dated > clock.today():
            self.add_error("dated", "Tanggal surat tidak boleh sesudah hari ini.")
        elif dated and received and received < dated:
            self.add_error("occurred_on", "Surat tidak mungkin diterima sebelum tanggal surat itu.")
        return values


class IncomingRequestForm(TheirLetterForm):
    """The request of another region may be older than our record of it."""

    def earliest(self) -> Any:
        return self.cleaned_data.get("dated") or super().earliest()


class AnswerForm(ActForm):
    """What our letter of answer shall say."""

    answer = forms.ChoiceField(
        label="Isi jawaban",
        choices=[(Answer.WILLING, "Bersedia"), (Answer.REFUSED, "Belum dapat menyanggupi")],
        widget=OptionCards(
            consequences={
                "WILLING": "Surat kesediaan dibuat. Sesudah ditandatangani, usulan dibahas TKKSD.",
                "REFUSED": "Surat penolakan dibuat. Sesudah ditandatangani, usulan ditutup.",
            }
        ),
    )
    statement = forms.CharField(
        label="Alasan atau keterangan",
        required=False,
        max_length=2000,
        help_text="Wajib bila belum dapat menyanggupi. Tercantum dalam surat.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("answer") == Answer.REFUSED and not values.get("statement", "").strip():
            self.add_error("statement", "Tulis alasan belum dapat menyanggupi.")
        return values


class MeetingCallForm(ActForm):
    """Day, hour, place and agenda of the meeting."""

    held_on = DayField(label="Tanggal rapat")
    held_at = forms.TimeField(
        label="Pukul", initial="09.00", input_formats=["%H.%M", "%H:%M"],
        widget=forms.TimeInput(format="%H.%M", attrs={"class": "w-s"}), help_text="Contoh: 09.00",
    )  # fmt: skip
    place = forms.CharField(label="Tempat", max_length=160)
    agenda = forms.CharField(label="Acara", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class OpinionForm(ActForm):
    """What a member of the TKKSD thinks."""

    verdict = forms.ChoiceField(
        label="Pendapat",
        choices=[("AGREE", "Setuju"), ("AGREE_WITH_NOTES", "Setuju dengan catatan"), ("DISAGREE", "Tidak setuju")],
        widget=OptionCards(),
    )
    note = forms.CharField(
        label="Catatan", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wajib diisi bila bukan “Setuju”.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("verdict") not in (None, "AGREE") and not values.get("note", "").strip():
            self.add_error("note", "Tulis alasan pendapat Anda.")
        return values


class MeetingRecordForm(ActForm):
    """Attendance, discussion, conclusion and up to five conditions."""

    date_label = "Tanggal rapat dilaksanakan"
    conditions_asked = 5
    discussion = forms.CharField(label="Pokok pembahasan", max_length=8000, widget=forms.Textarea(attrs={"rows": 6}))
    conclusion = forms.ChoiceField(
        label="Kesimpulan",
        choices=[
            ("RECOMMENDED", "Direkomendasikan"),
            ("WITH_REPAIR", "Direkomendasikan dengan perbaikan"),
            ("NOT_RECOMMENDED", "Tidak direkomendasikan"),
        ],
        widget=OptionCards(
            consequences={
                "RECOMMENDED": "Usulan dapat dilanjutkan.",
                "WITH_REPAIR": "Usulan dapat dilanjutkan sesudah semua syarat dipenuhi.",
                "NOT_RECOMMENDED": "Usulan dapat ditutup dengan alasan.",
            }
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = reviews.current_item(self.subject)
        self.members = reviews.members_of(item) if item else []
        for member in self.members:
            self.fields[f"attendance_{member.pk}"] = forms.ChoiceField(
                label=f"{member.user.full_name} ({member.get_seat_display()})",
                choices=[("ABSENT", "Tidak hadir"), ("SELF", "Hadir sendiri"), ("REPRESENTED", "Diwakili")],
            )
            self.fields[f"represented_{member.pk}"] = forms.CharField(
                label=f"Nama dan jabatan yang mewakili {member.user.full_name}", required=False, max_length=160
            )
        for number in range(1, self.conditions_asked + 1):
            self.fields[f"condition_{number}"] = forms.CharField(
                label=f"Syarat {number}", required=False, max_length=500
            )
            self.fields[f"owner_{number}"] = forms.CharField(
                label=f"Penanggung jawab syarat {number}", required=False, max_length=160
            )
            self.fields[f"due_{number}"] = DayField(label=f"Tenggat syarat {number}", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for member in self.members:
            represented = values.get(f"attendance_{member.pk}") == "REPRESENTED"
            if represented and not values.get(f"represented_{member.pk}", "").strip():
                self.add_error(f"represented_{member.pk}", "Sebut nama dan jabatan yang mewakili.")
        asked = [n for n in range(1, self.conditions_asked + 1) if values.get(f"condition_{n}", "").strip()]
        for number in asked:
            if not values.get(f"owner_{number}", "").strip():
                self.add_error(f"owner_{number}", f"Sebut penanggung jawab syarat {number}.")
        if values.get("conclusion") == "WITH_REPAIR" and not asked:
            self.add_error("condition_1", "Tulis sedikitnya satu syarat perbaikan.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        numbers = [n for n in range(1, self.conditions_asked + 1) if values.get(f"condition_{n}", "").strip()]
        return {
            "attendance": {
                m.pk: (values[f"attendance_{m.pk}"], values.get(f"represented_{m.pk}", "").strip())
                for m in self.members
            },
            "discussion": values["discussion"],
            "conclusion": values["conclusion"],
            "conditions": [
                {
                    "text": values[f"condition_{n}"].strip(),
                    "owner": values[f"owner_{n}"].strip(),
                    "due_on": values.get(f"due_{n}"),
                }
                for n in numbers
            ],
            "occurred_on": values["occurred_on"],
            "expect": values["expect"],
        }


class _OpenItemForm(ActForm):
    """Choose one of several open points and say what was done."""

    date_label = "Tanggal dipenuhi"
    note = forms.CharField(label="Bagaimana dipenuhi", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open = {str(row.pk): row for row in self.open_rows()}
        choices = [(key, row.text) for key, row in self.open.items()]
        first = choices[0][0] if choices else None
        point = forms.ChoiceField(label=self.point_label, choices=choices, widget=OptionCards(), initial=first)
        self.fields = {"point": point, **self.fields}

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["point"] = int(values["point"])
        return values


class ConditionForm(_OpenItemForm):
    point_label = "Syarat yang dipenuhi"

    def open_rows(self) -> Any:
        return reviews.open_conditions(self.subject)


class NoteForm(_OpenItemForm):
    point_label = "Catatan DPRD yang ditindaklanjuti"
    date_label = "Tanggal ditindaklanjuti"

    def open_rows(self) -> Any:
        return reviews.open_notes(self.subject)


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
        label="Nomor agenda penerimaan", max_length=120, help_text="Seperti tercatat dalam buku agenda Sekretariat DPRD."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["occurred_on", "proof"])


class DprdDecisionForm(ActForm):
    """The decision of the DPRD, as its Sekretariat records it."""

    date_label = "Tanggal rapat paripurna atau surat DPRD"
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
    number = forms.CharField(label="Nomor keputusan atau surat DPRD", max_length=100)
    file = forms.FileField(label="Salinan keputusan atau surat DPRD", widget=FileDrop(), help_text=FILE_HINT)
    confirmed = forms.BooleanField(label="Isi keputusan sesuai dengan hasil rapat DPRD")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["decision", "notes", "why", "number", "occurred_on", "file", "confirmed"])
        self.clearance = reviews.current_clearance(self.subject)
        self.fields["decision"].widget.consequences = self.consequences()

    def consequences(self) -> dict[str, str]:
        """What each decision leads to, by the route of the case and the parameters in force."""
        onward = self.subject.route.after(self.subject.stage, past_gate=True)
        then = f"Usulan lanjut ke tahap {Stage(onward).label[:1].lower()}{Stage(onward).label[1:]}"
        late = self.clearance is not None and self.clearance.due_on is not None and clock.today() > self.clearance.due_on
        stops = parameters.value("dprd_repair_stops_clock") and not late
        clocks = "Hitungan hari berhenti sampai diajukan lagi." if stops else "Hitungan hari tetap berjalan."
        return {
            "APPROVED": f"{then}.",
            "APPROVED_WITH_NOTES": f"{then}. Catatan ditindaklanjuti sebelum penandatanganan.",
            "RETURNED": f"Kembali ke Bagian Kerja Sama untuk diperbaiki dan diajukan lagi. {clocks}",
            "REJECTED": "Usulan tertahan. Rencana yang diubah dapat diajukan sebagai permohonan baru.",
        }

    def earliest(self) -> Any:
        """Nothing is decided before it was received."""
        received = self.clearance.received_on if self.clearance else None
        return received or super().earliest()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        decision = values.get("decision")
        if decision == "APPROVED_WITH_NOTES" and not values.get("notes", "").strip():
            self.add_error("notes", "Tulis sedikitnya satu catatan.")
        if decision in {"RETURNED", "REJECTED"} and not values.get("why", "").strip():
            self.add_error("why", "Tulis alasan DPRD.")
        return values

    def facts(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values.pop("confirmed")
        values["notes"] = [line.strip() for line in values["notes"].splitlines() if line.strip()]
        values["reason"] = values.pop("why", "")
        return values


class RefusalForm(TheirLetterForm):
    """A refusal of the other side: its letter and its reason."""

    reason_label = "Alasan penolakan menurut surat mitra"


ACT_FORMS: dict[str, type[ActForm]] = {
    "register_request": IncomingRequestForm,
    "record_willing": TheirLetterForm,
    "record_data_request": TheirLetterForm,
    "record_refusal": RefusalForm,
    "prepare_answer": AnswerForm,
    "call_meeting": MeetingCallForm,
    "give_opinion": OpinionForm,
    "record_meeting": MeetingRecordForm,
    "settle_condition": ConditionForm,
    "follow_up_note": NoteForm,
    "revise_budget_facts": BudgetFactsForm,
    "receive_request": ReceiptForm,
    "decide_dprd": DprdDecisionForm,
}
