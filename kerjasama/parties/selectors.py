from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from kerjasama.accounts.models import Government
from kerjasama.core.levels import RegionLevel
from kerjasama.parties.classes import partner_kind_of
from kerjasama.parties.models import Partner, Region

SUGGESTIONS = 12
#: The name as in `Region.full_name`.
WRITTEN = Case(When(level=RegionLevel.PROVINCE, then=Concat(Value("Provinsi "), F("name"))), default=F("name"))


def governor() -> tuple[str, ...]:
    """The Gubernur of our province as the addressee of a letter, as representative of the centre; named where our region is known."""
    ours = Region.objects.filter(pk=Government.current().region_code).select_related("province").first()
    province = ours.province.name if ours and ours.province else ""
    return (f"Yth. Gubernur {province}".strip(), "selaku wakil Pemerintah Pusat", "di tempat")


def eligible_regions(q: str = "") -> QuerySet[Region]:
    """Autonomous regions that may be a party beside us, best match of `q` first: all but our own."""
    return autonomous_regions(q).exclude(pk=Government.current().region_code)


def autonomous_regions(q: str = "") -> QuerySet[Region]:
    """The daerah otonom, best match of `q` first.

    Left out: the six administrative kabupaten/kota of Jakarta. Every word of `q` must occur in the
    name, or `q` begins the code.
    """
    found = Region.objects.filter(autonomous=True)
    words = q.split()
    if not words:
        return found
    named = Q()
    for word in words:
        named &= Q(written__icontains=word)
    typed = q.strip()
    rank = Case(
        When(Q(written__iexact=typed) | Q(code=typed), then=Value(0)),
        When(written__iendswith=f" {words[-1]}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return (
        found.alias(written=WRITTEN).filter(named | Q(code__startswith=typed)).alias(rank=rank).order_by("rank", "name")
    )


def partners(*, q: str = "", kind: str = "", sort: str = "name") -> QuerySet[Partner]:
    """Partners with region, filtered by words in name, head or region and by kind.

    `sort`: "name", "-name", "updated" (oldest change first) or "-updated".
    """
    found = Partner.objects.select_related("region")
    for word in q.split():
        found = found.filter(Q(name__icontains=word) | Q(head_name__icontains=word) | Q(region__name__icontains=word))
    if kind in Partner.Kind.values:
        found = found.filter(kind=kind)
    field = F("updated_at") if sort.endswith("updated") else F("name")
    return found.order_by(field.desc() if sort.startswith("-") else field.asc(), "id")


def partners_of_class(legal_class: str) -> QuerySet[Partner]:
    """The partners of a class, by name; those registered before classes were asked are offered by their kind.

    Left out: regions that are not autonomous, and the owner of a business without legal personality before the
    Bagian Hukum has let him through. Raises KeyError for an unknown class.
    """
    known = Partner.objects.filter(kind=partner_kind_of(legal_class), legal_class__in=[legal_class, ""])
    ready = known.exclude(~Q(owns=""), owner_cleared_on=None)
    return ready.exclude(region__autonomous=False).order_by("name", "pk")


def last_editor(partner: Partner) -> str:
    """Who changed this partner last; empty when no person did."""
    latest = partner.history.select_related("history_user").order_by("-history_id").first()
    return str(latest.history_user or "") if latest else ""
