"""What the desk gives to every page frame: navigation and the addresses of the frame's own links."""

from typing import Any

from django.http import HttpRequest

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core.navigation import NavItem, build
from kerjasama.desk import worklist

STAFF = frozenset(Office.values) - {Office.SETWAN, Office.SYSTEM}
CASES = STAFF - {Office.ADMIN}

NAVIGATION = (
    NavItem("Beranda", "desk:home", "home", "Pekerjaan", offices=STAFF, tab="Beranda", key="b"),
    NavItem("Usulan", "proposals:list", "inbox", "Pekerjaan", offices=CASES, tab="Usulan", key="u"),
    NavItem("Tugas saya", "desk:tasks", "check-check", "Pekerjaan", count_key="tasks", hot=True, offices=STAFF, tab="Tugas", key="t"),
    NavItem("Kerja sama", "agreements:register", "handshake", "Pekerjaan", offices=CASES),
    NavItem("Monitoring dan evaluasi", "monitoring:list", "chart", "Pengendalian", offices=CASES),
    NavItem("Mitra", "parties:list", "building", "Pengendalian", offices=STAFF),
    NavItem("Jejak audit", "desk:audit", "history", "Pengendalian", offices=frozenset({Office.INSPEKTORAT, Office.KABAG, Office.ADMIN})),
    NavItem("Ruang kerja TKKSD", "admin:index", "users", "Lainnya", offices=frozenset({Office.TKKSD})),
    NavItem("Administrasi", "admin:index", "settings", "Lainnya", offices=frozenset({Office.ADMIN})),
    NavItem("Panduan", "desk:help", "book-open", "Lainnya", offices=STAFF),
)
DPRD_NAVIGATION = (("Permohonan", "/dprd/"), ("Riwayat keputusan", "/dprd/riwayat/"), ("Bantuan", "/panduan/"))


def provide(request: HttpRequest) -> dict[str, Any]:
    """`nav_groups`, `dprd_nav` and `links` for the person signed in; nothing for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    offices = {seat.office for seat in seats(user)}
    counts = {"tasks": worklist.count(user)} if offices else {}
    return {
        "nav_groups": build(NAVIGATION, offices=offices, counts=counts, path=request.path),
        "dprd_nav": [{"label": label, "url": url, "current": request.path == url} for label, url in DPRD_NAVIGATION],
        "links": {"home": "/", "search": "/cari/", "notifications": "/pemberitahuan/", "profile": "/akun/profil/", "help": "/panduan/"},
    }
