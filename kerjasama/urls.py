"""The front door: which room answers under which address."""

from importlib.util import find_spec

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

# The admin has no sign-in of its own: one login, one lock, one second factor.
admin.site.login = secure_admin_login(admin.site.login)
admin.site.site_header = admin.site.site_title = "Administrasi Kerja Sama Daerah"
admin.site.index_title = "Data pokok dan pengaturan"

ROOM_URLS = (
    ("", "kerjasama.core.urls"),
    ("akun/", "kerjasama.accounts.urls"),
    ("mitra/", "kerjasama.parties.urls"),
    ("pemberitahuan/", "kerjasama.notifications.urls"),
    ("", "kerjasama.documents.urls"),
    ("", "kerjasama.reviews.urls"),
    ("usulan/", "proposals.urls"),
    ("perencanaan/", "proposals.plan_urls"),
    ("naskah/", "agreements.urls"),
    ("impor/", "kerjasama.importing.urls"),
    ("monev/", "monitoring.urls"),
    ("pelaporan/", "kerjasama.statutory.urls"),
    ("", "kerjasama.counter.urls"),
    ("penyiapan/", "kerjasama.setup.urls"),
    ("", "kerjasama.desk.urls"),
)


def _is_there(module: str) -> bool:
    # Rooms still being built are left out until they are there.
    return module.rpartition(".")[0] in settings.ROOMS and find_spec(module) is not None


urlpatterns = [
    path("admin/", admin.site.urls),
    *(path(prefix, include(module)) for prefix, module in ROOM_URLS if _is_there(module)),
]
handler500 = "kerjasama.core.views.server_error"
