"""What must hold before an act on a naskah in force: its term, its evaluation, what stands on it, disputes."""

from collections.abc import Iterator
from typing import Any

from agreements import renewals
from agreements.amendments import under_way
from agreements.evaluated import evaluation_lacks, proposed_on_lacks
from agreements.stages import Grant, Instrument, Renewal, Stage, Trait
from kerjasama.core import clock
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard

PM25 = "Permendagri 25/2020 Pasal"


@guard()
def term_runs(agreement: Any) -> Iterator[str]:
    """Nothing is changed and nothing extended after the last day (a new naskah takes its place)."""
    if agreement.ends_on is not None and clock.today() > agreement.ends_on:
        yield f"Naskah ini berakhir {date_long(agreement.ends_on)}. {agreement.route.place(Stage.ENDED).advice}"


@guard()
def extension_is_open(agreement: Any) -> Iterator[str]:
    """An extension is proposed once the end comes near, not years before."""
    opens = renewals.opens_on(agreement)
    if clock.today() < opens:
        yield f"Perpanjangan dapat diusulkan sejak {date_long(opens)}."


@guard(basis="Pedoman monev daerah")
def evaluated_to_go_on(agreement: Any) -> Iterator[str]:
    """The newest evaluation says that the cooperation goes on or grows, and judges its last year."""
    lacking = evaluation_lacks(agreement, clock.today())
    if lacking:
        yield lacking


@guard(basis="Pedoman monev daerah")
def proposal_was_evaluated(agreement: Any) -> Iterator[str]:
    """What the extension was proposed on still stands: no newer evaluation concludes otherwise."""
    lacking = proposed_on_lacks(agreement)
    if lacking:
        yield lacking


@guard(basis=f"{PM25} 33", on=(Trait.CONFIRMED,))
def notice_is_not_late(agreement: Any) -> Iterator[str]:
    """Abroad the Menteri hears of an extension six months before the end at the latest."""
    last = renewals.notice_by(agreement)
    if agreement.extension_notified_on is None and last is not None and clock.today() > last:
        yield f"Batas memberitahukan perpanjangan kepada Menteri sudah lewat, yaitu {date_long(last)}."


@guard("Perpanjangan sudah diusulkan.", hides=True)
def extension_is_not_proposed(agreement: Any) -> bool:
    return agreement.renewal != Renewal.EXTEND or renewals.has_failed(agreement)


@guard("Perpanjangan belum diusulkan.", hides=True)
def extension_is_proposed(agreement: Any) -> bool:
    return agreement.renewal == Renewal.EXTEND


@guard("Pemberitahuan perpanjangan kepada Menteri belum dicatat.", basis=f"{PM25} 33", on=(Trait.CONFIRMED,))
def notice_was_given(agreement: Any) -> bool:
    return agreement.extension_notified_on is not None


@guard("Tidak ada adendum yang sedang disusun.")
def adendum_is_under_way(agreement: Any) -> bool:
    return under_way(agreement) is not None


@guard("Pemberitahuan perpanjangan sudah dicatat.", hides=True)
def notice_is_owed(agreement: Any) -> bool:
    return agreement.extension_notified_on is None


@guard("Belum waktunya memutuskan, atau sudah diputuskan.", hides=True)
def may_be_left_to_end(agreement: Any) -> bool:
    return agreement.renewal in (Renewal.ASKED, Renewal.EXTEND, Renewal.REPLACE)


@guard("Keputusan perpanjangan belum waktunya diminta.")
def renewal_is_due(agreement: Any) -> bool:
    return renewals.is_undecided(agreement) and clock.today() >= renewals.opens_on(agreement)


@guard()
def nothing_stands_on_it(agreement: Any) -> Iterator[str]:
    """A KB is not ended early while a PKS under it runs; its adenda end with it."""
    for child in agreement.children.filter(stage=Stage.IN_FORCE).exclude(instrument=Instrument.ADD).order_by("pk"):
        yield f"{child.get_instrument_display()} di bawahnya masih berlaku: {child.title}. Akhiri naskah itu lebih dahulu."
    was = [child for old in agreement.continues.all() for child in old.children.all()]
    for old in [*agreement.old_children.all(), *was]:
        if _still_holds(old):
            yield f"Naskah lama di bawahnya masih berlaku: {old.shown_title}, {old.code}. Catat penghentiannya lebih dahulu."


def _still_holds(old: Any) -> bool:
    """Whether an old naskah under this one holds today as far as anybody knows; an adendum ends with what it changes."""
    if old.withdrawn_at or old.continued_as_id or old.stopped or old.instrument == Instrument.ADD:
        return False
    return old.open_ended or (old.ends_on is not None and old.ends_on >= clock.today())


@guard("Perselisihan sebelumnya belum selesai.", hides=True)
def no_open_dispute(agreement: Any) -> bool:
    return agreement.open_dispute is None


@guard("Tidak ada perselisihan yang sedang berjalan.", hides=True)
def has_open_dispute(agreement: Any) -> bool:
    return agreement.open_dispute is not None


@guard("Tidak ada tingkat penyelesaian berikutnya.")
def dispute_can_go_on(agreement: Any) -> bool:
    dispute = agreement.open_dispute
    return dispute is not None and renewals.next_dispute_step(agreement, dispute.step) is not None


@guard(
    "Naskah ini membawa hibah yang kepemilikan barangnya belum diatur: koordinasi dengan Menteri belum dicatat.",
    basis="PP 28/2018 Pasal 26", on=(Trait.CONFIRMED,),
)  # fmt: skip
def grant_is_coordinated(agreement: Any) -> bool:
    return agreement.grant != Grant.UNSETTLED or reviews.answered_exchange(agreement, "MINISTER", "GRANT") is not None


def goods_are_settled(agreement: Any) -> bool:
    """Whose the goods of a grant are: the naskah says it, or the Menteri was asked (PP 28/2018 art. 26)."""
    return agreement.grant == Grant.SETTLED or reviews.answered_exchange(agreement, "MINISTER", "GRANT") is not None


@guard("Tidak ada hibah yang perlu dikoordinasikan, atau koordinasinya sudah dicatat.", hides=True)
def grant_is_to_be_coordinated(agreement: Any) -> bool:
    # A grant that nobody foresaw may come to a naskah that was signed without one.
    signed = agreement.stage in (Stage.IN_FORCE, Stage.ENDED)
    return not goods_are_settled(agreement) and (signed or agreement.grant == Grant.UNSETTLED)
