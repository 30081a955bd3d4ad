"""The act by which a case that began on paper enters at its true stage."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.workflow.arrows import aside
from proposals import cut_over
from proposals.routes.traits import Trait
from proposals.stages import Stage


class FromPaper:
    """What happened before this system is told with its papers; from here on everything goes through the door."""

    @aside(
        Stage.VERIFICATION, cut_over.TARGETS, "Masukkan dari proses kertas",
        slug="masuk-dari-kertas", offices=(Office.KABAG,), asks_reason=True, danger=True, off=(Trait.FOREIGN,),
    )  # fmt: skip
    def enter_from_paper(self, act: Any) -> str:
        """The Kabag says where the case stands and lays the papers before it that prove what lies behind."""
        target, papers = str(act.data["stage"]), act.data["papers"]
        if target not in cut_over.targets(self.route):
            raise BadInput("Tahap salah.", errors={"stage": ["Pilih tahap yang ada pada rute usulan ini."]})
        lacking = cut_over.missing(self.route, target, papers)
        if lacking:
            told = {
                f"file_{one.code}": [f"{one.label} wajib dilampirkan dengan nomor dan tanggalnya."] for one in lacking
            }
            raise BadInput("Bukti belum lengkap.", errors=told)
        if cut_over.passed_dprd(self.route, target):
            if act.data.get("outcome") not in cut_over.OUTCOMES:
                raise BadInput("Hasil DPRD belum disebut.", errors={"outcome": ["Sebut apa yang diputuskan DPRD."]})
            self.dprd_outcome = act.data["outcome"]
        self.from_paper_on = self.tkksd_since = act.occurred_on
        act.record.update(from_paper=target, outcome=self.dprd_outcome)
        return target
