"""The wording of one paper: its bounds and editions, a preview, and the way back to the standard.

The Kabag words them, the administrator reads. A preview is HTML in a frame without scripts, never a PDF: the web
process does not load the printer, and a paper that belongs to nobody would have to be kept for ever.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kerjasama.core.errors import BadInput, NotYet, Refusal, Stale
from kerjasama.core.word_diff import woven
from kerjasama.documents import wording
from kerjasama.documents.models import TemplateEdition
from kerjasama.documents.papers.names import NAMES
from kerjasama.documents.rendering import render_html
from kerjasama.documents.slots import FORMS, PLACEHOLDERS, Form
from kerjasama.documents.specimens import specimen
from kerjasama.documents.template_forms import RestoreForm, WordingForm
from kerjasama.documents.template_list import may_write, require_reader, require_writer

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
#: On a screen there is no page: what the printer puts into margins is left out, and a lampiran begins under a line.
SCREEN = (
    "html { background: #fff; } body { max-width: 165mm; margin: 10mm auto; padding: 0 5mm; } #foot { display: none; } "
    ".annex, .lampiran { margin-top: 14mm; border-top: 1px dashed #777; padding-top: 8mm; }"
)


@require_http_methods(["GET", "POST"])
@login_required
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """One paper: what may be worded, how it reads, what differs from the standard, and every edition."""
    require_reader(request)
    form_of = _form_of(slug)
    edition = wording.latest(slug)
    form, status = _wording_form(slug, edition), 200
    if request.method == "POST":
        require_writer(request)
        form = WordingForm(slug, request.POST)
        try:
            return _changed(request, slug, form)
        except Refusal as refusal:
            form, status = _kept(slug, request.POST, edition, refusal), refusal.status
    return _framing(
        render(request, "documents/template.html", _page(request, slug, form_of, edition, form), status=status)
    )


@require_http_methods(["GET", "POST"])
@login_required
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """How the paper reads with sample facts: as it is in force, or as it was just typed. Nothing is kept."""
    require_reader(request)
    if not _form_of(slug).slots:
        raise Http404
    edition = wording.latest(slug)
    words = edition.words if edition else {}
    if request.method == "POST":
        form = WordingForm(slug, request.POST)
        try:
            words = wording.checked(slug, form.typed() if form.is_valid() else {})
        except BadInput as refusal:
            return _alone(
                render(request, "documents/template_unfit.html", {"slots": _unfit(slug, refusal)}, status=422)
            )
    return _alone(HttpResponse(_on_screen(render_html(slug, wording.worded(specimen(slug), words)))))


@require_http_methods(["GET", "POST"])
@login_required
def restore(request: HttpRequest, slug: str) -> HttpResponse:
    """Back to the standard wording, after a look at what goes."""
    require_writer(request)
    _form_of(slug)
    edition = wording.latest(slug)
    if edition is None or not edition.words:
        raise NotYet("Dokumen ini sudah memakai naskah baku.")
    form = RestoreForm(request.POST or None, initial={"expect": edition.number})
    if form.is_valid():
        wording.restore(slug, by=request.user, **form.cleaned_data)
        messages.success(request, f"{NAMES[slug]}: naskah baku berlaku kembali bagi dokumen berikutnya.")
        return redirect("documents:template", slug)
    context = {
        "form": form, "name": NAMES[slug], "back": reverse("documents:template", args=[slug]), "differences": _differences(slug, edition, back=True),
        "crumbs": _crumbs({"label": NAMES[slug], "url": reverse("documents:template", args=[slug])}, {"label": "Naskah baku"}),
    }  # fmt: skip
    return render(request, "documents/template_restore.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, slug: str, form: WordingForm) -> HttpResponse:
    """Make the edition. Raises as `wording.change`; BadInput when the form is not whole."""
    if not form.is_valid():
        raise BadInput("Isian tidak lengkap.", errors={key: list(found) for key, found in form.errors.items()})
    facts = form.cleaned_data
    edition = wording.change(slug, form.typed(), reason=facts["reason"], expect=facts["expect"], by=request.user)
    messages.success(request, f"{NAMES[slug]}: edisi {edition.number} berlaku bagi dokumen berikutnya.")
    return redirect("documents:template", slug)


def _kept(slug: str, typed: QueryDict, edition: TemplateEdition | None, refusal: Refusal) -> WordingForm:
    """The form with all that was typed and what is wrong with it; after an overtaking it speaks of the edition shown now."""
    held = typed.copy()
    if isinstance(refusal, Stale):
        held["expect"] = str(edition.number if edition else 0)
    form = WordingForm(slug, held)
    form.is_valid()
    errors = refusal.errors if isinstance(refusal, BadInput) else {}
    for key, sentences in errors.items():
        if not form.has_error(key):
            form.add_error(key, sentences)
    if not errors:
        form.add_error(None, refusal.message)
    return form


def _page(
    request: HttpRequest, slug: str, form_of: Form, edition: TemplateEdition | None, form: WordingForm
) -> dict[str, Any]:
    editions = TemplateEdition.objects.filter(template=slug).select_related("made_by")
    used = sorted({name for slot in form_of.slots for name in slot.allowed}, key=list(PLACEHOLDERS).index)
    current = wording.in_force(slug, edition)
    return {
        "slug": slug, "name": NAMES[slug], "paper": form_of, "edition": edition, "adapted": bool(edition and edition.words),
        "form": form, "may_write": may_write(request), "differences": _differences(slug, edition), "editions": editions,
        "shown": [{"name": slot.label, "value": _as_text(current[slot.key])} for slot in form_of.slots],
        "placeholders": [(f"{{{name}}}", PLACEHOLDERS[name][1]) for name in used], "crumbs": _crumbs({"label": NAMES[slug]}),
    }  # fmt: skip


def _differences(slug: str, edition: TemplateEdition | None, *, back: bool = False) -> list[dict[str, Any]]:
    """Each adapted part against the standard, word by word; `back`: what the return to the standard takes and gives."""
    standard, words = wording.standard_of(slug), edition.words if edition else {}
    before, after = (words, standard) if back else (standard, words)
    return [
        {"label": slot.label, "pieces": woven(_as_text(before[slot.key]), _as_text(after[slot.key]))}
        for slot in FORMS[slug].slots
        if slot.key in words
    ]


def _as_text(value: str | list[str]) -> str:
    return "\n".join(value) if isinstance(value, list) else value


def _wording_form(slug: str, edition: TemplateEdition | None) -> WordingForm:
    words = {key: _as_text(value) for key, value in wording.in_force(slug, edition).items()}
    return WordingForm(slug, initial=words | {"expect": edition.number if edition else 0})


def _unfit(slug: str, refusal: BadInput) -> list[tuple[str, str]]:
    return [(FORMS[slug].slot(key).label, " ".join(sentences)) for key, sentences in refusal.errors.items()]


def _on_screen(page: str) -> str:
    return page.replace("</style>", f"{SCREEN}</style>", 1)


def _alone(response: HttpResponse) -> HttpResponse:
    """In a frame of ours only; its own style by its hash, pictures inside it, and nothing else at all."""
    style = STYLE.search(response.content.decode())
    digest = b64encode(sha256(style[1].encode()).digest()).decode() if style else ""
    response._csp_replace = {
        "default-src": [NONE], "script-src": [NONE], "style-src": [f"'sha256-{digest}'"] if style else [SELF], "img-src": ["data:"],
        "font-src": [NONE], "connect-src": [NONE], "form-action": [NONE], "frame-ancestors": [SELF], "sandbox": [""],
    }  # fmt: skip
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@csp_update({"frame-src": [SELF]})
def _framing(response: HttpResponse) -> HttpResponse:
    """The preview is drawn in place on this page."""
    return response


def _form_of(slug: str) -> Form:
    if slug not in FORMS:
        raise Http404
    return FORMS[slug]


def _crumbs(*more: dict[str, str]) -> list[dict[str, str]]:
    return [{"label": "Templat dokumen", "url": reverse("documents:templates")}, *more]
