"""The acts on a naskah in force: evaluation, extension, change, dispute, and an end before its last day."""

from datetime import date
from typing import Any

from agreements import renewals
from agreements import running_guards as r
from agreements.routes import end_grounds
from agreements.stages import EndGround, Renewal, Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.core.text import date_long
from kerjasama.workflow import handing
from kerjasama.workflow.arrows import aside, stay

PM25 = "Permendagri 25/2020 Pasal"
END = "PP 28/2018 Pasal 9 ayat (1)"
DISPUTE = "PP 28/2018 Pasal 8; UU 23/2014 Pasal 370"
WAITING = tuple(stage for stage in Stage if stage not in (Stage.ENDED, Stage.CANCELLED))
NOT_A_GROUND = (
    "Sebab ini tidak mengakhiri kerja sama jenis ini. Pergantian kepala daerah, pimpinan mitra, atau pejabat penerima kuasa bukan sebab "
    "berakhirnya kerja sama (PP 28/2018 Pasal 9 ayat (2))."
)  # fmt: skip
#: A letter of intent runs out, an adendum ends with the naskah it changes.
RUNS_OUT = (Trait.INTENT, Trait.AMENDS)
#: A dispute does not end with the naskah it is about.
AFTER_SIGNING = (Stage.IN_FORCE, Stage.ENDED)


class Renewed:
    """What becomes of a naskah whose end is near."""

    @stay(
        Stage.IN_FORCE, "Catat kesimpulan evaluasi", slug="catat-kesimpulan", offices=(Office.KABAG,), quiet=True, off=(Trait.UNREPORTED,)
    )  # fmt: skip
    def note_evaluation(self, act: Any) -> None:
        """The conclusion of the newest evaluation, told by the monev; an older period never takes its place."""
        if self.verdict_on is None or act.data["period_end"] >= self.verdict_on:
            self.verdict, self.verdict_on = act.data["verdict"], act.data["period_end"]
        act.record.update(verdict=act.data["verdict"], period=act.data["period"])

    @stay(
        Stage.IN_FORCE, "Minta keputusan perpanjangan", r.renewal_is_due,
        slug="minta-keputusan-perpanjangan", offices=(Office.SYSTEM,), quiet=True, off=(Trait.UNREPORTED,),
    )  # fmt: skip
    def ask_renewal(self, act: Any) -> None:
        """The clock opens the task of the unit that carries the naskah out, and again when what it decided came to nothing."""
        if self.renewal:
            act.record["failed"] = self.renewal
        self.renewal, self.due_on, self.successor = Renewal.ASKED, renewals.answer_by(self), None
        act.record["turn_moved"] = True

    @stay(
        Stage.IN_FORCE, "Usulkan perpanjangan",
        r.extension_is_not_proposed, r.term_runs, r.extension_is_open, r.evaluated_to_go_on, r.notice_is_not_late,
        slug="usulkan-perpanjangan", offices=(Office.OPD,), asks_reason=True, off=(Trait.UNREPORTED,),
    )  # fmt: skip
    def propose_extension(self, act: Any) -> None:
        """The unit asks to go on; the naskah that extends it is signed before the end, or it ends."""
        self.renewal, self.due_on, self.successor = Renewal.EXTEND, renewals.begin_by(self), None
        act.record.update(verdict=self.verdict, turn_moved=True)

    @stay(
        Stage.IN_FORCE, "Mulai menyusun adendum perpanjangan", r.extension_is_proposed, r.adendum_is_under_way,
        slug="mulai-perpanjangan", offices=(Office.BAGIAN,), quiet=True, off=(Trait.UNREPORTED, Trait.FOREIGN),
    )  # fmt: skip
    def take_up_extension(self, act: Any) -> None:
        """The adendum is opened: the task of the Bagian is done, and the adendum carries its own."""
        self.due_on = None

    @stay(
        Stage.IN_FORCE, "Catat pemberitahuan perpanjangan kepada Menteri", r.extension_is_proposed, r.notice_is_owed,
        slug="catat-pemberitahuan-perpanjangan", offices=(Office.BAGIAN,), dated=True, basis=f"{PM25} 32 ayat (2) dan 33", on=(Trait.CONFIRMED,),
    )  # fmt: skip
    def notify_extension(self, act: Any) -> None:
        """Our letter to the Menteri with copies, and the consent of the partner: six months before the end at the latest."""
        last = renewals.notice_by(self)
        if act.occurred_on > last:
            told = f"Pemberitahuan paling lambat {date_long(last)}, enam bulan sebelum naskah berakhir."
            raise BadInput("Pemberitahuan terlambat.", errors={"occurred_on": [told]})
        self.extension_notified_on = act.occurred_on
        self.due_on = renewals.begin_by(self)
        act.record.update(number=act.data["number"], turn_moved=True)

    @stay(
        Stage.IN_FORCE, "Catat perpanjangan naskah", r.extension_is_proposed, r.notice_was_given, r.term_runs, r.proposal_was_evaluated,
        slug="catat-perpanjangan", offices=(Office.KABAG,), dated=True, basis=f"{PM25} 32 dan 33; PP 28/2018 Pasal 33",
        on=(Trait.CONFIRMED,),
    )  # fmt: skip
    def record_extension(self, act: Any) -> None:
        """Both sides have signed that it holds longer, on a Surat Konfirmasi, with nothing else changed: its last day moves."""
        moved = act.data["new_end"]
        self._refuse_extension(act.occurred_on, moved, act.data["confirmed_on"])
        act.record.update(
            ends_on=self.ends_on.isoformat(), new_end=moved.isoformat(), number=act.data["number"], turn_moved=True
        )
        self.ends_on, self.renewal, self.due_on, self.extension_notified_on = moved, "", None, None

    def _refuse_extension(self, signed: date, moved: date, confirmed: date) -> None:
        """Signed after the Menteri heard of it and the Surat Konfirmasi came, for one more term at most."""
        errors, longest = {}, renewals.longest_end(self)
        if not self.ends_on < moved <= longest:
            errors["new_end"] = [
                f"Hari terakhir yang baru terletak sesudah {date_long(self.ends_on)}, paling lambat {date_long(longest)}."
            ]
        if signed < self.extension_notified_on:
            errors["occurred_on"] = [
                f"Tanggal ini mendahului pemberitahuan kepada Menteri, {date_long(self.extension_notified_on)}."
            ]
        if confirmed > signed:
            errors["confirmed_on"] = ["Surat Konfirmasi mendahului penandatanganan perpanjangan (PP 28/2018 Pasal 33)."]
        if errors:
            raise BadInput("Perpanjangan belum dapat dicatat.", errors=errors)

    @stay(
        Stage.IN_FORCE, "Biarkan berakhir", r.may_be_left_to_end,
        slug="biarkan-berakhir", offices=(Office.OPD, Office.KABAG), asks_reason=True, off=(Trait.UNREPORTED,),
    )  # fmt: skip
    def let_end(self, act: Any) -> None:
        """It shall end on its day: the reminders fall silent."""
        self.renewal, self.due_on, self.successor = Renewal.LAPSE, None, None

    @stay(
        Stage.IN_FORCE, "Ganti dengan kerja sama baru", r.term_runs,
        slug="ganti-kerja-sama", offices=(Office.OPD, Office.KABAG), asks_reason=True, off=(Trait.UNREPORTED,),
    )  # fmt: skip
    def plan_replacement(self, act: Any) -> None:
        """Another case takes its place; the reminders fall silent as long as that case lives."""
        successor = act.data["successor"]
        if not self.successors().filter(pk=successor.pk).exists():
            told = "Pilih usulan lain yang masih berjalan dengan salah satu mitra yang sama."
            raise BadInput("Usulan pengganti salah.", errors={"successor": [told]})
        self.renewal, self.due_on, self.successor = Renewal.REPLACE, None, successor
        act.record["successor"] = successor.code

    @stay(
        Stage.IN_FORCE, "Usulkan adendum", r.term_runs,
        slug="usulkan-adendum", offices=(Office.OPD, Office.BAGIAN), asks_reason=True, off=(Trait.UNREPORTED, Trait.FOREIGN),
    )  # fmt: skip
    def propose_change(self, act: Any) -> None:
        """Which articles shall change and why; never after the end. Money or charges bring up the DPRD question again."""
        act.record.update(articles=act.data.get("articles", ""), burden_changes=bool(act.data.get("burden_changes")))


class Disputed:
    """A dispute goes from step to step until it is settled."""

    @stay(
        Stage.IN_FORCE,
        "Catat perselisihan",
        r.no_open_dispute,
        slug="catat-perselisihan",
        offices=(Office.BAGIAN,),
        dated=True,
        predates=True,
        basis=DISPUTE,
        off=(Trait.AMENDS,),
    )
    def record_dispute(self, act: Any) -> None:
        """The parties disagree; they talk first."""

    @stay(
        AFTER_SIGNING, "Teruskan perselisihan", r.has_open_dispute, r.dispute_can_go_on,
        slug="teruskan-perselisihan", offices=(Office.BAGIAN,), dated=True, predates=True, basis=DISPUTE, off=(Trait.AMENDS,),
    )  # fmt: skip
    def escalate_dispute(self, act: Any) -> None:
        """The step before did not settle it: the next one that the law or the naskah names."""
        act.record["step"] = str(renewals.next_dispute_step(self, self.open_dispute.step))

    @stay(
        AFTER_SIGNING, "Catat penyelesaian perselisihan", r.has_open_dispute,
        slug="selesaikan-perselisihan", offices=(Office.BAGIAN,), dated=True, predates=True, basis=DISPUTE, off=(Trait.AMENDS,),
    )  # fmt: skip
    def settle_dispute(self, act: Any) -> None:
        """How it ended, with its paper; the decision of the Menteri is final."""


class Ended:
    """An end before the last day."""

    @aside(
        Stage.IN_FORCE, Stage.ENDED, "Akhiri kerja sama", r.nothing_stands_on_it,
        slug="akhiri", offices=(Office.KABAG,), dated=True, predates=True, danger=True, basis=END, off=RUNS_OUT,
    )  # fmt: skip
    def end_early(self, act: Any) -> None:
        """The parties, a court or the law ends it, on a ground that its kind knows, with its paper."""
        ground = act.data["ground"]
        if ground == EndGround.TERM or ground not in end_grounds(self.route_key):
            raise BadInput("Sebab berakhir tidak dikenal.", errors={"ground": [NOT_A_GROUND]})
        if not self.starts_on <= act.occurred_on <= self.ends_on:
            told = f"Tanggal berakhir terletak antara {date_long(self.starts_on)} dan {date_long(self.ends_on)}."
            raise BadInput("Tanggal berakhir salah.", errors={"occurred_on": [told]})
        self.end_ground, self.ended_on = ground, act.occurred_on
        self.renewal, self.due_on, self.successor = "", None, None
        act.record.update(ground=ground, number=act.data["number"])


class Running(Renewed, Disputed, Ended):
    """Every act on a naskah in force, but that its term is reached."""

    @stay(WAITING, handing.LABEL, slug="serah-terima", offices=(Office.ADMIN,), quiet=True)
    def hand_over(self, act: Any) -> None:
        """What waited here for one person waits for another; the administrator did it, and both names stand."""
        handing.note(act)
