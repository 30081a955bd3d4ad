"""The rows of a report, read from the register, monev and the cases under way; a fixed number of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from agreements.models import Agreement, CooperationResult, RegisterEntry
from agreements.register_standing import annotated
from agreements.stages import EndGround, Trait
from kerjasama.statutory.kinds import ReportKind
from kerjasama.workflow.statute import ShortStage
from monitoring.models import Report
from monitoring.schedule import Period
from monitoring.stages import FindingState
from monitoring.stages import Stage as MonevStage
from proposals.models import CaseStanding
from proposals.stages import Classification

#: An old naskah that somebody knows to have been stopped, but not when.
STOPPED_SOME_DAY = Q(old__isnull=False, state=RegisterEntry.State.ENDED, ended_on__isnull=True)
NO_REPORT = "Belum ada laporan"
NOT_REPORTED = "Tidak dilaporkan tersendiri"
STOPPED = "Dihentikan sebelum waktunya"
SCHEMA = "kerjasama/laporan/2"
#: Of which old naskah a report can tell nothing, and why; each is counted, so that nobody takes the report for the whole register.
UNKNOWN_KIND = "Naskah lama yang jenis kerja samanya belum diketahui, sehingga belum jelas dalam laporan mana ia dimuat"
UNKNOWN_DAY = "Naskah lama yang sudah dihentikan pada hari yang tidak diketahui, sehingga tidak dapat ditempatkan pada suatu periode"


def collect(rule: ReportKind, period: Period, today: date) -> dict[str, Any]:
    """Everything a report tells of a period as the data stand now, in a form that can be frozen."""
    entries = list(_entries(rule, period).select_related("proposal", "unit"))
    seen = _Seen(entries, period)
    return {
        "schema": SCHEMA, "kind": str(rule.kind), "year": period.year, "half": period.half,
        "starts_on": period.starts_on.isoformat(), "ends_on": period.ends_on.isoformat(), "as_of": today.isoformat(),
        "naskah": [seen.row(entry) for entry in entries],
        "process": [_process(standing) for standing in _running(rule, period)],
        "overdue": [_overdue(report) for report in _late(rule, period, today)], "left_out": _left_out(rule, period),
    }  # fmt: skip


def is_owed(rule: ReportKind, period: Period) -> bool:
    """Whether there is anything to tell of: a naskah of the period, or a case under way."""
    return _entries(rule, period).exists() or _running(rule, period).exists()


def holds_restricted(rule: ReportKind, period: Period) -> bool:
    """Whether a report names what only some offices may see."""
    narrow = Q(proposal__classification=Classification.RESTRICTED)
    return _entries(rule, period).filter(narrow).exists() or _running(rule, period).filter(narrow).exists()


def _entries(rule: ReportKind, period: Period) -> QuerySet[RegisterEntry]:
    """Every naskah signed by the end of the period and not over before it; a secret one is told by its own people only."""
    found = _of_period(period).filter(kind__in=rule.about).exclude(STOPPED_SOME_DAY)
    found = annotated(found.exclude(proposal__classification=Classification.SECRET), period.ends_on)
    return found.order_by("kind", "signed_on", "pk")


def _of_period(period: Period) -> QuerySet[RegisterEntry]:
    # Of an old naskah the day may be unknown; one whose own last day lay before the period is over.
    begun = Q(signed_on__lte=period.ends_on) | Q(signed_on__isnull=True)
    found = RegisterEntry.objects.filter(begun).exclude(old__isnull=False, ends_on__lt=period.starts_on)
    # One that lives on as a naskah of this system is told of there.
    found = found.exclude(state=RegisterEntry.State.GONE_ON)
    return found.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=period.starts_on))


def _left_out(rule: ReportKind, period: Period) -> list[dict[str, Any]]:
    """How many old naskah of the register a report can say nothing of, by the reason; one query."""
    counts = _of_period(period).aggregate(
        unclear=Count("pk", filter=Q(kind="")), undated=Count("pk", filter=Q(kind__in=rule.about) & STOPPED_SOME_DAY)
    )
    found = ((UNKNOWN_KIND, counts["unclear"]), (UNKNOWN_DAY, counts["undated"]))
    return [{"why": why, "count": count} for why, count in found if count]


def _running(rule: ReportKind, period: Period) -> QuerySet[CaseStanding]:
    """The cases under way that were handed in and begun by the end of the period."""
    found = CaseStanding.objects.filter(
        state=CaseStanding.State.RUNNING, proposal__kind__in=rule.about, proposal__act_count__gt=1, proposal__created_at__date__lte=period.ends_on
    )  # fmt: skip
    found = found.exclude(proposal__classification=Classification.SECRET).select_related("proposal__lead_unit")
    return found.prefetch_related("proposal__parties__partner").order_by("proposal__kind", "short", "pk")


def _late(rule: ReportKind, period: Period, today: date) -> QuerySet[Report]:
    """Monev reports up to this period that nobody has sent though they are due."""
    found = Report.objects.filter(
        stage=MonevStage.OPEN, due_on__lt=today, ends_on__lte=period.ends_on, agreement__proposal__kind__in=rule.about
    ).exclude(agreement__proposal__classification=Classification.SECRET)
    return found.select_related("agreement__executing_unit").order_by("due_on", "pk")


class _Seen:
    """What else is known of the naskah of a report: read once for all of them."""

    def __init__(self, entries: Iterable[RegisterEntry], period: Period) -> None:
        self.period = period
        keys = [entry.agreement_id for entry in entries if entry.agreement_id]
        self.naskah = Agreement.objects.in_bulk(keys)
        self.reports: dict[int, list[Report]] = defaultdict(list)
        sent = Report.objects.filter(
            agreement__in=keys, ends_on__range=(period.starts_on, period.ends_on)
        ).exclude(stage=MonevStage.OPEN)  # fmt: skip
        for report in sent.select_related("evaluation").prefetch_related("evaluation__findings").order_by("ends_on"):
            self.reports[report.agreement_id].append(report)
        self.results: dict[int, list[CooperationResult]] = defaultdict(list)
        came = CooperationResult.objects.filter(
            agreement__in=keys, received_on__range=(period.starts_on, period.ends_on)
        )
        for result in came:
            self.results[result.agreement_id].append(result)

    def row(self, entry: RegisterEntry) -> dict[str, Any]:
        """One naskah with everything a report tells of it."""
        case = entry.proposal
        return {
            "key": f"E{entry.pk}", "title": entry.title, "kind": entry.kind, "instrument": entry.get_instrument_display(),
            "category": case.get_category_display() if case else "", "parties": "\n".join(_party(party) for party in entry.parties),
            "signed_on": _iso(entry.signed_on), "starts_on": _iso(entry.starts_on), "ends_on": _iso(entry.ends_on),
            "unit": entry.unit.name if entry.unit else "", "state": state_on(entry, self.period.ends_on), **self._over(entry),
            **{name: getattr(case, name, "") for name in ("background", "aims", "scope", "benefits")},
            **self._told(entry, case), **self._brought(entry),
        }  # fmt: skip

    def _over(self, entry: RegisterEntry) -> dict[str, str]:
        """Since when it is over and why, where it is by the end of the period; an old one may have come to its own last day."""
        last = last_day(entry)
        if last is None or last > self.period.ends_on:
            return {"ended_on": "", "end_ground": ""}
        naskah = self.naskah.get(entry.agreement_id)
        of_old = STOPPED if entry.ended_on else str(EndGround.TERM.label)
        return {"ended_on": last.isoformat(), "end_ground": str(naskah.get_end_ground_display()) if naskah else of_old}

    def _told(self, entry: RegisterEntry, case: Any) -> dict[str, Any]:
        """From the reports of the period: money over all of them, words of the newest."""
        naskah = self.naskah.get(entry.agreement_id)
        silent = naskah is not None and Trait.UNREPORTED in naskah.route.traits
        reports = self.reports.get(entry.agreement_id, [])
        if not reports:
            return {"has_report": False, "report": NOT_REPORTED if silent else NO_REPORT}
        newest = reports[-1]
        return {
            "has_report": True, "report": f"{newest.period_label}, {newest.stage_label().lower()}",
            **{name: getattr(newest, name) for name in ("activities", "outputs", "outcomes", "problems", "follow_up")},
            "progress": "\n".join(f"{row.get('text', '')}: {_percent(row.get('percent'))}" for row in newest.progress),
            "indicators": "\n".join(_indicator(row) for row in newest.indicators),
            "financing": newest.cost_sources or getattr(case, "financing", ""),
            "planned": _sum(report.budget_planned for report in reports),
            "realised": _sum(report.budget_realised for report in reports), **_judged(reports),
        }  # fmt: skip

    def _brought(self, entry: RegisterEntry) -> dict[str, Any]:
        """Money with its STS, goods with their asset number."""
        results = self.results.get(entry.agreement_id, [])
        by_kind = {kind: [r.amount for r in results if r.kind == kind] for kind in CooperationResult.Kind.values}
        return {
            "money": _sum(by_kind[CooperationResult.Kind.MONEY]), "goods": _sum(by_kind[CooperationResult.Kind.GOODS]),
            "other": _sum(by_kind[CooperationResult.Kind.OTHER]),
            "results": "\n".join(_result(result) for result in results) or "Tidak tercatat",
        }  # fmt: skip


def last_day(entry: RegisterEntry) -> date | None:
    """The day of its end; no act ends an old naskah whose term is over, its own last day does."""
    return entry.ended_on or (entry.ends_on if entry.old_id is not None else None)


def state_on(entry: RegisterEntry, day: date) -> str:
    """How a naskah stood at the end of a period, whatever became of it later."""
    state = RegisterEntry.State
    last = last_day(entry)
    if last and last <= day:
        return str(state.ENDED.label)
    if entry.old_id is not None:
        return str(state(entry.standing).label)
    return str(state.SIGNED.label if entry.state == state.SIGNED else state.IN_FORCE.label)


def _judged(reports: list[Report]) -> dict[str, str]:
    """The conclusion of the newest evaluation that the Kabag has confirmed, and what is still to be put right."""
    closed = [report for report in reports if report.stage == MonevStage.CLOSED]
    if not closed:
        return dict.fromkeys(("light", "verdict", "findings"), "Belum dievaluasi")
    evaluation = closed[-1].evaluation
    open_ones = [
        finding for finding in evaluation.findings.all() if not finding.withdrawn and finding.state != FindingState.DONE
    ]
    findings = "\n".join(f"{finding.text} ({finding.owner})" for finding in open_ones)
    return {
        "light": str(evaluation.get_light_display()), "verdict": str(evaluation.get_verdict_display()), "findings": findings or "Tidak ada",
    }  # fmt: skip


def _process(standing: CaseStanding) -> dict[str, Any]:
    case = standing.proposal
    return {
        "key": f"U{case.pk}", "code": case.code, "title": case.title, "kind": case.kind, "partners": case.partner_names,
        "unit": case.lead_unit.name, "short": str(ShortStage(standing.short).label), "stage": standing.label, "since": _iso(standing.since),
    }  # fmt: skip


def _overdue(report: Report) -> dict[str, Any]:
    return {
        "key": f"M{report.pk}", "title": report.agreement.title, "unit": report.agreement.executing_unit.name,
        "period": report.period_label, "due_on": _iso(report.due_on),
    }  # fmt: skip


def _party(party: dict[str, Any]) -> str:
    return f"{party['name']}: {party['number']}" if party.get("number") else party["name"]


def _indicator(row: dict[str, Any]) -> str:
    return f"{row.get('name', '')}: {row.get('realised') or 'belum ada capaian'} dari target {row.get('target') or 'yang belum ditetapkan'}"


def _result(result: CooperationResult) -> str:
    booked = (
        [f"STS {result.deposit_number}"]
        if result.deposit_number
        else [f"aset {result.asset_number}"]
        if result.asset_number
        else []
    )
    return " ".join([result.description, *(f"({one})" for one in booked)])


def _percent(done: int | None) -> str:
    return "belum dilaporkan" if done is None else f"{done}%"


def _sum(amounts: Iterable[Decimal | None]) -> str:
    known = [amount for amount in amounts if amount is not None]
    return f"{sum(known, Decimal(0)):.2f}" if known else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
