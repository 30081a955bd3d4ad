"""Alarms before a legality paper of a partner expires: once for each threshold, to those of its running cases."""

from datetime import date, timedelta

from kerjasama.core import parameters, text
from kerjasama.notifications.services import tell
from proposals.effects.news import concerned
from proposals.models import CaseStanding, LegalPaper, Party, Proposal


def warn_of_expiry(today: date) -> int:
    """Tell of the papers whose last day comes within a threshold; the narrowest one that holds. Answers how many messages are new."""
    days = sorted(int(day) for day in parameters.value("legality_reminder_days"))
    if not days:
        return 0
    soon = LegalPaper.objects.filter(expires_on__lte=today + timedelta(days=days[-1])).select_related("partner")
    told = 0
    for paper in soon.order_by("pk"):
        newer = LegalPaper.objects.filter(partner=paper.partner, kind=paper.kind, pk__gt=paper.pk)
        if not newer.exists():
            told += _warn(paper, next((day for day in days if (paper.expires_on - today).days <= day), days[-1]))
    return told


def _warn(paper: LegalPaper, threshold: int) -> int:
    running = CaseStanding.objects.exclude(state=CaseStanding.State.CLOSED).values("proposal")
    cases = Party.objects.filter(partner=paper.partner, proposal__in=running).values("proposal")
    new = 0
    for proposal in Proposal.objects.filter(pk__in=cases).order_by("pk"):
        new += len(
            tell(
                concerned(proposal),
                key=f"legality:{paper.pk}:{threshold}:{proposal.pk}",
                title=f"{paper.get_kind_display()} {paper.partner.name} berakhir {text.date_long(paper.expires_on)}",
                body=f"Usulan {proposal.code} {proposal.title}. Minta dokumen baru kepada mitra, lalu catat pada halaman usulan.",
                url=proposal.get_absolute_url(),
            )
        )
    return new
