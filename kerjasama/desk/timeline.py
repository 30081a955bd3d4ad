"""The timeline of a case: its acts as sentences, filtered by tab."""

from collections.abc import Mapping, Sequence
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core import clock, text
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.sentences import told

Names = Mapping[tuple[str, int], str]
LENGTH = 25
DECISIONS = frozenset({"verify", "sign_offer", "record_willing", "record_refusal", "sign_willingness", "sign_refusal", "record_meeting",
                       "decide_dprd", "establish_not_required", "deem_approved", "approve_text", "give_paraf", "sign", "close"})  # fmt: skip
TABS = (("", "Semua"), ("keputusan", "Keputusan"), ("dokumen", "Dokumen"), ("catatan", "Catatan"))


def timeline(
    address: str, events: Sequence[StageEvent], papers: Mapping[int, Any], names: Names, *, tab: str, whole: bool
) -> dict[str, Any]:
    """The values of components/timeline.html, with how many older acts are left out and where to read them.

    `names` says of which naskah or report an act was, by model name and key; acts on the case itself need none.
    """
    chosen = [event for event in events if _in_tab(event, tab)]
    shown = chosen if whole else chosen[:LENGTH]
    hidden = len(chosen) - len(shown)
    kept = f"linimasa={tab}&" if tab else ""
    return {
        "events": [_line(event, papers, names.get((event.subject_type.model, event.object_id), "")) for event in shown],
        "tabs": [{"label": label, "url": f"{address}?linimasa={key}#linimasa" if key else f"{address}#linimasa", "current": key == tab} for key, label in TABS],
        "more_url": f"{address}?{kept}semua=1#linimasa" if hidden else "",
        "more_label": f"Tampilkan {hidden} kegiatan sebelumnya",
    }  # fmt: skip


def _in_tab(event: StageEvent, tab: str) -> bool:
    if tab == "keputusan":
        return event.act in DECISIONS
    if tab == "dokumen":
        return bool(event.data.get("documents"))
    return bool(event.reason) if tab == "catatan" else True


def _line(event: StageEvent, papers: Mapping[int, Any], name: str) -> dict[str, Any]:
    paper = next((papers[pk] for pk in event.data.get("documents", []) if pk in papers and papers[pk].file_id), None)
    return {
        "actor": event.actor.full_name,
        "text": told(event.label),
        "when": event.recorded_at,
        "meta": [*([name] if name else []), *_meta(event)],
        "icon": _icon(event, paper),
        "tone": "key" if event.act in DECISIONS else "wait" if event.reason else "",
        "say": event.reason,
        "link_url": paper.inline_url if paper else "",
        "link_label": paper.title if paper else "",
    }


def _meta(event: StageEvent) -> list[str]:
    """In what office, for whom, when it happened if that was another day, and on which text."""
    meta = [event.seat_title or Office(event.office).label]
    if event.principal_name:
        meta.append(f"mewakili {event.principal_name}")
    if event.data.get("also_as"):
        meta.append(f"dirangkap oleh {event.data['also_as']}")
    if event.occurred_on != event.recorded_at.astimezone(clock.zone()).date():
        meta.append(f"terjadi {text.date_short(event.occurred_on)}")
    if event.data.get("text_hash"):
        meta.append(f"sidik {event.data['text_hash'][:8]}…")
    return meta


def _icon(event: StageEvent, paper: Any) -> str:
    if event.act in ("give_paraf", "give_coordination", "give_letter_paraf"):
        return "stamp"
    if event.act.startswith("sign"):
        return "signature"
    return "file-text" if paper else "history"
