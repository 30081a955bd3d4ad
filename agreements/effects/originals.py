"""What the exchange of originals leaves: one row a move, and the day on which every party had its own."""

from typing import Any

from agreements.models import OriginalMove
from agreements.originals import all_settled, originals
from agreements.stages import Carriage, Mode
from kerjasama.core.errors import BadInput
from kerjasama.core.text import date_long
from kerjasama.documents import services


def _wanted(agreement: Any, act: Any, *, under_way: bool) -> list[Any]:
    """The originals an act names. Raises BadInput for one that is not where the act needs it."""
    known = {original.number: original for original in originals(agreement)}
    chosen = [known.get(int(number)) for number in act.data["originals"]]
    if not chosen or any(original is None or original.under_way != under_way for original in chosen):
        told = "sedang dalam perjalanan" if under_way else "berada di tempat dan dapat dikirim"
        raise BadInput("Naskah asli salah.", errors={"originals": [f"Pilih naskah asli yang {told}."]})
    return chosen


def send(agreement: Any, act: Any) -> None:
    """Each chosen original is under way to one party."""
    party = agreement.parties.filter(order=act.data["party"]).first()
    chosen = _wanted(agreement, act, under_way=False)
    if party is None or any(original.holder.pk == party.pk for original in chosen):
        raise BadInput("Tujuan salah.", errors={"party": ["Naskah asli itu sudah berada pada pihak ini."]})
    if act.data["carriage"] == Carriage.HANDED and not act.data.get("received_by", "").strip():
        raise BadInput("Penerima belum ada.", errors={"received_by": ["Sebut siapa yang menerimanya langsung."]})
    for original in chosen:
        _refuse_before(original.move, act)
        _move(agreement, act, original.number, party, act.data["carriage"], act.data.get("received_by", "").strip())
    _note(agreement, act)


def _move(agreement: Any, act: Any, number: int, party: Any, carriage: str, received_by: str) -> None:
    """One original leaves; what is handed over has arrived on the same day."""
    handed = carriage == Carriage.HANDED
    row = OriginalMove(
        agreement=agreement, number=number, to_party=party, carriage=carriage, sent_on=act.occurred_on,
        tracking=act.data.get("tracking", "").strip(), received_on=act.occurred_on if handed else None, received_by=received_by if handed else "",
    )  # fmt: skip
    row._history_user = act.by
    row.save()


def _refuse_before(move: Any, act: Any) -> None:
    if move is not None and act.occurred_on < (move.received_on or move.sent_on):
        told = f"Naskah asli itu baru dikirim atau diterima pada {date_long(move.received_on or move.sent_on)}."
        raise BadInput("Tanggal salah.", errors={"occurred_on": [told]})


def receive(agreement: Any, act: Any) -> None:
    """Each chosen original has arrived; the receipt is kept where there is one."""
    paper = None
    if act.data.get("file"):
        paper = services.attach_upload(
            agreement,
            "ORIGINAL_RECEIPT",
            "Tanda terima naskah asli",
            act.data["file"],
            by=act.by,
            dated=act.occurred_on,
        )
        act.record.setdefault("documents", []).append(paper.pk)
    for original in _wanted(agreement, act, under_way=True):
        row = original.move
        _refuse_before(row, act)
        row.received_on, row.received_by = act.occurred_on, act.data["received_by"].strip()
        row.document_id = paper.pk if paper else None
        row._history_user = act.by
        row.save()
    _note(agreement, act)


def hand_over_at_signing(agreement: Any, act: Any) -> None:
    """At a ceremony each party takes its original with it, unless it is said otherwise."""
    act.data.setdefault("exchanged", agreement.mode == Mode.CEREMONY)
    act.record["exchanged"] = bool(act.data["exchanged"])
    for original in originals(agreement) if act.data["exchanged"] else ():
        if not original.settled and not original.under_way:
            keeper = original.keeper
            _move(agreement, act, original.number, keeper, Carriage.HANDED, keeper.signatory_name or keeper.name)
    _note(agreement, act)


def _note(agreement: Any, act: Any) -> None:
    """When the last one is where it belongs, the exchange is done; an original sent away again undoes that."""
    agreement.exchanged_on = act.occurred_on if agreement.signed_on and all_settled(agreement) else None


ORIGINALS = {"send_original": (send,), "receive_original": (receive,)}
