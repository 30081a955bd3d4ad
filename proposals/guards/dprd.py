"""Whether the DPRD must approve, and what must hold on the way to it."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock, parameters
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard
from proposals.dprd import ALWAYS, BASIS, NEVER_FORWARDED, Requirement, dprd_requirement
from proposals.routes.traits import Trait


def requirement_of(proposal: Any) -> Requirement:
    """Whether the DPRD must approve this case, by its route, its facts and the policy in force."""
    traits = proposal.route.traits
    if Trait.DPRD_ALWAYS in traits:
        return ALWAYS
    if Trait.FORWARDED in traits:
        return NEVER_FORWARDED
    return dprd_requirement(
        proposal.burdens_community,
        proposal.burdens_region,
        proposal.unbudgeted,
        policy=parameters.value("dprd_policy"),
        uses_assets=proposal.uses_assets,
        assets_count=parameters.value("dprd_when_bmd"),
    )


@guard(basis=BASIS)
def dprd_is_needed(proposal: Any) -> Iterator[str]:
    """By the recorded facts the DPRD must approve."""
    answer = requirement_of(proposal)
    if not answer.required:
        yield answer.sentence


@guard(basis=BASIS)
def dprd_is_not_needed(proposal: Any) -> Iterator[str]:
    """By the recorded facts the DPRD need not approve, and the APBD evidence is named."""
    answer = requirement_of(proposal)
    if answer.required is not False:
        yield answer.sentence
    elif not proposal.budget_reference.strip():
        yield "Rujukan APBD/DPA sebagai bukti teranggarkan belum disebut."


@guard("Tidak ada adendum yang menyangkut uang, pungutan, atau aset daerah dan belum dinilai.", hides=True)
def change_asks_again(proposal: Any) -> bool:
    """An adendum under way that was opened after the question was last asked anew."""
    change = proposal.agreements.filter(again_to_dprd=True, signed_on__isnull=True).exclude(stage="CANCELLED")
    asked = proposal.events.filter(act="reassess_dprd").order_by("-pk").first()
    return change.filter(**({"created_at__gt": asked.recorded_at} if asked else {})).exists()


@guard("Permohonan telah diterima Sekretariat DPRD.", hides=True)
def dprd_awaits_receipt(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.received_on is None


@guard("Permohonan belum diterima Sekretariat DPRD. Catat penerimaannya lebih dahulu.")
def dprd_has_received(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.received_on is not None


@guard("Permohonan belum diteruskan kepada komisi. Catat komisinya lebih dahulu.")
def dprd_has_committee(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and bool(clearance.committee)


@guard("Tidak ada catatan DPRD yang masih terbuka.", hides=True)
def has_open_note(proposal: Any) -> bool:
    return bool(reviews.open_notes(proposal))


@guard("Batas waktu DPRD belum lewat.", hides=True)
def dprd_is_overdue(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.due_on is not None and clock.today() > clearance.due_on


@guard(
    "Diamnya DPRD tidak dianggap persetujuan untuk kerja sama dalam negeri (parameter dprd_silence_is_consent).",
    basis="PP 28/2018 tidak mengaturnya untuk KSDD",
)
def silence_is_consent(proposal: Any) -> bool:
    """Abroad the law itself deems it approved (Permendagri 25/2020 art. 17(3)-(4)); at home a parameter decides."""
    return Trait.DPRD_ALWAYS in proposal.route.traits or bool(parameters.value("dprd_silence_is_consent"))
