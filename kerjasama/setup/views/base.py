"""What every step page shares: the line of steps, what is missing here, the way on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office
from kerjasama.setup import readiness
from kerjasama.setup.readiness import Check
from kerjasama.setup.steps import BY_SLUG, STEPS, Step

ROOT = "Penyiapan"


def allow(request: HttpRequest) -> None:
    """Raise NotYours for everybody but the administrator."""
    permissions.require(request.user, Office.ADMIN)


def address(step: Step) -> str:
    """The page of a step."""
    return reverse(f"setup:{step.slug}")


def page(
    request: HttpRequest, slug: str, template: str, context: dict[str, Any], *, status: int = 200, crumb: str = ""
) -> HttpResponse:
    """A page of a step, with the steps and the checks of this one beside it."""
    step = BY_SLUG[slug]
    found = readiness.checks()
    place = STEPS.index(step)
    onward = STEPS[place + 1] if place + 1 < len(STEPS) else None
    crumbs = [{"label": ROOT, "url": reverse("setup:overview")}, {"label": step.title, "url": address(step)}]
    shared = {
        "step": step,
        "steps": steps_line(found, step),
        "step_checks": [check for check in found if check.step == slug],
        "next_url": address(onward) if onward else reverse("setup:overview"),
        "next_label": f"Lanjut: {onward.title}" if onward else "Ke ringkasan",
        "crumbs": [*crumbs, {"label": crumb}] if crumb else crumbs,
    }
    return render(request, template, {**shared, **context}, status=status)


def steps_line(found: list[Check], now: Step | None = None) -> list[dict[str, str]]:
    """The steps for components/steps.html."""
    line = []
    for step, own in readiness.by_step(found).items():
        lacking = sum(check.needed and not check.ok for check in own)
        state = "now" if step == now else "todo" if lacking else "done"
        detail = f"{lacking} belum" if lacking else "lengkap"
        line.append({"label": step.title, "url": address(step), "state": state, "detail": detail})
    return line
