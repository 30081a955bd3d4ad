"""What must hold before an adendum is signed."""

from collections.abc import Iterator
from typing import Any

from agreements.amendments import changes_in
from agreements.evaluated import proposed_on_lacks
from agreements.renewals import longest_end
from agreements.stages import Renewal, Stage, Trait
from kerjasama.core import clock
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard

AMENDS = (Trait.AMENDS,)


@guard(basis="Adendum hanya selama naskah berlaku", on=AMENDS)
def changed_naskah_runs(agreement: Any) -> Iterator[str]:
    """Nothing is changed after the end of the naskah."""
    parent = agreement.parent
    if parent.stage != Stage.IN_FORCE or clock.today() > parent.ends_on:
        yield f"Naskah yang diubah tidak berlaku lagi (berakhir {date_long(parent.ended_on or parent.ends_on)})."


@guard(basis="PP 28/2018 Pasal 6 ayat (2)", on=AMENDS)
def dprd_was_asked_again(agreement: Any) -> Iterator[str]:
    """A change of money, levies or assets: the question of the DPRD is answered anew after it was written."""
    if not agreement.again_to_dprd:
        return
    proposal = agreement.proposal
    asked = proposal.events.filter(act="reassess_dprd", recorded_at__gte=agreement.created_at).exists()
    if not asked or not proposal.dprd_outcome:
        yield "Perubahan ini menyangkut uang, pungutan, atau aset daerah: keperluan persetujuan DPRD dinilai kembali lebih dahulu."
    for note in reviews.open_notes(proposal):
        yield f"Catatan DPRD belum ditindaklanjuti: {note.text}"


@guard(basis="Pedoman monev daerah", on=AMENDS)
def extension_is_evaluated(agreement: Any) -> Iterator[str]:
    """A later last day is an extension: proposed, and evaluated to go on or to grow (statute 8).

    The evaluation is as old as it was when the extension was proposed; what a newer one concludes still counts.
    """
    parent, moved = agreement.parent, changes_in(agreement).new_end
    if moved is None or moved <= parent.ends_on:
        return
    longest = longest_end(parent)
    if moved > longest:
        yield f"Hari terakhir yang baru melewati jangka waktu paling lama, yaitu {date_long(longest)}."
    if parent.renewal != Renewal.EXTEND:
        yield "Perpanjangan belum diusulkan oleh perangkat daerah pelaksana."
    lacking = proposed_on_lacks(parent)
    if lacking:
        yield lacking


@guard("Adendum belum mengubah apa pun.", on=AMENDS)
def changes_something(agreement: Any) -> bool:
    changes = changes_in(agreement)
    return bool(changes.rows) or changes.new_end is not None


#: What is asked of an adendum each time before a party signs.
BEFORE_SIGNING = (changed_naskah_runs, dprd_was_asked_again, extension_is_evaluated)
