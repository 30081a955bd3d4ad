"""The dossier of a case on one page for a member of the TKKSD: what to read before he speaks."""

from typing import Any

from kerjasama.accounts.models import User
from kerjasama.core import text
from kerjasama.desk import remarks
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.reviews import questions, quorum
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import AgendaItem, Opinion
from proposals.guards import requirement_of
from proposals.models import PlanRow, Proposal

#: Shown in place: what the browser draws itself and runs nothing of.
IN_PLACE = "pdf"


def whole(item: AgendaItem, user: User) -> dict[str, Any]:
    """Purpose, facts, budget, criteria, plan row, papers, opinions, comments and questions of one case."""
    case = item.subject
    return {
        "case": case,
        "facts": _facts(case, item),
        "terms": _terms(case),
        "budget": list(case.budget_lines.all()),
        "budget_facts": _budget_facts(case),
        "criteria": _criteria(case),
        "plan": _plan(case, user),
        "papers": _papers(case),
        "opinions": [_opinion(opinion) for opinion in reviews.opinions(case)],
        "aside": list(reviews.recused(case).values()),
        "remarks": remarks.of_case(case),
        "questions": list(questions.seen_by(user, case)),
        "quorum": quorum.of_item(item),
    }


def _facts(case: Proposal, item: AgendaItem) -> list[tuple[str, str]]:
    meeting = item.meeting
    rows = [
        ("Mitra", text.joined([partner.name for partner in case.counterparts])),
        ("Pemrakarsa", case.lead_unit.name),
        ("Urusan", str(case.affair or "")),
        ("Perkiraan nilai", text.rupiah(case.amount) if case.amount is not None else "Belum diisi"),
        ("Jangka waktu", case.term_text),
        ("Persetujuan DPRD", requirement_of(case).sentence),
        (
            "Rapat",
            f"{text.day_name(meeting.held_on)}, {text.date_long(meeting.held_on)} pukul {meeting.held_at:%H.%M}, {meeting.place}",
        ),
    ]
    return [(name, value) for name, value in rows if value]


def _terms(case: Proposal) -> list[tuple[str, str]]:
    """The eight parts of the terms of reference."""
    named = [(str(case._meta.get_field(name).verbose_name).capitalize(), getattr(case, name)) for name in remarks.KAK]
    return [(label, value) for label, value in named if value]


def _budget_facts(case: Proposal) -> list[tuple[str, str]]:
    said = {True: "Ya", False: "Tidak", None: "Belum dijawab"}
    rows = [
        ("Membebani masyarakat", said[case.burdens_community]),
        ("Membebani daerah", said[case.burdens_region]),
        ("Belum teranggarkan pada tahun berjalan", said[case.unbudgeted]),
        ("Memakai barang milik daerah", said[case.uses_assets]),
        ("Rujukan APBD atau DPA", case.budget_reference),
    ]
    return [(name, value) for name, value in rows if value]


def _criteria(case: Proposal) -> list[dict[str, Any]]:
    """What the TKKSD has found on the three criteria of a third party's proposal (PP 28/2018 art. 18)."""
    return [{"label": str(row), "reason": row.reason} for row in case.criteria.all()]


def _plan(case: Proposal, user: User) -> list[tuple[str, str]]:
    row = PlanRow.visible_to(user).filter(pk=case.plan_row_id).select_related("plan", "unit").first()
    if row is None:
        return [(name, value) for name, value in (
            ("Kedudukan", case.get_plan_standing_display()), ("Rujukan", case.plan_reference),
        ) if value]  # fmt: skip
    rows = [
        ("Baris", f"{row.code} {row.title}"), ("Daftar", str(row.plan)), ("Pengusul", row.unit.name),
        ("Skor dan peringkat", f"{row.score or '–'}, peringkat {row.rank or '–'}"), ("Catatan TKKSD", row.tkksd_note),
    ]  # fmt: skip
    return [(name, str(value)) for name, value in rows if value]


def _papers(case: Proposal) -> list[dict[str, Any]]:
    ready = documents.of_subject(case).filter(status=Document.Status.READY, file__isnull=False)
    return [{"paper": paper, "in_place": paper.file.extension == IN_PLACE} for paper in ready]


def _opinion(opinion: Opinion) -> dict[str, Any]:
    return {"opinion": opinion, "conditions": list(opinion.conditions.all())}
