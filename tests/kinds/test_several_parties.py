"""More than two parties: each with its own letter, answer, number, signatory, order and label."""

import pytest

from kerjasama.core.errors import BadInput
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.parties.models import Partner
from proposals.act_forms import TheirLetterForm
from tests.support.facts import their_letter
from tests.support.wanasari import new_walk


@pytest.fixture
def three(people, quick_press) -> Walk:
    first, second, *_ = Partner.objects.order_by("pk")
    return new_walk(people, partner=first, also=(second,))


def sent(walk: Walk) -> Walk:
    return walk.to_verification().to_answer().act("sign_offer", "aditya")


def test_each_party_gets_a_letter_of_its_own_with_its_own_number(three) -> None:
    walk = sent(three)
    letters = list(walk.proposal.letters.filter(ours=True).order_by("pk"))
    assert [letter.partner for letter in letters] == walk.proposal.counterparts
    assert len({letter.number for letter in letters}) == 2
    assert all(letter.signed_on == walk.day for letter in letters)
    titles = [d.title for d in documents.of_subject(walk.proposal).filter(kind="OFFER").order_by("pk")]
    assert titles == [f"Surat Permohonan Kerja Sama kepada {p.name}" for p in walk.proposal.counterparts]


def test_the_case_waits_until_everyone_is_willing(three) -> None:
    walk = sent(three)
    first, second = walk.proposal.counterparts
    walk.act("record_willing", "dewi", partner=first.pk, **their_letter("1", walk.day))
    assert (walk.proposal.stage, walk.proposal.awaited_partners) == ("WILLINGNESS", [second])
    with pytest.raises(BadInput, match="sudah tercatat"):
        walk.act("record_willing", "dewi", partner=first.pk, **their_letter("2", walk.day))
    walk.act("record_willing", "dewi", partner=second.pk, **their_letter("3", walk.day))
    assert walk.proposal.stage == "TKKSD_REVIEW"


def test_a_letter_says_which_party_it_is_from(three) -> None:
    walk = sent(three)
    form = TheirLetterForm(subject=walk.proposal, arrow=walk.proposal.arrow("record_willing"))
    assert [label for _, label in form.fields["partner"].choices] == [
        "Pilih pihak",
        *(p.name for p in walk.proposal.counterparts),
    ]
    with pytest.raises(BadInput, match="Pihak belum dipilih"):
        walk.act("record_willing", "dewi", **their_letter("1", walk.day))


def test_asking_again_writes_only_to_those_who_have_not_agreed(three) -> None:
    walk = sent(three)
    first, second = walk.proposal.counterparts
    walk.act("record_willing", "dewi", partner=first.pk, **their_letter("1", walk.day))
    walk.act("record_refusal", "dewi", partner=second.pk, reason="Belum ada anggaran.", **their_letter("2", walk.day))
    walk.act("offer_again", "dewi", reason="Sudah dianggarkan.").act("prepare_offer", "dewi")
    newest = documents.unsigned(walk.proposal, "OFFER")
    assert [d.title for d in newest] == [f"Surat Permohonan Kerja Sama kepada {second.name}"]


def test_the_naskah_holds_three_parties_in_order(three) -> None:
    walk = sent(three)
    for number, party in enumerate(walk.proposal.counterparts):
        walk.act("record_willing", "dewi", partner=party.pk, **their_letter(str(number), walk.day))
    walk.to_assessment().to_instruments().whole_naskah("KB")
    context = documents.latest(walk.agreement, "NASKAH_FINAL").context
    assert [party["label"] for party in context["parties"]] == ["PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA"]
    assert context["originals"] == 3
    assert len({party["number"] for party in context["parties"]}) == 3
