"""A case that runs on paper, in a real browser: it enters with its papers, its KB enters in the chain of paraf, and goes on to the register."""

import pytest

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import plans
from tests.journeys.test_browser import check_ledger, person
from tests.support.browsing import Person, day
from tests.support.live import Live
from tests.support.site import Site
from tests.support.wanasari import story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["person"]


def asked_at(person: Person, stage: str) -> list[str]:
    """What the form asks when the case stands at a stage, without the day and the scan of each paper."""
    person.page.check(f"[name=stage][value={stage}]", force=True)
    seen = person.page.locator("[data-for]:visible").evaluate_all("all => all.map((one) => one.name)")
    return [name for name in seen if not name.startswith(("dated_", "file_"))]


def test_a_kb_marked_on_paper_by_the_kabag_goes_on_to_the_register(person: Person, site: Site) -> None:
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    live = Live(story(), people, clock.today(), print_now=True, site=site)
    live.go(plans.prepared(live.story))
    person.code, today = live.proposal.code, clock.today()
    papers = {}
    for name in ("offer", "willing", "tkksd", "dprd"):
        papers |= {
            f"number_{name}": f"075/{name}/2026",
            f"dated_{name}": day(today),
            f"file_{name}": person.scan(f"Kertas {name}"),
        }
    person.sign_in("ratna").open_case()
    person.page.get_by_role("link", name="Masukkan dari proses kertas", exact=True).first.click()
    asked = {stage: asked_at(person, stage) for stage in ("WILLINGNESS", "DPRD_PENDING", "INSTRUMENTS")}
    assert asked == {
        "WILLINGNESS": ["number_offer"],
        "DPRD_PENDING": [
            "number_offer",
            "number_willing",
            "number_tkksd",
            "number_dprd_request",
            "received_on",
            "proof",
        ],
        "INSTRUMENTS": ["number_offer", "number_willing", "number_tkksd", "number_dprd", "outcome"],
    }
    person.act(
        "Masukkan dari proses kertas",
        stage="INSTRUMENTS",
        outcome="APPROVED",
        reason="Sebelum aplikasi dipakai.",
        **papers,
    )
    assert person.stage() == "INSTRUMENTS"
    assert person.page.get_by_text("Masuk dari proses kertas", exact=True).count() == 1
    person.sign_in("dewi").open_case().press("Buka Kesepakatan Bersama")
    person.page.fill("[name=note]", "Disalin dari naskah kertas")
    person.page.fill("[name=title]", "Pengelolaan Sampah Regional Wanakerta")
    person.press("Simpan versi baru")
    person.sign_in("ratna").act(
        "Masukkan paraf di atas kertas",
        on_KABAG=day(today), file=person.scan("Lembar paraf kertas"), same=True, reason="Sudah diedarkan di atas kertas.",
    )  # fmt: skip
    assert Agreement.objects.get().stage == "PARAF"
    for username in ("bambang", "nurhayati"):
        person.sign_in(username)
        assert person.waits_for_me()
        person.paraf()
    plan = {"planned_on": day(today), "planned_place": "Pendopo Kabupaten Wanasari", "number_2": "075/11/KB/2026"}
    person.sign_in("dewi").act("Siapkan penandatanganan", **plan)
    person.sign_in("aditya").act("Catat penandatanganan", occurred_on=day(today))
    person.sign_in("dewi").act(
        "Unggah naskah bertanda tangan", file=person.scan("Naskah KB"), paraf=True, seal=True, stamp_duty=True
    )
    person.sign_in("galih").act("Nyatakan pindaian sesuai", complete=True, same=True)
    person.sign_in("dewi").act("Catat dalam register", archive_place="Ruang Arsip, lemari 2")
    assert person.stage() == "IN_FORCE"
    check_ledger()
