"""The act by which a naskah that was already being marked on paper enters at its true place in the chain."""

from typing import Any

from agreements import guards as g
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import anniversary
from kerjasama.core.errors import BadInput
from kerjasama.workflow.arrows import aside

BASIS = "Permendagri 1/2023"


class NaskahFromPaper:
    """The text in this system is the one that was marked; those who gave their paraf on paper are named with the day."""

    @aside(
        Stage.DRAFTING, (Stage.PARAF, Stage.SIGNING_PREPARATION), "Masukkan paraf di atas kertas",
        g.case_goes_on, g.has_text, g.has_mandatory_clauses, g.has_work_plan, g.dprd_allows_drafting, g.parent_in_force, g.remarks_are_answered,
        slug="masuk-dari-kertas", offices=(Office.KABAG,), asks_reason=True, danger=True, basis=BASIS, off=(Trait.FOREIGN, Trait.AMENDS),
    )  # fmt: skip
    def enter_from_paper(self, act: Any) -> str:
        """The exact text is locked as the legal review would; what was given on paper counts, the rest of the chain goes on here."""
        chain, beside = list(parameters.value("paraf_chain")), list(parameters.value("paraf_coordination"))
        given = act.data["given"]
        _refuse_wrong_order(chain, beside, given)
        newest = self.versions.first()
        self.locked_version, self.text_hash, self.from_paper_on = newest, newest.text_hash, act.occurred_on
        act.record.update(
            version=newest.number,
            text_hash=newest.text_hash,
            given={office: day.isoformat() for office, day in given.items()},
        )
        return Stage.SIGNING_PREPARATION if all(office in given for office in (*chain, *beside)) else Stage.PARAF

    @aside(
        Stage.DRAFTING, Stage.VALIDATION, "Masukkan naskah bertanda tangan",
        g.case_goes_on, g.has_text, g.dprd_allows_signing, g.parent_in_force,
        slug="masuk-sudah-ditandatangani", offices=(Office.KABAG,), asks_reason=True, danger=True, dated=True, predates=True,
        basis="PP 28/2018 Pasal 6 ayat (1) huruf d dan g", off=(Trait.CONFIRMED, Trait.YEARLY, Trait.AMENDS),
    )  # fmt: skip
    def enter_signed(self, act: Any) -> None:
        """A naskah that holds: signed on paper on the day of the act, with its scan, which a second person compares before it is registered.

        Abroad this is a letter of intent only: what the Menlu confirmed and the Menteri approved of a naskah is bound to its exact text here.
        """
        self.refuse_unconsulted(act.occurred_on)
        last, today = act.data["ends_on"], clock.today()
        if last < today:
            told = (
                "Naskah yang sudah berakhir masuk register sebagai naskah lama, lewat impor atau halaman naskah lama."
            )
            raise BadInput("Naskah sudah berakhir.", errors={"ends_on": [told]})
        if last <= act.occurred_on:
            raise BadInput(
                "Jangka waktu salah.", errors={"ends_on": ["Hari terakhir terletak sesudah penandatanganan."]}
            )
        if Trait.INTENT in self.route.traits and last > anniversary(act.occurred_on, 1):
            told = "Masa berlaku LoI paling lama satu tahun sejak ditandatangani (Permendagri 25/2020 Pasal 14)."
            raise BadInput("Jangka waktu salah.", errors={"ends_on": [told]})
        newest = self.versions.first()
        self.locked_version, self.text_hash, self.from_paper_on = newest, newest.text_hash, today
        self.signed_on = self.starts_on = act.occurred_on
        self.ends_on, self.exchanged_on, self.scanned_by = last, act.occurred_on, act.by
        act.record.update(version=newest.number, text_hash=newest.text_hash, ends_on=last.isoformat())


def _refuse_wrong_order(chain: list[str], beside: list[str], given: dict[str, Any]) -> None:
    """The hierarchy is walked in order, its last office after those beside it; nobody marks a text of tomorrow."""
    marked = [office for office in chain if office in given]
    errors: dict[str, list[str]] = {}
    if not marked:
        errors[f"on_{chain[0]}"] = [
            "Sebut sedikitnya paraf pertama. Tanpa paraf di atas kertas, kirim naskah ke Bagian Hukum seperti biasa."
        ]
    elif marked != chain[: len(marked)]:
        first = next(office for office in chain if office not in given)
        errors[f"on_{first}"] = ["Paraf hierarki berurutan: paraf ini mendahului yang sesudahnya."]
    elif [given[office] for office in marked] != sorted(given[office] for office in marked):
        errors[f"on_{marked[-1]}"] = ["Paraf hierarki berurutan: tanggalnya tidak boleh mendahului paraf sebelumnya."]
    if marked == chain and any(office not in given for office in beside):
        waiting = next(office for office in beside if office not in given)
        errors[f"on_{waiting}"] = ["Paraf koordinasi selesai sebelum pejabat terakhir paraf hierarki."]
    for office, day in given.items():
        if day > clock.today():
            errors[f"on_{office}"] = ["Tanggal tidak boleh sesudah hari ini."]
    if errors:
        raise BadInput("Paraf di atas kertas belum benar.", errors=errors)
