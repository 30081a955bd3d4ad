"""Acceptance scenarios around the end of a naskah: reminders, extension, change, early end, dispute."""

from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from agreements import renewals
from agreements.amending import Change, Changes, Op
from agreements.amendments import end_on
from agreements.content import Clause
from agreements.models import Agreement, RegisterEntry
from agreements.routes import end_grounds
from agreements.running_forms import EndForm
from agreements.services import amending
from agreements.stages import EndGround
from kerjasama.accounts.models import Government, User
from kerjasama.core import parameters
from kerjasama.core.calendar import WorkCalendar, anniversary, months_later
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.text import date_long
from kerjasama.demo import abroad, doings, plans
from kerjasama.demo import third_party as plan
from kerjasama.demo.walk import Walk
from kerjasama.desk import worklist
from kerjasama.notifications.models import Notification
from kerjasama.parties.models import Partner, Region
from kerjasama.reviews import selectors as reviews
from proposals.models import Proposal
from tests.support.abroad import abroad_walk
from tests.support.facts import scan
from tests.support.partners import third_party
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

ADVICE = "Ajukan usulan baru untuk kesepakatan bersama atau perjanjian kerja sama yang baru."


def with_region(people: dict[str, User]) -> Walk:
    """A KB and a PKS with another region in force for one year."""
    walk = new_walk(people, years=1).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").whole_naskah("PKS")


def with_company(people: dict[str, User]) -> Walk:
    walk = third_party(people)
    return walk.go([*plan.region_cleared(walk.story), *plans.whole_naskah("KB"), *plans.whole_naskah("PKS")])


def with_city_abroad(people: dict[str, User]) -> Walk:
    walk = abroad_walk(people, "KSDPL")
    return walk.go(abroad.approved_case(walk.story))


at_home, with_third, abroad_in_force = walked(with_region), walked(with_company), walked(with_city_abroad)


@pytest.fixture
def pks(at_home: Walk, people: dict[str, User]) -> Walk:
    return resumed(at_home, people)


@pytest.fixture
def company(with_third: Walk, people: dict[str, User]) -> Walk:
    return resumed(with_third, people)


@pytest.fixture
def sister(abroad_in_force: Walk, people: dict[str, User]) -> Walk:
    return resumed(abroad_in_force, people)


def strike(walk: Walk, day: date) -> Walk:
    """The clock does what is due on a day."""
    walk.day = day
    doings.clock_strikes(walk)
    walk.agreement = Agreement.objects.get(pk=walk.agreement.pk)
    return walk


def told(walk: Walk, what: str, by: str) -> list[str]:
    """The marks at which a person was told of an end or of a notice, oldest first."""
    lines = Notification.objects.filter(key__startswith=f"{what}:{walk.agreement.pk}:", user=walk.who(by)).order_by(
        "pk"
    )
    return [line.key.rsplit(":", 1)[1] for line in lines]


def refused(doing: Callable[[], Any]) -> str:
    """All that the product says when it refuses."""
    with pytest.raises((NotYet, BadInput)) as refusal:
        doing()
    errors = [s for sentences in getattr(refusal.value, "errors", {}).values() for s in sentences]
    return "\n".join([refusal.value.message, getattr(refusal.value, "detail", "") or "", *errors])


def evaluated(walk: Walk, verdict: str) -> Walk:
    """A report of the running period, evaluated and confirmed."""
    walk.open_report().send_report().evaluate(verdict=verdict).close_report()
    walk.agreement = Agreement.objects.get(pk=walk.agreement.pk)
    return walk


def ending(ground: str, number: str = "BA/9/2026", **facts: Any) -> dict[str, Any]:
    return {
        "ground": ground,
        "number": number,
        "file": scan(number),
        "settlement": "Kegiatan diselesaikan.",
        "replaced_by": None,
        **facts,
    }


# 25


def test_scenario_25_each_reminder_comes_once_and_none_is_lost_when_the_clock_stood_still(pks: Walk) -> None:
    ends = pks.agreement.ends_on
    found = []
    for days in (181, 180, 179, 45, 44, 8, 0, 0):
        strike(pks, ends - timedelta(days=days))
        found.append(told(pks, "end", "dewi"))
    after = [["180"], ["180"], ["180", "60"], ["180", "60"], ["180", "60", "30"], *[["180", "60", "30", "0"]] * 2]
    assert found == [[], *after]
    assert told(pks, "end", "dlh") == told(pks, "end", "ratna") == ["180", "60", "30", "0"]
    assert told(pks, "end", "dinkes") == []


def test_scenario_25_a_last_day_that_passed_while_the_clock_stood_still_is_told_of_before_the_end(pks: Walk) -> None:
    strike(pks, pks.agreement.ends_on + timedelta(days=9))
    assert told(pks, "end", "dewi") == ["0"]
    assert (pks.agreement.stage, pks.agreement.end_ground, pks.agreement.ended_on) == (
        "ENDED",
        "TERM",
        pks.agreement.ends_on,
    )


def test_scenario_25_the_region_chooses_the_marks(pks: Walk) -> None:
    parameters.change("reminder_days", [20, 5], reason="Uji")
    for days in (180, 30, 20, 5):
        strike(pks, pks.agreement.ends_on - timedelta(days=days))
    assert told(pks, "end", "dewi") == ["20", "5"]


def test_scenario_25_the_clock_opens_the_task_of_the_unit_once(pks: Walk) -> None:
    ends = pks.agreement.ends_on
    strike(pks, ends - timedelta(days=181))
    assert (pks.agreement.turn_office, pks.agreement.renewal) == ("", "")
    strike(pks, ends - timedelta(days=180))
    strike(pks, ends - timedelta(days=179))
    assert (pks.agreement.turn_office, pks.agreement.renewal, pks.agreement.due_on) == ("OPD", "ASKED", ends)
    assert pks.agreement.events.filter(act="ask_renewal").count() == 1
    mine = pks.on_that_day(lambda: worklist.tasks(pks.who("opd")))
    assert ("Putuskan perpanjangan", ends) in {(task.title, task.due_on) for task in mine}


def test_scenario_25_an_extension_needs_an_evaluation_that_says_so(pks: Walk) -> None:
    propose = lambda: pks.sub_act("propose_extension", "opd", reason="Layanan masih diperlukan.")  # noqa: E731
    assert "Perpanjangan dapat diusulkan sejak" in refused(propose)
    strike(pks, pks.agreement.ends_on - timedelta(days=170))
    assert "Perpanjangan memerlukan evaluasi monev yang menyimpulkan dilanjutkan atau diperluas." in refused(propose)
    evaluated(pks, "STOP")
    assert "Perpanjangan memerlukan evaluasi monev" in refused(propose)
    strike(pks, pks.agreement.ends_on - timedelta(days=60))
    evaluated(pks, "WIDEN")
    propose()
    assert (pks.agreement.renewal, pks.agreement.turn_office, pks.agreement.verdict) == ("EXTEND", "BAGIAN", "WIDEN")
    assert pks.agreement.due_on == WorkCalendar.load().add(pks.day, 10)
    mine = pks.on_that_day(lambda: worklist.tasks(pks.who("staf")))
    assert ("Buka adendum perpanjangan", pks.agreement.due_on) in {(task.title, task.due_on) for task in mine}


def test_scenario_25_what_shall_end_is_no_longer_reminded_of_until_it_is_extended(pks: Walk) -> None:
    ends = pks.agreement.ends_on
    strike(pks, ends - timedelta(days=180))
    pks.sub_act("let_end", "opd", reason="Tujuan tercapai.")
    assert (pks.agreement.renewal, pks.agreement.turn_office) == ("LAPSE", "")
    strike(pks, ends - timedelta(days=30))
    assert told(pks, "end", "dewi") == ["180"]
    evaluated(pks, "CONTINUE").sub_act("propose_extension", "opd", reason="Kebutuhan berubah.")
    strike(pks, ends - timedelta(days=7))
    assert told(pks, "end", "dewi") == ["180", "7"]


def test_scenario_25_a_replacement_silences_the_reminders_as_long_as_its_case_lives(
    pks: Walk, people: dict[str, User]
) -> None:
    ends = pks.agreement.ends_on
    strike(pks, ends - timedelta(days=180))
    heir = new_walk(people, title="Sampah Regional Tahap Dua").later(0)
    heir.day = pks.day
    heir.to_verification()
    stranger = third_party(people)
    stranger.day = pks.day
    stranger.go([plans.OPEN])
    wrong = refused(lambda: pks.sub_act("plan_replacement", "opd", reason="Baru.", successor=stranger.proposal))
    assert "salah satu mitra yang sama" in wrong
    assert "salah satu mitra yang sama" in refused(
        lambda: pks.sub_act("plan_replacement", "opd", reason="Baru.", successor=pks.proposal)
    )
    pks.sub_act("plan_replacement", "opd", reason="Cakupannya lebih luas.", successor=heir.proposal)
    assert (pks.agreement.renewal, pks.agreement.successor, pks.agreement.turn_office) == ("REPLACE", heir.proposal, "")
    strike(pks, ends - timedelta(days=60))
    assert (told(pks, "end", "dewi"), pks.agreement.renewal) == (["180"], "REPLACE")
    heir.day = pks.day
    heir.act("withdraw", "ratna", reason="Mitra mengundurkan diri.")
    strike(pks, ends - timedelta(days=30))
    assert told(pks, "end", "dewi") == ["180", "30"]
    assert (pks.agreement.renewal, pks.agreement.successor, pks.agreement.turn_office) == ("ASKED", None, "OPD")


def test_scenario_25_a_replacement_that_the_partner_refuses_wakes_at_once_and_is_no_choice_any_more(
    pks: Walk, people: dict[str, User]
) -> None:
    strike(pks, pks.agreement.ends_on - timedelta(days=180))
    heir = new_walk(people, title="Sampah Regional Tahap Dua").later(0)
    heir.day = pks.day
    heir.to_verification().to_answer()
    pks.sub_act("plan_replacement", "opd", reason="Cakupannya lebih luas.", successor=heir.proposal)
    heir.act("sign_offer", "aditya")
    heir.go([plans.lettered(1, "record_refusal", "TOL", reason="Belum dianggarkan.")])
    assert (heir.proposal.stage, heir.proposal.closed) == ("REFUSED", False)
    strike(pks, heir.day)
    assert told(pks, "end", "dewi") == ["180", "180"]
    newest = Notification.objects.filter(key__startswith=f"end:{pks.agreement.pk}:", user=pks.who("dewi")).latest("pk")
    assert f"usulan pengganti {heir.proposal.code} ditolak mitra" in newest.body
    assert (pks.agreement.renewal, pks.agreement.turn_office) == ("ASKED", "OPD")
    wrong = refused(lambda: pks.sub_act("plan_replacement", "opd", reason="Lagi.", successor=heir.proposal))
    assert "masih berjalan" in wrong


def test_a_case_that_was_refused_leads_nowhere_though_it_is_not_closed() -> None:
    assert Proposal.ROUTES.dead_ends() - Proposal.ROUTES.closed_stages() == {"REFUSED", "EXPIRED", "DPRD_REJECTED"}


def test_scenario_25_an_extension_under_way_silences_and_its_end_wakes(pks: Walk) -> None:
    parent = pks.agreement
    ends = parent.ends_on
    strike(pks, ends - timedelta(days=180))
    evaluated(pks, "CONTINUE").sub_act("propose_extension", "opd", reason="Kebutuhan berlanjut.")
    doings.amend(pks, Changes((), ends + timedelta(days=365)))
    adendum, pks.agreement = pks.agreement, Agreement.objects.get(pk=parent.pk)
    assert (pks.agreement.turn_office, pks.agreement.due_on) == ("", None)
    strike(pks, ends - timedelta(days=60))
    assert told(pks, "end", "dewi") == ["180"]
    pks.agreement = adendum
    pks.sub_act("cancel", "ratna", reason="Mitra mengundurkan diri.")
    pks.agreement = Agreement.objects.get(pk=parent.pk)
    strike(pks, pks.day)
    assert told(pks, "end", "dewi") == ["180", "60"]
    assert (pks.agreement.renewal, pks.agreement.turn_office) == ("ASKED", "OPD")
    # What was given up is no wish any more: the unit decides anew.
    assert "Belum ada usulan perubahan" in amending.lacks_for_opening(pks.agreement)
    pks.sub_act("propose_extension", "opd", reason="Mitra kembali.")
    assert amending.lacks_for_opening(pks.agreement) == ""


def test_scenario_25_a_proposed_extension_is_silent_until_its_adendum_is_late(pks: Walk) -> None:
    strike(pks, pks.agreement.ends_on - timedelta(days=180))
    evaluated(pks, "CONTINUE").sub_act("propose_extension", "opd", reason="Kebutuhan berlanjut.")
    last = pks.agreement.due_on
    strike(pks, last)
    assert (told(pks, "end", "dewi"), pks.agreement.turn_office) == (["180"], "BAGIAN")
    strike(pks, last + timedelta(days=1))
    assert told(pks, "end", "dewi") == ["180", "180"]
    newest = Notification.objects.filter(key__startswith=f"end:{pks.agreement.pk}:", user=pks.who("dewi")).latest("pk")
    assert "adendum perpanjangannya belum dibuka" in newest.body
    assert (pks.agreement.renewal, pks.agreement.turn_office) == ("EXTEND", "BAGIAN")


def test_nobody_takes_up_an_extension_without_an_adendum(pks: Walk) -> None:
    strike(pks, pks.agreement.ends_on - timedelta(days=180))
    evaluated(pks, "CONTINUE").sub_act("propose_extension", "opd", reason="Kebutuhan berlanjut.")
    assert "Tidak ada adendum yang sedang disusun." in refused(lambda: pks.sub_act("take_up_extension", "staf"))


def test_scenario_25_an_adendum_that_moves_no_end_opens_the_question_again(pks: Walk) -> None:
    parent = pks.agreement
    strike(pks, parent.ends_on - timedelta(days=180))
    evaluated(pks, "CONTINUE").sub_act("propose_extension", "opd", reason="Kebutuhan berlanjut.")
    fee = Clause("", "PEMBIAYAAN", ("Kompensasi dibayar setiap triwulan.",))
    doings.amend(pks, Changes((Change(Op.REPLACE, "5", fee),)))
    pks.go([*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1), plans.signed(1)])
    pks.agreement = Agreement.objects.get(pk=parent.pk)
    strike(pks, pks.day)
    assert (pks.agreement.renewal, pks.agreement.turn_office) == ("ASKED", "OPD")


@pytest.mark.parametrize("closed", [False, True])
def test_scenario_25_after_the_end_an_adendum_is_refused_with_the_advice_of_a_new_naskah(
    pks: Walk, closed: bool
) -> None:
    change = {"articles": "Pasal 4", "reason": "Lokasi bertambah."}
    pks.sub_act("propose_change", "opd", **change)
    pks.day = pks.agreement.ends_on + timedelta(days=1)
    if closed:
        strike(pks, pks.day)
    assert ADVICE in refused(lambda: pks.sub_act("propose_change", "opd", **change))
    assert ADVICE in refused(lambda: pks.sub_act("propose_extension", "opd", reason="Terlambat."))


# 23


def test_scenario_23_a_new_bupati_is_no_ground_and_bankruptcy_is_one_for_third_parties_only(
    pks: Walk, company: Walk
) -> None:
    assert "Pergantian kepala daerah" in refused(lambda: pks.sub_act("end_early", "ratna", **ending("LEADER_CHANGE")))
    assert "Sebab ini tidak mengakhiri" in refused(lambda: pks.sub_act("end_early", "ratna", **ending("BANKRUPTCY")))
    assert "Sebab ini tidak mengakhiri" in refused(lambda: pks.sub_act("end_early", "ratna", **ending("TERM")))
    form = EndForm(subject=pks.agreement, arrow=pks.agreement.arrow("end_early"))
    assert "BANKRUPTCY" not in dict(form.fields["ground"].choices)
    company.sub_act("end_early", "ratna", **ending("BANKRUPTCY", "12/Pdt.Sus-Pailit/2026"))
    naskah = company.agreement
    assert (naskah.stage, naskah.end_ground, naskah.ended_on, naskah.end_note) == (
        "ENDED", "BANKRUPTCY", company.day, "Kegiatan diselesaikan.",
    )  # fmt: skip
    assert naskah.end_document_id is not None


def test_scenario_23_the_database_repeats_which_ground_belongs_to_which_kind(pks: Walk) -> None:
    with pytest.raises(IntegrityError, match="agreement_end_of_third_party_only"), transaction.atomic():
        Agreement.objects.filter(pk=pks.agreement.pk).update(end_ground="BANKRUPTCY", end_document_id=1, end_note="x")
    with pytest.raises(IntegrityError, match="agreement_early_end_has_paper"), transaction.atomic():
        Agreement.objects.filter(pk=pks.agreement.pk).update(end_ground="AGREED")


def test_an_end_is_recorded_by_the_head_of_the_bagian_alone_and_after_what_stands_on_it(pks: Walk) -> None:
    with pytest.raises(NotYours):
        pks.sub_act("end_early", "staf", **ending("AGREED"))
    parent = pks.agreement.parent
    pks.agreement, child = parent, pks.agreement
    assert f"masih berlaku: {child.title}" in refused(lambda: pks.sub_act("end_early", "ratna", **ending("AGREED")))
    pks.agreement = child
    early = parent.signed_on - timedelta(days=30)
    assert "Tanggal berakhir terletak antara" in refused(
        lambda: pks.sub_act("end_early", "ratna", **ending("AGREED", occurred_on=early))
    )
    pks.sub_act("end_early", "ratna", **ending("AGREED"))
    pks.agreement = Agreement.objects.get(pk=parent.pk)
    pks.sub_act("end_early", "ratna", **ending("PURPOSE", "BA/10/2026"))
    assert [(a.instrument, a.end_ground) for a in pks.proposal.agreements.order_by("pk")] == [
        ("KB", "PURPOSE"),
        ("PKS", "AGREED"),
    ]


# abroad


def test_abroad_the_grounds_are_those_of_permendagri_25_and_a_new_naskah_is_one(
    sister: Walk, people: dict[str, User]
) -> None:
    assert set(end_grounds("FOREIGN.KAB.MOU")) == {
        EndGround.TERM,
        EndGround.PURPOSE,
        EndGround.AGREED,
        EndGround.REPLACED,
    }
    assert "Sebab ini tidak mengakhiri" in refused(
        lambda: sister.sub_act("end_early", "ratna", **ending("LAW_CHANGED"))
    )
    assert "Pilih naskah baru" in refused(lambda: sister.sub_act("end_early", "ratna", **ending("REPLACED")))
    newer = abroad_walk(people, "KSDPL", title="Pengelolaan Air Bersih Perkotaan Tahap Kedua")
    newer.day = sister.day + timedelta(days=30)
    newer.go(abroad.approved_case(newer.story))
    sister.day = newer.day
    sister.sub_act("end_early", "ratna", **ending("REPLACED", replaced_by=newer.agreement))
    assert (sister.agreement.end_ground, sister.agreement.replaced_by) == ("REPLACED", newer.agreement)


def test_abroad_the_menteri_hears_of_an_extension_six_months_before_the_end(sister: Walk) -> None:
    ends = sister.agreement.ends_on
    last = renewals.notice_by(sister.agreement)
    assert (
        last == date(ends.year, ends.month - 6, ends.day)
        if ends.month > 6
        else date(ends.year - 1, ends.month + 6, ends.day)
    )
    strike(sister, last - timedelta(days=180))
    assert told(sister, "notice", "dewi") == ["180"]
    assert (sister.agreement.turn_office, sister.agreement.due_on) == ("OPD", last)
    sister.day = last - timedelta(days=20)
    evaluated(sister, "CONTINUE").sub_act("propose_extension", "opd", reason="Hasilnya baik.")
    strike(sister, last - timedelta(days=7))
    assert told(sister, "notice", "dewi") == ["180", "7"]
    letter = {"number": "100.3.7/77/2031", "file": scan("pemberitahuan"), "consent": "Surat Wali Kota Aoshima Nomor 9"}
    sister.sub_act("notify_extension", "staf", **letter)
    row = reviews.answered_exchange(sister.agreement, "MINISTER", "EXTENSION")
    assert (row.answered_on, row.summary) == (sister.day, "Persetujuan mitra: Surat Wali Kota Aoshima Nomor 9")
    strike(sister, last)
    assert told(sister, "notice", "dewi") == ["180", "7"]
    assert told(sister, "end", "dewi") == []


def extended(by: Walk, **facts: Any) -> dict[str, Any]:
    """The signed extension with its Surat Konfirmasi."""
    ends = by.agreement.ends_on
    known = {
        "new_end": anniversary(ends, 5), "number": "100.3.7/9/NKS", "file": scan("perpanjangan"), "confirmation_number": "D/7/2031",
        "confirmed_on": by.day, "confirmation": scan("konfirmasi"),
    }  # fmt: skip
    return known | facts


def test_abroad_it_is_extended_by_notice_consent_and_a_signed_paper_that_moves_its_end(sister: Walk) -> None:
    ends = sister.agreement.ends_on
    last = renewals.notice_by(sister.agreement)
    sister.day = last - timedelta(days=60)
    evaluated(sister, "CONTINUE")
    assert "Perpanjangan belum diusulkan" in refused(
        lambda: sister.sub_act("record_extension", "ratna", **extended(sister))
    )
    sister.sub_act("propose_extension", "opd", reason="Hasilnya baik.")
    assert (sister.agreement.turn_office, sister.agreement.due_on) == ("BAGIAN", last)
    assert "belum dicatat" in refused(lambda: sister.sub_act("record_extension", "ratna", **extended(sister)))
    sister.sub_act("notify_extension", "staf", number="7", file=scan("pemberitahuan"), consent="Surat Nomor 9")
    assert (sister.agreement.turn_office, sister.agreement.due_on) == ("KABAG", months_later(ends, -1))
    strike(sister, months_later(ends, -1))
    assert told(sister, "end", "dewi") == []
    strike(sister, sister.day + timedelta(days=1))
    assert told(sister, "end", "dewi") == ["30"]
    too_long = extended(
        sister, new_end=anniversary(ends, 5) + timedelta(days=1), confirmed_on=sister.day + timedelta(days=1)
    )
    told_off = refused(lambda: sister.sub_act("record_extension", "ratna", **too_long))
    assert "paling lambat" in told_off and "Surat Konfirmasi mendahului" in told_off
    sister.sub_act("record_extension", "ratna", **extended(sister))
    naskah = sister.agreement
    assert (naskah.ends_on, naskah.renewal, naskah.turn_office, naskah.due_on, naskah.extension_notified_on) == (
        anniversary(ends, 5), "", "", None, None,
    )  # fmt: skip
    assert (end_on(naskah, sister.day), end_on(naskah, sister.day - timedelta(days=1))) == (naskah.ends_on, ends)
    assert RegisterEntry.objects.get(agreement=naskah).ends_on == naskah.ends_on
    assert (
        reviews.answered_exchange(naskah, "FOREIGN_MINISTER", "CONFIRMATION", naskah.text_hash).answer_number
        == "D/7/2031"
    )
    strike(sister, ends + timedelta(days=1))
    assert sister.agreement.stage == "IN_FORCE"


def test_abroad_an_extension_of_which_the_menteri_did_not_hear_in_time_is_asked_about_again(sister: Walk) -> None:
    last = renewals.notice_by(sister.agreement)
    sister.day = last - timedelta(days=60)
    evaluated(sister, "CONTINUE").sub_act("propose_extension", "opd", reason="Hasilnya baik.")
    strike(sister, last + timedelta(days=3))
    assert (sister.agreement.renewal, sister.agreement.turn_office) == ("EXTEND", "BAGIAN")
    strike(sister, last + timedelta(days=30))
    assert (sister.agreement.renewal, sister.agreement.turn_office, sister.agreement.due_on) == (
        "ASKED", "OPD", sister.agreement.ends_on,
    )  # fmt: skip
    assert told(sister, "end", "dewi") == ["180"]


def test_abroad_the_extension_is_recorded_on_a_page_of_its_own(sister: Walk) -> None:
    ends = sister.agreement.ends_on
    sister.day = renewals.notice_by(sister.agreement) - timedelta(days=60)
    evaluated(sister, "CONTINUE").sub_act("propose_extension", "opd", reason="Hasilnya baik.")
    sister.sub_act("notify_extension", "staf", number="7", file=scan("pemberitahuan"), consent="Surat Nomor 9")
    address, ratna = f"/naskah/{sister.agreement.pk}/tindakan/catat-perpanjangan/", Client()
    ratna.force_login(sister.who("ratna"))
    facts = {**extended(sister), "unchanged": "on", "occurred_on": sister.day, "expect": sister.agreement.act_count}

    def send(**changed: Any) -> Any:
        typed = {
            name: value.strftime("%d-%m-%Y") if isinstance(value, date) else value
            for name, value in (facts | changed).items()
        }
        return sister.on_that_day(lambda: ratna.post(address, typed))

    page = unescape(sister.on_that_day(lambda: ratna.get(address)).content.decode())
    assert (
        date_long(anniversary(ends, 5)) in page
        and "Surat Konfirmasi" in page
        and "Permendagri 25/2020 Pasal 32" in page
    )
    wrong = send(new_end=ends, unchanged="", file=scan("a"), confirmation=scan("b"))
    assert wrong.status_code == 422 and Agreement.objects.get(pk=sister.agreement.pk).ends_on == ends
    assert send(new_end=ends, file=scan("a"), confirmation=scan("b")).status_code == 422
    assert send(file=scan("a"), confirmation=scan("b")).status_code == 302
    assert Agreement.objects.get(pk=sister.agreement.pk).ends_on == anniversary(ends, 5)


def test_abroad_a_letter_that_left_in_time_may_be_recorded_afterwards(sister: Walk) -> None:
    last = renewals.notice_by(sister.agreement)
    sister.day = last - timedelta(days=60)
    evaluated(sister, "CONTINUE").sub_act("propose_extension", "opd", reason="Hasilnya baik.")
    strike(sister, last + timedelta(days=3))
    letter = {"number": "7", "file": scan("pemberitahuan"), "consent": "Surat Nomor 9"}
    late = refused(lambda: sister.sub_act("notify_extension", "staf", **letter))
    assert "Pemberitahuan paling lambat" in late
    sister.sub_act("notify_extension", "staf", occurred_on=last, **letter)
    assert (sister.agreement.extension_notified_on, sister.agreement.turn_office) == (last, "KABAG")


def test_abroad_nobody_is_offered_an_adendum(sister: Walk) -> None:
    wish = {"articles": "Pasal 4", "reason": "Lokasi bertambah."}
    assert not sister.agreement.arrow("propose_change").ends(sister.agreement.route, "IN_FORCE")
    assert "tidak dapat dilakukan" in refused(lambda: sister.sub_act("propose_change", "opd", **wish))


def test_abroad_an_extension_is_refused_once_the_notice_is_late(sister: Walk) -> None:
    last = renewals.notice_by(sister.agreement)
    sister.day = last - timedelta(days=60)
    evaluated(sister, "CONTINUE")
    sister.day = last + timedelta(days=1)
    assert "Batas memberitahukan perpanjangan kepada Menteri sudah lewat" in refused(
        lambda: sister.sub_act("propose_extension", "opd", reason="Terlambat.")
    )


def test_17_reminders_come_twelve_six_and_three_months_before_the_end(sister: Walk) -> None:
    ends = sister.agreement.ends_on
    strike(sister, renewals.notice_by(sister.agreement) - timedelta(days=180))
    strike(sister, renewals.notice_by(sister.agreement))
    strike(sister, ends - timedelta(days=90))
    assert (told(sister, "notice", "dewi"), told(sister, "end", "dewi")) == (["180", "0"], ["90"])


# 28


def region(code: str) -> Partner:
    found = Region.objects.get(pk=code)
    held = Partner.objects.filter(region=found).first()
    return held or Partner.objects.create(
        kind="REGION", legal_class="REGION", region=found, name=f"Pemerintah {found.full_name}"
    )


def between(walk: Walk, ours: str, theirs: str) -> Walk:
    """The same naskah, between these two regions."""
    government = Government.current()
    government.region_code = ours
    government.save()
    party = walk.agreement.parties.get(partner__isnull=False)
    party.partner = region(theirs)
    party.save()
    return walk


def dispute(walk: Walk, name: str, number: str) -> str:
    """An act on the dispute; before whom it lies then."""
    walk.sub_act(
        name, "staf", number=number, file=scan(number), summary="Pembagian biaya.", outcome="Disepakati kembali."
    )
    return str(walk.agreement.disputes.get().step)


def test_scenario_28_two_kabupaten_of_one_province_come_before_the_gubernur_and_then_the_menteri(pks: Walk) -> None:
    between(pks, "33.07", "33.05")
    assert [dispute(pks, name, f"{n}/2026") for n, name in enumerate(("record_dispute", "escalate_dispute", "escalate_dispute"))] == [
        "PARTIES", "GOVERNOR", "MINISTER",
    ]  # fmt: skip
    assert "Tidak ada tingkat penyelesaian berikutnya." in refused(lambda: dispute(pks, "escalate_dispute", "7/2026"))
    assert dispute(pks, "settle_dispute", "8/2026") == "MINISTER"
    row = pks.agreement.disputes.get()
    assert (row.settled_on, row.outcome, pks.agreement.stage) == (pks.day, "Disepakati kembali.", "IN_FORCE")


@pytest.mark.parametrize(("ours", "theirs"), [("33.07", "34.04"), ("33.07", "33"), ("33", "34")])
def test_scenario_28_other_pairs_come_before_the_menteri(pks: Walk, ours: str, theirs: str) -> None:
    between(pks, ours, theirs)
    assert [dispute(pks, name, f"{n}/2026") for n, name in enumerate(("record_dispute", "escalate_dispute"))] == [
        "PARTIES",
        "MINISTER",
    ]


def test_scenario_28_a_third_party_as_the_pks_says_and_abroad_the_menteri_is_consulted(
    company: Walk, sister: Walk
) -> None:
    steps = [[str(step) for step in renewals.dispute_steps(walk.agreement)] for walk in (company, sister)]
    assert steps == [["PARTIES", "CLAUSE"], ["PARTIES", "MINISTER"]]


def test_a_dispute_outlives_its_naskah_and_is_settled_after_it(pks: Walk) -> None:
    dispute(pks, "record_dispute", "1/2026")
    strike(pks, pks.agreement.ends_on + timedelta(days=1))
    assert pks.agreement.stage == "ENDED"
    assert [dispute(pks, name, f"{n}/2027") for n, name in enumerate(("escalate_dispute", "settle_dispute"))] == [
        "GOVERNOR"
    ] * 2
    assert (pks.agreement.stage, pks.agreement.open_dispute) == ("ENDED", None)


def test_one_dispute_at_a_time(pks: Walk) -> None:
    dispute(pks, "record_dispute", "1/2026")
    assert "Perselisihan sebelumnya belum selesai." in refused(lambda: dispute(pks, "record_dispute", "2/2026"))
