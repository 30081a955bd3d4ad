"""The small forms of the acts that ask more than why and when."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.documents.marking_form import LetterParafForm
from kerjasama.workflow.forms import ActForm
from proposals.consultation_forms import (
    ConditionForm,
    ConditionReportForm,
    MeetingCallForm,
    OpinionForm,
)
from proposals.cut_over_form import FromPaperForm
from proposals.dprd_forms import (
    FILE_HINT,
    BudgetFactsForm,
    CommitteeForm,
    CommitteeMeetingForm,
    DeemedForm,
    DprdDecisionForm,
    NoteForm,
    ReceiptForm,
)
from proposals.foreign_forms import FOREIGN_FORMS
from proposals.mandatory_forms import MANDATORY_FORMS
from proposals.result_forms import MeetingRecordForm
from proposals.stages import Answer
from proposals.third_party_forms import THIRD_PARTY_FORMS


class TheirLetterForm(ActForm):
    """A letter of another party: number, date, scan; and of which party, where there are several."""

    date_label = "Tanggal surat diterima"
    number = forms.CharField(label="Nomor surat", max_length=120)
    dated = DayField(label="Tanggal surat")
    statement = forms.CharField(
        label="Pokok isi surat", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(label="Pindaian surat", widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = self.subject.counterparts
        if len(parties) > 1:
            choices = [("", "Pilih pihak"), *((partner.pk, partner.name) for partner in parties)]
            sender = forms.TypedChoiceField(label="Pihak yang mengirim surat", choices=choices, coerce=int)
            self.fields = {"partner": sender, **self.fields}

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

    asked_later = ("statement",)
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


class LetterSigningForm(ActForm):
    """Our letter is signed; the day is asked for by what happened on it."""

    date_label = "Tanggal penandatanganan"


class RefusalForm(TheirLetterForm):
    """A refusal of the other side: its letter and its reason."""

    reason_label = "Alasan penolakan menurut surat mitra"


ACT_FORMS: dict[str, type[ActForm]] = {
    **dict.fromkeys(("sign_offer", "sign_willingness", "sign_refusal", "sign_dprd_letter"), LetterSigningForm),
    "give_letter_paraf": LetterParafForm,
    "enter_from_paper": FromPaperForm,
    "enter_exploration_from_paper": FromPaperForm,
    "enter_plan_from_paper": FromPaperForm,
    "enter_dprd_from_paper": FromPaperForm,
    "register_request": IncomingRequestForm,
    "record_willing": TheirLetterForm,
    "record_data_request": TheirLetterForm,
    "record_refusal": RefusalForm,
    "prepare_answer": AnswerForm,
    "call_meeting": MeetingCallForm,
    "give_opinion": OpinionForm,
    "record_meeting": MeetingRecordForm,
    "report_condition": ConditionReportForm,
    "settle_condition": ConditionForm,
    "follow_up_note": NoteForm,
    "revise_budget_facts": BudgetFactsForm,
    "receive_request": ReceiptForm,
    "refer_to_committee": CommitteeForm,
    "record_committee_meeting": CommitteeMeetingForm,
    "decide_dprd": DprdDecisionForm,
    "deem_approved": DeemedForm,
    **MANDATORY_FORMS,
    **FOREIGN_FORMS,
    **THIRD_PARTY_FORMS,
}
