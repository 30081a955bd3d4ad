"""Mandatory KSDD: bordering parties, mapping, coordination at the right level, secretariat, take-over (statute 4.2)."""

from collections.abc import Callable
from typing import Any

import pytest

from kerjasama.accounts.models import Government, User
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.demo import mandatory
from kerjasama.demo.plans import ACCEPTED, met
from kerjasama.demo.walk import Walk
from kerjasama.desk import particulars, tracker
from kerjasama.parties import borders
from kerjasama.parties.models import Partner, Region
from kerjasama.workflow.selectors import events_of
from proposals.guards.mandatory import all_parties
from proposals.mandatory_forms import SecretariatForm, takeover_authority
from proposals.services import drafting
from tests.support.facts import scan
from tests.support.wanasari import new_walk

OURS, NEIGHBOUR, FARTHER, OUTSIDE, PROVINCE = "33.07", "33.05", "33.06", "34.04", "33"


def partner(code: str) -> Partner:
    """A region as our partner, registered once."""
    found = Region.objects.get(pk=code)
    held = Partner.objects.filter(region=found).first()
    name = f"Pemerintah {found.full_name}"
    return held or Partner.objects.create(kind="REGION", legal_class="REGION", region=found, name=name)


@pytest.fixture
def begin(people: dict[str, User], quick_press: None) -> Callable[..., Walk]:
    """A mandatory case of the DLH with these regions, opened but not mapped."""
    government = Government.current()
    government.region_code = OURS
    government.save()

    def walk(*codes: str, **facts: Any) -> Walk:
        first, *more = [partner(code) for code in codes]
        return new_walk(people, category="MANDATORY", partner=first, also=tuple(more), **facts).open()

    return walk


def write_mapping(walk: Walk) -> Walk:
    """Everything the mapping asks for but the borders."""
    opd = walk.who("opd")
    affair = mandatory.Affair.objects.get(name=walk.story.affair)
    walk.proposal = drafting.write(walk.proposal, {"affair": affair}, by=opd)
    drafting.write_mapping(walk.proposal, mandatory.MAPPING, by=opd)
    return walk


def to_coordination(walk: Walk) -> Walk:
    plan = mandatory.mapped(walk.story)
    return walk.go(plan[1:]).act("verify", "dewi")


def minutes(level: str, wanted: str) -> dict[str, Any]:
    return {
        "level": level, "wanted_level": wanted, "number": "BA/7/2026", "place": "Kantor Gubernur", "convened_by": "Gubernur",
        "agreed_objects": "Pengelolaan sampah regional", "file": scan("BA/7/2026"),
    }  # fmt: skip


def to_instruments(walk: Walk) -> Walk:
    to_coordination(walk)
    mandatory.coordinate(walk)
    return walk.go([*met(wait=1), ACCEPTED]).to_instruments()


def letter(number: str, authority: str = "GOVERNOR", **more: Any) -> dict[str, Any]:
    return {"number": number, "authority": authority, "summary": "Belum dilaksanakan.", "file": scan(number), **more}


def test_mapping_comes_first_and_names_what_is_missing(begin) -> None:
    walk = begin(NEIGHBOUR)
    assert walk.proposal.stage == "MAPPING"
    with pytest.raises(NotYet) as refusal:
        walk.act("submit_mapping", "dlh")
    assert [line.split(".")[0] for line in refusal.value.detail.splitlines()] == [
        "Urusan pemerintahan belum dipilih", "Pemetaan: bagian potensi belum diisi", "Pemetaan: bagian karakteristik belum diisi",
        "Pemetaan: bagian kebutuhan belum diisi", "Eksternalitas lintas daerah belum diuraikan",
        "Pemerintah Kabupaten Kebumen tidak berbatasan dengan pihak lain",
    ]  # fmt: skip


def test_scenario_10_regions_that_do_not_border_are_refused_with_the_hint_sukarela(begin) -> None:
    walk = write_mapping(begin(OUTSIDE))
    with pytest.raises(NotYet) as refusal:
        walk.act("submit_mapping", "dlh")
    assert refusal.value.detail.splitlines() == [
        "Pemerintah Kabupaten Sleman tidak berbatasan dengan pihak lain. Catat batas daerahnya pada bagian Pemetaan, atau buat "
        "usulan KSDD sukarela: kerja sama sukarela tidak mensyaratkan batas. "
        "(UU 23/2014 Pasal 364 ayat (1) dan (2); PP 28/2018 Pasal 3 ayat (2))"
    ]


def test_a_chain_is_enough_unless_the_region_asks_every_pair(begin, people) -> None:
    walk = begin(NEIGHBOUR, FARTHER)
    write_mapping(walk)
    ours, first, second = all_parties(walk.proposal)
    borders.record([(ours, first), (first, second)], by=people["dlh"])
    parameters.change("mandatory_border_rule", "every_pair", reason="Uji")
    with pytest.raises(NotYet) as refusal:
        walk.act("submit_mapping", "dlh")
    assert "Daerah kita dan Pemerintah Kabupaten Purworejo" in refusal.value.detail
    parameters.change("mandatory_border_rule", "chain", reason="Uji")
    assert walk.act("submit_mapping", "dlh").proposal.stage == "PREPARATION"


def test_a_province_and_its_own_kabupaten_count_as_bordering(begin) -> None:
    walk = write_mapping(begin(PROVINCE))
    assert walk.act("submit_mapping", "dlh").proposal.stage == "PREPARATION"


def test_borders_are_recorded_once_and_known_to_every_case(begin, people) -> None:
    parties = [None, partner(NEIGHBOUR)]
    for _ in range(2):
        borders.record([(parties[1], parties[0])], by=people["dlh"])
    assert borders.known(parties) == {borders.pair(*parties)}
    assert borders.Border.objects.count() == 1


def test_scenario_11_two_kabupaten_of_one_province_coordinate_at_provincial_level(begin) -> None:
    walk = to_coordination(begin(NEIGHBOUR))
    assert walk.proposal.stage == "COORDINATION"
    with pytest.raises(BadInput) as refusal:
        walk.act("record_coordination", "dewi", **minutes("NATIONAL", "PROVINCE"))
    assert refusal.value.errors == {
        "level": [
            "Koordinasi teknis ini dilakukan di tingkat provinsi, karena semua pihak kabupaten/kota dalam satu provinsi."
        ]
    }
    walk.act("record_coordination", "dewi", **minutes("PROVINCE", "PROVINCE"))
    assert (walk.proposal.stage, walk.proposal.coordination.level) == ("TKKSD_REVIEW", "PROVINCE")


def test_scenario_12_kabupaten_of_two_provinces_coordinate_nationally_and_the_centre_takes_over(begin) -> None:
    walk = to_coordination(begin(OUTSIDE))
    with pytest.raises(BadInput):
        walk.act("record_coordination", "dewi", **minutes("PROVINCE", "NATIONAL"))
    walk.act("record_coordination", "dewi", **minutes("NATIONAL", "NATIONAL"))
    assert takeover_authority(walk.proposal) == "CENTRE"
    parameters.change("takeover_rule", "pp28", reason="Uji")
    assert takeover_authority(walk.proposal) == "GOVERNOR"


@pytest.mark.parametrize(
    ("codes", "continuous", "objects", "years", "wrong"),
    [
        ((NEIGHBOUR, FARTHER, "33.08"), True, 1, 3, ["term_years"]),
        ((NEIGHBOUR, FARTHER, "33.08"), True, 1, 6, []),
        ((NEIGHBOUR,), True, 2, 6, ["objects_count"]),
        ((NEIGHBOUR,), True, 3, 6, []),
        ((NEIGHBOUR, FARTHER, "33.08"), False, 1, 6, ["continuous"]),
    ],
)
def test_scenario_13_a_secretariat_has_three_conditions(begin, codes, continuous, objects, years, wrong) -> None:
    proposal = begin(*codes).proposal
    typed = {
        "decree_number": "1/KB/2026", "seat": "Wanasari", "objects_count": objects, "term_years": years, "occurred_on": "2 Maret 2026",
        "expect": proposal.act_count, **({"continuous": "on"} if continuous else {}),
    }  # fmt: skip
    form = SecretariatForm(typed, {"file": scan("1/KB")}, subject=proposal, arrow=proposal.arrow("form_secretariat"))
    assert [name for name in form.errors if name != "occurred_on"] == wrong


def test_the_secretariat_is_on_record_and_the_database_repeats_its_conditions(begin) -> None:
    walk = to_instruments(begin(NEIGHBOUR))
    walk.act(
        "form_secretariat", "dewi", decree_number="1/KB/2026", seat="Wanasari", continuous=True, regions=2, objects_count=3,
        term_years=5, file=scan("1/KB"),
    )  # fmt: skip
    assert walk.proposal.secretariat.decree_number == "1/KB/2026"
    with pytest.raises(NotYet, match="belum dapat dilakukan"):
        walk.act("form_secretariat", "dewi", decree_number="2/KB/2026")


def test_a_takeover_needs_guidance_and_evaluation_first(begin) -> None:
    walk = to_instruments(begin(NEIGHBOUR))
    with pytest.raises(NotYet) as refusal:
        walk.act("record_takeover", "ratna", **letter("9"))
    assert [line.split(" (")[0] for line in refusal.value.detail.splitlines()] == [
        "Pembinaan belum dicatat.",
        "Evaluasi atas hambatan pelaksanaan belum dicatat.",
    ]
    walk.act("record_guidance", "dewi", **letter("7")).act("record_obstacles", "dewi", **letter("8"))
    walk.act("record_takeover", "ratna", **letter("9", minister_number="100/M/2026"))
    assert walk.proposal.stage == "TAKEN_OVER"
    assert walk.proposal.closed
    assert [(row.step, row.authority) for row in walk.proposal.oversights.all()] == [
        ("GUIDANCE", "GOVERNOR"),
        ("EVALUATION", "GOVERNOR"),
        ("TAKEOVER", "GOVERNOR"),
    ]


def test_the_tracker_shows_the_phases_and_why_the_offer_does_not_apply(begin) -> None:
    walk = to_instruments(begin(NEIGHBOUR))
    drawn = tracker.phases(walk.proposal, [walk.proposal], events_of([walk.proposal]))
    assert [(phase["label"], phase["state"]) for phase in drawn[:4]] == [
        ("Pemetaan urusan", "done"), ("Persiapan", "done"), ("Koordinasi teknis", "done"), ("Penawaran", "skip"),
    ]  # fmt: skip
    assert drawn[3]["reason"].startswith("Berita acara koordinasi teknis")
    assert [card["title"] for card in particulars.cards(walk.proposal)] == ["Pemetaan urusan", "Koordinasi teknis"]


def test_a_mandatory_case_reaches_its_signed_pks(begin) -> None:
    walk = to_instruments(begin(NEIGHBOUR, FARTHER))
    walk.whole_naskah("KB").whole_naskah("PKS")
    assert walk.agreement.stage == "IN_FORCE"
    names = [(party.order, bool(party.number)) for party in walk.agreement.parties.all()]
    assert names == [(1, True), (2, True), (3, True)]
