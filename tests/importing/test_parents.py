"""A column "naskah induk": put under the one naskah that bears the number, else left for somebody to find out."""

from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import OldNaskah, RegisterEntry
from agreements.services import old as olds
from kerjasama.accounts.models import User
from kerjasama.core.errors import NotYet
from kerjasama.importing.models import ImportBatch
from kerjasama.importing.services import deciding, uploading
from kerjasama.importing.services.parents import numbers_in
from tests.importing.files import csv
from tests.importing.test_batches import TODAY
from tests.support.world import _wanasari, people

__all__ = ["_wanasari", "people"]
HEADS = ("No", "Tentang", "Mitra", "Nomor", "Tanggal TTD", "Bentuk", "Naskah Induk")
#: Children stand above their parents in the file.
LINES = (
    (
        1,
        "Pengangkutan",
        "PT Maju",
        "075/11/PKS/2017",
        "01/02/2017",
        "PKS",
        "KB Nomor 075/10/KB/2016 tanggal 5 Januari 2016",
    ),
    (2, "Perubahan Tarif", "PT Maju", "075/12/ADD/2018", "01/02/2018", "Adendum", "075/11/PKS/2017"),
    (3, "Kesepakatan Sampah", "PT Maju", "075/10/KB/2016", "05/01/2016", "KB", ""),
    (4, "Wisata", "CV Karya", "075/13/PKS/2019", "01/02/2019", "PKS", "075/99/KB/2015"),
)


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


def written(people: dict[str, User], *lines: tuple[Any, ...]) -> ImportBatch:
    batch, _ = uploading.take(SimpleUploadedFile("r.csv", csv([HEADS, *lines], sign=";")), by=people["dewi"])
    batch.refresh_from_db()
    return deciding.confirm(batch, expect=batch.reading, by=people["dewi"])


def above() -> dict[str, str]:
    rows = OldNaskah.objects.filter(withdrawn_at__isnull=True).select_related("parent_old")
    return {old.title: old.parent_old.title if old.parent_old else "" for old in rows}


def test_each_stands_under_the_one_that_bears_the_number(people: dict[str, User]) -> None:
    batch = written(people, *LINES)
    assert above() == {
        "Pengangkutan": "Kesepakatan Sampah",
        "Perubahan Tarif": "Pengangkutan",
        "Kesepakatan Sampah": "",
        "Wisata": "",
    }
    unknown = {old.title: "PARENT" in old.unknown for old in OldNaskah.objects.all()}
    assert unknown == {"Pengangkutan": False, "Perubahan Tarif": False, "Kesepakatan Sampah": False, "Wisata": True}
    child = OldNaskah.objects.get(title="Pengangkutan")
    assert child.history.first().history_change_reason == "Naskah induk dikenali dari nomornya"
    assert RegisterEntry.objects.get(old=child).parent_old.title == "Kesepakatan Sampah"
    deciding.undo(batch, by=people["dewi"])
    assert above() == {} and not RegisterEntry.objects.filter(old__isnull=False).exists()


def test_a_number_of_two_is_nobodys(people: dict[str, User]) -> None:
    written(people, LINES[2], (5, "Kesepakatan Lain", "CV Beda", "075/10/KB/2016", "05/01/2017", "KB", ""), LINES[0])
    assert above()["Pengangkutan"] == ""


def test_what_somebody_put_under_it_stands_against_undoing(people: dict[str, User]) -> None:
    batch = written(people, LINES[2])
    parent = OldNaskah.objects.get()
    hand = olds.write(
        OldNaskah(), {"title": "Dari tangan", "parent_old_id": parent.pk}, reason="arsip", by=people["dewi"]
    )
    with pytest.raises(NotYet, match=f"{hand.code} berdiri di bawahnya"):
        deciding.undo(batch, by=people["dewi"])
    olds.write(hand, {"parent_old_id": None}, reason="keliru", expect=1, by=people["dewi"])
    deciding.undo(batch, by=people["dewi"])
    assert above() == {"Dari tangan": ""}


def test_a_later_file_that_tells_of_the_parent_places_it_and_can_be_undone(people: dict[str, User]) -> None:
    first = written(people, LINES[2], (*LINES[0][:6], ""))
    second = written(people, LINES[0])
    assert above()["Pengangkutan"] == "Kesepakatan Sampah"
    deciding.undo(second, by=people["dewi"])
    assert above()["Pengangkutan"] == ""
    deciding.undo(first, by=people["dewi"])
    assert above() == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KB Nomor 075/10/KB/2016 tanggal 5 Januari 2016", "075/10/KB/2016"), ("119 / 7 / KB", "119/7/KB"), ("Kesepakatan Bersama tentang Sampah", ""),
        ("No. 12 Tahun 2016", ""),
    ],
)  # fmt: skip
def test_the_numbers_that_words_name(words: str, expected: str) -> None:
    found = [number for number in numbers_in(words) if "/" in number and " " not in number]
    assert found == ([expected] if expected else [])
