"""Reads the page that was written by hand from the statute (matrix.md)."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any

from agreements.models import Agreement
from kerjasama.counter.models import OnlineRequest
from kerjasama.statutory.models import ReportEdition
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Route
from monitoring.models import Report
from proposals.models import PlanRow, PlanYear, Proposal

PAGE = Path(__file__).with_name("matrix.md")
#: Chapter -> the model it speaks of, and how the keys of its routes begin.
CHAPTERS: dict[str, tuple[type[StagedModel], tuple[str, ...]]] = {
    "usulan KSDD": (Proposal, ("KSDD.",)),
    "usulan KSDPK": (Proposal, ("KSDPK.",)),
    "usulan sinergi": (Proposal, ("SINERGI.",)),
    "usulan luar negeri": (Proposal, ("KSDPL.", "KSDLL.B.")),
    "usulan penerusan": (Proposal, ("KSDLL.A.",)),
    "adendum": (Agreement, ("KSDD.ADD", "KSDPK.ADD", "SINERGI.ADD")),
    "naskah": (Agreement, ("KSDD.", "KSDPK.", "SINERGI.")),
    "naskah luar negeri": (Agreement, ("FOREIGN.",)),
    "monev": (Report, ("KSDD.", "KSDPK.", "SINERGI.", "FOREIGN.")),
    "loket": (OnlineRequest, ("ONLINE.",)),
    "daftar rencana": (PlanYear, ("PLAN.",)),
    "baris rencana": (PlanRow, ("PLAN.",)),
    "laporan wajib": (ReportEdition, ("STATUTORY.",)),
}
WORDS = {
    "keluar": "OUT", "masuk": "IN", "awal": "FIRST", "antara": "BETWEEN", "wajib": "WAJIB", "sektor": "SEKTOR", "ksdd": "KSDD", "ksdpk": "KSDPK",
    "pks": "PKS", "nk": "NK",
    "kab": "KAB", "prov": "PROV", "badan": "BODY", "nirlaba": "NONPROFIT", "dprd": "DPRD", "bebas": "BEBAS",
    "domestik": "DOMESTIC", "asing": "FOREIGN", "rekap": "RECAP", "lkpj": "LKPJ",
    "loi": "LOI", "mou": "MOU", "rkt": "RKT",
}  # fmt: skip
NEW = "baru"
CLOSED = "ditutup"
#: Every stage that is not closed; every stage, the closed ones too; and that the case stays where it is.
ANYWHERE, EVERYWHERE, HERE = "*", "SETIAP", "tetap"


@dataclass(frozen=True)
class Row:
    """One line of the page: on which routes, and its other columns as words."""

    chapter: str
    words: frozenset[str]
    columns: tuple[str, ...]

    def holds_on(self, route: Route) -> bool:
        return self.words <= set(route.key.split("."))


@cache
def rows(kind: str) -> tuple[Row, ...]:
    """All lines of the tables headed "usulan: acts" and so on; `kind` is what stands after the colon."""
    found, chapter, wanted = [], "", False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## ([\w ]+): (.+)", line):
            chapter, wanted = heading[1], heading[2].startswith(kind)
        elif wanted and line.startswith("|") and not line.startswith(("| ---", "| route")):
            first, *others = [cell.strip() for cell in line.strip("|").split("|")]
            found.append(Row(chapter, frozenset(WORDS[word] for word in first.split()), tuple(others)))
    assert found, f"no table for {kind}"
    return tuple(found)


def _once_for_each_route(
    reading: Callable[[type[StagedModel], Route], Any],
) -> Callable[[type[StagedModel], Route], Any]:
    """Read the page once for each route, known by its name: the hash of a route goes through all its steps."""
    kept: dict[tuple[type[StagedModel], str, int], Any] = {}

    @wraps(reading)
    def read(model: type[StagedModel], route: Route) -> Any:
        name = (model, route.key, route.version)
        if name not in kept:
            kept[name] = reading(model, route)
        return kept[name]

    return read


def chapter_of(model: type[StagedModel], route: Route) -> str:
    return next(name for name, (one, keys) in CHAPTERS.items() if one is model and route.key.startswith(keys))


def walked() -> list[tuple[type[StagedModel], Route]]:
    """Every route of every model that the page speaks of."""
    models = dict.fromkeys(model for model, _ in CHAPTERS.values())
    return [(model, route) for model in models for route in model.ROUTES]


@_once_for_each_route
def acts(model: type[StagedModel], route: Route) -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """(stage, act) -> (offices, targets) on a route, by hand."""
    table: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {}
    for row in rows("acts"):
        if row.chapter == chapter_of(model, route) and row.holds_on(route):
            stage, act, who, to, _ = row.columns
            for here in _places(stage, model, route):
                assert (here, act) not in table, f"{here} {act} stands twice on {route.key}"
                table[here, act] = (frozenset(who.split()), frozenset({here} if to in (ANYWHERE, HERE) else to.split()))
    return table


def _places(stage: str, model: type[StagedModel], route: Route) -> list[str]:
    """The stage of a row, or all that it stands for."""
    if stage == EVERYWHERE:
        return [str(place.stage) for place in (*route.steps, *route.sidings)]
    if stage == ANYWHERE:
        return [stage for stage, (office, _) in stages(model, route).items() if office != CLOSED]
    return [stage]


@_once_for_each_route
def offices(model: type[StagedModel], route: Route) -> dict[str, frozenset[str]]:
    """act -> every office that may ever do it on a route: others hear 403, these hear 409 at the wrong stage."""
    found: dict[str, set[str]] = defaultdict(set)
    for (_, act), (who, _) in acts(model, route).items():
        found[act] |= who
    return {act: frozenset(who) for act, who in found.items()}


@_once_for_each_route
def stages(model: type[StagedModel], route: Route) -> dict[str, tuple[str, str]]:
    """stage -> (who is waited for, or "ditutup"; the days) on a route, by hand."""
    return {
        row.columns[0]: (row.columns[1], row.columns[2])
        for row in rows("where")
        if row.chapter == chapter_of(model, route) and row.holds_on(route)
    }
