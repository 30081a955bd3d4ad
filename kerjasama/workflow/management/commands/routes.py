"""Print kinds, stages, acts, offices, guards and legal basis, as the code has them."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kerjasama.workflow.dbguards import staged_models
from kerjasama.workflow.phases import PHASES
from kerjasama.workflow.routes import Step


class Command(BaseCommand):
    help = "Menampilkan rute: tahap, tindakan, jabatan, syarat, dan dasar hukum."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        told = [_route(model, route) for model in staged_models() for route in model.ROUTES]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            return
        for route in told:
            self.stdout.write(f"{route['subject']} {route['key']} versi {route['version']}: {route['label']}")
            for step in route["steps"]:
                self.stdout.write(f"  {step['stage']:<24} {step['office']:<10} {step['basis']}")


def _route(model: Any, route: Any) -> dict[str, Any]:
    return {
        "subject": model._meta.label_lower,
        "key": route.key,
        "version": route.version,
        "label": route.label,
        "kind": route.key.split(".", 1)[0],
        "since": route.since.isoformat(),
        "traits": sorted(route.traits),
        "phases": [{"code": p.code, "label": p.label, "basis": p.basis} for p in PHASES.get(route.phases, ())],
        "waits_for_dprd": sorted(str(instrument) for instrument in route.gated),
        "steps": [
            {
                "stage": s.stage,
                "label": s.label or model.label_of(s.stage),
                "phase": s.phase,
                "office": s.office,
                "basis": s.basis,
                "gate": s.gate,
                "deadline": _deadline(s),
            }
            for s in route.steps
        ],
        "sidings": [
            {"stage": s.stage, "office": s.office, "closed": s.closed, "basis": s.basis} for s in route.sidings
        ],
        "acts": [
            {
                "act": arrow.act,
                "slug": arrow.slug,
                "label": arrow.label,
                "offices": list(arrow.in_charge(route)),
                "edges": [[source, target] for source in arrow.sources for target in arrow.ends(route, source)],
                "guards": [{"name": guard.name, "basis": guard.basis} for guard in arrow.guards],
                "basis": arrow.basis,
            }
            for arrow in model.arrows()
            if any(arrow.ends(route, source) for source in arrow.sources)
        ],
    }


def _deadline(step: Step) -> str:
    """The parameter that holds the days of a step, or the days that the law itself names; empty without a deadline."""
    if step.deadline is None:
        return ""
    return step.deadline.parameter or str(step.deadline.fixed)
