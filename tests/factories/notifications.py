import factory

from kerjasama.notifications.models import Notification
from tests.factories.accounts import UserFactory


class NotificationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notification

    user = factory.SubFactory(UserFactory)
    key = factory.Sequence(lambda n: f"kabar:{n}")
    title = "Usulan menunggu paraf Anda"
    body = "Usulan Pengelolaan air bersih."
    url = "/usulan/1/"
