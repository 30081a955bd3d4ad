import factory

from kerjasama.parties.models import Partner, Region


def region(code: str = "33.22") -> Region:
    """A region of the official list, which every database holds."""
    return Region.objects.get(pk=code)


class PartnerFactory(factory.django.DjangoModelFactory):
    """A partner region; invented, like every counterparty of the demo."""

    class Meta:
        model = Partner

    kind = Partner.Kind.REGION
    name = factory.Sequence(lambda n: f"Pemerintah Kabupaten Contoh {n:03d}")
    address = "Jalan Merdeka 1"
    head_name = "Ratna Wulandari"
    head_title = "Bupati"
    contact_name = "Bagian Kerja Sama"
    contact_email = factory.Sequence(lambda n: f"ks{n}@contoh.example")

    class Params:
        company = factory.Trait(kind=Partner.Kind.COMPANY, name="PT Contoh Jaya", head_title="Direktur")
