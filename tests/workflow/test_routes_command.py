"""`manage.py routes --json`: what an outside tester reads."""

import json
from io import StringIO

from django.core.management import call_command

from kerjasama.accounts.offices import Office
from kerjasama.workflow.dbguards import staged_models


def told() -> list[dict]:
    out = StringIO()
    call_command("routes", "--json", stdout=out)
    return json.loads(out.getvalue())


def test_every_route_is_told_with_its_stages_acts_offices_guards_and_basis() -> None:
    routes = told()
    assert {(r["subject"], r["key"], r["version"]) for r in routes} == {
        (m._meta.label_lower, route.key, route.version) for m in staged_models() for route in m.ROUTES
    }
    for route in routes:
        assert route["steps"], route["key"]
        assert all(step["basis"] for step in route["steps"]), route["key"]
        assert {step["office"] for step in route["steps"]} <= set(Office.values)
        for act in route["acts"]:
            assert act["edges"], (route["key"], act["act"])
            assert act["offices"], (route["key"], act["act"])


def test_mandatory_cooperation_says_what_takes_the_place_of_the_offer() -> None:
    route = next(r for r in told() if r["key"] == "KSDD.WAJIB.FIRST")
    assert route["kind"] == "KSDD"
    assert route["traits"] == ["COORDINATED", "MAPPED"]
    assert [step["stage"] for step in route["steps"]][:5] == [
        "MAPPING", "PREPARATION", "VERIFICATION", "COORDINATION", "TKKSD_REVIEW",
    ]  # fmt: skip
    assert route["waits_for_dprd"] == ["KB", "PKS"]
