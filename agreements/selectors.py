"""What may be read of naskah: register, versions, differences, paraf that wait."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from agreements.models import Agreement, AgreementParty, DraftVersion
from agreements.stages import SIGNED, Stage
from kerjasama.accounts.models import User
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import ElectronicSignature, StoredFile
from proposals.models import Proposal


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the register, as they stand in the URL."""

    q: str = ""
    state: str = "berlaku"
    instrument: str = ""
    year: int | None = None
    sort: str = "terbaru"


SORTS = {"terbaru": ("-signed_on", "-id"), "berakhir": ("ends_on", "id"), "judul": ("title", "id")}


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Load what every row shows, in a fixed number of queries."""
    parties = Prefetch("parties", AgreementParty.objects.select_related("partner"))
    return agreements.select_related("proposal", "executing_unit", "turn_unit").prefetch_related(parties)


def registered(user: User, wanted: Wanted, today: date) -> QuerySet[Agreement]:
    """The signed naskah a person may see that match, in the order asked for."""
    found = Agreement.visible_to(user).filter(stage__in=SIGNED)
    if wanted.state == "berlaku":
        found = found.exclude(stage=Stage.ENDED)
    elif wanted.state == "segera":
        found = found.filter(stage=Stage.IN_FORCE, ends_on__lte=today + timedelta(days=180))
    elif wanted.state == "berakhir":
        found = found.filter(stage=Stage.ENDED)
    if wanted.instrument:
        found = found.filter(instrument=wanted.instrument)
    if wanted.year:
        found = found.filter(signed_on__year=wanted.year)
    for word in wanted.q.split()[:8]:
        named = AgreementParty.objects.filter(Q(name__icontains=word) | Q(number__icontains=word)).values("agreement")
        found = found.filter(Q(title__icontains=word) | Q(proposal__code__icontains=word) | Q(pk__in=named))
    return with_parties(found).order_by(*SORTS.get(wanted.sort, SORTS["terbaru"]))


def of_case(proposal: Proposal) -> list[Agreement]:
    """The naskah of a case, oldest first, with what its page shows."""
    return list(with_parties(proposal.agreements.all()).prefetch_related("parafs__given_by", "disputes").order_by("pk"))


def may_send_signed(agreement: Agreement) -> list[AgreementParty]:
    """The other parties whose signed file may come now: those who have not signed, or after a rejection the last one again."""
    others = list(agreement.parties.exclude(partner=None).order_by("order"))
    if agreement.stage == Stage.SCANNING:
        last = signatures_of(agreement)[-1:]
        return [party for party in others if last and party.order == last[0].party_order]
    return [party for party in others if party.signed_on is None]


def signatures_of(agreement: Agreement) -> list[ElectronicSignature]:
    """The electronic signatures on the present paper, in the order of their files."""
    paper = documents.latest(agreement, "NASKAH_FINAL")
    return list(paper.signatures.select_related("file").order_by("order")) if paper else []


def file_before(agreement: Agreement, party: int) -> StoredFile:
    """The file that a party is to sign: the newest one that does not yet bear a signature of its own."""
    rows = signatures_of(agreement)
    while rows and rows[-1].party_order == party:
        rows.pop()
    return rows[-1].file


def last_read_before(agreement: Agreement, user: User) -> DraftVersion | None:
    """The version a person gave a paraf on before the present one, or None when this text is the first he sees."""
    earlier = agreement.parafs.filter(given_by=user).exclude(version=agreement.locked_version_id)
    row = earlier.select_related("version").order_by("-version__number").first()
    return row.version if row else None
