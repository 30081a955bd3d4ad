"""What the Sekretariat DPRD reads of a case: why it is asked, the plan, the burden, the papers, the opinions."""

from collections import Counter
from typing import Any

from django.db.models import QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, parameters, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.templatetags.ui import ukuran
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document, HeldUpload
from kerjasama.documents.papers.common import letterhead
from kerjasama.reviews import questions, ruler
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Clearance, Opinion
from kerjasama.reviews.models.clearance import OPEN, ClearanceStatus
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.models.question import Body
from kerjasama.workflow.routes import Step
from proposals import selectors as proposals
from proposals.dprd import DPRD_PAPERS
from proposals.models import Proposal
from proposals.routes.traits import Trait
from proposals.stages import Stage

TONES = {
    "APPROVED": "ok",
    "APPROVED_WITH_NOTES": "ok",
    "DEEMED": "ok",
    "REJECTED": "bad",
    "RETURNED": "wait",
    "OVERDUE": "bad",
    "SENT": "wait",
}
LABELS = {
    "SENT": "Belum dicatat diterima",
    "RECEIVED": "Menunggu keputusan",
    "OVERDUE": "Lewat tenggat",
    "REVOKED": "Dicabut pemohon",
}
#: Shown with the question or the answer they came with.
OF_QUESTIONS = frozenset({"DPRD_QUESTION", "DPRD_ANSWER"})
VERDICT_TONES = {"AGREE": "ok", "AGREE_WITH_NOTES": "wait", "DISAGREE": "bad"}


def seen(user: User) -> QuerySet[Proposal]:
    """The cases that ever came before the DPRD, of those a person may see."""
    return Proposal.visible_to(user).filter(dprd_since__isnull=False)


def waiting(user: User) -> QuerySet[Proposal]:
    """Cases on which the DPRD is asked now; the deadline that ends first leads, unreceived ones come last."""
    mine = seen(user).filter(turn_office=Office.SETWAN)
    return proposals.with_parties(mine).order_by("due_on", "dprd_since", "pk")


def standing(clearance: Clearance) -> dict[str, str]:
    """The state of a request as a tag: label and tone."""
    late = clearance.status in OPEN and clearance.due_on is not None and clearance.due_on < clock.today()
    status = ClearanceStatus.OVERDUE if late else clearance.status
    return {
        "label": LABELS.get(status, ClearanceStatus(status).label),
        "tone": TONES.get(status, "wait" if clearance.is_open else ""),
    }


def dossier(proposal: Proposal, calendar: WorkCalendar) -> dict[str, Any]:
    """Everything the page of a request shows; `calendar` is read once for the whole page."""
    asked = list(reviews.clearances(proposal).prefetch_related("notes", "committee_meetings__minutes__file"))
    current = asked[0]
    papers = sorted(_papers(proposal), key=_in_reading_order)
    listed = [d for d in papers if d.status == Document.Status.READY and d.kind not in OF_QUESTIONS]
    return {
        "proposal": proposal,
        "clearance": current,
        "standing": standing(current),
        "earlier": [{"clearance": c, "standing": standing(c)} for c in asked[1:]],
        "meetings": [meeting for c in asked for meeting in c.committee_meetings.all()],
        "who_follows_up": f"Bagian Kerja Sama atau {proposal.lead_unit.name}",
        "grounds": _grounds(proposal, current),
        "plan": _plan(proposal),
        "burden": _burden(proposal),
        "papers": [_paper(d) for d in listed],
        "letter": next((d for d in papers if d.kind == "DPRD_REQUEST" and d.status == Document.Status.READY), None),
        "days_allowed": _days_allowed(proposal),
        "ruler": ruler.day_ruler(current, clock.today()),
        "opinions": _opinions(proposal),
        "work_calendar": calendar,
    }


def readable(proposal: Proposal) -> list[Document]:
    """Every paper of the dossier that is ready, in reading order: what the DPRD may open, and nothing else."""
    return sorted((d for d in _papers(proposal) if d.status == Document.Status.READY), key=_in_reading_order)


def cover(proposal: Proposal, calendar: WorkCalendar) -> dict[str, Any]:
    """What stands on the first page of the joined dossier; plain values, frozen with it."""
    found = dossier(proposal, calendar)
    asked, burden = found["clearance"], found["burden"]
    facts = [
        ("Kode", proposal.code),
        ("Surat permohonan", f"Nomor {asked.letter_number}, {text.date_long(asked.asked_on)}"),
        ("Diterima", f"{text.date_long(asked.received_on)} ({asked.received_proof})" if asked.received_on else "Belum dicatat"),
        ("Batas keputusan", text.date_long(asked.due_on) if asked.due_on else "Dihitung sejak diterima"),
        *((row["name"], row["value"]) for row in found["plan"]),
    ]  # fmt: skip
    asked_questions = questions.of_subject(proposal).filter(body=Body.DPRD)
    return {
        "kop": dict(letterhead("SETDA")),
        "heading": "Berkas Permohonan Persetujuan DPRD",
        "lead": proposal.title,
        "facts": facts,
        "grounds": [f"{line['text']} {line['detail']}".strip() for line in found["grounds"]],
        "budget": [(str(line["year"]), text.rupiah(line["amount"])) for line in burden["lines"]],
        "budget_total": text.rupiah(burden["total"]),
        "questions": [{"asked": q.text, "answered": q.answer} for q in asked_questions],
    }


def decision_rows(clearance: Clearance, values: dict[str, Any], file: HeldUpload) -> list[dict[str, str]]:
    """A decision as it will be recorded, for the check before it is sent; `values` are those of its form."""
    day, calendar = values["occurred_on"], WorkCalendar.load()
    counted = max(0, calendar.between(clearance.counted_from, day) - clearance.stopped_days)
    late = max(0, calendar.between(clearance.due_on, day))
    told = f"{counted} hari kerja sejak diterima" + (f", lewat {late} hari kerja" if late else ", dalam tenggat")
    pages = f"{file.pages} halaman, " if file.pages else ""
    rows = [
        ("Alasan", values["why"].strip()),
        ("Nomor keputusan atau surat", values["number"].strip()),
        ("Tanggal rapat paripurna", text.date_long(values["session_on"]) if values["session_on"] else ""),
        ("Tanggal keputusan atau surat", text.date_long(day)),
        ("Lama", told),
        ("Salinan keputusan", f"{file.original_name} ({pages}{ukuran(file.size)})"),
        ("Sidik berkas (SHA-256)", file.sha256),
        ("Permohonan", f"ke-{clearance.number_in_row}, Nomor {clearance.letter_number}"),
    ]
    return [{"name": name, "value": value} for name, value in rows if value]


def _papers(proposal: Proposal) -> list[Document]:
    """The papers of the request; a letter of intent that was signed before it is read with them."""
    intents = proposal.agreements.filter(instrument="LOI") if Trait.INTENT in proposal.route.traits else []
    return [d for d in documents.for_subjects([proposal, *intents]) if d.kind in DPRD_PAPERS and d.file_id]


def _days_allowed(proposal: Proposal) -> int:
    """The days the law itself names, else those of the parameter."""
    place = proposal.route.place(Stage.DPRD_PENDING)
    fixed = place.deadline.fixed if isinstance(place, Step) and place.deadline else 0
    return fixed or int(parameters.value("days_dprd"))


def _grounds(proposal: Proposal, clearance: Clearance) -> list[dict[str, Any]]:
    """The three facts as they stood when the DPRD was asked, the weighing ones first."""
    facts = clearance.grounds
    if facts["unbudgeted"] is None:
        # Nothing was weighed: the law asks the DPRD whatever the budget.
        return [{"holds": True, "text": facts["sentence"], "detail": facts["basis"]}]
    first = min((line.year for line in proposal.budget_lines.all() if line.amount), default=None)
    planned = (
        f"Rencana beban APBD {text.rupiah(proposal.total_planned)}, mulai tahun anggaran {first}." if first else ""
    )
    budgeted = f"Rujukan: {proposal.budget_reference}." if proposal.budget_reference else ""
    lines = [
        (facts["unbudgeted"], "Belum seluruhnya teranggarkan dalam APBD tahun berjalan.", planned,
         "Pendanaan telah teranggarkan dalam APBD tahun berjalan.", budgeted),
        (facts["burdens_community"], "Membebani masyarakat.", "", "Tidak membebani masyarakat.", ""),
        (facts["burdens_region"], "Membebani daerah.", "", "Tidak membebani daerah.", ""),
    ]  # fmt: skip
    told = [
        {"holds": holds, "text": yes if holds else no, "detail": more if holds else otherwise}
        for holds, yes, more, no, otherwise in lines
    ]
    return sorted(told, key=lambda line: not line["holds"])


def _plan(proposal: Proposal) -> list[dict[str, str]]:
    rows = [
        ("Mitra", text.joined([partner.name for partner in proposal.counterparts])),
        ("Pemrakarsa", proposal.lead_unit.name),
        ("Tujuan", proposal.aims),
        ("Ruang lingkup", proposal.scope),
        ("Lokasi", proposal.location),
        ("Jangka waktu", proposal.term_text),
        ("Perkiraan nilai", text.rupiah(proposal.amount) if proposal.amount is not None else ""),
        ("Pembiayaan", proposal.financing),
        ("Manfaat", proposal.benefits),
    ]
    return [{"name": name, "value": value} for name, value in rows if value]


def _burden(proposal: Proposal) -> dict[str, Any]:
    lines = list(proposal.budget_lines.all())
    top = max((line.amount for line in lines), default=0)
    return {
        "lines": [
            {"year": line.year, "amount": line.amount, "share": round(line.amount * 100 / top) if top else 0}
            for line in lines
        ],
        "total": proposal.total_planned,
        "in_words": text.rupiah_words(proposal.total_planned),
    }


def _in_reading_order(document: Document) -> tuple[int, int]:
    return (DPRD_PAPERS.index(document.kind), -document.pk)


def _paper(document: Document) -> dict[str, Any]:
    pages = f"{document.file.pages} halaman" if document.file.pages else ""
    number = f"Nomor {document.number}" if document.number else ""
    meta = [number, text.date_short(document.dated) if document.dated else "", pages, ukuran(document.file.size)]
    return {
        "title": document.title, "url": document.inline_url, "extension": document.file.extension, "meta": [m for m in meta if m],
        "download_url": document.get_absolute_url(), "action_url": document.inline_url, "action_label": "Baca",
    }  # fmt: skip


def _opinions(proposal: Proposal) -> dict[str, Any]:
    """What the TKKSD concluded, how its members were minded, and what they wrote."""
    item = reviews.concluded_item(proposal)
    given = reviews.opinions(proposal)
    counted = Counter(opinion.verdict for opinion in given)
    invited = len(reviews.members_of(item)) if item else 0
    tally = ", ".join(f"{label.lower()} {counted[verdict]}" for verdict, label in Verdict.choices if counted[verdict])
    return {
        "item": item,
        "tally": f"{tally[:1].upper()}{tally[1:]} (dari {invited} anggota)."
        if tally
        else "Tidak ada pendapat tertulis dari anggota.",
        "rows": [_opinion(opinion) for opinion in given],
        "conditions": list(item.conditions.all()) if item else [],
    }


def _opinion(opinion: Opinion) -> dict[str, str]:
    return {
        "name": opinion.member.user.full_name, "title": opinion.member.shown_title, "note": opinion.note,
        "label": opinion.get_verdict_display(), "tone": VERDICT_TONES[opinion.verdict],
    }  # fmt: skip
