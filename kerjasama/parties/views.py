from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.refusals import show
from kerjasama.parties import listing, selectors, services
from kerjasama.parties.fields import as_typed
from kerjasama.parties.forms import OwnerForm, PartnerFilterForm, PartnerForm
from kerjasama.parties.models import Partner

#: Who keeps the list of partners, and who looks something up in it.
EDITORS = (Office.BAGIAN, Office.KABAG)
READERS = (
    *EDITORS,
    Office.OPD,
    Office.HUKUM,
    Office.BPKAD,
    Office.BAPPEDA,
    Office.ASISTEN,
    Office.SEKDA,
    Office.KDH,
    Office.TKKSD,
    Office.INSPEKTORAT,
    Office.ADMIN,
)
PAGE_SIZE = 25
HOME = {"label": "Mitra", "url": "/mitra/"}


@require_GET
@login_required
def partner_list(request: HttpRequest) -> HttpResponse:
    if not permissions.holds(request.user, *READERS):
        raise NotYours(
            "Daftar mitra tidak terbuka bagi jabatan Anda.",
            detail="Mintalah Bagian Kerja Sama bila Anda memerlukan data mitra.",
        )
    form = PartnerFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    sort = request.GET.get("urut", "name")
    found = selectors.partners(q=wanted.get("q", ""), kind=wanted.get("jenis", ""), sort=sort)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("halaman"))
    filtered = bool(wanted.get("q") or wanted.get("jenis"))
    context = {
        "filter_form": form,
        "clear_url": HOME["url"] if filtered else "",
        "columns": listing.columns(request.GET, sort),
        "rows": [listing.row(partner) for partner in page],
        "page_obj": page,
        "filtered": filtered,
        "may_edit": permissions.holds(request.user, *EDITORS),
        "crumbs": [{"label": HOME["label"]}],
    }
    return render(request, "parties/list.html", context)


@require_GET
@login_required
def partner_detail(request: HttpRequest, pk: int) -> HttpResponse:
    partner = _visible(request, pk)
    context = {
        "partner": partner,
        "identity": listing.identity(partner),
        "contact": listing.contact(partner),
        "permits": listing.permits(partner),
        "may_clear": partner.awaits_clearance and permissions.holds(request.user, Office.HUKUM),
        "editor": selectors.last_editor(partner),
        "may_edit": permissions.holds(request.user, *EDITORS),
        "crumbs": [HOME, {"label": partner.name}],
    }
    return render(request, "parties/detail.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def partner_create(request: HttpRequest) -> HttpResponse:
    permissions.require(request.user, *EDITORS)
    form = PartnerForm(request.POST or None)
    if form.is_valid():
        try:
            partner = services.create_partner(form.values(), by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        else:
            return _saved(request, partner, "Mitra sudah ditambahkan.")
    return _form_page(request, form, "Tambah mitra", HOME["url"])


@require_http_methods(["GET", "POST"])
@login_required
def partner_edit(request: HttpRequest, pk: int) -> HttpResponse:
    partner = _visible(request, pk)
    permissions.require(request.user, *EDITORS)
    form = PartnerForm(request.POST or None, instance=partner)
    if form.is_valid():
        try:
            seen = datetime.fromisoformat(form.cleaned_data["seen"])
        except ValueError:
            raise BadInput("Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi.") from None
        try:
            services.update_partner(pk, form.values(), seen=seen, by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        else:
            return _saved(request, partner, "Data mitra sudah disimpan.")
    return _form_page(request, form, "Ubah mitra", partner.get_absolute_url())


@require_http_methods(["GET", "POST"])
@login_required
def owner_clear(request: HttpRequest, pk: int) -> HttpResponse:
    """The Bagian Hukum lets the owner of a business without legal personality stand as a person."""
    partner = _visible(request, pk)
    permissions.require(request.user, Office.HUKUM)
    if not partner.awaits_clearance:
        raise NotYet("Mitra ini tidak menunggu telaah Bagian Hukum.")
    form = OwnerForm(request.POST or None)
    if form.is_valid():
        services.clear_owner(pk, reason=form.cleaned_data["reason"], by=request.user)
        return _saved(request, partner, "Hasil telaah tercatat. Pemilik usaha ini dapat dipilih sebagai perseorangan.")
    return _form_page(request, form, f"Telaah pemilik {partner.owns}", partner.get_absolute_url())


@require_GET
@login_required
def region_options(request: HttpRequest) -> HttpResponse:
    """A handful of suggestions for the text typed into a region field."""
    typed = request.GET.get(request.GET.get("isian", "q"), "").strip()
    found = selectors.eligible_regions(typed)[: selectors.SUGGESTIONS] if len(typed) > 1 else []
    return render(request, "parties/_region_options.html", {"options": [as_typed(region) for region in found]})


def _visible(request: HttpRequest, pk: int) -> Partner:
    if not permissions.holds(request.user, *READERS):
        raise Http404
    return get_object_or_404(Partner.objects.select_related("region", "country", "owner_cleared_by"), pk=pk)


def _saved(request: HttpRequest, partner: Partner, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(partner)


def _form_page(request: HttpRequest, form: PartnerForm | OwnerForm, heading: str, back: str) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "heading": heading,
        "back_url": back,
        "crumbs": [{**HOME, "url": reverse("parties:list")}, {"label": heading}],
    }
    return render(request, "parties/form.html", context, status=422 if form.errors else 200)
