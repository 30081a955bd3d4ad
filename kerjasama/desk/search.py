"""One search over the rooms: titles, partners, codes, numbers with or without slashes; and the pages of the reader by name."""

from typing import Any

from agreements.models import RegisterEntry
from agreements.register_filter import Wanted as RegisterWanted
from agreements.register_filter import found as registered
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, seats
from kerjasama.core import clock
from kerjasama.counter import selectors as counter
from kerjasama.counter.models import OnlineRequest
from kerjasama.desk import frame
from kerjasama.parties import selectors as parties
from kerjasama.statutory import selectors as statutory
from proposals.models import PlanRow, Proposal
from proposals.plan_selectors import matches
from proposals.selectors import Wanted, listed

EACH = 8


def results(user: User, q: str) -> list[dict[str, Any]]:
    """Groups of hits: [{label, items: [{label, detail, url, icon}]}]; what was changed last when nothing is asked."""
    if not q:
        recent = list(Proposal.visible_to(user).order_by("-updated_at")[:5])
        groups = [{"label": "Terakhir berubah", "items": [_case(p) for p in recent]}]
    else:
        cases = listed(user, Wanted(q=q, state="semua"))[:EACH]
        online = counter.listed(user, counter.Wanted(q=q, state="semua"))[:EACH]
        wanted = RegisterWanted(q=q, state="semua")
        naskah = registered(user, wanted, clock.today()).found.order_by(*wanted.order)[:EACH]
        groups = [
            {"label": "Usulan", "items": [_case(p) for p in cases]},
            {"label": "Kerja sama", "items": [_naskah(a) for a in naskah]},
            {"label": "Permohonan daring", "items": [_online(o) for o in online]},
            {"label": "Rencana", "items": [_planned(row) for row in plan_rows(user, q)]},
            {
                "label": "Laporan",
                "items": [_hit(e, "landmark") for e in statutory.listed(user, statutory.Wanted(q=q))[:EACH]],
            },
            {"label": "Mitra", "items": _partners(user, q)},
            {"label": "Halaman", "items": _pages(user, q)},
        ]
    # What can be done is offered beside what was found; alone it would hide that nothing was.
    found = any(group["items"] for group in groups)
    if (found or not q) and holds(user, Office.OPD, Office.BAGIAN):
        groups.append(
            {
                "label": "Tindakan",
                "items": [{"label": "Buat usulan baru", "detail": "", "url": "/usulan/baru/", "icon": "file-plus"}],
            }
        )
    return [group for group in groups if group["items"]]


def _hit(found: Any, icon: str, detail: str = "", label: str | None = None) -> dict[str, Any]:
    return {
        "label": str(found) if label is None else label,
        "detail": detail,
        "url": found.get_absolute_url(),
        "icon": icon,
    }


def _partners(user: User, q: str) -> list[dict[str, Any]]:
    """Partners are for the staff; the others have no page of them."""
    if not holds(user, *frame.STAFF):
        return []
    return [_hit(one, "building", one.get_kind_display()) for one in parties.partners(q=q)[:EACH]]


def _pages(user: User, q: str) -> list[dict[str, Any]]:
    """The pages of the reader's own menu whose name holds every word."""
    return [
        {"label": item["label"], "detail": item["group"], "url": item["url"], "icon": item["icon"]}
        for item in frame.pages_of(seats(user))
        if all(word in item["label"].casefold() for word in q.casefold().split())
    ]


def _case(proposal: Proposal) -> dict[str, Any]:
    return _hit(proposal, "file-text", proposal.code, proposal.title)


def _online(request: OnlineRequest) -> dict[str, Any]:
    return _hit(request, "mail", f"{request.number} {request.name}", request.title)


def plan_rows(user: User, q: str) -> list[PlanRow]:
    """Rows of the yearly plan that hold every word, the newest list first."""
    return list(
        PlanRow.visible_to(user).filter(matches(q)).select_related("plan").order_by("-plan__year", "-pk")[:EACH]
    )


def _planned(row: PlanRow) -> dict[str, Any]:
    return _hit(row, "calendar", f"{row.code} {row.stage_label()}", row.title)


def _naskah(entry: RegisterEntry) -> dict[str, Any]:
    numbers = "; ".join([*(party["number"] for party in entry.parties if party["number"]), *entry.loose_numbers])
    return _hit(entry, "handshake", f"{entry.instrument or 'Naskah lama'} {numbers}", entry.title)
