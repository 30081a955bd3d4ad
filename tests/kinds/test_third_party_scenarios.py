"""Acceptance scenarios of cooperation with a third party, as the statute reads them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from agreements.content import Clause, missing
from agreements.routes import end_grounds
from agreements.services import drafting as naskah
from agreements.stages import EndGround
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.counter.services import requests
from kerjasama.demo import doings, plans
from kerjasama.demo import third_party as plan
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers
from kerjasama.documents.models import Document
from kerjasama.notifications.models import Notification
from kerjasama.parties.classes import STANDINGS
from proposals.choosing import advise
from proposals.effects.third_party import sent_papers
from proposals.guards import requirement_of
from proposals.guards.content import EVIDENCE
from proposals.models import CriterionFinding, LegalPaper
from proposals.services import third_party as services
from proposals.services.acts import act
from tests.support.facts import scan, signing_plan
from tests.support.outside import filed
from tests.support.partners import synergy, third_party
from tests.support.wanasari import new_walk

pytestmark = pytest.mark.usefixtures("quick_press")


def refused(doing: Callable[[], Any]) -> str:
    """All that the product says when it refuses."""
    with pytest.raises((NotYet, BadInput)) as told:
        doing()
    errors = [s for sentences in getattr(told.value, "errors", {}).values() for s in sentences]
    return "\n".join([told.value.message, getattr(told.value, "detail", "") or "", *errors])


def test_scenario_3_a_new_fee_needs_the_dprd_though_the_cost_is_budgeted(people: dict[str, User]) -> None:
    walk = third_party(people, community=True, region=True, unbudgeted=False)
    walk.go(plan.region_willing(walk.story))
    need = requirement_of(walk.proposal)
    assert (need.required, need.sentence) == (
        True,
        "Persetujuan DPRD diperlukan karena rencana ini membebani masyarakat dan daerah.",
    )
    lacks = refused(lambda: walk.act("establish_not_required", "ratna", reason="Sudah dianggarkan."))
    assert "Pasal 19 ayat (1) jo. Pasal 6 ayat (2)" in lacks
    walk.go(plans.asked_dprd())
    letter = Document.objects.filter(kind="DPRD_REQUEST").latest("pk")
    assert letter.context["basis"].startswith("Pasal 19 ayat (1) jo. Pasal 6 ayat (2) Peraturan Pemerintah")


def test_scenario_5_a_partner_who_bears_all_cost_needs_no_dprd(people: dict[str, User]) -> None:
    walk = third_party(people, community=False, region=False, unbudgeted=False)
    walk.go(plan.region_cleared(walk.story))
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == ("INSTRUMENTS", "NOT_REQUIRED")


def test_scenario_6_use_of_regional_assets_is_a_warning_that_must_be_acknowledged(people: dict[str, User]) -> None:
    walk = third_party(people, region=False, assets=True)
    walk.go([*plan.region_prepared(walk.story)[:-2]])
    need = requirement_of(walk.proposal)
    assert (need.required, need.note) == (
        False,
        "Memakai barang milik daerah: perhatikan ketentuan pengelolaan barang milik daerah.",
    )
    assert "memakai barang milik daerah" in refused(lambda: walk.act("submit", "opd"))
    walk.act("acknowledge_asset_rules", "opd", regulation="PP 27/2014", note="Sewa gedung.")
    walk.act("submit", "opd")
    assert walk.proposal.stage == "VERIFICATION"


@pytest.mark.parametrize("legal_class", ["VERTICAL", "FORCES", "STATE_UNIVERSITY"])
def test_scenario_14_a_part_of_the_centre_leads_to_synergy(legal_class: str) -> None:
    advice = advise({"partner": legal_class, "begins": "THEY"})
    assert advice is not None
    assert (advice.kind, advice.category, advice.refused) == ("SINERGI", "SYNERGY", False)
    assert "bukan pihak ketiga" in advice.sentences[0]


def test_scenario_14_no_kb_and_no_pks_can_be_created_there(people: dict[str, User]) -> None:
    walk = synergy(people)
    walk.go(plans.prepared(walk.story))
    for instrument, name in (("KB", "Kesepakatan Bersama"), ("PKS", "Perjanjian Kerja Sama")):
        told = refused(lambda instrument=instrument: doings.open_naskah(walk, instrument))
        assert f"{name} tidak dibuat dalam kerja sama jenis ini." in told


def test_scenario_15_a_cv_is_refused_and_told_why() -> None:
    standing, advice = STANDINGS["PARTNERSHIP"], advise({"partner": "PARTNERSHIP", "begins": "THEY"})
    assert advice is not None
    assert (standing.refused, advice.refused) == (True, True)
    assert "perseorangan sesudah ditelaah Bagian Hukum" in advice.sentences[0]


def test_scenario_16_a_third_partys_initiative_without_a_study_cannot_pass_verification(
    people: dict[str, User],
) -> None:
    walk = third_party(people, theirs=True)
    steps = plan.partner_prepared(walk.story)
    walk.go([step for n, step in enumerate(steps) if n != 3])
    assert walk.proposal.stage == "VERIFICATION"
    told = refused(lambda: walk.act("verify", "staf"))
    assert "Studi kelayakan belum ada. (UU 23/2014 Pasal 366 ayat (3)" in told
    walk.act("return_for_repair", "staf", reason="Studi kelayakan belum ada.")
    assert walk.proposal.stage == "PREPARATION"


def test_scenario_17_a_criterion_that_is_not_met_ends_in_a_letter_of_refusal(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.go(plan.partner_assessed(walk.story, plan.UNABLE))
    told = refused(lambda: walk.go(plans.met("RECOMMENDED")))
    assert "Kriteria tidak terpenuhi: kemampuan keuangan pemrakarsa." in told
    walk.proposal.refresh_from_db()
    walk.go([plans.Step(0, lambda w: doings.hold_meeting(w, "NOT_RECOMMENDED", (), (), "Modal belum terbukti."))])
    walk.act("prepare_refusal", "ratna", reason="Kemampuan keuangan belum terbukti.")
    letter = Document.objects.get(kind="ANSWER", object_id=walk.proposal.pk)
    assert (walk.proposal.stage, letter.template) == ("ANSWER_SIGNING", "surat_penolakan_pihak_ketiga")
    assert "kemampuan keuangan pemrakarsa" in letter.context["statement"]
    walk.later(1).act("sign_refusal", "aditya")
    assert (walk.proposal.stage, walk.proposal.closed) == ("DECLINED", True)
    assert list(CriterionFinding.objects.filter(met=False).values_list("criterion", flat=True)) == ["ABLE"]


def test_scenario_17_a_refusal_that_comes_back_cannot_turn_into_willingness(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.go(plan.partner_refused(walk.story)[:-1]).later(1)
    walk.act("return_answer", "aditya", reason="Perbaiki kalimatnya.")
    told = refused(lambda: walk.act("prepare_answer", "staf", answer="WILLING", statement=""))
    assert "TKKSD tidak merekomendasikan usulan ini." in told
    assert "Kriteria tidak terpenuhi: kemampuan keuangan pemrakarsa." in told


def test_the_tkksd_finds_on_every_criterion_before_it_concludes(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.go([*plan.partner_prepared(walk.story), plans.case(1, "verify", "staf")])
    told = refused(lambda: walk.go(plans.met()))
    assert told.count("Kriteria belum dinilai:") == 3


def test_scenario_18_an_object_outside_the_plan_needs_an_exception_and_the_dprd_is_still_asked(
    people: dict[str, User],
) -> None:
    walk = third_party(people, unbudgeted=True)
    walk.go(plan.region_prepared(walk.story)[:-1])
    outside = {"plan_standing": "EXCEPTION", "plan_exception": "", "plan_reference": ""}
    walk.on_that_day(lambda: doings.drafting.write(walk.proposal, outside, by=walk.who("opd")))
    told = refused(lambda: walk.act("submit", "opd"))
    assert "Pengecualian perencanaan belum disebut" in told
    assert "PP 28/2018 Pasal 16 ayat (2) dan (3)" in told
    named = {"plan_exception": "EMERGENCY", "plan_reference": "Pernyataan tanggap darurat banjir Nomor 360/12"}
    walk.on_that_day(lambda: doings.drafting.write(walk.proposal, named, by=walk.who("opd")))
    assert "Bukti pengecualian perencanaan belum diunggah" in refused(lambda: walk.act("submit", "opd"))
    papers.attach_upload(walk.proposal, EVIDENCE, "Bukti", scan("tanggap darurat"), by=walk.who("opd"))
    walk.act("submit", "opd")
    assert (walk.proposal.stage, requirement_of(walk.proposal).required) == ("VERIFICATION", True)


@pytest.fixture
def prepared_pks(people: dict[str, User]) -> Walk:
    """A PKS with all its paraf, whose signing is to be planned."""
    walk = third_party(people)
    walk.go(plan.region_cleared(walk.story)).go(plans.whole_naskah("KB"))
    return walk.go([plans.naskah_opened(1, "PKS"), *plans.text_locked(), *plans.parafs()])


def plan_for(walk: Walk, name: str, title: str, **facts: Any) -> dict[str, Any]:
    """A plan in which this person signs for our side."""
    chosen = signing_plan(walk.agreement, walk.day) | facts
    ours = walk.agreement.parties.get(partner__isnull=True)
    chosen["slots"][ours.order] |= {"name": name, "title": title}
    return chosen


HEAD = ("Sri Rahayu", "Kepala Dinas Lingkungan Hidup")


def power(walk: Walk, **facts: Any) -> dict[str, Any]:
    """A surat kuasa for the head of the unit that names this PKS."""
    plain = {
        "number": "100.3.7/55/KUASA/2026", "dated": walk.day, "grantee_name": HEAD[0], "grantee_title": HEAD[1],
        "about": walk.agreement.title, "file": scan("surat kuasa"),
    }  # fmt: skip
    return plain | facts


def test_scenario_19_a_head_of_unit_signs_a_pks_only_with_a_surat_kuasa(prepared_pks: Walk) -> None:
    walk = prepared_pks
    told = refused(lambda: walk.sub_act("prepare_signing", "staf", **plan_for(walk, *HEAD)))
    assert "hanya ditandatangani pejabat perangkat daerah dengan surat kuasa" in told
    assert "menyebut perjanjian ini" in refused(
        lambda: walk.sub_act("record_power", "staf", **power(walk, about="Perjanjian lain"))
    )
    walk.sub_act("draft_power", "staf", grantee_name=HEAD[0], grantee_title=HEAD[1])
    assert Document.objects.filter(kind="POWER", template="surat_kuasa").count() == 1
    walk.sub_act("record_power", "staf", **power(walk))
    early = walk.day - timedelta(days=3)
    assert "sesudah tanggal penandatanganan" in refused(
        lambda: walk.sub_act("prepare_signing", "staf", **plan_for(walk, *HEAD, planned_on=early))
    )
    assert "Surat kuasa Nomor 100.3.7/55/KUASA/2026 diberikan kepada" in refused(
        lambda: walk.sub_act("prepare_signing", "staf", **plan_for(walk, "Slamet Riyadi", "Kepala Dinas Perhubungan"))
    )
    walk.sub_act("prepare_signing", "staf", **plan_for(walk, *HEAD))
    walk.agreement.refresh_from_db()
    assert (walk.agreement.by_power, walk.agreement.turn_office) == (True, "OPD")
    paper = Document.objects.filter(kind="NASKAH_FINAL", object_id=walk.agreement.pk).latest("pk")
    authority = [side["authority"] for side in paper.context["parties"]]
    assert [a for a in authority if a][0].startswith(
        "berdasarkan Surat Kuasa Bupati Wanasari Nomor 100.3.7/55/KUASA/2026"
    )
    assert "dengan surat kuasa" in refused(lambda: walk.sub_act("sign", "aditya"))
    walk.sub_act("sign_by_power", "opd")
    assert walk.agreement.stage == "SCANNING"


@pytest.mark.parametrize("title", ["Sekretaris Daerah", "Kepala Dinas Perhubungan", "Wakil Bupati Wanasari"])
def test_scenario_20_a_kb_is_signed_by_nobody_but_the_kepala_daerah(people: dict[str, User], title: str) -> None:
    walk = third_party(people)
    walk.go(plan.region_cleared(walk.story)).go([plans.naskah_opened(1, "KB"), *plans.text_locked(), *plans.parafs()])
    told = refused(lambda: walk.sub_act("prepare_signing", "staf", **plan_for(walk, "Seseorang", title)))
    assert "Kesepakatan Bersama hanya ditandatangani kepala daerah" in told
    assert "“Catat surat kuasa” tidak dapat dilakukan" in refused(
        lambda: walk.sub_act("record_power", "staf", **power(walk))
    )
    walk.sub_act("prepare_signing", "staf", **plan_for(walk, "R. Aditya Wirakusuma", "Bupati Wanasari"))
    assert walk.agreement.stage == "SIGNING"


def without(walk: Walk, key: str) -> list[Clause]:
    return [clause for clause in walk.agreement.versions.first().content if clause.key != key]


FOUR = {
    "rights": "hak dan kewajiban",
    "term": "jangka waktu",
    "disputes": "penyelesaian perselisihan",
    "sanctions": "sanksi",
}


@pytest.mark.parametrize(("key", "name"), FOUR.items())
def test_scenario_21_each_of_the_four_clauses_blocks_and_is_named(people: dict[str, User], key: str, name: str) -> None:
    walk = third_party(people)
    walk.go(plan.region_cleared(walk.story)).go(plans.whole_naskah("KB")).go([plans.naskah_opened(1, "PKS")])
    title = walk.agreement.title
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=title, clauses=without(walk, key), note="", by=walk.who("staf")
        )
    )
    told = refused(lambda: walk.sub_act("send_to_legal", "staf", partner_note="Rapat"))
    assert f"Pasal wajib belum ada: {name} (UU 23/2014 Pasal 366 ayat (2); PP 28/2018 Pasal 19 ayat (2))." in told


def test_scenario_21_the_same_draft_between_regions_passes_with_a_warning(people: dict[str, User]) -> None:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    walk.whole_naskah("KB").open_naskah("PKS")
    draft = without(walk, "sanctions")
    assert [r.label for r in missing("KSDD.PKS", draft, blocking=False)] == ["sanksi"]
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=walk.agreement.title, clauses=draft, note="", by=walk.who("staf")
        )
    )
    walk.sub_act("send_to_legal", "staf", partner_note="Rapat")
    assert walk.agreement.stage == "LEGAL_REVIEW"


def test_scenario_22_each_party_keeps_an_original_and_each_original_owes_its_meterai(prepared_pks: Walk) -> None:
    walk = prepared_pks
    few = plan_for(walk, "R. Aditya Wirakusuma", "Bupati Wanasari", originals=1)
    assert "Naskah asli paling sedikit 2" in refused(lambda: walk.sub_act("prepare_signing", "staf", **few))
    walk.sub_act("prepare_signing", "staf", **plan_for(walk, "R. Aditya Wirakusuma", "Bupati Wanasari"))
    walk.sign()
    one = {"file": scan("naskah"), "stamp_duty": True, "seal": True, "stamps": 1}
    told = refused(lambda: walk.sub_act("upload_scan", "staf", **one))
    assert "perlu 2, baru 1 (UU 10/2020 Pasal 3 dan 5)" in told
    walk.sub_act("upload_scan", "staf", **one | {"stamps": 2, "file": scan("naskah")})
    assert walk.agreement.stage == "VALIDATION"


def test_scenario_23_the_grounds_for_an_end_differ_by_kind() -> None:
    assert set(end_grounds("KSDPK.PKS")) - set(end_grounds("KSDD.PKS")) == {EndGround.JUDGMENT, EndGround.BANKRUPTCY}
    told = " ".join(str(ground.label).lower() for ground in EndGround)
    assert "pimpinan" not in told and "pelantikan" not in told


def test_a_result_is_booked_where_the_law_wants_it(people: dict[str, User]) -> None:
    walk = third_party(people)
    walk.go(plan.region_cleared(walk.story)).go(plans.whole_naskah("KB")).go(plans.whole_naskah("PKS")).later(30)
    money = {
        "kind": "MONEY",
        "description": "Bagi hasil parkir",
        "amount": 12_500_000,
        "deposit_number": "STS-12",
        "account": "1.000.1",
    }
    walk.sub_act("record_result", "opd", **money)
    row = walk.agreement.results.get()
    assert (row.deposit_number, row.account, row.amount) == ("STS-12", "1.000.1", 12_500_000)


def test_legality_that_expires_is_told_of_once_and_stops_the_signing(prepared_pks: Walk) -> None:
    walk, paper = prepared_pks, LegalPaper.objects.get(kind="BUSINESS_NUMBER")
    short = {
        "kind": "BUSINESS_NUMBER",
        "number": "NIB-2",
        "dated": walk.day,
        "expires_on": walk.day + timedelta(days=20),
    }
    walk.act("record_legal_paper", "staf", **short, file=scan("NIB"))
    for _ in range(2):
        walk.on_that_day(run_due)
    told = Notification.objects.filter(key__startswith="legality:")
    assert {line.key.split(":")[2] for line in told} == {"30"}
    assert told.filter(user=walk.who("ratna")).count() == 1
    assert paper.number not in told.first().title
    walk.later(25)
    expired = refused(
        lambda: walk.sub_act("prepare_signing", "staf", **plan_for(walk, "R. Aditya Wirakusuma", "Bupati Wanasari"))
    )
    assert "PT Griya Parkir Wanasari: Nomor Induk Berusaha (NIB) berakhir pada" in expired


def test_a_missing_paper_is_named_before_the_naskah(people: dict[str, User]) -> None:
    walk = third_party(people)
    steps = plan.region_willing(walk.story)[:-2]
    walk.go(steps).later(1)
    plan.papers(walk, without=("TAX_NUMBER",))
    told = refused(lambda: walk.act("confirm_legality", "staf"))
    assert "PT Griya Parkir Wanasari: Nomor Pokok Wajib Pajak (NPWP) belum ada. (PP 28/2018 Pasal 14)" in told


def test_sector_law_must_be_named_and_never_takes_the_place_of_the_study(people: dict[str, User]) -> None:
    walk = third_party(people, category="ASSETS", key="energy")
    walk.go(plan.region_prepared(walk.story)[:2])
    told = refused(lambda: walk.act("skip_step", "ratna", legal_basis="Pasal 8", reason="Diatur sektor."))
    assert "Peraturan sektor yang mengatur tata caranya belum disebut." in told
    plan.rules(walk)
    walk.act("skip_step", "ratna", legal_basis="Pasal 8", reason="Diatur sektor.")
    doings.fill_in(walk)
    assert "Studi kelayakan belum ada." in refused(lambda: walk.act("submit", "opd"))
    plan.study(walk)
    walk.act("submit", "opd").act("verify", "staf").go([plan.skipped()])
    walk.later(1).act("skip_step", "ratna", legal_basis="Pasal 9", reason="Mitra dipilih lewat tender.")
    assert walk.proposal.stage == "LEGALITY"
    plan.papers(walk)
    walk.act("confirm_legality", "staf")
    assert walk.proposal.stage == "DPRD_ASSESSMENT"
    assert "tidak dapat dilakukan" in refused(lambda: walk.act("skip_step", "ratna", legal_basis="x", reason="y"))


def test_a_case_that_went_back_is_discussed_anew(people: dict[str, User]) -> None:
    walk = third_party(people)
    walk.go(plan.region_recommended(walk.story)).later(1)
    walk.act("return_for_repair", "staf", reason="Lokasi berubah.").act("submit", "opd").act("verify", "staf")
    assert "TKKSD membahasnya lagi" in refused(lambda: walk.act("accept_recommendation", "ratna"))
    walk.go(plans.met(wait=1)).act("accept_recommendation", "ratna")
    assert walk.proposal.stage == "OFFER_DRAFTING"


def test_facts_that_differ_from_the_study_are_named(people: dict[str, User]) -> None:
    walk = third_party(people)
    walk.go(plan.region_prepared(walk.story)[:-1])
    walk.on_that_day(lambda: doings.drafting.write(walk.proposal, {"burdens_community": True}, by=walk.who("opd")))
    told = refused(lambda: walk.act("submit", "opd"))
    assert "Jawaban tentang beban masyarakat pada bagian Pembiayaan berbeda dari studi kelayakan." in told


def test_what_came_in_online_goes_on_with_the_case(people: dict[str, User]) -> None:
    request, _ = filed("COMPANY")
    facts = {
        "title": request.title,
        "lead_unit": OrgUnit.objects.get(code="DLH"),
        "planned": "PUBLIC_SERVICE",
        "partner": None,
    }
    requests.act(request, "accept", by=people["dewi"], **facts)
    request.refresh_from_db()
    case, dewi = request.proposal, people["dewi"]
    assert (case.route_key, case.stage) == ("KSDPK.IN.FIRST", "PREPARATION")
    assert list(case.contacts.values_list("name", flat=True)) == ["Sari Dewanti", "Bagus Pratama"]
    study = {
        "author": "THIRD_PARTY", "made_by": request.name, "dated": date(2026, 11, 20), "conclusion": "FEASIBLE", "conditions": "",
        "summary": "Layak.", "burdens_community": False, "burdens_region": False, "budgeted": True, "budget_evidence": "",
        "uses_assets": False,
    }  # fmt: skip
    kept = services.write_study(case, study, None, by=dewi)
    assert documents.latest(case, "FEASIBILITY_STUDY").pk == kept.document_id
    (sent,) = sent_papers(case)
    act(
        case,
        "record_legal_paper",
        by=dewi,
        kind="DEED",
        number="AHU-1",
        dated=date(2024, 1, 5),
        expires_on=None,
        document=sent.pk,
    )
    assert (case.legal_papers.get().document_id, sent_papers(case)) == (sent.pk, [])
