"""Follow a request or a case with number and token, or with an account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kerjasama.core import throttle
from kerjasama.core.errors import Refusal, UploadRefused
from kerjasama.counter import access, codes, progress, quarantine
from kerjasama.counter.forms.following import LookupForm, LostForm
from kerjasama.counter.forms.papers import PaperForm
from kerjasama.counter.guards import missing_papers, standing_papers
from kerjasama.counter.models import OnlineRequest, QuarantinedFile
from kerjasama.counter.services import requests
from kerjasama.counter.stages import PaperStatus
from kerjasama.counter.tasks import send_new_token
from kerjasama.counter.views import _public as public

MISMATCH = "Nomor pelacakan dan token tidak cocok. Periksa keduanya pada surel yang Anda terima."


@require_http_methods(["GET", "POST"])
@public.private
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for number and token; one answer for every wrong pair."""
    if request.method == "GET":
        return render(
            request, "counter/lookup.html", {"form": LookupForm(initial={"number": request.GET.get("nomor", "")[:20]})}
        )
    form = LookupForm(request.POST)
    if form.is_valid():
        number, token = form.cleaned_data["number"], form.cleaned_data["token"]
        throttle.require(request, public.LOOKUP, email=codes.normal(number), per_email=public.LOOKUP_NUMBER)
        found = access.open_with(request, number, token)
        if found is not None:
            return redirect("counter:follow", found.number)
        form.add_error(None, MISMATCH)
    return render(request, "counter/lookup.html", {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
@public.private
def lost(request: HttpRequest) -> HttpResponse:
    """A lost token: one neutral answer; a letter goes out only to the confirmed address of that number."""
    if request.method == "GET":
        return render(request, "counter/lost.html", {"form": LostForm()})
    form = LostForm(request.POST)
    if not form.is_valid():
        return render(request, "counter/lost.html", {"form": form}, status=422)
    number, email = codes.normal(form.cleaned_data["number"]), form.cleaned_data["email"]
    throttle.require(request, public.LOST, email=email, per_email=public.LOST_EMAIL)
    found = OnlineRequest.objects.filter(number=number, email__iexact=email).first()
    if found is not None:
        send_new_token.enqueue(found.pk)
    return render(request, "counter/lost_sent.html")


@require_GET
@public.private
def follow(request: HttpRequest, number: str) -> HttpResponse:
    """One request and the case it has become; whoever may not is asked for the token, whether it exists or not."""
    online = access.followed(request, number)
    if online is None:
        return _ask(number)
    return render(request, "counter/follow.html", _context(online, progress.of_request(online)))


@require_http_methods(["GET", "POST"])
@public.private
def complete(request: HttpRequest, number: str) -> HttpResponse:
    """Hand in what was asked for: files one by one, then the button that sends."""
    online = access.followed(request, number)
    if online is None:
        return _ask(number)
    if not requests.is_followed(online):
        return redirect("counter:follow", number)
    form = PaperForm(applicant=online.applicant)
    if request.method == "POST" and "kirim" in request.POST:
        by = request.user if getattr(request.user, "is_partner", False) else None
        try:
            requests.complete(online, by=by)
        except Refusal as refusal:
            messages.error(request, f"{refusal.message} {refusal.detail}".strip())
            return render(request, "counter/complete.html", _completing(online, form), status=refusal.status)
        messages.success(request, "Kelengkapan terkirim dan diperiksa Bagian Kerja Sama.")
        return redirect("counter:follow", number)
    if request.method == "POST":
        form = PaperForm(request.POST, request.FILES, applicant=online.applicant)
        if form.is_valid() and _kept(request, online, form):
            messages.success(request, "Berkas tersimpan. Tekan “Kirim kelengkapan” bila sudah lengkap.")
            return redirect("counter:complete", number)
        return render(request, "counter/complete.html", _completing(online, form), status=422)
    return render(request, "counter/complete.html", _completing(online, form))


def _kept(request: HttpRequest, online: OnlineRequest, form: PaperForm) -> bool:
    throttle.require(request, public.UPLOAD)
    try:
        present = list(online.papers.exclude(status=PaperStatus.REFUSED))
        quarantine.keep(form.cleaned_data["file"], facts=form.facts(), present=present, request=online)
    except UploadRefused as refusal:
        form.add_error("file", f"{refusal.message} {refusal.detail}".strip())
        return False
    return True


@require_POST
@public.private
def remove_sent(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Take back a file while the request is being completed."""
    online = access.followed(request, number)
    if online is None or not requests.is_followed(online):
        raise Http404
    paper = get_object_or_404(QuarantinedFile, pk=pk, request=online, status=PaperStatus.QUARANTINED)
    quarantine.remove([paper])
    messages.success(request, f"Berkas “{paper.title}” dihapus.")
    return redirect("counter:complete", number)


@require_GET
@public.private
def letter(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """A signed letter of ours to this partner, as a download."""
    online = access.followed(request, number)
    if online is None or online.proposal is None:
        raise Http404
    return letter_of(online.proposal, online.partner, pk)


def letter_of(proposal: Any, partner: Any, pk: int) -> HttpResponse:
    """One of our signed letters to a partner in a case; 404 for every other paper."""
    document = next((d for d in progress.signed_letters(proposal, partner) if d.pk == pk), None)
    answer = public.letter_response(document) if document else None
    if answer is None:
        raise Http404
    return answer


@require_POST
@public.private
def leave(request: HttpRequest, number: str) -> HttpResponse:
    """Close the request on this computer."""
    access.close(request, number)
    messages.success(request, "Halaman permohonan ditutup pada peramban ini.")
    return redirect("counter:lookup")


def _ask(number: str) -> HttpResponse:
    return redirect(f"{reverse('counter:lookup')}?{urlencode({'nomor': number})}")


def _context(online: OnlineRequest, case: progress.PublicCase) -> dict[str, Any]:
    return {
        "case": case, "phases": phases(case), "papers": rows(case, "counter:letter", online.number),
        "may_complete": requests.is_followed(online), "number": online.number, "account_exists": False,
    }  # fmt: skip


def phases(case: progress.PublicCase) -> list[dict[str, Any]]:
    """The stages as components/stage_line.html wants them."""
    blank = {"actor": "", "law": "", "law_url": "", "reason": ""}
    told = ("number", "label", "state", "state_label")
    return [{name: getattr(s, name) for name in told} | {"date": s.date or ""} | blank for s in case.stages]


def rows(case: progress.PublicCase, name: str, key: str) -> list[dict[str, Any]]:
    """The papers as components/documents.html wants them."""
    tones = {"Perlu diganti": "bad", "Diterima, belum diperiksa": "wait"}
    return [
        {
            "title": p.title, "extension": "pdf", "meta": [m for m in (f"Nomor {p.number}" if p.number else "", f"{p.dated:%d-%m-%Y}" if p.dated else "") if m],
            "state": p.state, "tone": tones.get(p.state, "ok"), "download_url": reverse(name, args=[key, p.letter]) if p.letter else "",
        }
        for p in case.papers
    ]  # fmt: skip


def _completing(online: OnlineRequest, form: PaperForm) -> dict[str, Any]:
    papers = standing_papers(online)
    return {
        "online": online, "form": form, "papers": papers, "case": progress.of_request(online),
        "missing": [kind.label for kind in missing_papers(online.applicant, papers)],
    }  # fmt: skip
