"""Each guard says yes, or no with the sentence a person reads."""

from datetime import timedelta

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters
from kerjasama.demo.walk import Walk
from kerjasama.workflow.guards import Guard
from proposals import guards as g
from proposals.models import Proposal
from proposals.stages import DECLARATIONS, KAK_FIELDS
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked


def assessed(people: dict[str, User], **facts: object) -> Walk:
    return new_walk(people, **facts).to_verification().to_answer().to_tkksd().to_assessment()


begun = walked(lambda people: new_walk(people).to_verification())
discussing = walked(lambda people: new_walk(people).to_verification().to_answer().to_tkksd())
asking = walked(lambda people: assessed(people, unbudgeted=True).act("prepare_dprd_letter", "ratna"))
answering = walked(lambda people: new_walk(people, direction="INCOMING").to_verification().to_answer())


@pytest.fixture
def case(begun: Walk, people: dict[str, User]) -> Proposal:
    """Complete in every part."""
    return resumed(begun, people).proposal


@pytest.fixture
def team(discussing: Walk, people: dict[str, User]) -> Walk:
    return resumed(discussing, people)


@pytest.fixture
def dprd(asking: Walk, people: dict[str, User]) -> Walk:
    """The letter to the DPRD lies before the Bupati."""
    return resumed(asking, people)


def said(guard: Guard, subject: object) -> list[str]:
    return [lack.sentence for lack in guard.lacks(subject, None)]


NO_EVIDENCE = "Bukti pengecualian perencanaan belum diunggah, misalnya keputusan keadaan darurat atau surat penugasan."
PREPARATION = (
    g.has_partner,
    g.has_terms_of_reference,
    g.has_affair,
    g.has_declarations,
    g.stands_in_plan,
    g.has_budget_facts,
)


@pytest.mark.parametrize("guard", PREPARATION, ids=lambda guard: guard.name)
def test_a_complete_case_lacks_nothing(case: Proposal, guard: Guard) -> None:
    assert said(guard, case) == []


@pytest.mark.parametrize("name", KAK_FIELDS)
@pytest.mark.parametrize("empty", ["", "   ", "\n\t"])
def test_each_of_the_eight_parts_is_asked_by_name(case: Proposal, name: str, empty: str) -> None:
    setattr(case, name, empty)
    assert said(g.has_terms_of_reference, case) == [
        f"KAK: bagian {Proposal._meta.get_field(name).verbose_name} belum diisi."
    ]


def test_all_that_is_missing_is_named_at_once(case: Proposal) -> None:
    for name in KAK_FIELDS:
        setattr(case, name, "")
    assert len(said(g.has_terms_of_reference, case)) == 8


@pytest.mark.parametrize(
    ("name", "words"),
    zip(
        DECLARATIONS,
        ("kesusilaan", "ketertiban umum", "kepentingan nasional", "peraturan perundang-undangan"),
        strict=True,
    ),
)
def test_each_of_the_four_declarations_is_asked(case: Proposal, name: str, words: str) -> None:
    setattr(case, name, False)
    assert said(g.has_declarations, case) == [f"Pernyataan belum dibuat: tidak bertentangan dengan {words}."]


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        ({"plan_standing": ""}, ["Kedudukan objek dalam perencanaan belum dipilih."]),
        ({"plan_standing": "LISTED", "plan_reference": " "}, ["Rujukan perencanaan belum disebut."]),
        ({"plan_standing": "IN_PLAN", "plan_reference": ""}, ["Rujukan perencanaan belum disebut."]),
        ({"plan_standing": "EXCEPTION", "plan_exception": ""},
         ["Pengecualian perencanaan belum disebut: keadaan darurat, program strategis nasional, atau tugas pembantuan.", NO_EVIDENCE]),
        ({"plan_standing": "EXCEPTION", "plan_exception": "EMERGENCY", "plan_reference": "Keputusan Bupati Nomor 7"}, [NO_EVIDENCE]),
    ],
)  # fmt: skip
def test_planning(case: Proposal, facts: dict[str, str], sentences: list[str]) -> None:
    for name, value in facts.items():
        setattr(case, name, value)
    assert said(g.stands_in_plan, case) == sentences


def test_urusan_and_partner(case: Proposal) -> None:
    case.affair = None
    case.parties.filter(partner__isnull=False).delete()
    assert said(g.has_affair, case) == ["Urusan pemerintahan belum dipilih."]
    assert said(g.has_partner, case) == ["Mitra belum dipilih."]


def test_burden_budget_and_term(case: Proposal) -> None:
    case.unbudgeted, case.term_years = None, None
    assert said(g.has_budget_facts, case) == [
        "Pertanyaan beban masyarakat, beban daerah, dan anggaran belum dijawab semua.",
        "Lama kerja sama dalam tahun belum diisi.",
    ]


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, False), (1, True)])
def test_an_answer_is_overdue_on_the_day_after(case: Proposal, days: int, may: bool) -> None:
    case.due_on = clock.today() - timedelta(days=days)
    assert (said(g.answer_is_overdue, case) == []) is may
    assert may or said(g.answer_is_overdue, case) == ["Batas waktu jawaban belum lewat."]


@pytest.mark.parametrize(
    ("drafted", "willing", "refusal"),
    [
        ("WILLING", [], ["Jawaban yang disiapkan bukan penolakan."]),
        ("REFUSED", ["Jawaban yang disiapkan bukan kesediaan."], []),
        ("", ["Jawaban yang disiapkan bukan kesediaan."], ["Jawaban yang disiapkan bukan penolakan."]),
    ],
)
def test_only_the_answer_that_was_drafted_is_signed(
    case: Proposal, drafted: str, willing: list[str], refusal: list[str]
) -> None:
    case.answer_drafted = drafted
    assert (said(g.answer_is_willing, case), said(g.answer_is_refusal, case)) == (willing, refusal)


def test_a_letter_is_signed_once_it_is_printed(people: dict[str, User], dprd: Walk, task_queue: None) -> None:
    waits = ["Surat masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen."]
    assert said(g.letter_is_ready, dprd.proposal) == []
    from_here = new_walk(people).to_verification().act("verify", "dewi")
    from_here.print_now = False
    from_here.act("prepare_offer", "dewi")
    assert said(g.letter_is_ready, from_here.proposal) == waits
    from_here.print_papers(from_here.proposal)
    assert said(g.letter_is_ready, from_here.proposal) == []


def test_a_meeting_is_called_once_and_recorded_once_it_was(team: Walk) -> None:
    case = team.proposal
    assert said(g.has_meeting, case) == ["Belum ada rapat TKKSD yang dijadwalkan untuk usulan ini."]
    assert said(g.no_meeting_ahead, case) == []
    with clock.at(team.timepiece.moment(team.day)):
        team.act("call_meeting", "ratna", **_call(team.day + timedelta(days=3)))
        assert said(g.has_meeting, case) == []
        assert said(g.no_meeting_ahead, case) == [
            "Rapat yang dijadwalkan belum berlangsung. Catat hasilnya sesudah rapat; tanpa kuorum, jadwalkan rapat baru."
        ]


def _call(day: object) -> dict[str, object]:
    return {"held_on": day, "held_at": "09:00", "place": "Setda", "agenda": "Pembahasan"}


def test_a_recommendation_and_its_conditions(team: Walk) -> None:
    case = team.proposal
    assert said(g.is_recommended, case) == ["TKKSD belum menyimpulkan rekomendasi."]
    assert said(g.is_not_recommended, case) == ["TKKSD tidak menyimpulkan “tidak direkomendasikan”."]
    assert said(g.has_open_condition, case) == ["Tidak ada syarat TKKSD yang masih terbuka."]
    team.meet("WITH_REPAIR", ({"text": "Lengkapi peta.", "owner": "DLH"},))
    assert said(g.is_recommended, case) == ["Syarat TKKSD belum dipenuhi: Lengkapi peta."]
    assert said(g.has_open_condition, case) == []


@pytest.mark.parametrize(("conclusion", "yes", "no"), [("RECOMMENDED", 0, 1), ("NOT_RECOMMENDED", 1, 0)])
def test_what_the_team_concluded_opens_one_way(team: Walk, conclusion: str, yes: int, no: int) -> None:
    team.meet(conclusion)
    assert (len(said(g.is_recommended, team.proposal)), len(said(g.is_not_recommended, team.proposal))) == (yes, no)


def test_whether_the_dprd_is_needed_and_the_evidence(case: Proposal) -> None:
    assert said(g.dprd_is_not_needed, case) == []
    assert said(g.dprd_is_needed, case) == [
        "Persetujuan DPRD tidak diperlukan: tidak membebani masyarakat dan pendanaannya telah teranggarkan."
    ]
    case.budget_reference = " "
    assert said(g.dprd_is_not_needed, case) == ["Rujukan APBD/DPA sebagai bukti teranggarkan belum disebut."]
    case.unbudgeted = True
    assert said(g.dprd_is_needed, case) == []
    assert said(g.dprd_is_not_needed, case) == [
        "Persetujuan DPRD diperlukan karena pendanaannya belum (sepenuhnya) teranggarkan dalam APBD tahun berjalan."
    ]


def test_the_policy_in_force_decides_on_the_community_alone(case: Proposal) -> None:
    case.burdens_community, case.burdens_region = True, False
    assert said(g.dprd_is_needed, case) == []
    parameters.change("dprd_policy", "strict", reason="Uji")
    assert said(g.dprd_is_needed, case) != []
    assert said(g.dprd_is_not_needed, case) == []


def test_receipt_then_decision_then_lateness(dprd: Walk) -> None:
    case, due = dprd.proposal, ["Batas waktu DPRD belum lewat."]
    assert said(g.dprd_awaits_receipt, case) == ["Permohonan telah diterima Sekretariat DPRD."], "nothing is asked yet"
    dprd.act("sign_dprd_letter", "aditya")
    assert said(g.dprd_awaits_receipt, case) == []
    assert said(g.dprd_has_received, case) == [
        "Permohonan belum diterima Sekretariat DPRD. Catat penerimaannya lebih dahulu."
    ]
    dprd.act("receive_request", "setwan", proof="Agenda 12")
    assert (said(g.dprd_awaits_receipt, case), said(g.dprd_has_received, case)) == (
        ["Permohonan telah diterima Sekretariat DPRD."],
        [],
    )
    last = case.due_on
    told = {}
    for name, day in {"last day": last, "day after": last + timedelta(days=1)}.items():
        with clock.at(dprd.timepiece.moment(day)):
            told[name] = said(g.dprd_is_overdue, case)
    assert told == {"last day": due, "day after": []}


@pytest.mark.parametrize(("choice", "count"), [(False, 1), (True, 0)])
def test_silence_is_consent_only_by_parameter(case: Proposal, choice: bool, count: int) -> None:
    parameters.change("dprd_silence_is_consent", choice, reason="Uji")
    assert (
        said(g.silence_is_consent, case)
        == [
            "Diamnya DPRD tidak dianggap persetujuan untuk kerja sama dalam negeri (parameter dprd_silence_is_consent)."
        ][:count]
    )


def test_notes_of_the_dprd_are_open_until_followed_up(dprd: Walk) -> None:
    case, none = dprd.proposal, ["Tidak ada catatan DPRD yang masih terbuka."]
    assert said(g.has_open_note, case) == none
    dprd.act("sign_dprd_letter", "aditya").act("receive_request", "setwan", proof="Agenda 12")
    dprd.decide("APPROVED_WITH_NOTES", notes=("Laporkan tiap tahun.",))
    assert said(g.has_open_note, case) == []


SIGNED: list[tuple[Guard, bool, str]] = [
    (g.kb_is_signed, True, "Belum ada naskah kesepakatan bersama yang ditandatangani."),
    (g.nothing_signed, False,
     "Naskah sudah ada yang ditandatangani. Kerja sama yang telah ditandatangani diakhiri, tidak ditarik."),
]  # fmt: skip


@pytest.mark.parametrize(("guard", "wants", "sentence"), SIGNED, ids=lambda v: getattr(v, "name", ""))
def test_before_and_after_the_first_signature(case: Proposal, guard: Guard, wants: bool, sentence: str) -> None:
    for signed in (None, clock.today()):
        case.first_signed_on = signed
        assert said(guard, case) == ([] if bool(signed) is wants else [sentence])
