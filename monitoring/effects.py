"""What follows an act on a monev report."""

from datetime import date
from decimal import Decimal
from typing import Any

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput
from kerjasama.core.text import date_long
from kerjasama.documents import corrections, papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.signers import signer_for
from kerjasama.notifications import notices
from kerjasama.workflow.services import Effects
from monitoring.findings import due_lacks
from monitoring.light import worst
from monitoring.lights import light_parts
from monitoring.models import Evaluation, Finding
from monitoring.routes import FOREIGN
from monitoring.stages import FOREIGN_FIELDS, POINTS, Light


def _names(agreement: Agreement) -> tuple[str, str]:
    ours = agreement.parties.filter(partner__isnull=True).first()
    theirs = agreement.parties.filter(partner__isnull=False).first()
    return (ours.number if ours else "", theirs.name if theirs else "")


def _foreign_parts(report: Any) -> list[tuple[str, str]]:
    if FOREIGN not in report.route.traits:
        return []
    return [(report._meta.get_field(n).verbose_name.capitalize(), getattr(report, n)) for n in FOREIGN_FIELDS]


def _percent(figure: int | None) -> str:
    return "" if figure is None else f"{figure}%"


def _activity(row: dict[str, Any]) -> tuple[str, str, str, str]:
    return (row["text"], _percent(row["percent"]), _percent(row.get("expected")), row.get("note", ""))


def _indicator(row: dict[str, Any]) -> tuple[str, str, str, str, str]:
    share = _percent(row.get("percent")) or row.get("why", "")
    return (row["name"], row["target"], row.get("expected", ""), row["realised"], share)


def _partner_words(report: Any) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What each partner has said of the period by now, under its labels."""
    words = (("Pelaksanaan", "activities"), ("Kontribusi", "contribution"), ("Permasalahan", "problems"))
    return [
        (
            row.party.name, ", ".join(filter(None, (row.number and f"nomor {row.number}", date_long(row.told_on)))),
            [(label, getattr(row, name)) for label, name in words if getattr(row, name)],
        )
        for row in report.partner_reports.select_related("party")
    ]  # fmt: skip


def issue_report(report: Any, act: Any) -> None:
    """The report as a paper; a returned one is superseded by the next."""
    number, partner = _names(report.agreement)
    context = papers.monev_report(
        title=report.agreement.title, number_of_agreement=number, partner_name=partner,
        unit_name=report.agreement.executing_unit.name, period=report.period_label, activities=report.activities,
        outputs=report.outputs, outcomes=report.outcomes,
        progress=[_activity(row) for row in report.progress], indicators=[_indicator(row) for row in report.indicators],
        partners=_partner_words(report),
        budget_planned=report.budget_planned or Decimal(0), budget_realised=report.budget_realised, problems=report.problems,
        follow_up=report.follow_up, more=_foreign_parts(report), signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    before = documents.latest(report, "MONEV_REPORT")
    fresh = services.issue(
        report, "MONEV_REPORT", template="laporan_monev", context=context, by=act.by, title=f"Laporan Monev {report.period_label}",
        dated=act.occurred_on,
    )  # fmt: skip
    if before is not None:
        services.supersede(before, fresh, by=act.by)
    act.record["documents"] = [fresh.pk]


def keep_evaluation(report: Any, act: Any) -> None:
    """The scores, notes, recommendation and findings; a returned evaluation is written anew, its history stays."""
    facts = act.data
    scores = {key: int(facts["scores"][key]) for key, _ in POINTS}
    average = (Decimal(sum(scores.values())) / len(scores)).quantize(Decimal("0.01"))
    evaluation = Evaluation.objects.filter(report=report).first() or Evaluation(report=report)
    evaluation.scores, evaluation.notes, evaluation.average = scores, facts["notes"], average
    evaluation.verdict, evaluation.summary = facts["verdict"], facts["summary"]
    parts = light_parts(report, average)
    evaluation.light, evaluation.parts = worst(parts), [part.as_json() for part in parts]
    evaluation.evaluated_by, evaluation.evaluated_on = act.by, act.occurred_on
    evaluation.save()
    for finding in evaluation.findings.filter(withdrawn=False):
        finding.withdrawn = True
        finding.save()
    _refuse_due(facts["findings"], act.occurred_on)
    for row in facts["findings"]:
        Finding.objects.create(evaluation=evaluation, **row)
    act.record.update(average=str(average), verdict=evaluation.verdict, light=evaluation.light)


def _refuse_due(rows: list[dict[str, Any]], found_on: date) -> None:
    wrong = {f"due_{n}": due_lacks(row["due_on"], found_on) for n, row in enumerate(rows, start=1) if row.get("due_on")}
    errors = {name: [told] for name, told in wrong.items() if told}
    if errors:
        raise BadInput("Tenggat temuan salah.", errors=errors)


def issue_evaluation(report: Any, act: Any) -> None:
    """The evaluation as a paper, once the Kabag confirms it."""
    evaluation = report.evaluation
    number, _ = _names(report.agreement)
    context = papers.evaluation(
        title=report.agreement.title, number_of_agreement=number, period=report.period_label,
        points=[(label, evaluation.scores[key], evaluation.notes.get(key, "")) for key, label in POINTS],
        average=evaluation.average, light=evaluation.get_light_display(),
        parts=[{"lines": [], **part, "light": Light(part["light"]).label} for part in evaluation.parts],
        summary=evaluation.summary, recommendation=evaluation.get_verdict_display(), partners=_partner_words(report),
        findings=[(f.text, f.owner, f.due_on) for f in evaluation.findings.filter(withdrawn=False)],
        signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    document = services.issue(
        report, "EVALUATION", template="evaluasi_monev", context=context, by=act.by,
        title=f"Evaluasi Monev {report.period_label}", dated=act.occurred_on,
    )  # fmt: skip
    act.record["documents"] = [document.pk]


def tell_naskah(report: Any, act: Any) -> None:
    """The naskah learns what its newest evaluation concludes: an extension asks for it. One that has ended learns nothing more."""
    agreement = report.agreement
    if agreement.arrow("note_evaluation").ends(agreement.route, agreement.stage):
        act_on_agreement(
            agreement, "note_evaluation", by=act.by, verdict=str(report.evaluation.verdict), period=report.period_label,
            period_end=report.ends_on,
        )  # fmt: skip


def tell_concerned(report: Any, event: Any) -> None:
    """The executing unit, the Bagian and its head."""
    people = [
        *people_in(Office.OPD, report.agreement.executing_unit_id),
        *people_in(Office.BAGIAN),
        *people_in(Office.KABAG),
    ]
    notices.tell_concerned(report, event, people)


EFFECTS = Effects(
    records={"submit": (issue_report,), "evaluate": (keep_evaluation,), "close": (issue_evaluation, tell_naskah)}
    | corrections.RECORDS,
    notices={name: (tell_concerned,) for name in ("return_report", "return_evaluation", "close")},
    always=(notices.tell_turn,),
)
