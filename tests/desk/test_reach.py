"""The administrator changes each parameter and sees at once which running work it leaves alone."""

from typing import Any

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core import parameters
from kerjasama.core.models import Parameter
from kerjasama.core.parameter_registry import AT_ONCE, PARAMETERS
from kerjasama.core.parameter_spec import Applies
from kerjasama.demo import plans
from kerjasama.demo.walk import Walk
from kerjasama.desk import reach
from proposals.models import Proposal
from tests.support.wanasari import new_walk

pytestmark = pytest.mark.django_db

OTHER: dict[str, Any] = {
    "dprd_gate": "between_kb_and_pks", "dprd_policy": "strict", "tkksd_quorum": "ALL", "monev_frequency": "YEAR", "paper_size": "F4",
    "paraf_chain": "KABAG, SEKDA", "paraf_coordination": "HUKUM", "letter_paraf_chain": "KABAG, SEKDA",
    "reminder_days": "120, 30", "legality_reminder_days": "45, 10",
    "number_pattern": "{urut}/{jenis}/{unit}/{tahun}",
}  # fmt: skip


def another(key: str) -> Any:
    """A value of the right kind that is not the default."""
    spec = PARAMETERS[key]
    if key in OTHER:
        return OTHER[key]
    if spec.kind == "bool":
        return str(not spec.default)
    if spec.kind == "int":
        return str(spec.default + 1)
    return next(code for code, _ in spec.choices if code != spec.default)


@pytest.fixture
def world(people: dict[str, User], quick_press: None) -> dict[str, Walk]:
    """A case being checked, one with a meeting called, one whose KB waits for paraf, one whose report is open."""
    checking = new_walk(people).to_verification()
    meeting = new_walk(people, title="Rujukan Pasien Perbatasan").to_verification().to_answer().to_tkksd()
    meeting.go(plans.met(wait=1)[:1])
    paraf = new_walk(people, title="Promosi Wisata").to_verification().to_answer().to_tkksd().to_assessment()
    paraf.to_instruments().open_naskah("KB").to_paraf()
    force = new_walk(people, title="Pemadam Kebakaran").to_verification().to_answer().to_tkksd().to_assessment()
    force.to_instruments().whole_naskah("KB").open_report()
    return {"checking": checking, "meeting": meeting, "paraf": paraf, "force": force}


def codes(world: dict[str, Walk], *names: str) -> list[str]:
    return sorted(world[name].proposal.code for name in names)


def client_of(people: dict[str, User], name: str) -> Client:
    client = Client()
    client.force_login(people[name])
    return client


def test_every_parameter_says_from_when_it_counts() -> None:
    wrong = [key for key, spec in PARAMETERS.items() if (spec.applies is Applies.AT_ONCE) != (spec.effect == AT_ONCE)]
    assert wrong == []
    assert set(Applies) == set(reach.SENTENCES) | set(reach.COUNTED)


def test_each_kind_of_running_work_keeps_its_own(world: dict[str, Walk]) -> None:
    kept = {key: [row.code for row in reach.kept(key)] for key in PARAMETERS}
    assert kept["dprd_gate"] == codes(world, "checking", "meeting", "paraf")
    assert kept["days_verification"] == codes(world, "checking")
    assert kept["days_tkksd"] == codes(world, "meeting")
    assert kept["days_paraf"] == kept["paraf_chain"] == codes(world, "paraf")
    assert kept["letter_paraf_chain"] == []
    assert kept["tkksd_quorum"] == codes(world, "meeting")
    assert kept["monev_due_days"] == kept["monev_frequency"] == codes(world, "force")
    assert [kept[key] for key in ("dprd_policy", "days_signing", "days_dprd", "upload_max_mb")] == [[], [], [], []]
    assert [row.keeps for row in reach.kept("paraf_chain")] == [
        "Kepala Bagian Kerja Sama → Asisten Sekretaris Daerah → Sekretaris Daerah"
    ]
    assert reach.reach("dprd_policy").touched == 3
    assert (reach.reach("days_tkksd").kept, reach.reach("days_tkksd").touched) == (1, 2)


def test_the_administrator_changes_each_and_what_runs_stays(people: dict[str, User], world: dict[str, Walk]) -> None:
    client = client_of(people, "admin")
    frozen = list(Proposal.objects.order_by("pk").values_list("route_key", "due_on", "stage"))
    for key, spec in PARAMETERS.items():
        address = f"/admin/core/parameter/{key}/change/"
        found, page = reach.reach(key), client.get(address)
        body = page.content.decode()
        assert (key, page.status_code) == (key, 200)
        assert f"<strong>{found.kept}</strong> {found.kept_text}" in body, key
        assert spec.effect in body and "Belum pernah diubah" in body
        typed = {"value": another(key), "legal_basis": "Perbup 3/2026", "reason": f"Uji {key}"}
        assert (key, client.post(address, typed).status_code) == (key, 302)
        stored = Parameter.objects.get(key=key)
        assert stored.value != spec.default
        body = client.get(address).content.decode()
        assert f"Uji {key}" in body and people["admin"].full_name in body and "Perbup 3/2026" in body
    assert list(Proposal.objects.order_by("pk").values_list("route_key", "due_on", "stage")) == frozen
    assert parameters.value("dprd_gate") == "between_kb_and_pks"
    assert [row.keeps for row in reach.kept("dprd_gate")] == [case.proposal.route.label for case in by_code(world)]


def by_code(world: dict[str, Walk]) -> list[Walk]:
    return sorted((world[name] for name in ("checking", "meeting", "paraf")), key=lambda walk: walk.proposal.code)


def test_a_change_needs_its_reason(people: dict[str, User]) -> None:
    page = client_of(people, "admin").post(
        "/admin/core/parameter/days_tkksd/change/", {"value": "21", "legal_basis": "x", "reason": ""}
    )
    assert (page.status_code, Parameter.objects.count()) == (200, 0)


def test_the_list_behind_the_count_names_codes_only(people: dict[str, User], world: dict[str, Walk]) -> None:
    client = client_of(people, "admin")
    page = client.get("/parameter/dprd_gate/berkas/")
    assert [row["title"] for row in page.context["rows"]] == codes(world, "checking", "meeting", "paraf")
    assert "Promosi Wisata" not in page.content.decode()
    one = world["paraf"].proposal.code
    assert [row["title"] for row in client.get(f"/parameter/dprd_gate/berkas/?q={one}").context["rows"]] == [one]
    sheet = b"".join(client.get(f"/parameter/dprd_gate/berkas/?q={one}&unduh=csv").streaming_content).decode(
        "utf-8-sig"
    )
    assert [line.split(";")[0] for line in sheet.splitlines()] == ["Kode", one]
    assert client.get("/parameter/tidak_ada/berkas/").status_code == 404
    assert client_of(people, "dewi").get("/parameter/dprd_gate/berkas/").status_code == 403
