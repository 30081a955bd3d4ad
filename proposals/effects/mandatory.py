"""What acts of mandatory cooperation leave: minutes of the coordination, secretariat, steps towards a take-over."""

from typing import Any

from kerjasama.documents import services as papers_out
from kerjasama.documents.letter_acts import stop_waiting
from proposals.effects.consultation import revoke
from proposals.effects.tkksd import call_off, note_arrival
from proposals.models import Coordination, JointSecretariat, Oversight


def _keep(proposal: Any, act: Any, kind: str, title: str, number: str) -> int:
    document = papers_out.attach_upload(
        proposal, kind, title, act.data["file"], by=act.by, number=number, dated=act.occurred_on
    )
    act.record.setdefault("documents", []).append(document.pk)
    return document.pk


def keep_coordination(proposal: Any, act: Any) -> None:
    """The minutes with their level, place and agreed objects."""
    facts = act.data
    row = Coordination(
        proposal=proposal, level=facts["level"], number=facts["number"], held_on=act.occurred_on, place=facts["place"],
        convened_by=facts["convened_by"], agreed_objects=facts["agreed_objects"],
        document_id=_keep(proposal, act, "COORDINATION", "Berita Acara Koordinasi Teknis", facts["number"]),
    )  # fmt: skip
    row._history_user = act.by
    row.save()
    note_arrival(proposal, act)


def keep_secretariat(proposal: Any, act: Any) -> None:
    """The joint decree and the facts of its three conditions."""
    facts = act.data
    _keep(proposal, act, "SECRETARIAT", "Keputusan Bersama Sekretariat Kerja Sama", facts["decree_number"])
    row = JointSecretariat(
        proposal=proposal, decree_number=facts["decree_number"], decree_date=act.occurred_on, seat=facts["seat"],
        continuous=facts["continuous"], regions=facts["regions"], objects_count=facts["objects_count"],
        term_years=facts["term_years"],
    )  # fmt: skip
    row._history_user = act.by
    row.save()


def keep_oversight(step: str, title: str) -> Any:
    """A record that keeps one step towards a take-over."""

    def record(proposal: Any, act: Any) -> None:
        facts = act.data
        row = Oversight(
            proposal=proposal, step=step, authority=facts["authority"], number=facts["number"], dated=act.occurred_on,
            summary=facts["summary"], minister_number=facts.get("minister_number", ""),
            document_id=_keep(proposal, act, "OVERSIGHT", title, facts["number"]),
        )  # fmt: skip
        row._history_user = act.by
        row.save()

    return record


MANDATORY = {
    "record_coordination": (keep_coordination,),
    "form_secretariat": (keep_secretariat,),
    "record_guidance": (keep_oversight("GUIDANCE", "Pembinaan KSDD Wajib"),),
    "record_obstacles": (keep_oversight("EVALUATION", "Evaluasi Hambatan KSDD Wajib"),),
    "record_takeover": (
        revoke,
        call_off,
        stop_waiting,
        keep_oversight("TAKEOVER", "Pengambilalihan KSDD Wajib"),
    ),
}
MANDATORY_TOLD = ("record_coordination", "form_secretariat", "record_guidance", "record_obstacles", "record_takeover")
