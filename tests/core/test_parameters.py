import pytest
from django.core.exceptions import ValidationError

from kerjasama.core import parameters
from kerjasama.core.models import Parameter
from tests.factories.accounts import UserFactory
from tests.factories.core import ParameterFactory

pytestmark = pytest.mark.django_db

DEFAULTS = {
    "dprd_gate": "before_first_signing",
    "dprd_policy": "conservative",
    "dprd_silence_is_consent": False,
    "dprd_repair_stops_clock": True,
    "dprd_when_bmd": False,
    "dprd_for_forwarding": True,
    "mandatory_border_rule": "chain",
    "takeover_rule": "uu23",
    "days_verification": 3,
    "days_offer_answer": 30,
    "days_tkksd": 14,
    "days_dprd": 45,
    "days_paraf": 5,
    "days_signing": 7,
    "days_registration": 3,
    "days_online_request": 3,
    "days_online_completion": 14,
    "days_unconfirmed": 3,
    "days_quarantine": 30,
    "days_bundle": 7,
    "days_import": 30,
    "online_requests_open": True,
    "tkksd_quorum": "MORE_THAN_HALF",
    "tkksd_meeting_hours": 2,
    "paraf_chain": ["KABAG", "ASISTEN", "SEKDA"],
    "paraf_coordination": [],
    "letter_paraf_chain": [],
    "monev_frequency": "SEMESTER",
    "monev_due_days": 15,
    "evaluation_valid_months": 12,
    "statutory_frequency": "SEMESTER",
    "statutory_domestic_days": 15,
    "statutory_recap_days": 31,
    "statutory_lkpj_days": 45,
    "days_extension": 10,
    "days_report_repair": 5,
    "number_pattern": "{klasifikasi}/{urut}/{jenis}/{unit}/{bulan_romawi}/{tahun}",
    "duty_stamp_on_kb": True,
    "electronic_signing": True,
    "max_term_years": 5,
    "paper_size": "A4",
    "catchwords": True,
    "reminder_days": [180, 90, 60, 30, 7, 0],
    "upload_max_mb": 10,
    "csv_separator": "SEMICOLON",
    "invitation_days": 7,
    "objects_include_support_functions": True,
    "days_plan_verification": 10,
    "legality_reminder_days": [60, 30, 7, 0],
    "turn_reminder_ahead": 2,
    "turn_reminder_every": 5,
    "plan_weight_alignment": 25,
    "plan_weight_service": 20,
    "plan_weight_benefit": 20,
    "plan_weight_externality": 15,
    "plan_weight_readiness": 10,
    "plan_weight_funding": 10,
}


def test_without_rows_every_default_of_the_registry_holds():
    assert parameters.all_values() == DEFAULTS


@pytest.mark.parametrize("spec", parameters.PARAMETERS.values(), ids=lambda spec: spec.key)
def test_each_parameter_names_label_basis_and_effect_and_accepts_its_own_default(spec):
    assert spec.clean(spec.default) == spec.default
    assert "" not in {spec.label, spec.legal_basis, spec.effect, spec.shown(spec.default)}


def test_a_stored_choice_wins():
    ParameterFactory(key="dprd_gate", value="between_kb_and_pks")
    assert parameters.value("dprd_gate") == "between_kb_and_pks"


def test_a_stored_no_is_not_taken_for_nothing():
    ParameterFactory(key="dprd_repair_stops_clock", value=False)
    assert parameters.value("dprd_repair_stops_clock") is False


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        parameters.value("tidak_ada")


def test_a_snapshot_reads_the_table_once(django_assert_num_queries):
    with django_assert_num_queries(1), parameters.snapshot():
        assert [parameters.value(key) for key in DEFAULTS] == list(DEFAULTS.values())


def test_change_stores_history_and_is_seen_inside_an_open_snapshot():
    admin = UserFactory()
    with parameters.snapshot():
        assert parameters.value("days_dprd") == 45
        parameters.change("days_dprd", "30", by=admin, reason="Tatib DPRD baru")
        assert parameters.value("days_dprd") == 30
    version = Parameter.objects.get(key="days_dprd").history.get()
    assert (version.history_user, version.history_change_reason) == (admin, "Tatib DPRD baru")


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("days_dprd", "empat", "Isi dengan bilangan bulat, tanpa titik atau koma."),
        ("days_dprd", 0, "Isi dengan bilangan 1 sampai 365."),
        ("days_dprd", True, "Isi dengan bilangan bulat, tanpa titik atau koma."),
        ("dprd_gate", "nowhere", "Pilih salah satu nilai yang tersedia."),
        ("dprd_when_bmd", "ya", "Pilih ya atau tidak."),
        ("paraf_chain", "KABAG, KABAG", "Setiap nilai hanya boleh ditulis satu kali."),
        ("paraf_chain", "KABAG, CAMAT", "Nilai ini tidak dikenal: CAMAT."),
        ("paraf_chain", "", "Isi paling sedikit satu nilai, dipisahkan dengan koma."),
        ("reminder_days", "30, tujuh", "Isi dengan bilangan bulat, tanpa titik atau koma."),
        (
            "number_pattern",
            "{urut}/{jenis}",
            "Pola nomor harus memuat {urut} dan {tahun} agar nomor tidak kembar.",
        ),
        (
            "number_pattern",
            "{urut.__class__}/{tahun}",
            "Gunakan hanya isian ini di dalam kurung kurawal: {bulan_romawi}, {jenis}, "
            "{klasifikasi}, {tahun}, {unit}, {urut}.",
        ),
        ("number_pattern", " ", "Isi dengan teks, paling panjang 200 karakter."),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(key, typed, sentence):
    with pytest.raises(ValidationError) as refusal:
        parameters.change(key, typed, reason="uji")
    assert refusal.value.messages == [sentence]
    assert Parameter.objects.count() == 0


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("paraf_chain", "KABAG; SEKDA", ["KABAG", "SEKDA"]),
        ("reminder_days", "90, 30,0", [90, 30, 0]),
        ("number_pattern", " {urut}/{tahun} ", "{urut}/{tahun}"),
    ],
)
def test_what_is_typed_is_stored_in_its_own_type(key, typed, stored):
    assert parameters.change(key, typed, reason="uji").value == stored


@pytest.mark.parametrize(
    ("key", "stored", "shown"),
    [
        ("dprd_when_bmd", True, "Ya"),
        ("days_dprd", 45, "45 hari kerja"),
        ("paper_size", "F4", "F4 (21,5 × 33 cm)"),
        ("paraf_chain", ["KABAG", "SEKDA"], "Kepala Bagian Kerja Sama, Sekretaris Daerah"),
    ],
)
def test_a_value_is_shown_in_words(key, stored, shown):
    assert parameters.PARAMETERS[key].shown(stored) == shown
