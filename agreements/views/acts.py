"""The acts on a naskah, each on its own page; the paraf page shows the text."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from agreements import combining, comparing, selectors
from agreements.act_forms import ACT_FORMS, ParafForm
from agreements.effects import EFFECTS
from agreements.electronic_forms import CERTIFIED_RISK, RISK, ElectronicForm
from agreements.guards import PAPER_AT
from agreements.models import Agreement
from agreements.services import signing
from agreements.services.acts import act
from agreements.stages import Stage, Way
from agreements.views.pages import chain_of
from kerjasama.accounts import marks, second_factor
from kerjasama.accounts.permissions import seats
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.text import date_long
from kerjasama.documents import access
from kerjasama.documents import selectors as documents
from kerjasama.documents.act_numbers import AsksNumbers
from kerjasama.documents.letter_marking import MarksLetters
from kerjasama.documents.models import ElectronicSignature
from kerjasama.documents.number_rules import Rule
from kerjasama.documents.signing import backends
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.selectors import in_hand
from kerjasama.workflow.services import seat_for_act
from kerjasama.workflow.views import ActView


def through_the_door(agreement: Agreement, name: str, **facts: Any) -> StageEvent:
    """Electronic acts prepare their file first; every other goes straight through the door."""
    return SIGNING.get(name, act)(agreement, name, **facts)


SIGNING = {"sign_electronically": signing.sign, "receive_signed": signing.receive, "receive_again": signing.receive}


@method_decorator(sensitive_post_parameters("passphrase", "proof", "nik"), name="dispatch")
class AgreementActView(MarksLetters, AsksNumbers, ActView):
    """One act on one naskah."""

    model = Agreement
    act_forms = ACT_FORMS
    door = staticmethod(through_the_door)
    effects = EFFECTS

    def external(self) -> list[tuple[Rule, int]]:
        """Another day or place for the same text keeps its number; only a naskah without one asks."""
        numbered = self.subject.parties.filter(partner__isnull=True).exclude(number="").exists()
        return [] if numbered else super().external()

    def facts(self, form: ActForm) -> dict[str, Any]:
        if isinstance(form, ParafForm):
            marks.require_pin(self.request.user, form.cleaned_data["pin"])
        return super().facts(form)

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        if isinstance(form, ParafForm):
            seat = seat_for_act(self.subject, self.arrow, self.request.user)
            declaration = combining.question(self.subject, self.request.user, seat)
            if declaration:
                form.ask_combined(declaration)
        if isinstance(form, ElectronicForm):
            form.ask(paired=second_factor.is_set(self.request.user), nik=backends.current().asks_nik)
        return form

    def crumbs(self) -> list[dict[str, str]]:
        proposal = self.subject.proposal
        return [
            {"label": proposal.code, "url": proposal.get_absolute_url()},
            {"label": self.subject.get_instrument_display(), "url": self.subject.get_absolute_url()},
            {"label": self.arrow.label},
        ]

    def summary(self) -> list[dict[str, Any]]:
        naskah = self.subject
        rows = [
            ("Bentuk", naskah.get_instrument_display()),
            *(
                (f"Pihak {number}", party.name)
                for number, party in enumerate(naskah.parties.order_by("order"), start=1)
            ),
            ("Pelaksana", naskah.executing_unit.name),
            ("Jangka waktu", naskah.term_label),
            ("Berakhir", date_long(naskah.ends_on) if naskah.ends_on else ""),
            ("Rencana", f"{date_long(naskah.planned_on)}, {naskah.planned_place}" if naskah.planned_on else ""),
            ("Pindaian", _pages_of_scan(naskah)),
            ("Nomor kita", next((p.number for p in naskah.parties.all() if not p.partner_id), "")),
        ]
        rows += [(f"Tanda tangan {one.party_name}", _told(one)) for one in selectors.signatures_of(naskah)]
        return [{"name": name, "value": value} for name, value in rows if value]

    def extra(self) -> dict[str, Any]:
        """The text that is to be signed, so that it can be read first."""
        signed = documents.latest(self.subject, "NASKAH_SIGNED") if self.subject.way == Way.ELECTRONIC else None
        paper = signed or documents.latest(self.subject, PAPER_AT.get(self.subject.stage, ""))
        return {**super().extra(), "paper": paper}

    def _progress(self) -> str:
        """How many naskah wait for this person, and which this is."""
        mine = in_hand(Agreement, seats(self.request.user)).filter(stage=self.subject.stage)
        waiting = list(mine.order_by("due_on", "pk").values_list("pk", flat=True))
        if self.subject.pk not in waiting:
            return ""
        return f"{waiting.index(self.subject.pk) + 1} dari {len(waiting)} naskah menunggu Anda"

    def answer(self, form: Any, status: int = 200) -> HttpResponse:
        if self.arrow.act == "sign_electronically":
            return self._signing_page(form, status)
        if not isinstance(form, ParafForm):
            return super().answer(form, status)
        agreement, version = self.subject, self.subject.locked_version
        before = selectors.last_read_before(agreement, self.request.user)
        context = {
            "agreement": agreement,
            "version": version,
            "form": form,
            "arrow": self.arrow,
            "seat": seat_for_act(agreement, self.arrow, self.request.user),
            "chain": chain_of(agreement, self.request.user),
            "sections": comparing.changed(comparing.compare(before, version)) if before else [],
            "before": before,
            "paper": documents.latest(agreement, "NASKAH_LOCKED"),
            "work_calendar": WorkCalendar.load(),
            "mark": marks.mark_of(self.request.user),
            "asks_pin": "pin" in self.request.GET or bool(form.errors.get("pin")),
            "now": clock.now(),
            "sign_progress": self._progress(),
            "back_url": agreement.proposal.get_absolute_url(),
        }
        return render(self.request, "agreements/paraf.html", context, status=status)

    def _signing_page(self, form: Any, status: int) -> HttpResponse:
        agreement, backend = self.subject, backends.current()
        paper = documents.latest(agreement, "NASKAH_FINAL")
        context = {
            "agreement": agreement, "version": agreement.locked_version, "form": form, "paper": paper,
            "seat": seat_for_act(agreement, self.arrow, self.request.user), "backend": backend,
            "risk": CERTIFIED_RISK if backend.certified else RISK, "read_at": access.opened_at(self.request.user, paper) if paper else None,
            "parties": list(agreement.parties.order_by("order")), "chain": chain_of(agreement, self.request.user),
            "work_calendar": WorkCalendar.load(), "back_url": agreement.get_absolute_url(), "sign_heading": self.arrow.label,
        }  # fmt: skip
        return render(self.request, "agreements/sign.html", context, status=status)


def _pages_of_scan(naskah: Agreement) -> str:
    """For the second person: how long the scan is, and whether it can hold the whole naskah."""
    scan = documents.latest(naskah, "SIGNED_SCAN") if naskah.stage == Stage.VALIDATION else None
    if scan is None or scan.file is None or not scan.file.pages:
        return ""
    printed = documents.latest(naskah, "NASKAH_FINAL")
    whole = printed.file.pages if printed and printed.file else None
    if whole and scan.file.pages < whole:
        return (
            f"{scan.file.pages} halaman, sedangkan naskahnya {whole} halaman. Periksa apakah semua halaman terpindai."
        )
    return f"{scan.file.pages} halaman"


def _told(one: ElectronicSignature) -> str:
    """Whose certificate, by whom issued, and of what kind."""
    kind = "tersertifikasi" if one.certified else "tidak tersertifikasi"
    return f"{one.subject}; penerbit {one.issuer}; {one.level}, {kind}"
