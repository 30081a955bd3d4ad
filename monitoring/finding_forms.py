"""The forms by which a finding is put right, and by which a partner's report is recorded."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import FileDrop, OptionCards

FILE_HINT = "PDF, paling besar 10 MB."


def _words(label: str, hint: str = "", *, required: bool = True, longest: int = 4000) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=longest, widget=forms.Textarea(attrs={"rows": 4})
    )


class AnswerForm(BaseForm):
    """What was done about a finding."""

    answer = _words("Tindak lanjut", "Apa yang sudah dilakukan, kapan, dan oleh siapa.")
    evidence = forms.FileField(label="Bukti", required=False, widget=FileDrop(), help_text=FILE_HINT)


class JudgementForm(BaseForm):
    """Whether it is put right."""

    done = forms.TypedChoiceField(
        label="Hasil pemeriksaan", choices=[("1", "Selesai"), ("0", "Belum selesai")], coerce=lambda chosen: chosen == "1",
        widget=OptionCards(consequences={"1": "Temuan ditutup.", "0": "Temuan kembali kepada penanggung jawabnya."}, two=True),
    )  # fmt: skip
    judgement = _words("Catatan", "Wajib bila belum selesai: sebut yang masih kurang.", required=False)


class PartnerReportForm(BaseForm):
    """What a partner told of the period."""

    told_on = DayField(label="Tanggal laporan")
    number = forms.CharField(label="Nomor surat", required=False, max_length=120)
    activities = _words("Pelaksanaan oleh mitra", longest=8000)
    contribution = _words("Kontribusi mitra", "Dana, barang, tenaga, atau data yang diberikan.", required=False)
    problems = _words("Permasalahan menurut mitra", required=False)
    file = forms.FileField(label="Berkas laporan", required=False, widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, parties: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told_on"].initial = clock.today
        self.fields["party"] = forms.ModelChoiceField(
            label="Mitra",
            queryset=type(parties[0]).objects.filter(pk__in=[party.pk for party in parties]),
            initial=parties[0].pk,
        )
        self.fields["party"].label_from_instance = lambda party: party.name
        self.order_fields(["party", "told_on", "number"])
