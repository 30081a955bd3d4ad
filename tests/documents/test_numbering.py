from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents import numbering, services
from kerjasama.documents.models import Document, IssuedNumber, NumberSeries
from tests.bench import drawing
from tests.factories.accounts import GovernmentFactory, OrgUnitFactory, UserFactory

ON = date(2026, 11, 23)


def draw(series="SURAT", on=ON, unit="KS", **options):
    return numbering.draw(series, on=on, unit_code=unit, **options).text


@pytest.mark.django_db
def test_a_number_follows_the_pattern_of_the_region():
    GovernmentFactory(classification_code="100.3.7")
    assert draw() == "100.3.7/001/SURAT/KS/XI/2026"
    assert draw(classification="000.1") == "000.1/002/SURAT/KS/XI/2026"
    parameters.change("number_pattern", "{jenis}-{unit}-{tahun}-{urut}", reason="uji")
    assert draw() == "SURAT-KS-2026-003"


@pytest.mark.django_db
def test_each_series_unit_and_year_counts_for_itself():
    drawn = [draw(), draw(series="BA"), draw(unit="DLH"), draw(on=date(2027, 1, 4)), draw(on=date(2026, 12, 1))]
    assert drawn == [
        "100.3.7/001/SURAT/KS/XI/2026",
        "100.3.7/001/BA/KS/XI/2026",
        "100.3.7/001/SURAT/DLH/XI/2026",
        "100.3.7/001/SURAT/KS/I/2027",
        "100.3.7/002/SURAT/KS/XII/2026",
    ]


@pytest.mark.django_db
def test_types_that_the_pattern_does_not_show_share_one_run():
    parameters.change("number_pattern", "{urut}/{unit}/{tahun}", reason="uji")
    assert [draw(), draw(series="BA"), draw()] == ["001/KS/2026", "002/KS/2026", "003/KS/2026"]


@pytest.mark.django_db
def test_after_999_a_number_has_four_digits():
    draw()
    NumberSeries.objects.update(last=999)
    assert draw() == "100.3.7/1000/SURAT/KS/XI/2026"


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_gap():
    draw()
    with pytest.raises(RuntimeError), transaction.atomic():
        draw()
        raise RuntimeError
    assert draw() == "100.3.7/002/SURAT/KS/XI/2026"


@pytest.mark.django_db
def test_a_number_that_was_typed_before_is_not_drawn(subject):
    numbering.keep_typed("100.3.7/001/SURAT/KS/XI/2026", same=(1, 1))
    with pytest.raises(NotYet, match="sudah dipakai"):
        draw()
    assert NumberSeries.objects.filter(last__gt=0).count() == 0


@pytest.mark.django_db
def test_a_typed_number_belongs_to_one_case(subject, writer, press):
    def issue(of, number):
        return services.issue(
            of, "PKS", template="perjanjian_kerja_sama", context={}, by=writer, title="PKS", dated=ON, number=number
        )

    first = issue(subject, " 415/12/2026 ")
    second = issue(subject, "415/12/2026")
    assert (first.number, first.issued_number) == ("415/12/2026", second.issued_number)
    with pytest.raises(BadInput, match="berkas lain"):
        issue(OrgUnitFactory(), "415/12/2026")
    services.annul(first, reason="salah ketik", by=writer)
    assert IssuedNumber.objects.get().state == "USED"
    services.annul(second, reason="salah ketik", by=writer)
    assert IssuedNumber.objects.get().state == "CANCELLED"
    with pytest.raises(BadInput, match="dibatalkan"):
        issue(subject, "415/12/2026")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    ["UPDATE documents_issuednumber SET text = 'x'", "DELETE FROM documents_issuednumber"],
)
def test_the_database_keeps_a_number_as_it_was_given(change):
    draw()
    with pytest.raises(DatabaseError, match="tidak dapat diubah|permission denied"), connection.cursor() as cursor:
        cursor.execute(change)


@pytest.mark.django_db
def test_a_cancelled_number_stays_cancelled(writer):
    issued = numbering.draw("SURAT", on=ON, unit_code="KS")
    numbering.cancel(issued, reason="batal terbit", by=writer)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"):
        IssuedNumber.objects.update(state="USED")


def test_many_hands_draw_without_gap_or_double(fresh_db, press):
    """Eight threads issue and sometimes fail; what stands is 1 to n, each once."""
    writer, subject = UserFactory(), OrgUnitFactory()

    def work(turn):
        try:
            with transaction.atomic():
                services.issue(
                    subject, "OFFER", template="surat_permohonan", context={}, by=writer, title=f"Surat {turn}",
                    dated=ON, series="SURAT", unit_code="KS",
                )  # fmt: skip
                if turn % 5 == 0:
                    raise NotYet("batal")
        except NotYet:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as hands:
        list(hands.map(work, range(40)))
    assert sorted(IssuedNumber.objects.values_list("sequence", flat=True)) == list(range(1, 33))
    assert NumberSeries.objects.get().last == 32
    assert Document.objects.filter(status="READY").count() == 32


def test_eight_hands_take_hundreds_of_numbers_from_one_series(fresh_db):
    """The small sister of `make bench`."""
    GovernmentFactory()
    drawing.by_threads(8, 40)
    assert list(IssuedNumber.objects.order_by("sequence").values_list("sequence", flat=True)) == list(range(1, 321))
    assert (IssuedNumber.objects.values("text").distinct().count(), NumberSeries.objects.get().last) == (320, 320)
