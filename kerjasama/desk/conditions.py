"""Syarat penandatanganan: what must hold before the newest naskah is signed; computed, never typed."""

from typing import Any

from django.db.models import Q

from agreements.content import missing
from agreements.foreign_guards import confirmation
from agreements.models import Agreement
from agreements.stages import Stage
from agreements.stages import Trait as NaskahTrait
from kerjasama.accounts.offices import Office
from kerjasama.desk import abroad
from kerjasama.reviews import selectors as reviews
from proposals.guards import requirement_of
from proposals.guards.third_party import legality_lacks, study_lacks
from proposals.models import Proposal
from proposals.routes.traits import Trait
from proposals.stages import Stage as ProposalStage


def conditions(proposal: Proposal, agreements: list[Agreement]) -> dict[str, Any]:
    """The lines of components/checks.html, how many of them hold, and whether all do."""
    live = [a for a in agreements if a.stage != Stage.CANCELLED]
    lines = [*_before_naskah(proposal), *(_of_naskah(live[-1]) if live else [])]
    counted = [line for line in lines if line["state"] != "na"]
    met = sum(line["state"] == "ok" for line in counted)
    return {"lines": lines, "label": f"{met} dari {len(counted)}", "complete": met == len(counted)}


def _before_naskah(proposal: Proposal) -> list[dict[str, str]]:
    if Trait.FOREIGN in proposal.route.traits:
        return [*_abroad(proposal), *_dprd(proposal)]
    concluded = reviews.latest_conclusion(proposal)
    open_points = reviews.open_conditions(proposal) if concluded else []
    skipped = set(proposal.skipped_steps.values_list("stage", flat=True))
    lines = [*_willing(proposal, skipped), *_third_party(proposal)]
    if ProposalStage.TKKSD_REVIEW in skipped:
        lines.append({"state": "na", "text": "Pembahasan TKKSD", "detail": "digantikan peraturan sektor"})
    else:
        lines.append(
            _line(concluded in {"RECOMMENDED", "WITH_REPAIR"}, "Rekomendasi TKKSD", "belum ada kesimpulan rapat")
        )
    if open_points:
        lines.append(_line(False, "Syarat TKKSD dipenuhi", f"{len(open_points)} syarat belum dipenuhi"))
    return [*lines, *_dprd(proposal)]


def _abroad(proposal: Proposal) -> list[dict[str, str]]:
    concluded = reviews.latest_conclusion(proposal)
    lines = [_line(*condition) for condition in abroad.conditions(proposal)]
    tkksd = _line(concluded in {"RECOMMENDED", "WITH_REPAIR"}, "Rekomendasi TKKSD", "belum ada kesimpulan rapat")
    return [*lines, tkksd]


def _willing(proposal: Proposal, skipped: set[str]) -> list[dict[str, str]]:
    """The letter of willingness, theirs or ours, once it is signed; none where the route knows no such letter."""
    if "OFFER" in dict(proposal.route.skips):
        return []
    if skipped & {ProposalStage.OFFER_DRAFTING, ProposalStage.ANSWER_DRAFTING}:
        return [{"state": "na", "text": "Surat kesediaan", "detail": "digantikan peraturan sektor"}]
    answers = proposal.letters.filter(kind="ANSWER", answer="WILLING", annulled=False)
    signed = answers.filter(Q(ours=False) | Q(signed_on__isnull=False)).exists()
    basis = proposal.route.cite("PP 28/2018 Pasal 6 ayat (1) huruf b")
    return [_line(signed, "Surat kesediaan diterima", basis)]


def _third_party(proposal: Proposal) -> list[dict[str, str]]:
    """The study and the legality of a third party."""
    if Trait.THIRD_PARTY not in proposal.route.traits:
        return []
    study, legality = list(study_lacks(proposal)), list(legality_lacks(proposal))
    return [
        _line(not study, "Studi kelayakan", " ".join(study)),
        _line(not legality, "Legalitas mitra lengkap dan berlaku", " ".join(legality)),
    ]


def _dprd(proposal: Proposal) -> list[dict[str, str]]:
    if proposal.dprd_outcome == "NOT_REQUIRED":
        return [{"state": "na", "text": "Persetujuan DPRD tidak diperlukan", "detail": proposal.budget_reference}]
    lines = [_line(bool(proposal.dprd_outcome), "Persetujuan DPRD", requirement_of(proposal).sentence)]
    notes = reviews.open_notes(proposal)
    if notes:
        lines.append(_line(False, "Catatan DPRD ditindaklanjuti", f"{len(notes)} catatan belum ditindaklanjuti"))
    return lines


def _of_naskah(agreement: Agreement) -> list[dict[str, str]]:
    version = agreement.versions.first()
    absent = missing(agreement.route_key, version.content, blocking=True) if version else []
    parafs = [p for p in agreement.parafs.all() if p.version_id == agreement.locked_version_id]
    waiting = [Office(p.office).label for p in parafs if p.state == "PENDING"]
    lacking = f"kurang {', '.join(waiting)}" if waiting else "naskah belum dikunci untuk paraf"
    lines = [
        _line(confirmation(agreement) is not None, "Surat Konfirmasi atas teks ini", "belum ada, atau teksnya berubah")
    ]
    return [
        *(lines if NaskahTrait.CONFIRMED in agreement.route.traits else []),
        _line(not absent, "Naskah memuat pasal wajib", f"belum ada: {', '.join(r.label for r in absent)}"),
        _line(bool(parafs) and not waiting, "Paraf lengkap pada teks yang sama", lacking),
    ]


def _line(holds: bool, sentence: str, lacking: str) -> dict[str, str]:
    return {"state": "ok" if holds else "no", "text": sentence, "detail": "" if holds else lacking}
