from datetime import date

import factory
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts.models import Delegation, Government, Holding, OrgUnit, User
from kerjasama.accounts.offices import Capacity, Office

PASSWORD = "kata-sandi-uji-7"


def period(first: date | None = date(2020, 1, 1), after_last: date | None = None) -> DateRange:
    """A stored period; the second day is the first one outside."""
    return DateRange(first, after_last)


class GovernmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Government
        django_get_or_create = ("id",)

    id = 1


class OrgUnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OrgUnit

    code = factory.Sequence(lambda n: f"dinas-{n}")
    name = factory.Sequence(lambda n: f"Dinas Contoh {n}")
    short_name = factory.Sequence(lambda n: f"Dincoh {n}")
    kind = OrgUnit.Kind.SERVICE


class UserFactory(factory.django.DjangoModelFactory):
    """`UserFactory(office="KABAG")` gives a person with that seat, open since 2020."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"pegawai{n}")
    full_name = factory.Sequence(lambda n: f"Pegawai {n:03d}")
    email = factory.LazyAttribute(lambda u: f"{u.username}@wanasari.example")
    password = factory.django.Password(PASSWORD)

    class Params:
        admin = factory.Trait(is_staff=True, is_superuser=True)

    @factory.post_generation
    def office(self, create, office, **extra):
        if create and office:
            HoldingFactory(user=self, office=office, **extra)


class HoldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Holding

    user = factory.SubFactory(UserFactory)
    office = Office.BAGIAN
    unit = factory.Maybe(
        factory.LazyAttribute(lambda h: h.office == Office.OPD),
        yes_declaration=factory.SubFactory(OrgUnitFactory),
        no_declaration=None,
    )
    period = factory.LazyFunction(period)


class DelegationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Delegation

    office = Office.SEKDA
    delegate = factory.SubFactory(UserFactory)
    capacity = Capacity.PLT
    basis = "Surat Perintah Nomor 800/1/2026"
    period = factory.LazyFunction(lambda: period(date(2026, 1, 1), date(2027, 1, 1)))
