"""The page of an edition: what is owed to whom until when, where it stands, its content, its editions and papers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, people_in
from kerjasama.core import drafts, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.documents import selectors as documents
from kerjasama.documents.letter_marking import chain_of
from kerjasama.statutory import contents, differences, selectors, sheets
from kerjasama.statutory.forms import AnalysisForm
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services import acts
from kerjasama.statutory.stages import OVER, Stage
from kerjasama.statutory.views.common import buttons, crumbs, edition_of, tone
from kerjasama.workflow.selectors import events_of
from kerjasama.workflow.sentences import told

WORDS = {"done": "Selesai", "now": "Berjalan", "todo": "Berikutnya"}


class EditionView(LoginRequiredMixin, View):
    """An edition: written by the Bagian while it is a draft, read by the others."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.edition = edition_of(request, kwargs["pk"])
            self.draft_key = f"laporan:{self.edition.pk}"

    def _may_write(self) -> bool:
        return self.edition.stage == Stage.DRAFT and holds(self.request.user, Office.BAGIAN)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = AnalysisForm(instance=self.edition) if self._may_write() else None
        kept = drafts.load(request.user, self.draft_key) if form else None
        if kept and kept.saved_at > self.edition.updated_at:
            form.initial.update({k: v for k, v in kept.data.items() if k in form.fields})
            messages.info(request, "Isian yang belum Anda simpan telah dipulihkan. Periksa, lalu simpan.")
        return self._answer(form)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = AnalysisForm(request.POST, instance=ReportEdition.objects.get(pk=self.edition.pk))
        form.is_valid()
        if form.errors:
            return self._answer(form, 422)
        acts.write(self.edition, by=request.user, **form.cleaned_data)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Analisis tersimpan. Ajukan bila isinya sudah lengkap.")
        return redirect(self.edition)

    def _answer(self, form: AnalysisForm | None, status: int = 200) -> HttpResponse:
        edition, user = self.edition, self.request.user
        content = contents.of(edition)
        context = {
            "edition": edition, "tone": tone(edition), "form": form, "draft_key": self.draft_key, "phases": phases(edition),
            "turn": _turn(edition, user), "acts": buttons(edition, user), "figures": _figures(edition, content),
            "contents": content, "changed": differences.told(content.changes) if content.compared_with else "",
            "facts": _facts(edition, content), "editions": [_line(one, edition) for one in selectors.editions_of(edition.report, user)],
            "documents": documents.for_subjects([edition]), "letter_chain": chain_of(edition, user) if edition.stage == Stage.LETTER else [],
            "may_correct": self._may_correct(), "work_calendar": WorkCalendar.load(),
            "events": [
                {"actor": e.actor.full_name, "text": told(e.label), "when": e.recorded_at, "meta": [e.seat_title], "say": e.reason}
                for e in events_of([edition])
            ],
            "crumbs": crumbs(None, {"label": edition.case_code}),
        }  # fmt: skip
        return render(self.request, "statutory/edition.html", context, status=status)

    def _may_correct(self) -> bool:
        """A further edition may be opened from the newest one, once it has come to its end."""
        later = self.edition.report.editions.filter(number__gt=self.edition.number)
        return (
            self.edition.stage in OVER and holds(self.request.user, Office.BAGIAN, Office.KABAG) and not later.exists()
        )


def phases(edition: ReportEdition) -> list[dict[str, Any]]:
    """The stages of its route, as the tracker draws them."""
    stages = [*edition.route.stages, Stage.SENT]
    here = stages.index(edition.stage) if edition.stage in stages else -1
    return [_phase(edition, place, stage, here) for place, stage in enumerate(stages)]


def _phase(edition: ReportEdition, place: int, stage: str, here: int) -> dict[str, Any]:
    is_sent = edition.stage == Stage.SENT
    state = "done" if place < here or is_sent else "now" if place == here else "todo"
    office = edition.route.place(stage).office
    return {
        "number": place + 1, "label": ReportEdition.label_of(stage), "state": state, "state_label": WORDS[state],
        "actor": Office(office).label if office else "", "date": edition.stage_since if place == here else "",
    }  # fmt: skip


def _turn(edition: ReportEdition, user: Any) -> dict[str, Any]:
    """Whose turn it is: every key that components/turn.html reads."""
    if edition.closed:
        return {
            "person": "",
            "office": "",
            "mine": False,
            "due_on": None,
            "since": None,
            "closed": True,
            "text": _ended(edition),
        }
    people = people_in(edition.turn_office)
    return {
        "office": Office(edition.turn_office).label, "person": text.joined([person.full_name for person in people]), "closed": False, "text": "",
        "mine": holds(user, edition.turn_office), "due_on": edition.due_on, "since": edition.stage_since,
    }  # fmt: skip


def _ended(edition: ReportEdition) -> str:
    if edition.stage == Stage.CANCELLED:
        return "Edisi ini dibatalkan. Edisi yang terkirim sebelumnya tetap berlaku."
    sent = f"Dikirim kepada {edition.addressee} pada {text.date_long(edition.sent_on)}, {edition.get_way_display()}."
    if edition.received_on:
        return f"{sent} Diterima {text.date_long(edition.received_on)}, nomor {edition.receipt_number}."
    return f"{sent} Tanda terimanya belum dicatat."


def _figures(edition: ReportEdition, content: contents.Content) -> list[dict[str, Any]]:
    """Four figures, each a link to its table."""
    address, counts = reverse("statutory:content", args=[edition.pk]), sheets.figures(content.data)
    unreported, left_out = counts["naskah"] - counts["reported"], counts["left_out"]
    return [
        {"label": "Naskah", "value": counts["naskah"], "small": f"{left_out} naskah lama tidak dimuat" if left_out else "",
         "tone": "wait" if left_out else "", "url": f"{address}?bagian=naskah"},
        {"label": "Sudah dilaporkan", "value": counts["reported"], "small": f"{unreported} belum" if unreported else "",
         "tone": "wait" if unreported else "", "url": f"{address}?bagian=pelaksanaan"},
        {"label": "Usulan dalam proses", "value": counts["process"], "small": "", "tone": "", "url": f"{address}?bagian=proses"},
        {"label": "Monev lewat tenggat", "value": counts["overdue"], "small": "", "tone": "", "url": f"{address}?bagian=terlambat"},
    ]  # fmt: skip


def _facts(edition: ReportEdition, content: contents.Content) -> list[dict[str, Any]]:
    report = edition.report
    rows = [
        ("Periode", f"{text.date_long(report.starts_on)} sampai {text.date_long(report.ends_on)}"),
        ("Kepada", edition.addressed()),
        ("Tenggat", text.date_long(report.due_on)),
        ("Dasar", edition.step.basis),
        ("Nomor", edition.letter_number or "Diberikan saat terbit"),
        ("Tanggal", text.date_long(edition.dated) if edition.dated else "Belum terbit"),
        ("Sebab perbaikan", edition.why),
        ("Nomor pengiriman", edition.dispatch_number),
        ("Data per", text.date_long(_as_of(content))),
    ]
    return [{"name": name, "value": value} for name, value in rows if value]


def _as_of(content: contents.Content) -> Any:
    return sheets.day_of(content.data["as_of"])


def _line(one: ReportEdition, here: ReportEdition) -> dict[str, Any]:
    """An edition in the list of editions: number, day, marks and files."""
    return {
        "edition": one, "current": one.pk == here.pk, "tone": tone(one), "letter": one.letter, "workbook": one.workbook,
        "marks": [
            (label, mark)
            for label, mark in (
                ("isi", one.content.sha256 if one.content else ""), ("PDF", _mark(one.letter)), ("Excel", _mark(one.workbook)),
            )
            if mark
        ],
    }  # fmt: skip


def _mark(paper: Any) -> str:
    return paper.file.sha256 if paper and paper.file else ""
