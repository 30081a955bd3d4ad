"""Cards of a case with a third party: study, contacts, legality, criteria, other regimes, results."""

from collections.abc import Iterator
from typing import Any

from agreements.models import CooperationResult
from kerjasama.core import clock, text
from proposals.models import Proposal
from proposals.stages import Stage

Card = dict[str, Any]
YES = {True: "Ya", False: "Tidak"}


def _card(title: str, *pairs: tuple[str, Any]) -> Card:
    return {"title": title, "rows": [{"name": name, "value": value} for name, value in pairs if value]}


def study(proposal: Proposal) -> Iterator[Card]:
    """What the feasibility study says."""
    held = getattr(proposal, "study", None)
    if held is not None:
        yield _card(
            "Studi kelayakan", ("Kesimpulan", held.get_conclusion_display()), ("Syarat", held.conditions), ("Disusun", held.made_by),
            ("Tanggal", text.date_long(held.dated)), ("Membebani masyarakat", YES[held.burdens_community]),
            ("Membebani daerah", YES[held.burdens_region]), ("Teranggarkan", YES[held.budgeted]),
            ("Memakai barang milik daerah", YES[held.uses_assets]),
        )  # fmt: skip


def contacts(proposal: Proposal) -> Iterator[Card]:
    """The two people of the proposer."""
    people = [(row.position, f"{row.name}, {row.phone}, {row.email}") for row in proposal.contacts.all()]
    yield _card("Narahubung pihak ketiga", *people)


def legality(proposal: Proposal) -> Iterator[Card]:
    """The newest legality paper of each kind, with the day until which it holds."""
    for partner in proposal.counterparts:
        newest = {row.kind: row for row in partner.legal_papers.order_by("pk")}
        yield _card(f"Legalitas {partner.name}", *((row.get_kind_display(), _until(row)) for row in newest.values()))


def _until(paper: Any) -> str:
    if paper.expires_on is None:
        return f"Nomor {paper.number}"
    word = "berakhir" if paper.expires_on < clock.today() else "berlaku sampai"
    return f"Nomor {paper.number}, {word} {text.date_long(paper.expires_on)}"


def criteria(proposal: Proposal) -> Iterator[Card]:
    """The finding on each criterion of PP 28/2018 art. 18(1)."""
    rows = proposal.criteria.all()
    yield _card("Kriteria Pasal 18", *((text.sentence_case(row.get_criterion_display()), _found(row)) for row in rows))


def _found(row: Any) -> str:
    return f"{'Terpenuhi' if row.met else 'Tidak terpenuhi'}. {row.reason}"


def rules(proposal: Proposal) -> Iterator[Card]:
    """Other regimes that govern the object, and the stages they take the place of."""
    known = [(row.get_about_display(), row.regulation) for row in proposal.special_rules.all()]
    skipped = [
        (f"Dilewati: {Stage(row.stage).label}", f"{row.basis}. {row.reason}") for row in proposal.skipped_steps.all()
    ]
    yield _card("Ketentuan khusus", *known, *skipped)


def results(proposal: Proposal) -> Iterator[Card]:
    """What agreements have yielded (PP 28/2018 art. 20; abroad art. 26)."""
    for row in CooperationResult.objects.filter(agreement__proposal=proposal).select_related("agreement"):
        yield _card(
            "Hasil kerja sama", (row.get_kind_display(), f"{row.description}, {text.rupiah(row.amount)}"),
            ("Tanggal", text.date_long(row.received_on)), ("Nomor STS", row.deposit_number), ("Rekening", row.account),
            ("Nomor register aset", row.asset_number), ("Perjanjian hibah", row.grant_reference),
            ("Diterima", "sesudah naskah berakhir" if row.after_end else ""),
        )  # fmt: skip


THIRD_PARTY = (study, contacts, legality, criteria, rules, results)
