"""Letters that wait for a paraf of one person, over all rooms; light ones may be marked several at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from kerjasama.accounts import marks
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import Seat, seats
from kerjasama.core import clock, text
from kerjasama.core.errors import Refusal
from kerjasama.documents import letter_parafs
from kerjasama.documents.letter_kinds import CHAIN_OFFICES, LETTER_KINDS, LetterKind
from kerjasama.documents.letter_marking import addressee_of
from kerjasama.documents.letter_parafs import GIVEN, PENDING
from kerjasama.documents.models import Document, LetterParaf
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services.acts import act as act_on_report
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.selectors import in_hand
from proposals.models import PlanYear, Proposal
from proposals.services.acts import act as act_on_proposal
from proposals.services.planning import act_on_plan

SLUG = "paraf-surat"
GONE = "Surat ini tidak lagi menunggu paraf Anda."
ONE_BY_ONE = "dibuka satu per satu karena {why}"
Page = Callable[[Any], str]
Door = Callable[..., Any]


def _of_case(case: Proposal) -> str:
    return reverse("proposals:act", args=[case.code, SLUG])


def _of_plan(plan: PlanYear) -> str:
    return reverse("plan:act", args=[plan.year, plan.edition, SLUG])


def _of_naskah(naskah: Agreement) -> str:
    return reverse("agreements:act", args=[naskah.pk, SLUG])


def _of_report(edition: ReportEdition) -> str:
    return reverse("statutory:act", args=[edition.pk, SLUG])


#: The rooms whose letters wait for the Kepala Daerah: what to read along, the door, the page of the act.
ROOMS: dict[type[StagedModel], tuple[tuple[str, ...], Door, Page]] = {
    Proposal: ((), act_on_proposal, _of_case),
    PlanYear: ((), act_on_plan, _of_plan),
    Agreement: (("proposal",), act_on_agreement, _of_naskah),
    ReportEdition: (("report",), act_on_report, _of_report),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter (or the same one to several addressees) that waits for a paraf of one person."""

    subject: StagedModel
    kind: LetterKind
    letters: tuple[Document, ...]
    since: date
    seal: str
    combined: bool

    @property
    def key(self) -> str:
        """What a check box sends: which letter, in which state, with which file."""
        return f"{self.subject._meta.model_name}:{self.subject.pk}:{self.subject.act_count}:{self.seal}"

    @property
    def place(self) -> str:
        return self.key.rsplit(":", 2)[0]

    @property
    def several(self) -> bool:
        """Whether it may be marked together with others."""
        return self.kind.light and bool(self.seal) and not self.combined

    @property
    def url(self) -> str:
        return ROOMS[type(self.subject)][2](self.subject)

    @property
    def numbers(self) -> str:
        return ", ".join(letter.number for letter in self.letters if letter.number) or "nomor diberikan saat ditetapkan"

    @property
    def to(self) -> str:
        return text.joined([addressee_of(letter) for letter in self.letters if addressee_of(letter)])

    @property
    def days(self) -> int:
        """Calendar days since it became this person's turn."""
        return (clock.today() - self.since).days

    @property
    def title(self) -> str:
        return self.subject.title if hasattr(self.subject, "title") else str(self.subject)

    @property
    def name(self) -> str:
        return f"{self.kind.label} {self.subject.case_code}"

    def matches(self, q: str) -> bool:
        """Whether every word stands in its kind, number, addressee, case or title."""
        told = f"{self.name} {self.numbers} {self.to} {self.title}".lower()
        return all(word in told for word in q.lower().split())


@dataclass(slots=True)
class Outcome:
    """What became of the letters that were chosen: done ones by name, the others with the reason."""

    done: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def waiting(user: User) -> list[Waiting]:
    """Every letter whose chain waits for this person today, longest first; two queries a room."""
    held = [seat for seat in seats(user) if seat.office in CHAIN_OFFICES]
    found = [item for model in ROOMS for item in _of_room(model, user, held)] if held else []
    return sorted(found, key=lambda item: (item.since, item.subject.case_code))


def _of_room(model: type[StagedModel], user: User, held: list[Seat]) -> Iterable[Waiting]:
    seen = model.visible_to(user).select_related(None).order_by().values("pk")
    mine = in_hand(model, held).filter(stage__in=list(model.LETTER_STAGES), pk__in=seen)
    subjects = {subject.pk: subject for subject in mine.select_related(*ROOMS[model][0])}
    rows = _rows(model, subjects) if subjects else {}
    for pk, chain in rows.items():
        item = _item(subjects[pk], chain, user)
        if item is not None:
            yield item


def _rows(model: type[StagedModel], subjects: dict[int, Any]) -> dict[int, list[LetterParaf]]:
    """The chains under the letters that wait, by subject; an earlier letter of the same kind is not among them."""
    about = ContentType.objects.get_for_model(model)
    kinds = {place.kind for place in model.LETTER_STAGES.values()}
    rows = LetterParaf.objects.filter(
        document__subject_type=about, document__object_id__in=subjects, document__kind__in=kinds, document__public=False,
        state__in=(PENDING, GIVEN),
    )  # fmt: skip
    chains: dict[int, list[LetterParaf]] = defaultdict(list)
    for row in rows.select_related("document__file").order_by("document_id", "order"):
        if row.document.kind == letter_parafs.kind_at(subjects[row.document.object_id]):
            chains[row.document.object_id].append(row)
    return chains


def _item(subject: Any, chain: list[LetterParaf], user: User) -> Waiting | None:
    pending = [row for row in chain if row.state == PENDING]
    if not pending:
        return None
    letters = tuple(dict.fromkeys(row.document for row in chain))
    before = max((row.given_at for row in chain if row.given_at), default=None) or letters[-1].created_at
    return Waiting(
        subject=subject, kind=LETTER_KINDS[letters[0].kind], letters=letters, since=before.astimezone(clock.zone()).date(),
        seal=letter_parafs.seal(letters) if all(letter.is_ready for letter in letters) else "",
        combined=any(row.given_by_id == user.pk for row in chain),
    )  # fmt: skip


def mark_chosen(user: User, keys: Iterable[str], *, pin: str) -> Outcome:
    """Give this person's paraf on each chosen light letter, one transaction each, with one PIN.

    Raises BadInput for a wrong PIN, and then nothing has happened. What could not be marked is told with its reason.
    """
    marks.require_pin(user, pin)
    here = {item.place: item for item in waiting(user)}
    outcome = Outcome()
    for key in dict.fromkeys(keys):
        item = here.get(":".join(key.split(":")[:2]))
        if item is None:
            outcome.refused.append(GONE)
            continue
        why_not = _mark(item, key, user)
        if why_not:
            outcome.refused.append(f"{item.name}: {why_not}")
        else:
            outcome.done.append(item.name)
    return outcome


def _mark(item: Waiting, key: str, user: User) -> str:
    """The reason why this letter was not marked; empty when it was."""
    if not item.kind.light:
        return ONE_BY_ONE.format(why=item.kind.why)
    if item.combined:
        return ONE_BY_ONE.format(why="paraf ini dirangkap")
    if key != item.key:
        return "berubah sejak Anda membuka halaman ini"
    door = ROOMS[type(item.subject)][1]
    try:
        door(item.subject, "give_letter_paraf", by=user, expect=item.subject.act_count, seal=item.seal)
    except Refusal as refusal:
        return " ".join(filter(None, (refusal.message, refusal.detail)))
    return ""
