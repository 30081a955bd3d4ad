from datetime import date, time

import factory
from django.contrib.contenttypes.models import ContentType

from kerjasama.core import clock
from kerjasama.reviews.models import (
    AgendaItem,
    Attendance,
    Clearance,
    ClearanceNote,
    Condition,
    Meeting,
    Member,
    Opinion,
    Question,
    Team,
)
from kerjasama.reviews.models.clearance import ClearanceStatus
from kerjasama.reviews.models.meeting import Conclusion, Presence
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.models.tkksd import TeamSeat
from tests.factories.accounts import OrgUnitFactory, UserFactory, period

GROUNDS = {
    "burdens_community": False,
    "burdens_region": True,
    "unbudgeted": True,
    "amount": "6200000000.00",
    "sentence": "Persetujuan DPRD diperlukan karena pendanaannya belum teranggarkan.",
    "basis": "PP 28/2018 Pasal 6 ayat (2)",
}


class TeamFactory(factory.django.DjangoModelFactory):
    """`TeamFactory(seats="CHAIR SECRETARY FIXED CHANGING")` seats new people in that order."""

    class Meta:
        model = Team
        skip_postgeneration_save = True

    decree_number = factory.Sequence(lambda n: f"100.3.7/{n}/KEP/2026")
    decree_date = date(2026, 1, 2)
    period = factory.LazyFunction(lambda: period(date(2026, 1, 5), date(2031, 1, 1)))

    @factory.post_generation
    def seats(self, create, seats, **extra):
        for seat in (seats or "").split():
            MemberFactory(team=self, seat=seat)


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Member

    team = factory.SubFactory(TeamFactory)
    user = factory.SubFactory(UserFactory, office="TKKSD")
    seat = TeamSeat.FIXED
    title = factory.Sequence(lambda n: f"Kepala Badan Contoh {n}")
    since = factory.LazyAttribute(lambda m: m.team.starts_on)


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meeting

    team = factory.SubFactory(TeamFactory)
    held_on = date(2026, 11, 23)
    year = factory.LazyAttribute(lambda m: m.held_on.year)
    number = factory.Sequence(lambda n: n + 1)
    held_at = time(9)
    place = "Ruang Rapat Sekretaris Daerah"
    agenda = "Penilaian usulan kerja sama"
    fixed_count = 5
    quorum_needed = 3
    called_by = factory.SubFactory(UserFactory)


class AboutFactory(factory.django.DjangoModelFactory):
    """The subject is any stored row of any room; a new unit when none is given."""

    class Meta:
        abstract = True
        exclude = ["about"]

    about = factory.SubFactory(OrgUnitFactory)
    subject_type = factory.LazyAttribute(lambda row: ContentType.objects.get_for_model(row.about))
    object_id = factory.LazyAttribute(lambda row: row.about.pk)


class AgendaItemFactory(AboutFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)

    class Params:
        concluded = factory.Trait(
            discussion="Disetujui dengan memperhatikan anggaran.",
            conclusion=Conclusion.RECOMMENDED,
            concluded_on=date(2026, 11, 23),
            concluded_by=factory.SubFactory(UserFactory),
        )


class AttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.SubFactory(MemberFactory, team=factory.SelfAttribute("..meeting.team"))
    state = Presence.INVITED


class ConditionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Condition

    item = factory.SubFactory(AgendaItemFactory, concluded=True)
    text = "Lampirkan rincian anggaran."
    owner = "BPKAD"


class OpinionFactory(AboutFactory):
    class Meta:
        model = Opinion

    member = factory.SubFactory(MemberFactory)
    verdict = Verdict.AGREE


class ClearanceFactory(AboutFactory):
    class Meta:
        model = Clearance

    authority = "DPRD"
    number_in_row = 1
    asked_on = date(2026, 10, 16)
    letter_number = "100.3.7/2114/2026"
    grounds = factory.LazyFunction(lambda: dict(GROUNDS))

    class Params:
        sent = factory.Trait(status=ClearanceStatus.SENT, sent_on=date(2026, 10, 16))
        received = factory.Trait(
            status=ClearanceStatus.RECEIVED,
            sent_on=date(2026, 10, 16),
            received_on=date(2026, 10, 19),
            counted_from=date(2026, 10, 19),
            days_allowed=45,
            due_on=date(2026, 12, 21),
        )


class ClearanceNoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClearanceNote

    clearance = factory.SubFactory(ClearanceFactory, received=True)
    text = "Harga ditinjau setiap dua tahun."


class QuestionFactory(AboutFactory):
    """Of the DPRD, to the Bagian, unanswered; `answered=True` gives one that was answered."""

    class Meta:
        model = Question

    body = "DPRD"
    asked_by = factory.SubFactory(UserFactory, office="SETWAN")
    asked_as = "Sekretariat DPRD"
    asked_at = factory.LazyFunction(clock.now)
    text = "Berapa beban APBD pada tahun ketiga?"

    class Params:
        answered = factory.Trait(
            answer="Rp1.200.000.000, dari APBD.",
            answered_by=factory.SubFactory(UserFactory, office="BAGIAN"),
            answered_as="Bagian Kerja Sama",
            answered_at=factory.LazyAttribute(lambda row: row.asked_at),
        )
