"""The page of one request, put together; its acts; its files."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.counter import quarantine, selectors
from kerjasama.counter.classify import classify
from kerjasama.counter.forms.acts import ACT_FORMS
from kerjasama.counter.guards import standing_papers
from kerjasama.counter.models import OnlineRequest, PartnerAccount, QuarantinedFile
from kerjasama.counter.services import requests
from kerjasama.counter.stages import PaperKind, PaperStatus
from kerjasama.counter.views import _public as public
from kerjasama.counter.views.summary import summary_of
from kerjasama.workflow.selectors import events_of
from kerjasama.workflow.sentences import lacking, told
from kerjasama.workflow.services import offers
from kerjasama.workflow.statute import Category, CooperationKind
from kerjasama.workflow.views import ActView
from proposals.models import Proposal

TONES = {PaperStatus.QUARANTINED: "wait", PaperStatus.ACCEPTED: "ok", PaperStatus.REFUSED: "bad"}
CRUMBS = [{"label": "Beranda", "url": "/"}, {"label": "Permohonan daring", "url": "/permohonan/"}]


def detail_context(online: OnlineRequest, user: User) -> dict[str, Any]:
    """Everything the page of a request shows to a person of the Bagian."""
    wanted = classify(online.legal_class)
    account = PartnerAccount.objects.filter(user__email__iexact=online.email).select_related("partner").first()
    return {
        "online": online,
        "tone": "ok" if online.proposal_id or online.plan_row_id else "bad" if online.closed else "wait",
        "sections": summary_of(online),
        "papers": [paper_row(paper, user) for paper in online.papers.all()],
        "any_held": any(paper.status == PaperStatus.QUARANTINED for paper in online.papers.all()),
        "wanted": wanted,
        "category": Category(wanted.category).label if wanted.kind == CooperationKind.KSDD else "",
        "account": account,
        "cases": selectors.similar_cases(online, user) if not online.closed else [],
        "others": selectors.similar_requests(online),
        "acts": act_buttons(online, user),
        "events": [_event(event) for event in events_of([online])],
        "mine": bool(online.turn_office) and holds(user, online.turn_office),
        "crumbs": [*CRUMBS, {"label": online.number}],
    }


def _event(event: Any) -> dict[str, Any]:
    outside = event.office == Office.PARTNER
    return {
        "actor": event.principal_name if outside else event.actor.full_name,
        "text": told(event.label),
        "when": event.recorded_at,
        "meta": [event.seat_title],
        "say": event.reason,
    }


def paper_row(paper: QuarantinedFile, user: User) -> dict[str, Any]:
    """A file as components/documents.html wants it; only the Bagian opens what is still in quarantine."""
    meta = [
        PaperKind(paper.kind).label,
        f"Nomor {paper.number}" if paper.number else "",
        f"{paper.dated:%d-%m-%Y}" if paper.dated else "",
        f"berlaku sampai {paper.expires_on:%d-%m-%Y}" if paper.expires_on else "",
    ]
    opens = paper.status == PaperStatus.QUARANTINED and holds(user, Office.BAGIAN)
    return {
        "title": paper.title,
        "extension": "pdf",
        "meta": [part for part in meta if part],
        "state": paper.get_status_display(),
        "tone": TONES[PaperStatus(paper.status)],
        "download_url": reverse("counter:paper", args=[paper.pk]) if opens else "",
    }


def act_buttons(online: OnlineRequest, user: User) -> list[dict[str, Any]]:
    """The acts a person has on a request, as buttons; the one that accepts first."""
    return [
        {
            "label": offer.arrow.label,
            "url": reverse("counter:act", args=[online.number, offer.arrow.slug]),
            "primary": offer.ready and offer.arrow.act == "accept",
            "danger": offer.arrow.danger,
            "disabled": not offer.ready,
            "why_not": lacking(offer.lacks),
        }
        for offer in offers(online, user)
    ]


class RequestActView(ActView):
    """One act on one request."""

    model = OnlineRequest
    lookup = "number"
    act_forms = ACT_FORMS
    door = staticmethod(requests.act)

    def crumbs(self) -> list[dict[str, str]]:
        return [
            *CRUMBS,
            {"label": self.subject.number, "url": self.subject.get_absolute_url()},
            {"label": self.arrow.label},
        ]

    def after(self, event: Any) -> str:
        opened = {"accept": self.subject.proposal, "put_into_plan": self.subject.plan_row}.get(self.arrow.act)
        return (opened or self.subject).get_absolute_url()

    def consequence(self) -> str:
        told = {
            "accept": f"Usulan {classify(self.subject.legal_class).kind} dibuka dengan arah masuk, suratnya dicatat, dan pemohon diberi tahu.",
            "put_into_plan": "Permohonan menjadi draf baris rencana yang dilengkapi perangkat daerah, dan pemohon diberi tahu. Usulan belum dibuka.",
            "ask_completion": "Pemohon diberi tahu lewat surel dan melengkapi lewat halamannya.",
            "reject": "Pemohon diberi tahu lewat surel beserta alasannya. Permohonan ini ditutup.",
        }  # fmt: skip
        return told.get(self.arrow.act) or super().consequence()

    def summary(self) -> list[dict[str, Any]]:
        online = self.subject
        papers = "; ".join(paper.title for paper in standing_papers(online))
        rows = [("Pemohon", online.name), ("Judul", online.title), ("Berkas", papers)]
        return [{"name": name, "value": value} for name, value in rows]


@require_GET
@login_required
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes of a quarantined file, to be saved and opened with care; the Bagian only."""
    if not holds(request.user, Office.BAGIAN):
        raise Http404
    found = QuarantinedFile.objects.filter(pk=pk, status=PaperStatus.QUARANTINED, draft=None).first()
    seen = Proposal.visible_to(request.user)
    hidden = found is None or (found.invitation_id and not seen.filter(pk=found.invitation.proposal_id).exists())
    content = None if hidden else quarantine.read(found)
    if content is None:
        raise Http404
    return public.attachment(content, f"karantina-{found.pk}-{found.name}")
