"""Comments of the TKKSD on a case: on which parts, by whom, and who answers them."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.urls import reverse

from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, people_in
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.notifications.services import tell
from kerjasama.reviews import remarks
from kerjasama.reviews.models import Remark
from kerjasama.reviews.services import remarks as room
from proposals.models import Proposal
from proposals.stages import Stage

#: The eight parts of the terms of reference, in their order.
KAK = ("background", "aims", "location", "scope", "term_text", "benefits", "impact", "financing")
DRAFTED = (NaskahStage.DRAFTING, NaskahStage.LEGAL_REVIEW)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that may be commented on now."""

    key: str
    label: str
    text: str
    subject: models.Model


def parts_of(case: Proposal) -> list[Part]:
    """The parts open to comments: the terms while the TKKSD discusses them, the pasal of a draft while it is one."""
    found = []
    if case.stage == Stage.TKKSD_REVIEW:
        for name in KAK:
            label = str(Proposal._meta.get_field(name).verbose_name).capitalize()
            found.append(Part(f"kak:{name}", f"KAK, {label}", getattr(case, name), case))
    for naskah in case.agreements.filter(stage__in=DRAFTED).order_by("pk"):
        version = naskah.versions.first()
        for n, clause in enumerate(version.content if version else (), start=1):
            label = f"{naskah.get_instrument_display()}, Pasal {n} {clause.title}"
            found.append(Part(f"naskah:{naskah.pk}:{clause.key}", label, "\n".join(clause.paragraphs), naskah))
    return found


def of_case(case: Proposal) -> list[Remark]:
    """All comments on a case and its naskah, oldest first."""
    return list(remarks.of_subjects([case, *case.agreements.all()]))


@transaction.atomic
def say(case: Proposal, user: User, *, part: str, words: str, wording: str) -> Remark:
    """Comment on a part that is open now; the drafters are told. Raises BadInput, NotYours."""
    chosen = next((p for p in parts_of(case) if p.key == part), None)
    if chosen is None:
        raise BadInput("Bagian ini tidak dapat dikomentari lagi.", errors={"part": ["Pilih bagian yang tersedia."]})
    row = room.remark(
        chosen.subject, part=chosen.key, part_label=chosen.label[:250], quoted=chosen.text, words=words, wording=wording, by=user
    )  # fmt: skip
    tell(
        [person for person in drafters(case, chosen.subject) if person.pk != user.pk],
        key=f"remark:{row.pk}:asked",
        title=f"Komentar TKKSD menunggu jawaban: {case.code}",
        body=f"{case.title}\n{row.part_label}\n{user.full_name}: {row.text}",
        url=url_of(case),
    )
    return row


def drafters(case: Proposal, subject: models.Model) -> list[User]:
    """Who answers a comment: the leading unit for the terms of reference, the Bagian for a naskah."""
    if isinstance(subject, Agreement):
        return people_in(Office.BAGIAN)
    return people_in(Office.OPD, case.lead_unit_id)


def may_answer(case: Proposal, row: Remark, user: User) -> bool:
    """Whether this person drafts the text a comment is about."""
    if row.part.startswith("naskah:"):
        return holds(user, Office.BAGIAN)
    return holds(user, Office.OPD, unit_id=case.lead_unit_id)


@transaction.atomic
def answer(case: Proposal, row: Remark, user: User, *, answer: str, reason: str) -> Remark:
    """Accept or decline a comment. Raises NotYours for who does not draft the text, and what the room raises."""
    if not may_answer(case, row, user):
        raise NotYours("Komentar ini dijawab oleh penyusun naskah atau KAK-nya.")
    return room.answer_remark(row, answer=answer, reason=reason, by=user, url=case.get_absolute_url())


def waiting_for(user: User) -> list[tuple[Proposal, int]]:
    """Cases on which comments wait for this person, with how many; a fixed number of queries, one where none waits at all."""
    if not remarks.any_open():
        return []
    seen = Proposal.visible_to(user)
    held: dict[int, list[Remark]] = {}
    for row in remarks.open_on(Proposal, seen.order_by().values("pk")):
        held.setdefault(row.object_id, []).append(row)
    drafts = {
        a.pk: a.proposal_id
        for a in Agreement.objects.filter(proposal__in=seen.order_by().values("pk"), stage__in=DRAFTED)
    }
    for row in remarks.open_on(Agreement, drafts):
        held.setdefault(drafts[row.object_id], []).append(row)
    cases = Proposal.objects.filter(pk__in=held).select_related("lead_unit").order_by("pk")
    counted = [(case, sum(may_answer(case, row, user) for row in held[case.pk])) for case in cases]
    return [(case, count) for case, count in counted if count]


def url_of(case: Proposal) -> str:
    """Where the comments on a case are read and answered."""
    return reverse("desk:remarks", args=[case.code])


def as_rows(case: Proposal, user: User) -> list[dict[str, Any]]:
    """The comments with what this person may do about each."""
    return [{"remark": row, "mine": row.is_open and may_answer(case, row, user)} for row in of_case(case)]
