"""An adendum from the wish to its signature, and what it does to the naskah that it changes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from agreements.amending import Change, Changes, Op
from agreements.amendments import cited, end_on, text_on
from agreements.content import Clause
from agreements.models import Agreement, LibraryClause, RegisterEntry
from agreements.services import amending
from agreements.services.exchange import take_docx
from kerjasama.accounts.models import User
from kerjasama.core.calendar import anniversary
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.text import date_long
from kerjasama.demo import doings, plans
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from kerjasama.documents.public_facts import facts_of
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

FEE = Clause("", "PEMBIAYAAN", ("Kompensasi dibayar setiap triwulan.",))
NEW_FEE = Changes((Change(Op.REPLACE, "5", FEE),))


def with_region(people: dict[str, User]) -> Walk:
    """A KB and a PKS with another region in force for one year."""
    walk = new_walk(people, years=1).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").whole_naskah("PKS")


in_force = walked(with_region)


@pytest.fixture
def pks(in_force: Walk, people: dict[str, User]) -> Walk:
    return resumed(in_force, people)


def refused(doing: Callable[[], Any]) -> str:
    """All that the product says when it refuses."""
    with pytest.raises((NotYet, BadInput)) as refusal:
        doing()
    errors = [s for sentences in getattr(refusal.value, "errors", {}).values() for s in sentences]
    return "\n".join([refusal.value.message, getattr(refusal.value, "detail", "") or "", *errors])


def marked(walk: Walk) -> Walk:
    """The adendum through legal review and paraf, with its signing planned."""
    return walk.go([*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1)])


def signed(walk: Walk) -> Walk:
    return marked(walk).go([plans.signed(1)])


def fresh(walk: Walk) -> Agreement:
    return Agreement.objects.get(pk=walk.agreement.pk)


def titles(walk: Walk, naskah: Agreement, day: date | None = None) -> dict[str, str]:
    return {row.number: row.clause.title for row in text_on(naskah, day)}


def test_an_adendum_changes_the_naskah_from_the_day_of_its_signature(pks: Walk) -> None:
    parent = pks.agreement
    before = titles(pks, parent)
    changes = Changes(
        (Change(Op.REPLACE, "5", FEE), Change(Op.INSERT, "5", Clause("", "PENGUKURAN", ("Sampah ditimbang.",))))
    )
    doings.amend(pks, changes, "Pasal 5: pembayaran per triwulan")
    assert (pks.agreement.instrument, pks.agreement.rank, pks.agreement.term_label) == (
        "ADD",
        "PKS",
        "selama naskah yang diubahnya",
    )
    assert titles(pks, parent) == before
    signed(pks)
    adendum = fresh(pks)
    assert (adendum.stage, adendum.ends_on, adendum.signed_on) == ("SCANNING", parent.ends_on, pks.day)
    assert titles(pks, parent) == {**before, "5": "PEMBIAYAAN", "5A": "PENGUKURAN"}
    assert titles(pks, parent, pks.day - timedelta(days=1)) == before
    taken = parent.events.filter(act="take_amendment").get()
    assert taken.data == {"amendment": adendum.pk, "ends_on": parent.ends_on.isoformat()}
    pks.go([*plans.scanned(), plans.REGISTERED])
    entry = RegisterEntry.objects.get(agreement=adendum)
    assert (entry.parent_id, entry.instrument, entry.state) == (parent.pk, "ADD", "IN_FORCE")
    assert cited(parent).endswith(
        f"sebagaimana telah diubah terakhir dengan Adendum tanggal {date_long(adendum.signed_on)}"
    )


def test_the_qr_page_says_that_the_naskah_was_changed(pks: Walk) -> None:
    paper = Document.objects.get(
        kind="NASKAH_FINAL", object_id=pks.agreement.pk, status="READY", subject_type__model="agreement"
    )
    assert facts_of(paper).code == "IN_FORCE"
    doings.amend(pks, NEW_FEE, "Pasal 5")
    signed(pks)
    facts = facts_of(Document.objects.get(pk=paper.pk))
    assert (facts.code, facts.since) == ("AMENDED", fresh(pks).signed_on)


def test_nothing_is_opened_that_nobody_has_asked_for_and_one_at_a_time(pks: Walk) -> None:
    parent = pks.agreement
    assert "Belum ada usulan perubahan" in refused(lambda: amending.open_amendment(parent, by=pks.who("staf")))
    doings.amend(pks, NEW_FEE, "Pasal 5")
    with pytest.raises(NotYours):
        amending.open_amendment(parent, by=pks.who("dlh"))
    assert "Adendum lain" in refused(lambda: amending.open_amendment(parent, by=pks.who("staf")))
    pks.sub_act("cancel", "ratna", reason="Tidak jadi.")
    # The wish that a cancelled adendum did not fulfil still stands.
    assert amending.lacks_for_opening(Agreement.objects.get(pk=parent.pk)) == ""


def test_a_text_that_lacks_what_the_law_asks_for_is_not_kept(pks: Walk) -> None:
    doings.amend(pks, NEW_FEE, "Pasal 5")

    def keep(*rows: Change, new_end: date | None = None) -> str:
        return refused(
            lambda: amending.write_changes(pks.agreement, Changes(rows, new_end), note="", by=pks.who("staf"))
        )

    rights = next(row.number for row in text_on(pks.agreement.parent) if row.clause.key == "rights")
    assert "hak dan kewajiban wajib ada" in keep(Change(Op.REMOVE, rights, Clause("", "", ())))
    assert "Pasal 99 tidak ada dalam teks yang berlaku." in keep(Change(Op.REPLACE, "99", FEE))
    assert "Ubah sedikitnya satu pasal" in keep()
    assert "sesudah hari ini" in keep(new_end=pks.day)
    longest = anniversary(pks.agreement.parent.ends_on, 5)
    assert f"paling lambat {date_long(longest)}" in keep(new_end=longest + timedelta(days=1))
    assert "paling lambat" in keep(new_end=date(9999, 12, 31))
    assert "Isi judul" in keep(Change(Op.REPLACE, "5", Clause("", "", ("x",))))


def test_a_change_of_money_brings_up_the_dprd_again(pks: Walk) -> None:
    doings.amend(pks, NEW_FEE, "Pasal 5", burdens=True)
    assert pks.agreement.again_to_dprd is True
    pks.go([*plans.text_locked(), *plans.parafs()])
    assert "dinilai kembali lebih dahulu" in refused(lambda: doings.plan_signing(pks, 1))
    pks.act("reassess_dprd", "ratna")
    assert (pks.proposal.stage, pks.proposal.dprd_outcome) == ("DPRD_ASSESSMENT", "")
    assert "dinilai kembali lebih dahulu" in refused(lambda: doings.plan_signing(pks, 1))
    pks.act("establish_not_required", "ratna", reason="Tetap teranggarkan.")
    doings.plan_signing(pks, 1)
    assert fresh(pks).stage == "SIGNING"


def test_without_such_a_change_nothing_is_asked_again(pks: Walk) -> None:
    doings.amend(pks, NEW_FEE, "Pasal 5")
    assert "Tidak ada adendum" in refused(lambda: pks.act("reassess_dprd", "ratna"))


def test_a_later_end_is_an_extension_and_wants_its_evaluation(pks: Walk) -> None:
    parent = pks.agreement
    later = parent.ends_on + timedelta(days=365)
    pks.day = parent.ends_on - timedelta(days=60)
    doings.amend(pks, Changes((), later), "Jangka waktu")
    pks.go([*plans.text_locked(), *plans.parafs()])
    told = refused(lambda: doings.plan_signing(pks, 1))
    assert "Perpanjangan belum diusulkan" in told
    assert "evaluasi monev yang menyimpulkan dilanjutkan atau diperluas" in told


def test_an_evaluated_extension_moves_the_end(pks: Walk) -> None:
    parent = pks.agreement
    later = parent.ends_on + timedelta(days=365)
    pks.day = parent.ends_on - timedelta(days=60)
    pks.open_report().send_report().evaluate(verdict="CONTINUE").close_report()
    pks.agreement = Agreement.objects.get(pk=parent.pk)
    pks.sub_act("propose_extension", "opd", reason="Kebutuhan berlanjut.")
    doings.amend(pks, Changes((), later))
    before = parent.ends_on
    signed(pks)
    parent.refresh_from_db()
    assert (parent.ends_on, parent.renewal, fresh(pks).ends_on) == (later, "", later)
    assert (end_on(parent, pks.day), end_on(parent, pks.day - timedelta(days=1))) == (later, before)
    assert RegisterEntry.objects.get(agreement=parent).ends_on == later


def test_it_is_never_signed_after_the_end_and_ends_with_its_naskah(pks: Walk) -> None:
    parent = pks.agreement
    doings.amend(pks, NEW_FEE, "Pasal 5")
    signed(pks).go([*plans.scanned(), plans.REGISTERED])
    first = pks.agreement
    pks.agreement = Agreement.objects.get(pk=parent.pk)
    doings.amend(pks, Changes((Change(Op.REPLACE, "5", Clause("", "PEMBIAYAAN", ("Lain.",))),)), "Pasal 5 lagi")
    marked(pks)
    pks.day = parent.ends_on + timedelta(days=1)
    assert "tidak berlaku lagi" in refused(lambda: pks.sub_act("sign", "aditya"))
    doings.clock_strikes(pks)
    first.refresh_from_db()
    parent.refresh_from_db()
    assert (parent.stage, first.stage, first.ended_on, first.end_ground) == (
        "ENDED",
        "ENDED",
        parent.ended_on,
        "PARENT",
    )
    assert "tidak berlaku lagi" in refused(lambda: pks.sub_act("sign", "aditya"))


def test_the_words_around_the_changes_may_be_those_of_the_region(pks: Walk) -> None:
    LibraryClause.objects.create(
        instrument="ADD", title="Penutup", key="closing", text="Adendum ini dibuat rangkap {jumlah}."
    )
    doings.amend(pks, NEW_FEE, "Pasal 5")
    assert pks.agreement.versions.first().content[-1].paragraphs == ("Adendum ini dibuat rangkap {jumlah}.",)


def test_a_docx_does_not_write_an_adendum(pks: Walk) -> None:
    doings.amend(pks, NEW_FEE, "Pasal 5")
    said = refused(lambda: take_docx(pks.agreement, None, sender="Mitra", received_on=pks.day, by=pks.who("staf")))  # type: ignore[arg-type]
    assert "pasal demi pasal" in said
