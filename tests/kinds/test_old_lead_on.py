"""An old naskah that still holds: reminded of, decided, run in full here, and then counted once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from agreements import old_renewals
from agreements.cut_over_form import SignedForm
from agreements.models import OldNaskah, RegisterEntry
from agreements.old_lead_forms import ManageForm
from agreements.register_filter import Wanted, found
from agreements.running_guards import nothing_stands_on_it
from agreements.services import old as room
from agreements.services import old_lead as lead
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale
from kerjasama.demo import plans
from kerjasama.demo.walk import Walk
from kerjasama.desk import old_endings
from kerjasama.importing.matching import Known
from kerjasama.notifications.models import Notification
from kerjasama.statutory.collecting import collect
from kerjasama.statutory.kinds import KINDS
from kerjasama.statutory.models import Kind
from monitoring import family
from monitoring.schedule import Period
from proposals.services import drafting
from tests.kinds.test_cut_over import drafted, signing, submitted, verified
from tests.support.wanasari import new_walk

__all__ = ["drafted", "submitted", "verified"]
TIRTA = "Pemerintah Kabupaten Tirtamarga"


def entered(walk: Walk, **facts: Any) -> OldNaskah:
    """A Kesepakatan Bersama of before this system that ends in 2029, of the DLH."""
    ours = {
        "name": "Pemerintah Kabupaten Wanasari",
        "number": "075/1/KB/2024",
        "signatory": "Aditya",
        "office": "Bupati",
        "ours": True,
    }
    theirs = {"name": TIRTA, "number": "075/2/KB/2024", "signatory": "Siti", "office": "Bupati", "ours": False}
    known = {
        "title": "Pengelolaan Sampah Perbatasan", "kind": "KSDD", "instrument": "KB", "parties": [ours, theirs], "signed_on": date(2024, 6, 3),
        "starts_on": date(2024, 6, 3), "ends_on": date(2029, 6, 2), "unit": OrgUnit.objects.get(name="Dinas Lingkungan Hidup"), **facts,
    }  # fmt: skip
    return walk.on_that_day(lambda: room.write(OldNaskah(), known, reason="arsip", by=walk.who("staf")))


def fresh(old: OldNaskah) -> OldNaskah:
    return OldNaskah.objects.get(pk=old.pk)


def decide(walk: Walk, old: OldNaskah, renewal: str, by: str = "dlh", **more: Any) -> OldNaskah:
    facts = {"reason": "Masih diperlukan.", "expect": fresh(old).edition, **more}
    return walk.on_that_day(lambda: lead.decide(old, renewal, by=walk.people[by], **facts))


def told_of(old: OldNaskah) -> set[str]:
    rows = Notification.objects.filter(key__startswith=f"old-end:{old.pk}:")
    return set(rows.values_list("user__username", flat=True))


# --- reminders and the decision


def test_the_bagian_and_the_unit_are_told_once_at_each_mark(walk: Walk) -> None:
    old = entered(walk)
    first, second = old.ends_on - timedelta(days=170), old.ends_on - timedelta(days=80)
    assert old_endings.remind_of_old_endings(old.ends_on - timedelta(days=400)) == 0
    count = old_endings.remind_of_old_endings(first)
    assert {"dewi", "ratna", "dlh"} <= told_of(old) and "dinkes" not in told_of(old)
    assert count == len(told_of(old)) and old_endings.remind_of_old_endings(first + timedelta(days=1)) == 0
    assert old_endings.remind_of_old_endings(second) == count
    assert old_endings.remind_of_old_endings(old.ends_on + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"stopped": True},
        {"ends_on": None, "open_ended": True},
        {"instrument": "ADD"},
        {"starts_on": date(2029, 5, 30)},
    ],
)
def test_what_does_not_hold_or_does_not_end_by_itself_is_not_reminded_of(walk: Walk, facts: dict[str, Any]) -> None:
    old = entered(walk, **facts)
    assert old_endings.remind_of_old_endings(date(2029, 5, 20)) == 0 and told_of(old) == set()


def test_a_decision_silences_and_the_death_of_the_successor_wakes(submitted: Walk) -> None:
    old, day = entered(submitted), date(2029, 5, 20)
    old_endings.remind_of_old_endings(day)
    assert [task.code for task in submitted.on_that_day(lambda: old_endings.tasks(submitted.people["dlh"]))] == []
    decide(submitted, old, "REPLACE", after=submitted.proposal.code)
    assert old_renewals.undecided(day, day + timedelta(days=180)) == []
    submitted.act("withdraw", "dlh", reason="Tidak jadi.")
    assert old_renewals.is_widowed(fresh(old))
    # The mark was told of before; what has died makes it another occasion, once.
    assert old_endings.remind_of_old_endings(day) > 0 and old_endings.remind_of_old_endings(day) == 0
    decide(submitted, old, "LAPSE", by="ratna")
    assert old_endings.remind_of_old_endings(day + timedelta(days=5)) == 0
    decide(submitted, old, "")
    assert (fresh(old).renewal, fresh(old).renewal_on) == ("", None)


def test_it_is_a_task_of_the_keepers_and_its_unit_until_it_is_decided(walk: Walk) -> None:
    old = entered(walk, ends_on=walk.day + timedelta(days=100))

    def tasks(name: str) -> list[str]:
        return [task.code for task in walk.on_that_day(lambda: old_endings.tasks(walk.people[name]))]

    assert {name: tasks(name) for name in ("dewi", "ratna", "dlh", "dinkes", "hukum")} == {
        "dewi": [old.code], "ratna": [old.code], "dlh": [old.code], "dinkes": [], "hukum": [],
    }  # fmt: skip
    decide(walk, old, "LAPSE")
    assert tasks("dewi") == tasks("dlh") == []


def test_another_old_naskah_may_take_its_place_while_it_stands(walk: Walk) -> None:
    old = entered(walk)
    after = entered(walk, title="Pengelolaan Sampah Lanjutan", parties=[{**old.parties[0], "number": "075/9/KB/2029"}])
    decide(walk, old, "REPLACE", after="075/9/KB/2029")
    assert fresh(old).successor_old == after and old_renewals.is_settled(fresh(old))
    walk.on_that_day(lambda: room.write(after, {"stopped": True}, reason="arsip", expect=1, by=walk.who("staf")))
    assert old_renewals.is_widowed(fresh(old))


@pytest.mark.parametrize(
    ("renewal", "more", "field"),
    [
        ("REPLACE", {"after": "075/1/KB/2024"}, "after"), ("REPLACE", {"after": "tidak-ada"}, "after"), ("LAPSE", {"reason": " "}, "reason"),
        ("EXTEND", {}, "renewal"),
    ],
)  # fmt: skip
def test_a_decision_that_says_nothing_is_refused(walk: Walk, renewal: str, more: dict[str, Any], field: str) -> None:
    old = entered(walk)
    with pytest.raises(BadInput) as refusal:
        decide(walk, old, renewal, **more)
    assert list(refusal.value.errors) == [field]


def test_who_may_decide(walk: Walk) -> None:
    old, nobody = entered(walk), entered(walk, title="Tanpa pelaksana", unit=None, parties=[])
    with pytest.raises(NotYours):
        decide(walk, old, "LAPSE", by="dinkes")
    with pytest.raises(NotYours):
        decide(walk, nobody, "LAPSE", by="dlh")
    with pytest.raises(Stale):
        decide(walk, old, "LAPSE", expect=7)


# --- run in full here


def test_a_case_is_opened_from_what_is_known_and_linked(walk: Walk) -> None:
    old = entered(walk)
    form = walk.on_that_day(lambda: ManageForm(old))
    assert (form["title"].value(), form["unit"].value(), form.unlisted) == (old.title, old.unit_id, [])
    assert form["partner_1"].value() == walk.story.partner.pk or TIRTA != walk.story.partner.name
    data = {name: form[name].value() or "" for name in form.fields} | {"kind": "KSDD:VOLUNTARY"}
    form = walk.on_that_day(lambda: ManageForm(old, data))
    assert form.is_valid(), form.errors
    case = walk.on_that_day(lambda: lead.open_case(old, form.opening(), expect=1, by=walk.who("staf")))
    assert (case.kind, case.title, case.lead_unit_id, fresh(old).case) == ("KSDD", old.title, old.unit_id, case)
    assert [party.partner.name for party in case.parties.exclude(partner=None)] == [TIRTA]
    with pytest.raises(NotYet):
        walk.on_that_day(lambda: lead.open_case(old, form.opening(), expect=2, by=walk.who("staf")))
    # Until its naskah is registered it stands where it stood, and is reminded of.
    assert old_endings.remind_of_old_endings(date(2029, 5, 20)) > 0
    below = entered(walk, title="Pengangkutan", instrument="PKS", parent_old_id=old.pk, parties=[])
    assert lead.related_cases(below) == [case]


def counted(walk: Walk) -> dict[str, list[str]]:
    """Everywhere a naskah is counted: the tabs of the register and a statutory report."""
    by, day = walk.people["dewi"], walk.day
    tabs = {
        state: sorted(entry.code for entry in found(by, Wanted(state=state), day).found) for state in ("berlaku", "semua", "dilanjutkan")
    }  # fmt: skip
    period = Period(day.year, 2, date(day.year, 7, 1), date(day.year, 12, 31))
    told = collect(KINDS[Kind.RECAP], period, day)["naskah"]
    return {**tabs, "laporan": sorted(row["title"] for row in told)}


def test_once_its_naskah_is_registered_it_is_that_one_and_counted_once(drafted: Walk) -> None:
    old = entered(drafted)
    below = entered(drafted, title="Pengangkutan Sampah", instrument="PKS", parent_old_id=old.pk, parties=[])
    old.case = drafted.proposal
    drafted.on_that_day(lambda: room.keep(old, reason="dikelola", by=drafted.who("staf")))
    form = drafted.on_that_day(
        lambda: SignedForm(subject=drafted.agreement, arrow=drafted.agreement.arrow("enter_signed"))
    )
    named = {party.name: party.order for party in drafted.agreement.parties.all()}
    assert form.fields[f"number_{named['Pemerintah Kabupaten Wanasari']}"].initial == "075/1/KB/2024"
    assert (form.fields["occurred_on"].initial, form.fields["ends_on"].initial) == (date(2024, 6, 3), date(2029, 6, 2))
    before = counted(drafted)
    assert before["berlaku"] == sorted([old.code, below.code])
    drafted.sub_act("enter_signed", "ratna", **signing(drafted))
    drafted.sub_act("validate_scan", "galih").go([plans.REGISTERED])
    kb = drafted.agreement
    assert fresh(old).continued_as_id == kb.pk and fresh(old).edition == old.edition + 1
    after = counted(drafted)
    assert (after["berlaku"], after["dilanjutkan"]) == (sorted([kb.case_code, below.code]), [old.code])
    assert after["semua"] == after["berlaku"] and len(after["laporan"]) == 2 and kb.title in after["laporan"]
    entry = RegisterEntry.objects.get(old=old)
    assert (entry.state, entry.continued_as_id) == ("GONE_ON", kb.pk)
    # Its code finds the one that it has become; what stood under it stands under that one.
    assert [
        one.code for one in found(drafted.people["dewi"], Wanted(q=old.code, state="semua"), drafted.day).found
    ] == [kb.case_code]
    assert RegisterEntry.objects.get(old=below).parent_id == kb.pk
    old_endings.remind_of_old_endings(date(2029, 5, 20))
    assert told_of(old) == set()
    assert Known.load().find("", {"parties": old.parties, "loose_numbers": [], "title": old.title}).agreement == kb.pk
    with pytest.raises(NotYet):
        drafted.on_that_day(
            lambda: room.write(old, {"title": "x"}, reason="x", expect=old.edition + 1, by=drafted.who("staf"))
        )
    root = family.trees(drafted.people["dewi"], olds=[below.pk])[0]
    assert (root.key, root.was, [child.code for child in root.children]) == (
        ("agreement", kb.pk),
        old.code,
        [below.code],
    )
    client = Client()
    client.force_login(drafted.people["dewi"])
    page = drafted.on_that_day(lambda: client.get(old.get_absolute_url())).content.decode()
    assert "Dilanjutkan sebagai" in page and kb.case_code in page
    assert "semula" in drafted.on_that_day(lambda: client.get(drafted.proposal.get_absolute_url())).content.decode()
    listed = drafted.on_that_day(lambda: client.get("/naskah/?keadaan=dilanjutkan")).content.decode()
    assert f"Dilanjutkan sebagai {kb.case_code}" in listed


def test_what_stood_twice_is_declared_the_same(people: dict[str, User]) -> None:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    kb = walk.agreement
    number = kb.parties.exclude(number="").first().number
    old = entered(walk, parties=[{"name": TIRTA, "number": "lain", "signatory": "", "office": "", "ours": False}])
    pks = entered(walk, instrument="PKS", parties=[])
    facts = {"reason": "Naskah yang sama.", "expect": 1, "by": walk.people["dewi"]}
    with pytest.raises(BadInput):
        walk.on_that_day(lambda: lead.declare_same(pks, number, **facts))
    walk.on_that_day(lambda: lead.declare_same(old, number, **facts))
    assert fresh(old).continued_as_id == kb.pk and old.code in RegisterEntry.objects.get(agreement=kb).numbers
    assert nothing_stands_on_it.question(kb, None) == ()
    for facts, held in (
        ({"parent_id": kb.pk}, True),
        ({"parent_old_id": old.pk}, True),
        ({"parent_id": kb.pk, "stopped": True}, False),
    ):
        child = entered(walk, title="Turunan", instrument="PKS", parties=[], **facts)
        told = walk.on_that_day(lambda: nothing_stands_on_it.question(kb, None))
        assert bool(told) is held and all(child.code in line for line in told)
        walk.on_that_day(lambda child=child: room.withdraw_one(child, reason="uji", expect=1, by=walk.who("staf")))


# --- the pages of the acts


def test_the_pages_keep_what_was_typed_and_lead_on(walk: Walk) -> None:
    old = entered(walk)
    client, base = Client(), f"/naskah/lama/{old.pk}/"
    client.force_login(walk.people["dewi"])

    def post(page: str, **data: Any) -> Any:
        return walk.on_that_day(lambda: client.post(f"{base}{page}/", {"expect": "1", **data}))

    for page in ("kelanjutan", "kelola", "naskah-yang-sama", "tarik"):
        answer = walk.on_that_day(lambda page=page: client.get(f"{base}{page}/"))
        assert answer.status_code == 200 and 'name="expect" value="1"' in answer.content.decode(), page
    wrong = post("kelanjutan", renewal="REPLACE", after="entah", reason="Alasan panjang")
    assert (
        wrong.status_code == 422
        and "Alasan panjang" in wrong.content.decode()
        and "Tidak ada naskah" in wrong.content.decode()
    )
    assert post("kelola", title="").status_code == 422 and post("tarik", reason="").status_code == 422
    assert post("naskah-yang-sama", number="entah", reason="x").status_code == 422
    assert post("kelanjutan", renewal="LAPSE", reason="Selesai.").status_code == 302
    assert post("tarik", reason="Keliru.").status_code == 409
    page = walk.on_that_day(lambda: client.get(base)).content.decode()
    assert "Tidak dilanjutkan" in page and "Selesai." in page and "memutuskan kelanjutannya" in page
    assert post("tarik", reason="Keliru.", expect="2").status_code == 302
    assert not RegisterEntry.objects.filter(old=old).exists()


def test_a_case_that_died_leaves_it_free_for_another(submitted: Walk) -> None:
    old = entered(submitted)
    old.case = submitted.proposal
    submitted.on_that_day(lambda: room.keep(old, reason="dikelola", by=submitted.who("staf")))
    facts = {"reason": "keliru", "expect": fresh(old).edition, "by": submitted.people["dewi"]}
    assert not submitted.on_that_day(lambda: lead.may_manage(fresh(old), submitted.people["dewi"]))
    with pytest.raises(NotYet, match="mengelolanya"):
        submitted.on_that_day(lambda: room.withdraw_one(fresh(old), **facts))
    submitted.act("withdraw", "dlh", reason="Tidak jadi.")
    assert submitted.on_that_day(lambda: lead.may_manage(fresh(old), submitted.people["dewi"]))
    submitted.on_that_day(lambda: room.withdraw_one(fresh(old), **facts))
    assert fresh(old).withdrawn_at is not None


@pytest.mark.parametrize("instrument", ["MOU", "RKT", "ADD"])
def test_what_does_not_come_in_signed_is_not_run_as_a_case_and_the_page_says_why(walk: Walk, instrument: str) -> None:
    old = entered(walk, instrument=instrument, kind="KSDPL" if instrument != "ADD" else "KSDD")
    client = Client()
    client.force_login(walk.people["dewi"])
    page = walk.on_that_day(lambda: client.get(f"/naskah/lama/{old.pk}/kelola/")).content.decode()
    assert lead.obstacle(old) in page and 'name="title"' not in page
    opening = lead.Opening(old.title, "KSDD", "VOLUNTARY", old.unit, [walk.story.partner])
    with pytest.raises(NotYet, match=lead.obstacle(old)[:20]):
        walk.on_that_day(lambda: lead.open_case(old, opening, expect=1, by=walk.people["dewi"]))


def test_an_agreement_asks_for_its_memorandum_first(walk: Walk) -> None:
    assert lead.needs_parent(entered(walk, instrument="PKS")) and not lead.needs_parent(
        entered(walk, title="KB", parties=[])
    )


def test_a_draft_that_is_to_follow_or_to_run_it_is_not_deleted(walk: Walk) -> None:
    old = entered(walk)
    opening = lead.Opening(old.title, "KSDD", "VOLUNTARY", old.unit, [walk.story.partner])
    case = walk.on_that_day(lambda: lead.open_case(old, opening, expect=1, by=walk.people["dewi"]))
    assert case.term_years == 5
    with pytest.raises(NotYet, match="kelanjutan sebuah naskah"):
        walk.on_that_day(lambda: drafting.delete_draft(case, by=walk.people["dewi"]))
    assert fresh(old).case == case


def test_one_that_fits_by_nothing_is_left_to_a_person_and_is_his_task(drafted: Walk) -> None:
    old = entered(drafted, signed_on=date(2023, 1, 5), starts_on=date(2023, 1, 5), parties=[])
    old.case = drafted.proposal
    drafted.on_that_day(lambda: room.keep(old, reason="dikelola", by=drafted.who("staf")))
    drafted.sub_act("enter_signed", "ratna", **signing(drafted))
    drafted.sub_act("validate_scan", "galih")

    def tasks(name: str) -> list[tuple[str, str]]:
        found = drafted.on_that_day(lambda: old_endings.tasks(drafted.people[name]))
        return [(task.code, task.action_url) for task in found]

    assert tasks("dewi") == []
    drafted.go([plans.REGISTERED])
    assert fresh(old).continued_as is None
    assert (tasks("dewi"), tasks("dlh")) == ([(old.code, f"/naskah/lama/{old.pk}/naskah-yang-sama/")], [])
    facts = {"reason": "Tanggalnya salah catat.", "expect": fresh(old).edition, "by": drafted.people["dewi"]}
    drafted.on_that_day(lambda: lead.declare_same(old, "075/1/KB/2024", **facts))
    assert tasks("dewi") == [] and fresh(old).continued_as_id == drafted.agreement.pk
