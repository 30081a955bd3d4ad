import json
from datetime import date

import pytest

from kerjasama.reviews import papers, selectors
from kerjasama.reviews.services import record_opinion
from tests.reviews.test_meetings import call, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(subject, team, kabag):
    return call(subject, kabag)


def test_the_invitation(item, team):
    facts = papers.invitation_context(item)
    chair = team.members.get(seat="CHAIR")
    person = {"name": chair.user.full_name, "nip": "", "seat": "Ketua", "title": chair.title, "unit": ""}
    assert facts["meeting"] == {
        "label": "Rapat TKKSD ke-1 tahun 2026",
        "number": 1,
        "year": 2026,
        "day": "Senin",
        "date": "23 November 2026",
        "date_words": "dua puluh tiga bulan November tahun dua ribu dua puluh enam",
        "date_digits": "23-11-2026",
        "time": "09.00 WIB",
        "place": "Ruang Rapat Sekda",
        "agenda": "Penilaian usulan",
    }
    assert facts["team"] == {"decree_number": team.decree_number, "decree_date": "2 Januari 2026"}
    assert (facts["chair"], facts["invitees"][0]) == (person, person)
    assert [row["seat"] for row in facts["invitees"]] == [
        "Ketua", "Wakil Ketua", "Sekretaris", "Anggota tetap", "Anggota tetap", "Anggota tidak tetap",
    ]  # fmt: skip


def test_the_minutes(item, kabag):
    wanted = [{"text": "Lampirkan RAB.", "owner": "BPKAD", "due_on": date(2026, 12, 4)}]
    record(item, kabag, given="SRSAAS", conclusion="WITH_REPAIR", conditions=wanted)
    facts = papers.minutes_context(item)
    assert facts["quorum"] == {"needed": 3, "fixed": 5, "fixed_present": 3, "present": 4}
    assert facts["conclusion"] == {"code": "WITH_REPAIR", "label": "Direkomendasikan dengan perbaikan"}
    assert facts["conditions"] == [{"text": "Lampirkan RAB.", "owner": "BPKAD", "due": "4 Desember 2026"}]
    assert [(row["presence"], row["represented_by"]) for row in facts["attendance"]][:2] == [
        ("Hadir", ""),
        ("Diwakili", "Sri Lestari, Sekretaris"),
    ]
    assert json.loads(json.dumps(facts)) == facts


def test_the_recommendation(item, subject, kabag, django_assert_max_num_queries):
    chair, deputy, *_ = selectors.members_of(item)
    record_opinion(subject, chair.user, "AGREE")
    record_opinion(subject, deputy.user, "AGREE_WITH_NOTES", "Perjelas anggaran.")
    record(item, kabag)
    stored = selectors.concluded_item(subject)
    with django_assert_max_num_queries(5):
        facts = papers.recommendation_context(stored)
    assert facts["opinion_counts"] == {"AGREE": 1, "AGREE_WITH_NOTES": 1, "DISAGREE": 0}
    assert facts["opinions"][1] == {
        "name": deputy.user.full_name,
        "seat": "Wakil Ketua",
        "verdict": "Setuju dengan catatan",
        "note": "Perjelas anggaran.",
    }
    assert facts["concluded_on"] == "23 November 2026"
    assert json.loads(json.dumps(facts)) == facts
