"""Meetings of the TKKSD with several cases, and what its members may do, without HTTP."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import User
from kerjasama.accounts.selectors import unit_named
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from kerjasama.desk import duties, meeting_room
from kerjasama.documents.models import Document
from kerjasama.documents.services import store_bytes
from kerjasama.notifications.models import Notification
from kerjasama.reviews import quorum, selectors
from kerjasama.reviews.models import Condition, Meeting, Recusal
from kerjasama.reviews.services import signing
from kerjasama.workflow.models import StageEvent
from proposals.models import Proposal
from proposals.services import meetings
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked  # noqa: F401 - fixtures

CALL = {"held_at": time(9), "place": "Aula Bappeda", "agenda": "Pembahasan beberapa usulan"}
TITLES = ("Trayek Angkutan Perbatasan", "Air Minum Curah")

first = walked(lambda cast: new_walk(cast, title=TITLES[0]).to_verification().to_answer().to_tkksd())
second = walked(lambda cast: new_walk(cast, title=TITLES[1]).to_verification().to_answer().to_tkksd())


@pytest.fixture
def two(first: Walk, second: Walk, people: dict[str, User]):  # noqa: F811
    """Two cases that wait for the TKKSD, on the later day of the two."""
    pair = (resumed(first, people), resumed(second, people))
    day = max(pair, key=lambda walk: walk.day).day
    with clock.at(_noon(day)):
        yield pair


def _noon(day: date):
    return datetime.combine(day, time(10), clock.zone())


def convene(two: tuple[Walk, Walk], by: User, ahead: int = 0, **changed) -> Meeting:
    cases = [walk.proposal for walk in two]
    facts = {**CALL, "held_on": clock.today() + timedelta(days=ahead), **changed}
    return meetings.convene(cases, **facts, by=by)


def test_one_meeting_one_invitation_and_one_message_for_several_cases(two, people) -> None:  # noqa: F811
    before = StageEvent.objects.count()
    meeting = convene(two, people["ratna"])
    assert [item.subject.title for item in meeting.items.order_by("pk")] == list(TITLES)
    assert StageEvent.objects.count() - before == 2
    invitation = Document.objects.get(kind="INVITATION", object_id=meeting.pk, status__in=["QUEUED", "READY"])
    assert [row["title"] for row in invitation.facts()["cases"]] == list(TITLES)
    told = Notification.objects.filter(key=f"meeting:{meeting.pk}:0")
    assert told.count() == meeting.attendances.count()
    assert {"METHOD:REQUEST" in line.calendar and "SEQUENCE:0" in line.calendar for line in told} == {True}
    assert mail.outbox == []  # the clock is injected: the occasion is past


def test_one_refused_case_keeps_all_off_and_is_named(two, people) -> None:  # noqa: F811
    meetings.convene([two[0].proposal], **CALL, held_on=clock.today() + timedelta(days=3), by=people["ratna"])
    with pytest.raises(NotYet) as refused:
        convene(two, people["ratna"], ahead=5)
    assert str(refused.value) == "1 dari 2 usulan belum dapat diacarakan. Tidak ada yang disimpan."
    assert refused.value.detail.startswith(f"{two[0].proposal.code}: ")
    assert Meeting.objects.count() == 1
    with pytest.raises(BadInput):
        meetings.convene([], **CALL, held_on=clock.today(), by=people["ratna"])
    with pytest.raises(NotYours):
        convene(two, people["hukum"])


def test_a_case_joins_a_called_meeting_and_the_invitation_is_renewed(two, people) -> None:  # noqa: F811
    held = clock.today() + timedelta(days=3)
    meeting = meetings.convene([two[0].proposal], **CALL, held_on=held, by=people["ratna"])
    assert [case.title for case in meetings.waiting(people["ratna"])] == [TITLES[1]]
    meetings.add_cases(meeting, [two[1].proposal], by=people["dewi"])
    old, new = Document.objects.filter(kind="INVITATION", object_id=meeting.pk).order_by("pk")
    assert (old.status, old.superseded_by, new.facts()["renews"]["number"]) == ("SUPERSEDED", new, old.number)
    assert Notification.objects.filter(key=f"meeting:{meeting.pk}:1", calendar__contains="SEQUENCE:1").exists()
    assert meetings.waiting(people["ratna"]) == []


def test_moving_and_cancelling_reach_the_calendars(two, people) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"], ahead=3)
    later = clock.today() + timedelta(days=5)
    meetings.reschedule(meeting, **CALL, held_on=later, reason="Bupati berhalangan.", by=people["ratna"])
    moved = Notification.objects.filter(key=f"meeting:{meeting.pk}:1").first()
    assert (meeting.held_on, f"{later:%Y%m%d}T090000" in moved.calendar) == (later, True)
    meetings.cancel(meeting, reason="Belum siap.", by=people["ratna"])
    gone = Notification.objects.filter(key=f"meeting:{meeting.pk}:2").first()
    assert "METHOD:CANCEL" in gone.calendar
    assert Document.objects.filter(kind="INVITATION", object_id=meeting.pk).latest("pk").status == "ANNULLED"
    assert len(meetings.waiting(people["ratna"])) == 2
    with pytest.raises(NotYet):
        two[0].proposal.refresh_from_db()
        meetings.reschedule(meeting, **CALL, held_on=later, reason="Lagi.", by=people["ratna"])


def attendance(meeting: Meeting, present: int) -> dict[int, tuple[str, str]]:
    """So many fixed members in person, the others absent."""
    fixed = [member for member in selectors.invited(meeting) if member.is_fixed]
    return {member.pk: ("SELF", "") for member in fixed[:present]}


RESULT = {"discussion": "Sesuai.", "conclusion": "RECOMMENDED", "conditions": []}


def test_a_quorum_lost_is_regained_on_another_day(two, people) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"])
    meetings.attend(meeting, attendance(meeting, 1), by=people["ratna"])
    assert meeting.attendances.filter(state="SELF").count() == 1
    with pytest.raises(NotYet, match="Kuorum belum terpenuhi"):
        two[0].act("record_meeting", "ratna", **RESULT)
    again = meetings.carry_on(meeting, **CALL, held_on=clock.today(), by=people["ratna"])
    assert (again.continues, again.number) == (meeting, meeting.number + 1)
    meetings.attend(again, attendance(again, again.quorum_needed), by=people["ratna"])
    two[0].proposal.refresh_from_db()
    meetings.act(two[0].proposal, "record_meeting", by=people["ratna"], **RESULT)
    item = selectors.concluded_item(two[0].proposal)
    assert (item.meeting, item.counted_present, item.counted_needed) == (
        again,
        again.quorum_needed,
        again.quorum_needed,
    )
    with pytest.raises(NotYet):
        meetings.carry_on(meeting, **CALL, held_on=clock.today(), by=people["ratna"])


def test_who_stands_aside_counts_neither_by_opinion_nor_for_the_quorum_of_that_case(two, people) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"])
    case, other = two[0].proposal, two[1].proposal
    meetings.act(case, "give_opinion", by=people["hukum"], verdict="AGREE")
    meetings.act(case, "recuse", by=people["hukum"], reason="Saudara kandung calon mitra.")
    assert selectors.opinions(case) == []
    with pytest.raises(NotYet, match="mengundurkan diri"):
        meetings.act(case, "give_opinion", by=people["hukum"], verdict="AGREE")
    with pytest.raises(NotYet):
        meetings.act(case, "recuse", by=people["hukum"], reason="Sekali lagi.")
    counted = [quorum.of_item(item) for item in meeting.items.order_by("pk")]
    assert [q.fixed for q in counted] == [meeting.fixed_count - 1, meeting.fixed_count]
    assert [q.recused for q in counted] == [1, 0]
    meetings.act(other, "give_opinion", by=people["hukum"], verdict="AGREE")
    meetings.act(case, "lift_recusal", by=people["hukum"], reason="Mitra berganti.")
    meetings.act(case, "give_opinion", by=people["hukum"], verdict="AGREE")
    assert [opinion.member.user for opinion in selectors.opinions(case)] == [people["hukum"]]
    assert Recusal.objects.count() == 2


def test_conditions_of_an_opinion_go_with_notes_only(two, people) -> None:  # noqa: F811
    convene(two, people["ratna"])
    case = two[0].proposal
    with pytest.raises(BadInput) as refused:
        meetings.act(case, "give_opinion", by=people["hukum"], verdict="AGREE", conditions=["Lampirkan RAB."])
    assert list(refused.value.errors) == ["conditions"]
    meetings.act(
        case, "give_opinion", by=people["hukum"], verdict="AGREE_WITH_NOTES", note="Perlu RAB.",
        conditions=[" Lampirkan RAB. ", ""],
    )  # fmt: skip
    assert [c.text for o in selectors.opinions(case) for c in o.conditions.all()] == ["Lampirkan RAB."]


def test_a_condition_is_reported_by_its_owner_and_ticked_off_by_the_secretary(two, people) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"])
    case = two[0].proposal
    meetings.attend(meeting, attendance(meeting, meeting.fixed_count), by=people["ratna"])
    repair = {"conclusion": "WITH_REPAIR", "conditions": [{"text": "Lengkapi peta.", "owner": "DLH"}]}
    meetings.act(case, "record_meeting", by=people["ratna"], **{**RESULT, **repair})
    point = selectors.open_conditions(case)[0].pk
    with pytest.raises(NotYet):
        meetings.act(case, "accept_recommendation", by=people["ratna"])
    with pytest.raises(NotYours):
        meetings.act(case, "settle_condition", by=people["dlh"], point=point, note="Peta terlampir.")
    meetings.act(case, "report_condition", by=people["dlh"], point=point, note="Peta terlampir.")
    with pytest.raises(NotYet):
        meetings.act(case, "accept_recommendation", by=people["ratna"])
    with pytest.raises(BadInput):
        meetings.act(case, "report_condition", by=people["dlh"], point=0, note="Peta terlampir.")
    meetings.act(case, "settle_condition", by=people["ratna"], point=point, note="Peta diperiksa.")
    meetings.act(case, "accept_recommendation", by=people["ratna"])
    assert case.stage == "DPRD_ASSESSMENT"


@pytest.fixture
def asked(two, people) -> Walk:  # noqa: F811
    """The meeting wants a map of the Dinas Perhubungan, which does not lead the case, and a budget of somebody in words."""
    meeting, walk = convene(two, people["ratna"]), two[0]
    meetings.attend(meeting, attendance(meeting, meeting.fixed_count), by=people["ratna"])
    unit = unit_named(" dinas   PERHUBUNGAN ")
    wanted = [{"text": "Peta trayek.", "owner": unit.name, "owner_unit": unit}, {"text": "RAB.", "owner": "Tim teknis"}]
    meetings.act(
        walk.proposal,
        "record_meeting",
        by=people["ratna"],
        **{**RESULT, "conclusion": "WITH_REPAIR", "conditions": wanted},
    )
    return walk


def points(walk: Walk) -> dict[str, int]:
    return {row.text: row.pk for row in selectors.open_conditions(walk.proposal)}


def test_the_owner_of_a_condition_reports_it_though_another_unit_leads(asked, people) -> None:  # noqa: F811
    case, point = asked.proposal, points(asked)
    assert set(Proposal.visible_to(people["dishub"]).values_list("pk", flat=True)) == {case.pk}
    assert not Proposal.visible_to(people["dispar"]).exists()
    told = Notification.objects.get(user=people["dishub"], key__startswith="tkksd-condition:")
    assert (told.url, told.body.splitlines()[1]) == (f"/usulan/{case.code}/tindakan/laporkan-syarat/", "Peta trayek.")
    assert [task.title for task in duties.tasks(people["dishub"])] == ["Penuhi syarat TKKSD: Peta trayek."]
    assert duties.tasks(people["dlh"]) == duties.tasks(people["dispar"]) == []
    proof = SimpleUploadedFile("peta.pdf", small_pdf("Peta trayek"), "application/pdf")
    facts = {"point": point["Peta trayek."], "note": "Peta terlampir.", "evidence": proof}
    event = meetings.act(case, "report_condition", by=people["dishub"], **facts)
    row = Condition.objects.get(pk=point["Peta trayek."])
    assert (row.reported_by, row.report_paper.kind, row.settled_on) == (people["dishub"], "CONDITION_EVIDENCE", None)
    assert (event.office, event.data["documents"]) == ("OPD", [row.report_paper.pk])
    assert duties.tasks(people["dishub"]) == []
    meetings.act(case, "settle_condition", by=people["ratna"], point=row.pk, note="Peta diperiksa.")
    assert points(asked) == {"RAB.": point["RAB."]}


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("dlh", "Peta trayek."),
        ("hukum", "Peta trayek."),
        ("dishub", "RAB."),
        ("dispar", "Peta trayek."),
        ("setwan", "RAB."),
    ],
)
def test_a_condition_is_reported_by_nobody_else(asked, people, who, text) -> None:  # noqa: F811
    with pytest.raises(NotYours):
        meetings.act(asked.proposal, "report_condition", by=people[who], point=points(asked)[text], note="Sudah.")
    assert not Condition.objects.filter(reported_on__isnull=False).exists()


@pytest.mark.parametrize(("who", "text"), [("dlh", "RAB."), ("hukum", "RAB."), ("dishub", "Peta trayek.")])
def test_each_is_offered_the_conditions_that_are_his(asked, people, client, who, text) -> None:  # noqa: F811
    client.force_login(people[who])
    page = client.get(f"/usulan/{asked.proposal.code}/tindakan/laporkan-syarat/")
    assert [label for _, label in page.context["form"].fields["point"].choices] == [text]
    others = client.get(f"/usulan/{asked.proposal.code}/tindakan/buat-undangan/")
    assert others.status_code in {403, 404}
    wrong = {
        "point": [pk for name, pk in points(asked).items() if name != text],
        "note": "x",
        "expect": asked.proposal.act_count,
    }
    assert client.post(page.request["PATH_INFO"], wrong).status_code == 422


def test_whoever_owns_no_condition_does_not_see_the_case(asked, people, client) -> None:  # noqa: F811
    client.force_login(people["dispar"])
    page = f"/usulan/{asked.proposal.code}/"
    assert [client.get(page).status_code, client.get(f"{page}tindakan/laporkan-syarat/").status_code] == [404, 404]
    asked.proposal.classification = "SECRET"
    asked.proposal.save()
    client.force_login(people["dishub"])
    assert client.get(page).status_code == 404
    assert duties.tasks(people["dishub"]) == []


def test_papers_are_confirmed_in_their_order(two, people, monkeypatch) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"])
    case = two[0].proposal
    meetings.attend(meeting, attendance(meeting, meeting.fixed_count), by=people["ratna"])
    meetings.act(case, "record_meeting", by=people["ratna"], **RESULT)
    paper = Document.objects.filter(kind="RECOMMENDATION").latest("pk")
    secretary, chair = [row.member.user for row in paper.tkksd_signatures.all()]
    assert [m.get_seat_display() for m in (row.member for row in paper.tkksd_signatures.all())] == [
        "Sekretaris",
        "Ketua",
    ]
    Document.objects.filter(pk=paper.pk).update(status="READY", file=_file(people)) if not paper.is_ready else None
    paper.refresh_from_db()
    with pytest.raises(NotYours, match="Giliran konfirmasi"):
        signing.confirm(paper, by=chair)
    signing.confirm(paper, by=secretary)
    signing.confirm(paper, by=chair)
    paper.refresh_from_db()
    fresh = paper.superseded_by
    assert (paper.status, fresh.number) == ("SUPERSEDED", paper.number)
    assert [row["name"] for row in fresh.facts()["confirmations"]] == [secretary.full_name, chair.full_name]
    with pytest.raises(NotYet):
        signing.confirm(paper, by=chair)


def test_the_list_of_attendance_is_confirmed_by_those_who_preside_and_came(two, people) -> None:  # noqa: F811
    meeting = convene(two, people["ratna"])
    meetings.act(two[0].proposal, "recuse", by=people["ratna"], reason="Kerabat calon mitra.")
    came = attendance(meeting, meeting.fixed_count)
    first_edition = meetings.attend(meeting, came, by=people["ratna"])
    assert [row.member.seat for row in first_edition.tkksd_signatures.all()] == ["SECRETARY", "DEPUTY", "CHAIR"]
    deputy = next(row.member for row in first_edition.tkksd_signatures.all() if row.member.seat == "DEPUTY")
    paper = meetings.attend(
        meeting, came | {deputy.pk: ("REPRESENTED", "Sri Lestari, Kepala Bagian Umum")}, by=people["ratna"]
    )
    rows = list(paper.tkksd_signatures.select_related("member__user"))
    assert [row.member.seat for row in rows] == ["SECRETARY", "CHAIR"]
    first_edition.refresh_from_db()
    with pytest.raises(NotYet, match="tidak berlaku lagi"):
        signing.confirm(first_edition, by=people["ratna"])
    paper.refresh_from_db()
    if not paper.is_ready:
        Document.objects.filter(pk=paper.pk).update(status="READY", file=_file(people))
        paper.refresh_from_db()
    secretary, chair = [row.member.user for row in rows]
    assert [meeting_room.confirmation(row)["url"] for row in meeting_room.to_confirm(secretary)] == [
        meeting.get_absolute_url()
    ]
    with pytest.raises(NotYours, match="Giliran konfirmasi"):
        signing.confirm(paper, by=chair)
    signing.confirm(paper, by=secretary)
    assert meeting_room.to_confirm(secretary) == []
    assert [row.document for row in meeting_room.to_confirm(chair)] == [paper]
    signing.confirm(paper, by=chair)
    whole = Document.objects.filter(kind="ATTENDANCE", object_id=meeting.pk).latest("pk")
    assert [row["name"] for row in whole.facts()["confirmations"]] == [secretary.full_name, chair.full_name]
    assert Document.objects.filter(kind="ATTENDANCE", object_id=meeting.pk).exclude(status="SUPERSEDED").get() == whole


def _file(people):  # noqa: F811
    return store_bytes(small_pdf("x"), name="x.pdf", content_type="application/pdf", by=people["ratna"])
