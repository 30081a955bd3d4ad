"""The content of an edition: live while it is written, frozen when it is approved, and the mark by which it is known."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kerjasama.core import clock
from kerjasama.statutory import collecting, differences
from kerjasama.statutory.models import ReportContent, ReportEdition
from kerjasama.statutory.stages import Stage

Data = Mapping[str, Any]
#: What says when it was read, and is no part of what was read.
BESIDE = ("as_of",)


@dataclass(frozen=True, slots=True)
class Content:
    """The data of an edition, its mark, and the sent edition it is compared with."""

    data: dict[str, Any]
    compared_with: ReportEdition | None
    frozen: bool

    @property
    def sha256(self) -> str:
        return seal_of(self.data)

    @property
    def changes(self) -> list[dict[str, Any]]:
        return self.data["changes"]


def of(edition: ReportEdition) -> Content:
    """As frozen; else from the data as they stand today."""
    if edition.content is not None:
        return Content(edition.content.data, edition.content.compared_with, True)
    return live(edition)


def live(edition: ReportEdition) -> Content:
    """What the edition would say today, compared with what was sent before it."""
    report, before = edition.report, sent_before(edition)
    data = collecting.collect(report.rule, report.period, clock.today())
    data |= {"analysis": edition.analysis, "follow_up": edition.follow_up}
    data["changes"] = differences.changes(before.content.data if before else None, data)
    data["compared_with"] = _named(before) if before else None
    return Content(data, before, False)


def sent_before(edition: ReportEdition) -> ReportEdition | None:
    """The newest sent edition of the same period, else that of the newest earlier period of this kind; None for the first."""
    report = edition.report
    sent = ReportEdition.objects.filter(stage=Stage.SENT, report__kind=report.kind, report__ends_on__lte=report.ends_on)
    earlier = sent.exclude(report=report, number__gte=edition.number or 1).select_related("report", "content")
    return earlier.order_by("-report__ends_on", "-number").first()


def freeze(edition: ReportEdition, content: Content) -> ReportContent:
    """Keep this content for ever; a letter that comes back leaves it behind and the next one has its own."""
    return ReportContent.objects.create(
        edition=edition, compared_with=content.compared_with, data=content.data, sha256=content.sha256
    )


def seal_of(data: Data) -> str:
    """SHA-256 of what is told: the same rows give the same mark on any day."""
    told = {key: value for key, value in data.items() if key not in BESIDE}
    return hashlib.sha256(
        json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    ).hexdigest()


def _named(edition: ReportEdition) -> dict[str, Any]:
    """The edition that is compared with, as the paper names it."""
    return {
        "name": str(edition), "number": edition.letter_number, "dated": edition.dated.isoformat() if edition.dated else "",
        "sha256": edition.content.sha256,
    }  # fmt: skip
