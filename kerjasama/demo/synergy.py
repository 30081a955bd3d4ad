"""Plans of a synergy with the central government, up to its Nota Kesepakatan with the Rencana Kerja."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agreements import work_plan
from agreements.services import drafting as naskah
from kerjasama.demo import plans
from kerjasama.demo.plans import Plan, Step, naskah_opened

if TYPE_CHECKING:
    from kerjasama.demo.story import Story
    from kerjasama.demo.walk import Walk

ACTIVITIES = (
    ("Pendaftaran tanah aset daerah", "Sertipikat tanah", "120 bidang", "Dua belas kecamatan", "Januari sampai Desember", "240000000", "180000000"),
    ("Pemutakhiran peta bidang", "Peta digital terintegrasi", "1 paket data", "Kecamatan Wanakerta", "Maret sampai Juni", "60000000", "95000000"),
    ("Penyuluhan pertanahan", "Warga mengikuti penyuluhan", "900 orang", "Balai desa", "Juli sampai September", "45000000", ""),
)  # fmt: skip


def rows(walk: Walk) -> list[dict[str, Any]]:
    """The Rencana Kerja of this case: each side pays its own part."""
    sides = work_plan.sides_of(walk.agreement.parties.order_by("order"))
    found = []
    for n, (activity, output, target, location, time, ours, theirs) in enumerate(ACTIVITIES):
        costs = {}
        for order, _, own in sides:
            amount = ours if own else theirs
            source, account = ("APBD", f"DPA {walk.story.unit}") if own else ("APBN", "DIPA Kantor Pertanahan")
            costs[str(order)] = {
                "amount": amount,
                "source": source if amount else "",
                "account": account if amount else "",
            }
        found.append({
            "activity": activity, "output": output, "target": target, "location": location, "time": time,
            "responsible": sides[n % len(sides)][0], "costs": costs,
        })  # fmt: skip
    return found


def write_plan(walk: Walk) -> None:
    """The Rencana Kerja is written into a new version of the text."""
    newest = walk.agreement.versions.first()
    sides = work_plan.sides_of(walk.agreement.parties.order_by("order"))
    annex = work_plan.as_annex(rows(walk), sides)
    walk.on_that_day(
        lambda: naskah.write_version(
            walk.agreement, title=newest.title, clauses=list(newest.content), note="Rencana Kerja disusun bersama",
            by=walk.who("staf"), annexes=[annex],
        )
    )  # fmt: skip
    walk.agreement.refresh_from_db()


def agreed(story: Story) -> Plan:
    """Offered and accepted, discussed, and the question of the DPRD answered."""
    return [
        *plans.prepared(story), *plans.letter_drafted(story), *plans.answered(story), *plans.met(wait=1), plans.ACCEPTED,
        *plans.cleared(story),
    ]  # fmt: skip


def note_locked(wait: int = 2) -> Plan:
    """The Nota Kesepakatan with its Rencana Kerja, reviewed and locked."""
    return [naskah_opened(wait, "NK"), Step(1, write_plan), *plans.text_locked()]


def note_in_force(wait: int = 2, ahead: int = 2) -> Plan:
    """The Nota Kesepakatan signed and in the register."""
    return [
        *note_locked(wait), *plans.parafs(), plans.signing_planned(0, ahead), plans.signed(ahead), *plans.scanned(), plans.REGISTERED,
    ]  # fmt: skip


ENDINGS = {"synergy paraf": lambda story: [*agreed(story), *note_locked(3), *plans.parafs("ratna")]}
