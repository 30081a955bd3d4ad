"""Reports, evaluations, indicators and work plans of naskah in force."""

from monitoring.models.evaluation import Evaluation, Finding
from monitoring.models.partner import PartnerReport
from monitoring.models.plan import Activity, Indicator, WorkPlan, YearTarget
from monitoring.models.report import Report

__all__ = ["Activity", "Evaluation", "Finding", "Indicator", "PartnerReport", "Report", "WorkPlan", "YearTarget"]
