"""The acceptance scenarios of cooperation abroad, each by its name (Permendagri 25/2020; PP 28/2018 art. 23-41)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from agreements.services import drafting as naskah
from agreements.stages import Stage as NaskahStage
from kerjasama.accounts.models import User
from kerjasama.accounts.services import delegate
from kerjasama.core import parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.models import Holiday
from kerjasama.demo import abroad, doings, plans
from kerjasama.demo.walk import Walk
from kerjasama.desk import abroad as pages
from kerjasama.notifications.models import Notification
from kerjasama.parties.models import Country, Permit
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.services import lacks_of
from proposals.choosing import advise
from proposals.models import Proposal
from proposals.routes import Beginning, route_key
from proposals.services import drafting, foreign
from proposals.stages import Stage
from tests.support.abroad import abroad_walk
from tests.support.foreign_fixtures import to_confirmation, to_consultation, to_permits, to_plan, to_submission
from tests.support.sql import forge_event, refusal, run
from tests.support.world import resumed, walked

MOVE = "UPDATE agreements_agreement SET stage = %s, act_count = act_count + 1 WHERE id = %s"
consulting = walked(to_consultation)
planning = walked(to_plan)
approved = walked(to_submission)
confirming = walked(to_confirmation)


@pytest.fixture
def at_consultation(consulting: Walk, people: dict[str, User]) -> Walk:
    return resumed(consulting, people)


@pytest.fixture
def at_plan(planning: Walk, people: dict[str, User]) -> Walk:
    return resumed(planning, people)


@pytest.fixture
def at_submission(approved: Walk, people: dict[str, User]) -> Walk:
    return resumed(approved, people)


@pytest.fixture
def at_confirmation(confirming: Walk, people: dict[str, User]) -> Walk:
    return resumed(confirming, people)


def lacking(walk: Walk, name: str, subject: Any = None) -> list[str]:
    """What stands against an act on a day, in sentences."""
    known = subject or walk.proposal
    # Read anew: what stands beside it is kept on an instance that was asked before.
    held = type(known)._default_manager.get(pk=known.pk)
    return walk.on_that_day(lambda: [lack.sentence for lack in lacks_of(held, held.arrow(name), None)])


# 1


def test_1_the_happy_path_leaves_every_paper_with_number_and_date(at_confirmation: Walk) -> None:
    walk = at_confirmation
    walk.go([abroad.Step(4, abroad.confirm), abroad.came_for_text(1, "record_approval", "SETUJU", "Persetujuan")])
    told = [(row.authority, row.purpose, row.reply) for row in reviews.exchanges(walk.proposal)]
    assert told == [
        ("MINISTER", "INTENT", "ANSWERED"), ("FOREIGN_MINISTER", "INTENT", "MINUTES"), ("GOVERNOR", "PLAN", "FORWARDED"),
        ("MINISTER", "PLAN", "PROCEED"),
    ]  # fmt: skip
    rows = list(reviews.exchanges(walk.agreement))
    assert [(row.purpose, row.reply) for row in rows] == [
        ("DRAFT", "FORWARDED"), ("DRAFT", "MINUTES"), ("CONFIRMATION", "CONFIRMED"), ("APPROVAL", "APPROVED"),
    ]  # fmt: skip
    assert all(row.answered_on and row.document_id for row in rows)
    assert walk.agreement.stage == NaskahStage.PARAF


# 2


def test_2_a_foreign_institution_never_comes_directly() -> None:
    advice = advise({"partner": "FOREIGN_NONPROFIT", "begins": "THEY"})
    assert advice is not None and advice.refused
    assert advice.bases == ("PP 28/2018 Pasal 28 ayat (2)",)
    assert "Teruskan suratnya kepada Menteri" in advice.sentences[0]


def test_2_the_database_refuses_it_as_well(people: dict[str, User]) -> None:
    walk = abroad_walk(people, "KSDLL_B", initiative="PARTNER", direction="INCOMING")
    with pytest.raises(IntegrityError, match="proposal_ksdll_never_directly"), transaction.atomic():
        walk.go([abroad.Step(0, abroad.open_case)])


# 3


def test_3_no_letter_of_intent_with_only_one_consultation(at_consultation: Walk) -> None:
    walk = at_consultation
    assert lacking(walk, "open_intent") == [
        "Tanggapan tertulis Menteri Dalam Negeri atas rencana LoI belum dicatat.",
        "Konsultasi dengan Menteri Luar Negeri atas rencana LoI belum dicatat.",
    ]
    walk.go([abroad.came(1, "record_minister_on_intent", "staf", "SJ", "Tanggapan", reply="ANSWERED")])
    assert lacking(walk, "open_intent") == ["Konsultasi dengan Menteri Luar Negeri atas rencana LoI belum dicatat."]
    with pytest.raises(NotYet, match="belum dapat dilakukan"):
        walk.act("open_intent", "staf")


def test_3_consultations_dated_after_the_signature_do_not_count(at_consultation: Walk) -> None:
    walk = at_consultation
    first = walk.day
    walk.go(
        [
            abroad.came(8, "record_minister_on_intent", "staf", "SJ", "Tanggapan", reply="ANSWERED"),
            abroad.came(0, "record_menlu_on_intent", "staf", "KEMLU", "Risalah", reply="MINUTES"),
            plans.case(0, "open_intent", "staf"), abroad.Step(0, lambda w: abroad.open_naskah(w, "LOI")), *abroad.locked(), *plans.parafs(),
            abroad.Step(0, lambda w: abroad.plan_signing(w, 0)),
        ]
    )  # fmt: skip
    with pytest.raises(BadInput) as refused:
        walk.sub_act("sign", "aditya", occurred_on=first)
    assert refused.value.errors["occurred_on"] == [
        "Tahap Penandatanganan dimulai pada 24 Maret 2026. Tanggal kejadian tidak boleh mendahuluinya."
    ]
    walk.agreement.refresh_from_db()
    assert walk.agreement.stage == NaskahStage.SIGNING


def test_3_a_letter_of_intent_lasts_one_year(at_plan: Walk) -> None:
    loi = at_plan.proposal.agreements.get(instrument="LOI")
    assert loi.ends_on == loi.signed_on.replace(year=loi.signed_on.year + 1)
    assert at_plan.proposal.stage == Stage.PLAN
    assert at_plan.proposal.first_signed_on is None
    assert "agreement_foreign_term_is_lawful" in refusal(
        "UPDATE agreements_agreement SET term_years = 2 WHERE id = %s", loi.pk
    )


def test_3_a_plan_needs_a_letter_of_intent_in_force(at_plan: Walk) -> None:
    walk = at_plan
    abroad.write_plan(walk)
    assert "Pernyataan kehendak (LoI) tidak sedang berlaku." not in lacking(walk, "submit_plan")
    walk.day += timedelta(days=400)
    assert "Pernyataan kehendak (LoI) tidak sedang berlaku." in lacking(walk, "submit_plan")
    walk.act("reopen_intent", "staf", reason="LoI berakhir sebelum rencana selesai.")
    assert (walk.proposal.stage, walk.proposal.turn_office) == (Stage.INTENT, "BAGIAN")


# 4


def test_4_an_incomplete_plan_names_exactly_what_is_missing(at_plan: Walk) -> None:
    walk = at_plan
    abroad.write_plan(walk, funding="")
    assert lacking(walk, "submit_plan") == ["Rencana kerja sama: bagian sumber pembiayaan belum diisi."]
    abroad.write_plan(walk)
    assert lacking(walk, "submit_plan") == []


def test_4_the_term_is_five_years_at_most(at_plan: Walk) -> None:
    walk = at_plan
    parts, by = abroad.plan_parts(walk), walk.who("opd")
    walk.on_that_day(lambda: foreign.write_plan(walk.proposal, parts, term_years=6, by=by))
    assert lacking(walk, "submit_plan") == ["Jangka waktu paling lama 5 tahun (Permendagri 25/2020 Pasal 32)."]


# 5


@pytest.fixture
def at_dprd(at_plan: Walk) -> Walk:
    return at_plan.go([*abroad.planned(), *plans.asked_dprd()])


def test_5_silence_of_the_dprd_is_late_and_only_the_kabag_says_that_the_law_deems_it_approved(at_dprd: Walk) -> None:
    walk = at_dprd
    clearance = reviews.current_clearance(walk.proposal)
    assert (clearance.days_allowed, clearance.due_on) == (45, WorkCalendar.load().add(clearance.received_on, 45))
    walk.day = clearance.due_on
    doings.clock_strikes(walk)
    assert reviews.current_clearance(walk.proposal).status == "RECEIVED"
    walk.day = WorkCalendar.load().add(clearance.due_on, 1)
    doings.clock_strikes(walk)
    walk.proposal.refresh_from_db()
    assert reviews.current_clearance(walk.proposal).status == "OVERDUE"
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == (Stage.DPRD_PENDING, "")
    walk.act("deem_approved", "ratna", reason="Diterima dan tidak dijawab sampai tenggat.")
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == (Stage.SUBMISSION, "DEEMED")


def test_5_the_number_of_days_is_the_law_s_own_and_a_holiday_moves_the_last_one(at_plan: Walk) -> None:
    walk = at_plan.go(abroad.planned())
    admin = walk.people["admin"]
    walk.on_that_day(lambda: parameters.change("days_dprd", 10, by=admin, reason="Hanya bagi kerja sama dalam negeri."))
    Holiday.objects.create(date=walk.calendar().add(walk.day, 20), name="Libur daerah", kind="LOCAL")
    walk.go(plans.asked_dprd())
    clearance = reviews.current_clearance(walk.proposal)
    without = WorkCalendar({}).add(clearance.received_on, 45)
    assert clearance.days_allowed == 45
    assert clearance.due_on == WorkCalendar.load().add(clearance.received_on, 45) > without


# 6


def test_6_a_refusal_keeps_the_case_and_a_new_request_is_number_two(at_dprd: Walk) -> None:
    walk = at_dprd.go([plans.decided(5, "REJECTED", reason="Manfaat belum jelas.")])
    assert walk.proposal.stage == Stage.DPRD_REJECTED
    walk.go([plans.case(1, "apply_again", "ratna", reason="Rencana diperjelas."), *plans.asked_dprd()])
    rows = list(reviews.clearances(walk.proposal))
    assert [(row.number_in_row, row.status) for row in rows] == [(2, "RECEIVED"), (1, "REJECTED")]
    assert rows[0].due_on == WorkCalendar.load().add(rows[0].received_on, 45)


def test_6_a_return_for_repair_never_stops_the_clock(at_dprd: Walk) -> None:
    walk = at_dprd
    first = reviews.current_clearance(walk.proposal)
    walk.go([plans.decided(5, "RETURNED", reason="Lengkapi pembiayaan.")])
    assert reviews.current_clearance(walk.proposal).stopped_on is None
    walk.go(plans.asked_dprd())
    assert reviews.current_clearance(walk.proposal).due_on == first.due_on


# 7 and 8


def new_text(walk: Walk) -> None:
    """One word more in the text."""
    newest = walk.agreement.versions.first()
    by = walk.who("staf")
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=f"{newest.title} Bersama", clauses=list(newest.content), note="Judul", by=by
        )
    )


def test_7_another_text_voids_the_surat_konfirmasi(at_confirmation: Walk) -> None:
    walk = at_confirmation
    walk.go(
        [
            abroad.Step(1, abroad.confirm),
            abroad.came_for_text(1, "record_approval", "SETUJU", "Persetujuan"),
            *plans.parafs(),
        ]
    )
    assert lacking(walk, "prepare_signing", walk.agreement) == []
    walk.sub_act("pull_back", "staf", reason="Judul diperbaiki.")
    new_text(walk)
    walk.go(abroad.locked())
    assert walk.agreement.stage == NaskahStage.CONFIRMATION
    assert "Surat Konfirmasi Menteri Luar Negeri atas teks ini belum ada" in lacking(walk, "sign", walk.agreement)[-1]
    walk.go([abroad.Step(1, abroad.confirm)])
    assert walk.agreement.stage == NaskahStage.APPROVAL
    assert reviews.exchanges(walk.agreement).filter(purpose="CONFIRMATION").count() == 2


def test_7_a_confirmation_of_the_text_before_is_refused(at_confirmation: Walk) -> None:
    walk = at_confirmation
    with pytest.raises(BadInput, match="Naskah berubah"):
        walk.sub_act("record_confirmation", "staf", text_hash="0" * 64, **abroad.paper(walk, "KONF", "Surat"))


def test_8_nobody_signs_without_a_surat_konfirmasi_not_even_by_sql(at_confirmation: Walk) -> None:
    walk = at_confirmation
    for person in walk.people.values():
        person.is_superuser = True
    for username in ("admin", "aditya", "dewi"):
        with pytest.raises((NotYet, NotYours)):
            walk.sub_act("sign", username)
    walk.go(
        [
            abroad.Step(1, abroad.confirm),
            abroad.came_for_text(1, "record_approval", "SETUJU", "Persetujuan"),
            *plans.parafs(),
        ]
    )
    walk.go([abroad.Step(0, lambda w: abroad.plan_signing(w, 1))])
    told = refusal(
        "UPDATE reviews_exchange SET text_hash = 'x' WHERE purpose = 'CONFIRMATION' AND object_id = %s",
        walk.agreement.pk,
    )
    assert "hanya dapat ditambah" in told


def test_8_the_database_refuses_the_signature_of_an_unconfirmed_text(at_confirmation: Walk) -> None:
    walk = at_confirmation

    def force(act: str, target: str) -> None:
        walk.agreement.refresh_from_db()
        walk.on_that_day(lambda: forge_event(walk.agreement, act, target, walk.people["dewi"]))
        run(MOVE, target, walk.agreement.pk)

    force("record_confirmation", "APPROVAL")
    force("record_approval", "PARAF")
    walk.go(plans.parafs())
    force("prepare_signing", "SIGNING")
    walk.agreement.refresh_from_db()
    walk.on_that_day(lambda: forge_event(walk.agreement, "sign", "SCANNING", walk.people["aditya"]))
    assert "Surat Konfirmasi atas teks ini belum ada" in refusal(MOVE, "SCANNING", walk.agreement.pk)


# 9


def test_9_originals_are_parties_times_languages_and_the_second_language_is_owed(at_submission: Walk) -> None:
    walk = at_submission.go(
        [*abroad.submitted(), abroad.verified(), abroad.Step(1, lambda w: abroad.open_naskah(w, "MOU"))]
    )
    newest, by = walk.agreement.versions.first(), walk.who("staf")
    assert newest.translation["language"] == "Inggris"
    assert lacking(walk, "send_to_legal", walk.agreement) == []
    half = {**newest.translation, "prevailing": "", "clauses": newest.translation["clauses"][:-1]}
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=newest.title, clauses=list(newest.content), note="", by=by, translation=half
        )
    )
    assert lacking(walk, "send_to_legal", walk.agreement) == [
        "Bahasa yang dipakai bila terdapat perbedaan penafsiran belum disebut.",
        "Pasal belum ada dalam bahasa kedua: tanggal dan tempat penandatanganan.",
    ]


# 10


def test_10_another_level_than_ours_must_be_argued(people: dict[str, User]) -> None:
    walk = abroad_walk(people, "KSDPL")
    walk.story.partner.foreign_level = "PROVINCE"
    walk.story.partner.save()
    walk.go(abroad.explored(walk.story)[:3])
    assert lacking(walk, "submit_exploration") == [
        "Mitra tidak setingkat dengan daerah kita. Uraikan kesetaraannya agar dapat dinilai TKKSD."
    ]
    assert [warning["title"] for warning in pages.warnings(walk.proposal)] == ["Mitra tidak setingkat"]
    by = walk.who("opd")
    walk.on_that_day(lambda: foreign.write_exploration(walk.proposal, {"equality": "Jumlah penduduk setara."}, by=by))
    assert lacking(walk, "submit_exploration") == []


# 11


def test_11_without_relations_it_is_blocked_and_unknown_waits_for_the_menlu(people: dict[str, User]) -> None:
    walk = abroad_walk(people, "KSDPL")
    country = walk.story.partner.country
    country.diplomatic = Country.Relations.NO
    country.save()
    walk.go(abroad.explored(walk.story)[:3])
    assert lacking(walk, "submit_exploration") == ["Indonesia tidak mempunyai hubungan diplomatik dengan Jepang."]
    country.diplomatic = Country.Relations.UNKNOWN
    country.save()
    walk.proposal = Proposal.objects.get(pk=walk.proposal.pk)
    assert lacking(walk, "submit_exploration") == [
        "Hubungan diplomatik dengan Jepang belum diketahui. Catat jawaban Menteri Luar Negeri."
    ]
    walk.go([abroad.came(1, "record_relations", "staf", "KEMLU-HUB", "Jawaban", reply="PROCEED")])
    assert lacking(walk, "submit_exploration") == []


# 12


nonprofit = walked(to_permits)


@pytest.fixture
def with_permits(nonprofit: Walk, people: dict[str, User]) -> Iterator[Walk]:
    yield resumed(nonprofit, people)


def test_12_a_permit_that_runs_out_is_told_once_at_each_mark(with_permits: Walk) -> None:
    walk = with_permits
    permit = Permit.objects.get(kind="OPERATIONAL")
    told = []
    for days in (200, 170, 169, 60, 10):
        walk.day = permit.valid_to - timedelta(days=days)
        doings.clock_strikes(walk)
        told.append(Notification.objects.filter(key__startswith=f"permit:{permit.pk}:", user=walk.who("dewi")).count())
    assert told == [0, 1, 1, 2, 3]


def test_12_a_lapsed_permit_suspends_the_activities(with_permits: Walk) -> None:
    walk = with_permits
    walk.day = Permit.objects.get(kind="OPERATIONAL").valid_to + timedelta(days=1)
    walk.proposal = Proposal.objects.get(pk=walk.proposal.pk)
    shown = walk.on_that_day(lambda: pages.warnings(walk.proposal))
    assert [warning["title"] for warning in shown] == ["Ditangguhkan: izin"]
    walk.open_report()
    told = dict.fromkeys(
        (
            "activities",
            "outputs",
            "outcomes",
            "problems",
            "follow_up",
            "cost_sources",
            "documentation",
            "recommendation",
        ),
        "Ada.",
    )
    for name, value in {**told, "budget_realised": 0}.items():
        setattr(walk.report, name, value)
    walk.report.save()
    sentences = lacking(walk, "submit", walk.report)
    assert len(sentences) == 2
    assert all(sentence.startswith("Kegiatan ditangguhkan. Izin") for sentence in sentences)


def test_12_an_operational_permit_never_outlasts_the_principal_one(with_permits: Walk) -> None:
    walk, first = with_permits, date(2026, 1, 1)
    facts = {"issuer": "Kemlu", "valid_from": first, **abroad.paper(walk, "IZIN-BARU", "Izin")}
    with pytest.raises(BadInput) as refused:
        walk.act("record_permit", "staf", kind="PRINCIPLE", valid_to=date(2029, 1, 2), **facts)
    assert "paling lama tiga tahun" in refused.value.errors["valid_to"][0]
    with pytest.raises(BadInput) as refused:
        walk.act("record_permit", "staf", kind="OPERATIONAL", valid_to=date(2030, 1, 1), **facts)
    assert "tidak boleh melampaui izin prinsip" in refused.value.errors["valid_to"][0]


def test_12_the_yearly_plan_is_signed_by_three(with_permits: Walk) -> None:
    walk = with_permits
    abroad.open_naskah(walk, "RKT")
    assert [party.name for party in walk.agreement.parties.all()] == [
        "Kementerian Pembinaan Perairan", "Pemerintah Kabupaten Wanasari", "Stichting Schoon Water",
    ]  # fmt: skip
    assert (walk.agreement.for_year, walk.agreement.parent.instrument) == (walk.day.year, "MOU")
    walk.go([*abroad.locked(), *abroad.signed(), plans.REGISTERED])
    assert walk.agreement.ends_on == date(walk.day.year, 12, 31)
    abroad.open_naskah(walk, "RKT")
    assert walk.agreement.for_year == walk.day.year + 1


# Gubernur, Menteri, in person, reports


def test_the_gubernur_has_five_working_days_and_then_it_may_go_past_him(at_submission: Walk) -> None:
    walk = at_submission.go(abroad.submitted()[:3])
    assert lacking(walk, "prepare_direct_letter") == ["Lima hari kerja Gubernur belum lewat."]
    walk.proposal.refresh_from_db()
    due = walk.proposal.due_on
    assert due == WorkCalendar.load().add(walk.day, 5)
    walk.day = due
    assert lacking(walk, "prepare_direct_letter") == ["Lima hari kerja Gubernur belum lewat."]
    walk.day = WorkCalendar.load().add(due, 1)
    walk.act("prepare_direct_letter", "staf").act("sign_direct_letter", "aditya")
    assert walk.proposal.stage == Stage.MINISTER_REVIEW
    assert [(row.authority, row.reply) for row in reviews.exchanges(walk.proposal).filter(purpose="PLAN")] == [
        ("GOVERNOR", "BYPASSED"), ("MINISTER", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "stage", "outcome"), [(False, "SUBMISSION", "APPROVED"), (True, "TKKSD_REVIEW", "")]
)
def test_a_repaired_plan_goes_to_the_dprd_again_only_when_its_substance_changed(
    at_submission: Walk, changed: bool, stage: str, outcome: str
) -> None:
    walk = at_submission.go([*abroad.submitted(), abroad.verified("REPAIR")])
    assert (walk.proposal.stage, walk.proposal.plan_in_repair) == (Stage.PLAN, True)
    assert lacking(walk, "submit_plan") == ["Rencana sedang diperbaiki atas permintaan Menteri."]
    walk.act("submit_repaired_plan", "opd", substance_changed=changed)
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == (stage, outcome)


def test_only_the_head_in_person_signs_abroad(at_confirmation: Walk) -> None:
    walk = at_confirmation
    walk.go(
        [
            abroad.Step(1, abroad.confirm),
            abroad.came_for_text(1, "record_approval", "SETUJU", "Persetujuan"),
            *plans.parafs(),
        ]
    )
    walk.go([abroad.Step(0, lambda w: abroad.plan_signing(w, 0))])
    walk.print_papers(walk.agreement)
    first = walk.day
    delegate(
        "KDH", walk.people["bambang"], "PLH", starts_on=first, ends_on=first + timedelta(days=3), basis="SPT 1/2026"
    )
    with pytest.raises(NotYet) as refused:
        walk.sub_act("sign", "bambang")
    assert "sendiri, tanpa kuasa" in refused.value.detail


def test_a_year_without_a_report_warns_on_every_new_case_abroad(with_permits: Walk, people: dict[str, User]) -> None:
    walk = with_permits
    year = walk.agreement.starts_on.year
    fresh = abroad_walk(people, "KSDLL_B").go([abroad.Step(0, abroad.open_case)])
    fresh.day = date(year + 1, 1, 7)
    assert fresh.on_that_day(lambda: pages.warnings(fresh.proposal)) == []
    fresh.day = date(year + 1, 1, 8)
    doings.clock_strikes(fresh)
    report = walk.agreement.reports.get()
    assert (report.route_key, report.year, report.half, report.due_on) == (
        "FOREIGN.MONEV",
        year,
        0,
        date(year + 1, 1, 7),
    )
    shown = fresh.on_that_day(lambda: pages.warnings(fresh.proposal))
    assert [warning["title"] for warning in shown] == ["Laporan tahunan kerja sama luar negeri belum disampaikan"]


def test_a_forwarding_needs_the_cooperation_it_passes_on(people: dict[str, User]) -> None:
    walk = abroad_walk(people, "BODY").go(
        [abroad.Step(0, abroad.open_case), abroad.came(0, "record_initiative", "opd", "P", "Nota")]
    )
    abroad.write_plan(walk)
    lacks = lacking(walk, "submit_plan")
    assert (
        "Kerja sama induk Pemerintah Pusat belum lengkap: kementerian/lembaga, nomor, tanggal, dan akhirnya." in lacks
    )
    assert "Surat kesediaan mitra belum diunggah." in lacks
    abroad.write_forwarding(walk)
    assert lacking(walk, "submit_plan") == []
    by = walk.who("opd")
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, {"burdens_region": True}, by=by))
    assert lacking(walk, "submit_plan") == [
        "Studi kelayakan belum diunggah; wajib karena bersifat teknis dan membebani atau memakai aset daerah."
    ]


@pytest.mark.parametrize(("asked", "key"), [(True, "KSDLL.A.BODY.KAB.DPRD"), (False, "KSDLL.A.BODY.KAB.BEBAS")])
def test_whether_a_forwarding_asks_the_dprd_is_decided_when_it_is_opened(asked: bool, key: str) -> None:
    beginning = Beginning("KSDLL", "FORWARDED_BODY", "OUTGOING", dprd_for_forwarding=asked)
    assert route_key(beginning) == key
    stages = Proposal.ROUTES.get(key, 1).stages
    assert (Stage.DPRD_PENDING in stages) is asked
