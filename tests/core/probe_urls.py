"""Pages that misbehave on purpose, beside those of the site."""

from django.db import OperationalError
from django.http import HttpResponse
from django.urls import include, path

from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours

MISHAPS = {
    "bukan": NotYours("Hanya untuk Kabag.", detail="Hubungi Kabag."),
    "belum": NotYet("Paraf belum lengkap."),
    "isian": BadInput("Perbaiki.", errors={"nama": ["Isi nama."]}),
    "rusak": RuntimeError("rahasia"),
    "putus": OperationalError("rahasia"),
}


def read_parameters(request):
    keys = ("days_dprd", "days_paraf")
    return HttpResponse(",".join(str(parameters.value(key)) for key in keys))


def misbehave(request, what):
    raise MISHAPS[what]


handler500 = "kerjasama.core.views.server_error"
urlpatterns = [
    path("uji/baca/", read_parameters),
    path("uji/<str:what>/", misbehave),
    path("akun/", include("kerjasama.accounts.urls")),
    path("", include("kerjasama.counter.urls")),
    path("", include("kerjasama.documents.urls")),
    path("", include("kerjasama.core.urls")),
]
