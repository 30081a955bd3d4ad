"""What the desk gives to every page frame: navigation and the addresses of the frame's own links."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from agreements.services.old import KEEPERS
from kerjasama.accounts.offices import DPRD_OFFICES, Office
from kerjasama.accounts.permissions import Seat, seats
from kerjasama.core.navigation import NavItem, build
from kerjasama.counter import selectors as counter
from kerjasama.desk import dossier, worklist
from kerjasama.documents.wording import READERS
from proposals.models.visibility import EVERY_ORDINARY

STAFF = frozenset(Office.values) - DPRD_OFFICES - {Office.SYSTEM, Office.PARTNER}
CASES = STAFF - {Office.ADMIN}
DPRD = DPRD_OFFICES
COUNTER = frozenset({Office.BAGIAN, Office.KABAG, Office.INSPEKTORAT})

NAVIGATION = (
    NavItem("Beranda", "desk:home", "home", "Pekerjaan", offices=STAFF, tab="Beranda", key="b"),
    NavItem("Usulan", "proposals:list", "inbox", "Pekerjaan", offices=CASES, tab="Usulan", key="u"),
    NavItem(
        "Tugas saya",
        "desk:tasks",
        "check-check",
        "Pekerjaan",
        count_key="tasks",
        hot=True,
        offices=STAFF,
        tab="Tugas",
        key="t",
    ),
    NavItem("Permohonan daring", "counter:inbox", "mail", "Pekerjaan", count_key="online", offices=COUNTER),
    NavItem("Kerja sama", "agreements:register", "handshake", "Pekerjaan", offices=CASES),
    NavItem("Impor register", "importing:list", "spreadsheet", "Pekerjaan", offices=frozenset(KEEPERS)),
    NavItem("Daftar rencana", "plan:home", "calendar", "Perencanaan", offices=CASES),
    NavItem("Rencana dan realisasi", "plan:realised", "target", "Perencanaan", offices=CASES),
    NavItem("Monitoring dan evaluasi", "monitoring:list", "chart", "Pengendalian", offices=CASES),
    NavItem("Pelaporan", "statutory:list", "landmark", "Pengendalian", offices=EVERY_ORDINARY),
    NavItem("Mitra", "parties:list", "building", "Pengendalian", offices=STAFF),
    NavItem(
        "Jejak audit",
        "desk:audit",
        "history",
        "Pengendalian",
        offices=frozenset({Office.INSPEKTORAT, Office.KABAG, Office.ADMIN}),
    ),
    NavItem("Ruang kerja TKKSD", "admin:index", "users", "Lainnya", offices=frozenset({Office.TKKSD})),
    NavItem("Templat dokumen", "documents:templates", "file-text", "Lainnya", offices=frozenset(READERS)),
    NavItem("Penyiapan", "setup:overview", "sliders", "Lainnya", offices=frozenset({Office.ADMIN})),
    NavItem(
        "Pengguna",
        "accounts:people",
        "user-check",
        "Lainnya",
        offices=frozenset({Office.ADMIN, Office.INSPEKTORAT}),
    ),
    NavItem("Administrasi", "admin:index", "settings", "Lainnya", offices=frozenset({Office.ADMIN})),
    # The Sekretariat DPRD has a frame of its own; these serve its people on pages of everybody.
    NavItem("Permohonan", "desk:dprd", "inbox", "DPRD", count_key="dprd", hot=True, offices=DPRD, tab="Permohonan"),
    NavItem("Riwayat keputusan", "desk:dprd_history", "gavel", "DPRD", offices=DPRD, tab="Riwayat"),
    NavItem("Lama keputusan", "desk:dprd_statistics", "chart", "DPRD", offices=DPRD),
    NavItem("Panduan", "desk:help", "book-open", "Lainnya", offices=STAFF | DPRD),
)


def provide(request: HttpRequest) -> dict[str, Any]:
    """`nav_groups`, `dprd_nav` and `links` for the person signed in; nothing for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    offices = {seat.office for seat in seats(user)}
    counts = {"tasks": len(worklist.of_request(request))} if offices - DPRD else {}
    if Office.BAGIAN in offices:
        counts["online"] = len(counter.waiting(user)) + len(counter.unchecked_answers(user))
    if offices & DPRD:
        counts["dprd"] = dossier.waiting(user).count()
    return {
        "nav_groups": build(NAVIGATION, offices=offices, counts=counts, path=request.path),
        "dprd_nav": _dprd_nav(counts.get("dprd", 0), request.path),
        "links": {
            "home": "/",
            "search": "/cari/",
            "notifications": "/pemberitahuan/",
            "profile": "/akun/profil/",
            "help": "/panduan/",
        },
    }


def pages_of(seats: Iterable[Seat]) -> list[dict[str, Any]]:
    """The pages of somebody's menu, flat, each with the name of its group."""
    groups = build(NAVIGATION, offices={seat.office for seat in seats}, counts={}, path="")
    return [{**item, "group": group["label"]} for group in groups for item in group["items"]]


def _dprd_nav(count: int, path: str) -> list[dict[str, Any]]:
    """The links of the DPRD; a request belongs to the first."""
    history, guide, statistics = reverse("desk:dprd_history"), reverse("desk:help"), reverse("desk:dprd_statistics")
    first = {"label": f"Permohonan ({count})" if count else "Permohonan", "url": reverse("desk:dprd")}
    first["current"] = path.startswith(first["url"]) and path not in (history, statistics)
    others = (("Riwayat keputusan", history), ("Statistik", statistics), ("Bantuan", guide))
    return [first, *({"label": label, "url": url, "current": path == url} for label, url in others)]
