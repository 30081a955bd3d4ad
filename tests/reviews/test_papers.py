import json
from datetime import date

import pytest

from kerjasama.reviews import papers, selectors
from kerjasama.reviews.services import record_opinion
from tests.reviews.test_meetings import call, record

pytestmark = pytest.mark.django_db
SIGNER = {"name": "Budi Santoso", "title": "Sekretaris Daerah", "capacity_line": "", "nip": ""}


@pytest.fixture
def item(subject, team, kabag):
    return call(subject, kabag)


def test_the_invitation(item, subject):
    facts = papers.invitation_context(item.meeting, signer=SIGNER)
    asked = {"number_of_meeting", "held_on", "held_at", "meeting_place", "agenda", "title", "case_code"}
    assert {key: facts[key] for key in asked} == {
        "number_of_meeting": "1/2026",
        "held_on": "2026-11-23",
        "held_at": "09.00 WIB",
        "meeting_place": "Ruang Rapat Sekda",
        "agenda": "Penilaian usulan",
        "title": str(subject),
        "case_code": "",
    }
    assert facts["recipients"] == [member.title for member in selectors.members_of(item)]


def test_the_minutes(item, kabag):
    wanted = [{"text": "Lampirkan RAB.", "owner": "BPKAD", "due_on": date(2026, 12, 4)}]
    record(item, kabag, given="SRSAAS", conclusion="WITH_REPAIR", conditions=wanted)
    chair, deputy, secretary, *_ = selectors.members_of(item)
    facts = papers.minutes_context(item)
    assert (facts["present"], facts["quorum_needed"], len(facts["attendance"])) == (4, 3, 6)
    assert facts["attendance"][1] == {
        "name": deputy.user.full_name,
        "seat": f"Wakil Ketua ({deputy.title})",
        "state": "diwakili",
        "represented_by": "Sri Lestari, Sekretaris",
    }
    assert [row["state"] for row in facts["attendance"]][3:] == ["tidak hadir", "tidak hadir", "hadir"]
    assert facts["conclusion"] == "direkomendasikan dengan perbaikan"
    assert facts["conditions"] == [{"text": "Lampirkan RAB.", "owner": "BPKAD", "due": "2026-12-04"}]
    # The deputy sent someone, so only the two who came themselves sign.
    assert [row["title"] for row in facts["signers"]] == [f"Ketua ({chair.title})", f"Sekretaris ({secretary.title})"]
    assert json.loads(json.dumps(facts)) == facts


def test_the_recommendation(item, subject, kabag, django_assert_max_num_queries):
    chair, deputy, *_ = selectors.members_of(item)
    record_opinion(subject, chair.user, "AGREE")
    record_opinion(subject, deputy.user, "AGREE_WITH_NOTES", "Perjelas anggaran.")
    record(item, kabag)
    stored = selectors.concluded_item(subject)
    given = {"partner_name": "Kabupaten Contoh", "unit_name": "Dinas Perhubungan", "signer": SIGNER}
    with django_assert_max_num_queries(6):
        facts = papers.recommendation_context(stored, findings=[("Manfaat", "Trayek bersambung.")], **given)
    assert facts["findings"] == [
        {"label": "Manfaat", "text": "Trayek bersambung."},
        {
            "label": "Pendapat anggota",
            "text": f"1 setuju, 1 setuju dengan catatan.\n{deputy.user.full_name}, Wakil Ketua ({deputy.title}): "
            "Perjelas anggaran.",
        },
    ]
    assert (facts["conclusion"], facts["conditions"]) == ("direkomendasikan", [])
    assert json.loads(json.dumps(facts)) == facts


def test_no_opinion_is_said_as_such(item):
    assert papers.opinions_finding(item) == ("Pendapat anggota", "Belum ada pendapat tertulis.")
