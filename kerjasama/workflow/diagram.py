"""The routes as a document: diagrams and tables written from the code, never by hand."""

from collections.abc import Iterator
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import Arrow, Motion
from kerjasama.workflow.dbguards import staged_models
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Route, Step

HEAD = """# Siklus hidup

Halaman ini ditulis dari kode oleh `manage.py write_lifecycle_docs`; sebuah uji gagal bila halaman ini basi.
Rute ialah data (`routes.py` di setiap ruang), tindakan ialah metode bernama (`lifecycle.py`), syarat ialah pertanyaan
kecil (`guards.py`). Tahap hanya berubah lewat satu pintu, `kerjasama.workflow.services.perform`.
"""


def document() -> str:
    """The whole of docs/lifecycle.md."""
    parts = [HEAD]
    for model in staged_models():
        for route in model.ROUTES:
            parts.append(_chapter(model, route))
    return "\n".join(parts).rstrip() + "\n"


def _chapter(model: type[StagedModel], route: Route) -> str:
    lines = [
        f"## {route.label}",
        "",
        f"`{model._meta.label_lower}`, rute `{route.key}`, versi {route.version}, sejak {route.since:%d-%m-%Y}.",
        "",
    ]
    lines += ["```mermaid", "stateDiagram-v2", f"    [*] --> {route.first}", *_edges(model, route)]
    lines += [f"    {siding.stage} --> [*]" for siding in route.sidings if siding.closed]
    lines += ["```", "", "| tahap | jabatan | tenggat | dasar |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {model.label_of(step.stage)} (`{step.stage}`) | {_office(step.office)} | {_deadline(step)} | {step.basis} |"
        for step in route.steps
    ]
    lines += [
        f"| {model.label_of(s.stage)} (`{s.stage}`), di luar rute | {_office(s.office)} | – | {s.basis or '–'} |"
        for s in route.sidings
    ]
    lines += [
        "",
        "| tindakan | jabatan | dari | ke | syarat |",
        "| --- | --- | --- | --- | --- |",
        *_acts(model, route),
        "",
    ]
    return "\n".join(lines)


def _edges(model: type[StagedModel], route: Route) -> Iterator[str]:
    for arrow in model.arrows():
        if arrow.motion is Motion.STAY:
            continue
        for source in arrow.sources:
            for target in arrow.ends(route, source):
                if source != target:
                    yield f"    {source} --> {target}: {arrow.label}"


def _acts(model: type[StagedModel], route: Route) -> Iterator[str]:
    for arrow in model.arrows():
        pairs = [(source, arrow.ends(route, source)) for source in arrow.sources if arrow.ends(route, source)]
        if not pairs:
            continue
        sources = ", ".join(f"`{source}`" for source, _ in pairs)
        targets = ", ".join(dict.fromkeys(f"`{t}`" for _, ends in pairs for t in ends))
        yield f"| {arrow.label} (`{arrow.act}`) | {_offices(arrow, route)} | {sources} | {targets} | {_guards(arrow)} |"


def _offices(arrow: Arrow, route: Route) -> str:
    return ", ".join(_office(office) for office in arrow.in_charge(route))


def _office(code: str) -> str:
    return Office(code).label if code else "–"


def _guards(arrow: Arrow) -> str:
    return ", ".join(f"{guard.name} ({guard.basis})" if guard.basis else guard.name for guard in arrow.guards) or "–"


def _deadline(step: Step) -> str:
    if step.deadline is None:
        return "–"
    unit: Any = {"WORKING": "hari kerja", "CALENDAR": "hari kalender"}[step.deadline.kind]
    start = (
        ", sejak diterima"
        if step.deadline.starts_on_receipt
        else ", sesudah dikembalikan"
        if step.deadline.after_return
        else ""
    )
    days = f"{step.deadline.fixed} menurut undang-undang" if step.deadline.fixed else f"`{step.deadline.parameter}`"
    return f"{days} ({unit}{start})"
