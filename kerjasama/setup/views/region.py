"""Which region, and how its letters look."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kerjasama.accounts.models import Government
from kerjasama.accounts.models.government import HEX_COLOUR, MINIMUM_CONTRAST, contrast_with_white
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.core.refusals import show
from kerjasama.documents.papers import letterhead
from kerjasama.parties.fields import as_typed
from kerjasama.parties.models import Region
from kerjasama.parties.selectors import SUGGESTIONS, autonomous_regions
from kerjasama.setup import readiness
from kerjasama.setup.forms import LetterheadForm, RegionForm, contrast_words, ratio_words
from kerjasama.setup.services import government as services
from kerjasama.setup.services.reviews import mark_reviewed
from kerjasama.setup.steps import BY_SLUG
from kerjasama.setup.views.base import address, allow, page, steps_line


@require_GET
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Every step with what is complete, what is missing and why it matters."""
    allow(request)
    found = readiness.checks()
    lacking = readiness.missing(found)
    parts = [
        {
            "step": step,
            "url": address(step),
            "checks": checks,
            "lacking": sum(check.needed and not check.ok for check in checks),
        }
        for step, checks in readiness.by_step(found).items()
    ]
    done = sum(not part["lacking"] for part in parts)
    onward = next((part for part in parts if part["lacking"]), None)
    context = {
        "parts": parts, "missing": len(lacking), "done": done, "total": len(parts), "onward": onward,
        "steps": steps_line(found), "crumbs": [{"label": "Penyiapan"}],
    }  # fmt: skip
    return render(request, "setup/overview.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def region(request: HttpRequest) -> HttpResponse:
    """Choose the region; level and titles follow."""
    allow(request)
    government = Government.current()
    initial = {name: getattr(government, name) for name in RegionForm.base_fields if name != "region"}
    initial["region"] = Region.objects.filter(pk=government.region_code).first() if government.region_code else None
    if not government.region_code:
        initial |= {"seat_city": "", "head_title": "", "deputy_title": ""}
    form = RegionForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            kept = services.choose_region(values.pop("region"), values, by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{kept.name}: {kept.head_title} dan {kept.deputy_title}.")
            return redirect("setup:kop")
    return page(request, "daerah", "setup/region.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@login_required
def region_options(request: HttpRequest) -> HttpResponse:
    """Suggestions for our own region."""
    allow(request)
    typed = request.GET.get(request.GET.get("isian", "q"), "").strip()
    found = autonomous_regions(typed)[:SUGGESTIONS] if len(typed) > 1 else []
    return render(request, "parties/_region_options.html", {"options": [as_typed(region) for region in found]})


@require_http_methods(["GET", "POST"])
@login_required
def letterhead_page(request: HttpRequest) -> HttpResponse:
    """Kop, emblem and colour, with what they look like now."""
    allow(request)
    government = Government.current()
    form = LetterheadForm(request.POST or None, request.FILES or None, initial=LetterheadForm.initial_of(government))
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            emblems = {name: values.pop(name) for name in ("emblem", "state_emblem")}
            services.set_letterhead(values, **emblems, by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        except UploadRefused as refusal:
            form.add_error("emblem", f"{refusal.message} {refusal.detail}".strip())
        else:
            messages.success(request, "Kop dan lambang sudah disimpan. Cetak contoh surat untuk memeriksanya.")
            return redirect("setup:kop")
    kept = Government.current()
    context = {
        "form": form,
        "kept": kept,
        "kop": letterhead("SETDA"),
        "head_kop": letterhead("KDH"),
        "contrast": contrast_words(kept.brand_colour),
        "sample": services.latest_sample(),
    }
    return page(request, "kop", "setup/letterhead.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def colour(request: HttpRequest) -> HttpResponse:
    """What a typed colour would be like to read; a fragment, said while typing."""
    allow(request)
    typed = request.GET.get("brand_colour", "").strip()
    if not HEX_COLOUR.regex.search(typed):
        return render(
            request,
            "components/result.html",
            {"title": "", "text": "Tulis warna sebagai # dan enam angka heksadesimal.", "tone": ""},
        )
    enough = contrast_with_white(typed) >= MINIMUM_CONTRAST
    text = f"Kontras dengan putih {contrast_words(typed)}. " + (
        "Terbaca." if enough else f"Terlalu muda; paling sedikit {ratio_words(MINIMUM_CONTRAST)}."
    )
    return render(request, "components/result.html", {"text": text, "tone": "ok" if enough else ""})


@require_POST
@login_required
def sample(request: HttpRequest) -> HttpResponse:
    """Have the worker print a real letter."""
    allow(request)
    services.sample_letter(by=request.user)
    messages.success(request, "Contoh surat sedang dicetak oleh pekerja; barisnya berubah sendiri bila selesai.")
    return redirect("setup:kop")


@require_POST
@login_required
def reviewed(request: HttpRequest, slug: str) -> HttpResponse:
    """This step was gone through."""
    allow(request)
    step = BY_SLUG[slug]
    mark_reviewed(slug, by=request.user)
    messages.success(request, f"{step.title}: tercatat sudah diperiksa.")
    return redirect(address(step))
