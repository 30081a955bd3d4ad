"""Originals that still lie with another than the party that keeps them, as work of the Bagian."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from agreements.models import Agreement, OriginalMove
from agreements.originals_lifecycle import ON_PAPER
from agreements.stages import Stage, Way
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.desk.task import Task

AFTER_SIGNING = [stage for stage in ON_PAPER if stage != Stage.SIGNING]


def tasks(user: User) -> list[Task]:
    """One task for each signed naskah on paper whose parties do not have all their originals yet."""
    if not holds(user, Office.BAGIAN):
        return []
    unfinished = Q(way=Way.WET, exchanged_on__isnull=True, signed_on__isnull=False, stage__in=AFTER_SIGNING) & ~Q(
        mode=""
    )
    if not Agreement.objects.filter(unfinished).exists():
        return []
    travelling = OriginalMove.objects.filter(agreement=OuterRef("pk"), received_on__isnull=True)
    found = Agreement.visible_to(user).filter(unfinished).annotate(travelling=Exists(travelling))
    return [_task(naskah) for naskah in found.order_by("signed_on", "pk")]


def _task(naskah: Agreement) -> Task:
    case = naskah.proposal
    slug = "terima-naskah-asli" if naskah.travelling else "kirim-naskah-asli"
    return Task(
        title="Catat penerimaan naskah asli" if naskah.travelling else "Kirim naskah asli kepada para pihak", subject=case.title, code=case.code,
        kind=case.kind, category=case.get_category_display(), url=naskah.get_absolute_url(),
        action_url=reverse("agreements:act", args=[naskah.pk, slug]), due_on=None, since=naskah.signed_on,
    )  # fmt: skip
