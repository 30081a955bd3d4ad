"""What follows an act on the yearly plan: scores, the order of priority, the decree, and the way of a row with its case."""

from typing import Any

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, system_user
from kerjasama.documents import letter_acts
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.notifications import notices
from kerjasama.workflow.services import Effects, perform
from proposals import scoring
from proposals.effects.plan_decree import decree_context
from proposals.models import PlanRow, PlanYear, Proposal
from proposals.plan_stages import RANKED, RowStage

SERIES = "KEP"


# --- score and order ----------------------------------------------------------------------------------


def keep_score(row: Any, act: Any) -> None:
    """The six parts, the weights they were counted with, and the total."""
    parts = {criterion.key: int(act.data["scores"][criterion.key]) for criterion in scoring.CRITERIA}
    _count(row, parts)
    act.record.update(scores=parts, score=str(row.score))


def enter_order(row: Any, act: Any) -> None:
    """A row that both have verified takes the place its score gives it; those below step down."""
    if row.stage not in RANKED:
        return
    others = [other for other in _in_order(row.plan_id) if other.pk != row.pk]
    at = scoring.place(row.score, [other.score for other in others])
    row.rank = at
    _number([*others[: at - 1], row, *others[at - 1 :]], keep=row, by=act.by)
    act.record["rank"] = at


def leave_order(row: Any, act: Any) -> None:
    """A row that goes back or is given up before adoption leaves no gap behind."""
    if row.rank is None or row.plan.stage == "ADOPTED":
        return
    others = [other for other in _in_order(row.plan_id) if other.pk != row.pk]
    row.rank = None
    _number(others, keep=row, by=act.by)


def move(row: Any, act: Any) -> None:
    """One place up (-1) or down (1); at either end nothing is left to move to."""
    rows = [row if other.pk == row.pk else other for other in _in_order(row.plan_id)]
    here = row.rank - 1
    there = max(0, min(len(rows) - 1, here + int(act.data["by_places"])))
    act.record.update(rank_before=here + 1, rank=there + 1)
    rows.insert(there, rows.pop(here))
    row.rank = there + 1
    _number(rows, keep=row, by=act.by)


def rank_by_score(plan: Any, act: Any) -> None:
    """Every total by the weights in force, highest first; of equals the older row."""
    rows = _in_order(plan.pk)
    for row in rows:
        _count(row, row.score_parts)
    rows.sort(key=lambda row: (-row.score, row.pk))
    _number(rows, keep=None, by=act.by)


def _count(row: PlanRow, parts: dict[str, int]) -> None:
    row.score_parts, row.score_weights = parts, scoring.weights()
    row.score = scoring.total(parts, row.score_weights)


def _in_order(plan_id: int) -> list[PlanRow]:
    return list(PlanRow.objects.filter(plan=plan_id, rank__isnull=False).order_by("rank"))


def _number(rows: list[PlanRow], *, keep: PlanRow | None, by: User) -> None:
    """Give each row its place. `keep` is the row of the act itself: the door saves it."""
    for place, row in enumerate(rows, start=1):
        changed = row.rank != place or keep is None
        row.rank = place
        if row is not keep and changed:
            row._history_user, row._change_reason = by, "Urutan prioritas disusun kembali"
            row.save(update_fields=["rank", "score", "score_parts", "score_weights"])


# --- the list and its decree --------------------------------------------------------------------------


def draft_decree(plan: Any, act: Any) -> None:
    """The decree as the Kepala Daerah will read it, without a number yet."""
    document = papers_out.issue(
        plan, "PLAN_DRAFT", template="keputusan_kdh", context=decree_context(plan, draft=True), by=act.by,
        title=f"Rancangan Keputusan {plan}", dated=act.occurred_on,
    )  # fmt: skip
    act.record["documents"] = [document.pk]


def take_draft_back(plan: Any, act: Any) -> None:
    """The draft is annulled with the reason of the return."""
    draft = documents.latest(plan, "PLAN_DRAFT")
    if draft is not None:
        letter_acts.note_void(draft, act)
        papers_out.annul(draft, reason=act.reason, by=act.by)


def adopt_rows(plan: Any, act: Any) -> None:
    """Every discussed row goes through the door with the list; a row that is replaced gives way."""
    for row in plan.rows.filter(stage=RowStage.DISCUSSED).select_related("replaces").order_by("rank"):
        perform(row, "adopt", by=act.by, effects=ROW_EFFECTS, occurred_on=act.occurred_on)
        if row.replaces is not None:
            perform(
                row.replaces, "give_way", by=act.by, effects=ROW_EFFECTS, occurred_on=act.occurred_on,
                reason=f"Diganti dengan baris {row.code} pada {plan}.",
            )  # fmt: skip
    act.record["rows"] = plan.rows.filter(stage=RowStage.ADOPTED).count()


def issue_decree(plan: Any, act: Any) -> None:
    """The Keputusan with its number and date, open to verification; the draft makes room for it."""
    typed = act.data.get("number", "").strip()
    document = papers_out.issue(
        plan, "PLAN_DECREE", template="keputusan_kdh", context=decree_context(plan, draft=False), by=act.by,
        title=f"Keputusan {plan}", dated=act.occurred_on, series="" if typed else SERIES, number=typed, public=True,
    )  # fmt: skip
    draft = documents.latest(plan, "PLAN_DRAFT")
    if draft is not None:
        papers_out.supersede(draft, document, by=act.by)
    plan.decree, plan.decree_number, plan.decree_on = document, document.number, act.occurred_on
    act.record.update(documents=[document.pk], number=document.number)


# --- who is told --------------------------------------------------------------------------------------


def tell_verifiers(row: Any, event: Any) -> None:
    """Both offices that verify, at once: neither waits for the other."""
    notices.tell_concerned(row, event, [*people_in(Office.BAGIAN), *people_in(Office.BAPPEDA)])


def tell_unit(row: Any, event: Any) -> None:
    """The unit of the row and its author: a return, the adoption, the end."""
    notices.tell_concerned(row, event, [row.author, *people_in(Office.OPD, row.unit_id)])


def tell_planners(plan: Any, event: Any) -> None:
    """The Bagian, its head and Bappeda, and whose paraf fell: the list came back, or is adopted."""
    offices = (Office.BAGIAN, Office.KABAG, Office.BAPPEDA)
    given = User.objects.filter(pk__in=event.data.get("void", []))
    notices.tell_concerned(plan, event, [*(person for office in offices for person in people_in(office)), *given])


ROW_EFFECTS = Effects(
    records={
        "verify_as_bagian": (keep_score, enter_order),
        "verify_as_bappeda": (enter_order,),
        "score_again": (keep_score, enter_order),
        "send_back": (leave_order,),
        "drop": (leave_order,),
        "move": (move,),
    },
    notices={
        "submit": (tell_verifiers,),
        **{name: (tell_unit,) for name in ("return_row", "send_back", "adopt", "give_way", "drop", "finish", "lapse")},
    },
)
YEAR_EFFECTS = Effects(
    records={
        "rank_by_score": (rank_by_score,),
        "submit_list": (draft_decree,),
        "give_letter_paraf": (letter_acts.give,),
        "return_list": (take_draft_back,),
        "adopt": (adopt_rows, issue_decree),
    },
    notices={
        "submit_list": (notices.tell_turn,),
        "give_letter_paraf": (notices.tell_turn,),
        "return_list": (tell_planners,),
        "adopt": (tell_planners,),
    },
)


# --- a row and its case -------------------------------------------------------------------------------


def release_row(proposal: Proposal, *, by: User) -> None:
    """The draft is gone, or starts from another row: this one may be used again."""
    row = proposal.plan_row
    if row is not None and row.stage == RowStage.RUNNING:
        perform(row, "release", by=by, effects=ROW_EFFECTS, case=proposal.code)


def finish_row(proposal: Proposal, on: Any) -> None:
    """A naskah of the case is in force: its row is carried out. A second naskah changes nothing."""
    row = PlanRow.objects.filter(pk=proposal.plan_row_id, stage=RowStage.RUNNING).first()
    if row is not None:
        # What the case reports may be older than its row; the row has run since the case was opened.
        day = max(on, row.stage_since)
        perform(row, "finish", by=system_user(), effects=ROW_EFFECTS, occurred_on=day, case=proposal.code)


def row_follows_case(proposal: Any, event: Any) -> None:
    """A case that is closed before anything of it is in force takes its row along, with the reason."""
    if not proposal.plan_row_id or not proposal.closed:
        return
    row = PlanRow.objects.filter(pk=proposal.plan_row_id, stage=RowStage.RUNNING).first()
    if row is not None:
        why = f"Usulan {proposal.code} ditutup: {proposal.stage_label()}."
        reason = f"{why} {event.reason}".strip()
        day = max(event.occurred_on, row.stage_since)
        perform(row, "lapse", by=system_user(), effects=ROW_EFFECTS, occurred_on=day, reason=reason)


def lock_plan(plan_id: int) -> None:
    """Lists are locked before their rows, by everyone: two at once wait for each other in one order only."""
    list(PlanYear.objects.select_for_update(of=("self",)).filter(pk=plan_id).values_list("pk"))
