"""The text of a naskah and its versions: read, compare, and take an old wording up again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from agreements import comparing, linting
from agreements.models import Agreement, DraftVersion, PartnerRemark
from agreements.services.drafting import restore_version
from agreements.stages import Stage, Trait
from agreements.views.pages import visible_agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core.forms import BaseForm

#: While the text is still being written or read by the lawyers.
DRAFTED = (Stage.DRAFTING, Stage.LEGAL_REVIEW)


def version_of(agreement: Agreement, number: int | None) -> DraftVersion:
    """One version of a naskah, the newest without a number; else 404."""
    found = agreement.versions.select_related("author")
    version = (found if number is None else found.filter(number=number)).first()
    if version is None:
        raise Http404
    return version


def crumbs_of(agreement: Agreement, last: str) -> list[dict[str, str]]:
    """The way from the case to a page of its naskah."""
    case = agreement.proposal
    return [
        {"label": case.code, "url": case.get_absolute_url()},
        {"label": agreement.get_instrument_display(), "url": agreement.get_absolute_url()},
        {"label": last},
    ]


@require_GET
@login_required
def read(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    """The text of a version, with what changed since the one before."""
    agreement = visible_agreement(request, pk)
    version = version_of(agreement, number)
    before = agreement.versions.filter(number__lt=version.number).first()
    versions = list(agreement.versions.select_related("author"))
    context = {
        "agreement": agreement,
        "version": version,
        "versions": versions,
        "before": before,
        "sections": comparing.changed(comparing.compare(before, version)) if before else [],
        "parties": list(agreement.parties.all()),
        "drafting": agreement.stage == Stage.DRAFTING and holds(request.user, Office.BAGIAN),
        "takes_docx": Trait.AMENDS not in agreement.route.traits,
        "newest": versions[0].pk == version.pk,
        "found": linting.findings(agreement.instrument, version.content) if agreement.stage in DRAFTED else {},
        "may_read_remarks": Agreement.readable_papers(request.user) is None,
        "open_remarks": PartnerRemark.waiting(agreement).count(),
        "crumbs": crumbs_of(agreement, f"Versi {version.number}"),
    }
    return render(request, "agreements/read.html", context)


class PairForm(BaseForm):
    """Which two versions are laid side by side."""

    dari = forms.TypedChoiceField(label="Versi lama", coerce=int)
    ke = forms.TypedChoiceField(label="Versi baru", coerce=int)

    def __init__(self, versions: list[DraftVersion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(v.number, f"Versi {v.number}, {v.author}") for v in versions]
        self.fields["dari"].choices = self.fields["ke"].choices = choices


@require_GET
@login_required
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Any two versions, pasal by pasal: without a choice the newest and the one before."""
    agreement = visible_agreement(request, pk)
    versions = list(agreement.versions.select_related("author"))
    usual = {"dari": versions[min(1, len(versions) - 1)].number, "ke": versions[0].number}
    form = PairForm(versions, {**usual, **request.GET.dict()})
    chosen = form.cleaned_data if form.is_valid() else usual
    old, new = (next(v for v in versions if v.number == chosen[side]) for side in ("dari", "ke"))
    sections = comparing.compare(old, new)
    context = {
        "agreement": agreement, "old": old, "new": new, "filter_form": form, "sections": comparing.changed(sections),
        "same": [section.heading for section in sections if not section.changed],
        "crumbs": crumbs_of(agreement, f"Perbandingan versi {old.number} dan {new.number}"),
    }  # fmt: skip
    return render(request, "agreements/compare.html", context, status=200 if form.is_valid() else 422)


@require_POST
@login_required
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take the wording of an old version up again, as a new one."""
    agreement = visible_agreement(request, pk)
    fresh = restore_version(agreement, version_of(agreement, number), by=request.user)
    messages.success(request, f"Teks versi {number} menjadi versi {fresh.number}. Tidak ada versi yang hilang.")
    return redirect("agreements:read", agreement.pk)
