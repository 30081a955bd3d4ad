"""What may be read of naskah: those of a case, signatures, what somebody has read before."""

from django.db.models import Prefetch, QuerySet

from agreements.models import Agreement, AgreementParty, DraftVersion
from agreements.stages import Stage
from kerjasama.accounts.models import User
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import ElectronicSignature, StoredFile
from proposals.models import Proposal


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Load what every row shows, in a fixed number of queries."""
    parties = Prefetch("parties", AgreementParty.objects.select_related("partner"))
    return agreements.select_related("proposal", "executing_unit", "turn_unit").prefetch_related(parties)


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
