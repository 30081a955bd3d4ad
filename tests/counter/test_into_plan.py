"""A request that feeds the yearly plan instead of becoming a case now."""

from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.counter.models import OnlineRequest
from kerjasama.counter.progress import of_request
from kerjasama.counter.selectors import Wanted, listed
from kerjasama.counter.services.requests import act
from kerjasama.documents import selectors as documents
from kerjasama.notifications.models import Notification
from proposals.models import PlanYear, Proposal
from proposals.services import plan_rows, planning
from tests.support.outside import EMAIL, filed


@pytest.fixture
def plan(people: dict[str, User]) -> PlanYear:
    """The list of next year takes rows until the end of this one."""
    today = clock.today()
    return planning.open_year(today.year + 1, today.replace(month=12, day=31), by=people["ratna"])


def facts(request: OnlineRequest, plan: PlanYear, **changed: Any) -> dict[str, Any]:
    unit = OrgUnit.objects.get(code="DLH")
    return {"plan": plan, "title": request.title, "lead_unit": unit, "partner": None, **changed}


def test_it_becomes_a_draft_row_with_its_papers_and_the_applicant_is_told(
    people: dict[str, User], plan: PlanYear
) -> None:
    request, _ = filed("COMPANY")
    act(request, "put_into_plan", by=people["dewi"], **facts(request, plan, planned="INVESTMENT"))
    row = request.plan_row
    assert (request.stage, request.closed, request.proposal, Proposal.objects.count()) == ("PLANNED", True, None, 0)
    assert (row.plan, row.unit.code, row.stage, row.source, row.kind, row.category) == (
        plan, "DLH", "DRAFT", "THIRD_PARTY", "KSDPK", "INVESTMENT",
    )  # fmt: skip
    assert row.source_reference == f"Permohonan daring {request.number}, surat 045/LETTER"
    assert (row.partner_name, row.needs, row.location) == ("PT Kompos Wana Lestari", "Mengurangi sampah.", "Wanasari")
    assert sorted(paper.kind for paper in documents.of_subject(row)) == ["ATTACHMENT", "FEASIBILITY_STUDY", "LEGALITY"]
    assert {paper.status for paper in request.papers.all()} == {"ACCEPTED"}
    letter = next(one for one in reversed(mail.outbox) if one.to == [EMAIL])
    assert letter.subject == f"Permohonan dimasukkan ke rencana tahunan: {request.number}"
    assert str(plan) in letter.body
    told = Notification.objects.filter(title=f"Usulan dari luar masuk ke rencana: {row.code}")
    assert {line.user.username for line in told} == {"dlh"}


def test_a_region_comes_in_as_a_region(people: dict[str, User], plan: PlanYear) -> None:
    request, _ = filed()
    act(request, "put_into_plan", by=people["dewi"], **facts(request, plan))
    assert (request.plan_row.source, request.plan_row.kind, request.plan_row.category) == (
        "REGION",
        "KSDD",
        "VOLUNTARY",
    )


def test_the_applicant_reads_what_became_of_it(people: dict[str, User], plan: PlanYear) -> None:
    request, _ = filed()
    act(request, "put_into_plan", by=people["dewi"], **facts(request, plan))
    public = of_request(request)
    assert (public.closed, public.turn, public.code) == (True, "", "")
    assert public.said.startswith("Permohonan dimasukkan ke penyusunan rencana kerja sama tahunan.")
    assert list(listed(people["dewi"], Wanted(state="rencana"))) == [request]


def test_it_waits_for_a_list_that_takes_rows_and_is_the_bagians_alone(people: dict[str, User]) -> None:
    request, _ = filed()
    with pytest.raises(NotYet) as refusal:
        act(request, "put_into_plan", by=people["dewi"], plan=None)
    assert "Tidak ada daftar rencana tahunan yang menerima usulan baru." in refusal.value.detail
    with pytest.raises(NotYours):
        act(request, "put_into_plan", by=people["dlh"], plan=None)


def test_a_row_that_keeps_the_papers_of_somebody_outside_is_dropped_and_never_deleted(
    people: dict[str, User], plan: PlanYear
) -> None:
    request, _ = filed()
    act(request, "put_into_plan", by=people["dewi"], **facts(request, plan))
    with pytest.raises(NotYet, match="menyimpan berkas permohonan dari luar"):
        plan_rows.delete_draft(request.plan_row, by=people["dewi"])


def test_the_database_wants_the_row(people: dict[str, User], plan: PlanYear) -> None:
    request, _ = filed()
    act(request, "put_into_plan", by=people["dewi"], **facts(request, plan))
    with pytest.raises(IntegrityError, match="online_planned_has_row"), transaction.atomic():
        OnlineRequest.objects.filter(pk=request.pk).update(plan_row=None)


def test_by_the_page(people: dict[str, User], plan: PlanYear) -> None:
    request, _ = filed()
    client = Client()
    client.force_login(people["dewi"])
    address = f"/permohonan/{request.number}/tindakan/masukkan-ke-rencana/"
    shown = client.get(address)
    assert (shown.status_code, shown.context["consequence"]) == (
        200, "Permohonan menjadi draf baris rencana yang dilengkapi perangkat daerah, dan pemohon diberi tahu. Usulan belum dibuka.",
    )  # fmt: skip
    typed = {"plan": plan.pk, "title": request.title, "lead_unit": "", "checked": "on", "expect": request.act_count}
    assert client.post(address, typed).status_code == 422
    unit = OrgUnit.objects.get(code="DLH")
    answer = client.post(address, typed | {"lead_unit": unit.pk})
    request.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, request.plan_row.get_absolute_url())
    row = client.get(answer["Location"]).content.decode()
    assert "Dokumen" in row and "Surat permohonan atau penawaran" in row
    assert request.plan_row.code in client.get(f"/permohonan/{request.number}/").content.decode()
