"""The acts by which a case that began on paper enters at its true stage."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.workflow.arrows import aside, forward
from proposals import cut_over
from proposals import guards as g
from proposals.cut_over import DOORS
from proposals.routes.traits import Trait
from proposals.stages import Stage

_KABAG = (Office.KABAG,)
_PM25 = "Permendagri 25/2020 Pasal"


class FromPaper:
    """What happened before this system is told with its papers; from here on everything goes through the door."""

    @aside(
        Stage.VERIFICATION, DOORS[Stage.VERIFICATION], "Masukkan dari proses kertas",
        g.has_study, g.proposer_proves_legality, g.has_contacts, g.asset_rules_are_known,
        slug="masuk-dari-kertas", offices=_KABAG, asks_reason=True, danger=True, off=(Trait.FOREIGN,),
    )  # fmt: skip
    def enter_from_paper(self, act: Any) -> str:
        """The Kabag says where the case stands and lays the papers before it that prove what lies behind."""
        return self._enter(act)

    @aside(
        Stage.EXPLORATION, DOORS[Stage.EXPLORATION], "Masukkan penjajakan dari proses kertas", g.has_partner, g.has_relations,
        slug="penjajakan-dari-kertas", offices=_KABAG, asks_reason=True, danger=True, basis=f"{_PM25} 11 sampai dengan 14", on=(Trait.INTENT,),
    )  # fmt: skip
    def enter_exploration_from_paper(self, act: Any) -> str:
        """Abroad: the study was made on paper; the case waits for the Menteri on its letter of intent, or for its plan."""
        return self._enter(act)

    @aside(
        Stage.PLAN, DOORS[Stage.PLAN], "Masukkan rencana dari proses kertas",
        g.runs_on_paper, g.plan_not_in_repair, g.has_partner, g.has_affair, g.has_parent, g.has_relations, g.meets_conditions, g.fits_plans,
        g.has_kak, g.has_technical_papers, g.has_seven_parts, g.intent_was_signed,
        slug="rencana-dari-kertas", offices=_KABAG, asks_reason=True, danger=True, basis=f"{_PM25} 15 sampai dengan 19", on=(Trait.FOREIGN,),
    )  # fmt: skip
    def enter_plan_from_paper(self, act: Any) -> str:
        """Abroad: the plan as it was handed in on paper stands in its seven parts here too, and lies where its papers say."""
        if Trait.DPRD_ALWAYS not in self.route.traits and self.route.reached(act.data["stage"], Stage.SUBMISSION):
            self.dprd_outcome = "NOT_REQUIRED"
        return self._enter(act)

    @forward(
        Stage.DPRD_ASSESSMENT, "Masukkan permohonan DPRD dari proses kertas", g.came_from_paper,
        slug="dprd-dari-kertas", to=(Stage.DPRD_PENDING,), past_gate=True, offices=_KABAG, asks_reason=True, danger=True,
        basis="PP 28/2018 Pasal 6 ayat (2)",
    )  # fmt: skip
    def enter_dprd_from_paper(self, act: Any) -> str:
        """The DPRD was asked on paper, and has answered or is still to answer."""
        return self._enter(act)

    def _enter(self, act: Any) -> str:
        """Where it stands, since when, with every paper that is owed for what lies behind. Raises BadInput."""
        door, target, papers = str(self.stage), str(act.data["stage"]), act.data["papers"]
        if target not in cut_over.targets(self.route, door):
            raise BadInput("Tahap salah.", errors={"stage": ["Pilih tahap yang ada pada rute usulan ini."]})
        owed = cut_over.behind(self.route, door, target)
        _refuse_lacking(owed, papers)
        _refuse_wrong_receipt(owed, papers, act.data)
        if cut_over.passed_dprd(self.route, door, target):
            if act.data.get("outcome") not in cut_over.outcomes(self.route):
                raise BadInput("Hasil DPRD belum disebut.", errors={"outcome": ["Sebut apa yang diputuskan DPRD."]})
            self.dprd_outcome = act.data["outcome"]
        since = max((papers[one.code]["dated"] for one in owed), default=act.occurred_on)
        self.from_paper_on = self.from_paper_on or act.occurred_on
        if self.route.reached(target, Stage.TKKSD_REVIEW):
            self.tkksd_since = self.tkksd_since or since
        if target == Stage.DPRD_PENDING:
            self.dprd_since = papers["dprd_request"]["dated"]
        act.data.update(owed=owed, since=since)
        act.record.update(from_paper=target, outcome=self.dprd_outcome, since=since.isoformat())
        return target


def _refuse_lacking(owed: tuple[cut_over.Evidence, ...], papers: Any) -> None:
    lacking = cut_over.missing(owed, papers)
    if lacking:
        told = {f"file_{one.code}": [f"{one.label} wajib dilampirkan dengan nomor dan tanggalnya."] for one in lacking}
        raise BadInput("Bukti belum lengkap.", errors=told)
    late = {
        f"dated_{one.code}": ["Tanggal tidak boleh sesudah hari ini."]
        for one in owed
        if papers[one.code]["dated"] > clock.today()
    }
    dates = {code: paper["dated"] for code, paper in papers.items()}
    late |= {f"dated_{code}": [told] for code, told in cut_over.too_old(owed, dates).items()}
    if late:
        raise BadInput("Tanggal bukti salah.", errors=late)


def _refuse_wrong_receipt(owed: tuple[cut_over.Evidence, ...], papers: Any, data: Any) -> None:
    """The receipt by the Sekretariat DPRD, where it is told with the letter: not before it, not to come, and with its proof."""
    received = data.get("received_on")
    if received is None or all(one.code != "dprd_request" for one in owed):
        return
    if received > clock.today():
        raise BadInput("Tanggal penerimaan salah.", errors={"received_on": ["Tanggal tidak boleh sesudah hari ini."]})
    if received < papers["dprd_request"]["dated"]:
        told = "Tanggal penerimaan tidak boleh mendahului tanggal surat permohonan."
        raise BadInput("Tanggal penerimaan salah.", errors={"received_on": [told]})
    if not str(data.get("proof", "")).strip():
        raise BadInput(
            "Bukti penerimaan belum ada.", errors={"proof": ["Tulis bukti penerimaan, misalnya nomor agenda."]}
        )
