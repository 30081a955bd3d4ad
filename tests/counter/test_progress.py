"""What a partner reads of his case: held as a set of fields, and compared with the page whole."""

import dataclasses
from datetime import date

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.counter import progress
from kerjasama.counter.progress import PublicCase, PublicPaper, PublicStage
from kerjasama.counter.services.requests import act
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from tests.counter.test_requests import accept
from tests.support.outside import filed, human

FIELDS = {
    PublicCase: {"number", "code", "title", "partner", "stages", "closed", "turn", "said", "asked", "asked_until", "papers"},
    PublicStage: {"number", "label", "state", "state_label", "date"},
    PublicPaper: {"title", "number", "dated", "state", "letter"},
}  # fmt: skip
NEVER_NAMED = {
    "Dewi Anggraini", "Galih Prasetyo", "Ratna Kusumawardani", "Sri Rahayu", "Teguh Santosa", "Endang Wahyuni", "Yusuf Hidayat",
    "Nurhayati Lestari", "Bambang Suryono",
}  # fmt: skip


@pytest.mark.parametrize("shown", FIELDS, ids=lambda shown: shown.__name__)
def test_a_partner_sees_these_fields_and_no_other(shown: type) -> None:
    assert {field.name for field in dataclasses.fields(shown)} == FIELDS[shown]


def states(case: PublicCase) -> list[str]:
    return [stage.state for stage in case.stages]


def test_a_new_request_stands_at_the_first_of_seven_stages(people: dict[str, User]) -> None:
    request, _ = filed()
    case = progress.of_request(request)
    assert (states(case), case.turn, case.asked, case.closed) == (
        ["now", *["todo"] * 6], "Bagian Kerja Sama pemerintah daerah", "", False,
    )  # fmt: skip
    assert case.papers == (
        PublicPaper("Surat permohonan atau penawaran", "045/LETTER", date(2026, 11, 20), "Diterima, belum diperiksa"),
    )


def test_what_is_asked_is_said_and_a_refusal_with_its_reason(people: dict[str, User]) -> None:
    request, _ = filed()
    act(request, "ask_completion", by=people["dewi"], reason="Surat belum bertanda tangan.", refused=[])
    case = progress.of_request(request)
    assert (case.turn, case.asked) == ("Anda", "Surat belum bertanda tangan.")
    act(request, "reject", by=people["dewi"], reason="Bukan kewenangan kami.")
    case = progress.of_request(request)
    assert (case.turn, case.asked, case.closed, states(case)[0]) == ("", "Bukan kewenangan kami.", True, "back")


def test_an_accepted_request_shows_the_case_and_none_of_our_reasons(people: dict[str, User]) -> None:
    request, token = filed()
    case = accept(request, people["dewi"])
    shown = progress.of_request(request)
    assert (shown.code, shown.number, states(shown)[0], shown.turn) == (
        case.code, request.number, "now", "Perangkat daerah yang membidangi",
    )  # fmt: skip
    assert {paper.state for paper in shown.papers} == {"Menjadi dokumen usulan"}


def test_the_page_of_a_walked_case_names_nobody_of_the_staff_and_says_no_opinion(walk: Walk) -> None:
    """An outgoing case up to the DPRD, read by the account of its partner."""
    walk.to_verification().to_answer().to_tkksd().to_assessment()
    case = progress.of_case(walk.proposal, walk.proposal.counterparts[0])
    assert states(case) == ["done", "done", "done", "now", "todo", "todo", "todo"]
    assert [stage.date is not None for stage in case.stages] == [True] * 4 + [False] * 3
    assert [paper.title for paper in case.papers] == ["Surat Permohonan Kerja Sama"]
    assert case.turn == "Bagian Kerja Sama pemerintah daerah"


def test_an_outgoing_case_is_ours_alone_until_its_letter_is_signed(walk: Walk) -> None:
    walk.open()
    partner = walk.proposal.counterparts[0]
    assert progress.cases_of(partner) == []
    walk.to_verification()
    assert progress.cases_of(partner) == []
    walk.to_answer()
    assert (progress.cases_of(partner), progress.signed_letters(walk.proposal, partner)) == ([], [])
    walk.act("sign_offer", "aditya")
    assert progress.cases_of(partner) == [walk.proposal]
    shown = progress.of_case(walk.proposal, partner)
    assert (shown.turn, [paper.title for paper in shown.papers]) == ("Anda", ["Surat Permohonan Kerja Sama"])
    stranger = Partner.objects.exclude(pk=partner.pk).first()
    assert (progress.cases_of(stranger), progress.signed_letters(walk.proposal, stranger)) == ([], [])


def test_the_page_itself_tells_no_more_than_these_fields(client: Client, people: dict[str, User]) -> None:
    request, token = filed()
    accept(request, people["dewi"])
    client.post("/lacak/", {"number": request.number, "token": token, **human()})
    page = client.get(f"/lacak/{request.number}/")
    body = page.content.decode()
    assert page.status_code == 200
    assert [name for name in NEVER_NAMED if name in body] == []
    assert ("/usulan/" in body, "Linimasa" in body, "bagus@contoh.example" in body) == (False, False, False)
