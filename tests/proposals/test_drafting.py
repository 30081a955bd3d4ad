"""Writing a case: opening, content, budget, and a draft that is thrown away."""

from decimal import Decimal

import pytest

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from proposals.services import drafting
from tests.support.sql import settle
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

drafted = walked(lambda people: new_walk(people).open())
sent = walked(lambda people: new_walk(people).to_verification())


@pytest.fixture
def draft(drafted: Walk, people: dict[str, User]) -> Proposal:
    return resumed(drafted, people).proposal


@pytest.fixture
def waiting(sent: Walk, people: dict[str, User]) -> Proposal:
    """Sent for verification."""
    return resumed(sent, people).proposal


def open_by(user: User, direction: str = "OUTGOING", unit: str = "DLH", partners: int = 1, title: str = " Angkutan ") -> Proposal:  # fmt: skip
    return drafting.open_proposal(
        by=user, title=title, direction=direction, lead_unit=OrgUnit.objects.get(code=unit),
        partners=Partner.objects.order_by("pk")[:partners],
    )  # fmt: skip


@pytest.mark.parametrize(("username", "direction"), [("dlh", "OUTGOING"), ("dewi", "OUTGOING"), ("dewi", "INCOMING")])
def test_who_opens_a_case(people: dict[str, User], username: str, direction: str) -> None:
    case = open_by(people[username], direction)
    first = {"OUTGOING": "PREPARATION", "INCOMING": "INTAKE"}[direction]
    year = clock.today().year
    assert (case.stage, case.code, case.title, case.author.username, case.act_count) == (
        first, f"KSDD-{year}-001", "Angkutan", username, 1,
    )  # fmt: skip
    assert [e.act for e in case.events] == ["begin"]


@pytest.mark.parametrize(
    ("username", "direction", "unit"),
    [("dlh", "INCOMING", "DLH"), ("dinkes", "OUTGOING", "DLH"), ("aditya", "OUTGOING", "DLH"), ("inspektur", "OUTGOING", "DLH"), ("admin", "OUTGOING", "DLH")],
)  # fmt: skip
def test_who_does_not(people: dict[str, User], username: str, direction: str, unit: str) -> None:
    with pytest.raises(NotYours):
        open_by(people[username], direction, unit)
    assert Proposal.objects.count() == 0


def test_a_case_has_a_partner(people: dict[str, User]) -> None:
    with pytest.raises(BadInput) as refusal:
        open_by(people["dewi"], partners=0)
    assert (refusal.value.message, refusal.value.errors) == (
        "Mitra belum dipilih.",
        {"partner": ["Pilih mitra."]},
    )


@pytest.mark.parametrize(("direction", "ours"), [("OUTGOING", 1), ("INCOMING", 3)])
def test_who_asks_comes_first(people: dict[str, User], direction: str, ours: int) -> None:
    case = open_by(people["dewi"], direction, partners=2)
    assert [p.order for p in case.parties.all()] == [1, 2, 3]
    assert [p.order for p in case.parties.filter(partner__isnull=True)] == [ours]


def test_codes_count_on_within_the_year(people: dict[str, User]) -> None:
    codes = [open_by(people["dewi"]).code.rsplit("-", 1)[1] for _ in range(3)]
    assert codes == ["001", "002", "003"]


@pytest.mark.parametrize(
    ("direction", "gate", "key"),
    [
        ("OUTGOING", "before_first_signing", "KSDD.OUT.FIRST"),
        ("OUTGOING", "between_kb_and_pks", "KSDD.OUT.BETWEEN"),
        ("INCOMING", "before_first_signing", "KSDD.IN.FIRST"),
        ("INCOMING", "between_kb_and_pks", "KSDD.IN.BETWEEN"),
    ],
)
def test_a_case_takes_the_route_of_its_day(people: dict[str, User], direction: str, gate: str, key: str) -> None:
    parameters.change("dprd_gate", gate, reason="Uji")
    assert open_by(people["dewi"], direction).route_key == key


@pytest.mark.parametrize("username", ["dlh", "dewi"])
def test_the_unit_and_the_bagian_write(draft: Proposal, people: dict[str, User], username: str) -> None:
    before = draft.history.count()
    written = drafting.write(draft, {"background": "Sampah."}, by=people[username])
    assert (written.background, draft.history.count()) == ("Sampah.", before + 1)
    assert draft.history.first().history_user.username == username


@pytest.mark.parametrize("username", ["dinkes", "ratna", "aditya", "setwan", "inspektur", "admin"])
def test_nobody_else_writes(draft: Proposal, people: dict[str, User], username: str) -> None:
    with pytest.raises(NotYours) as refusal:
        drafting.write(draft, {"background": "Lain."}, by=people[username])
    assert refusal.value.message == (
        "Isi usulan ini hanya dapat diubah oleh perangkat daerah pemrakarsa dan Bagian Kerja Sama."
    )


def test_what_is_sent_is_not_written_any_more(waiting: Proposal, people: dict[str, User]) -> None:
    with pytest.raises(NotYet) as refusal:
        drafting.write(waiting, {"background": "Lain."}, by=people["dlh"])
    assert refusal.value.message == (
        "Isi usulan tidak dapat diubah pada tahap Verifikasi administrasi. Minta Bagian Kerja Sama mengembalikannya."
    )


def test_the_budget_is_written_year_by_year(draft: Proposal) -> None:
    drafting.plan_budget(draft, [(2026, Decimal(100)), (2027, Decimal(50))])
    drafting.plan_budget(draft, [(2027, Decimal(75)), (2028, Decimal(5))])
    assert [(line.year, line.amount) for line in draft.budget_lines.all()] == [(2027, 75), (2028, 5)]
    assert draft.total_planned == 80


def test_a_draft_is_thrown_away_by_its_author_alone(draft: Proposal, people: dict[str, User]) -> None:
    with pytest.raises(NotYours) as refusal:
        drafting.delete_draft(draft, by=people["dewi"])
    assert refusal.value.message == "Draf hanya dapat dihapus oleh penyusunnya."
    pk = draft.pk
    drafting.delete_draft(draft, by=people["dlh"])
    settle()
    kept = Proposal.history.filter(id=pk).first()
    assert (Proposal.objects.filter(pk=pk).count(), kept.history_type, kept.history_change_reason) == (
        0,
        "-",
        "Menghapus draf",
    )


def test_what_has_an_act_on_it_stays(waiting: Proposal, people: dict[str, User]) -> None:
    with pytest.raises(NotYet) as refusal:
        drafting.delete_draft(waiting, by=people["dlh"])
    assert refusal.value.message == (
        "Usulan ini sudah mempunyai tindakan, sehingga tidak dapat dihapus. Gunakan “Tarik usulan”."
    )
