from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kerjasama.core.errors import BadInput, Stale
from kerjasama.parties import selectors, services
from kerjasama.parties.classes import STANDINGS
from kerjasama.parties.forms import PartnerForm
from kerjasama.parties.models import Partner
from tests.factories.accounts import UserFactory
from tests.factories.parties import PartnerFactory, region

pytestmark = pytest.mark.django_db
TYPED = {"legal_class": "REGION", "region": "Kabupaten Sleman (34.04)", "name": ""}


@pytest.fixture
def ani():
    return UserFactory(full_name="Ani", office="BAGIAN")


@pytest.fixture
def desk(client, ani):
    client.force_login(ani)
    return client


def test_a_region_lends_its_name_and_the_title_of_its_head(ani):
    partner = services.create_partner({"kind": "REGION", "region": region("34.04")}, by=ani)
    assert (partner.name, partner.head_title) == ("Pemerintah Kabupaten Sleman", "Bupati")
    assert partner.history.get().history_user == ani


def test_a_region_is_registered_once(ani):
    services.create_partner({"kind": "REGION", "region": region("34.04")}, by=ani)
    with pytest.raises(BadInput):
        services.create_partner({"kind": "REGION", "region": region("34.04")}, by=ani)
    assert Partner.objects.count() == 1


def test_an_administrative_region_is_refused(ani):
    with pytest.raises(BadInput) as refusal:
        services.create_partner({"kind": "REGION", "region": region("31.71")}, by=ani)
    assert list(refusal.value.errors) == ["region"]


def test_invented_partners_need_no_region(ani):
    services.create_partner({"kind": "REGION", "name": "Pemerintah Kabupaten Rejasari"}, by=ani)
    services.create_partner({"kind": "COMPANY", "name": "PT Contoh"}, by=ani)
    assert Partner.objects.count() == 2


def test_an_update_of_what_was_seen_is_stored(ani):
    partner = PartnerFactory()
    services.update_partner(partner.pk, {"head_name": "Baru"}, seen=partner.updated_at, by=ani)
    partner.refresh_from_db()
    assert (partner.head_name, selectors.last_editor(partner)) == ("Baru", "Ani")


def test_an_update_of_an_older_state_is_refused_and_names_the_other(ani):
    partner = PartnerFactory()
    seen = partner.updated_at
    services.update_partner(partner.pk, {"head_name": "Satu"}, seen=seen, by=ani)
    with pytest.raises(Stale) as refusal:
        services.update_partner(partner.pk, {"head_name": "Dua"}, seen=seen, by=UserFactory())
    assert refusal.value.message == "Data mitra ini baru saja diubah oleh Ani."
    partner.refresh_from_db()
    assert partner.head_name == "Satu"


def test_search_finds_every_word_in_name_head_or_region():
    sleman = PartnerFactory(name="Pemkab Sleman", head_name="Ratna", region=region("34.04"))
    PartnerFactory(name="Pemkab Bantul", head_name="Ratna")
    found = [selectors.partners(q=q) for q in ("sleman", "ratna sleman", "KABUPATEN", "solo")]
    assert [list(each) for each in found] == [[sleman], [sleman], [sleman], []]


def test_kind_and_sort():
    first = PartnerFactory(name="A", company=True)
    first.name = "A"
    first.save()
    second = PartnerFactory(name="B")
    assert list(selectors.partners(kind="COMPANY")) == [first]
    assert list(selectors.partners(kind="TIDAK")) == [first, second]
    assert list(selectors.partners(sort="-name")) == [second, first]
    assert list(selectors.partners(sort="-updated")) == [second, first]
    assert list(selectors.partners(sort="tidak ada")) == [first, second]


def test_last_editor_of_an_untouched_partner_is_nobody():
    assert selectors.last_editor(PartnerFactory()) == ""


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"region": ""}, {"region": ["Isi “Daerah”"]}),
        ({"region": "", "name": "X"}, {"region": ["Isi “Daerah”"]}),
        ({"legal_class": "LIMITED_COMPANY"}, {"name": ["Isi “Nama”"]}),
        ({"legal_class": ""}, {"legal_class": ["Pilih jawaban untuk “Bentuk mitra”"], "name": ["Isi “Nama”"]}),
        (
            {"legal_class": "PARTNERSHIP", "name": "CV Maju"},
            {"legal_class": [STANDINGS["PARTNERSHIP"].why]},
        ),
        ({"contact_email": "bukan"}, {"contact_email": ["Masukkan alamat email yang valid."]}),
    ],
)
def test_the_form_says_what_is_missing(change, errors):
    assert PartnerForm({**TYPED, **change}).errors == errors


def test_the_form_refuses_a_region_that_has_a_partner_but_not_to_itself():
    partner = PartnerFactory(region=region("34.04"))
    assert PartnerForm(TYPED).errors == {"region": ["Mitra untuk daerah ini sudah terdaftar."]}
    assert PartnerForm(TYPED, instance=partner).is_valid() is True


def test_the_form_drops_the_region_of_a_company():
    form = PartnerForm({**TYPED, "legal_class": "LIMITED_COMPANY", "name": "PT X"})
    assert (form.is_valid(), form.values()["region"], form.values()["kind"]) == (True, None, "COMPANY")


def test_a_partner_is_added_shown_and_changed(desk):
    response = desk.post(reverse("parties:create"), TYPED)
    partner = Partner.objects.get()
    assert response["Location"] == f"/mitra/{partner.pk}/"
    page = desk.get(response["Location"])
    assert "Pemerintah Kabupaten Sleman" in page.content.decode()
    assert "oleh Ani" in page.content.decode()
    edit = reverse("parties:edit", args=[partner.pk])
    form = desk.get(edit).context["form"]
    assert 'value="Kabupaten Sleman (34.04)"' in str(form["region"])
    sent = {**TYPED, "name": "Pemkab Sleman", "seen": form["seen"].value()}
    assert desk.post(edit, sent).status_code == 302
    partner.refresh_from_db()
    assert partner.name == "Pemkab Sleman"


def test_a_bad_form_comes_back_with_422_and_what_was_typed(desk):
    response = desk.post(reverse("parties:create"), {**TYPED, "region": "Atlantis", "head_name": "Sri"})
    assert response.status_code == 422
    assert 'value="Atlantis"' in response.content.decode()
    assert 'value="Sri"' in response.content.decode()


def test_the_second_of_two_editors_is_told(desk):
    partner = PartnerFactory()
    edit = reverse("parties:edit", args=[partner.pk])
    seen = (partner.updated_at - timedelta(seconds=1)).isoformat()
    sent = {"legal_class": "LIMITED_COMPANY", "name": "PT X", "seen": seen}
    assert desk.post(edit, sent).status_code == 409
    assert desk.post(edit, {**sent, "seen": ""}).status_code == 422


@pytest.mark.parametrize(
    ("office", "listed", "shown", "changed", "created"),
    [
        ("BAGIAN", 200, 200, 200, 200),
        ("KABAG", 200, 200, 200, 200),
        ("HUKUM", 200, 200, 403, 403),
        ("INSPEKTORAT", 200, 200, 403, 403),
        ("SETWAN", 403, 404, 404, 403),
        (None, 403, 404, 404, 403),
    ],
)
def test_who_may_see_and_who_may_change(client, office, listed, shown, changed, created):
    partner = PartnerFactory()
    client.force_login(UserFactory(office=office))
    pages = [
        reverse("parties:list"),
        reverse("parties:detail", args=[partner.pk]),
        reverse("parties:edit", args=[partner.pk]),
        reverse("parties:create"),
    ]
    assert [client.get(page).status_code for page in pages] == [listed, shown, changed, created]


def test_readers_see_no_button_to_change(client):
    partner = PartnerFactory()
    client.force_login(UserFactory(office="HUKUM"))
    pages = (reverse("parties:list"), reverse("parties:detail", args=[partner.pk]))
    for page in pages:
        body = client.get(page).content.decode()
        assert ("Tambah mitra" in body, f"/mitra/{partner.pk}/ubah/" in body) == (False, False)


def test_a_stranger_is_sent_to_the_door(client):
    partner = PartnerFactory()
    names = [("list", []), ("create", []), ("detail", [partner.pk]), ("edit", [partner.pk])]
    assert {client.get(reverse(f"parties:{name}", args=args)).status_code for name, args in names} == {302}


def test_an_empty_list_says_what_to_do(desk):
    assert "Belum ada mitra. Tambahkan" in desk.get(reverse("parties:list")).content.decode()
    filtered = desk.get(reverse("parties:list"), {"q": "zzz"}).content.decode()
    assert "Tidak ada yang cocok" in filtered


def test_the_list_is_paged_by_25_and_keeps_its_filters(desk):
    PartnerFactory.create_batch(26)
    page = desk.get(reverse("parties:list"), {"q": "contoh", "urut": "-name"})
    assert (len(page.context["rows"]), page.context["page_obj"].paginator.num_pages) == (25, 2)
    assert "?q=contoh&amp;urut=-name&amp;halaman=2" in page.content.decode()
    last = desk.get(reverse("parties:list"), {"halaman": "2"})
    assert len(last.context["rows"]) == 1
    assert len(desk.get(reverse("parties:list"), {"halaman": "999"}).context["rows"]) == 1


def test_the_heads_of_the_table_turn_the_order(desk):
    PartnerFactory()
    heads = desk.get(reverse("parties:list"), {"urut": "name", "q": "c"}).context["columns"]
    assert heads[0] == {"label": "Mitra", "sort_url": "?urut=-name&q=c", "sort": "ascending"}
    assert heads[3] == {"label": "Diubah", "sort_url": "?urut=updated&q=c", "sort": "none"}


def test_the_list_takes_the_same_queries_for_one_row_and_for_three(desk):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            desk.get(reverse("parties:list"))
        return len(captured)

    PartnerFactory()
    queries()
    for_one = queries()
    PartnerFactory.create_batch(2)
    assert queries() == for_one


def test_nothing_typed_runs_in_the_page(desk):
    partner = PartnerFactory(name="<script>alert(1)</script>", address='"><img src=x onerror=alert(1)>')
    for page in (reverse("parties:list"), partner.get_absolute_url()):
        body = desk.get(page).content.decode()
        assert "<script>alert(1)</script>" not in body
        assert "<img src=x" not in body


def test_the_table_itself_holds_the_rules():
    with pytest.raises(Exception, match="partner_region_only_for_regions"):
        PartnerFactory(company=True, region=region("34.04"))


def test_partners_and_regions_are_listed_in_the_admin(client):
    client.force_login(UserFactory(office="ADMIN", is_staff=True))
    partner = PartnerFactory()
    for name, key in (("partner", partner.pk), ("region", "34.04")):
        assert client.get(reverse(f"admin:parties_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:parties_{name}_change", args=[key])).status_code == 200
        assert client.post(reverse(f"admin:parties_{name}_delete", args=[key])).status_code == 403
