"""What acts on a case with a third party leave: legality papers, named rules, skipped stages, findings on the criteria."""

from typing import Any

from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.services import numbered
from proposals.effects import letters
from proposals.effects.tkksd import note_arrival
from proposals.guards.third_party import CRITERIA, unmet
from proposals.models import CriterionFinding, LegalPaper, SkippedStep, SpecialRule
from proposals.routes.traits import Trait
from proposals.stages import Answer

#: The kind under which legality papers are kept, also those that came in with an online request.
SENT = "LEGALITY"


def sent_papers(proposal: Any) -> list[Any]:
    """Legality papers of the case that nobody has described yet: what they are, and until when they hold."""
    described = set(proposal.legal_papers.values_list("document_id", flat=True))
    return [paper for paper in documents.of_subject(proposal).filter(kind=SENT) if paper.pk not in described]


def keep_legal_paper(proposal: Any, act: Any) -> None:
    """The paper with its file, number and the day until which it holds."""
    facts, partner = act.data, proposal.party_of(act.data.get("partner"))
    if facts["dated"] > clock.today():
        raise BadInput("Tanggal dokumen salah.", errors={"dated": ["Tanggal dokumen tidak boleh sesudah hari ini."]})
    if facts.get("expires_on") and facts["expires_on"] < facts["dated"]:
        raise BadInput("Masa berlaku salah.", errors={"expires_on": ["Masa berlaku mendahului tanggal dokumen."]})
    row = LegalPaper(
        partner=partner, proposal=proposal, kind=facts["kind"], number=facts["number"].strip(), dated=facts["dated"],
        expires_on=facts.get("expires_on"), document_id=0,
    )  # fmt: skip
    document = next((paper for paper in sent_papers(proposal) if paper.pk == facts.get("document")), None)
    if document is None and not facts.get("file"):
        raise BadInput("Berkas belum ada.", errors={"file": ["Unggah berkas untuk “Pindaian dokumen”"]})
    if document is None:
        document = papers_out.attach_upload(
            proposal, SENT, f"{row.get_kind_display()} {partner.name}", facts["file"], by=act.by, number=row.number, dated=row.dated
        )  # fmt: skip
    row.document_id = document.pk
    row._history_user = act.by
    row.save()
    act.record.setdefault("documents", []).append(document.pk)
    act.record["partner"] = partner.pk


def keep_rule(about: str) -> Any:
    """A record that keeps the regulation which governs this object besides."""

    def record(proposal: Any, act: Any) -> None:
        row = SpecialRule(
            proposal=proposal, about=about, regulation=act.data["regulation"].strip(), note=act.data.get("note", ""),
            acknowledged_on=act.occurred_on,
        )  # fmt: skip
        row._history_user = act.by
        row.save()

    return record


def keep_skipped(proposal: Any, act: Any) -> None:
    """The stage that was skipped, by which article and why."""
    row = SkippedStep(
        proposal=proposal, stage=act.record["stage"], basis=act.data["legal_basis"].strip(), reason=act.reason, skipped_on=act.occurred_on
    )  # fmt: skip
    row._history_user = act.by
    row.save()


def keep_findings(proposal: Any, act: Any) -> None:
    """Each criterion with its finding and reason; a later finding takes the place of the former, which stays in the history."""
    findings = act.data["findings"]
    for code in CRITERIA:
        met, reason = findings.get(code, (None, ""))
        if met is None or not reason.strip():
            raise BadInput(
                "Kriteria belum lengkap.", errors={f"reason_{code}": ["Nilai kriteria ini dan tulis alasannya."]}
            )
        row = CriterionFinding.objects.filter(proposal=proposal, criterion=code).first() or CriterionFinding(
            proposal=proposal, criterion=code
        )
        row.met, row.reason, row.found_on = met, reason.strip(), act.occurred_on
        row._history_user = act.by
        row.save()


def conclude_as_found(proposal: Any, act: Any) -> None:
    """The TKKSD cannot recommend what fails a criterion (PP 28/2018 art. 18(1): all three)."""
    if Trait.CRITERIA in proposal.route.traits and act.data["conclusion"] != "NOT_RECOMMENDED":
        lacking = list(unmet(proposal))
        if lacking:
            raise BadInput(
                "Kesimpulan tidak sesuai dengan penilaian kriteria.",
                errors={"conclusion": ["Ketiga kriteria wajib terpenuhi (PP 28/2018 Pasal 18 ayat (1)).", *lacking]},
            )


def answer_as_found(proposal: Any, act: Any) -> None:
    """No letter of willingness against the criteria or the recommendation."""
    skipped = proposal.skipped_steps.filter(stage="TKKSD_REVIEW").exists()
    if Trait.CRITERIA not in proposal.route.traits or act.data["answer"] != Answer.WILLING or skipped:
        return
    lacking = list(unmet(proposal))
    item = reviews.current_item(proposal)
    if item is not None and item.conclusion == "NOT_RECOMMENDED":
        lacking.append("TKKSD tidak merekomendasikan usulan ini.")
    if lacking:
        raise BadInput("Kesediaan tidak dapat diberikan.", errors={"answer": lacking})


@numbered(letters.SERIES_LETTER, papers=lambda proposal: len(proposal.counterparts))
def issue_refusal(proposal: Any, act: Any) -> None:
    """The letter of refusal for the Kepala Daerah, with what is not met and the reason of the team."""
    act.data["answer"] = Answer.REFUSED
    act.data["statement"] = "\n".join([*unmet(proposal), act.reason])
    letters.issue_answer(proposal, act)


THIRD_PARTY = {
    "verify": (note_arrival,),
    "record_legal_paper": (keep_legal_paper,),
    "acknowledge_sector_law": (keep_rule("SECTOR"),),
    "acknowledge_asset_rules": (keep_rule("ASSETS"),),
    "skip_step": (keep_skipped,),
    "assess_criteria": (keep_findings,),
    "prepare_refusal": (issue_refusal,),
}
THIRD_PARTY_TOLD = ("confirm_legality", "skip_step", "assess_criteria", "prepare_refusal")
