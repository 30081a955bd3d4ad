"""The form by which a case that began on paper enters: where it stands, and the papers that prove it."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import DayInput, FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.sentences import lower_first
from proposals import cut_over
from proposals.cut_over import Evidence
from proposals.stages import DprdOutcome, Stage

#: What is said where a part of an owed paper is wanting.
WANTING = {"number": "Isi nomor", "dated": "Isi tanggal", "file": "Unggah pindaian"}
FILE_HINT = "PDF, paling besar 10 MB."


class FromPaperForm(ActForm):
    """Each paper has its number, its day and its scan; which are owed follows from the stage, and only those are shown."""

    scripts = ("js/needs.js",)
    reason_label = "Mengapa masuk di tengah jalan"
    reason_hint = "Misalnya: proses dimulai sebelum aplikasi dipakai. Tercatat dalam jejak dan ditampilkan pada usulan."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.route, self.door = self.subject.route, str(self.subject.stage)
        self.stages = cut_over.targets(self.route, self.door)
        own: dict[str, forms.Field] = {"stage": self._stage_field()}
        owing = {stage: cut_over.behind(self.route, self.door, stage) for stage in self.stages}
        for paper in dict.fromkeys(paper for papers in owing.values() for paper in papers):
            own.update(self._paper_fields(paper, [stage for stage in self.stages if paper in owing[stage]]))
        asked = [stage for stage in self.stages if any(paper.code == "dprd_request" for paper in owing[stage])]
        if asked:
            own.update(self._receipt_fields(asked))
        decided = [stage for stage in self.stages if cut_over.passed_dprd(self.route, self.door, stage)]
        if decided:
            own["outcome"] = forms.ChoiceField(
                label="Hasil DPRD", required=False, choices=[("", "Pilih hasilnya"), *((one, DprdOutcome(one).label) for one in cut_over.outcomes(self.route))],
                widget=forms.Select(attrs=_shown_for(decided)),
            )  # fmt: skip
        # Which of them must be filled follows from the stage; only the receipt may really be left empty.
        self.asked_later = [name for name in own if name not in ("received_on", "proof")]
        self.fields = {**own, **self.fields}

    def _stage_field(self) -> forms.Field:
        named = [(stage, self.route.place(stage).label or Stage(stage).label) for stage in self.stages]
        return forms.ChoiceField(
            label="Sekarang berada pada", choices=named,
            widget=OptionCards({"data-chooses": ""}, consequences={stage: self._owed(stage) for stage in self.stages}),
            help_text="Tahap ini dihitung sejak tanggal bukti terakhir; tenggatnya pun demikian.",
        )  # fmt: skip

    @staticmethod
    def _paper_fields(paper: Evidence, stages: list[str]) -> dict[str, forms.Field]:
        name, only = lower_first(paper.label), _shown_for(stages)
        return {
            f"number_{paper.code}": forms.CharField(
                label=f"Nomor {name}", required=False, max_length=120, widget=forms.TextInput(attrs=only)
            ),
            f"dated_{paper.code}": DayField(label=f"Tanggal {name}", required=False, widget=DayInput(only)),
            f"file_{paper.code}": forms.FileField(
                label=f"Pindaian {name}", required=False, widget=FileDrop(only), help_text=FILE_HINT
            ),
        }

    @staticmethod
    def _receipt_fields(stages: list[str]) -> dict[str, forms.Field]:
        only = _shown_for(stages)
        return {
            "received_on": DayField(
                label="Diterima Sekretariat DPRD pada", required=False, widget=DayInput(only),
                help_text="Kosongkan bila belum diketahui; Sekretariat DPRD dapat mencatatnya kemudian. Tenggat DPRD dihitung sejak hari itu.",
            ),
            "proof": forms.CharField(
                label="Bukti penerimaan", required=False, max_length=250, widget=forms.TextInput(attrs=only),
                help_text="Misalnya nomor agenda Sekretariat DPRD.",
            ),
        }  # fmt: skip

    def _owed(self, stage: str) -> str:
        papers = cut_over.behind(self.route, self.door, stage)
        return (
            f"Bukti: {'; '.join(lower_first(paper.label) for paper in papers)}."
            if papers
            else "Tidak ada bukti yang wajib."
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("stage"):
            return values
        owed = cut_over.behind(self.route, self.door, values["stage"])
        for paper in owed:
            for part, told in WANTING.items():
                key = f"{part}_{paper.code}"
                if not values.get(key) and key not in self.errors:
                    self.add_error(key, f"{told} {lower_first(paper.label)}")
            if values.get(f"dated_{paper.code}") and values[f"dated_{paper.code}"] > clock.today():
                self.add_error(f"dated_{paper.code}", "Tanggal tidak boleh sesudah hari ini.")
        dates = {paper.code: values.get(f"dated_{paper.code}") for paper in owed}
        for code, told in cut_over.too_old(owed, dates).items():
            self.add_error(f"dated_{code}", told)
        if cut_over.passed_dprd(self.route, self.door, values["stage"]) and not values.get("outcome"):
            self.add_error("outcome", "Sebut apa yang diputuskan DPRD.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        owed = cut_over.behind(self.route, self.door, values["stage"])
        papers = {
            paper.code: {part: values[f"{part}_{paper.code}"] for part in ("number", "dated", "file")} for paper in owed
        }
        kept = {name: values[name] for name in ("stage", "reason", "expect", "received_on", "proof") if name in values}
        return {**kept, "papers": papers, "outcome": values.get("outcome", "")}


def _shown_for(stages: list[str]) -> dict[str, str]:
    return {"data-for": " ".join(stages)}
