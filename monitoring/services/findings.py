"""Put a finding right: its owner tells how, the Bagian looks whether it is."""

from typing import Any

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, require, seat_for
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.documents import services as papers
from kerjasama.notifications.services import tell
from monitoring.models import Finding
from monitoring.stages import FindingState


def may_answer(finding: Finding, user: User) -> bool:
    """The unit that is to put it right, the one that carries the naskah out, or the Bagian in their place."""
    units = {finding.unit_id, finding.evaluation.report.agreement.executing_unit_id} - {None}
    mine = any(seat_for(user, (Office.OPD,), unit) is not None for unit in units)
    return mine or seat_for(user, (Office.BAGIAN,), None) is not None


@transaction.atomic
def answer(finding: Finding, *, words: str, by: User, evidence: Any = None) -> Finding:
    """Say how a finding was put right, with evidence where there is some. Raises NotYours, NotYet, BadInput, UploadRefused."""
    if not may_answer(finding, by):
        raise NotYours(
            "Temuan ditindaklanjuti oleh penanggung jawabnya, perangkat daerah pelaksana, atau Bagian Kerja Sama."
        )
    held = _held(finding)
    if held.state != FindingState.OPEN:
        raise NotYet(f"Temuan ini {held.get_state_display().lower()}.")
    if not words.strip():
        raise BadInput("Tindak lanjut belum diisi.", errors={"answer": ["Tulis apa yang sudah dilakukan."]})
    if evidence:
        paper = papers.attach_upload(
            held.evaluation.report, "ATTACHMENT", f"Bukti tindak lanjut: {held.text}"[:160], evidence, by=by
        )
        held.document_id = paper.pk
    held.state, held.answer = FindingState.ANSWERED, words.strip()
    held.answered_on, held.answered_by = clock.today(), by
    held.judgement, held.judged_on, held.judged_by = "", None, None
    _save(held, by, "Menindaklanjuti temuan")
    _tell(
        held,
        people_in(Office.BAGIAN),
        f"answer:{held.history.count()}",
        "Tindak lanjut temuan menunggu pemeriksaan",
        by,
    )
    return held


@transaction.atomic
def judge(finding: Finding, *, done: bool, words: str, by: User) -> Finding:
    """The Bagian has looked: it is put right, or it goes back with what is still wanting. Raises NotYours, NotYet, BadInput."""
    require(by, Office.BAGIAN, Office.KABAG)
    held = _held(finding)
    if held.state != FindingState.ANSWERED:
        raise NotYet("Temuan ini belum ditindaklanjuti, atau sudah diperiksa.")
    if held.answered_by_id == by.pk:
        raise NotYours("Tindak lanjut diperiksa oleh orang kedua, bukan oleh yang melaporkannya.")
    if not done and not words.strip():
        raise BadInput("Pemeriksaan belum lengkap.", errors={"judgement": ["Tulis apa yang masih kurang."]})
    held.state = FindingState.DONE if done else FindingState.OPEN
    held.judged_on, held.judged_by, held.judgement = clock.today(), by, words.strip()
    _save(held, by, "Memeriksa tindak lanjut temuan")
    title = "Temuan dinyatakan selesai" if done else "Tindak lanjut temuan dikembalikan"
    _tell(held, owners(held), f"judge:{held.history.count()}", title, by)
    return held


def owners(finding: Finding) -> list[User]:
    """Who is to put it right: the people of its unit, else of the unit that carries the naskah out."""
    return list(people_in(Office.OPD, finding.unit_id or finding.evaluation.report.agreement.executing_unit_id))


def _held(finding: Finding) -> Finding:
    return Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)


def _save(finding: Finding, by: User, why: str) -> None:
    finding._history_user, finding._change_reason = by, why
    finding.save()


def _tell(finding: Finding, people: Any, what: str, title: str, by: User) -> None:
    naskah = finding.evaluation.report.agreement
    tell(
        [person for person in people if person.pk != by.pk],
        key=f"finding:{finding.pk}:{what}",
        title=f"{title}: {naskah.proposal.code}",
        body=f"{finding.text}\n{naskah.title}",
        url=finding.get_absolute_url(),
    )
