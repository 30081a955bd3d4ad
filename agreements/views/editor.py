"""Write the text of a naskah in plain fields: a title and ayat for each pasal."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views import View

from agreements import linting, offered, plan_input, remarks, work_plan
from agreements.content import MAX_CLAUSES, MAX_TEXT, MAX_TITLE, Clause, missing, required
from agreements.services.drafting import write_version
from agreements.stages import Stage, Trait
from agreements.views import second_language
from agreements.views.pages import visible_agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import drafts
from kerjasama.core.errors import BadInput, NotYet, Stale
from kerjasama.core.typed import whole
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.services import check

OVERTAKEN = (
    "Naskah ini disimpan orang lain sesudah Anda membukanya. Yang Anda ketik masih ada di bawah. Baca versi terakhirnya lebih dahulu; "
    "bila Anda menyimpan sekali lagi, teks Anda menjadi versi berikutnya."
)


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
            self.kept: Any = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if Trait.AMENDS in self.agreement.route.traits:
            return redirect("agreements:changes", self.agreement.pk)
        check(self.agreement, self.agreement.arrow("write_version"), request.user)
        newest = self.agreement.versions.first()
        self.kept = drafts.load(request.user, self.draft_key)
        if self.kept is not None:
            return self._answer(*self._typed(drafts.as_post(self.kept)))
        self.plan = work_plan.rows_of(newest.annexes)
        return self._answer(newest.title, newest.content, newest.translation)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        require(request.user, Office.BAGIAN)
        if Trait.AMENDS in self.agreement.route.traits:
            raise NotYet("Adendum disusun pada halaman perubahannya.")
        title, clauses, other = self._typed(request.POST)
        if "buang" in request.POST:
            drafts.discard(request.user, self.draft_key)
            return redirect("agreements:edit", self.agreement.pk)
        if self.agreement.stage != Stage.DRAFTING:
            raise NotYet(
                "Naskah sudah terkunci. Tarik naskah lebih dahulu bila teksnya perlu diubah; semua paraf akan batal."
            )
        if "hapus_rk" in request.POST:
            return self._answer(title, clauses, other)
        if "tambah_rk" in request.POST:
            self.plan.append(plan_input.blank(self.sides))
            return self._answer(title, clauses, other)
        problem = _problem(title, clauses)
        found = [problem] if problem else plan_input.unreadable(self.plan, self.sides)
        if found:
            return self._answer(title, clauses, other, found, 422)
        if "tambah" in request.POST or "sisip" in request.POST:
            return self._with_one_more(title, clauses, other)
        note, seen = request.POST.get("note", "")[:250], request.POST.get("expect", "")
        expect = whole(seen)
        try:
            write_version(
                self.agreement, title=title, clauses=clauses, note=note, by=request.user, expect=expect, annexes=self._annexes(), translation=other
            )  # fmt: skip
        except Stale:
            self.agreement.refresh_from_db()
            return self._answer(title, clauses, other, [OVERTAKEN], 409)
        except BadInput as refusal:
            return self._answer(
                title, clauses, other, [s for told in refusal.errors.values() for s in told] or [refusal.message], 422
            )
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Versi baru tersimpan.")
        return redirect("agreements:read", self.agreement.pk)

    def _typed(self, posted: Any) -> tuple[str, list[Clause], dict[str, Any] | None]:
        """What stands in a posted form, or in the draft of one: title, pasal, second language; the plan beside."""
        pairs = _read(posted)
        self.plan = plan_input.read(posted, self.sides) if self.has_plan else []
        other = second_language.typed(posted, [second for _, second in pairs]) if self.bilingual else None
        return posted.get("title", "").strip(), [clause for clause, _ in pairs], other

    def _with_one_more(self, title: str, clauses: list[Clause], other: dict[str, Any] | None) -> HttpResponse:
        """The form again with an empty pasal, or one of the library, before the last: the closing stays the end."""
        offer = offered.offered(self.agreement, self.request.POST.get("sisip", ""))
        fresh = offer.clause if offer else Clause("", "", ("",))
        if offer and offer.second and other is not None:
            other = {**other, "clauses": [*other["clauses"], offer.second]}
        place = len(clauses) - (
            1 if offer and clauses and clauses[-1].key == "closing" and fresh.key != "closing" else 0
        )
        return self._answer(title, [*clauses[:place], fresh, *clauses[place:]], other, added=place + 1)

    def _annexes(self) -> list[dict[str, Any]] | None:
        """The Rencana Kerja with the text, where this naskah has one; None leaves what is there."""
        if not self.has_plan:
            return None
        return [work_plan.as_annex(self.plan, self.sides)] if self.plan else []

    def _answer(
        self, title: str, clauses: Any, other: dict[str, Any] | None, problems: list[str] | None = None, status: int = 200,
        added: int = 0,
    ) -> HttpResponse:  # fmt: skip
        said = remarks.open_by_part(self.agreement)
        seconds = second_language.rows(other or {}, [c.key for c in clauses])
        rows = [
            {
                "n": n,
                "key": c.key,
                "title": c.title,
                "text": "\n\n".join(c.paragraphs),
                "said": said.get(c.key, ()),
                "added": n == added,
                **second,
            }
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
            "offers": offered.offers(agreement),
            "used": {c.key for c in clauses},
            "found": linting.findings(agreement.instrument, list(clauses)),
            "whole": said.get("", ()),
            "notes": reviews.open_notes(agreement.proposal),
            "expect": agreement.act_count,
            "kept": self.kept,
            "overtaken": self.kept is not None and self.kept.data.get("expect") != str(agreement.act_count),
            "draft_key": self.draft_key,
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
        place = whole(posted.get(f"urut_{number}"))
        paragraphs = offered.paragraphs_of(text)
        key = posted.get(f"kunci_{number}", "") or slugify(title).replace("-", "_")[:40]
        if title.strip() or paragraphs:
            pair = Clause(key, title.strip().upper(), paragraphs), second_language.typed_clause(posted, number, key)
            found.append((number if place is None else place, number, pair))
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
