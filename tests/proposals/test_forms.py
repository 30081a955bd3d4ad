"""Each form of a proposal: what it takes, and the sentence for what it does not."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.selectors import unit_named
from kerjasama.core import clock, parameters
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.forms import ActForm
from proposals.act_forms import ACT_FORMS
from proposals.forms import FinanceForm, SupportForm, TermsForm
from proposals.models import Affair, Proposal
from proposals.opening_forms import OpeningForm
from proposals.stages import KAK_FIELDS
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

drafted = walked(lambda people: new_walk(people).open())
discussing = walked(lambda people: new_walk(people).to_verification().to_answer().to_tkksd())
pending = walked(
    lambda people: new_walk(people, unbudgeted=True).to_verification().to_answer().to_tkksd().to_assessment().to_dprd()
)


@pytest.fixture
def draft(drafted: Walk, people: dict[str, User]) -> Proposal:
    return resumed(drafted, people).proposal


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", small_pdf("surat"), "application/pdf")


def days(value: date) -> str:
    return f"{value:%d-%m-%Y}"


# --- the wizard


def opening(people: dict[str, User], **changed: Any) -> OpeningForm:
    whole = {
        "partner_1": Partner.objects.order_by("pk").first().pk, "title": "Angkutan perbatasan", "border": "no", "external": "no",
        "lead_unit": OrgUnit.objects.get(code="DLH").pk,
    }  # fmt: skip
    answers = {"partner": "REGION", "begins": "WE"}
    return OpeningForm({**whole, **changed}, units=OrgUnit.objects.order_by("name"), answers=answers)


def test_opening_takes_a_partner_a_title_and_a_unit(people: dict[str, User]) -> None:
    form = opening(people)
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["lead_unit"].code, form.chosen()) == ("DLH", ("KSDD", "VOLUNTARY"))


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"partner_1": ""}, {"partner_1": ["Pilih jawaban untuk “Mitra”"]}),
        ({"partner_1": "999999"},
         {"partner_1": ["Mitra ini tidak dikenal. Cari dan pilih dari daftar, atau tambahkan pada halaman Mitra."]}),
        ({"title": ""}, {"title": ["Isi “Judul kerja sama”"]}),
        ({"lead_unit": ""}, {"lead_unit": ["Pilih jawaban untuk “Perangkat daerah pemrakarsa”"]}),
        ({"border": ""}, {"border": ["Pilih jawaban untuk “Apakah daerah-daerah itu berbatasan langsung?”"]}),
        ({"other_kind": "KSDD:MANDATORY"}, {"other_reason": ["Tulis alasan memilih jenis lain."]}),
    ],
)  # fmt: skip
def test_opening_asks_for_what_is_missing(people: dict[str, User], changed: dict, errors: dict) -> None:
    form = opening(people, **changed)
    assert not form.is_valid()
    assert dict(form.errors) == errors


def test_one_partner_is_chosen_once(people: dict[str, User]) -> None:
    form = opening(people, partner_2=Partner.objects.order_by("pk").first().pk)
    assert not form.is_valid()
    assert dict(form.errors) == {"partner_2": ["Mitra ini sudah dipilih."]}


def test_a_region_that_is_not_autonomous_is_no_partner(people: dict[str, User]) -> None:
    """The administrative towns of Jakarta are no daerah otonom (statute 1)."""
    listed = opening(people).fields["partner_1"].queryset
    assert listed.filter(region__autonomous=False).count() == 0
    assert set(listed.values_list("kind", flat=True)) == {Partner.Kind.REGION}


def terms(draft: Proposal, **changed: Any) -> TermsForm:
    whole = {name: "Terisi." for name in KAK_FIELDS} | {
        "title": draft.title, "affair": Affair.objects.get(name="Lingkungan hidup").pk, "term_years": "5",
    }  # fmt: skip
    return TermsForm({**whole, **changed}, instance=draft)


def test_the_terms_may_be_written_bit_by_bit(draft: Proposal) -> None:
    assert terms(draft).is_valid()
    assert TermsForm({"title": draft.title}, instance=draft).is_valid(), "the rest is asked for when it is sent"


@pytest.mark.parametrize("years", ["0", "51", "400"])
def test_a_term_is_between_one_and_fifty_years(draft: Proposal, years: str) -> None:
    form = terms(draft, term_years=years)
    assert not form.is_valid()
    assert dict(form.errors) == {"term_years": ["Isi lama antara 1 dan 50 tahun."]}


def test_support_functions_are_offered_where_the_region_says_so(draft: Proposal) -> None:
    parameters.change("objects_include_support_functions", True, reason="Uji")
    offered = TermsForm(instance=draft).fields["affair"].queryset.filter(group=Affair.Group.SUPPORT).exists()
    parameters.change("objects_include_support_functions", False, reason="Uji")
    withheld = TermsForm(instance=draft).fields["affair"].queryset.filter(group=Affair.Group.SUPPORT).exists()
    assert (offered, withheld) == (True, False)
    assert TermsForm(instance=draft).fields["affair"].queryset.count() == 32, "the urusan of UU 23/2014 art. 12"


def finance(draft: Proposal, **changed: Any) -> FinanceForm:
    whole = {
        "amount": "6,2 miliar", "burdens_community": "False", "burdens_region": "True", "unbudgeted": "False",
        "budget_reference": "DPA DLH",
    }  # fmt: skip
    return FinanceForm({**whole, **changed}, instance=draft)


def test_the_three_facts_and_the_years(draft: Proposal) -> None:
    first = draft.year
    form = finance(draft, **{f"year_{first}": "1 miliar", f"year_{first + 1}": "Rp200.000.000,50", f"year_{first + 2}": ""})  # fmt: skip
    assert form.is_valid(), form.errors
    facts = {name: form.cleaned_data[name] for name in ("amount", "burdens_community", "burdens_region", "unbudgeted")}
    assert facts == {
        "amount": Decimal("6200000000"), "burdens_community": False, "burdens_region": True, "unbudgeted": False,
    }  # fmt: skip
    assert form.budget_lines() == [(first, Decimal(10**9)), (first + 1, Decimal("200000000.50"))]


def test_a_question_may_stay_open_for_now(draft: Proposal) -> None:
    form = finance(draft, unbudgeted="")
    assert form.is_valid()
    assert form.cleaned_data["unbudgeted"] is None


@pytest.mark.parametrize("years", [1, 5, 30])
def test_at_most_six_budget_years_are_asked(draft: Proposal, years: int) -> None:
    draft.term_years = years
    assert FinanceForm(instance=draft).years() == list(range(draft.year, draft.year + min(years, 5) + 1))


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("banyak", "Tulis jumlah dalam rupiah, misalnya 6.200.000.000 atau 6,2 miliar"),
        ("-5", "Jumlah tidak boleh kurang dari 0 rupiah"),
    ],
)
def test_an_amount_that_cannot_be_read(draft: Proposal, amount: str, sentence: str) -> None:
    form = finance(draft, amount=amount, **{f"year_{draft.year}": amount})
    assert not form.is_valid()
    assert dict(form.errors) == {"amount": [sentence], f"year_{draft.year}": [sentence]}


def support(draft: Proposal, files: dict | None = None, **changed: Any) -> SupportForm:
    return SupportForm({"plan_standing": "LISTED", "plan_reference": "Nomor 3", **changed}, files, instance=draft)


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"plan_standing": "", "plan_reference": ""}, {}),
        ({"plan_standing": "EXCEPTION", "plan_exception": "EMERGENCY"}, {}),
        ({"plan_standing": "EXCEPTION"}, {"plan_exception": ["Pilih pengecualian yang dipakai."]}),
    ],
)
def test_planning_and_its_exception(draft: Proposal, changed: dict, errors: dict) -> None:
    form = support(draft, **changed)
    form.is_valid()
    assert dict(form.errors) == errors


@pytest.mark.parametrize(("title", "errors"), [("Halaman DPA", {}), ("", {"attachment_title": ["Beri judul agar dokumen ini mudah dikenali."]})])  # fmt: skip
def test_an_attachment_has_a_title(draft: Proposal, title: str, errors: dict) -> None:
    form = support(draft, {"attachment": pdf()}, attachment_title=title)
    form.is_valid()
    assert dict(form.errors) == errors


# --- the acts


def act_form(walk: Walk, act: str, typed: dict[str, Any], files: dict | None = None, day: date | None = None) -> ActForm:  # fmt: skip
    """The form of an act on a day, validated."""
    arrow = Proposal.arrow(act)
    with clock.at(walk.timepiece.moment(day or walk.day)):
        form = ACT_FORMS.get(act, ActForm)(
            {"expect": walk.proposal.act_count, **typed}, files, subject=walk.proposal, arrow=arrow
        )
        form.is_valid()
    return form


@pytest.fixture
def asked(people: dict[str, User]) -> Walk:
    return new_walk(people).to_verification().to_answer().act("sign_offer", "aditya")


def letter(walk: Walk, **changed: str) -> dict[str, str]:
    return {"number": "075/1/PEM", "dated": days(walk.day), "occurred_on": days(walk.day), "statement": "", **changed}


def test_their_letter_with_number_dates_and_scan(asked: Walk) -> None:
    form = act_form(asked, "record_willing", letter(asked), {"file": pdf()})
    assert dict(form.errors) == {}
    assert (form.facts()["number"], form.facts()["dated"]) == ("075/1/PEM", asked.day)


def test_their_letter_asks_for_everything_but_its_gist(asked: Walk) -> None:
    form = act_form(asked, "record_willing", {"statement": ""})
    assert dict(form.errors) == {
        "number": ["Isi “Nomor surat”"], "dated": ["Isi “Tanggal surat”"], "file": ["Unggah berkas untuk “Pindaian surat”"],
        "occurred_on": ["Isi “Tanggal surat diterima”"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dated", "received", "errors"),
    [
        (-3, -1, {}),
        (1, 0, {"dated": ["Tanggal surat tidak boleh sesudah hari ini."]}),
        (0, 1, {"occurred_on": ["Tanggal tidak boleh sesudah hari ini."]}),
        (0, -1, {"occurred_on": ["Surat tidak mungkin diterima sebelum tanggal surat itu."]}),
        (-9, -9, {"occurred_on": ["Tanggal ini mendahului awal tahap. Periksa kembali urutannya."]}),
    ],
)
def test_dates_do_not_run_backwards(asked: Walk, dated: int, received: int, errors: dict) -> None:
    asked.day += timedelta(days=5)
    day = asked.day
    typed = letter(asked, dated=days(day + timedelta(days=dated)), occurred_on=days(day + timedelta(days=received)))
    assert dict(act_form(asked, "record_willing", typed, {"file": pdf()}).errors) == errors


@pytest.mark.parametrize("written", ["kemarin", "31-02-2026", "2026"])
def test_a_date_that_is_none(asked: Walk, written: str) -> None:
    form = act_form(asked, "record_willing", letter(asked, dated=written), {"file": pdf()})
    assert dict(form.errors) == {"dated": ["Tulis tanggal sebagai tanggal-bulan-tahun, misalnya 23-11-2026"]}


def test_a_refusal_gives_its_reason(asked: Walk) -> None:
    form = act_form(asked, "record_refusal", letter(asked), {"file": pdf()})
    assert dict(form.errors) == {"reason": ["Isi “Alasan penolakan menurut surat mitra”"]}


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"answer": "WILLING"}, {}),
        ({"answer": "REFUSED", "statement": "Anggaran belum ada."}, {}),
        ({"answer": "REFUSED", "statement": "  "}, {"statement": ["Tulis alasan belum dapat menyanggupi."]}),
        ({}, {"answer": ["Pilih jawaban untuk “Isi jawaban”"]}),
    ],
)
def test_our_answer(asked: Walk, typed: dict, errors: dict) -> None:
    assert dict(act_form(asked, "prepare_answer", typed).errors) == errors


@pytest.fixture
def team(discussing: Walk, people: dict[str, User]) -> Walk:
    return resumed(discussing, people)


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"held_at": "09:30"}, {}),
        ({"held_at": "sembilan"}, ["held_at"]),
        ({"place": "", "agenda": ""}, {"place": ["Isi “Tempat”"], "agenda": ["Isi “Acara”"]}),
    ],
)
def test_a_call_to_the_meeting(team: Walk, changed: dict, errors: Any) -> None:
    typed = {"held_on": days(team.day), "held_at": "09.00", "place": "Setda", "agenda": "Pembahasan", **changed}
    found = dict(act_form(team, "call_meeting", typed).errors)
    assert (list(found) if isinstance(errors, list) else found) == errors


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"verdict": "AGREE"}, {}),
        ({"verdict": "DISAGREE", "note": "Belum jelas."}, {}),
        ({"verdict": "DISAGREE"}, {"note": ["Tulis alasan pendapat Anda."]}),
        ({"verdict": "AGREE_WITH_NOTES", "note": " "}, {"note": ["Tulis alasan pendapat Anda."]}),
        ({}, {"verdict": ["Pilih jawaban untuk “Pendapat”"]}),
    ],
)
def test_an_opinion(team: Walk, typed: dict, errors: dict) -> None:
    assert dict(act_form(team, "give_opinion", typed).errors) == errors


@pytest.fixture
def met(team: Walk) -> Walk:
    """A meeting is called for today."""
    return team.act("call_meeting", "ratna", held_on=team.day, held_at="09:00", place="Setda", agenda="Pembahasan")


def record(walk: Walk, **changed: str) -> dict[str, str]:
    members = reviews.members_of(reviews.current_item(walk.proposal))
    return {
        **{f"attendance_{m.pk}": "SELF" for m in members}, "discussion": "Dibahas.", "conclusion": "RECOMMENDED",
        "occurred_on": days(walk.day), **changed,
    }  # fmt: skip


def test_what_came_out_of_the_meeting(met: Walk) -> None:
    form = act_form(
        met, "record_meeting", record(met, condition_2="Lengkapi peta.", owner_2="DLH", due_2=days(met.day))
    )
    assert dict(form.errors) == {}
    unit = unit_named("DLH")
    wanted = {"text": "Lengkapi peta.", "owner": "DLH", "owner_unit": unit, "due_on": met.day}
    assert form.facts()["conditions"] == [wanted]
    assert {state for state, _ in form.facts()["attendance"].values()} == {"SELF"}


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"conclusion": "WITH_REPAIR"}, {"condition_1": ["Tulis sedikitnya satu syarat perbaikan."]}),
        ({"condition_1": "Lengkapi peta."}, {"owner_1": ["Sebut penanggung jawab syarat 1."]}),
        ({"discussion": ""}, {"discussion": ["Isi “Pokok pembahasan”"]}),
        ({"conclusion": ""}, {"conclusion": ["Pilih jawaban untuk “Kesimpulan”"]}),
    ],
)
def test_a_record_that_lacks_something(met: Walk, changed: dict, errors: dict) -> None:
    assert dict(act_form(met, "record_meeting", record(met, **changed)).errors) == errors


def test_an_owner_that_is_a_unit_of_ours_is_kept_as_that_unit(met: Walk) -> None:
    typed = {
        "conclusion": "WITH_REPAIR",
        "condition_1": "Peta.",
        "owner_1": "dinas perhubungan",
        "condition_2": "RAB.",
        "owner_2": "Tim",
    }
    form = act_form(met, "record_meeting", record(met, **typed))
    assert dict(form.errors) == {}
    owners = [(row["owner"], row["owner_unit"] and row["owner_unit"].code) for row in form.facts()["conditions"]]
    assert owners == [("dinas perhubungan", "DISHUB"), ("Tim", None)]
    assert '<option value="Dinas Perhubungan">' in str(form["owner_1"])


def test_who_is_represented_is_named(met: Walk) -> None:
    member = reviews.members_of(reviews.current_item(met.proposal))[0]
    typed = record(met, **{f"attendance_{member.pk}": "REPRESENTED"})
    errors = {f"represented_{member.pk}": ["Sebut nama dan jabatan yang mewakili."]}
    assert dict(act_form(met, "record_meeting", typed).errors) == errors
    named = {**typed, f"represented_{member.pk}": "Ani, Sekretaris Dinas"}
    assert dict(act_form(met, "record_meeting", named).errors) == {}


@pytest.fixture
def dprd(pending: Walk, people: dict[str, User]) -> Walk:
    return resumed(pending, people)


def decision(walk: Walk, **changed: str) -> dict[str, str]:
    whole = {
        "decision": "APPROVED", "number": "170/1", "session_on": days(walk.day), "occurred_on": days(walk.day),
        "confirmed": "on",
    }  # fmt: skip
    return {**whole, **changed}


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"decision": "APPROVED_WITH_NOTES", "notes": "Lapor.\n\nTinjau tarif."}, {}),
        ({"decision": "APPROVED_WITH_NOTES"}, {"notes": ["Tulis sedikitnya satu catatan."]}),
        ({"decision": "REJECTED"}, {"why": ["Tulis alasan DPRD."]}),
        ({"decision": "RETURNED", "why": " "}, {"why": ["Tulis alasan DPRD."]}),
        ({"confirmed": ""}, {"confirmed": ["Beri tanda pada “Isi keputusan sesuai dengan hasil rapat DPRD”"]}),
        ({"decision": "RETURNED", "session_on": "", "why": "Belum jelas.", "notes": "Lapor.\nTinjau tarif."}, {}),
        ({"session_on": ""}, {"session_on": ["Isi tanggal rapat paripurna yang mengambil keputusan."]}),
        ({"session_on": "02-03-2026"}, {"session_on": ["Rapat paripurna tidak boleh sebelum tanggal penerimaan permohonan."]}),
        ({"session_on": "01-03-2031"}, {"session_on": ["Tanggal rapat paripurna tidak boleh sesudah hari ini."]}),
        ({"number": ""}, {"number": ["Isi “Nomor keputusan atau surat DPRD”"]}),
        ({"occurred_on": "02-03-2026"}, {"occurred_on": ["Tanggal keputusan tidak boleh sebelum tanggal penerimaan permohonan."]}),
    ],
)  # fmt: skip
def test_a_decision_of_the_dprd(dprd: Walk, changed: dict, errors: dict) -> None:
    form = act_form(dprd, "decide_dprd", decision(dprd, **changed), {"file": pdf()})
    assert dict(form.errors) == errors
    if not errors and changed:
        assert form.facts()["notes"] == ["Lapor.", "Tinjau tarif."]


def test_a_decision_has_its_paper(dprd: Walk) -> None:
    errors = {"file": ["Unggah berkas untuk “Salinan keputusan atau surat DPRD”"]}
    assert dict(act_form(dprd, "decide_dprd", decision(dprd)).errors) == errors


def test_facts_that_change_say_what_changed(dprd: Walk) -> None:
    typed = {"burdens_community": "True", "burdens_region": "False", "unbudgeted": "False"}
    assert dict(act_form(dprd, "revise_budget_facts", typed).errors) == {"reason": ["Isi “Apa yang berubah”"]}
    form = act_form(dprd, "revise_budget_facts", {**typed, "reason": "Masuk Perubahan APBD."})
    facts = form.facts()
    assert (facts["burdens_community"], facts["burdens_region"], facts["unbudgeted"]) == (True, False, False)


def test_a_return_says_why(dprd: Walk) -> None:
    assert dict(act_form(dprd, "return_for_repair", {}).errors) == {"reason": ["Isi “Alasan”"]}
