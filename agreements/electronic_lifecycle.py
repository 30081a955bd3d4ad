"""The acts of a naskah that its parties sign electronically: ours in this system, each other party in its own."""

from typing import Any

from agreements import electronic_guards as e
from agreements import guards as g
from agreements.amending_guards import BEFORE_SIGNING
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.core.text import date_long
from kerjasama.workflow.arrows import aside, stay

BASIS = "PP 71/2019 Pasal 59, Pasal 62, Pasal 64"
ELECTRONIC = (Trait.ELECTRONIC,)


class Electronic:
    """Acts that stand on domestic routes only; they are hidden while the parties sign on paper."""

    @stay(
        Stage.SIGNING, "Tandatangani secara elektronik",
        e.signs_electronically, e.we_have_not_signed, e.is_the_signatory, g.case_goes_on, g.all_paraf_given, g.dprd_allows_signing,
        g.legality_holds, g.paper_is_ready, g.planned_day_has_come, e.nothing_in_doubt, *BEFORE_SIGNING,
        slug="tandatangani-elektronik", offices=(Office.KDH, Office.OPD), basis=BASIS, on=ELECTRONIC,
    )  # fmt: skip
    def sign_electronically(self, act: Any) -> None:
        """Our side has signed this exact file; the naskah waits for the other parties."""
        act.record.update(consent=True, text_hash=self.text_hash, by_power=self.by_power)

    @aside(
        Stage.SIGNING, (Stage.SIGNING, Stage.VALIDATION), "Terima berkas bertanda tangan mitra",
        e.signs_electronically, e.we_have_signed, g.case_goes_on, g.all_paraf_given, g.dprd_allows_signing, g.legality_holds, *BEFORE_SIGNING,
        slug="terima-berkas-mitra", offices=(Office.BAGIAN,), dated=True, basis=BASIS, on=ELECTRONIC,
    )  # fmt: skip
    def receive_signed(self, act: Any) -> str:
        """A party has signed our file in its own system. The term begins when the last one has."""
        self._take(act)
        if self.parties.filter(signed_on__isnull=True).exclude(order=act.data["party"]).exists():
            return Stage.SIGNING
        self._begin_electronic_term(act)
        return Stage.VALIDATION

    @aside(
        Stage.SCANNING, Stage.VALIDATION, "Terima kembali berkas bertanda tangan mitra", e.signs_electronically, g.case_goes_on,
        slug="terima-kembali-berkas-mitra", offices=(Office.BAGIAN,), dated=True, predates=True, basis=BASIS, on=ELECTRONIC,
    )  # fmt: skip
    def receive_again(self, act: Any) -> None:
        """The second person did not accept the file: the party has signed ours once more."""
        self._take(act)
        self._begin_electronic_term(act)

    def _take(self, act: Any) -> None:
        """Whoever takes a file in does not check it; and nobody signs our file before we have."""
        day, ours = act.occurred_on, self.parties.get(partner__isnull=True).signed_on
        if day < ours:
            told = f"Kita menandatangani pada {date_long(ours)}; mitra menandatangani berkas kita sesudahnya."
            raise BadInput("Tanggal penandatanganan mitra salah.", errors={"occurred_on": [told]})
        self.scanned_by = act.by

    @stay(
        Stage.SIGNING, "Catat hasil pemeriksaan tanda tangan", e.signs_electronically, e.is_in_doubt,
        slug="catat-perlu-cek", offices=(Office.BAGIAN, Office.KABAG), asks_reason=True, on=ELECTRONIC,
    )  # fmt: skip
    def settle_doubt(self, act: Any) -> None:
        """Somebody has looked at the signing service: what was asked there gave no file, and may be asked again."""

    def _begin_electronic_term(self, act: Any) -> None:
        """The naskah is signed on the day of its last signature."""
        others = self.parties.filter(signed_on__isnull=False).exclude(order=act.data["party"])
        day = max([act.occurred_on, *others.values_list("signed_on", flat=True)])
        self.refuse_late_amendment(day)
        act.record["first"] = self.signed_on is None
        self.signed_on = self.starts_on = day
        self.ends_on = self.last_day(day)
        act.record["text_hash"] = self.text_hash
