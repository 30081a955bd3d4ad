"""An old naskah that is run here in full: the naskah of its case that is the very same one, and how it takes its place in the register."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from agreements import entries
from agreements.models import Agreement, AgreementParty, OldNaskah
from agreements.old_facts import plain_numbers
from kerjasama.accounts.models import User
from kerjasama.core.numbers import plain_number


def awaiting(agreement: Agreement) -> list[OldNaskah]:
    """The old naskah of its case that still wait for the naskah that they become, of its form or of none that is known."""
    held = OldNaskah.objects.filter(case=agreement.proposal_id, withdrawn_at__isnull=True, continued_as__isnull=True)
    return list(held.filter(instrument__in=["", agreement.instrument]).order_by("pk"))


def expected(agreement: Agreement) -> OldNaskah | None:
    """The old naskah that a draft is to become, where only one can be meant: what its paper says stands there already."""
    found = awaiting(agreement) if agreement.signed_on is None else []
    return found[0] if len(found) == 1 else None


def told_of(old: OldNaskah, parties: Iterable[AgreementParty]) -> dict[int, tuple[str, str, str]]:
    """{order: (number, signatory, office)} as the old naskah knows them: ours by its mark, another party by its name."""
    ours = [party for party in old.parties if party["ours"]]
    others = {_plain(party["name"]): party for party in old.parties if not party["ours"]}
    found = {}
    for party in parties:
        told = others.get(_plain(party.name)) if party.partner_id else (ours[0] if len(ours) == 1 else None)
        if told:
            found[party.order] = (told["number"], told["signatory"], told["office"])
    return found


def _plain(name: str) -> str:
    return " ".join(name.lower().replace(".", " ").split())


def same_as(agreement: Agreement) -> OldNaskah | None:
    """The old naskah that a naskah signed on paper is: the one with its number, else the only one that its day fits."""
    if agreement.from_paper_on is None or agreement.signed_on is None or agreement.signed_on > agreement.from_paper_on:
        return None
    found = awaiting(agreement)
    mine = {plain_number(party.number) for party in agreement.parties.all() if party.number}
    for old in found:
        if mine & set(plain_numbers(old)):
            return old
    fitting = [old for old in found if old.signed_on in (None, agreement.signed_on)]
    return fitting[0] if len(fitting) == 1 else None


def unlinked() -> QuerySet[OldNaskah]:
    """Old naskah whose case has a registered naskah of their form from paper that bears neither their number nor their day: which it is, a person says."""
    entered = Agreement.objects.filter(
        proposal=OuterRef("case"),
        registered_on__isnull=False,
        continues__isnull=True,
        signed_on__lte=F("from_paper_on"),
    )
    same_form = Exists(entered.filter(instrument=OuterRef("instrument"))) | Q(instrument="") & Exists(entered)
    held = OldNaskah.objects.filter(case__isnull=False, withdrawn_at__isnull=True, continued_as__isnull=True)
    return held.filter(same_form).order_by("pk")


def lead_on(old: OldNaskah, agreement: Agreement, *, reason: str, by: User) -> None:
    """From now on it stands in the register as that naskah; what stood under it stands under that one. Inside a transaction."""
    old.continued_as = agreement
    old._history_user, old._change_reason = by, reason
    old.save()
    below = OldNaskah.objects.filter(parent_old=old, withdrawn_at__isnull=True)
    entries.note_old([old, *below])


def take_up(agreement: Agreement, act: Any) -> None:
    """On registering a naskah that came in signed: the old naskah of its case that it is leads on as it."""
    old = same_as(agreement)
    if old is not None:
        old.edition += 1
        lead_on(old, agreement, reason=f"Dilanjutkan sebagai {agreement}, {agreement.case_code}", by=act.by)
        act.record["continues"] = old.code
