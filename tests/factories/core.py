import factory

from kerjasama.core.models import FormDraft, Holiday, Parameter


class HolidayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Holiday
        django_get_or_create = ("date",)

    name = "Hari libur"
    kind = Holiday.Kind.NATIONAL


class ParameterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Parameter
        django_get_or_create = ("key",)

    key = "dprd_gate"
    value = "before_first_signing"


class FormDraftFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FormDraft

    user = factory.SubFactory("tests.factories.accounts.UserFactory")
    key = "contoh"
    data = factory.LazyFunction(dict)
