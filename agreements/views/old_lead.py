"""What becomes of an old naskah: decided, run in full here, declared the same as one of this system, or withdrawn."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from agreements.models import OldNaskah
from agreements.old_lead_forms import DecideForm, ManageForm, SameForm, WithdrawForm
from agreements.services import old as room
from agreements.services import old_lead as lead
from agreements.views.old import crumbs_of
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import refusals
from kerjasama.core.errors import BadInput, NotYet, Stale


@require_http_methods(["GET", "POST"])
@login_required
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what becomes of it when it ends."""
    old = _of(request, pk)
    require(request.user, *lead.deciders(old), unit_id=old.unit_id)

    def do(form: DecideForm) -> HttpResponse:
        given = form.cleaned_data
        lead.decide(
            old, form.decision, after=given["after"], reason=given["reason"], expect=given["expect"], by=request.user
        )
        messages.success(request, f"Kelanjutan {old.code} tersimpan.")
        return redirect(old)

    return _answer(
        request, old, DecideForm(old, request.POST if request.method == "POST" else None), do, title="Putuskan kelanjutan", submit="Simpan keputusan",
        told="Pengingat kepada Bagian dan perangkat daerah berhenti sesudah diputuskan. Naskah yang melanjutkannya ditandatangani sebelum naskah ini berakhir.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def manage(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the case in which it is run in full, prefilled from what is known of it."""
    old = _of(request, pk)
    require(request.user, Office.BAGIAN)

    def do(form: ManageForm) -> HttpResponse:
        expect, joined = form.cleaned_data["expect"], form.cleaned_data.get("case")
        if joined:
            case = lead.join_case(old, joined, expect=expect, by=request.user)
        else:
            case = lead.open_case(old, form.opening(), expect=expect, by=request.user)
        messages.success(request, f"{old.code} dikelola dalam usulan {case.code}.")
        return redirect(case)

    form = ManageForm(old, request.POST if request.method == "POST" else None)
    return _answer(
        request, old, form, do, title="Kelola penuh dalam aplikasi", submit="Lanjutkan", template="agreements/old_manage.html",
        obstacle=lead.obstacle(old), needs_parent=lead.needs_parent(old),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def same(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a naskah of this system is this very one."""
    old = _of(request, pk)
    require(request.user, *room.KEEPERS)

    def do(form: SameForm) -> HttpResponse:
        given = form.cleaned_data
        agreement = lead.declare_same(
            old, given["number"], reason=given["reason"], expect=given["expect"], by=request.user
        )
        messages.success(request, f"{old.code} dilanjutkan sebagai {agreement.case_code}.")
        return redirect(old)

    return _answer(
        request, old, SameForm(old, request.POST if request.method == "POST" else None), do, title="Sudah ada dalam aplikasi",
        submit="Lanjutkan sebagai naskah itu",
        told="Naskah lama ini tetap terbaca, tetapi sejak itu hanya naskah dalam aplikasi yang dihitung dan dilaporkan.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one that came in by mistake out of the register."""
    old = _of(request, pk)
    require(request.user, *room.KEEPERS)

    def do(form: WithdrawForm) -> HttpResponse:
        room.withdraw_one(old, reason=form.cleaned_data["reason"], expect=form.cleaned_data["expect"], by=request.user)
        messages.success(request, f"{old.code} ditarik dari register.")
        return redirect(old)

    return _answer(
        request, old, WithdrawForm(old, request.POST if request.method == "POST" else None), do, title="Tarik dari register", submit="Tarik", danger=True,
        told="Untuk naskah yang keliru dimasukkan. Naskah yang berakhir atau dihentikan tidak ditarik, melainkan dilengkapi tanggalnya.",
    )  # fmt: skip


def _of(request: HttpRequest, pk: int) -> OldNaskah:
    found = OldNaskah.visible_to(request.user).select_related("unit", "case", "successor", "successor_old")
    return get_object_or_404(found, pk=pk)


def _answer(
    request: HttpRequest, old: OldNaskah, form: Any, do: Callable[[Any], HttpResponse], *, title: str, submit: str, told: str = "",
    danger: bool = False, template: str = "agreements/old_act.html", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The page of an act: what was typed stays with what is wrong with it."""
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            return do(form)
        except (BadInput, NotYet, Stale) as refusal:
            status = refusal.status
            refusals.show(form, refusal)
    context = {
        "form": form, "old": old, "title": title, "submit": submit, "told": told, "danger": danger, "crumbs": crumbs_of(old, title), **more,
    }  # fmt: skip
    return render(request, template, context, status=status)
