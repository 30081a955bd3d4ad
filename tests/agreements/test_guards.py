"""Each guard of a naskah says yes, or no with the sentence a person reads; and what a naskah may be opened from."""

from datetime import date, timedelta

import pytest

from agreements import guards as g
from agreements.content import Clause
from agreements.lifecycle import anniversary
from agreements.models import Agreement
from agreements.services import drafting
from kerjasama.accounts.models import Holding, User
from kerjasama.accounts.permissions import Seat
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo import plans
from kerjasama.demo.walk import Walk
from kerjasama.workflow.guards import Guard
from tests.factories.accounts import HoldingFactory, period
from tests.support import facts
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked


def to_instruments(people: dict[str, User], **told: object) -> Walk:
    return new_walk(people, **told).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()


def between(people: dict[str, User]) -> Walk:
    """The DPRD is asked between KB and PKS; the KB is in force and nothing is asked yet."""
    parameters.change("dprd_gate", "between_kb_and_pks", reason="Uji")
    walk = new_walk(people, unbudgeted=True).open()
    parameters.change("dprd_gate", "before_first_signing", reason="Uji")
    walk.go(plans.prepared(walk.story)[1:]).to_answer().to_tkksd().meet()
    return walk.act("accept_recommendation", "ratna").whole_naskah("KB")


drafted = walked(lambda people: to_instruments(people).open_naskah())
marking = walked(lambda people: to_instruments(people).open_naskah().to_paraf())
in_force = walked(lambda people: to_instruments(people).whole_naskah("KB"))
kb_first = walked(between)


@pytest.fixture
def draft(drafted: Walk, people: dict[str, User]) -> Walk:
    return resumed(drafted, people)


@pytest.fixture
def locked(marking: Walk, people: dict[str, User]) -> Walk:
    return resumed(marking, people)


@pytest.fixture
def kb(in_force: Walk, people: dict[str, User]) -> Walk:
    return resumed(in_force, people)


@pytest.fixture
def gated(kb_first: Walk, people: dict[str, User]) -> Walk:
    return resumed(kb_first, people)


def said(guard: Guard, subject: object, office: str = "") -> list[str]:
    seat = Seat(office, None, office) if office else None
    return [lack.sentence for lack in guard.lacks(subject, seat)]


def test_a_text_with_every_clause_lacks_nothing(draft: Walk) -> None:
    guards = (g.case_goes_on, g.has_text, g.has_mandatory_clauses, g.dprd_allows_drafting, g.dprd_allows_signing, g.parent_in_force)  # fmt: skip
    assert [said(guard, draft.agreement) for guard in guards] == [[]] * len(guards)


def test_a_missing_clause_is_named_with_its_basis(draft: Walk) -> None:
    newest = draft.agreement.versions.first()
    kept = [c for c in newest.content if c.key not in {"scope", "term"}]
    drafting.write_version(draft.agreement, title="Judul", clauses=kept, note="", by=draft.people["dewi"])
    assert said(g.has_mandatory_clauses, draft.agreement) == [
        "Pasal wajib belum ada: ruang lingkup (Permendagri 22/2020, kesepakatan bersama).",
        "Pasal wajib belum ada: jangka waktu (Permendagri 22/2020, kesepakatan bersama).",
    ]


def test_a_withdrawn_case_takes_its_naskah_along(draft: Walk) -> None:
    draft.act("withdraw", "dlh", reason="Anggaran dialihkan.")
    draft.agreement.refresh_from_db()
    assert said(g.case_goes_on, draft.agreement) == ["Usulannya sudah ditutup. Naskah ini hanya dapat dibatalkan."]


def test_paraf_in_their_order(locked: Walk) -> None:
    naskah = locked.agreement
    turns = {office: said(g.is_my_turn, naskah, office) for office in ("KABAG", "ASISTEN", "SEKDA")}
    wait = ["Menunggu paraf Kepala Bagian Kerja Sama lebih dahulu."]
    assert turns == {"KABAG": [], "ASISTEN": wait, "SEKDA": wait}
    assert said(g.all_paraf_given, naskah) == ["Paraf belum lengkap pada teks ini."]
    locked.paraf("ratna", "bambang")
    assert said(g.all_paraf_given, naskah) == ["Paraf belum lengkap pada teks ini."]
    locked.paraf("nurhayati")
    naskah.refresh_from_db()
    assert said(g.all_paraf_given, naskah) == []
    assert said(g.is_my_turn, naskah, "KABAG") == ["Tidak ada paraf yang ditunggu."]


def test_paraf_on_another_text_count_for_nothing(locked: Walk) -> None:
    locked.paraf("ratna", "bambang", "nurhayati")
    locked.agreement.refresh_from_db()
    locked.agreement.text_hash = "0" * 64
    assert said(g.all_paraf_given, locked.agreement) == ["Paraf belum lengkap pada teks ini."]


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (3, True)])
def test_nothing_is_signed_before_the_planned_day(draft: Walk, days: int, may: bool) -> None:
    early = ["Sebelum tanggal rencana penandatanganan, naskah tidak dapat dicatat sebagai ditandatangani."]
    draft.agreement.planned_on = clock.today() - timedelta(days=days)
    assert said(g.planned_day_has_come, draft.agreement) == ([] if may else early)
    draft.agreement.planned_on = None
    assert said(g.planned_day_has_come, draft.agreement) == early


@pytest.mark.parametrize(("days", "over"), [(-1, False), (0, False), (1, True)])
def test_a_term_is_over_on_the_day_after(draft: Walk, days: int, over: bool) -> None:
    draft.agreement.ends_on = clock.today() - timedelta(days=days)
    assert said(g.term_is_over, draft.agreement) == ([] if over else ["Jangka waktunya belum berakhir."])


@pytest.mark.parametrize(
    ("signed", "years", "ends"),
    [
        (date(2026, 3, 2), 5, date(2031, 3, 2)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
    ],
)
def test_the_end_of_a_term(signed: date, years: int, ends: date) -> None:
    assert anniversary(signed, years) == ends


# --- where the gate of the DPRD stands


def test_between_kb_and_pks_the_kb_is_signed_without_the_dprd(gated: Walk) -> None:
    kb = gated.agreement
    assert (kb.stage, gated.proposal.dprd_outcome) == ("IN_FORCE", "")
    assert said(g.dprd_allows_signing, kb) == []


def test_between_kb_and_pks_the_pks_waits_with_its_drafting_too(gated: Walk) -> None:
    with pytest.raises(NotYet) as refusal:
        gated.open_naskah("PKS")
    assert refusal.value.message == (
        "Penyusunan Perjanjian Kerja Sama menunggu persetujuan DPRD (PP 28/2018 Pasal 6 ayat (2))."
    )
    pks = Agreement(proposal=gated.proposal, instrument="PKS", route_key="KSDD.PKS", route_version=1)
    assert said(g.dprd_allows_drafting, pks) == [
        "Penyusunan PKS menunggu persetujuan DPRD atau penetapan bahwa persetujuan itu tidak diperlukan."
    ]
    assert said(g.dprd_allows_signing, pks) == ["Persetujuan DPRD belum terpenuhi."]


def test_once_the_dprd_has_approved_the_pks_is_written_and_signed(gated: Walk) -> None:
    gated.act("open_dprd_gate", "ratna").to_dprd().decide("APPROVED")
    gated.whole_naskah("PKS")
    assert (gated.agreement.instrument, gated.agreement.stage) == ("PKS", "IN_FORCE")


def test_open_notes_of_the_dprd_keep_the_pen_away(gated: Walk) -> None:
    gated.act("open_dprd_gate", "ratna").to_dprd().decide("APPROVED_WITH_NOTES", notes=("Tinjau tarif.",))
    gated.open_naskah("PKS")
    assert said(g.dprd_allows_signing, gated.agreement) == ["Catatan DPRD belum ditindaklanjuti: Tinjau tarif."]


# --- opening and writing


def test_one_kb_at_a_time(draft: Walk) -> None:
    before = footprint()
    with pytest.raises(NotYet) as refusal:
        draft.open_naskah("KB")
    assert refusal.value.message == (
        "Kesepakatan Bersama untuk usulan ini sudah ada. Buka naskah itu dari halaman usulan."
    )
    assert footprint() == before


def test_a_cancelled_kb_makes_room_for_another(draft: Walk) -> None:
    draft.sub_act("cancel", "ratna", reason="Disusun ulang.")
    assert drafting.openable(draft.proposal) == ["KB"]
    draft.open_naskah("KB")
    assert [a.stage for a in draft.proposal.agreements.order_by("pk")] == ["CANCELLED", "DRAFTING"]


def test_a_pks_stands_under_a_kb_in_force(draft: Walk, kb: Walk) -> None:
    with pytest.raises(NotYet) as refusal:
        draft.open_naskah("PKS")
    assert refusal.value.message == (
        "Perjanjian Kerja Sama dibuat sesudah Kesepakatan Bersama berlaku (PP 28/2018 Pasal 6 ayat (1))."
    )
    parent = kb.agreement
    assert drafting.openable(kb.proposal) == ["PKS"]
    kb.open_naskah("PKS")
    assert (kb.agreement.parent, kb.agreement.term_years) == (parent, 5)
    parent.__dict__["stage"] = "ENDED"
    kb.agreement.parent = parent
    assert said(g.parent_in_force, kb.agreement) == ["Kesepakatan Bersama induknya belum berlaku."]


@pytest.mark.parametrize("username", ["dlh", "ratna", "hukum", "aditya", "setwan"])
def test_only_the_bagian_opens_a_naskah(kb: Walk, username: str) -> None:
    with pytest.raises(NotYours):
        drafting.open_naskah(kb.proposal, "PKS", by=kb.people[username])


def test_a_naskah_opens_with_its_parties_and_first_version(draft: Walk) -> None:
    agreement = draft.agreement
    assert [(p.order, p.name) for p in agreement.parties.all()] == [
        (1, "Pemerintah Kabupaten Wanasari"),
        (2, "Pemerintah Kabupaten Tirtamarga"),
    ]
    assert [(v.number, v.note) for v in agreement.versions.all()] == [(1, "Teks awal dari pustaka pasal")]
    assert (agreement.executing_unit, agreement.originals) == (draft.proposal.lead_unit, 2)


def test_each_writing_is_a_version_of_its_own(draft: Walk) -> None:
    fresh = [Clause("aims", "MAKSUD", ("Baru.",)), Clause("", "", ("Tanpa judul.",)), Clause("x", "KOSONG", (" ",))]
    drafting.write_version(draft.agreement, title=" Judul baru ", clauses=fresh, note=" Uji ", by=draft.people["galih"])
    draft.agreement.refresh_from_db()
    newest = draft.agreement.versions.first()
    assert (newest.number, newest.title, newest.note, newest.author.username) == (2, "Judul baru", "Uji", "galih")
    assert [c.title for c in newest.content] == ["MAKSUD"], "what has no title or no words is left out"
    assert draft.agreement.title == "Judul baru"


@pytest.mark.parametrize(("clauses", "message"), [([], "Naskah kosong."), (None, "Tidak ada yang berubah.")])
def test_nothing_and_nothing_new_are_no_version(draft: Walk, clauses: list | None, message: str) -> None:
    newest = draft.agreement.versions.first()
    given = newest.content if clauses is None else clauses
    with pytest.raises(BadInput) as refusal:
        drafting.write_version(draft.agreement, title=newest.title, clauses=given, note="", by=draft.people["dewi"])
    assert refusal.value.message == message
    assert draft.agreement.versions.count() == 1


def test_a_locked_text_is_not_written_on(locked: Walk) -> None:
    before = footprint()
    with pytest.raises(NotYet):
        drafting.write_version(
            locked.agreement, title="Lain", clauses=[Clause("a", "A", ("B",))], note="", by=locked.people["dewi"]
        )
    assert footprint() == before


def test_a_change_of_text_voids_every_paraf_and_says_whom_to_ask_again(locked: Walk) -> None:
    locked.paraf("ratna", "bambang")
    locked.sub_act("pull_back", "dewi", reason="Ada pasal yang keliru.")
    naskah = locked.agreement
    naskah.refresh_from_db()
    assert sorted((p.office, p.state) for p in naskah.parafs.all()) == [
        ("ASISTEN", "VOID"), ("KABAG", "VOID"), ("SEKDA", "VOID"),
    ]  # fmt: skip
    assert (naskah.text_hash, naskah.locked_version, naskah.paraf_chain) == ("", None, [])
    told = naskah.events.last().data["void"]
    assert set(told) == {locked.people["ratna"].pk, locked.people["bambang"].pk}


def test_one_person_does_not_mark_twice_in_two_offices(locked: Walk) -> None:
    """The Kabag becomes Asisten while the text goes round; another pair of eyes is asked for."""
    locked.paraf("ratna").later(1)
    Holding.objects.filter(office__in=["KABAG", "ASISTEN"]).update(period=period(date(2022, 1, 3), locked.day))
    HoldingFactory(user=locked.people["ratna"], office="ASISTEN", period=period(locked.day))
    with pytest.raises(NotYours) as refusal:
        locked.sub_act("give_paraf", "ratna", text_hash=locked.agreement.text_hash)
    assert refusal.value.message == (
        "Anda sudah memaraf teks ini. Satu orang tidak memaraf dua kali, kecuali dirangkap satu kali sebagai Plt., Plh., atau Pj."
    )


def test_the_scan_is_checked_by_somebody_else(locked: Walk) -> None:
    locked.paraf("ratna", "bambang", "nurhayati").to_signing().sign()
    locked.sub_act("upload_scan", "dewi", **facts.signed_scan(locked.agreement))
    for act, reason in (("validate_scan", ""), ("reject_scan", "Buram.")):
        with pytest.raises(NotYours) as refusal:
            locked.sub_act(act, "dewi", reason=reason)
        assert refusal.value.message == "Pindaian diperiksa oleh orang kedua, bukan oleh pengunggahnya."
    locked.sub_act("validate_scan", "galih")
    assert (locked.agreement.scanned_by.username, locked.agreement.validated_by.username) == ("dewi", "galih")
