"""The form by which a case that began on paper enters: where it stands, and the papers that prove it."""

from typing import Any

from django import forms

from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.workflow.forms import ActForm
from proposals import cut_over
from proposals.stages import DprdOutcome, Stage

FILE_HINT = "PDF, paling besar 10 MB."


class FromPaperForm(ActForm):
    """Each paper has its number, its day and its scan; which are owed follows from the stage."""

    reason_label = "Mengapa masuk di tengah jalan"
    reason_hint = "Misalnya: proses dimulai sebelum aplikasi dipakai. Tercatat dalam jejak dan ditampilkan pada usulan."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        route = self.subject.route
        stages = cut_over.targets(route)
        self.papers = cut_over.behind(route, stages[-1])
        own: dict[str, forms.Field] = {
            "stage": forms.ChoiceField(
                label="Sekarang berada pada", choices=[(stage, Stage(stage).label) for stage in stages],
                widget=OptionCards(consequences={stage: self._owed(stage) for stage in stages}),
            )
        }  # fmt: skip
        if any(cut_over.passed_dprd(route, stage) for stage in stages):
            own["outcome"] = forms.ChoiceField(
                label="Hasil DPRD", required=False, choices=[("", "Belum sampai DPRD"), *((one, DprdOutcome(one).label) for one in cut_over.OUTCOMES)]
            )  # fmt: skip
        for paper in self.papers:
            own[f"number_{paper.code}"] = forms.CharField(
                label=f"Nomor {_lower(paper.label)}", required=False, max_length=120
            )
            own[f"dated_{paper.code}"] = DayField(label=f"Tanggal {_lower(paper.label)}", required=False)
            own[f"file_{paper.code}"] = forms.FileField(
                label=f"Pindaian {_lower(paper.label)}", required=False, widget=FileDrop(), help_text=FILE_HINT
            )
        self.fields = {**own, **self.fields}

    def _owed(self, stage: str) -> str:
        papers = cut_over.behind(self.subject.route, stage)
        return (
            f"Bukti: {'; '.join(_lower(paper.label) for paper in papers)}." if papers else "Tidak ada bukti yang wajib."
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        owed = cut_over.behind(self.subject.route, values.get("stage", "")) if values.get("stage") else ()
        for paper in owed:
            for part in ("number", "dated", "file"):
                key = f"{part}_{paper.code}"
                if not values.get(key) and key not in self.errors:
                    self.add_error(key, f"{paper.label} wajib dilampirkan dengan nomor dan tanggalnya.")
            if values.get(f"dated_{paper.code}") and values[f"dated_{paper.code}"] > clock.today():
                self.add_error(f"dated_{paper.code}", "Tanggal tidak boleh sesudah hari ini.")
        if (
            values.get("stage")
            and cut_over.passed_dprd(self.subject.route, values["stage"])
            and not values.get("outcome")
        ):
            self.add_error("outcome", "Sebut apa yang diputuskan DPRD.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        owed = cut_over.behind(self.subject.route, values["stage"])
        papers = {
            paper.code: {part: values[f"{part}_{paper.code}"] for part in ("number", "dated", "file")} for paper in owed
        }
        kept = {name: values[name] for name in ("stage", "reason", "expect")}
        return {**kept, "papers": papers, "outcome": values.get("outcome", "")}


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
