"""An online request and its acts, without pages."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.permissions import system_user
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.counter import codes, effects
from kerjasama.counter.classify import classify
from kerjasama.counter.models import OnlineRequest, QuarantinedFile, RequestDraft
from kerjasama.counter.services import due, requests
from kerjasama.counter.services.requests import act
from kerjasama.documents import selectors as documents
from kerjasama.notifications.models import Notification
from kerjasama.parties.models import Partner
from proposals.models import Letter, Proposal
from tests.support.outside import EMAIL, bring, filed, filing

DLH = "DLH"


def unit() -> OrgUnit:
    return OrgUnit.objects.get(code=DLH)


def accept(request: OnlineRequest, by: User, **facts: object) -> Proposal:
    given = {"title": request.title, "lead_unit": unit(), "partner": None} | facts
    act(request, "accept", by=by, **given)
    return request.proposal


def told(subject: str) -> list[str]:
    return [letter.to[0] for letter in mail.outbox if letter.subject.startswith(subject)]


def test_a_confirmed_request_waits_for_the_bagian_and_the_ledger_names_who_spoke(people: dict[str, User]) -> None:
    request, token = filed()
    event = request.events.get()
    assert (request.stage, request.turn_office, request.due_on) == ("RECEIVED", "BAGIAN", date(2026, 11, 26))
    assert (event.actor, event.office, event.seat_title, event.principal_name) == (
        system_user(), "PARTNER", "Narahubung Pemerintah Kabupaten Sleman", "Sari Dewanti",
    )  # fmt: skip
    assert [paper["kind"] for paper in request.sent_papers] == ["LETTER"]
    told_to = Notification.objects.filter(title=f"Permohonan daring baru: {request.number}")
    assert {line.user.username for line in told_to} == {"dewi", "galih"}
    assert request.number.startswith("MOHON-2026-") and len(request.number) == len("MOHON-2026-7F3A9C")
    assert len(token) >= 22


def test_the_token_is_kept_as_a_hash_and_nowhere_else(people: dict[str, User]) -> None:
    request, token = filed()
    assert request.token_hash == codes.hashed(token)
    kept = [str(v) for v in OnlineRequest.objects.filter(pk=request.pk).values_list()[0]]
    kept += [str(v) for row in request.history.values_list() for v in row]
    kept += [f"{e.data}{e.reason}{e.label}" for e in request.events]
    assert [value for value in kept if token in value] == []
    assert (codes.same(token, request.token_hash), codes.same(token + "x", request.token_hash), codes.same("", "")) == (
        True, False, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("applicant", "missing"),
    [
        ("REGION", "surat permohonan atau penawaran"),
        ("COMPANY", "surat permohonan atau penawaran, studi kelayakan, dokumen legalitas"),
        ("PERSON", "surat permohonan atau penawaran, studi kelayakan"),
    ],
)
def test_without_its_papers_no_request_comes_in(people: dict[str, User], applicant: str, missing: str) -> None:
    with pytest.raises(NotYet, match=f"Berkas belum lengkap: {missing}"):
        requests.file_request(RequestDraft.objects.create(), filing(applicant))
    assert OnlineRequest.objects.count() == 0


def test_a_draft_becomes_a_request_once(people: dict[str, User]) -> None:
    draft = RequestDraft.objects.create()
    bring("LETTER", draft=draft)
    requests.file_request(draft, filing())
    with pytest.raises(NotYet, match="sudah terkirim"):
        requests.file_request(draft, filing())


def test_the_region_may_close_this_door(people: dict[str, User]) -> None:
    parameters.change("online_requests_open", False, reason="uji")
    with pytest.raises(NotYet, match="Permohonan daring sedang ditutup"):
        filed()


def test_the_bagian_asks_for_more_and_the_partner_completes(people: dict[str, User]) -> None:
    request, _ = filed("COMPANY")
    study = request.papers.get(kind="STUDY")
    act(request, "ask_completion", by=people["dewi"], reason="Analisis keuangan belum ada.", refused=[study.pk])
    study.refresh_from_db()
    assert (request.stage, request.turn_office, study.status, told("Permohonan perlu dilengkapi")) == (
        "INCOMPLETE", "PARTNER", "REFUSED", [EMAIL],
    )  # fmt: skip
    assert "Analisis keuangan belum ada." in mail.outbox[-1].body
    with pytest.raises(NotYet) as refusal:
        requests.complete(request)
    assert "studi kelayakan" in refusal.value.detail
    bring("STUDY", "baru", request=request)
    event = requests.complete(request)
    assert (request.stage, event.office, event.principal_name, event.actor.username) == (
        "RECEIVED", "PARTNER", "Sari Dewanti", "sistem",
    )  # fmt: skip
    assert [paper["kind"] for paper in event.data["papers"]] == ["LETTER", "LEGALITY", "STUDY"]


@pytest.mark.parametrize("username", ["ratna", "dlh", "admin", "setwan", "inspektur"])
def test_only_the_bagian_decides_on_a_request(people: dict[str, User], username: str) -> None:
    request, _ = filed()
    for name in ("accept", "ask_completion", "reject"):
        with pytest.raises(NotYours):
            act(request, name, by=people[username], reason="x")
    assert OnlineRequest.objects.get().stage == "RECEIVED"


def test_nobody_of_the_house_completes_in_the_place_of_a_partner(people: dict[str, User]) -> None:
    request, _ = filed()
    act(request, "ask_completion", by=people["dewi"], reason="x", refused=[])
    with pytest.raises(NotYours):
        act(request, "complete", by=people["dewi"])


def test_acceptance_opens_the_case_with_its_letter_its_papers_and_its_partner(people: dict[str, User]) -> None:
    request, _ = filed()
    bring("OTHER", request=request)
    case = accept(request, people["dewi"])
    partner = Partner.objects.get(region="34.04")
    assert (case.kind, case.category, case.direction, case.stage, case.author.username, case.counterparts) == (
        "KSDD", "VOLUNTARY", "INCOMING", "PREPARATION", "dewi", [partner],
    )  # fmt: skip
    assert (case.aims, case.scope, case.term_text) == ("Mengurangi sampah.", "Pengomposan", "3 tahun")
    assert (partner.name, partner.head_title, partner.contact_email) == ("Pemerintah Kabupaten Sleman", "Bupati", EMAIL)
    letter = Letter.objects.get(proposal=case)
    assert (letter.ours, letter.number, letter.dated) == (False, "045/LETTER", date(2026, 11, 20))
    papers = documents.of_subject(case)
    assert {(p.kind, p.status) for p in papers} == {("THEIR_LETTER", "READY"), ("ATTACHMENT", "READY")}
    assert {p.status for p in request.papers.all()} == {"ACCEPTED"}
    assert {p.document_id for p in request.papers.all()} == {p.pk for p in papers}
    assert (request.stage, request.partner, told("Permohonan diterima")) == ("ACCEPTED", partner, [EMAIL])
    event = request.events.last()
    assert (event.act, event.data["case"], event.actor.username) == ("accept", case.code, "dewi")


def test_a_partner_that_is_on_record_is_taken_and_not_doubled(people: dict[str, User]) -> None:
    first, _ = filed()
    accept(first, people["dewi"])
    second, _ = filed(mark="dua", title="Trayek Angkutan Perbatasan")
    case = accept(second, people["galih"])
    assert (Partner.objects.filter(region="34.04").count(), case.counterparts) == (1, [first.partner])


def test_a_letter_that_is_on_record_opens_no_second_case(people: dict[str, User]) -> None:
    first, _ = filed()
    accept(first, people["dewi"])
    draft = RequestDraft.objects.create()
    bring("LETTER", draft=draft)
    again, _ = requests.file_request(draft, filing())
    with pytest.raises(BadInput, match="sudah pernah dicatat"), transaction.atomic():
        accept(again, people["dewi"], partner=first.partner)
    assert (Proposal.objects.count(), OnlineRequest.objects.get(pk=again.pk).stage) == (1, "RECEIVED")
    assert {p.status for p in QuarantinedFile.objects.filter(request=again)} == {"QUARANTINED"}


def test_a_rejected_request_is_told_and_keeps_no_files_for_long(
    people: dict[str, User], monday: time_machine.Traveller
) -> None:
    request, _ = filed()
    act(request, "reject", by=people["dewi"], reason="Objeknya bukan kewenangan kami.")
    assert (request.stage, told("Permohonan tidak dapat diproses")) == ("REJECTED", [EMAIL])
    assert "Objeknya bukan kewenangan kami." in mail.outbox[-1].body
    monday.shift(timedelta(days=29))
    assert due.clear().files == 0
    monday.shift(timedelta(days=2))
    assert (due.clear().files, due.clear().files, QuarantinedFile.objects.count()) == (1, 0, 0)
    assert [paper["kind"] for paper in OnlineRequest.objects.get().sent_papers] == ["LETTER"]


def test_what_is_not_completed_lapses_by_the_clock_and_not_before(
    people: dict[str, User], monday: time_machine.Traveller
) -> None:
    request, _ = filed()
    act(request, "ask_completion", by=people["dewi"], reason="x", refused=[])
    with pytest.raises(NotYet):
        act(request, "lapse", by=people["dewi"])
    monday.shift(timedelta(days=14))
    assert due.clear().lapsed == 0
    monday.shift(timedelta(days=1))
    assert (due.clear().lapsed, due.clear().lapsed) == (1, 0)
    request.refresh_from_db()
    assert (request.stage, told("Permohonan gugur")) == ("LAPSED", [EMAIL])


def test_the_database_keeps_what_the_law_says_of_a_request(people: dict[str, User]) -> None:
    request, _ = filed()
    for change in ({"region": None}, {"legal_class": "PERSON"}, {"token_hash": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OnlineRequest.objects.filter(pk=request.pk).update(**change)


def test_without_a_route_for_its_kind_a_request_waits_and_nothing_has_happened(
    people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    request, _ = filed("COMPANY")
    monkeypatch.setattr(effects, "has_route", lambda kind, category: (kind, category) != ("KSDPK", "INVESTMENT"))
    with pytest.raises(NotYet, match="Jalur KSDPK belum tersedia"):
        accept(request, people["dewi"], planned="INVESTMENT")
    kept = OnlineRequest.objects.get(pk=request.pk)
    assert (kept.stage, {paper.status for paper in kept.papers.all()}) == ("RECEIVED", {"QUARANTINED"})
    assert (Proposal.objects.count(), Partner.objects.filter(kind="COMPANY").count()) == (0, 0)


@pytest.mark.parametrize(
    ("legal_class", "planned", "kind", "category", "initiative"),
    [
        ("REGION", "", "KSDD", "VOLUNTARY", "REGION"),
        ("LIMITED_COMPANY", "", "KSDPK", "PUBLIC_SERVICE", "THIRD_PARTY"),
        ("PERSON", "ASSETS", "KSDPK", "ASSETS", "THIRD_PARTY"),
        ("SOCIETY_REGISTERED", "OTHER_FIELD", "KSDPK", "OTHER_FIELD", "THIRD_PARTY"),
    ],
)
def test_who_asks_decides_on_kind_category_and_initiative(
    legal_class: str, planned: str, kind: str, category: str, initiative: str
) -> None:
    advice = classify(legal_class, planned)
    assert (advice.kind, advice.category, advice.initiative, advice.direction) == (
        kind,
        category,
        initiative,
        "INCOMING",
    )


@pytest.mark.parametrize("legal_class", ["PARTNERSHIP", "POLITICAL_PARTY", "INTERNATIONAL_BODY", ""])
def test_whoever_has_another_way_or_none_is_no_applicant(legal_class: str) -> None:
    with pytest.raises(ValueError):
        classify(legal_class)
