"""The two steps of every list that is taken in: look at it, then take it whole."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kerjasama.core.errors import BadInput
from kerjasama.core.refusals import show
from kerjasama.setup import sheets
from kerjasama.setup.forms import SheetForm
from kerjasama.setup.sheets import Line
from kerjasama.setup.views.base import page


def sheet_page(
    request: HttpRequest, slug: str, form: SheetForm, *, heading: str, columns: Sequence[str], example: str,
    read: Callable[[], list[Line]], take: Callable[[list[Line]], int], done: str,
) -> HttpResponse:  # fmt: skip
    """The page of a list; the first press shows every row with its problems, the second (`simpan`) takes them."""
    lines: list[Line] = []
    if form.is_valid():
        try:
            lines = read()
            if request.POST.get("simpan") and not any(line.problems for line in lines):
                messages.success(request, f"{take(lines)} {done}")
                return redirect(f"setup:{slug}")
        except BadInput as refusal:
            show(form, refusal)
    wrong = sum(bool(line.problems) for line in lines)
    context = {
        "form": form, "heading": heading, "columns": columns, "example": example, "back_url": reverse(f"setup:{slug}"),
        "rows": [{"line": line, "cells": [line.cells[column] for column in columns]} for line in lines], "wrong": wrong,
        "fresh": sum(line.note == "baru" for line in lines), "changed": sum(line.note == "diubah" for line in lines),
        # The second press sends the text again, also when it came as a file.
        "text": sheets.text_of(form.cleaned_data["pasted"], _again(form)) if lines else "",
    }  # fmt: skip
    bad = bool(form.errors or wrong)
    return page(request, slug, "setup/sheet.html", context, status=422 if bad else 200, crumb=heading)


def _again(form: SheetForm):
    upload = form.cleaned_data["file"]
    if upload is not None:
        upload.seek(0)
    return upload
