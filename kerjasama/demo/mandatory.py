"""Mandatory cooperation on its way: mapping, borders, technical coordination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.core import text
from kerjasama.demo.plans import ACCEPTED, OPEN, Plan, Step, case, cleared, met, prepared, whole_naskah
from kerjasama.demo.story import Story
from kerjasama.parties import borders
from proposals.guards.mandatory import all_parties
from proposals.models import Affair
from proposals.services import drafting

if TYPE_CHECKING:
    from kerjasama.demo.walk import Walk

MAPPING = {
    "potential": "Kedua daerah mempunyai lahan, armada, dan tenaga yang dapat dipakai bersama.",
    "characteristics": "Permukiman di perbatasan menyatu, sehingga layanan satu daerah dipakai warga daerah lain.",
    "needs": "Satu sistem layanan dengan pembagian biaya yang jelas.",
    "externality": "Dampak layanan melintasi batas daerah dan tidak dapat dikendalikan satu daerah saja.",
}


def map_affair(walk: Walk) -> None:
    """The unit maps the affair, and says that the parties border one after another."""
    opd = walk.who("opd")
    affair = Affair.objects.get(name=walk.story.affair)
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, {"affair": affair}, by=opd))
    walk.on_that_day(lambda: drafting.write_mapping(walk.proposal, MAPPING, by=opd))
    parties = all_parties(walk.proposal)
    walk.on_that_day(lambda: borders.record(list(zip(parties, parties[1:], strict=False)), by=opd))


def coordinate(walk: Walk) -> None:
    """The technical coordination, at the level the parties ask for."""
    one = borders.of_one_province(all_parties(walk.proposal))
    level = {True: "PROVINCE", False: "NATIONAL", None: "NATIONAL"}[one]
    number = f"100.3.7/{walk.proposal.pk * 3 % 90 + 10}/BA-KT/{walk.day.year}"
    walk.act(
        "record_coordination", "staf", level=level, wanted_level="" if one is None else level, number=number,
        place="Kantor Gubernur", convened_by="Gubernur sebagai wakil Pemerintah Pusat", agreed_objects=walk.story.title,
        file=walk.scan("ba.pdf", f"Berita acara koordinasi teknis Nomor {number}, {text.date_long(walk.day)}"),
    )  # fmt: skip


def mapped(story: Story) -> Plan:
    """Opened and mapped."""
    first, *rest = prepared(story)
    return [first, Step(1, map_affair), case(0, "submit_mapping", "opd"), *rest]


def coordinated(story: Story) -> Plan:
    """Mapped, written, verified and agreed by all heads."""
    return [*mapped(story), case(1, "verify", "staf"), Step(6, coordinate)]


def agreed(story: Story) -> Plan:
    """Agreed, recommended, the DPRD requirement met, both naskah in force."""
    discussed = [*coordinated(story), *met(wait=3), ACCEPTED, *cleared(story, 20)]
    return [*discussed, *whole_naskah("KB", wait=3), *whole_naskah("PKS", wait=3)]


ENDINGS = {
    "mapping": lambda story: [OPEN, Step(1, map_affair)],
    "coordination": lambda story: [*mapped(story), case(1, "verify", "staf")],
    "mandatory in force": agreed,
}
