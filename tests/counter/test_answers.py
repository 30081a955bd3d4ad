"""A partner answers our letter by the link he was sent; the Bagian's hand records it."""

import re
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.counter import codes, progress
from kerjasama.counter.models import AnswerInvitation
from kerjasama.counter.services import answers
from kerjasama.demo.plans import lettered
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.notifications.models import Notification
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from tests.support.outside import human, pdf
from tests.support.wanasari import new_walk

TYPED = {
    "answer": "WILLING", "statement": "", "name": "Siti Maemunah", "position": "Bupati", "number": "415/77/2026",
    "dated": "20-11-2026",
}  # fmt: skip


@pytest.fixture
def case(walk: Walk) -> Proposal:
    """An outgoing case whose letter is signed."""
    return walk.to_verification().to_answer().act("sign_offer", "aditya").proposal


def invite(case: Proposal, people: dict[str, User]) -> tuple[AnswerInvitation, str]:
    mail.outbox.clear()
    invitation = answers.invite(case, email="bupati@tirtamarga.example", name="Siti", by=people["dewi"])
    invitation.refresh_from_db()
    return invitation, re.search(r"/jawab/([\w-]+)/", mail.outbox[-1].body)[1]


def answer(token: str, **change: Any) -> Any:
    return Client().post(f"/jawab/{token}/", {**TYPED, **human(), "file": pdf("jawaban"), **change})


def test_the_link_goes_to_the_partner_and_only_its_hash_stays(case: Proposal, people: dict[str, User]) -> None:
    invitation, token = invite(case, people)
    assert (invitation.status, invitation.token_hash, mail.outbox[-1].to, len(token) >= 22) == (
        "SENT", codes.hashed(token), ["bupati@tirtamarga.example"], True,
    )  # fmt: skip
    assert [row for row in invitation.history.values_list() if token in str(row)] == []


def test_an_answer_moves_nothing_until_the_bagian_has_accepted_it(case: Proposal, people: dict[str, User]) -> None:
    invitation, token = invite(case, people)
    before = (case.stage, case.act_count)
    assert "Jawaban diterima" in answer(token).content.decode()
    case.refresh_from_db()
    invitation.refresh_from_db()
    assert ((case.stage, case.act_count), invitation.status, invitation.respondent) == (
        before, "ANSWERED", "Siti Maemunah, Bupati",
    )  # fmt: skip
    told = Notification.objects.filter(title=f"Jawaban mitra perlu diperiksa: {case.code}")
    assert {line.user.username for line in told} == {"dewi", "galih"}
    answers.accept(invitation, by=people["dewi"])
    case.refresh_from_db()
    letter = case.letters.get(ours=False)
    assert (case.stage, letter.answer, letter.number, letter.kind) == (
        "TKKSD_REVIEW",
        "WILLING",
        "415/77/2026",
        "ANSWER",
    )
    paper = invitation.papers.get()
    assert (paper.status, documents.latest(case, "THEIR_LETTER").pk) == ("ACCEPTED", paper.document_id)
    assert case.events.last().act == "record_willing"


@pytest.mark.parametrize(
    ("given", "act", "stage"),
    [("REFUSED", "record_refusal", "REFUSED"), ("DATA_WANTED", "record_data_request", "WILLINGNESS")],
)
def test_the_other_two_answers_are_recorded_by_their_own_acts(
    case: Proposal, people: dict[str, User], given: str, act: str, stage: str
) -> None:
    invitation, token = invite(case, people)
    silent = answer(token, answer=given)
    assert (silent.status_code, "Tulis alasan, atau data" in silent.content.decode()) == (422, True)
    answer(token, answer=given, statement="Anggaran kami belum tersedia.")
    answers.accept(AnswerInvitation.objects.get(), by=people["dewi"])
    case.refresh_from_db()
    assert (case.stage, case.events.last().act, case.letters.get(ours=False).statement) == (
        stage, act, "Anggaran kami belum tersedia.",
    )  # fmt: skip


def test_a_link_answers_once_and_a_returned_answer_gets_a_new_one(case: Proposal, people: dict[str, User]) -> None:
    invitation, token = invite(case, people)
    answer(token)
    assert "Jawaban tidak ditunggu lagi" in answer(token, number="lain").content.decode()
    assert AnswerInvitation.objects.get().number == "415/77/2026"
    with pytest.raises(BadInput):
        answers.send_back(invitation, reason=" ", by=people["dewi"])
    answers.send_back(invitation, reason="Surat belum bertanggal.", by=people["dewi"])
    assert "Surat belum bertanggal." in mail.outbox[-1].body
    fresh = re.search(r"/jawab/([\w-]+)/", mail.outbox[-1].body)[1]
    assert (Client().get(f"/jawab/{token}/").status_code, fresh == token) == (404, False)
    assert answer(fresh, number="415/78/2026", file=pdf("baik")).status_code == 200
    held = AnswerInvitation.objects.get()
    assert (held.status, held.number, [p.status for p in held.papers.all()]) == (
        "ANSWERED", "415/78/2026", ["REFUSED", "QUARANTINED"],
    )  # fmt: skip


def test_a_new_link_ends_the_one_before(case: Proposal, people: dict[str, User]) -> None:
    first, token = invite(case, people)
    _, fresh = invite(case, people)
    first.refresh_from_db()
    assert (first.status, Client().get(f"/jawab/{token}/").status_code, Client().get(f"/jawab/{fresh}/").status_code) == (
        "REVOKED", 404, 200,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerInvitation.objects.create(
            proposal=case, partner=first.partner, email="x@contoh.example", sent_by=people["dewi"]
        )


def test_a_link_is_for_a_signed_letter_that_waits_and_for_the_bagian_to_send(
    walk: Walk, people: dict[str, User]
) -> None:
    walk.to_verification().to_answer()
    with pytest.raises(NotYet):
        answers.invite(walk.proposal, email="x@contoh.example", name="", by=people["dewi"])
    walk.act("sign_offer", "aditya")
    for username in ("dlh", "ratna", "admin"):
        with pytest.raises(NotYours):
            answers.invite(walk.proposal, email="x@contoh.example", name="", by=people[username])


def test_an_answer_recorded_by_hand_leaves_the_link_without_work(
    case: Proposal, walk: Walk, people: dict[str, User]
) -> None:
    invitation, token = invite(case, people)
    answer(token)
    walk.go([lettered(1, "record_willing", "SED")])
    with pytest.raises(NotYet):
        answers.accept(invitation, by=people["dewi"])
    assert AnswerInvitation.objects.get().status == "ANSWERED"


def test_the_holder_of_the_link_reads_our_letter_and_no_other_paper(case: Proposal, people: dict[str, User]) -> None:
    _, token = invite(case, people)
    papers = {paper.kind: paper for paper in documents.of_subject(case)}
    client = Client()
    page = client.get(f"/jawab/{token}/")
    assert (page.status_code, page["Referrer-Policy"], page["Cache-Control"]) == (200, "same-origin", "no-store")
    assert client.get(f"/jawab/{token}/surat/{papers['OFFER'].pk}/").status_code == 200
    assert client.get(f"/jawab/{token}/surat/{papers['KAK'].pk}/").status_code == 404
    assert client.get(f"/jawab/{'x' * 32}/surat/{papers['OFFER'].pk}/").status_code == 404
    assert client.get(f"/jawab/{'x' * 32}/").status_code == 404


def test_the_bagian_sends_and_checks_on_its_pages(case: Proposal, people: dict[str, User]) -> None:
    client = Client()
    client.force_login(people["dewi"])
    assert "Kirim tautan jawaban" in client.get(f"/usulan/{case.code}/").content.decode()
    address = f"/permohonan/jawaban/kirim/{case.code}/"
    assert case.counterparts[0].contact_email in client.get(address).content.decode()
    sent = client.post(
        address, {"partner": case.counterparts[0].pk, "name": "Siti", "email": "bupati@tirtamarga.example"}
    )
    assert sent["Location"] == f"/usulan/{case.code}/"
    token = re.search(r"/jawab/([\w-]+)/", mail.outbox[-1].body)[1]
    answer(token)
    page = f"/permohonan/jawaban/{AnswerInvitation.objects.get().pk}/"
    assert "Siti Maemunah, Bupati" in client.get(page).content.decode()
    assert "Periksa jawaban mitra" in client.get("/tugas/").content.decode()
    empty = client.post(page, {"kembalikan": "1", "reason": ""})
    assert empty.status_code == 422
    other = Client()
    other.force_login(people["inspektur"])
    assert (other.get(page).status_code, other.post(page, {"terima": "1"}).status_code) == (200, 403)
    other.force_login(people["dlh"])
    assert other.get(page).status_code == 404
    assert client.post(page, {"terima": "1"})["Location"] == f"/usulan/{case.code}/"
    assert client.post(page, {"terima": "1"}).status_code == 409


def test_each_of_several_parties_answers_by_its_own_link_and_reads_its_own_letter(people: dict[str, User]) -> None:
    first, second, *_ = Partner.objects.order_by("pk")
    walk = new_walk(people, partner=first, also=(second,)).to_verification().to_answer().act("sign_offer", "aditya")
    case = walk.proposal
    with pytest.raises(BadInput):
        answers.invite(case, email="x@contoh.example", name="", by=people["dewi"])
    mail.outbox.clear()
    for partner in (first, second):
        answers.invite(case, email="x@contoh.example", name="", by=people["dewi"], partner=partner)
    tokens = [re.search(r"/jawab/([\w-]+)/", letter.body)[1] for letter in mail.outbox]
    ours = {letter.partner_id: letter.document_id for letter in case.letters.filter(ours=True)}
    seen = [
        [Client().get(f"/jawab/{token}/surat/{ours[partner.pk]}/").status_code for partner in (first, second)]
        for token in tokens
    ]
    assert seen == [[200, 404], [404, 200]]
    answer(tokens[0])
    answers.accept(AnswerInvitation.objects.get(partner=first), by=people["dewi"])
    case.refresh_from_db()
    assert (case.stage, case.awaited_partners) == ("WILLINGNESS", [second])
    assert progress.of_case(case, first).turn == "Pihak lain" and progress.of_case(case, second).turn == "Anda"
    with pytest.raises(NotYet, match="sudah tercatat"):
        answers.invite(case, email="x@contoh.example", name="", by=people["dewi"], partner=first)
    answer(tokens[1], number="9/2026")
    answers.accept(AnswerInvitation.objects.get(partner=second), by=people["dewi"])
    case.refresh_from_db()
    assert case.stage == "TKKSD_REVIEW"
