"""Write the text of a naskah in plain fields: a title and ayat for each pasal."""

import re
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views import View

from agreements import plan_input, work_plan
from agreements.content import Clause, missing, required
from agreements.services.drafting import write_version
from agreements.stages import Stage, Trait
from agreements.views import second_language
from agreements.views.pages import visible_agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import drafts
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.workflow.services import check

MAX_CLAUSES, MAX_TITLE, MAX_TEXT = 60, 160, 12000
BLANK_LINE = re.compile(r"\n\s*\n")


class EditView(LoginRequiredMixin, View):
    """The editor; each save is a new version, the old ones stay."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.agreement = visible_agreement(request, kwargs["pk"])
            self.draft_key = f"naskah:{self.agreement.pk}"
            self.bilingual = Trait.BILINGUAL in self.agreement.route.traits
            self.sides = work_plan.sides_of(self.agreement.parties.order_by("order"))
            self.has_plan = Trait.WORK_PLAN in self.agreement.route.traits
            self.plan: list[work_plan.Row] = []

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        check(self.agreement, self.agreement.arrow("write_version"), request.user)
        newest = self.agreement.versions.first()
        self.plan = work_plan.rows_of(newest.annexes)
        return self._answer(newest.title, newest.content, newest.translation)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        require(request.user, Office.BAGIAN)
        title, pairs = request.POST.get("title", "").strip(), _read(request.POST)
        clauses = [clause for clause, _ in pairs]
        other = second_language.typed(request.POST, [second for _, second in pairs]) if self.bilingual else None
        if self.agreement.stage != Stage.DRAFTING:
            raise NotYet(
                "Naskah sudah terkunci. Tarik naskah lebih dahulu bila teksnya perlu diubah; semua paraf akan batal."
            )
        self.plan = plan_input.read(request.POST, self.sides) if self.has_plan else []
        if "hapus_rk" in request.POST:
            return self._answer(title, clauses, other)
        if "tambah_rk" in request.POST:
            self.plan.append(plan_input.blank(self.sides))
            return self._answer(title, clauses, other)
        problem = _problem(title, clauses)
        found = [problem] if problem else plan_input.unreadable(self.plan, self.sides)
        if found:
            return self._answer(title, clauses, other, found, 422)
        if "tambah" in request.POST:
            return self._answer(title, [*clauses, Clause("", "", ("",))], other)
        note, seen = request.POST.get("note", "")[:250], request.POST.get("expect", "")
        expect = int(seen) if seen.isdigit() else None
        try:
            write_version(
                self.agreement, title=title, clauses=clauses, note=note, by=request.user, expect=expect, annexes=self._annexes(), translation=other
            )  # fmt: skip
        except BadInput as refusal:
            return self._answer(
                title, clauses, other, [s for told in refusal.errors.values() for s in told] or [refusal.message], 422
            )
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Versi baru tersimpan.")
        return redirect("agreements:read", self.agreement.pk)

    def _annexes(self) -> list[dict[str, Any]] | None:
        """The Rencana Kerja with the text, where this naskah has one; None leaves what is there."""
        if not self.has_plan:
            return None
        return [work_plan.as_annex(self.plan, self.sides)] if self.plan else []

    def _answer(
        self, title: str, clauses: Any, other: dict[str, Any] | None, problems: list[str] | None = None, status: int = 200
    ) -> HttpResponse:  # fmt: skip
        seconds = second_language.rows(other or {}, [c.key for c in clauses])
        rows = [
            {"n": n, "key": c.key, "title": c.title, "text": "\n\n".join(c.paragraphs), **second}
            for n, (c, second) in enumerate(zip(clauses, seconds, strict=True), start=1)
        ]
        agreement = self.agreement
        context = {
            "agreement": agreement,
            "title_text": title,
            "rows": rows,
            "problems": problems or [],
            "keys": [(r.key, r.label) for r in required(agreement.route_key)],
            "blocking": missing(agreement.route_key, clauses, blocking=True),
            "warnings": missing(agreement.route_key, clauses, blocking=False),
            "expect": agreement.act_count,
            "bilingual": self.bilingual,
            **second_language.frame(other or {}),
            **(plan_input.context(self.plan, self.sides) if self.has_plan else {}),
            "crumbs": [
                {"label": agreement.proposal.code, "url": agreement.proposal.get_absolute_url()},
                {"label": f"Sunting {agreement.get_instrument_display()}"},
            ],
        }
        return render(self.request, "agreements/edit.html", context, status=status)


def _read(posted: Any) -> list[tuple[Clause, Clause]]:
    """The clauses of the form, each with its second language, in the order of their numbers; an emptied one falls out."""
    found = []
    for number in range(1, MAX_CLAUSES + 1):
        title, text = posted.get(f"judul_{number}"), posted.get(f"isi_{number}")
        if title is None or text is None:
            continue
        place = posted.get(f"urut_{number}", "")
        paragraphs = tuple(p.strip() for p in BLANK_LINE.split(text.replace("\r\n", "\n")) if p.strip())
        key = posted.get(f"kunci_{number}", "") or slugify(title).replace("-", "_")[:40]
        if title.strip() or paragraphs:
            pair = Clause(key, title.strip().upper(), paragraphs), second_language.typed_clause(posted, number, key)
            found.append((int(place) if place.isdigit() else number, number, pair))
    return [pair for _, _, pair in sorted(found, key=lambda row: row[:2])]


def _problem(title: str, clauses: list[Clause]) -> str:
    if not title:
        return "Isi judul naskah."
    for number, clause in enumerate(clauses, start=1):
        if not clause.title:
            return f"Isi judul Pasal {number}."
        if len(clause.title) > MAX_TITLE or sum(map(len, clause.paragraphs)) > MAX_TEXT:
            return f"Pasal {number} terlalu panjang. Bagi menjadi beberapa pasal."
    return ""
